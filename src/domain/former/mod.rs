//! A candidate's last edition, as far as jurors may see it: which edition, the level, the answers. There is no field for
//! a score, a comment, a reason or a juror, so none of last year's can travel with it.

mod compare;
mod kin;

pub use compare::{Pair, Turn, compare, is_same};
pub use kin::{Candidate, Kin, kin};

use super::grid::Grid;
use super::ids::{CriterionCode, LevelCode, QuestionId};
use super::saying::Saying;
use super::words::{Lang, Words};
use serde::{Deserialize, Serialize};

/// What the label made of a candidature.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Award {
    /// A level, with its name where the source gives one.
    Level {
        /// Its code in that edition's grid, or the word that the source has for it.
        code: LevelCode,
        /// Its name in that edition's grid: this year's may name it otherwise.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<Words>,
    },
    /// No level was given.
    None,
    /// The source does not say.
    #[default]
    Unknown,
}

/// One answer of that edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerAnswer {
    /// The question as the candidate read it then.
    pub label: String,
    /// The form's identifier of the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub champ: Option<String>,
    /// The grid's question that it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// The criterion on which it bore, where both editions have the same grid: codes of another one mean other things.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionCode>,
    /// The answer.
    pub text: String,
}

impl FormerAnswer {
    /// Returns the criterion of this year's grid on which it bears.
    pub fn criterion_in<'g>(&self, grid: &'g Grid) -> Option<&'g CriterionCode> {
        grid.bearing(self.criterion.as_ref(), self.question.as_ref())
    }
}

/// A candidate's last edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Former {
    /// The edition as it was printed.
    pub edition: String,
    /// What came of it.
    #[serde(default)]
    pub award: Award,
    /// What the candidate answered; empty where the source holds levels alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<FormerAnswer>,
}

impl Former {
    /// Says the edition and what came of it.
    pub fn saying(&self, lang: Lang) -> Saying {
        let said = |id| Saying::new(id).text("edition", &self.edition);
        match &self.award {
            Award::Level { name: Some(name), .. } => {
                said("former-level-named").text("level", name.in_lang(lang))
            }
            Award::Level { code, name: None } => said("former-level").text("level", code),
            Award::None => said("former-no-level"),
            Award::Unknown => said("former-level-unknown"),
        }
    }
}
