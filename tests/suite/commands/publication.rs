//! The publication folder: what is in it, what must not be, and that it is the same everywhere.

use super::{IDS, JURY, campaign, opened, score_all};
use crate::support::shop::Shop;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use tnl_jury::exchange::evidence::{self, Cancel, Limits};

/// What may go on the web site.
pub(super) const PUBLIC: [&str; 7] = [
    "datapackage.json",
    "palmares.csv",
    "palmares.geojson",
    "palmares.html",
    "palmares.json",
    "palmares.ods",
    "schema.json",
];
/// Words that must not leave: each is put into a private field.
const CANARIES: [&str; 4] = [
    "CANARI-COMMENTAIRE",
    "CANARI-NOTE",
    "CANARI-PISTE-NON-RETENUE",
    "canari@exemple.fr",
];

/// Two dossiers labelled, one without a level; what jurors wrote is full of canaries.
fn decided() -> Shop {
    let shop = campaign();
    shop.json("k.sqlite", &["juror", "edit", JURY[0], "--email", CANARIES[3]]);
    for (juror, id) in IDS.iter().enumerate() {
        let store = opened(&shop, juror);
        for (dossier, values) in [("26001", [3; 12]), ("26002", [4; 12]), ("26003", [0; 12])] {
            score_all(&shop, &store, dossier, values);
        }
        let words = [
            "--comment",
            CANARIES[0],
            "--feedback",
            CANARIES[2],
            "--note",
            CANARIES[1],
        ];
        shop.json(&store, &[&["score", "26001", "1.1", "3"], &words[..]].concat());
        let sheet = format!("{id}.sheet.json");
        shop.json(&store, &["sheet", "write", &sheet]);
        shop.json("k.sqlite", &["merge", &sheet]);
    }
    shop.json(
        "k.sqlite",
        &["session", "open", "--present", JURY[0], JURY[1], JURY[2]],
    );
    let told = [
        "--feedback",
        "Publier la liste des formats.\n\nTenir un stand.",
        "--for",
        "3",
    ];
    shop.json(
        "k.sqlite",
        &[&["decide", "26001", "--level", "3"], &told[..]].concat(),
    );
    let reason = [
        "--reason",
        "Au vu du schéma directeur",
        "--dissent",
        "Kovács=Trop haut",
    ];
    shop.json(
        "k.sqlite",
        &[&["decide", "26002", "--level", "5"], &reason[..]].concat(),
    );
    shop.json("k.sqlite", &["decide", "26003", "--level", "none"]);
    shop.json("k.sqlite", &["session", "leave", JURY[2]]);
    shop.json("k.sqlite", &["session", "close"]);
    shop
}

/// Reads a folder, members of archives with it (`palmares.ods!content.xml`), and what a PDF says (`proces-verbal.pdf!text`).
fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            let inside = read(&path).into_iter();
            files.extend(inside.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let ending = path.extension().and_then(|ending| ending.to_str());
        if matches!(ending, Some("ods" | "odt")) {
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
            for at in 0..zip.len() {
                let mut member = zip.by_index(at).unwrap();
                let mut content = Vec::new();
                member.read_to_end(&mut content).unwrap();
                let inner = member.name().unwrap().into_owned();
                files.insert(format!("{name}!{inner}"), content);
            }
        }
        if ending == Some("pdf") {
            files.insert(format!("{name}!text"), printed(&name, &bytes).into_bytes());
        }
        files.insert(name, bytes);
    }
    files
}

/// Returns the words of a PDF, as the program itself reads evidence.
fn printed(name: &str, bytes: &[u8]) -> String {
    let (limits, cancel) = (Limits::default(), Cancel::default());
    let read = evidence::extract(name, "application/pdf", bytes, &limits, &cancel).unwrap();
    read.pages.join("\n")
}

/// Returns text in one line, for a printed line ends where the sheet does.
#[cfg(feature = "pdf")]
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = files.get(name).unwrap_or_else(|| panic!("no {name}"));
    String::from_utf8(bytes.clone()).unwrap()
}

