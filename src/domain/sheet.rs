//! A score sheet: what a juror hands in and signs. Its type has no place for a private note.

use super::clock::Clock;
use super::dossier::Dossier;
use super::ids::{CampaignId, CriterionCode, DeviceId, Digest, DossierId, JurorId};
use super::saying::Saying;
use super::score::{Comment, Feedback, Mark, Scale};
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

impl Citation {
    /// Cites a page, from 0, of a piece; where the piece has one page alone, the page goes without saying.
    pub fn new(evidence: Digest, page: usize, pages: usize, excerpt: String) -> Self {
        Self {
            evidence,
            page: (pages > 1).then(|| u32::try_from(page + 1).unwrap_or(u32::MAX)),
            excerpt,
        }
    }

    /// Returns the page, from 0.
    pub fn place(&self) -> usize {
        let page = self.page.unwrap_or(1).saturating_sub(1);
        usize::try_from(page).unwrap_or(usize::MAX)
    }

    /// Says where it stands: the file's name, and the page where the file has several.
    pub fn said_place(&self, dossier: &Dossier) -> Saying {
        let piece = dossier.piece(&self.evidence);
        let name = piece.map_or_else(|| self.evidence.short(), |(_, piece)| piece.name.as_str());
        match self.page {
            Some(page) => Saying::new("evidence-cites-page")
                .text("name", name)
                .number("page", page),
            None => Saying::new("evidence-cites").text("name", name),
        }
    }
}

/// Most citations that one keeps on a criterion.
pub const CITATIONS: usize = 20;

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

/// A version as the store and the journal write it: the mark is the word that commands use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredCell {
    mark: Option<String>,
    #[serde(default, skip_serializing_if = "Comment::is_blank")]
    comment: Comment,
    #[serde(default, skip_serializing_if = "Feedback::is_blank")]
    feedback: Feedback,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    citations: Vec<Citation>,
    #[serde(default)]
    clock: Clock,
}

impl StoredCell {
    /// Writes a content and its clock.
    pub fn new(content: &Content, clock: &Clock) -> Self {
        Self {
            mark: content.mark.map(|mark| mark.to_string()),
            comment: content.comment.clone(),
            feedback: content.feedback.clone(),
            citations: content.citations.clone(),
            clock: clock.clone(),
        }
    }

    /// Reads it back; nothing where its mark lies off the scale.
    pub fn version(self, scale: Scale) -> Option<Version<Content>> {
        let mark = match self.mark {
            None => None,
            Some(word) => Some(Mark::parse(&word, scale)?),
        };
        let content = Content {
            mark,
            comment: self.comment,
            feedback: self.feedback,
            citations: self.citations,
        };
        Some(Version {
            content,
            clock: self.clock,
        })
    }
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
