//! The committee's sitting by commands: who is there, in what order it goes, how it votes, what it must refuse.

use super::{IDS, JURY, campaign, opened, score_all};
use crate::support::shop::{Shop, content_of};
use serde_json::{Value, json};

/// Everyone agrees on the first two dossiers; on the third one juror is far from the others.
fn scored() -> Shop {
    let shop = campaign();
    for (juror, id) in IDS.iter().enumerate() {
        let store = opened(&shop, juror);
        score_all(&shop, &store, "26001", [3; 12]);
        score_all(&shop, &store, "26002", [3; 12]);
        score_all(&shop, &store, "26003", if juror == 0 { [5; 12] } else { [2; 12] });
        for dossier in ["26001", "26002", "26003"] {
            shop.json(
                &store,
                &["score", dossier, "1.1", "3", "--feedback", "Publier les formats"],
            );
        }
        let sheet = format!("{id}.sheet.json");
        shop.json(&store, &["sheet", "write", &sheet]);
        shop.json("k.sqlite", &["merge", &sheet]);
    }
    shop
}

fn sitting() -> Shop {
    let shop = scored();
    shop.json(
        "k.sqlite",
        &["session", "open", "--present", JURY[0], JURY[1], JURY[2]],
    );
    shop
}

/// Runs what the state forbids, and checks that nothing was written.
fn forbidden(shop: &Shop, args: &[&str], words: &[&str]) {
    let before = content_of(shop, "k.sqlite");
    shop.on("k.sqlite", args).exits(4).says(words);
    assert_eq!(content_of(shop, "k.sqlite"), before, "{args:?}");
}

