//! What a piece of evidence is; how one is read is another floor's matter.

use super::ids::{CriterionCode, Digest, QuestionId};
use super::saying::Saying;
use serde::{Deserialize, Serialize};

/// A file that the candidate attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The name as the candidate gave it: a label, never a path.
    pub name: String,
    /// The digest of its bytes; nothing while the file is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
    /// The media type as declared.
    pub media_type: String,
    /// The size in bytes, as declared until the bytes are here.
    pub size: u64,
    /// The criteria that it supports.
    #[serde(default)]
    pub criteria: Vec<CriterionCode>,
    /// The question that it was attached to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// The platform's checksum (base64 of MD5), by which the downloaded file is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<String>,
}

/// What a file was read to say, page by page, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reading {
    /// The pages' text; never shown before it is made inert.
    pub pages: Vec<String>,
    /// Whether something was left out.
    #[serde(default)]
    pub truncated: bool,
}

impl Evidence {
    /// Says its size in the unit that people read.
    pub fn said_size(&self) -> Saying {
        let (id, n) = match self.size {
            bytes @ 0..1_000 => ("desk-size-b", bytes),
            bytes @ 1_000..1_000_000 => ("desk-size-kb", bytes.div_ceil(1_000)),
            bytes => ("desk-size-mb", bytes.div_ceil(1_000_000)),
        };
        Saying::new(id).number("n", n)
    }

    /// Returns the ending of the name, lower-cased, without the dot.
    pub fn ending(&self) -> String {
        self.name
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_lowercase())
            .unwrap_or_default()
    }
}
