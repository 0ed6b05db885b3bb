//! Draws whose level would move.

use super::view::view_beginning;
use super::{WhatIfScreen, direction};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::widgets::frame::{line_at, pane, text_at};
use crate::desk::widgets::text::{columns, inert, padded, right, wrapped};
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::office::Moved;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::text::{Line, Span};
use std::cmp::Ordering;

/// Columns of a dossier's number.
const NUMBER: usize = 9;

impl WhatIfScreen {
    /// Draws the pane.
    pub(super) fn view_moved(
        &self,
        grid: &Grid,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        panes: &layout::WhatIf,
    ) {
        let Look { theme, speech, .. } = *look;
        let title = speech.word("advice-would-move");
        let inside = pane(frame, panes.moved, &title, self.on_moved, theme);
        if !self.is_otherwise() {
            return view_beginning(look, frame, inside);
        }
        let width = panes.notes.width.saturating_sub(2);
        let notes = wrapped(&self.otherwise(grid, speech), width);
        for (row, line) in (0..panes.notes.height).zip(&notes) {
            let is_cut = row + 1 == panes.notes.height && notes.len() > usize::from(panes.notes.height);
            let more = if is_cut { " …" } else { "" };
            text_at(frame, panes.notes, row, &format!(" {line}{more}"), theme.alert);
        }
        let all: Vec<&Moved> = self.moved().collect();
        if all.is_empty() && self.rows.is_some() {
            let none = format!(" {}", speech.word("advice-none-moves"));
            return text_at(frame, panes.rows, 0, &none, theme.text);
        }
        let tally = format!(" {}", speech.say(&tally(&all, grid, panes.tally.width)));
        text_at(frame, panes.tally, 0, &tally, theme.dim);
        let levels: Vec<String> = all.iter().map(|row| levels(row, speech)).collect();
        let widest = levels.iter().map(|said| columns(said)).max().unwrap_or(0);
        let shown = all.iter().zip(&levels).enumerate().skip(self.moved_top);
        for (row, (at, (moved, levels))) in (0..panes.rows.height).zip(shown) {
            let is_current = at == self.selected;
            let line = moved_line(
                moved,
                &right(levels, widest),
                is_current,
                grid,
                look,
                panes.rows.width,
            );
            let line = if is_current && self.on_moved {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, panes.rows, row, &line);
        }
    }
}

/// Counts who would be higher, who lower, and of whom too little would be known.
fn tally(all: &[&Moved], grid: &Grid, width: u16) -> Saying {
    let id = if width < 72 {
        "advice-tally-short"
    } else {
        "advice-tally"
    };
    let count = |of: Option<Ordering>| all.iter().filter(|row| direction(row, grid) == of).count();
    Saying::new(id)
        .number("up", count(Some(Ordering::Greater)))
        .number("down", count(Some(Ordering::Less)))
        .number("unknown", count(None))
}

fn levels(row: &Moved, speech: &Speech) -> String {
    format!(
        "{} → {}",
        level(row.proposed.as_deref(), speech),
        level(row.then.as_deref(), speech)
    )
}

fn moved_line(
    row: &Moved,
    levels: &str,
    is_current: bool,
    grid: &Grid,
    look: &Look<'_>,
    width: u16,
) -> Line<'static> {
    let theme = look.theme;
    let (sign, style) = match direction(row, grid) {
        Some(Ordering::Greater) => ("▲", theme.good),
        Some(_) => ("▼", theme.alert),
        None => ("?", theme.busy),
    };
    let room = usize::from(width).saturating_sub(4 + NUMBER + 1 + 1 + columns(levels) + 1);
    Line::from(vec![
        Span::raw(if is_current { "▸ " } else { "  " }),
        Span::styled(format!("{sign} "), style),
        Span::raw(format!(
            "{} {} ",
            padded(&inert(&row.number), NUMBER),
            padded(&inert(&row.name), room)
        )),
        Span::styled(levels.to_owned(), style),
        Span::raw(" "),
    ])
}

/// Names a level in few letters.
fn level(code: Option<&str>, speech: &Speech) -> String {
    match code {
        None => "?".to_owned(),
        Some("none") => speech.word("level-none"),
        Some(code) => inert(code),
    }
}
