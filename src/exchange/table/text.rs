//! Bytes of a text table to text, without loss: UTF-8, UTF-16 by its mark or its zeros, else Windows-1252, which is
//! announced. What is nearly UTF-8 is damaged, not Windows-1252.

use super::Warning;
use crate::domain::saying::Saying;
use crate::exchange::error::{ExchangeError, Expected, Found, TableFault};
use crate::exchange::evidence::by_zeros;
use crate::exchange::place::Place;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Decodes a file, and warns of its encoding and of U+0000, which becomes U+2400.
pub(super) fn decoded<'b>(
    file: &str,
    bytes: &'b [u8],
    warnings: &mut Vec<Warning>,
) -> Result<Cow<'b, str>, ExchangeError> {
    let (encoding, skipped) = match Encoding::for_bom(bytes) {
        Some(marked) => marked,
        None => (guessed(file, bytes)?, 0),
    };
    let body = bytes.get(skipped..).unwrap_or_default();
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(body) else {
        if encoding == UTF_8 {
            return Err(not_utf8(file, body));
        }
        return Err(ExchangeError::Table {
            file: file.to_owned(),
            at: Place::default(),
            fault: TableFault::Undecodable(encoding.name()),
        });
    };
    let mut warn = |at: String, what| {
        let source = file.to_owned();
        warnings.push(Warning { source, at, what });
    };
    if encoding != UTF_8 {
        let what = Saying::new("exchange-warning-encoding").text("name", encoding.name());
        warn(String::new(), what);
    }
    let Some(nul) = text.find('\0') else {
        return Ok(text);
    };
    let what = Saying::new("exchange-warning-nul");
    warn(Place::of_byte(&text, nul).to_string(), what);
    Ok(Cow::Owned(text.replace('\0', "\u{2400}")))
}

fn guessed(file: &str, bytes: &[u8]) -> Result<&'static Encoding, ExchangeError> {
    if let Some(encoding) = by_zeros(bytes) {
        return Ok(encoding);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(UTF_8);
    }
    let (mut letters, mut faults) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    if letters > faults {
        return Err(not_utf8(file, bytes));
    }
    Ok(WINDOWS_1252)
}

fn not_utf8(file: &str, body: &[u8]) -> ExchangeError {
    let offset = std::str::from_utf8(body).map_or_else(|error| error.valid_up_to(), |_| 0);
    let good = body.get(..offset).and_then(|good| std::str::from_utf8(good).ok());
    ExchangeError::Malformed {
        file: file.to_owned(),
        at: Place::of_byte(good.unwrap_or_default(), offset),
        found: Found::Byte(body.get(offset).copied().unwrap_or_default(), offset),
        expected: Expected::Utf8,
    }
}
