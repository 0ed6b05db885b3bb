//! The matrix of marks: a row a criterion, a column a juror, then median, spread and consensus; under it what follows.

use super::verdict::large;
use super::{Committee, is_masked};
use crate::consensus::{Consensus, CriterionOutcome, Disagreement};
use crate::desk::look::Look;
use crate::desk::screens::review::shown_mark;
use crate::desk::widgets::big;
use crate::desk::widgets::frame::line_at;
use crate::desk::widgets::text::{columns, inert, padded, right, words};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::JurorId;
use crate::domain::score::{Cell, Mark, Score};
use crate::office::ask::Deliberation;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;

/// The columns after the jurors, median, spread, consensus, with the names of their words.
struct After {
    widths: [usize; 3],
    names: [&'static str; 3],
}

impl After {
    fn of(width: usize) -> Self {
        if width < 70 {
            return Self {
                widths: [6, 5, 7],
                names: ["desk-median-short", "desk-spread-short", "desk-consensus-short"],
            };
        }
        Self {
            widths: [9, 7, 11],
            names: ["desk-median", "desk-spread", "desk-consensus"],
        }
    }
}

impl Committee {
    pub(super) fn view_matrix(
        &self,
        dossier: &Deliberation,
        grid: &Grid,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let Look { theme, .. } = *look;
        let jurors: Vec<&JurorId> = dossier.panel.seats.keys().collect();
        let width = usize::from(area.width);
        let label = (width / 4).clamp(8, 30);
        let after = After::of(width);
        let room = width.saturating_sub(label + 3 + after.widths.iter().sum::<usize>());
        let each = (room / jurors.len().max(1)).clamp(3, 11);
        let shown = room / each;
        let head = self.head_spans(dossier, &jurors, (label, each, shown), &after, look);
        line_at(frame, area, 0, &Line::from(head));
        let criteria: Vec<&Criterion> = grid.criteria().collect();
        let mut follows = self.follows(dossier, grid, look, area.width);
        let spare = usize::from(area.height).saturating_sub(1 + criteria.len() + follows.len());
        if self.is_projecting && spare > big::ROWS + 1 {
            let mut large = large(dossier, grid, look);
            large.append(&mut follows);
            follows = large;
        }
        let rows = usize::from(area.height).saturating_sub(1 + follows.len());
        let stride = if self.is_projecting && rows >= criteria.len() * 2 {
            2
        } else {
            1
        };
        let top = crate::desk::layout::windowed(0, self.cursor, rows, criteria.len());
        let mut row = 1;
        for (at, criterion) in criteria.iter().enumerate().skip(top).take(rows) {
            let mut spans = row_spans(criterion, dossier, &jurors, (label, each, shown), &after, look);
            let is_current = at == self.cursor;
            spans.insert(0, Span::raw(if is_current { "▸ " } else { "  " }));
            let line = Line::from(spans);
            let line = if is_current && (self.on_matrix || self.is_projecting) {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, area, row, &line);
            row += stride;
        }
        let bottom = area
            .height
            .saturating_sub(u16::try_from(follows.len()).unwrap_or(0))
            .max(row);
        for (row, line) in (bottom..).zip(&follows) {
            line_at(frame, area, row, line);
        }
    }

    fn head_spans(
        &self,
        dossier: &Deliberation,
        jurors: &[&JurorId],
        (label, each, shown): (usize, usize, usize),
        after: &After,
        look: &Look<'_>,
    ) -> Vec<Span<'static>> {
        let Look { theme, speech, .. } = *look;
        let mut head = vec![Span::raw(" ".repeat(label + 3))];
        for (at, juror) in jurors.iter().enumerate().take(shown) {
            let name = self.juror_name(at, juror, dossier);
            // A few letters tell more than fewer and a sign of omission.
            let name = if each < 7 { start(&name, each - 1) } else { name };
            head.push(Span::styled(
                format!("{} ", padded(&name, each - 1)),
                theme.strong,
            ));
        }
        for (name, width) in after.names.iter().zip(after.widths) {
            head.push(Span::styled(right(&speech.word(name), width), theme.dim));
        }
        head
    }

