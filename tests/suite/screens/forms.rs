//! The sheet as a text to fill in, from the desk and back.

use super::desk::{Desk, SIZES};
use tnl_jury::domain::words::Lang;

/// Answers the question for a path with the one that is proposed.
fn through(desk: &mut Desk, key: &str) {
    desk.play(key);
    desk.play("Enter");
}

fn edit(desk: &Desk, from: &str, to: &str) {
    let path = desk.path("yann-brehat.md");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_text_is_written_filled_in_and_read_back() {
    let mut desk = Desk::juror(Lang::Fr, SIZES[1]);
    desk.play("m");
    desk.shows("31/168 notes");
    through(&mut desk, "t");
    desk.shows("14 dossiers, 31/168 notés");
    desk.play("Esc");
    edit(&desk, "note:\n", "note: 4\n");
    edit(&desk, "note:\n", "note: sans objet\n");
    through(&mut desk, "r");
    desk.shows("2 critères modifiés");
    desk.shows("u revient dessus d’un coup.");
    desk.play("Esc");
    desk.shows("33/168 notes");
    desk.play("u Esc m");
    desk.shows("31/168 notes");
}

#[test]
fn every_fault_is_listed() {
    let mut desk = Desk::juror(Lang::En, SIZES[1]);
    desk.play("m");
    through(&mut desk, "t");
    desk.play("Esc");
    edit(&desk, "note:\n", "note: 9\n");
    edit(&desk, "note:\n", "note: perhaps\n");
    through(&mut desk, "r");
    desk.shows("2 points to correct");
    desk.shows("“9” is no score");
    desk.shows("“perhaps” is no score");
    desk.play("Esc");
    desk.shows("31/168 scores");
    through(&mut desk, "t");
    desk.hides("Text to fill in");
}

#[test]
fn a_dossier_that_is_open_below_shows_what_was_read() {
    let mut desk = Desk::juror(Lang::Fr, SIZES[1]);
    desk.play("End Enter m");
    through(&mut desk, "t");
    desk.play("Esc");
    let path = desk.path("yann-brehat.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, last) = text.rsplit_once("\n# ").unwrap();
    let last = last.replacen("note:\n", "note: 5\n", 12);
    std::fs::write(&path, format!("{before}\n# {last}")).unwrap();
    through(&mut desk, "r");
    desk.play("Esc Esc");
    desk.shows("12/12 notés");
}

#[test]
fn what_changed_meanwhile_is_shown() {
    let mut desk = Desk::juror(Lang::Fr, SIZES[1]);
    desk.play("m");
    through(&mut desk, "t");
    desk.play("Esc Esc End Enter 4 m");
    through(&mut desk, "r");
    desk.shows("Un endroit a changé");
    desk.shows("16014 1.1 : dans le fichier, – (non modifié)");
    desk.shows("programme, 4 (gardé)");
}
