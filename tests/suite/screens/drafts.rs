//! Nothing typed is lost: a comment is saved after a rest, on leaving, on a signal, and stays where the store refuses.

use super::desk::Desk;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::domain::saying::Saying;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::Act;

const SIZE: (u16, u16) = (120, 40);

fn writing() -> Desk {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("j j j Enter c");
    desk
}

fn comments(effects: &[Effect]) -> Vec<String> {
    let comment = |effect: &Effect| match effect {
        Effect::Do(_, Act::Score { change, .. }) => change.comment.as_ref().map(|comment| comment.0.clone()),
        _ => None,
    };
    effects.iter().filter_map(comment).collect()
}

fn typed(desk: &mut Desk, text: &str) -> Vec<Effect> {
    let keys = text.chars().map(|c| Msg::Key(Chord::of(c)));
    keys.flat_map(|msg| desk.ask(msg)).collect()
}

#[test]
fn a_rest_saves() {
    let mut desk = writing();
    let asked = typed(&mut desk, "œuvré");
    assert_eq!(comments(&asked), [""; 0]);
    let wakes = asked
        .iter()
        .filter(|effect| matches!(effect, Effect::WakeAfter(rest) if rest.as_millis() < 1_000));
    assert_eq!(wakes.count(), 1, "one clock for the whole rest");
    let woke = desk.ask(Msg::Woke);
    assert_eq!(comments(&woke), ["œuvré"]);
    desk.answer(woke);
    desk.shows("✓ enregistré");
    assert_eq!(comments(&desk.ask(Msg::Woke)), [""; 0]);
}

#[test]
fn many_keys_save_without_a_rest() {
    let mut desk = writing();
    let asked = typed(&mut desk, "une phrase assez longue pour cela");
    assert!(!comments(&asked).is_empty());
}

#[test]
fn leaving_saves() {
    let mut desk = writing();
    typed(&mut desk, "juste");
    let left = desk.ask(Msg::Key(Chord::parse("Esc").unwrap()));
    assert_eq!(comments(&left), ["juste"]);
    desk.answer(left);
    desk.shows("✎");
    desk.play("c");
    desk.shows("juste");
}

#[test]
fn a_signal_and_ctrl_c_save_before_the_end() {
    for end in [Msg::Signal, Msg::Key(Chord::ctrl('c'))] {
        let mut desk = writing();
        typed(&mut desk, "vite");
        let asked = desk.ask(end);
        assert_eq!(comments(&asked), ["vite"]);
        assert!(matches!(asked.last(), Some(Effect::Quit)), "the end comes last");
    }
}

#[test]
fn a_text_that_the_store_refuses_stays_and_is_tried_again() {
    let mut desk = writing();
    typed(&mut desk, "gardé");
    let woke = desk.ask(Msg::Woke);
    let Some(Effect::Do(ticket, _)) = woke.first() else {
        panic!("{woke:?}")
    };
    let why = Saying::new("error-io").text("file", "x").text("why", "plein");
    desk.ask(Msg::Answer(*ticket, Err(why.clone())));
    desk.shows("Texte non enregistré");
    desk.shows("gardé");
    // The first Esc clears the notice, the second closes and tries again; refused once more, it comes back.
    desk.ask(Msg::Key(Chord::parse("Esc").unwrap()));
    let closed = desk.ask(Msg::Key(Chord::parse("Esc").unwrap()));
    assert_eq!(comments(&closed), ["gardé"]);
    let Some(Effect::Do(ticket, _)) = closed.first() else {
        panic!("{closed:?}")
    };
    desk.ask(Msg::Answer(*ticket, Err(why)));
    desk.shows("gardé");
    desk.shows("Commentaire pour le jury");
}

#[test]
fn the_three_texts_are_not_each_other() {
    let mut desk = writing();
    desk.type_text("jury");
    desk.play("Esc F");
    desk.type_text("candidat");
    desk.play("Esc N");
    desk.type_text("moi");
    desk.play("Esc");
    desk.shows("Pour le jury : jury");
    desk.shows("Pour le candidat : candidat");
    desk.shows("Pour moi : moi");
    desk.play("c Ctrl-z Ctrl-z Esc");
    desk.shows("Pour le candidat : candidat");
}

#[test]
fn pasted_text_is_harmless() {
    let mut desk = writing();
    desk.send(Msg::Paste("a\u{1b}[31m\r\nb\u{202e}".to_owned()));
    desk.play("Esc");
    desk.shows("a␛[31m b‹U+202E›");
}

const LONG: &str = "Une phrase que personne ne veut écrire deux fois, jamais.";

/// Whatever the disk does, what is seen is at most twenty keys ahead of what was sent and taken.
#[test]
fn a_slow_disk_never_has_more_than_twenty_keys_waiting() {
    let mut desk = writing();
    let mut asked = Vec::new();
    for c in LONG.chars() {
        asked.extend(desk.ask(Msg::Key(Chord::of(c))));
    }
    assert_eq!(comments(&asked), [&LONG[..10], &LONG[..20]]);
    desk.ask(Msg::Paste("<collé>".to_owned()));
    desk.shows(&LONG[..20]);
    assert!(
        !desk.screen().contains(&LONG[..21]),
        "a key more is seen than may be lost"
    );
    desk.answer(asked);
    desk.shows("Une phrase que personne ne veut écrire deux fois, jamais.<collé>");
}

#[test]
fn leaving_writes_what_waited_for_the_disk() {
    for end in [Msg::Signal, Msg::Key(Chord::ctrl('c'))] {
        let mut desk = writing();
        typed(&mut desk, LONG);
        let asked = desk.ask(end);
        assert_eq!(comments(&asked).last().map(String::as_str), Some(LONG));
        assert!(matches!(asked.last(), Some(Effect::Quit)), "the end comes last");
    }
}
