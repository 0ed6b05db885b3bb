//! The jury: conflicts of interest suggested, accepted, dismissed; dossiers shared out.

use super::JURY;
use crate::support::shop::{Shop, content_of, fixture};
use serde_json::{Value, json};
use std::fs;

/// A campaign whose dossiers name jurors: one in an answer, one in a row of a table, one in a file's name.
fn campaign() -> Shop {
    let shop = Shop::new();
    let new = ["campaign", "new", "--grid", "tnl-2016", "--edition", "2026"];
    shop.json("k.sqlite", &new);
    import(&shop, "Site tenu par LEFÈVRE Agnès, adjointe. Rien d’autre.");
    for name in JURY {
        shop.json("k.sqlite", &["juror", "add", name]);
    }
    shop
}

fn import(shop: &Shop, site: &str) -> Value {
    let text = fs::read_to_string(fixture("demarche_example.json")).unwrap();
    let text = text
        .replace("https://fontlibre.example", site)
        .replace("openCimetière", "Outil de Mme Kovács")
        .replace("schema-directeur.odt", "note_Yann-Brehat.odt");
    fs::write(shop.path("named.json"), text).unwrap();
    shop.json("k.sqlite", &["import", "named.json"])
}

fn suggested(shop: &Shop) -> Vec<(String, String)> {
    let list = shop.json("k.sqlite", &["juror", "suggest"]);
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let list = list.as_array().unwrap().iter();
    list.map(|s| (word(&s["juror"]), word(&s["number"]))).collect()
}

fn pair(juror: usize, number: &str) -> (String, String) {
    (JURY[juror].to_owned(), number.to_owned())
}

#[test]
fn persons_named_in_a_dossier_are_suggested_with_the_passage() {
    let shop = campaign();
    let list = shop.json("k.sqlite", &["juror", "suggest"]);
    assert_eq!(
        suggested(&shop),
        [pair(0, "26001"), pair(1, "26001"), pair(2, "26001")]
    );
    let first = &list[0];
    assert_eq!(first["dossier"], "demarche-26001");
    assert_eq!(first["name"], "COMMUNE DE FONTLIBRE");
    assert_eq!(first["passage"], "Site tenu par LEFÈVRE Agnès, adjointe.");
    assert_eq!(first["grounds"][0]["kind"], "answer");
    assert_eq!(
        first["why"],
        "Named in the answer to “Site web de la collectivité”"
    );
    assert_eq!(list[1]["passage"], "Outil de Mme Kovács");
    assert_eq!(list[2]["grounds"][0]["kind"], "file-name");
    shop.on("k.sqlite", &["juror", "suggest"]).exits(0).says(&[
        "Agnès Lefèvre · 26001",
        "« Site tenu par LEFÈVRE Agnès, adjointe. »",
        "--dismiss",
    ]);
    let jury = shop.json("k.sqlite", &["juror", "list"]);
    assert_eq!(
        jury[0],
        json!({"id": "agnes-lefevre", "name": "Agnès Lefèvre", "email": null, "affiliation": null,
            "assigned": 0, "conflicts": 0, "suggested": 1})
    );
}

#[test]
fn an_affiliation_or_an_address_is_enough() {
    let shop = campaign();
    for change in [
        &["--affiliation", "Mairie de Fontlibre"][..],
        &["--email", "numerique@valsource.example", "--name", "Zoé Quint"],
    ] {
        shop.json(
            "k.sqlite",
            &[&["juror", "edit", "agnes-lefevre"], change].concat(),
        );
    }
    let jury = shop.json("k.sqlite", &["juror", "list"]);
    assert_eq!(
        (&jury[0]["id"], &jury[0]["name"]),
        (&json!("agnes-lefevre"), &json!("Zoé Quint"))
    );
    let list = shop.json("k.sqlite", &["juror", "suggest"]);
    let mine: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .filter(|s| s["juror"] == "Zoé Quint")
        .collect();
    assert_eq!(mine[0]["grounds"][0]["kind"], "affiliation");
    assert_eq!(mine[1]["passage"], "numerique@valsource.example");
    shop.on("k.sqlite", &["juror", "edit", "Zoé", "--name", "ilona kovács"])
        .exits(3)
        .says(&["ilona kovács"]);
    shop.on("k.sqlite", &["juror", "edit", "Zoé", "--name", "  "])
        .exits(3);
    shop.on("k.sqlite", &["juror", "edit", "Zoé"]).exits(2);
    shop.on("k.sqlite", &["juror", "edit", "Personne", "--name", "X"])
        .exits(3);
}

