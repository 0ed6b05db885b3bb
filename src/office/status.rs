//! Who handed in what, and who is missing. Nothing here depends on the order in which sheets came.

use super::ask::{DossierStatus, JurorStatus, Status};
use super::{Office, OfficeError};
use crate::domain::ids::JurorId;
use crate::domain::juror::Juror;
use std::collections::BTreeMap;

impl Office {
    pub(super) fn status(&self) -> Result<Status, OfficeError> {
        let criteria = self.criteria();
        let aside = self.store.set_aside()?;
        let mut jurors: BTreeMap<JurorId, JurorStatus> = self
            .store
            .jury()?
            .into_iter()
            .map(|enrolled| (enrolled.juror.id.clone(), JurorStatus::of(enrolled.juror)))
            .collect();
        for sheet in self.store.sheet_heads()? {
            if let Some(juror) = jurors.get_mut(&sheet.juror) {
                juror.revision = juror.revision.max(Some(sheet.revision));
            }
        }
        self.each_bench(|dossier, bench| {
            if aside.contains(&dossier) {
                return;
            }
            for (id, place) in bench.seats.into_iter().filter(|(_, place)| place.given) {
                let Some(juror) = jurors.get_mut(&id) else {
                    continue;
                };
                juror.conflicts += place.forks();
                let marks = (!place.is_recused()).then_some(place.count.marks.len());
                juror.progress.insert(dossier.clone(), marks);
            }
        })?;
        let mut jurors: Vec<JurorStatus> = jurors
            .into_values()
            .map(|juror| juror.counted(criteria))
            .collect();
        jurors.sort_by(|a, b| a.juror.cmp(&b.juror));
        let dossiers = self.store.dossier_names()?.into_iter().map(|(id, number, name)| {
            let expected: Vec<&JurorStatus> = jurors
                .iter()
                .filter(|j| j.progress.get(&id).is_some_and(Option::is_some))
                .collect();
            let is_complete = |j: &&&JurorStatus| j.progress.get(&id) == Some(&Some(criteria));
            let complete = expected.iter().filter(is_complete).count();
            let missing = expected
                .iter()
                .filter(|j| !is_complete(j))
                .map(|j| j.juror.clone())
                .collect();
            DossierStatus {
                number,
                name,
                expected: expected.len(),
                complete,
                missing,
                id,
            }
        });
        let dossiers = dossiers.collect();
        Ok(Status { jurors, dossiers })
    }
}

impl JurorStatus {
    fn of(juror: Juror) -> Self {
        Self {
            id: juror.id,
            juror: juror.name,
            assigned: 0,
            scored: 0,
            complete: 0,
            recused: 0,
            revision: None,
            conflicts: 0,
            progress: BTreeMap::new(),
        }
    }

    /// Counts what the progress says.
    fn counted(mut self, criteria: usize) -> Self {
        self.assigned = self.progress.len();
        self.scored = self.progress.values().flatten().sum();
        self.complete = self
            .progress
            .values()
            .flatten()
            .filter(|n| **n >= criteria)
            .count();
        self.recused = self.progress.values().filter(|marks| marks.is_none()).count();
        self
    }
}
