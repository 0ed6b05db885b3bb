//! Who reads what.

use super::act::Report;
use super::{Office, OfficeError};
use crate::domain::dossier::Standing;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use serde_json::json;
use std::collections::BTreeSet;

impl Office {
    pub(super) fn assign_all(&mut self) -> Result<Report, OfficeError> {
        self.may(Verb::Prepare)?;
        let jury = self.store.jury()?;
        if jury.is_empty() {
            return Err(OfficeError::State(Saying::new("assign-no-juror")));
        }
        let conflicts: BTreeSet<(JurorId, DossierId)> = self
            .store
            .declared_conflicts()?
            .into_iter()
            .map(|c| (c.juror, c.dossier))
            .collect();
        let mut dossiers = Vec::new();
        self.store.each_dossier::<OfficeError>(|stored| {
            if stored.dossier.standing == Standing::Received {
                dossiers.push(stored.dossier.id);
            }
            Ok(())
        })?;
        if dossiers.is_empty() {
            return Err(OfficeError::State(Saying::new("assign-no-dossier")));
        }
        let seats = self.store.atomically(|store| {
            for enrolled in &jury {
                for dossier in &dossiers {
                    let seat = (enrolled.juror.id.clone(), dossier.clone());
                    if !conflicts.contains(&seat) {
                        store.seat(&seat.0, &seat.1)?;
                    }
                }
            }
            let seats = store.seats()?.len();
            self.record("assign", &json!({"all": true, "seats": seats}))?;
            Ok::<_, OfficeError>(seats)
        })?;
        Ok(Report::Assigned { seats })
    }
}
