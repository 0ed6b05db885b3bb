//! The platform's own example: three dossiers, twenty-two types of champ.

use super::*;
use crate::domain::dossier::Identity;

fn answer<'d>(dossier: &'d Dossier, label: &str) -> &'d Answer {
    dossier
        .answers
        .iter()
        .find(|answer| answer.label == label)
        .unwrap()
}

#[test]
fn three_dossiers_come_with_their_names_kinds_and_answers() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    let seen: Vec<_> = intake
        .dossiers
        .iter()
        .map(|d| {
            (
                d.id.as_str(),
                d.name.as_str(),
                d.kind.as_str(),
                d.answers.len(),
                d.given(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("demarche-26001", "COMMUNE DE FONTLIBRE", "commune", 22, 22),
            (
                "demarche-26002",
                "COMMUNAUTE DE COMMUNES DU VAL SOURCE",
                "epci",
                22,
                7
            ),
            ("demarche-26003", "DEPARTEMENT D'EXEMPLIE", "departement", 22, 20),
        ]
    );
    assert!(intake.refused.is_empty());
    assert_eq!(
        intake.dossiers[0].identity,
        Identity {
            siren: Some("219900016".into()),
            siret: Some("21990001600011".into()),
            commune: Some("99010".into()),
            city: Some("Fontlibre".into()),
            department: Some("99".into()),
            region: Some("00".into()),
        }
    );
}

#[test]
fn every_answer_keeps_its_type_its_text_and_its_section() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    let first = &intake.dossiers[0];
    let choices = ["Serveurs", "Postes bureautiques", "Postes des écoles"].map(str::to_owned);
    let place = |name: &str, code: &str| Value::Place {
        name: name.into(),
        code: code.into(),
    };
    let cases = [
        (
            "Une délibération du conseil a été adoptée",
            Value::Bool(true),
            "Oui",
        ),
        (
            "Date de la délibération",
            Value::Date("2021-12-14".into()),
            "14 décembre 2021",
        ),
        (
            "Taux de conformité RGAA (%)",
            Value::Decimal("78.5".into()),
            "78.5",
        ),
        (
            "Format d’échange principal",
            Value::Linked("Bureautique".into(), "ODF".into()),
            "Bureautique / ODF",
        ),
        (
            "Où utilisez-vous un système GNU/Linux ?",
            Value::Choices(choices.to_vec()),
            "Serveurs\u{a0}; Postes bureautiques\u{a0}; Postes des écoles",
        ),
        (
            "Nombre total de postes de travail",
            Value::Integer("142".into()),
            "142",
        ),
        (
            "Contribuez-vous à des logiciels libres ?",
            Value::Choice("Oui, régulièrement".into()),
            "Oui, régulièrement",
        ),
        (
            "Dernière mise à jour du portail open data",
            Value::Datetime("2026-09-30T18:30:00+02:00".into()),
            "30 septembre 2026 18:30",
        ),
        (
            "Commune du siège",
            place("Fontlibre", "99010"),
            "Fontlibre (99010)",
        ),
        (
            "EPCI de rattachement",
            place("CC du Val Source", "200099000"),
            "CC du Val Source",
        ),
        ("Département", place("Exemplie", "99"), "99 – Exemplie"),
        ("Région", place("Grand Modèle", "00"), "Grand Modèle"),
        (
            "SIRET de la structure mutualisante",
            place("SYNDICAT MIXTE NUMERIQUE EXEMPLIE", "25990010800012"),
            "SYNDICAT MIXTE NUMERIQUE EXEMPLIE (25990010800012)",
        ),
        (
            "Adresse du service informatique",
            place("1 place de la Mairie 99010 Fontlibre", "99010"),
            "1 place de la Mairie 99010 Fontlibre",
        ),
        (
            "Dossier de la candidature précédente",
            Value::Dossier("25017".into()),
            "25017",
        ),
        ("Civilité de l’élu référent", Value::Choice("Mme".into()), "Mme"),
        (
            "Site web de la collectivité",
            Value::Text,
            "https://fontlibre.example",
        ),
    ];
    for (label, value, text) in cases {
        let found = answer(first, label);
        assert_eq!((&found.value, found.text.as_str()), (&value, text));
    }
    let section = |label: &str| answer(first, label).section.as_deref();
    assert_eq!(
        section("Date de la délibération"),
        Some("1. Stratégie et mutualisation")
    );
    assert_eq!(section("Commune du siège"), Some("Identification"));
}

