//! The matrix of marks: a row a criterion, a column a juror, then median, spread and consensus; under it what follows.

use super::verdict::large;
use super::{Committee, is_masked};
use crate::consensus::{Consensus, CriterionOutcome, Disagreement, agreement, leik};
use crate::desk::look::Look;
use crate::desk::screens::review::shown_mark;
use crate::desk::theme::Theme;
use crate::desk::widgets::big;
use crate::desk::widgets::frame::line_at;
use crate::desk::widgets::text::{columns, inert, padded, right, words};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::JurorId;
use crate::domain::ratio::Ratio;
use crate::domain::score::{Cell, Mark, Scale, Score};
use crate::office::ask::Deliberation;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation as _;

/// The columns after the jurors, with their widths and the names of their words.
struct After(Vec<(Column, usize, &'static str)>);

/// What stands in a column after the jurors.
#[derive(Clone, Copy)]
enum Column {
    Median,
    Spread,
    Leik,
    Agreement,
    Consensus,
}

impl After {
    fn of(width: usize) -> Self {
        let columns = match width {
            0..70 => vec![
                (Column::Median, 6, "desk-median-short"),
                (Column::Spread, 5, "desk-spread-short"),
                (Column::Consensus, 7, "desk-consensus-short"),
            ],
            70..100 => vec![
                (Column::Median, 9, "desk-median"),
                (Column::Spread, 7, "desk-spread"),
                (Column::Consensus, 11, "desk-consensus"),
            ],
            _ => vec![
                (Column::Median, 9, "desk-median"),
                (Column::Spread, 7, "desk-spread"),
                (Column::Leik, 7, "desk-leik-column"),
                (Column::Agreement, 8, "desk-agreement-column"),
                (Column::Consensus, 11, "desk-consensus"),
            ],
        };
        Self(columns)
    }

    fn width(&self) -> usize {
        self.0.iter().map(|(_, width, _)| width).sum()
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
        let room = width.saturating_sub(label + 3 + after.width());
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
            let mut spans = row_spans(
                criterion,
                grid.scale(),
                dossier,
                &jurors,
                (label, each, shown),
                &after,
                look,
            );
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
        for (_, width, name) in &after.0 {
            head.push(Span::styled(right(&speech.word(name), *width), theme.dim));
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
    scale: Scale,
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
        let shown = shown_cell(cell, masked, speech);
        let median = dossier
            .outcome
            .criteria
            .get(&criterion.code)
            .and_then(|o| o.median);
        let heat = Heat::of(cell, median.filter(|_| !masked));
        let text = format!("{shown}{}", heat.sign());
        spans.push(Span::styled(
            format!("{} ", padded(&text, each - 1)),
            heat.style(theme),
        ));
    }
    let Some(outcome) = dossier.outcome.criteria.get(&criterion.code).filter(|_| !masked) else {
        return spans;
    };
    let grades = dossier.panel.marks(&criterion.code);
    let grades: Vec<Score> = grades.into_iter().filter_map(Mark::score).collect();
    let style = if outcome.disagreement == Disagreement::Discuss {
        theme.alert
    } else {
        theme.text
    };
    let point = shared.lang.point();
    let decimal = |ratio: Option<Ratio>| ratio.map_or_else(|| "—".to_owned(), |r| r.decimal(point));
    for (column, width, _) in &after.0 {
        let (text, style) = match column {
            Column::Median => {
                let median = outcome.median.map(|score| score.to_string());
                (median.unwrap_or_else(|| "—".to_owned()), theme.text)
            }
            Column::Spread => (spread(&grades, outcome), style),
            Column::Leik => (decimal(leik(&grades, scale)), style),
            Column::Agreement => (decimal(agreement(&grades, scale)), style),
            Column::Consensus => (consensus(outcome, speech), theme.strong),
        };
        spans.push(Span::styled(right(&text, *width), style));
    }
    spans
}

/// How far a grade lies from the median, told by a sign as well as by a colour.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heat {
    /// No grade, or none to compare with.
    None,
    /// On it, or one step away.
    Near,
    /// Two steps or more above.
    Above,
    /// Two steps or more below.
    Below,
}

impl Heat {
    fn of(cell: Cell, median: Option<Score>) -> Self {
        let grade = match cell {
            Cell::Marked(mark) => mark.score(),
            Cell::Blank | Cell::Recused => None,
        };
        let Some((grade, median)) = grade.zip(median) else {
            return Self::None;
        };
        match i16::from(grade.value()) - i16::from(median.value()) {
            2.. => Self::Above,
            ..=-2 => Self::Below,
            -1..=1 => Self::Near,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::None | Self::Near => "",
            Self::Above => "▲",
            Self::Below => "▼",
        }
    }

    fn style(self, theme: &Theme) -> Style {
        match self {
            Self::None => theme.dim,
            Self::Near => theme.text,
            Self::Above | Self::Below => theme.alert,
        }
    }
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
