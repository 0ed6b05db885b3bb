//! Photographs and screenshots: PNG, JPEG and `WebP`. The size that a file declares is believed before anything is
//! unpacked, and refused if it is too large.

use super::{Extent, Format, Limits, Picture, Unreadable};
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageReader, Rgba, RgbaImage};
use std::io::Cursor;

/// Bytes that a decoder may need for one pixel: four channels of sixteen bits, twice.
const BYTES_A_PIXEL: u64 = 16;

/// Draws an image into a size.
pub(super) fn draw(bytes: &[u8], size: (u32, u32), limits: &Limits) -> Result<Picture, Unreadable> {
    let image = decoded(bytes, limits)?;
    let image = if image.width() > size.0 || image.height() > size.1 {
        image.thumbnail(size.0, size.1)
    } else {
        image
    };
    Ok(on_paper(image.into_rgba8()))
}

/// Tells the size that an image declares, if it is one and within the limit.
pub(super) fn size_of(bytes: &[u8], limits: &Limits) -> Result<(u32, u32), Unreadable> {
    let reader = ImageReader::new(Cursor::new(bytes));
    let reader = reader.with_guessed_format().map_err(|_| malformed())?;
    let (width, height) = reader
        .into_dimensions()
        .map_err(|error| refusal(&error, limits))?;
    fits(width, height, limits)?;
    Ok((width, height))
}

/// Tells whether a picture of that size may be unpacked.
pub(super) fn fits(width: u32, height: u32, limits: &Limits) -> Result<(), Unreadable> {
    if u64::from(width) * u64::from(height) <= limits.pixels {
        return Ok(());
    }
    Err(too_large(limits))
}

/// Lays what is transparent on white.
pub(super) fn on_paper(mut image: RgbaImage) -> Picture {
    for Rgba([red, green, blue, opacity]) in image.pixels_mut() {
        let on_white = |channel: u8| {
            let (ink, alpha) = (u32::from(channel), u32::from(*opacity));
            u8::try_from((ink * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        (*red, *green, *blue) = (on_white(*red), on_white(*green), on_white(*blue));
        *opacity = u8::MAX;
    }
    Picture {
        width: image.width(),
        height: image.height(),
        rgba: image.into_raw(),
    }
}

fn decoded(bytes: &[u8], limits: &Limits) -> Result<DynamicImage, Unreadable> {
    size_of(bytes, limits)?;
    let reader = ImageReader::new(Cursor::new(bytes));
    let mut reader = reader.with_guessed_format().map_err(|_| malformed())?;
    let mut bounds = image::Limits::no_limits();
    bounds.max_alloc = Some(limits.pixels.saturating_mul(BYTES_A_PIXEL));
    reader.limits(bounds);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error, limits))?;
    let turned = decoder
        .orientation()
        .unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error, limits))?;
    image.apply_orientation(turned);
    Ok(image)
}

fn refusal(error: &ImageError, limits: &Limits) -> Unreadable {
    match error {
        ImageError::Limits(_) => too_large(limits),
        _ => malformed(),
    }
}

fn too_large(limits: &Limits) -> Unreadable {
    Unreadable::TooLarge {
        extent: Extent::Pixels,
        limit: limits.pixels,
    }
}

fn malformed() -> Unreadable {
    Unreadable::Malformed {
        format: Format::Image,
    }
}
