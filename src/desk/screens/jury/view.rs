//! Draws the jury: a line a juror, and under or beside it the conflicts of interest of the one under the cursor.

use super::{Jury, Row};
use crate::desk::action::{Action, Context};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::widgets::frame::{both_ends, line_at, pane, text_at};
use crate::desk::widgets::meter::meter;
use crate::desk::widgets::text::{inert, padded, right, wrapped};
use crate::domain::acquaintance::{Ground, Kind};
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::office::ask::{JurorLoad, JuryView};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns of a juror's name, of the bar of what they read, and of each count.
const NAME: usize = 22;
const BAR: usize = 6;
const COUNT: usize = 9;
/// What stands beside the affiliation.
const FIXED: usize = 2 + NAME + 1 + BAR + 1 + 4 + 1 + COUNT + 1 + COUNT + 1;

impl Jury {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = layout::frame(shared.width, shared.height);
        let title = Line::styled(format!(" {}", speech.word("desk-jurors")), theme.strong);
        let Some(seen) = &self.seen else {
            return both_ends(frame, areas.head, &title, &Line::default());
        };
        let counts = Saying::new("desk-jurors-counts")
            .number("jurors", seen.jurors.len())
            .number("suggested", seen.suggestions.len());
        let counts = Line::styled(format!("{} ", speech.say(&counts)), theme.strong);
        both_ends(frame, areas.head, &title, &counts);
        let rows = self.rows();
        let panes = layout::jury(shared.width, shared.height, rows.len());
        pane(
            frame,
            panes.jurors,
            &speech.word("desk-jury"),
            !self.on_rows,
            theme,
        );
        self.view_jurors(seen, look, frame, &panes);
        self.view_conflicts(&rows, look, frame, &panes);
    }

    fn view_jurors(&self, seen: &JuryView, look: &Look<'_>, frame: &mut Frame<'_>, panes: &layout::Jury) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let inside = layout::inner(panes.jurors);
        if seen.jurors.is_empty() {
            let none = shared.keyed("desk-jurors-none", Context::Jury, Action::AddJuror);
            return text_at(frame, inside, 0, &format!(" {}", speech.say(&none)), theme.dim);
        }
        let room = usize::from(inside.width).saturating_sub(FIXED);
        let head = format!(
            "  {} {} {} {} {}",
            padded(&speech.word("desk-col-juror"), NAME),
            padded(&speech.word("desk-col-seats"), BAR + 5),
            right(&speech.word("desk-col-bars"), COUNT),
            right(&speech.word("desk-col-suggested"), COUNT),
            padded(&speech.word("desk-col-affiliation"), room),
        );
        text_at(frame, inside, 0, &head, theme.dim);
        let rows = usize::from(panes.list.height);
        let top = layout::windowed(0, self.juror, rows, seen.jurors.len());
        let most = seen.jurors.iter().map(|load| load.assigned).max().unwrap_or(0);
        for (row, (at, load)) in (0..).zip(seen.jurors.iter().enumerate().skip(top).take(rows)) {
            let line = juror_line(load, most, room, look);
            let line = if at == self.juror && !self.on_rows {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, panes.list, row, &line);
        }
        if seen.unread > 0 {
            let last = inside.height.saturating_sub(1);
            let unread = Saying::new("desk-jurors-unread").number("n", seen.unread);
            text_at(
                frame,
                inside,
                last,
                &format!("  {}", speech.say(&unread)),
                theme.dim,
            );
        }
    }

    fn view_conflicts(&self, rows: &[Row<'_>], look: &Look<'_>, frame: &mut Frame<'_>, panes: &layout::Jury) {
        let Look { theme, speech, .. } = *look;
        let Some(load) = self.jurors().get(self.juror) else {
            return;
        };
        let title = Saying::new("desk-suggested-of").text("juror", &load.juror.name);
        let inside = pane(frame, panes.conflicts, &speech.say(&title), self.on_rows, theme);
        let Some(row) = rows.get(self.row) else {
            let none = format!(" {}", speech.word("desk-suggested-none"));
            return text_at(frame, inside, 0, &none, theme.dim);
        };
        let room = usize::from(panes.rows.height);
        let top = layout::windowed(0, self.row, room, rows.len());
        for (at, (place, row)) in (0..).zip(rows.iter().enumerate().skip(top).take(room)) {
            let is_current = place == self.row;
            let (mark, number, name, style) = match row {
                Row::Suggested(row) => ("desk-suggested-mark", &row.number, &row.name, theme.alert),
                Row::Declared(row) => ("desk-bar-mark", &row.number, &row.name, theme.dim),
            };
            let bar = if is_current { "▸" } else { " " };
            let line = Line::from(vec![
                Span::raw(format!("{bar} ")),
                Span::styled(padded(&speech.word(mark), 9), style),
                Span::raw(format!(" {} {}", inert(number), inert(name))),
            ]);
            let line = if is_current && self.on_rows {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, panes.rows, at, &line);
        }
        view_detail(*row, look, frame, panes.detail);
    }
}

