//! The box of the criterion: every value of the scale with its written meaning, and what was written on it.

use super::border::view_others;
use super::{Pane, Review};
use crate::desk::action::{Action, Context};
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::theme::Theme;
use crate::desk::widgets::frame::{cut, line_at, pane};
use crate::desk::widgets::text::{fit, inert, words, wrapped};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::role::Role;
use crate::domain::score::{Mark, Score};
use crate::domain::words::Lang;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Says how many rows the box would like inside its border; the same on every criterion, so that nothing jumps.
pub(super) fn rows(grid: &Grid, height: u16) -> u16 {
    let scale = u16::try_from(grid.scale().len()).unwrap_or(u16::MAX);
    scale
        .saturating_add(texts(height))
        .saturating_add(guidance(height))
}

/// Rows for comment, feedback and note.
fn texts(height: u16) -> u16 {
    if height < 30 { 1 } else { 3 }
}

/// Rows for what to look for.
fn guidance(height: u16) -> u16 {
    match height {
        0..36 => 0,
        36..50 => 3,
        _ => 4,
    }
}

impl Review {
    /// Draws the box.
    pub(super) fn view_criterion(&self, grid: &Grid, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let Some(criterion) = self.criterion(grid) else {
            let inside = pane(
                frame,
                area,
                &speech.word("desk-others"),
                self.pane == Pane::Criterion,
                theme,
            );
            line_at(
                frame,
                inside,
                0,
                &Line::styled(speech.word("desk-no-criterion"), theme.dim),
            );
            return;
        };
        let title = format!("{} {}", criterion.code, words(&criterion.name, shared.lang));
        let inside = pane(frame, area, &title, self.pane == Pane::Criterion, theme);
        let mark = self.mark_of(criterion);
        if shared.role() == Some(Role::Juror) {
            view_others(mark, look, frame, area);
            self.view_cited(criterion, look, frame, area);
        }
        let texts = texts(shared.height).min(inside.height);
        let guidance = guidance(shared.height).min(inside.height.saturating_sub(texts));
        let rows = inside.height - texts - guidance;
        let scale = self.scale_lines(criterion, grid, shared, theme, (inside.width, rows));
        let mut row = 0;
        for line in &scale {
            line_at(frame, inside, row, line);
            row += 1;
        }
        let more = rows.saturating_sub(row).saturating_add(guidance);
        for line in wrapped(
            &words(&criterion.guidance, shared.lang),
            inside.width.saturating_sub(2),
        )
        .iter()
        .take(usize::from(more))
        {
            line_at(frame, inside, row, &Line::styled(format!(" {line}"), theme.dim));
            row += 1;
        }
        let bottom = Rect {
            y: inside.y + inside.height - texts,
            height: texts,
            ..inside
        };
        self.view_texts(criterion, look, frame, bottom);
    }

    fn mark_of(&self, criterion: &Criterion) -> Option<Mark> {
        let seen = self.seen.as_ref()?;
        seen.cells.get(&criterion.code)?.mark
    }

