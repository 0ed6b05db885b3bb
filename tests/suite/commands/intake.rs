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
    let status = shop.json("k.sqlite", &["status"]);
    let expected: Vec<&Value> = status["dossiers"].as_array().unwrap().iter().collect();
    let aside = expected.iter().find(|d| d["number"] == "26002").unwrap();
    assert_eq!((&aside["expected"], &aside["missing"]), (&json!(0), &json!([])));
    let agenda = shop.json("k.sqlite", &["agenda"]);
    assert!(
        agenda
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["number"] != "26002")
    );
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    let juror = opened(&shop, 0);
    let rows = shop.json(&juror, &["dossiers"]);
    let states: Vec<&Value> = rows.as_array().unwrap().iter().map(|row| &row["state"]).collect();
    assert_eq!(states, [&json!("todo"), &json!("aside"), &json!("todo")]);
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

#[test]
fn a_dry_run_proposes_a_mapping_that_can_be_used_again() {
    let shop = campaign();
    let table = "Dossier;Qui postule;Nos formats;Avez-vous un site ?\r\nA-1;Valbrume;ODF, PDF;Oui\r\nA-2;Orvelance;;Non\r\n";
    fs::write(shop.path("t.csv"), table).unwrap();
    let alone = shop.on("k.sqlite", &["import", "t.csv"]);
    assert_eq!(alone.code, 3);
    assert!(alone.stderr.contains("--dry-run"), "{}", alone.stderr);
    let dry = ["import", "t.csv", "--dry-run", "--mapping", "m.toml"];
    let proposed = shop.json("k.sqlite", &dry);
    let written = fs::read_to_string(shop.path("m.toml")).unwrap();
    assert_eq!(proposed["mapping"].as_str(), Some(written.as_str()));
    let mapping = r#"
[dossier]
number = "Dossier"
name = "Qui postule"
[[answers]]
column = "Nos formats"
criterion = "1.3"
[[answers]]
column = "Avez-vous un site ?"
skip = true
"#;
    fs::write(shop.path("m.toml"), mapping).unwrap();
    let import = ["import", "t.csv", "--mapping", "m.toml"];
    let report = shop.json("k.sqlite", &import);
    assert_eq!((&report["new"], &report["warnings"]), (&json!(2), &json!([])));
    let whole = shop.json("k.sqlite", &["dossier", "show", "A-1"]);
    assert_eq!(whole["answers"].as_array().unwrap().len(), 1);
    assert_eq!(whole["answers"][0]["criterion"], "1.3");
    assert_eq!(shop.json("k.sqlite", &import)["unchanged"], json!(2));
    fs::write(
        shop.path("m.toml"),
        "[dossier]\nnumber = 3\n[[answers]]\ncolumn = \"x\"\n",
    )
    .unwrap();
    let refused = shop.on("k.sqlite", &import);
    assert_eq!(refused.code, 3);
    assert!(refused.stderr.contains("m.toml"), "{}", refused.stderr);
}

#[test]
fn every_format_of_a_table_comes_in_by_itself() {
    for name in [
        "demarche.csv",
        "demarche.ods",
        "demarche.xlsx",
        "limesurvey.csv",
        "limesurvey.json",
    ] {
        let shop = campaign();
        let report = shop.json("k.sqlite", &["import", &fixture(&format!("intake/{name}"))]);
        assert_eq!(report["new"], json!(2), "{name}");
        assert_eq!(shop.on("k.sqlite", &["check"]).code, 0, "{name}");
    }
}

