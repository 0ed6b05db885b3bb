//! The words that the dialogue understands. They stand in the catalogues, and those of both languages are understood in
//! either: a juror who learned one need not think of the other.

use super::voice::Voice;
use crate::domain::text::folded;
use crate::domain::words::Lang;
use crate::speech::Speech;

/// What a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// The list of dossiers.
    List,
    /// A dossier.
    Open,
    /// The next criterion left to score.
    Next,
    /// A full-text search.
    Search,
    /// Where one's sheet stands.
    Sheet,
    /// Write one's sheet.
    HandIn,
    /// Take back.
    Undo,
    /// Bring back.
    Redo,
    /// The next page.
    More,
    /// From the criterion to the list.
    Back,
    /// The words.
    Help,
    /// Leave.
    Quit,
    /// Give no opinion.
    Abstain,
    /// The criterion does not apply.
    NotApplicable,
    /// Write for the jury.
    Comment,
    /// Write for the candidate.
    Feedback,
    /// Write for oneself.
    Note,
    /// Take a mark or a text out.
    Erase,
    /// Step back from the dossier, or come back.
    Recuse,
    /// Evidence.
    Piece,
    /// A sentence of evidence, kept with the score.
    Cite,
    /// Another criterion of the dossier.
    Criterion,
    /// Say the criterion again.
    Read,
    /// Say the scale again.
    Values,
    /// What the candidate says of themselves, and all that bears on no criterion.
    General,
    /// One's scores on this criterion everywhere.
    Compare,
    /// Changed answers were looked at.
    Seen,
    /// Last edition's level and answers.
    Former,
}

/// Every word with its name in the catalogues: `plain-word-…` and `plain-help-…`. Those after `Quit` need a criterion.
pub(super) const WORDS: [(Word, &str); 28] = [
    (Word::List, "list"),
    (Word::Open, "open"),
    (Word::Next, "next"),
    (Word::Search, "search"),
    (Word::Sheet, "sheet"),
    (Word::HandIn, "hand-in"),
    (Word::Undo, "undo"),
    (Word::Redo, "redo"),
    (Word::More, "more"),
    (Word::Back, "back"),
    (Word::Help, "help"),
    (Word::Quit, "quit"),
    (Word::Abstain, "abstain"),
    (Word::NotApplicable, "na"),
    (Word::Comment, "comment"),
    (Word::Feedback, "feedback"),
    (Word::Note, "note"),
    (Word::Erase, "erase"),
    (Word::Recuse, "recuse"),
    (Word::Piece, "piece"),
    (Word::Cite, "cite"),
    (Word::Criterion, "criterion"),
    (Word::Read, "read"),
    (Word::Values, "values"),
    (Word::General, "general"),
    (Word::Compare, "compare"),
    (Word::Seen, "seen"),
    (Word::Former, "former"),
];

impl Word {
    /// Tells whether the word makes sense within a criterion alone.
    pub(super) fn needs_criterion(self) -> bool {
        let mut after = WORDS.iter().skip_while(|(word, _)| *word != Self::Quit).skip(1);
        after.any(|(word, _)| *word == self)
    }

    /// Tells whether something may follow the word. A sentence that begins like a word is no command.
    pub(super) fn takes_more(self) -> bool {
        matches!(
            self,
            Self::List
                | Self::Open
                | Self::Search
                | Self::HandIn
                | Self::Erase
                | Self::Piece
                | Self::Cite
                | Self::Criterion
                | Self::Seen
        )
    }

    /// Returns the words of a place.
    pub(super) fn of_place(in_criterion: bool) -> impl Iterator<Item = (Self, &'static str)> {
        let here = move |(word, _): &(Self, &str)| match word {
            Self::Back => in_criterion,
            word => in_criterion || !word.needs_criterion(),
        };
        WORDS.into_iter().filter(here)
    }
}

/// Both languages' words, folded.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: Vec<(String, Word)>,
    yes: Vec<String>,
    no: Vec<String>,
}

