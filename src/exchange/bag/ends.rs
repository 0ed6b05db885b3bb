//! The archive's end record, read before anything is believed of it.

use super::fault::{BagFault, ZipFault};
use std::io::{Read, Seek, SeekFrom};

const END_RECORD: [u8; 4] = *b"PK\x05\x06";

/// Bytes of an end record without a comment.
const LENGTH: usize = 22;

/// Reads how many members the archive's end record claims: the `zip` crate keeps the last of two members of one name
/// without a word, so a count that differs betrays them.
pub(in crate::exchange) fn entry_count<R: Read + Seek>(input: &mut R) -> Result<usize, BagFault> {
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
    if !is_whole(&bytes, place, size) {
        return Err(not_zip(ZipFault::BadEnd));
    }
    match (field(8), field(10), field(20)) {
        (Some(here), Some(total), Some(0)) if here == total && total != u16::MAX => Ok(usize::from(total)),
        (Some(u16::MAX), Some(u16::MAX), Some(0)) => {
            zip64_count(&bytes, place).ok_or_else(|| not_zip(ZipFault::BadEnd))
        }
        _ => Err(not_zip(ZipFault::BadEnd)),
    }
}

/// Tells whether the archive says that it has one part, and a list of members that ends where its end begins; a larger
/// archive says so in a record of its own, between both.
fn is_whole(tail: &[u8], end: usize, size: u64) -> bool {
    let four = |from: usize| -> Option<u64> {
        let bytes = tail.get(end + from..end + from + 4)?;
        Some(u64::from(u32::from_le_bytes(bytes.try_into().ok()?)))
    };
    let parts = four(4).is_some_and(|parts| parts == 0 || parts == u64::from(u32::MAX));
    let is_larger = end.checked_sub(20).and_then(|at| tail.get(at..at + 4)) == Some(b"PK\x06\x07");
    let ends = four(12).zip(four(16)).map(|(length, start)| start + length);
    parts && (is_larger || ends == Some(size - LENGTH as u64))
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
