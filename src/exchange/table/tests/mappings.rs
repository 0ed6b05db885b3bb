use super::*;
use crate::exchange::mapping::{self, ColumnRef};

const TABLE: &str = "Réf;Qui;Q;Q;Vos marchés informatiques exigent-ils le RGI ?\n1;a;x;y;Oui\n";

fn mapped(text: &str) -> Result<Intake, ExchangeError> {
    let mapping = mapping::parse(text, "m.toml", &a_grid()).unwrap();
    read(
        &source(TABLE.as_bytes()),
        Some(&mapping),
        &a_grid(),
        &Options::default(),
        &Budget::default(),
    )
}

const MAPPING: &str = r#"
[dossier]
number = "Réf"
name = "Qui"
city = "Ville de l'an passé"
[[answers]]
column = "Q"
skip = true
[[answers]]
column = "Q"
occurrence = 2
criterion = "1.3"
[[answers]]
column = "Question de l'an passé"
question = "q-site"
"#;

#[test]
fn a_mapping_says_what_columns_are() {
    let intake = mapped(MAPPING).unwrap();
    let dossier = &intake.dossiers[0];
    assert_eq!((dossier.number.as_str(), dossier.name.as_str()), ("1", "a"));
    let champs: Vec<_> = dossier
        .answers
        .iter()
        .map(|answer| answer.champ.as_str())
        .collect();
    assert_eq!(champs, ["Q #2", "Vos marchés informatiques exigent-ils le RGI ?"]);
    assert_eq!(dossier.answers[0].criterion, Some("1.3".into()));
    // Likely is not enough without a person's word.
    assert_eq!(dossier.answers[1].question, None);
    assert_eq!(
        warnings(&intake),
        [
            r#" | exchange-warning-no-column heading="Ville de l'an passé""#,
            r#" | exchange-warning-no-column heading="Question de l'an passé""#,
            "1 Vos marchés informatiques exigent-ils le RGI ? | exchange-warning-unmapped \
             label=\"Vos marchés informatiques exigent-ils le RGI ?\" \
             champ=\"Vos marchés informatiques exigent-ils le RGI ?\""
        ]
    );
}

#[test]
fn a_number_that_is_not_where_the_mapping_says_is_refused() {
    let error = mapped("[dossier]\nnumber = \"ID\"\nname = \"Qui\"\n").unwrap_err();
    assert_eq!(
        error.saying().to_string(),
        r#"table-no-column heading="ID" file="t" at="""#
    );
}

#[test]
fn a_proposal_is_completed_and_used() {
    let table = "ID;Nom;Site web de la collectivité;Vos marchés informatiques exigent-ils la conformité RGI ?;Formats\n1;a;s;Oui;f\n";
    let proposed = proposal(&source(table.as_bytes()), &a_grid(), &Budget::default()).unwrap();
    let text = proposed.to_toml();
    let mapping = mapping::parse(&text, "m.toml", &a_grid()).unwrap();
    assert_eq!(mapping, proposed.file);
    assert_eq!(mapping.fields[&Field::Number], ColumnRef::first("ID"));
    let to = |heading: &str| mapping.by_name().get(heading).cloned();
    assert_eq!(
        to("Site web de la collectivité"),
        Some(MapTo::Question("q-site".into()))
    );
    let likely = "Vos marchés informatiques exigent-ils la conformité RGI ?";
    assert_eq!(to(likely), Some(MapTo::Question("q-rgi-marches".into())));
    assert_eq!(proposed.open.len(), 1);
    let intake = read(
        &source(table.as_bytes()),
        Some(&mapping),
        &a_grid(),
        &Options::default(),
        &Budget::default(),
    );
    assert_eq!(intake.unwrap().warnings.len(), 1);
}

#[test]
fn the_platforms_sheet_proposes_its_own_columns() {
    let bytes = include_bytes!("../../../../fixtures/intake/demarche.csv");
    let proposed = proposal(&source(bytes), &a_grid(), &Budget::default()).unwrap();
    assert_eq!(
        proposed.file.fields[&Field::Name],
        ColumnRef::first("Entreprise raison sociale")
    );
    let text = proposed.to_toml();
    assert!(
        !text.contains("Instructeurs") && !text.contains("(Code INSEE)"),
        "{text}"
    );
    let mapping = mapping::parse(&text, "m.toml", &a_grid()).unwrap();
    let intake = read(
        &source(bytes),
        Some(&mapping),
        &a_grid(),
        &Options::default(),
        &Budget::default(),
    );
    assert_eq!(intake.unwrap().dossiers.len(), 2);
}

#[test]
fn the_platforms_own_name_keeps_its_rule_under_a_mapping() {
    let bytes = include_bytes!("../../../../fixtures/intake/demarche.ods");
    let proposed = proposal(&source(bytes), &a_grid(), &Budget::default()).unwrap();
    let intake = read(
        &source(bytes),
        Some(&proposed.file),
        &a_grid(),
        &Options::default(),
        &Budget::default(),
    );
    assert_eq!(intake.unwrap().dossiers[1].name, "Haut-Belcastel Communauté");
}
