//! `*.jury.zip`: a zipped bag (BagIt 1.0, RFC 8493) with one juror's dossiers. Nothing in it is believed before its
//! manifest held for every byte; its members have fixed names, so nothing can be written elsewhere.

mod ends;
mod read;
mod write;

pub(in crate::exchange) use ends::entry_count;
pub use read::Package;
pub use write::write;

use crate::domain::campaign::Campaign;
use crate::domain::dossier::Dossier;
use crate::domain::former::Former;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::saying::Saying;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The ending of a package's file name.
pub const ENDING: &str = ".jury.zip";

/// The juror to whom a package is addressed, as `data/juror.json` holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// The juror's identifier.
    pub id: JurorId,
    /// The juror's name.
    pub name: String,
    /// The juror's affiliation, by which conflicts of interest are suggested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
    /// The secret by which the juror's devices endorse their keys: 64 hexadecimal digits.
    pub secret: String,
}

/// All that a package holds but the bytes of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The campaign.
    pub campaign: Campaign,
    /// The grid's text.
    pub grid: String,
    /// The juror.
    pub juror: Addressee,
    /// The dossiers.
    pub dossiers: Vec<Dossier>,
    /// Last edition's level and answers, of those dossiers that have one.
    pub formers: BTreeMap<DossierId, Former>,
}

/// Why a package can't be taken or made.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.saying())]
pub enum PackageError {
    /// The system refused.
    Io {
        /// The file.
        file: String,
        /// The system's reason.
        why: String,
    },
    /// No ZIP file, or a broken one.
    NotZip {
        /// The file.
        file: String,
        /// What is wrong with it.
        why: ZipFault,
    },
    /// A member that a package does not have, or has twice, or whose name leads elsewhere.
    Member {
        /// The file.
        file: String,
        /// The member.
        member: String,
    },
    /// A member that a package must have.
    Lacks {
        /// The file.
        file: String,
        /// The member.
        member: String,
    },
    /// A member whose bytes differ from the manifest.
    Altered {
        /// The file.
        file: String,
        /// The member.
        member: String,
    },
    /// More bytes than a package may unpack to.
    TooLarge {
        /// The file.
        file: String,
        /// The member at which reading stopped.
        member: String,
        /// The bound, in MiB.
        limit: u64,
    },
    /// A member that can't be read as what it is.
    Malformed {
        /// The file.
        file: String,
        /// The member.
        member: String,
        /// Line and column, or nothing.
        at: String,
        /// What the reader says.
        found: String,
    },
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
    /// What the reader of archives says.
    Reader(String),
}

impl ZipFault {
    fn saying(&self) -> Saying {
        match self {
            Self::NoFile => Saying::new("package-zip-no-file"),
            Self::NoEnd => Saying::new("package-zip-no-end"),
            Self::BadEnd => Saying::new("package-zip-bad-end"),
            Self::Before => Saying::new("package-zip-before"),
            Self::Reader(says) => Saying::new("package-zip-reader").text("says", says),
        }
    }
}

impl PackageError {
    /// Says what is wrong and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Io { file, why } => Saying::new("package-io").text("file", file).text("why", why),
            Self::NotZip { file, why } => Saying::new("package-not-zip")
                .text("file", file)
                .said("why", why.saying()),
            Self::Member { file, member } => Saying::new("package-member")
                .text("file", file)
                .text("member", member),
            Self::Lacks { file, member } => Saying::new("package-lacks")
                .text("file", file)
                .text("member", member),
            Self::Altered { file, member } => Saying::new("package-altered")
                .text("file", file)
                .text("member", member),
            Self::TooLarge { file, member, limit } => Saying::new("package-too-large")
                .text("file", file)
                .text("member", member)
                .number("limit", *limit),
            Self::Malformed {
                file,
                member,
                at,
                found,
            } => Saying::new("package-malformed")
                .text("file", file)
                .text("member", member)
                .text("at", at)
                .text("found", found),
        }
    }

    /// Tells whether the system failed, rather than the package.
    pub fn is_io(&self) -> bool {
        matches!(self, Self::Io { .. })
    }
}

const BAGIT: &str = "bagit.txt";
const MANIFEST: &str = "manifest-sha256.txt";
const BAGIT_TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
const CAMPAIGN: &str = "data/campaign.json";
const GRID: &str = "data/grid.toml";
const JUROR: &str = "data/juror.json";
const DOSSIERS: &str = "data/dossiers/";
const DOSSIER: &str = "/dossier.json";
const FORMER: &str = "/former.json";
const EVIDENCE: &str = "data/evidence/";

/// Writes a dossier's number as a folder name: letters, digits and `-` stay, anything else becomes its code
/// between `_`.
pub fn folder_name(number: &str) -> String {
    use std::fmt::Write as _;
    number.chars().fold(String::new(), |mut out, c| {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            let _ = write!(out, "_{:x}_", c as u32);
        }
        out
    })
}

#[cfg(test)]
mod tests;