#[test]
fn a_suggestion_is_accepted_dismissed_for_good_or_taken_back() {
    let shop = campaign();
    let conflict = |juror: &str, more: &[&str]| {
        shop.json(
            "k.sqlite",
            &[&["juror", "conflict", juror, "26001"], more].concat(),
        )
    };
    conflict("Agnès", &["--reason", "adjointe"]);
    let said = conflict("Ilona", &["--dismiss"]);
    assert_eq!(
        said,
        json!({"juror": "ilona-kovacs", "dossier": "demarche-26001", "dismissed": true})
    );
    conflict("Ilona", &["--dismiss"]);
    assert_eq!(suggested(&shop), [pair(2, "26001")]);

    let imported = import(&shop, "Site de LEFÈVRE Agnès et de Mme Kovács.");
    assert_eq!(imported["updated"], 1);
    assert_eq!(
        suggested(&shop),
        [pair(2, "26001")],
        "settled, whatever is imported again"
    );
    assert_eq!(shop.json("k.sqlite", &["check"])["ok"], true);

    shop.on("k.sqlite", &["juror", "conflict", "Agnès", "26001", "--dismiss"])
        .exits(4)
        .says(&["--undo"]);
    conflict("Agnès", &["--undo"]);
    conflict("Ilona", &["--undo"]);
    assert_eq!(
        suggested(&shop),
        [pair(0, "26001"), pair(1, "26001"), pair(2, "26001")]
    );
    shop.on("k.sqlite", &["juror", "conflict", "Agnès", "26001", "--undo"])
        .exits(4)
        .says(&["rien à retirer"]);
    shop.on(
        "k.sqlite",
        &["juror", "conflict", "Agnès", "26001", "--undo", "--dismiss"],
    )
    .exits(2);

    let log = shop.json("k.sqlite", &["log"]);
    let kinds: Vec<&str> = log
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap())
        .filter(|kind| kind.starts_with("conflict"))
        .collect();
    assert_eq!(
        kinds,
        [
            "conflict",
            "conflict-dismissed",
            "conflict-undone",
            "conflict-undone"
        ],
        "what changes nothing leaves no line"
    );
    shop.on("k.sqlite", &["log", "--verify"]).exits(0);
}

#[test]
fn a_damaged_dismissal_is_found() {
    let shop = campaign();
    shop.json("k.sqlite", &["juror", "conflict", "Ilona", "26001", "--dismiss"]);
    let path = shop.path("k.sqlite");
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute("UPDATE no_conflict SET at = '2020'", []).unwrap();
    drop(conn);
    shop.on("k.sqlite", &["check"]).exits(1).says(&["no_conflict"]);
}

fn loads(report: &Value) -> Vec<u64> {
    let jurors = report["per_juror"].as_array().unwrap().iter();
    jurors.map(|j| j["seats"].as_u64().unwrap()).collect()
}

#[test]
fn dossiers_are_shared_out_evenly_and_the_same_way_each_time() {
    let share = || {
        let shop = campaign();
        shop.json("k.sqlite", &["juror", "conflict", "Agnès", "26001"]);
        let report = shop.json("k.sqlite", &["assign", "--per-dossier", "2", "--seed", "7"]);
        let packed = shop.json("k.sqlite", &["pack", "--out", "packages"]);
        (report, packed, shop)
    };
    let (report, packed, shop) = share();
    assert_eq!(
        report,
        json!({"assigned": 6, "seats": 6, "added": 6, "per_juror": [
            {"juror": JURY[0], "seats": 2}, {"juror": JURY[1], "seats": 2}, {"juror": JURY[2], "seats": 2}]})
    );
    for package in packed["packages"].as_array().unwrap() {
        assert_eq!(package["dossiers"], 2);
    }
    let status = shop.json("k.sqlite", &["status"]);
    let (other, _, second) = share();
    assert_eq!(other, report);
    assert_eq!(
        second.json("k.sqlite", &["status"]),
        status,
        "the same seed, the same seats"
    );

    let again = shop.json("k.sqlite", &["assign", "--per-dossier", "2", "--seed", "8"]);
    assert_eq!(
        (&again["added"], loads(&again)),
        (&json!(0), vec![2, 2, 2]),
        "nothing is missing"
    );
    let more = shop.json("k.sqlite", &["assign", "--per-dossier", "2", "--at-most", "2"]);
    assert_eq!(more["added"], 0);
    shop.json("k.sqlite", &["juror", "conflict", "Ilona", "26001"]);
    shop.on("k.sqlite", &["assign", "--per-dossier", "2"])
        .exits(4)
        .says(&["26001 COMMUNE DE FONTLIBRE (1)", "--per-dossier"]);
    shop.on("k.sqlite", &["assign", "--per-dossier", "1"])
        .exits(0)
        .says(&["Yann Bréhat"]);
    shop.json("k.sqlite", &["assign", "--all"]);
    assert_eq!(shop.json("k.sqlite", &["status"])["jurors"][2]["assigned"], 3);
}

#[test]
fn what_cannot_be_assigned_is_named_and_nothing_is_written() {
    let shop = campaign();
    let before = content_of(&shop, "k.sqlite");
    shop.on("k.sqlite", &["assign", "--per-dossier", "4"])
        .exits(4)
        .says(&["3 dossiers", "26003", "juror add"]);
    shop.on("k.sqlite", &["assign", "--per-dossier", "2", "--at-most", "1"])
        .exits(4)
        .says(&["--at-most", "3 places", "il en faut 6", "Ilona Kovács", "26002"]);
    shop.on("k.sqlite", &["assign", "--per-dossier", "0"])
        .exits(3)
        .says(&["1 ou plus"]);
    for wrong in [
        &["assign"][..],
        &["assign", "--all", "--per-dossier", "2"],
        &["assign", "--per-dossier", "deux"],
        &["assign", "--all", "--at-most", "3"],
    ] {
        shop.on("k.sqlite", wrong).exits(2);
    }
    assert_eq!(content_of(&shop, "k.sqlite"), before);
}

#[test]
fn what_outsiders_wrote_is_quoted_without_effect() {
    let shop = campaign();
    import(&shop, "\\u001b]0;x\\u0007 Agnès Lefèvre \\u202e");
    let ran = shop.on("k.sqlite", &["juror", "suggest"]).exits(0);
    assert!(!ran.stdout.contains('\u{1b}') && !ran.stdout.contains('\u{202e}'));
    ran.says(&["Agnès Lefèvre"]);
    let ran = shop.on("k.sqlite", &["--json", "juror", "suggest"]).exits(0);
    assert!(!ran.stdout.contains('\u{202e}'));
}
