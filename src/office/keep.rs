//! Cells that two devices of one juror wrote without knowing of each other: shown side by side, settled by keeping one.

use super::act::Report;
use super::ask::{ForkView, Side};
use super::score::standing;
use super::{Office, OfficeError, juror_name};
use crate::domain::ids::{CriterionCode, DeviceId, Digest, DossierId, JurorId};
use crate::domain::role::{Role, Verb};
use crate::domain::saying::Saying;
use crate::domain::sheet::{Content, StoredCell, Version};
use crate::ledger::versions::Versions;
use crate::store::{BallotRow, Bearing, Enrolled, Happening, SheetHead};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
        for BallotRow {
            juror,
            dossier,
            ballot,
        } in self.store.forked_ballots(self.grid.scale())?
        {
            if declared.contains(&(juror.clone(), dossier.clone())) {
                continue;
            }
            let (number, name) = names.get(&dossier).cloned().unwrap_or_default();
            for (criterion, versions) in ballot.forks() {
                forks.push(ForkView {
                    id: fork_id(&juror, &dossier, criterion),
                    juror: self.name_of(&jury, &juror),
                    dossier: dossier.clone(),
                    number: number.clone(),
                    name: name.clone(),
                    criterion: criterion.clone(),
                    sides: self.sides(&juror, versions)?,
                });
            }
        }
        Ok(forks)
    }

    fn name_of(&self, jury: &[Enrolled], juror: &JurorId) -> String {
        match &self.me {
            Some(me) if me.addressee.id == *juror => me.addressee.name.clone(),
            Some(_) | None => juror_name(jury, juror),
        }
    }

    /// Returns each side with the devices that wrote it, and when the sheet that brought it last says that it was written.
    fn sides(&self, juror: &JurorId, versions: &Versions<Content>) -> Result<Vec<Side>, OfficeError> {
        let heads = self.store.sheet_heads()?;
        let side = |content: &Content| {
            let writers = versions.all().iter().filter(|v| v.content == *content);
            let devices: BTreeSet<&DeviceId> = writers.flat_map(|v| v.clock.devices()).collect();
            let of = |head: &&SheetHead| head.juror == *juror && devices.contains(&head.device);
            let last = heads.iter().filter(of).max_by_key(|head| head.revision);
            Side {
                content: content.clone(),
                devices: devices.iter().map(ToString::to_string).collect(),
                written: last.map(|head| head.written_at.clone()),
            }
        };
        Ok(versions.sides().into_iter().map(side).collect())
    }

    pub(super) fn keep(&mut self, fork: &str, side: usize) -> Result<Report, OfficeError> {
        self.may(Verb::Merge)?;
        let forked = self.store.forked_ballots(self.grid.scale())?;
        let found = forked.into_iter().find_map(|row| {
            let is_it = |code: &&CriterionCode| fork_id(&row.juror, &row.dossier, code) == fork;
            let criterion = row.ballot.forks().map(|(code, _)| code).find(is_it)?.clone();
            Some((row, criterion))
        });
        let unknown = |id| OfficeError::Refused(Saying::new(id).text("fork", fork));
        let (row, criterion) = found.ok_or_else(|| unknown("fork-unknown"))?;
        let sides = row.ballot.cells.get(&criterion).map(Versions::sides);
        let content = sides.and_then(|sides| sides.get(side).map(|content| (*content).clone()));
        let content = content.ok_or_else(|| unknown("fork-side-unknown"))?;
        match self.role {
            Role::Coordinator => self.keep_theirs(row, criterion, &content)?,
            Role::Juror => self.keep_mine(&row, criterion, content)?,
        }
        Ok(Report::Kept)
    }

    /// The coordinator's choice is one more version, which has seen all sides.
    fn keep_theirs(
        &self,
        row: BallotRow,
        criterion: CriterionCode,
        content: &Content,
    ) -> Result<(), OfficeError> {
        let BallotRow {
            juror,
            dossier,
            mut ballot,
        } = row;
        let versions = ballot.cells.entry(criterion.clone()).or_default();
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
                cell: StoredCell::new(content, &clock),
            };
            self.record("keep", &entry).map(drop)
        })
    }

    /// A juror's choice is written as anything else that they write.
    fn keep_mine(
        &self,
        row: &BallotRow,
        criterion: CriterionCode,
        content: Content,
    ) -> Result<(), OfficeError> {
        let me = self.me()?.clone();
        let happening = Happening::Cell {
            before: standing(&row.ballot, &criterion),
            after: content,
            criterion,
        };
        self.store
            .atomically(|store| self.happen(store, &me, &row.dossier, happening, Bearing::Anew))
    }
}