#[test]
fn a_repeated_group_keeps_its_rows_and_reads_as_lines() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    let group = answer(&intake.dossiers[0], "Logiciels libres métier déployés");
    let Value::Rows(rows) = &group.value else {
        panic!("{:?}", group.value);
    };
    let values: Vec<_> = rows[1].iter().map(|answer| answer.value.clone()).collect();
    assert_eq!(
        values,
        [
            Value::Text,
            Value::Choice("GPL-2.0".into()),
            Value::Integer("6".into())
        ]
    );
    let first_line = group.text.lines().next();
    assert_eq!(
        first_line,
        Some(
            "Nom du logiciel\u{a0}: openCimetière\u{a0}; Licence\u{a0}: AGPL-3.0\u{a0}; Nombre de postes\u{a0}: 4"
        )
    );
}

#[test]
fn a_blank_answer_is_there_and_blank_and_a_no_is_given() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    let (second, third) = (&intake.dossiers[1], &intake.dossiers[2]);
    for label in [
        "Une délibération du conseil a été adoptée",
        "Publiez-vous une déclaration RGAA ?",
        "Logiciels libres métier déployés",
        "Délibération ou schéma directeur",
        "EPCI de rattachement",
    ] {
        let blank = answer(second, label);
        assert_eq!(
            (&blank.value, blank.text.as_str()),
            (&Value::Blank, ""),
            "{label}"
        );
    }
    let no = answer(third, "Publiez-vous une déclaration RGAA ?");
    assert_eq!((&no.value, no.text.as_str()), (&Value::Bool(false), "Non"));
    let zero = answer(third, "Taux de conformité RGAA (%)");
    assert_eq!(
        (&zero.value, zero.text.as_str()),
        (&Value::Decimal("0.0".into()), "0.0")
    );
}

#[test]
fn files_are_evidence_under_the_name_that_the_candidate_gave() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    let [hostile] = intake.dossiers[2].evidence.as_slice() else {
        panic!("{:?}", intake.dossiers[2].evidence);
    };
    assert_eq!(hostile.name, "../rapport<2023>.pdf");
    assert_eq!(hostile.media_type, "application/pdf");
    assert_eq!(hostile.size, 5_242_880);
    assert_eq!(hostile.checksum.as_deref(), Some("bn2E8qXysAjgRjylJ+JcDg=="));
    assert_eq!(hostile.sha256, None);
    assert_eq!(hostile.question, Some("q-piece".into()));
    assert_eq!(hostile.criteria, ["1.3".into()]);
    let names: Vec<_> = intake.dossiers[0]
        .evidence
        .iter()
        .map(|piece| piece.name.as_str())
        .collect();
    assert_eq!(names, ["délibération 2021-12-14.pdf", "schema-directeur.odt"]);
}

#[test]
fn what_jurors_must_not_see_never_enters() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    let whole = serde_json::to_string(&intake.dossiers).unwrap();
    for secret in [
        "label@example.org",
        "jure@example.org",
        "Complet.",
        "Dossier solide",
        "Merci de joindre",
        "Ci-joint",
        "stockage.example.org",
        "dossier-26001.pdf",
    ] {
        assert!(EXAMPLE.contains(secret), "{secret}");
        assert!(!whole.contains(secret), "{secret}");
    }
}

#[test]
fn what_came_after_the_window_is_late_by_its_own_day() {
    let late = |closes: &str| {
        let options = Options {
            closes: Some(closes.into()),
            ..Options::default()
        };
        let intake = read_with(&[EXAMPLE], &options, &Budget::default()).unwrap();
        intake
            .dossiers
            .iter()
            .map(|dossier| dossier.late)
            .collect::<Vec<_>>()
    };
    assert_eq!(late("2026-10-15"), [false, false, false]);
    assert_eq!(late("2026-10-14"), [false, true, false]);
    assert_eq!(late("2026-09-30"), [false, true, true]);
    let intake = read_all(&[EXAMPLE]).unwrap();
    assert_eq!(
        intake.dossiers[1].submitted_at.as_deref(),
        Some("2026-10-15T23:58:40+02:00")
    );
}