fn kinds(shop: &Shop) -> Vec<String> {
    let log = shop.json("k.sqlite", &["log"]);
    let entries = log.as_array().unwrap().iter();
    entries.map(|e| e["kind"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn who_comes_and_goes_is_in_the_journal_and_counts_for_the_quorum() {
    let shop = sitting();
    let left = shop.json("k.sqlite", &["session", "leave", JURY[1], JURY[2]]);
    assert_eq!(left["present"], json!([IDS[0]]));
    forbidden(
        &shop,
        &["decide", "26001", "--level", "3"],
        &["26001", "il en faut 2"],
    );
    shop.json("k.sqlite", &["session", "arrive", "Kovács"]);
    shop.json("k.sqlite", &["decide", "26001", "--level", "3"]);
    let shown = shop.json("k.sqlite", &["session", "show"]);
    assert_eq!(
        (&shown["present"], &shown["absent"], &shown["decided"]),
        (&json!([JURY[0], JURY[1]]), &json!([JURY[2]]), &json!(1))
    );
    let kinds = kinds(&shop);
    forbidden(&shop, &["decide", "26002", "--reopen"], &["26002", "pas décidé"]);
    let sitting = &kinds[kinds.len() - 5..];
    assert_eq!(
        sitting,
        ["sitting-open", "departure", "departure", "arrival", "decision"]
    );
    forbidden(
        &shop,
        &["session", "open", "--present", JURY[0]],
        &["déjà ouverte"],
    );
    shop.on("k.sqlite", &["session", "leave", JURY[0], JURY[1]])
        .exits(3)
        .says(&["au moins une personne"]);
}

#[test]
fn nothing_is_decided_during_a_break() {
    let shop = sitting();
    forbidden(&shop, &["session", "resume"], &["n’est pas suspendue"]);
    shop.json("k.sqlite", &["session", "break"]);
    forbidden(&shop, &["session", "break"], &["suspendue"]);
    forbidden(
        &shop,
        &["decide", "26001", "--level", "3"],
        &["suspendue", "reprenez"],
    );
    forbidden(&shop, &["adopt"], &["suspendue"]);
    shop.json("k.sqlite", &["session", "resume"]);
    shop.json("k.sqlite", &["decide", "26001", "--level", "3"]);
    shop.json("k.sqlite", &["session", "close"]);
    for late in [
        &["decide", "26002", "--level", "3"][..],
        &["session", "close"],
        &["session", "break"],
        &["session", "arrive", JURY[0]],
        &["adopt"],
    ] {
        forbidden(&shop, late, &["Aucune séance"]);
    }
}

#[test]
fn votes_dissent_and_feedback_are_kept_with_the_decision() {
    let shop = sitting();
    let decide = [
        "decide",
        "26003",
        "--level",
        "3",
        "--reason",
        "Le comité lit mieux la pièce",
        "--set",
        "1.2=4",
        "--for",
        "1",
        "--against",
        "Lefèvre",
        "--abstain",
        "Bréhat",
        "--dissent",
        "Lefèvre=Trop haut",
        "--feedback",
        "Publier la liste des formats.",
    ];
    shop.json("k.sqlite", &decide);
    let log = shop.json("k.sqlite", &["log"]);
    let entry = log.as_array().unwrap().last().unwrap();
    let decision = &entry["payload"];
    let decision: Value = match decision {
        Value::String(text) => serde_json::from_str(text).unwrap(),
        other => other.clone(),
    };
    let vote = json!({"for": {"count": 1}, "against": {"count": 1, "named": [IDS[0]]},
        "abstain": {"count": 1, "named": [IDS[2]]}});
    assert_eq!(decision["vote"], vote);
    assert_eq!(
        decision["dissent"],
        json!([{"juror": IDS[0], "reason": "Trop haut"}])
    );
    assert_eq!(decision["feedback"], "Publier la liste des formats.");
    assert_eq!(decision["set"], json!({"1.2": 4}));
    assert_eq!(shop.json("k.sqlite", &["log", "--verify"])["ok"], true);
}

#[test]
fn only_whoever_may_vote_votes() {
    let shop = scored();
    shop.json("k.sqlite", &["juror", "conflict", JURY[2], "26003"]);
    shop.json("k.sqlite", &["session", "open", "--present", JURY[0], JURY[2]]);
    let decide = |more: &[&'static str]| -> Vec<&'static str> {
        [&["decide", "26003", "--level", "2", "--reason", "r"], more].concat()
    };
    // Two of the jury are not recused on it, and one of these is there: no majority.
    forbidden(&shop, &decide(&[]), &["il en faut 2"]);
    shop.json("k.sqlite", &["session", "arrive", JURY[1]]);
    for (more, words) in [
        (&["--for", "Bréhat"][..], &["Bréhat", "déport"][..]),
        (&["--dissent", "Bréhat=non"], &["Bréhat", "déport"]),
        (&["--for", "3"], &["3 voix", "2 membres"]),
        (
            &["--for", "Lefèvre", "--against", "Lefèvre"],
            &["Lefèvre", "deux fois"],
        ),
        (
            &["--dissent", "Lefèvre", "Lefèvre=non"],
            &["Lefèvre", "deux fois"],
        ),
        (&["--against", "2"], &["2 voix contre", "pas adoptée"]),
        (&["--mention", "or"], &["mention", "or"]),
    ] {
        forbidden(&shop, &decide(more), words);
    }
    forbidden(
        &shop,
        &["decide", "26003", "--level", "9", "--reason", "r"],
        &["pas de niveau"],
    );
    shop.json("k.sqlite", &["session", "leave", JURY[1]]);
    shop.on(
        "k.sqlite",
        &["decide", "26001", "--level", "3", "--for", "Kovács"],
    )
    .exits(4)
    .says(&["Kovács", "pas en séance"]);
    shop.on(
        "k.sqlite",
        &["decide", "26003", "--level", "2", "--for", "Personne"],
    )
    .exits(3);
}

#[test]
fn the_undisputed_are_adopted_in_a_block_after_a_look() {
    let shop = sitting();
    let agenda = shop.json("k.sqlite", &["agenda"]);
    let order: Vec<&Value> = agenda
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["number"])
        .collect();
    assert_eq!(order[0], "26003", "what must be talked about comes first");
    let would = shop.json("k.sqlite", &["adopt", "--dry-run"]);
    let numbers: Vec<&Value> = would["adopted"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["number"])
        .collect();
    assert_eq!(numbers, ["26001", "26002"]);
    let before = kinds(&shop).len();
    forbidden(&shop, &["adopt", "26001", "26003"], &["26003", "débat"]);
    shop.json("k.sqlite", &["adopt", "--except", "26002"]);
    shop.json("k.sqlite", &["adopt", "26002"]);
    assert_eq!(
        kinds(&shop)[before..],
        ["decision", "decision"],
        "each its own line"
    );
    forbidden(&shop, &["adopt", "26002"], &["26002", "déjà décidé"]);
    let shown = shop.json("k.sqlite", &["session", "show"]);
    assert_eq!(
        (&shown["decided"], &shown["to_discuss"], &shown["undisputed"]),
        (&json!(2), &json!(1), &json!(0))
    );
    assert_eq!(
        shown["ends_at"], "2026-11-02T10:05:00Z",
        "five minutes for the one left"
    );
}

#[test]
fn the_agenda_is_ordered_by_hand_until_it_is_given_back() {
    let shop = sitting();
    let order = |shop: &Shop| -> Vec<String> {
        let agenda = shop.json("k.sqlite", &["agenda"]);
        let rows = agenda.as_array().unwrap().iter();
        rows.map(|row| row["number"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(order(&shop), ["26003", "26001", "26002"]);
    shop.json("k.sqlite", &["agenda", "move", "26002"]);
    assert_eq!(order(&shop), ["26002", "26003", "26001"]);
    shop.json("k.sqlite", &["agenda", "move", "26001", "--before", "26003"]);
    assert_eq!(order(&shop), ["26002", "26001", "26003"]);
    shop.json("k.sqlite", &["agenda", "reset"]);
    assert_eq!(order(&shop), ["26003", "26001", "26002"]);
    assert_eq!(kinds(&shop).last().map(String::as_str), Some("agenda-order"));
}

#[test]
fn what_if_says_which_levels_move_and_writes_nothing() {
    let shop = scored();
    let before = content_of(&shop, "k.sqlite");
    let rows = shop.json("k.sqlite", &["what-if"]);
    assert!(
        rows.as_array()
            .unwrap()
            .iter()
            .all(|row| row["proposed"] == row["then"])
    );
    let rows = shop.json("k.sqlite", &["what-if", "--without", "Lefèvre"]);
    let then: Vec<&Value> = rows.as_array().unwrap().iter().map(|row| &row["then"]).collect();
    assert_eq!(then, [&Value::Null; 3], "two grades are under the quorum");
    let weights = ["what-if", "--weight", "1=0", "2=0", "3=0"];
    let rows = shop.json("k.sqlite", &weights);
    assert_eq!(rows[0]["then"], rows[0]["proposed"], "all grades are the same");
    shop.on("k.sqlite", &["what-if", "--weight", "7=1"])
        .exits(3)
        .says(&["7"]);
    shop.on("k.sqlite", &["what-if", "--weight", "1"]).exits(3);
    shop.on("k.sqlite", &["what-if", "--weight", "1=0", "2=0", "3=0", "4=0"])
        .exits(3)
        .says(&["ne compte plus rien"]);
    assert_eq!(content_of(&shop, "k.sqlite"), before);
}

#[test]
fn within_a_level_dossiers_are_ranked_by_majority_judgment() {
    let shop = sitting();
    let rows = shop.json("k.sqlite", &["results", "--ranking"]);
    let places: Vec<(String, u64, String)> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap().to_owned();
            (text("level"), row["rank"].as_u64().unwrap(), text("number"))
        })
        .collect();
    let same: Vec<_> = places
        .iter()
        .filter(|(level, ..)| *level == places[1].0)
        .collect();
    assert!(
        same.len() >= 2 && same.iter().all(|(_, rank, _)| *rank == 1),
        "{places:?}"
    );
    assert_eq!(rows[1]["gauge"], json!({"grade": 3, "above": "0", "below": "0"}));
}
