//! What holds for every table.

use super::*;
use proptest::prelude::*;

fn some_text() -> impl Strategy<Value = String> {
    // What Windows-1252 has, with everything that makes quoting hard.
    "[a-zA-Z0-9éèàçœŒ€’«» ,;|\"'\t=+-]{0,12}(\n[a-zé]{1,4})?"
}

fn written(rows: &[Vec<String>], part: char) -> String {
    let quoted = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let head = ["ID", "Nom", "Une question", "Une autre"].join(&part.to_string());
    let mut lines = vec![head];
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<String> = [format!("{}", number + 1), "Nom".to_owned()]
            .iter()
            .chain(row)
            .map(quoted)
            .collect();
        lines.push(cells.join(&part.to_string()));
    }
    lines.join("\r\n") + "\r\n"
}

fn encodings(text: &str) -> Vec<Vec<u8>> {
    let utf16 =
        |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> { text.encode_utf16().flat_map(order).collect() };
    let marked = format!("\u{feff}{text}");
    vec![
        text.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn encoding_and_separator_change_nothing(
        rows in proptest::collection::vec(proptest::collection::vec(some_text(), 2), 1..6),
    ) {
        let mut first = None;
        for part in [',', ';', '\t'] {
            for bytes in encodings(&written(&rows, part)) {
                let dossiers = taken(&bytes).unwrap().dossiers;
                prop_assert_eq!(dossiers.len(), rows.len());
                prop_assert_eq!(&dossiers, first.get_or_insert(dossiers.clone()));
            }
        }
        for (dossier, row) in first.unwrap().iter().zip(&rows) {
            for (answer, text) in dossier.answers.iter().zip(row) {
                let given = if text.trim().is_empty() { "" } else { text.as_str() };
                prop_assert_eq!(answer.text.as_str(), given);
            }
        }
    }

    #[test]
    fn no_bytes_make_a_reader_fail(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = taken(&bytes);
    }

    #[test]
    fn no_altered_workbook_makes_a_reader_fail(
        at in 0_usize..20_000, byte in any::<u8>(), ods in any::<bool>(),
    ) {
        let whole: &[u8] = if ods {
            include_bytes!("../../../../fixtures/intake/demarche.ods")
        } else {
            include_bytes!("../../../../fixtures/intake/demarche.xlsx")
        };
        let mut bytes = whole.to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = taken(&bytes);
    }
}
