//! Scoring: at once on the screen, saved when the store says so, taken back where it refuses.

use super::desk::Desk;
use tnl_jury::desk::effect::{Effect, Ticket};
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::model::Saving;
use tnl_jury::domain::saying::Saying;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::Act;
use tnl_jury::office::act::CellChange;

const SIZE: (u16, u16) = (120, 40);

/// A dossier of which nothing is scored.
fn blank() -> Desk {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("j j j Enter");
    desk.shows("0/12 notés");
    desk
}

fn marks(effects: &[Effect]) -> Vec<(Ticket, String, String)> {
    let mut marks = Vec::new();
    for effect in effects {
        if let Effect::Do(
            ticket,
            Act::Score {
                criterion,
                change: CellChange { mark: Some(mark), .. },
                ..
            },
        ) = effect
        {
            let mark = mark.map_or_else(|| "none".to_owned(), |mark| mark.to_string());
            marks.push((*ticket, criterion.to_string(), mark));
        }
    }
    marks
}

#[test]
fn twelve_keys_score_a_dossier_of_twelve_criteria() {
    let mut desk = blank();
    desk.play("3 4 a x 0 5 1 2 3 4 5 0");
    desk.shows("12/12 notés");
    desk.shows("enregistré");
    desk.shows("Dossier complet");
    desk.play("2");
    desk.shows("12/12 notés");
    desk.play("q");
    desk.shows("3/14 terminés");
}

#[test]
fn a_burst_scores_one_criterion_after_the_other_before_any_answer() {
    let mut desk = blank();
    let mut asked = Vec::new();
    for key in ["3", "4", "0"] {
        asked.extend(desk.ask(Msg::Key(Chord::parse(key).unwrap())));
    }
    let places: Vec<_> = marks(&asked)
        .into_iter()
        .map(|(_, code, mark)| (code, mark))
        .collect();
    let expected = [("1.1", "3"), ("1.2", "4"), ("1.3", "0")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(places, expected);
    assert_eq!(desk.model.shared.saving, Saving::Pending);
    desk.hides("✓ enregistré");
    desk.answer(asked);
    assert_eq!(desk.model.shared.saving, Saving::Saved);
    desk.shows("✓ enregistré");
}

#[test]
fn a_score_that_the_store_refuses_goes_back_and_says_why() {
    let mut desk = blank();
    let asked = desk.ask(Msg::Key(Chord::of('3')));
    let (ticket, ..) = marks(&asked)[0].clone();
    desk.shows("1/12 notés");
    let refused = desk.ask(Msg::Answer(
        ticket,
        Err(Saying::new("error-io").text("file", "x").text("why", "plein")),
    ));
    desk.shows("0/12 notés");
    desk.shows("Note non enregistrée");
    desk.hides("✓ enregistré");
    desk.shows("╭ 1.1");
    desk.answer(refused);
    desk.shows("0/12 notés");
}

#[test]
fn an_answer_to_nobody_does_nothing() {
    let mut desk = blank();
    let before = desk.screen();
    desk.send(Msg::Answer(Ticket(9_999), Err(Saying::new("error-internal"))));
    assert_eq!(desk.screen(), before);
    let asked = desk.ask(Msg::Key(Chord::of('3')));
    let (ticket, ..) = marks(&asked)[0].clone();
    desk.answer(asked);
    let after = desk.screen();
    desk.send(Msg::Answer(ticket, Err(Saying::new("error-internal"))));
    assert_eq!(desk.screen(), after);
}

#[test]
fn undo_goes_where_the_change_was_and_redo_brings_it_back() {
    let mut desk = blank();
    desk.play("3 4 u");
    desk.shows("1/12 notés");
    desk.shows("╭ 1.2");
    desk.play("u");
    desk.shows("0/12 notés");
    desk.shows("╭ 1.1");
    desk.play("U U");
    desk.shows("2/12 notés");
    desk.play("Delete");
    desk.shows("1/12 notés");
}

#[test]
fn a_digit_off_the_scale_changes_nothing() {
    let mut desk = blank();
    desk.play("8");
    desk.shows("0/12 notés");
    desk.shows("L’échelle va de 0 à 5.");
}

#[test]
fn without_advance_the_cursor_stays() {
    let mut desk = blank();
    desk.play("t 3");
    let asked = desk.ask(Msg::Key(Chord::of('4')));
    desk.shows("(4)");
    desk.answer(asked);
    desk.shows("1/12 notés");
    desk.shows("╭ 1.1");
    desk.shows("[4]");
}

#[test]
fn keys_typed_while_a_place_is_on_its_way_belong_to_it() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("j j j");
    let open = desk.ask(Msg::Key(Chord::parse("Enter").unwrap()));
    let early = desk.ask(Msg::Key(Chord::of('5')));
    assert!(marks(&early).is_empty());
    desk.answer(open);
    desk.shows("1/12 notés");
    desk.shows("16004");
}

#[test]
fn the_next_criterion_left_may_be_in_another_dossier() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("n");
    desk.shows("16003");
    desk.shows("╭ 3.2");
    desk.play("1 1 1 1 1");
    desk.shows("12/12 notés");
    desk.play("n");
    desk.shows("16004");
    desk.shows("╭ 1.1");
}

#[test]
fn nobody_scores_what_they_do_not_see() {
    let mut desk = blank();
    desk.send(Msg::Resize {
        width: 40,
        height: 10,
    });
    let asked = desk.ask(Msg::Key(Chord::of('3')));
    assert!(marks(&asked).is_empty());
    desk.send(Msg::Resize {
        width: 80,
        height: 24,
    });
    desk.shows("0/12 notés");
}

#[test]
fn a_recused_dossier_takes_no_score_until_one_comes_back() {
    let mut desk = blank();
    desk.play("R");
    desk.type_text("Ma commune");
    desk.play("Enter");
    desk.shows("⊘ déport");
    desk.play("Enter");
    desk.shows("Vous vous êtes déporté du dossier 16004");
    desk.play("R Enter");
    desk.hides("⊘ déport");
    desk.play("Enter");
    desk.shows("0/12 notés");
}

#[test]
fn the_coordinator_gives_no_score() {
    let mut desk = Desk::coordinator(tnl_jury::desk::update::Place::Dossiers, Lang::Fr, SIZE);
    desk.play("Enter");
    let asked = desk.ask(Msg::Key(Chord::of('3')));
    assert!(marks(&asked).is_empty());
}
