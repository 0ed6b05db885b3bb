//! Every screen, at three sizes and in both languages, to be looked at by eye when it changes.

use super::desk::{Desk, SIZES};
use tnl_jury::desk::update::Place;
use tnl_jury::domain::words::Lang;

/// Takes the same picture at every size in every language.
pub(super) fn shoot(name: &str, make: impl Fn(Lang, (u16, u16)) -> Desk) {
    for lang in [Lang::Fr, Lang::En] {
        for size in SIZES {
            let desk = make(lang, size);
            let word = if lang == Lang::Fr { "fr" } else { "en" };
            let shot = format!("{name}_{}x{}_{word}", size.0, size.1);
            insta::assert_snapshot!(shot, desk.screen());
        }
    }
}

/// A juror's desk after some keys.
fn juror(keys: &'static str) -> impl Fn(Lang, (u16, u16)) -> Desk {
    move |lang, size| {
        let mut desk = Desk::juror(lang, size);
        desk.play(keys);
        desk
    }
}

#[test]
fn welcome() {
    shoot("welcome", Desk::welcome);
}

#[test]
fn dossiers() {
    shoot("dossiers", juror("j"));
}

#[test]
fn dossiers_filtered() {
    shoot("dossiers_filtered", |lang, size| {
        let mut desk = Desk::juror(lang, size);
        desk.play("/");
        desk.type_text("tremou");
        desk
    });
}

#[test]
fn review() {
    shoot("review", juror("j j Enter"));
}

#[test]
fn review_of_a_criterion_with_evidence() {
    shoot("review_evidence", juror("j j Enter g j j j j Tab"));
}

#[test]
fn review_of_a_scored_criterion() {
    shoot("review_scored", juror("Enter j"));
}

#[test]
fn editor() {
    shoot("editor", juror("j j Enter c"));
}

#[test]
fn criterion() {
    shoot("criterion", juror("j j Enter i"));
}

#[test]
fn my_sheet() {
    shoot("my_sheet", juror("m"));
}

#[test]
fn help() {
    shoot("help", juror("Enter ?"));
}

#[test]
fn palette() {
    shoot("palette", juror("Enter :"));
}

#[test]
fn coordinator() {
    shoot("coordinator", |lang, size| {
        Desk::coordinator(Place::Dossiers, lang, size)
    });
}

#[test]
fn sheets() {
    shoot("sheets", |lang, size| {
        Desk::coordinator(Place::Sheets, lang, size)
    });
}

#[test]
fn jury() {
    shoot("jury", |lang, size| {
        let mut desk = super::jury::desk(lang, size);
        desk.play("E");
        desk
    });
}

#[test]
fn jury_conflict() {
    shoot("jury_conflict", |lang, size| {
        let mut desk = super::jury::desk(lang, size);
        desk.play("E Tab j");
        desk
    });
}

#[test]
fn jury_plan() {
    shoot("jury_plan", |lang, size| {
        let mut desk = super::jury::desk(lang, size);
        desk.play("E n");
        desk.type_text("Zoé Quint");
        desk.play("Enter Enter Enter r Backspace");
        desk.type_text("5");
        desk.play("Enter");
        desk
    });
}

#[test]
fn committee_masked() {
    shoot("committee_masked", |lang, size| {
        Desk::coordinator(Place::Committee, lang, size)
    });
}

#[test]
fn committee() {
    shoot("committee", |lang, size| {
        let mut desk = Desk::committee(lang, size);
        desk.play("Tab j j 4");
        desk
    });
}

#[test]
fn committee_projected() {
    shoot("committee_projected", |lang, size| {
        let mut desk = Desk::committee(lang, size);
        desk.play("P");
        desk
    });
}

#[test]
fn committee_choosing_a_level() {
    shoot("committee_level", |lang, size| {
        let mut desk = Desk::committee(lang, size);
        desk.play("d");
        desk
    });
}

#[test]
fn search() {
    shoot("search", |lang, size| {
        let mut desk = Desk::juror(lang, size);
        desk.play("f");
        desk.type_text("jeux de donnees");
        desk.play("Enter Down");
        desk
    });
}

#[test]
fn search_in_vain() {
    shoot("search_in_vain", |lang, size| {
        let mut desk = Desk::juror(lang, size);
        desk.play("f");
        desk.type_text("zzz");
        desk.play("Enter");
        desk
    });
}

#[test]
fn everywhere() {
    shoot("everywhere", juror("Enter V j"));
}

#[test]
fn compare() {
    shoot("compare", juror("Enter v"));
}

#[test]
fn changed() {
    shoot("changed", |lang, size| {
        let mut desk = super::changes::changed(lang, size);
        desk.play("Enter g d");
        desk
    });
}

#[test]
fn changed_in_the_list() {
    shoot("changed_list", super::changes::changed);
}

#[test]
fn suggested_recusal() {
    shoot("suggested", super::changes::suggested);
}

#[test]
fn history() {
    shoot("history", juror("Enter g 4 2 u g h"));
}

#[test]
fn former() {
    shoot("former", juror("Enter g L"));
}

#[test]
fn former_of_a_criterion_with_pieces() {
    shoot("former_pieces", juror("Enter g j L"));
}

#[test]
fn too_small() {
    let mut desk = Desk::juror(Lang::Fr, (60, 12));
    desk.play("Enter 3");
    insta::assert_snapshot!("too_small_60x12_fr", desk.screen());
}

#[test]
fn evidence_page() {
    shoot("evidence_page", juror("Home Enter g Tab ;"));
}

#[test]
fn evidence_large() {
    shoot("evidence_large", juror("Home Enter g l"));
}

#[test]
fn evidence_passage() {
    shoot("evidence_passage", juror("Home Enter g C Down Down +"));
}

#[test]
fn evidence_picture() {
    shoot("evidence_picture", juror("Home Enter g e e e e Tab"));
}

#[test]
fn evidence_cited() {
    shoot("evidence_cited", juror("Home Enter g C Down Down Enter e y"));
}
