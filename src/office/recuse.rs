//! A juror steps back from a dossier, or comes back to it.

use super::act::Report;
use super::score::standing_recusal;
use super::{Office, OfficeError};
use crate::domain::ids::DossierId;
use crate::store::{Bearing, Happening};

impl Office {
    pub(super) fn recuse(
        &mut self,
        dossier: &DossierId,
        reason: Option<String>,
    ) -> Result<Report, OfficeError> {
        let me = self.me()?.clone();
        let recused = reason.is_some();
        self.store.atomically(|store| {
            let before = standing_recusal(&self.own_ballot(dossier)?);
            if before == reason {
                return Ok(());
            }
            let happening = Happening::Recusal {
                before,
                after: reason,
            };
            self.happen(store, &me, dossier, happening, Bearing::Anew)
        })?;
        Ok(Report::Recused {
            dossier: dossier.clone(),
            recused,
        })
    }
}
