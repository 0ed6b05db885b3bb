//! A juror's sheet as a text to fill in, and back. What the text changes is one act: one commit, one step to take back.

use super::act::{FormRead, FormWritten};
use super::open::Given;
use super::score::{standing, standing_recusal};
use super::write_sheet::beside_then_rename;
use super::{Me, Office, OfficeError};
use crate::domain::dossier::Standing;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::domain::sheet::{Content, Recusal};
use crate::exchange::budget::Budget;
use crate::exchange::error::ExchangeError;
use crate::exchange::form::{self, Change, Held, MOST_BYTES, Owner, Plan, Wording};
use crate::exchange::json::text_of;
use crate::ledger::ballot::Ballot;
use crate::store::{Bearing, Happening, Store};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

impl FormWritten {
    /// Says what is in it.
    pub fn saying(&self) -> Saying {
        Saying::new("form-written")
            .text("file", self.path.display())
            .number("dossiers", self.dossiers)
            .number("scored", self.scored)
            .number("cells", self.cells)
    }
}

impl FormRead {
    /// Says what changed, in all.
    pub fn saying(&self) -> Saying {
        Saying::new("form-read")
            .text("file", self.path.display())
            .number("changed", self.changed)
            .number("unchanged", self.unchanged)
            .number("recused", self.recused)
            .number("returned", self.returned)
    }
}

impl Office {
    pub(super) fn write_form(&mut self, path: &Path, wording: &Wording) -> Result<FormWritten, OfficeError> {
        let held = self.held()?;
        let text = form::write(&self.owner()?, &held, &self.grid, wording);
        if text.len() as u64 > MOST_BYTES {
            return Err(OfficeError::State(Saying::new("form-too-many")));
        }
        self.spare(path, &held)?;
        beside_then_rename(path, |file| {
            file.write_all(text.as_bytes())
                .map_err(|error| OfficeError::io(path, &error))
        })?;
        let open: Vec<&Held> = held.iter().filter(|dossier| dossier.is_open).collect();
        let filled = open.iter().filter(|dossier| dossier.recusal.is_none());
        let marks = filled.clone().flat_map(|dossier| dossier.cells.values());
        Ok(FormWritten {
            path: path.to_owned(),
            dossiers: open.len(),
            cells: filled.count() * self.criteria(),
            scored: marks.filter(|content| content.mark.is_some()).count(),
        })
    }

    pub(super) fn read_form(&mut self, path: &Path) -> Result<FormRead, OfficeError> {
        let me = self.me()?.clone();
        // Both readings of the store are one: nothing is written between them.
        let plan = self.store.atomically(|store| {
            let plan = self.plan(path, &self.held()?)?;
            self.carry_out(store, &me, &plan.changes)?;
            Ok::<_, OfficeError>(plan)
        })?;
        Ok(told(path, plan))
    }

    /// A form that was filled in and not read back, or another file, is not written over.
    fn spare(&self, path: &Path, held: &[Held]) -> Result<(), OfficeError> {
        let is_blank = std::fs::symlink_metadata(path).is_ok_and(|seen| seen.is_file() && seen.len() == 0);
        if is_blank || !path.try_exists().unwrap_or(true) {
            return Ok(());
        }
        let is_read = self
            .plan(path, held)
            .is_ok_and(|plan| plan.changes.is_empty() && plan.stale.iter().all(|stale| !stale.is_edited));
        if is_read {
            return Ok(());
        }
        let saying = Saying::new("form-there").text("file", path.display());
        Err(OfficeError::Refused(saying))
    }

    fn plan(&self, path: &Path, held: &[Held]) -> Result<Plan, OfficeError> {
        let budget = Budget {
            file_bytes: MOST_BYTES,
            ..Budget::default()
        };
        let file = path.display().to_string();
        let bytes = budget.read_file(path).map_err(of_form)?;
        let text = text_of(&file, &bytes).map_err(of_form)?;
        let owner = self.owner()?;
        Ok(form::read(
            text,
            &file,
            &owner,
            &self.grid,
            held,
            budget.text_bytes,
        )?)
    }

