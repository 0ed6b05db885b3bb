//! Which pieces come first on a criterion, and which one is read.

use super::readings::Readings;
use crate::domain::dossier::Dossier;
use crate::domain::evidence::Evidence;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, Digest, DossierId};
use crate::domain::saying::Saying;
use crate::office::ask::DossierView;
use crate::office::reading::Piece;

/// The endings that the system's viewer may be given: documents, which are shown and not run.
const VIEWED: [&str; 24] = [
    "pdf", "odt", "ods", "odp", "odg", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "rtf", "txt", "csv",
    "md", "png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "epub",
];

/// The pieces of a dossier, as the criterion under the cursor orders them.
#[derive(Debug, Default)]
pub(in super::super) struct Pieces {
    /// Places in the dossier's evidence, those of the criterion first.
    order: Vec<usize>,
    own: usize,
    at: usize,
    pinned: Option<usize>,
    /// Whether somebody asked for pieces of other criteria.
    by_hand: bool,
    /// A piece to read as soon as they are in order.
    wanted: Option<usize>,
    /// What they say and show.
    pub(super) readings: Readings,
    /// The piece that is read, where its file is here.
    pub(super) open: Option<Piece>,
}

impl Pieces {
    pub(in super::super) fn len(&self) -> usize {
        self.order.len()
    }

    /// How many belong to the criterion.
    pub(in super::super) fn own(&self) -> usize {
        self.own
    }

    pub(in super::super) fn is_pinned(&self) -> bool {
        self.pinned.is_some()
    }

    /// Returns the pieces in order.
    pub(in super::super) fn listed<'d>(&self, dossier: &'d Dossier) -> Vec<&'d Evidence> {
        let order = self.order.iter();
        order.filter_map(|at| dossier.evidence.get(*at)).collect()
    }

    /// Returns the piece that is read; none where the criterion has none and nobody chose another.
    pub(in super::super) fn current<'d>(&self, dossier: &'d Dossier) -> Option<&'d Evidence> {
        let at = *self.order.get(self.place()?)?;
        dossier.evidence.get(at)
    }

    /// Returns the place of the piece that is read.
    pub(in super::super) fn place(&self) -> Option<usize> {
        let is_shown = self.own > 0 || self.by_hand || self.pinned.is_some();
        (is_shown && self.at < self.order.len()).then_some(self.at)
    }

    pub(in super::super) fn turned(&mut self) {
        if self.pinned.is_none() {
            self.at = 0;
            self.by_hand = false;
        }
    }

    pub(in super::super) fn turn(&mut self, by: isize) {
        if self.place().is_none() {
            self.by_hand = true;
        } else if !self.order.is_empty() {
            let all = self.order.len();
            self.at = (self.at + all).saturating_add_signed(by) % all;
            self.pinned = self.pinned.and(self.order.get(self.at).copied());
        }
    }

    /// Reads the piece at a place of the list.
    pub(in super::super) fn choose(&mut self, at: usize) {
        if at < self.order.len() {
            self.at = at;
            self.by_hand = true;
            self.pinned = self.pinned.and(self.order.get(at).copied());
        }
    }

    /// Reads a piece, by its place in the dossier.
    pub(in super::super) fn choose_piece(&mut self, place: usize) {
        self.wanted = Some(place);
        self.by_hand = true;
    }

    pub(in super::super) fn pin(&mut self) {
        self.pinned = match self.pinned {
            Some(_) => None,
            None => self.place().and_then(|at| self.order.get(at)).copied(),
        };
    }

    /// Orders the pieces for a criterion.
    pub(in super::super) fn settle(&mut self, grid: &Grid, dossier: &Dossier, code: Option<&CriterionCode>) {
        let bears = |piece: &Evidence| match code {
            Some(code) => {
                piece.criteria.contains(code)
                    || piece.question.as_ref().and_then(|q| grid.criterion_of(q)) == Some(code)
            }
            None => piece.criteria.is_empty() && piece.question.is_none(),
        };
        let all = dossier.evidence.iter().enumerate();
        let (own, others): (Vec<_>, Vec<_>) = all.partition(|(_, piece)| bears(piece));
        self.own = own.len();
        self.order = own.iter().chain(&others).map(|(at, _)| *at).collect();
        if let Some(wanted) = self.wanted.take() {
            self.at = self.order.iter().position(|at| *at == wanted).unwrap_or(0);
        } else if let Some(pinned) = self.pinned {
            self.at = self.order.iter().position(|at| *at == pinned).unwrap_or(0);
        }
        self.at = self.at.min(self.order.len().saturating_sub(1));
    }

    /// Finds the piece that is read, where its file is here.
    pub(in super::super) fn settle_open(&mut self, id: &DossierId, dossier: &Dossier, present: &[Digest]) {
        let piece = self.current(dossier).and_then(|piece| Piece::of(id, piece));
        self.open = piece.filter(|piece| present.contains(&piece.digest));
    }

    /// Returns the piece to hand to the system's viewer, or why it can't be.
    pub(in super::super) fn to_open(&self, seen: &DossierView) -> Result<(Digest, &'static str), Saying> {
        let piece = self.current(&seen.dossier);
        let Some(piece) = piece else {
            return Err(Saying::new("desk-no-piece"));
        };
        let here = piece
            .sha256
            .clone()
            .filter(|digest| seen.present.contains(digest));
        let Some(digest) = here else {
            return Err(Saying::new("desk-piece-missing").text("name", &piece.name));
        };
        let ending = piece.ending();
        match VIEWED.into_iter().find(|known| *known == ending) {
            Some(known) => Ok((digest, known)),
            None => Err(Saying::new("desk-piece-not-viewed").text("name", &piece.name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_runs_is_handed_over() {
        for ending in ["desktop", "sh", "exe", "html", "svg", "jar", "bat", "py"] {
            assert!(!VIEWED.contains(&ending));
        }
    }
}
