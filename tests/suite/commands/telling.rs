//! What commands say of what they leave aside, of one thing and of several.

use super::campaign;
use crate::support::shop::Shop;
use serde_json::{Value, json};
use std::fs;

/// A folder with the example's pages, a note, a hidden file and a folder beside.
fn delivery(shop: &Shop) {
    let folder = shop.path("recu");
    fs::create_dir_all(folder.join("pieces")).unwrap();
    fs::copy(
        crate::support::shop::fixture("demarche_example.json"),
        folder.join("page.json"),
    )
    .unwrap();
    fs::write(folder.join("lisez-moi.odt"), "x").unwrap();
    fs::write(folder.join("pieces/a.pdf"), "x").unwrap();
}

fn sources(report: &Value) -> Vec<&str> {
    let skipped = |w: &&Value| w["why"].as_str().unwrap().starts_with("left aside");
    let warnings = report["warnings"].as_array().unwrap().iter();
    warnings
        .filter(skipped)
        .map(|w| w["source"].as_str().unwrap())
        .collect()
}

#[test]
fn what_a_folder_holds_beside_dossiers_is_named() {
    let shop = campaign();
    delivery(&shop);
    let report = shop.json("k.sqlite", &["import", "recu"]);
    assert_eq!(sources(&report), ["recu/lisez-moi.odt", "recu/pieces"]);
    let report = shop.json("k.sqlite", &["import", "recu", "--evidence", "recu/pieces"]);
    assert_eq!(sources(&report), ["recu/lisez-moi.odt"]);
    let report = shop.json("k.sqlite", &["import", "recu", "--evidence", "recu"]);
    assert_eq!(sources(&report), Vec::<&str>::new());
}

#[test]
fn a_dry_run_says_that_one_table_would_stop_all() {
    let shop = campaign();
    delivery(&shop);
    fs::write(shop.path("recu/t.csv"), "Quoi;Qui\n1;a\n").unwrap();
    let report = shop.json("k.sqlite", &["import", "recu", "--dry-run"]);
    assert_eq!(report["would_be_refused"], true);
    assert_eq!((&report["new"], &report["unchanged"]), (&json!(0), &json!(0)));
    let said = shop.on("k.sqlite", &["import", "recu", "--dry-run"]).exits(0);
    assert!(said.stdout.contains("seraient refusés"), "{}", said.stdout);
    assert_eq!(shop.on("k.sqlite", &["import", "recu"]).code, 3);
    fs::remove_file(shop.path("recu/t.csv")).unwrap();
    let report = shop.json("k.sqlite", &["import", "recu", "--dry-run"]);
    assert_eq!(report["would_be_refused"], false);
}

#[test]
fn attachments_that_are_no_archive_are_not_called_a_bag() {
    let shop = campaign();
    delivery(&shop);
    let import = ["import", "recu/page.json", "--evidence", "recu/lisez-moi.odt"];
    let refused = shop.on("k.sqlite", &import).exits(3);
    assert!(!refused.stderr.contains("sac"), "{}", refused.stderr);
    refused.says(&["archive ZIP"]);
}

#[test]
fn one_is_not_said_as_several() {
    let shop = campaign();
    let pack = |shop: &Shop| shop.on("k.sqlite", &["pack", "--out", "p"]).exits(0).stdout;
    assert!(pack(&shop).contains("(3 dossiers)"));
    for number in ["26002", "26003"] {
        shop.json("k.sqlite", &["dossier", "standing", number, "irrecevable"]);
    }
    assert!(pack(&shop).contains("(1 dossier)"));
    shop.on("k.sqlite", &["status"])
        .exits(0)
        .says(&["(1 dossier confié)"]);
}

#[test]
fn an_identifier_is_named_in_the_language_of_the_reader() {
    let shop = campaign();
    let text = fs::read_to_string(crate::support::shop::fixture("demarche_example.json")).unwrap();
    let text = text.replace("\"siren\": \"219900016\"", "\"siren\": \"219900024\"");
    fs::write(shop.path("now.json"), text).unwrap();
    let said = shop.on("k.sqlite", &["import", "now.json", "--dry-run"]).exits(0);
    said.says(&["SIREN : « 219900016 » → « 219900024 »"]);
}
