//! SVG: the words in it, and its picture.

use super::flow::Flow;
use super::pages::Pages;
use super::xml::{Node, Xml};
use super::{Cancel, Format, Limits, Picture, Unreadable, decode, format};

mod draw;

/// Tells whether an image is SVG, which is text.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let start = bytes.get(..4096).unwrap_or(bytes);
    decode::is_text(start) && format::holds(&start.to_ascii_lowercase(), b"<svg")
}

/// Reads the title, the description and the texts of a drawing; another image has none.
pub(super) fn read(bytes: &[u8], cancel: &Cancel, pages: &mut Pages) -> Result<(), Unreadable> {
    if !is_svg(bytes) {
        return Err(Unreadable::NoText);
    }
    let text = decode::decoded(bytes, decode::encoding_of(bytes));
    let mut xml = Xml::new(&text, Format::Image, cancel);
    let mut flow = Flow::new(pages);
    let mut inside = 0_usize;
    while !flow.is_full() {
        match xml.next()? {
            Node::Open(tag) => inside += usize::from(is_text(tag.name())),
            Node::Close(name) if is_text(&name) => {
                inside = inside.saturating_sub(1);
                flow.paragraph();
            }
            Node::Text(text) if inside > 0 => flow.text(&text),
            Node::Close(_) | Node::Text(_) => {}
            Node::End => break,
        }
    }
    flow.finish();
    Ok(())
}

fn is_text(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or(name);
    matches!(local, "text" | "title" | "desc" | "textPath")
}

/// Draws it into a size.
pub(super) fn draw(
    bytes: &[u8],
    size: (u32, u32),
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Picture, Unreadable> {
    let text = decode::decoded(bytes, decode::encoding_of(bytes));
    draw::draw(&text, size, limits, cancel)
}

/// Draws what a page of another document was turned into.
pub(super) fn draw_page(
    drawing: &str,
    size: (u32, u32),
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Picture, Unreadable> {
    draw::draw(drawing, size, limits, cancel)
}
