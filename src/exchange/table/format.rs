//! What kind of table a file is, by its content and never by its name.

use super::sheet::Sheet;
use super::{Warning, csv, ods, survey, xlsx};
use crate::exchange::budget::Budget;
use crate::exchange::error::{ExchangeError, TableFault};
use crate::exchange::evidence::is_text;
use crate::exchange::place::Place;

/// The formats of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Values parted by a character.
    Csv,
    /// `OpenDocument` spreadsheet.
    Ods,
    /// Office Open XML workbook.
    Xlsx,
    /// LimeSurvey's JSON.
    Survey,
    /// A document protected by a password, in Microsoft's container.
    Protected,
}

/// How far into a file the look for its format goes.
const SNIFFED: usize = 64 * 1024;

/// Tells what kind of table a file is; nothing where it is none.
pub fn format_of(bytes: &[u8]) -> Option<TableFormat> {
    let start = bytes.get(..SNIFFED).unwrap_or(bytes);
    if start.starts_with(b"PK\x03\x04") {
        return package_of(bytes);
    }
    if start.starts_with(b"\xd0\xcf\x11\xe0") {
        return Some(TableFormat::Protected);
    }
    let unmarked = start
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(start)
        .trim_ascii_start();
    if unmarked.starts_with(b"{") || unmarked.starts_with(b"[") {
        let word = b"\"responses\"";
        let is_survey = unmarked.windows(word.len()).any(|window| window == word);
        return is_survey.then_some(TableFormat::Survey);
    }
    let is_table = !unmarked.is_empty() && !unmarked.starts_with(b"<") && !unmarked.starts_with(b"%PDF-");
    // One cell may hold U+0000; a file full of controls is no text.
    (is_table && (is_text(start) || is_nearly_text(start))).then_some(TableFormat::Csv)
}

/// A package is told by its type, which stands in clear at its start, or by its members.
fn package_of(bytes: &[u8]) -> Option<TableFormat> {
    let holds = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    let head = bytes.get(30..160).unwrap_or_default();
    let kind: &[u8] = b"application/vnd.oasis.opendocument.";
    if head.starts_with(b"mimetype") && holds(head, kind) {
        let is_sheet = holds(head, b"opendocument.spreadsheet");
        return is_sheet.then_some(TableFormat::Ods);
    }
    if holds(bytes, b"xl/workbook.xml") {
        return Some(TableFormat::Xlsx);
    }
    let is_ods = holds(bytes, b"content.xml") && holds(bytes, b"META-INF/manifest.xml");
    is_ods.then_some(TableFormat::Ods)
}

fn is_nearly_text(start: &[u8]) -> bool {
    let odd = start
        .iter()
        .filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace());
    odd.count() * 10 <= start.len()
}

/// Tells whether a file looks like a table that is read here.
pub fn looks_like(bytes: &[u8]) -> bool {
    format_of(bytes).is_some()
}

/// Reads the sheets of a file that say something.
pub(super) fn sheets(
    file: &str,
    bytes: &[u8],
    budget: &Budget,
    warnings: &mut Vec<Warning>,
) -> Result<Vec<Sheet>, ExchangeError> {
    let refused = |fault| ExchangeError::Table {
        file: file.to_owned(),
        at: Place::default(),
        fault,
    };
    match format_of(bytes) {
        Some(TableFormat::Csv) => Ok(csv::read(file, bytes, budget, warnings)?.into_iter().collect()),
        Some(TableFormat::Ods) => ods::read(file, bytes, budget),
        Some(TableFormat::Xlsx) => xlsx::read(file, bytes, budget),
        Some(TableFormat::Survey) => Ok(survey::read(file, bytes, budget, warnings)?.into_iter().collect()),
        Some(TableFormat::Protected) => Err(refused(TableFault::Encrypted)),
        None if bytes.trim_ascii().is_empty() => Err(refused(TableFault::Empty)),
        None => Err(refused(TableFault::Format)),
    }
}
