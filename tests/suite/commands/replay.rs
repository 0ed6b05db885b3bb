//! A whole fictional edition, replayed by commands from its files (`fixtures/edition`). What must come of it was computed
//! apart from the program, by `fixtures/edition/expected.py`.

use crate::support::shop::{Shop, fixture};
use serde_json::{Map, Value, json};
use std::fs;

const STORE: &str = "k.sqlite";

/// The acts of a sitting: in the file, as a command, in the journal.
const ACTS: [(&str, &str, &str); 10] = [
    ("open", "session open --present", "sitting-open"),
    ("arrive", "session arrive", "arrival"),
    ("leave", "session leave", "departure"),
    ("break", "session break", "sitting-break"),
    ("resume", "session resume", "sitting-resume"),
    ("close", "session close", "sitting-close"),
    ("adopt", "adopt", "decision"),
    ("decide", "decide", "decision"),
    ("postpone", "decide --postpone", "decision"),
    ("reopen", "decide --reopen", "decision"),
];

/// What a decision says by options of the same names.
const OPTIONS: [&str; 8] = [
    "level", "reason", "set", "for", "against", "abstain", "dissent", "feedback",
];

/// What comes of a replay.
#[derive(Debug, PartialEq)]
struct Outcome {
    before: Value,
    after: Value,
    kinds: Vec<String>,
}

#[test]
fn an_edition_replayed_gives_what_was_computed_apart() {
    let outcome = replayed();
    let expected = list("expected.json");
    assert_eq!(numbers(&outcome.after).len(), expected.len());
    for (at, mut dossier) in expected.into_iter().enumerate() {
        let jury = dossier.as_object_mut().and_then(|parts| parts.remove("jury"));
        let before = Value::Object(result(&outcome.before[at]));
        assert_eq!(Some(before), jury, "before the sitting: {dossier}");
        assert_eq!(decided(&outcome.after[at]), dossier);
    }
    assert_eq!(replayed(), outcome, "a second replay gives the same");
}

fn replayed() -> Outcome {
    let shop = prepared();
    for row in table("jury.csv") {
        score_and_hand_in(&shop, &row[2]);
    }
    let merged = shop.json(STORE, &["merge", "in"]);
    assert_eq!((&merged["refused"], &merged["skipped"]), (&json!([]), &json!([])));
    let before = shop.json(STORE, &["results"]);
    let entries = kinds(&shop).len();
    let acts = list("sitting.json");
    let told: Vec<&str> = acts.iter().flat_map(|act| perform(&shop, act)).collect();
    let kinds = kinds(&shop);
    assert_eq!(kinds[entries..], told, "the sitting, in its order");
    for sound in [&["log", "--verify"][..], &["check"]] {
        assert_eq!(shop.json(STORE, sound)["ok"], true, "{sound:?}");
    }
    Outcome {
        before,
        after: shop.json(STORE, &["results"]),
        kinds,
    }
}

/// Makes the campaign up to the packages.
fn prepared() -> Shop {
    let shop = Shop::new();
    let new = "campaign new --grid tnl-2016 --opens 2026-09-01 --closes 2026-10-19 --edition fictive";
    shop.json(STORE, &new.split(' ').collect::<Vec<_>>());
    let dossiers = fixture("edition/dossiers.csv");
    let mapping = fixture("edition/mapping.toml");
    let imported = shop.json(STORE, &["import", &dossiers, "--mapping", &mapping]);
    assert_eq!(imported["new"], table("dossiers.csv").len(), "{imported}");
    assert_eq!(imported["warnings"], json!([]));
    for row in table("jury.csv") {
        let added = shop.json(STORE, &["juror", "add", &row[0], "--affiliation", &row[1]]);
        assert_eq!(text(&added, "id"), &row[2]);
    }
    for row in table("conflicts.csv") {
        let conflict = ["juror", "conflict", &row[0], &row[1], "--reason", &row[2]];
        shop.json(STORE, &conflict);
    }
    shop.json(STORE, &["assign", "--all"]);
    shop.json(STORE, &["pack", "--out", "packages"]);
    fs::create_dir(shop.path("in")).expect("a folder for sheets");
    shop
}