#[test]
fn a_folder_stands_for_its_files_and_a_bag_for_its_dossier() {
    let shop = campaign();
    fs::create_dir(shop.path("exports")).unwrap();
    let page = example();
    fs::write(shop.path("exports/page.json"), &page).unwrap();
    fs::copy(fixture("intake/limesurvey.csv"), shop.path("exports/b.csv")).unwrap();
    fs::write(shop.path("exports/LISEZMOI.md"), "rien").unwrap();
    let report = shop.json("k.sqlite", &["import", "exports"]);
    assert_eq!((&report["new"], &report["unchanged"]), (&json!(2), &json!(3)));
    let mut dossier = shop.json("k.sqlite", &["dossier", "show", "26001"]);
    dossier.as_object_mut().unwrap().remove("correspondence");
    dossier["id"] = json!("bag-77");
    dossier["number"] = json!("77");
    let piece = b"une charte";
    let digest = tnl_jury::domain::ids::Digest::of(piece);
    dossier["evidence"] = json!([{"name": "charte.txt", "sha256": digest, "media_type": "text/plain", "size": 10, "criteria": ["1.1"]}]);
    let bag = shop.path("sac");
    fs::create_dir_all(bag.join("data/evidence")).unwrap();
    let text = dossier.to_string();
    fs::write(bag.join("data/dossier.json"), &text).unwrap();
    fs::write(bag.join("data/evidence/charte.txt"), piece).unwrap();
    fs::write(
        bag.join("bagit.txt"),
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    )
    .unwrap();
    let manifest = format!(
        "{}  data/dossier.json\n{}  data/evidence/charte.txt\n",
        tnl_jury::domain::ids::Digest::of(text.as_bytes()).hex(),
        digest.hex()
    );
    fs::write(bag.join("manifest-sha256.txt"), manifest).unwrap();
    assert_eq!(shop.json("k.sqlite", &["import", "sac"])["new"], json!(1));
    let whole = shop.json("k.sqlite", &["dossier", "show", "77"]);
    assert_eq!(whole["evidence"][0]["sha256"], json!(digest));
    shop.json("k.sqlite", &["assign", "--all"]);
    shop.json("k.sqlite", &["pack", "--out", "packages"]);
    let package = fs::read(shop.path("packages/agnes-lefevre.jury.zip")).unwrap();
    assert!(String::from_utf8_lossy(&package).contains(&format!("data/evidence/{}", digest.hex())));
    fs::write(bag.join("data/evidence/charte.txt"), b"une chartf").unwrap();
    let refused = shop.on("k.sqlite", &["import", "sac"]);
    assert_eq!(refused.code, 3);
    assert!(refused.stderr.contains("charte.txt"), "{}", refused.stderr);
}

#[test]
fn two_files_of_one_name_stay_two_when_a_table_comes_again() {
    let shop = campaign();
    let table = "Numéro;Nom;Pièce A;Pièce B\r\n90;Valbrume;annexe.pdf;annexe.pdf\r\n";
    fs::write(shop.path("t.csv"), table).unwrap();
    let mapping = "[dossier]\nnumber = \"Numéro\"\nname = \"Nom\"\n";
    fs::write(shop.path("m.toml"), mapping).unwrap();
    fs::create_dir_all(shop.path("ev/90/a")).unwrap();
    fs::create_dir_all(shop.path("ev/90/b")).unwrap();
    fs::write(shop.path("ev/90/a/annexe.pdf"), "un").unwrap();
    fs::write(shop.path("ev/90/b/annexe.pdf"), "deux").unwrap();
    let import = ["import", "t.csv", "--mapping", "m.toml"];
    shop.json("k.sqlite", &[&import[..], &["--evidence", "ev"]].concat());
    let before = shop.json("k.sqlite", &["dossier", "show", "90"]);
    let again = shop.json("k.sqlite", &import);
    assert_eq!(again["unchanged"], json!(1), "{again}");
    assert_eq!(shop.json("k.sqlite", &["dossier", "show", "90"]), before);
}

#[test]
fn one_number_of_two_sources_is_refused_before_anything_is_written() {
    let shop = campaign();
    fs::write(shop.path("t.csv"), "Numéro;Nom\r\n26001;Autre\r\n").unwrap();
    for dry in [&["--dry-run"][..], &[]] {
        let refused = shop.on("k.sqlite", &[&["import", "t.csv"], dry].concat());
        assert_eq!(refused.code, 3, "{}", refused.stderr);
        assert!(refused.stderr.contains("26001"), "{}", refused.stderr);
    }
    fs::write(shop.path("u.csv"), "Numéro;Nom\r\n91;Un\r\n").unwrap();
    fs::write(shop.path("v.csv"), "Numéro;Nom\r\n91;Deux\r\n").unwrap();
    assert_eq!(shop.on("k.sqlite", &["import", "u.csv", "v.csv"]).code, 3);
    assert_eq!(
        shop.json("k.sqlite", &["import", "u.csv", "u.csv"])["new"],
        json!(1)
    );
}

