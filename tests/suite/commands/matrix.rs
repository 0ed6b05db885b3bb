//! Who may do what to which dossier: every command on the store of each role, every verb on a dossier of each standing,
//! asserted both ways: what is allowed is done, what is not is refused and changes nothing, and what is not one's own is
//! neither shown, found nor counted.

use super::{IDS, JURY, opened, score_all};
use crate::support::shop::{Shop, content_of, fixture};
use serde_json::Value;
use std::fs;

const COORDINATOR: &str = "k.sqlite";
const JUROR: &str = "agnes-lefevre.sqlite";

/// Agnès was given 26001 and 26002, never 26003, from which she is recused; 26002 she recused herself from after she
/// scored it. All sheets are merged and a sitting is open.
fn campaign() -> Shop {
    let shop = Shop::new();
    let dates = ["--opens", "2026-09-01", "--closes", "2026-10-19"];
    let new = ["campaign", "new", "--grid", "tnl-2016", "--edition", "2026"];
    shop.json(COORDINATOR, &[&new[..], &dates].concat());
    shop.json(COORDINATOR, &["import", &fixture("demarche_example.json")]);
    for name in JURY {
        shop.json(COORDINATOR, &["juror", "add", name]);
    }
    shop.json(
        COORDINATOR,
        &[
            "juror",
            "conflict",
            JURY[0],
            "26003",
            "--reason",
            "SECRET-DU-BUREAU",
        ],
    );
    shop.json(COORDINATOR, &["assign", "--all"]);
    shop.json(COORDINATOR, &["pack", "--out", "packages"]);
    fs::create_dir(shop.path("sheets")).unwrap();
    for (juror, id) in IDS.iter().enumerate() {
        let store = opened(&shop, juror);
        for number in ["26001", "26002", "26003"] {
            if (juror, number) != (0, "26003") {
                score_all(&shop, &store, number, [3; 12]);
            }
        }
        if juror == 0 {
            shop.json(&store, &["recuse", "26002", "--reason", "parenté"]);
        }
        let comment = format!("SECRET-DE-{juror}");
        shop.json(&store, &["score", "26001", "1.1", "4", "--comment", &comment]);
        shop.json(&store, &["sheet", "write", &format!("sheets/{id}.sheet.json")]);
    }
    shop.json(COORDINATOR, &["merge", "sheets"]);
    shop.json(
        COORDINATOR,
        &["session", "open", "--present", JURY[0], JURY[1], JURY[2]],
    );
    shop.json(COORDINATOR, &["receipt", "write", "--out", "receipts"]);
    shop
}

/// Copies a store, so that no command sees what another did.
fn copy(shop: &Shop, store: &str) -> &'static str {
    fs::copy(shop.path(store), shop.path("copy.sqlite")).unwrap();
    "copy.sqlite"
}

/// Runs a command on a copy of a store, and checks that it is done, or refused without a trace.
fn check(shop: &Shop, store: &str, args: &[&str], allowed: bool) {
    let on = copy(shop, store);
    if allowed {
        let ran = shop.on(on, args);
        assert_eq!(ran.code, 0, "{args:?} on {store}: {}", ran.stderr);
        return;
    }
    let before = content_of(shop, on);
    let ran = shop.on(on, args);
    assert!([3, 4].contains(&ran.code), "{args:?} on {store}: {}", ran.code);
    assert!(!ran.stderr.is_empty(), "{args:?} on {store} says nothing");
    assert_eq!(content_of(shop, on), before, "{args:?} on {store} left a trace");
}

