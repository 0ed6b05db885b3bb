//! The mapping file: which column of a table holds what of a dossier, and what each question of a form becomes
//! (COMMANDS.md, *Import*). It is proposed by a dry run, completed by a person, and read again next year.

use super::intake::{MapTo, Mapping};
use std::collections::BTreeMap;

mod fault;
mod parse;
mod write;

#[cfg(test)]
mod tests;

pub use fault::{MappingError, MappingFault, MappingFaultKind};
pub use parse::parse;

/// A part of a dossier, beside its answers, that a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number under which the source knows the dossier.
    Number,
    /// The applicant's name.
    Name,
    /// `commune`, `epci`…
    Kind,
    /// An e-mail address: known so as to be left out, for no dossier holds one.
    Email,
    /// SIREN, nine digits.
    Siren,
    /// SIRET, fourteen digits.
    Siret,
    /// When the dossier was submitted.
    SubmittedAt,
    /// The department's code.
    Department,
    /// The region's code.
    Region,
    /// INSEE code of the seat's commune.
    Commune,
    /// Name of the seat's commune.
    City,
    /// How far the dossier has come at its source: drafts are refused.
    State,
}

impl Field {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 12] = [
        Self::Number,
        Self::Name,
        Self::Kind,
        Self::Email,
        Self::Siren,
        Self::Siret,
        Self::SubmittedAt,
        Self::Department,
        Self::Region,
        Self::Commune,
        Self::City,
        Self::State,
    ];

    /// Returns the key of the mapping file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Email => "email",
            Self::Siren => "siren",
            Self::Siret => "siret",
            Self::SubmittedAt => "submitted_at",
            Self::Department => "department",
            Self::Region => "region",
            Self::Commune => "commune",
            Self::City => "city",
            Self::State => "state",
        }
    }

    /// Returns the field of a key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}

/// A column, by its heading; the same heading may stand over several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnRef {
    /// The heading as it stands.
    pub heading: String,
    /// Which of those with that heading, counted from 1.
    pub occurrence: usize,
}

impl ColumnRef {
    /// Returns the name that its answers bear in a dossier.
    pub fn champ(&self) -> String {
        match self.occurrence {
            1 => self.heading.clone(),
            n => format!("{} #{n}", self.heading),
        }
    }

    /// Returns the first column of that heading.
    pub fn first(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            occurrence: 1,
        }
    }
}

/// What an entry of the mapping speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A column of a table.
    Column(ColumnRef),
    /// A question of the platform's form.
    Champ {
        /// Its stable identifier.
        id: String,
        /// Its label, for whoever reads the file.
        label: Option<String>,
    },
}

/// One entry: what answers to one question of a form become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRule {
    /// The question of the form.
    pub asked: Asked,
    /// What it becomes.
    pub to: MapTo,
}

/// A whole mapping file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MappingFile {
    /// The columns that say what a dossier is.
    pub fields: BTreeMap<Field, ColumnRef>,
    /// What the others become, in order.
    pub answers: Vec<AnswerRule>,
}

impl MappingFile {
    /// Returns what it says of the questions of the platform's form, by their stable identifiers.
    pub fn champs(&self) -> Mapping {
        let champs = self.answers.iter().filter_map(|rule| match &rule.asked {
            Asked::Champ { id, .. } => Some((id.clone(), rule.to.clone())),
            Asked::Column(_) => None,
        });
        champs.collect()
    }

    /// Returns all that it says of questions, by the name that their answers bear in a dossier.
    pub fn by_name(&self) -> Mapping {
        let named = self.answers.iter().map(|rule| {
            let name = match &rule.asked {
                Asked::Champ { id, .. } => id.clone(),
                Asked::Column(column) => column.champ(),
            };
            (name, rule.to.clone())
        });
        named.collect()
    }
}

/// A column of which nothing is certain, with the questions that it may be, likeliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The question of the form.
    pub asked: Asked,
    /// Identifier and wording of each candidate.
    pub candidates: Vec<(crate::domain::ids::QuestionId, String)>,
}

/// What a dry run proposes: what is settled, and what a person has to settle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposed {
    /// The part that can be used as it stands.
    pub file: MappingFile,
    /// The rest.
    pub open: Vec<Open>,
}
