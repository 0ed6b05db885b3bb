//! What the juror gave on one criterion everywhere, the highest first, so that drift over weeks is seen; a digit mends
//! the score under the cursor at once.

mod view;

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::layout::{cut_top, frame, windowed};
use crate::desk::model::{Saving, Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::overlays::moved;
use crate::desk::screens::review::{Goal, Stand, mark_of};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::score::Mark;
use crate::office::act::CellChange;
use crate::office::ask::CriterionRow;
use crate::office::{Act, Question};
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// The screen.
#[derive(Debug)]
pub struct Everywhere {
    code: CriterionCode,
    rows: Option<Vec<CriterionRow>>,
    selected: usize,
    top: usize,
    pending: BTreeMap<DossierId, usize>,
    /// Where one was.
    pub from: Option<Stand>,
}

impl Everywhere {
    /// Asks for the scores on a criterion.
    pub fn open(code: CriterionCode, from: Option<Stand>, shared: &mut Shared) -> Self {
        let screen = Self {
            code,
            rows: None,
            selected: 0,
            top: 0,
            pending: BTreeMap::new(),
            from,
        };
        screen.ask(shared);
        screen
    }

    /// Asks anew.
    pub fn ask(&self, shared: &mut Shared) {
        let code = self.code.clone();
        shared.ask(Waiting::Everywhere(code.clone()), Question::OnCriterion(code));
    }

    /// Takes the rows; the cursor stays on its dossier, and begins on the one from which one came.
    pub fn take(&mut self, code: &CriterionCode, rows: Vec<CriterionRow>) {
        if self.code != *code {
            return;
        }
        let origin = self.from.as_ref().map(|(id, _)| id.clone());
        let wanted = self.row().map(|row| row.id.clone()).or(origin);
        let place = wanted.and_then(|id| rows.iter().position(|row| row.id == id));
        self.selected = place.unwrap_or(self.selected);
        self.rows = Some(rows);
    }

    /// Tells whether it shows that criterion.
    pub fn is_on(&self, code: &CriterionCode) -> bool {
        self.code == *code
    }

    /// Puts the cursor on a dossier.
    pub fn stand_on(&mut self, id: &DossierId) {
        let place = self.rows.iter().flatten().position(|row| row.id == *id);
        self.selected = place.unwrap_or(self.selected);
    }

    fn row(&self) -> Option<&CriterionRow> {
        self.rows.as_ref()?.get(self.selected)
    }

    fn len(&self) -> usize {
        self.rows.as_ref().map_or(0, Vec::len)
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::Open => {
                if let Some(row) = self.row() {
                    let at = Some(self.code.clone());
                    shared.go(Step::Place(row.id.clone(), at, Goal::Criterion));
                }
            }
            Action::Score(_) | Action::Abstain | Action::NotApplicable | Action::ClearMark => {
                self.mark(action, shared);
            }
            _ => {
                let page = usize::from(areas(shared).1.height).max(1);
                self.selected = moved(self.selected, action, page, self.len());
            }
        }
    }

    fn mark(&mut self, action: Action, shared: &mut Shared) {
        let (Some(row), Some(grid)) = (self.row(), shared.grid()) else {
            return;
        };
        let id = row.id.clone();
        if let (Action::Score(digit), 11..) = (action, grid.scale().max) {
            let purpose = Purpose::Value(id, self.code.clone());
            return shared.over(Overlay::input_with(purpose, &digit.to_string()));
        }
        match mark_of(action, grid.scale()) {
            Ok(mark) => self.give(&id, mark, shared),
            Err(why) => shared.warn(why),
        }
    }

    /// Gives a dossier another mark; its row keeps its place until the list is asked for again.
    pub fn give(&mut self, id: &DossierId, mark: Option<Mark>, shared: &mut Shared) {
        let mut rows = self.rows.iter_mut().flatten();
        let Some(row) = rows.find(|row| row.id == *id) else {
            return;
        };
        let before = std::mem::replace(&mut row.content.mark, mark);
        *self.pending.entry(id.clone()).or_insert(0) += 1;
        shared.saving = Saving::Pending;
        let (dossier, criterion) = (id.clone(), self.code.clone());
        let waiting = Waiting::Mark {
            dossier: dossier.clone(),
            criterion: criterion.clone(),
            before,
        };
        let change = CellChange {
            mark: Some(mark),
            ..CellChange::default()
        };
        shared.act(
            waiting,
            Act::Score {
                dossier,
                criterion,
                change,
            },
        );
    }

    /// The store took a mark.
    pub fn settled(&mut self, dossier: &DossierId, code: &CriterionCode) {
        if self.code == *code
            && let Some(count) = self.pending.get_mut(dossier)
        {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.pending.remove(dossier);
            }
        }
    }

    /// The store refused a mark: what it holds is asked for.
    pub fn refused(&mut self, dossier: &DossierId, code: &CriterionCode, shared: &mut Shared) {
        self.settled(dossier, code);
        self.ask(shared);
    }

    /// Takes a click: it selects the row under it, another one opens its dossier.
    pub fn click(&mut self, at: Position, shared: &mut Shared) {
        let (_, list) = areas(shared);
        if !list.contains(at) {
            return;
        }
        let place = self.top + usize::from(at.y - list.y);
        if place == self.selected {
            self.act(Action::Open, shared);
        } else if place < self.len() {
            self.selected = place;
        }
    }

    /// Keeps the row that is selected in view.
    pub fn settle(&mut self, shared: &mut Shared) {
        let rows = usize::from(areas(shared).1.height);
        self.selected = self.selected.min(self.len().saturating_sub(1));
        self.top = windowed(self.top, self.selected, rows, self.len());
    }

    /// Counts how often each mark was given.
    fn distribution(&self) -> BTreeMap<Mark, usize> {
        let mut counts = BTreeMap::new();
        for mark in self.rows.iter().flatten().filter_map(|row| row.content.mark) {
            *counts.entry(mark).or_insert(0) += 1;
        }
        counts
    }
}

/// Returns where the histogram and where the rows stand.
fn areas(shared: &Shared) -> (Rect, Rect) {
    cut_top(frame(shared.width, shared.height).body, 4)
}
