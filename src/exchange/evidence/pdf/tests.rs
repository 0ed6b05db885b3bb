//! PDFs made to harm, and letters in unusual places.

use super::super::tests::{deflated, draw as drawn, pdf, read_with, text, tight};
use super::super::{Cancel, Extent, Format, Limits, Trick, Unreadable, extract, picture};
use std::time::{Duration, Instant};

fn too_large(extent: Extent) -> Unreadable {
    let limit = match extent {
        Extent::Pixels => tight().pixels,
        _ => tight().unpacked,
    };
    Unreadable::TooLarge { extent, limit }
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digit = |four: u8| b"0123456789abcdef"[usize::from(four)];
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

#[test]
fn letters_become_words_and_lines() {
    let content = b"BT /F 10 Tf 10 80 Td (Les donn\xe9es) Tj 60 0 Td (publiques) Tj -60 -12 Td [(d) -50 (e \
        Va) 30 (lbrume) -400 (en) ] TJ 0 -30 Td (Nouveau) Tj ET";
    assert_eq!(
        text("a.pdf", &pdf(content, "[]", &[])),
        "Les données publiques\nde Valbrume en\n\nNouveau"
    );
}

#[test]
fn bold_that_is_drawn_twice_is_read_once() {
    let content = b"BT /F 10 Tf 2 Tr 10 80 Td (Gras) Tj 0.2 0 Td (Gras) Tj ET";
    assert_eq!(text("a.pdf", &pdf(content, "[]", &[])), "Gras");
}

#[test]
fn turned_text_is_read_along_its_line() {
    let content =
        b"BT /F 10 Tf 0 1 -1 0 30 10 Tm (En marge) Tj ET BT /F 10 Tf 1 0 0 1 40 80 Tm (Texte) Tj ET";
    assert_eq!(text("a.pdf", &pdf(content, "[]", &[])), "En marge\n\nTexte");
}

#[test]
fn a_page_without_letters_is_blank() {
    let scan = pdf(b"0 0 100 50 re f", "[]", &[]);
    assert_eq!(read_with("a.pdf", &scan, &tight()).unwrap().pages, [""]);
}

#[test]
fn streams_that_swell_are_refused_however_they_are_packed() {
    let spaces = vec![b' '; 8 << 20];
    let once = deflated(&spaces);
    let lzw = weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8)
        .encode(&spaces)
        .unwrap();
    let cases: [(Vec<u8>, &str); 6] = [
        (once.clone(), "/FlateDecode"),
        (deflated(&once), "[/FlateDecode /FlateDecode]"),
        (hex(&once), "[/ASCIIHexDecode /FlateDecode]"),
        (lzw, "/LZWDecode"),
        (b"\x81 ".repeat(1 << 15), "/RunLengthDecode"),
        (b"z".repeat(900_000), "/ASCII85Decode"),
    ];
    for (bytes, filter) in cases {
        let bomb = pdf(&bytes, filter, &[]);
        let answer = read_with("a.pdf", &bomb, &tight());
        assert_eq!(answer, Err(too_large(Extent::Unpacked)), "{filter}");
    }
}

#[test]
fn a_page_that_names_its_content_again_and_again_is_refused() {
    let part = deflated(&vec![b' '; 60_000]);
    let bytes = pdf(&part, "/FlateDecode", &[]);
    let many = format!("/Contents [{}]", "4 0 R ".repeat(50_000));
    let bytes = String::from_utf8_lossy(&bytes)
        .replace("/Contents 4 0 R", &many)
        .into_bytes();
    assert!(read_with("a.pdf", &bytes, &tight()).is_err());
}

#[test]
fn forms_that_draw_each_other_without_end_are_left() {
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X6 6 0 R /X7 7 0 R /X8 8 0 \
        R >> >>";
    let next = |name: &str| format!("/{name} Do ").repeat(30);
    let (five, six, seven) = (next("X6"), next("X7"), next("X8"));
    let eight = "0 0 1 1 re f ".repeat(1000);
    let parts: Vec<(&str, &[u8])> = [&five, &six, &seven, &eight]
        .into_iter()
        .map(|stream| (form, stream.as_bytes()))
        .collect();
    let bytes = pdf(b"/X5 Do /X5 Do", "[]", &parts);
    let begun = Instant::now();
    let cancel = Cancel::new();
    let other = cancel.clone();
    let timer = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        other.cancel();
    });
    let answer = extract("a.pdf", "", &bytes, &Limits::default(), &cancel);
    timer.join().unwrap();
    assert_eq!(answer, Err(Unreadable::Cancelled));
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_form_that_draws_itself_comes_to_an_end() {
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X5 5 0 R >> >>";
    let bytes = pdf(
        b"BT /F 10 Tf 10 50 Td (a) Tj ET /X5 Do",
        "[]",
        &[(form, b"/X5 Do")],
    );
    assert_eq!(text("a.pdf", &bytes), "a");
}

