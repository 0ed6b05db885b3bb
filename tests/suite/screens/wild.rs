//! No sequence of keys, at no size, makes the desk fall.

use super::desk::Desk;
use proptest::prelude::*;
use std::path::Path;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::Act;

const KEYS: [&str; 54] = [
    "r",
    "w",
    "v",
    "h",
    "z",
    "Ctrl-p",
    "Up",
    "Down",
    "Left",
    "Right",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    "Enter",
    "Esc",
    "Tab",
    "Space",
    "Backspace",
    "Delete",
    "0",
    "3",
    "5",
    "9",
    "a",
    "x",
    "n",
    "c",
    "F",
    "N",
    "i",
    "[",
    "]",
    "e",
    "E",
    "p",
    "J",
    "K",
    "t",
    "R",
    "m",
    "u",
    "U",
    "/",
    "s",
    "C",
    "d",
    "P",
    "?",
    ":",
    "V",
    "f",
    "=",
    "b",
];

#[derive(Debug, Clone)]
enum Deed {
    Key(&'static str),
    Resize(u16, u16),
    Paste(String),
    Woke,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        12 => prop::sample::select(KEYS.to_vec()).prop_map(Deed::Key),
        2 => (1u16..=300, 1u16..=100).prop_map(|(w, h)| Deed::Resize(w, h)),
        1 => "[a-zé東👩\\n ]{0,12}".prop_map(Deed::Paste),
        1 => Just(Deed::Woke),
    ];
    prop::collection::vec(deed, 1..60)
}

/// Tells whether an effect writes nothing outside of a folder: paths are typed by chance.
fn stays(effect: &Effect, folder: &Path) -> bool {
    let Effect::Do(_, act) = effect else { return true };
    match act {
        Act::Pack { out: path, .. }
        | Act::WriteReceipts { out: path, .. }
        | Act::WriteSheet { path }
        | Act::WriteForm { path, .. } => path.starts_with(folder),
        Act::Export(request) => request.out.starts_with(folder),
        _ => true,
    }
}

fn live(mut desk: Desk, deeds: Vec<Deed>) {
    desk.screen();
    for deed in deeds {
        let mut effects = desk.ask(match deed {
            Deed::Key(key) => Msg::Key(Chord::parse(key).unwrap()),
            Deed::Resize(width, height) => Msg::Resize { width, height },
            Deed::Paste(text) => Msg::Paste(text),
            Deed::Woke => Msg::Woke,
        });
        effects.retain(|effect| stays(effect, &desk.path("")));
        desk.answer(effects);
        if desk.others.iter().any(|effect| matches!(effect, Effect::Quit)) {
            return;
        }
        desk.screen();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_juror_can_do_no_harm(deeds in deeds(), width in 1u16..=300, height in 1u16..=100) {
        live(Desk::juror(Lang::Fr, (width, height)), deeds);
    }

    #[test]
    fn a_coordinator_can_do_no_harm(deeds in deeds(), width in 80u16..=200, height in 24u16..=60) {
        live(Desk::coordinator(Place::Committee, Lang::En, (width, height)), deeds.clone());
        let mut desk = super::jury::desk(Lang::Fr, (width, height));
        desk.play("E");
        live(desk, deeds);
    }

    #[test]
    fn a_committee_can_do_no_harm(deeds in deeds(), width in 80u16..=300, height in 24u16..=100) {
        live(Desk::committee(Lang::Fr, (width, height)), deeds);
    }
}

#[test]
fn the_least_terminals_show_something_or_nothing() {
    for (width, height) in [
        (0, 0),
        (1, 1),
        (1, 300),
        (300, 1),
        (5, 5),
        (20, 5),
        (79, 24),
        (80, 23),
    ] {
        let mut desk = Desk::juror(Lang::Fr, (80, 24));
        desk.play("Enter c");
        desk.send(Msg::Resize { width, height });
        desk.screen();
        desk.play("x");
        desk.send(Msg::Resize {
            width: 80,
            height: 24,
        });
        desk.shows("x");
    }
}
