//! What is filled in: scores, texts, recusals, each taken under the heading at which it stands.

use super::super::fault::FormFaultKind as Kind;
use super::super::words::{Key, answer_of, mark_of};
use super::{Reader, Said, Within, quoted};
use crate::domain::score::{Mark, Scale};

/// Bytes of a score or an answer: more are none.
const WORD: usize = 400;

/// A part that is being read.
pub(super) struct Part {
    pub(super) key: Key,
    line: usize,
    text: String,
    /// Whether there was more of it than may be.
    is_long: bool,
}

impl Part {
    pub(super) fn new(key: Key, line: usize) -> Self {
        Self {
            key,
            line,
            text: String::new(),
            is_long: false,
        }
    }

    /// Adds a line; blank lines before the first other one are none.
    pub(super) fn add(&mut self, row: &str, longest: usize) {
        let (row, longest) = if self.key.is_text() {
            (row.trim_end(), longest)
        } else {
            (row.trim(), WORD)
        };
        let room = longest.saturating_sub(self.text.len());
        if row.len() > room {
            // A word that is too long is quoted by its start.
            let cut = row.floor_char_boundary(room);
            self.text.push_str(row.get(..cut).unwrap_or_default());
            self.is_long = true;
        } else if !(self.text.is_empty() && row.is_empty()) {
            self.text.push_str(row);
            self.text.push('\n');
        }
    }
}

impl Reader {
    /// Takes the part that was read in.
    pub(super) fn close(&mut self) {
        self.is_stray = false;
        let Some(part) = self.part.take() else { return };
        match (self.within, part.key.is_of_criterion()) {
            (Within::Lost, _) => {}
            (Within::Cell, true) => self.of_criterion(&part),
            (Within::Dossier, false) => self.of_dossier(&part),
            _ => self.faults.add(part.line, Kind::Elsewhere(part.key)),
        }
    }

    fn of_criterion(&mut self, part: &Part) {
        let line = part.line;
        let value = match part.key {
            Key::Note => None,
            _ => self.whole(part),
        };
        let note = (part.key == Key::Note).then(|| self.score(part)).flatten();
        let Some(cell) = self
            .filled
            .last_mut()
            .and_then(|dossier| dossier.cells.last_mut())
        else {
            return;
        };
        let before = match part.key {
            Key::Note => cell.note.as_ref().map(|said| said.line),
            Key::Comment => cell.comment.as_ref().map(|said| said.line),
            _ => cell.feedback.as_ref().map(|said| said.line),
        };
        if let Some(first) = before {
            return self.faults.add(line, Kind::Again(part.key, first));
        }
        let said = value.map(|value| Said { line, value });
        match part.key {
            Key::Note => cell.note = note.map(|value| Said { line, value }),
            Key::Comment => cell.comment = said,
            _ => cell.feedback = said,
        }
    }

    fn of_dossier(&mut self, part: &Part) {
        let line = part.line;
        let reason = (part.key == Key::Reason).then(|| self.whole(part)).flatten();
        let answer = (part.key == Key::Recusal).then(|| self.answer(part)).flatten();
        let Some(dossier) = self.filled.last_mut() else {
            return;
        };
        let before = match part.key {
            Key::Recusal => dossier.recusal.as_ref().map(|said| said.line),
            _ => dossier.reason.as_ref().map(|said| said.line),
        };
        if let Some(first) = before {
            return self.faults.add(line, Kind::Again(part.key, first));
        }
        match part.key {
            Key::Recusal => dossier.recusal = answer.map(|value| Said { line, value }),
            _ => dossier.reason = reason.map(|value| Said { line, value }),
        }
    }

    /// Returns the text of a part, without the blank lines around it.
    fn whole(&mut self, part: &Part) -> Option<String> {
        if part.is_long {
            self.faults.add(part.line, Kind::Long(self.longest));
            return None;
        }
        Some(part.text.trim_end().to_owned())
    }

    fn score(&mut self, part: &Part) -> Option<Option<Mark>> {
        let found = part.text.trim_end();
        let mark = mark_of(found, self.scale);
        if mark.is_none() {
            let found = quoted(found);
            let Scale { min, max } = self.scale;
            let kind = Kind::Score {
                found,
                least: min,
                most: max,
            };
            self.faults.add(part.line, kind);
        }
        mark
    }

    fn answer(&mut self, part: &Part) -> Option<bool> {
        let found = part.text.trim_end();
        let answer = answer_of(found);
        if answer.is_none() {
            self.faults.add(part.line, Kind::Answer(quoted(found)));
        }
        answer
    }
}
