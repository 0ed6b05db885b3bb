//! Files of sheets, read and judged one after the other on a thread of their own.

use super::gather::read_bounded;
use crate::domain::ids::{Digest, JurorId};
use crate::exchange::sheet_json::{self, Admitted, Roll};
use crate::ledger::verdict::Refusal;
use crate::store::Packer;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::SyncSender;

/// A file, read and judged.
pub(super) struct Arrival {
    pub(super) path: PathBuf,
    pub(super) came: Result<Came, Refusal>,
}

/// What stands in a file that is not refused.
pub(super) enum Came {
    /// A sheet that was accepted before, byte for byte.
    Known(Digest),
    /// Another one.
    Sheet {
        digest: Digest,
        packed: Vec<u8>,
        sheet: Box<Admitted>,
    },
}

/// The roll, once it is made; nothing where it could not be.
pub(super) type Awaited<'r> = OnceLock<Option<Roll<'r>>>;

/// Who reads and judges.
pub(super) struct Reader<'r> {
    roll: &'r Awaited<'r>,
    /// On a juror's side, whose sheets are taken.
    mine: Option<&'r JurorId>,
    /// The sheets that are known.
    had: BTreeSet<Digest>,
    packer: Packer,
}

impl<'r> Reader<'r> {
    pub(super) fn new(roll: &'r Awaited<'r>, mine: Option<&'r JurorId>, had: BTreeSet<Digest>) -> Self {
        Self {
            roll,
            mine,
            had,
            packer: Packer::default(),
        }
    }

    /// Reads all files, as long as somebody takes what came.
    pub(super) fn read_all(mut self, files: &[PathBuf], sender: &SyncSender<Arrival>) {
        for path in files {
            let Some(came) = self.read(path).transpose() else {
                return;
            };
            let path = path.clone();
            if sender.send(Arrival { path, came }).is_err() {
                return;
            }
        }
    }

    /// Reads a file; nothing comes of one that wants a roll where there is none and none will be.
    fn read(&mut self, path: &Path) -> Result<Option<Came>, Refusal> {
        let bytes = read_bounded(path)?;
        let digest = Digest::of(&bytes);
        if self.had.contains(&digest) {
            return Ok(Some(Came::Known(digest)));
        }
        let signed = sheet_json::read(&bytes)?;
        if self.mine.is_some_and(|mine| mine != signed.juror()) {
            let juror = signed.juror().to_string();
            return Err(Refusal::NotYours { juror });
        }
        let Some(roll) = self.roll.wait() else {
            return Ok(None);
        };
        let sheet = Box::new(signed.admit(roll)?);
        self.had.insert(digest.clone());
        let packed = self.packer.pack(&bytes);
        Ok(Some(Came::Sheet {
            digest,
            packed,
            sheet,
        }))
    }
}
