//! The picture of a drawing. Letters are drawn in one font that the program brings along, whatever the drawing asks for.
//! Nothing outside the file is loaded, and images inside it only within the limits.

use crate::exchange::evidence::xml::{DECLARED, Node, Xml};
use crate::exchange::evidence::{Cancel, Format, Limits, Picture, Trick, Unreadable, raster};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, ImageKind, Options, Tree};
use std::sync::Arc;

const FONT: &[u8] = include_bytes!("font/DejaVuSans.ttf");
/// No drawing made by a program for drawing is nested deeper.
const DEEPEST: usize = 200;
/// The longest side of a picture, in pixels.
const LONGEST: f32 = 16_384.0;

/// Draws a drawing into a size.
pub(super) fn draw(
    text: &str,
    size: (u32, u32),
    limits: &Limits,
    cancel: &Cancel,
) -> Result<Picture, Unreadable> {
    check(text, limits, cancel)?;
    let tree = Tree::from_str(text, &options(limits)).map_err(|_| malformed())?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = scale(width, height, size, limits);
    let mut pixmap = Pixmap::new(side(width * scale), side(height * scale)).ok_or_else(malformed)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let (width, height) = (pixmap.width(), pixmap.height());
    let image = image::RgbaImage::from_raw(width, height, pixmap.take_demultiplied());
    image.map(raster::on_paper).ok_or_else(malformed)
}

/// Walks through a drawing before it is built: building follows the nesting, and writes out each entity.
fn check(text: &str, limits: &Limits, cancel: &Cancel) -> Result<(), Unreadable> {
    let endless = Unreadable::Hostile {
        trick: Trick::Endless,
    };
    let references = text.matches('&').count() as u64;
    if text.contains("<!ENTITY")
        && references.saturating_mul(DECLARED as u64) > limits.unpacked.saturating_mul(8)
    {
        return Err(endless);
    }
    let mut xml = Xml::new(text, Format::Image, cancel);
    while !matches!(xml.next()?, Node::End) {
        if xml.depth() > DEEPEST {
            return Err(endless);
        }
    }
    Ok(())
}

fn options(limits: &Limits) -> Options<'static> {
    let limits = limits.clone();
    let mut options = Options {
        font_resolver: FontResolver {
            select_font: Box::new(|_, fonts| fonts.faces().next().map(|face| face.id)),
            select_fallback: Box::new(|_, _, _| None),
        },
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |_, bytes, _| embedded(bytes, &limits)),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    options.fontdb_mut().load_font_data(FONT.to_vec());
    options
}

/// Takes an image that the drawing holds, if it is one that would be shown by itself.
fn embedded(bytes: Arc<Vec<u8>>, limits: &Limits) -> Option<ImageKind> {
    raster::size_of(&bytes, limits).ok()?;
    match bytes.as_slice() {
        [0x89, ..] => Some(ImageKind::PNG(bytes)),
        [0xff, ..] => Some(ImageKind::JPEG(bytes)),
        [b'R', ..] => Some(ImageKind::WEBP(bytes)),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a picture's side is far below 2^24")]
fn scale(width: f32, height: f32, size: (u32, u32), limits: &Limits) -> f32 {
    let most = |side: u32| (side as f32).min(LONGEST);
    let pixels = (limits.pixels as f32 / width / height).sqrt();
    (most(size.0) / width).min(most(size.1) / height).min(pixels)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between one pixel and the longest side"
)]
fn side(length: f32) -> u32 {
    length.round().clamp(1.0, LONGEST) as u32
}

fn malformed() -> Unreadable {
    Unreadable::Malformed {
        format: Format::Image,
    }
}
