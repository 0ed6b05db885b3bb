//! Where a page of lines stands in its window.

use crate::desk::action::Action;

/// Returns the first line to be seen after an action, in a window of some rows: too far down, until the page is settled.
pub fn scrolled(top: usize, action: Action, rows: usize) -> usize {
    let page = rows.saturating_sub(2).max(1);
    match action {
        Action::Up => top.saturating_sub(1),
        Action::Down => top.saturating_add(1),
        Action::PageUp => top.saturating_sub(page),
        Action::PageDown => top.saturating_add(page),
        Action::First => 0,
        Action::Last => usize::MAX,
        _ => top,
    }
}
