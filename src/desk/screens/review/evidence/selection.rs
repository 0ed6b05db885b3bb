//! A passage that is chosen on the screen: by sentences, then word by word, or with the mouse.

use crate::domain::prose::{excerpt, sentences, words};
use std::ops::Range;

/// Which end of the passage moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Start,
    Finish,
}

/// The passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Selection {
    sentences: Vec<Range<usize>>,
    words: Vec<Range<usize>>,
    /// Where it begins and ends, in bytes of the page.
    range: Range<usize>,
    end: End,
}

impl Selection {
    /// Chooses the first sentence that begins at a byte or after it; nothing on a page without any.
    pub(super) fn near(text: &str, byte: usize) -> Option<Self> {
        let sentences = sentences(text);
        let first = sentences.iter().find(|sentence| sentence.start >= byte);
        let range = first.or(sentences.last())?.clone();
        Some(Self {
            words: words(text),
            sentences,
            range,
            end: End::Finish,
        })
    }

    /// Chooses the sentence in which a byte lies.
    pub(super) fn at(text: &str, byte: usize) -> Option<Self> {
        let sentences = sentences(text);
        let start = sentences.iter().rfind(|sentence| sentence.start <= byte);
        let start = start.map_or(0, |sentence| sentence.start);
        Self::near(text, start)
    }

    /// Returns it, in bytes of the page.
    pub(in super::super) fn range(&self) -> &Range<usize> {
        &self.range
    }

    /// Returns the end that moves, in bytes of the page: what must stay in view.
    pub(super) fn moving(&self) -> Range<usize> {
        match self.end {
            End::Start => self.range.start..self.range.start,
            End::Finish => self.range.end.saturating_sub(1)..self.range.end,
        }
    }

    /// Moves to the sentence after, or before.
    pub(super) fn step(&mut self, forward: bool) {
        let found = if forward {
            let mut after = self.sentences.iter();
            after.find(|sentence| sentence.start > self.range.start)
        } else {
            let mut before = self.sentences.iter();
            before.rfind(|sentence| sentence.start < self.range.start)
        };
        if let Some(sentence) = found {
            self.range = sentence.clone();
            self.end = End::Finish;
        }
    }

    /// Takes one more sentence in, or leaves the last one out.
    pub(super) fn grow(&mut self, forward: bool) {
        let end = self.range.end;
        let next = if forward {
            self.sentences.iter().find(|sentence| sentence.end > end)
        } else {
            let mut before = self.sentences.iter();
            before.rfind(|sentence| sentence.end < end && sentence.end > self.range.start)
        };
        if let Some(sentence) = next {
            self.range.end = sentence.end;
        }
        self.end = End::Finish;
    }

    /// Moves the end that moves by a word.
    pub(super) fn nudge(&mut self, forward: bool) {
        let Range { start, end } = self.range.clone();
        let mut words = self.words.iter();
        let (new_start, new_end) = match (self.end, forward) {
            (End::Finish, true) => (start, words.find(|word| word.end > end).map_or(end, |w| w.end)),
            (End::Finish, false) => (start, words.rfind(|word| word.end < end).map_or(end, |w| w.end)),
            (End::Start, true) => (
                words.find(|word| word.start > start).map_or(start, |w| w.start),
                end,
            ),
            (End::Start, false) => (
                words.rfind(|word| word.start < start).map_or(start, |w| w.start),
                end,
            ),
        };
        if new_start < new_end {
            self.range = new_start..new_end;
        }
    }

    /// Has the other end move.
    pub(super) fn swap(&mut self) {
        self.end = match self.end {
            End::Start => End::Finish,
            End::Finish => End::Start,
        };
    }

    /// Chooses whole words from one byte to another.
    pub(super) fn span(&mut self, from: usize, to: usize) {
        let (first, last) = (from.min(to), from.max(to));
        let start = self.words.iter().find(|word| word.end > first).map(|w| w.start);
        let end = self.words.iter().rfind(|word| word.start <= last).map(|w| w.end);
        if let (Some(start), Some(end)) = (start, end)
            && start < end
        {
            self.range = start..end;
            self.end = if to < from { End::Start } else { End::Finish };
        }
    }

    /// Returns what it says, on one line, cut where it is too long to be kept.
    pub(super) fn excerpt(&self, text: &str) -> String {
        excerpt(text.get(self.range.clone()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "La commune publie ses données. Elle les met à jour chaque mois.\nUn bilan est rendu.";

    fn said(selection: &Selection) -> &str {
        TEXT.get(selection.range.clone()).unwrap_or_default()
    }

    #[test]
    fn by_sentences_then_by_words() {
        let mut chosen = Selection::near(TEXT, 0).unwrap();
        assert_eq!(said(&chosen), "La commune publie ses données.");
        chosen.step(true);
        assert_eq!(said(&chosen), "Elle les met à jour chaque mois.");
        chosen.grow(true);
        assert_eq!(
            chosen.excerpt(TEXT),
            "Elle les met à jour chaque mois. Un bilan est rendu."
        );
        chosen.grow(false);
        chosen.nudge(false);
        assert_eq!(said(&chosen), "Elle les met à jour chaque");
        chosen.swap();
        chosen.nudge(true);
        assert_eq!(said(&chosen), "les met à jour chaque");
        for _ in 0..20 {
            chosen.nudge(true);
        }
        assert_eq!(said(&chosen), "chaque");
        chosen.step(false);
        assert_eq!(said(&chosen), "Elle les met à jour chaque mois.");
        chosen.step(false);
        chosen.step(false);
        assert_eq!(said(&chosen), "La commune publie ses données.");
    }

    #[test]
    fn with_the_mouse_whole_words() {
        let mut chosen = Selection::at(TEXT, 40).unwrap();
        assert_eq!(said(&chosen), "Elle les met à jour chaque mois.");
        let (from, to) = (TEXT.find("publie").unwrap() + 2, TEXT.find("jour").unwrap() + 1);
        chosen.span(to, from);
        assert_eq!(said(&chosen), "publie ses données. Elle les met à jour");
        assert!(Selection::near("  \n", 0).is_none());
    }
}
