//! `OpenDocument` spreadsheets: a page a sheet, under its name, with the cells as they were shown to their author.
//! Rows and cells that repeat are written out once they say something, within the limit of text.

use super::pages::Pages;
use super::table::{Fit, Purse, Row, Table};
use super::xml::{MOST_TEXT, Node, Tag, Xml, too_long};
use super::{Cancel, Format, Limits, Unreadable, archive};
use std::sync::Arc;

const FORMAT: Format = Format::Ods;
/// The widest sheet that any program writes.
const COLUMNS: usize = 16_384;
/// The longest sheet that any program writes.
const ROWS: usize = 1 << 20;

/// Reads a spreadsheet.
pub(super) fn read(
    bytes: &Arc<Vec<u8>>,
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let content = archive::content(bytes, limits, FORMAT)?;
    pages.as_they_are();
    let mut xml = Xml::new(&content, FORMAT, cancel);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "table:table" => {
                let name = tag.attribute("table:name").unwrap_or_default();
                sheet(&mut xml, &name, cancel, pages)?;
            }
            Node::End => return Ok(()),
            _ if pages.bytes_left() == 0 => return Ok(()),
            _ => {}
        }
    }
}

fn sheet(xml: &mut Xml<'_>, name: &str, cancel: &Cancel, pages: &mut Pages) -> Result<(), Unreadable> {
    let mut sheet = Sheet {
        table: Table::new(Fit::Sheet),
        purse: Purse::new(pages.bytes_left()),
        gap: false,
    };
    let outside = xml.depth().saturating_sub(1);
    while xml.depth() > outside && !sheet.purse.is_empty() {
        match xml.next()? {
            Node::Open(tag) => sheet.open(xml, &tag)?,
            Node::End => break,
            Node::Close(_) | Node::Text(_) => {}
        }
    }
    if sheet.purse.is_empty() {
        pages.truncate();
    }
    pages.line(&format!("# {name}"));
    pages.line("");
    sheet
        .table
        .lines(|line| !cancel.is_cancelled() && pages.line(line));
    pages.end_page();
    cancel.check()
}

struct Sheet {
    table: Table,
    purse: Purse,
    gap: bool,
}

impl Sheet {
    fn open(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<(), Unreadable> {
        match tag.name() {
            "table:table-row" => {
                let times = tag.count("table:number-rows-repeated", ROWS);
                let row = self.row(xml)?;
                self.push(&row, times);
            }
            "table:shapes" | "office:forms" | "table:table" => xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    fn row(&mut self, xml: &mut Xml<'_>) -> Result<Row, Unreadable> {
        let (mut row, mut column) = (Row::new(), 0_usize);
        let outside = xml.depth().saturating_sub(1);
        while xml.depth() > outside {
            match xml.next()? {
                Node::Open(tag) if matches!(tag.name(), "table:table-cell" | "table:covered-table-cell") => {
                    let times = tag.count("table:number-columns-repeated", COLUMNS);
                    let text = cell(xml, &tag)?;
                    for at in
                        (column..column.saturating_add(times).min(COLUMNS)).take_while(|_| !text.is_empty())
                    {
                        if !self.purse.pay(&text) {
                            break;
                        }
                        row.insert(at, text.clone());
                    }
                    column = column.saturating_add(times);
                }
                Node::End => break,
                _ => {}
            }
        }
        Ok(row)
    }

    /// Rows that say nothing are one empty line, and only between others.
    fn push(&mut self, row: &Row, times: usize) {
        if row.is_empty() {
            self.gap = true;
            return;
        }
        if std::mem::take(&mut self.gap) {
            self.table.push(Row::new(), false);
        }
        self.table.push(row.clone(), false);
        for _ in 1..times {
            if !row.values().all(|text| self.purse.pay(text)) {
                break;
            }
            self.table.push(row.clone(), false);
        }
    }
}

/// Reads the text of a cell that just opened; a cell without text may have a value.
pub(in crate::exchange) fn cell(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<String, Unreadable> {
    let mut text = String::new();
    let (mut paragraphs, mut inside) = (0, 0_usize);
    let outside = xml.depth().saturating_sub(1);
    while xml.depth() > outside {
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                "text:p" => {
                    text.push_str(if paragraphs > 0 { "\n" } else { "" });
                    paragraphs += 1;
                    inside += 1;
                }
                "text:s" | "text:tab" => text.push(' '),
                "text:line-break" => text.push('\n'),
                "office:annotation" | "table:table" | "draw:frame" => xml.skip()?,
                _ => {}
            },
            Node::Close(name) if name == "text:p" => inside = inside.saturating_sub(1),
            Node::Text(more) if inside > 0 => text.push_str(&more),
            Node::End => break,
            Node::Close(_) | Node::Text(_) => {}
        }
        if text.len() > MOST_TEXT {
            return Err(too_long());
        }
    }
    if text.trim().is_empty() {
        text = tag.attribute("office:value").unwrap_or_default();
    }
    Ok(text.trim().to_owned())
}
