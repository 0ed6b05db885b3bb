//! Dossiers, answers, evidence, search.

use super::{Juror, context, id, read};
use crate::support::shop::fixture;
use tnl_jury::domain::evidence::Reading;
use tnl_jury::office::{Act, Office};
use tnl_jury::store::Access;

#[test]
fn the_list_and_the_start_tell_where_one_stands() {
    let juror = Juror::new();
    juror.types(&["26003", "3"]);
    let said = juror.types(&[
        "liste",
        "dossiers communaute",
        "l zzz",
        "ouvrir",
        "ouvrir nulle part",
        "o commun",
        "b",
    ]);
    assert!(said.starts_with(
        "Bonjour Agnès Lefèvre. Label Territoire Numérique Libre, édition 2026.\n3 dossiers. Terminés ou en déport : 0. À faire : 3."
    ));
    assert!(
        said.contains("\n26003, DEPARTEMENT D'EXEMPLIE, département, 1 sur 12 notés, en cours\n"),
        "{said}"
    );
    assert!(said.contains("Aucun dossier ne ressemble à « zzz »"), "{said}");
    assert!(
        said.contains("Quel dossier ?") && said.contains("Aucun dossier « nulle part »"),
        "{said}"
    );
    assert!(said.contains("« commun » peut désigner 26001"), "{said}");
}

#[test]
fn a_criterion_is_said_whole() {
    let juror = Juror::with_evidence();
    let said = juror.types(&["16001", "k 1.2", "généralités", "k", "v"]);
    let from = said
        .find("Critère 1.2, Formats ouverts dans les échanges. Axe 1, Formats ouverts.")
        .unwrap();
    let whole = &said[from..];
    let mut at = 0;
    for part in [
        "Consigne : Comparer les formats",
        "Question : Comment privilégiez-vous",
        "Réponse : ",
        "Question : Dans quels formats",
        "Aucune pièce ici ; ce dossier en a 5 ailleurs",
        "0 : Pièces échangées en formats fermés",
        "5 : Tous les échanges",
        "a : abstention. x : sans objet.",
        "État : pas encore noté.",
        "16001, critère 1.2. Une note de 0 à 5, un mot, ou « aide » >",
        "Question : Présentez la collectivité",
        "Critère 4.2, Modalités de diffusion des données publiques : pas encore noté",
    ] {
        let place = whole[at..]
            .find(part)
            .unwrap_or_else(|| panic!("{part}: {whole}"));
        at += place + part.len();
    }
}

#[test]
fn a_text_is_read_page_by_page() {
    let folder = tempfile::tempdir().unwrap();
    let pieces = folder.path().join("pieces");
    copy(fixture("demo/evidence").as_ref(), &pieces);
    let lines: Vec<String> = (1..=45).map(|n| format!("Ligne {n}\u{1b}[2J\n")).collect();
    std::fs::write(pieces.join("16003/note-du-maire.txt"), lines.concat()).unwrap();
    // Without a checksum a piece is found by its name.
    let export = read(fixture("demo/demarche.json").as_ref()).replace("checksum", "somme");
    let juror = Juror::with(&export, Some(pieces));
    let said = juror.types(&["16003", "p", "pièce 2", "suite", "", "", "p 9", "p deux"]);
    assert!(said.contains("Pièce 2 : note-du-maire.txt, TXT, "), "{said}");
    assert!(said.contains("Ligne 20␛[2J\nPage 1 sur 3. « suite »"), "{said}");
    assert!(
        said.contains("Ligne 45␛[2J\nPage 3 sur 3, fin de la pièce 2.\n"),
        "{said}"
    );
    assert!(
        said.contains("Il n’y a pas de pièce « 9 »") && said.contains("« deux »"),
        "{said}"
    );
    assert!(
        juror.marks("16003").is_empty(),
        "nothing of it was taken for a score"
    );
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}

#[test]
fn what_is_no_text_is_written_where_the_juror_says_and_replaces_nothing() {
    let juror = Juror::with_evidence();
    let whole = std::fs::read(format!("{}/16001/portail-donnees.png", fixture("demo/evidence"))).unwrap();
    let path = juror.at("portail.png").display().to_string();
    let direct = format!("pièce 5 {}", juror.folder.path().display());
    let said = juror.types(&[
        "16001", "p 5", &path, "p 5", &path, "p 5", "", "p 5", "2", "p 5", "bilan", &direct,
    ]);
    assert_eq!(std::fs::read(&path).unwrap(), whole);
    assert_eq!(
        std::fs::read(juror.at("5-portail-donnees.png")).unwrap(),
        whole,
        "{said}"
    );
    assert!(
        said.contains("Écrit : ") && said.contains("existe déjà et n’a pas été touché"),
        "{said}"
    );
    assert_eq!(said.matches("Rien n’a été écrit.").count(), 3, "{said}");
    assert!(
        said.contains("Notes données : 0 sur 168."),
        "a command is obeyed: {said}"
    );
    assert!(
        juror.marks("16001").is_empty(),
        "a number that was no path is no score: {said}"
    );
}

