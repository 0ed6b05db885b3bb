//! What the committee fixed on a dossier. Decisions are appended, never changed; the last one stands.

use super::ids::{DossierId, JurorId, LevelCode};
use super::motion::Motion;
use serde::{Deserialize, Serialize};

/// A decision's outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ruling {
    /// A level, or none.
    Decided {
        /// The level; nothing where the label is not given.
        level: Option<LevelCode>,
    },
    /// Left for later.
    Postponed,
    /// Taken up again.
    Reopened,
}

/// One decision on one dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The dossier.
    pub dossier: DossierId,
    /// What was fixed.
    #[serde(flatten)]
    pub ruling: Ruling,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What goes with it.
    #[serde(flatten)]
    pub motion: Motion,
    /// The level that the grades proposed at that moment: a code, `none`, or nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<String>,
    /// The sitting's number.
    pub sitting: u32,
    /// Those who left the room for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recused: Vec<JurorId>,
    /// How many seconds the dossier was before the committee in this sitting.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub seconds: u64,
}

impl Decision {
    /// Returns the code of the level that it gives, `none` where none is given; nothing where it fixes nothing.
    pub fn level_code(&self) -> Option<&str> {
        match &self.ruling {
            Ruling::Decided { level } => Some(level.as_ref().map_or("none", LevelCode::as_str)),
            Ruling::Postponed | Ruling::Reopened => None,
        }
    }

    /// Tells whether a level, or none, was fixed.
    pub fn is_decided(&self) -> bool {
        matches!(self.ruling, Ruling::Decided { .. })
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_zero(seconds: &u64) -> bool {
    *seconds == 0
}
