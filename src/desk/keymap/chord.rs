//! A key as it is written in a keymap and as it comes from a terminal. Case is identity: `f` is not `F`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;

/// A key without its modifiers. Shift is part of a letter, so it is no modifier of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A character.
    Char(char),
    /// `Enter`.
    Enter,
    /// `Esc`.
    Esc,
    /// `Tab`.
    Tab,
    /// `Shift-Tab`.
    BackTab,
    /// `Backspace`.
    Backspace,
    /// `Delete`.
    Delete,
    /// `Insert`.
    Insert,
    /// The arrow.
    Up,
    /// The arrow.
    Down,
    /// The arrow.
    Left,
    /// The arrow.
    Right,
    /// `Home`.
    Home,
    /// `End`.
    End,
    /// `PageUp`.
    PageUp,
    /// `PageDown`.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// With `Ctrl`.
    pub ctrl: bool,
    /// With `Alt`.
    pub alt: bool,
    /// With `Shift`, on a key that is no character.
    pub shift: bool,
}

const NAMES: [(&str, Key); 21] = [
    ("Enter", Key::Enter),
    ("Esc", Key::Esc),
    ("Tab", Key::Tab),
    ("BackTab", Key::BackTab),
    ("Backspace", Key::Backspace),
    ("Delete", Key::Delete),
    ("Insert", Key::Insert),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PageUp", Key::PageUp),
    ("PageDown", Key::PageDown),
    ("Space", Key::Char(' ')),
    // Other names that people write; the first of a key is the one that is printed.
    ("Escape", Key::Esc),
    ("Return", Key::Enter),
    ("Del", Key::Delete),
    ("PgUp", Key::PageUp),
    ("PgDn", Key::PageDown),
];

impl Chord {
    /// Makes a key without modifiers.
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// Makes a character's key.
    pub const fn of(c: char) -> Self {
        Self::plain(Key::Char(c))
    }

    /// Makes a character's key held with `Ctrl`.
    pub const fn ctrl(c: char) -> Self {
        Self {
            ctrl: true,
            ..Self::of(c)
        }
    }

    /// Reads `n`, `F`, `é`, `Ctrl-c`, `Alt-Enter`, `F5`; names and modifiers in any case, characters as they are.
    pub fn parse(text: &str) -> Option<Self> {
        let mut chord = Self::of(' ');
        let mut rest = text;
        while let Some((modifier, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
            match modifier.to_lowercase().as_str() {
                "ctrl" => chord.ctrl = true,
                "alt" => chord.alt = true,
                "shift" => chord.shift = true,
                _ => return None,
            }
            rest = after;
        }
        chord.key = key(rest)?;
        Some(chord.settled())
    }

    /// Reads the character typed, where the key writes one.
    pub fn text(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Puts Shift where it belongs, so that one key has one form.
    fn settled(mut self) -> Self {
        match self.key {
            Key::Char(c) if self.ctrl => self.key = Key::Char(c.to_ascii_lowercase()),
            Key::Char(c) if self.shift => self.key = Key::Char(c.to_uppercase().next().unwrap_or(c)),
            Key::Tab if self.shift => self.key = Key::BackTab,
            _ => {}
        }
        if matches!(self.key, Key::Char(_) | Key::BackTab) {
            self.shift = false;
        }
        self
    }
}

fn key(text: &str) -> Option<Key> {
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(Key::Char(c));
    }
    if let Some((_, key)) = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
        return Some(*key);
    }
    let number = text.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(Key::F(number))
}

impl From<KeyEvent> for Chord {
    fn from(event: KeyEvent) -> Self {
        let key = match event.code {
            KeyCode::Char(c) => Key::Char(c),
            KeyCode::Enter => Key::Enter,
            KeyCode::Tab => Key::Tab,
            KeyCode::BackTab => Key::BackTab,
            KeyCode::Backspace => Key::Backspace,
            KeyCode::Delete => Key::Delete,
            KeyCode::Insert => Key::Insert,
            KeyCode::Up => Key::Up,
            KeyCode::Down => Key::Down,
            KeyCode::Left => Key::Left,
            KeyCode::Right => Key::Right,
            KeyCode::Home => Key::Home,
            KeyCode::End => Key::End,
            KeyCode::PageUp => Key::PageUp,
            KeyCode::PageDown => Key::PageDown,
            KeyCode::F(n) => Key::F(n),
            _ => Key::Esc,
        };
        Self {
            key,
            ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
            alt: event.modifiers.contains(KeyModifiers::ALT),
            shift: event.modifiers.contains(KeyModifiers::SHIFT),
        }
        .settled()
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, key)| *key == self.key) {
            return f.write_str(name);
        }
        match self.key {
            Key::Char(c) => write!(f, "{c}"),
            Key::F(n) => write!(f, "F{n}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_read() {
        for text in [
            "n",
            "F",
            "é",
            "-",
            "Ctrl-c",
            "Alt-Enter",
            "Shift-Up",
            "F5",
            "Space",
            "BackTab",
            "?",
            "Ctrl--",
        ] {
            assert_eq!(Chord::parse(text).unwrap().to_string(), text);
        }
        for bad in ["", "nn", "Ctrl-", "Meta-x", "F25", "F0", "\u{1b}"] {
            assert_eq!(Chord::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn case_is_identity_and_shift_belongs_to_the_letter() {
        assert_ne!(Chord::parse("f"), Chord::parse("F"));
        assert_eq!(Chord::parse("Shift-f"), Chord::parse("F"));
        assert_eq!(Chord::parse("ctrl-C"), Chord::parse("Ctrl-c"));
        assert_eq!(Chord::parse("Shift-Tab"), Chord::parse("BackTab"));
        let typed = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(Some(Chord::from(typed)), Chord::parse("G"));
    }
}
