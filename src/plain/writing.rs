//! Comment, feedback and note: several lines, ended by a single dot. Each line is saved as soon as it is typed, so that
//! neither the end of the input nor a power cut takes one away; undo takes the whole text back.

use super::criterion::Spot;
use super::lexicon::Word;
use super::marks::Change;
use super::session::Session;
use super::{Outcome, PlainError};
use crate::domain::saying::Saying;
use crate::office::OfficeError;
use crate::office::ask::DossierView;

/// The line that ends a text.
const END: &str = ".";
/// The first line that keeps the old text and goes on after it.
const GO_ON: &str = "+";

/// A text under way.
struct Draft {
    kind: Word,
    old: String,
    lines: Vec<String>,
    /// What stands in the store.
    saved: String,
    /// How many events that took.
    events: usize,
    is_failing: bool,
}

impl Draft {
    fn new(kind: Word, old: String) -> Self {
        Self {
            kind,
            lines: Vec::new(),
            saved: old.clone(),
            old,
            events: 0,
            is_failing: false,
        }
    }

    fn add(&mut self, line: &str) {
        if self.lines.is_empty() && line == GO_ON {
            self.lines.extend(self.old.lines().map(str::to_owned));
        } else {
            self.lines.push(line.to_owned());
        }
    }

    /// Returns the text; nothing typed keeps the old one.
    fn text(&self) -> String {
        let text = self.lines.join("\n");
        let text = text.trim_matches('\n').trim_end();
        if text.is_empty() {
            self.old.clone()
        } else {
            text.to_owned()
        }
    }

    fn change(&self) -> Change {
        match self.kind {
            Word::Comment => Change::Comment(self.text()),
            Word::Feedback => Change::Feedback(self.text()),
            _ => Change::Note(self.text()),
        }
    }
}

impl Session<'_> {
    /// Has a text of the criterion written.
    pub(super) fn write(&mut self, spot: &Spot, kind: Word) -> Outcome {
        let view = self.view(&spot.dossier)?;
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        let mut draft = Draft::new(kind, old_text(&view, spot, kind));
        self.introduce(spot, &draft)?;
        let done = self.gather(spot, &mut draft);
        self.steps.did(draft.events);
        done?;
        if draft.saved == draft.old {
            return self.voice.say(&Saying::new("plain-unchanged"));
        }
        let lines = draft.saved.lines().count();
        let saying = Saying::new("plain-text-saved")
            .said("what", name(kind))
            .number("lines", lines);
        self.voice.say(&saying.text("code", &spot.criterion))
    }

    fn introduce(&mut self, spot: &Spot, draft: &Draft) -> Outcome {
        let what = Saying::new("plain-text").said("what", name(draft.kind));
        self.voice.say(&what.text("code", &spot.criterion))?;
        if !draft.old.is_empty() {
            self.voice.quote(Saying::new("plain-text-old"), &draft.old)?;
            self.voice.say(&Saying::new("plain-text-old-hint"))?;
        }
        self.voice.say(&Saying::new("plain-prompt-text"))
    }

    /// Takes lines until the dot, or the end of the input.
    fn gather(&mut self, spot: &Spot, draft: &mut Draft) -> Outcome {
        loop {
            let line = self.voice.hear()?;
            let is_end = line.as_deref().is_none_or(|line| line.trim() == END);
            if let Some(line) = line.as_deref().filter(|_| !is_end) {
                draft.add(line);
            }
            match self.save(spot, draft) {
                Ok(()) if is_end => return Ok(()),
                Ok(()) => draft.is_failing = false,
                Err(PlainError::Office(error)) => {
                    self.tell_unsaved(&error, draft, is_end)?;
                    if line.is_none() {
                        return Err(PlainError::Unsaved(error));
                    }
                }
                failed => return failed,
            }
        }
    }

    fn save(&mut self, spot: &Spot, draft: &mut Draft) -> Outcome {
        let text = draft.text();
        if text != draft.saved {
            self.change(spot, draft.change())?;
            draft.saved = text;
            draft.events += 1;
        }
        Ok(())
    }

    /// Tells once that the lines are not on the disk, and again with the lines where they were to be ended.
    fn tell_unsaved(&mut self, error: &OfficeError, draft: &mut Draft, is_end: bool) -> Outcome {
        if !draft.is_failing || is_end {
            self.voice.fault(error)?;
            self.voice.say(&Saying::new("plain-text-unsaved"))?;
        }
        if is_end {
            self.voice.quote(Saying::new("plain-text-kept"), &draft.text())?;
        }
        draft.is_failing = true;
        Ok(())
    }
}

fn name(kind: Word) -> Saying {
    Saying::new(match kind {
        Word::Comment => "plain-text-comment",
        Word::Feedback => "plain-text-feedback",
        _ => "plain-text-note",
    })
}

fn old_text(view: &DossierView, spot: &Spot, kind: Word) -> String {
    let cell = view.cells.get(&spot.criterion).cloned().unwrap_or_default();
    match kind {
        Word::Comment => cell.comment.0,
        Word::Feedback => cell.feedback.0,
        _ => view.notes.get(&spot.criterion).cloned().unwrap_or_default().0,
    }
}
