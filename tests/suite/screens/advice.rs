//! What the committee may look at and nothing applies: what levels would be, the results by level, the jury in figures.

use super::desk::Desk;
use super::shots::shoot;
use tnl_jury::desk::message::{Gesture, Msg};
use tnl_jury::desk::screens::Screen;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::ids::{DossierId, JurorId};
use tnl_jury::domain::words::Lang;
use tnl_jury::store::Conflict;

const SIZE: (u16, u16) = (120, 40);

/// A committee's desk after some keys.
fn committee(keys: &'static str) -> impl Fn(Lang, (u16, u16)) -> Desk {
    move |lang, size| {
        let mut desk = Desk::committee(lang, size);
        desk.play(keys);
        desk
    }
}

fn french(keys: &'static str) -> Desk {
    committee(keys)(Lang::Fr, SIZE)
}

/// Presses a key so many times.
fn press(desk: &mut Desk, key: &str, times: usize) {
    for _ in 0..times {
        desk.play(key);
    }
}

#[test]
fn what_if_at_first() {
    shoot("what_if_at_first", committee("w"));
}

#[test]
fn what_if_of_a_juror() {
    shoot("what_if_of_a_juror", committee("w j Space Tab j"));
}

#[test]
fn what_if_of_weights() {
    shoot("what_if_of_weights", |lang, size| {
        let mut desk = committee("w")(lang, size);
        press(&mut desk, "Down", 5);
        press(&mut desk, "Right", 9);
        press(&mut desk, "Down", 4);
        press(&mut desk, "Left", 4);
        desk
    });
}

#[test]
fn results() {
    shoot("results", committee("R j j"));
}

#[test]
fn results_without_proposal() {
    shoot("results_without_proposal", |lang, size| {
        let mut desk = Desk::coordinator_after(lang, size, |store| {
            // Of five jurors three step back: too few are left to say.
            for dossier in ["demarche-16003", "demarche-16005", "demarche-16007"] {
                for juror in ["agnes-lefevre", "clotilde-d-hay", "ilona-kovacs"] {
                    let conflict = Conflict {
                        juror: JurorId::from(juror),
                        dossier: DossierId::from(dossier),
                        reason: String::new(),
                    };
                    store.add_conflict(&conflict, "2026-10-20T10:00:00Z").unwrap();
                }
            }
        });
        desk.play("C M Enter R End");
        desk
    });
}

#[test]
fn results_masked() {
    shoot("results_masked", |lang, size| {
        let mut desk = Desk::coordinator(Place::Committee, lang, size);
        desk.play("R");
        desk
    });
}

#[test]
fn statistics() {
    shoot("statistics", committee("S"));
}

#[test]
fn statistics_detail() {
    shoot("statistics_detail", committee("S Tab"));
}

#[test]
fn a_juror_is_left_out_and_taken_back() {
    let mut desk = french("w j");
    desk.hides("Sans Clotilde");
    desk.play("Space");
    desk.shows("[ ] Clotilde d’Haÿ");
    desk.shows("Sans Clotilde d’Haÿ");
    desk.shows("8 niveaux sur 14 bougeraient");
    desk.shows("? inconnu 8");
    desk.play("Space");
    desk.shows("[✓] Clotilde d’Haÿ");
    desk.shows("Espace sur un juré");
    // Whoever scored nothing moves nothing.
    desk.play("j j j Space");
    desk.shows("Sans Yann Bréhat");
    desk.shows("Aucun niveau ne bougerait.");
    desk.shows("aucun niveau sur 14 ne bougerait");
}

#[test]
fn weights_change_within_bounds_and_go_back() {
    let mut desk = french("w");
    desk.play("Right");
    desk.shows("écarter, reprendre");
    press(&mut desk, "Down", 6);
    desk.play("Space");
    desk.shows("poids, de 0 à 1000");
    desk.play("Left");
    desk.shows("1.1 = 0 (était 1)");
    desk.play("Left");
    desk.shows("1.1 = 0 (était 1)");
    desk.play("Right");
    desk.hides("(était");
    desk.play("Right Right");
    desk.shows("1.1 = 3 (était 1)");
    desk.play("=");
    desk.hides("(était");
    desk.shows("rien n’est écrit");
}

#[test]
fn weights_that_leave_nothing_keep_the_last_answer() {
    let mut desk = french("w");
    press(&mut desk, "Down", 5);
    for (places, weight) in [(0, 3), (4, 4), (4, 3), (5, 2)] {
        press(&mut desk, "Down", places);
        press(&mut desk, "Left", weight);
    }
    desk.shows("la grille ne compte plus rien");
    desk.shows("sans réponse");
    desk.play("=");
    desk.hides("sans réponse");
}

#[test]
fn a_dossier_whose_level_moves_is_opened() {
    let mut desk = french("w j Space Tab j Enter");
    assert!(matches!(desk.model.screens.last(), Some(Screen::Review(_))));
    desk.shows("CC du Haut-Sorvan");
    desk.play("q");
    desk.shows("Sans Clotilde d’Haÿ");
    desk.play("Space");
    desk.shows("autre volet");
}

#[test]
fn the_mouse_ticks_a_juror_and_takes_a_dossier() {
    let mut desk = french("w");
    desk.model.shared.comfort.mouse = true;
    let click = |desk: &mut Desk, column, row| {
        let gesture = Gesture::Click;
        desk.send(Msg::Mouse { column, row, gesture });
    };
    click(&mut desk, 6, 4);
    click(&mut desk, 6, 4);
    desk.shows("Sans Clotilde d’Haÿ");
    click(&mut desk, 60, 6);
    click(&mut desk, 60, 6);
    assert!(matches!(desk.model.screens.last(), Some(Screen::Review(_))));
}

#[test]
fn results_lead_to_a_dossier_to_publication_and_to_the_figures() {
    let mut desk = french("R j Enter");
    assert!(matches!(desk.model.screens.last(), Some(Screen::Review(_))));
    desk.shows("Castelmorne");
    desk.play("q x");
    desk.shows("Ce qui sera annoncé");
    desk.play("q S");
    desk.shows("Le jury en chiffres");
}

#[test]
fn the_last_dossier_is_seen_and_the_first_with_its_heading() {
    let mut desk = committee("R End")(Lang::Fr, (80, 24));
    desk.shows("▸  2. 16002");
    desk.play("Home");
    desk.shows("Sans niveau · 1");
}

#[test]
fn figures_scroll_and_turn() {
    let mut desk = committee("S End")(Lang::Fr, (80, 24));
    desk.shows("Yann Bréhat");
    desk.shows("trop peu de notes pour le dire");
    desk.play("Tab");
    desk.shows("Kappa de Fleiss");
    desk.shows("non défini : il manque des notes");
    desk.play("PageDown PageDown End");
    desk.shows("4.2");
    desk.play("Home Tab");
    desk.shows("Par critère");
}

#[test]
fn what_is_masked_stays_so() {
    for key in ["w", "R", "S"] {
        let mut desk = Desk::coordinator(Place::Committee, Lang::Fr, SIZE);
        desk.play(key);
        desk.shows("restent masquées");
        desk.play("Tab Space Right");
        desk.shows("restent masquées");
        desk.hides("proposé");
        desk.hides("Alpha");
        desk.hides("16003");
    }
}
