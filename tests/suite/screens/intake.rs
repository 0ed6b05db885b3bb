//! Dossiers on their way in: looked at, placed, taken, stopped.

use super::desk::{Desk, SIZES};
use crate::support::shop::fixture;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::{Progress, Stage};

const SIZE: (u16, u16) = (120, 40);

/// The import screen on a file of that text.
fn on(text: &str, lang: Lang, size: (u16, u16)) -> Desk {
    let mut desk = Desk::coordinator(Place::Dossiers, lang, size);
    let file = desk.path("dossiers.json");
    std::fs::write(&file, text).unwrap();
    desk.play("i");
    desk.send(Msg::Paste(file.display().to_string()));
    desk.play("Enter");
    desk
}

fn example() -> String {
    std::fs::read_to_string(fixture("demarche_example.json")).unwrap()
}

#[test]
fn intake() {
    for (name, keys) in [
        ("intake", "j"),
        ("intake_place", "j Enter"),
        ("intake_notes", "Tab Tab j"),
    ] {
        for lang in [Lang::Fr, Lang::En] {
            for size in SIZES {
                let mut desk = on(&example(), lang, size);
                desk.play(keys);
                let word = if lang == Lang::Fr { "fr" } else { "en" };
                insta::assert_snapshot!(format!("{name}_{}x{}_{word}", size.0, size.1), desk.screen());
            }
        }
    }
}

#[test]
fn intake_of_changes() {
    for size in SIZES {
        let mut desk = on(&example(), Lang::Fr, size);
        desk.play("i i Ctrl-u");
        let file = desk.path("dossiers.json");
        let changed = example().replace("Migration engagée en 2021", "Migration finie en 2026");
        std::fs::write(&file, changed).unwrap();
        desk.send(Msg::Paste(file.display().to_string()));
        desk.play("Enter Tab j");
        desk.shows("1 modifié");
        insta::assert_snapshot!(format!("intake_changes_{}x{}_fr", size.0, size.1), desk.screen());
    }
}

#[test]
fn nothing_is_written_before_one_says_so() {
    let mut desk = on(&example(), Lang::Fr, SIZE);
    desk.shows("3 nouveaux");
    desk.play("Esc");
    desk.shows("0/14 décidés");
    desk.hides("26001");
}

#[test]
fn a_question_is_placed_once_and_for_all() {
    let mut desk = on(&example(), Lang::Fr, SIZE);
    desk.play("n");
    desk.shows("Va vers : autres réponses");
    desk.play("Enter");
    desk.shows("▸ ≈ ");
    desk.play("Enter");
    desk.shows("✓ Une délibération");
    desk.play("i");
    desk.shows("3 nouveaux, 0 mis à jour, 0 inchangé.");
    desk.shows("26001");
    desk.play("i Ctrl-u");
    let file = desk.path("dossiers.json");
    desk.send(Msg::Paste(file.display().to_string()));
    desk.play("Enter");
    desk.shows("3 inchangés");
    desk.shows("✓ Une délibération");
    // What is left out is left out of the dossiers that are here, too.
    desk.play("j Enter Home");
    while !desk.screen().contains("▸ écartée") {
        desk.play("Down");
    }
    desk.play("Enter");
    desk.shows("✗ Une délibération");
    desk.shows("3 modifiés");
    desk.shows("Ce qui change 2");
}

#[test]
fn an_incomplete_set_of_pages_asks_first() {
    let cut = example().replacen("\"hasNextPage\": false", "\"hasNextPage\": true", 1);
    let mut desk = on(&cut, Lang::Fr, SIZE);
    desk.shows("Prendre quand même");
    desk.play("Esc");
    desk.shows("ne peuvent pas être pris");
    let mut desk = on(&cut, Lang::Fr, SIZE);
    desk.play("Enter");
    desk.shows("3 nouveaux");
    desk.play("i");
    desk.shows("26001");
}

#[test]
fn what_can_t_be_read_is_said_and_nothing_else_happens() {
    let mut desk = on("[{\"champs\": NaN}]", Lang::Fr, SIZE);
    desk.shows("attendu une valeur JSON");
    desk.play("i");
    desk.shows("aucun dossier à prendre");
    desk.play("Esc Esc");
    desk.shows("0/14 décidés");
}

#[test]
fn long_work_shows_how_far_it_is_and_can_be_stopped() {
    let mut desk = Desk::coordinator(Place::Dossiers, Lang::Fr, SIZE);
    desk.play("i");
    desk.type_text("x.json");
    let asked = desk.ask(Msg::Key(Chord::parse("Enter").unwrap()));
    let ticket = asked.iter().find_map(|effect| match effect {
        Effect::Do(ticket, act) if act.is_long() => Some(*ticket),
        _ => None,
    });
    let ticket = ticket.unwrap();
    let mut progress = Progress {
        stage: Stage::Dossiers,
        done: 50,
        all: 200,
    };
    desk.send(Msg::Working(ticket, progress));
    desk.shows("Lecture des dossiers");
    desk.shows("25 %");
    progress.done = 100;
    desk.send(Msg::Working(ticket, progress));
    desk.shows("50 %");
    for size in SIZES {
        desk.send(Msg::Resize {
            width: size.0,
            height: size.1,
        });
        insta::assert_snapshot!(format!("intake_working_{}x{}_fr", size.0, size.1), desk.screen());
    }
    let stop = desk.ask(Msg::Key(Chord::parse("Esc").unwrap()));
    assert!(matches!(stop.as_slice(), [Effect::StopWork]));
    desk.shows("Arrêt demandé");
    desk.answer(asked);
    desk.hides("Arrêt demandé");
    desk.shows("x.json");
}
