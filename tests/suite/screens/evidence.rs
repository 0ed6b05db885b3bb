//! Evidence read at the desk: pages, words in them, pictures, passages cited and found again.

use super::desk::Desk;
use tnl_jury::desk::effect::{Effect, Ticket};
use tnl_jury::desk::message::{Answered, Gesture, Msg};
use tnl_jury::desk::model::Saving;
use tnl_jury::domain::ids::{CriterionCode, DossierId};
use tnl_jury::domain::saying::Saying;
use tnl_jury::domain::sheet::Citation;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::{Answer, Question};

/// A desk on the first dossier, whose first criterion has a charter of two pages.
fn reading() -> Desk {
    let mut desk = Desk::juror(Lang::Fr, (120, 40));
    desk.play("Home Enter g");
    desk
}

fn citations(desk: &Desk, code: &str) -> Vec<Citation> {
    let office = desk.worker.office().unwrap();
    let id = DossierId::from("demarche-16001");
    let Answer::Dossier(Some(seen)) = office.ask(Question::Dossier(id)).unwrap() else {
        panic!("no dossier");
    };
    let cell = seen.cells.get(&CriterionCode::new(code)).cloned();
    cell.map(|cell| cell.citations).unwrap_or_default()
}

#[test]
fn a_document_is_read_page_by_page_and_kept() {
    let mut desk = reading();
    desk.shows("charte-numerique.pdf · p. 1/2");
    desk.shows("Article 2. Formats");
    desk.play(";");
    desk.shows("p. 2/2");
    desk.play(";");
    desk.shows("pas d’autre page");
    desk.play(",");
    desk.shows("p. 1/2");
    let office = desk.worker.office().unwrap();
    let unread = office.unread(1000).unwrap();
    let all: usize = 61;
    assert!(unread.len() < all, "what was read is kept");
    assert!(unread.iter().all(|piece| piece.name != "charte-numerique.pdf"));
}

#[test]
fn words_are_looked_for_in_the_piece_and_gone_to() {
    let mut desk = reading();
    desk.play("/");
    desk.type_text("decision motivee");
    desk.play("Enter");
    desk.shows("décision motivée");
    desk.play("/");
    desk.type_text("dragon");
    desk.play("Enter");
    desk.shows("ne se trouve pas");
    desk.play("Esc s");
    desk.shows("cherche des mots dans la pièce");
    desk.play("/");
    desk.type_text("charte");
    desk.play("Enter");
    let turns = (0..20).find(|_| {
        desk.play("s");
        desk.screen().contains("p. 2/2")
    });
    assert!(turns.is_some());
    desk.play("S");
    desk.shows("p. 1/2");
    // Esc forgets the words first, then leaves the dossier.
    desk.play("Esc");
    desk.shows("charte-numerique.pdf");
    desk.play("Esc");
    desk.shows("16002");
}

#[test]
fn a_passage_is_cited_found_again_and_taken_away() {
    let mut desk = reading();
    desk.play("C");
    desk.shows("Passage à citer");
    desk.play("Down Down Down Right Left Enter");
    desk.shows("Citation gardée au critère 1.1");
    let cited = citations(&desk, "1.1");
    assert_eq!(cited.len(), 1);
    assert_eq!(cited[0].page, Some(1));
    assert!(
        cited[0].excerpt.starts_with("La présente charte fixe"),
        "{cited:?}"
    );
    assert!(cited[0].excerpt.ends_with("de ses données."), "{cited:?}");
    assert_eq!(desk.model.shared.saving, Saving::Saved);
    desk.shows("❝ 1 citation");
    // From another piece and another page, one key leads back.
    desk.play("e e y");
    desk.shows("Citation 1/1 : charte-numerique.pdf, p. 1.");
    desk.shows("La présente charte fixe");
    desk.play("Y");
    assert!(citations(&desk, "1.1").is_empty());
    desk.play("u");
    assert_eq!(citations(&desk, "1.1"), cited);
    desk.play("C Esc");
    desk.shows("charte-numerique.pdf");
    assert_eq!(citations(&desk, "1.1"), cited);
}

#[test]
fn what_is_chosen_belongs_to_the_page_on_which_it_was_chosen() {
    let mut desk = reading();
    desk.model.shared.comfort.mouse = true;
    desk.play("C Down");
    for _ in 0..12 {
        desk.send(Msg::Mouse {
            column: 80,
            row: 8,
            gesture: Gesture::WheelDown,
        });
    }
    desk.shows("p. 2/2");
    desk.hides("Passage à citer");
    desk.play("Enter");
    assert!(citations(&desk, "1.1").is_empty());
}

