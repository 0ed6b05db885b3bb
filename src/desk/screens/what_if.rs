//! What levels would be, were a juror not there or a weight another: looked at, never written.

mod moved;
mod view;

use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::layout::{self, windowed};
use crate::desk::message::Gesture;
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::moved as stepped;
use crate::desk::screens::committee::is_masked;
use crate::domain::grid::{Grid, bounds};
use crate::domain::ids::JurorId;
use crate::domain::words::Words;
use crate::office::ask::Room;
use crate::office::{Moved, Question, WhatIf};
use ratatui::layout::Position;
use std::cmp::Ordering;

/// Lines before the first juror, and before the first weight beside the jurors.
const BEFORE_JURORS: usize = 1;
const BEFORE_WEIGHTS: usize = 3;

/// The screen.
#[derive(Debug, Default)]
pub struct WhatIfScreen {
    what: WhatIf,
    members: Vec<(JurorId, String)>,
    /// What became of every dossier, as far as it is known.
    rows: Option<Vec<Moved>>,
    /// Whether what is set now could not be answered.
    is_refused: bool,
    /// The juror or the weight under the cursor, jurors first.
    item: usize,
    top: usize,
    on_moved: bool,
    selected: usize,
    moved_top: usize,
}

/// A weight of the grid.
#[derive(Debug, Clone, Copy)]
struct Weighed<'g> {
    code: &'g str,
    name: &'g Words,
    weight: u32,
    is_axis: bool,
}

impl WhatIfScreen {
    /// Asks with nothing otherwise.
    pub fn open(shared: &mut Shared) -> Self {
        let screen = Self::default();
        screen.ask(shared);
        screen
    }

    /// Asks for the jury, and for what levels would be.
    pub fn ask(&self, shared: &mut Shared) {
        shared.ask(Waiting::Members, Question::Room);
        self.ask_levels(shared);
    }

    fn ask_levels(&self, shared: &mut Shared) {
        shared.ask(Waiting::WhatIf, Question::WhatIf(self.what.clone()));
    }

    /// Takes who sits on the jury.
    pub fn take_members(&mut self, room: &Room) {
        let members = room.members.iter();
        self.members = members.map(|(id, name, _)| (id.clone(), name.clone())).collect();
    }

    /// Takes what levels would be.
    pub fn take(&mut self, rows: Vec<Moved>) {
        self.is_refused = false;
        self.rows = Some(rows);
    }

    /// What is set has no answer: the last one stays in view.
    pub fn refused(&mut self) {
        self.is_refused = true;
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        if is_masked(shared) {
            return;
        }
        match action {
            Action::SwitchPane => self.on_moved = !self.on_moved,
            Action::Reset => self.reset(shared),
            Action::Open if self.on_moved => self.open_moved(shared),
            Action::Open => {
                let moves = self.moved().count() > 0;
                self.on_moved = moves;
            }
            Action::Toggle | Action::Left | Action::Right if self.on_moved => {
                shared.tell(shared.keyed("advice-other-pane", Context::WhatIf, Action::SwitchPane));
            }
            Action::Toggle => self.toggle(shared),
            Action::Left => self.weigh(-1, &grid, shared),
            Action::Right => self.weigh(1, &grid, shared),
            _ => self.step(action, &grid, shared),
        }
    }

    fn step(&mut self, action: Action, grid: &Grid, shared: &Shared) {
        let panes = layout::what_if(shared.width, shared.height);
        if self.on_moved {
            let page = usize::from(panes.rows.height);
            self.selected = stepped(self.selected, action, page, self.moved().count());
        } else {
            let page = usize::from(panes.list.height);
            self.item = stepped(self.item, action, page, self.items(grid));
        }
    }

    /// Leaves the juror under the cursor out, or takes them back.
    fn toggle(&mut self, shared: &mut Shared) {
        let Some((id, _)) = self.members.get(self.item) else {
            return shared.tell(shared.keyed("advice-weight-keys", Context::WhatIf, Action::Right));
        };
        if !self.what.without.remove(id) {
            self.what.without.insert(id.clone());
        }
        self.ask_levels(shared);
    }

    /// Makes the weight under the cursor lighter or heavier.
    fn weigh(&mut self, by: i32, grid: &Grid, shared: &mut Shared) {
        let place = self.item.checked_sub(self.members.len());
        let Some(of) = place.and_then(|place| weights(grid).nth(place)) else {
            return shared.tell(shared.keyed("advice-juror-keys", Context::WhatIf, Action::Toggle));
        };
        let is = self.weight(&of);
        let then = is.saturating_add_signed(by).min(bounds::WEIGHT);
        if then == is {
            return;
        }
        if then == of.weight {
            self.what.weights.remove(of.code);
        } else {
            self.what.weights.insert(of.code.to_owned(), then);
        }
        self.ask_levels(shared);
    }

