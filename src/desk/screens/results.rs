//! The levels and who has them, the strongest first within each.

mod aside;
mod view;

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::layout::{self, windowed};
use crate::desk::message::Gesture;
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::moved;
use crate::desk::screens::committee::is_masked;
use crate::domain::grid::{Grid, Level};
use crate::office::{Question, RankedLevel, RankedRow, Ranking};
use ratatui::layout::Position;

/// The screen.
#[derive(Debug, Default)]
pub struct Results {
    ranking: Option<Box<Ranking>>,
    /// The dossier under the cursor, among all that are seen.
    selected: usize,
    top: usize,
}

/// A line of the list.
#[derive(Debug, Clone, Copy)]
enum Entry<'a> {
    /// A level, and how many are in it.
    Level(Standing<'a>, usize),
    /// A dossier, and its place among all.
    Dossier(&'a RankedRow, usize),
    /// Nobody.
    Nobody,
    Blank,
}

/// What heads a part of the list.
#[derive(Debug, Clone, Copy)]
enum Standing<'a> {
    Level(&'a Level),
    NoLevel,
    Open,
}

impl Results {
    /// Asks for them.
    pub fn open(shared: &mut Shared) -> Self {
        Self::ask(shared);
        Self::default()
    }

    /// Asks anew.
    pub fn ask(shared: &mut Shared) {
        shared.ask(Waiting::Ranking, Question::Ranking);
    }

    /// Takes them.
    pub fn take(&mut self, ranking: Box<Ranking>) {
        self.ranking = Some(ranking);
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::Open => self.open_dossier(shared),
            Action::Export => shared.go(Step::Publication),
            Action::Agreement => shared.go(Step::Statistics),
            _ => {
                let page = usize::from(layout::results(shared.width, shared.height).0.height);
                let all = self.count(shared);
                self.selected = moved(self.selected, action, page.saturating_sub(2), all);
            }
        }
    }

    fn open_dossier(&self, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        let found = self.entries(&grid, is_masked(shared)).into_iter();
        let mut rows = found.filter_map(|entry| match entry {
            Entry::Dossier(row, place) if place == self.selected => Some(row.id.clone()),
            _ => None,
        });
        if let Some(id) = rows.next() {
            shared.go(Step::Review(id, None));
        }
    }

    /// Takes what the mouse did: a click takes the dossier under it, another one opens it.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &mut Shared) {
        match gesture {
            Gesture::Drag | Gesture::Drop => {}
            Gesture::WheelUp => self.act(Action::Up, shared),
            Gesture::WheelDown => self.act(Action::Down, shared),
            Gesture::Click => {
                let (list, _) = layout::results(shared.width, shared.height);
                let Some(grid) = shared.grid().filter(|_| list.contains(at)) else {
                    return;
                };
                let line = self.top + usize::from(at.y - list.y);
                let entry = self.entries(&grid, is_masked(shared)).get(line).copied();
                if let Some(Entry::Dossier(_, place)) = entry {
                    if place == self.selected {
                        self.open_dossier(shared);
                    } else {
                        self.selected = place;
                    }
                }
            }
        }
    }

    /// Keeps the cursor on what there is, and in view.
    pub fn settle(&mut self, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        self.selected = self.selected.min(self.count(shared).saturating_sub(1));
        let rows = usize::from(layout::results(shared.width, shared.height).0.height);
        let (first, line, last, all) = self.span(&self.entries(&grid, is_masked(shared)));
        let top = windowed(self.top, last, rows, all);
        self.top = windowed(top.min(first), line, rows, all);
    }

    /// Returns the line of the cursor between the first and the last line to be seen with it, and how many lines there
    /// are: headings are seen with what follows them.
    fn span(&self, entries: &[Entry<'_>]) -> (usize, usize, usize, usize) {
        let is_here = |entry: &Entry<'_>| matches!(entry, Entry::Dossier(_, at) if *at == self.selected);
        let line = entries.iter().position(is_here).unwrap_or(0);
        let before = entries.iter().take(line).rev();
        let headings = before.take_while(|entry| !matches!(entry, Entry::Dossier(..)));
        let mut after = entries.iter().skip(line + 1);
        let last = if after.any(|entry| matches!(entry, Entry::Dossier(..))) {
            line
        } else {
            entries.len().saturating_sub(1)
        };
        (line - headings.count(), line, last, entries.len())
    }

    fn count(&self, shared: &Shared) -> usize {
        let Some(grid) = shared.grid() else { return 0 };
        let entries = self.entries(&grid, is_masked(shared));
        let dossiers = entries.iter();
        dossiers
            .filter(|entry| matches!(entry, Entry::Dossier(..)))
            .count()
    }

    /// Returns the lines of the list. While scores are hidden, only what was decided is among them.
    fn entries<'a>(&'a self, grid: &'a Grid, masked: bool) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        let Some(ranking) = &self.ranking else {
            return entries;
        };
        let seen = |row: &&RankedRow| !masked || row.is_decided;
        let mut place = 0;
        let mut part = |standing, rows: &'a [RankedRow]| {
            let rows: Vec<&RankedRow> = rows.iter().filter(seen).collect();
            if masked && rows.is_empty() {
                return;
            }
            entries.push(Entry::Level(standing, rows.len()));
            if rows.is_empty() {
                entries.push(Entry::Nobody);
            }
            for row in rows {
                entries.push(Entry::Dossier(row, place));
                place += 1;
            }
            entries.push(Entry::Blank);
        };
        for level in &ranking.levels {
            if level.level.is_none() {
                part(Standing::NoLevel, &level.rows);
            }
        }
        for level in grid.levels() {
            part(Standing::Level(level), rows_of(ranking, level));
        }
        if !masked && !ranking.open.is_empty() {
            part(Standing::Open, &ranking.open);
        }
        entries.pop();
        entries
    }
}

/// Returns the dossiers of a level.
fn rows_of<'r>(ranking: &'r Ranking, level: &Level) -> &'r [RankedRow] {
    let is_it = |of: &&RankedLevel| of.level.as_ref() == Some(&level.code);
    ranking
        .levels
        .iter()
        .find(is_it)
        .map_or(&[], |found| found.rows.as_slice())
}
