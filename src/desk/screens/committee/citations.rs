//! The passages that jurors cite for their scores: under what they said, and one key away in the evidence itself.

use super::{Committee, is_masked};
use crate::desk::action::{Action, Context};
use crate::desk::model::{Shared, Step};
use crate::desk::screens::review::{Goal, Wish};
use crate::domain::dossier::Dossier;
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::domain::sheet::Citation;
use crate::office::ask::Remark;

/// Says a juror's citations, each with its file, its page and what it says.
pub(super) fn told(remark: &Remark, dossier: &Dossier) -> Vec<Saying> {
    let citations = remark.content.citations.iter();
    citations
        .map(|citation| {
            let id = if citation.excerpt.trim().is_empty() {
                "evidence-cites-whole"
            } else {
                "evidence-cites-passage"
            };
            Saying::new(id)
                .text("excerpt", &citation.excerpt)
                .said("place", citation.said_place(dossier))
        })
        .collect()
}

impl Committee {
    /// Opens the evidence at the next passage that someone cites on the criterion.
    pub(super) fn next_citation(&mut self, grid: &Grid, shared: &mut Shared) {
        if is_masked(shared) {
            return shared.warn(Saying::new("desk-comments-masked"));
        }
        let (Some(dossier), Some(code)) = (&self.dossier, self.code(grid).cloned()) else {
            return;
        };
        let remarks = dossier.remarks.get(&code).into_iter().flatten();
        let citations: Vec<&Citation> = remarks.flat_map(|remark| &remark.content.citations).collect();
        let next = self.cited.map_or(0, |at| at + 1) % citations.len().max(1);
        let Some(citation) = citations.get(next) else {
            return shared.tell(Saying::new("evidence-nobody-cites"));
        };
        let goal = Goal::Piece(citation.evidence.clone(), Some(Wish::of(citation)));
        let back = shared.keyed("evidence-back-to-committee", Context::Review, Action::Back);
        let said = back
            .number("n", next + 1)
            .number("all", citations.len())
            .said("place", citation.said_place(&dossier.dossier));
        let id = dossier.dossier.id.clone();
        self.cited = Some(next);
        shared.go(Step::Place(id, Some(code), goal));
        shared.tell(said);
    }
}