    /// The values with their meanings: all in full where they fit, else the current one in full and the others on a
    /// line each, else those around the current one.
    fn scale_lines(
        &self,
        criterion: &Criterion,
        grid: &Grid,
        shared: &Shared,
        theme: &Theme,
        (width, rows): (u16, u16),
    ) -> Vec<Line<'static>> {
        let mark = self.mark_of(criterion).and_then(Mark::score);
        let rows = usize::from(rows);
        let scale = Descriptors {
            criterion,
            lang: shared.lang,
            width,
            theme,
            mark,
        };
        let scores: Vec<Score> = grid.scale().scores().collect();
        let whole: Vec<_> = scores
            .iter()
            .map(|score| scale.lines(*score, grid, true))
            .collect();
        if whole.iter().map(Vec::len).sum::<usize>() <= rows {
            return whole.into_iter().flatten().collect();
        }
        let short = |score: &Score| scale.lines(*score, grid, Some(*score) == mark);
        let lines: Vec<_> = scores.iter().map(short).collect();
        let all = lines.iter().map(Vec::len).sum::<usize>();
        let current = mark.map_or(0, |score| grid.scale().position(score));
        let top = match self.scale_top {
            _ if all <= rows => 0,
            Some(top) => top,
            None => current.saturating_sub(rows.saturating_sub(1) / 2),
        };
        let top = top.min(scores.len().saturating_sub(rows));
        let mut shown: Vec<_> = lines.into_iter().skip(top).flatten().collect();
        let more_below = shown.len() > rows;
        shown.truncate(rows);
        if top > 0
            && let Some(first) = shown.first_mut()
        {
            *first = marked(first, '▴', width);
        }
        if more_below && let Some(last) = shown.last_mut() {
            *last = marked(last, '▾', width);
        }
        shown
    }

    fn view_texts(&self, criterion: &Criterion, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let Some(seen) = self.seen.as_ref().filter(|_| shared.role() == Some(Role::Juror)) else {
            return;
        };
        let cell = seen.cells.get(&criterion.code);
        let note = seen.notes.get(&criterion.code);
        let texts = [
            (
                Action::Comment,
                "desk-for-jury",
                cell.map(|c| c.comment.0.as_str()),
            ),
            (
                Action::Feedback,
                "desk-for-candidate",
                cell.map(|c| c.feedback.0.as_str()),
            ),
            (Action::Note, "desk-for-me", note.map(|n| n.0.as_str())),
        ];
        let side_by_side = area.height < 3;
        let each = if side_by_side { area.width / 3 } else { area.width };
        for (at, (action, id, text)) in (0_u16..).zip(texts) {
            let key = shared.key_of(Context::Review, action);
            let key = key.map_or_else(String::new, |chord| chord.to_string());
            let label = format!(" {}", speech.word(id));
            let text = text.filter(|text| !text.trim().is_empty());
            let shown = text.map_or_else(|| "—".to_owned(), inert);
            let line = Line::from(vec![
                Span::styled(format!(" {key}"), theme.key),
                Span::styled(label, theme.dim),
                Span::raw(format!(" {shown}")),
            ]);
            let part = if side_by_side {
                Rect {
                    x: area.x + at * each,
                    width: each,
                    ..area
                }
            } else {
                area
            };
            let row = if side_by_side { 0 } else { at };
            line_at(frame, part, row, &cut(&line, usize::from(each.saturating_sub(1))));
        }
    }
}

struct Descriptors<'a> {
    criterion: &'a Criterion,
    lang: Lang,
    width: u16,
    theme: &'a Theme,
    mark: Option<Score>,
}

impl Descriptors<'_> {
    fn lines(&self, score: Score, grid: &Grid, in_full: bool) -> Vec<Line<'static>> {
        let is_current = self.mark == Some(score);
        let descriptor = self.criterion.descriptor(grid.scale(), score);
        let text = descriptor.map_or_else(String::new, |d| words(d, self.lang));
        let room = self.width.saturating_sub(6);
        let texts = if in_full {
            wrapped(&text, room)
        } else {
            vec![fit(&text, usize::from(room)).into_owned()]
        };
        let last = texts.len().saturating_sub(1);
        let style = if is_current {
            self.theme.strong
        } else {
            self.theme.text
        };
        let mut lines = Vec::with_capacity(texts.len());
        for (at, text) in texts.into_iter().enumerate() {
            let (left, right) = match (is_current, at == 0, at == last) {
                (true, true, true) => ("▐", "▌"),
                (true, true, false) => ("▐", ""),
                (true, false, true) => (" ", "▌"),
                _ => (" ", ""),
            };
            let value = if at == 0 {
                format!("{score:>2}")
            } else {
                "  ".to_owned()
            };
            lines.push(Line::styled(format!("{left}{value} {text}{right}"), style));
        }
        lines
    }
}

/// Puts a sign that there is more at the end of a line.
fn marked(line: &Line<'_>, sign: char, width: u16) -> Line<'static> {
    let mut text: String = line.spans.iter().map(|s| s.content.as_ref()).collect();
    let room = usize::from(width.saturating_sub(2));
    text = crate::desk::widgets::text::padded(&text, room);
    Line::styled(format!("{text} {sign}"), line.style)
}
