//! How far the jury agrees: on files of ratings, and on a store.

use super::{campaign, opened};
use crate::support::shop::{Shop, fixture};
use serde_json::Value;
use std::fs;

fn near(found: &Value, wanted: &Value) -> bool {
    match (found.as_f64(), wanted.as_f64()) {
        (Some(found), Some(wanted)) => (found - wanted).abs() < 1e-9,
        _ => found.is_null() && wanted.is_null(),
    }
}

#[test]
fn ratings_of_a_file_give_what_published_packages_give() {
    let shop = Shop::new();
    let cases: Vec<Value> =
        serde_json::from_slice(&fs::read(fixture("consensus/consensus_cases_public.json")).unwrap()).unwrap();
    let of = |kind: &'static str| cases.iter().filter(move |case| case["kind"] == kind);
    for case in of("reliability") {
        fs::write(shop.path("r.json"), case.to_string()).unwrap();
        let found = shop.json("none.sqlite", &["agreement", "--ratings", "r.json"]);
        for (key, wanted) in case["expected"].as_object().unwrap() {
            assert!(found.get(key).is_some(), "{key}");
            assert!(
                near(&found[key], wanted),
                "{} {key}: {} {wanted}",
                case["id"],
                found[key]
            );
            let has_reason = found["why"][key].is_string();
            assert_eq!(has_reason, wanted.is_null(), "{} {key}", case["id"]);
        }
    }
    for case in of("severity") {
        fs::write(shop.path("s.json"), case.to_string()).unwrap();
        let found = shop.json("none.sqlite", &["agreement", "--ratings", "s.json"]);
        let wanted = case["expected"]["ridge_juror_effect"].as_array().unwrap();
        for (at, b) in wanted.iter().enumerate() {
            let row = &found["severity"][at];
            assert_eq!(row["juror"], at);
            assert!((row["b"].as_f64().unwrap() - b.as_f64().unwrap()).abs() < 1e-6);
            assert!(row["se"].is_number() && row["n"] == 6, "{row}");
        }
    }
    assert!(!fs::exists(shop.path("none.sqlite")).unwrap());
}

#[test]
fn ratings_that_do_not_fit_are_refused_by_place() {
    let shop = Shop::new();
    let cases = [
        ("{\"scale\":[0,5],\"ratings\":[[1,2],[3]]}", "/ratings/1"),
        ("{\"scale\":[0,5],\"ratings\":[[1,9]]}", "/ratings/0/1"),
        ("{\"scale\":[5,0],\"ratings\":[]}", "[5, 0]"),
        ("[1", "1"),
    ];
    for (text, place) in cases {
        fs::write(shop.path("r.json"), text).unwrap();
        let ran = shop.on("none.sqlite", &["agreement", "--ratings", "r.json"]);
        ran.exits(3).says(&["r.json", place]);
    }
    shop.on("none.sqlite", &["agreement", "--ratings", "absent.json"])
        .exits(1);
}

#[test]
fn a_jury_is_told_how_far_it_agrees_and_no_juror_of_the_others() {
    let shop = Shop::new();
    let made = shop.json("unused.sqlite", &["demo", "--as", "committee", "--dir", "demo"]);
    let store = made["store"].as_str().unwrap();
    let before = shop.json(store, &["results"]);
    let found = shop.json(store, &["agreement"]);
    assert_eq!(found["connected_components"], 1);
    assert_eq!(found["criteria"].as_object().unwrap().len(), 12);
    let overall = found["alpha_ordinal"].as_f64().unwrap();
    let ends = found["alpha_ordinal_jackknife"].as_array().unwrap();
    assert!(ends[0].as_f64().unwrap() < overall && overall < ends[1].as_f64().unwrap());
    let names: Vec<&str> = found["severity"]
        .as_array()
        .unwrap()
        .iter()
        .map(|juror| juror["juror"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"Agnès Lefèvre"), "{names:?}");
    shop.on(store, &["agreement"])
        .exits(0)
        .says(&["alpha", "Agnès Lefèvre"]);
    assert_eq!(shop.json(store, &["results"]), before);
    let own = campaign();
    let agnes = opened(&own, 0);
    own.on(&agnes, &["agreement"]).exits(4);
    // Nobody scored yet: every number is undefined, with its reason.
    let nothing = own.json("k.sqlite", &["agreement"]);
    assert!(nothing["alpha_ordinal"].is_null() && nothing["why"]["alpha_ordinal"].is_string());
    assert!(nothing["severity"].is_null() && nothing["why"]["severity"].is_string());
}
