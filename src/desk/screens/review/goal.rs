//! Where in a dossier one wants to stand: as one left it, on a criterion, at an answer, at a piece.

use super::answers::criterion_of;
use super::{Review, Wish};
use crate::desk::model::Shared;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, Digest, DossierId};

/// A dossier and a criterion of it, or its answers of no criterion.
pub type Stand = (DossierId, Option<CriterionCode>);

/// A place in a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// As one left it.
    Stay,
    /// The criterion that is named beside it.
    Criterion,
    /// The answers of no criterion.
    Others,
    /// The answer to a question, by the form's identifier.
    Answer(String),
    /// A piece of evidence, at some words where they are known.
    Piece(Digest, Option<Wish>),
}

impl Review {
    /// Says where to stand once the dossier is here.
    pub fn aim(&mut self, goal: Option<Goal>) {
        self.goal = goal;
    }

    /// Returns where one stands.
    pub fn stand(&self, shared: &Shared) -> Stand {
        let grid = shared.grid();
        let code = grid.as_ref().and_then(|grid| self.code(grid).cloned());
        (self.id.clone(), code)
    }

    /// Goes to the place that was wanted.
    pub(super) fn reach(&mut self, goal: Option<Goal>, grid: &Grid) {
        match goal {
            Some(Goal::Others) => self.cursor = grid.criteria().count(),
            Some(Goal::Answer(champ)) => self.reach_answer(champ, grid),
            Some(Goal::Piece(digest, wish)) => {
                let seen = self.seen.as_ref();
                if let Some((place, _)) = seen.and_then(|seen| seen.dossier.piece(&digest)) {
                    self.pieces.choose_piece(place);
                    self.show_wish(digest, wish);
                }
            }
            Some(Goal::Stay | Goal::Criterion) | None => {}
        }
    }

    fn reach_answer(&mut self, champ: String, grid: &Grid) {
        let answers = self.seen.iter().flat_map(|seen| &seen.dossier.answers);
        let Some(answer) = answers.into_iter().find(|answer| answer.champ == champ) else {
            return;
        };
        let code = criterion_of(grid, answer);
        let place = grid.criteria().position(|c| Some(&c.code) == code);
        self.cursor = place.unwrap_or(grid.criteria().count());
        self.laid.find(champ);
    }
}
