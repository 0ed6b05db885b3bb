//! The matrix of marks: a row a criterion, a column a juror, then median, spread and consensus; under it what follows.

use super::{Committee, is_masked};
use crate::consensus::{Consensus, CriterionOutcome, Disagreement, Reason, Robustness, Total};
use crate::desk::action::{Action, Context};
use crate::desk::look::Look;
use crate::desk::screens::review::shown_mark;
use crate::desk::theme::Theme;
use crate::desk::widgets::frame::line_at;
use crate::desk::widgets::meter::bar;
use crate::desk::widgets::text::{columns, inert, padded, right, words, wrapped};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::JurorId;
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::domain::score::{Cell, Mark, Score};
use crate::domain::words::Lang;
use crate::office::ask::Deliberation;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::fmt::Write as _;
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
        let Look { theme, speech, .. } = *look;
        let jurors: Vec<&JurorId> = dossier.panel.seats.keys().collect();
        let width = usize::from(area.width);
        let label = (width / 4).clamp(8, 30);
        let after = After::of(width);
        let room = width.saturating_sub(label + 3 + after.widths.iter().sum::<usize>());
        let each = (room / jurors.len().max(1)).clamp(3, 11);
        let shown = room / each;
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
        line_at(frame, area, 0, &Line::from(head));
        let follows = self.follows(dossier, grid, look, area.width);
        let rows = usize::from(area.height).saturating_sub(1 + follows.len());
        let criteria: Vec<&Criterion> = grid.criteria().collect();
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
            row += 1;
        }
        let bottom = area
            .height
            .saturating_sub(u16::try_from(follows.len()).unwrap_or(0))
            .max(row);
        for (row, line) in (bottom..).zip(&follows) {
            line_at(frame, area, row, line);
        }
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

impl Committee {
    /// What follows from the marks: the axes, the total, the level and how near and how firm it is, in words.
    fn follows(
        &self,
        dossier: &Deliberation,
        grid: &Grid,
        look: &Look<'_>,
        width: u16,
    ) -> Vec<Line<'static>> {
        let Look {
            shared,
            theme,
            speech,
        } = *look;
        if is_masked(shared) {
            let lines = wrapped(
                &speech.say(&shared.keyed("desk-masked", Context::Committee, Action::Unmask)),
                width.saturating_sub(1),
            );
            return lines
                .into_iter()
                .map(|line| Line::styled(format!(" {line}"), theme.alert))
                .collect();
        }
        let most = Ratio::whole(i64::from(grid.scale().max));
        let share = |value: &Ratio| value.over(&most).map_or(0, |share| share.percent());
        let outcome = &dossier.outcome;
        let mut text = String::new();
        for axis in grid.axes() {
            let value = match outcome.axes.get(&axis.code) {
                Some(Total::Value(value)) => {
                    let percent = share(value);
                    format!("{} {percent} %", bar(percent, 5))
                }
                Some(Total::NotApplicable) => speech.word("desk-mark-na"),
                Some(Total::NoResult) | None => "—".to_owned(),
            };
            let _ = write!(text, "{} {value}   ", inert(axis.code.as_str()));
        }
        let total = outcome
            .total
            .as_ref()
            .map_or_else(|| "—".to_owned(), |total| format!("{} %", share(total)));
        text.push_str(&speech.say(&Saying::new("desk-total").text("total", total)));
        let mut said = verdict(dossier, grid, shared.lang, speech);
        if self
            .row()
            .is_some_and(|row| row.item.reasons.contains(&Reason::NoFeedback))
        {
            let _ = write!(said, " · {}", speech.word("desk-verdict-no-feedback"));
        }
        let mut lines = fold(&text, width, theme, false);
        lines.extend(fold(&said, width, theme, true));
        lines
    }
}

fn fold(text: &str, width: u16, theme: &Theme, strong: bool) -> Vec<Line<'static>> {
    let style = if strong { theme.strong } else { theme.text };
    let lines = wrapped(text, width.saturating_sub(2)).into_iter();
    lines
        .map(|line| Line::styled(format!(" {line}"), style))
        .collect()
}

/// Says the level in words that a mayor understands.
fn verdict(dossier: &Deliberation, grid: &Grid, lang: Lang, speech: &Speech) -> String {
    let outcome = &dossier.outcome;
    let point = if lang == Lang::Fr { ',' } else { '.' };
    let mut parts = Vec::new();
    parts.push(match outcome.proposed.code() {
        None => Saying::new("desk-verdict-undetermined"),
        Some("none") => Saying::new("desk-verdict-none"),
        Some(code) => Saying::new("desk-verdict-level").text("level", code),
    });
    if let Some(up) = outcome.margin_up.as_ref().filter(|up| **up > Ratio::zero()) {
        parts.push(Saying::new("desk-verdict-up").text("points", up.decimal(point)));
    }
    if let Some(down) = &outcome.margin_down {
        parts.push(Saying::new("desk-verdict-down").text("points", down.decimal(point)));
    }
    if !outcome.floors_short.is_empty() {
        let axes = outcome.floors_short.iter();
        let name = |code: &crate::domain::ids::AxisCode| {
            let axis = grid.axes().iter().find(|axis| axis.code == *code);
            axis.map_or_else(|| inert(code.as_str()), |axis| words(&axis.name, lang))
        };
        let axes: Vec<String> = axes.map(name).collect();
        parts.push(Saying::new("desk-verdict-floors").text("axes", axes.join(", ")));
    }
    parts.push(Saying::new(match outcome.robustness {
        Robustness::Robust => "desk-verdict-robust",
        Robustness::Sensitive => "desk-verdict-sensitive",
        Robustness::Fragile => "desk-verdict-fragile",
        Robustness::Untestable => "desk-verdict-untestable",
    }));
    if outcome.split {
        parts.push(Saying::new("desk-verdict-split"));
    }
    let said: Vec<String> = parts.iter().map(|part| speech.say(part)).collect();
    said.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([letter(0), letter(25), letter(26)], ["A", "Z", "AA"]);
    }
}
