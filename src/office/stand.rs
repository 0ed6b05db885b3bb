//! Where a dossier stands: in the running, not admissible, taken back.

use super::act::Report;
use super::{Office, OfficeError};
use crate::domain::correspondence::Correspondence;
use crate::domain::decision::Decision;
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::ids::DossierId;
use crate::domain::role::{Role, Verb};
use crate::domain::saying::Saying;
use serde_json::json;

impl Office {
    pub(super) fn stand(
        &mut self,
        id: &DossierId,
        standing: Standing,
        reason: &str,
    ) -> Result<Report, OfficeError> {
        self.may(Verb::Prepare)?;
        let mut dossier = self.whole(id)?;
        if dossier.standing == standing {
            return Ok(Report::Stood);
        }
        if self.is_decided(id)? {
            let saying = Saying::new("stand-decided").text("number", &dossier.number);
            return Err(OfficeError::State(saying));
        }
        dossier.standing = standing;
        self.store.atomically(|_| self.set_standing(&dossier, reason))?;
        Ok(Report::Stood)
    }

    /// Tells whether a level, or none, was fixed for a dossier.
    pub(super) fn is_decided(&self, id: &DossierId) -> Result<bool, OfficeError> {
        let decisions = self.store.decisions()?;
        Ok(decisions.get(id).is_some_and(Decision::is_decided))
    }

    /// Writes where a dossier stands, in the journal too. Call within a transaction.
    pub(super) fn set_standing(&self, dossier: &Dossier, reason: &str) -> Result<(), OfficeError> {
        self.store.put_dossier(dossier)?;
        let said = json!({"dossier": dossier.id, "standing": dossier.standing, "reason": reason});
        self.record("standing", &said).map(drop)
    }

    /// Returns a dossier as it came in, and what was written about it on the platform; on a juror's side nothing of the
    /// latter is here.
    ///
    /// # Errors
    /// That there is none, or that the juror stepped back from it.
    pub fn as_received(&self, id: &DossierId) -> Result<(Dossier, Correspondence), OfficeError> {
        let dossier = self.whole(id)?;
        if self.role == Role::Juror && self.own_ballot(id)?.is_recused() {
            let saying = Saying::new("stand-recused").text("number", &dossier.number);
            return Err(OfficeError::State(saying));
        }
        Ok((dossier, self.store.correspondence(id)?))
    }

    fn whole(&self, id: &DossierId) -> Result<Dossier, OfficeError> {
        let stored = self.store.dossier(id)?;
        let none = || OfficeError::Refused(Saying::new("dossier-unknown").text("name", id.as_str()));
        Ok(stored.ok_or_else(none)?.dossier)
    }
}
