//! What each user sets for themselves: colours, hints, sentences, the own editor; and that no size loses a text.

use super::desk::Desk;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::hints::Hints;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::{Answered, Gesture, Msg};
use tnl_jury::desk::overlays::Overlay;
use tnl_jury::desk::settings::Setting;
use tnl_jury::desk::theme::Choice;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::saying::Saying;
use tnl_jury::domain::words::Lang;

const SIZE: (u16, u16) = (120, 40);

fn key(text: &str) -> Msg {
    Msg::Key(Chord::parse(text).unwrap())
}

fn remembered(effects: &[Effect]) -> Vec<Setting> {
    let setting = |effect: &Effect| match effect {
        Effect::Remember(_, setting) => Some(*setting),
        _ => None,
    };
    effects.iter().filter_map(setting).collect()
}

#[test]
fn a_key_goes_through_the_colours_and_they_are_remembered() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    for choice in [
        Choice::Dark,
        Choice::Light,
        Choice::HighContrast,
        Choice::None,
        Choice::Auto,
    ] {
        let asked = desk.ask(key("T"));
        assert_eq!(remembered(&asked), [Setting::Theme(choice)]);
        desk.shows("Couleurs :");
        desk.answer(asked);
    }
    desk.play(":");
    desk.type_text("couleurs");
    desk.shows("Changer de couleurs");
    let asked = desk.ask(key("Enter"));
    assert_eq!(remembered(&asked), [Setting::Theme(Choice::Dark)]);
}

#[test]
fn the_mouse_can_be_left_to_the_terminal() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    let asked = desk.ask(key("F4"));
    assert!(asked.iter().any(|effect| matches!(effect, Effect::Mouse(true))));
    let asked = desk.ask(key("F4"));
    assert!(asked.iter().any(|effect| matches!(effect, Effect::Mouse(false))));
    assert_eq!(remembered(&asked), [Setting::Mouse(false)]);
}

#[test]
fn advancing_is_remembered() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("j j Enter");
    assert_eq!(remembered(&desk.ask(key("t"))), [Setting::AutoAdvance(false)]);
}

fn hinted() -> Desk {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.model.shared.comfort.hints = Hints::new(true);
    desk.play("j j j Enter");
    desk.shows("Notez avec un chiffre : 0-5");
    desk.shows("c écrit un commentaire, e montre la pièce suivante");
    desk.shows("n va au prochain critère à noter, ? montre toutes les touches");
    desk
}

#[test]
fn each_hint_goes_away_with_its_key_and_none_comes_again() {
    let mut desk = hinted();
    assert_eq!(remembered(&desk.ask(key("j"))), []);
    let scored = desk.ask(key("3"));
    assert_eq!(remembered(&scored), []);
    desk.answer(scored);
    desk.hides("Notez avec un chiffre");
    desk.play("e");
    desk.hides("c écrit un commentaire");
    desk.shows("n va au prochain critère");
    let asked = desk.ask(key("n"));
    assert_eq!(remembered(&asked), [Setting::Hints(false)]);
    desk.hides("Pour commencer");
    assert_eq!(remembered(&desk.ask(key("3"))), []);
}

#[test]
fn escape_or_another_dossier_ends_the_hints() {
    let mut desk = hinted();
    let asked = desk.ask(key("Esc"));
    assert_eq!(remembered(&asked), [Setting::Hints(false)]);
    desk.hides("Pour commencer");
    desk.shows("Réponses");
    let mut desk = hinted();
    let left = desk.ask(key("q"));
    assert_eq!(remembered(&left), [Setting::Hints(false)]);
    desk.answer(left);
    desk.play("j Enter");
    desk.hides("Pour commencer");
}

#[test]
fn a_coordinator_needs_no_hints() {
    let mut desk = Desk::coordinator(Place::Dossiers, Lang::Fr, SIZE);
    desk.model.shared.comfort.hints = Hints::new(true);
    desk.play("Enter");
    desk.hides("Pour commencer");
}

fn writing(text: &str) -> Desk {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("j j j Enter c");
    desk.type_text(text);
    desk
}

fn text(desk: &Desk) -> String {
    let editor = desk.model.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Editor(editor) => Some(editor.text()),
        _ => None,
    });
    editor.expect("an editor")
}

