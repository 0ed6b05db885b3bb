//! What is filled in: scores, texts, recusals, each taken under the heading at which it stands.

use super::super::fault::FormFaultKind as Kind;
use super::super::words::{Key, answer_of, mark_of};
use super::{Part, Reader, Said, Within, quoted};
use crate::domain::score::{Mark, Scale};

impl Reader<'_> {
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

    fn of_criterion(&mut self, part: &Part<'_>) {
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

    fn of_dossier(&mut self, part: &Part<'_>) {
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
    fn whole(&mut self, part: &Part<'_>) -> Option<String> {
        let rows: Vec<&str> = part.rows.iter().map(|row| row.trim_end()).collect();
        let is_blank = |row: &&str| row.is_empty();
        let first = rows.iter().position(|row| !is_blank(row)).unwrap_or(rows.len());
        let last = rows.iter().rposition(|row| !is_blank(row)).map_or(0, |at| at + 1);
        let text = rows.get(first..last).unwrap_or_default().join("\n");
        if text.len() > self.longest {
            self.faults.add(part.line, Kind::Long(self.longest));
            return None;
        }
        Some(text)
    }

    fn score(&mut self, part: &Part<'_>) -> Option<Option<Mark>> {
        let found = part.rows.join(" ");
        let mark = mark_of(&found, self.scale);
        if mark.is_none() {
            let found = quoted(&found);
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

    fn answer(&mut self, part: &Part<'_>) -> Option<bool> {
        let found = part.rows.join(" ");
        let answer = answer_of(&found);
        if answer.is_none() {
            self.faults.add(part.line, Kind::Answer(quoted(&found)));
        }
        answer
    }
}
