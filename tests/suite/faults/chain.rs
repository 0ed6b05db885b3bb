//! T17: somebody rewrites the journal. The first place that does not hold is named, and a lost tail is seen by whoever has
//! the head that was given out.

use super::row;
use super::stage::{COORDINATOR, stage};
use crate::support::shop::Shop;
use rusqlite::Connection;
use serde_json::Value;

/// Opens the store as no command of ours does, without what keeps the journal from being changed.
fn forger(shop: &Shop) -> Connection {
    let conn = Connection::open(shop.path(COORDINATOR)).unwrap();
    conn.execute_batch(
        "PRAGMA foreign_keys = off; DROP TRIGGER journal_is_kept; DROP TRIGGER journal_is_fixed;",
    )
    .unwrap();
    conn
}

fn entries(shop: &Shop) -> Vec<Value> {
    shop.json(COORDINATOR, &["log"]).as_array().unwrap().clone()
}

/// Tells at which place the program says that the journal is broken.
fn broken_at(shop: &Shop) -> Option<u64> {
    let ran = shop.on(COORDINATOR, &["--json", "log", "--verify"]);
    let said: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(ran.code, i32::from(said["ok"] == false), "{said}");
    let checked = shop.on(COORDINATOR, &["check"]).code;
    assert!(checked != 0 || said["ok"] == true, "check says nothing of it");
    said["broken_at"].as_u64()
}

#[test]
fn a_rewritten_dropped_or_swapped_entry_is_named_by_its_place() {
    let last = u64::try_from(entries(&stage()).len()).unwrap();
    let mut tried = 0;
    for place in 1..=last {
        let columns: [(&str, &str); 6] = [
            ("at", "'2026-01-01T00:00:00Z'"),
            ("kind", "kind || 'x'"),
            ("payload", "replace(payload, '\"', '\" ')"),
            ("prev", "substr(digest, 1)"),
            ("digest", "'0' || substr(digest, 2, 62) || 'a'"),
            ("digest", "'what is no digest'"),
        ];
        let mut forgeries: Vec<(String, u64)> = columns
            .iter()
            .map(|(column, value)| {
                (
                    format!("UPDATE journal SET {column} = {value} WHERE seq = {place}"),
                    place,
                )
            })
            .collect();
        if place < last {
            let next = place + 1;
            forgeries.push((format!("DELETE FROM journal WHERE seq = {place}"), place));
            forgeries.push((
                format!("DELETE FROM journal WHERE seq = {place}; UPDATE journal SET seq = seq - 1 WHERE seq > {place}"),
                place,
            ));
            forgeries.push((
                format!(
                    "UPDATE journal SET seq = -1 WHERE seq = {place}; UPDATE journal SET seq = {place} WHERE seq = {next};
                     UPDATE journal SET seq = {next} WHERE seq = -1"
                ),
                place,
            ));
        }
        for (sql, expected) in forgeries {
            let shop = stage();
            forger(&shop).execute_batch(&sql).unwrap();
            assert_eq!(broken_at(&shop), Some(expected), "{sql}");
            tried += 1;
        }
    }
    row(
        "T17 forgeries of the journal",
        tried,
        0,
        "each named by its place",
    );
}

/// Cuts the tail off: the chain that is left holds, and lacks the head that was given out.
#[test]
fn a_lost_tail_is_seen_by_whoever_has_the_head() {
    let whole = entries(&stage());
    let head = |entry: &Value| entry["digest"].as_str().unwrap().to_owned();
    let given_out = head(whole.last().unwrap());
    for kept in [whole.len() - 1, whole.len() / 2, 1] {
        let shop = stage();
        let sql = format!("DELETE FROM decision; DELETE FROM journal WHERE seq > {kept}");
        forger(&shop).execute_batch(&sql).unwrap();
        assert_eq!(
            shop.on(COORDINATOR, &["log", "--verify"]).code,
            0,
            "the chain that is left holds"
        );
        let lacks = shop.on(COORDINATOR, &["log", "--verify", "--head", &given_out]);
        lacks.exits(1).says(&[&given_out]);
        let known = shop.json(COORDINATOR, &["log", "--verify", "--head", &head(&whole[0])]);
        assert_eq!(
            (&known["ok"], &known["head_at"]),
            (&Value::Bool(true), &Value::from(1))
        );
    }
    let shop = stage();
    let known = shop.json(COORDINATOR, &["log", "--verify", "--head", &given_out]);
    assert_eq!(known["head_at"], whole.len());
    shop.on(COORDINATOR, &["log", "--verify", "--head", "sha256:12"])
        .exits(3);
}
