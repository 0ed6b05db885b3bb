//! Draws the answers.

use super::answers::Kind;
use super::{Pane, Review};
use crate::desk::action::{Action, Context};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::widgets::frame::{line_at, pane, text_at};
use crate::desk::widgets::text::{columns, padded};
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
            ..
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
        let cites = cell.is_some_and(|cell| !cell.citations.is_empty());
        let right = format!(
            "{mark} {}{} ",
            if said { "✎" } else { " " },
            if cites { "❝" } else { " " }
        );
        let room = usize::from(area.width).saturating_sub(columns(&right) + 2);
        let bar = if is_current { "▌" } else { " " };
        let line = Line::from(vec![
            Span::raw(format!("{bar}{} ", padded(text, room))),
            Span::raw(right),
        ]);
        let style = if is_current { theme.cursor } else { theme.strong };
        line_at(frame, area, row, &line.style(style));
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