#[test]
fn a_decided_dossier_is_not_set_aside_by_an_import() {
    let shop = campaign();
    shop.json(
        "k.sqlite",
        &["session", "open", "--present", "Agnès Lefèvre", "Ilona Kovács"],
    );
    shop.json(
        "k.sqlite",
        &["decide", "26003", "--level", "1", "--reason", "Convenu"],
    );
    let deleted = r#"{"data": {"demarche": {"number": 1234, "deletedDossiers": {"nodes": [{"number": 26003}, {"number": 26002}]}}}}"#;
    let report = import(&shop, deleted);
    assert_eq!(report["withdrawn"], json!(["26002"]));
    assert_eq!(report["warnings"].as_array().unwrap().len(), 1);
    let log = shop.json("k.sqlite", &["log"]);
    let kinds: Vec<&str> = log
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|e| e["kind"].as_str())
        .collect();
    assert!(kinds.contains(&"standing"), "{kinds:?}");
    assert_eq!(
        shop.json("k.sqlite", &["dossier", "show", "26003"])["standing"],
        "received"
    );
}

#[test]
fn what_a_mapping_file_says_holds_without_it() {
    let shop = campaign();
    let champ = "Q2hhbXAtMTAwMw==";
    fs::write(
        shop.path("m.toml"),
        format!("[[answers]]\nchamp = \"{champ}\"\ncriterion = \"1.1\"\n"),
    )
    .unwrap();
    let file = fixture("demarche_example.json");
    shop.json("k.sqlite", &["import", &file, "--mapping", "m.toml"]);
    assert_eq!(shop.json("k.sqlite", &["import", &file])["unchanged"], json!(3));
    let whole = shop.json("k.sqlite", &["dossier", "show", "26001"]);
    let answer = whole["answers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["champ"] == champ)
        .unwrap();
    assert_eq!(answer["criterion"], "1.1");
    fs::write(
        shop.path("m.toml"),
        format!("[[answers]]\nchamp = \"{champ}\"\ncriterion = \"9.9\"\n"),
    )
    .unwrap();
    let refused = shop.on("k.sqlite", &["import", &file, "--mapping", "m.toml"]);
    assert_eq!(refused.code, 3);
    assert!(refused.stderr.contains("9.9"), "{}", refused.stderr);
}

#[test]
fn a_juror_hears_of_a_file_that_was_replaced_and_opens_what_packs_well() {
    let shop = campaign();
    let piece = |content: &[u8]| {
        fs::create_dir_all(shop.path("ev/92")).unwrap();
        fs::write(shop.path("ev/92/plan.bmp"), content).unwrap();
        let table = "Numéro;Nom;Plan\r\n92;Valbrume;plan.bmp\r\n";
        fs::write(shop.path("t.csv"), table).unwrap();
        let mapping = "[dossier]\nnumber = \"Numéro\"\nname = \"Nom\"\n[[answers]]\ncolumn = \"Plan\"\ncriterion = \"1.1\"\n";
        fs::write(shop.path("m.toml"), mapping).unwrap();
        shop.json(
            "k.sqlite",
            &["import", "t.csv", "--mapping", "m.toml", "--evidence", "ev"],
        );
        shop.json("k.sqlite", &["assign", "--all"]);
        shop.json("k.sqlite", &["pack", "--out", "packages"]);
        opened(&shop, 0)
    };
    let juror = piece(&vec![0; 20 << 20]);
    shop.json(&juror, &["score", "92", "1.1", "3"]);
    piece(b"autre plan");
    let office = tnl_jury::office::Office::open(
        &shop.path(&juror),
        tnl_jury::store::Access::Read,
        tnl_jury::context::Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 7),
    )
    .unwrap();
    let row = office
        .rows()
        .unwrap()
        .into_iter()
        .find(|row| row.number == "92")
        .unwrap();
    assert_eq!(row.changes, 1);
}
