//! The mouse in the review: a click takes a pane, a criterion, a piece or an axis; the wheel scrolls the pane under it.

use super::{Pane, Review};
use crate::desk::layout::{self, inner, windowed};
use crate::desk::message::Gesture;
use crate::desk::model::Shared;
use crate::desk::widgets::text::columns;
use crate::domain::grid::Grid;
use crate::domain::role::Role;
use crate::speech::Speech;
use ratatui::layout::{Position, Rect};

/// Lines that the wheel moves a text by.
const STEP: isize = 3;

impl Review {
    /// Takes what the mouse did on a cell.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &Shared) {
        let Some(grid) = shared.grid() else { return };
        let areas = self.areas(shared, &grid);
        if areas.tabs.contains(at) && gesture == Gesture::Click {
            return self.click_tab(at, &grid, shared, areas.tabs);
        }
        let Some(pane) = self.pane_at(at, areas) else {
            return;
        };
        match gesture {
            Gesture::Click => {
                self.pane = pane;
                self.pressed = None;
                match pane {
                    Pane::Answers => self.click_answers(at, inner(areas.answers)),
                    Pane::Evidence => self.click_evidence(at, areas.evidence),
                    Pane::Criterion => {}
                }
            }
            Gesture::Drag => self.drag(at, areas.evidence, shared),
            Gesture::Drop => {}
            Gesture::WheelUp => self.wheel(pane, -1, &grid),
            Gesture::WheelDown => self.wheel(pane, 1, &grid),
        }
    }

    fn pane_at(&self, at: Position, areas: layout::Review) -> Option<Pane> {
        // Where the panes are a stack, the one that is seen.
        let is_hidden = |pane| !areas.is_wide && (self.pane == Pane::Evidence) != (pane == Pane::Evidence);
        let panes = [
            (Pane::Criterion, areas.criterion),
            (Pane::Answers, areas.answers),
            (Pane::Evidence, areas.evidence),
        ];
        let seen = |pane| pane == Pane::Criterion || !is_hidden(pane);
        let mut found = panes.into_iter();
        found
            .find(|(pane, area)| area.contains(at) && seen(*pane))
            .map(|(pane, _)| pane)
    }

    fn wheel(&mut self, pane: Pane, towards: isize, grid: &Grid) {
        match pane {
            Pane::Answers => self.laid.scroll(towards * STEP),
            Pane::Evidence => self.pieces.scroll(towards * STEP),
            Pane::Criterion => self.scroll_scale(towards, grid),
        }
    }

    fn click_answers(&mut self, at: Position, inside: Rect) {
        if let Some(place) = row_in(at, inside).and_then(|row| self.laid.criterion_at(row)) {
            self.move_to(place);
        }
    }

    fn click_evidence(&mut self, at: Position, area: Rect) {
        let (text, list) = layout::evidence(area, self.pieces.len());
        self.pressed = self.byte_at(at, text);
        if let Some(byte) = self.pressed {
            self.point(byte, None);
        }
        let rows = usize::from(list.height);
        let top = windowed(0, self.pieces.place().unwrap_or(0), rows, self.pieces.len());
        if let Some(row) = row_in(at, list) {
            self.pieces.choose(top + row);
        }
    }

    /// Chooses what lies between the place where the button was pressed and this one.
    fn drag(&mut self, at: Position, area: Rect, shared: &Shared) {
        let (text, _) = layout::evidence(area, self.pieces.len());
        let may_cite = shared.role() == Some(Role::Juror) && self.code_is_known(shared);
        if let (Some(from), Some(to), true) = (self.pressed, self.byte_at(at, text), may_cite) {
            self.point(to, Some(from));
        }
    }

    fn code_is_known(&self, shared: &Shared) -> bool {
        let is_open = self.seen.as_ref().is_some_and(|seen| seen.recusal.is_none());
        is_open && shared.grid().is_some_and(|grid| self.code(&grid).is_some())
    }

    fn byte_at(&self, at: Position, text: Rect) -> Option<usize> {
        let row = row_in(at, text)?;
        let column = usize::from(at.x - text.x);
        self.pieces.page()?;
        self.pieces.leaves()?.text().byte_at(row, column)
    }

    fn click_tab(&mut self, at: Position, grid: &Grid, shared: &Shared, area: Rect) {
        let Some(seen) = self.seen.as_ref().filter(|seen| seen.recusal.is_none()) else {
            return;
        };
        let speech = Speech::new(shared.lang);
        let tabs = self.tabs(grid, seen, shared, &speech, usize::from(area.width));
        let mut end = area.x;
        let clicked = tabs.iter().position(|tab| {
            end = end.saturating_add(u16::try_from(columns(tab) + 1).unwrap_or(u16::MAX));
            at.x < end
        });
        let starts = grid.axes().iter().map(|axis| axis.criteria.len());
        if let Some(tab) = clicked {
            self.move_to(starts.take(tab).sum());
        }
    }
}

fn row_in(at: Position, area: Rect) -> Option<usize> {
    area.contains(at).then(|| usize::from(at.y - area.y))
}