#[test]
fn every_command_is_for_the_store_of_its_role() {
    let shop = campaign();
    let receipt = fs::read_dir(shop.path("receipts")).unwrap();
    let mut receipts: Vec<_> = receipt.map(|entry| entry.unwrap().path()).collect();
    receipts.sort();
    let receipt = receipts[0].to_string_lossy().into_owned();
    let example = fixture("demarche_example.json");
    let level = ["decide", "26001", "--level", "3", "--reason", "r"];
    // The command; whether it is the coordinator's; whether it is a juror's.
    let table: &[(&[&str], bool, bool)] = &[
        (&["campaign", "show"], true, true),
        (&["dossiers"], true, true),
        (&["dossier", "show", "26001"], true, true),
        (&["log"], true, true),
        (&["log", "--verify"], true, true),
        (&["check"], true, true),
        (&["conflicts"], true, true),
        (&["merge", "sheets/agnes-lefevre.sheet.json"], true, true),
        (
            &["sheet", "verify", "sheets/agnes-lefevre.sheet.json"],
            true,
            true,
        ),
        (&["import", &example], true, false),
        (&["import", &example, "--dry-run"], true, false),
        (&["juror", "add", "Nadia Sorel"], true, false),
        (&["juror", "list"], true, false),
        (&["juror", "suggest"], true, false),
        (&["juror", "conflict", JURY[1], "26001"], true, false),
        (
            &["juror", "edit", JURY[1], "--email", "i@example.org"],
            true,
            false,
        ),
        (&["dossier", "standing", "26001", "withdrawn"], true, false),
        (&["assign", "--all"], true, false),
        (&["assign", "--per-dossier", "2"], true, false),
        (&["pack", "--out", "again"], true, false),
        (&["status"], true, false),
        (&["results"], true, false),
        (&["results", "--csv", "r.csv"], true, false),
        (&["results", "--ranking"], true, false),
        (&["agreement"], true, false),
        (&["agenda"], true, false),
        (&["what-if"], true, false),
        (&["session", "show"], true, false),
        (&["session", "leave", JURY[2]], true, false),
        (&["session", "close"], true, false),
        (&level, true, false),
        (&["adopt"], true, false),
        (&["export", "--dry-run"], true, false),
        (&["export", "--out", "folder", "--draft"], true, false),
        (
            &["export", "--out", "web", "--draft", "--public-only"],
            true,
            false,
        ),
        (&["receipt", "write", "--out", "more"], true, false),
        (&["receipt", "read", &receipt], false, true),
        (&["score", "26001", "1.1", "5"], false, true),
        (&["score", "26001", "1.1", "abstain"], false, true),
        (&["recuse", "26001"], false, true),
        (&["form", "write", "form.txt"], false, true),
        (&["sheet", "write", "mine.sheet.json"], false, true),
    ];
    for (args, coordinator, juror) in table {
        check(&shop, COORDINATOR, args, *coordinator);
        check(&shop, JUROR, args, *juror);
    }
}

#[test]
fn a_juror_does_to_a_dossier_what_it_was_given_for_and_no_more() {
    let shop = campaign();
    // The dossier; whether it was given; whether it is read and scored.
    for (number, given, scored) in [
        ("26001", true, true),
        ("26002", true, false),
        ("26003", false, false),
        ("99999", false, false),
    ] {
        check(&shop, JUROR, &["dossier", "show", number], scored);
        check(&shop, JUROR, &["score", number, "1.2", "5"], scored);
        check(&shop, JUROR, &["score", number, "1.2", "na"], scored);
        check(&shop, JUROR, &["recuse", number], given);
        check(&shop, JUROR, &["recuse", number, "--undo"], given);
    }
    let numbers = |list: &Value| -> Vec<String> {
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| row["number"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        numbers(&shop.json(JUROR, &["dossiers"])),
        ["26001", "26002"],
        "what was not given is not listed"
    );
    let whole = fs::read(shop.path(JUROR)).unwrap();
    for absent in ["26003", "SECRET-DE-1", "SECRET-DE-2", "SECRET-DU-BUREAU"] {
        let found = whole.windows(absent.len()).any(|part| part == absent.as_bytes());
        assert!(!found, "{absent} stands in a juror's file");
    }
}

#[test]
fn the_committee_decides_on_what_is_in_the_running() {
    let shop = campaign();
    let levels = |number| ["decide", number, "--level", "3", "--reason", "r"];
    for (number, known) in [
        ("26001", true),
        ("26002", true),
        ("26003", true),
        ("99999", false),
    ] {
        check(&shop, COORDINATOR, &["dossier", "show", number], known);
        check(&shop, COORDINATOR, &levels(number), known);
        check(
            &shop,
            COORDINATOR,
            &["dossier", "standing", number, "irrecevable"],
            known,
        );
    }
    shop.json(COORDINATOR, &["dossier", "standing", "26002", "withdrawn"]);
    check(&shop, COORDINATOR, &["dossier", "show", "26002"], true);
    check(&shop, COORDINATOR, &levels("26002"), false);
    check(
        &shop,
        COORDINATOR,
        &["dossier", "standing", "26002", "received"],
        true,
    );
    let seats = |number: &str| {
        let status = shop.json(COORDINATOR, &["status"]);
        let rows = status["dossiers"].as_array().unwrap().clone();
        rows.into_iter().find(|row| row["number"] == number)
    };
    assert!(seats("26001").is_some() && seats("26003").is_some());
    let results = shop.json(COORDINATOR, &["results"]);
    let counted = |number: &str, criterion: &str| {
        let rows = results.as_array().unwrap().iter();
        let row = rows.clone().find(|row| row["number"] == number).unwrap();
        row["criteria"][criterion]["n"].as_u64().unwrap()
    };
    assert_eq!(
        (
            counted("26001", "1.1"),
            counted("26002", "1.1"),
            counted("26003", "1.1")
        ),
        (3, 2, 2),
        "who is recused counts on no dossier that they are recused from"
    );
}
