use super::*;
use crate::domain::dossier::Value;

const PLAIN: &str = "ID;Nom;Courriel;Site web de la collectivité;Autre question\n12;Trémoux;a@b.example;https://tremoux.example;=1+1\n13;Belcastel;;;\n";

#[test]
fn a_plain_table_is_taken_where_headings_leave_no_doubt() {
    let intake = taken(PLAIN.as_bytes()).unwrap();
    assert_eq!(intake.dossiers.len(), 2);
    let first = &intake.dossiers[0];
    assert_eq!((first.id.as_str(), first.name.as_str()), ("table-12", "Trémoux"));
    assert_eq!(first.answers.len(), 2);
    assert_eq!(first.answers[0].question.as_ref().unwrap().as_str(), "q-site");
    assert_eq!(
        (first.answers[1].text.as_str(), &first.answers[1].value),
        ("=1+1", &Value::Text)
    );
    assert_eq!(intake.dossiers[1].answers[0].value, Value::Blank);
    assert_eq!(
        warnings(&intake),
        [(
            "1 Autre question".to_owned(),
            r#"exchange-warning-unmapped label="Autre question" champ="Autre question""#.to_owned()
        )]
    );
    assert!(!format!("{intake:?}").contains("a@b"));
}
