//! One line that is typed.

use super::text::{columns, inert};
use crate::desk::keymap::{Chord, Key};
use unicode_segmentation::UnicodeSegmentation as _;

/// A line of text and the place of its cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEdit {
    before: String,
    after: String,
}

impl LineEdit {
    /// Starts with a text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self {
            before: inert(text),
            after: String::new(),
        }
    }

    /// Returns the text.
    pub fn text(&self) -> String {
        format!("{}{}", self.before, self.after)
    }

    /// Returns what stands before the cursor and from it on.
    pub fn halves(&self) -> (&str, &str) {
        (&self.before, &self.after)
    }

    /// Returns the line as dots, one for what people see as a character, the cursor at its place.
    #[must_use]
    pub fn masked(&self) -> Self {
        let dots = |text: &str| "•".repeat(text.graphemes(true).count());
        Self {
            before: dots(&self.before),
            after: dots(&self.after),
        }
    }

    /// Puts a text in at the cursor, on one line and harmless.
    pub fn insert(&mut self, text: &str) {
        self.before.push_str(&inert(text.trim_end_matches(['\n', '\r'])));
    }

    /// Takes a key; tells whether the text changed.
    pub fn key(&mut self, chord: Chord) -> bool {
        let held = self.before.len() + self.after.len();
        match (chord.key, chord.ctrl) {
            (Key::Char('u'), true) => self.before.clear(),
            (Key::Char('k'), true) => self.after.clear(),
            (Key::Char('a'), true) | (Key::Home, _) => {
                self.after = std::mem::take(&mut self.before) + &self.after;
            }
            (Key::Char('e'), true) | (Key::End, _) => {
                let after = std::mem::take(&mut self.after);
                self.before.push_str(&after);
            }
            (Key::Char('w'), true) => {
                let kept = self.before.trim_end().rfind(' ').map_or(0, |at| at + 1);
                self.before.truncate(kept);
            }
            (Key::Backspace, _) => {
                self.take_last();
            }
            (Key::Delete, _) => {
                self.take_first();
            }
            (Key::Left, _) => {
                if let Some(last) = self.take_last() {
                    self.after.insert_str(0, &last);
                }
            }
            (Key::Right, _) => {
                if let Some(first) = self.take_first() {
                    self.before.push_str(&first);
                }
            }
            _ => {
                if let Some(c) = chord.text() {
                    self.insert(c.encode_utf8(&mut [0; 4]));
                }
            }
        }
        self.before.len() + self.after.len() != held
    }

    /// Returns the part of the text that fits in some columns around the cursor, and the cursor's column in it.
    pub fn window(&self, width: usize) -> (String, usize) {
        let mut start = String::new();
        let mut taken = 0;
        for g in self.before.graphemes(true).rev() {
            taken += columns(g);
            if taken + 1 > width {
                break;
            }
            start.insert_str(0, g);
        }
        let column = columns(&start);
        (start + &self.after, column)
    }

    fn take_last(&mut self) -> Option<String> {
        let at = self.before.grapheme_indices(true).next_back()?.0;
        Some(self.before.split_off(at))
    }

    fn take_first(&mut self) -> Option<String> {
        let first = self.after.graphemes(true).next()?.to_owned();
        self.after.drain(..first.len());
        Some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_by_what_people_see_as_characters() {
        let mut line = LineEdit::new("cafe\u{301}");
        line.key(Chord::plain(Key::Left));
        assert_eq!(line.halves(), ("caf", "e\u{301}"));
        line.key(Chord::of('x'));
        line.key(Chord::plain(Key::Delete));
        assert_eq!(line.text(), "cafx");
        line.key(Chord::ctrl('w'));
        assert_eq!(line.text(), "");
        line.insert("a\nb\n\u{1b}");
        assert_eq!(line.text(), "a b ␛");
    }
}
