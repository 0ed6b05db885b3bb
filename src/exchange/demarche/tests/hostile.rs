//! What is broken, hostile or cut off: a typed refusal with its place, and never a panic.

use super::*;
use proptest::prelude::*;

fn refused(text: &str) -> String {
    read_all(&[text]).unwrap_err().to_string()
}

#[test]
fn every_truncation_is_refused() {
    let champ = r#"{"__typename": "TextChamp", "champDescriptorId": "c", "stringValue": "é\u00e9"}"#;
    let whole = a_page(&[a_dossier("1", champ)], "a", false);
    for end in 0..whole.len() {
        let refusal = read_bytes(&whole.as_bytes()[..end], &Budget::default()).unwrap_err();
        assert!(
            matches!(refusal, ExchangeError::Malformed { .. }),
            "{end}: {refusal}"
        );
    }
}

#[test]
fn another_shape_is_refused_with_its_place() {
    let cases = [
        (
            "1",
            r#"at="1:1" found=(exchange-found-number) expected=(exchange-expected-answer)"#,
        ),
        (
            "null",
            r#"at="1:1" found=(exchange-found-null) expected=(exchange-expected-answer)"#,
        ),
        (
            "{}",
            r#"at="1:1" found=(exchange-found-object) expected=(exchange-expected-answer)"#,
        ),
        (
            r#"{"responses": []}"#,
            r"found=(exchange-found-object) expected=(exchange-expected-answer)",
        ),
        (
            "[[]]",
            r#"at="1:2 /0" found=(exchange-found-list) expected=(exchange-expected-answer)"#,
        ),
        (
            "[3]",
            r#"at="1:2 /0" found=(exchange-found-number) expected=(exchange-expected-answer)"#,
        ),
        (
            r#"{"data": 3}"#,
            r#"at="1:10 /data" found=(exchange-found-number) expected=(exchange-expected-object)"#,
        ),
        (
            r#"{"demarche": {"dossiers": {"nodes": {"a": 1}}}}"#,
            r#"at="1:37 /demarche/dossiers/nodes" found=(exchange-found-object) expected=(exchange-expected-list)"#,
        ),
        (
            r#"{"demarche": {"dossiers": {"nodes": [7]}}}"#,
            r#"/demarche/dossiers/nodes/0" found=(exchange-found-number) expected=(exchange-expected-object)"#,
        ),
        (
            "{\"number\": 1,\n\"champs\": [{\"__typename\": \"CheckboxChamp\", \"champDescriptorId\": \"c\", \"checked\": \"x\"}]}",
            r#"at="2:81 /champs/0/checked" found=(exchange-found-text) expected=(exchange-expected-bool)"#,
        ),
        (
            r#"{"number": 1, "champs": [{"__typename": "TextChamp"}]}"#,
            r#"at="1:26 /champs/0/champDescriptorId" found=(exchange-found-missing) expected=(exchange-expected-champ-id)"#,
        ),
        (
            r#"{"number": 1, "champs": [], "demandeur": {"entreprise": {"nomCommercial": 3}}}"#,
            r#"/demandeur/entreprise/nomCommercial" found=(exchange-found-number) expected=(exchange-expected-text)"#,
        ),
        (
            r#"{"number": true, "champs": []}"#,
            r#"/number" found=(exchange-found-bool) expected=(exchange-expected-digits)"#,
        ),
        (
            r#"{"demarche": {"dossiers": {"pageInfo": {"hasNextPage": "oui"}}}}"#,
            r#"/demarche/dossiers/pageInfo/hasNextPage" found=(exchange-found-text) expected=(exchange-expected-bool)"#,
        ),
    ];
    for (text, said) in cases {
        let found = refused(text);
        assert!(found.contains(said), "{text}\n{found}\n{said}");
    }
}

#[test]
fn nothing_follows_the_answer() {
    let found = refused(&format!("{EXAMPLE}x"));
    assert!(found.contains("exchange-expected-end-of-file"), "{found}");
}

