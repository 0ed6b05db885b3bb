//! What levels would be, were a juror not there or a weight another: looked at, never written.

use super::results::Judging;
use super::{Office, OfficeError};
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
        let judging = Judging {
            grid: &grid,
            without: &what.without,
        };
        let would = self.judged_by(judging)?;
        let is = self.results()?;
        let aside = self.store.set_aside()?;
        let code = |outcome: &crate::consensus::Outcome| outcome.proposed.code().map(str::to_owned);
        let moved = is.into_iter().zip(would).map(|(row, would)| Moved {
            proposed: code(&row.outcome),
            then: code(&would.row.outcome),
            id: row.id,
            number: row.number,
            name: row.name,
        });
        Ok(moved.filter(|moved| !aside.contains(&moved.id)).collect())
    }
}
