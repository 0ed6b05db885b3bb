//! Answers that changed after a score, the history of a criterion, and a recusal that is suggested once.

use super::desk::Desk;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::{Answered, Msg};
use tnl_jury::domain::ids::DossierId;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::{Act, Answer};

const SIZE: (u16, u16) = (120, 40);

/// A juror's desk on which an answer to criterion 1.1 of the first dossier was otherwise when it was scored, and
/// another answer is no longer there.
pub(super) fn changed(lang: Lang, size: (u16, u16)) -> Desk {
    Desk::juror_after(lang, size, |store| {
        let mut first = None;
        let take = |stored: tnl_jury::store::Stored| {
            first.get_or_insert(stored.dossier);
            Ok::<_, tnl_jury::store::StoreError>(())
        };
        store.each_dossier(take).unwrap();
        let dossier = first.unwrap();
        let answer = dossier
            .answers
            .iter()
            .find(|a| a.text.contains("Le RGI v2 est cité"));
        let answer = answer.unwrap();
        let before = answer.text.replace("Le RGI v2", "Le RGI v1 \u{1b}[31m seul");
        let at = "2026-11-01T10:00:00Z";
        store.add_change(&dossier.id, &answer.champ, &before, at).unwrap();
        store
            .add_change(&dossier.id, "gone", "Ancienne réponse", at)
            .unwrap();
    })
}

/// A desk whose dossiers come with a suggestion, before anything is scored on them.
pub(super) fn suggested(lang: Lang, size: (u16, u16)) -> Desk {
    let mut desk = Desk::juror(lang, size);
    desk.play("End");
    suggest(&mut desk, "Enter");
    desk
}

/// Presses a key, and has the dossier that is asked for come with a suggestion.
fn suggest(desk: &mut Desk, key: &str) {
    let effects = desk.ask(Msg::Key(Chord::parse(key).unwrap()));
    for effect in effects {
        let Some((ticket, outcome)) = desk.worker.answer(effect) else {
            continue;
        };
        let outcome = outcome.map(|answered| match answered {
            Answered::Told(mut answer) => {
                if let Answer::Dossier(Some(seen)) = answer.as_mut() {
                    seen.resembles = true;
                }
                Answered::Told(answer)
            }
            other => other,
        });
        desk.send(Msg::Answer(ticket, outcome));
    }
}

#[test]
fn a_changed_answer_is_marked_until_it_was_seen_with_the_difference() {
    let mut desk = changed(Lang::Fr, SIZE);
    desk.shows("≠2");
    desk.play("Enter g");
    desk.shows("≠ modifiée depuis votre note · d : différence");
    desk.shows("1 Formats ouverts ≠");
    desk.hides("Avant :");
    desk.play("d");
    desk.shows("Avant :");
    desk.shows("Le RGI [-v1");
    desk.shows("{+v2+}");
    desk.shows("␛[31m");
    desk.play("d");
    desk.hides("≠ modifiée");
    desk.hides("Avant :");
    desk.play("Esc");
    desk.shows("≠1");
}

#[test]
fn moving_on_from_the_difference_says_that_it_was_seen() {
    let mut desk = changed(Lang::Fr, SIZE);
    desk.play("Enter g d j k");
    desk.hides("≠ modifiée");
    desk.play("End");
    desk.shows("≠ retirée depuis votre note · d : différence");
    desk.play("d");
    desk.shows("Ancienne réponse");
    desk.play("Esc");
    desk.hides("≠");
}

#[test]
fn what_was_not_looked_at_stays_marked() {
    let mut desk = changed(Lang::Fr, SIZE);
    desk.play("Enter g j k Esc");
    desk.shows("≠2");
    desk.play("Enter j d");
    desk.shows("Aucune réponse de ce critère n’a changé");
}

#[test]
fn a_recusal_is_suggested_and_dismissed_for_good() {
    let mut desk = suggested(Lang::Fr, SIZE);
    desk.shows("Votre organisme ressemble au candidat : R vous déporte, z ne le dit plus.");
    let effects = desk.ask(Msg::Key(Chord::of('z')));
    let acts: Vec<&Act> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Do(_, act) => Some(act),
            _ => None,
        })
        .collect();
    let last = DossierId::from("demarche-16014");
    assert!(
        matches!(acts.as_slice(), [Act::Dismiss { dossier }] if *dossier == last),
        "{acts:?}"
    );
    desk.answer(effects);
    desk.hides("Votre organisme");
    desk.play("z");
    desk.shows("Aucun déport n’est suggéré");
}

#[test]
fn whoever_scores_goes_on() {
    let mut desk = suggested(Lang::Fr, SIZE);
    desk.play("3");
    desk.hides("Votre organisme");
}

#[test]
fn the_history_tells_what_was_done_and_taken_back() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("Enter g 4 u g h");
    desk.shows("Historique du critère 1.1");
    desk.shows("note : de 3 à 4");
    desk.shows("↶ repris ensuite");
    desk.shows("note : de 4 à 3");
    desk.shows("↶ reprise");
    desk.shows("note : de rien à 3");
    let screen = desk.screen();
    assert!(
        screen.find("de 4 à 3") < screen.find("de rien à 3"),
        "the newest first"
    );
    desk.play("Esc");
    desk.hides("Historique");
}
