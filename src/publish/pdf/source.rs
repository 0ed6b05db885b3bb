//! Reads what a text document holds: paragraphs, headings, lists, pictures, and what its margins say. What it does not
//! know is read as the paragraphs in it: nothing that the ODT says is left out.

use super::look::{Colour, Look, Styles, attribute, border, length};
use resvg::usvg::roxmltree::{Document, Error, Node};

/// What stands in a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word {
    Text(String),
    Break,
    PageNumber,
    PageCount,
}

/// A run of one look.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) word: Word,
    pub(super) look: Look,
}

/// A paragraph or a heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    /// 1 is the highest; none is a heading.
    pub(super) heading: Option<u16>,
    pub(super) look: Look,
    pub(super) runs: Vec<Run>,
}

impl Paragraph {
    /// Returns its words.
    pub(super) fn text(&self) -> String {
        let texts = self.runs.iter().map(|run| match &run.word {
            Word::Text(text) => text.as_str(),
            Word::Break => " ",
            Word::PageNumber | Word::PageCount => "",
        });
        texts.collect()
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// Its name among the document's pictures.
    pub(super) name: String,
    pub(super) width: f32,
    pub(super) height: f32,
    /// What it shows, in words.
    pub(super) alt: String,
    pub(super) look: Look,
}

/// What stands under something else.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Figure(Figure),
    List(Vec<Vec<Block>>),
}

/// The sheet, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Page {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// Between the header and the text.
    pub(super) under_header: f32,
    /// Between the text and the footer.
    pub(super) over_footer: f32,
    /// Around the sheet, and how far it stands off what is in it.
    pub(super) border: Option<(f32, Colour)>,
    pub(super) padding: f32,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            width: 595.0,
            height: 842.0,
            top: 57.0,
            bottom: 57.0,
            left: 57.0,
            right: 57.0,
            under_header: 11.0,
            over_footer: 11.0,
            border: None,
            padding: 0.0,
        }
    }
}

/// A document that is to be laid out.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Source {
    pub(super) page: Page,
    pub(super) header: Vec<Block>,
    pub(super) footer: Vec<Block>,
    pub(super) body: Vec<Block>,
}

/// Reads `content.xml` and `styles.xml`.
///
/// # Errors
/// That one of them is no XML.
pub(super) fn read(content: &str, styles: &str) -> Result<Source, Error> {
    let (content, sheet) = (Document::parse(content)?, Document::parse(styles)?);
    let mut known = Styles::default();
    known.read(&sheet);
    known.read(&content);
    let part = |document: &Document<'_>, name: &str| {
        let mut nodes = document.descendants();
        let part = nodes.find(|node| node.tag_name().name() == name);
        part.map_or_else(Vec::new, |node| blocks(node, &known))
    };
    Ok(Source {
        page: page(&sheet),
        header: part(&sheet, "header"),
        footer: part(&sheet, "footer"),
        body: part(&content, "text"),
    })
}

fn page(sheet: &Document<'_>) -> Page {
    let mut page = Page::default();
    let own = |node: Node<'_, '_>, name: &str| attribute(node, name).and_then(length);
    let mut edge = None;
    let mut set = |to: fn(&mut Page) -> &mut f32, value: Option<f32>| {
        if let Some(value) = value {
            *to(&mut page) = value;
        }
    };
    for node in sheet.descendants() {
        let above = node.parent().map_or("", |parent| parent.tag_name().name());
        match (node.tag_name().name(), above) {
            ("page-layout-properties", _) => {
                set(|page| &mut page.width, own(node, "page-width"));
                set(|page| &mut page.height, own(node, "page-height"));
                set(|page| &mut page.top, own(node, "margin-top"));
                set(|page| &mut page.bottom, own(node, "margin-bottom"));
                set(|page| &mut page.left, own(node, "margin-left"));
                set(|page| &mut page.right, own(node, "margin-right"));
                set(|page| &mut page.padding, own(node, "padding"));
                edge = attribute(node, "border").and_then(border);
            }
            ("header-footer-properties", "header-style") => {
                set(|page| &mut page.under_header, own(node, "margin-bottom"));
            }
            ("header-footer-properties", "footer-style") => {
                set(|page| &mut page.over_footer, own(node, "margin-top"));
            }
            _ => {}
        }
    }
    page.border = edge;
    for margin in [&mut page.top, &mut page.bottom, &mut page.left, &mut page.right] {
        *margin += page.padding;
    }
    page
}

