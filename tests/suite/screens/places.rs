//! Going about: list, sheets, committee.

use super::desk::Desk;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::words::Lang;

const SIZE: (u16, u16) = (120, 40);

#[test]
fn a_filter_keeps_until_esc_and_selects_its_first_row() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("j j j /");
    desk.type_text("haut");
    desk.play("Enter");
    desk.shows("▸ 16004");
    desk.hides("Valbrume");
    desk.play("Enter");
    desk.shows("16004 CC du Haut-Sorvan");
    desk.play("q");
    desk.hides("Valbrume");
    desk.play("Esc");
    desk.shows("Valbrume");
}

#[test]
fn q_in_a_filter_is_a_letter_and_q_in_the_list_leaves() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("/ q");
    assert!(desk.others.is_empty());
    desk.play("Esc q");
    assert!(matches!(desk.others.as_slice(), [Effect::Quit]));
}

#[test]
fn neighbours_follow_the_list() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("Enter J");
    desk.shows("16002 Orvelance");
    desk.play("K K");
    desk.shows("16001 Valbrume");
    desk.shows("pas d’autre dossier");
}

#[test]
fn a_sheet_is_written_and_merged() {
    let mut juror = Desk::juror(Lang::Fr, SIZE);
    juror.play("m w Enter");
    juror.shows("Feuille écrite");
    let sheet = juror.path("yann-brehat.sheet.json");
    assert!(sheet.exists());
    let mut desk = Desk::coordinator(Place::Sheets, Lang::Fr, SIZE);
    desk.shows("4/5 remises");
    desk.play("g Ctrl-u");
    desk.send(Msg::Paste(sheet.display().to_string()));
    desk.play("Enter");
    desk.shows("Ce que la fusion ferait");
    desk.shows("+ nouvelle : Yann Bréhat");
    desk.play("Esc");
    desk.shows("4/5 remises");
    desk.play("g Ctrl-u");
    desk.send(Msg::Paste(sheet.display().to_string()));
    desk.play("Enter Enter");
    desk.shows("Fusion faite");
    desk.play("Esc");
    desk.shows("5/5 remises");
}

#[test]
fn a_committee_tries_a_value_and_decides() {
    let mut desk = Desk::committee(Lang::Fr, SIZE);
    desk.shows("décidés 3/14");
    let before = desk.screen();
    desk.play("Tab j j j j 5");
    desk.shows("5 ✎");
    desk.play("Backspace");
    desk.hides("5 ✎");
    desk.play("5 d Down Enter");
    desk.shows("Décision : niveau 2");
    desk.play("Enter");
    desk.shows("décidés 4/14");
    desk.shows("✓ niveau 2");
    desk.shows("5 ✎");
    assert_ne!(desk.screen(), before);
    desk.play("r");
    desk.shows("↺");
    desk.shows("décidés 3/14");
}

#[test]
fn a_level_as_proposed_needs_no_reason() {
    let mut desk = Desk::committee(Lang::Fr, SIZE);
    desk.play("n d Enter Enter");
    desk.shows("décidés 4/14");
}

#[test]
fn a_level_that_departs_says_why() {
    let mut desk = Desk::committee(Lang::Fr, SIZE);
    desk.play("d End Enter");
    for _ in 0..600 {
        desk.send(Msg::Key(Chord::parse("Backspace").unwrap()));
    }
    desk.play("Enter");
    desk.shows("Attention");
    desk.shows("décidés 3/14");
}

#[test]
fn scores_stay_masked_until_somebody_means_it() {
    let mut desk = Desk::coordinator(Place::Committee, Lang::Fr, SIZE);
    desk.shows("masqué");
    desk.shows("●");
    desk.hides("Niveau proposé");
    desk.hides("N3?");
    desk.play("Tab 3");
    desk.hides("✎");
    desk.play("Esc M Esc");
    desk.hides("Niveau proposé");
    desk.play("M Enter");
    desk.shows("Niveau proposé");
}

#[test]
fn a_sitting_opens_with_those_who_are_there() {
    let mut desk = Desk::coordinator(Place::Committee, Lang::Fr, SIZE);
    desk.play("o");
    desk.shows("[✓] Agnès Lefèvre");
    desk.play("Space Enter");
    desk.shows("présents 4/5");
    desk.play("o Enter");
    desk.shows("pas de séance");
}

#[test]
fn projection_hides_names_and_private_comments() {
    let mut desk = Desk::committee(Lang::Fr, SIZE);
    desk.shows("Lefèvre");
    desk.play("P");
    for name in ["Lefèvre", "Kovács", "Œuvrard", "d’Haÿ", "Ordre du jour"] {
        desk.hides(name);
    }
}

#[test]
fn esc_typed_fast_before_a_letter_is_esc() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("/ v Alt-q");
    assert!(matches!(desk.others.as_slice(), [Effect::Quit]));
}
