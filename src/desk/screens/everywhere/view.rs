//! Draws one's scores on a criterion: how they spread, then a line a dossier.

use super::{Everywhere, areas};
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::screens::review::shown_mark;
use crate::desk::widgets::frame::{both_ends, line_at, text_at};
use crate::desk::widgets::meter::column;
use crate::desk::widgets::text::{inert, padded, right, words};
use crate::domain::saying::Saying;
use crate::domain::score::Mark;
use crate::office::ask::CriterionRow;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns of one value in the histogram.
const CELL: usize = 5;

impl Everywhere {
    /// Draws it.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let head = parts(shared.width, shared.height).head;
        let grid = shared.grid();
        let criterion = grid.as_ref().and_then(|grid| grid.criterion(&self.code));
        let name = criterion.map_or_else(String::new, |c| words(&c.name, shared.lang));
        let title = Saying::new("desk-everywhere").text("code", self.code.as_str());
        let title = format!(" {} · {name}", speech.say(&title));
        let marked = self.rows.iter().flatten();
        let marked = marked.filter(|row| row.content.mark.is_some()).count();
        let counts = Saying::new("desk-progress")
            .number("n", marked)
            .number("all", self.len());
        let counts = format!("{} ", speech.say(&counts));
        both_ends(
            frame,
            head,
            &Line::styled(title, theme.strong),
            &Line::styled(counts, theme.strong),
        );
        let (spread, area) = areas(shared);
        self.view_spread(look, frame, spread);
        let Some(rows) = &self.rows else { return };
        let shown = rows.iter().enumerate().skip(self.top);
        for (row, (place, of)) in (0..area.height).zip(shown) {
            let line = self.line(of, place == self.selected, look, area.width);
            line_at(frame, area, row, &line);
        }
    }

    /// The histogram: each value, and under it how often it was given, as a number and as a height.
    fn view_spread(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let Some(grid) = shared.grid() else { return };
        let counts = self.distribution();
        let most = counts.values().max().copied().unwrap_or(0);
        let scores = grid.scale().scores().map(Mark::Scored);
        let labels = [
            speech.word("desk-everywhere-value"),
            speech.word("desk-everywhere-count"),
        ];
        let room = labels
            .iter()
            .map(|label| crate::desk::widgets::text::columns(label))
            .max()
            .unwrap_or(0)
            + 2;
        let [mut values, mut heights] = labels.map(|label| padded(&format!("  {label}"), room));
        for mark in scores.chain([Mark::Abstained, Mark::NotApplicable]) {
            let n = counts.get(&mark).copied().unwrap_or(0);
            let number = if n == 0 { "·".to_owned() } else { n.to_string() };
            values.push_str(&right(&shown_mark(Some(mark), speech), CELL));
            heights.push_str(&right(&format!("{number}{}", column(n, most)), CELL));
        }
        text_at(frame, area, 1, &values, theme.dim);
        text_at(frame, area, 2, &heights, theme.strong);
    }

    fn line(&self, row: &CriterionRow, is_selected: bool, look: &Look<'_>, width: u16) -> Line<'static> {
        let Look { theme, speech, .. } = *look;
        let mark = shown_mark(row.content.mark, speech);
        // Round while it is on its way, as in the review.
        let mark = if self.pending.contains_key(&row.id) {
            format!("({mark})")
        } else {
            format!("[{mark}]")
        };
        let is_origin = self.from.as_ref().is_some_and(|(id, _)| *id == row.id);
        let here = if is_origin {
            format!("◂ {}", speech.word("desk-everywhere-here"))
        } else {
            String::new()
        };
        let width = usize::from(width);
        let name = if width < 120 { 24 } else { 40 };
        let taken = 2 + 7 + 9 + 1 + name + 1 + 6 + 1;
        let comment = inert(&row.content.comment.0);
        let line = Line::from(vec![
            Span::raw(if is_selected { "▸ " } else { "  " }),
            Span::styled(format!("{} ", right(&mark, 6)), theme.strong),
            Span::raw(padded(&inert(&row.number), 9)),
            Span::raw(format!(" {} ", padded(&inert(&row.name), name))),
            Span::styled(format!("{} ", padded(&here, 6)), theme.dim),
            Span::styled(padded(&comment, width.saturating_sub(taken)), theme.dim),
        ]);
        if is_selected {
            line.style(theme.cursor)
        } else {
            line
        }
    }
}
