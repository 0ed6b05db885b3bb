//! Pictures: their size, their paper, and pages of a PDF.

use super::*;
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

fn encoded(image: &RgbaImage, format: ImageFormat) -> Vec<u8> {
    let image = DynamicImage::ImageRgba8(image.clone());
    let image = if format == ImageFormat::Jpeg {
        DynamicImage::ImageRgb8(image.into_rgb8())
    } else {
        image
    };
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, format).unwrap();
    out.into_inner()
}

#[test]
fn each_format_is_scaled_to_fit_and_never_enlarged() {
    let image = RgbaImage::from_pixel(40, 20, Rgba([200, 0, 0, 255]));
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let bytes = encoded(&image, format);
        let small = draw(&bytes, 10, 10).unwrap();
        assert_eq!((small.width, small.height), (10, 5), "{format:?}");
        assert!(small.rgba[0] > 190 && small.rgba[1] < 10, "{format:?}");
        let whole = draw(&bytes, 1000, 1000).unwrap();
        assert_eq!((whole.width, whole.height), (40, 20), "{format:?}");
    }
}

#[test]
fn what_is_transparent_lies_on_white() {
    let image = RgbaImage::from_fn(2, 1, |x, _| Rgba([0, 0, 0, if x == 0 { 0 } else { 255 }]));
    let shown = draw(&encoded(&image, ImageFormat::Png), 9, 9).unwrap();
    assert_eq!(shown.rgba, [255, 255, 255, 255, 0, 0, 0, 255]);
}

#[test]
fn a_page_fills_the_size_and_shows_its_ink() {
    let bytes = pdf(b"BT /F 40 Tf 10 30 Td (Valbrume) Tj ET", "[]", &[]);
    let page = draw(&bytes, 100, 100).unwrap();
    assert_eq!((page.width, page.height), (100, 50));
    let pixels = page.rgba.as_chunks::<4>().0;
    let dark = pixels
        .iter()
        .filter(|pixel| pixel[0] < 100 && pixel[3] == 255)
        .count();
    assert!((100..2500).contains(&dark), "{dark}");
    let beyond = picture("", "", &bytes, 1, 9, 9, &Limits::default(), &Cancel::new());
    assert_eq!(beyond, Err(Unreadable::Malformed { format: Format::Pdf }));
}

#[test]
fn text_has_no_picture() {
    let text = picture("a.txt", "", b"texte", 0, 9, 9, &Limits::default(), &Cancel::new());
    assert_eq!(
        text,
        Err(Unreadable::Unsupported {
            kind: "txt".to_owned()
        })
    );
}
