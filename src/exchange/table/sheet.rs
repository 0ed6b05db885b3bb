//! A table as every format gives it: headings, and rows of the cells that hold something, each with its place.

use crate::exchange::budget::Budget;
use crate::exchange::error::{Bound, ExchangeError, TableFault};
use crate::exchange::mapping::ColumnRef;
use crate::exchange::place::Place;
use std::collections::HashMap;

/// The widest sheet that any program writes.
pub(super) const COLUMNS: usize = 16_384;

/// What a format tells of a cell beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing.
    Text,
    /// It is a day, and its text is ISO 8601.
    Date,
    /// It is true or false.
    Bool(bool),
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its text, as the candidate wrote it.
    pub(super) text: String,
    /// What it is.
    pub(super) kind: Kind,
}

impl Cell {
    /// Makes a cell of text.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            kind: Kind::Text,
        }
    }

    /// Tells whether it holds nothing to read.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A row: its cells by column, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its line or row, counted from 1.
    pub(super) line: usize,
    /// Its pointer, in a format that has no lines.
    pub(super) pointer: Option<String>,
    /// The cells, by column counted from 0; what is not there is blank, or in JSON not asked.
    pub(super) cells: Vec<(usize, Cell)>,
}

impl Row {
    /// Returns a cell.
    pub(super) fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(at, _)| *at).ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }

    /// Returns what a cell says, without the spaces around it; nothing where it is blank.
    pub(super) fn words(&self, column: usize) -> Option<&str> {
        let words = self.cell(column).map(|cell| cell.text.trim());
        words.filter(|text| !text.is_empty())
    }

    /// Tells whether no cell says anything.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|(_, cell)| cell.is_blank())
    }
}

/// A heading over its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// The column, counted from 0.
    pub(super) at: usize,
    /// Its heading, and which of those that read so.
    pub(super) column: ColumnRef,
}

impl Head {
    /// Returns the identifier of its answers: the heading, with its number from the second on.
    pub(super) fn champ(&self) -> String {
        self.column.champ()
    }
}

/// A sheet of rows under headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Its name, in a workbook.
    pub(super) name: Option<String>,
    /// The headings, in order.
    pub(super) head: Vec<Head>,
    /// The line of the headings.
    pub(super) head_line: usize,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

impl Sheet {
    /// Makes a sheet of rows, the first of which are the headings; nothing where no row says anything.
    ///
    /// # Errors
    /// Values under no heading.
    pub(super) fn new(
        file: &str,
        name: Option<String>,
        rows: Vec<Row>,
    ) -> Result<Option<Self>, ExchangeError> {
        let mut rows = rows.into_iter().skip_while(Row::is_blank);
        let Some(first) = rows.next() else {
            return Ok(None);
        };
        let texts = first.cells.into_iter().filter(|(_, cell)| !cell.is_blank());
        let sheet = Self {
            name,
            head: heads(texts.map(|(at, cell)| (at, cell.text))),
            head_line: first.line,
            rows: rows.filter(|row| !row.is_blank()).collect(),
        };
        sheet.check(file)?;
        Ok(Some(sheet))
    }

    fn check(&self, file: &str) -> Result<(), ExchangeError> {
        let under = |at: usize| self.head.binary_search_by_key(&at, |head| head.at).is_ok();
        for row in &self.rows {
            let stray = row
                .cells
                .iter()
                .find(|(at, cell)| !cell.is_blank() && !under(*at));
            if let Some((at, _)) = stray {
                return Err(ExchangeError::Table {
                    file: file.to_owned(),
                    at: self.place_of(row.line, Some(*at)),
                    fault: TableFault::NoHeading,
                });
            }
        }
        Ok(())
    }

