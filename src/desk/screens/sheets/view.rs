//! Draws the sheets: a line a juror, a glyph a dossier, and the conflicts with their sides.

use super::{Pane, Sheets};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::screens::review::shown_mark;
use crate::desk::widgets::frame::{both_ends, line_at, pane, text_at};
use crate::desk::widgets::text::{inert, padded, right, wrapped};
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::office::ask::{ForkView, JurorStatus, Side, Status};
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Columns before the glyphs: the name, the revision, the counts.
const BEFORE: usize = 2 + 20 + 1 + 10 + 1 + 8 + 1;

/// How many dossiers' glyphs fit.
pub(super) fn glyphs_room(width: u16) -> usize {
    usize::from(width.saturating_sub(2)).saturating_sub(BEFORE)
}

impl Sheets {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = layout::frame(shared.width, shared.height);
        let title = Line::styled(format!(" {}", speech.word("desk-sheets")), theme.strong);
        let Some(status) = &self.status else {
            return both_ends(frame, areas.head, &title, &Line::default());
        };
        let came = status.jurors.iter().filter(|j| j.revision.is_some()).count();
        let counts = Saying::new("desk-sheets-counts")
            .number("n", came)
            .number("all", status.jurors.len());
        let counts = Line::styled(format!("{} ", speech.say(&counts)), theme.strong);
        both_ends(frame, areas.head, &title, &counts);
        let (jurors, arrivals, forks) = self.areas(shared);
        self.view_jurors(status, look, frame, jurors);
        self.view_arrivals(look, frame, arrivals);
        self.view_forks(look, frame, forks);
    }

    fn view_jurors(&self, status: &Status, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let inside = pane(
            frame,
            area,
            &speech.word("desk-jury"),
            self.pane == Pane::Jurors,
            theme,
        );
        let criteria = shared.grid().map_or(0, |grid| grid.criteria().count());
        let head = format!(
            "  {} {} {} {}",
            padded(&speech.word("desk-col-juror"), 20),
            padded(&speech.word("desk-col-sheet"), 10),
            padded(&speech.word("desk-col-complete"), 8),
            speech.word("desk-col-dossiers"),
        );
        text_at(frame, inside, 0, &head, theme.dim);
        let rows = usize::from(inside.height.saturating_sub(2));
        let top = layout::windowed(0, self.juror, rows, status.jurors.len());
        for (row, (at, juror)) in (1_u16..).zip(status.jurors.iter().enumerate().skip(top).take(rows)) {
            let line = self.juror_line(juror, status, criteria, look);
            let line = if at == self.juror && self.pane == Pane::Jurors {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, inside, row, &line);
        }
        let last = inside.height.saturating_sub(1);
        let legend = self.legend(status, speech);
        text_at(frame, inside, last, &legend, theme.dim);
    }

    fn juror_line(
        &self,
        juror: &JurorStatus,
        status: &Status,
        criteria: usize,
        look: &Look<'_>,
    ) -> Line<'static> {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let (sheet, style) = match juror.revision {
            Some(revision) => (
                speech.say(&Saying::new("desk-sheet-revision").number("n", revision)),
                theme.good,
            ),
            None => (format!("○ {}", speech.word("desk-sheet-none")), theme.alert),
        };
        let complete = format!(
            "{}/{}",
            juror.complete,
            juror.assigned.saturating_sub(juror.recused)
        );
        let glyph = |id| match juror.progress.get(id) {
            None => ' ',
            Some(None) => '⊘',
            Some(Some(0)) => '○',
            Some(Some(n)) if *n >= criteria => '●',
            Some(Some(_)) => '◐',
        };
        let dossiers = status.dossiers.iter().skip(self.left);
        let glyphs: String = dossiers
            .take(glyphs_room(shared.width))
            .map(|d| glyph(&d.id))
            .collect();
        let name = if juror.conflicts > 0 {
            format!("! {}", padded(&inert(&juror.juror), 20))
        } else {
            format!("  {}", padded(&inert(&juror.juror), 20))
        };
        Line::from(vec![
            Span::raw(format!("{name} ")),
            Span::styled(padded(&sheet, 10), style),
            Span::raw(format!(" {} {glyphs}", right(&complete, 8))),
        ])
    }

    /// What the glyphs mean, and for the juror under the cursor which dossiers are missing.
    fn legend(&self, status: &Status, speech: &Speech) -> String {
        let Some(juror) = status.jurors.get(self.juror) else {
            return String::new();
        };
        let missing: Vec<String> = status
            .dossiers
            .iter()
            .filter(|d| d.missing.contains(&juror.juror))
            .map(|d| inert(&d.number))
            .collect();
        if missing.is_empty() {
            return format!("  {}", speech.word("desk-sheets-legend"));
        }
        let saying = Saying::new("desk-sheets-missing")
            .text("juror", &juror.juror)
            .text("dossiers", missing.join(", "));
        format!("  {}", speech.say(&saying))
    }

    fn view_arrivals(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        if area.is_empty() {
            return;
        }
        let title = match &shared.watched {
            Some(folder) => Saying::new("desk-arrivals").text("folder", folder.display()),
            None => Saying::new("desk-arrivals-last"),
        };
        let inside = pane(
            frame,
            area,
            &speech.say(&title),
            self.pane == Pane::Arrivals,
            theme,
        );
        let rows = usize::from(inside.height);
        let top = layout::windowed(0, self.arrival, rows, self.arrivals.len());
        let seen = self.arrivals.iter().enumerate().skip(top);
        for (row, (at, saying)) in (0..inside.height).zip(seen) {
            let is_current = at == self.arrival && self.pane == Pane::Arrivals;
            let line = format!(" {}", speech.say(saying));
            text_at(
                frame,
                inside,
                row,
                &padded(&line, usize::from(inside.width)),
                if is_current { theme.cursor } else { theme.text },
            );
        }
    }

    fn view_forks(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let title = speech.say(&Saying::new("desk-forks").number("n", self.forks.len()));
        let inside = pane(frame, area, &title, self.pane == Pane::Forks, theme);
        let Some(fork) = self.forks.get(self.fork) else {
            return text_at(
                frame,
                inside,
                0,
                &format!(" {}", speech.word("desk-no-fork")),
                theme.dim,
            );
        };
        let rows = usize::from(inside.height / 3).clamp(1, 8).min(self.forks.len());
        let top = layout::windowed(0, self.fork, rows, self.forks.len());
        let mut row = 0;
        for (at, fork) in self.forks.iter().enumerate().skip(top).take(rows) {
            let is_current = at == self.fork;
            let bar = if is_current { "▸" } else { " " };
            let text = format!(
                "{bar} {} · {} {} · {}",
                inert(&fork.juror),
                inert(&fork.number),
                inert(&fork.name),
                fork.criterion
            );
            let style = if is_current && self.pane == Pane::Forks {
                theme.cursor
            } else {
                theme.text
            };
            text_at(
                frame,
                inside,
                row,
                &padded(&text, usize::from(inside.width)),
                style,
            );
            row += 1;
        }
        let (_, rest) = layout::cut_top(inside, row);
        view_sides(fork, look, frame, rest);
    }
}

