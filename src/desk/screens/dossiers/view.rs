//! Draws the list.

use super::{Dossiers, Filter, rows};
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::widgets::frame::{both_ends, line_at, text_at};
use crate::desk::widgets::meter::meter;
use crate::desk::widgets::text::{columns, inert, padded, right};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::office::ask::{DossierState, ListRow};
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

impl Dossiers {
    /// Draws the list.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = parts(shared.width, shared.height);
        head(look, frame, areas.head);
        let columns = Columns::of(areas.body.width);
        self.heading(&columns, look, frame, areas.body);
        let Some((_, page)) = &self.page else { return };
        if page.rows.is_empty() {
            let id = match (&self.filter, shared.role()) {
                (Filter::Off, Some(Role::Coordinator)) => "desk-list-begin",
                (Filter::Off, _) => "desk-list-empty",
                (Filter::Typing(_) | Filter::Kept(_), _) => "desk-list-no-match",
            };
            for (row, line) in (2..).zip(speech.word(id).lines()) {
                text_at(frame, areas.body, row, &format!("  {line}"), theme.text);
            }
        }
        for place in self.top..self.top + rows(shared) {
            let Some(row) = place.checked_sub(page.from).and_then(|at| page.rows.get(at)) else {
                continue;
            };
            let at = u16::try_from(place - self.top + 1).unwrap_or(u16::MAX);
            let line = columns.line(row, place == self.selected, shared.role(), look);
            line_at(frame, areas.body, at, &line);
        }
    }

    fn heading(&self, columns: &Columns, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let line = match &self.filter {
            Filter::Off => columns.heading(shared.role(), look),
            Filter::Typing(typed) => {
                let (text, cursor) = typed.window(usize::from(area.width.saturating_sub(24)));
                let label = format!(" {} ", speech.word("desk-filter"));
                let cursor = self::columns(&label) + cursor;
                frame.set_cursor_position((area.x + u16::try_from(cursor).unwrap_or(0), area.y));
                Line::from(vec![Span::styled(label, theme.focus), Span::raw(text)])
            }
            Filter::Kept(text) => Line::from(vec![
                Span::styled(format!(" {} ", speech.word("desk-filter")), theme.strong),
                Span::raw(inert(text)),
            ]),
        };
        let found = match self.filter {
            Filter::Off => String::new(),
            Filter::Typing(_) | Filter::Kept(_) => {
                speech.say(&Saying::new("desk-filter-found").number("n", self.total()))
            }
        };
        both_ends(frame, area, &line, &Line::styled(found, theme.dim));
    }
}

/// The first line: the campaign, whose store, what is done and what is left.
fn head(look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let Some(session) = &shared.session else { return };
    let who = match &session.juror {
        Some(juror) => inert(&juror.name),
        None => speech.word("desk-coordination"),
    };
    let edition = inert(&session.campaign.edition);
    let left = Line::from(vec![
        Span::styled(format!(" TNL {edition}"), theme.strong),
        Span::raw(format!(" · {who}")),
    ]);
    let counts = shared.overview.as_ref().map_or_else(String::new, |overview| {
        let id = match session.role {
            Role::Juror => "desk-list-counts",
            Role::Coordinator => "desk-list-decided",
        };
        let left = overview.dossiers.saturating_sub(overview.done);
        let saying = Saying::new(id)
            .number("done", overview.done)
            .number("all", overview.dossiers)
            .number("left", left);
        format!("{} ", speech.say(&saying))
    });
    both_ends(frame, area, &left, &Line::styled(counts, theme.strong));
}

/// The widths of the columns.
struct Columns {
    number: usize,
    name: usize,
    kind: usize,
    meter: usize,
    state: usize,
}

impl Columns {
    fn of(width: u16) -> Self {
        let width = usize::from(width);
        let (number, kind, meter, state) = match width {
            0..100 => (9, 11, 4, 14),
            100..160 => (11, 16, 8, 20),
            _ => (14, 24, 12, 30),
        };
        // Two for the cursor, one after each column, seven for `12/12 `.
        let others = 2 + number + 1 + 1 + kind + 1 + meter + 8 + state;
        Self {
            number,
            name: width.saturating_sub(others),
            kind,
            meter,
            state,
        }
    }

