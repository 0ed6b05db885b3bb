//! Last edition recalled: from its store, from a table, into packages; what is wrong is refused, and nothing of its
//! scores, comments, reasons or jurors comes along.

use super::{campaign, opened, score_all};
use crate::support::shop::{Shop, content_of, fixture};
use serde_json::{Value, json};
use std::fs;
use tnl_jury::context::Context;
use tnl_jury::domain::former::{Award, Former};
use tnl_jury::domain::words::Lang;
use tnl_jury::office::{Answer, Office, Question};
use tnl_jury::store::Access;

/// Words of last year that no store of this year may hold.
const SECRETS: [&str; 6] = [
    "SECRET-JURY",
    "SECRET-CANDIDAT",
    "SECRET-POUR-MOI",
    "SECRET-MOTIF",
    "Zoé Jadis",
    "zoe-jadis",
];

/// Makes last edition's store in the same folder: two of three dossiers decided, one otherwise answered.
fn last_edition(shop: &Shop) {
    let store = "l.sqlite";
    let new = ["campaign", "new", "--grid", "tnl-2016", "--edition", "2025"];
    shop.json(store, &new);
    let text = fs::read_to_string(fixture("demarche_example.json")).unwrap();
    let then = text.replace("Migration engagée en 2021", "Migration à l’étude");
    fs::write(shop.path("then.json"), then).unwrap();
    shop.json(store, &["import", "then.json"]);
    shop.json(store, &["juror", "add", "Zoé Jadis"]);
    shop.json(store, &["assign", "--all"]);
    shop.json(store, &["pack", "--out", "then"]);
    shop.json("zoe.sqlite", &["open", "then/zoe-jadis.jury.zip"]);
    score_all(shop, "zoe.sqlite", "26001", [4; 12]);
    let said = ["--comment", "SECRET-JURY", "--feedback", "SECRET-CANDIDAT"];
    let score = ["score", "26002", "1.1", "2", "--note", "SECRET-POUR-MOI"];
    shop.json("zoe.sqlite", &[&score[..], &said].concat());
    shop.json("zoe.sqlite", &["sheet", "write", "zoe.sheet.json"]);
    shop.json(store, &["merge", "zoe.sheet.json"]);
    shop.json(store, &["session", "open", "--present", "Zoé Jadis"]);
    for (number, level) in [("26001", "3"), ("26002", "none")] {
        let decide = ["decide", number, "--level", level, "--reason", "SECRET-MOTIF"];
        shop.json(store, &decide);
    }
    shop.json(store, &["session", "close"]);
}

/// Returns what a store has of a candidate's last edition.
fn former(shop: &Shop, store: &str, number: &str) -> Option<Former> {
    let context = Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 7);
    let office = Office::open(&shop.path(store), Access::Read, context).unwrap();
    let id = office.find_dossier(number).unwrap();
    match office.ask(Question::Dossier(id)).unwrap() {
        Answer::Dossier(Some(view)) => view.former,
        other => panic!("{other:?}"),
    }
}

fn edition(shop: &Shop, store: &str, number: &str) -> Option<String> {
    former(shop, store, number).map(|former| former.edition)
}

fn numbers(list: &Value) -> Vec<&str> {
    let rows = list.as_array().unwrap().iter();
    rows.map(|row| row["number"].as_str().unwrap()).collect()
}

