//! What a juror gives a criterion. Five states that are never each other, and never 0 by default:
//! not scored, scored, abstained, not applicable, recused (RULES.md §1 and §9).

use compact_str::{CompactString, ToCompactString as _};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The values that a grid's scores may take, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// The lowest score.
    pub min: u8,
    /// The highest score.
    pub max: u8,
}

impl Scale {
    /// Returns the score of that value, or nothing where it lies off the scale.
    pub fn score(self, value: i64) -> Option<Score> {
        let value = u8::try_from(value).ok()?;
        (self.min..=self.max).contains(&value).then_some(Score(value))
    }

    /// Returns every score, lowest first.
    pub fn scores(self) -> impl DoubleEndedIterator<Item = Score> {
        (self.min..=self.max).map(Score)
    }

    /// Returns how many values the scale has.
    pub fn len(self) -> usize {
        usize::from(self.max.saturating_sub(self.min)) + 1
    }

    /// A scale always has a value.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns a score's place on the scale, 0 for the lowest.
    pub fn position(self, score: Score) -> usize {
        usize::from(score.0.saturating_sub(self.min))
    }
}

/// A value of a grid's scale; only a [`Scale`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// Returns the value.
    pub fn value(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// What a juror answers on a criterion, once they answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A value of the scale.
    Scored(Score),
    /// The juror gives no opinion.
    Abstained,
    /// The criterion does not apply to this candidate.
    NotApplicable,
}

impl Mark {
    /// Returns the score, where there is one.
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Scored(score) => Some(score),
            Self::Abstained | Self::NotApplicable => None,
        }
    }

    /// Returns the word that commands and files use.
    pub fn word(self) -> CompactString {
        match self {
            Self::Scored(score) => score.value().to_compact_string(),
            Self::Abstained => CompactString::const_new("abstain"),
            Self::NotApplicable => CompactString::const_new("na"),
        }
    }

    /// Reads the word that files and commands use: digits, `abstain` or `na`.
    pub fn parse(text: &str, scale: Scale) -> Option<Self> {
        match text {
            "abstain" => Some(Self::Abstained),
            "na" => Some(Self::NotApplicable),
            digits => {
                let plain =
                    !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
                let value = plain.then(|| digits.parse().ok()).flatten()?;
                scale.score(value).map(Self::Scored)
            }
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.word())
    }
}

/// One juror on one criterion of one dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cell {
    /// Not scored yet.
    #[default]
    Blank,
    /// Answered.
    Marked(Mark),
    /// The juror stepped back from the whole dossier.
    Recused,
}

macro_rules! free_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// Tells whether nothing was written.
            pub fn is_blank(&self) -> bool {
                self.0.is_empty()
            }
        }
    };
}

free_text!(
    /// What a juror writes for the jury; never published.
    Comment
);
free_text!(
    /// What a juror writes for the candidate: a way to progress.
    Feedback
);
free_text!(
    /// What a juror writes for themselves; it never leaves their store, and no sheet has a place for it.
    Note
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_cannot_lie_off_its_scale() {
        let scale = Scale { min: 0, max: 5 };
        assert_eq!(scale.score(7), None);
        assert_eq!(scale.score(-1), None);
        assert_eq!(scale.score(5).map(Score::value), Some(5));
        assert_eq!(Scale { min: 1, max: 10 }.score(0), None);
    }

    #[test]
    fn only_plain_words_make_a_mark() {
        let scale = Scale { min: 0, max: 5 };
        assert_eq!(Mark::parse("abstain", scale), Some(Mark::Abstained));
        assert_eq!(Mark::parse("na", scale), Some(Mark::NotApplicable));
        for bad in ["", "6", "-0", "+3", "3.0", "NaN", "٣", "0003", " 3"] {
            assert_eq!(Mark::parse(bad, scale), None, "{bad}");
        }
    }
}
