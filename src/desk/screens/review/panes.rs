//! Draws the answers and the evidence.

use super::answers::Kind;
use super::pieces::Reading;
use super::{Pane, Review};
use crate::desk::action::{Action, Context};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::widgets::frame::{line_at, pane, text_at};
use crate::desk::widgets::text::{columns, fit, inert, padded, wrapped};
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::domain::score::Mark;
use crate::office::ask::DossierView;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::fmt::Write as _;

impl Review {
    pub(super) fn view_answers(
        &self,
        grid: &Grid,
        seen: &DossierView,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let Look { theme, speech, .. } = *look;
        let place = self.laid.place();
        let place = place.map_or_else(String::new, |(last, all)| format!(" · {last}/{all}"));
        let mut title = format!("{}{place}", speech.word("desk-answers"));
        if look.shared.width < layout::SIDE_BY_SIDE && self.pieces.own() > 0 {
            let pieces = look
                .shared
                .keyed("desk-own-pieces", Context::Review, Action::NextPiece);
            let _ = write!(title, " · {}", speech.say(&pieces.number("n", self.pieces.own())));
        }
        let inside = pane(frame, area, &title, self.pane == Pane::Answers, theme);
        for (row, line) in (0..).zip(self.laid.shown()) {
            match line.kind {
                Kind::Head(at) => self.view_head(at, &line.text, grid, seen, look, frame, inside, row),
                Kind::Label => text_at(frame, inside, row, &format!("  {}", line.text), theme.dim),
                Kind::Found => text_at(frame, inside, row, &format!("▸ {}", line.text), theme.strong),
                Kind::Text => text_at(frame, inside, row, &format!("  {}", line.text), theme.text),
                Kind::Unanswered => {
                    let text = format!("  {}", speech.word("desk-unanswered"));
                    text_at(frame, inside, row, &text, theme.dim);
                }
                Kind::Changed | Kind::Gone | Kind::Formerly(_) => {
                    let (text, style) = self.change_line(line.kind, look);
                    text_at(frame, inside, row, &text, style);
                }
                Kind::Before => text_at(frame, inside, row, &format!("  − {}", line.text), theme.dim),
                Kind::Gap => {}
            }
        }
    }

    /// Says that an answer changed, and which key shows how, then says that it was seen.
    fn change_line(&self, kind: Kind, look: &Look<'_>) -> (String, Style) {
        let Look {
            shared,
            theme,
            speech,
        } = *look;
        let key = if self.laid.is_differing() {
            shared.keyed("desk-change-seen", Context::Review, Action::Look)
        } else {
            shared.keyed("desk-change-show", Context::Review, Action::Look)
        };
        match kind {
            Kind::Gone => {
                let said = Saying::new("desk-change-gone").said("key", key);
                (format!("  ≠ {}", speech.say(&said)), theme.alert)
            }
            Kind::Formerly(true) => (format!("  {}", speech.word("desk-change-before")), theme.dim),
            Kind::Formerly(false) => (format!("  {}", speech.word("desk-change-new")), theme.dim),
            _ => {
                let said = Saying::new("desk-changed").said("key", key);
                (format!("  ≠ {}", speech.say(&said)), theme.alert)
            }
        }
    }

    #[allow(clippy::too_many_arguments, reason = "all of it is what a line is drawn from")]
    fn view_head(
        &self,
        at: usize,
        text: &str,
        grid: &Grid,
        seen: &DossierView,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
        row: u16,
    ) {
        let Look { theme, speech, .. } = *look;
        let is_current = at == self.cursor;
        let Some(criterion) = grid.criteria().nth(at) else {
            let title = format!(
                "{}{}",
                if is_current { "▌" } else { " " },
                speech.word("desk-others")
            );
            let style = if is_current { theme.cursor } else { theme.strong };
            return text_at(frame, area, row, &padded(&title, usize::from(area.width)), style);
        };
        let cell = seen.cells.get(&criterion.code);
        let said = cell.is_some_and(|c| !c.comment.is_blank() || !c.feedback.is_blank())
            || seen.notes.get(&criterion.code).is_some_and(|n| !n.is_blank());
        let mark = shown_mark(cell.and_then(|c| c.mark), speech);
        // Round while it is on its way: what stands in brackets is on the disk.
        let mark = if self.pending.contains_key(&criterion.code) {
            format!("({mark})")
        } else {
            format!("[{mark}]")
        };
        let right = format!("{mark} {} ", if said { "✎" } else { " " });
        let room = usize::from(area.width).saturating_sub(columns(&right) + 2);
        let bar = if is_current { "▌" } else { " " };
        let line = Line::from(vec![
            Span::raw(format!("{bar}{} ", padded(text, room))),
            Span::raw(right),
        ]);
        let style = if is_current { theme.cursor } else { theme.strong };
        line_at(frame, area, row, &line.style(style));
    }

