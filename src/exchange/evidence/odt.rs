//! `OpenDocument` text, and the text of its presentations: headings, paragraphs, lists, tables, notes and the
//! descriptions of pictures. What is deleted but kept as a tracked change, and comments, are not part of the text.

use super::flow::Flow;
use super::pages::Pages;
use super::xml::{Node, Tag, Xml};
use super::{Cancel, Format, Limits, Unreadable, archive};
use std::sync::Arc;

const FORMAT: Format = Format::Odt;
/// Repeated spaces, and columns of one cell, that are believed.
const MOST: usize = 1000;

/// Reads a document.
pub(super) fn read(
    bytes: &Arc<Vec<u8>>,
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let content = archive::content(bytes, limits, FORMAT)?;
    let mut reading = Reading {
        xml: Xml::new(&content, FORMAT, cancel),
        flow: Flow::new(pages),
        blocks: Vec::new(),
        links: Vec::new(),
        spans: Vec::new(),
        head: 0,
    };
    reading.document()?;
    reading.flow.finish();
    Ok(())
}

struct Reading<'r> {
    xml: Xml<'r>,
    flow: Flow<'r>,
    /// The paragraphs and headings that are open: one can stand in another, in a text box or a note.
    blocks: Vec<usize>,
    links: Vec<String>,
    /// The columns of the cells that are open, of tables in tables too.
    spans: Vec<usize>,
    head: usize,
}

impl Reading<'_> {
    fn document(&mut self) -> Result<(), Unreadable> {
        while !self.flow.is_full() {
            match self.xml.next()? {
                Node::Open(tag) => self.open(&tag)?,
                Node::Close(name) => self.close(&name),
                Node::Text(text) if !self.blocks.is_empty() => self.flow.text(&text),
                Node::Text(_) => {}
                Node::End => break,
            }
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Unreadable> {
        match tag.name() {
            "text:p" => self.open_block(0),
            "text:h" => self.open_block(tag.count("text:outline-level", 10)),
            "text:s" => self.flow.verbatim(&" ".repeat(tag.count("text:c", MOST))),
            "text:tab" => self.flow.verbatim("    "),
            "text:line-break" => self.flow.new_line(),
            "text:list" => self.flow.open_list(None),
            "text:list-item" | "text:list-header" => self.flow.item(),
            "text:a" => self.links.push(tag.attribute("xlink:href").unwrap_or_default()),
            "svg:title" | "svg:desc" | "text:note-body" if !self.blocks.is_empty() => {
                self.flow.text(" ");
                self.flow.verbatim("[");
            }
            "text:tracked-changes" | "office:annotation" | "office:forms" | "office:scripts" => {
                self.xml.skip()?;
            }
            _ => self.open_table(tag),
        }
        Ok(())
    }

    fn open_table(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "table:table" => self.flow.open_table(),
            "table:table-header-rows" => self.head += 1,
            "table:table-row" => self.flow.open_row(),
            "table:table-cell" | "table:covered-table-cell" => {
                self.flow.open_cell();
                self.spans.push(tag.count("table:number-columns-repeated", MOST));
            }
            "draw:page" => self.flow.end_page(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "text:p" | "text:h" => self.close_block(),
            "text:list" => self.flow.close_list(),
            "text:a" => self.close_link(),
            "svg:title" | "svg:desc" | "text:note-body" if !self.blocks.is_empty() => self.flow.verbatim("]"),
            "table:table" => self.flow.close_table(),
            "table:table-header-rows" => self.head = self.head.saturating_sub(1),
            "table:table-row" => self.flow.close_row(self.head > 0),
            "table:table-cell" | "table:covered-table-cell" => {
                let span = self.spans.pop().unwrap_or(1);
                self.flow.close_cell(span);
            }
            _ => {}
        }
    }

    /// A heading is a block of some level, a paragraph one of level 0; a block inside another only breaks its line.
    fn open_block(&mut self, level: usize) {
        if !self.blocks.is_empty() {
            self.flow.text(" ");
        }
        self.blocks.push(level);
    }

    fn close_block(&mut self) {
        let level = self.blocks.pop().unwrap_or(0);
        if !self.blocks.is_empty() {
            return;
        }
        if level == 0 {
            self.flow.paragraph();
        } else {
            self.flow.heading(level);
        }
    }

    fn close_link(&mut self) {
        let target = self.links.pop().unwrap_or_default();
        self.flow.target(&target);
    }
}
