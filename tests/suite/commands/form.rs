//! The sheet as a text file, written, edited as in an editor, read back.

use super::{CRITERIA, campaign, opened};
use crate::support::shop::Shop;
use serde_json::{Value, json};
use std::fs;

/// A juror's store with one score, and its form.
fn begun() -> (Shop, String) {
    let shop = campaign();
    let store = opened(&shop, 0);
    let score = [
        "score",
        "26001",
        "1.1",
        "3",
        "--comment",
        "Bien.\nEt clair.",
        "--note",
        "SECRET",
    ];
    shop.json(&store, &score);
    shop.json(&store, &["form", "write", "f.md"]);
    (shop, store)
}

fn text(shop: &Shop) -> String {
    fs::read_to_string(shop.path("f.md")).unwrap()
}

/// Replaces the first place of a text in the form, as an editor would.
fn edit(shop: &Shop, from: &str, to: &str) {
    let text = text(shop);
    assert!(text.contains(from), "{from:?} is not in {text}");
    fs::write(shop.path("f.md"), text.replacen(from, to, 1)).unwrap();
}

fn line_of(shop: &Shop, wanted: &str) -> u64 {
    let text = text(shop);
    let at = text.find(wanted).unwrap();
    text[..at].matches('\n').count() as u64 + 1
}

/// What stands in the store, as a sheet says it.
fn sheet(shop: &Shop, store: &str) -> Value {
    shop.json(store, &["sheet", "write", "a.sheet.json"]);
    serde_json::from_str(&fs::read_to_string(shop.path("a.sheet.json")).unwrap()).unwrap()
}

fn cell<'s>(sheet: &'s Value, dossier: &str, criterion: &str) -> &'s Value {
    let dossiers = sheet["dossiers"].as_array().unwrap().iter();
    let mut found = dossiers.filter(|d| d["id"] == format!("demarche-{dossier}"));
    found.next().map_or(&Value::Null, |d| &d["scores"][criterion])
}

#[test]
fn a_whole_sheet_is_filled_in_and_read_back() {
    let (shop, store) = begun();
    assert!(
        !text(&shop).contains("SECRET"),
        "a private note never leaves the store"
    );
    let untouched = shop.json(&store, &["form", "read", "f.md"]);
    assert_eq!(
        (&untouched["changed"], &untouched["unchanged"]),
        (&json!(0), &json!(36))
    );
    assert_eq!(
        sheet(&shop, &store)["revision"],
        2,
        "no event is written for nothing"
    );
    edit(&shop, "note: 3", "note: 4");
    edit(
        &shop,
        "comment:\nBien.\nEt clair.",
        "comment:\nBien.\n\nTrès clair.",
    );
    edit(&shop, "note:\n", "note: sans objet\n");
    edit(&shop, "# 26003 · ", "# 26003 · Nom changé ");
    let at = text(&shop).find("# 26003").unwrap();
    let (before, after) = {
        let text = text(&shop);
        (
            text[..at].to_owned(),
            text[at..].replacen("déport: non", "déport: oui", 1),
        )
    };
    fs::write(
        shop.path("f.md"),
        before + &after.replacen("motif:", "motif: mon employeur", 1),
    )
    .unwrap();
    let report = shop.json(&store, &["form", "read", "f.md"]);
    assert_eq!(
        report,
        json!({"file": "f.md", "changed": 2, "unchanged": 34, "recused": 1, "returned": 0, "stale": []})
    );
    let sheet = sheet(&shop, &store);
    assert_eq!(cell(&sheet, "26001", "1.1")["value"], 4);
    assert_eq!(cell(&sheet, "26001", "1.1")["comment"], "Bien.\n\nTrès clair.");
    assert_eq!(cell(&sheet, "26001", "1.2")["value"], "na");
    assert_eq!(sheet["recusals"][0]["reason"], "mon employeur");
    let again = shop.json(&store, &["form", "read", "f.md"]);
    assert_eq!((&again["changed"], &again["stale"]), (&json!(0), &json!([])));
    shop.on(&store, &["check"]).exits(0);
}

#[test]
fn every_score_of_a_dossier_is_given_in_an_editor() {
    let (shop, store) = begun();
    let mut filled = String::new();
    for line in text(&shop).lines() {
        let is_empty = line == "note:";
        filled.push_str(if is_empty { "note: 2\u{a0}" } else { line });
        filled.push_str("\r\n");
    }
    fs::write(shop.path("f.md"), format!("\u{feff}{filled}")).unwrap();
    let report = shop.json(&store, &["form", "read", "f.md"]);
    assert_eq!(
        (&report["changed"], &report["unchanged"]),
        (&json!(35), &json!(1))
    );
    let sheet = sheet(&shop, &store);
    for criterion in CRITERIA {
        assert_eq!(cell(&sheet, "26002", criterion)["value"], 2, "{criterion}");
    }
}

