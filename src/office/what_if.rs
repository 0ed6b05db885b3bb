//! What levels would be, were a juror not there or a weight another: looked at, never written.

use super::results::set_of;
use super::{Office, OfficeError};
use crate::consensus::{Proposal, propose};
use crate::domain::grid::Reweighed;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::saying::Saying;
use std::collections::{BTreeMap, BTreeSet};

/// What would be otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WhatIf {
    /// Members whose marks would be left out.
    pub without: BTreeSet<JurorId>,
    /// Weights of axes and criteria, by their codes.
    pub weights: BTreeMap<String, u32>,
}

/// What would become of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub id: DossierId,
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What its grades propose: a level's code, `none`, or nothing.
    pub proposed: Option<String>,
    /// What they would propose.
    pub then: Option<String>,
}

impl Moved {
    /// Tells whether it would be another level.
    pub fn moves(&self) -> bool {
        self.proposed != self.then
    }
}

impl Office {
    pub(super) fn what_if(&self, what: &WhatIf) -> Result<Vec<Moved>, OfficeError> {
        let grid = self.grid.with_weights(&what.weights).map_err(|why| match why {
            Reweighed::Unknown(code) => {
                OfficeError::Refused(Saying::new("what-if-code-unknown").text("code", code))
            }
            Reweighed::Faults(_) => OfficeError::Refused(Saying::new("what-if-weights")),
        })?;
        let decisions = self.store.decisions()?;
        let mut found: BTreeMap<DossierId, (Proposal, Proposal)> = BTreeMap::new();
        self.each_bench(|id, bench| {
            let panel = bench.panel();
            let set = set_of(&self.grid, decisions.get(&id));
            let is = propose(&self.grid, &panel, &set);
            let mut less = panel;
            less.seats.retain(|juror, _| !what.without.contains(juror));
            found.insert(id, (is, propose(&grid, &less, &set)));
        })?;
        let aside = self.store.set_aside()?;
        let code = |proposal: &Proposal| proposal.code().map(str::to_owned);
        let names = self.store.dossier_names()?.into_iter();
        let moved = names.map(|(id, number, name)| {
            let found = found.remove(&id);
            let (is, then) = found.unwrap_or((Proposal::Undetermined, Proposal::Undetermined));
            Moved {
                proposed: code(&is),
                then: code(&then),
                id,
                number,
                name,
            }
        });
        Ok(moved.filter(|moved| !aside.contains(&moved.id)).collect())
    }
}
