//! What stands where others' scores are still hidden.

use crate::desk::action::{Action, Context};
use crate::desk::look::Look;
use crate::desk::widgets::frame::text_at;
use crate::desk::widgets::text::wrapped;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Says that scores are hidden, and where they come to be seen.
pub(super) fn view_masked(look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let said = shared.keyed("advice-masked", Context::Committee, Action::Unmask);
    let said = format!("● {}", speech.say(&said));
    let lines = wrapped(&said, area.width.saturating_sub(2).min(100));
    for (row, line) in (1..).zip(lines) {
        text_at(frame, area, row, &format!(" {line}"), theme.alert);
    }
}
