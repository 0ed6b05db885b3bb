//! A candidate's dossier: who applies, what they answered, what they attached. Its serialised shape is that of
//! `dossier.json` in packages and bags (COMMANDS.md, *Package*).

use super::evidence::Evidence;
use super::grid::Grid;
use super::ids::{CriterionCode, Digest, DossierId, QuestionId};
use serde::{Deserialize, Serialize};

/// Where a dossier stands with the coordinator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// In the running.
    #[default]
    Received,
    /// Not admissible.
    Irrecevable,
    /// Taken back by the candidate.
    Withdrawn,
}

/// The official identifiers that publication needs, as text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    /// SIREN, nine digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siren: Option<String>,
    /// SIRET, fourteen digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub siret: Option<String>,
    /// INSEE code of the seat's commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commune: Option<String>,
    /// Name of the seat's commune.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Department's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Region's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// An answer's value with the type that the form gave it. Numbers stay the text that was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "is", rename_all = "snake_case")]
pub enum Value {
    /// Free text, or a type that nobody knows: the answer's text is the value.
    Text,
    /// Left empty.
    Blank,
    /// Yes or no.
    Bool(bool),
    /// A whole number of any size.
    Integer(String),
    /// A decimal number as received.
    Decimal(String),
    /// A day, `YYYY-MM-DD`.
    Date(String),
    /// A moment, RFC 3339.
    Datetime(String),
    /// One choice.
    Choice(String),
    /// Several choices.
    Choices(Vec<String>),
    /// A choice within a choice.
    Linked(String, String),
    /// Names of attached files.
    Files(Vec<String>),
    /// A repeated group: a list of rows, each a list of answers.
    Rows(Vec<Vec<Answer>>),
    /// A place or a body with its official code.
    Place {
        /// Its name.
        name: String,
        /// INSEE code, SIREN or SIRET.
        code: String,
    },
    /// Another dossier's number.
    Dossier(String),
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The form's identifier of the question, stable over revisions and labels.
    pub champ: String,
    /// The grid's question that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// The criterion on which it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionCode>,
    /// The section of the form in which it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The question as the candidate read it.
    pub label: String,
    /// The answer as text.
    pub text: String,
    /// The answer with its type.
    pub value: Value,
}

impl Answer {
    /// Returns the criterion of a grid on which the answer bears.
    pub fn criterion_in<'g>(&self, grid: &'g Grid) -> Option<&'g CriterionCode> {
        grid.bearing(self.criterion.as_ref(), self.question.as_ref())
    }

    /// Tells whether the candidate answered. An unticked box is a blank one: the platform cannot tell them apart.
    pub fn is_given(&self) -> bool {
        match &self.value {
            Value::Blank => false,
            Value::Text => !self.text.trim().is_empty(),
            Value::Choices(many) | Value::Files(many) => !many.is_empty(),
            Value::Rows(rows) => !rows.is_empty(),
            Value::Bool(_)
            | Value::Integer(_)
            | Value::Decimal(_)
            | Value::Date(_)
            | Value::Datetime(_)
            | Value::Choice(_)
            | Value::Linked(..)
            | Value::Place { .. }
            | Value::Dossier(_) => true,
        }
    }
}

/// A candidate's dossier as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// Source system and number.
    pub id: DossierId,
    /// The platform's number.
    pub number: String,
    /// The applicant's name as given.
    pub name: String,
    /// `commune`, `epci`, `departement`, `region`, `syndicat`…: an open list.
    pub kind: String,
    /// Where it stands.
    #[serde(default)]
    pub standing: Standing,
    /// When it was submitted, RFC 3339 as received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<String>,
    /// Whether that was after the window.
    #[serde(default)]
    pub late: bool,
    /// Official identifiers.
    #[serde(default)]
    pub identity: Identity,
    /// The answers, in the form's order.
    pub answers: Vec<Answer>,
    /// The files attached.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// About how many bytes an answer takes beside what it says, and a dossier beside its answers: room is made for most of
/// them at once.
const KEYS: usize = 96;
const HEAD: usize = 640;

/// A dossier in its serialised form, that of `dossier.json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub json: String,
    /// Its digest.
    pub digest: Digest,
}

impl Dossier {
    /// Returns its serialised form.
    pub fn written(&self) -> Written {
        let said = |answer: &Answer| answer.champ.len() + answer.label.len() + answer.text.len();
        let long = self
            .answers
            .iter()
            .map(|answer| said(answer) + KEYS)
            .sum::<usize>()
            + HEAD;
        let mut bytes = Vec::with_capacity(long);
        let json = match serde_json::to_writer(&mut bytes, self) {
            Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
            Err(_) => String::new(),
        };
        let digest = Digest::of(json.as_bytes());
        Written { json, digest }
    }

    /// Returns how many questions hold an answer.
    pub fn given(&self) -> usize {
        self.answers.iter().filter(|a| a.is_given()).count()
    }

    /// Returns the piece of evidence of that digest, with its place among all.
    pub fn piece(&self, digest: &Digest) -> Option<(usize, &Evidence)> {
        let mut pieces = self.evidence.iter().enumerate();
        pieces.find(|(_, piece)| piece.sha256.as_ref() == Some(digest))
    }
}
