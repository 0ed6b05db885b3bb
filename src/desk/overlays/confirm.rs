//! A question before what can't be taken back by one key.

use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::widgets::frame::{over, text_at};
use crate::desk::widgets::text::wrapped;
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use ratatui::Frame;

/// What is done on yes.
#[derive(Debug, Clone)]
pub enum Purpose {
    /// Take a recusal back.
    ComeBack(DossierId),
    /// Show others' scores before the sitting.
    Unmask,
    /// Close the sitting.
    CloseSitting,
    /// Take pages of which one is known to be missing.
    AllowIncomplete,
}

/// The question.
#[derive(Debug)]
pub struct Confirm {
    /// What is done on yes.
    pub purpose: Purpose,
    /// What is asked.
    pub asks: Saying,
}

impl Confirm {
    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let body = parts(shared.width, shared.height).body;
        let width = 70.min(body.width);
        let lines = wrapped(&speech.say(&self.asks), width.saturating_sub(4));
        let height = u16::try_from(lines.len() + 4).unwrap_or(u16::MAX);
        let inside = over(
            frame,
            centred(body, width, height),
            &speech.word("desk-confirm"),
            theme,
        );
        for (row, line) in (0..).zip(&lines) {
            text_at(frame, inside, row, &format!(" {line}"), theme.text);
        }
        let last = inside.height.saturating_sub(1);
        text_at(
            frame,
            inside,
            last,
            &format!(" {}", speech.word("desk-confirm-keys")),
            theme.key,
        );
    }
}
