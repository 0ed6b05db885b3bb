//! What is published of places and numbers, what former editions are counted beside it, and what candidates try to slip in.

use super::{JURY, campaign, fixture};
use crate::support::shop::Shop;
use resvg::usvg::roxmltree;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::io::Read as _;

fn decide_all(shop: &Shop, decisions: &[(&str, &str)]) {
    shop.json(
        "k.sqlite",
        &["session", "open", "--present", JURY[0], JURY[1], JURY[2]],
    );
    for (dossier, level) in decisions {
        let decide = [
            "decide",
            dossier,
            "--level",
            level,
            "--reason",
            "Au vu du dossier",
        ];
        shop.json("k.sqlite", &decide);
    }
    shop.json("k.sqlite", &["session", "close"]);
}

fn read(shop: &Shop, file: &str) -> String {
    fs::read_to_string(shop.path(file)).unwrap()
}

/// Returns a member of an archive.
fn member(shop: &Shop, file: &str, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(fs::File::open(shop.path(file)).unwrap()).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn rows(shop: &Shop, file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(shop.path(file)).unwrap();
    reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn a_list_of_territories_completes_codes_and_puts_candidates_on_the_map() {
    let shop = campaign();
    decide_all(&shop, &[("26001", "3"), ("26002", "5"), ("26003", "none")]);
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let bare: Value = serde_json::from_str(&read(&shop, "pub/palmares.geojson")).unwrap();
    assert!(
        bare["features"]
            .as_array()
            .unwrap()
            .iter()
            .all(|f| f["geometry"].is_null())
    );
    let siren = bare["features"][0]["properties"]["siren"].clone();
    assert!(siren.as_str().unwrap().len() == 9, "{siren}");

    let listed = json!([{"nom": "Ailleurs", "code": "01999", "siren": siren, "codeEpci": "200000172",
        "codeDepartement": "01", "codeRegion": "84", "centre": {"type": "Point", "coordinates": [5.5, 46.25]}}]);
    fs::write(shop.path("communes.json"), listed.to_string()).unwrap();
    shop.json(
        "k.sqlite",
        &["export", "--out", "pub", "--reference", "communes.json"],
    );
    let map: Value = serde_json::from_str(&read(&shop, "pub/palmares.geojson")).unwrap();
    assert_eq!(
        map["features"][0]["geometry"],
        json!({"type": "Point", "coordinates": [5.5, 46.25]})
    );
    let (before, after) = (
        &bare["features"][0]["properties"],
        &map["features"][0]["properties"],
    );
    assert_eq!(
        (&after["latitude"], &after["longitude"]),
        (&json!("46.25"), &json!("5.5"))
    );
    assert_eq!(
        after["code_epci"],
        if before["code_epci"] == "" {
            json!("200000172")
        } else {
            before["code_epci"].clone()
        }
    );
    let sheet = member(&shop, "pub/palmares.ods", "content.xml");
    assert!(sheet.contains(r#"office:value-type="float" office:value="46.25""#));
    assert_eq!(after["nom"], before["nom"], "what a dossier says stands");

    fs::write(shop.path("none.json"), "[1]").unwrap();
    let refused = shop.on(
        "k.sqlite",
        &["export", "--out", "other", "--reference", "none.json"],
    );
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    assert!(refused.stderr.contains("none.json") && !shop.path("other").exists());
}

#[test]
fn an_identifier_that_fails_its_check_is_said_and_published_as_it_is() {
    let shop = campaign();
    let table =
        "Numéro;Nom;SIRET;SIREN\n91;Juste;12002701600563;120027016\n92;Faux;12002701600564;120027016\n";
    fs::write(shop.path("t.csv"), table).unwrap();
    shop.json("k.sqlite", &["import", "t.csv"]);
    decide_all(
        &shop,
        &[
            ("26001", "none"),
            ("26002", "none"),
            ("26003", "none"),
            ("91", "1"),
            ("92", "1"),
        ],
    );
    let wanted = json!([{"number": "92", "column": "siret", "value": "12002701600564"}]);
    assert_eq!(
        shop.json("k.sqlite", &["export", "--dry-run"])["doubtful"],
        wanted
    );
    assert_eq!(
        shop.json("k.sqlite", &["export", "--out", "pub"])["doubtful"],
        wanted
    );
    let published: Vec<String> = rows(&shop, "pub/palmares.csv")
        .into_iter()
        .map(|row| row[9].clone())
        .collect();
    assert_eq!(published, ["12002701600564", "12002701600563"]);
}

#[test]
fn a_look_before_says_what_stands_in_the_way_and_writes_nothing() {
    let shop = campaign();
    let before = fs::read(shop.path("k.sqlite")).unwrap();
    let look = shop.json("k.sqlite", &["export", "--dry-run"]);
    assert_eq!(
        (&look["blocked"], &look["labelled"], &look["letters"]),
        (&json!(true), &json!(0), &json!(0))
    );
    let numbers: Vec<&str> = look["undecided"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|u| u["number"].as_str())
        .collect();
    assert_eq!(numbers, ["26001", "26002", "26003"]);
    assert_eq!(before, fs::read(shop.path("k.sqlite")).unwrap());
    decide_all(&shop, &[("26001", "3"), ("26002", "5"), ("26003", "none")]);
    let look = shop.json("k.sqlite", &["export", "--dry-run"]);
    assert_eq!(
        (&look["blocked"], &look["labelled"], &look["letters"]),
        (&json!(false), &json!(2), &json!(3))
    );
    shop.json("k.sqlite", &["export", "--out", "pub"]);
    let published: Value = serde_json::from_str(&read(&shop, "pub/palmares.json")).unwrap();
    assert_eq!(
        look["palmares"], published["palmares"],
        "what was seen is what is published"
    );
}

#[test]
fn former_editions_are_counted_beside_this_one_and_only_inside() {
    let shop = campaign();
    decide_all(&shop, &[("26001", "3"), ("26002", "5"), ("26003", "none")]);
    let history = fixture("history/tnl_results.csv");
    shop.json("k.sqlite", &["export", "--out", "pub", "--history", &history]);
    let page = read(&shop, "pub/internal/statistiques.html");
    // Counted apart: `awk -F, '{n[$1" "$4]++} …'` over the table.
    for row in [
        "<th scope=\"row\">2016</th><td>0</td><td>0</td><td>0</td><td>0</td><td>8</td><td>0</td><td>0</td><td>8</td>",
        "<th scope=\"row\">2021</th><td>0</td><td>0</td><td>3</td><td>7</td><td>0</td><td>0</td><td>1</td><td>11</td>",
        "<th scope=\"row\">2026</th><td>1</td><td>0</td><td>0</td><td>1</td><td>0</td><td>1</td><td>0</td><td>3</td>",
    ] {
        assert!(page.contains(row), "{row} in {page}");
    }
    assert!(page.contains("ne pas publier"));
    let public = shop.json("k.sqlite", &["export", "--out", "web", "--public-only"]);
    let mut wanted: Vec<&str> = super::publication::PUBLIC.to_vec();
    wanted.insert(0, "SHA256SUMS");
    assert_eq!(public["files"], json!(wanted));
    let listed = shop.json("k.sqlite", &["export", "--out", "pub"]);
    assert!(!read(&shop, "pub/internal/statistiques.html").contains("2016</th>"));
    assert!(
        listed["files"]
            .as_array()
            .unwrap()
            .contains(&json!("internal/statistiques.html"))
    );
}

/// What a candidate may call itself to do harm: a formula, a script, a template, the end of an element, hidden turns.
const NAMES: [&str; 6] = [
    "=HYPERLINK(\"http://exemple.invalid\",\"x\")",
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "{{ 7 * 7 }}{% for a in range(9) %}x{% endfor %}",
    "</text:p></office:text><text:p>&amp;]]>",
    "@SUM(A1)\" onmouseover=\"alert(3)",
    "+33\u{202e}emurb\u{200b}",
];

#[test]
fn what_candidates_slip_in_does_nothing_in_any_format() {
    let shop = campaign();
    let mut table = "Numéro;Nom\n".to_owned();
    let mut decisions = vec![
        ("26001".to_owned(), "none"),
        ("26002".to_owned(), "none"),
        ("26003".to_owned(), "none"),
    ];
    for (at, name) in NAMES.iter().enumerate() {
        let _ = writeln!(table, "9{at};\"{}\"", name.replace('"', "\"\""));
        decisions.push((format!("9{at}"), "2"));
    }
    fs::write(shop.path("t.csv"), table).unwrap();
    shop.json("k.sqlite", &["import", "t.csv"]);
    shop.json(
        "k.sqlite",
        &["session", "open", "--present", JURY[0], JURY[1], JURY[2]],
    );
    for (number, level) in &decisions {
        let words = NAMES.join("\n");
        let decide = [
            "decide",
            number,
            "--level",
            level,
            "--reason",
            &words,
            "--feedback",
            &words,
        ];
        shop.json("k.sqlite", &decide);
    }
    shop.json("k.sqlite", &["session", "close"]);
    shop.json("k.sqlite", &["export", "--out", "pub"]);

    for row in rows(&shop, "pub/palmares.csv") {
        assert!(
            row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])),
            "{row:?}"
        );
    }
    for page in ["pub/palmares.html", "pub/internal/statistiques.html"] {
        let page = read(&shop, page);
        for harm in [
            "<script>alert",
            "<img",
            "\" onmouseover",
            "\u{202e}",
            "\u{200b}",
            ">49",
        ] {
            assert!(!page.contains(harm), "{harm}");
        }
    }
    assert!(read(&shop, "pub/palmares.html").contains("&lt;script&gt;alert(1)"));
    for file in ["palmares.json", "palmares.geojson", "datapackage.json"] {
        let _: Value = serde_json::from_str(&read(&shop, &format!("pub/{file}"))).unwrap();
    }
    let stems =
        (0..NAMES.len()).flat_map(|at| [format!("pub/lettres/9{at}"), format!("pub/attestations/9{at}")]);
    let mut papers: Vec<String> = stems.map(|stem| format!("{stem}.odt")).collect();
    papers.extend(["pub/proces-verbal.odt".to_owned(), "pub/palmares.ods".to_owned()]);
    for paper in papers {
        let content = member(&shop, &paper, "content.xml");
        let parsed = roxmltree::Document::parse(&content).unwrap_or_else(|why| panic!("{paper}: {why}"));
        let bodies = parsed
            .descendants()
            .filter(|node| matches!(node.tag_name().name(), "text" | "spreadsheet"));
        assert_eq!(bodies.filter(roxmltree::Node::is_element).count(), 1, "{paper}");
        let runs = |node: roxmltree::Node<'_, '_>| {
            node.attributes().any(|attribute| attribute.name() == "formula")
                || matches!(node.tag_name().name(), "script" | "event-listener" | "a")
        };
        assert!(!parsed.descendants().any(runs), "{paper}");
        let meta = member(&shop, &paper, "meta.xml");
        assert!(roxmltree::Document::parse(&meta).is_ok(), "{paper}");
    }
    if tnl_jury::publish::PRINTS {
        let pdf = fs::read(shop.path("pub/lettres/91.pdf")).unwrap();
        let raw = String::from_utf8_lossy(&pdf);
        assert!(!raw.contains("/JavaScript") && !raw.contains("/URI") && !raw.contains("/Launch"));
    }
}
