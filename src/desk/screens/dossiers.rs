//! The list of dossiers. It holds the rows in view and a count; the rest stays in the store.

mod view;

pub(in crate::desk) use view::{kind, ruling};

use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::keymap::{Chord, Key};
use crate::desk::layout::{cut_top, frame, windowed};
use crate::desk::message::Gesture;
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::confirm::Purpose as Confirmed;
use crate::desk::overlays::input::Purpose;
use crate::desk::widgets::line_edit::LineEdit;
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::office::Question;
use crate::office::ask::{DossierState, ListRow, Page};
use ratatui::layout::Position;

/// Rows that the wheel moves by.
const WHEEL: usize = 3;

/// The list.
#[derive(Debug, Default)]
pub struct Dossiers {
    page: Option<(String, Page)>,
    asked: Option<(String, usize, usize)>,
    selected: usize,
    top: usize,
    filter: Filter,
}

#[derive(Debug, Default)]
enum Filter {
    #[default]
    Off,
    Typing(LineEdit),
    Kept(String),
}

impl Dossiers {
    /// Tells whether the filter is being typed.
    pub fn is_typing(&self) -> bool {
        matches!(self.filter, Filter::Typing(_))
    }

    /// Tells whether a filter is on.
    pub fn is_filtered(&self) -> bool {
        !matches!(self.filter, Filter::Off)
    }

    /// Tells whether the row that is selected is still on its way.
    pub fn is_stale(&self, shared: &Shared) -> bool {
        let waits = shared.tickets.any(|waiting| *waiting == Waiting::Page);
        let fresh = self
            .page
            .as_ref()
            .is_some_and(|(of, _)| *of == self.filter_text());
        waits && (!fresh || (self.total() > 0 && self.row().is_none()))
    }

    /// Asks for the rows anew.
    pub fn refresh(&mut self) {
        self.asked = None;
    }

    /// Returns the row under the cursor.
    pub fn row(&self) -> Option<&ListRow> {
        let (_, page) = self.page.as_ref()?;
        page.rows.get(self.selected.checked_sub(page.from)?)
    }

    /// Takes the rows asked for.
    pub fn take_page(&mut self, page: Page) {
        let of = self
            .asked
            .as_ref()
            .map_or_else(String::new, |(of, ..)| of.clone());
        self.page = Some((of, page));
    }

    /// Selects a row by its place.
    pub fn select(&mut self, place: usize) {
        self.selected = place;
    }

    /// Takes a key while the filter is typed.
    pub fn type_key(&mut self, chord: Chord) {
        match (chord.key, &mut self.filter) {
            (Key::Up, _) => self.selected = self.selected.saturating_sub(1),
            (Key::Down, _) => self.selected += 1,
            (_, Filter::Typing(line)) => {
                let changed = line.key(chord);
                if changed {
                    self.restart();
                }
            }
            _ => {}
        }
    }

    /// Takes pasted text while the filter is typed.
    pub fn paste(&mut self, text: &str) {
        if let Filter::Typing(line) = &mut self.filter {
            line.insert(text);
            self.restart();
        }
    }

