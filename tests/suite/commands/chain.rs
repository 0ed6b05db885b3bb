//! The whole chain by commands on the example file, against a table that was computed by hand from RULES.md §1 and the
//! weights of `tnl-2016` (axes 3, 4, 3, 2; criteria 1 2 2 · 1 2 2 · 2 1 1 2 · 1 2).

use super::{IDS, JURY, campaign, opened, score_all};
use crate::support::shop::Shop;
use serde_json::{Value, json};
use std::fs;

/// Who gives what: by dossier, a row a juror.
const FONTLIBRE: [[u8; 12]; 3] = [
    [4, 4, 3, 3, 4, 3, 2, 1, 3, 5, 2, 3],
    [3, 4, 5, 3, 2, 5, 4, 2, 3, 4, 2, 4],
    [5, 2, 4, 3, 3, 1, 4, 2, 0, 4, 5, 3],
];
/// Medians 4 4 4 · 3 3 3 · 4 4 4 4 · 3 3: the total is exactly the threshold of level 4.
const VALSOURCE: [[u8; 12]; 3] = [
    [4, 4, 4, 3, 3, 3, 4, 4, 4, 4, 3, 3],
    [5, 4, 3, 3, 2, 4, 4, 5, 3, 4, 2, 3],
    [3, 4, 5, 3, 4, 2, 4, 3, 5, 4, 4, 3],
];
/// Two jurors alone: the third stepped back, so nothing reaches the quorum.
const EXEMPLIE: [u8; 12] = [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 1, 1];

fn row<'a>(rows: &'a Value, number: &str) -> &'a Value {
    rows.as_array()
        .unwrap()
        .iter()
        .find(|row| row["number"] == number)
        .unwrap()
}

#[test]
fn from_an_empty_folder_to_a_published_palmares() {
    let shop = campaign();
    the_jurors_score_and_hand_in(&shop);
    let merged = shop.json("k.sqlite", &["merge", "in"]);
    assert_eq!(merged["accepted"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&merged["refused"], &merged["conflicts"]),
        (&json!([]), &json!(0))
    );
    let again = shop.json("k.sqlite", &["merge", "in"]);
    let counts = (
        again["accepted"].as_array().unwrap().len(),
        again["unchanged"].as_array().unwrap().len(),
    );
    assert_eq!(counts, (0, 3));
    the_results_are_those_computed_by_hand(&shop);
    the_committee_decides(&shop);
    the_palmares_says_what_was_decided(&shop);
    shop.json("k.sqlite", &["session", "close"]);
    assert_eq!(shop.json("k.sqlite", &["check"])["ok"], true);
    assert_eq!(shop.json("k.sqlite", &["log", "--verify"])["ok"], true);
}

fn the_jurors_score_and_hand_in(shop: &Shop) {
    fs::create_dir(shop.path("in")).unwrap();
    for (juror, id) in IDS.iter().enumerate() {
        let store = opened(shop, juror);
        score_all(shop, &store, "26001", FONTLIBRE[juror]);
        score_all(shop, &store, "Communauté", VALSOURCE[juror]);
        if juror == 2 {
            let recused = shop.json(&store, &["recuse", "26003", "--reason", "y travaille"]);
            assert_eq!(recused["recused"], true);
        } else {
            score_all(shop, &store, "demarche-26003", EXEMPLIE);
        }
        let written = shop.json(&store, &["sheet", "write", &format!("in/{id}.sheet.json")]);
        assert_eq!(written["missing"], json!([]));
        let rows = shop.json(&store, &["dossiers"]);
        let states: Vec<&Value> = rows.as_array().unwrap().iter().map(|row| &row["state"]).collect();
        assert_eq!(
            states,
            ["done", "done", if juror == 2 { "recused" } else { "done" }]
        );
    }
}

