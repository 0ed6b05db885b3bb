//! Values parted by a character, as aligned columns. The character is the one that parts the first records most evenly.

use super::pages::Pages;
use super::table::{Fit, Purse, Row, Table};
use super::{Cancel, Limits, Unreadable, decode};
use crate::exchange::delimited::{part_of, records};

/// Reads values.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let text = decode::text(bytes, limits, pages);
    let text = text.trim_start_matches('\u{feff}');
    let mut table = Table::new(Fit::Sheet);
    let mut purse = Purse::new(pages.bytes_left());
    for record in records(text, part_of(text)) {
        cancel.check()?;
        if !record.iter().all(|cell| purse.pay(cell)) {
            pages.truncate();
            break;
        }
        let is_head = table.is_empty();
        table.push(row(&record), is_head);
    }
    table.lines(|line| !cancel.is_cancelled() && pages.line(line));
    cancel.check()
}

fn row(record: &csv::StringRecord) -> Row {
    let cells = record.iter().map(str::trim).enumerate();
    cells
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(at, cell)| (at, cell.to_owned()))
        .collect()
}