    /// Steps back: out of the filter first. Tells whether there was something to step out of.
    pub fn back(&mut self) -> bool {
        let was_on = !matches!(self.filter, Filter::Off);
        if was_on {
            self.filter = Filter::Off;
            self.restart();
        }
        was_on
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let rows = rows(shared);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected += 1,
            Action::PageUp => self.selected = self.selected.saturating_sub(rows),
            Action::PageDown => self.selected += rows,
            Action::First => self.selected = 0,
            Action::Last => self.selected = usize::MAX,
            Action::Filter => {
                self.filter = Filter::Typing(LineEdit::default());
                self.restart();
            }
            Action::Accept => self.keep_filter(),
            Action::Open => self.open(shared),
            Action::NextUnscored => {
                let after = self.row().map(|row| (row.id.clone(), None));
                shared.ask(Waiting::Next, Question::NextUnscored { after });
            }
            Action::Recuse => self.recuse(shared),
            Action::Search => shared.go(Step::Search),
            Action::MySheet => shared.go(Step::MySheet),
            Action::Sheets => shared.go(Step::Sheets),
            Action::Import => shared.over(Overlay::input(Purpose::Import, shared)),
            Action::Jury => shared.go(Step::Jury),
            Action::Committee => shared.go(Step::Committee),
            Action::Export => shared.go(Step::Publication),
            _ => {}
        }
    }

    /// Takes what the mouse did: a click selects the row under it, another one opens it; the wheel moves.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &mut Shared) {
        match gesture {
            Gesture::Drag | Gesture::Drop => {}
            Gesture::WheelUp => self.selected = self.selected.saturating_sub(WHEEL),
            Gesture::WheelDown => self.selected += WHEEL,
            Gesture::Click => {
                let (_, list) = cut_top(frame(shared.width, shared.height).body, 1);
                let place = self.top + usize::from(at.y.saturating_sub(list.y));
                if !list.contains(at) || place >= self.total() {
                    return;
                }
                if place == self.selected {
                    self.open(shared);
                }
                self.selected = place;
            }
        }
    }

    /// Keeps what is selected in view and asks for rows that are not here.
    pub fn settle(&mut self, shared: &mut Shared) {
        let rows = rows(shared);
        let filter = self.filter_text();
        let fresh = self.page.as_ref().is_some_and(|(of, _)| *of == filter);
        if fresh {
            self.selected = self.selected.min(self.total().saturating_sub(1));
            self.top = windowed(self.top, self.selected, rows, self.total());
        }
        let wanted = (filter, self.top.saturating_sub(rows), rows * 3);
        if self.asked.is_none() || !(fresh && self.covers(rows)) && self.asked.as_ref() != Some(&wanted) {
            let (filter, from, most) = wanted.clone();
            shared.ask(Waiting::Page, Question::Page { filter, from, most });
            self.asked = Some(wanted);
        }
    }

    fn covers(&self, rows: usize) -> bool {
        self.page.as_ref().is_some_and(|(_, page)| {
            let end = (self.top + rows).min(page.total);
            page.from <= self.top && end <= page.from + page.rows.len()
        })
    }

    fn total(&self) -> usize {
        self.page.as_ref().map_or(0, |(_, page)| page.total)
    }

    fn filter_text(&self) -> String {
        match &self.filter {
            Filter::Off => String::new(),
            Filter::Typing(line) => line.text(),
            Filter::Kept(text) => text.clone(),
        }
    }

    fn keep_filter(&mut self) {
        let text = self.filter_text();
        self.filter = if text.trim().is_empty() {
            Filter::Off
        } else {
            Filter::Kept(text)
        };
        self.restart();
    }

    fn restart(&mut self) {
        self.selected = 0;
        self.top = 0;
    }

    fn open(&self, shared: &mut Shared) {
        match self.row() {
            Some(row) if row.state == DossierState::Recused && shared.role() == Some(Role::Juror) => {
                let closed = shared.keyed("desk-recused-closed", Context::List, Action::Recuse);
                shared.warn(closed.text("number", &row.number));
            }
            Some(row) => shared.go(Step::Review(row.id.clone(), None)),
            None => {}
        }
    }

    fn recuse(&self, shared: &mut Shared) {
        let Some(row) = self.row() else { return };
        let id = row.id.clone();
        let overlay = if row.state == DossierState::Recused {
            let asks =
                Saying::new("desk-come-back-asks").text("name", format!("{} {}", row.number, row.name));
            Overlay::confirm(Confirmed::ComeBack(id), asks)
        } else {
            Overlay::input(
                Purpose::Recuse(id, format!("{} {}", row.number, row.name)),
                shared,
            )
        };
        shared.over(overlay);
    }
}

/// How many rows the list shows: all but its heading and the two outer lines.
fn rows(shared: &Shared) -> usize {
    usize::from(frame(shared.width, shared.height).body.height.saturating_sub(1)).max(1)
}