fn blocks(parent: Node<'_, '_>, styles: &Styles) -> Vec<Block> {
    let mut blocks = Vec::new();
    for node in parent.children().filter(Node::is_element) {
        match node.tag_name().name() {
            "p" | "h" => paragraph(node, styles, &mut blocks),
            "list" => {
                let items = node.children().filter(Node::is_element);
                blocks.push(Block::List(
                    items.map(|item| self::blocks(item, styles)).collect(),
                ));
            }
            _ => blocks.extend(self::blocks(node, styles)),
        }
    }
    blocks
}

fn paragraph(node: Node<'_, '_>, styles: &Styles, blocks: &mut Vec<Block>) {
    let look = styles.paragraph(attribute(node, "style-name").unwrap_or("Standard"));
    let level = attribute(node, "outline-level").and_then(|level| level.parse().ok());
    let mut paragraph = Paragraph {
        heading: (node.tag_name().name() == "h").then(|| level.unwrap_or(1)),
        look,
        runs: Vec::new(),
    };
    let mut figures = Vec::new();
    runs(node, look, styles, &mut paragraph.runs, &mut figures);
    trim(&mut paragraph.runs);
    if !paragraph.runs.is_empty() || figures.is_empty() {
        blocks.push(Block::Paragraph(paragraph));
    }
    blocks.extend(figures.into_iter().map(Block::Figure));
}

fn runs(parent: Node<'_, '_>, look: Look, styles: &Styles, found: &mut Vec<Run>, figures: &mut Vec<Figure>) {
    for node in parent.children() {
        let mut push = |word| found.push(Run { word, look });
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            push(Word::Text(one_spaced(text)));
            continue;
        }
        match node.tag_name().name() {
            "s" | "tab" => push(Word::Text(" ".to_owned())),
            "line-break" => push(Word::Break),
            "page-number" => push(Word::PageNumber),
            "page-count" => push(Word::PageCount),
            "frame" => figures.extend(figure(node, look)),
            _ => {
                let within = attribute(node, "style-name").map_or(look, |name| styles.over(look, name));
                runs(node, within, styles, found, figures);
            }
        }
    }
}

fn figure(frame: Node<'_, '_>, look: Look) -> Option<Figure> {
    let child = |name: &str| {
        let mut children = frame.children();
        children.find(|node| node.tag_name().name() == name)
    };
    Some(Figure {
        name: attribute(child("image")?, "href")?.to_owned(),
        width: attribute(frame, "width").and_then(length)?,
        height: attribute(frame, "height").and_then(length)?,
        alt: child("desc")
            .or_else(|| child("title"))
            .and_then(|node| node.text())
            .map(|text| text.trim().to_owned())
            .unwrap_or_default(),
        look,
    })
}

/// White space of the file counts as one space (ODF 1.3, part 3, §6.1.2); a space that does not break stays.
fn one_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for c in text.chars() {
        let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
        if !is_space {
            spaced.push(c);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    spaced
}

/// Takes spaces off the ends of a paragraph, and runs that then hold nothing.
fn trim(runs: &mut Vec<Run>) {
    if let Some(Run {
        word: Word::Text(text),
        ..
    }) = runs.first_mut()
    {
        *text = text.trim_start_matches(' ').to_owned();
    }
    if let Some(Run {
        word: Word::Text(text),
        ..
    }) = runs.last_mut()
    {
        *text = text.trim_end_matches(' ').to_owned();
    }
    runs.retain(|run| !matches!(&run.word, Word::Text(text) if text.is_empty()));
}
