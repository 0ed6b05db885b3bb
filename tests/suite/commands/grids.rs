//! Nothing in the code knows how many axes there are: grids of other shapes go through the same chain.

use crate::support::shop::{Shop, fixture};
use serde_json::json;
use std::fmt::Write as _;
use std::fs;

/// Writes a grid of `axes` axes with `per` criteria each, on a scale, with levels at the thresholds given.
fn grid(axes: usize, per: usize, (min, max): (u8, u8), levels: &[(&str, &str)]) -> String {
    let mut text = format!(
        "id = \"forme\"\nname = \"Forme\"\nofficial = false\nscale = {{ min = {min}, max = {max} }}\nquorum = 1\n"
    );
    for (i, (code, threshold)) in levels.iter().enumerate() {
        let _ = writeln!(
            text,
            "[[levels]]\ncode = \"{code}\"\nname = \"{code}\"\nrank = {i}\nthreshold = \"{threshold}\""
        );
    }
    for a in 1..=axes {
        let _ = writeln!(
            text,
            "[[axes]]\ncode = \"A{a}\"\nname = \"Axe {a}\"\nweight = {a}"
        );
        for c in 1..=per {
            let words: Vec<String> = (min..=max).map(|v| format!("\"valeur {v}\"")).collect();
            let _ = writeln!(
                text,
                "[[axes.criteria]]\ncode = \"A{a}.{c}\"\nname = \"Critère {a}.{c}\"\nweight = {c}\ndescriptors = [{}]",
                words.join(", ")
            );
        }
    }
    text
}

fn proposed(grid: &str, values: impl Fn(&str) -> u8) -> (serde_json::Value, serde_json::Value) {
    let shop = Shop::new();
    fs::write(shop.path("grid.toml"), grid).unwrap();
    shop.json(
        "k.sqlite",
        &["campaign", "new", "--grid", "grid.toml", "--edition", "x"],
    );
    shop.json("k.sqlite", &["import", &fixture("demarche_example.json")]);
    shop.json("k.sqlite", &["juror", "add", "Seule"]);
    shop.json("k.sqlite", &["assign", "--all"]);
    shop.json("k.sqlite", &["pack", "--out", "p"]);
    shop.json("j.sqlite", &["open", "p/seule.jury.zip"]);
    let results = shop.json("k.sqlite", &["results"]);
    for code in results[0]["criteria"].as_object().unwrap().keys() {
        shop.json("j.sqlite", &["score", "26001", code, &values(code).to_string()]);
    }
    shop.json("j.sqlite", &["sheet", "write", "s.sheet.json"]);
    shop.json("k.sqlite", &["merge", "s.sheet.json"]);
    let results = shop.json("k.sqlite", &["results"]);
    (results[0]["total"].clone(), results[0]["proposed"].clone())
}

#[test]
fn one_axis_one_criterion_three_words_for_levels() {
    let grid = grid(1, 1, (0, 3), &[("vert", "1/3"), ("bleu", "2/3"), ("noir", "1")]);
    assert_eq!(proposed(&grid, |_| 2), (json!("2"), json!("bleu")));
    assert_eq!(proposed(&grid, |_| 0), (json!("0"), json!("none")));
}

#[test]
fn twelve_axes_from_one_to_ten() {
    // Axis a weighs a, and all its criteria get 10 where a is even, 1 where odd: (42·10 + 36·1) / 78 = 76/13.
    let grid = grid(12, 2, (1, 10), &[("bas", "1/2"), ("haut", "3/4")]);
    let even = |code: &str| code[1..].split('.').next().unwrap().parse::<u8>().unwrap() % 2 == 0;
    assert_eq!(
        proposed(&grid, |code| if even(code) { 10 } else { 1 }),
        (json!("76/13"), json!("bas"))
    );
}

#[test]
fn the_built_in_editions_make_campaigns() {
    let shop = Shop::new();
    for (name, axes, levels) in [("tnl-2016", 4, 5), ("tnl-2024", 5, 5), ("tnl-2025", 5, 4)] {
        let store = format!("{name}.sqlite");
        shop.json(&store, &["campaign", "new", "--grid", name, "--edition", "x"]);
        let shown = shop.json(&store, &["campaign", "show"]);
        let count = |key: &str| shown["grid"][key].as_array().unwrap().len();
        assert_eq!((count("axes"), count("levels")), (axes, levels), "{name}");
        assert_eq!(shown["grid"]["official"], false);
    }
}
