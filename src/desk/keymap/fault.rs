//! What can be wrong with a keymap.

use crate::domain::saying::Saying;

/// A keymap that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {fault:?}")]
pub struct KeymapError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: KeymapFault,
}

/// What is wrong with a keymap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeymapFault {
    /// It is no TOML, or not of this shape.
    Unreadable(String),
    /// No shipped keymap has that name.
    UnknownBase(String),
    /// No place has that name.
    UnknownContext(String),
    /// No action has that name.
    UnknownAction(String),
    /// The action does not work in that place.
    Misplaced {
        /// The action.
        action: &'static str,
        /// The place.
        context: &'static str,
    },
    /// The key can't be read.
    UnreadableKey(String),
    /// The key means the same everywhere.
    FixedKey(String),
    /// The key writes text in that place.
    TextKey(String),
    /// Two actions on one key.
    Twice {
        /// The key.
        key: String,
        /// The place.
        context: &'static str,
        /// The first action.
        first: String,
        /// The second one.
        second: String,
    },
    /// An action that nobody may be without has no key left there.
    Essential {
        /// The action.
        action: &'static str,
        /// The place.
        context: &'static str,
    },
}

impl KeymapError {
    /// Says where and what.
    pub fn saying(&self) -> Saying {
        Saying::new("desk-keymap-at")
            .text("file", &self.file)
            .number("line", self.line)
            .said("fault", self.fault.saying())
    }
}

impl KeymapFault {
    fn saying(&self) -> Saying {
        match self {
            Self::Unreadable(why) => Saying::new("desk-keymap-unreadable").text("why", why),
            Self::UnknownBase(name) => Saying::new("desk-keymap-base").text("name", name),
            Self::UnknownContext(name) => Saying::new("desk-keymap-context").text("name", name),
            Self::UnknownAction(name) => Saying::new("desk-keymap-action").text("name", name),
            Self::Misplaced { action, context } => Saying::new("desk-keymap-misplaced")
                .text("action", action)
                .text("context", context),
            Self::UnreadableKey(key) => Saying::new("desk-keymap-key").text("key", key),
            Self::FixedKey(key) => Saying::new("desk-keymap-fixed").text("key", key),
            Self::TextKey(key) => Saying::new("desk-keymap-text").text("key", key),
            Self::Twice {
                key,
                context,
                first,
                second,
            } => Saying::new("desk-keymap-twice")
                .text("key", key)
                .text("context", context)
                .text("first", first)
                .text("second", second),
            Self::Essential { action, context } => Saying::new("desk-keymap-essential")
                .text("action", action)
                .text("context", context),
        }
    }
}
