//! The answers of an axis, broken into lines once for a width.

use crate::desk::widgets::text::{words, wrapped};
use crate::domain::dossier::Answer;
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::ask::DossierView;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A criterion's name; its place in the grid.
    Head(usize),
    /// A question.
    Label,
    /// An answer.
    Text,
    /// That there is none.
    Unanswered,
    /// That it changed after the juror scored; what it said before follows.
    Changed,
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
}

impl Laid {
    /// Has everything laid anew.
    pub(super) fn forget(&mut self) {
        self.of = None;
    }

    /// Has the criterion under the cursor come into view.
    pub(super) fn follow_cursor(&mut self) {
        self.follows = true;
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
        if self.follows {
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
            for line in wrapped(Inert::line(&answer.label).as_str(), width) {
                self.push(Kind::Label, line);
            }
            let before = seen.changes.get(&answer.champ);
            if before.is_some() {
                self.push(Kind::Changed, String::new());
            }
            let text = Inert::block(answer.text.trim_end());
            if !answer.is_given() && text.as_str().is_empty() {
                self.push(Kind::Unanswered, String::new());
                continue;
            }
            for line in wrapped(text.as_str(), width) {
                self.push(Kind::Text, line);
            }
            let before = before.map(|text| Inert::block(text.trim_end()));
            for line in before
                .iter()
                .flat_map(|text| wrapped(text.as_str(), width.saturating_sub(2)))
            {
                self.push(Kind::Before, line);
            }
        }
        if !found {
            self.push(Kind::Unanswered, String::new());
        }
    }

    fn push(&mut self, kind: Kind, text: String) {
        self.lines.push(LaidLine { kind, text });
    }
}

/// Returns the criterion of this grid on which an answer bears.
pub(super) fn criterion_of<'g>(grid: &'g Grid, answer: &Answer) -> Option<&'g CriterionCode> {
    let named = answer.criterion.as_ref().and_then(|code| grid.criterion(code));
    let asked = || {
        answer
            .question
            .as_ref()
            .and_then(|question| grid.criterion_of(question))
    };
    named.map(|criterion| &criterion.code).or_else(asked)
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
