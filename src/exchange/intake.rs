//! What a reader of dossiers hands over: those taken, those refused one by one, and what a coordinator should know.

use crate::domain::dossier::Dossier;
use crate::domain::ids::{CriterionCode, QuestionId};
use crate::domain::saying::Saying;
use std::collections::BTreeMap;

/// One file's bytes under the name that messages give it.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The name.
    pub name: String,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// What the files of one import hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// Dossiers, in the order of the files.
    pub dossiers: Vec<Dossier>,
    /// Dossiers that can't be taken.
    pub refused: Vec<Refused>,
    /// What was taken with a reserve.
    pub warnings: Vec<Warning>,
}

/// A dossier that a well-formed file holds but that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub source: String,
    /// The place in it.
    pub at: String,
    /// Why.
    pub why: Saying,
}

/// Something taken with a reserve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The file.
    pub source: String,
    /// The place in it.
    pub at: String,
    /// What to know.
    pub what: Saying,
}

/// What a question of an intake form becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
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
