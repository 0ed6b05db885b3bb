//! A score sheet: what a juror hands in and signs. Its type has no place for a private note.

use super::clock::Clock;
use super::ids::{CampaignId, CriterionCode, DeviceId, Digest, DossierId, JurorId};
use super::score::{Comment, Feedback, Mark};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A passage of evidence that supports a score.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Citation {
    /// The file.
    pub evidence: Digest,
    /// The page, from 1, where the file has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// The passage.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub excerpt: String,
}

/// What a juror says on a criterion. No mark: taken back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Content {
    /// The score, abstention or N.A.
    pub mark: Option<Mark>,
    /// For the jury.
    pub comment: Comment,
    /// For the candidate.
    pub feedback: Feedback,
    /// Passages that support it.
    pub citations: Vec<Citation>,
}

/// A content and the writes that it has seen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version<T> {
    /// What was said.
    pub content: T,
    /// What its author had seen when saying it.
    pub clock: Clock,
}

/// A recusal: `Some(reason)`, or nothing where it was taken back.
pub type Recusal = Option<String>;

/// One dossier's part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetDossier {
    /// The digest of the dossier that the juror read.
    pub digest: Option<Digest>,
    /// The cells, as the writing device knows them.
    pub cells: BTreeMap<CriterionCode, Version<Content>>,
}

/// The signable content of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The campaign.
    pub campaign: CampaignId,
    /// The grid that the scores refer to.
    pub grid: Digest,
    /// Whose sheet it is.
    pub juror: JurorId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// How many events the juror had written.
    pub revision: u64,
    /// When, RFC 3339. No rule depends on it.
    pub written_at: String,
    /// The scores.
    pub dossiers: BTreeMap<DossierId, SheetDossier>,
    /// The recusals.
    pub recusals: BTreeMap<DossierId, Version<Recusal>>,
}
