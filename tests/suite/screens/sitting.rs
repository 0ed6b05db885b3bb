//! The sitting on the desk: who is there, breaks, votes, what the candidate is told, the agenda by hand, a fall.

use super::desk::Desk;
use tnl_jury::desk::message::{Gesture, Msg};
use tnl_jury::domain::words::Lang;

const SIZE: (u16, u16) = (120, 40);

fn sitting() -> Desk {
    let mut desk = Desk::committee(Lang::Fr, SIZE);
    "2026-11-02T10:00:00Z".clone_into(&mut desk.model.shared.now.stamp);
    desk
}

fn mouse(desk: &mut Desk, row: u16, gesture: Gesture) {
    desk.send(Msg::Mouse {
        column: 8,
        row,
        gesture,
    });
}

/// Returns the agenda's numbers, in the order in which they are seen.
fn order(desk: &Desk) -> Vec<String> {
    let seen = desk.screen();
    let numbers = seen.lines().filter_map(|line| {
        let inside = line.strip_prefix('│')?;
        let word = inside.split_whitespace().find(|word| word.starts_with("160"))?;
        (word.len() == 5).then(|| word.to_owned())
    });
    numbers.collect()
}

#[test]
fn members_come_and_go_by_two_keys() {
    let mut desk = sitting();
    desk.shows("présents 5/5");
    desk.play("a");
    desk.shows("Membres en séance à partir de maintenant");
    desk.play("Space Enter");
    desk.shows("présents 4/5");
    desk.shows("un départ");
    desk.play("a Space Enter");
    desk.shows("présents 5/5");
}

#[test]
fn a_break_stops_decisions_and_says_so() {
    let mut desk = sitting();
    desk.play("B");
    desk.shows("suspendue");
    desk.play("d");
    desk.shows("La séance est suspendue : B la reprend.");
    desk.play("Esc v");
    desk.shows("La séance est suspendue");
    desk.play("Esc B");
    desk.hides("⏸");
    desk.play("d");
    desk.shows("Niveau de 16007");
}

#[test]
fn a_vote_a_dissent_and_feedback_go_into_the_decision() {
    let mut desk = sitting();
    desk.play("v");
    desk.shows("> 5 0 0");
    desk.play("Ctrl-u");
    desk.type_text("3 1 1");
    desk.play("Enter");
    desk.shows("vote : 3 pour, 1 contre, 1 abstention");
    desk.play("D Enter");
    desk.type_text("Pièces trop anciennes");
    desk.play("Enter");
    desk.shows("désaccord : Agnès Lefèvre");
    desk.play("F Space Enter");
    desk.shows("Retour au candidat (figure dans sa lettre)");
    desk.type_text(" Bravo.");
    desk.play("Esc");
    desk.shows("candidat rédigé");
    desk.play("d Enter");
    desk.play("Enter");
    desk.shows("✓ 16007");
    let decision = desk.last_entry("decision");
    for part in [
        r#""vote":{"abstain":{"count":1},"against":{"count":1},"for":{"count":3}}"#,
        r#""reason":"Pièces trop anciennes""#,
        r#"et qui vérifie. Bravo.""#,
    ] {
        assert!(decision.contains(part), "{part} in {decision}");
    }
}

#[test]
fn a_dissent_is_taken_back_and_a_vote_that_is_no_vote_is_told() {
    let mut desk = sitting();
    desk.play("D Enter Enter");
    desk.shows("désaccord : Agnès Lefèvre");
    desk.play("D");
    desk.shows("Agnès Lefèvre · en désaccord");
    desk.play("Enter");
    desk.hides("désaccord : Agnès");
    desk.play("v");
    desk.play("Ctrl-u");
    desk.type_text("cinq");
    desk.play("Enter");
    desk.shows("Donnez un, deux ou trois nombres");
    desk.play("Esc v");
    desk.play("Ctrl-u");
    desk.type_text("9 0 0");
    desk.play("Enter d Enter Enter");
    desk.shows("9 voix pour 5 membres présents");
}

#[test]
fn the_agenda_is_moved_by_keys_and_by_the_mouse() {
    let mut desk = sitting();
    let before = order(&desk);
    desk.play("]");
    let after = order(&desk);
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));
    desk.play("=");
    assert_eq!(order(&desk), before);
    desk.model.shared.comfort.mouse = true;
    mouse(&mut desk, 2, Gesture::Click);
    for row in 2..=4 {
        mouse(&mut desk, row, Gesture::Drag);
    }
    mouse(&mut desk, 4, Gesture::Drop);
    let dragged = order(&desk);
    assert_eq!(dragged[2], before[0], "{dragged:?}");
    let kept = desk.last_entry("agenda-order");
    let places = [&before[1], &before[2], &before[0]].map(|number| kept.find(number.as_str()));
    assert!(places.is_sorted(), "one entry, of where it was let go: {kept}");
    desk.play("=");
    assert_eq!(order(&desk), before);
}

#[test]
fn a_sitting_goes_on_where_it_was_after_a_fall() {
    let mut desk = sitting();
    desk.play("J J");
    desk.play("4 v Enter F");
    desk.play("Space Enter");
    desk.type_text("Encore ");
    let before = desk.screen();
    let number = before.lines().find(|line| line.contains('▸')).unwrap().to_owned();
    let again = desk.fallen();
    assert_eq!(
        again.screen().lines().find(|line| line.contains('▸')).unwrap(),
        number
    );
    again.shows("vote : 5 pour");
    again.shows("4 ✎");
    again.shows("retour au candidat rédigé");
}
