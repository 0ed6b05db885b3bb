//! Markdown as readable text: marks of emphasis go, structure stays, links show where they lead.

use super::flow::Flow;
use super::pages::Pages;
use super::{Cancel, Limits, Unreadable, decode};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Reads a text.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let text = decode::text(bytes, limits, pages);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let mut reading = Reading {
        flow: Flow::new(pages),
        targets: Vec::new(),
        is_code: false,
    };
    for event in Parser::new_ext(&text, options) {
        cancel.check()?;
        if reading.flow.is_full() {
            break;
        }
        reading.step(event);
    }
    reading.flow.finish();
    Ok(())
}

struct Reading<'p> {
    flow: Flow<'p>,
    targets: Vec<String>,
    is_code: bool,
}

impl Reading<'_> {
    fn step(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) if self.is_code => self.flow.verbatim(&text),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.flow.text(&text),
            Event::Code(text) => self.flow.verbatim(&text),
            Event::Html(text) | Event::InlineHtml(text) => self.flow.text(&text),
            Event::FootnoteReference(name) => self.flow.verbatim(&format!("[{name}]")),
            Event::SoftBreak => self.flow.text(" "),
            Event::HardBreak => self.flow.new_line(),
            Event::Rule => self.flow.rule(),
            Event::TaskListMarker(done) => self.flow.verbatim(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Link { dest_url, .. } => self.targets.push(dest_url.into_string()),
            Tag::Image { dest_url, .. } => {
                self.flow.verbatim("[");
                self.targets.push(dest_url.into_string());
            }
            Tag::List(first) => self.flow.open_list(first),
            Tag::Item => self.flow.item(),
            Tag::BlockQuote(_) => self.flow.open_quote(),
            Tag::CodeBlock(_) => {
                self.flow.paragraph();
                self.is_code = true;
            }
            Tag::Table(_) => self.flow.open_table(),
            Tag::TableHead | Tag::TableRow => self.flow.open_row(),
            Tag::TableCell => self.flow.open_cell(),
            Tag::FootnoteDefinition(name) => {
                self.flow.paragraph();
                self.flow.verbatim(&format!("[{name}] "));
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::Item => self.flow.paragraph(),
            TagEnd::Heading(level) => self.flow.heading(level as usize),
            TagEnd::Link => self.show_target(),
            TagEnd::Image => {
                self.flow.verbatim("]");
                self.show_target();
            }
            TagEnd::List(_) => self.flow.close_list(),
            TagEnd::BlockQuote(_) => self.flow.close_quote(),
            TagEnd::CodeBlock => {
                self.is_code = false;
                self.flow.paragraph();
            }
            TagEnd::Table => self.flow.close_table(),
            TagEnd::TableHead => self.flow.close_row(true),
            TagEnd::TableRow => self.flow.close_row(false),
            TagEnd::TableCell => self.flow.close_cell(1),
            _ => {}
        }
    }

    /// Shows where a link leads, unless its text already says so.
    fn show_target(&mut self) {
        if let Some(target) = self.targets.pop() {
            self.flow.target(&target);
        }
    }
}
