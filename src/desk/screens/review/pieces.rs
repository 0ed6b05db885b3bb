//! The evidence: which pieces come first on a criterion, and the text of the one that is read.

use crate::desk::effect::Waiting;
use crate::desk::model::Shared;
use crate::desk::widgets::scroll_text::ScrollText;
use crate::domain::dossier::Dossier;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, Digest};
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::office::Question;
use crate::office::ask::DossierView;
use std::collections::BTreeMap;

/// Most bytes of a piece that are read here; the rest is read outside.
const READ_HERE: usize = 2_000_000;
/// Most pieces kept read.
const KEPT: usize = 12;

/// The endings that the system's viewer may be given: documents, which are shown and not run.
const VIEWED: [&str; 24] = [
    "pdf", "odt", "ods", "odp", "odg", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "rtf", "txt", "csv",
    "md", "png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "epub",
];

/// How a text's bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// As they should be.
    Utf8,
    /// As old files are written.
    Latin,
    /// Only the beginning.
    Cut,
}

/// The pieces of a dossier, as the criterion under the cursor orders them.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// Places in the dossier's evidence, those of the criterion first.
    order: Vec<usize>,
    own: usize,
    at: usize,
    pinned: Option<usize>,
    read: BTreeMap<Digest, (Reading, ScrollText)>,
    asked: Option<Digest>,
    rows: u16,
    /// Whether somebody asked for pieces of other criteria.
    by_hand: bool,
    chosen: Option<Digest>,
    /// A piece to read as soon as they are in order.
    wanted: Option<usize>,
}

impl Pieces {
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// How many belong to the criterion.
    pub(super) fn own(&self) -> usize {
        self.own
    }

    pub(super) fn is_pinned(&self) -> bool {
        self.pinned.is_some()
    }