fn the_results_are_those_computed_by_hand(shop: &Shop) {
    let results = shop.json("k.sqlite", &["results"]);
    let fontlibre = row(&results, "26001");
    assert_eq!(
        fontlibre["axes"],
        json!({"1": "4", "2": "3", "3": "7/2", "4": "8/3"})
    );
    assert_eq!(
        (&fontlibre["total"], &fontlibre["proposed"]),
        (&json!("239/72"), &json!("3"))
    );
    assert_eq!(
        (&fontlibre["margin_up"], &fontlibre["margin_down"]),
        (&json!("13/72"), &json!("41/72"))
    );
    let expected = json!({"consensus": 2, "set": false, "n": 3, "disagreement": "none"});
    assert_eq!(fontlibre["criteria"]["3.2"], expected);
    assert_eq!(fontlibre["criteria"]["2.3"]["disagreement"], "discuss");
    let valsource = row(&results, "26002");
    assert_eq!(
        (&valsource["total"], &valsource["proposed"]),
        (&json!("7/2"), &json!("4"))
    );
    assert_eq!(
        (&valsource["margin_up"], &valsource["margin_down"]),
        (&json!("3/4"), &json!("0"))
    );
    let exemplie = row(&results, "26003");
    assert_eq!(
        (&exemplie["total"], &exemplie["proposed"]),
        (&Value::Null, &Value::Null)
    );
    let expected = json!({"consensus": null, "set": false, "n": 2, "disagreement": "none"});
    assert_eq!(exemplie["criteria"]["1.1"], expected);
}

fn the_committee_decides(shop: &Shop) {
    let decide = |args: &[&str]| shop.on("k.sqlite", &[&["decide"], args].concat());
    decide(&["26001", "--level", "3"])
        .exits(4)
        .says(&["session open"]);
    shop.json(
        "k.sqlite",
        &["session", "open", "--present", JURY[0], "Kovács", "yann-brehat"],
    );
    decide(&["26001", "--level", "3"]).exits(0);
    decide(&["26002", "--level", "5"]).exits(3).says(&["--reason"]);
    decide(&["26002", "--level", "9", "--reason", "x"])
        .exits(4)
        .says(&["1, 2, 3, 4, 5"]);
    decide(&[
        "26002",
        "--level",
        "5",
        "--reason",
        "Engagement exemplaire, vérifié sur pièces.",
    ])
    .exits(0);
    shop.on("k.sqlite", &["export", "--out", "out"])
        .exits(4)
        .says(&["26003"]);
    let sets: Vec<String> = super::CRITERIA
        .iter()
        .zip(EXEMPLIE)
        .map(|(c, v)| format!("{c}={v}"))
        .collect();
    let words = ["26003", "--level", "4", "--set"]
        .into_iter()
        .chain(sets.iter().map(String::as_str));
    decide(&words.collect::<Vec<_>>()).exits(0);
    // Set by hand: axes 5, 5, 5, 1; the total passes level 5, whose floor on axis 4 (2/5) holds it at 4.
    let results = shop.json("k.sqlite", &["results"]);
    let exemplie = row(&results, "26003");
    assert_eq!(
        (&exemplie["total"], &exemplie["proposed"]),
        (&json!("13/3"), &json!("4"))
    );
    assert_eq!(exemplie["floors_short"], json!(["4"]));
    assert_eq!(
        (&exemplie["margin_up"], &exemplie["margin_down"]),
        (&json!("-1/12"), &json!("5/6"))
    );
}

