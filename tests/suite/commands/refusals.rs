//! Bad input: the exit code, a message with the place and the remedy, and a store that did not change.

use super::{IDS, campaign, opened};
use crate::support::shop::{Shop, content_of, fixture};
use std::fs;

#[test]
fn what_import_does_not_expect_is_refused_whole() {
    let shop = campaign();
    let before = content_of(&shop, "k.sqlite");
    let example = fs::read_to_string(fixture("demarche_example.json")).unwrap();
    let cases: [(&str, Vec<u8>); 6] = [
        ("not.json", b"PK\x03\x04 not json".to_vec()),
        (
            "other.json",
            b"{\"name\": \"a package\", \"version\": 3}".to_vec(),
        ),
        ("cut.json", example.as_bytes()[..example.len() / 2].to_vec()),
        ("empty.json", Vec::new()),
        ("nothing.json", b"[]".to_vec()),
        ("latin1.json", b"{\"data\": \"\xe9\"}".to_vec()),
    ];
    for (name, bytes) in cases {
        fs::write(shop.path(name), bytes).unwrap();
        shop.on("k.sqlite", &["import", name]).exits(3).says(&[name]);
        assert_eq!(content_of(&shop, "k.sqlite"), before, "{name}");
    }
    shop.on("k.sqlite", &["import", "absent.json"])
        .exits(1)
        .says(&["absent.json"]);
    // One malformed file among several: nothing is written.
    shop.on(
        "k.sqlite",
        &["import", &fixture("demarche_example.json"), "cut.json"],
    )
    .exits(3)
    .says(&["cut.json"]);
    assert_eq!(content_of(&shop, "k.sqlite"), before);
}

#[test]
fn a_champ_type_that_nobody_knows_is_taken_as_text_with_a_warning() {
    let shop = Shop::new();
    shop.json(
        "k.sqlite",
        &["campaign", "new", "--grid", "tnl-2016", "--edition", "2026"],
    );
    let example = fs::read_to_string(fixture("demarche_example.json")).unwrap();
    fs::write(
        shop.path("new.json"),
        example.replace("\"CiviliteChamp\"", "\"HologramChamp\""),
    )
    .unwrap();
    let imported = shop.json("k.sqlite", &["import", "new.json"]);
    assert_eq!(imported["new"], 3);
    assert!(
        imported["warnings"].to_string().contains("HologramChamp"),
        "{imported}"
    );
}

#[test]
fn a_grid_with_three_faults_has_all_three_listed() {
    let shop = Shop::new();
    let good = fs::read_to_string(fixture("grids/tnl-2016.toml")).unwrap();
    let bad = good
        .replacen("threshold = \"2/5\"", "threshold = \"1/10\"", 1)
        .replacen("code = \"1.2\"", "code = \"1.1\"", 1)
        .replacen("\"q-evenements\"", "\"q-nulle-part\"", 1);
    fs::write(shop.path("bad.toml"), bad).unwrap();
    let ran = shop
        .on(
            "k.sqlite",
            &["campaign", "new", "--grid", "bad.toml", "--edition", "2026"],
        )
        .exits(3);
    let ran = ran.says(&[
        "bad.toml",
        "levels[1].threshold",
        "axes[0].criteria[1].code",
        "axes[2].criteria[1].questions[0]",
    ]);
    assert!(ran.stdout.is_empty());
    assert!(!shop.path("k.sqlite").exists());
}

#[test]
fn packages_and_sheets_of_another_campaign_are_refused() {
    let (shop, other) = (campaign(), campaign());
    let store = opened(&shop, 0);
    fs::copy(
        other.path("packages/agnes-lefevre.jury.zip"),
        shop.path("other.jury.zip"),
    )
    .unwrap();
    let before = content_of(&shop, &store);
    shop.on(&store, &["open", "other.jury.zip"])
        .exits(3)
        .says(&["--store"]);
    shop.on(&store, &["open", "packages/ilona-kovacs.jury.zip"])
        .exits(3)
        .says(&["Ilona Kovács"]);
    assert_eq!(content_of(&shop, &store), before);

    let theirs = opened(&other, 1);
    other.json(&theirs, &["score", "26001", "1.1", "3"]);
    other.json(&theirs, &["sheet", "write", "theirs.sheet.json"]);
    fs::copy(other.path("theirs.sheet.json"), shop.path("theirs.sheet.json")).unwrap();
    let before = content_of(&shop, "k.sqlite");
    let ran = shop
        .on("k.sqlite", &["--json", "merge", "theirs.sheet.json"])
        .exits(3);
    assert!(ran.stdout.contains("other campaign"), "{}", ran.stdout);
    assert_eq!(content_of(&shop, "k.sqlite"), before);
}

