use super::*;
use crate::domain::grid::Grid;
use crate::exchange::grid_toml;
use proptest::prelude::*;

fn a_grid() -> Grid {
    grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap()
}

const FILE: &str = r#"[dossier]
number = "ID"
name = "Entreprise raison sociale"
siret = { column = "SIRET", occurrence = 2 }

[[answers]]
column = "Quels formats publiez-vous ?"
occurrence = 1
question = "q-rgi-connu"

[[answers]]
column = "Note interne"
occurrence = 2
skip = true

[[answers]]
champ = "Q2hhbXAtMTAwNQ=="
label = "Votre stratégie"
criterion = "1.3"
"#;

#[test]
fn a_file_is_read_and_written_back_as_it_stands() {
    let mapping = parse(FILE, "m.toml", &a_grid()).unwrap();
    assert_eq!(mapping.to_toml(), FILE);
    assert_eq!(mapping.fields[&Field::Siret].occurrence, 2);
    let champs = mapping.champs();
    assert_eq!(champs["Q2hhbXAtMTAwNQ=="], MapTo::Criterion("1.3".into()));
    let note = ColumnRef {
        heading: "Note interne".to_owned(),
        occurrence: 2,
    };
    assert_eq!(mapping.by_name().get(&note.champ()), Some(&MapTo::Skip));
    assert_eq!(mapping.by_name().get("Note interne"), None);
}

#[test]
fn every_fault_is_listed_with_its_line() {
    let text = "\
title = 1
[dossier]
number = \"ID\"
colour = \"x\"
siret = 3

[[answers]]
column = \"A\"
question = \"q-rgi-connu\"
skip = true

[[answers]]
column = \"B\"
question = \"q-absente\"

[[answers]]
column = \"B\"
criterion = \"9.9\"

[[answers]]
column = \"B\"
occurrence = 0
skip = false

[[answers]]
question = \"q-site\"

[[answers]]
champ = \" \"
skip = true
";
    let error = parse(text, "m.toml", &a_grid()).unwrap_err();
    let places: Vec<_> = error
        .faults
        .iter()
        .map(|fault| (fault.line, fault.saying().id))
        .collect();
    assert_eq!(
        places,
        [
            (1, "mapping-unknown-key"),
            (2, "mapping-no-field"),
            (4, "mapping-unknown-key"),
            (5, "mapping-wrong-type"),
            (7, "mapping-targets"),
            (14, "mapping-unknown-question"),
            (17, "mapping-twice"),
            (18, "mapping-unknown-criterion"),
            (22, "mapping-wrong-type"),
            (23, "mapping-wrong-type"),
            (25, "mapping-no-source"),
            (29, "mapping-blank"),
        ]
    );
}

#[test]
fn a_syntax_error_names_its_line() {
    let error = parse("[dossier]\nnumber = \n", "m.toml", &a_grid()).unwrap_err();
    assert_eq!(error.faults[0].line, 2);
    assert_eq!(error.faults[0].saying().id, "mapping-syntax");
}

#[test]
fn a_mapping_of_the_form_alone_needs_no_column() {
    let text = "[[answers]]\nchamp = \"Q1\"\nskip = true\n";
    assert_eq!(
        parse(text, "m.toml", &a_grid()).unwrap().champs()["Q1"],
        MapTo::Skip
    );
    assert_eq!(parse("", "m.toml", &a_grid()).unwrap(), MappingFile::default());
}

#[test]
fn what_is_open_is_a_comment_to_uncomment() {
    let mut proposed = Proposed {
        file: parse(FILE, "m.toml", &a_grid()).unwrap(),
        open: Vec::new(),
    };
    proposed.open.push(Open {
        asked: Asked::Column(ColumnRef::first("Les\nformats")),
        candidates: vec![("q-site".into(), "Site\u{1b} web".to_owned())],
    });
    let text = proposed.to_toml();
    assert_eq!(parse(&text, "m.toml", &a_grid()).unwrap(), proposed.file);
    let (_, open) = text.split_once(FILE).unwrap();
    let lines: Vec<_> = open.lines().collect();
    assert_eq!(
        lines,
        [
            "",
            "# [[answers]]",
            "# column = \"Les\\nformats\"",
            "# occurrence = 1",
            "# question = \"q-site\"  # Site␛ web",
            "# skip = true"
        ]
    );
    let chosen = lines[1..5].iter().map(|line| line.trim_start_matches("# "));
    let chosen: Vec<_> = chosen.collect();
    let completed = parse(&format!("{FILE}{}", chosen.join("\n")), "m.toml", &a_grid()).unwrap();
    assert_eq!(
        completed.by_name().get("Les\nformats"),
        Some(&MapTo::Question("q-site".into()))
    );
}

fn some_column() -> impl Strategy<Value = ColumnRef> {
    ("(?s).{0,12}[a-z]", 1_usize..4).prop_map(|(heading, occurrence)| ColumnRef { heading, occurrence })
}

fn some_target() -> impl Strategy<Value = MapTo> {
    prop_oneof![
        Just(MapTo::Skip),
        Just(MapTo::Question("q-site".into())),
        Just(MapTo::Criterion("2.1".into())),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        number in some_column(),
        name in some_column(),
        more in proptest::collection::btree_map(proptest::sample::select(Field::ALL.to_vec()), some_column(), 0..5),
        columns in proptest::collection::btree_map(some_column(), some_target(), 0..6),
        champs in proptest::collection::btree_map("[A-Za-z0-9=\"\\\\]{1,8}", (proptest::option::of("\\PC{0,8}x"), some_target()), 0..4),
    ) {
        let mut fields = more;
        fields.insert(Field::Number, number);
        fields.insert(Field::Name, name);
        let columns = columns.into_iter().map(|(column, to)| AnswerRule { asked: Asked::Column(column), to });
        let champs = champs.into_iter().map(|(id, (label, to))| AnswerRule { asked: Asked::Champ { id, label }, to });
        let file = MappingFile { fields, answers: columns.chain(champs).collect() };
        prop_assert_eq!(parse(&file.to_toml(), "m.toml", &a_grid()), Ok(file));
    }
}
