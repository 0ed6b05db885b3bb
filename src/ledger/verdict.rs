//! What a sheet is to the coordinator: taken, known already, or refused and why. Refusal depends on the sheet and on
//! the coordinator's own declarations alone, never on another sheet (FORMATS.md, *Score sheet*).

use crate::domain::saying::Saying;
use serde::{Deserialize, Serialize};

/// What a sheet is to what was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The juror's first sheet.
    New,
    /// It brings something that was not known.
    Newer,
    /// It brings something, and contradicts what another device of the juror wrote.
    Conflicting,
    /// All of it was known.
    Identical,
    /// All of it was known, and some of it has been written anew since.
    Older,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 5] = [
        Self::New,
        Self::Newer,
        Self::Conflicting,
        Self::Identical,
        Self::Older,
    ];

    /// Returns its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Newer => "newer",
            Self::Conflicting => "conflicting",
            Self::Identical => "identical",
            Self::Older => "older",
        }
    }

    /// Tells whether the sheet brings something.
    pub fn brings(self) -> bool {
        matches!(self, Self::New | Self::Newer | Self::Conflicting)
    }
}

/// Why a sheet is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
#[error("{}", self.saying())]
pub enum Refusal {
    /// Not a sheet, or not written as sheets are.
    Malformed {
        /// Where: line and column, or a field's path.
        at: String,
        /// What was found.
        found: String,
    },
    /// The file stops before the sheet does.
    CutShort {
        /// Where.
        at: String,
    },
    /// The signature does not fit the content.
    BadSignature,
    /// The key was not made from that juror's package.
    KeyNotEndorsed {
        /// Whose sheet it claims to be.
        juror: String,
    },
    /// On a juror's side: someone else's.
    NotYours {
        /// Whose.
        juror: String,
    },
    /// Another campaign's.
    OtherCampaign {
        /// The campaign that it names.
        found: String,
        /// This one.
        expected: String,
    },
    /// A newer program's.
    OtherVersion {
        /// The version that it names.
        found: String,
    },
    /// Nobody of that name is on the jury.
    UnknownJuror {
        /// The juror that it names.
        juror: String,
    },
    /// Another grid, or another version of it.
    OtherGrid {
        /// The grid that it names.
        found: String,
        /// This campaign's.
        expected: String,
    },
    /// A dossier that the campaign lacks.
    UnknownDossier {
        /// The dossier that it names.
        dossier: String,
    },
    /// A criterion that the grid lacks.
    UnknownCriterion {
        /// Where.
        dossier: String,
        /// The criterion that it names.
        criterion: String,
    },
    /// A value that the scale lacks.
    OffScale {
        /// Where.
        dossier: String,
        /// On which criterion.
        criterion: String,
        /// What was found.
        found: String,
    },
    /// A dossier that this juror was not given.
    NotAssigned {
        /// The juror.
        juror: String,
        /// The dossier.
        dossier: String,
    },
    /// The file could not be read.
    Unreadable {
        /// The system's reason.
        why: String,
    },
}

impl Refusal {
    /// Returns the kind of refusal, one word for all that call for the same answer.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::BadSignature | Self::KeyNotEndorsed { .. } => "tampered",
            Self::NotYours { .. }
            | Self::OtherCampaign { .. }
            | Self::OtherGrid { .. }
            | Self::OtherVersion { .. }
            | Self::UnknownJuror { .. }
            | Self::UnknownDossier { .. }
            | Self::UnknownCriterion { .. } => "foreign",
            Self::NotAssigned { .. } => "not-assigned",
            Self::CutShort { .. } => "cut-short",
            Self::Malformed { .. } | Self::OffScale { .. } => "malformed",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// Says why, and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Malformed { at, found } => {
                Saying::new("sheet-malformed").text("at", at).text("found", found)
            }
            Self::CutShort { at } => Saying::new("sheet-cut-short").text("at", at),
            Self::BadSignature => Saying::new("sheet-bad-signature"),
            Self::KeyNotEndorsed { juror } => Saying::new("sheet-key-not-endorsed").text("juror", juror),
            Self::NotYours { juror } => Saying::new("sheet-not-yours").text("juror", juror),
            Self::OtherCampaign { found, expected } => Saying::new("sheet-other-campaign")
                .text("found", found)
                .text("expected", expected),
            Self::OtherVersion { found } => Saying::new("sheet-other-version").text("found", found),
            Self::UnknownJuror { juror } => Saying::new("sheet-unknown-juror").text("juror", juror),
            Self::OtherGrid { found, expected } => Saying::new("sheet-other-grid")
                .text("found", found)
                .text("expected", expected),
            Self::UnknownDossier { dossier } => Saying::new("sheet-unknown-dossier").text("dossier", dossier),
            Self::UnknownCriterion { dossier, criterion } => Saying::new("sheet-unknown-criterion")
                .text("dossier", dossier)
                .text("criterion", criterion),
            Self::OffScale {
                dossier,
                criterion,
                found,
            } => Saying::new("sheet-off-scale")
                .text("dossier", dossier)
                .text("criterion", criterion)
                .text("found", found),
            Self::NotAssigned { juror, dossier } => Saying::new("sheet-not-assigned")
                .text("juror", juror)
                .text("dossier", dossier),
            Self::Unreadable { why } => Saying::new("sheet-unreadable").text("why", why),
        }
    }
}
