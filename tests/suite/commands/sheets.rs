//! Sheets on their way: what a merge calls each, two devices, shared folders, receipts, copies kept by themselves.

use super::{CRITERIA, campaign, opened, score_all};
use crate::support::shop::{Shop, content_of};
use serde_json::{Value, json};
use std::fs;

/// Writes a juror's sheet under a name of its own, and returns the name.
fn sheet(shop: &Shop, store: &str, name: &str) -> String {
    let file = format!("{name}.sheet.json");
    shop.json(store, &["sheet", "write", &file]);
    file
}

fn classes(merged: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for list in ["accepted", "unchanged", "refused"] {
        for line in merged[list].as_array().unwrap() {
            let file = line["file"].as_str().unwrap().rsplit('/').next().unwrap();
            found.push((file.to_owned(), line["class"].as_str().unwrap().to_owned()));
        }
    }
    found.sort();
    found
}

fn expected(table: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |(file, class): &(&str, &str)| ((*file).to_owned(), (*class).to_owned());
    table.iter().map(pair).collect()
}

/// A folder as a coordinator finds it: everything that can come, in one place.
#[test]
fn a_folder_of_all_kinds_of_sheets_gives_one_table_that_tells_the_truth() {
    let shop = campaign();
    fs::create_dir(shop.path("in")).unwrap();
    let (agnes, ilona) = (opened(&shop, 0), opened(&shop, 1));
    shop.json(&agnes, &["score", "26001", "1.1", "2"]);
    sheet(&shop, &agnes, "in/0-agnes-early");
    shop.json(&agnes, &["score", "26001", "1.1", "4"]);
    sheet(&shop, &agnes, "in/1-agnes-late");
    fs::copy(
        shop.path("in/1-agnes-late.sheet.json"),
        shop.path("in/1-agnes-late.sheet (conflicted copy 2026-11-02).json"),
    )
    .unwrap();
    shop.json("agnes-b.sqlite", &["open", "packages/agnes-lefevre.jury.zip"]);
    shop.json("agnes-b.sqlite", &["score", "26001", "1.1", "0"]);
    sheet(&shop, "agnes-b.sqlite", "in/2-agnes-other-device");
    shop.json(&ilona, &["score", "26001", "1.1", "3"]);
    sheet(&shop, &ilona, "in/3-ilona");
    let whole = fs::read_to_string(shop.path("in/3-ilona.sheet.json")).unwrap();
    fs::write(
        shop.path("in/4-touched.sheet.json"),
        whole.replace("\"value\":3", "\"value\":5"),
    )
    .unwrap();
    fs::write(shop.path("in/5-half.sheet.json"), &whole[..whole.len() / 2]).unwrap();
    fs::write(shop.path("in/6-empty.sheet.json"), "").unwrap();
    let other = campaign();
    let stranger = opened(&other, 2);
    other.json(&stranger, &["score", "26001", "1.1", "3"]);
    let foreign = sheet(&other, &stranger, "foreign");
    fs::copy(other.path(&foreign), shop.path("in/7-foreign.sheet.json")).unwrap();
    fs::write(shop.path("in/lisez-moi.txt"), "Bonjour").unwrap();
    fs::write(shop.path("in/.syncthing.8.sheet.json.tmp"), "{").unwrap();

    let table = [
        ("0-agnes-early.sheet.json", "new"),
        ("1-agnes-late.sheet (conflicted copy 2026-11-02).json", "newer"),
        ("1-agnes-late.sheet.json", "identical"),
        ("2-agnes-other-device.sheet.json", "conflicting"),
        ("3-ilona.sheet.json", "new"),
        ("4-touched.sheet.json", "tampered"),
        ("5-half.sheet.json", "cut-short"),
        ("6-empty.sheet.json", "cut-short"),
        ("7-foreign.sheet.json", "foreign"),
    ];
    let before = content_of(&shop, "k.sqlite");
    let dry = shop.json("k.sqlite", &["merge", "in", "--dry-run"]);
    assert_eq!(classes(&dry), expected(&table));
    assert_eq!(before, content_of(&shop, "k.sqlite"), "a dry run changes nothing");
    let wet = shop.json("k.sqlite", &["merge", "in"]);
    assert_eq!(wet, dry, "the dry run foretold what was done");
    assert_eq!(wet["conflicts"], 1);
    assert_eq!(wet["skipped"].as_array().unwrap().len(), 2);

    let again = shop.json("k.sqlite", &["merge", "in"]);
    assert!(again["accepted"].as_array().unwrap().is_empty());
    shop.on("k.sqlite", &["merge", "in/5-half.sheet.json"])
        .exits(3)
        .says(&["incomplète", "Attendez"]);
    // The early sheet alone, on a store that knows the later one.
    shop.json("late.sqlite", &["open", "packages/ilona-kovacs.jury.zip"]);
    assert_eq!(shop.json("k.sqlite", &["check"])["ok"], true);
    let log = shop.json("k.sqlite", &["log"]);
    let last = log.as_array().unwrap().last().unwrap();
    assert_eq!(
        last["kind"], "merge",
        "a merge that brings nothing leaves no trace"
    );
    assert_eq!(last["payload"]["refused"].as_array().unwrap().len(), 4);
}