#[test]
fn an_editor_counts_what_is_written() {
    let desk = writing("deux mots");
    desk.shows("9 caractères · 2 mots");
}

#[test]
fn the_own_editor_is_given_the_text_and_gives_it_back() {
    let mut desk = writing("brouillon");
    let asked = desk.ask(key("Ctrl-e"));
    let saved = asked.iter().position(|effect| matches!(effect, Effect::Do(..)));
    let handed = asked
        .iter()
        .position(|effect| matches!(effect, Effect::EditOutside(..)));
    assert!(saved < handed && saved.is_some(), "the store has it first");
    let Some(Effect::EditOutside(ticket, given)) = asked.get(handed.unwrap()).cloned() else {
        panic!("the own editor was not asked");
    };
    assert_eq!(given, "brouillon");
    desk.answer(asked);
    let back = desk.ask(Msg::Answer(
        ticket,
        Ok(Answered::Edited("au net\u{1b}[2J".to_owned())),
    ));
    assert!(back.iter().any(|effect| matches!(effect, Effect::Do(..))));
    desk.answer(back);
    assert_eq!(text(&desk), "au net␛[2J");
    desk.play("Ctrl-z Ctrl-z");
    assert_eq!(text(&desk), "brouillon");
}

#[test]
fn an_own_editor_that_fails_leaves_the_text_and_says_why() {
    let mut desk = writing("gardé");
    let asked = desk.ask(key("Ctrl-e"));
    let ticket = asked.iter().find_map(|effect| match effect {
        Effect::EditOutside(ticket, _) => Some(*ticket),
        _ => None,
    });
    desk.answer(asked);
    let why = Saying::new("comfort-editor-unset");
    desk.send(Msg::Answer(ticket.unwrap(), Err(why)));
    desk.shows("Aucun éditeur n’est indiqué");
    assert_eq!(text(&desk), "gardé");
}

#[test]
fn a_sentence_is_kept_found_again_and_put_in() {
    let mut desk = writing("Très bonne pratique.");
    desk.play("Ctrl-t");
    desk.shows("garder la sélection ou le paragraphe comme formule");
    let asked = desk.ask(key("Enter"));
    let kept = asked.iter().find_map(|effect| match effect {
        Effect::KeepSnippets(_, list) => Some(list.clone()),
        _ => None,
    });
    assert_eq!(kept.unwrap(), ["Très bonne pratique."]);
    desk.answer(asked);
    desk.play("Esc n c Ctrl-t");
    desk.type_text("bonprat");
    desk.play("Enter");
    assert_eq!(text(&desk), "Très bonne pratique.");
}

#[test]
fn a_hundred_kilobytes_are_pasted_and_shown_at_once() {
    let mut desk = writing("");
    let long = "Une phrase d’une longueur ordinaire, puis une autre.\n".repeat(2_000);
    let start = std::time::Instant::now();
    desk.send(Msg::Paste(long.clone()));
    desk.screen();
    desk.play("x y z");
    desk.screen();
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    assert_eq!(text(&desk), format!("{long}xyz"));
}

/// Numbers in a fixed order that looks like none.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn size(&mut self) -> Msg {
        Msg::Resize {
            width: u16::try_from(1 + self.below(300)).unwrap(),
            height: u16::try_from(1 + self.below(100)).unwrap(),
        }
    }
}

const BACK: Msg = Msg::Resize {
    width: 120,
    height: 40,
};

/// Any size, while a text is written: it stays.
fn resizes(count: usize) {
    let mut dice = Dice(0x5eed);
    let mut desk = writing("l’œuvre d’été, 東京");
    for turn in 0..count {
        desk.send(dice.size());
        desk.screen();
        if turn % 100 == 0 {
            desk.type_text("é");
        }
    }
    desk.send(BACK);
    let typed = "é".repeat(count.div_ceil(100));
    assert_eq!(text(&desk), format!("l’œuvre d’été, 東京{typed}"));
    desk.shows("l’œuvre d’été");
}

