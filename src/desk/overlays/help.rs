//! The keys that work here, drawn from the keymap in force.

use super::moved;
use crate::desk::action::{ACTIONS, Action, Context};
use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::widgets::frame::{line_at, over, text_at};
use crate::desk::widgets::hint_line::{description, key_name};
use crate::desk::widgets::text::padded;
use ratatui::Frame;
use ratatui::text::{Line, Span};

/// The help of a place.
#[derive(Debug, Clone, Copy)]
pub struct Help {
    context: Context,
    top: usize,
}

impl Help {
    /// Opens the help of a place.
    pub fn new(context: Context) -> Self {
        Self { context, top: 0 }
    }

    pub(super) fn act(&mut self, action: Action, page: usize) {
        self.top = moved(self.top, action, page, ACTIONS.len());
    }

    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let lines = self.lines(look);
        let body = parts(shared.width, shared.height).body;
        let height = u16::try_from(lines.len() + 3).unwrap_or(u16::MAX);
        let area = centred(body, 78, height.min(body.height));
        let title = speech.word(&format!("desk-help-{}", self.context.name().replace('_', "-")));
        let inside = over(frame, area, &title, theme);
        let rows = inside.height.saturating_sub(1);
        let top = self.top.min(lines.len().saturating_sub(usize::from(rows)));
        for (row, line) in (0..rows).zip(lines.iter().skip(top)) {
            line_at(frame, inside, row, line);
        }
        let id = if lines.len() > usize::from(rows) {
            "desk-help-keys-scroll"
        } else {
            "desk-help-keys"
        };
        text_at(frame, inside, rows, &format!(" {}", speech.word(id)), theme.key);
    }

    fn lines(&self, look: &Look<'_>) -> Vec<Line<'static>> {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let mut lines = Vec::new();
        let works = |action: Action| action.works(self.context, shared.role());
        for spec in ACTIONS.iter().filter(|spec| works(spec.action)) {
            if matches!(spec.action, Action::Score(digit) if digit > 0) {
                continue;
            }
            let chords = shared.keymap.chords(self.context, spec.action);
            let keys: Vec<String> = chords.iter().map(|chord| key_name(*chord, speech)).collect();
            let mut keys = keys.join(" ");
            if spec.action == Action::Score(0) {
                keys = crate::desk::widgets::hint_line::digits(shared);
            }
            if keys.is_empty() {
                keys.push('—');
            }
            lines.push(Line::from(vec![
                Span::styled(format!(" {} ", padded(&keys, 17)), theme.key),
                Span::raw(description(spec, self.context, speech)),
            ]));
        }
        lines
    }
}
