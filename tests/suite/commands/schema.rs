//! `schema dossier`: the printed schema takes and refuses what the program takes and refuses.

use super::{IDS, campaign};
use crate::support::shop::Shop;
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use std::io::Read as _;
use tnl_jury::domain::dossier::Dossier;
use zip::ZipArchive;

const PLACE: &str = "dossier.json";

struct Judge {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Judge {
    /// Compiles what the command prints.
    fn new() -> Self {
        let printed = Shop::new().run(&["schema", "dossier"]).exits(0).stdout;
        let schema: Value = serde_json::from_str(&printed).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource(PLACE, schema).unwrap();
        let index = compiler.compile(PLACE, &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn takes(&self, dossier: &Value) -> bool {
        self.schemas.validate(dossier, self.index).is_ok()
    }
}

/// Reads every dossier of a package.
fn dossiers(package: &std::path::Path) -> Vec<Value> {
    let mut zip = ZipArchive::new(std::fs::File::open(package).unwrap()).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut found = Vec::new();
    for name in names.iter().filter(|name| name.ends_with("/dossier.json")) {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        found.push(serde_json::from_str(&text).unwrap());
    }
    found
}

/// A dossier with a value of each type.
fn rich() -> Value {
    let answer = |value: Value| json!({"champ": "c", "question": "q", "criterion": "1.1", "section": "S", "label": "L", "text": "T", "value": value});
    let mut answers: Vec<Value> = [
        json!({"type": "text"}),
        json!({"type": "blank"}),
        json!({"type": "bool", "is": true}),
        json!({"type": "integer", "is": "9007199254740993"}),
        json!({"type": "decimal", "is": "1,5"}),
        json!({"type": "date", "is": "2026-02-30"}),
        json!({"type": "datetime", "is": "2026-01-01T00:00:00+02:00"}),
        json!({"type": "choice", "is": "a"}),
        json!({"type": "choices", "is": ["a", "b"]}),
        json!({"type": "linked", "is": ["a", "b"]}),
        json!({"type": "files", "is": ["a.pdf"]}),
        json!({"type": "place", "is": {"name": "Fontlibre", "code": "00000"}}),
        json!({"type": "dossier", "is": "12"}),
    ]
    .map(answer)
    .to_vec();
    answers.push(answer(json!({"type": "rows", "is": [answers.clone(), []]})));
    json!({
        "id": "bag-1", "number": "1", "name": "Fontlibre", "kind": "commune", "standing": "withdrawn",
        "submitted_at": "2026-01-01T00:00:00Z", "late": true, "identity": {"siren": "000000000", "city": "Fontlibre"},
        "answers": answers,
        "evidence": [
            {"name": "a.pdf", "sha256": format!("sha256:{}", "0".repeat(64)), "media_type": "application/pdf", "size": 12,
                "criteria": ["1.1"], "question": "q", "checksum": "AAAA"},
            {"name": "b.pdf", "sha256": "a".repeat(64), "media_type": "", "size": 0}
        ],
        "more": {"anything": [null]}
    })
}

/// Returns the pointers to all values within a value.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, inner)| {
            let at = format!("{at}/{key}");
            places(inner, &at, out);
            out.push(at);
        }),
        Value::Array(list) => list.iter().enumerate().for_each(|(index, inner)| {
            let at = format!("{at}/{index}");
            places(inner, &at, out);
            out.push(at);
        }),
        _ => {}
    }
}

fn without(whole: &Value, at: &str) -> Value {
    let mut changed = whole.clone();
    let (parent, last) = at.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.remove(last)),
        Value::Array(list) => drop(list.remove(last.parse().unwrap())),
        _ => unreachable!(),
    }
    changed
}

#[test]
fn every_dossier_that_is_packed_is_one_by_the_schema() {
    let judge = Judge::new();
    let shop = campaign();
    let demo = Shop::new();
    let made = demo
        .run(&["--json", "demo", "--as", "coordinator", "--dir", "d"])
        .exits(0);
    let made: Value = serde_json::from_str(&made.stdout).unwrap();
    let package = made["package"].as_str().unwrap();
    let mut seen = 0;
    for path in [
        shop.path(&format!("packages/{}.jury.zip", IDS[0])),
        demo.path(package),
    ] {
        for dossier in dossiers(&path) {
            assert!(judge.takes(&dossier), "{dossier}");
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
}

#[test]
fn schema_and_program_take_and_refuse_the_same() {
    let judge = Judge::new();
    let whole = rich();
    // A list of members in their order reads as an object (serde's way), which the schema does not promise.
    let is_list_for_object =
        |at: &str, other: &Value| whole.pointer(at).is_some_and(Value::is_object) && other.is_array();
    let (mut checked, mut all) = (0, Vec::new());
    places(&whole, "", &mut all);
    let mut cases = vec![whole.clone()];
    for at in &all {
        cases.push(without(&whole, at));
        for other in [
            json!(null),
            json!(7),
            json!(-1),
            json!("x"),
            json!(true),
            json!([]),
            json!({}),
            json!(["a"]),
        ] {
            if is_list_for_object(at, &other) {
                continue;
            }
            let mut changed = whole.clone();
            *changed.pointer_mut(at).unwrap() = other;
            cases.push(changed);
        }
    }
    for case in cases {
        let taken = serde_json::from_value::<Dossier>(case.clone());
        assert_eq!(judge.takes(&case), taken.is_ok(), "{case}\n{taken:?}");
        checked += 1;
    }
    assert!(checked > 1_000, "{checked}");
}
