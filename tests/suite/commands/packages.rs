//! A package opened again, newer or older, on one device or on two: no score is lost, and what happened is told.

use super::{IDS, campaign, opened, score_all};
use crate::support::shop::{Shop, content_of, fixture};
use std::fs::{self, File};
use std::path::Path;
use tnl_jury::domain::ids::Digest;
use tnl_jury::exchange::package::{Contents, Package, PackageError, write};

const PACKAGE: &str = "packages/agnes-lefevre.jury.zip";

/// Makes a package of what another holds, changed.
fn remade(shop: &Shop, name: &str, change: impl FnOnce(&mut Contents)) {
    let mut package = Package::open(File::open(shop.path(PACKAGE)).unwrap(), "p").unwrap();
    let mut contents = package.contents().unwrap();
    change(&mut contents);
    let bytes_of = |digest: &Digest| match package.evidence(digest) {
        Ok(bytes) => Ok::<_, PackageError>(bytes),
        Err(_) => Ok(digest_source(digest).to_vec()),
    };
    write(File::create(shop.path(name)).unwrap(), "p", &contents, bytes_of).unwrap();
}

/// The bytes of the pieces that these tests put in.
fn digest_source(digest: &Digest) -> &'static [u8] {
    let pieces: [&[u8]; 2] = [b"first piece", b"second piece"];
    pieces
        .into_iter()
        .find(|bytes| Digest::of(bytes) == *digest)
        .unwrap()
}

fn value(shop: &Shop, store: &str, number: &str) -> i64 {
    let dossiers = shop.json(store, &["dossiers"]);
    let row = dossiers
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["number"] == number);
    row.unwrap()["scored"].as_i64().unwrap()
}

#[test]
fn a_dossier_that_is_no_longer_given_keeps_its_scores_and_leaves_the_sheet() {
    let shop = campaign();
    let store = opened(&shop, 0);
    score_all(&shop, &store, "26001", [3; 12]);
    score_all(&shop, &store, "26002", [2; 12]);
    fs::copy(shop.path(PACKAGE), shop.path("whole.zip")).unwrap();
    shop.json("k.sqlite", &["juror", "conflict", IDS[0], "26001"]);
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    let again = shop.json(&store, &["open", PACKAGE]);
    assert_eq!(again["gone"], serde_json::json!(["26001"]));
    assert_eq!(again["unchanged"], 2);
    assert_eq!(value(&shop, &store, "26001"), 12, "kept");
    shop.on(&store, &["open", PACKAGE])
        .exits(0)
        .says(&["26001", "feuille"]);
    shop.json(&store, &["sheet", "write", "a.sheet.json"]);
    let sheet = fs::read_to_string(shop.path("a.sheet.json")).unwrap();
    assert!(!sheet.contains("26001") && sheet.contains("26002"));
    let merged = shop.json("k.sqlite", &["merge", "a.sheet.json"]);
    assert_eq!(merged["accepted"].as_array().unwrap().len(), 1, "{merged}");
    // Given back, it is in the sheet again.
    fs::copy(shop.path("whole.zip"), shop.path(PACKAGE)).unwrap();
    remade(&shop, "later.zip", |contents| {
        contents.issue.as_mut().unwrap().seq = 999;
    });
    assert_eq!(
        shop.json(&store, &["open", "later.zip"])["gone"],
        serde_json::json!([])
    );
    shop.json(&store, &["sheet", "write", "b.sheet.json"]);
    let sheet = fs::read_to_string(shop.path("b.sheet.json")).unwrap();
    assert!(sheet.contains("26001") && sheet.contains("26002"));
}

#[test]
fn an_older_package_is_refused_and_takes_nothing_back() {
    let shop = campaign();
    fs::copy(shop.path(PACKAGE), shop.path("old.jury.zip")).unwrap();
    let store = opened(&shop, 0);
    shop.json(&store, &["score", "26001", "1.1", "3"]);
    let text = fs::read_to_string(fixture("demarche_example.json")).unwrap();
    fs::write(shop.path("later.json"), text.replace("\"142\"", "\"150\"")).unwrap();
    shop.json("k.sqlite", &["import", "later.json"]);
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    assert_eq!(shop.json(&store, &["open", PACKAGE])["updated"], 1);
    let before = content_of(&shop, &store);
    shop.on(&store, &["open", "old.jury.zip"])
        .exits(3)
        .says(&[&store, "2026-11-02", "plus récent"]);
    remade(&shop, "unnumbered.zip", |contents| contents.issue = None);
    shop.on(&store, &["open", "unnumbered.zip"]).exits(3);
    assert_eq!(content_of(&shop, &store), before);
    // The same one again changes nothing, and a store of before takes any.
    assert_eq!(shop.json(&store, &["open", PACKAGE])["unchanged"], 3);
    shop.json("fresh.sqlite", &["open", "unnumbered.zip"]);
    shop.json("fresh.sqlite", &["open", "old.jury.zip"]);
}