impl Lexicon {
    /// Reads the words of both catalogues.
    pub(super) fn new() -> Self {
        let (mut entries, mut yes, mut no) = (Vec::new(), Vec::new(), Vec::new());
        for lang in [Lang::Fr, Lang::En] {
            let speech = Speech::new(lang);
            for (word, name) in WORDS {
                let forms = forms(&speech.word(&format!("plain-word-{name}")));
                entries.extend(forms.into_iter().map(|form| (form, word)));
            }
            yes.extend(forms(&speech.word("plain-yes")));
            no.extend(forms(&speech.word("plain-no")));
        }
        Self { entries, yes, no }
    }

    /// Tells whether a line agrees.
    pub(super) fn is_yes(&self, line: &str) -> bool {
        self.yes.contains(&folded(line))
    }

    /// Tells whether a line declines.
    pub(super) fn is_no(&self, line: &str) -> bool {
        self.no.contains(&folded(line))
    }

    /// Returns what a line asks for, and what follows the word.
    pub(super) fn hear<'l>(&self, line: &'l str) -> Option<(Word, &'l str)> {
        let wanted = folded(line);
        let begins = |entry: &&(String, Word)| {
            let rest = wanted.strip_prefix(entry.0.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let found = self.entries.iter().filter(begins);
        let (entry, word) = found.max_by_key(|(entry, _)| entry.len())?;
        Some((*word, after(line, entry.split(' ').count())))
    }
}

/// Returns the forms of an entry, folded.
fn forms(entry: &str) -> Vec<String> {
    entry.split(',').map(folded).collect()
}

/// Returns what follows the first words of a line.
fn after(line: &str, words: usize) -> &str {
    (0..words).fold(line.trim(), |rest, _| {
        rest.split_once(char::is_whitespace)
            .map_or("", |(_, rest)| rest.trim_start())
    })
}

/// Returns the chief form of each word that is understood in a place.
pub(super) fn chief_words(voice: &Voice<'_>, in_criterion: bool) -> String {
    let chief = |(_, name): (Word, &str)| {
        let all = voice.word(&format!("plain-word-{name}"));
        all.split(',').next().unwrap_or_default().trim().to_owned()
    };
    Word::of_place(in_criterion)
        .map(chief)
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_one_thing_in_both_languages() {
        let lexicon = Lexicon::new();
        for (text, word) in &lexicon.entries {
            assert!(!text.is_empty(), "{word:?} has an empty form");
            for (other, meaning) in &lexicon.entries {
                assert!(
                    text != other || word == meaning,
                    "{text}: {word:?} and {meaning:?}"
                );
            }
        }
    }

    #[test]
    fn every_word_has_a_letter_and_a_help() {
        let lexicon = Lexicon::new();
        for (word, name) in WORDS {
            let short = |(text, of): &(String, Word)| text.chars().count() == 1 && *of == word;
            assert!(lexicon.entries.iter().any(short), "{name} has no letter");
            for lang in [Lang::Fr, Lang::En] {
                assert!(Speech::new(lang).has(&format!("plain-help-{name}")), "{name}");
            }
        }
    }

    #[test]
    fn case_accents_and_language_do_not_matter() {
        let lexicon = Lexicon::new();
        for (line, word, rest) in [
            ("RETABLIR", Word::Redo, ""),
            ("Déport", Word::Recuse, ""),
            ("sans  objet", Word::NotApplicable, ""),
            ("ouvrir  Communauté de X", Word::Open, "Communauté de X"),
            ("o 26001", Word::Open, "26001"),
            ("?", Word::Help, ""),
            (" quit ", Word::Quit, ""),
        ] {
            assert_eq!(lexicon.hear(line), Some((word, rest)), "{line}");
        }
        assert_eq!(lexicon.hear("ouvrirai"), None);
        assert_eq!(lexicon.hear(""), None);
    }
}
