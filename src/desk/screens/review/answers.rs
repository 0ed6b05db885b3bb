//! The answers of an axis, broken into lines once for a width.

use super::changes;
use crate::desk::widgets::difference::marked;
use crate::desk::widgets::text::{words, wrapped};
use crate::domain::dossier::Answer;
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::ask::DossierView;
use std::collections::BTreeSet;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A criterion's name; its place in the grid.
    Head(usize),
    /// A question.
    Label,
    /// The question that was looked for.
    Found,
    /// An answer.
    Text,
    /// That there is none.
    Unanswered,
    /// That it changed after the juror scored.
    Changed,
    /// That it is no longer there.
    Gone,
    /// That what it said before follows; or that it said nothing.
    Formerly(bool),
    /// What it said before.
    Before,
    /// Nothing.
    Gap,
}

/// A line of the pane.
#[derive(Debug, Clone)]
pub(super) struct LaidLine {
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// The lines of the axis under the cursor.
#[derive(Debug, Default)]
pub(super) struct Laid {
    of: Option<(usize, u16)>,
    lines: Vec<LaidLine>,
    /// Where each criterion of the axis begins.
    starts: Vec<(usize, usize)>,
    top: usize,
    rows: usize,
    follows: bool,
    /// The answer that was looked for, until one moves on.
    found: Option<String>,
    /// Its line, while it has still to come into view.
    found_at: Option<usize>,
    /// Whether former texts are shown, with what differs.
    differs: bool,
    /// The answers that changed, each with its first line.
    changed: Vec<(String, usize)>,
    /// Those that were seen with the difference shown.
    looked: BTreeSet<String>,
}

impl Laid {
    /// Has everything laid anew.
    pub(super) fn forget(&mut self) {
        self.of = None;
    }

    /// Has the criterion under the cursor come into view.
    pub(super) fn follow_cursor(&mut self) {
        self.follows = true;
        let differed = std::mem::take(&mut self.differs);
        if self.found.take().is_some() || differed {
            self.forget();
        }
    }

    /// Shows former texts, or hides them.
    pub(super) fn differ(&mut self, differs: bool) {
        self.differs = differs;
        self.forget();
    }

    /// Tells whether former texts are shown.
    pub(super) fn is_differing(&self) -> bool {
        self.differs
    }

    /// Returns the answers that were seen with the difference shown.
    pub(super) fn take_looked(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.looked)
    }

    /// Counts as looked at what is in view with the difference shown.
    pub(super) fn note_looked(&mut self) {
        let shown = self.top..self.top + self.rows;
        let seen = self.changed.iter().filter(|(_, line)| shown.contains(line));
        if self.differs {
            self.looked.extend(seen.map(|(champ, _)| champ.clone()));
        }
    }

    /// Has an answer come into view, set off from the others.
    pub(super) fn find(&mut self, champ: String) {
        self.found = Some(champ);
        self.forget();
    }

    /// Moves by rows.
    pub(super) fn scroll(&mut self, by: isize) {
        self.follows = false;
        self.top = self.top.saturating_add_signed(by);
    }

    /// Lays the axis of the cursor out, where it or the width changed.
    pub(super) fn settle(
        &mut self,
        grid: &Grid,
        seen: &DossierView,
        cursor: usize,
        lang: Lang,
        (width, rows): (u16, u16),
    ) {
        let tab = tab_of(grid, cursor);
        if self.of != Some((tab, width)) {
            let from = self.start_of(cursor);
            self.lay(grid, seen, tab, lang, width);
            let moved = self.start_of(cursor);
            self.top = (self.top + moved).saturating_sub(from);
            self.of = Some((tab, width));
        }
        self.rows = usize::from(rows);
        if let Some(line) = self.found_at.take() {
            self.top = line;
            self.follows = false;
        } else if self.follows {
            self.bring_into_view(cursor);
        }
        self.top = self.top.min(self.lines.len().saturating_sub(self.rows.max(1)));
    }

    /// Moves as little as shows the whole criterion, or its beginning where it is longer than the pane.
    fn bring_into_view(&mut self, cursor: usize) {
        let start = self.start_of(cursor);
        let mut next = self.starts.iter().filter(|(place, _)| *place > cursor);
        let end = next.next().map_or(self.lines.len(), |(_, line)| *line);
        if end > self.top + self.rows {
            self.top = end.saturating_sub(self.rows);
        }
        self.top = self.top.min(start);
    }

    /// Returns the criterion to which a row of the pane belongs.
    pub(super) fn criterion_at(&self, row: usize) -> Option<usize> {
        let line = self.top + row;
        let mut starts = self.starts.iter().rev();
        let found = starts.find(|(_, start)| *start <= line && line < self.lines.len());
        found.map(|(place, _)| *place)
    }

