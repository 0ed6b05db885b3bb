//! Sentences of one's own: one is found by typing a part of it and put into the text below; what is written there can
//! become one.

use super::moved;
use crate::desk::action::Action;
use crate::desk::keymap::{Chord, Key};
use crate::desk::layout::{centred, frame as parts, windowed};
use crate::desk::look::Look;
use crate::desk::widgets::frame::{over, text_at};
use crate::desk::widgets::line_edit::LineEdit;
use crate::desk::widgets::text::{inert, padded, wrapped};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};
use ratatui::Frame;

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// A sentence to put in.
    Insert(String),
    /// A text to keep as one.
    Keep(String),
}

/// The box.
#[derive(Debug)]
pub struct Snippets {
    line: LineEdit,
    selected: usize,
    /// What could become one.
    own: String,
}

impl Snippets {
    /// Opens the box over a text, of which a part could become a sentence to keep.
    pub fn new(own: String) -> Self {
        Self {
            line: LineEdit::default(),
            selected: 0,
            own,
        }
    }

    /// Takes a key.
    pub fn key(&mut self, chord: Chord, all: &[String]) {
        let action = match chord.key {
            Key::Up => Action::Up,
            Key::Down => Action::Down,
            Key::PageUp => Action::PageUp,
            Key::PageDown => Action::PageDown,
            _ => {
                if self.line.key(chord) {
                    self.selected = 0;
                }
                return;
            }
        };
        self.selected = moved(self.selected, action, 8, self.lines(all).len());
    }

    /// Takes a text.
    pub fn paste(&mut self, text: &str) {
        self.line.insert(text);
        self.selected = 0;
    }

    /// Returns what is under the cursor.
    pub fn chosen(&self, all: &[String]) -> Option<Chosen> {
        self.lines(all).into_iter().nth(self.selected)
    }

    /// The sentences that match, the best first, then what could be kept.
    fn lines(&self, all: &[String]) -> Vec<Chosen> {
        let pattern = Pattern::parse(&self.line.text(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let found = pattern.match_list(all, &mut matcher);
        let mut lines: Vec<Chosen> = found
            .into_iter()
            .map(|(text, _)| Chosen::Insert(text.clone()))
            .collect();
        let is_new = !self.own.trim().is_empty() && !all.contains(&self.own);
        if is_new {
            lines.push(Chosen::Keep(self.own.clone()));
        }
        lines
    }

    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let lines = self.lines(&shared.comfort.snippets);
        let body = parts(shared.width, shared.height).body;
        let height = u16::try_from(lines.len() + 7).unwrap_or(u16::MAX).min(20);
        let area = centred(body, 78, height);
        let inside = over(frame, area, &speech.word("comfort-snippets"), theme);
        let (text, column) = self.line.window(usize::from(inside.width.saturating_sub(4)));
        text_at(frame, inside, 0, &format!(" : {text}"), theme.strong);
        let column = u16::try_from(column).unwrap_or(0).saturating_add(3);
        if column < inside.width && inside.height > 0 {
            frame.set_cursor_position((inside.x + column, inside.y));
        }
        if lines.is_empty() {
            let none = speech.word("comfort-snippets-none");
            for (row, line) in (1..4).zip(wrapped(&none, inside.width.saturating_sub(2))) {
                text_at(frame, inside, row, &format!(" {line}"), theme.dim);
            }
        }
        let rows = usize::from(inside.height.saturating_sub(2));
        let top = windowed(0, self.selected, rows, lines.len());
        for (row, (at, line)) in (1..).zip(lines.iter().enumerate().skip(top).take(rows)) {
            let is_current = at == self.selected;
            let said = match line {
                Chosen::Insert(text) => inert(text),
                Chosen::Keep(text) => format!("+ {} {}", speech.word("comfort-snippet-keep"), inert(text)),
            };
            let bar = if is_current { "▸" } else { " " };
            let said = padded(&format!("{bar} {said}"), usize::from(inside.width));
            let style = if is_current { theme.cursor } else { theme.text };
            text_at(frame, inside, row, &said, style);
        }
        let last = inside.height.saturating_sub(1);
        let keys = speech.word("desk-choose-keys");
        text_at(frame, inside, last, &format!(" {keys}"), theme.key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_finds_it_and_what_is_new_can_be_kept() {
        let all = ["Très bonne pratique.", "Pièce manquante."].map(str::to_owned);
        let mut list = Snippets::new("Nouveau.".to_owned());
        assert_eq!(list.lines(&all).len(), 3);
        list.paste("piece manq");
        assert_eq!(
            list.chosen(&all),
            Some(Chosen::Insert("Pièce manquante.".to_owned()))
        );
        list.key(Chord::plain(Key::Down), &all);
        assert_eq!(list.chosen(&all), Some(Chosen::Keep("Nouveau.".to_owned())));
        let known = Snippets::new("Pièce manquante.".to_owned());
        assert_eq!(known.lines(&all).len(), 2);
        assert_eq!(Snippets::new(" ".to_owned()).chosen(&[]), None);
    }
}
