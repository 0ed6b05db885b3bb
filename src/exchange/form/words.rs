//! The words of the form. Those that a reader must know are the format's, in both languages; what the file explains comes
//! from the catalogues.

use crate::domain::saying::Saying;
use crate::domain::score::{Mark, Scale};
use crate::domain::text::folded;
use crate::domain::words::Lang;

/// What a written form says to whoever fills it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pub(super) lang: Lang,
    pub(super) help: Vec<String>,
    pub(super) fork: String,
}

impl Wording {
    /// Collects the words; `say` gives them.
    pub fn new(lang: Lang, scale: Scale, say: impl Fn(&Saying) -> String) -> Self {
        let help = [
            Saying::new("form-help-what"),
            Saying::new("form-help-score")
                .number("least", scale.min)
                .number("most", scale.max),
            Saying::new("form-help-texts"),
            Saying::new("form-help-recusal"),
            Saying::new("form-help-headings"),
            Saying::new("form-help-gone"),
            Saying::new("form-help-escape"),
            Saying::new("form-help-notes"),
            Saying::new("form-help-office"),
        ];
        Self {
            lang,
            help: help.iter().map(&say).collect(),
            fork: say(&Saying::new("form-fork")),
        }
    }
}

/// A part of a form that is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The score.
    Note,
    /// For the jury.
    Comment,
    /// For the candidate.
    Feedback,
    /// Whether the juror steps back.
    Recusal,
    /// Why.
    Reason,
}

impl Key {
    /// More bytes than any of the words has, in whichever form of its accents.
    const LONGEST: usize = 16;
    /// All words that name one. Those of FORMATS.md are written in both languages.
    const WORDS: [(&'static str, Self); 11] = [
        ("note", Self::Note),
        ("score", Self::Note),
        ("comment", Self::Comment),
        ("commentaire", Self::Comment),
        ("feedback", Self::Feedback),
        ("retour", Self::Feedback),
        ("recusal", Self::Recusal),
        ("déport", Self::Recusal),
        ("deport", Self::Recusal),
        ("reason", Self::Reason),
        ("motif", Self::Reason),
    ];

    /// Returns the word that a form in that language bears.
    pub(super) fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Note, _) => "note",
            (Self::Comment, _) => "comment",
            (Self::Feedback, _) => "feedback",
            (Self::Recusal, Lang::Fr) => "déport",
            (Self::Recusal, Lang::En) => "recusal",
            (Self::Reason, Lang::Fr) => "motif",
            (Self::Reason, Lang::En) => "reason",
        }
    }

    /// Reads a word. Capitals make no key: so begins a sentence of a comment.
    pub(super) fn of(word: &str) -> Option<Self> {
        if word.len() > Self::LONGEST {
            return None;
        }
        let composed: String = unicode_normalization::UnicodeNormalization::nfc(word).collect();
        let known = Self::WORDS.iter().find(|(known, _)| *known == composed);
        known.map(|(_, key)| *key)
    }

    /// Tells whether it is about a criterion, rather than about a dossier.
    pub(super) fn is_of_criterion(self) -> bool {
        matches!(self, Self::Note | Self::Comment | Self::Feedback)
    }

    /// Tells whether lines of text follow it.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Self::Comment | Self::Feedback | Self::Reason)
    }
}

/// Writes a mark.
pub(super) fn mark_word(mark: Option<Mark>, lang: Lang) -> String {
    match (mark, lang) {
        (None, _) => String::new(),
        (Some(Mark::Scored(score)), _) => score.to_string(),
        (Some(Mark::Abstained), Lang::Fr) => "abstention".to_owned(),
        (Some(Mark::NotApplicable), Lang::Fr) => "sans objet".to_owned(),
        (Some(mark), Lang::En) => mark.to_string(),
    }
}

/// Reads a mark; `None` where it is none, `Some(None)` where nothing is given.
pub(super) fn mark_of(word: &str, scale: Scale) -> Option<Option<Mark>> {
    let word = bare(word);
    Some(Some(match word.as_str() {
        "" => return Some(None),
        "a" | "abstain" | "abstained" | "abstention" => Mark::Abstained,
        "x" | "na" | "n.a" | "n/a" | "sans objet" | "s.o" | "so" | "non applicable" | "not applicable" => {
            Mark::NotApplicable
        }
        digits => Mark::parse(digits, scale)?,
    }))
}

/// Writes whether the juror steps back.
pub(super) fn answer_word(is_recused: bool, lang: Lang) -> &'static str {
    match (is_recused, lang) {
        (true, Lang::Fr) => "oui",
        (false, Lang::Fr) => "non",
        (true, Lang::En) => "yes",
        (false, Lang::En) => "no",
    }
}

/// Reads whether the juror steps back; nothing where that is not said.
pub(super) fn answer_of(word: &str) -> Option<bool> {
    match bare(word).as_str() {
        "" | "non" | "no" => Some(false),
        "oui" | "yes" => Some(true),
        _ => None,
    }
}

/// Takes away what an editor puts around a word: quotation marks, odd spaces, a full stop, a dash for nothing.
fn bare(word: &str) -> String {
    let around = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '"' | '\'' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '.' | '–' | '—' | '…' | '_'
            )
    };
    let inside = word.trim_matches(around);
    let inside = if inside.chars().all(|c| c == '-') {
        ""
    } else {
        inside
    };
    folded(inside)
}