#[test]
fn a_citation_just_made_is_the_one_that_is_shown_and_one_key_drops_one() {
    let mut desk = reading();
    desk.play("C Down Down Enter C Down Down Down Enter y");
    desk.shows("Citation 2/2");
    desk.play("Y Y");
    desk.shows("va d’abord à la citation à retirer");
    assert_eq!(citations(&desk, "1.1").len(), 1);
    desk.play("y");
    desk.shows("Citation 1/1");
}

#[test]
fn a_reading_that_gave_way_to_another_piece_is_taken_up_again() {
    let mut desk = reading();
    let key = |key: char| Msg::Key(tnl_jury::desk::keymap::Chord::of(key));
    let first = desk.ask(key('e'));
    let Some(Effect::Read(ticket, ..)) = first.into_iter().find(|e| matches!(e, Effect::Read(..))) else {
        panic!("the next piece is read");
    };
    desk.play("e e e");
    desk.send(Msg::Answer(ticket, Err(Saying::new("evidence-cancelled"))));
    desk.play("E E E");
    desk.shows("Guide des formats pour les agents");
}

#[test]
fn the_same_passage_is_cited_once_and_each_criterion_has_its_own() {
    let mut desk = reading();
    desk.play("C Down Enter C Down Enter");
    desk.shows("déjà cité");
    assert_eq!(citations(&desk, "1.1").len(), 1);
    desk.play("j y");
    desk.shows("Aucune citation à ce critère");
    assert!(citations(&desk, "1.2").is_empty());
}

#[test]
fn the_mouse_chooses_a_passage_by_dragging() {
    let mut desk = reading();
    let at = |desk: &Desk, word: &str| {
        let screen = desk.screen();
        let row = screen.lines().position(|line| line.contains(word)).unwrap();
        let line = screen.lines().nth(row).unwrap();
        let column = line.split(word).next().unwrap().chars().count();
        (u16::try_from(column).unwrap(), u16::try_from(row).unwrap())
    };
    let send = |desk: &mut Desk, (column, row), gesture| desk.send(Msg::Mouse { column, row, gesture });
    desk.model.shared.comfort.mouse = true;
    let (from, to) = (at(&desk, "La commune applique"), at(&desk, "version 2."));
    send(&mut desk, from, Gesture::Click);
    send(&mut desk, to, Gesture::Drag);
    desk.shows("Passage à citer");
    desk.play("Enter");
    let cited = citations(&desk, "1.1");
    assert!(cited[0].excerpt.starts_with("La commune applique"), "{cited:?}");
    assert!(cited[0].excerpt.ends_with("version"), "{cited:?}");
}

#[test]
fn the_evidence_takes_all_the_room_and_gives_it_back() {
    let mut desk = reading();
    desk.play("l");
    let screen = desk.screen();
    assert!(!screen.contains("Réponses ·"), "{screen}");
    desk.shows("1.1 Référentiel");
    desk.play("Esc");
    desk.shows("Réponses ·");
}

#[test]
fn a_page_is_seen_as_a_picture_where_the_terminal_has_colours() {
    let mut desk = reading();
    desk.play("P");
    desk.shows("▀▀▀");
    desk.play("P");
    desk.shows("Article 2. Formats");
    desk.model.shared.comfort.pictures = tnl_jury::desk::pictures::Way::None;
    desk.play("P");
    desk.shows("ne montre pas d’images");
    desk.shows("logiciel habituel");
}

#[test]
fn what_can_t_be_read_says_why_and_offers_the_usual_program() {
    let mut desk = reading();
    let asked = desk.ask(Msg::Key(tnl_jury::desk::keymap::Chord::of('e')));
    for effect in asked {
        let Effect::Read(ticket, ..) = effect else {
            desk.answer(vec![effect]);
            continue;
        };
        desk.shows("Lecture…");
        desk.send(Msg::Progress {
            ticket,
            done: 3,
            all: 400,
        });
        desk.shows("Page 3 sur 400. Échap arrête.");
        let stopped = desk.ask(Msg::Key(tnl_jury::desk::keymap::Chord::parse("Esc").unwrap()));
        assert!(matches!(stopped[..], [Effect::StopReading]), "{stopped:?}");
        let why = Saying::new("evidence-cancelled");
        desk.send(Msg::Answer(ticket, Err(why)));
    }
    desk.shows("Lecture interrompue");
    desk.shows("logiciel habituel");
    desk.play("e E");
    desk.shows("Guide des formats pour les agents");
}

#[test]
fn a_late_answer_of_the_reader_changes_nothing() {
    let mut desk = reading();
    let before = desk.screen();
    desk.send(Msg::Progress {
        ticket: Ticket(9999),
        done: 1,
        all: 2,
    });
    desk.send(Msg::Answer(Ticket(9999), Ok(Answered::ReadAhead(None))));
    assert_eq!(desk.screen(), before);
}
