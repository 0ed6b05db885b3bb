//! The demo's own evidence says here what its sources say.

use super::*;
use std::path::{Path, PathBuf};

struct Piece {
    path: PathBuf,
    kind: String,
    texts: Vec<String>,
}

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/demo")
}

fn pieces() -> Vec<Piece> {
    let mut pieces = Vec::new();
    for source in std::fs::read_dir(demo().join("source")).unwrap() {
        let source = source.unwrap();
        let table: toml::Table = std::fs::read_to_string(source.path()).unwrap().parse().unwrap();
        let name = source.file_name().into_string().unwrap();
        let number = name.split('-').next().unwrap();
        for piece in table["evidence"].as_array().unwrap() {
            let text = |key: &str| piece.get(key).and_then(|value| value.as_str()).map(str::to_owned);
            let pages = piece.get("pages").and_then(|value| value.as_array());
            let pages = pages
                .into_iter()
                .flatten()
                .map(|page| page.as_str().unwrap().to_owned());
            pieces.push(Piece {
                path: demo().join("evidence").join(number).join(text("file").unwrap()),
                kind: text("kind").unwrap(),
                texts: pages.chain(text("text")).collect(),
            });
        }
    }
    pieces
}

/// The words alone: no marks of tables, lists and headings, one space between words.
fn plain(text: &str) -> String {
    let text = text.replace(['*', '`'], "");
    let words = text.split(|c: char| c.is_ascii_whitespace() || "│─┼•|;>".contains(c));
    let words = words.filter(|word| !word.is_empty() && !word.chars().all(|c| matches!(c, '#' | '-' | ':')));
    words.collect::<Vec<_>>().join(" ")
}

fn is_table(line: &str, kind: &str) -> bool {
    kind == "csv" || line.starts_with('|')
}

#[test]
fn the_demo_evidence_is_read_with_its_accents() {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for piece in pieces().iter().filter(|piece| piece.kind != "png") {
        let bytes = std::fs::read(&piece.path).unwrap();
        let name = piece.path.file_name().unwrap().to_string_lossy().into_owned();
        let extract = read(&name, &bytes);
        assert!(!extract.truncated, "{name}");
        let whole = plain(&extract.pages.join("\n"));
        for line in piece.texts.iter().flat_map(|text| text.lines()) {
            let wanted = plain(line.trim_start_matches("- "));
            if is_table(line, &piece.kind) {
                for word in wanted.split([' ', ',']) {
                    assert!(whole.contains(word), "{name}: {word:?}\n{whole}");
                }
            } else {
                assert!(whole.contains(&wanted), "{name}: {wanted:?}\n{whole}");
            }
        }
        *seen.entry(piece.kind.clone()).or_default() += 1;
    }
    let kinds: Vec<&str> = seen.keys().map(String::as_str).collect();
    assert_eq!(kinds, ["csv", "md", "odt", "pdf", "txt"], "{seen:?}");
}

#[test]
fn a_pdf_keeps_its_pages_and_its_tables() {
    let bytes = std::fs::read(demo().join("evidence/16002/schema-directeur-libre-2024-2028.pdf")).unwrap();
    let extract = read("schema.pdf", &bytes);
    assert_eq!((extract.format, extract.pages.len()), (Format::Pdf, 3));
    assert!(
        extract.pages[2].contains("Support de logiciels libres │  348 │  395 │  412"),
        "{}",
        extract.pages[2]
    );
    assert!(extract.pages[0].contains("• La sortie des deux logiciels financiers, repoussée à 2027"));
}

#[test]
fn the_demo_pictures_are_drawn_and_hold_no_text() {
    let mut drawn = 0;
    for piece in pieces().iter().filter(|piece| piece.kind == "png") {
        let bytes = std::fs::read(&piece.path).unwrap();
        let image = draw(&bytes, 80, 80).unwrap();
        assert!(image.width.max(image.height) == 80);
        assert_eq!(image.rgba.len(), (image.width * image.height * 4) as usize);
        assert_eq!(
            read_with("a.png", &bytes, &Limits::default()),
            Err(Unreadable::NoText)
        );
        drawn += 1;
    }
    assert!(drawn > 5);
}
