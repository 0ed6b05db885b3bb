//! Going about a dossier: criteria, axes, panes, neighbours.

use super::{NEIGHBOURS, Pane, Review, Towards, last_place};
use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::layout::{self, inner};
use crate::desk::model::Shared;
use crate::domain::grid::Grid;
use crate::office::Question;

impl Review {
    pub(super) fn step(&mut self, action: Action, grid: &Grid) {
        let Some(seen) = &self.seen else { return };
        match (self.pane, action) {
            (Pane::Evidence, Action::Up) => self.pieces.scroll(-1),
            (Pane::Evidence, Action::Down) => self.pieces.scroll(1),
            (Pane::Evidence, Action::First) => self.pieces.rewind(),
            (Pane::Evidence, Action::Last) => self.pieces.unwind(),
            (Pane::Criterion, Action::Up) => self.scroll_scale(-1, grid),
            (Pane::Criterion, Action::Down) => self.scroll_scale(1, grid),
            (_, Action::Up) => self.move_to(self.cursor.saturating_sub(1)),
            (_, Action::Down) => self.move_to((self.cursor + 1).min(last_place(grid, seen))),
            (_, Action::First) => self.move_to(0),
            (_, Action::Last) => self.move_to(last_place(grid, seen)),
            _ => {}
        }
    }

    pub(super) fn move_to(&mut self, place: usize) {
        if self.cursor != place {
            self.cursor = place;
            self.turned();
        }
    }

    /// What belonged to the criterion left no longer holds.
    pub(super) fn turned(&mut self) {
        self.laid.follow_cursor();
        self.pieces.turned();
        self.choosing = None;
        self.cited = None;
        self.next_cited = 0;
        self.scale_top = None;
    }

    pub(super) fn scroll(&mut self, pages: isize, shared: &Shared) {
        let Some(grid) = shared.grid() else { return };
        let areas = self.areas(shared, &grid);
        let page = |rows: u16| pages * isize::try_from(rows.saturating_sub(1).max(1)).unwrap_or(1);
        match self.pane {
            Pane::Answers => self.laid.scroll(page(inner(areas.answers).height)),
            Pane::Evidence => {
                let (text, _) = layout::evidence(areas.evidence, self.pieces.len());
                self.pieces.scroll(page(text.height));
            }
            Pane::Criterion => self.scroll_scale(pages, &grid),
        }
    }

    pub(super) fn scroll_scale(&mut self, by: isize, grid: &Grid) {
        let top = self.scale_top.unwrap_or(0);
        let last = grid.scale().len().saturating_sub(1);
        self.scale_top = Some(top.saturating_add_signed(by).min(last));
    }

    /// Reads the next piece; where the panes are a stack, the evidence comes up first.
    pub(super) fn turn_piece(&mut self, by: isize, shared: &Shared, grid: &Grid) {
        if self.areas(shared, grid).is_wide || self.pane == Pane::Evidence {
            return self.pieces.turn(by);
        }
        self.pane = Pane::Evidence;
        if self.pieces.place().is_none() {
            self.pieces.turn(by);
        }
    }

    pub(super) fn switch_pane(&mut self) {
        // One asks for what the large evidence hides.
        self.is_large = false;
        self.pane = match self.pane {
            Pane::Answers => Pane::Evidence,
            Pane::Evidence => Pane::Criterion,
            Pane::Criterion => Pane::Answers,
        };
    }

    pub(super) fn turn_axis(&mut self, grid: &Grid, by: isize) {
        let Some(seen) = &self.seen else { return };
        let mut starts = vec![0];
        for axis in grid.axes() {
            starts.push(starts.last().unwrap_or(&0) + axis.criteria.len());
        }
        if last_place(grid, seen) < grid.criteria().count() {
            starts.pop();
        }
        let here = starts
            .iter()
            .rposition(|start| *start <= self.cursor)
            .unwrap_or(0);
        let there = (here + starts.len()).saturating_add_signed(by) % starts.len().max(1);
        if let Some(place) = starts.get(there) {
            self.move_to(*place);
        }
    }

    pub(super) fn neighbour(&mut self, towards: Towards, shared: &mut Shared) {
        let Some(place) = self.place() else { return };
        let (from, most) = match towards {
            Towards::Next => (place + 1, NEIGHBOURS),
            Towards::Previous => (place.saturating_sub(NEIGHBOURS), place.min(NEIGHBOURS)),
        };
        self.towards = towards;
        let filter = String::new();
        shared.ask(Waiting::Neighbour, Question::Page { filter, from, most });
    }

    pub(super) fn next_unscored(&mut self, grid: &Grid, shared: &mut Shared) {
        if let Some(place) = self
            .blank_from(grid, self.cursor + 1)
            .filter(|at| *at > self.cursor)
        {
            return self.move_to(place);
        }
        let code = self.code(grid).cloned();
        let after = Some((self.id.clone(), code));
        shared.ask(Waiting::Next, Question::NextUnscored { after });
    }
}
