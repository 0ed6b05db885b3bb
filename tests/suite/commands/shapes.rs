//! The shapes that outside checks rely on.

use super::{CRITERIA, campaign, opened, score_all};
use serde_json::{Value, json};
use std::fs;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn lists_are_arrays_and_reports_are_objects_with_the_contract_s_keys() {
    let shop = campaign();
    let dossiers = shop.json("k.sqlite", &["dossiers"]);
    assert_eq!(
        keys(&dossiers[0]),
        [
            "id", "number", "name", "kind", "answers", "scored", "criteria", "state"
        ]
    );
    assert_eq!(
        (&dossiers[0]["name"], &dossiers[0]["kind"]),
        (&json!("COMMUNE DE FONTLIBRE"), &json!("commune"))
    );
    assert_eq!(
        (&dossiers[0]["scored"], &dossiers[0]["criteria"]),
        (&json!(0), &json!(3)),
        "complete pairs of those expected"
    );
    let status = shop.json("k.sqlite", &["status"]);
    assert_eq!(status["jurors"][0]["assigned"], 3);
    assert_eq!(status["dossiers"][0]["missing"].as_array().unwrap().len(), 3);
    let results = shop.json("k.sqlite", &["results"]);
    let expected = [
        "id",
        "number",
        "name",
        "criteria",
        "axes",
        "total",
        "proposed",
        "margin_up",
        "margin_down",
        "floors_short",
        "split",
        "robustness",
        "weights",
        "decided",
        "reason",
        "conflicts",
    ];
    assert_eq!(keys(&results[0]), expected);
    assert_eq!(keys(&results[0]["criteria"]), CRITERIA);
    for list in [
        &["agenda"][..],
        &["juror", "list"],
        &["conflicts"],
        &["log"],
        &["keys"],
    ] {
        assert!(shop.json("k.sqlite", list).is_array(), "{list:?}");
    }
}

#[test]
fn machine_output_does_not_depend_on_the_language() {
    let shop = campaign();
    let (fr, en) = (
        shop.json("k.sqlite", &["--lang", "fr", "results"]),
        shop.json("k.sqlite", &["--lang", "en", "results"]),
    );
    assert_eq!(fr, en);
}

#[test]
fn comments_feedback_and_notes_go_where_they_belong() {
    let shop = campaign();
    let store = opened(&shop, 0);
    let words = [
        "--comment",
        "POUR-LE-JURY",
        "--feedback",
        "POUR-LE-CANDIDAT",
        "--note",
        "POUR-MOI-SEUL",
    ];
    shop.json(&store, &[&["score", "26001", "1.1", "4"], &words[..]].concat());
    shop.json(&store, &["score", "26001", "1.1", "5"]);
    shop.json(&store, &["sheet", "write", "mine.sheet.json"]);
    let sheet = fs::read_to_string(shop.path("mine.sheet.json")).unwrap();
    assert!(
        sheet.contains("POUR-LE-JURY") && sheet.contains("POUR-LE-CANDIDAT"),
        "a new score keeps what was written"
    );
    assert!(!sheet.contains("POUR-MOI-SEUL"));
    let value: Value = serde_json::from_str(&sheet).unwrap();
    assert_eq!(value["dossiers"][0]["scores"]["1.1"]["value"], 5);
}

#[test]
fn two_devices_of_one_juror_make_a_conflict_until_one_side_is_kept() {
    let shop = campaign();
    let a = opened(&shop, 0);
    shop.json("b.sqlite", &["open", "packages/agnes-lefevre.jury.zip"]);
    for (store, value) in [(a.as_str(), "2"), ("b.sqlite", "4")] {
        shop.json(store, &["score", "26001", "1.1", value]);
        shop.json(store, &["score", "26001", "1.2", "3"]);
        shop.json(store, &["sheet", "write", &format!("{store}.sheet.json")]);
    }
    let merged = shop.json(
        "k.sqlite",
        &["merge", &format!("{a}.sheet.json"), "b.sqlite.sheet.json"],
    );
    assert_eq!(merged["conflicts"], 1, "the same score twice is none");
    let conflicts = shop.json("k.sqlite", &["conflicts"]);
    assert_eq!(
        (
            &conflicts[0]["sides"]["A"]["value"],
            &conflicts[0]["sides"]["B"]["value"]
        ),
        (&json!(2), &json!(4))
    );
    shop.json("k.sqlite", &["session", "open", "--present", "Lefèvre", "Kovács"]);
    shop.on("k.sqlite", &["decide", "26001", "--level", "1", "--reason", "x"])
        .exits(4)
        .says(&["conflicts"]);
    let id = conflicts[0]["id"].as_str().unwrap();
    shop.on("k.sqlite", &["conflicts", "keep", id, "C"]).exits(3);
    shop.json("k.sqlite", &["conflicts", "keep", id, "B"]);
    assert_eq!(shop.json("k.sqlite", &["conflicts"]), json!([]));
    // The same sheets again change nothing: the kept side has seen both.
    let again = shop.json(
        "k.sqlite",
        &["merge", &format!("{a}.sheet.json"), "b.sqlite.sheet.json"],
    );
    assert_eq!(
        (again["accepted"].as_array().unwrap().len(), &again["conflicts"]),
        (0, &json!(0))
    );
    assert_eq!(shop.json("k.sqlite", &["check"])["ok"], true);
}

