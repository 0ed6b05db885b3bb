//! Dossiers taken in again and again: what changed is told, what is set aside stays so, what is stopped leaves nothing.

use super::{campaign, opened};
use crate::support::shop::{Shop, fixture};
use serde_json::{Value, json};
use std::fs;

fn example() -> String {
    fs::read_to_string(fixture("demarche_example.json")).unwrap()
}

/// Imports a text into the coordinator's store.
fn import(shop: &Shop, text: &str) -> Value {
    fs::write(shop.path("now.json"), text).unwrap();
    shop.json("k.sqlite", &["import", "now.json"])
}

#[test]
fn a_second_import_tells_what_changed_field_by_field() {
    let shop = campaign();
    let changed = example()
        .replace("Migration engagée en 2021", "Migration finie en 2026")
        .replace("\"siren\": \"219900016\"", "\"siren\": \"219900024\"");
    let report = import(&shop, &changed);
    assert_eq!(
        report["updated"].as_u64(),
        Some(report["changes"].as_array().unwrap().len() as u64)
    );
    let fields = report["changes"][0]["fields"].as_array().unwrap();
    let answer = fields.iter().find(|field| field["part"] == "answer").unwrap();
    assert!(
        answer["before"]
            .as_str()
            .unwrap()
            .contains("Migration engagée en 2021")
    );
    assert!(
        answer["after"]
            .as_str()
            .unwrap()
            .contains("Migration finie en 2026")
    );
    let again = import(&shop, &changed);
    assert_eq!((&again["updated"], &again["unchanged"]), (&json!(0), &json!(3)));
    assert_eq!(again["changes"], json!([]));
}

#[test]
fn messages_and_opinions_stay_with_the_coordinator() {
    let shop = campaign();
    let beside = r#""messages": [{"id": "m", "email": "secret@exemple.invalid", "body": "SECRET-MESSAGE",
        "createdAt": "2026-10-04T08:00:00+02:00", "attachments": []}],
        "avis": [{"id": "a", "question": "SECRET-QUESTION", "reponse": "SECRET-AVIS",
        "dateQuestion": "2026-10-03T08:00:00+02:00", "expert": {"email": "expert@exemple.invalid"}}],
        "demandeur""#;
    let text = strip(&example(), &["messages", "avis"]).replacen("\"demandeur\"", beside, 1);
    import(&shop, &text);
    let whole = shop.json("k.sqlite", &["dossier", "show", "26001"]);
    assert_eq!(whole["correspondence"]["messages"][0]["text"], "SECRET-MESSAGE");
    assert_eq!(whole["correspondence"]["opinions"][0]["reply"], "SECRET-AVIS");
    let said = shop.on("k.sqlite", &["dossier", "show", "26001"]).stdout;
    assert!(said.contains("SECRET-MESSAGE"), "{said}");
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    let juror = opened(&shop, 0);
    let seen = shop.json(&juror, &["dossier", "show", "26001"]);
    assert_eq!(seen["correspondence"], json!({}));
    for file in [shop.path(&juror), shop.path("packages/agnes-lefevre.jury.zip")] {
        let bytes = fs::read(file).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("SECRET"));
    }
    shop.json(&juror, &["recuse", "26001"]);
    assert_eq!(shop.on(&juror, &["dossier", "show", "26001"]).code, 4);
}

/// Takes members out of every dossier of the example.
fn strip(text: &str, names: &[&str]) -> String {
    let mut page: Value = serde_json::from_str(text).unwrap();
    let nodes = page["data"]["demarche"]["dossiers"]["nodes"]
        .as_array_mut()
        .unwrap();
    for node in nodes {
        for name in names {
            node.as_object_mut().unwrap().remove(*name);
        }
    }
    page.to_string()
}

#[test]
fn a_dossier_that_is_set_aside_stays_so() {
    let shop = campaign();
    let stand = [
        "dossier",
        "standing",
        "26002",
        "irrecevable",
        "--reason",
        "Hors délai",
    ];
    assert_eq!(
        shop.json("k.sqlite", &stand),
        json!({"dossier": "demarche-26002", "standing": "irrecevable"})
    );
    let report = import(&shop, &example());
    assert_eq!(report["unchanged"], json!(3));
    let whole = shop.json("k.sqlite", &["dossier", "show", "26002"]);
    assert_eq!(whole["standing"], "irrecevable");
    let refused = shop.on(
        "k.sqlite",
        &["session", "open", "--present", "Agnès Lefèvre", "Ilona Kovács"],
    );
    assert_eq!(refused.code, 0);
    let decide = ["decide", "26002", "--level", "1", "--reason", "x"];
    assert_eq!(shop.on("k.sqlite", &decide).code, 4);
    let log = shop.json("k.sqlite", &["log"]);
    assert!(
        log.as_array()
            .unwrap()
            .iter()
            .any(|entry| entry["kind"] == "standing")
    );
    shop.json("k.sqlite", &["dossier", "standing", "26002", "received"]);
    assert_eq!(shop.on("k.sqlite", &["check"]).code, 0);
}

#[test]
fn a_candidate_who_takes_a_dossier_back_is_heard() {
    let shop = campaign();
    let deleted =
        r#""deletedDossiers": {"nodes": [{"number": 26003, "reason": "user_request"}]}, "dossiers": {"#;
    let text = example().replacen("\"dossiers\": {", deleted, 1);
    let kept = strip(&text, &[]);
    let mut page: Value = serde_json::from_str(&kept).unwrap();
    let nodes = page["data"]["demarche"]["dossiers"]["nodes"]
        .as_array_mut()
        .unwrap();
    nodes.retain(|node| node["number"] != 26003);
    let report = import(&shop, &page.to_string());
    assert_eq!(report["withdrawn"], json!(["26003"]));
    let whole = shop.json("k.sqlite", &["dossier", "show", "26003"]);
    assert_eq!(whole["standing"], "withdrawn");
    assert_eq!(import(&shop, &page.to_string())["withdrawn"], json!([]));
}

#[test]
fn nothing_is_drawn_where_nobody_looks() {
    let shop = campaign();
    let ran = shop.on("k.sqlite", &["import", &fixture("demarche_example.json")]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}
