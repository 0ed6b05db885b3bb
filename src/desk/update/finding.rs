//! Answers for the screens that find and compare.

use crate::desk::effect::Waiting;
use crate::desk::model::{Model, Shared};
use crate::desk::overlays::{Overlay, history};
use crate::desk::screens::Screen;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::office::Answer;

pub(super) fn told(model: &mut Model, waiting: &Waiting, answer: &Answer) {
    if let (Waiting::History(code), Answer::History(events)) = (waiting, answer) {
        let report = history::report(code, events, &model.shared.comfort.zone);
        return model.shared.over(Overlay::Report(Box::new(report)));
    }
    let grid = model.shared.grid();
    for screen in &mut model.screens {
        match (screen, waiting, answer) {
            (Screen::Search(search), Waiting::Search(words), Answer::Search(hits)) => {
                search.take(words.clone(), hits.clone());
            }
            (Screen::Everywhere(screen), Waiting::Everywhere(code), Answer::OnCriterion(rows)) => {
                screen.take(code, rows.clone());
            }
            (Screen::Compare(screen), Waiting::Others(code), Answer::OnCriterion(rows)) => {
                screen.take_others(code, rows.clone());
            }
            (Screen::Compare(screen), Waiting::Beside(_), Answer::Dossier(Some(seen))) => {
                if let Some(grid) = &grid {
                    screen.take_beside(seen, grid);
                }
            }
            _ => {}
        }
    }
}

/// A mark is on the disk.
pub(super) fn settled(model: &mut Model, dossier: &DossierId, code: &CriterionCode) {
    for screen in &mut model.screens {
        if let Screen::Everywhere(screen) = screen {
            screen.settled(dossier, code);
        }
    }
}

/// The store refused a mark.
pub(super) fn refused(
    screens: &mut [Screen],
    dossier: &DossierId,
    code: &CriterionCode,
    shared: &mut Shared,
) {
    for screen in screens {
        if let Screen::Everywhere(screen) = screen {
            screen.refused(dossier, code, shared);
        }
    }
}

pub(super) fn search_failed(model: &mut Model) {
    for screen in &mut model.screens {
        if let Screen::Search(search) = screen {
            search.failed();
        }
    }
}

/// Something was undone while one reads one's scores on that criterion: they are read anew, and one stays there.
pub(super) fn undone(model: &mut Model, dossier: &DossierId, code: &CriterionCode) -> bool {
    let Model { shared, screens, .. } = model;
    match screens.last_mut() {
        Some(Screen::Everywhere(screen)) if screen.is_on(code) => {
            screen.stand_on(dossier);
            screen.ask(shared);
            true
        }
        _ => false,
    }
}
