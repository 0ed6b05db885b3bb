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

/// Reads a file once, piece by piece, and stops at the budget.
pub(super) fn seal(mut input: impl Read, named: &str, budget: &Budget) -> Result<Seal, ExchangeError> {
    let (mut sha, mut md5, mut size) = (Sha256::new(), Md5::new(), 0);
    let mut chunk = vec![0; 128 * 1024];
    loop {
        let read = input
            .read(&mut chunk)
            .map_err(|error| ExchangeError::io(named, &error))?;
        if read == 0 {
            break;
        }
        let bytes = chunk.get(..read).unwrap_or_default();
        sha.update(bytes);
        md5.update(bytes);
        size += read as u64;
        budget.fits(named, size)?;
    }
    Ok(Seal {
        digest: Digest::of_hash(sha.finalize().into()),
        checksum: STANDARD.encode(md5.finalize()),
        size,
    })
}
