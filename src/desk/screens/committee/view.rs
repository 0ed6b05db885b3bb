//! Draws the committee's screen.

use super::citations::told;
use super::{Committee, is_masked};
use crate::consensus::{agreement, leik};
use crate::desk::action::{Action, Context};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::now::hour_of;
use crate::desk::screens::dossiers::{kind, ruling};
use crate::desk::screens::review::shown_mark;
use crate::desk::widgets::frame::{both_ends, line_at, pane, text_at};
use crate::desk::widgets::text::{columns, inert, padded, words, wrapped};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::JurorId;
use crate::domain::moment;
use crate::domain::saying::Saying;
use crate::domain::score::{Cell, Mark, Score};
use crate::domain::sitting::Sitting;
use crate::domain::text::Inert;
use crate::office::Pace;
use crate::office::ask::{AgendaRow, Deliberation, Remark};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::fmt::Write as _;

impl Committee {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let Some(grid) = shared.grid() else { return };
        self.view_head(&grid, look, frame);
        let areas = layout::committee(shared.width, shared.height, self.is_projecting);
        if !areas.agenda.is_empty() {
            self.view_agenda(look, frame, areas.agenda);
        }
        let title = self.dossier.as_ref().map_or_else(String::new, |d| {
            let dossier = &d.dossier;
            format!(
                "{} {} ({})",
                inert(&dossier.number),
                inert(&dossier.name),
                kind(&dossier.kind, speech)
            )
        });
        let has_keys = self.on_matrix || self.is_projecting;
        let inside = pane(frame, areas.dossier, &title, has_keys, theme);
        if let Some(dossier) = &self.dossier {
            let rows = view_standing(dossier, look, frame, inside);
            let (_, rest) = layout::cut_top(inside, rows);
            self.view_matrix(dossier, &grid, look, frame, rest);
        } else if self.agenda.is_empty() {
            text_at(
                frame,
                inside,
                0,
                &format!(" {}", speech.word("desk-agenda-empty")),
                theme.dim,
            );
        }
        self.view_comments(&grid, look, frame, areas.comments);
    }

    fn view_head(&self, grid: &Grid, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let area = layout::frame(shared.width, shared.height).head;
        let committee = words(grid.committee(), shared.lang);
        let is_narrow = shared.width < 100;
        let mut left = Vec::new();
        let overview = shared.overview.as_ref();
        let sitting = overview.and_then(|o| o.sitting.as_ref());
        let state = match sitting {
            Some(sitting) => Saying::new("desk-sitting-open")
                .number("n", sitting.number)
                .number("present", sitting.present.len())
                .number("jurors", overview.map_or(0, |o| o.jurors)),
            None => shared.keyed("desk-sitting-closed", Context::Committee, Action::Sitting),
        };
        if !is_narrow || sitting.is_none() {
            left.push(Span::styled(format!(" {committee} ·"), theme.strong));
        }
        left.push(Span::raw(format!(" {}", speech.say(&state))));
        let mut right = String::new();
        if let Some(sitting) = sitting {
            left.push(Span::raw(self.said_time(sitting, look)));
            if let Some(id) = self.id().filter(|_| !shared.now.stamp.is_empty()) {
                let clock = moment::clock(sitting.seconds_on(id, &shared.now.stamp));
                if is_narrow {
                    let _ = write!(right, "{clock} · ");
                } else {
                    let said = Saying::new("desk-sitting-timer").text("clock", clock);
                    let _ = write!(right, "{} · ", speech.say(&said));
                }
            }
        }
        if self.is_projecting {
            let _ = write!(right, "[{}] ", speech.word("desk-projection"));
        }
        if is_masked(shared) {
            let _ = write!(right, "[● {}] ", speech.word("desk-masked-short"));
        }
        let decided = |row: &&AgendaRow| row.decision.as_ref().is_some_and(Decision::is_decided);
        let counts = Saying::new("desk-decided")
            .number("n", self.agenda.iter().filter(decided).count())
            .number("all", self.agenda.len());
        right.push_str(&speech.say(&counts));
        let right = Line::styled(format!("{right} "), theme.strong);
        both_ends(frame, area, &Line::from(left), &right);
    }

    /// Says that the sitting is suspended, or when it is likely to end.
    fn said_time(&self, sitting: &Sitting, look: &Look<'_>) -> String {
        let Look { shared, speech, .. } = *look;
        if sitting.break_since.is_some() {
            return format!(" · ⏸ {}", speech.word("desk-sitting-break"));
        }
        let end = Pace::of(&self.agenda, sitting.number).ends_at(&shared.now.stamp);
        let hour = end.and_then(|end| hour_of(&end, &shared.comfort.zone.0));
        hour.map_or_else(String::new, |hour| {
            let said = Saying::new("desk-sitting-end").text("time", hour);
            format!(" · {}", speech.say(&said))
        })
    }

    fn view_agenda(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let has_keys = !self.on_matrix;
        let inside = pane(frame, area, &speech.word("desk-agenda"), has_keys, theme);
        let rows = usize::from(inside.height);
        let masked = is_masked(shared);
        for (row, (at, entry)) in (0_u16..).zip(self.agenda.iter().enumerate().skip(self.top).take(rows)) {
            let is_current = at == self.selected;
            let (glyph, level, style) = standing(entry, masked, look);
            let room = usize::from(inside.width).saturating_sub(5 + columns(&level));
            let out = if entry.recused.is_empty() { "" } else { "⊘ " };
            let name = format!("{out}{} {}", inert(&entry.number), inert(&entry.name));
            let bar = if is_current { "▸" } else { " " };
            let line = Line::from(vec![
                Span::raw(bar),
                Span::styled(format!("{glyph} "), style),
                Span::raw(format!("{} ", padded(&name, room))),
                Span::styled(level, style),
            ]);
            let line = if is_current && has_keys {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, inside, row, &line);
        }
    }

    fn view_comments(&self, grid: &Grid, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let Some(criterion) = grid.criteria().nth(self.cursor) else {
            return;
        };
        let title = Saying::new("desk-comments").text(
            "criterion",
            format!("{} {}", criterion.code, words(&criterion.name, shared.lang)),
        );
        let title = format!(
            "{}{}",
            speech.say(&title),
            self.said_spread(criterion, grid, look)
        );
        let inside = pane(frame, area, &title, false, theme);
        if is_masked(shared) {
            return text_at(
                frame,
                inside,
                0,
                &format!(" {}", speech.word("desk-comments-masked")),
                theme.dim,
            );
        }
        let Some(dossier) = &self.dossier else { return };
        let remarks = dossier
            .remarks
            .get(&criterion.code)
            .map_or(&[][..], Vec::as_slice);
        let said: Vec<&Remark> = remarks.iter().filter(|remark| is_telling(remark)).collect();
        if said.is_empty() {
            return text_at(
                frame,
                inside,
                0,
                &format!(" {}", speech.word("desk-no-comments")),
                theme.dim,
            );
        }
        let many = u16::try_from(said.len()).unwrap_or(u16::MAX);
        let side_by_side = many.min((inside.width / 30).max(1));
        let width = inside.width / side_by_side;
        let top = self
            .comments_top
            .min(said.len().saturating_sub(usize::from(side_by_side)));
        for (at, remark) in (0..side_by_side).zip(said.iter().skip(top)) {
            let column = Rect {
                x: inside.x + at * width,
                width: width.saturating_sub(1),
                ..inside
            };
            self.view_remark(remark, dossier, look, frame, column);
        }
    }

    /// Says how far apart the grades lie on a criterion, by the two measures.
    fn said_spread(&self, criterion: &Criterion, grid: &Grid, look: &Look<'_>) -> String {
        let Some(dossier) = self.dossier.as_ref().filter(|_| !is_masked(look.shared)) else {
            return String::new();
        };
        let grades = dossier.panel.marks(&criterion.code).into_iter();
        let grades: Vec<Score> = grades.filter_map(Mark::score).collect();
        let (Some(leik), Some(agreement)) = (leik(&grades, grid.scale()), agreement(&grades, grid.scale()))
        else {
            return String::new();
        };
        let point = look.shared.lang.point();
        let said = Saying::new("desk-leik")
            .text("leik", leik.decimal(point))
            .text("agreement", agreement.decimal(point));
        format!(" · {}", look.speech.say(&said))
    }

    /// Names who said something, on a projection by a letter.
    pub(super) fn speaker(&self, remark: &Remark, dossier: &Deliberation) -> String {
        if !self.is_projecting {
            return inert(&remark.juror);
        }
        let mut seats = dossier.panel.seats.keys().enumerate();
        let seat = seats.find(|(_, id)| dossier.names.get(*id) == Some(&remark.juror));
        seat.map_or_else(|| "?".to_owned(), |(at, id)| self.juror_name(at, id, dossier))
    }

    fn view_remark(
        &self,
        remark: &Remark,
        dossier: &Deliberation,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let Look { theme, speech, .. } = *look;
        let mark = match remark.cell {
            Cell::Marked(mark) => shown_mark(Some(mark), speech),
            Cell::Blank | Cell::Recused => shown_mark(remark.content.mark, speech),
        };
        let name = self.speaker(remark, dossier);
        text_at(frame, area, 0, &format!(" {name} [{mark}]"), theme.strong);
        let width = area.width.saturating_sub(2);
        let mut lines = Vec::new();
        if !self.is_projecting {
            lines.extend(wrapped(Inert::block(&remark.content.comment.0).as_str(), width));
        }
        if !remark.content.feedback.is_blank() {
            let text = format!("→ {}", Inert::block(&remark.content.feedback.0));
            lines.extend(wrapped(&text, width));
        }
        for citation in told(remark, &dossier.dossier) {
            lines.extend(wrapped(&speech.say(&citation), width));
        }
        let lines = lines.iter().filter(|line| !line.is_empty());
        for (row, line) in (1..).zip(lines) {
            text_at(frame, area, row, &format!(" {line}"), theme.text);
        }
    }
}

