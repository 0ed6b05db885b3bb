//! What tells a file apart: its digest, the platform's checksum, its size.

use crate::domain::ids::Digest;
use crate::exchange::budget::Budget;
use crate::exchange::error::ExchangeError;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha2::{Digest as _, Sha256};
use std::io::Read;

/// What tells a file apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seal {
    /// The digest of its bytes.
    pub(super) digest: Digest,
    /// The platform's checksum: MD5, in base64.
    pub(super) checksum: String,
    /// Its size in bytes.
    pub(super) size: u64,
}

/// A seal in the making.
#[derive(Default)]
pub(super) struct Sealing {
    sha256: Sha256,
    md5: Md5,
    size: u64,
}

impl Sealing {
    /// Takes the next bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        self.md5.update(bytes);
        self.size += bytes.len() as u64;
    }

    /// Ends the file.
    pub(super) fn seal(self) -> Seal {
        Seal {
            digest: Digest::of_hash(self.sha256.finalize().into()),
            checksum: STANDARD.encode(self.md5.finalize()),
            size: self.size,
        }
    }
}

/// Reads a file once, piece by piece, and stops at the budget.
pub(super) fn seal(mut input: impl Read, named: &str, budget: &Budget) -> Result<Seal, ExchangeError> {
    let mut sealing = Sealing::default();
    let mut chunk = vec![0; 128 * 1024];
    loop {
        let read = input
            .read(&mut chunk)
            .map_err(|error| ExchangeError::io(named, &error))?;
        if read == 0 {
            return Ok(sealing.seal());
        }
        sealing.add(chunk.get(..read).unwrap_or_default());
        budget.fits(named, sealing.size)?;
    }
}