/// Every file of the folder that belongs to a store, with its bytes.
fn files(shop: &Shop, store: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(shop.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(store))
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn last_edition_s_store_gives_levels_and_answers_and_is_not_touched() {
    let shop = campaign();
    last_edition(&shop);
    let source = files(&shop, "l.sqlite");
    let before = content_of(&shop, "k.sqlite");
    let dry = shop.json("k.sqlite", &["recall", "l.sqlite", "--dry-run"]);
    assert_eq!((&dry["matched"], &dry["dry_run"]), (&json!(3), &json!(true)));
    assert_eq!(content_of(&shop, "k.sqlite"), before);
    assert_eq!(former(&shop, "k.sqlite", "26001"), None);
    let done = shop.json("k.sqlite", &["recall", "l.sqlite"]);
    assert_eq!(done["candidates"], dry["candidates"]);
    let levels: Vec<&Value> = done["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["level"])
        .collect();
    assert_eq!(levels, [&json!("3"), &json!("none"), &Value::Null]);
    assert_eq!((&done["without"], &done["ambiguous"]), (&json!([]), &json!([])));
    assert_eq!(files(&shop, "l.sqlite"), source, "last edition's store changed");
    let known = former(&shop, "k.sqlite", "26001").unwrap();
    assert_eq!(known.edition, "2025");
    let Award::Level { code, name } = &known.award else {
        panic!("{known:?}")
    };
    let name = name.as_ref().map(|name| name.in_lang(Lang::En));
    assert_eq!((code.as_str(), name), ("3", Some("Level 3, advanced use")));
    let texts: Vec<&str> = known.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert!(!texts.is_empty());
    assert!(texts.iter().all(|text| !text.trim().is_empty()));
    let otherwise = ["26001", "26002", "26003"].into_iter().filter(|number| {
        let known = former(&shop, "k.sqlite", number).unwrap();
        known
            .answers
            .iter()
            .any(|answer| answer.text.contains("Migration à l’étude"))
    });
    assert_eq!(otherwise.count(), 1, "the answer of then, not of now");
    assert_eq!(shop.json("k.sqlite", &["check"])["ok"], true);
    assert_eq!(shop.json("k.sqlite", &["log", "--verify"])["ok"], true);
}

#[test]
fn it_travels_in_the_package_and_nothing_else_of_last_year_does() {
    let shop = campaign();
    let store = opened(&shop, 0);
    score_all(&shop, &store, "26001", [3; 12]);
    assert_eq!(
        former(&shop, &store, "26001"),
        None,
        "a package without one opens as before"
    );
    last_edition(&shop);
    shop.json("k.sqlite", &["recall", "l.sqlite"]);
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    let again = shop.json(&store, &["open", "packages/agnes-lefevre.jury.zip"]);
    assert_eq!(again["unchanged"], 3, "the dossiers are the same");
    for number in ["26001", "26002", "26003"] {
        let theirs = former(&shop, &store, number);
        assert_eq!(theirs, former(&shop, "k.sqlite", number), "{number}");
        assert!(theirs.is_some());
    }
    for file in ["k.sqlite", &store] {
        let bytes = fs::read(shop.path(file)).unwrap();
        for secret in SECRETS {
            let found = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!found, "{secret} is in {file}");
        }
    }
    let bytes = fs::read(shop.path("l.sqlite")).unwrap();
    let motive = SECRETS[3].as_bytes();
    assert!(
        bytes.windows(motive.len()).any(|part| part == motive),
        "the check sees nothing"
    );
    let rows = shop.json(&store, &["dossiers"]);
    assert_eq!(rows[0]["scored"], 12);
    assert_eq!(shop.json(&store, &["check"])["ok"], true);
    fs::write(
        shop.path("one.csv"),
        "year,name,type,level\n2025,Fontlibre,commune,4\n",
    )
    .unwrap();
    shop.json("k.sqlite", &["recall", "one.csv"]);
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    shop.json(&store, &["open", "packages/agnes-lefevre.jury.zip"]);
    assert!(former(&shop, &store, "26001").unwrap().answers.is_empty());
    assert_eq!(former(&shop, &store, "26002"), None, "a newer package replaces");
}

#[test]
fn a_table_gives_the_latest_year_before_this_one() {
    let shop = campaign();
    let table = "year,name,type,level,source_url\n\
        2016,Fontlibre,commune,1,x\n\
        2024,FONTLIBRE,commune,\"4 + mention\",x\n\
        2026,Fontlibre,commune,5,x\n\
        2020,Val Source,EPCI,labellisé (niveau non trouvé),x\n\
        ,Sans année,commune,2,x\n\
        2023,Rhône,département,2,x\n";
    fs::write(shop.path("levels.csv"), table).unwrap();
    let done = shop.json("k.sqlite", &["recall", "levels.csv"]);
    assert_eq!(numbers(&done["candidates"]), ["26001", "26002"]);
    let first = &done["candidates"][0];
    let told = (&first["edition"], &first["level"], &first["answers"]);
    assert_eq!(told, (&json!("2024"), &json!("4 + mention"), &json!(0)));
    assert_eq!(done["candidates"][1]["level"], "labellisé (niveau non trouvé)");
    assert_eq!(numbers(&done["without"]), ["26003"]);
    assert_eq!(done["skipped"], json!([6]));
    let ran = shop.on("k.sqlite", &["recall", "levels.csv"]).exits(0);
    ran.says(&["2 éditions précédentes", "26003", "Lignes sans nom"]);
    fs::write(shop.path("other.csv"), "nom;année;niveau\nFontlibre;2019;2\n").unwrap();
    shop.json("k.sqlite", &["recall", "other.csv"]);
    assert_eq!(edition(&shop, "k.sqlite", "26001").as_deref(), Some("2019"));
    assert_eq!(edition(&shop, "k.sqlite", "26002"), None, "again replaces");
}

#[test]
fn who_could_be_several_gets_none_and_is_named() {
    let shop = campaign();
    let table = "year,name,type,level\n2025,Fontlibre,commune,1\n2025,Commune de Fontlibre,commune,4\n\
        2024,Fontlibre,commune,2\n2025,Val Source,EPCI,3\n2025,Val Source,EPCI,3\n";
    fs::write(shop.path("twins.csv"), table).unwrap();
    let done = shop.json("k.sqlite", &["recall", "twins.csv"]);
    assert_eq!(numbers(&done["ambiguous"]), ["26001"]);
    assert_eq!(done["ambiguous"][0]["rows"].as_array().unwrap().len(), 2);
    assert_eq!(
        numbers(&done["candidates"]),
        ["26002"],
        "a row that stands twice is one"
    );
    assert_eq!(edition(&shop, "k.sqlite", "26001"), None);
    let ran = shop.on("k.sqlite", &["recall", "twins.csv"]).exits(0);
    ran.says(&["26001", "2: 2025 Fontlibre", "SIRET"]);
}

#[test]
fn a_wrong_file_is_refused_and_changes_nothing() {
    let shop = campaign();
    last_edition(&shop);
    shop.json("k.sqlite", &["recall", "l.sqlite"]);
    let store = opened(&shop, 0);
    let mut torn = fs::read(shop.path("l.sqlite")).unwrap();
    let at = torn
        .windows(12)
        .position(|part| part == b"\"edition\":\"2")
        .unwrap();
    torn[at + 12] = b'9';
    fs::write(shop.path("torn.sqlite"), torn).unwrap();
    fs::write(
        shop.path("foreign.sqlite"),
        b"SQLite format 3\0 and nothing of ours",
    )
    .unwrap();
    fs::write(shop.path("late.csv"), "year,name,level\n2026,Fontlibre,1\n").unwrap();
    fs::write(shop.path("heads.csv"), "a,b\n1,2\n").unwrap();
    fs::write(shop.path("empty.csv"), "").unwrap();
    fs::write(shop.path("image.csv"), b"\x89PNG\r\n\x1a\n\xff").unwrap();
    let before = content_of(&shop, "k.sqlite");
    for (file, words) in [
        (store.as_str(), ["juré", "coordination de l’édition précédente"]),
        ("k.sqlite", ["cette campagne-ci", "l’édition précédente"]),
        ("torn.sqlite", ["lisible", "check"]),
        ("foreign.sqlite", ["lisible", "year, name, type, level"]),
        ("late.csv", ["antérieure", "rien n’a été changé"]),
        ("heads.csv", ["year, name, level", "a, b"]),
        ("empty.csv", ["year, name, level", "rien n’a été changé"]),
        ("image.csv", ["image.csv", "UTF-8"]),
        (
            "packages/agnes-lefevre.jury.zip",
            ["agnes-lefevre.jury.zip", "0x"],
        ),
    ] {
        let ran = shop.on("k.sqlite", &["recall", file]).exits(3).says(&words);
        assert!(ran.stdout.is_empty(), "{file}");
        assert_eq!(
            edition(&shop, "k.sqlite", "26001").as_deref(),
            Some("2025"),
            "{file}"
        );
    }
    shop.on("k.sqlite", &["recall", "nowhere.sqlite"]).exits(1);
    shop.on(&store, &["recall", "l.sqlite"])
        .exits(4)
        .says(&["coordination"]);
    assert_eq!(content_of(&shop, "k.sqlite"), before);
}

#[test]
fn check_sees_a_damaged_last_edition() {
    let shop = campaign();
    last_edition(&shop);
    shop.json("k.sqlite", &["recall", "l.sqlite"]);
    let mut bytes = fs::read(shop.path("k.sqlite")).unwrap();
    let wanted = b"{\"edition\":\"2025\"";
    let at = bytes
        .windows(wanted.len())
        .position(|part| part == wanted)
        .unwrap();
    bytes[at + wanted.len() - 2] = b'4';
    fs::write(shop.path("k.sqlite"), bytes).unwrap();
    shop.on("k.sqlite", &["check"]).exits(1).says(&["former"]);
}