    /// A juror's name, or on a projection a letter.
    pub(super) fn juror_name(&self, at: usize, juror: &JurorId, dossier: &Deliberation) -> String {
        if self.is_projecting {
            return letter(at);
        }
        let name = dossier.names.get(juror).map_or(juror.as_str(), String::as_str);
        inert(name.split_whitespace().next_back().unwrap_or(name))
    }
}

#[allow(clippy::too_many_arguments, reason = "all of it is what a row is drawn from")]
fn row_spans(
    criterion: &Criterion,
    dossier: &Deliberation,
    jurors: &[&JurorId],
    (label, each, shown): (usize, usize, usize),
    after: &After,
    look: &Look<'_>,
) -> Vec<Span<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let name = format!("{} {}", criterion.code, words(&criterion.short, shared.lang));
    let mut spans = vec![Span::raw(format!("{} ", padded(&name, label)))];
    let masked = is_masked(shared);
    for juror in jurors.iter().take(shown) {
        let cell = dossier.panel.cell(juror, &criterion.code);
        spans.push(Span::raw(format!(
            "{} ",
            padded(&shown_cell(cell, masked, speech), each - 1)
        )));
    }
    let Some(outcome) = dossier.outcome.criteria.get(&criterion.code).filter(|_| !masked) else {
        return spans;
    };
    let grades = dossier.panel.marks(&criterion.code);
    let grades: Vec<Score> = grades.into_iter().filter_map(Mark::score).collect();
    let median = outcome
        .median
        .map_or_else(|| "—".to_owned(), |score| score.to_string());
    let [median_width, spread_width, consensus_width] = after.widths;
    spans.push(Span::raw(right(&median, median_width)));
    let style = if outcome.disagreement == Disagreement::Discuss {
        theme.alert
    } else {
        theme.text
    };
    spans.push(Span::styled(
        right(&spread(&grades, outcome), spread_width),
        style,
    ));
    spans.push(Span::styled(
        right(&consensus(outcome, speech), consensus_width),
        theme.strong,
    ));
    spans
}

/// Returns the first letters that fit in some columns.
fn start(name: &str, width: usize) -> String {
    let mut taken = 0;
    let fits = |g: &&str| {
        taken += columns(g);
        taken <= width
    };
    name.graphemes(true).take_while(fits).collect()
}

/// Counts in letters: A to Z, then AA.
fn letter(at: usize) -> String {
    let one = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    match at / 26 {
        0 => one(at).to_string(),
        more => format!("{}{}", one(more - 1), one(at)),
    }
}

fn shown_cell(cell: Cell, masked: bool, speech: &Speech) -> String {
    match cell {
        Cell::Blank => "·".to_owned(),
        Cell::Marked(_) if masked => "●".to_owned(),
        Cell::Marked(mark) => shown_mark(Some(mark), speech),
        Cell::Recused => "⊘".to_owned(),
    }
}

/// How far apart the grades lie, as a height, with a sign where they must be talked about.
fn spread(grades: &[Score], outcome: &CriterionOutcome) -> String {
    let values = grades.iter().map(|grade| grade.value());
    let range = values.clone().max().unwrap_or(0) - values.min().unwrap_or(0);
    let height = match (outcome.disagreement, range) {
        (Disagreement::Unassessable, _) => "·",
        (_, 0) => "▁",
        (_, 1) => "▂",
        (_, 2) => "▃",
        (_, 3) => "▅",
        _ => "█",
    };
    let sign = match outcome.disagreement {
        Disagreement::Discuss => " !",
        Disagreement::Outlier => " ·",
        Disagreement::None | Disagreement::Unassessable => "  ",
    };
    format!("{height}{sign}")
}

fn consensus(outcome: &CriterionOutcome, speech: &Speech) -> String {
    let value = match outcome.consensus {
        Consensus::Grade(score) => score.to_string(),
        Consensus::NotApplicable => speech.word("desk-mark-na"),
        Consensus::NoResult => "—".to_owned(),
    };
    format!("{value} {}", if outcome.set { "✎" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([letter(0), letter(25), letter(26)], ["A", "Z", "AA"]);
    }
}