    /// Returns the place of a row, or of a cell in it.
    pub(super) fn place(&self, row: &Row, head: Option<&Head>) -> Place {
        if let Some(pointer) = &row.pointer {
            let cell = head.map_or(String::new(), |head| format!(" {}", head.column.heading));
            return Place::default().pointing(format!("{pointer}{cell}"));
        }
        if self.name.is_some() {
            return self.place_of(row.line, head.map(|head| head.at));
        }
        let place = Place::of_line(row.line);
        match head {
            Some(head) => place.pointing(head.champ()),
            None => place,
        }
    }

    /// Returns the place of a heading.
    pub(super) fn place_of_head(&self, head: &Head) -> Place {
        match (&self.name, self.head_line) {
            (None, 0) => Place::default().pointing(head.champ()),
            (None, line) => Place::of_line(line).pointing(head.champ()),
            (Some(_), line) => self.place_of(line, Some(head.at)),
        }
    }

    fn place_of(&self, line: usize, column: Option<usize>) -> Place {
        match &self.name {
            Some(name) => cell_place(name, line, column),
            None => Place::of_line(line),
        }
    }
}

/// Returns the place of a cell of a workbook as spreadsheets write it: `Dossiers!C12`.
pub(super) fn cell_place(sheet: &str, line: usize, column: Option<usize>) -> Place {
    let letters = column.map(letters).unwrap_or_default();
    Place::default().pointing(format!("{sheet}!{letters}{line}"))
}

/// Names a column, counted from 0, as spreadsheets do: A, B… Z, AA…
fn letters(column: usize) -> String {
    let mut left = column.saturating_add(1);
    let mut letters = Vec::new();
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Numbers headings that repeat.
pub(super) fn heads(texts: impl Iterator<Item = (usize, String)>) -> Vec<Head> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    texts
        .map(|(at, heading)| {
            let heading = heading.trim().to_owned();
            let count = seen.entry(heading.clone()).or_default();
            *count += 1;
            let occurrence = *count;
            Head {
                at,
                column: ColumnRef { heading, occurrence },
            }
        })
        .collect()
}

/// What a cell takes in memory beside its text.
const CELL: usize = 80;

/// Counts one more cell, so many times: texts that cells share are few in a file, and as many as its cells in memory.
pub(super) fn holds(
    file: &str,
    at: &dyn Fn() -> Place,
    text: &str,
    times: usize,
    held: &mut u64,
    budget: &Budget,
) -> Result<(), ExchangeError> {
    let bytes = text.len().saturating_add(CELL).saturating_mul(times);
    *held = held.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
    if *held <= budget.table_bytes {
        return Ok(());
    }
    Err(ExchangeError::Beyond {
        file: file.to_owned(),
        at: at(),
        bound: Bound::Table,
        limit: budget.table_bytes,
    })
}

/// Checks one more row against the budget.
pub(super) fn fits(
    file: &str,
    at: &Place,
    row: &Row,
    rows: usize,
    budget: &Budget,
) -> Result<(), ExchangeError> {
    let beyond = |bound, limit: usize| {
        Err(ExchangeError::Beyond {
            file: file.to_owned(),
            at: at.clone(),
            bound,
            limit: u64::try_from(limit).unwrap_or(u64::MAX),
        })
    };
    if row
        .cells
        .iter()
        .any(|(_, cell)| cell.text.len() > budget.text_bytes)
    {
        return beyond(Bound::Text, budget.text_bytes);
    }
    if row.cells.last().is_some_and(|(at, _)| *at >= COLUMNS) {
        return beyond(Bound::Columns, COLUMNS);
    }
    // The headings are a row too.
    if rows > budget.dossiers.saturating_add(1) {
        return beyond(Bound::Dossiers, budget.dossiers);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        for (column, name) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn repeated_headings_are_numbered() {
        let heads = heads([(0, "A".to_owned()), (2, " A".to_owned()), (3, "B".to_owned())].into_iter());
        let champs: Vec<_> = heads.iter().map(Head::champ).collect();
        assert_eq!(champs, ["A", "A #2", "B"]);
    }
}
