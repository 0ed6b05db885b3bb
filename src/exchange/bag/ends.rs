//! The archive's end record, read before anything is believed of it.

use super::fault::{BagFault, ZipFault};
use std::io::{Read, Seek, SeekFrom};

const END_RECORD: [u8; 4] = *b"PK\x05\x06";

/// Bytes of an end record without a comment.
const LENGTH: usize = 22;

/// Reads how many members the archive's end record claims: the `zip` crate keeps the last of two members of one name
/// without a word, so a count that differs betrays them.
pub(super) fn entry_count<R: Read + Seek>(input: &mut R) -> Result<usize, BagFault> {
    let io = |e: std::io::Error| BagFault::io(&e);
    let not_zip = BagFault::zip;
    let size = input.seek(SeekFrom::End(0)).map_err(io)?;
    let tail = size.min(66_000);
    input.seek(SeekFrom::Start(size - tail)).map_err(io)?;
    let mut bytes = Vec::new();
    input.take(tail).read_to_end(&mut bytes).map_err(io)?;
    input.rewind().map_err(io)?;
    // Without a comment it stands at the very end; what looks like another before it is some member's own bytes.
    let place = bytes.len().saturating_sub(LENGTH);
    if !bytes.get(place..).is_some_and(|end| end.starts_with(&END_RECORD)) {
        return Err(not_zip(ZipFault::NoEnd));
    }
    let field = |from: usize| {
        let two = bytes.get(place + from..place + from + 2)?;
        Some(u16::from_le_bytes(two.try_into().ok()?))
    };
    match (field(8), field(10), field(20)) {
        (Some(here), Some(total), Some(0)) if here == total && total != u16::MAX => Ok(usize::from(total)),
        (Some(u16::MAX), Some(u16::MAX), Some(0)) => {
            zip64_count(&bytes, place).ok_or_else(|| not_zip(ZipFault::BadEnd))
        }
        _ => Err(not_zip(ZipFault::BadEnd)),
    }
}

fn zip64_count(tail: &[u8], end: usize) -> Option<usize> {
    let locator = end.checked_sub(20)?;
    let record = locator.checked_sub(56)?;
    if tail.get(locator..locator + 4)? != b"PK\x06\x07" || tail.get(record..record + 4)? != b"PK\x06\x06" {
        return None;
    }
    let eight = tail.get(record + 32..record + 40)?;
    usize::try_from(u64::from_le_bytes(eight.try_into().ok()?)).ok()
}