#[test]
fn images_of_a_size_nobody_could_hold_are_not_drawn() {
    let image = |more: &str| {
        format!("/Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray {more}")
    };
    let cases = [
        image("/Width 60000 /Height 60000"),
        image("/Width 4000000000 /Height 1"),
        image("/Width 9 /Height 60000 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 >>"),
    ];
    for dict in cases {
        let bytes = pdf(b"100 0 0 100 0 0 cm /X5 Do", "[]", &[(&dict, b"\x80")]);
        let answer = picture("a.pdf", "", &bytes, 0, 9, 9, &tight(), &Cancel::new());
        assert_eq!(answer, Err(too_large(Extent::Pixels)), "{dict}");
    }
    let inline = b"100 0 0 100 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /G ID x EI";
    let answer = picture(
        "a.pdf",
        "",
        &pdf(inline, "[]", &[]),
        0,
        9,
        9,
        &tight(),
        &Cancel::new(),
    );
    assert_eq!(answer, Err(too_large(Extent::Pixels)));
}

#[test]
fn an_image_packed_in_a_format_that_lies_is_not_drawn() {
    let image =
        "/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    for filter in ["/JPXDecode", "/JBIG2Decode"] {
        let bytes = pdf(
            b"/X5 Do",
            "[]",
            &[(&format!("{image} /Filter {filter}"), b"nonsense")],
        );
        let answer = picture("a.pdf", "", &bytes, 0, 9, 9, &tight(), &Cancel::new());
        assert_eq!(
            answer,
            Err(Unreadable::Malformed { format: Format::Pdf }),
            "{filter}"
        );
    }
}

#[test]
fn a_page_of_any_shape_is_drawn_within_the_limit() {
    let plain = String::from_utf8(pdf(b"0 0 9 9 re f", "[]", &[])).unwrap();
    for size in [
        "0 0 100000 1",
        "0 0 1 100000",
        "0 0 1e30 1e30",
        "0 0 0 0",
        "0 0 -5 nan",
        "5 5 0 0",
    ] {
        let bytes = plain.replace("0 0 200 100", size).into_bytes();
        match drawn(&bytes, 4_000_000_000, 4_000_000_000) {
            Ok(page) => {
                assert!(u64::from(page.width) * u64::from(page.height) <= Limits::default().pixels * 2);
            }
            Err(error) => assert_ne!(error, Unreadable::Hostile { trick: Trick::Crash }, "{size}"),
        }
    }
}

#[test]
fn letters_that_no_font_explains_are_nothing_to_read() {
    let font = "/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font \
        /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
        >>]";
    let plain = String::from_utf8(pdf(b"BT /F 10 Tf 10 50 Td <00010002> Tj ET", "[]", &[])).unwrap();
    let (before, rest) = plain.split_once("/Type /Font").unwrap();
    let (_, after) = rest.split_once("/WinAnsiEncoding").unwrap();
    let bytes = [before, font, after].concat().into_bytes();
    assert_eq!(read_with("a.pdf", &bytes, &tight()).unwrap().pages, [""]);
}

#[test]
fn a_long_document_is_read_to_its_last_page() {
    let mut file =
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids ["
            .to_owned();
    for at in 0..1500 {
        file.extend([&(at + 10).to_string(), " 0 R "]);
    }
    file += "] >>\nendobj\n";
    file += "4 0 obj\n<< /Length 32 >>\nstream\nBT /F 10 Tf 10 50 Td (page) Tj ET\nendstream\nendobj\n";
    for at in 0..1500 {
        file.extend([
            &(at + 10).to_string(),
            " 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F << /Type /Font ",
            "/Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n",
        ]);
    }
    file += "trailer\n<< /Root 1 0 R >>\n";
    let answer = read_with("a.pdf", file.as_bytes(), &Limits::default()).unwrap();
    assert_eq!((answer.pages.len(), answer.truncated), (1500, false));
}
