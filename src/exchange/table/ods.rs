//! `OpenDocument` spreadsheets, read as they come: rows and cells that repeat are written out only where they say
//! something, and only so many. Numbers and days are their values, for what is shown of them may be rounded;
//! percentages and amounts are what their author saw.

use super::archive::Package;
use super::sheet::{COLUMNS, Cell, Kind, Row, Sheet, cell_place, fits, holds};
use crate::exchange::budget::Budget;
use crate::exchange::error::{Bound, ExchangeError, TableFault};
use crate::exchange::evidence::{Cancel, Format, Node, Tag, Unreadable, Xml, ods_cell};
use crate::exchange::place::Place;

/// The longest sheet that any program writes.
const ROWS: usize = 1 << 20;
/// Repeated cells for each that is written.
const REPEATS: usize = 16;

/// Why reading ended: the document's fault, or a refusal made whole.
enum Stop {
    Xml(Unreadable),
    Whole(ExchangeError),
}

impl From<Unreadable> for Stop {
    fn from(why: Unreadable) -> Self {
        Self::Xml(why)
    }
}

/// Reads the sheets of a workbook.
pub(super) fn read(file: &str, bytes: &[u8], budget: &Budget) -> Result<Vec<Sheet>, ExchangeError> {
    let mut package = Package::open(file, bytes, budget)?;
    let manifest = "META-INF/manifest.xml";
    let locked = package.has("encrypted-package")
        || (package.has(manifest) && package.whole(manifest)?.contains(":encryption-data"));
    if locked {
        return Err(ExchangeError::Table {
            file: file.to_owned(),
            at: Place::default(),
            fault: TableFault::Encrypted,
        });
    }
    let cancel = Cancel::new();
    let mut reader = Reader {
        file,
        budget,
        name: String::new(),
        rows: Vec::new(),
        written: 0,
        repeated: 0,
        held: 0,
    };
    let mut sheets = Vec::new();
    let content = package.member("content.xml")?;
    let read = reader.sheets(&mut Xml::stream(content, Format::Ods, &cancel), &mut sheets);
    match read {
        Ok(()) => {}
        Err(Stop::Whole(error)) => return Err(error),
        Err(Stop::Xml(why)) => {
            let at = format!("content.xml {}", reader.name);
            return Err(package.blame(&why, at.trim_end()));
        }
    }
    Ok(sheets)
}

struct Reader<'a> {
    file: &'a str,
    budget: &'a Budget,
    name: String,
    rows: Vec<Row>,
    written: usize,
    repeated: usize,
    held: u64,
}

