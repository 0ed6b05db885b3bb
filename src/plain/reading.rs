//! What a piece of evidence says: kept from before, else read now and kept.

use crate::domain::evidence::{Evidence, Reading};
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use crate::office::reading::{Cancel, Format, Piece, Unreadable};
use crate::office::{Act, Office, OfficeError};
use std::time::Duration;

/// How long one waits for a piece to be read.
const PATIENCE: Duration = Duration::from_secs(30);

/// Tells whether a piece has words to read, as far as its name and its type tell.
pub(super) fn is_readable(dossier: &DossierId, piece: &Evidence) -> bool {
    let expected = Piece::of(dossier, piece).map(|piece| piece.expected());
    !matches!(expected, None | Some(Format::Image | Format::Unknown))
}

/// Reads a piece.
///
/// # Errors
/// The store failed; why the piece can't be read is no failure, but the inner answer.
pub(super) fn read(
    office: &mut Office,
    dossier: &DossierId,
    piece: &Evidence,
) -> Result<Result<Reading, Saying>, OfficeError> {
    let Some(piece) = Piece::of(dossier, piece) else {
        return Ok(Err(Saying::new("desk-piece-gone")));
    };
    let read = match office.read(&piece, &Cancel::new().within(PATIENCE)) {
        Ok(read) => read,
        Err(why) => return Ok(Err(why.saying())),
    };
    if read.is_new {
        office.perform(Act::KeepReading {
            dossier: piece.dossier,
            digest: piece.digest,
            reading: read.reading.clone(),
        })?;
    }
    let is_blank = read.reading.pages.iter().all(|page| page.trim().is_empty());
    Ok(if is_blank {
        Err(Unreadable::NoText.saying())
    } else {
        Ok(read.reading)
    })
}
