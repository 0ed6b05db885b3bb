//! Last edition beside this one: in the head where it fits, and all of it a key away.

use super::desk::Desk;
use tnl_jury::desk::theme::Theme;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::former::{Award, Former, FormerAnswer};
use tnl_jury::domain::ids::DossierId;
use tnl_jury::domain::words::Lang;
use tnl_jury::store::Store;

const SIZE: (u16, u16) = (120, 40);

/// A juror's desk whose first dossier has another last edition.
fn with(former: &Former, size: (u16, u16)) -> Desk {
    Desk::juror_after(Lang::Fr, size, |store: &Store| {
        store
            .put_former(&DossierId::from("demarche-16001"), former)
            .unwrap();
    })
}

fn levels_alone(award: Award) -> Former {
    Former {
        edition: "2019".into(),
        award,
        answers: Vec::new(),
    }
}

#[test]
fn what_changed_is_said_by_signs_and_words() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("Enter g");
    desk.shows("éd. 2025 : niveau 3 (L)");
    desk.play("L");
    desk.shows("Édition précédente · critère 1.1");
    desk.shows("Édition 2025 : Niveau 3, usage avancé");
    desk.shows("≠ modifiée");
    desk.shows("Édition 2025 :");
    desk.shows("Aujourd’hui :");
    desk.shows("[-Non-]");
    desk.shows("{+Oui+}");
    desk.shows("+ seulement aujourd’hui :");
    desk.play("Esc j L");
    desk.shows("Édition précédente · critère 1.2");
    desk.shows("= inchangée");
    desk.shows("− seulement dans l’édition 2025 :");
    desk.shows("modèles-de-courrier-2025.odt");
    desk.play("Esc");
    desk.hides("Édition précédente");
}

#[test]
fn what_differs_is_set_off_by_a_style_as_well() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("Enter g L");
    let theme = Theme::dark();
    let drawn = desk.drawn(&theme);
    let screen = desk.screen();
    let row = screen.lines().position(|line| line.contains("[-Non-]")).unwrap();
    let line = screen.lines().nth(row).unwrap();
    let column = line.chars().take_while(|c| *c != '[').count();
    let cell = &drawn[(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())];
    assert_eq!(cell.symbol(), "[");
    assert_eq!(Some(cell.fg), theme.alert.fg);
}

#[test]
fn who_has_no_last_edition_is_said_to_have_none() {
    let mut desk = Desk::juror(Lang::Fr, SIZE);
    desk.play("j Enter");
    desk.hides("éd. 20");
    desk.play("L");
    desk.shows("Aucune édition précédente n’est connue pour ce candidat.");
    desk.play("Down L");
    desk.hides("critère 1.2 ");
}

#[test]
fn a_level_alone_says_so_and_so_does_none() {
    let award = Award::Level {
        code: "labellisé (niveau non trouvé)".into(),
        name: None,
    };
    let mut desk = with(&levels_alone(award), (200, 60));
    desk.play("Enter L");
    desk.shows("Édition 2019, niveau : labellisé (niveau non trouvé)");
    desk.shows("Seul le niveau de cette édition est connu");
    desk.shows("éd. 2019 : labellisé (niveau non trouvé) (L)");
    let mut desk = with(&levels_alone(Award::None), (200, 60));
    desk.play("Enter L");
    desk.shows("Édition 2019 : aucun niveau attribué");
    desk.shows("éd. 2019 : sans niveau (L)");
    let mut desk = with(&levels_alone(Award::Unknown), (200, 60));
    desk.play("Enter");
    desk.shows("éd. 2019 : niveau inconnu (L)");
}

#[test]
fn the_progress_is_never_cut_for_it() {
    for width in 80..=140 {
        let mut desk = Desk::juror(Lang::Fr, (width, 24));
        desk.play("Enter");
        let screen = desk.screen();
        let head = screen.lines().next().unwrap();
        assert!(head.trim_end().ends_with("12/12 notés"), "{width}: {head}");
        assert!(
            head.contains("(commune)") || !head.contains("éd."),
            "{width}: pushed something out: {head}"
        );
        assert!(
            !head.contains("éd.") || head.contains("(L)"),
            "{width}: cut: {head}"
        );
    }
}

#[test]
fn the_coordinator_sees_it_too() {
    let mut desk = Desk::coordinator(Place::Dossiers, Lang::En, SIZE);
    desk.play("Enter g L");
    desk.shows("Edition 2025: Level 3, advanced use");
}

#[test]
fn what_outsiders_wrote_then_is_inert_and_long_texts_scroll() {
    let evil = "a\u{1b}]52;c;QQ\u{7}b\u{202e}c";
    let former = Former {
        edition: evil.into(),
        award: Award::Level {
            code: evil.into(),
            name: None,
        },
        answers: (0..40)
            .map(|n| FormerAnswer {
                label: format!("{evil} {n}"),
                champ: None,
                question: None,
                criterion: Some("1.1".into()),
                text: format!("{evil}\nligne {n}"),
            })
            .collect(),
    };
    let mut desk = with(&former, (80, 24));
    desk.play("Enter g L");
    desk.shows("␛]52");
    desk.play("PageDown PageDown PageDown PageDown PageDown PageDown PageDown PageDown");
    desk.shows("ligne ");
    let screen = desk.screen();
    assert!(!screen.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'));
}
