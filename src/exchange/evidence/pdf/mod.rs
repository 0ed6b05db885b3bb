//! PDF, by `hayro`: its pages as text, rebuilt from where each letter stands, and as drawings in SVG, which are made
//! pictures like all others. What a file unpacks to
//! is measured before anything is unpacked for good ([`swell`]), and a page is walked through before it is drawn
//! ([`guard`]), since `hayro` itself sets no bounds.

mod fuse;
mod grid;
mod guard;
mod letters;
mod lines;
mod swell;
#[cfg(test)]
mod tests;
mod unpack;
mod walk;

use super::pages::Pages;
use super::{Cancel, Format, Limits, Picture, Unreadable, svg};
use hayro_svg::hayro_interpret::hayro_syntax::page::Page;
use hayro_svg::hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_svg::hayro_interpret::{InterpreterCache, InterpreterSettings};
use hayro_svg::{RenderCache, SvgRenderSettings};
use letters::{Collector, Letters};
use std::sync::Arc;
use swell::Sizes;

const FORMAT: Format = Format::Pdf;

/// Reads the text of each page.
pub(super) fn read(
    bytes: &Arc<Vec<u8>>,
    limits: &Limits,
    cancel: &Cancel,
    pages: &mut Pages,
) -> Result<(), Unreadable> {
    let mut sizes = Sizes::scanned(bytes, limits, cancel)?;
    let pdf = open(bytes)?;
    sizes.measure(&pdf, limits, cancel)?;
    let cache = InterpreterCache::new();
    let mut contents = limits.unpacked;
    let mut failed = 0;
    pages.as_they_are();
    let all = pdf.pages().len();
    for (done, page) in pdf.pages().iter().enumerate() {
        cancel.step(done, all);
        cancel.check()?;
        if pages.bytes_left() == 0 {
            break;
        }
        let letters = if sizes.of_contents(page) > contents {
            Err(swell::too_large(limits))
        } else {
            letters_of(page, &cache, cancel, pages.bytes_left())
        };
        match letters {
            Ok(letters) => {
                contents = contents.saturating_sub(page.page_stream().map_or(0, <[u8]>::len) as u64);
                lines::write(&letters, cancel, pages)?;
            }
            Err(why @ (Unreadable::Cancelled | Unreadable::Slow { .. })) => return Err(why),
            Err(_) => {
                failed += 1;
                pages.truncate();
            }
        }
        pages.end_page();
    }
    if failed == all {
        return Err(Unreadable::Malformed { format: FORMAT });
    }
    Ok(())
}

/// Draws a page into a size.
pub(super) fn draw(
    bytes: &Arc<Vec<u8>>,
    page: usize,
    size: (u32, u32),
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Picture, Unreadable> {
    let mut sizes = Sizes::scanned(bytes, limits, cancel)?;
    let pdf = open(bytes)?;
    sizes.measure(&pdf, limits, cancel)?;
    let malformed = Unreadable::Malformed { format: FORMAT };
    let page = pdf.pages().get(page).ok_or_else(|| malformed.clone())?;
    if sizes.of_contents(page) > limits.unpacked {
        return Err(swell::too_large(limits));
    }
    guard::check(page, limits, cancel)?;
    let settings = SvgRenderSettings { bg_color: [255; 4] };
    let drawing = hayro_svg::convert(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
    );
    cancel.check()?;
    svg::draw_page(&drawing, size, limits, cancel)
}

fn open(bytes: &Arc<Vec<u8>>) -> Result<Pdf, Unreadable> {
    Pdf::new(Arc::clone(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::InvalidEncryption) => {
            Unreadable::Malformed { format: FORMAT }
        }
        LoadPdfError::Decryption(_) => Unreadable::Encrypted,
        LoadPdfError::Invalid => Unreadable::Malformed { format: FORMAT },
    })
}

fn letters_of<'a>(
    page: &'a Page<'a>,
    cache: &InterpreterCache<'a>,
    cancel: &Cancel,
    most: usize,
) -> Result<Letters, Unreadable> {
    let (width, height) = page.render_dimensions();
    let mut collector = Collector::new(f64::from(width), f64::from(height), most);
    walk::walk(page, cache, cancel, &mut collector)?;
    Ok(collector.letters())
}
