//! What the dialogue looks like to a machine that reads it aloud: whole lines, no drawing, nothing that acts.

use super::{Juror, joined, read, talk};
use crate::commands::{campaign, opened};
use crate::support::shop::fixture;
use std::io::Write as _;
use std::process::Stdio;
use tnl_jury::domain::words::Lang;

/// Every word, in the list and in a criterion, with answers to what is asked.
const TOUR: [&str; 44] = [
    "aide",
    "liste",
    "",
    "suite",
    "retour",
    "bilan",
    "chercher logiciel",
    "1",
    "retour",
    "xyzzy",
    "d",
    "ouvrir",
    "suivant",
    "aide",
    "",
    "relire",
    "valeurs",
    "généralités",
    "critères",
    "comparer",
    "vu",
    "pièces",
    "pièce 1",
    "suite",
    "pièce 3",
    "",
    "c",
    "Un.",
    ".",
    "f",
    "Deux.",
    ".",
    "n",
    "Trois.",
    ".",
    "3",
    "a",
    "x",
    "effacer",
    "u",
    "r",
    "déport",
    "oui",
    "q",
];

fn is_drawing(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}' | '\u{25a0}'..='\u{25ff}' | '\u{2190}'..='\u{21ff}' | '\u{2700}'..='\u{27bf}')
}

fn check_shape(said: &str) {
    assert!(said.bytes().all(|byte| byte >= 0x20 || byte == b'\n'), "{said:?}");
    assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
    for line in said.lines() {
        assert!(!line.trim().is_empty(), "an empty line says nothing: {said}");
        assert!(!line.chars().any(is_drawing), "{line}");
        let is_long = line.chars().count() > 80;
        assert!(!is_long || line.trim().split(' ').count() < 3, "{line}");
    }
}

#[test]
fn a_whole_tour_says_whole_lines_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let juror = Juror::with_evidence();
        let said = talk(juror.office(), lang, &TOUR.join("\n"));
        check_shape(&said);
        assert!(!said.contains("plain-"), "a word lacks: {said}");
        let prompts = said
            .lines()
            .filter(|line| line.ends_with('>') || line.ends_with('?'))
            .count();
        assert!(prompts >= TOUR.len() / 2, "{said}");
    }
}

#[test]
fn english_is_spoken_and_both_languages_are_understood() {
    let juror = Juror::new();
    let script = "open 26001\n3\nabstention\nnot applicable\nback\nlist\nhelp\nnonsense\nquit\n4\n";
    let said = joined(&talk(juror.office(), Lang::En, script));
    check_shape(&said.replace(' ', "\u{a0}"));
    assert!(said.starts_with("Good day Agnès Lefèvre."), "{said}");
    assert!(
        said.contains("3, Written instruction to follow RGI v2, known to the services concerned, saved.\n")
    );
    assert!(
        said.contains("\nabstention, saved.\n") && said.contains("\nnot applicable, saved.\n"),
        "{said}"
    );
    assert!(said.contains(
        "“nonsense” is not understood here. Type a dossier’s number, or one of these words: list,"
    ));
    assert!(said.ends_with("All is saved. Good-bye.\n"), "{said}");
    assert_eq!(juror.marks("26001"), ["3", "abstain", "na"]);
}

#[test]
fn unknown_words_list_the_known_ones_and_sentences_are_no_commands() {
    let juror = Juror::new();
    let said = juror.types(&[
        "bonjour",
        "26001",
        "bonjour",
        "a revoir demain",
        "x?",
        "C est bien",
    ]);
    assert!(said.contains(
        "« bonjour » n’est pas compris ici. Tapez un numéro de dossier, ou un de ces mots : liste, ouvrir"
    ));
    assert!(
        said.contains("« bonjour » n’est pas compris ici. Tapez une note de 0 à 5, le code d’un critère"),
        "{said}"
    );
    assert!(
        said.contains("« a revoir demain » n’est pas compris, et rien n’a été fait"),
        "{said}"
    );
    assert!(juror.marks("26001").is_empty());
}

#[test]
fn what_others_wrote_acts_on_nothing_and_passes_for_nothing() {
    let evil = "\\u001b]0;t\\u0007\\u009b31m\\u202e\\u001b[2J";
    let spoof = "Non.\\n5, exemplaire, enregistré.\\n\\u2588\\u2588\\u2500 60";
    let export = read(fixture("demarche_example.json").as_ref())
        .replace("COMMUNE DE FONTLIBRE", &format!("COMMUNE {evil}"))
        .replace("Migration engagée en 2021.", spoof);
    let juror = Juror::with(&export, None);
    let typed = "\u{1b}]0;x\u{7}\u{202e}";
    let script = format!(
        "liste\n{typed}\no {typed}\n26001\ng\nc\n{typed}é\u{1b}[D.\n.\nt migr{typed}\nfeuille /non/{typed}\n"
    );
    let said = talk(juror.office(), Lang::Fr, &script);
    check_shape(&said);
    assert!(
        !said.contains('\u{202e}') && said.contains("COMMUNE ␛]0;t␇"),
        "{said}"
    );
    assert!(
        said.contains("\n  5, exemplaire, enregistré.\n   60\n"),
        "quoted lines stand apart: {said}"
    );
    assert!(!said.contains("\n5, exemplaire"), "{said}");
    let comment = juror.comment("26001", "1.1");
    assert!(
        comment.ends_with("é.") && !comment.contains('\u{1b}'),
        "a stray key is no text: {comment:?}"
    );
}

#[test]
fn the_program_talks_over_a_pipe() {
    let shop = campaign();
    let store = opened(&shop, 0);
    let talk = |args: &[&str], input: &str| {
        let mut command = shop.command();
        command
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, said) = talk(&["--plain", "--store", &store], "suivant\n3\nc\nÀ mi-chemin");
    assert_eq!(code, Some(0), "{said}");
    check_shape(&said);
    assert!(said.contains("Tout est enregistré. Au revoir."), "{said}");
    let rows = shop.json(&store, &["dossiers"]);
    assert_eq!(rows[0]["scored"], 1);
    let (code, said) = talk(&["--store", "k.sqlite", "--lang", "en", "--plain"], "");
    assert!(code == Some(0) && said.contains("coordinator’s"), "{said}");
    assert_eq!(talk(&["--plain", "--store", "none.sqlite"], "").0, Some(1));
    assert_eq!(talk(&["--plain", "--json", "--store", &store], "").0, Some(2));
}