/// Draws what each device wrote beside what the other did.
fn view_sides(fork: &ForkView, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look { theme, speech, .. } = *look;
    let sides = u16::try_from(fork.sides.len().clamp(1, 4)).unwrap_or(1);
    let width = area.width / sides;
    for (at, side) in (0..sides).zip(&fork.sides) {
        let column = Rect {
            x: area.x + at * width,
            width: width.saturating_sub(1),
            ..area
        };
        let letter = char::from(b'A' + u8::try_from(at).unwrap_or(0));
        let content = &side.content;
        let mark = shown_mark(content.mark, speech);
        text_at(frame, column, 0, &format!(" {letter}  [{mark}]"), theme.strong);
        let mut lines = wrapped(&origin(side, speech), column.width.saturating_sub(2));
        for text in [&content.comment.0, &content.feedback.0] {
            if !text.is_empty() {
                lines.extend(wrapped(
                    Inert::block(text).as_str(),
                    column.width.saturating_sub(2),
                ));
            }
        }
        for (row, line) in (1..).zip(&lines) {
            text_at(frame, column, row, &format!(" {line}"), theme.text);
        }
    }
}

/// Says on which device a side was written, and when.
pub(in crate::desk) fn origin(side: &Side, speech: &Speech) -> String {
    let devices: Vec<_> = side.devices.iter().map(|device| inert(device)).collect();
    let saying = match &side.written {
        Some(at) => Saying::new("desk-side-written").text("at", at),
        None => Saying::new("desk-side-here"),
    };
    speech.say(&saying.text("devices", devices.join(", ")))
}
