//! Every beginning of a file, and files with a few bytes changed: an answer comes, and never by a parser's fall.

use super::*;
use proptest::prelude::*;

const PDF: &[u8] = include_bytes!("../../../../fixtures/demo/evidence/16003/affichette-permanence.pdf");
const ODT: &[u8] = include_bytes!("../../../../fixtures/demo/evidence/16007/charte-ouverture.odt");
const PNG: &[u8] = include_bytes!("../../../../fixtures/demo/evidence/16002/postes-sous-linux.png");

fn stands(answer: Result<Extract, Unreadable>, limits: &Limits) {
    match answer {
        Ok(extract) => {
            let bytes: usize = extract.pages.iter().map(String::len).sum();
            assert!(bytes <= limits.text && extract.pages.len() <= limits.pages);
        }
        Err(error) => assert_ne!(error, Unreadable::Hostile { trick: Trick::Crash }),
    }
}

#[test]
fn every_beginning_of_a_file_has_an_answer() {
    for (name, bytes) in [("a.pdf", PDF), ("a.odt", ODT), ("a.png", PNG)] {
        for length in 0..bytes.len() {
            stands(read_with(name, &bytes[..length], &tight()), &tight());
        }
    }
}

#[test]
fn every_beginning_of_a_picture_has_an_answer() {
    for length in 0..PNG.len() {
        let drawn = draw(&PNG[..length], 20, 20);
        assert!(drawn.is_err() || length + 12 >= PNG.len(), "{length}");
    }
    for length in (0..PDF.len()).step_by(53) {
        let drawn = draw(&PDF[..length], 20, 20);
        assert_ne!(drawn, Err(Unreadable::Hostile { trick: Trick::Crash }));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_have_an_answer(
        which in 0..3_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let (name, bytes) = [("a.pdf", PDF), ("a.odt", ODT), ("a.png", PNG)][which];
        let mut bytes = bytes.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        stands(read_with(name, &bytes, &tight()), &tight());
    }

    #[test]
    fn any_bytes_have_an_answer(
        name in prop::sample::select(vec!["a.pdf", "a.odt", "a.ods", "a.html", "a.md", "a.csv", "a.txt", "a.svg"]),
        start in prop::sample::select(vec!["", "%PDF-1.7\n", "<html>", "<svg>", "PK\u{3}\u{4}", "# a\n"]),
        bytes in proptest::collection::vec(any::<u8>(), 0..2000),
        words in "([<>/!&;#*|`\\[\\]() a-z\\n\\t-]|<td>|<ul>|</p>|obj|stream){0,200}",
    ) {
        let binary = [start.as_bytes(), &bytes].concat();
        stands(read_with(name, &binary, &tight()), &tight());
        let wordy = format!("{start}{words}");
        stands(read_with(name, wordy.as_bytes(), &tight()), &tight());
    }
}
