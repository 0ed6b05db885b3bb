//! What the platform holds beside a dossier: messages and opinions. It is the coordinator's alone: it enters no package, no
//! sheet and no publication.

use serde::{Deserialize, Serialize};

/// What was written about a dossier on the platform.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Correspondence {
    /// Messages between the candidate and the platform's agents, oldest first as received.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
    /// Opinions that were asked of experts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Opinion>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Message {
    /// When, RFC 3339 as received.
    pub at: String,
    /// The author's address.
    pub from: String,
    /// What it says; it may be HTML, and is never run.
    pub text: String,
    /// Names of the files that came with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
}

/// An opinion.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Opinion {
    /// When it was asked, RFC 3339 as received.
    pub at: String,
    /// The expert's address.
    pub of: String,
    /// What was asked.
    pub question: String,
    /// What the expert said; empty until then.
    pub reply: String,
}

impl Correspondence {
    /// Tells whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty() && self.opinions.is_empty()
    }
}