#[test]
fn a_tampered_sheet_is_refused_and_the_others_are_taken() {
    let shop = campaign();
    fs::create_dir(shop.path("in")).unwrap();
    for (juror, id) in IDS.iter().enumerate() {
        let store = opened(&shop, juror);
        shop.json(&store, &["score", "26001", "1.1", "3"]);
        shop.json(&store, &["sheet", "write", &format!("in/{id}.sheet.json")]);
    }
    let path = shop.path("in/ilona-kovacs.sheet.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"value\":3", "\"value\":5")).unwrap();
    fs::write(shop.path("in/notes.txt"), "not a sheet").unwrap();
    let merged = shop.json("k.sqlite", &["merge", "in"]);
    assert_eq!(merged["accepted"].as_array().unwrap().len(), 2);
    assert!(
        merged["refused"][0]["why"]
            .as_str()
            .unwrap()
            .contains("bad signature")
    );
    assert!(merged["skipped"][0].as_str().unwrap().ends_with("notes.txt"));
    let status = shop.json("k.sqlite", &["status"]);
    assert_eq!(status["jurors"][1]["revision"], serde_json::Value::Null);
    let ran = shop
        .on(
            "k.sqlite",
            &["--json", "sheet", "verify", "in/ilona-kovacs.sheet.json"],
        )
        .exits(3);
    assert!(ran.stdout.contains("\"valid\": false"));
}

#[test]
fn a_score_off_the_scale_or_on_an_unknown_place_is_refused() {
    let shop = campaign();
    let store = opened(&shop, 0);
    for bad in ["6", "-1", "3.5", "NaN", "trois", ""] {
        shop.on(&store, &["score", "26001", "1.1", bad])
            .exits(3)
            .says(&["abstain"]);
    }
    shop.on(&store, &["score", "26001", "9.9", "3"])
        .exits(3)
        .says(&["9.9", "4.2"]);
    shop.on(&store, &["score", "99999", "1.1", "3"])
        .exits(3)
        .says(&["99999", "dossiers"]);
    shop.on(&store, &["score", "COMMUN", "1.1", "3"])
        .exits(3)
        .says(&["26001", "26002"]);
    shop.on("k.sqlite", &["score", "26001", "1.1", "3"]).exits(4);
    shop.json(&store, &["recuse", "26001"]);
    shop.on(&store, &["score", "26001", "1.1", "3"])
        .exits(4)
        .says(&["--undo"]);
    shop.json(&store, &["recuse", "26001", "--undo"]);
    shop.json(&store, &["score", "26001", "1.1", "na"]);
    shop.on(&store, &["results"]).exits(4);
}

#[test]
fn foreign_newer_and_missing_stores_are_named_and_left_untouched() {
    let shop = campaign();
    let text = b"SQLite format 3\0 but not ours".to_vec();
    fs::write(shop.path("foreign.sqlite"), &text).unwrap();
    shop.on("foreign.sqlite", &["dossiers"])
        .exits(3)
        .says(&["foreign.sqlite"]);
    assert_eq!(fs::read(shop.path("foreign.sqlite")).unwrap(), text);
    let mut newer = fs::read(shop.path("k.sqlite")).unwrap();
    newer[60..64].copy_from_slice(&99u32.to_be_bytes());
    fs::write(shop.path("newer.sqlite"), &newer).unwrap();
    shop.on("newer.sqlite", &["dossiers"]).exits(3).says(&["99"]);
    assert_eq!(fs::read(shop.path("newer.sqlite")).unwrap(), newer);
    shop.on("absent.sqlite", &["dossiers"])
        .exits(1)
        .says(&["absent.sqlite", "open"]);
    shop.on("new.sqlite", &["open", "k.sqlite"])
        .exits(3)
        .says(&["k.sqlite"]);
    assert!(!shop.path("new.sqlite").exists());
    shop.on(
        "k.sqlite",
        &["campaign", "new", "--grid", "tnl-2016", "--edition", "x"],
    )
    .exits(4);
}

