//! Draws the review: whose dossier it is and what is left, the axes, then the panes.

use super::changes::changed_on;
use super::former::brief;
use super::{Pane, Review, answers};
use crate::desk::action::{Action, Context};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::screens::dossiers::kind;
use crate::desk::widgets::frame::{both_ends, line_at, text_at};
use crate::desk::widgets::text::{columns, fit, inert, words};
use crate::domain::grid::Grid;
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::office::ask::DossierView;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

impl Review {
    /// Draws the review.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look { shared, .. } = *look;
        let Some(grid) = shared.grid() else { return };
        let head = layout::frame(shared.width, shared.height).head;
        self.view_head_line(&grid, look, frame, head);
        let Some(seen) = &self.seen else { return };
        let areas = self.areas(shared, &grid);
        self.view_tabs(&grid, seen, look, frame, areas.tabs);
        if self.suggests() {
            let row = Rect {
                y: areas.tabs.y.saturating_add(1),
                ..areas.tabs
            };
            view_suggestion(look, frame, row);
        }
        if areas.is_wide || self.pane != Pane::Evidence {
            self.view_answers(&grid, seen, look, frame, areas.answers);
        }
        if areas.is_wide || self.pane == Pane::Evidence {
            self.view_evidence(seen, look, frame, areas.evidence);
        }
        self.view_criterion(&grid, look, frame, areas.criterion);
    }

    fn view_head_line(&self, grid: &Grid, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
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
        let before = format!(" TNL {} · {who}", inert(&session.campaign.edition));
        let before = fit(&before, usize::from(area.width / 3)).into_owned();
        let mut spans = vec![Span::raw(format!("{before} · "))];
        let mut right = String::new();
        let mut last_edition = None;
        if let Some(seen) = &self.seen {
            let dossier = &seen.dossier;
            let title = format!("{} {}", inert(&dossier.number), inert(&dossier.name));
            spans.push(Span::styled(title, theme.strong));
            spans.push(Span::raw(format!(" ({})", kind(&dossier.kind, speech))));
            last_edition = brief(seen, shared).map(|said| speech.say(&said));
            if let Some(all) = shared
                .overview
                .as_ref()
                .map(|o| o.dossiers)
                .filter(|_| area.width >= 100)
            {
                let place = Saying::new("desk-place")
                    .number("n", seen.place + 1)
                    .number("all", all);
                right = format!("{} · ", speech.say(&place));
            }
            right.push_str(&progress(grid, seen, session.role, speech));
        }
        let right = Line::styled(format!("{right} "), theme.strong);
        let line = Line::from(spans.clone());
        let room = usize::from(area.width).saturating_sub(line.width() + right.width() + 1);
        let told = last_edition.map(|said| format!(" · {said}"));
        spans.extend(
            told.filter(|said| columns(said) <= room)
                .map(|said| Span::styled(said, theme.dim)),
        );
        both_ends(frame, area, &Line::from(spans), &right);
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "all of it is what the line is drawn from"
    )]
    fn view_tabs(&self, grid: &Grid, seen: &DossierView, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        if let Some(reason) = &seen.recusal {
            let saying = Saying::new("desk-recused-here").text("reason", reason);
            return text_at(
                frame,
                area,
                0,
                &format!(" ⊘ {}", speech.say(&saying)),
                theme.alert,
            );
        }
        let current = answers::tab_of(grid, self.cursor);
        let tabs = self.tabs(grid, seen, shared, speech, usize::from(area.width));
        let mut spans = Vec::new();
        for (at, text) in tabs.into_iter().enumerate() {
            let style = if at == current { theme.cursor } else { theme.text };
            spans.push(Span::styled(text, style));
            spans.push(Span::raw(" "));
        }
        line_at(frame, area, 0, &Line::from(spans));
    }

    /// Writes the axes as they stand beside each other, a column between them.
    pub(super) fn tabs(
        &self,
        grid: &Grid,
        seen: &DossierView,
        shared: &Shared,
        speech: &Speech,
        width: usize,
    ) -> Vec<String> {
        let current = answers::tab_of(grid, self.cursor);
        let mut tabs: Vec<(String, String, String)> = Vec::new();
        for axis in grid.axes() {
            let marked = |code| seen.cells.get(code).is_some_and(|cell| cell.mark.is_some());
            let dots = axis.criteria.iter().map(|c| {
                if !changed_on(grid, seen, Some(&c.code)).is_empty() {
                    '≠'
                } else if marked(&c.code) {
                    '●'
                } else {
                    '○'
                }
            });
            let dots = if shared.role() == Some(Role::Juror) {
                dots.collect()
            } else {
                String::new()
            };
            tabs.push((inert(axis.code.as_str()), words(&axis.name, shared.lang), dots));
        }
        if super::last_place(grid, seen) == grid.criteria().count() {
            let changed = !changed_on(grid, seen, None).is_empty();
            let dots = if changed { "≠" } else { "" };
            tabs.push(("+".to_owned(), speech.word("desk-others"), dots.to_owned()));
        }
        let room = names_room(&tabs, current, width);
        let text = |(at, (code, name, dots)): (usize, &(String, String, String))| {
            let name = fit(name, if at == current { room.0 } else { room.1 });
            let parts = [code.as_str(), &name, dots];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            format!(" {} ", parts.join(" "))
        };
        tabs.iter().enumerate().map(text).collect()
    }
}

/// Says that a recusal is worth a thought, and how to go on without one.
fn view_suggestion(look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let key = shared.key_of(Context::Review, Action::Dismiss);
    let said = shared
        .keyed("desk-resembles", Context::Review, Action::Recuse)
        .text("dismiss", key.map_or_else(String::new, |chord| chord.to_string()));
    text_at(frame, area, 0, &format!(" ⊘ {}", speech.say(&said)), theme.alert);
}

/// Finds how long the name of the current axis and those of the others may be for all of them to fit; the current one
/// is cut last.
fn names_room(tabs: &[(String, String, String)], current: usize, width: usize) -> (usize, usize) {
    let fixed: usize = tabs
        .iter()
        .map(|(code, _, dots)| columns(code) + columns(dots) + 5)
        .sum();
    let longest = tabs.iter().map(|(_, name, _)| columns(name)).max().unwrap_or(0);
    let own = tabs.get(current).map_or(0, |(_, name, _)| columns(name));
    let others = |room: usize| -> usize {
        let others = tabs.iter().enumerate().filter(|(at, _)| *at != current);
        others.map(|(_, (_, name, _))| columns(name).min(room)).sum()
    };
    let fits = |room: &usize| fixed + own + others(*room) <= width;
    match (0..=longest).rev().find(fits) {
        // A letter and a sign of omission tell nothing.
        Some(room) => (own, if room < 4 { 0 } else { room }),
        None => (width.saturating_sub(fixed), 0),
    }
}

fn progress(grid: &Grid, seen: &DossierView, role: Role, speech: &Speech) -> String {
    let all = grid.criteria().count();
    if role != Role::Juror {
        return speech.say(&Saying::new("desk-answers-given").number("n", seen.dossier.given()));
    }
    let marked = |code| seen.cells.get(code).is_some_and(|cell| cell.mark.is_some());
    let scored = grid.criteria().filter(|c| marked(&c.code)).count();
    speech.say(
        &Saying::new("desk-progress")
            .number("n", scored)
            .number("all", all),
    )
}
