//! Colour carries no meaning alone: with and without it the same is read, and each state has a sign of its own, in ASCII
//! too.

use super::desk::{Desk, SIZES};
use ratatui::buffer::Buffer;
use ratatui::style::Color;
use std::collections::BTreeSet;
use tnl_jury::desk::ascii::flatten;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::theme::Theme;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::words::Lang;

fn text(buffer: &Buffer) -> String {
    let rows = buffer.content().chunks(usize::from(buffer.area.width));
    let row =
        |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
    rows.map(row).collect::<Vec<_>>().join("\n")
}

/// Every screen and box, in some state.
fn desks(size: (u16, u16)) -> Vec<Desk> {
    let juror = |keys: &str| {
        let mut desk = Desk::juror(Lang::Fr, size);
        desk.play(keys);
        desk
    };
    let mut desks: Vec<Desk> = [
        "j",
        "j j Enter",
        "Enter j",
        "j j Enter Tab",
        "j j Enter c",
        "Enter i",
        "m",
        "Enter ?",
        "Enter :",
        "R",
        "j j j Enter 3 a x",
    ]
    .map(juror)
    .into();
    let mut sitting = Desk::committee(Lang::Fr, size);
    sitting.play("Tab j j 4");
    desks.extend(vec![
        sitting,
        Desk::coordinator(Place::Sheets, Lang::Fr, size),
        Desk::coordinator(Place::Committee, Lang::Fr, size),
        Desk::coordinator(Place::Dossiers, Lang::Fr, size),
        Desk::welcome(Lang::Fr, size),
    ]);
    desks
}

#[test]
fn colours_change_no_text_and_without_them_there_are_none() {
    for size in SIZES {
        for desk in desks(size) {
            let plain = desk.drawn(&Theme::plain());
            let is_colourless =
                |cell: &ratatui::buffer::Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
            assert!(plain.content().iter().all(is_colourless));
            for theme in [
                Theme::dark(),
                Theme::light(),
                Theme::high_contrast(),
                Theme::neutral(),
            ] {
                assert_eq!(text(&plain), text(&desk.drawn(&theme)));
            }
        }
    }
}

#[test]
fn each_state_has_a_sign_or_a_word() {
    let mut desk = Desk::juror(Lang::Fr, (200, 60));
    desk.play("j j j");
    for word in ["à faire", "en cours", "terminé", "▰", "▱"] {
        desk.shows(word);
    }
    desk.play("Enter g 3 a g");
    for mark in ["[3]", "[abs]", "[·]", "●", "○", "✓ enregistré"] {
        desk.shows(mark);
    }
    desk.play("x g");
    desk.shows("[s.o.]");
    let pending = desk.ask(Msg::Key(Chord::of('4')));
    desk.shows("(4)");
    desk.shows("… en cours");
    desk.answer(pending);
    desk.play("R Enter");
    desk.shows("déport");
    let sheets = Desk::coordinator(Place::Sheets, Lang::Fr, (120, 40));
    for word in ["● rév.", "○ manque"] {
        sheets.shows(word);
    }
    let committee = Desk::committee(Lang::Fr, (120, 40));
    for sign in ["✓", "!", "N3", "?"] {
        committee.shows(sign);
    }
    Desk::coordinator(Place::Committee, Lang::Fr, (120, 40)).shows("masqué");
}

#[test]
fn the_line_under_the_cursor_is_told_apart_without_colour() {
    for desk in desks((120, 40)) {
        let drawn = desk.drawn(&Theme::plain());
        let looks: BTreeSet<_> = drawn.content().iter().map(|cell| cell.modifier.bits()).collect();
        assert!(looks.len() > 1, "{}", text(&drawn));
    }
}

#[test]
fn in_ascii_nothing_else_is_left_and_states_stay_apart() {
    for size in SIZES {
        for desk in desks(size) {
            let mut drawn = desk.drawn(&Theme::plain());
            let before = text(&drawn);
            flatten(&mut drawn);
            let after = text(&drawn);
            assert!(after.is_ascii(), "{after}");
            // Borders stand where they stood.
            for (row, (was, is)) in before.lines().zip(after.lines()).enumerate() {
                if was.ends_with('│') {
                    assert!(is.ends_with('|'), "row {row}: {is}");
                }
            }
        }
    }
    let mut desk = Desk::juror(Lang::Fr, (200, 60));
    desk.play("j j j Enter g 3 a g");
    let mut drawn = desk.drawn(&Theme::plain());
    flatten(&mut drawn);
    let shown = text(&drawn);
    for sign in ["[3]", "[abs]", "[.]", "**o", "v enregistre", "Reponses"] {
        assert!(shown.contains(sign), "no {sign} in\n{shown}");
    }
}
