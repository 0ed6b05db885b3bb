//! Comment, feedback, note: line by line, and never lost.

use super::{Juror, context, hold, read, talk};
use tnl_jury::domain::words::Lang;
use tnl_jury::office::Office;
use tnl_jury::plain::PlainError;
use tnl_jury::store::Access;

#[test]
fn a_text_of_several_lines_is_taken_back_and_brought_back_whole() {
    let juror = Juror::new();
    let said = juror.types(&["o 26001", "c", "Un.", "", "Deux, le cœur.", ".", "u", "r"]);
    assert!(
        said.contains("Commentaire pour le jury, critère 1.1, 3 lignes, c’est enregistré."),
        "{said}"
    );
    assert!(said.contains("Annulé.") && said.contains("Rétabli."), "{said}");
    assert_eq!(juror.comment("26001", "1.1"), "Un.\n\nDeux, le cœur.");
    let said = juror.types(&[
        "o 26001",
        "commentaire",
        ".",
        "comment",
        "+",
        "Trois.",
        ".",
        "c",
        "Tout autre.",
        ".",
    ]);
    assert!(said.contains("Texte actuel : Un. Deux, le cœur."), "{said}");
    assert!(
        said.contains("Rien n’a été changé."),
        "an empty text keeps the old one: {said}"
    );
    assert_eq!(juror.comment("26001", "1.1"), "Tout autre.");
    juror.types(&["u"]);
    assert_eq!(juror.comment("26001", "1.1"), "Un.\n\nDeux, le cœur.\nTrois.");
}

#[test]
fn the_end_of_the_input_keeps_what_was_written() {
    let juror = Juror::new();
    let said = juror.types(&["o 26001", "c", "Première ligne.", "Seconde, sans"]);
    assert!(said.ends_with("Tout est enregistré. Au revoir.\n"), "{said}");
    assert_eq!(juror.comment("26001", "1.1"), "Première ligne.\nSeconde, sans");
    juror.types(&["o 26001", "c"]);
    assert_eq!(juror.comment("26001", "1.1"), "Première ligne.\nSeconde, sans");
}

#[test]
fn each_text_has_its_place_and_a_note_stays_at_home() {
    let juror = Juror::new();
    let sheet = format!("feuille {}", juror.at("a.sheet.json").display());
    let lines = [
        "o 26001",
        "3",
        "k 1.1",
        "f",
        "Un stand.",
        ".",
        "note",
        "Pour moi.",
        ".",
        "i",
        "effacer note",
        "u",
    ];
    let said = juror.types(&[&lines[..], &[&sheet]].concat());
    assert!(
        said.contains("Piste pour le candidat : Un stand.\nNote personnelle : Pour moi."),
        "{said}"
    );
    let view = juror.view("26001");
    assert_eq!(view.cells["1.1"].feedback.0, "Un stand.");
    assert_eq!(
        view.notes["1.1"].0, "Pour moi.",
        "erased, and brought back by undo"
    );
    let handed = read(&juror.at("a.sheet.json"));
    assert!(handed.contains("Un stand.") && !handed.contains("Pour moi."));
}

#[test]
fn a_text_that_cannot_be_saved_is_said_again_and_ends_in_a_failure() {
    let juror = Juror::new();
    let office = Office::open(&juror.store(), Access::Read, context()).unwrap();
    let (held, said) = hold(office, Lang::Fr, "o 26001\nc\nPerdu ?\nNon.\n.\nEncore.");
    assert!(matches!(held, Err(PlainError::Unsaved(_))), "{said}");
    assert_eq!(
        said.matches("n’est pas encore enregistré").count(),
        3,
        "once, at the dot, at the end: {said}"
    );
    assert!(
        said.contains("Votre texte\u{a0}: Perdu ?\n  Non.\n  Encore.\n"),
        "{said}"
    );
    assert!(
        !said.contains("c’est enregistré") && !said.contains("Au revoir"),
        "{said}"
    );
    let office = Office::open(&juror.store(), Access::Read, context()).unwrap();
    let said = talk(office, Lang::Fr, "o 26001\n3\n");
    assert!(
        !said.contains("enregistré.\nCritère"),
        "a score is not said to be saved: {said}"
    );
}
