//! A real editor for comments: several lines, wrapped by words, with undo and paste. The one file that names
//! `tui_textarea`, which here is the ratatui project's fork under the name that the owner chose.

use crate::desk::keymap::{Chord, Key};
use crate::domain::text::Inert;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::style::Style;
use tui_textarea::{CursorMove, Input, Key as AreaKey, TextArea, WrapMode};

/// A text of several lines that is being written.
#[derive(Debug, Clone)]
pub struct TextField {
    area: TextArea<'static>,
}

impl TextField {
    /// Starts with a text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        let lines = Inert::block(text)
            .as_str()
            .split('\n')
            .map(str::to_owned)
            .collect();
        let mut area = TextArea::new(lines);
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.set_cursor_style(Style::new().add_modifier(Modifier::REVERSED));
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// Returns the text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Takes a key; tells whether the text changed.
    pub fn key(&mut self, chord: Chord) -> bool {
        match (chord.key, chord.ctrl) {
            // What some terminals send for a line feed; the widget would delete to the start of the line.
            (Key::Char('j'), true) => {
                self.area.insert_newline();
                true
            }
            _ => self.area.input(input(chord)),
        }
    }

    /// Puts a text in, harmless.
    pub fn paste(&mut self, text: &str) -> bool {
        self.area
            .insert_str(Inert::block(&text.replace("\r\n", "\n").replace('\r', "\n")).as_str())
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> bool {
        self.area.undo()
    }

    /// Brings it back.
    pub fn redo(&mut self) -> bool {
        self.area.redo()
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect) {
        if !area.is_empty() {
            frame.render_widget(&self.area, area);
        }
    }
}

fn input(chord: Chord) -> Input {
    let key = match chord.key {
        Key::Char(c) => AreaKey::Char(c),
        Key::Enter => AreaKey::Enter,
        Key::Tab => AreaKey::Tab,
        Key::Backspace => AreaKey::Backspace,
        Key::Delete => AreaKey::Delete,
        Key::Up => AreaKey::Up,
        Key::Down => AreaKey::Down,
        Key::Left => AreaKey::Left,
        Key::Right => AreaKey::Right,
        Key::Home => AreaKey::Home,
        Key::End => AreaKey::End,
        Key::PageUp => AreaKey::PageUp,
        Key::PageDown => AreaKey::PageDown,
        Key::Esc | Key::BackTab | Key::Insert | Key::F(_) => AreaKey::Null,
    };
    Input {
        key,
        ctrl: chord.ctrl,
        alt: chord.alt,
        shift: chord.shift,
    }
}
