//! Why a piece of evidence can't be read here. The words, and what to do about it, are `speech`'s.

use super::Format;
use crate::domain::saying::Saying;

/// A refusal to read, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.saying())]
pub enum Unreadable {
    /// The file, what it unpacks to, or its picture is larger than the limits.
    TooLarge {
        /// What is too large.
        extent: Extent,
        /// The most that is allowed.
        limit: u64,
    },
    /// A password is needed.
    Encrypted,
    /// The content is not what its format says.
    Malformed {
        /// The format.
        format: Format,
    },
    /// There is nothing to read as text: a scan, a photograph, an empty document.
    NoText,
    /// A format that is not read here, or not in this way.
    Unsupported {
        /// The format as told by the ending of the name, or the declared type.
        kind: String,
    },
    /// The reader was told to stop.
    Cancelled,
    /// Reading took too long.
    Slow {
        /// The seconds that were allowed.
        seconds: u64,
    },
    /// The file is made to harm whoever reads it.
    Hostile {
        /// How.
        trick: Trick,
    },
}

/// What can be too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The bytes of the file.
    File,
    /// The bytes that it unpacks to.
    Unpacked,
    /// The pixels of a picture.
    Pixels,
}

/// How a file tries to harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trick {
    /// It declares entities of its own, which can grow without end.
    Entities,
    /// It holds so many parts, or repeats them so often, that no reader comes to an end.
    Endless,
    /// It makes a reader fail on a fault of the reader's own.
    Crash,
}

impl Unreadable {
    /// Says the reason.
    pub fn saying(&self) -> Saying {
        match self {
            Self::TooLarge { extent, limit } => Saying::new(extent.id()).number("limit", *limit >> 20),
            Self::Encrypted => Saying::new("evidence-encrypted"),
            Self::Malformed { format } => Saying::new("evidence-malformed").text("format", format.label()),
            Self::NoText => Saying::new("evidence-no-text"),
            Self::Unsupported { kind } => Saying::new("evidence-unsupported").text("kind", kind),
            Self::Cancelled => Saying::new("evidence-cancelled"),
            Self::Slow { seconds } => Saying::new("evidence-slow").number("seconds", *seconds),
            Self::Hostile { trick } => Saying::new(trick.id()),
        }
    }
}

impl Extent {
    fn id(self) -> &'static str {
        match self {
            Self::File => "evidence-too-large-file",
            Self::Unpacked => "evidence-too-large-unpacked",
            Self::Pixels => "evidence-too-large-pixels",
        }
    }
}

impl Trick {
    fn id(self) -> &'static str {
        match self {
            Self::Entities => "evidence-hostile-entities",
            Self::Endless => "evidence-hostile-endless",
            Self::Crash => "evidence-hostile-crash",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::words::Lang;
    use crate::speech::Speech;

    #[test]
    fn every_reason_has_words_in_both_languages() {
        let extents = [Extent::File, Extent::Unpacked, Extent::Pixels];
        let tricks = [Trick::Entities, Trick::Endless, Trick::Crash];
        let mut reasons = vec![
            Unreadable::Encrypted,
            Unreadable::Malformed { format: Format::Pdf },
            Unreadable::NoText,
            Unreadable::Unsupported {
                kind: "docx".to_owned(),
            },
            Unreadable::Cancelled,
            Unreadable::Slow { seconds: 20 },
        ];
        reasons.extend(extents.map(|extent| Unreadable::TooLarge {
            extent,
            limit: 64 << 20,
        }));
        reasons.extend(tricks.map(|trick| Unreadable::Hostile { trick }));
        for speech in [Speech::new(Lang::Fr), Speech::new(Lang::En)] {
            for reason in &reasons {
                let said = speech.say(&reason.saying());
                assert!(said.ends_with('.') && !said.contains('{'), "{said}");
            }
        }
        let large = Speech::new(Lang::Fr).say(&reasons[6].saying());
        assert!(large.contains("64\u{a0}Mio"), "{large}");
    }
}
