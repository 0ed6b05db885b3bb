//! Bytes to text: a byte order mark, UTF-16 that shows by its zeros, UTF-8, or what the bytes look most like.

use super::pages::Pages;
use super::{Cancel, Limits, Unreadable};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Reads plain text.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let text = text(bytes, limits, pages);
    for line in text.lines() {
        cancel.check()?;
        if line.trim().is_empty() {
            pages.gap();
        } else if !pages.line(line) {
            break;
        }
    }
    Ok(())
}

/// Decodes as much as is wanted.
pub(super) fn text(bytes: &[u8], limits: &Limits, pages: &mut Pages) -> String {
    // Two bytes a character in UTF-16: more can't become text within the limit.
    let wanted = limits.text.saturating_mul(2);
    let taken = bytes.get(..wanted).unwrap_or(bytes);
    if taken.len() < bytes.len() {
        pages.truncate();
    }
    decoded(taken, encoding_of(taken))
}

/// Decodes with an encoding that the bytes' own mark overrules.
pub(super) fn decoded(bytes: &[u8], encoding: &'static Encoding) -> String {
    encoding.decode(bytes).0.into_owned()
}

/// Tells the encoding.
pub(super) fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = by_zeros(bytes) {
        return encoding;
    }
    if is_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"fr"), Utf8Detection::Deny)
}

/// Tells whether the bytes are text in some encoding: hardly any controls but those that text has.
pub(in crate::exchange) fn is_text(bytes: &[u8]) -> bool {
    let start = bytes.get(..4096).unwrap_or(bytes);
    if Encoding::for_bom(start).is_some() || by_zeros(start).is_some() {
        return true;
    }
    let odd = start.iter().filter(|byte| is_odd(**byte)).count();
    !start.contains(&0) && odd * 100 <= start.len()
}

fn is_odd(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)
}

/// Text of Europe in UTF-16 has a zero in nearly every pair, always on the same side.
pub(in crate::exchange) fn by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..1024).unwrap_or(bytes);
    let (pairs, rest) = start.as_chunks::<2>();
    let first = pairs
        .iter()
        .filter(|[first, second]| *first == 0 && *second != 0)
        .count();
    let second = pairs
        .iter()
        .filter(|[first, second]| *second == 0 && *first != 0)
        .count();
    let enough = (pairs.len() * 7).div_ceil(10).max(2);
    match (first, second) {
        _ if !rest.is_empty() && bytes.len() == start.len() => None,
        (0, seen) if seen >= enough => Some(UTF_16LE),
        (seen, 0) if seen >= enough => Some(UTF_16BE),
        _ => None,
    }
}

/// What was cut in the middle of a character is still UTF-8.
fn is_utf8(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && error.valid_up_to() > 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHRASE: &str = "Nom;Été à Noël – cœur d’œuvre\n";

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn each_encoding_is_recognised() {
        let windows = encoding_rs::WINDOWS_1252.encode(PHRASE).0.into_owned();
        let cases = [
            PHRASE.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", PHRASE.as_bytes()].concat(),
            utf16(PHRASE, u16::to_le_bytes),
            utf16(PHRASE, u16::to_be_bytes),
            utf16(&format!("\u{feff}{PHRASE}"), u16::to_le_bytes),
            windows,
        ];
        for bytes in cases {
            assert!(is_text(&bytes), "{bytes:?}");
            assert_eq!(decoded(&bytes, encoding_of(&bytes)), PHRASE);
        }
    }

    #[test]
    fn binary_files_are_not_text() {
        assert!(!is_text(b"\x00\x01\x02\x03"));
        assert!(!is_text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0"));
        assert!(is_text(b""));
    }

    #[test]
    fn a_text_cut_in_the_middle_of_a_character_stays_utf_8() {
        let bytes = "aé".as_bytes();
        assert_eq!(encoding_of(&bytes[..2]), UTF_8);
    }
}
