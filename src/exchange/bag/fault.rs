//! What is wrong with a bag or a package, by member. The container's own name is added by whoever opened it.

use crate::domain::saying::Saying;
use crate::exchange::error::{Bound, ExchangeError};

/// Why a bag does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BagFault {
    /// The system could not read or write.
    Io {
        /// What the system says.
        why: String,
    },
    /// No ZIP file, or a broken or tricked one.
    NotZip {
        /// What is wrong with it.
        why: ZipFault,
    },
    /// A member that has no place there.
    Stranger {
        /// The member.
        member: String,
    },
    /// A name that leads elsewhere, or that a common system can't hold.
    Name {
        /// The member.
        member: String,
    },
    /// Two members whose names differ by case or composition alone.
    Twice {
        /// The second of them.
        member: String,
    },
    /// A link, a pipe, a device.
    Kind {
        /// The member.
        member: String,
    },
    /// A member that must be there: required, or listed in a manifest.
    Lacks {
        /// The member.
        member: String,
    },
    /// A payload file that the manifest does not list.
    Unlisted {
        /// The member.
        member: String,
    },
    /// A member whose bytes differ from the manifest.
    Altered {
        /// The member.
        member: String,
    },
    /// A bound of the budget is passed.
    Beyond {
        /// The member at which reading stopped.
        member: String,
        /// The bound.
        bound: Bound,
        /// Its value.
        limit: u64,
    },
    /// A member that can't be read as what it is.
    Malformed {
        /// The member.
        member: String,
        /// Line and column, or nothing.
        at: String,
        /// What the reader says.
        found: String,
    },
    /// A member whose secret is no 64 hexadecimal digits.
    Secret {
        /// The member.
        member: String,
    },
    /// A JSON member that is refused by the strict reader.
    Document(Box<ExchangeError>),
    /// A declaration (`bagit.txt`) of another version or encoding.
    Declaration {
        /// What it says.
        found: String,
    },
    /// No manifest of SHA-256 or SHA-512.
    Weak {
        /// The manifests that are there.
        found: String,
    },
    /// Files to fetch from the network (`fetch.txt`).
    Fetch,
}

/// What is wrong with an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZipFault {
    /// It is no regular file.
    NoFile,
    /// It does not end as an archive ends: it was cut, or is something else.
    NoEnd,
    /// Its end contradicts itself.
    BadEnd,
    /// Something stands before it.
    Before,
    /// Its two lists of members contradict each other, or members share bytes (APPNOTE 4.3.7, 4.3.12).
    Tricked(String),
    /// Its members are encrypted by ZIP's own means.
    Encrypted,
    /// What the reader of archives says.
    Reader(String),
}

impl ZipFault {
    /// Says what is wrong; a part of a sentence.
    pub fn saying(&self) -> Saying {
        match self {
            Self::NoFile => Saying::new("package-zip-no-file"),
            Self::NoEnd => Saying::new("package-zip-no-end"),
            Self::BadEnd => Saying::new("package-zip-bad-end"),
            Self::Before => Saying::new("package-zip-before"),
            Self::Tricked(says) => Saying::new("package-zip-tricked").text("says", says),
            Self::Encrypted => Saying::new("package-zip-encrypted"),
            Self::Reader(says) => Saying::new("package-zip-reader").text("says", says),
        }
    }
}

impl BagFault {
    /// Makes the failure of a system call.
    pub fn io(error: &std::io::Error) -> Self {
        Self::Io {
            why: error.to_string(),
        }
    }

    /// Makes the refusal that an archive deserves.
    pub(super) fn zip(why: ZipFault) -> Self {
        Self::NotZip { why }
    }

    /// Says what is wrong with a bag, and what to do.
    pub fn saying(&self, file: &str) -> Saying {
        let of = |id: &'static str, member: &str| Saying::new(id).text("file", file).text("member", member);
        match self {
            Self::Io { why } => Saying::new("exchange-io").text("file", file).text("error", why),
            Self::NotZip { why } => Saying::new("bag-not-zip")
                .text("file", file)
                .said("why", why.saying()),
            Self::Stranger { member } => of("bag-stranger", member),
            Self::Name { member } => of("bag-name", member),
            Self::Twice { member } => of("bag-twice", member),
            Self::Kind { member } => of("bag-kind", member),
            Self::Lacks { member } => of("bag-lacks", member),
            Self::Unlisted { member } => of("bag-unlisted", member),
            Self::Altered { member } => of("bag-altered", member),
            Self::Beyond { member, bound, limit } => Saying::new(bound.id())
                .text("file", file)
                .text("at", member)
                .number("limit", *limit),
            Self::Malformed { member, at, found } => {
                of("bag-malformed", member).text("at", at).text("found", found)
            }
            Self::Secret { member } => of("package-secret", member),
            Self::Document(error) => error.saying(),
            Self::Declaration { found } => Saying::new("bag-declaration")
                .text("file", file)
                .text("found", found),
            Self::Weak { found } => Saying::new("bag-weak").text("file", file).text("found", found),
            Self::Fetch => Saying::new("bag-fetch").text("file", file),
        }
    }

    /// Says what is wrong with an archive of attachments, which is no bag, and what to do.
    pub fn saying_of_attachments(&self, file: &str) -> Saying {
        let of = |id: &'static str, member: &str| Saying::new(id).text("file", file).text("member", member);
        match self {
            Self::NotZip { why } => Saying::new("attachments-not-zip")
                .text("file", file)
                .said("why", why.saying()),
            Self::Name { member } => of("attachments-name", member),
            Self::Twice { member } => of("attachments-twice", member),
            Self::Kind { member } => of("attachments-kind", member),
            _ => self.saying(file),
        }
    }

    /// Tells whether the system failed, rather than the bag.
    pub fn is_io(&self) -> bool {
        match self {
            Self::Io { .. } => true,
            Self::Document(error) => error.is_io(),
            _ => false,
        }
    }
}