    /// Returns the lines in view.
    pub(super) fn shown(&self) -> impl Iterator<Item = &LaidLine> {
        self.lines.iter().skip(self.top).take(self.rows)
    }

    /// Returns the last line in view and how many there are, where not all are.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        let last = (self.top + self.rows).min(self.lines.len());
        (self.lines.len() > self.rows).then_some((last, self.lines.len()))
    }

    fn start_of(&self, cursor: usize) -> usize {
        let found = self.starts.iter().find(|(place, _)| *place == cursor);
        found.map_or(0, |(_, line)| *line)
    }

    fn lay(&mut self, grid: &Grid, seen: &DossierView, tab: usize, lang: Lang, width: u16) {
        self.lines.clear();
        self.starts.clear();
        self.changed.clear();
        let width = width.saturating_sub(3);
        let criteria = grid.criteria().enumerate();
        for (place, criterion) in criteria.filter(|(place, _)| tab_of(grid, *place) == tab) {
            self.push_head(
                place,
                format!("{} {}", criterion.code, words(&criterion.name, lang)),
            );
            self.push_answers(grid, seen, Some(&criterion.code), width);
        }
        if tab == grid.axes().len() {
            self.push_head(grid.criteria().count(), String::new());
            self.push_answers(grid, seen, None, width);
            self.push_gone(seen, width);
        }
    }

    fn push_head(&mut self, place: usize, text: String) {
        if !self.lines.is_empty() {
            self.push(Kind::Gap, String::new());
        }
        self.starts.push((place, self.lines.len()));
        self.push(Kind::Head(place), text);
    }

    fn push_answers(&mut self, grid: &Grid, seen: &DossierView, code: Option<&CriterionCode>, width: u16) {
        let answers = seen.dossier.answers.iter();
        let mut found = false;
        for answer in answers.filter(|a| criterion_of(grid, a) == code) {
            found = true;
            let is_found = self.found.as_ref() == Some(&answer.champ);
            if is_found {
                self.found_at = Some(self.lines.len());
            }
            let kind = if is_found { Kind::Found } else { Kind::Label };
            for line in wrapped(Inert::line(&answer.label).as_str(), width) {
                self.push(kind, line);
            }
            let before = seen.changes.get(&answer.champ);
            if before.is_some() {
                self.changed.push((answer.champ.clone(), self.lines.len()));
                self.push(Kind::Changed, String::new());
            }
            let text = Inert::block(answer.text.trim_end());
            let before = before.filter(|_| self.differs);
            let before = before.map(|text| Inert::block(text.trim_end()));
            let (before, text) = match before {
                Some(before) => {
                    let (gone, come) = marked(before.as_str(), text.as_str());
                    (Some(gone), come)
                }
                None => (None, text.as_str().to_owned()),
            };
            if !answer.is_given() && text.is_empty() {
                self.push(Kind::Unanswered, String::new());
            } else {
                for line in wrapped(&text, width) {
                    self.push(Kind::Text, line);
                }
            }
            if let Some(before) = before {
                self.push_before(&before, width);
            }
        }
        if !found {
            self.push(Kind::Unanswered, String::new());
        }
    }

    fn push_before(&mut self, before: &str, width: u16) {
        self.push(Kind::Formerly(!before.is_empty()), String::new());
        for line in wrapped(before, width.saturating_sub(2)) {
            self.push(Kind::Before, line);
        }
    }

    /// Answers that a newer package no longer has.
    fn push_gone(&mut self, seen: &DossierView, width: u16) {
        for (champ, before) in changes::gone(seen) {
            if self.found.as_ref() == Some(champ) {
                self.found_at = Some(self.lines.len());
            }
            self.changed.push((champ.clone(), self.lines.len()));
            self.push(Kind::Gone, String::new());
            if self.differs {
                self.push_before(Inert::block(before.trim_end()).as_str(), width);
            }
        }
    }

    fn push(&mut self, kind: Kind, text: String) {
        self.lines.push(LaidLine { kind, text });
    }
}

/// Returns the criterion of this grid on which an answer bears.
pub(in crate::desk) fn criterion_of<'g>(grid: &'g Grid, answer: &Answer) -> Option<&'g CriterionCode> {
    answer.criterion_in(grid)
}

/// Returns the axis of a place, or one past the last for the answers of no criterion.
pub(super) fn tab_of(grid: &Grid, place: usize) -> usize {
    let mut end = 0;
    let axis = grid.axes().iter().position(|axis| {
        end += axis.criteria.len();
        place < end
    });
    axis.unwrap_or(grid.axes().len())
}
