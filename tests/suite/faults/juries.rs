//! T18: a verifier that shares no line with the program recomputes the results of random juries from packages, sheets and
//! the journal.

use super::jury::campaign;
use super::{Full, row};
use crate::support::shop::Shop;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const VERIFIER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verifier/verify.py");

/// Finds a Python that has all that the verifier needs.
fn python() -> Option<&'static str> {
    ["python3", "/usr/bin/python3"].into_iter().find(|name| {
        let mut command = Command::new(name);
        let asked = command
            .args(["-c", "import tomllib"])
            .stderr(Stdio::null())
            .status();
        asked.is_ok_and(|status| status.success())
    })
}

/// Runs the verifier over folders; its exit code and what it said.
fn verify(python: &str, folders: &[&Path]) -> (Option<i32>, String) {
    let ran = Command::new(python).arg(VERIFIER).args(folders).output().unwrap();
    let said = [ran.stdout, ran.stderr].concat();
    (ran.status.code(), String::from_utf8_lossy(&said).into_owned())
}

/// Verifies so many juries from a seed, some at a time.
fn run(seed: u64, count: usize) {
    let Some(python) = python() else {
        eprintln!("T18 left out: no python3 with tomllib (3.11) here");
        return;
    };
    let mut sums = [0; 5];
    let seeds: Vec<u64> = (seed..).take(count).collect();
    for some in seeds.chunks(50) {
        let shops: Vec<Shop> = some.iter().map(|seed| campaign(*seed)).collect();
        let folders: Vec<_> = shops.iter().map(|shop| shop.path("")).collect();
        let folders: Vec<&Path> = folders.iter().map(AsRef::as_ref).collect();
        let (code, words) = verify(python, &folders);
        assert_eq!(code, Some(0), "seeds {some:?}: {words}");
        let numbers = words
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|n| n.parse::<usize>().ok());
        sums.iter_mut().zip(numbers).for_each(|(sum, n)| *sum += n);
    }
    let [_, dossiers, levels, forks, bad] = sums;
    let found = format!(
        "{dossiers} dossiers, {levels} with a proposal, {forks} cells in conflict: {bad} juries differ"
    );
    row("T18 juries recomputed in Python", count, seed, found);
}

#[test]
fn another_program_recomputes_the_results_of_twenty_juries() {
    run(2_026, 20);
}

#[test]
#[ignore = "minutes"]
fn another_program_recomputes_the_results_of_a_thousand_juries() {
    let full = Full::asked();
    run(full.seed, full.of(1_000));
}

#[test]
fn the_other_program_sees_what_was_altered() {
    let Some(python) = python() else {
        eprintln!("T18 left out: no python3 with tomllib (3.11) here");
        return;
    };
    let shop = campaign(2_030);
    let file = |name: &str| shop.path(name);
    let text = |name: &str| fs::read_to_string(file(name)).unwrap();
    let (results, journal) = (text("results.json"), text("journal.json"));
    let sees = |words: &str| {
        let (code, said) = verify(python, &[&file("")]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(words), "{words:?} is not in: {said}");
    };
    let mut rows: Value = serde_json::from_str(&results).unwrap();
    rows[0]["total"] = json!("99/7");
    fs::write(file("results.json"), rows.to_string()).unwrap();
    sees("total: the program says 99/7");
    fs::write(file("results.json"), &results).unwrap();
    let mut entries: Value = serde_json::from_str(&journal).unwrap();
    entries[1]["at"] = json!("2026-11-02T10:00:01Z");
    fs::write(file("journal.json"), entries.to_string()).unwrap();
    sees("the journal is broken at 2");
    fs::write(file("journal.json"), &journal).unwrap();
    let sheet = fs::read_dir(file("sheets"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    fs::remove_file(sheet).unwrap();
    sees("they differ");
}