    fn heading(&self, role: Option<Role>, look: &Look<'_>) -> Line<'static> {
        let Look { theme, speech, .. } = *look;
        let progress = match role {
            Some(Role::Coordinator) => "desk-col-ballots",
            Some(Role::Juror) | None => "desk-col-progress",
        };
        let text = format!(
            "  {} {} {} {} {}",
            padded(&speech.word("desk-col-number"), self.number),
            padded(&speech.word("desk-col-name"), self.name),
            padded(&speech.word("desk-col-kind"), self.kind),
            padded(&speech.word(progress), self.meter + 7),
            padded(&speech.word("desk-col-state"), self.state),
        );
        Line::styled(text, theme.dim)
    }

    fn line(&self, row: &ListRow, is_selected: bool, role: Option<Role>, look: &Look<'_>) -> Line<'static> {
        let Look { theme, speech, .. } = *look;
        let (state, style) = state(row, role, look);
        let progress = if row.state == DossierState::Recused && role == Some(Role::Juror) {
            " ".repeat(self.meter + 7)
        } else {
            let counts = format!("{}/{}", row.scored, row.criteria);
            format!(
                "{} {}",
                meter(row.scored, row.criteria, self.meter),
                right(&counts, 6)
            )
        };
        let line = Line::from(vec![
            Span::raw(if is_selected { "▸ " } else { "  " }),
            Span::raw(padded(&inert(&row.number), self.number)),
            Span::raw(format!(" {} ", padded(&inert(&row.name), self.name))),
            Span::raw(format!("{} ", padded(&kind(&row.kind, speech), self.kind))),
            Span::styled(format!("{progress} "), style),
            Span::styled(padded(&state, self.state), style),
        ]);
        if is_selected {
            line.style(theme.cursor)
        } else {
            line
        }
    }
}

/// Says what kind of body it is; the platform's list is open, so that an unknown word shows as it is.
pub(in crate::desk) fn kind(kind: &str, speech: &Speech) -> String {
    let id = format!("desk-kind-{kind}");
    if speech.has(&id) {
        speech.word(&id)
    } else {
        inert(kind)
    }
}

fn state(row: &ListRow, role: Option<Role>, look: &Look<'_>) -> (String, Style) {
    let Look { theme, speech, .. } = *look;
    if let Some(decision) = &row.decision {
        return ruling(decision, look);
    }
    let (glyph, id, style) = match row.state {
        DossierState::Recused if role == Some(Role::Juror) => ("⊘", "desk-state-recused", theme.dim),
        DossierState::Aside => ("✗", "desk-state-aside", theme.dim),
        DossierState::Done => ("●", "desk-state-done", theme.good),
        DossierState::Partial => ("◐", "desk-state-partial", theme.busy),
        DossierState::Todo | DossierState::Recused => ("○", "desk-state-todo", theme.text),
    };
    let state = format!("{glyph} {}", speech.word(id));
    if row.changes == 0 || row.state == DossierState::Recused {
        return (state, style);
    }
    if look.shared.width < 160 {
        return (format!("{state} ≠{}", row.changes), theme.alert);
    }
    let changes = Saying::new("desk-list-changes").number("n", row.changes);
    (format!("{state} ≠ {}", speech.say(&changes)), theme.alert)
}

/// Says what stands: a level, none, postponed, taken up again.
pub(in crate::desk) fn ruling(decision: &Decision, look: &Look<'_>) -> (String, Style) {
    let Look { theme, speech, .. } = *look;
    match &decision.ruling {
        Ruling::Decided { level: Some(code) } => {
            let saying = Saying::new("desk-ruling-level").text("level", code.as_str());
            (format!("✓ {}", speech.say(&saying)), theme.good)
        }
        Ruling::Decided { level: None } => (format!("✓ {}", speech.word("desk-ruling-none")), theme.good),
        Ruling::Postponed => (format!("↷ {}", speech.word("desk-ruling-postponed")), theme.busy),
        Ruling::Reopened => (format!("↺ {}", speech.word("desk-ruling-reopened")), theme.busy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width() {
        for width in [80, 100, 120, 200, 300] {
            let c = Columns::of(width);
            let all = 2 + c.number + 1 + c.name + 1 + c.kind + 1 + c.meter + 8 + c.state;
            assert_eq!(all, usize::from(width));
        }
    }
}
