//! The agenda's order by hand: by keys, or by dragging a line.

use super::Committee;
use crate::desk::effect::Waiting;
use crate::desk::layout;
use crate::desk::model::Shared;
use crate::office::Act;
use ratatui::layout::{Position, Rect};

impl Committee {
    /// Moves the dossier that is selected up or down the agenda.
    pub(super) fn move_by(&mut self, by: isize, shared: &mut Shared) {
        if self.move_to(self.selected.saturating_add_signed(by)) {
            self.arrange(shared);
        }
    }

    /// Moves it to where the mouse is; it is kept once the mouse lets it go.
    pub(super) fn drag(&mut self, at: Position, agenda: Rect) {
        if let Some(place) = self.place_at(at, agenda) {
            self.is_dragging |= self.move_to(place);
        }
    }

    /// The mouse lets a line go.
    pub(super) fn drop_row(&mut self, shared: &mut Shared) {
        if std::mem::take(&mut self.is_dragging) {
            self.arrange(shared);
        }
    }

    /// Returns the place on the agenda that a cell shows.
    pub(super) fn place_at(&self, at: Position, agenda: Rect) -> Option<usize> {
        let list = layout::inner(agenda);
        list.contains(at)
            .then(|| self.top + usize::from(at.y - list.y))
            .filter(|place| *place < self.agenda.len())
    }

    /// Moves the dossier that is selected; tells whether it moved.
    fn move_to(&mut self, to: usize) -> bool {
        if to >= self.agenda.len() || to == self.selected {
            return false;
        }
        let row = self.agenda.remove(self.selected);
        self.agenda.insert(to, row);
        self.selected = to;
        true
    }

    fn arrange(&self, shared: &mut Shared) {
        let order = self.agenda.iter().map(|row| row.id.clone()).collect();
        shared.act(Waiting::Arrange, Act::Arrange { order });
    }
}