#[test]
fn a_replaced_piece_comes_in_and_the_old_one_stays_for_whoever_cited_it() {
    let shop = campaign();
    let piece = |bytes: &[u8]| {
        let sha256 = Some(Digest::of(bytes));
        tnl_jury::domain::evidence::Evidence {
            name: "charte.txt".into(),
            sha256,
            media_type: "text/plain".into(),
            size: bytes.len() as u64,
            criteria: Vec::new(),
            question: None,
            checksum: None,
        }
    };
    remade(&shop, "one.zip", |contents| {
        contents.dossiers[0].evidence = vec![piece(b"first piece")];
    });
    remade(&shop, "two.zip", |contents| {
        contents.issue.as_mut().unwrap().seq += 1;
        contents.dossiers[0].evidence = vec![piece(b"second piece")];
    });
    let store = "j.sqlite";
    shop.json(store, &["open", "one.zip"]);
    score_all(&shop, store, "26001", [4; 12]);
    assert_eq!(shop.json(store, &["open", "two.zip"])["updated"], 1);
    assert_eq!(value(&shop, store, "26001"), 12);
    let office = tnl_jury::office::Office::open(
        &shop.path(store),
        tnl_jury::store::Access::Read,
        tnl_jury::context::Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 1),
    )
    .unwrap();
    for bytes in [b"first piece".as_slice(), b"second piece"] {
        let question = tnl_jury::office::Question::Evidence(Digest::of(bytes));
        let answer = office.ask(question).unwrap();
        assert!(
            matches!(&answer, tnl_jury::office::Answer::Evidence(Some(found)) if found == bytes),
            "{answer:?}"
        );
    }
    assert_eq!(shop.json(store, &["check"])["ok"], true);
}

#[test]
fn another_grid_and_another_juror_are_refused_with_every_score_kept() {
    let shop = campaign();
    let store = opened(&shop, 0);
    score_all(&shop, &store, "26001", [4; 12]);
    let before = content_of(&shop, &store);
    let grid = fs::read_to_string(fixture("grids/tnl-2024.toml")).unwrap();
    let digest = tnl_jury::exchange::grid_toml::read(&grid, "g")
        .unwrap()
        .digest()
        .clone();
    remade(&shop, "grid.zip", |contents| {
        contents.issue.as_mut().unwrap().seq += 1;
        contents.campaign.grid = digest;
        contents.grid = grid;
    });
    shop.on(&store, &["open", "grid.zip"]).exits(3).says(&["grille"]);
    let other = format!("packages/{}.jury.zip", IDS[1]);
    shop.on(&store, &["open", &other])
        .exits(3)
        .says(&["Ilona Kovács"]);
    assert_eq!(content_of(&shop, &store), before);
}

#[test]
fn two_devices_of_one_juror_open_the_same_package_and_both_count() {
    let shop = campaign();
    let store = opened(&shop, 0);
    shop.json("second.sqlite", &["open", PACKAGE]);
    shop.json(&store, &["score", "26001", "1.1", "3"]);
    shop.json("second.sqlite", &["score", "26001", "1.2", "4"]);
    for (store, file) in [
        (store.as_str(), "a.sheet.json"),
        ("second.sqlite", "b.sheet.json"),
    ] {
        shop.json(store, &["open", PACKAGE]);
        shop.json(store, &["sheet", "write", file]);
    }
    let merged = shop.json("k.sqlite", &["merge", "a.sheet.json", "b.sheet.json"]);
    assert_eq!(
        (merged["accepted"].as_array().unwrap().len(), &merged["conflicts"]),
        (2, &0.into()),
        "{merged}"
    );
    assert!(Path::new(&shop.path("second.sqlite")).exists());
}