    /// Returns the pieces in order.
    pub(super) fn listed<'d>(&self, dossier: &'d Dossier) -> Vec<&'d Evidence> {
        let order = self.order.iter();
        order.filter_map(|at| dossier.evidence.get(*at)).collect()
    }

    /// Returns the piece that is read; none where the criterion has none and nobody chose another.
    pub(super) fn current<'d>(&self, dossier: &'d Dossier) -> Option<&'d Evidence> {
        let at = *self.order.get(self.place()?)?;
        dossier.evidence.get(at)
    }

    /// Returns the place of the piece that is read.
    pub(super) fn place(&self) -> Option<usize> {
        let is_shown = self.own > 0 || self.by_hand || self.pinned.is_some();
        (is_shown && self.at < self.order.len()).then_some(self.at)
    }

    /// Returns the text of the piece that is read.
    pub(super) fn text(&self) -> Option<(Reading, &ScrollText)> {
        let digest = self.chosen.as_ref()?;
        self.read.get(digest).map(|(reading, text)| (*reading, text))
    }

    pub(super) fn turned(&mut self) {
        if self.pinned.is_none() {
            self.at = 0;
            self.by_hand = false;
        }
    }

    pub(super) fn turn(&mut self, by: isize) {
        if self.place().is_none() {
            self.by_hand = true;
        } else if !self.order.is_empty() {
            let all = self.order.len();
            self.at = (self.at + all).saturating_add_signed(by) % all;
            self.pinned = self.pinned.and(self.order.get(self.at).copied());
        }
    }

    /// Reads the piece at a place of the list.
    pub(super) fn choose(&mut self, at: usize) {
        if at < self.order.len() {
            self.at = at;
            self.by_hand = true;
            self.pinned = self.pinned.and(self.order.get(at).copied());
        }
    }

    /// Reads a piece, by its place in the dossier.
    pub(super) fn choose_piece(&mut self, place: usize) {
        self.wanted = Some(place);
        self.by_hand = true;
    }

    pub(super) fn pin(&mut self) {
        self.pinned = match self.pinned {
            Some(_) => None,
            None => self.place().and_then(|at| self.order.get(at)).copied(),
        };
    }

    pub(super) fn scroll(&mut self, by: isize) {
        let rows = self.rows;
        if let Some((_, text)) = self.chosen.as_ref().and_then(|digest| self.read.get_mut(digest)) {
            text.scroll(by, rows);
        }
    }

    pub(super) fn rewind(&mut self) {
        if let Some((_, text)) = self.chosen.as_ref().and_then(|digest| self.read.get_mut(digest)) {
            text.rewind();
        }
    }

    /// Orders the pieces for a criterion.
    pub(super) fn settle(&mut self, grid: &Grid, dossier: &Dossier, code: Option<&CriterionCode>) {
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

    /// Breaks the text of the piece that is read, or asks for its bytes.
    pub(super) fn settle_text(
        &mut self,
        dossier: &Dossier,
        present: &[Digest],
        (width, rows): (u16, u16),
        shared: &mut Shared,
    ) {
        self.rows = rows;
        let piece = self.current(dossier);
        let text = piece.filter(|piece| piece.kind() == EvidenceKind::Text);
        self.chosen = text.and_then(|piece| piece.sha256.clone());
        let Some(digest) = self.chosen.clone().filter(|digest| present.contains(digest)) else {
            return;
        };
        match self.read.get_mut(&digest) {
            Some((_, text)) => text.settle(width, rows),
            None if self.asked.as_ref() == Some(&digest) => {}
            None => {
                self.asked = Some(digest.clone());
                shared.ask(Waiting::Piece(digest.clone()), Question::Evidence(digest));
            }
        }
    }

    /// Takes the bytes asked for.
    pub(super) fn take(&mut self, digest: Digest, bytes: Option<&[u8]>) {
        self.asked = None;
        if self.read.len() >= KEPT {
            self.read.clear();
        }
        let (reading, text) = read(bytes.unwrap_or_default());
        self.read.insert(digest, (reading, ScrollText::new(text)));
    }

    /// Returns the piece to hand to the system's viewer, or why it can't be.
    pub(super) fn to_open(&self, seen: &DossierView) -> Result<(Digest, &'static str), Saying> {
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

/// Reads a text's bytes: as UTF-8, else byte by byte as Windows-1252, in which old French files are written.
fn read(bytes: &[u8]) -> (Reading, String) {
    let (kept, cut) = match bytes.get(..READ_HERE) {
        Some(kept) => (kept, true),
        None => (bytes, false),
    };
    let kept = kept.strip_prefix(b"\xef\xbb\xbf").unwrap_or(kept);
    let whole = match std::str::from_utf8(kept) {
        Ok(text) => Some(text),
        // A character that the cut went through is no fault of the file.
        Err(e) if cut && e.error_len().is_none() => {
            std::str::from_utf8(kept.get(..e.valid_up_to()).unwrap_or_default()).ok()
        }
        Err(_) => None,
    };
    match whole {
        Some(text) if cut => (Reading::Cut, Inert::block(text).as_str().to_owned()),
        Some(text) => (Reading::Utf8, Inert::block(text).as_str().to_owned()),
        None => {
            let text: String = kept.iter().map(|byte| latin(*byte)).collect();
            (Reading::Latin, Inert::block(&text).as_str().to_owned())
        }
    }
}

fn latin(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_people_wrote_them() {
        let table: [(&[u8], Reading, &str); 4] = [
            ("été".as_bytes(), Reading::Utf8, "été"),
            (b"\xef\xbb\xbfa;b", Reading::Utf8, "a;b"),
            (b"\xe9t\xe9 \x9cuf \x80", Reading::Latin, "été œuf €"),
            (b"a\x1b[31mb", Reading::Utf8, "a␛[31mb"),
        ];
        for (bytes, reading, text) in table {
            assert_eq!(read(bytes), (reading, text.to_owned()));
        }
        let mut long = vec![b'a'; READ_HERE - 1];
        long.extend("é".as_bytes());
        assert_eq!(read(&long).0, Reading::Cut);
    }

    #[test]
    fn nothing_that_runs_is_handed_over() {
        for ending in ["desktop", "sh", "exe", "html", "svg", "jar", "bat", "py"] {
            assert!(!VIEWED.contains(&ending));
        }
    }
}
