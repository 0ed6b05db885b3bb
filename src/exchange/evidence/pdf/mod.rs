//! PDF, by `hayro`: its pages as text, rebuilt from where each letter stands, and as pictures. What a file unpacks to
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
use super::{Cancel, Format, Limits, Picture, Unreadable};
use hayro::hayro_interpret::{InterpreterCache, InterpreterSettings};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use letters::{Collector, Letters};
use std::sync::Arc;
use swell::Sizes;

const FORMAT: Format = Format::Pdf;
/// The longest side of a picture that the renderer can count.
const LONGEST: f32 = 16_384.0;

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
        if let Err(Unreadable::Slow { .. }) = cancel.check() {
            pages.truncate();
            break;
        }
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
            Err(Unreadable::Cancelled) => return Err(Unreadable::Cancelled),
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
    let (x_scale, y_scale) = scales(page, size, limits).ok_or(malformed)?;
    let settings = PixmapSettings {
        x_scale,
        y_scale,
        bg_color: WHITE,
    };
    let pixmap = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    Ok(Picture {
        width: u32::from(pixmap.width()),
        height: u32::from(pixmap.height()),
        rgba: pixmap.data_as_u8_slice().to_vec(),
    })
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

/// Finds how much a page is enlarged to fit; each side keeps at least one pixel.
#[expect(clippy::cast_precision_loss, reason = "a picture's side is far below 2^24")]
fn scales(page: &Page<'_>, size: (u32, u32), limits: &Limits) -> Option<(f32, f32)> {
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return None;
    }
    let side = |most: u32| (most as f32).min(LONGEST);
    let most = (limits.pixels as f32 / width / height).sqrt();
    let scale = (side(size.0) / width).min(side(size.1) / height).min(most);
    let least = |length: f32| scale.max(1.001 / length);
    Some((least(width), least(height)))
}
