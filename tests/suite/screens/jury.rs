//! The jury's screen: conflicts are settled one by one, dossiers shared out after one saw how.

use super::desk::Desk;
use tnl_jury::desk::effect::{Effect, Waiting};
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::{Answered, Msg};
use tnl_jury::desk::update::Place;
use tnl_jury::domain::ids::{DossierId, JurorId};
use tnl_jury::domain::words::Lang;
use tnl_jury::office::Question;
use tnl_jury::store::{Conflict, PassageKind, Store};

const SIZE: (u16, u16) = (120, 40);

/// A coordinator's desk on a store in which dossiers name a juror.
pub(super) fn desk(lang: Lang, size: (u16, u16)) -> Desk {
    Desk::coordinator_after(lang, size, write)
}

fn write(store: &Store) {
    let mut agnes = store.jury().unwrap().remove(0);
    assert_eq!(agnes.juror.id.as_str(), "agnes-lefevre");
    agnes.juror.affiliation = Some("Mairie de Valbrume".to_owned());
    store.change_juror(&agnes).unwrap();
    let id = DossierId::from("demarche-16002");
    let mut dossier = store.dossier(&id).unwrap().unwrap().dossier;
    let text = dossier
        .answers
        .iter_mut()
        .find(|answer| answer.is_given())
        .unwrap();
    text.text = format!(
        "{} Le schéma directeur a été relu par Mme LEFÈVRE, alors conseillère de l’agglomération.",
        text.text
    );
    store.put_dossier(&dossier).unwrap();
    let conflict = Conflict {
        juror: JurorId::from("agnes-lefevre"),
        dossier: DossierId::from("demarche-16005"),
        reason: "Ancienne élue".to_owned(),
    };
    store.add_conflict(&conflict, "2026-10-20T10:00:00Z").unwrap();
}

#[test]
fn one_key_leads_to_the_jury_from_each_of_the_coordinator_s_screens() {
    for place in [Place::Dossiers, Place::Sheets, Place::Committee] {
        let mut desk = Desk::coordinator(place, Lang::Fr, SIZE);
        if place != Place::Committee {
            desk.shows("E jury");
        }
        desk.play("E");
        desk.shows("Jury et conflits");
        desk.play("q");
        desk.hides("Jury et conflits");
    }
    let mut juror = Desk::juror(Lang::Fr, SIZE);
    juror.hides("E jury");
    juror.play("E");
    juror.shows("coordination");
}

#[test]
fn a_conflict_is_read_declared_and_taken_back() {
    let mut desk = desk(Lang::Fr, SIZE);
    desk.play("E");
    desk.shows("2 suggestions à examiner");
    desk.shows("« Mairie de Valbrume »");
    desk.play("Tab j");
    desk.shows("relu par Mme LEFÈVRE");
    desk.play("a");
    desk.shows("Conflit déclaré");
    desk.shows("1 suggestion à examiner");
    desk.play("j j");
    desk.shows("Ancienne élue");
    desk.play("u");
    desk.shows("n’est plus déclaré");
    desk.hides("Ancienne élue");
}

#[test]
fn what_was_read_of_a_file_is_quoted_with_its_page() {
    let mut desk = Desk::coordinator_after(Lang::Fr, SIZE, |store| {
        let id = DossierId::from("demarche-16001");
        let dossier = store.dossier(&id).unwrap().unwrap().dossier;
        let digest = dossier.evidence[0].sha256.clone().unwrap();
        let page = "Étaient présents : M. Brel, Kovacs Ilona (rapporteure).\nLa séance est levée.";
        for (at, text) in [(0, "Séance du 3 mars"), (1, page)] {
            let place = format!("{}#{at}", digest.hex());
            store.index(&id, PassageKind::Evidence, &place, text).unwrap();
        }
    });
    desk.play("E j j");
    desk.shows("1 suggestion à examiner");
    desk.shows(", page 2");
    desk.shows("│ Étaient présents : M. Brel, Kovacs Ilona (rapporteure).");
    desk.hides("La séance est levée");
}

#[test]
fn once_all_files_are_read_the_jury_is_asked_for_anew() {
    let mut desk = desk(Lang::Fr, SIZE);
    desk.play("E");
    let ticket = desk.model.shared.tickets.open(Waiting::Ahead);
    let asked = desk.ask(Msg::Answer(ticket, Ok(Answered::ReadAhead(None))));
    assert!(matches!(asked.as_slice(), [Effect::Ask(_, Question::Jury)]));
}