fn the_palmares_says_what_was_decided(shop: &Shop) {
    let exported = shop.json("k.sqlite", &["export", "--out", "out"]);
    assert_eq!(exported["labelled"], 3);
    let csv = fs::read_to_string(shop.path("out/palmares.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names = reader.headers().unwrap().clone();
    let column = |name: &str| names.iter().position(|n| n == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let told: Vec<(&str, &str)> = rows
        .iter()
        .map(|r| (&r[column("nom")], &r[column("niveau_code")]))
        .collect();
    let expected = [
        ("COMMUNE DE FONTLIBRE", "3"),
        ("DEPARTEMENT D'EXEMPLIE", "4"),
        ("COMMUNAUTE DE COMMUNES DU VAL SOURCE", "5"),
    ];
    assert_eq!(told, expected);
    assert_eq!(&rows[0][column("date_deliberation")], "2026-11-02");
    let text = fs::read_to_string(shop.path("out/palmares.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let pair = |r: &Value| {
        (
            r["nom"].as_str().unwrap().to_owned(),
            r["niveau_code"].as_str().unwrap().to_owned(),
        )
    };
    let of_json: Vec<_> = document["palmares"]
        .as_array()
        .unwrap()
        .iter()
        .map(pair)
        .collect();
    assert_eq!(
        of_json,
        expected.map(|(name, level)| (name.to_owned(), level.to_owned()))
    );
    assert_eq!(document["grid"]["official"], false);
    sums_hold(&shop.path("out"));
    for secret in ["Lefèvre", "Kovács", "travaille", "vérifié", "@", "dsi"] {
        assert!(!csv.contains(secret) && !text.contains(secret), "{secret} leaked");
    }
}

fn sums_hold(folder: &std::path::Path) {
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    assert_eq!(sums.lines().count(), count(folder) - 1);
    for line in sums.lines() {
        let (digits, name) = line.split_once("  ").unwrap();
        let bytes = fs::read(folder.join(name)).unwrap();
        assert_eq!(tnl_jury::domain::ids::Digest::of(&bytes).hex(), digits, "{name}");
    }
}

/// Counts the files of a folder and of those in it.
fn count(folder: &std::path::Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| if path.is_dir() { count(&path) } else { 1 })
        .sum()
}

#[test]
fn two_exports_are_the_same_bytes_in_any_locale_and_time_zone() {
    let shop = campaign();
    shop.json(
        "k.sqlite",
        &["session", "open", "--present", JURY[0], JURY[1], JURY[2]],
    );
    for number in ["26001", "26002", "26003"] {
        shop.json(
            "k.sqlite",
            &["decide", number, "--level", "2", "--reason", "sur dossier"],
        );
    }
    let export = |out: &str, lang: &str, zone: &str| {
        let status = shop
            .command()
            .env("LANG", lang)
            .env("TZ", zone)
            .args(["--store", "k.sqlite", "export", "--out", out])
            .status()
            .unwrap();
        assert!(status.success());
        ["palmares.csv", "palmares.json", "SHA256SUMS"]
            .map(|name| fs::read(shop.path(out).join(name)).unwrap())
    };
    let first = export("a", "fr_FR.UTF-8", "Europe/Paris");
    assert_eq!(first, export("b", "C", "Pacific/Auckland"));
    assert_eq!(
        first,
        export("a", "en_US.UTF-8", "UTC"),
        "replacing a folder that the program made"
    );
    fs::write(shop.path("a/mine.txt"), "kept").unwrap();
    shop.on("k.sqlite", &["export", "--out", "a"])
        .exits(4)
        .says(&["mine.txt"]);
    assert_eq!(fs::read_to_string(shop.path("a/mine.txt")).unwrap(), "kept");
}

#[test]
fn a_newer_package_keeps_every_score() {
    let shop = campaign();
    let store = opened(&shop, 0);
    score_all(&shop, &store, "26001", FONTLIBRE[0]);
    let text = fs::read_to_string(crate::support::shop::fixture("demarche_example.json")).unwrap();
    fs::write(
        shop.path("later.json"),
        text.replace("Migration engagée en 2021", "Migration achevée en 2026"),
    )
    .unwrap();
    let imported = shop.json("k.sqlite", &["import", "later.json"]);
    assert_eq!(
        (&imported["updated"], &imported["unchanged"], &imported["new"]),
        (&json!(1), &json!(2), &json!(0))
    );
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    let again = shop.json(&store, &["open", "packages/agnes-lefevre.jury.zip"]);
    assert_eq!((&again["updated"], &again["unchanged"]), (&json!(1), &json!(2)));
    let rows = shop.json(&store, &["dossiers"]);
    assert_eq!(
        (&rows[0]["scored"], &rows[0]["state"]),
        (&json!(12), &json!("done"))
    );
}
