//! What a piece of evidence says: what it was read to say before, whatever its format; else a text's own bytes.

use super::Outcome;
use super::text::{Encoding, decode};
use crate::domain::evidence::{Evidence, EvidenceKind, Reading};
use crate::office::{Answer, Office, Question};

/// Most bytes of a text that are read here; the rest is in the file.
const READ_HERE: usize = 2_000_000;

/// A piece's text.
#[derive(Debug)]
pub(super) struct Told {
    /// Page by page, as its author wrote it.
    pub(super) pages: Vec<String>,
    /// Whether the bytes were read as an old file's.
    pub(super) is_old: bool,
    /// Whether something was left out.
    pub(super) is_cut: bool,
}

/// Tells whether a piece can be read here.
pub(super) fn is_readable(office: &Office, piece: &Evidence) -> Outcome<bool> {
    Ok(piece.kind() == EvidenceKind::Text || kept(office, piece)?.is_some())
}

/// Reads a piece; nothing where it is no text and was never read.
pub(super) fn told(office: &Office, piece: &Evidence, bytes: &[u8]) -> Outcome<Option<Told>> {
    if let Some(reading) = kept(office, piece)? {
        return Ok(Some(Told {
            pages: reading.pages,
            is_old: false,
            is_cut: reading.truncated,
        }));
    }
    if piece.kind() != EvidenceKind::Text {
        return Ok(None);
    }
    let (part, is_cut) = bytes.get(..READ_HERE).map_or((bytes, false), |part| (part, true));
    let (encoding, text) = decode(part, is_cut);
    Ok(Some(Told {
        pages: vec![text],
        is_old: encoding == Encoding::Latin,
        is_cut,
    }))
}

/// Returns what a piece was read to say before, where that holds a word.
fn kept(office: &Office, piece: &Evidence) -> Outcome<Option<Reading>> {
    let Some(digest) = piece.sha256.clone() else {
        return Ok(None);
    };
    let has_words = |reading: &Reading| reading.pages.iter().any(|page| !page.trim().is_empty());
    match office.ask(Question::Reading(digest))? {
        Answer::Reading(reading) => Ok(reading.filter(has_words)),
        _ => Ok(None),
    }
}
