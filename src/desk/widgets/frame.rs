//! A border with a title, and lines of text in areas.

use super::text::{columns, fit};
use crate::desk::layout::inner;
use crate::desk::theme::Theme;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Widget as _};

/// Draws a rounded border with a title and returns what lies inside.
pub fn pane(frame: &mut Frame<'_>, area: Rect, title: &str, has_keys: bool, theme: &Theme) -> Rect {
    let style = if has_keys { theme.focus } else { theme.dim };
    let title_style = if has_keys { theme.focus } else { theme.strong };
    let width = usize::from(area.width.saturating_sub(4));
    let title = Line::from(vec![
        Span::styled(" ", style),
        Span::styled(fit(title, width), title_style),
        Span::styled(" ", style),
    ]);
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(style)
        .title_top(title)
        .render(area, frame.buffer_mut());
    inner(area)
}

/// Draws a box over the screen and returns what lies inside.
pub fn over(frame: &mut Frame<'_>, area: Rect, title: &str, theme: &Theme) -> Rect {
    Clear.render(area, frame.buffer_mut());
    pane(frame, area, title, true, theme)
}

/// Draws a line of text at a row of an area, if it has that row.
pub fn line_at(frame: &mut Frame<'_>, area: Rect, row: u16, line: &Line<'_>) {
    if row < area.height {
        let y = area.y + row;
        frame.buffer_mut().set_line(area.x, y, line, area.width);
    }
}

/// Draws a text at a row, cut by columns.
pub fn text_at(frame: &mut Frame<'_>, area: Rect, row: u16, text: &str, style: Style) {
    let shown = fit(text, usize::from(area.width));
    line_at(frame, area, row, &Line::styled(shown, style));
}

/// Draws a text at the left end and another at the right end of an area's first row; the right one is never cut by the
/// left one.
pub fn both_ends(frame: &mut Frame<'_>, area: Rect, left: &Line<'_>, right: &Line<'_>) {
    let taken = right.spans.iter().map(|s| columns(&s.content)).sum::<usize>();
    let taken = u16::try_from(taken).unwrap_or(u16::MAX).min(area.width);
    let room = area.width - taken;
    if area.height == 0 {
        return;
    }
    let gap = u16::from(taken > 0);
    let shown = cut(left, usize::from(room.saturating_sub(gap)));
    frame.buffer_mut().set_line(area.x, area.y, &shown, room);
    frame.buffer_mut().set_line(area.x + room, area.y, right, taken);
}

/// Cuts a styled line by columns.
pub fn cut<'a>(line: &'a Line<'_>, width: usize) -> Line<'a> {
    let mut left = width;
    let mut spans = Vec::with_capacity(line.spans.len());
    for span in &line.spans {
        let shown = fit(&span.content, left);
        left = left.saturating_sub(columns(&shown));
        spans.push(Span::styled(shown, span.style));
    }
    Line::from(spans)
}