/// Reads a juror's form, under the first line that this campaign gives to its forms, and writes their sheet.
fn score_and_hand_in(shop: &Shop, juror: &str) {
    let [store, form, blank] = [".sqlite", ".md", "-blank.md"].map(|end| format!("{juror}{end}"));
    shop.json(&store, &["open", &format!("packages/{juror}.jury.zip")]);
    shop.json(&store, &["form", "write", &blank]);
    let written = fs::read_to_string(shop.path(&blank)).expect("the blank form");
    let filled = file(&format!("forms/{juror}.md"));
    let (Some((first, _)), Some((_, rest))) = (written.split_once('\n'), filled.split_once('\n')) else {
        panic!("{juror}: a form of one line");
    };
    fs::write(shop.path(&form), format!("{first}\n{rest}")).expect("the form");
    let read = shop.json(&store, &["form", "read", &form]);
    assert_eq!(read["stale"], json!([]), "{juror}");
    let sheet = shop.json(&store, &["sheet", "write", &format!("in/{juror}.sheet.json")]);
    assert_eq!(sheet["missing"], json!([]), "{juror}");
}

/// Does one act of the sitting, and returns the kinds of the entries that it must leave in the journal.
fn perform(shop: &Shop, act: &Value) -> Vec<&'static str> {
    let name = text(act, "act");
    let found = ACTS.iter().find(|(known, ..)| *known == name);
    let (_, head, kind) = found.unwrap_or_else(|| panic!("no act is called {name:?}"));
    let mut words: Vec<String> = head.split(' ').map(str::to_owned).collect();
    for key in ["present", "names", "dossier"] {
        words.extend(said(act, key));
    }
    for option in OPTIONS.iter().filter(|option| act.get(option).is_some()) {
        words.push(format!("--{option}"));
        words.extend(said(act, option));
    }
    let report = shop.json(STORE, &words.iter().map(String::as_str).collect::<Vec<_>>());
    let (names, dossiers) = (said(act, "names"), said(act, "dossiers"));
    if name == "adopt" {
        let mut adopted = numbers(&report["adopted"]);
        adopted.sort_unstable();
        assert_eq!(adopted, dossiers, "all that is undisputed, and nothing else");
    }
    vec![*kind; names.len().max(dossiers.len()).max(1)]
}

/// Returns what an act says under a key: one text or a list, nothing where it is not there.
fn said(act: &Value, key: &str) -> Vec<String> {
    let value = &act[key];
    let many = value.as_array().into_iter().flatten();
    let texts = many.chain(value.is_string().then_some(value));
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Returns what the program computed of a dossier, shaped as in expected.json.
fn result(row: &Value) -> Map<String, Value> {
    let consensus = criteria(row).map(|(code, one)| (code.clone(), one["consensus"].clone()));
    let mut told = Map::new();
    told.insert("consensus".to_owned(), Value::Object(consensus.collect()));
    told.extend(["axes", "total", "proposed"].map(|key| (key.to_owned(), row[key].clone())));
    told
}

/// Returns that and what the committee did.
fn decided(row: &Value) -> Value {
    let mut told = result(row);
    let set = criteria(row).filter(|(_, one)| one["set"] == true);
    told.insert("set".to_owned(), set.map(|(code, _)| json!(code)).collect());
    told.extend(["number", "decided", "reason"].map(|key| (key.to_owned(), row[key].clone())));
    Value::Object(told)
}

fn criteria(row: &Value) -> impl Iterator<Item = (&String, &Value)> {
    row["criteria"].as_object().into_iter().flatten()
}

fn kinds(shop: &Shop) -> Vec<String> {
    let log = shop.json(STORE, &["log"]);
    let entries = log.as_array().into_iter().flatten();
    entries.map(|entry| text(entry, "kind").to_owned()).collect()
}

fn numbers(rows: &Value) -> Vec<&str> {
    let rows = rows.as_array().into_iter().flatten();
    rows.map(|row| text(row, "number")).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    let found = value[key].as_str();
    found.unwrap_or_else(|| panic!("no text {key:?} in {value}"))
}

fn file(name: &str) -> String {
    let path = fixture(&format!("edition/{name}"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn list(name: &str) -> Vec<Value> {
    serde_json::from_str(&file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn table(name: &str) -> Vec<csv::StringRecord> {
    let text = file(name);
    let mut builder = csv::ReaderBuilder::new();
    let reader = builder.delimiter(b';').from_reader(text.as_bytes());
    let rows: Result<Vec<_>, _> = reader.into_records().collect();
    rows.unwrap_or_else(|error| panic!("{name}: {error}"))
}