#[test]
fn an_older_sheet_that_comes_late_changes_nothing() {
    let shop = campaign();
    let agnes = opened(&shop, 0);
    shop.json(&agnes, &["score", "26001", "1.1", "2"]);
    let early = sheet(&shop, &agnes, "early");
    shop.json(&agnes, &["score", "26001", "1.1", "4"]);
    let late = sheet(&shop, &agnes, "late");
    shop.json("k.sqlite", &["merge", &late]);
    let results = shop.json("k.sqlite", &["results"]);
    let merged = shop.json("k.sqlite", &["merge", &early]);
    assert_eq!(merged["unchanged"][0]["class"], "older");
    assert_eq!(shop.json("k.sqlite", &["results"]), results);
}

#[test]
fn what_comes_after_a_decision_is_said_and_the_decision_stands() {
    let shop = campaign();
    for juror in 0..3 {
        let store = opened(&shop, juror);
        score_all(&shop, &store, "26001", [3; 12]);
        let file = sheet(&shop, &store, &juror.to_string());
        shop.json("k.sqlite", &["merge", &file]);
    }
    shop.json("k.sqlite", &["session", "open", "--present", "Lefèvre", "Kovács"]);
    shop.json("k.sqlite", &["decide", "26001", "--level", "3", "--reason", "Vu"]);
    shop.json("agnes-lefevre.sqlite", &["score", "26001", "1.1", "0"]);
    let late = sheet(&shop, "agnes-lefevre.sqlite", "late");
    let merged = shop.json("k.sqlite", &["merge", &late, "--dry-run"]);
    assert_eq!(merged["accepted"][0]["late"], json!(["26001"]));
    shop.on("k.sqlite", &["merge", &late])
        .exits(0)
        .says(&["tardif", "26001"]);
    let results = shop.json("k.sqlite", &["results"]);
    assert_eq!(results[0]["decided"], "3");
}

