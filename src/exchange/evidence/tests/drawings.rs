//! Pictures of SVG, and drawings made to harm.

use super::*;
use image::{ImageFormat, Rgba, RgbaImage};

const ENDLESS: Unreadable = Unreadable::Hostile {
    trick: Trick::Endless,
};

fn ink(picture: &Picture) -> usize {
    let pixels = picture.rgba.as_chunks::<4>().0;
    pixels.iter().filter(|pixel| pixel[0] < 128).count()
}

#[test]
fn a_drawing_fills_the_size_on_white_paper_with_its_letters() {
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><text x='2' y='15' font-size='14' \
        font-family='Arial'>Été</text></svg>";
    let shown = draw(drawing.as_bytes(), 100, 100).unwrap();
    assert_eq!((shown.width, shown.height), (100, 50));
    assert_eq!(shown.rgba[..4], [255, 255, 255, 255]);
    assert!((100..2000).contains(&ink(&shown)), "{}", ink(&shown));
}

#[test]
fn a_drawing_shows_the_images_in_it_and_none_beside_it() {
    let image = png(&RgbaImage::from_pixel(4, 4, Rgba([0, 0, 0, 255])));
    let inside = format!("data:image/png;base64,{}", base64_of(&image));
    let beside = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/demo/evidence/16006/supervision.png"
    );
    for (target, is_shown) in [
        (inside.as_str(), true),
        (beside, false),
        ("file:///etc/hostname", false),
    ] {
        let drawing = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><image href='{target}' width='10' \
             height='10'/></svg>"
        );
        let shown = draw(drawing.as_bytes(), 10, 10).unwrap();
        assert_eq!(ink(&shown) > 50, is_shown, "{target:.40}");
    }
}

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn png(image: &RgbaImage) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

#[test]
fn a_drawing_that_would_never_end_is_not_built() {
    let draw_svg = |inside: &str| {
        let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inside}</svg>");
        picture("", "", drawing.as_bytes(), 0, 50, 50, &tight(), &Cancel::new())
    };
    let deep = "<g>".repeat(100_000) + &"</g>".repeat(100_000);
    assert_eq!(draw_svg(&deep), Err(ENDLESS));
    let mut uses = "<g id='a0'><path d='M0 0h9v9z'/></g>".to_owned();
    for level in 1..40 {
        let inside = format!("<use href='#a{}'/>", level - 1).repeat(10);
        uses.extend(["<g id='a", &level.to_string(), "'>", &inside, "</g>"]);
    }
    assert!(draw_svg(&(uses + "<use href='#a39'/>")).is_err());
    let own = "<g id='a'><use href='#a'/></g>";
    assert_ne!(draw_svg(own), Err(Unreadable::Hostile { trick: Trick::Crash }));
}

#[test]
fn entities_that_only_name_short_texts_are_drawn() {
    let drawing =
        "<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]><svg xmlns='&ns;' width='9' height='9'/>";
    assert!(draw(drawing.as_bytes(), 9, 9).is_ok());
}