    fn reset(&mut self, shared: &mut Shared) {
        if self.is_otherwise() {
            self.what = WhatIf::default();
            self.ask_levels(shared);
        }
    }

    fn open_moved(&self, shared: &mut Shared) {
        if let Some(row) = self.moved().nth(self.selected) {
            shared.go(Step::Review(row.id.clone(), None));
        }
    }

    /// Takes what the mouse did: a click takes the line under it, another one on it uses it; the wheel moves in the pane
    /// under it.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &mut Shared) {
        let panes = layout::what_if(shared.width, shared.height);
        let was = self.on_moved;
        self.on_moved = panes.moved.contains(at);
        match gesture {
            Gesture::Drag | Gesture::Drop => self.on_moved = was,
            Gesture::WheelUp => self.turn(Action::Up, was, shared),
            Gesture::WheelDown => self.turn(Action::Down, was, shared),
            Gesture::Click if panes.rows.contains(at) => {
                let place = self.moved_top + usize::from(at.y - panes.rows.y);
                match place < self.moved().count() {
                    true if was && place == self.selected => self.act(Action::Open, shared),
                    true => self.selected = place,
                    false => {}
                }
            }
            Gesture::Click if panes.list.contains(at) => {
                let line = self.top + usize::from(at.y - panes.list.y);
                self.click_line(line, was, shared);
            }
            Gesture::Click => {}
        }
    }

    fn turn(&mut self, action: Action, was: bool, shared: &mut Shared) {
        self.act(action, shared);
        self.on_moved = was;
    }

    fn click_line(&mut self, line: usize, was: bool, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        let found = (0..self.items(&grid)).find(|item| self.line_of(*item) == line);
        match found {
            Some(item) if item == self.item && !was && item < self.members.len() => {
                self.act(Action::Toggle, shared);
            }
            Some(item) => self.item = item,
            None => {}
        }
    }

    /// Keeps the cursors on what there is, and in view.
    pub fn settle(&mut self, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        let panes = layout::what_if(shared.width, shared.height);
        self.item = self.item.min(self.items(&grid).saturating_sub(1));
        // With the first item its heading is seen as well.
        let line = if self.item == 0 {
            0
        } else {
            self.line_of(self.item)
        };
        let all = self.line_of(self.items(&grid));
        self.top = windowed(self.top, line, usize::from(panes.list.height), all);
        let moved = self.moved().count();
        self.selected = self.selected.min(moved.saturating_sub(1));
        let room = usize::from(panes.rows.height);
        self.moved_top = windowed(self.moved_top, self.selected, room, moved);
    }

    fn items(&self, grid: &Grid) -> usize {
        self.members.len() + weights(grid).count()
    }

    /// Returns the line of an item in its pane: headings stand before jurors and before weights.
    fn line_of(&self, item: usize) -> usize {
        if item < self.members.len() {
            item + BEFORE_JURORS
        } else {
            item + BEFORE_WEIGHTS
        }
    }

    fn weight(&self, of: &Weighed<'_>) -> u32 {
        self.what.weights.get(of.code).copied().unwrap_or(of.weight)
    }

    /// Tells whether anything is otherwise.
    fn is_otherwise(&self) -> bool {
        self.what != WhatIf::default()
    }

    /// Returns the dossiers that would be at another level.
    fn moved(&self) -> impl Iterator<Item = &Moved> {
        let rows = self.rows.iter().flatten();
        rows.filter(|row| row.moves())
    }
}

/// Returns every weight: each axis, then its criteria.
fn weights(grid: &Grid) -> impl Iterator<Item = Weighed<'_>> {
    grid.axes().iter().flat_map(|axis| {
        let of_axis = Weighed {
            code: axis.code.as_str(),
            name: &axis.name,
            weight: axis.weight,
            is_axis: true,
        };
        let criteria = axis.criteria.iter().map(|criterion| Weighed {
            code: criterion.code.as_str(),
            name: &criterion.name,
            weight: criterion.weight,
            is_axis: false,
        });
        std::iter::once(of_axis).chain(criteria)
    })
}

/// Tells whether a dossier would be higher or lower; nothing where one of its levels is unknown.
fn direction(row: &Moved, grid: &Grid) -> Option<Ordering> {
    let place = |code: &str| {
        let mut levels = grid.levels().iter();
        levels.position(|level| level.code.as_str() == code)
    };
    let (is, then) = (row.proposed.as_deref()?, row.then.as_deref()?);
    Some(place(then).cmp(&place(is)))
}