#[test]
fn the_order_of_sheets_does_not_matter() {
    let shop = campaign();
    for (juror, value) in [(0, 0), (1, 1), (2, 2)] {
        let store = opened(&shop, juror);
        score_all(&shop, &store, "26001", [value; 12]);
        shop.json(&store, &["sheet", "write", &format!("{juror}.sheet.json")]);
    }
    shop.json("k.sqlite", &["backup", "other.sqlite"]);
    for (store, order) in [("k.sqlite", [0, 1, 2]), ("other.sqlite", [2, 0, 1])] {
        for juror in order {
            shop.json(store, &["merge", &format!("{juror}.sheet.json")]);
        }
    }
    assert_eq!(
        shop.json("k.sqlite", &["results"]),
        shop.json("other.sqlite", &["results"])
    );
    assert_eq!(
        shop.json("k.sqlite", &["status"]),
        shop.json("other.sqlite", &["status"])
    );
}

#[test]
fn a_flipped_bit_in_a_score_is_found() {
    let shop = campaign();
    let store = opened(&shop, 0);
    shop.json(
        &store,
        &[
            "score",
            "26001",
            "1.1",
            "3",
            "--comment",
            "Un commentaire assez long pour être trouvé",
        ],
    );
    let path = shop.path(&store);
    let mut bytes = fs::read(&path).unwrap();
    let place = bytes.windows(11).position(|w| w == b"commentaire").unwrap();
    bytes[place] ^= 1;
    fs::write(&path, bytes).unwrap();
    let ran = shop.on(&store, &["check"]).exits(1);
    assert!(
        ran.stdout.contains("event") || ran.stdout.contains("ballot"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_backup_is_a_store_and_a_restore_keeps_what_was_there() {
    let shop = campaign();
    shop.json("k.sqlite", &["backup", "copy.sqlite"]);
    shop.on("k.sqlite", &["backup", "copy.sqlite"]).exits(4);
    shop.json("k.sqlite", &["juror", "add", "Quatrième"]);
    let restored = shop.json("k.sqlite", &["restore", "copy.sqlite"]);
    assert_eq!(
        shop.json("k.sqlite", &["juror", "list"])
            .as_array()
            .unwrap()
            .len(),
        3
    );
    let kept = restored["previous"].as_str().unwrap();
    assert_eq!(shop.json(kept, &["juror", "list"]).as_array().unwrap().len(), 4);
    shop.on("k.sqlite", &["restore", "packages/agnes-lefevre.jury.zip"])
        .exits(3);
}

#[test]
fn a_ruined_store_is_kept_as_it_is_and_restored() {
    let shop = campaign();
    shop.json("k.sqlite", &["backup", "copy.sqlite"]);
    let mut kept = std::collections::BTreeSet::new();
    for ruin in [&b"ruin"[..], b"", &[0; 9_000]] {
        fs::write(shop.path("k.sqlite"), ruin).unwrap();
        let restored = shop.json("k.sqlite", &["restore", "copy.sqlite"]);
        let previous = restored["previous"].as_str().unwrap();
        assert_eq!(fs::read(shop.path(previous)).unwrap(), ruin);
        assert!(kept.insert(previous.to_owned()), "{previous} was there");
        assert_eq!(shop.json("k.sqlite", &["check"])["ok"], true);
    }
}

#[test]
fn the_demo_is_whole_and_stays_until_reset() {
    let shop = crate::support::shop::Shop::new();
    let made = shop.json("unused.sqlite", &["demo", "--as", "coordinator", "--dir", "demo"]);
    let store = made["store"].as_str().unwrap();
    assert_eq!(made["sheets"].as_array().unwrap().len(), 4);
    assert!(fs::exists(made["package"].as_str().unwrap()).unwrap());
    let dossiers = shop.json(store, &["dossiers"]);
    assert!(dossiers.as_array().unwrap().len() >= 12);
    let kinds: std::collections::BTreeSet<&str> = dossiers
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.len() >= 5, "{kinds:?}");
    let status = shop.json(store, &["status"]);
    let revisions = status["jurors"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|j| !j["revision"].is_null())
        .count();
    let recused: u64 = status["jurors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|j| j["recused"].as_u64().unwrap())
        .sum();
    assert_eq!((revisions, recused), (4, 1));
    let proposed: std::collections::BTreeSet<String> = shop
        .json(store, &["results"])
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["proposed"].to_string())
        .collect();
    assert!(proposed.len() >= 5, "{proposed:?}");
    shop.json(store, &["juror", "add", "Une de plus"]);
    let again = shop.json("unused.sqlite", &["demo", "--as", "coordinator", "--dir", "demo"]);
    assert_eq!(again, made);
    assert_eq!(
        shop.json(store, &["juror", "list"]).as_array().unwrap().len(),
        6,
        "it stays as it stands"
    );
    shop.json(
        "unused.sqlite",
        &["demo", "--as", "coordinator", "--dir", "demo", "--reset"],
    );
    assert_eq!(shop.json(store, &["juror", "list"]).as_array().unwrap().len(), 5);
    for role in ["juror", "committee"] {
        let made = shop.json("unused.sqlite", &["demo", "--as", role, "--dir", "demo"]);
        assert_eq!(
            shop.json(made["store"].as_str().unwrap(), &["check"])["ok"],
            true,
            "{role}"
        );
    }
}
