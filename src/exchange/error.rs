//! Why something from outside is refused: file, place, what was found, what was expected. The words, and what to do
//! about it, are `speech`'s.

use super::bag::BagFault;
use super::intake::Refused;
use super::place::Place;
use crate::domain::saying::Saying;

mod table;
mod token;
pub use table::TableFault;
pub use token::{Bound, Expected, Found};

/// A refusal of outside data, or a failure to reach it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.saying())]
pub enum ExchangeError {
    /// The system could not read or write.
    Io {
        /// The file.
        file: String,
        /// What the system says.
        error: String,
    },
    /// A file is larger than the budget.
    TooLarge {
        /// The file.
        file: String,
        /// The bytes allowed.
        limit: u64,
    },
    /// Another bound of the budget is passed.
    Beyond {
        /// The file.
        file: String,
        /// The place in it.
        at: Place,
        /// The bound.
        bound: Bound,
        /// Its value.
        limit: u64,
    },
    /// A link, a pipe, a device, a folder where a file is meant.
    NotRegular {
        /// The file.
        file: String,
    },
    /// Something else where a folder is meant.
    NotFolder {
        /// The path.
        file: String,
    },
    /// Text in another encoding than UTF-8.
    Encoding {
        /// The file.
        file: String,
        /// The encoding's name.
        name: &'static str,
    },
    /// The content is not what the format says.
    Malformed {
        /// The file.
        file: String,
        /// The place in it.
        at: Place,
        /// What stands there.
        found: Found,
        /// What should.
        expected: Expected,
    },
    /// An object says the same key twice.
    DuplicateKey {
        /// The file.
        file: String,
        /// The place of the second.
        at: Place,
        /// The key.
        key: String,
    },
    /// A table that can't be read.
    Table {
        /// The file.
        file: String,
        /// The place in it.
        at: Place,
        /// What is wrong.
        fault: TableFault,
    },
    /// The platform answered with an error instead of dossiers.
    Platform {
        /// The file.
        file: String,
        /// The platform's words.
        message: String,
    },
    /// A page announces another that is not there.
    Incomplete {
        /// The files that hold the pages.
        file: String,
        /// How many pages there are.
        pages: usize,
    },
    /// One number, two contents.
    Twice {
        /// The dossier's number.
        number: String,
        /// The places of both.
        places: Vec<String>,
    },
    /// A file is not any more what it was when it was looked at first.
    Changed {
        /// The file.
        file: String,
    },
    /// Whoever asked wants it no more.
    Stopped,
    /// A bag does not hold.
    Bag {
        /// The folder or archive.
        file: String,
        /// What is wrong.
        fault: BagFault,
    },
    /// An archive of attachments does not hold.
    Attachments {
        /// The archive.
        file: String,
        /// What is wrong.
        fault: BagFault,
    },
    /// No dossier to take.
    Nothing {
        /// The files.
        file: String,
        /// Those that were there but can't be taken.
        refused: Vec<Refused>,
    },
}

impl ExchangeError {
    /// Makes the failure of a system call.
    pub fn io(file: &str, error: &std::io::Error) -> Self {
        Self::Io {
            file: file.to_owned(),
            error: error.to_string(),
        }
    }

    /// Makes the refusal of a bag, or the failure to reach it.
    pub fn of_bag(file: &str, fault: BagFault) -> Self {
        let file = file.to_owned();
        match fault {
            BagFault::Io { why } => Self::Io { file, error: why },
            BagFault::Document(error) => *error,
            fault => Self::Bag { file, fault },
        }
    }

    /// Tells whether the system failed; everything else is a refusal of the input.
    pub fn is_io(&self) -> bool {
        matches!(self, Self::Io { .. })
    }

    /// Says the error.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Io { file, error } => Saying::new("exchange-io").text("file", file).text("error", error),
            Self::TooLarge { file, limit } => Saying::new("exchange-too-large")
                .text("file", file)
                .number("limit", *limit),
            Self::Beyond {
                file,
                at,
                bound,
                limit,
            } => Saying::new(bound.id())
                .text("file", file)
                .text("at", at)
                .number("limit", *limit),
            Self::NotRegular { file } => Saying::new("exchange-not-regular").text("file", file),
            Self::NotFolder { file } => Saying::new("exchange-not-folder").text("file", file),
            Self::Encoding { file, name } => Saying::new("exchange-encoding")
                .text("file", file)
                .text("name", name),
            Self::Malformed {
                file,
                at,
                found,
                expected,
            } => Saying::new("exchange-malformed")
                .text("file", file)
                .text("at", at)
                .said("found", found.saying())
                .said("expected", expected.saying()),
            Self::DuplicateKey { file, at, key } => Saying::new("exchange-duplicate-key")
                .text("file", file)
                .text("at", at)
                .text("key", key),
            Self::Table { file, at, fault } => fault.saying().text("file", file).text("at", at),
            Self::Platform { file, message } => Saying::new("exchange-platform")
                .text("file", file)
                .text("message", message),
            Self::Incomplete { file, pages } => Saying::new("exchange-incomplete")
                .text("file", file)
                .number("pages", *pages),
            Self::Twice { number, places } => Saying::new("exchange-twice")
                .text("number", number)
                .text("places", places.join(", ")),
            Self::Changed { file } => Saying::new("exchange-changed").text("file", file),
            Self::Stopped => Saying::new("exchange-stopped"),
            Self::Bag { file, fault } => fault.saying(file),
            Self::Attachments { file, fault } => fault.saying_of_attachments(file),
            Self::Nothing { file, refused } => Saying::new("exchange-nothing")
                .text("file", file)
                .number("refused", refused.len()),
        }
    }
}