fn juror_line(load: &JurorLoad, most: usize, room: usize, look: &Look<'_>) -> Line<'static> {
    let theme = look.theme;
    let count = |n: usize| right(&n.to_string(), COUNT);
    let suggested = if load.suggested > 0 {
        theme.alert
    } else {
        theme.dim
    };
    let affiliation = load.juror.affiliation.as_deref().unwrap_or_default();
    Line::from(vec![
        Span::raw(format!("  {} ", padded(&inert(&load.juror.name), NAME))),
        Span::styled(meter(load.assigned, most, BAR), theme.dim),
        Span::raw(format!(
            " {} {} ",
            right(&load.assigned.to_string(), 4),
            count(load.conflicts)
        )),
        Span::styled(count(load.suggested), suggested),
        Span::raw(" "),
        Span::styled(padded(&inert(affiliation), room), theme.dim),
    ])
}

/// Draws why, with what stands in the dossier.
fn view_detail(row: Row<'_>, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let width = area.width.saturating_sub(4);
    let mut lines: Vec<(Style, String)> = Vec::new();
    let key = |action| {
        let key = shared.key_of(Context::Jury, action);
        key.map_or_else(String::new, |chord| chord.to_string())
    };
    let keys = match row {
        Row::Suggested(suggestion) => {
            for ground in &suggestion.grounds {
                ground_lines(ground, look, width, &mut lines);
            }
            Saying::new("desk-suggested-keys")
                .text("accept", key(Action::AcceptConflict))
                .text("dismiss", key(Action::DismissConflict))
        }
        Row::Declared(bar) => {
            let said = if bar.reason.trim().is_empty() {
                Saying::new("desk-bar-no-reason")
            } else {
                Saying::new("desk-bar-reason").text("reason", &bar.reason)
            };
            let said = wrapped(&speech.say(&said), width).into_iter();
            lines.extend(said.map(|line| (theme.text, line)));
            shared.keyed("desk-bar-keys", Context::Jury, Action::TakeBackConflict)
        }
    };
    let (upper, foot) = layout::cut_bottom(area, 1);
    for (at, (style, line)) in (0..upper.height).zip(&lines) {
        text_at(frame, upper, at, &format!(" {line}"), *style);
    }
    text_at(frame, foot, 0, &format!(" {}", speech.say(&keys)), theme.key);
}

fn ground_lines(ground: &Ground, look: &Look<'_>, width: u16, lines: &mut Vec<(Style, String)>) {
    let Look { theme, speech, .. } = *look;
    let why = wrapped(&speech.say(&ground.saying()), width).into_iter();
    lines.extend(why.map(|line| (theme.strong, line)));
    if matches!(ground.kind, Kind::Answer | Kind::Evidence) {
        let passage = wrapped(Inert::block(&ground.passage).as_str(), width.saturating_sub(2)).into_iter();
        lines.extend(passage.map(|line| (theme.text, format!("│ {line}"))));
    }
}