#[test]
fn a_juror_takes_in_their_own_sheet_of_another_device_and_settles_what_contradicts() {
    let shop = campaign();
    let a = opened(&shop, 0);
    shop.json("b.sqlite", &["open", "packages/agnes-lefevre.jury.zip"]);
    shop.json(&a, &["score", "26001", "1.1", "2", "--comment", "Vu à la maison"]);
    shop.json(&a, &["score", "26001", "1.2", "3"]);
    shop.json("b.sqlite", &["score", "26001", "1.1", "4"]);
    shop.json("b.sqlite", &["score", "26001", "1.3", "5"]);
    let from_a = sheet(&shop, &a, "a");
    let merged = shop.json("b.sqlite", &["merge", &from_a]);
    assert_eq!(
        (&merged["accepted"][0]["class"], &merged["conflicts"]),
        (&json!("conflicting"), &json!(1))
    );
    assert_eq!(shop.json("b.sqlite", &["check"])["ok"], true);
    let conflicts = shop.json("b.sqlite", &["conflicts"]);
    assert_eq!(conflicts[0]["sides"]["A"]["comment"], "Vu à la maison");
    let id = conflicts[0]["id"].as_str().unwrap();
    shop.json("b.sqlite", &["conflicts", "keep", id, "A"]);
    assert_eq!(shop.json("b.sqlite", &["conflicts"]), json!([]));
    assert_eq!(shop.json("b.sqlite", &["check"])["ok"], true);
    // What the juror settled is settled for the coordinator too, whatever comes first.
    let from_b = sheet(&shop, "b.sqlite", "b");
    let merged = shop.json("k.sqlite", &["merge", &from_b, &from_a]);
    assert_eq!(merged["conflicts"], 0);
    assert_eq!(shop.json("k.sqlite", &["status"])["jurors"][0]["scored"], 3);
    // A score written anew settles as well.
    shop.json(&a, &["score", "26001", "1.3", "1"]);
    let from_a = sheet(&shop, &a, "a");
    shop.json("b.sqlite", &["merge", &from_a]);
    shop.json("b.sqlite", &["score", "26001", "1.3", "2"]);
    assert_eq!(shop.json("b.sqlite", &["conflicts"]), json!([]));
}

#[test]
fn a_juror_takes_in_no_one_elses_sheet() {
    let shop = campaign();
    let (agnes, ilona) = (opened(&shop, 0), opened(&shop, 1));
    shop.json(&ilona, &["score", "26001", "1.1", "2"]);
    let file = sheet(&shop, &ilona, "ilona");
    shop.on(&agnes, &["merge", &file])
        .exits(3)
        .says(&["ilona-kovacs", "coordination"]);
    assert_eq!(shop.json(&agnes, &["dossiers"])[0]["scored"], 0);
}

/// A machine that broke: an old copy is put back, work goes on, and the sheet that was handed in before comes back too.
#[test]
fn a_copy_that_is_put_back_goes_on_as_another_device_and_loses_nothing() {
    let shop = campaign();
    let agnes = opened(&shop, 0);
    shop.json(&agnes, &["score", "26001", "1.1", "1"]);
    shop.json(&agnes, &["backup", "copy.sqlite"]);
    for (criterion, value) in [("1.1", "2"), ("1.2", "3"), ("1.3", "4")] {
        shop.json(&agnes, &["score", "26001", criterion, value]);
    }
    let before = sheet(&shop, &agnes, "before");
    shop.json("k.sqlite", &["merge", &before]);
    shop.json(&agnes, &["restore", "copy.sqlite"]);
    shop.json(&agnes, &["score", "26001", "1.2", "5"]);
    let after = sheet(&shop, &agnes, "after");
    let merged = shop.json("k.sqlite", &["merge", &after]);
    assert_eq!(merged["conflicts"], 1, "3 and 5 are both kept: {merged}");
    let taken = shop.json(&agnes, &["merge", &before]);
    assert_eq!(taken["conflicts"], 1);
    assert_eq!(
        shop.json(&agnes, &["dossiers"])[0]["scored"],
        2,
        "1.1 and 1.3 came back"
    );
    assert_eq!(shop.json(&agnes, &["check"])["ok"], true);
}

