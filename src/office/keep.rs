//! Cells that two devices of one juror wrote without knowing of each other: shown side by side, settled by keeping one.

use super::act::Report;
use super::ask::ForkView;
use super::{Office, OfficeError, juror_name};
use crate::domain::ids::{CriterionCode, DeviceId, Digest, DossierId, JurorId};
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::domain::sheet::{StoredCell, Version};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The device in whose name the coordinator writes.
const COORDINATOR: &str = "coordinator";

/// What the journal holds of a kept side, enough to rebuild the ballot from.
#[derive(Serialize, Deserialize)]
pub(super) struct KeptEntry {
    pub(super) juror: JurorId,
    pub(super) dossier: DossierId,
    pub(super) criterion: CriterionCode,
    pub(super) cell: StoredCell,
}

fn fork_id(juror: &JurorId, dossier: &DossierId, criterion: &CriterionCode) -> String {
    Digest::of(format!("{juror}\n{dossier}\n{criterion}").as_bytes())
        .short()
        .to_owned()
}

impl Office {
    pub(super) fn forks(&self) -> Result<Vec<ForkView>, OfficeError> {
        self.may(Verb::Merge)?;
        let jury = self.store.jury()?;
        let declared = self.declared()?;
        let names: BTreeMap<DossierId, (String, String)> = self
            .store
            .dossier_names()?
            .into_iter()
            .map(|(id, number, name)| (id, (number, name)))
            .collect();
        let mut forks = Vec::new();
        for ((juror, dossier), ballot) in self.known_ballots()? {
            if declared.contains(&(juror.clone(), dossier.clone())) {
                continue;
            }
            let (number, name) = names.get(&dossier).cloned().unwrap_or_default();
            for (criterion, versions) in ballot.forks() {
                let sides = versions.sides().into_iter().map(|content| {
                    let writers = versions.all().iter().filter(|v| v.content == *content);
                    let devices = writers
                        .flat_map(|v| v.clock.devices().map(ToString::to_string))
                        .collect();
                    (content.clone(), devices)
                });
                forks.push(ForkView {
                    id: fork_id(&juror, &dossier, criterion),
                    juror: juror_name(&jury, &juror),
                    dossier: dossier.clone(),
                    number: number.clone(),
                    name: name.clone(),
                    criterion: criterion.clone(),
                    sides: sides.collect(),
                });
            }
        }
        Ok(forks)
    }

    pub(super) fn keep(&mut self, fork: &str, side: usize) -> Result<Report, OfficeError> {
        self.may(Verb::Merge)?;
        let found = self
            .known_ballots()?
            .into_iter()
            .find_map(|((juror, dossier), ballot)| {
                let (criterion, _) = ballot
                    .forks()
                    .find(|(c, _)| fork_id(&juror, &dossier, c) == fork)?;
                let criterion = criterion.clone();
                Some((juror, dossier, criterion, ballot))
            });
        let unknown = |id| OfficeError::Refused(Saying::new(id).text("fork", fork));
        let (juror, dossier, criterion, mut ballot) = found.ok_or_else(|| unknown("fork-unknown"))?;
        let versions = ballot.cells.entry(criterion.clone()).or_default();
        let content = versions.sides().get(side).map(|content| (*content).clone());
        let content = content.ok_or_else(|| unknown("fork-side-unknown"))?;
        let turn = self.store.journal_head()?.map_or(1, |entry| entry.seq + 1);
        let clock = versions.clock().ticked(&DeviceId::from(COORDINATOR), turn);
        versions.add(Version {
            content: content.clone(),
            clock: clock.clone(),
        });
        self.store.atomically(|store| {
            store.put_ballot(&juror, &dossier, &ballot)?;
            let entry = KeptEntry {
                juror,
                dossier,
                criterion,
                cell: StoredCell::new(&content, &clock),
            };
            self.record("keep", &entry).map(drop)
        })?;
        Ok(Report::Kept)
    }
}