/// Says what stands on the dossier, who stepped back, what blocks a decision; returns the rows taken.
fn view_standing(dossier: &Deliberation, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let Look { theme, speech, .. } = *look;
    let mut lines: Vec<(String, Style)> = Vec::new();
    if let Some(decision) = &dossier.decision {
        let (mut text, style) = ruling(decision, look);
        if !decision.reason.is_empty() {
            let _ = write!(text, " · {}", inert(&decision.reason));
        }
        lines.push((text, style));
    }
    if !dossier.panel.recused.is_empty() {
        let name = |id: &JurorId| {
            dossier
                .names
                .get(id)
                .map_or_else(|| inert(id.as_str()), |name| inert(name))
        };
        let names: Vec<String> = dossier.panel.recused.iter().map(name).collect();
        let saying = Saying::new("desk-recused-out").text("names", names.join(", "));
        lines.push((format!("⊘ {}", speech.say(&saying)), theme.alert));
        let sitting = look.shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        let is_there = |id: &&JurorId| sitting.is_some_and(|s| s.present.contains(*id));
        let there: Vec<String> = dossier.panel.recused.iter().filter(is_there).map(name).collect();
        if !there.is_empty() && dossier.decision.is_none() {
            let saying = Saying::new("desk-recused-in-room").text("names", there.join(", "));
            lines.push((format!("⇥ {}", speech.say(&saying)), theme.alert));
        }
    }
    if dossier.forks > 0 {
        let saying = look
            .shared
            .keyed("desk-forks-block", Context::Committee, Action::Sheets);
        let saying = saying.number("n", dossier.forks);
        lines.push((format!("! {}", speech.say(&saying)), theme.alert));
    }
    if let Some(quorum) = dossier.quorum.filter(|quorum| !quorum.is_met()) {
        let saying = Saying::new("desk-no-quorum")
            .number("present", quorum.present)
            .number("needed", quorum.needed);
        lines.push((format!("! {}", speech.say(&saying)), theme.alert));
    }
    for (row, (text, style)) in (0..).zip(&lines) {
        text_at(frame, area, row, &format!(" {text}"), *style);
    }
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

fn is_telling(remark: &Remark) -> bool {
    let content = &remark.content;
    !content.comment.is_blank() || !content.feedback.is_blank() || !content.citations.is_empty()
}

/// How a dossier stands on the agenda: a sign, the level, and their style.
fn standing(row: &AgendaRow, masked: bool, look: &Look<'_>) -> (&'static str, String, Style) {
    let Look { theme, speech, .. } = *look;
    let level = |code: &str| match code {
        "none" => speech.word("desk-n-none"),
        code => speech.say(&Saying::new("desk-n").text("level", code)),
    };
    let proposed = match &row.proposed {
        _ if masked => "●".to_owned(),
        Some(code) => format!("{}?", level(code)),
        None => "?".to_owned(),
    };
    match row.decision.as_ref().map(|decision| &decision.ruling) {
        Some(Ruling::Decided { level: Some(code) }) => {
            ("✓", format!("{} ", level(code.as_str())), theme.good)
        }
        Some(Ruling::Decided { level: None }) => ("✓", format!("{} ", level("none")), theme.good),
        Some(Ruling::Postponed) => ("↷", proposed, theme.busy),
        Some(Ruling::Reopened) => ("↺", proposed, theme.busy),
        None if masked || row.item.is_undisputed() => (" ", proposed, theme.text),
        None => ("!", proposed, theme.alert),
    }
}