#[test]
fn what_changed_in_the_store_meanwhile_is_shown_and_kept() {
    let (shop, store) = begun();
    shop.json(&store, &["score", "26001", "1.1", "5"]);
    shop.json(&store, &["score", "26001", "1.2", "5"]);
    edit(&shop, "note: 3", "note: 1");
    let note = line_of(&shop, "note: 1");
    let report = shop.json(&store, &["form", "read", "f.md"]);
    assert_eq!(
        (&report["changed"], &report["unchanged"]),
        (&json!(0), &json!(34))
    );
    let stale = report["stale"].as_array().unwrap();
    assert_eq!(stale.len(), 2);
    assert_eq!(
        stale[0],
        json!({"line": note, "dossier": "demarche-26001", "number": "26001", "criterion": "1.1", "edited": true,
            "file": {"value": 1, "comment": "Bien.\nEt clair.", "feedback": ""},
            "store": {"value": 5, "comment": "Bien.\nEt clair.", "feedback": ""}})
    );
    assert_eq!(
        (&stale[1]["criterion"], &stale[1]["edited"]),
        (&json!("1.2"), &json!(false))
    );
    let sheet = sheet(&shop, &store);
    assert_eq!(cell(&sheet, "26001", "1.1")["value"], 5);
    let said = shop.on(&store, &["form", "read", "f.md"]).exits(0);
    said.says(&[
        "26001 1.1",
        "dans le fichier, 1 «",
        "dans le programme, 5 «",
        "(gardé)",
        "non modifié",
    ]);
}

#[test]
fn all_faults_are_told_with_their_lines_and_nothing_is_written() {
    let (shop, store) = begun();
    edit(&shop, "note: 3", "note: 9");
    edit(&shop, "note:\n", "note: bof\n");
    edit(&shop, "note:\n", "note: 4\n");
    let (nine, vague) = (line_of(&shop, "note: 9"), line_of(&shop, "note: bof"));
    let refused = shop.on(&store, &["--json", "form", "read", "f.md"]).exits(3);
    assert_eq!(refused.stdout, "");
    refused.says(&[
        "2 points",
        &format!("ligne {nine}"),
        &format!("ligne {vague}"),
        "de 0 à 5",
    ]);
    let refused = shop
        .on(&store, &["--lang", "en", "form", "read", "f.md"])
        .exits(3);
    refused.says(&["2 points to correct", &format!("line {nine}: “9” is no score")]);
    let sheet = sheet(&shop, &store);
    assert_eq!(cell(&sheet, "26001", "1.1")["value"], 3);
    assert_eq!(cell(&sheet, "26001", "1.3"), &Value::Null, "all or nothing");
}

#[test]
fn a_form_that_was_not_read_back_is_not_written_over() {
    let (shop, store) = begun();
    shop.json(&store, &["form", "write", "f.md"]);
    let first = text(&shop);
    edit(&shop, "note: 3", "note: 4");
    shop.on(&store, &["form", "write", "f.md"])
        .exits(3)
        .says(&["form read"]);
    assert!(text(&shop).contains("note: 4"));
    shop.json(&store, &["form", "read", "f.md"]);
    shop.json(&store, &["form", "write", "f.md"]);
    assert_ne!(text(&shop), first);
    fs::write(shop.path("autre.txt"), "Mes courses").unwrap();
    shop.on(&store, &["form", "write", "autre.txt"]).exits(3);
    assert_eq!(fs::read_to_string(shop.path("autre.txt")).unwrap(), "Mes courses");
    fs::write(shop.path("vide.txt"), "").unwrap();
    shop.json(&store, &["form", "write", "vide.txt"]);
}

#[test]
fn it_speaks_both_languages_and_is_read_in_either() {
    let (shop, store) = begun();
    let french = text(&shop);
    shop.on(&store, &["--lang", "en", "form", "write", "e.md"])
        .exits(0);
    let english = fs::read_to_string(shop.path("e.md")).unwrap();
    assert!(french.contains("déport: non") && french.contains("· note: un chiffre de 0 à 5"));
    assert!(english.contains("recusal: no") && english.contains("· note: the score, a digit from 0 to 5"));
    assert_eq!(french.lines().count(), english.lines().count());
    let edited = english.replacen("note:\n", "note: abstention\n", 1);
    fs::write(shop.path("e.md"), edited).unwrap();
    let report = shop.json(&store, &["form", "read", "e.md"]);
    assert_eq!(report["changed"], 1);
}

#[test]
fn only_the_juror_s_own_store_has_a_form() {
    let (shop, store) = begun();
    shop.on("k.sqlite", &["form", "write", "k.md"]).exits(4);
    shop.on("k.sqlite", &["form", "read", "f.md"]).exits(4);
    let other = opened(&shop, 1);
    shop.on(&other, &["form", "read", "f.md"])
        .exits(3)
        .says(&["agnes-lefevre"]);
    shop.on(&store, &["form", "read", "absent.md"]).exits(1);
    fs::write(shop.path("latin.md"), b"<!-- tnl-jury/form \xe9 -->").unwrap();
    shop.on(&store, &["form", "read", "latin.md"])
        .exits(3)
        .says(&["UTF-8"]);
    let wide: Vec<u8> = "\u{feff}<!--".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(shop.path("wide.md"), wide).unwrap();
    shop.on(&store, &["form", "read", "wide.md"])
        .exits(3)
        .says(&["UTF-8"]);
    fs::File::create(shop.path("large.md"))
        .unwrap()
        .set_len(100 << 20)
        .unwrap();
    shop.on(&store, &["form", "read", "large.md"])
        .exits(3)
        .says(&["trop gros"]);
    assert!(!shop.path("k.md").exists());
}
