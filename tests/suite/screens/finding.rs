//! Finding words, comparing, and mending one's scores.

use super::desk::Desk;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::Question;

const SIZE: (u16, u16) = (120, 40);

#[test]
fn a_search_leads_to_the_answer_that_holds_the_words_and_back() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("Enter");
    let before = desk.screen();
    desk.play("f");
    desk.type_text("hebergeur associatif");
    desk.play("Enter");
    desk.shows("1/2 · 2 passages");
    desk.shows("hébergeur associatif");
    desk.play("Enter");
    desk.shows("16003");
    desk.shows("╭ 2.3");
    desk.shows("▸ Décrivez la part du libre");
    desk.play("Esc");
    desk.shows("> hebergeur associatif");
    desk.play("Esc");
    assert_eq!(desk.screen(), before, "back where one was");
}

#[test]
fn answers_of_no_criterion_are_found_under_the_other_answers() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("f");
    desk.type_text("16001 siret population");
    desk.send(Msg::Paste(" zzz".to_owned()));
    desk.play("Enter");
    desk.shows("Rien ne contient « 16001 siret population zzz »");
    desk.shows("Essayez un mot de moins");
}

#[test]
fn what_is_typed_is_looked_for_after_a_rest_and_once() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("f");
    let asked = |effects: &[Effect]| {
        let words = effects.iter().find_map(|effect| match effect {
            Effect::Ask(_, Question::Search { words, .. }) => Some(words.clone()),
            _ => None,
        });
        let rests = effects
            .iter()
            .filter(|effect| matches!(effect, Effect::WakeAfter(_)));
        (words, rests.count())
    };
    let key = |c| Msg::Key(Chord::of(c));
    assert_eq!(asked(&desk.ask(key('é'))), (None, 1));
    assert_eq!(asked(&desk.ask(key('t'))), (None, 0));
    assert_eq!(asked(&desk.ask(Msg::Woke)), (None, 1), "one typed on meanwhile");
    let effects = desk.ask(Msg::Woke);
    assert_eq!(asked(&effects), (Some("ét".to_owned()), 0));
    assert_eq!(asked(&desk.ask(Msg::Woke)), (None, 0));
    desk.play("a");
    desk.answer(effects);
    desk.shows("… recherche");
}

#[test]
fn scores_on_a_criterion_are_seen_together_and_mended_at_once() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("Enter g V");
    desk.shows("Mes notes au critère 1.1");
    desk.shows("▸    [3] 16001");
    desk.play("4");
    desk.shows("▸    [4] 16001");
    desk.shows("enregistré");
    desk.play("u");
    desk.shows("▸    [3] 16001");
    desk.play("9");
    desk.shows("L’échelle va de 0 à 5");
    desk.play("5 Esc");
    desk.shows("╭ 1.1");
    desk.shows("1.1 Référentiel général d’interopérabilité");
    desk.shows("[5]");
    desk.play("V End Enter");
    desk.shows("16014 Belleroque-sur-Sarce");
    desk.shows("╭ 1.1");
    desk.play("Esc");
    desk.shows("Mes notes au critère 1.1");
    desk.play("Esc");
    desk.shows("16001 Valbrume");
}

#[test]
fn a_criterion_is_compared_with_the_scored_dossiers_first() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("Enter g v");
    desk.shows("ce dossier · 16001 Valbrume [3]");
    desk.shows("l’autre · 16002 Orvelance Agglo [5]");
    desk.shows("1/13 autres");
    desk.play("]");
    desk.shows("l’autre · 16003");
    desk.play("Left Left");
    desk.shows("l’autre · 16014");
    desk.shows("13/13 autres");
    desk.play("Enter");
    desk.shows("16014 Belleroque-sur-Sarce");
    desk.play("Esc");
    desk.shows("l’autre · 16014");
    desk.play("Esc");
    desk.shows("╭ 1.1");
    desk.hides("l’autre");
}

#[test]
fn in_a_narrow_terminal_the_two_sides_are_a_stack() {
    let mut desk = Desk::juror(Lang::Fr, (80, 24));
    desk.play("Enter g v");
    desk.shows("2/2 l’autre");
    desk.play("Tab");
    desk.shows("1/2 ce dossier · 16001 Valbrume [3]");
    desk.hides("16002 Orvelance");
}
