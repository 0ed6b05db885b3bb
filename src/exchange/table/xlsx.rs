//! Office Open XML workbooks (ISO/IEC 29500), read only and as they come: a far cell costs one cell. The reader is our
//! own because the one at hand, `calamine`, reserves as much memory as a file asks for and forgets which numbers are
//! percentages.

use super::archive::Package;
use super::sheet::{Cell, Kind, Row, Sheet, cell_place, fits, holds};
use crate::exchange::budget::Budget;
use crate::exchange::error::{ExchangeError, TableFault};
use crate::exchange::evidence::{Cancel, Format, MOST_TEXT, Node, Tag, Unreadable, Xml, too_long};
use crate::exchange::place::Place;

mod number;
mod parts;

use parts::Parts;

const SHEET: Format = Format::Ods;

/// Reads the sheets of a workbook.
pub(super) fn read(file: &str, bytes: &[u8], budget: &Budget) -> Result<Vec<Sheet>, ExchangeError> {
    let mut package = Package::open(file, bytes, budget)?;
    let cancel = Cancel::new();
    let parts = Parts::read(&mut package, &cancel, budget, file)?;
    let mut sheets = Vec::new();
    let mut held = 0;
    for (name, member) in &parts.sheets {
        let mut reader = Reader {
            file,
            budget,
            parts: &parts,
            name,
            rows: Vec::new(),
            held,
        };
        let content = package.member(member)?;
        let read = reader.rows(&mut Xml::stream(content, SHEET, &cancel));
        match read {
            Ok(()) => {}
            Err(Stop::Whole(error)) => return Err(error),
            Err(Stop::Xml(why)) => return Err(package.blame(&why, name)),
        }
        held = reader.held;
        let mut rows = reader.rows;
        rows.sort_by_key(|row| row.line);
        sheets.extend(Sheet::new(file, Some(name.clone()), rows)?);
    }
    Ok(sheets)
}

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

struct Reader<'a> {
    file: &'a str,
    budget: &'a Budget,
    parts: &'a Parts,
    name: &'a str,
    rows: Vec<Row>,
    held: u64,
}

