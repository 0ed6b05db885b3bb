//! The evidence: which piece is read, what it says page by page, what one chooses in it.

mod citing;
mod leaves;
mod pieces;
mod readings;
mod selection;
mod view;

pub(super) use citing::Choosing;
pub(super) use pieces::Pieces;
pub use readings::Wish;

use super::{Pane, Review};
use crate::desk::action::Context;
use crate::desk::layout;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::pictures::Drawn;
use crate::domain::evidence::Reading;
use crate::domain::grid::Grid;
use crate::domain::ids::Digest;
use crate::domain::saying::Saying;
use crate::office::reading::Format;
use crate::store::terms;
use leaves::Leaves;
use readings::Seen;

impl Pieces {
    /// Returns the pages of the piece that is read.
    pub(super) fn leaves(&self) -> Option<&Leaves> {
        self.readings.leaves(&self.open.as_ref()?.digest)
    }

    fn leaves_mut(&mut self) -> Option<&mut Leaves> {
        self.readings.leaves_mut(&self.open.as_ref()?.digest)
    }

    /// Returns the page whose words are seen.
    pub(super) fn page(&self) -> Option<(Digest, usize)> {
        let open = self.open.as_ref()?;
        match self.readings.seen(&open.digest) {
            Seen::Words(leaves) => Some((open.digest.clone(), leaves.place().0)),
            _ => None,
        }
    }

    /// Tells whether the piece is still being read.
    pub(super) fn is_coming(&self) -> bool {
        let seen = self.open.as_ref().map(|piece| self.readings.seen(&piece.digest));
        matches!(seen, Some(Seen::Coming(_)))
    }

    pub(super) fn scroll(&mut self, by: isize) {
        if let Some(leaves) = self.leaves_mut() {
            leaves.scroll(by);
        }
    }

    pub(super) fn rewind(&mut self) {
        if let Some(leaves) = self.leaves_mut() {
            leaves.rewind();
        }
    }

    pub(super) fn unwind(&mut self) {
        if let Some(leaves) = self.leaves_mut() {
            leaves.unwind();
        }
    }
}

impl Review {
    /// Finds the piece that is read and has it asked for.
    pub(super) fn settle_evidence(&mut self, areas: layout::Review, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        let (text, _) = layout::evidence(areas.evidence, self.pieces.len());
        self.pieces.settle_open(&self.id, &seen.dossier, &seen.present);
        let is_seen = areas.is_wide || self.pane == Pane::Evidence;
        if let Some(piece) = self.pieces.open.clone() {
            let size = (text.width, text.height);
            self.pieces.readings.settle(&piece, size, shared);
            if is_seen {
                self.pieces.readings.settle_picture(&piece, size, shared);
            }
        }
        let page = self.pieces.page();
        if self
            .choosing
            .as_ref()
            .is_some_and(|choosing| page.as_ref() != Some(&choosing.page))
        {
            self.stop_choosing();
        }
    }

    /// Takes what a piece was read to say, or why it was not.
    pub fn take_piece(&mut self, digest: Digest, read: Result<Reading, Saying>) {
        self.pieces.readings.take(digest, read);
    }

    /// Takes a picture, or why there is none.
    pub fn take_picture(&mut self, digest: &Digest, drawn: Result<Drawn, Saying>) {
        self.pieces.readings.take_picture(digest, drawn);
    }

    /// The terminal was lent: a picture is drawn anew.
    pub fn forget_picture(&mut self) {
        self.pieces.readings.forget_picture();
    }

    /// Takes how far the reader is.
    pub fn take_progress(&mut self, digest: &Digest, done: usize, all: usize) {
        self.pieces.readings.take_progress(digest, done, all);
    }

    /// Goes one step back within the evidence; tells whether there was one.
    pub fn step_back(&mut self, shared: &mut Shared) -> bool {
        if self.stop_choosing().is_some() || self.pieces.readings.give_up(shared) {
            return true;
        }
        if let Some(leaves) = self.pieces.leaves_mut().filter(|leaves| leaves.is_marked()) {
            leaves.unmark();
            return true;
        }
        std::mem::take(&mut self.is_large)
    }

    /// Turns pages; the evidence comes up where the panes are a stack.
    pub(super) fn turn_page(&mut self, by: isize, shared: &mut Shared, grid: &Grid) {
        self.raise_evidence(shared, grid);
        self.stop_choosing();
        match self.pieces.leaves_mut().map(|leaves| leaves.turn(by)) {
            Some(true) => {}
            Some(false) => shared.tell(Saying::new("evidence-no-more-pages")),
            None => shared.tell(Saying::new("evidence-no-pages")),
        }
    }

    /// Shows the page as a picture, or its words.
    pub(super) fn turn_face(&mut self, shared: &mut Shared, grid: &Grid) {
        self.raise_evidence(shared, grid);
        self.stop_choosing();
        match self.pieces.open.clone() {
            Some(piece) if piece.expected() == Format::Pdf => self.pieces.readings.turn_face(&piece.digest),
            _ => shared.tell(Saying::new("evidence-no-faces")),
        }
    }

    /// Gives the evidence all the room, or shares it again.
    pub(super) fn enlarge(&mut self, shared: &Shared, grid: &Grid) {
        self.is_large = !self.is_large;
        if self.is_large {
            self.raise_evidence(shared, grid);
            self.pane = Pane::Evidence;
        }
    }

    pub(super) fn raise_evidence(&mut self, shared: &Shared, grid: &Grid) {
        if !self.areas(shared, grid).is_wide {
            self.pane = Pane::Evidence;
        }
    }

    /// Asks for the words to look for in the piece.
    pub(super) fn ask_words(&mut self, shared: &mut Shared, grid: &Grid) {
        self.raise_evidence(shared, grid);
        if self.pieces.open.is_none() {
            return shared.warn(Saying::new("desk-no-piece"));
        }
        shared.over(Overlay::input(Purpose::FindInPiece, shared));
    }

    /// Looks for words in the piece.
    pub fn find_words(&mut self, typed: &str, shared: &mut Shared) {
        let Some(piece) = self.pieces.open.clone() else {
            return;
        };
        self.stop_choosing();
        self.pieces.readings.face_words(&piece.digest);
        let terms = terms(typed);
        let Some(leaves) = self.pieces.leaves_mut() else {
            return shared.warn(Saying::new("evidence-no-pages"));
        };
        if terms.is_empty() {
            leaves.unmark();
        } else if !leaves.find(terms) {
            leaves.unmark();
            shared.warn(Saying::new("evidence-not-found").text("words", typed));
        }
    }

    /// Goes to the next place of the words that are looked for.
    pub(super) fn next_words(&mut self, forward: bool, shared: &mut Shared) {
        let asks = shared.keyed(
            "evidence-nothing-sought",
            Context::Review,
            crate::desk::action::Action::FindInPiece,
        );
        match self.pieces.leaves_mut().filter(|leaves| leaves.has_words()) {
            Some(leaves) => {
                leaves.find_next(forward);
            }
            None => shared.tell(asks),
        }
    }
}
