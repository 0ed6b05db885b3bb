//! Which question of the grid an answer meets.

use super::*;
use crate::domain::ids::{CriterionCode, QuestionId};

fn text(id: &str, label: &str) -> String {
    format!(
        r#"{{"__typename": "TextChamp", "champDescriptorId": "{id}", "label": "{label}", "stringValue": "x"}}"#
    )
}

fn mapped(dossier: &Dossier) -> Vec<(&str, Option<&str>, Option<&str>)> {
    let answers = dossier.answers.iter();
    answers
        .map(|answer| {
            let question = answer.question.as_ref().map(QuestionId::as_str);
            let criterion = answer.criterion.as_ref().map(CriterionCode::as_str);
            (answer.champ.as_str(), question, criterion)
        })
        .collect()
}

#[test]
fn a_question_is_met_by_label_by_identifier_and_by_alias() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    for dossier in &intake.dossiers {
        let met: Vec<_> = mapped(dossier)
            .into_iter()
            .filter(|(_, question, _)| question.is_some())
            .collect();
        assert_eq!(
            met,
            [
                ("Q2hhbXAtMTAwMg==", Some("q-strategie"), Some("1.1")),
                ("Q2hhbXAtMTAwNQ==", Some("q-piece"), Some("1.3")),
                ("Q2hhbXAtMTAwNw==", Some("q-rgaa"), Some("1.2")),
                ("Q2hhbXAtMTAyMA==", Some("q-logiciels"), Some("1.3")),
                ("Q2hhbXAtMTAxNQ==", Some("q-libre"), None),
            ]
        );
    }
    let unmapped = said(&intake.warnings);
    assert_eq!(unmapped.len(), 17);
    assert!(unmapped.iter().all(|id| *id == "exchange-warning-unmapped"));
    assert_eq!(
        intake.warnings[0].what.to_string(),
        r#"exchange-warning-unmapped label="Une délibération du conseil a été adoptée" champ="Q2hhbXAtMTAwMw==""#
    );
    assert_eq!(intake.warnings[0].at, "/data/demarche/dossiers/nodes/0/champs/2");
}

#[test]
fn a_row_s_answers_bear_on_their_group_s_question() {
    let intake = read_all(&[EXAMPLE]).unwrap();
    let group = intake.dossiers[0]
        .answers
        .iter()
        .find(|answer| answer.champ == "Q2hhbXAtMTAyMA==")
        .unwrap();
    let Value::Rows(rows) = &group.value else { panic!() };
    assert!(
        rows.iter()
            .flatten()
            .all(|answer| answer.criterion == Some("1.3".into()))
    );
}

#[test]
fn the_mapping_goes_before_the_grid() {
    let mapping = Mapping::from([
        ("Q2hhbXAtMTAwMg==".to_owned(), MapTo::Skip),
        ("Q2hhbXAtMTAwNQ==".to_owned(), MapTo::Criterion("1.1".into())),
        (
            "Q2hhbXAtMTAwNw==".to_owned(),
            MapTo::Question("q-strategie".into()),
        ),
        (
            "Q2hhbXAtMTAxNQ==".to_owned(),
            MapTo::Question("q-inconnue".into()),
        ),
        ("Q2hhbXAtMTAyMg==".to_owned(), MapTo::Skip),
    ]);
    let options = Options {
        mapping,
        ..Options::default()
    };
    let intake = read_with(&[EXAMPLE], &options, &Budget::default()).unwrap();
    let dossier = &intake.dossiers[0];
    let met: Vec<_> = mapped(dossier)
        .into_iter()
        .filter(|(_, _, criterion)| criterion.is_some())
        .collect();
    assert_eq!(
        met,
        [
            ("Q2hhbXAtMTAwNQ==", None, Some("1.1")),
            ("Q2hhbXAtMTAwNw==", Some("q-strategie"), Some("1.1")),
            ("Q2hhbXAtMTAyMA==", Some("q-logiciels"), Some("1.3")),
        ]
    );
    assert_eq!(dossier.answers.len(), 21);
    assert_eq!(dossier.evidence[0].criteria, ["1.1".into()]);
    assert_eq!(dossier.evidence[0].question, None);
    let group = dossier
        .answers
        .iter()
        .find(|answer| answer.champ == "Q2hhbXAtMTAyMA==")
        .unwrap();
    let Value::Rows(rows) = &group.value else { panic!() };
    assert_eq!(rows[0].len(), 2);
    assert!(
        intake
            .warnings
            .iter()
            .any(|warning| warning.what.to_string().contains("Q2hhbXAtMTAxNQ=="))
    );
}

#[test]
fn skipping_a_question_leaves_its_files_out() {
    let mapping = Mapping::from([("Q2hhbXAtMTAwNQ==".to_owned(), MapTo::Skip)]);
    let options = Options {
        mapping,
        ..Options::default()
    };
    let intake = read_with(&[EXAMPLE], &options, &Budget::default()).unwrap();
    assert!(intake.dossiers.iter().all(|dossier| dossier.evidence.is_empty()));
}

#[test]
fn a_question_is_decided_once_though_its_label_changes() {
    let dossiers = [
        a_dossier("1", &text("c1", "RGAA")),
        a_dossier("2", &text("c1", "Tout autre libellé")),
    ];
    let intake = read_all(&[&a_page(&dossiers, "a", false)]).unwrap();
    for dossier in &intake.dossiers {
        assert_eq!(mapped(dossier), [("c1", Some("q-rgaa"), Some("1.2"))]);
    }
}

#[test]
fn the_active_revision_s_label_goes_before_the_champ_s_own() {
    let page = a_page(&[a_dossier("1", &text("c1", "Ancien"))], "a", false);
    let active =
        r#""number": 1234, "activeRevision": {"champDescriptors": [{"id": "c1", "label": "RGAA"}]}, "#;
    let intake = read_all(&[&page.replace(r#""number": 1234, "#, active)]).unwrap();
    assert_eq!(mapped(&intake.dossiers[0]), [("c1", Some("q-rgaa"), Some("1.2"))]);
    assert_eq!(intake.dossiers[0].answers[0].label, "Ancien");
    let older = active
        .replace("activeRevision\": {", "revisions\": [{")
        .replace("]}, ", "]}], ");
    let intake = read_all(&[&page.replace(r#""number": 1234, "#, &older)]).unwrap();
    assert_eq!(mapped(&intake.dossiers[0]), [("c1", Some("q-rgaa"), Some("1.2"))]);
}

#[test]
fn an_older_platform_s_champ_goes_by_its_id() {
    let older = r#"{"__typename": "TextChamp", "id": "Q2hhbXAtMTAwNw==", "label": "?", "stringValue": "x"}"#;
    let dossier = one(&a_dossier("1", older));
    assert_eq!(
        mapped(&dossier),
        [("Q2hhbXAtMTAwNw==", Some("q-rgaa"), Some("1.2"))]
    );
}
