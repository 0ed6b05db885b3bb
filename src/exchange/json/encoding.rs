//! UTF-8 alone, a byte-order mark aside; anything else is refused by its name or its first bad byte.

use crate::exchange::error::{ExchangeError, Expected, Found};
use crate::exchange::place::Place;

/// The byte-order mark of UTF-8.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

const MARKS: [(&[u8], &str); 4] = [
    (&[0xff, 0xfe, 0, 0], "UTF-32"),
    (&[0, 0, 0xfe, 0xff], "UTF-32"),
    (&[0xff, 0xfe], "UTF-16"),
    (&[0xfe, 0xff], "UTF-16"),
];

/// Returns the text of a JSON file.
///
/// # Errors
/// Another encoding, or bytes that are not UTF-8.
pub fn text_of<'d>(file: &str, bytes: &'d [u8]) -> Result<&'d str, ExchangeError> {
    if let Some(name) = other_encoding(bytes) {
        let file = file.to_owned();
        return Err(ExchangeError::Encoding { file, name });
    }
    let marked = bytes.strip_prefix(MARK);
    let skipped = bytes.len() - marked.map_or(bytes.len(), <[u8]>::len);
    let body = marked.unwrap_or(bytes);
    std::str::from_utf8(body).map_err(|error| {
        let offset = error.valid_up_to();
        let good = body.get(..offset).and_then(|good| std::str::from_utf8(good).ok());
        ExchangeError::Malformed {
            file: file.to_owned(),
            at: Place::of_byte(good.unwrap_or_default(), offset),
            found: Found::Byte(body.get(offset).copied().unwrap_or_default(), offset + skipped),
            expected: Expected::Utf8,
        }
    })
}

/// A JSON text starts with an ASCII character, so a zero among its first bytes tells UTF-16 or UTF-32 (RFC 4627 §3).
pub(super) fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark));
    if let Some((_, name)) = marked {
        return Some(name);
    }
    match bytes {
        [0, 0, 0, _, ..] | [_, 0, 0, 0, ..] => Some("UTF-32"),
        [0, _, ..] | [_, 0, ..] => Some("UTF-16"),
        _ => None,
    }
}
