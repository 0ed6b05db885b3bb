//! Values parted by a character. Rows are as long as the headings, or refused with their line: a row of another length
//! is one that lost its quotation marks.

use super::sheet::{COLUMNS, Cell, Row, Sheet, fits, holds};
use super::{Warning, text};
use crate::exchange::budget::Budget;
use crate::exchange::delimited::{Flaw, Lines, flaw, part_of};
use crate::exchange::error::{Bound, ExchangeError, TableFault};
use crate::exchange::place::Place;

/// Reads a file.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    budget: &Budget,
    warnings: &mut Vec<Warning>,
) -> Result<Option<Sheet>, ExchangeError> {
    let text = text::decoded(file, bytes, warnings)?;
    let refused = |at, fault| {
        let file = file.to_owned();
        ExchangeError::Table { file, at, fault }
    };
    let part = part_of(&text);
    if let Some((place, flaw)) = flaw(&text, part, budget.text_bytes, COLUMNS) {
        let at = Place::of_byte(&text, place);
        let beyond = |bound, limit: usize| ExchangeError::Beyond {
            file: file.to_owned(),
            at: at.clone(),
            bound,
            limit: u64::try_from(limit).unwrap_or(u64::MAX),
        };
        return Err(match flaw {
            Flaw::Unclosed => refused(at, TableFault::Unclosed),
            Flaw::Long => beyond(Bound::Text, budget.text_bytes),
            Flaw::Wide => beyond(Bound::Columns, COLUMNS),
        });
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(part)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines::new(&text);
    let mut rows: Vec<Row> = Vec::new();
    let mut width = None;
    let mut held = 0;
    for record in reader.records() {
        // Text that is UTF-8 and rows of any length leave nothing to refuse but the end of memory.
        let Ok(record) = record else { break };
        let line = lines.at(record.position());
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let row = row(&record, line);
        let place = Place::of_line(line);
        for (_, cell) in &row.cells {
            holds(file, &|| place.clone(), &cell.text, 1, &mut held, budget)?;
        }
        fits(file, &place, &row, rows.len() + 1, budget)?;
        let expected = *width.get_or_insert_with(|| filled(&record));
        let found = filled(&record);
        if found > expected || record.len() < expected {
            let found = if found > expected { found } else { record.len() };
            return Err(refused(
                Place::of_line(line),
                TableFault::Ragged { found, expected },
            ));
        }
        rows.push(row);
    }
    Sheet::new(file, None, rows)
}

fn row(record: &csv::StringRecord, line: usize) -> Row {
    let cells = record.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    Row {
        line,
        pointer: None,
        cells: cells.map(|(at, cell)| (at, Cell::of(cell))).collect(),
    }
}

/// Counts the values up to the last that says something.
fn filled(record: &csv::StringRecord) -> usize {
    let said = record
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.trim().is_empty());
    said.last().map_or(0, |(at, _)| at + 1)
}
