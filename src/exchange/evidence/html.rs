//! HTML as readable text, from its tokens alone: no tree is built, so nesting costs nothing. Scripts, styles and what
//! is not shown are dropped; links and images say their address and are never followed.

use super::flow::Flow;
use super::pages::Pages;
use super::{Cancel, Limits, Unreadable, decode};
use encoding_rs::Encoding;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// Columns of one cell that are believed.
const MOST: usize = 1000;

/// Reads a page.
pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let wanted = usize::try_from(limits.unpacked).unwrap_or(usize::MAX);
    let taken = bytes.get(..wanted).unwrap_or(bytes);
    let text = decode::decoded(
        taken,
        declared(taken).unwrap_or_else(|| decode::encoding_of(taken)),
    );
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let mut reading = Reading {
        flow: Flow::new(pages),
        hidden: None,
        heading: 0,
        kept: 0,
        span: 1,
        is_head: false,
        targets: Vec::new(),
    };
    for token in Tokenizer::new_with_emitter(text.as_str(), emitter) {
        cancel.check()?;
        if reading.flow.is_full() {
            break;
        }
        let Ok(token) = token;
        reading.step(token);
    }
    reading.flow.finish();
    Ok(())
}

/// Reads the encoding that the page declares of itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..2048).unwrap_or(bytes).to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start).into_owned();
    let (_, rest) = start.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']);
    let end = label.find(['"', '\'', '>', ' ', '/', ';']).unwrap_or(label.len());
    Encoding::for_label(label.get(..end)?.as_bytes())
}

struct Reading<'p> {
    flow: Flow<'p>,
    /// The element whose content is not shown.
    hidden: Option<Vec<u8>>,
    heading: usize,
    /// How many elements are open in which white space is kept.
    kept: usize,
    span: usize,
    is_head: bool,
    targets: Vec<String>,
}

impl Reading<'_> {
    fn step(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) if self.hidden.is_none() => self.open(&tag),
            Token::EndTag(tag) => self.close(&tag.name),
            Token::String(text) if self.hidden.is_none() => {
                let text = String::from_utf8_lossy(&text);
                if self.kept > 0 {
                    self.flow.verbatim(&text);
                } else {
                    self.flow.text(&text);
                }
            }
            Token::StartTag(_)
            | Token::String(_)
            | Token::Comment(_)
            | Token::Doctype(_)
            | Token::Error(_) => {}
        }
    }

    fn open(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"script" | b"style" | b"template" | b"select" | b"iframe" | b"object" | b"textarea" | b"svg"
                if !tag.self_closing =>
            {
                self.hidden = Some(tag.name.to_vec());
            }
            [b'h', level @ b'1'..=b'6'] => {
                self.flow.paragraph();
                self.heading = usize::from(*level - b'0');
            }
            b"br" => self.flow.new_line(),
            b"hr" => self.flow.rule(),
            b"pre" => {
                self.end_block();
                self.kept += 1;
            }
            b"ul" | b"menu" => self.flow.open_list(None),
            b"ol" => self.flow.open_list(Some(number(tag, b"start").unwrap_or(1))),
            b"li" => self.flow.item(),
            b"blockquote" => self.flow.open_quote(),
            b"a" => self.targets.push(attribute(tag, b"href").unwrap_or_default()),
            b"img" => self.image(tag),
            b"table" => self.flow.open_table(),
            b"tr" => {
                self.close_row();
                self.flow.open_row();
                self.is_head = true;
            }
            b"td" | b"th" => self.open_cell(tag),
            name if is_block(name) => self.end_block(),
            _ => {}
        }
    }

    fn open_cell(&mut self, tag: &StartTag<()>) {
        self.close_cell();
        self.flow.open_cell();
        let span = number(tag, b"colspan").and_then(|span| usize::try_from(span).ok());
        self.span = span.unwrap_or(1).clamp(1, MOST);
        self.is_head &= tag.name.as_slice() == b"th";
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(hidden) = &self.hidden {
            if hidden == name {
                self.hidden = None;
            }
            return;
        }
        match name {
            [b'h', b'1'..=b'6'] => self.end_block(),
            b"pre" => {
                self.end_block();
                self.kept = self.kept.saturating_sub(1);
            }
            b"ul" | b"ol" | b"menu" => self.flow.close_list(),
            b"blockquote" => self.flow.close_quote(),
            b"a" => {
                let target = self.targets.pop().unwrap_or_default();
                self.flow.target(&target);
            }
            b"table" => {
                self.close_row();
                self.flow.close_table();
            }
            b"tr" => self.close_row(),
            b"td" | b"th" => self.close_cell(),
            name if is_block(name) => self.end_block(),
            _ => {}
        }
    }

    fn close_cell(&mut self) {
        self.flow.close_cell(self.span);
        self.span = 1;
    }

    fn close_row(&mut self) {
        self.close_cell();
        self.flow.close_row(self.is_head);
        self.is_head = false;
    }

    fn end_block(&mut self) {
        match std::mem::take(&mut self.heading) {
            0 => self.flow.paragraph(),
            level => self.flow.heading(level),
        }
    }

    fn image(&mut self, tag: &StartTag<()>) {
        if let Some(alt) = attribute(tag, b"alt").filter(|alt| !alt.trim().is_empty()) {
            self.flow.text(&format!("[{alt}]"));
        }
    }
}

fn is_block(name: &[u8]) -> bool {
    let blocks: [&[u8]; 25] = [
        b"p",
        b"div",
        b"section",
        b"article",
        b"header",
        b"footer",
        b"main",
        b"nav",
        b"aside",
        b"address",
        b"figure",
        b"figcaption",
        b"dl",
        b"dt",
        b"dd",
        b"form",
        b"fieldset",
        b"caption",
        b"title",
        b"body",
        b"details",
        b"summary",
        b"li",
        b"center",
        b"legend",
    ];
    blocks.contains(&name)
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    Some(String::from_utf8_lossy(value).into_owned())
}

fn number(tag: &StartTag<()>, name: &[u8]) -> Option<u64> {
    attribute(tag, name)?.trim().parse().ok()
}