#[test]
fn a_dismissal_is_for_good_and_can_be_taken_back_at_once() {
    let mut desk = desk(Lang::Fr, SIZE);
    desk.play("E z");
    desk.shows("écartée pour de bon. u y revient");
    desk.shows("1 suggestion à examiner");
    desk.play("q E");
    desk.shows("1 suggestion à examiner");
    desk.play("z");
    desk.shows("rien à examiner");
    desk.play("u");
    desk.shows("la suggestion peut revenir");
    desk.shows("1 suggestion à examiner");
    desk.play("Tab j z");
    desk.shows("Aucune suggestion à cette ligne");
}

#[test]
fn a_suggestion_leads_to_its_dossier_and_back() {
    let mut desk = desk(Lang::Fr, SIZE);
    desk.play("E Enter Enter");
    desk.shows("16001 Valbrume");
    desk.play("q");
    desk.shows("Jury et conflits");
}

#[test]
fn a_juror_is_enrolled_and_given_dossiers_after_one_saw_the_plan() {
    let mut desk = desk(Lang::Fr, SIZE);
    desk.play("E n");
    desk.type_text("Zoé Quint");
    desk.play("Enter");
    desk.shows("Organisme de Zoé Quint");
    desk.type_text("Lorvaise Numérique");
    desk.play("Enter");
    desk.type_text("zoe@quint.example");
    desk.play("Enter");
    desk.shows("Juré inscrit");
    desk.shows("Zoé Quint");
    desk.shows("3 suggestions à examiner");

    desk.play("r Backspace");
    desk.type_text("0");
    desk.play("Enter");
    desk.shows("1 ou plus");
    desk.play("r Backspace");
    desk.type_text("6");
    desk.play("Enter");
    desk.shows("Répartition impossible");
    desk.shows("16005");
    desk.play("Esc G Enter r Backspace");
    desk.type_text("5");
    desk.play("Enter");
    desk.shows("Ce que la répartition ferait");
    desk.shows("une attribution à ajouter");
    desk.shows("1 dossier · Zoé Quint");
    desk.play("Esc r Backspace");
    desk.type_text("5");
    desk.play("Enter Enter");
    desk.shows("une attribution nouvelle");
}

#[test]
fn packages_are_written_where_one_says() {
    let mut desk = desk(Lang::Fr, SIZE);
    desk.play("E p Ctrl-u");
    let folder = desk.path("colis");
    desk.send(Msg::Paste(folder.display().to_string()));
    desk.play("Enter");
    desk.shows("Paquets écrits");
    desk.shows("agnes-lefevre.jury.zip");
    assert!(folder.join("agnes-lefevre.jury.zip").exists());
    let esc = Chord::parse("Esc").unwrap();
    desk.send(Msg::Key(esc));
    desk.shows("Jury et conflits");
}

#[test]
fn a_click_takes_the_juror_or_the_conflict_under_it() {
    let mut desk = desk(Lang::Fr, SIZE);
    desk.play("F4 E");
    let row_of = |desk: &Desk, word: &str| {
        let at = desk.screen().lines().position(|line| line.contains(word));
        u16::try_from(at.unwrap()).unwrap()
    };
    let click = |row| Msg::Mouse {
        column: 20,
        row,
        gesture: tnl_jury::desk::message::Gesture::Click,
    };
    let row = row_of(&desk, "Clotilde");
    desk.send(click(row));
    desk.shows("Conflits d’intérêts : Clotilde");
    let row = row_of(&desk, "Agnès Lefèvre  ");
    desk.send(click(row));
    let row = row_of(&desk, "16005");
    desk.send(click(row));
    desk.shows("Ancienne élue");
}

#[test]
fn the_jury_s_agreement_is_told_with_each_juror_s_severity() {
    let mut desk = Desk::coordinator(Place::Dossiers, Lang::Fr, (120, 40));
    desk.play("E i");
    desk.shows("restent masquées");
    desk.play("q C M Enter E i");
    desk.shows("rien de ceci n’entre dans un résultat");
    desk.shows("Alpha ordinal");
    desk.play("End");
    desk.shows("Clotilde d’Haÿ");
    desk.shows("plus sévère");
}
