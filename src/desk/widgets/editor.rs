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

    /// Puts another text in the place of all of it; `undo` brings the old one back.
    pub fn replace(&mut self, text: &str) -> bool {
        if self.text() == Inert::block(text).as_str() {
            return false;
        }
        self.area.select_all();
        self.area.cut();
        self.paste(text);
        true
    }

    /// Returns what is selected, else the paragraph around the cursor.
    pub fn piece(&self) -> String {
        let lines = self.area.lines();
        if let Some(((first, from), (last, to))) = self.area.selection_range() {
            let part = |(row, line): (usize, &String)| -> String {
                let to = if row == last { to } else { usize::MAX };
                let from = if row == first { from } else { 0 };
                line.chars().take(to).skip(from).collect()
            };
            let rows = lines.iter().enumerate().take(last + 1).skip(first);
            return rows.map(part).collect::<Vec<_>>().join("\n");
        }
        let row = self.area.cursor().0;
        let is_blank = |line: &&String| line.trim().is_empty();
        let above = lines
            .iter()
            .take(row)
            .rev()
            .take_while(|line| !is_blank(line))
            .count();
        let below = lines.iter().skip(row).take_while(|line| !is_blank(line)).count();
        let around = lines.iter().skip(row - above).take(above + below);
        around.cloned().collect::<Vec<_>>().join("\n")
    }

    /// Counts characters and words.
    pub fn counts(&self) -> (usize, usize) {
        let lines = self.area.lines().iter();
        let (characters, words) = lines.fold((0, 0), |(characters, words), line| {
            (
                characters + line.chars().count() + 1,
                words + line.split_whitespace().count(),
            )
        });
        (characters.saturating_sub(1), words)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(field: &mut TextField, keys: &[&str]) {
        for key in keys {
            field.key(Chord::parse(key).unwrap());
        }
    }

    #[test]
    fn moves_by_words_and_lines() {
        let mut field = TextField::new("un deux trois\nquatre");
        keys(
            &mut field,
            &["Up", "Home", "Ctrl-Right", "x", "End", "y", "Ctrl-Left", "z"],
        );
        assert_eq!(field.text(), "un xdeux ztroisy\nquatre");
        keys(&mut field, &["Ctrl-Home", "Down", "Home", "a"]);
        assert!(field.text().ends_with("aquatre"), "{}", field.text());
    }

    #[test]
    fn a_piece_is_what_is_selected_or_the_paragraph() {
        let mut field = TextField::new("avant\n\nune phrase\nqui dure\n\naprès");
        assert_eq!(field.piece(), "après");
        keys(&mut field, &["Up", "Up", "Home"]);
        assert_eq!(field.piece(), "une phrase\nqui dure");
        keys(&mut field, &["Shift-Right", "Shift-Right", "Shift-Right"]);
        assert_eq!(field.piece(), "qui");
        keys(&mut field, &["Up"]);
        assert_eq!(TextField::new("").piece(), "");
    }

    #[test]
    fn another_text_can_be_undone_and_is_counted() {
        let mut field = TextField::new("un deux\ntrois");
        assert_eq!(field.counts(), (13, 3));
        assert!(!field.replace("un deux\ntrois"));
        assert!(field.replace("l’été\u{1b}"));
        assert_eq!((field.text(), field.counts()), ("l’été␛".to_owned(), (6, 1)));
        field.undo();
        field.undo();
        assert_eq!(field.text(), "un deux\ntrois");
        assert!(field.replace(""));
        assert_eq!((field.text(), field.counts()), (String::new(), (0, 0)));
    }

    #[test]
    fn a_hundred_kilobytes_are_taken_at_once() {
        let text = "Une phrase d’une longueur ordinaire, puis une autre.\n".repeat(2_000);
        let mut field = TextField::new("");
        let start = std::time::Instant::now();
        assert!(field.paste(&text));
        keys(&mut field, &["x", "Up", "y"]);
        assert_eq!(field.counts().1, 2_000 * 8 + 1);
        assert!(start.elapsed().as_secs() < 2, "{:?}", start.elapsed());
    }
}
