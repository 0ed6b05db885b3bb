//! A build without encryption: it knows a sealed package when it meets one, and can say no more.

use super::{Key, Lock, SealFault};
use std::fs::File;
use std::io::{Read, Write};

/// Refuses to seal.
///
/// # Errors
/// Always: that this build can't.
pub fn seal<W: Write>(_clear: impl Read, _out: W, _lock: &Lock) -> Result<W, SealFault> {
    Err(SealFault::NotBuiltIn)
}

/// Refuses to open.
///
/// # Errors
/// Always: that this build can't.
pub fn open(_sealed: impl Read, _key: Option<&Key>) -> Result<File, SealFault> {
    Err(SealFault::NotBuiltIn)
}
