//! Marks, undo, recusal, the sheet.

use super::{Juror, context, read, talk};
use tnl_jury::domain::words::Lang;
use tnl_jury::office::{NewCampaign, new_campaign, read_sheet};

#[test]
fn a_whole_dossier_is_scored_and_handed_in() {
    let juror = Juror::new();
    let sheet = juror.at("agnes.sheet.json");
    let hand_in = format!("feuille {}", sheet.display());
    let said = juror.types(&[
        "ouvrir 26001",
        "3",
        "4",
        "0",
        "5",
        "2",
        "1",
        "3",
        "3",
        "3",
        "4",
        "2",
        "5",
        "bilan",
        &hand_in,
        "quitter",
    ]);
    assert_eq!(said.matches(", enregistré.\n").count(), 12, "{said}");
    assert!(
        said.contains(
            "3, Consigne écrite de suivre le RGI v2, connue des services concernés, enregistré.\nCritère 1.2,"
        ),
        "{said}"
    );
    assert!(
        said.contains("Dossier complet : 12 sur 12 notés. « suivant » mène"),
        "{said}"
    );
    assert!(said.contains("Notes données : 12 sur 36. Il en manque 24.\nManque, dossier 26002, COMMUNAUTE"));
    assert!(
        said.contains(&format!("Feuille écrite : {}.", sheet.display())),
        "{said}"
    );
    assert!(said.contains("Envoyez ce fichier à la coordination"), "{said}");
    assert!(said.ends_with("Tout est enregistré. Au revoir.\n"));
    assert_eq!(juror.marks("26001").concat(), "340521333425");
    assert_eq!(read_sheet(&sheet).unwrap().counts(), (1, 12, 0));
}

#[test]
fn the_last_digit_stays_and_a_further_one_changes_that_score() {
    let juror = Juror::new();
    let mut lines = vec!["26001", "1.2"];
    lines.extend(["3"; 12]);
    lines.extend(["5", "suivant"]);
    let said = juror.types(&lines);
    let order: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("Critère "))
        .collect();
    assert!(order[0].starts_with("1.1,") && order[1].starts_with("1.2,") && order[2].starts_with("1.3,"));
    assert!(
        order[12].starts_with("1.1,"),
        "from the end to the start of the dossier: {order:?}"
    );
    assert!(
        order[13].starts_with("1.1,") && said.contains("Dossier 26002,"),
        "then to the next"
    );
    assert_eq!(juror.marks("26001").concat(), "533333333333");
}

#[test]
fn marks_that_are_no_scores_and_values_off_the_scale() {
    let juror = Juror::new();
    let said = juror.types(&[
        "o 26001",
        "9",
        "A",
        "Sans objet",
        "3",
        "k 1.1",
        "effacer",
        "e",
        "effacer tout",
        "critère 9.9",
        "-1",
        "3.0",
    ]);
    assert!(
        said.contains("« 9 » n’est pas sur l’échelle : de 0 à 5, ou « a »"),
        "{said}"
    );
    assert!(
        said.contains("\nabstention, enregistré.\n") && said.contains("\nsans objet, enregistré.\n"),
        "{said}"
    );
    assert!(
        said.contains("Effacé.") && said.contains("Il n’y a rien à effacer là."),
        "{said}"
    );
    assert!(
        said.contains("« tout » ne s’efface pas") && said.contains("pas de critère « 9.9 »"),
        "{said}"
    );
    assert!(
        said.contains("« -1 » n’est pas compris ici. Tapez une note de 0 à 5"),
        "{said}"
    );
    assert_eq!(
        juror.marks("26001"),
        ["na", "3"],
        "no other was given, and 1.1 was taken back"
    );
}

#[test]
fn undo_goes_back_where_the_change_was() {
    let juror = Juror::new();
    let said = juror.types(&[
        "o 26001",
        "2",
        "retour",
        "u",
        "u",
        "rétablir",
        "annuler",
        "redo",
        "r",
    ]);
    assert!(
        said.contains("Annulé. Dossier 26001, COMMUNE DE FONTLIBRE.\nCritère 1.1,"),
        "{said}"
    );
    assert!(
        said.contains("Il n’y a plus rien à annuler.") && said.contains("Il n’y a rien à rétablir."),
        "{said}"
    );
    assert!(said.contains("Rétabli. Dossier 26001"), "{said}");
    assert_eq!(juror.marks("26001"), ["2"]);
}

#[test]
fn a_recusal_is_declared_kept_and_taken_back() {
    let juror = Juror::new();
    let said = juror.types(&[
        "o 26001",
        "1",
        "déport",
        "",
        "d",
        "non",
        "d",
        "3",
        "d",
        "j’y travaille",
        "4",
        "c",
        "s",
    ]);
    assert_eq!(said.matches("Rien n’a été changé.").count(), 3, "{said}");
    assert!(
        said.contains("Déport enregistré.") && said.contains("26001, en déport."),
        "{said}"
    );
    assert_eq!(
        said.matches("Vous êtes en déport sur ce dossier").count(),
        2,
        "{said}"
    );
    assert!(
        said.contains("Motif : j’y travaille") && said.contains("Dossier 26002"),
        "{said}"
    );
    assert_eq!(juror.view("26001").recusal.as_deref(), Some("j’y travaille"));
    assert_eq!(juror.marks("26001"), ["1"]);
    juror.types(&["o 26001", "d", "oui", "d", "oui", "u"]);
    assert_eq!(juror.view("26001").recusal, None);
}

#[test]
fn nothing_that_is_no_sheet_is_replaced() {
    let juror = Juror::new();
    let letter = juror.at("lettre.odt");
    std::fs::write(&letter, "Cher maire").unwrap();
    let folder = juror.folder.path().display().to_string();
    let (onto, quoted) = (format!("feuille {}", letter.display()), format!("'{folder}'"));
    let said = juror.types(&[
        &onto, "feuille", "", "feuille", "3", "w", "liste", "feuille", &quoted,
    ]);
    assert!(said.contains("existe déjà et n’a pas été touché"), "{said}");
    assert_eq!(said.matches("Rien n’a été écrit.").count(), 3, "{said}");
    assert!(
        said.contains("26003, DEPARTEMENT"),
        "a command is obeyed, not taken for a path: {said}"
    );
    assert_eq!(read(&letter), "Cher maire");
    assert!(
        read_sheet(&juror.at("agnes-lefevre.sheet.json")).is_ok(),
        "{said}"
    );
    assert!(!said.contains("ne finit pas par"));
}

#[test]
fn a_coordinator_is_told_which_commands_do_their_work() {
    let juror = Juror::new();
    let new = NewCampaign {
        grid: "tnl-2016".into(),
        edition: "2027".into(),
        ..NewCampaign::default()
    };
    let office = new_campaign(&juror.at("other.sqlite"), &new, context()).unwrap();
    let said = talk(office, Lang::Fr, "3\n");
    assert!(
        said.contains("celui de la coordination") && said.contains("merge"),
        "{said}"
    );
}