impl Reader<'_> {
    fn rows(&mut self, xml: &mut Xml<'_>) -> Result<(), Stop> {
        let mut line = 0_usize;
        loop {
            match xml.next()? {
                Node::Open(tag) if local(&tag) == "row" => {
                    let told = tag.attribute("r").and_then(|text| text.trim().parse().ok());
                    line = told.unwrap_or(line.saturating_add(1));
                    self.row(xml, line)?;
                }
                Node::End => return Ok(()),
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn row(&mut self, xml: &mut Xml<'_>, line: usize) -> Result<(), Stop> {
        let outside = xml.depth().saturating_sub(1);
        let (mut cells, mut column) = (Vec::new(), 0_usize);
        while xml.depth() > outside {
            match xml.next()? {
                Node::Open(tag) if local(&tag) == "c" => {
                    let told = tag.attribute("r").as_deref().and_then(column_of);
                    let at = told.unwrap_or(column);
                    column = at.saturating_add(1);
                    let cell = self.cell(xml, &tag, line, at)?;
                    if let Some(cell) = cell.filter(|cell| !cell.text.is_empty()) {
                        let place = || cell_place(self.name, line, Some(at));
                        let held = &mut self.held;
                        holds(self.file, &place, &cell.text, 1, held, self.budget).map_err(Stop::Whole)?;
                        cells.push((at, cell));
                    }
                }
                Node::End => break,
                Node::Open(_) | Node::Close(_) | Node::Text(_) => {}
            }
        }
        if cells.is_empty() {
            return Ok(());
        }
        cells.sort_by_key(|(at, _)| *at);
        let twice = cells.windows(2).find_map(|pair| match pair {
            [(one, _), (other, _)] if one == other => Some(*one),
            _ => None,
        });
        if let Some(at) = twice {
            return Err(Stop::Whole(ExchangeError::Table {
                file: self.file.to_owned(),
                at: cell_place(self.name, line, Some(at)),
                fault: TableFault::Damaged,
            }));
        }
        let row = Row {
            line,
            pointer: None,
            cells,
        };
        let place = cell_place(self.name, line, None);
        fits(self.file, &place, &row, self.rows.len() + 1, self.budget).map_err(Stop::Whole)?;
        self.rows.push(row);
        Ok(())
    }

    fn cell(
        &self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        line: usize,
        column: usize,
    ) -> Result<Option<Cell>, Stop> {
        let (mut value, mut inline) = (None, None);
        let outside = xml.depth().saturating_sub(1);
        while xml.depth() > outside {
            match xml.next()? {
                Node::Open(tag) if local(&tag) == "v" => value = Some(text_within(xml, |_| true)?),
                Node::Open(tag) if local(&tag) == "is" => inline = Some(parts::words(xml)?),
                Node::Open(_) => xml.skip()?,
                Node::End => break,
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        let Some(value) = inline.or(value) else {
            return Ok(None);
        };
        let style = || {
            let index = tag.attribute("s").and_then(|text| text.trim().parse().ok());
            self.parts.style(index.unwrap_or(0))
        };
        let kind = tag.attribute("t").unwrap_or_default();
        Ok(Some(match kind.as_str() {
            "s" => match self.parts.shared(&value) {
                Some(text) => Cell::of(text),
                None => return Err(self.damaged(line, column)),
            },
            "b" => Cell {
                text: if value.trim() == "1" { "Oui" } else { "Non" }.to_owned(),
                kind: Kind::Bool(value.trim() == "1"),
            },
            "d" => number::day(value.trim_end_matches("T00:00:00").to_owned()),
            "str" | "inlineStr" | "e" => Cell::of(unescaped(value)),
            _ => number::cell(value.trim(), style(), self.parts.from_1904),
        }))
    }

    fn damaged(&self, line: usize, column: usize) -> Stop {
        Stop::Whole(ExchangeError::Table {
            file: self.file.to_owned(),
            at: cell_place(self.name, line, Some(column)),
            fault: TableFault::Damaged,
        })
    }
}

/// Returns a tag's name without its prefix, which every program may choose.
fn local<'t>(tag: &'t Tag<'_>) -> &'t str {
    let name = tag.name();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Reads the text inside the tag that just opened; tags that are not wanted are passed over.
fn text_within(xml: &mut Xml<'_>, wanted: impl Fn(&Tag<'_>) -> bool) -> Result<String, Unreadable> {
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    while xml.depth() > outside {
        match xml.next()? {
            Node::Text(more) => push(&mut text, &more)?,
            Node::Open(tag) if !wanted(&tag) => xml.skip()?,
            Node::End => break,
            Node::Open(_) | Node::Close(_) => {}
        }
    }
    Ok(text)
}

/// Adds to a text that is made of many parts.
fn push(text: &mut String, more: &str) -> Result<(), Unreadable> {
    if text.len().saturating_add(more.len()) > MOST_TEXT {
        return Err(too_long());
    }
    text.push_str(more);
    Ok(())
}

/// Reads the column of a reference, `AB12`, counted from 0; a column that no sheet has is the last plus one.
fn column_of(reference: &str) -> Option<usize> {
    let letters = reference.trim().trim_start_matches('$');
    let letters = letters.trim_end_matches(|c: char| c.is_ascii_digit() || c == '$');
    if letters.is_empty() || !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let digits = letters
        .bytes()
        .take(8)
        .map(|byte| usize::from(byte.to_ascii_uppercase() - b'A') + 1);
    Some(digits.fold(0, |column, digit| column * 26 + digit) - 1)
}

/// The format writes a carriage return as `_x000D_`.
fn unescaped(text: String) -> String {
    if text.contains("_x000D_") {
        return text.replace("_x000D_\n", "\n").replace("_x000D_", "\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_name_columns() {
        for (reference, column) in [
            ("A1", 0),
            ("Z9", 25),
            ("AA10", 26),
            ("xfd1048576", 16_383),
            ("$B$2", 1),
        ] {
            assert_eq!(column_of(reference), Some(column));
        }
        assert_eq!(column_of("12"), None);
        assert_eq!(column_of(""), None);
        assert_eq!(column_of("É1"), None);
        assert!(column_of("ZZZZZZZZZZZZZZZ1").is_some());
    }
}