#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_written_is_an_io_failure() {
    let shop = campaign();
    fs::write(shop.path("file"), "in the way").unwrap();
    shop.on("k.sqlite", &["pack", "--out", "file/packages"])
        .exits(1)
        .says(&["file/packages"]);
    shop.on("k.sqlite", &["export", "--draft", "--out", "file/out"])
        .exits(1)
        .says(&["file"]);
    let store = opened(&shop, 0);
    shop.on(&store, &["sheet", "write", "file/mine.sheet.json"])
        .exits(1)
        .says(&["file/mine.sheet.json"]);
    shop.on(
        "file/k.sqlite",
        &["campaign", "new", "--grid", "tnl-2016", "--edition", "x"],
    )
    .exits(1);
}

#[test]
fn nothing_that_outsiders_wrote_acts_on_the_terminal() {
    let shop = Shop::new();
    let evil = "\u{1b}]0;title\u{7}\u{9b}31m\u{202e}x";
    let inert = |ran: &crate::support::shop::Ran| {
        let all = format!("{}{}", ran.stdout, ran.stderr);
        assert!(
            !all.chars()
                .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'),
            "{all:?}"
        );
    };
    inert(&shop.run(&[evil]).exits(2));
    inert(
        &shop
            .on("k.sqlite", &["campaign", "new", "--grid", evil, "--edition", "x"])
            .exits(3),
    );
    inert(
        &shop
            .on(
                "k.sqlite",
                &["campaign", "new", "--grid", "tnl-2016", "--edition", evil],
            )
            .exits(0),
    );
    let text = fs::read_to_string(fixture("demarche_example.json")).unwrap();
    let escaped = "\\u001b]0;t\\u0007\\u009b31m\\u202e";
    fs::write(
        shop.path("evil.json"),
        text.replace("COMMUNE DE FONTLIBRE", &format!("COMMUNE {escaped}")),
    )
    .unwrap();
    inert(&shop.on("k.sqlite", &["import", "evil.json"]).exits(0));
    inert(&shop.on("k.sqlite", &["juror", "add", evil]).exits(0));
    for args in [
        &["dossiers"][..],
        &["juror", "list"],
        &["campaign", "show"],
        &["log"],
        &["results"],
        &["--json", "dossiers"],
    ] {
        inert(&shop.on("k.sqlite", args).exits(0));
    }
    let name = shop.json("k.sqlite", &["dossiers"])[0]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(name, "COMMUNE \u{1b}]0;t\u{7}\u{9b}31m\u{202e}", "kept as given");
}

#[test]
fn usage_is_exit_two() {
    let shop = Shop::new();
    for args in [
        &["frobnicate"][..],
        &["score", "1"],
        &["assign"],
        &["decide", "1"],
        &["--lang", "de", "status"],
    ] {
        let _ = shop.run(args).exits(2);
    }
}

#[test]
fn each_role_has_its_own_acts() {
    let shop = campaign();
    let store = opened(&shop, 0);
    let of_coordinator: [&[&str]; 15] = [
        &["import", "x.json"],
        &["juror", "add", "Quelqu’un"],
        &["juror", "list"],
        &["juror", "suggest"],
        &["juror", "edit", "Agnès", "--name", "X"],
        &["juror", "conflict", "Agnès", "26001"],
        &["juror", "conflict", "Agnès", "26001", "--dismiss"],
        &["juror", "conflict", "Agnès", "26001", "--undo"],
        &["assign", "--all"],
        &["assign", "--per-dossier", "1"],
        &["pack", "--out", "p"],
        &["status"],
        &["agenda"],
        &["session", "close"],
        &["export", "--out", "o"],
    ];
    for args in of_coordinator {
        shop.on(&store, args).exits(4).says(&["coordination"]);
    }
    let of_juror: [&[&str]; 3] = [
        &["score", "26001", "1.1", "3"],
        &["recuse", "26001"],
        &["sheet", "write", "s.sheet.json"],
    ];
    for args in of_juror {
        shop.on("k.sqlite", args).exits(4).says(&["juré"]);
    }
}

#[test]
fn while_another_holds_the_store_reading_goes_on_and_writing_names_the_holder() {
    let shop = campaign();
    let store = opened(&shop, 0);
    let held = tnl_jury::store::Lock::take(&shop.path(&store), "Agnès, pid 12").unwrap();
    shop.on(&store, &["score", "26001", "1.1", "3"])
        .exits(4)
        .says(&["Agnès, pid 12"]);
    shop.json(&store, &["dossiers"]);
    shop.json(&store, &["check"]);
    shop.json(&store, &["backup", "copy.sqlite"]);
    shop.json(&store, &["sheet", "write", "mine.sheet.json"]);
    drop(held);
    shop.json(&store, &["score", "26001", "1.1", "3"]);
}