impl Reader<'_> {
    fn sheets(&mut self, xml: &mut Xml<'_>, sheets: &mut Vec<Sheet>) -> Result<(), Stop> {
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "table:table" => {
                    self.name = tag.attribute("table:name").unwrap_or_default();
                    self.sheet(xml)?;
                    let rows = std::mem::take(&mut self.rows);
                    let sheet = Sheet::new(self.file, Some(self.name.clone()), rows);
                    sheets.extend(sheet.map_err(Stop::Whole)?);
                }
                Node::Open(tag) if tag.name() == "table:tracked-changes" => xml.skip()?,
                Node::End => return Ok(()),
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn sheet(&mut self, xml: &mut Xml<'_>) -> Result<(), Stop> {
        let outside = xml.depth().saturating_sub(1);
        let mut line = 1;
        while xml.depth() > outside {
            match xml.next()? {
                Node::Open(tag) => match tag.name() {
                    "table:table-row" => {
                        let times = tag.count("table:number-rows-repeated", ROWS);
                        let cells = self.cells(xml, line)?;
                        self.push(cells, line, times)?;
                        line += times;
                    }
                    "table:shapes" | "office:forms" | "table:table" => xml.skip()?,
                    _ => {}
                },
                Node::End => break,
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        Ok(())
    }

    fn cells(&mut self, xml: &mut Xml<'_>, line: usize) -> Result<Vec<(usize, Cell)>, Stop> {
        let outside = xml.depth().saturating_sub(1);
        let (mut cells, mut column) = (Vec::new(), 0_usize);
        while xml.depth() > outside {
            match xml.next()? {
                Node::Open(tag) if matches!(tag.name(), "table:table-cell" | "table:covered-table-cell") => {
                    let times = tag.count("table:number-columns-repeated", COLUMNS);
                    let cell = cell(xml, &tag)?;
                    if !cell.text.is_empty() {
                        self.written += 1;
                        self.repeat(times - 1, line, column)?;
                        self.hold(&cell, times, line, column)?;
                        cells.extend((column..column.saturating_add(times)).map(|at| (at, cell.clone())));
                    }
                    column = column.saturating_add(times);
                }
                Node::End => break,
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
            }
        }
        Ok(cells)
    }

    fn push(&mut self, cells: Vec<(usize, Cell)>, line: usize, times: usize) -> Result<(), Stop> {
        if cells.is_empty() {
            return Ok(());
        }
        let column = cells.first().map_or(0, |(at, _)| *at);
        self.repeat(cells.len().saturating_mul(times - 1), line, column)?;
        let row = |line, cells| Row {
            line,
            pointer: None,
            cells,
        };
        let first = row(line, cells);
        let place = cell_place(&self.name, line, None);
        let rows = self.rows.len().saturating_add(times);
        fits(self.file, &place, &first, rows, self.budget).map_err(Stop::Whole)?;
        if times > 1 {
            for (column, cell) in &first.cells {
                self.hold(cell, times - 1, line, *column)?;
            }
        }
        for again in 1..times {
            self.rows.push(row(line + again - 1, first.cells.clone()));
        }
        self.rows.push(row(line + times - 1, first.cells));
        Ok(())
    }

    fn hold(&mut self, cell: &Cell, times: usize, line: usize, column: usize) -> Result<(), Stop> {
        let place = || cell_place(&self.name, line, Some(column));
        let held = &mut self.held;
        holds(self.file, &place, &cell.text, times, held, self.budget).map_err(Stop::Whole)
    }

    fn repeat(&mut self, cells: usize, line: usize, column: usize) -> Result<(), Stop> {
        self.repeated = self.repeated.saturating_add(cells);
        let limit = self
            .budget
            .members
            .saturating_add(self.written.saturating_mul(REPEATS));
        if self.repeated <= limit {
            return Ok(());
        }
        Err(Stop::Whole(ExchangeError::Beyond {
            file: self.file.to_owned(),
            at: cell_place(&self.name, line, Some(column)),
            bound: Bound::Repeats,
            limit: u64::try_from(limit).unwrap_or(u64::MAX),
        }))
    }
}

fn cell(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<Cell, Unreadable> {
    let shown = ods_cell(xml, tag)?;
    let value = |name: &str| tag.attribute(name).filter(|value| !value.trim().is_empty());
    let kind = tag.attribute("office:value-type").unwrap_or_default();
    Ok(match kind.as_str() {
        "float" => Cell::of(value("office:value").unwrap_or(shown)),
        "date" => day(value("office:date-value").unwrap_or(shown)),
        "boolean" => match value("office:boolean-value").as_deref() {
            Some("true") => Cell {
                text: shown,
                kind: Kind::Bool(true),
            },
            Some("false") => Cell {
                text: shown,
                kind: Kind::Bool(false),
            },
            _ => Cell::of(shown),
        },
        _ => Cell::of(shown),
    })
}

/// A moment at midnight, without more, is a day.
fn day(text: String) -> Cell {
    let plain = text.strip_suffix("T00:00:00").unwrap_or(&text);
    if crate::exchange::demarche::is_date(plain) {
        return Cell {
            text: plain.to_owned(),
            kind: Kind::Date,
        };
    }
    Cell::of(text)
}
