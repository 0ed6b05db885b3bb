//! Citations: a passage chosen on the screen and kept with the score, and the way back to it.

use super::Wish;
use super::selection::Selection;
use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::model::Shared;
use crate::desk::screens::review::{Pane, Review};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, Digest};
use crate::domain::saying::Saying;
use crate::domain::sheet::{CITATIONS, Citation};
use crate::office::act::CellChange;

/// A passage that is being chosen.
#[derive(Debug)]
pub(in super::super) struct Choosing {
    pub(super) passage: Selection,
    /// The piece and the page on which it stands.
    pub(super) page: (Digest, usize),
    /// The pane to go back to.
    before: Pane,
}

impl Review {
    /// Tells whether a passage is being chosen.
    pub fn is_choosing(&self) -> bool {
        self.choosing.is_some()
    }

    /// Begins to choose a passage: at the words that were found, else at what is seen first.
    pub(in super::super) fn choose(&mut self, grid: &Grid, shared: &mut Shared) {
        if self.is_closed(shared) {
            return;
        }
        if self.code(grid).is_none() {
            return shared.warn(Saying::new("desk-no-criterion"));
        }
        if let Some(piece) = &self.pieces.open {
            self.pieces.readings.face_words(&piece.digest);
        }
        let passage = self.pieces.leaves().and_then(|leaves| {
            let text = leaves.text();
            let (marks, at) = leaves.marks();
            match at.and_then(|at| marks.get(at)) {
                Some(mark) => Selection::at(text.source(), mark.start),
                None => Selection::near(text.source(), text.first_seen()),
            }
        });
        if !self.begin_choosing(passage) {
            let id = if self.pieces.is_coming() {
                "evidence-cite-later"
            } else {
                "evidence-nothing-to-cite"
            };
            return shared.warn(Saying::new(id));
        }
        self.follow_selection();
    }

    /// Begins with a passage, where there is one on the page that is seen; tells whether there is.
    fn begin_choosing(&mut self, passage: Option<Selection>) -> bool {
        let before = self.pane;
        self.choosing = passage.zip(self.pieces.page()).map(|(passage, page)| Choosing {
            passage,
            page,
            before,
        });
        if self.is_choosing() {
            self.pane = Pane::Evidence;
        }
        self.is_choosing()
    }

    /// Chooses nothing any more, and goes back to where one was; returns what was being chosen.
    pub(super) fn stop_choosing(&mut self) -> Option<Choosing> {
        let choosing = self.choosing.take()?;
        self.pane = choosing.before;
        Some(choosing)
    }

    /// Takes an action while a passage is being chosen.
    pub(in super::super) fn act_choosing(&mut self, action: Action, grid: &Grid, shared: &mut Shared) {
        let Some(choosing) = &mut self.choosing else {
            return;
        };
        let selection = &mut choosing.passage;
        match action {
            Action::Up => selection.step(false),
            Action::Down => selection.step(true),
            Action::PageUp => selection.grow(false),
            Action::PageDown => selection.grow(true),
            Action::Left => selection.nudge(false),
            Action::Right => selection.nudge(true),
            Action::SwitchPane => selection.swap(),
            Action::Accept => return self.cite(grid, shared),
            _ => {}
        }
        self.follow_selection();
    }

    fn follow_selection(&mut self) {
        if let Some(choosing) = &self.choosing {
            let (moving, digest) = (choosing.passage.moving(), &choosing.page.0);
            if let Some(leaves) = self.pieces.readings.leaves_mut(digest) {
                leaves.aim(moving);
            }
        }
    }

    /// Chooses the sentence under the mouse, or what lies between where it was pressed and where it is.
    pub(in super::super) fn point(&mut self, byte: usize, from: Option<usize>) {
        let Some(leaves) = self.pieces.leaves() else {
            return;
        };
        let at = Selection::at(leaves.text().source(), from.unwrap_or(byte));
        if from.is_some() && !self.is_choosing() {
            self.begin_choosing(at.clone());
        }
        let Some(choosing) = &mut self.choosing else {
            return;
        };
        match (from, at) {
            (Some(from), _) => choosing.passage.span(from, byte),
            (None, Some(sentence)) => choosing.passage = sentence,
            (None, None) => {}
        }
    }