/// Any key at any size; what is written in between is what is read again.
fn keys(count: usize) {
    const NAMES: [&str; 24] = [
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
        "BackTab",
        "Space",
        "Backspace",
        "Delete",
        "F1",
        "F2",
        "F4",
        "Ctrl-t",
        "Ctrl-e",
        "Ctrl-z",
        "Ctrl-s",
        "Alt-Enter",
        "Ctrl-p",
    ];
    let mut dice = Dice(0xfeed);
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.model.shared.comfort.hints = Hints::new(true);
    for turn in 0..count {
        let msg = match dice.below(10) {
            0 => dice.size(),
            1..=4 => key(NAMES[usize::try_from(dice.below(24)).unwrap()]),
            _ => Msg::Key(Chord::of(char::from(u8::try_from(33 + dice.below(94)).unwrap()))),
        };
        desk.send(msg);
        desk.screen();
        if turn % 250 == 249 {
            desk.send(BACK);
            desk.play("Esc Esc Esc Esc Esc Esc");
            desk.play("Home Down Enter n c");
            if desk.model.overlays.is_empty() {
                continue;
            }
            let before = text(&desk);
            desk.type_text("œuvre");
            desk.send(dice.size());
            desk.screen();
            desk.send(BACK);
            assert_eq!(text(&desk), format!("{before}œuvre"));
        }
    }
}

#[test]
fn five_hundred_sizes_lose_nothing() {
    resizes(500);
}

#[test]
fn a_thousand_keys_do_no_harm() {
    keys(1_000);
}

#[test]
#[ignore = "the full count; takes minutes"]
fn ten_thousand_sizes_lose_nothing() {
    resizes(10_000);
}

#[test]
#[ignore = "the full count; takes minutes"]
fn five_thousand_keys_do_no_harm() {
    keys(5_000);
}

fn mouse(column: u16, row: u16, gesture: Gesture) -> Msg {
    Msg::Mouse { column, row, gesture }
}

/// Finds where a text stands on the screen.
fn place(desk: &Desk, text: &str) -> (u16, u16) {
    let screen = desk.screen();
    let found = screen.lines().enumerate().find_map(|(row, line)| {
        let at = line.find(text)?;
        Some((line[..at].chars().count(), row))
    });
    let (column, row) = found.unwrap_or_else(|| panic!("no {text:?} in\n{screen}"));
    (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
}

fn click(desk: &mut Desk, text: &str) {
    let (column, row) = place(desk, text);
    desk.send(mouse(column, row, Gesture::Click));
}

#[test]
fn a_click_goes_to_what_is_under_it() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    click(&mut desk, "16004");
    desk.play("Enter");
    desk.shows("Réponses");
    desk.hides("Haut-Sorvan");
    desk.play("q");
    desk.model.shared.comfort.mouse = true;
    click(&mut desk, "16004");
    click(&mut desk, "16004");
    desk.shows("16004 CC du Haut-Sorvan");
    click(&mut desk, " 3 ");
    desk.shows("╭ 3.1");
    click(&mut desk, "3.2 ");
    desk.shows("╭ 3.2");
    click(&mut desk, " 1 ");
    desk.shows("╭ 1.1");
    desk.play("3");
    desk.shows("1/12");
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_no_gesture_does_harm() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.model.shared.comfort.mouse = true;
    desk.play("Enter");
    let before = desk.screen();
    desk.send(mouse(10, 10, Gesture::WheelDown));
    assert_ne!(desk.screen(), before);
    desk.send(mouse(10, 10, Gesture::WheelUp));
    assert_eq!(desk.screen(), before);
    let mut dice = Dice(0xbeef);
    let desks = vec![
        Desk::juror(Lang::Fr, SIZE),
        Desk::committee(Lang::Fr, SIZE),
        Desk::coordinator(Place::Sheets, Lang::Fr, SIZE),
        Desk::coordinator(Place::Committee, Lang::Fr, SIZE),
        Desk::welcome(Lang::Fr, SIZE),
    ];
    for mut desk in desks {
        desk.model.shared.comfort.mouse = true;
        for _ in 0..200 {
            let gesture = match dice.below(4) {
                0 => Gesture::WheelUp,
                1 => Gesture::WheelDown,
                2 => Gesture::Drag,
                _ => Gesture::Click,
            };
            let column = u16::try_from(dice.below(130)).unwrap();
            let row = u16::try_from(dice.below(45)).unwrap();
            desk.send(mouse(column, row, gesture));
            desk.screen();
        }
    }
}
