//! What pieces of evidence say and show. Reading takes its time: whoever must not wait does it with an office of its own
//! that reads alone, and hands what was read to the office that writes.

use super::{Office, OfficeError};
use crate::domain::evidence::{Evidence, Reading};
use crate::domain::ids::{Digest, DossierId};
use crate::domain::saying::Saying;
pub use crate::exchange::evidence::{Cancel, Format, Picture, Unreadable};
use crate::exchange::evidence::{Limits, extract, format_of, picture};

/// A piece of evidence in a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The dossier.
    pub dossier: DossierId,
    /// The digest of its bytes.
    pub digest: Digest,
    /// The name as the candidate gave it.
    pub name: String,
    /// The media type as declared.
    pub media_type: String,
}

/// What a piece was read to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The pages.
    pub reading: Reading,
    /// Whether the store does not hold it yet.
    pub is_new: bool,
}

impl Read {
    /// What stands for a piece that can't be read: nobody tries again until somebody asks for it.
    pub fn blank() -> Self {
        Self {
            reading: Reading::default(),
            is_new: true,
        }
    }
}

/// Why a piece could not be read.
#[derive(Debug)]
pub enum Unread {
    /// Its file is not here.
    Absent,
    /// Its file can't be read here.
    Refused(Unreadable),
    /// The store failed.
    Failed(OfficeError),
}

impl Unread {
    /// Says why, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Absent => Saying::new("desk-piece-gone"),
            Self::Refused(why) => why.saying(),
            Self::Failed(why) => why.saying(),
        }
    }
}

impl Piece {
    /// Makes it; nothing while the file is missing.
    pub fn of(dossier: &DossierId, evidence: &Evidence) -> Option<Self> {
        Some(Self {
            dossier: dossier.clone(),
            digest: evidence.sha256.clone()?,
            name: evidence.name.clone(),
            media_type: evidence.media_type.clone(),
        })
    }

    /// Tells what its name and its declared type let one expect.
    pub fn expected(&self) -> Format {
        format_of(&self.name, &self.media_type, &[])
    }
}

impl Office {
    /// Reads a piece: what the store holds of it, else its file. A picture has no pages.
    ///
    /// # Errors
    /// Why it can't be read here.
    pub fn read(&self, piece: &Piece, cancel: &Cancel) -> Result<Read, Unread> {
        let kept = self.store.reading(&piece.digest).map_err(failed)?;
        if let Some(reading) = kept.filter(|kept| !kept.pages.is_empty()) {
            let is_new = false;
            return Ok(Read { reading, is_new });
        }
        let bytes = self.bytes(piece)?;
        let read = extract(&piece.name, &piece.media_type, &bytes, &Limits::default(), cancel);
        let is_picture = || format_of(&piece.name, &piece.media_type, &bytes) == Format::Image;
        let reading = match read {
            Ok(read) => Reading {
                pages: read.pages,
                truncated: read.truncated,
            },
            Err(Unreadable::NoText) if is_picture() => Reading::default(),
            Err(why) => return Err(Unread::Refused(why)),
        };
        let is_new = true;
        Ok(Read { reading, is_new })
    }

    /// Draws a piece, or a page of it (the first is 0), into some pixels.
    ///
    /// # Errors
    /// Why it can't be drawn here.
    pub fn draw(
        &self,
        piece: &Piece,
        page: usize,
        (width, height): (u32, u32),
        cancel: &Cancel,
    ) -> Result<Picture, Unread> {
        let bytes = self.bytes(piece)?;
        let limits = Limits::default();
        let (name, media_type) = (&piece.name, &piece.media_type);
        picture(name, media_type, &bytes, page, width, height, &limits, cancel).map_err(Unread::Refused)
    }

    /// Returns the first pieces whose files are here and that were not read yet.
    ///
    /// # Errors
    /// A damaged row.
    pub fn unread(&self, most: usize) -> Result<Vec<Piece>, OfficeError> {
        let mut pieces = Vec::new();
        for (id, digest) in self.store.unread(most)? {
            let stored = self.store.dossier(&id)?;
            let held = stored.as_ref().and_then(|stored| stored.dossier.piece(&digest));
            pieces.extend(held.and_then(|(_, evidence)| Piece::of(&id, evidence)));
        }
        Ok(pieces)
    }

    fn bytes(&self, piece: &Piece) -> Result<Vec<u8>, Unread> {
        let bytes = self.store.evidence(&piece.digest).map_err(failed)?;
        bytes.ok_or(Unread::Absent)
    }
}

fn failed(why: impl Into<OfficeError>) -> Unread {
    Unread::Failed(why.into())
}
