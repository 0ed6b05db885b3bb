use super::*;
use crate::exchange::evidence::Format;

const XLSX: &[u8] = include_bytes!("../../../../fixtures/intake/demarche.xlsx");
const ODS: &[u8] = include_bytes!("../../../../fixtures/intake/demarche.ods");
const CSV: &[u8] = include_bytes!("../../../../fixtures/intake/demarche.csv");

fn both() -> [(&'static str, Intake); 2] {
    [("xlsx", taken(XLSX).unwrap()), ("ods", taken(ODS).unwrap())]
}

#[test]
fn the_platforms_workbooks_give_its_dossiers() {
    for (format, intake) in both() {
        assert_eq!(intake.dossiers.len(), 2, "{format}");
        let first = &intake.dossiers[0];
        assert_eq!(
            (first.id.as_str(), first.number.as_str()),
            ("demarche-26101", "26101")
        );
        assert_eq!(
            (first.name.as_str(), first.kind.as_str()),
            ("COMMUNE DE TRÉMOUX", "commune")
        );
        assert_eq!(first.identity.siret.as_deref(), Some("21039990000012"));
        assert_eq!(first.identity.siren.as_deref(), Some("210399900"));
        assert_eq!(first.identity.department.as_deref(), Some("03"));
        assert_eq!(first.submitted_at.as_deref(), Some("2026-09-30T18:05:00"));
        let second = &intake.dossiers[1];
        assert_eq!(second.name, "Haut-Belcastel Communauté");
        assert_eq!((second.kind.as_str(), second.late), ("epci", false));
        assert!(!format!("{:?}", intake.dossiers).contains("agent@"), "{format}");
    }
}

#[test]
fn answers_keep_their_text_and_their_type() {
    for (format, intake) in both() {
        let first = &intake.dossiers[0];
        let of = |champ: &str| {
            (
                answer(first, champ).text.clone(),
                answer(first, champ).value.clone(),
            )
        };
        let start = "Présentez la collectivité et sa démarche en quelques lignes";
        assert_eq!(
            of(start),
            ("Une démarche\nsur trois ans".to_owned(), Value::Text),
            "{format}"
        );
        assert_eq!(
            answer(first, start).question.as_ref().unwrap().as_str(),
            "q-presentation"
        );
        let part = of("Part des documents bureautiques produits en formats ouverts (%)").0;
        assert_eq!(
            part.replace(',', ".").replace('\u{a0}', " "),
            "75.5 %",
            "{format}"
        );
        assert_eq!(
            of("J'atteste sur l'honneur"),
            ("Oui".to_owned(), Value::Bool(true))
        );
        assert_eq!(of("Commentaire #2"), ("=1+1".to_owned(), Value::Text));
        assert_eq!(of("Email #2").0, "contact@tremoux.example");
        let place = Value::Place {
            name: "Trémoux (03999)".to_owned(),
            code: "03999".to_owned(),
        };
        assert_eq!(of("Commune siège").1, place);
        assert!(
            first
                .answers
                .iter()
                .all(|answer| !answer.champ.contains("Code INSEE"))
        );
        let files = Value::Files(vec![
            "charte, annexe 1.pdf".to_owned(),
            "délibération.odt".to_owned(),
        ]);
        assert_eq!(of("Pièces relatives au RGI").1, files);
        let piece = &first.evidence[1];
        assert_eq!(
            (piece.name.as_str(), piece.checksum.as_ref()),
            ("délibération.odt", None)
        );
        assert_eq!(piece.question.as_ref().unwrap().as_str(), "q-pj-1.1");
        assert_eq!(piece.criteria, ["1.1".into()]);
    }
}

#[test]
fn repeated_groups_are_rows_of_their_dossier() {
    for (format, intake) in both() {
        let group = answer(&intake.dossiers[0], "(4012) Logiciels libres deploy");
        assert_eq!(group.label, "Logiciels libres deploy");
        let Value::Rows(rows) = &group.value else {
            panic!("{format}: {group:?}")
        };
        assert_eq!((rows.len(), rows[1][0].text.as_str()), (2, "QGIS"));
        assert!(
            group
                .text
                .starts_with("Nom du logiciel\u{a0}: LibreOffice\u{a0}; Licence\u{a0}: MPL-2.0\n")
        );
        assert_eq!(
            answer(&intake.dossiers[1], "(4012) Logiciels libres deploy").value,
            Value::Blank
        );
    }
}

#[test]
fn drafts_are_refused_and_closed_dossiers_are_told() {
    for (format, intake) in both() {
        assert_eq!(
            refused(&intake),
            [r#"Dossiers!4 | exchange-refused-draft number="26103""#],
            "{format}"
        );
        let closed = r#"Dossiers!3 | exchange-warning-closed number="26102" state="Classé sans suite""#;
        assert!(
            warnings(&intake).contains(&closed.to_owned()),
            "{format}: {:?}",
            warnings(&intake)
        );
        let left = r#"Dossiers!S1 | exchange-warning-unmapped label="Commune siège" champ="Commune siège""#;
        assert!(
            warnings(&intake).contains(&left.to_owned()),
            "{format}: {:?}",
            warnings(&intake)
        );
    }
}

#[test]
fn both_workbooks_say_the_same() {
    let [(_, xlsx), (_, mut ods)] = both();
    for dossier in &mut ods.dossiers {
        for answer in &mut dossier.answers {
            answer.text = answer.text.replace("75,5 %", "75.5\u{a0}%");
        }
    }
    assert_eq!(xlsx, ods);
}

#[test]
fn the_platforms_csv_is_its_first_sheet() {
    let intake = taken(CSV).unwrap();
    assert_eq!(intake.dossiers.len(), 2);
    assert_eq!(intake.dossiers[0].id.as_str(), "demarche-26101");
    assert_eq!(intake.dossiers[0].name, "COMMUNE DE TRÉMOUX");
    assert_eq!(intake.dossiers[0].evidence.len(), 2);
    assert_eq!(refused(&intake), [r#"5 | exchange-refused-draft number="26103""#]);
}

#[test]
fn a_workbook_is_evidence_too() {
    assert_eq!(crate::exchange::evidence::format_of("t", "", ODS), Format::Ods);
    assert_eq!(format_of(ODS), Some(TableFormat::Ods));
    assert_eq!(format_of(XLSX), Some(TableFormat::Xlsx));
}