    fn owner(&self) -> Result<Owner, OfficeError> {
        let me = self.me()?;
        Ok(Owner {
            campaign: self.campaign.id.clone(),
            juror: me.addressee.id.clone(),
        })
    }

    /// Returns every dossier with what the juror wrote on it, in the order of the list.
    fn held(&self) -> Result<Vec<Held>, OfficeError> {
        let me = self.me()?;
        let mut ballots: BTreeMap<DossierId, Ballot> = BTreeMap::new();
        self.store
            .each_ballot_of::<OfficeError>(&me.addressee.id, self.grid.scale(), |row| {
                ballots.insert(row.dossier, row.ballot);
                Ok(())
            })?;
        let given = Given::of(&self.store)?;
        let mut held = Vec::new();
        self.store.each_dossier::<OfficeError>(|stored| {
            let dossier = stored.dossier;
            let ballot = ballots.remove(&dossier.id).unwrap_or_default();
            let is_given = given.as_ref().is_none_or(|given| given.has(&dossier.id));
            let is_open = is_given && dossier.standing == Standing::Received;
            held.push(Held {
                recusal: standing_recusal(&ballot),
                cells: cells(&ballot),
                forks: ballot.forks().map(|(code, _)| code.clone()).collect(),
                id: dossier.id,
                number: dossier.number,
                name: dossier.name,
                is_open,
            });
            Ok(())
        })?;
        Ok(held)
    }

    /// Brings back what the form takes back, writes the cells, steps back last: nothing is scored in a dossier from
    /// which one stepped back. Call within a transaction.
    fn carry_out(&self, store: &Store, me: &Me, changes: &[Change]) -> Result<(), OfficeError> {
        let rank = |change: &&Change| match change {
            Change::Recusal { after: None, .. } => 0,
            Change::Cell { .. } => 1,
            Change::Recusal { .. } => 2,
        };
        let mut changes: Vec<&Change> = changes.iter().collect();
        changes.sort_by_key(rank);
        let mut bearing = Bearing::Anew;
        for change in changes {
            let (dossier, happening) = match change {
                Change::Cell {
                    dossier,
                    criterion,
                    after,
                } => (dossier, self.cell(dossier, criterion, after)?),
                Change::Recusal { dossier, after } => (dossier, self.recusal(dossier, after)?),
            };
            self.happen(store, me, dossier, happening, bearing)?;
            bearing = Bearing::Together;
        }
        Ok(())
    }

    fn cell(
        &self,
        dossier: &DossierId,
        criterion: &CriterionCode,
        after: &Content,
    ) -> Result<Happening, OfficeError> {
        let before = standing(&self.own_ballot(dossier)?, criterion);
        Ok(Happening::Cell {
            criterion: criterion.clone(),
            before,
            after: after.clone(),
        })
    }

    fn recusal(&self, dossier: &DossierId, after: &Recusal) -> Result<Happening, OfficeError> {
        let before = standing_recusal(&self.own_ballot(dossier)?);
        Ok(Happening::Recusal {
            before,
            after: after.clone(),
        })
    }
}

fn cells(ballot: &Ballot) -> BTreeMap<CriterionCode, Content> {
    let codes = ballot.cells.keys();
    codes.map(|code| (code.clone(), standing(ballot, code))).collect()
}

/// What the readers of dossiers say of a bad file names the platform; a form has its own remedy.
fn of_form(error: ExchangeError) -> OfficeError {
    match &error {
        ExchangeError::TooLarge { file, .. } => {
            OfficeError::Refused(Saying::new("form-too-large").text("file", file))
        }
        ExchangeError::Malformed { file, at, .. } => {
            let saying = Saying::new("form-not-utf8").text("file", file);
            OfficeError::Refused(saying.text("at", at))
        }
        _ => error.into(),
    }
}

fn told(path: &Path, plan: Plan) -> FormRead {
    let mut read = FormRead {
        path: path.to_owned(),
        unchanged: plan.unchanged,
        stale: plan.stale,
        ..FormRead::default()
    };
    for change in plan.changes {
        match change {
            Change::Cell { .. } => read.changed += 1,
            Change::Recusal { after: Some(_), .. } => read.recused += 1,
            Change::Recusal { after: None, .. } => read.returned += 1,
        }
    }
    read
}
