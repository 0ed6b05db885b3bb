//! The same criterion in two dossiers: what each answered, what the juror gave and wrote, read together.

mod side;
mod view;

pub use side::Side;

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::layout::{SIDE_BY_SIDE, cut_left, frame, inner};
use crate::desk::model::{Shared, Step};
use crate::desk::screens::review::{Goal, Stand};
use crate::desk::widgets::scrolled::scrolled;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::office::Question;
use crate::office::ask::{CriterionRow, DossierView};
use ratatui::layout::Rect;
use side::SideLine;

/// The screen.
#[derive(Debug)]
pub struct Compare {
    mine: Box<Side>,
    /// The other dossiers, those that are scored first, from this one on in the list's order.
    others: Option<Vec<DossierId>>,
    at: usize,
    beside: Option<Box<Side>>,
    laid: [Vec<SideLine>; 2],
    laid_for: Option<u16>,
    top: usize,
    /// Where the sides are a stack: whether the other one is on top.
    shows_other: bool,
    /// Where one was.
    pub from: Option<Stand>,
}

impl Compare {
    /// Opens on this dossier's side and asks for the others.
    pub fn open(mine: Box<Side>, from: Option<Stand>, shared: &mut Shared) -> Self {
        let code = mine.code.clone();
        shared.ask(Waiting::Others(code.clone()), Question::OnCriterion(code));
        Self {
            mine,
            others: None,
            at: 0,
            beside: None,
            laid: [Vec::new(), Vec::new()],
            laid_for: None,
            top: 0,
            shows_other: true,
            from,
        }
    }

    /// Has the other side read again.
    pub fn refresh(&mut self) {
        self.beside = None;
    }

    /// Takes what the juror gave everywhere: it says which dossiers there are, and in which order to take them.
    pub fn take_others(&mut self, code: &CriterionCode, rows: Vec<CriterionRow>) {
        if self.mine.code == *code {
            self.others = Some(in_turn(rows, &self.mine.id));
        }
    }

    /// Takes the dossier to compare with.
    pub fn take_beside(&mut self, seen: &DossierView, grid: &Grid) {
        if self.other() == Some(&seen.dossier.id) {
            self.beside = Some(Box::new(Side::of(grid, seen, &self.mine.code)));
            self.laid_for = None;
            self.top = 0;
        }
    }

    fn other(&self) -> Option<&DossierId> {
        self.others.as_ref()?.get(self.at)
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let rows = usize::from(inner(areas(shared).0).height) + 1;
        match action {
            Action::NextOther => self.turn(1),
            Action::PreviousOther => self.turn(-1),
            Action::SwitchPane => self.shows_other = !self.shows_other,
            Action::Open => {
                if let Some(id) = self.other().cloned() {
                    let at = Some(self.mine.code.clone());
                    shared.go(Step::Place(id, at, Goal::Criterion));
                }
            }
            _ => self.top = scrolled(self.top, action, rows),
        }
    }

    fn turn(&mut self, by: isize) {
        let all = self.others.as_ref().map_or(0, Vec::len);
        if all > 0 {
            self.at = (self.at + all).saturating_add_signed(by) % all;
        }
    }

    /// Asks for the other side where it is not here, breaks both for the width and keeps them in view.
    pub fn settle(&mut self, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        if let Some(id) = self.other().cloned()
            && self.beside.as_ref().is_none_or(|side| side.id != id)
        {
            let waits = shared
                .tickets
                .any(|waiting| matches!(waiting, Waiting::Beside(other) if *other == id));
            if !waits {
                shared.ask(Waiting::Beside(id.clone()), Question::Dossier(id));
            }
        }
        let inside = inner(areas(shared).0);
        if self.laid_for != Some(inside.width) {
            let lay = |side: &Side| side.lines(&grid, shared.lang, inside.width);
            let other = self.beside.as_deref().map(lay).unwrap_or_default();
            self.laid = [lay(&self.mine), other];
            self.laid_for = Some(inside.width);
        }
        let longest = self.laid.iter().map(Vec::len).max().unwrap_or(0);
        self.top = self
            .top
            .min(longest.saturating_sub(usize::from(inside.height.max(1))));
    }
}

/// Puts the scored dossiers first, each group from this dossier on, round once.
fn in_turn(mut rows: Vec<CriterionRow>, mine: &DossierId) -> Vec<DossierId> {
    rows.sort_by(|a, b| (a.number.len(), &a.number).cmp(&(b.number.len(), &b.number)));
    if let Some(here) = rows.iter().position(|row| row.id == *mine) {
        rows.rotate_left(here);
        rows.remove(0);
    }
    let (scored, blank): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.content.mark.is_some());
    scored.into_iter().chain(blank).map(|row| row.id).collect()
}

/// Returns the two sides' areas, the same where they are a stack.
fn areas(shared: &Shared) -> (Rect, Rect) {
    let body = frame(shared.width, shared.height).body;
    if shared.width < SIDE_BY_SIDE {
        return (body, body);
    }
    let (left, right) = cut_left(body, body.width / 2);
    let right = Rect {
        width: left.width.min(right.width),
        ..right
    };
    (left, right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::score::Mark;
    use crate::domain::sheet::Content;

    #[test]
    fn scored_dossiers_come_first_from_here_on() {
        let row = |number: &str, mark| CriterionRow {
            id: DossierId::new(number),
            number: number.to_owned(),
            name: String::new(),
            content: Content {
                mark,
                ..Content::default()
            },
        };
        let scored = Some(Mark::Abstained);
        let rows = vec![
            row("10", scored),
            row("9", None),
            row("8", scored),
            row("7", scored),
            row("11", None),
        ];
        let turn = |mine: &str| {
            let ids = in_turn(rows.clone(), &DossierId::new(mine));
            ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(turn("8"), ["10", "7", "9", "11"]);
        assert_eq!(turn("11"), ["7", "8", "10", "9"]);
        assert_eq!(turn("99").len(), 5);
    }
}
