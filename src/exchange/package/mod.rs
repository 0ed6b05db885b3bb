//! `*.jury.zip`: a zipped bag (BagIt 1.0, RFC 8493) with one juror's dossiers. Nothing in it is believed before its
//! manifest held for every byte; its members have fixed names, so nothing can be written elsewhere.

mod read;
mod write;

pub use read::Package;
pub use write::write;

use super::bag::BagFault;
use super::error::Bound;
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

/// Which of a campaign's packages it is: later ones have higher numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// How many entries the coordinator's journal held.
    pub seq: u64,
    /// When the last of them was made, RFC 3339.
    pub at: String,
}

/// `data/campaign.json`.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    #[serde(flatten)]
    campaign: Campaign,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    issue: Option<Issue>,
}

/// All that a package holds but the bytes of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The campaign.
    pub campaign: Campaign,
    /// Which package it is; packages of before had no number.
    pub issue: Option<Issue>,
    /// The grid's text.
    pub grid: String,
    /// The juror.
    pub juror: Addressee,
    /// The dossiers.
    pub dossiers: Vec<Dossier>,
    /// Last edition's level and answers, of those dossiers that have one.
    pub formers: BTreeMap<DossierId, Former>,
}

/// Why a package can't be taken or made: a package is a bag, with its own words for what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.saying())]
pub struct PackageError {
    /// The file.
    pub file: String,
    /// What is wrong.
    pub fault: BagFault,
}

impl PackageError {
    /// Says of which file a fault is.
    pub fn of(file: &str, fault: BagFault) -> Self {
        Self {
            file: file.to_owned(),
            fault,
        }
    }

    /// Says what is wrong and what to do.
    pub fn saying(&self) -> Saying {
        let file = &self.file;
        let of = |id: &'static str, member: &str| Saying::new(id).text("file", file).text("member", member);
        match &self.fault {
            BagFault::Io { why } => Saying::new("package-io").text("file", file).text("why", why),
            BagFault::NotZip { why } => Saying::new("package-not-zip")
                .text("file", file)
                .said("why", why.saying()),
            BagFault::Stranger { member }
            | BagFault::Name { member }
            | BagFault::Twice { member }
            | BagFault::Kind { member } => of("package-member", member),
            BagFault::Lacks { member } => of("package-lacks", member),
            BagFault::Altered { member } | BagFault::Unlisted { member } => of("package-altered", member),
            BagFault::Beyond {
                member,
                limit,
                bound: Bound::Unpacked,
            } => of("package-too-large", member).number("limit", limit >> 20),
            BagFault::Beyond { .. } => Saying::new("package-document").said("why", self.fault.saying(file)),
            BagFault::Malformed { member, at, found } => of("package-malformed", member)
                .text("at", at)
                .text("found", found),
            BagFault::Secret { member } => of("package-secret", member),
            BagFault::Document(error) => Saying::new("package-document").said("why", error.saying()),
            BagFault::Declaration { .. } => of("package-altered", BAGIT),
            BagFault::Weak { .. } => of("package-lacks", MANIFEST),
            BagFault::Fetch => of("package-member", "fetch.txt"),
        }
    }

    /// Tells whether the system failed, rather than the package.
    pub fn is_io(&self) -> bool {
        self.fault.is_io()
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
