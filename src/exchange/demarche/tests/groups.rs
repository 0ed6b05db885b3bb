//! Sections and repeated groups.

use super::champs::champ;
use super::*;

#[test]
fn headings_and_explanations_are_no_answers_but_name_the_section() {
    let heading = |label: &str, level: u8| {
        format!(r#"{{"__typename": "HeaderSectionChamp", "label": "{label}", "level": {level}}}"#)
    };
    let text = |id: &str| {
        format!(r#"{{"__typename": "TextChamp", "champDescriptorId": "{id}", "stringValue": "x"}}"#)
    };
    let champs = [
        text("avant"),
        heading("Axe 1", 1),
        r#"{"__typename": "ExplicationChamp", "champDescriptorId": "e", "stringValue": ""}"#.to_owned(),
        text("dans"),
        heading("Sous-axe", 2),
        text("dedans"),
        heading("Axe 2", 1),
        text("après"),
    ];
    let dossier = one(&a_dossier("1", &champs.join(",")));
    let seen: Vec<_> = dossier
        .answers
        .iter()
        .map(|answer| (answer.champ.as_str(), answer.section.as_deref()))
        .collect();
    assert_eq!(
        seen,
        [
            ("avant", None),
            ("dans", Some("Axe 1")),
            ("dedans", Some("Axe 1 › Sous-axe")),
            ("après", Some("Axe 2")),
        ]
    );
}

#[test]
fn a_group_of_blank_rows_is_blank_and_files_in_a_row_are_evidence() {
    let row = |name: &str, files: &str| {
        format!(
            r#"{{"champs": [{{"__typename": "HeaderSectionChamp", "label": "Titre"}},
                {{"__typename": "TextChamp", "champDescriptorId": "n", "label": "Nom", "stringValue": "{name}"}},
                {{"__typename": "PieceJustificativeChamp", "champDescriptorId": "f", "label": "Fichier", "files": [{files}]}}]}}"#
        )
    };
    let group = |rows: &str| champ("RepetitionChamp", &format!(r#""rows": [{rows}]"#));
    let blank = one(&a_dossier("1", &group(&row("", ""))));
    assert_eq!(blank.answers[0].value, Value::Blank);
    let file = r#"{"filename": "a\nb.pdf", "byteSize": 12, "checksum": "", "contentType": null}"#;
    let full = one(&a_dossier(
        "1",
        &group(&format!("{},{}", row("QGIS\\nlong", file), row("", ""))),
    ));
    assert_eq!(
        full.answers[0].text,
        "Nom\u{a0}: QGIS long\u{a0}; Fichier\u{a0}: a b.pdf"
    );
    let piece = &full.evidence[0];
    assert_eq!((piece.name.as_str(), piece.size), ("a\nb.pdf", 12));
    assert_eq!(
        (piece.checksum.as_deref(), piece.media_type.as_str()),
        (None, "application/octet-stream")
    );
}
