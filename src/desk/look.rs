//! What everything is drawn from, handed down as one.

use super::model::Shared;
use super::theme::Theme;
use crate::speech::Speech;

/// The model's shared part, the styles and the words.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// What several screens need.
    pub shared: &'a Shared,
    /// The styles in force.
    pub theme: &'a Theme,
    /// The words.
    pub speech: &'a Speech,
    /// Whether a box lies over the screen.
    pub is_covered: bool,
}

impl Look<'_> {
    /// Looks at what is drawn without drawing it: how many lines a page has depends on the words, not on their colours.
    pub fn plain<T>(shared: &Shared, ask: impl FnOnce(&Look<'_>) -> T) -> T {
        ask(&Look {
            shared,
            theme: &Theme::plain(),
            speech: &Speech::new(shared.lang),
            is_covered: false,
        })
    }
}