    pub(super) fn view_evidence(
        &self,
        seen: &DossierView,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let Look { theme, speech, .. } = *look;
        let (text, list) = layout::evidence(area, self.pieces.len());
        let title = self.evidence_title(seen, text.height, speech);
        pane(frame, area, &title, self.pane == Pane::Evidence, theme);
        self.view_list(seen, look, frame, list);
        let Some(piece) = self.pieces.current(&seen.dossier) else {
            let said = if self.pieces.len() == 0 {
                Saying::new("desk-no-pieces")
            } else {
                look.shared
                    .keyed("desk-no-pieces-here", Context::Review, Action::NextPiece)
            };
            for (row, line) in (0..).zip(wrapped(&speech.say(&said), text.width)) {
                text_at(frame, text, row, &line, theme.dim);
            }
            return;
        };
        let here = piece
            .sha256
            .as_ref()
            .is_some_and(|digest| seen.present.contains(digest));
        match self.pieces.text() {
            Some((reading, body)) if here => {
                let rows = text.height;
                for (row, line) in (0..).zip(body.shown(rows)) {
                    let line = body.source().get(line.clone()).unwrap_or_default();
                    text_at(frame, text, row, line, theme.text);
                }
                if reading != Reading::Utf8 && body.place(rows).is_none_or(|(last, all)| last == all) {
                    let note = match reading {
                        Reading::Latin => Saying::new("desk-piece-latin"),
                        _ => look
                            .shared
                            .keyed("desk-piece-cut", Context::Review, Action::OpenPiece),
                    };
                    let note = speech.say(&note);
                    text_at(frame, text, rows.saturating_sub(1), &note, theme.alert);
                }
            }
            _ => view_outside(piece, here, look, frame, text),
        }
    }

    fn evidence_title(&self, seen: &DossierView, rows: u16, speech: &Speech) -> String {
        let mut title = speech.word("desk-pieces");
        if let (Some(at), Some(piece)) = (self.pieces.place(), self.pieces.current(&seen.dossier)) {
            let place = format!(" · {}/{} {}", at + 1, self.pieces.len(), inert(&piece.name));
            title.push_str(&place);
        }
        if let Some((last, all)) = self.pieces.text().and_then(|(_, text)| text.place(rows)) {
            let _ = write!(title, " · {last}/{all}");
        }
        if self.pieces.is_pinned() {
            let _ = write!(title, " · {}", speech.word("desk-pinned"));
        }
        title
    }

    /// The list of pieces: those of the criterion stand first, the others are dimmed.
    fn view_list(&self, seen: &DossierView, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let pieces = self.pieces.listed(&seen.dossier);
        let rows = usize::from(area.height);
        let place = self.pieces.place();
        let top = layout::windowed(0, place.unwrap_or(0), rows, pieces.len());
        for (row, (at, piece)) in (0_u16..).zip(pieces.iter().enumerate().skip(top).take(rows)) {
            let is_current = Some(at) == place;
            let missing = piece
                .sha256
                .as_ref()
                .is_none_or(|digest| !seen.present.contains(digest));
            let mut right = size(piece.size, speech);
            if missing {
                right = format!("⚠ {}", speech.word("desk-missing"));
            }
            let codes: Vec<_> = piece.criteria.iter().map(|code| inert(code.as_str())).collect();
            if !codes.is_empty() {
                let _ = write!(right, "  ↳ {}", codes.join(", "));
            }
            let right = fit(&right, usize::from(area.width / 2)).into_owned();
            let room = usize::from(area.width).saturating_sub(columns(&right) + 4);
            let bar = if is_current { "▸" } else { " " };
            let text = format!("{bar} {} {right}", padded(&inert(&piece.name), room));
            let style = match (is_current, at < self.pieces.own()) {
                (true, _) => theme.strong,
                (false, true) => theme.text,
                (false, false) => theme.dim,
            };
            text_at(frame, area, row, &text, style);
        }
    }
}

/// What is said of a piece that is not read here.
fn view_outside(piece: &Evidence, here: bool, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look { theme, speech, .. } = *look;
    let what = Saying::new("desk-piece-what")
        .text("type", &piece.media_type)
        .text("size", size(piece.size, speech));
    let said = match (here, piece.kind()) {
        (false, _) => Saying::new("desk-piece-absent"),
        (true, EvidenceKind::Other) => {
            look.shared
                .keyed("desk-piece-outside", Context::Review, Action::OpenPiece)
        }
        (true, EvidenceKind::Text) => Saying::new("desk-piece-coming"),
    };
    let mut lines = wrapped(&inert(&piece.name), area.width);
    lines.push(speech.say(&what));
    lines.push(String::new());
    lines.extend(wrapped(&speech.say(&said), area.width));
    for (row, line) in (0..).zip(&lines) {
        let style = if row == 0 { theme.strong } else { theme.text };
        text_at(frame, area, row, line, style);
    }
}

/// Writes a mark as it stands in brackets.
pub(in crate::desk) fn shown_mark(mark: Option<Mark>, speech: &Speech) -> String {
    match mark {
        None => "·".to_owned(),
        Some(Mark::Scored(score)) => score.to_string(),
        Some(Mark::Abstained) => speech.word("desk-mark-abstained"),
        Some(Mark::NotApplicable) => speech.word("desk-mark-na"),
    }
}

/// Says a size in the unit that people read.
fn size(bytes: u64, speech: &Speech) -> String {
    let (id, n) = match bytes {
        0..1_000 => ("desk-size-b", bytes),
        1_000..1_000_000 => ("desk-size-kb", bytes.div_ceil(1_000)),
        _ => ("desk-size-mb", bytes.div_ceil(1_000_000)),
    };
    speech.say(&Saying::new(id).number("n", n))
}
