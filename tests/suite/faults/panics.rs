//! T20: the program falls on a screen: the terminal is given back, and what was written is kept. Only a program built for
//! tests can be asked to fall.
#![cfg(debug_assertions)]

use super::kills::assert_given_back;
use crate::support::pty::Pty;
use crate::support::shop::Shop;
use serde_json::Value;
use std::fs;

/// Whose demo, which keys (each after the text before it was seen) and the sight at which the program falls.
type Opened = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

const SCREENS: [Opened; 11] = [
    ("juror", &[], "Haut-Sorvan"),
    ("juror", &[("16004", "?")], "rien n’est jamais à enregistrer"),
    ("juror", &[("16004", "/16004\r\r")], "0/12 notés"),
    (
        "juror",
        &[("16004", "/16004\r\r"), ("0/12 notés", "c")],
        "Commentaire pour le jury",
    ),
    ("juror", &[("16004", "m")], "Répartition de mes notes"),
    (
        "juror",
        &[("16004", "m"), ("Répartition de mes notes", "w")],
        "Où écrire votre feuille signée",
    ),
    ("coordinator", &[], "Valbrume"),
    ("coordinator", &[("Valbrume", "s")], "Yann Bréhat"),
    (
        "coordinator",
        &[("Valbrume", "s"), ("Yann Bréhat", "g")],
        "rien ne change avant votre accord",
    ),
    ("committee", &[("Valbrume", "C")], "Ordre du jour"),
    (
        "juror",
        &[("16004", "/16004\r\r"), ("0/12 notés", "3")],
        "1/12 notés",
    ),
];

const SCRIPT: &str = "stty -a > before.txt; \"$1\" --store \"$2\" 2> fallen.txt; echo \"code $?\"; stty -a > after.txt; \
    cmp before.txt after.txt && echo same";

/// Makes the demo of a role, with the mouse taken; returns the shop and the store.
fn demo(role: &str) -> (Shop, String) {
    let shop = Shop::new();
    let made = shop.json("unused.sqlite", &["demo", "--as", role, "--dir", "demo"]);
    let store = made["store"].as_str().unwrap().to_owned();
    let settings = shop.path(".config/tnl-jury");
    fs::create_dir_all(&settings).unwrap();
    fs::write(settings.join("settings.toml"), "mouse = true\n").unwrap();
    (shop, store)
}

/// Plays keys until the program falls at a sight.
fn fall((shop, store): &(Shop, String), keys: &[(&str, &str)], sight: &str) {
    let args = [env!("CARGO_BIN_EXE_tnl-jury"), store];
    let mut desk = Pty::shell(
        shop,
        40,
        120,
        &format!("export TNL_JURY_FALLS_AT='{sight}'; {SCRIPT}"),
        &args,
    );
    for (seen, pressed) in keys {
        desk.shows(seen);
        desk.press(pressed);
    }
    let (_, left) = desk.last(|_| {});
    let text = left.contents();
    assert!(
        text.contains("code 101") && text.contains("same"),
        "at {sight:?}: {text}"
    );
    assert_given_back(&left);
    let said = fs::read_to_string(shop.path("fallen.txt")).unwrap();
    assert!(said.contains("asked to fall here"), "{said}");
    assert_eq!(shop.json(store, &["check"])["ok"], true, "{sight}");
}

#[test]
fn a_fall_on_any_screen_gives_the_terminal_back() {
    let demos = ["juror", "coordinator", "committee"].map(|role| (role, demo(role)));
    for (role, keys, sight) in SCREENS {
        let (_, demo) = demos.iter().find(|(of, _)| *of == role).unwrap();
        fall(demo, keys, sight);
    }
    super::row("T20 falls on screens", SCREENS.len(), 0, "terminal given back");
}

#[test]
fn a_fall_keeps_what_was_written() {
    let keys = [
        ("16004", "/16004\r\r"),
        ("0/12 notés", "c"),
        ("Commentaire pour le jury", "Un mot fatal"),
    ];
    let demo = demo("juror");
    fall(&demo, &keys, "fatal");
    let (shop, store) = &demo;
    let sheet: Value = shop.json(store, &["sheet", "write", "x.sheet.json"]);
    assert!(sheet.is_object());
    assert!(
        fs::read_to_string(shop.path("x.sheet.json"))
            .unwrap()
            .contains("Un mot fata")
    );
}
