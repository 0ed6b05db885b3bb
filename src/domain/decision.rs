//! What the committee fixed on a dossier. Decisions are appended, never changed; the last one stands.

use super::ids::{CriterionCode, DossierId, LevelCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Consensus values that the committee set itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<CriterionCode, u8>,
    /// The level that the grades proposed at that moment: a code, `none`, or nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<String>,
    /// The sitting's number.
    pub sitting: u32,
}