#[test]
fn the_folder_holds_all_that_is_promised_and_every_digest_is_right() {
    let shop = decided();
    let done = shop.json("k.sqlite", &["export", "--out", "pub", "--embargo", "2026-12-09"]);
    let files: Vec<&str> = done["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let mut promised: Vec<&str> = PUBLIC.to_vec();
    promised.extend([
        "SHA256SUMS",
        "attestations/26001.odt",
        "attestations/26002.odt",
        "internal/LISEZ-MOI.txt",
        "internal/notes.csv",
        "internal/resultats.csv",
        "internal/statistiques.html",
        "lettres/26001.odt",
        "lettres/26002.odt",
        "lettres/26003.odt",
        "proces-verbal.odt",
    ]);
    let printed: Vec<String> = promised
        .iter()
        .filter_map(|name| Some(format!("{}.pdf", name.strip_suffix(".odt")?)))
        .collect();
    if tnl_jury::publish::PRINTS {
        promised.extend(printed.iter().map(String::as_str));
    }
    promised.sort_unstable();
    assert_eq!(files, promised);
    let read = read(&shop.path("pub"));
    for line in text(&read, "SHA256SUMS").lines() {
        let (digest, name) = line.split_once("  ").unwrap();
        let bytes = read.get(name).unwrap_or_else(|| panic!("{name}"));
        let found = tnl_jury::domain::ids::Digest::of(bytes);
        assert_eq!(found.hex(), digest, "{name}");
    }
    let package: Value = serde_json::from_str(&text(&read, "datapackage.json")).unwrap();
    assert_eq!(package["resources"].as_array().unwrap().len(), 6);
    let geo: Value = serde_json::from_str(&text(&read, "palmares.geojson")).unwrap();
    assert_eq!(
        (&geo["type"], geo["features"].as_array().unwrap().len()),
        (&json!("FeatureCollection"), 2)
    );
    let page = text(&read, "palmares.html");
    for part in [
        "Aucun candidat",
        "Sous embargo jusqu’au 9 décembre 2026",
        "lang=\"fr\"",
        "CC BY 4.0",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(
        page.find("Niveau 3").unwrap() < page.find("Niveau 5").unwrap(),
        "ascending"
    );
}

#[test]
fn the_columns_are_those_of_the_schema() {
    let shop = decided();
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let read = read(&shop.path("pub"));
    let schema: Value = serde_json::from_str(&text(&read, "schema.json")).unwrap();
    let fields = schema["fields"].as_array().unwrap().iter();
    let fields: Vec<&str> = fields.filter_map(|field| field["name"].as_str()).collect();
    let csv = text(&read, "palmares.csv");
    assert_eq!(csv.lines().next().unwrap(), fields.join(","));
    let sheet = text(&read, "palmares.ods!content.xml");
    let heads: Vec<&str> = sheet
        .split("Head\" office:value-type=\"string\"><text:p>")
        .skip(1)
        .filter_map(|part| part.split('<').next())
        .collect();
    assert_eq!(heads, fields);
    let json: Value = serde_json::from_str(&text(&read, "palmares.json")).unwrap();
    assert_eq!(
        json["palmares"].as_array().unwrap().len(),
        csv.lines().count() - 1
    );
}

#[test]
fn letters_say_the_level_what_was_decided_to_tell_and_nothing_of_the_jury() {
    let shop = decided();
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let read = read(&shop.path("pub"));
    let letter = text(&read, "lettres/26001.odt!content.xml");
    for part in [
        "Niveau 3",
        "Publier la liste des formats.",
        "Tenir un stand.",
        "60 %",
    ] {
        assert!(letter.contains(part), "{part} in {letter}");
    }
    let none = text(&read, "lettres/26003.odt!content.xml");
    assert!(none.contains("ne décerne pas de niveau") && none.contains("Pour aller plus loin"));
    assert!(!read.contains_key("attestations/26003.odt"));
    for (name, bytes) in read
        .iter()
        .filter(|(name, _)| name.starts_with("lettres") || name.starts_with("att"))
    {
        let text = String::from_utf8_lossy(bytes);
        for secret in CANARIES.iter().chain(&JURY) {
            assert!(!text.contains(secret), "{secret} in {name}");
        }
    }
}

#[test]
fn the_minutes_tell_what_happened_before_a_judge() {
    let shop = decided();
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let minutes = text(&read(&shop.path("pub")), "proces-verbal.odt!content.xml");
    for part in [
        "Présents à l’ouverture : Agnès Lefèvre, Ilona Kovács, Yann Bréhat",
        "départ de Yann Bréhat",
        "Motif : Au vu du schéma directeur",
        "Ilona Kovács a demandé que son désaccord figure au procès-verbal : Trop haut.",
        "Vote à main levée : 3 pour, 0 contre, 0 abstention.",
        "Décision : aucun niveau.",
        "2 novembre 2026 à 10 h 00",
        "sha256:",
        "Signatures",
    ] {
        assert!(minutes.contains(part), "{part} in {minutes}");
    }
    for canary in CANARIES {
        assert!(!minutes.contains(canary), "{canary}");
    }
    shop.json("k.sqlite", &["export", "--out", "pub", "--minutes-lang", "en"]);
    let english = text(&read(&shop.path("pub")), "proces-verbal.odt!content.xml");
    for part in ["Yann Bréhat leaves", "Reason: Au vu", "Decision: Level 5"] {
        assert!(english.contains(part), "{part} in {english}");
    }
}

#[test]
#[cfg(feature = "pdf")]
fn what_is_printed_says_what_the_document_says_in_the_same_order() {
    let shop = decided();
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let read = read(&shop.path("pub"));
    let papers = read.keys().filter_map(|name| name.strip_suffix(".pdf"));
    let mut compared = 0;
    for stem in papers {
        let pdf = one_line(&text(&read, &format!("{stem}.pdf!text")));
        let odt = text(&read, &format!("{stem}.odt!content.xml"));
        let mut from = 0;
        for part in paragraphs(&odt) {
            let at = pdf[from..].find(&part);
            from +=
                at.unwrap_or_else(|| panic!("{part} is not after its place in {stem}: {pdf}")) + part.len();
            compared += 1;
        }
        let raw = String::from_utf8_lossy(&read[&format!("{stem}.pdf")]).into_owned();
        assert!(
            raw.contains("pdfaid:part>2") && raw.contains("pdfuaid:part>1"),
            "{stem}"
        );
    }
    assert!(compared > 60, "{compared}");
}

/// Returns the words of each paragraph and heading of a content.
#[cfg(feature = "pdf")]
fn paragraphs(content: &str) -> Vec<String> {
    let texts = content
        .split("<text:")
        .filter(|part| part.starts_with("p>") || part.starts_with("p ") || part.starts_with("h "));
    let inner = texts
        .filter_map(|part| part.split_once('>'))
        .map(|(_, rest)| rest.split('<').next().unwrap_or(""));
    let plain = inner.map(|text| {
        one_line(
            &text
                .replace("&#x27;", "'")
                .replace("&amp;", "&")
                .replace("&#x2f;", "/"),
        )
    });
    plain.filter(|text| !text.is_empty()).collect()
}

#[test]
fn no_private_word_and_no_candidate_without_a_level_is_public() {
    let shop = decided();
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let names = shop.json("k.sqlite", &["dossiers"]);
    let unlabelled = names[2]["name"].as_str().unwrap().to_owned();
    let home = shop.path("").display().to_string();
    for (name, bytes) in read(&shop.path("pub")) {
        let public = name.split('!').next().unwrap();
        if !PUBLIC.contains(&public) {
            continue;
        }
        let said = String::from_utf8_lossy(&bytes);
        for secret in
            CANARIES
                .iter()
                .copied()
                .chain([unlabelled.as_str(), "26003", home.trim_end_matches('/')])
        {
            assert!(!said.contains(secret), "{secret} in {name}");
        }
        if public != "palmares.html" {
            for juror in JURY {
                assert!(!said.contains(juror), "{juror} in {name}");
            }
        }
    }
}

#[test]
fn the_same_bytes_in_every_language_and_time_zone() {
    let shop = decided();
    let mut folders = Vec::new();
    for (out, lang, zone) in [
        ("a", "fr_FR.UTF-8", "Europe/Paris"),
        ("b", "en_US.UTF-8", "Pacific/Auckland"),
    ] {
        fs::copy(shop.path("k.sqlite"), shop.path(&format!("{out}.sqlite"))).unwrap();
        let ran = shop
            .command()
            .env("LANG", lang)
            .env("TZ", zone)
            .args(["--store", &format!("{out}.sqlite"), "export", "--out", out])
            .output()
            .unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        folders.push(read(&shop.path(out)));
    }
    let differ: Vec<&String> = folders[0]
        .iter()
        .filter(|(name, bytes)| folders[1].get(*name) != Some(bytes))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(differ, Vec::<&String>::new());
    assert_eq!(folders[0].len(), folders[1].len());
}

#[test]
fn a_draft_says_so_on_every_file_and_a_foreign_file_is_never_lost() {
    let shop = decided();
    shop.json("k.sqlite", &["export", "--out", "pub", "--draft"]);
    let read = read(&shop.path("pub"));
    for name in [
        "palmares.html",
        "palmares.csv",
        "palmares.json",
        "palmares.geojson",
        "datapackage.json",
        "palmares.ods!styles.xml",
        "lettres/26001.odt!styles.xml",
        "attestations/26001.odt!styles.xml",
        "proces-verbal.odt!styles.xml",
    ] {
        assert!(text(&read, name).contains("BROUILLON"), "{name}");
    }
    fs::write(shop.path("pub/lettres/note.txt"), "à garder").unwrap();
    shop.on("k.sqlite", &["export", "--out", "pub"])
        .exits(4)
        .says(&["lettres/note.txt"]);
    assert_eq!(
        fs::read_to_string(shop.path("pub/lettres/note.txt")).unwrap(),
        "à garder"
    );
}

#[test]
fn an_association_restyles_its_letters_without_rust() {
    let shop = decided();
    let printed = shop.json("k.sqlite", &["export", "--print-templates", "gabarits"]);
    assert!(
        printed["files"]
            .as_array()
            .unwrap()
            .iter()
            .any(|name| name == "lettre.xml")
    );
    let path = shop.path("gabarits/lettre.xml");
    let own = fs::read_to_string(&path)
        .unwrap()
        .replace("Madame, Monsieur,", "Chère collectivité,");
    fs::write(&path, own).unwrap();
    shop.json("k.sqlite", &["export", "--out", "pub", "--templates", "gabarits"]);
    let letter = text(&read(&shop.path("pub")), "lettres/26001.odt!content.xml");
    assert!(letter.contains("Chère collectivité,"));
    fs::write(&path, "{{ nothing.like.it }}").unwrap();
    shop.on(
        "k.sqlite",
        &["export", "--out", "autre", "--templates", "gabarits"],
    )
    .exits(3)
    .says(&["lettre.xml"]);
    assert!(!shop.path("autre").exists(), "half a folder is never seen");
    shop.on("k.sqlite", &["export", "--out", "autre", "--embargo", "demain"])
        .exits(2);
}

#[test]
fn a_former_level_is_told_and_that_there_was_none_is_not() {
    let shop = decided();
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let column = |shop: &Shop, name: &str| -> Vec<String> {
        let csv = text(&read(&shop.path("pub")), "palmares.csv");
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let place = reader
            .headers()
            .unwrap()
            .iter()
            .position(|head| head == name)
            .unwrap();
        reader
            .records()
            .map(|row| row.unwrap()[place].to_owned())
            .collect()
    };
    assert_eq!(column(&shop, "premiere_candidature"), ["", ""], "nobody knows");
    fs::write(
        shop.path("one.csv"),
        "year,name,type,level\n2025,Fontlibre,commune,4\n",
    )
    .unwrap();
    shop.json("k.sqlite", &["recall", "one.csv"]);
    shop.json("k.sqlite", &["export", "--out", "pub", "--embargo", "2026-12-09"]);
    assert_eq!(column(&shop, "premiere_candidature"), ["false", "true"]);
    assert_eq!(column(&shop, "niveau_edition_precedente"), ["4", ""]);
    assert_eq!(column(&shop, "date_publication"), ["2026-12-09", "2026-12-09"]);
}
