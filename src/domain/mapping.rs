//! What the questions of an intake form become in the grid.

use super::ids::{CriterionCode, QuestionId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a question of an intake form becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MapTo {
    /// An answer to that question of the grid.
    Question(QuestionId),
    /// An answer that bears on that criterion.
    Criterion(CriterionCode),
    /// Nothing: answer and files stay out.
    Skip,
}

/// What each question of an intake form becomes, by the form's stable identifier.
pub type Mapping = BTreeMap<String, MapTo>;
