//! Who may grade one dossier, and what each gave: the input of every result.

use super::ids::{CriterionCode, JurorId};
use super::score::{Cell, Mark};
use litemap::LiteMap;
use std::collections::BTreeMap;

/// The marks of one juror on one dossier; a criterion that is not here is blank.
pub type Marks = LiteMap<CriterionCode, Mark>;

/// The jurors to whom a dossier is assigned and who did not step back, with their marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Panel {
    /// Those who count.
    pub seats: BTreeMap<JurorId, Marks>,
    /// Those who stepped back: named, and absent from every computation.
    pub recused: Vec<JurorId>,
}

impl Panel {
    /// Returns what a juror gave on a criterion.
    pub fn cell(&self, juror: &JurorId, criterion: &CriterionCode) -> Cell {
        match self.seats.get(juror) {
            Some(marks) => marks
                .get(criterion)
                .map_or(Cell::Blank, |mark| Cell::Marked(*mark)),
            None if self.recused.contains(juror) => Cell::Recused,
            None => Cell::Blank,
        }
    }

    /// Returns the marks of all seats on a criterion.
    pub fn marks(&self, criterion: &CriterionCode) -> Vec<Mark> {
        self.seats
            .values()
            .filter_map(|marks| marks.get(criterion).copied())
            .collect()
    }

    /// Returns this panel without one of its seats.
    #[must_use]
    pub fn without(&self, juror: &JurorId) -> Self {
        let mut less = self.clone();
        less.seats.remove(juror);
        less
    }
}
