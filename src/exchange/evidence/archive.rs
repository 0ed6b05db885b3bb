//! A member of a package, read within bounds. Members are asked for by name; their names are never paths here.

use super::{Extent, Format, Limits, Trick, Unreadable};
use crate::exchange::budget::Budget;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// A directory entry of a zip file begins so.
const ENTRY: &[u8] = b"PK\x01\x02";

/// Reads the content of an `OpenDocument` package.
pub(super) fn content(bytes: &[u8], limits: &Limits, format: Format) -> Result<String, Unreadable> {
    let entries = bytes
        .windows(ENTRY.len())
        .filter(|window| *window == ENTRY)
        .count();
    if entries > Budget::default().members {
        return Err(Unreadable::Hostile {
            trick: Trick::Endless,
        });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error, format))?;
    if is_encrypted(&mut archive, limits) {
        return Err(Unreadable::Encrypted);
    }
    let content = member(&mut archive, "content.xml", limits, format)?;
    String::from_utf8(content).map_err(|_| Unreadable::Malformed { format })
}

/// The package itself is in clear; its list of members tells which of them need a password.
fn is_encrypted(archive: &mut ZipArchive<Cursor<&[u8]>>, limits: &Limits) -> bool {
    let manifest = member(archive, "META-INF/manifest.xml", limits, Format::Odt);
    manifest.is_ok_and(|text| super::format::holds(&text, b":encryption-data"))
}

fn member(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
    format: Format,
) -> Result<Vec<u8>, Unreadable> {
    let packed = archive.by_name(name).map_err(|error| refusal(&error, format))?;
    let mut bytes = Vec::new();
    packed
        .take(limits.unpacked.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|_| Unreadable::Malformed { format })?;
    if bytes.len() as u64 > limits.unpacked {
        return Err(Unreadable::TooLarge {
            extent: Extent::Unpacked,
            limit: limits.unpacked,
        });
    }
    Ok(bytes)
}

fn refusal(error: &ZipError, format: Format) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => Unreadable::Encrypted,
        _ => Unreadable::Malformed { format },
    }
}
