//! The lower border of the criterion's box: the answers that are no value, and the passages that support the mark.

use super::Review;
use crate::desk::action::{Action, Context};
use crate::desk::look::Look;
use crate::desk::widgets::frame::line_at;
use crate::desk::widgets::text::columns;
use crate::domain::grid::Criterion;
use crate::domain::saying::Saying;
use crate::domain::score::Mark;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

impl Review {
    /// How many passages support the mark, on the lower border.
    pub(super) fn view_cited(
        &self,
        criterion: &Criterion,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let cell = self
            .seen
            .as_ref()
            .and_then(|seen| seen.cells.get(&criterion.code));
        let cited = cell.map_or(0, |cell| cell.citations.len());
        if cited == 0 || area.height < 2 {
            return;
        }
        let key = look.shared.key_of(Context::Review, Action::NextCitation);
        let key = key.map_or_else(String::new, |chord| chord.to_string());
        let said = look
            .speech
            .say(&Saying::new("evidence-citations").number("n", cited));
        let line = Line::from(vec![
            Span::styled(format!(" {key}"), look.theme.key),
            Span::styled(format!(" ❝ {said} "), look.theme.strong),
        ]);
        let last = Rect {
            x: area.x + 2,
            y: area.y + area.height - 1,
            width: area.width.saturating_sub(4) / 2,
            height: 1,
        };
        line_at(frame, last, 0, &line);
    }
}

/// The answers that are no value, on the lower border.
pub(super) fn view_others(mark: Option<Mark>, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let others = [
        (Action::Abstain, Mark::Abstained, "desk-abstain"),
        (Action::NotApplicable, Mark::NotApplicable, "desk-na"),
    ];
    let mut spans = vec![Span::raw(" ")];
    for (action, of, id) in others {
        let key = shared.key_of(Context::Review, action);
        let key = key.map_or_else(String::new, |chord| chord.to_string());
        let word = speech.word(id);
        if mark == Some(of) {
            spans.push(Span::styled(format!("▐{key} {word}▌"), theme.strong));
        } else {
            spans.push(Span::styled(format!(" {key}"), theme.key));
            spans.push(Span::raw(format!(" {word} ")));
        }
    }
    spans.push(Span::raw(" "));
    let line = Line::from(spans);
    let width = line.spans.iter().map(|s| columns(&s.content)).sum::<usize>();
    let width = u16::try_from(width).unwrap_or(u16::MAX);
    if area.height > 1 && width + 4 <= area.width {
        let last = Rect {
            x: area.x + area.width - width - 2,
            y: area.y + area.height - 1,
            width,
            height: 1,
        };
        line_at(frame, last, 0, &line);
    }
}
