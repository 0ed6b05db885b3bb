//! The reader of evidence: candidates' files become text by page, or a picture, within limits of bytes and pixels.
//! Nothing is executed, fetched or followed; no name in a file is used as a path; declared entities are refused. Work
//! by other people's parsers is done on a thread of its own, where it can fail or be left behind without harm.

mod apart;
mod archive;
mod cancel;
mod cells;
mod csv;
mod decode;
mod error;
mod flow;
mod format;
mod html;
mod markdown;
mod ods;
mod odt;
mod pages;
mod pdf;
mod raster;
mod svg;
mod table;
mod xml;

#[cfg(test)]
mod tests;

pub(in crate::exchange) use decode::{by_zeros, is_text};
pub(in crate::exchange) use ods::cell as ods_cell;
pub(in crate::exchange) use xml::{MOST_TEXT, Node, Tag, Xml, too_long};

pub use apart::is_contained;
pub use cancel::Cancel;
pub use error::{Extent, Trick, Unreadable};
pub use format::{Format, format_of};

use super::budget::Budget;
use pages::Pages;
use std::sync::Arc;

/// How much reading one file may cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of the text taken from it.
    pub text: usize,
    /// Pages taken from it.
    pub pages: usize,
    /// Bytes that one document unpacks to.
    pub unpacked: u64,
    /// Pixels of a picture, before and after scaling.
    pub pixels: u64,
}

impl Default for Limits {
    /// Far beyond any ordinary evidence, within any real machine.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            text: 8 << 20,
            pages: 2000,
            unpacked: 64 << 20,
            pixels: 64 << 20,
        }
    }
}

/// What a file says, page by page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extract {
    /// The format that it was read as.
    pub format: Format,
    /// The text of each page as its author wrote it: raw, to be made inert before it is shown. Lines are parted by
    /// `\n`; tables are aligned columns parted by `│`.
    pub pages: Vec<String>,
    /// Whether a limit, or a page that can't be read, left something out.
    pub truncated: bool,
}

/// A picture, row by row, four bytes a pixel; what was transparent lies on white paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue, opacity.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({}×{})", self.width, self.height)
    }
}

/// Reads a file as text. A PDF keeps its pages, blank where they have no words; a spreadsheet has one a sheet; the other
/// formats are cut at headings of the first level and about every sixty lines.
///
/// # Errors
/// The file can't be read here; the error says why.
pub fn extract(
    name: &str,
    media_type: &str,
    bytes: &[u8],
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Extract, Unreadable> {
    fits(bytes, limits)?;
    let format = format_of(name, media_type, bytes);
    if format == Format::Unknown {
        return Err(unsupported(name, media_type));
    }
    let limits = limits.clone();
    let (mut pages, truncated) = apart::run(bytes, cancel, move |bytes, cancel| {
        let mut pages = Pages::new(&limits);
        read(format, bytes, &limits, cancel, &mut pages)?;
        Ok(pages.finish())
    })?;
    for page in pages.iter_mut().filter(|page| is_blank(page)) {
        page.clear();
    }
    // The pages of a scan have no words, but each can be looked at.
    if format != Format::Pdf && pages.iter().all(String::is_empty) {
        return Err(Unreadable::NoText);
    }
    Ok(Extract {
        format,
        pages,
        truncated,
    })
}

fn read(
    format: Format,
    bytes: &Arc<Vec<u8>>,
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    match format {
        Format::Text => decode::read(bytes, limits, cancel, pages),
        Format::Csv => csv::read(bytes, limits, cancel, pages),
        Format::Markdown => markdown::read(bytes, limits, cancel, pages),
        Format::Html => html::read(bytes, limits, cancel, pages),
        Format::Pdf => pdf::read(bytes, limits, cancel, pages),
        Format::Odt => odt::read(bytes, limits, cancel, pages),
        Format::Ods => ods::read(bytes, limits, cancel, pages),
        Format::Image => svg::read(bytes, cancel, pages),
        Format::Unknown => Err(Unreadable::NoText),
    }
}

/// Draws an image, or a page of a PDF (the first is 0), so that it fits into the given size. What has no size of its
/// own in pixels fills it; a photograph is never enlarged.
///
/// # Errors
/// The file has no such picture or can't be read here; the error says why.
#[expect(
    clippy::too_many_arguments,
    reason = "a file is its name, type and bytes; a request its page and size"
)]
pub fn picture(
    name: &str,
    media_type: &str,
    bytes: &[u8],
    page: usize,
    max_width: u32,
    max_height: u32,
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Picture, Unreadable> {
    fits(bytes, limits)?;
    let format = format_of(name, media_type, bytes);
    if !matches!(format, Format::Pdf | Format::Image) {
        return Err(unsupported(name, media_type));
    }
    let size = (max_width.max(1), max_height.max(1));
    let limits = limits.clone();
    apart::run(bytes, cancel, move |bytes, cancel| match format {
        Format::Pdf => pdf::draw(bytes, page, size, &limits, cancel),
        _ if svg::is_svg(bytes) => svg::draw(bytes, size, &limits, cancel),
        _ => raster::draw(bytes, size, &limits),
    })
}

/// Letters that no font explains are nothing to read.
fn is_blank(page: &str) -> bool {
    page.chars()
        .all(|c| c.is_whitespace() || c == char::REPLACEMENT_CHARACTER)
}

fn fits(bytes: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    let limit = limits.bytes.min(Budget::default().file_bytes);
    if bytes.len() as u64 <= limit {
        return Ok(());
    }
    Err(Unreadable::TooLarge {
        extent: Extent::File,
        limit,
    })
}

fn unsupported(name: &str, media_type: &str) -> Unreadable {
    let ending = format::ending(name);
    let kind = if ending.is_empty() {
        media_type.to_owned()
    } else {
        ending
    };
    Unreadable::Unsupported { kind }
}