#[test]
fn a_key_twice_is_refused_even_where_nothing_is_read() {
    let twice = EXAMPLE.replacen(r#""usager": {"#, r#""usager": {"email": "x","#, 1);
    let found = refused(&twice);
    assert!(
        found.contains("exchange-duplicate-key")
            && found.contains("/data/demarche/dossiers/nodes/0/usager/email"),
        "{found}"
    );
}

#[test]
fn a_bomb_is_refused() {
    let deep = format!(r#"{{"data": {}"#, r#"{"demarche":"#.repeat(100_000));
    assert!(refused(&deep).starts_with("exchange-too-deep"));
    let unread = format!(r#"{{"extensions": {}"#, "[".repeat(1_000_000));
    assert!(refused(&unread).starts_with("exchange-too-deep"));
    let tiny = Budget::tiny();
    let dossiers: Vec<_> = (1..=6).map(|n| a_dossier(&n.to_string(), "")).collect();
    let many = read_bytes(a_page(&dossiers, "a", false).as_bytes(), &tiny).unwrap_err();
    assert!(
        many.to_string().starts_with("exchange-too-many-dossiers"),
        "{many}"
    );
    let large = read_bytes(&vec![b' '; 70_000], &tiny).unwrap_err();
    assert!(matches!(large, ExchangeError::TooLarge { .. }));
    let wide = a_dossier("1", &vec!["{}"; 600].join(","));
    let wide = read_bytes(wide.as_bytes(), &tiny).unwrap_err();
    assert!(
        wide.to_string().starts_with("exchange-too-many-members"),
        "{wide}"
    );
}

#[test]
fn nul_becomes_its_picture_with_a_warning() {
    let champ =
        r#"{"__typename": "TextChamp", "champDescriptorId": "c", "stringValue": "a\u0000b\u001b[2J\u202e"}"#;
    let intake = read_all(&[&a_dossier("1", champ)]).unwrap();
    assert_eq!(intake.dossiers[0].answers[0].text, "a␀b\u{1b}[2J\u{202e}");
    assert_eq!(
        said(&intake.warnings),
        ["exchange-warning-nul", "exchange-warning-unmapped"]
    );
    assert_eq!(intake.warnings[0].at, "/champs/0/stringValue");
}

#[test]
fn half_a_character_is_refused() {
    let champ = r#"{"__typename": "TextChamp", "champDescriptorId": "c", "stringValue": "a\ud83d"}"#;
    let found = refused(&a_dossier("1", champ));
    assert!(
        found.contains(
            r#"/champs/0/stringValue" found=(exchange-found-text) expected=(exchange-expected-escape)"#
        ),
        "{found}"
    );
}

#[test]
fn other_encodings_are_refused() {
    let latin: Vec<u8> = EXAMPLE
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect();
    let refusal = read_bytes(&latin, &Budget::default()).unwrap_err().to_string();
    let offset = EXAMPLE.find('é').unwrap();
    assert!(
        refusal.contains(&format!(r#"byte="0xE9" offset={offset}"#)),
        "{refusal}"
    );
    let utf16: Vec<u8> = EXAMPLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let refusal = read_bytes(&utf16, &Budget::default()).unwrap_err();
    assert_eq!(
        refusal,
        ExchangeError::Encoding {
            file: "1.json".into(),
            name: "UTF-16"
        }
    );
    assert!(looks_like(&utf16));
}

#[test]
fn an_odd_date_is_kept_and_told() {
    let dossier = a_dossier("1", "").replace("2026-10-02T", "hier, ");
    let options = Options {
        closes: Some("2026-10-01".into()),
        ..Options::default()
    };
    let intake = read_with(&[&dossier], &options, &Budget::default()).unwrap();
    assert_eq!(
        intake.dossiers[0].submitted_at.as_deref(),
        Some("hier, 08:00:00+02:00")
    );
    assert!(!intake.dossiers[0].late);
    assert_eq!(said(&intake.warnings), ["exchange-warning-date"]);
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_bytes(&bytes, &Budget::tiny());
        let _ = looks_like(&bytes);
    }

    #[test]
    fn random_json_never_panics(text in r#"([\[{]|"data":|"demarche":|"dossiers":|"nodes":|"champs":|"number":|"rows":|[\]},]|1|null|"x"){0,30}"#) {
        let _ = read_bytes(text.as_bytes(), &Budget::tiny());
    }

    #[test]
    fn a_mutated_example_never_panics(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 1..6)
    ) {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        for (index, byte, edit) in edits {
            let at = index.index(bytes.len());
            match edit {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        if let Err(refusal) = read_bytes(&bytes, &Budget::default()) {
            prop_assert!(!refusal.is_io());
            prop_assert!(refusal.to_string().contains("1.json"));
        }
    }
}