#[test]
fn a_piece_that_is_not_here_is_said_to_be_missing() {
    let said = Juror::new().types(&["26001", "p", "p 1"]);
    assert!(
        said.contains(", manquante.") && said.contains("Demandez un nouveau paquet"),
        "{said}"
    );
}

#[test]
fn a_hit_is_opened_by_its_number() {
    let juror = Juror::new();
    juror.types(&["26002", "2.1", "c", "Le cœur du dossier.", "."]);
    let said = juror.types(&[
        "chercher COEUR",
        "7",
        "1",
        "chercher rien de tel",
        "t",
        "t migration",
        "liste",
    ]);
    assert!(said.contains(
        "1. Dossier 26002, COMMUNAUTE DE COMMUNES DU VAL SOURCE, critère 2.1, votre texte : Le cœur"
    ));
    assert!(said.contains("Il n’y a pas de résultat 7 : de 1 à 1."), "{said}");
    assert!(
        said.contains("Commentaire pour le jury : Le cœur du dossier."),
        "the place is opened: {said}"
    );
    assert!(
        said.contains("Rien ne contient « rien de tel »") && said.contains("Chercher quoi ?"),
        "{said}"
    );
    assert!(
        said.contains("26003, DEPARTEMENT D'EXEMPLIE, département"),
        "a word is obeyed: {said}"
    );
    assert!(juror.marks("26002").is_empty(), "the number of a hit is no score");
}

#[test]
fn a_changed_answer_is_pointed_out_until_it_was_seen() {
    let juror = Juror::new();
    juror.types(&["26001", "2.2", "3"]);
    let export = read(fixture("demarche_example.json").as_ref()).replace("\"142\"", "\"150\"");
    let coordinator = Office::open(&juror.at("k.sqlite"), Access::Write, context()).unwrap();
    juror.takes(coordinator, &export, None);
    let view = juror.view("26001");
    assert_eq!(view.changes.len(), 1);
    let said = juror.types(&["26001", "vu", "2.2", "vu", "vu"]);
    assert!(
        said.contains("Une réponse a changé depuis vos notes : 2.2."),
        "{said}"
    );
    assert!(
        said.contains("Cette réponse a changé depuis vos notes. Avant : 142"),
        "{said}"
    );
    assert!(
        said.contains("Une réponse changée, marquée comme vue.\n26001, critère 2.2."),
        "{said}"
    );
    assert!(
        said.contains("Aucune réponse n’a changé là.\n26001, critère 1.1."),
        "{said}"
    );
    assert!(juror.view("26001").changes.is_empty());
}

#[test]
fn a_document_that_was_read_before_is_read_here_whatever_its_format() {
    let juror = Juror::with_evidence();
    let view = juror.view("16003");
    let digest = view.dossier.evidence[2].sha256.clone().unwrap();
    let pages = vec![
        "Permanence le mardi.".to_owned(),
        "Entrée\u{1b}[2J libre.".to_owned(),
    ];
    let keep = Act::KeepReading {
        dossier: id("16003"),
        digest,
        reading: Reading {
            pages,
            truncated: true,
        },
    };
    juror.office().perform(keep).unwrap();
    let said = juror.types(&["chercher permanence mardi", "1", "p", "p 3"]);
    assert!(said.contains("Ces mots sont dans la pièce 3"), "{said}");
    assert!(
        said.contains("Pièce 3 : affichette-permanence.pdf, PDF, 2 ko, se lit ici."),
        "{said}"
    );
    assert!(
        said.contains("Page 1 du document : Permanence le mardi.\nPage 2 du document : Entrée␛[2J libre.\n"),
        "{said}"
    );
    assert!(
        said.contains("Trop longue pour être lue en entier ici."),
        "{said}"
    );
}

#[test]
fn a_sentence_is_cited_by_its_words_and_erased_again() {
    let juror = Juror::with_evidence();
    let said = juror.types(&[
        "16001",
        "k 1.1",
        "citer",
        "citer 1",
        "citer 1 formats ouverts de la lune",
        "citer 1 decision motivee",
        "\" 1 2 bilan est presente",
        "citer 1 decision motivee",
        "relire",
    ]);
    assert!(said.contains("Aucune citation à ce critère."), "{said}");
    assert!(said.contains("Ajoutez des mots de la phrase"), "{said}");
    assert!(
        said.contains("« formats ouverts de la lune » ne se trouve pas"),
        "{said}"
    );
    assert!(
        said.contains("Gardé avec la note. « Un logiciel qui ne sait ni lire"),
        "{said}"
    );
    assert!(said.contains("(charte-numerique.pdf, p. 2)"), "{said}");
    assert!(said.contains("déjà cité"), "{said}");
    let cited = |juror: &Juror| {
        let cells = juror.view("16001").cells;
        cells.get("1.1").map_or(0, |cell| cell.citations.len())
    };
    assert_eq!(cited(&juror), 2);
    let said = juror.types(&["16001", "k 1.1", "effacer citation", "u"]);
    assert!(said.contains("Effacé"), "{said}");
    assert_eq!(cited(&juror), 2);
    juror.types(&["16001", "k 1.1", "effacer citation"]);
    assert_eq!(cited(&juror), 1);
}