#[test]
fn each_device_has_its_own_file_in_a_shared_folder() {
    let shop = campaign();
    let a = opened(&shop, 0);
    shop.json("b.sqlite", &["open", "packages/agnes-lefevre.jury.zip"]);
    fs::create_dir(shop.path("shared")).unwrap();
    for store in [a.as_str(), "b.sqlite", a.as_str()] {
        shop.json(store, &["score", "26001", "1.1", "3"]);
        shop.json(store, &["sheet", "write", "--to", "shared"]);
    }
    let names: Vec<String> = fs::read_dir(shop.path("shared"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        names
            .iter()
            .all(|name| name.starts_with("agnes-lefevre-") && name.ends_with(".sheet.json"))
    );
    let merged = shop.json("k.sqlite", &["merge", "shared"]);
    assert_eq!(merged["accepted"].as_array().unwrap().len(), 2);
    shop.on(&a, &["sheet", "write"]).exits(2);
}

#[test]
fn a_receipt_tells_the_juror_what_came_and_holds_the_coordinator_to_their_journal() {
    let shop = campaign();
    let agnes = opened(&shop, 0);
    shop.on("k.sqlite", &["receipt", "write", "--out", "r"]).exits(4);
    shop.json(&agnes, &["score", "26001", "1.1", "3"]);
    let file = sheet(&shop, &agnes, "agnes");
    shop.json("k.sqlite", &["backup", "before.sqlite"]);
    shop.json("k.sqlite", &["merge", &file]);
    let written = shop.json("k.sqlite", &["receipt", "write", "--out", "r"]);
    assert_eq!(written["receipts"][0]["juror"], "agnes-lefevre");
    let receipt = "r/agnes-lefevre.receipt.json";
    let read = shop.json(&agnes, &["receipt", "read", receipt]);
    assert_eq!(read["sheets"][0]["revision"], 1);
    // Someone else's, or touched: refused.
    let ilona = opened(&shop, 1);
    shop.on(&ilona, &["receipt", "read", receipt]).exits(3);
    let text = fs::read_to_string(shop.path(receipt)).unwrap();
    fs::write(
        shop.path("t.receipt.json"),
        text.replace("\"revision\":1", "\"revision\":2"),
    )
    .unwrap();
    shop.on(&agnes, &["receipt", "read", "t.receipt.json"])
        .exits(3)
        .says(&["paquet"]);
    // The journal goes on, and still holds what was given out; one from which it was taken does not.
    shop.json("k.sqlite", &["session", "open", "--present", "Lefèvre", "Kovács"]);
    shop.json("k.sqlite", &["log", "--verify", "--receipt", receipt]);
    shop.on("before.sqlite", &["log", "--verify"]).exits(0);
    shop.on("before.sqlite", &["log", "--verify", "--receipt", receipt])
        .exits(3)
        .says(&["sauvegarde"]);
}

#[test]
fn a_copy_is_kept_before_the_first_change_of_a_day_and_offered_when_something_broke() {
    let shop = campaign();
    let agnes = opened(&shop, 0);
    assert!(
        !shop.path("agnes-lefevre.sqlite.backups").exists(),
        "nothing to copy yet"
    );
    shop.json(&agnes, &["score", "26001", "1.1", "3"]);
    shop.json(&agnes, &["score", "26001", "1.2", "3"]);
    let copies = |shop: &Shop| -> Vec<String> {
        let entries = fs::read_dir(shop.path("agnes-lefevre.sqlite.backups")).unwrap();
        let mut names: Vec<String> = entries
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(copies(&shop), ["2026-11-02.sqlite"]);
    // Eight more days: seven are kept.
    for day in 1..=8_u64 {
        let at = (1_793_613_600 + day * 86_400).to_string();
        let value = (day % 6).to_string();
        let mut command = shop.command();
        command.env("SOURCE_DATE_EPOCH", at);
        command.args(["--store", &agnes, "score", "26001", CRITERIA[0], &value]);
        assert!(command.status().unwrap().success());
    }
    assert_eq!(copies(&shop).len(), 7);
    assert_eq!(copies(&shop)[6], "2026-11-10.sqlite");
    let connection = rusqlite::Connection::open(shop.path(&agnes)).unwrap();
    connection
        .execute("UPDATE ballot SET marks = replace(marks, '3', '5')", [])
        .unwrap();
    drop(connection);
    shop.on(&agnes, &["check"])
        .exits(1)
        .says(&["2026-11-10.sqlite", "restore"]);
    shop.json(
        &agnes,
        &["restore", "agnes-lefevre.sqlite.backups/2026-11-10.sqlite"],
    );
    assert_eq!(shop.json(&agnes, &["check"])["ok"], true);
}
