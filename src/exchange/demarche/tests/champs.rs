//! Each type of champ, whole and wanting.

use super::*;

pub(super) fn champ(kind: &str, rest: &str) -> String {
    format!(r#"{{"__typename": "{kind}", "champDescriptorId": "c1", "label": "Question", {rest}}}"#)
}

fn place(name: &str, code: &str) -> Value {
    Value::Place {
        name: name.into(),
        code: code.into(),
    }
}

type Case = (&'static str, &'static str, Value, &'static str);

/// Type, other members, value, text.
fn check(cases: impl IntoIterator<Item = Case>) {
    for (kind, rest, value, text) in cases {
        let dossier = one(&a_dossier("1", &champ(kind, rest)));
        let answer = &dossier.answers[0];
        assert_eq!(
            (&answer.value, answer.text.as_str()),
            (&value, text),
            "{kind} {rest}"
        );
        assert_eq!(answer.is_given(), value != Value::Blank);
    }
}

#[test]
fn texts_and_boxes() {
    check([
        ("TextChamp", r#""stringValue": "oui""#, Value::Text, "oui"),
        ("TextChamp", r#""stringValue": """#, Value::Blank, ""),
        ("TextChamp", r#""stringValue": null"#, Value::Blank, ""),
        ("TextChamp", r#""prefilled": false"#, Value::Blank, ""),
        ("CheckboxChamp", r#""checked": true"#, Value::Bool(true), "Oui"),
        (
            "CheckboxChamp",
            r#""checked": false, "stringValue": "false""#,
            Value::Blank,
            "",
        ),
        (
            "CheckboxChamp",
            r#""stringValue": "true""#,
            Value::Bool(true),
            "Oui",
        ),
        (
            "YesNoChamp",
            r#""selected": false, "stringValue": "false""#,
            Value::Bool(false),
            "Non",
        ),
        (
            "YesNoChamp",
            r#""selected": null, "stringValue": """#,
            Value::Blank,
            "",
        ),
        ("YesNoChamp", r#""selected": true"#, Value::Bool(true), "Oui"),
    ]);
}

#[test]
fn numbers_keep_their_digits() {
    check([
        (
            "IntegerNumberChamp",
            r#""integerNumber": "142""#,
            Value::Integer("142".into()),
            "142",
        ),
        (
            "IntegerNumberChamp",
            r#""integerNumber": 142"#,
            Value::Integer("142".into()),
            "142",
        ),
        (
            "IntegerNumberChamp",
            r#""integerNumber": -7"#,
            Value::Integer("-7".into()),
            "-7",
        ),
        (
            "IntegerNumberChamp",
            r#""integerNumber": 123456789012345678901234567890"#,
            Value::Integer("123456789012345678901234567890".into()),
            "123456789012345678901234567890",
        ),
        (
            "IntegerNumberChamp",
            r#""integerNumber": null, "stringValue": """#,
            Value::Blank,
            "",
        ),
        (
            "IntegerNumberChamp",
            r#""integerNumber": null, "stringValue": "douze""#,
            Value::Text,
            "douze",
        ),
        (
            "DecimalNumberChamp",
            r#""decimalNumber": 78.50"#,
            Value::Decimal("78.50".into()),
            "78.50",
        ),
        (
            "DecimalNumberChamp",
            r#""decimalNumber": 1e400"#,
            Value::Decimal("1e400".into()),
            "1e400",
        ),
        (
            "DecimalNumberChamp",
            r#""decimalNumber": 0.1, "stringValue": "0,1""#,
            Value::Decimal("0.1".into()),
            "0,1",
        ),
        (
            "DecimalNumberChamp",
            r#""decimalNumber": null, "stringValue": """#,
            Value::Blank,
            "",
        ),
    ]);
}

#[test]
fn moments_are_those_of_the_calendar() {
    check([
        (
            "DateChamp",
            r#""date": "2023-03-03", "stringValue": "03 mars 2023""#,
            Value::Date("2023-03-03".into()),
            "03 mars 2023",
        ),
        (
            "DateChamp",
            r#""date": "2023-02-30", "stringValue": "30 février 2023""#,
            Value::Text,
            "30 février 2023",
        ),
        (
            "DateChamp",
            r#""date": null, "stringValue": """#,
            Value::Blank,
            "",
        ),
        (
            "DatetimeChamp",
            r#""datetime": "2026-09-30T18:30:00+02:00""#,
            Value::Datetime("2026-09-30T18:30:00+02:00".into()),
            "2026-09-30T18:30:00+02:00",
        ),
    ]);
}

#[test]
fn choices() {
    check([
        (
            "DropDownListChamp",
            r#""value": "ODF""#,
            Value::Choice("ODF".into()),
            "ODF",
        ),
        ("DropDownListChamp", r#""value": null"#, Value::Blank, ""),
        (
            "MultipleDropDownListChamp",
            r#""values": ["a, b", "c"], "stringValue": "a, b, c""#,
            Value::Choices(vec!["a, b".into(), "c".into()]),
            "a, b\u{a0}; c",
        ),
        ("MultipleDropDownListChamp", r#""values": []"#, Value::Blank, ""),
        (
            "MultipleDropDownListChamp",
            r#""stringValue": "a, b""#,
            Value::Text,
            "a, b",
        ),
        (
            "LinkedDropDownListChamp",
            r#""primaryValue": "A", "secondaryValue": "B""#,
            Value::Linked("A".into(), "B".into()),
            "A / B",
        ),
        (
            "LinkedDropDownListChamp",
            r#""primaryValue": "A", "secondaryValue": null"#,
            Value::Linked("A".into(), String::new()),
            "A",
        ),
        (
            "CiviliteChamp",
            r#""civilite": "M""#,
            Value::Choice("M".into()),
            "M",
        ),
    ]);
}

#[test]
fn places_and_bodies_keep_their_codes() {
    check([
        (
            "CommuneChamp",
            r#""commune": {"name": "Lettret", "code": "05072"}"#,
            place("Lettret", "05072"),
            "Lettret (05072)",
        ),
        (
            "PaysChamp",
            r#""pays": {"name": "France", "code": "FR"}, "stringValue": "France""#,
            place("France", "FR"),
            "France",
        ),
        (
            "AddressChamp",
            r#""address": null, "commune": {"name": "Lettret", "code": "05072"}"#,
            place("Lettret", "05072"),
            "Lettret (05072)",
        ),
        (
            "AddressChamp",
            r#""address": null, "commune": null, "stringValue": "là-bas""#,
            Value::Text,
            "là-bas",
        ),
        (
            "SiretChamp",
            r#""etablissement": {"siret": "123", "entreprise": null}"#,
            place("123", "123"),
            "123",
        ),
        (
            "SiretChamp",
            r#""etablissement": null, "stringValue": "456""#,
            Value::Text,
            "456",
        ),
        (
            "DossierLinkChamp",
            r#""dossier": {"number": 25017}"#,
            Value::Dossier("25017".into()),
            "25017",
        ),
    ]);
}

#[test]
fn what_has_only_a_text_or_nothing() {
    check([
        (
            "CarteChamp",
            r#""geoAreas": [], "stringValue": "une carte""#,
            Value::Text,
            "une carte",
        ),
        ("RNAChamp", r#""stringValue": "W123""#, Value::Text, "W123"),
        (
            "PieceJustificativeChamp",
            r#""files": [], "stringValue": null"#,
            Value::Blank,
            "",
        ),
        ("RepetitionChamp", r#""rows": []"#, Value::Blank, ""),
    ]);
}

#[test]
fn a_type_that_nobody_knows_is_its_text_and_is_told_once() {
    let odd = champ(
        "FuturChamp",
        r#""stringValue": "texte", "files": 3, "number": {"a": [1]}"#,
    );
    let intake = read_all(&[&a_page(&[a_dossier("1", &odd), a_dossier("2", &odd)], "a", false)]).unwrap();
    let answer = &intake.dossiers[0].answers[0];
    assert_eq!((&answer.value, answer.text.as_str()), (&Value::Text, "texte"));
    assert_eq!(
        said(&intake.warnings),
        ["exchange-warning-unknown-type", "exchange-warning-unmapped"]
    );
    assert_eq!(
        intake.warnings[0].what.to_string(),
        r#"exchange-warning-unknown-type type="FuturChamp" label="Question""#
    );
    assert_eq!(intake.warnings[0].at, "/data/demarche/dossiers/nodes/0/champs/0");
}