    fn cite(&mut self, grid: &Grid, shared: &mut Shared) {
        let Some(code) = self.code(grid).cloned() else {
            return;
        };
        let Some(Choosing {
            passage,
            page: (digest, page),
            ..
        }) = self.stop_choosing()
        else {
            return;
        };
        let Some(leaves) = self.pieces.leaves() else {
            return;
        };
        let (_, pages) = leaves.place();
        let excerpt = passage.excerpt(leaves.text().source());
        let citation = Citation::new(digest, page, pages, excerpt);
        let mut citations = self.citations(&code).to_vec();
        if citations.contains(&citation) {
            return shared.tell(Saying::new("evidence-cited-already"));
        }
        if citations.len() >= CITATIONS {
            return shared.warn(Saying::new("evidence-cited-enough").number("most", CITATIONS));
        }
        citations.push(citation);
        let all = citations.len();
        self.keep_citations(&code, citations, shared);
        self.cited = None;
        self.next_cited = all - 1;
        let said = shared.keyed("evidence-cited", Context::Review, Action::NextCitation);
        shared.tell(said.text("code", code.as_str()).number("all", all));
    }

    fn citations(&self, code: &CriterionCode) -> &[Citation] {
        let cell = self.seen.as_ref().and_then(|seen| seen.cells.get(code));
        cell.map_or(&[], |cell| &cell.citations)
    }

    fn keep_citations(&mut self, code: &CriterionCode, citations: Vec<Citation>, shared: &mut Shared) {
        let Some(seen) = &mut self.seen else { return };
        seen.resembles = false;
        seen.cells
            .entry(code.clone())
            .or_default()
            .citations
            .clone_from(&citations);
        let waiting = Waiting::Citations {
            dossier: self.id.clone(),
            criterion: code.clone(),
        };
        let change = CellChange {
            citations: Some(citations),
            ..CellChange::default()
        };
        self.send(code, waiting, change, shared);
    }

    /// Goes to the passage that the next citation of the criterion leads to.
    pub(in super::super) fn next_citation(&mut self, grid: &Grid, shared: &mut Shared) {
        let Some(code) = self.code(grid).cloned() else {
            return shared.warn(Saying::new("desk-no-criterion"));
        };
        let all = self.citations(&code).len();
        let next = self.next_cited % all.max(1);
        let Some(citation) = self.citations(&code).get(next).cloned() else {
            return shared.tell(shared.keyed("evidence-no-citations", Context::Review, Action::Cite));
        };
        self.raise_evidence(shared, grid);
        if !self.go_to_passage(&citation) {
            return shared.warn(Saying::new("desk-piece-gone"));
        }
        self.cited = Some(next);
        self.next_cited = next + 1;
        let Some(seen) = &self.seen else { return };
        let place = citation.said_place(&seen.dossier);
        let said = shared.keyed("evidence-citation", Context::Review, Action::DropCitation);
        shared.tell(said.number("n", next + 1).number("all", all).said("place", place));
    }

    /// Takes the citation that one is at away; `undo` brings it back.
    pub(in super::super) fn drop_citation(&mut self, grid: &Grid, shared: &mut Shared) {
        if self.is_closed(shared) {
            return;
        }
        let Some(code) = self.code(grid).cloned() else {
            return shared.warn(Saying::new("desk-no-criterion"));
        };
        let mut citations = self.citations(&code).to_vec();
        match self.cited.take().filter(|at| *at < citations.len()) {
            None => {
                let asks = shared.keyed("evidence-citation-first", Context::Review, Action::NextCitation);
                shared.tell(asks);
            }
            Some(at) => {
                citations.remove(at);
                self.next_cited = at;
                self.keep_citations(&code, citations, shared);
                shared.tell(shared.keyed("evidence-citation-dropped", Context::Review, Action::Undo));
            }
        }
    }

    /// Has a passage shown; tells whether its file belongs to the dossier.
    pub(in super::super) fn go_to_passage(&mut self, citation: &Citation) -> bool {
        let seen = self.seen.as_ref();
        let Some((place, _)) = seen.and_then(|seen| seen.dossier.piece(&citation.evidence)) else {
            return false;
        };
        self.pieces.choose_piece(place);
        self.stop_choosing();
        self.pieces
            .readings
            .wish(citation.evidence.clone(), Wish::of(citation));
        true
    }

    /// Has a place in a piece shown, with the evidence in view.
    pub(in super::super) fn show_wish(&mut self, digest: Digest, wish: Option<Wish>) {
        self.pane = Pane::Evidence;
        if let Some(wish) = wish {
            self.pieces.readings.wish(digest, wish);
        }
    }

    /// Says so where the juror stepped back: nothing is written then.
    fn is_closed(&self, shared: &mut Shared) -> bool {
        let Some(seen) = self.seen.as_ref().filter(|seen| seen.recusal.is_some()) else {
            return false;
        };
        let closed = shared.keyed("desk-recused-closed", Context::Review, Action::Recuse);
        shared.warn(closed.text("number", &seen.dossier.number));
        true
    }
}
