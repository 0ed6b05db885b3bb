//! Files made to harm: each is refused, or cut at a limit, by a typed error and in bounded time.

use super::*;
use std::time::{Duration, Instant};

const ENDLESS: Unreadable = Unreadable::Hostile {
    trick: Trick::Endless,
};
const ENTITIES: Unreadable = Unreadable::Hostile {
    trick: Trick::Entities,
};

fn too_large(extent: Extent) -> Unreadable {
    let limits = tight();
    let limit = match extent {
        Extent::File => limits.bytes,
        Extent::Unpacked => limits.unpacked,
        Extent::Pixels => limits.pixels,
    };
    Unreadable::TooLarge { extent, limit }
}

fn draw_tightly(bytes: &[u8]) -> Result<Picture, Unreadable> {
    picture("", "", bytes, 0, 50, 50, &tight(), &Cancel::new())
}

#[test]
fn a_file_over_the_limit_is_not_opened() {
    let bytes = vec![b'a'; (1 << 20) + 1];
    assert_eq!(read_with("a.txt", &bytes, &tight()), Err(too_large(Extent::File)));
    assert_eq!(draw_tightly(&bytes), Err(too_large(Extent::File)));
}

#[test]
fn a_zip_bomb_stops_at_the_limit() {
    let bomb = package("text", &[("content.xml", &vec![b' '; 64 << 20])]);
    assert_eq!(
        read_with("a.odt", &bomb, &tight()),
        Err(too_large(Extent::Unpacked))
    );
}

#[test]
fn a_zip_of_countless_members_is_refused() {
    let mut bytes = odt("<text:p>x</text:p>");
    bytes.extend(b"PK\x01\x02".repeat(200_001));
    assert_eq!(read_with("a.odt", &bytes, &Limits::default()), Err(ENDLESS));
}

#[test]
fn a_document_with_a_password_says_so() {
    let manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked = package(
        "text",
        &[("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")],
    );
    assert_eq!(read_with("a.odt", &locked, &tight()), Err(Unreadable::Encrypted));
    let mut locked = String::from_utf8(pdf(b"", "[]", &[])).unwrap();
    let key = "00".repeat(32);
    let lock = format!(
        "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /Size"
    );
    locked = locked.replace("/Size", &lock);
    assert_eq!(
        read_with("a.pdf", locked.as_bytes(), &tight()),
        Err(Unreadable::Encrypted)
    );
}

#[test]
fn repeated_cells_and_rows_stop_at_the_limit() {
    let cell =
        "<table:table-cell table:number-columns-repeated='100000'><text:p>x</text:p></table:table-cell>";
    let row = |cells: &str| {
        format!("<table:table-row table:number-rows-repeated='1048576'>{cells}</table:table-row>")
    };
    let sheet = format!(
        "<table:table table:name='a'>{}</table:table>",
        row(cell).repeat(20)
    );
    for limits in [tight(), Limits::default()] {
        let extract = read_with("a.ods", &ods(&sheet), &limits).unwrap();
        let bytes: usize = extract.pages.iter().map(String::len).sum();
        assert!(extract.truncated && bytes <= limits.text);
    }
    let empty = row("<table:table-cell table:number-columns-repeated='4000000000'/>").repeat(1000);
    let sheet = format!("<table:table table:name='a'>{empty}</table:table>");
    assert!(!read("a.ods", &ods(&sheet)).truncated);
}

#[test]
fn documents_that_declare_entities_are_refused() {
    let laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
        <!ENTITY c SYSTEM 'file:///etc/passwd'>]><svg><text>&b;&c;</text></svg>";
    let content = package("text", &[("content.xml", laughs.as_bytes())]);
    assert_eq!(read_with("a.odt", &content, &tight()), Err(ENTITIES));
    assert_eq!(read_with("a.svg", laughs.as_bytes(), &tight()), Err(ENTITIES));
    let unknown = "<svg><text>&secret; &#233;&lt;</text></svg>";
    assert_eq!(text("a.svg", unknown.as_bytes()), "&secret; é<");
}

#[test]
fn deep_nesting_is_read_in_little_time() {
    let begun = Instant::now();
    let html = "<div><ul><li><b><blockquote>".repeat(40_000) + "fond";
    assert!(text("a.html", html.as_bytes()).contains("fond"));
    let tables = "<table><tr><td>".repeat(40_000) + "fond";
    assert!(text("a.html", tables.as_bytes()).contains("fond"));
    let open = "<text:list><text:list-item>".repeat(30_000) + "<text:p>fond</text:p>";
    let lists = odt(&(open + &"</text:list-item></text:list>".repeat(30_000)));
    assert!(text("a.odt", &lists).contains("fond"));
    let quotes = ">".repeat(20_000) + " fond";
    assert!(text("a.md", quotes.as_bytes()).contains("fond"));
    assert!(text("a.md", "[".repeat(20_000).as_bytes()).contains('['));
    assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", begun.elapsed());
}

#[test]
fn an_image_that_declares_too_much_is_not_unpacked() {
    let mut header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    header.extend(0x7fff_ffff_u32.to_be_bytes().repeat(2));
    header.extend(b"\x08\x06\0\0\0");
    let mut sum = flate2::Crc::new();
    sum.update(&header[12..]);
    header.extend(sum.sum().to_be_bytes());
    header.extend(b"\0\0\0\x04IDAT\0\0\0\0\0\0\0\0");
    assert_eq!(draw_tightly(&header), Err(too_large(Extent::Pixels)));
}

#[test]
fn a_text_without_end_is_cut() {
    let limits = tight();
    let cases = [
        ("a.txt", "ligne\n".repeat(20_000)),
        ("a.csv", "a;b;c\n".repeat(20_000)),
        ("a.csv", ";".repeat(100_000)),
        ("a.md", "mot ".repeat(20_000)),
        ("a.html", "<p>mot".repeat(20_000)),
        ("a.html", "<table>".to_owned() + &"<tr><td>mot".repeat(20_000)),
    ];
    for (name, long) in cases {
        match read_with(name, long.as_bytes(), &limits) {
            Ok(extract) => {
                let bytes: usize = extract.pages.iter().map(String::len).sum();
                assert!(
                    extract.truncated && bytes <= limits.text && extract.pages.len() <= limits.pages,
                    "{name}"
                );
            }
            Err(error) => assert_eq!(error, Unreadable::NoText, "{name}"),
        }
    }
}

#[test]
fn a_flag_that_is_up_stops_every_reader() {
    let cancel = Cancel::new();
    cancel.clone().cancel();
    assert!(cancel.is_cancelled());
    for (name, bytes) in [
        ("a.txt", b"x".to_vec()),
        ("a.pdf", pdf(b"", "[]", &[])),
        ("a.odt", odt("")),
    ] {
        let answer = extract(name, "", &bytes, &Limits::default(), &cancel);
        assert_eq!(answer, Err(Unreadable::Cancelled), "{name}");
        let drawn = picture("a.pdf", "", &bytes, 0, 9, 9, &Limits::default(), &cancel);
        assert!(drawn.is_err());
    }
}

#[test]
fn entities_that_only_name_short_texts_are_left_alone() {
    let drawing = "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://a' [<!ENTITY ns_svg \
        'http://www.w3.org/2000/svg'>]><svg xmlns='&ns_svg;' width='9' height='9'><text>Plan</text></svg>";
    assert_eq!(text("a.svg", drawing.as_bytes()), "Plan");
}
