//! An edition's grid: levels, mentions, axes, criteria, questions, rules. Everything that differs between editions is
//! here as data; [`Grid::new`] is the only way in and lists every fault of a draft, not the first alone.

use super::ids::{AxisCode, CriterionCode, Digest, LevelCode, QuestionId};
use super::ratio::Ratio;
use super::score::{Scale, Score};
use super::words::Words;
use std::collections::BTreeMap;

mod faults;
pub use faults::{Fault, FaultKind};

/// Bounds that keep a grid on a screen and its sums small; generous beside any real edition.
pub mod bounds {
    /// Most axes.
    pub const AXES: usize = 12;
    /// Most criteria in the whole grid.
    pub const CRITERIA: usize = 100;
    /// Greatest value of a scale.
    pub const SCALE_MAX: u8 = 20;
    /// Greatest weight.
    pub const WEIGHT: u32 = 1_000;
}

/// A level that the label can be given at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The code that commands and files use.
    pub code: LevelCode,
    /// Its name.
    pub name: Words,
    /// A short sign; never the only mark of the level.
    pub symbol: String,
    /// `label`, `badge`…: the kind of distinction.
    pub scheme: String,
    /// Its order, low to high.
    pub rank: u32,
    /// The share of the scale's maximum that the total must reach.
    pub threshold: Ratio,
    /// The share that single axes must reach.
    pub floors: BTreeMap<AxisCode, Ratio>,
}

/// A distinction independent of the level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Words,
}

/// What jurors score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its code.
    pub code: CriterionCode,
    /// Its name.
    pub name: Words,
    /// A name for narrow columns.
    pub short: Words,
    /// Its weight within the axis.
    pub weight: u32,
    /// The written meaning of each score, lowest first.
    pub descriptors: Vec<Words>,
    /// What to look for.
    pub guidance: Words,
    /// The questions whose answers bear on it.
    pub questions: Vec<QuestionId>,
}

/// A group of criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// Its code.
    pub code: AxisCode,
    /// Its name.
    pub name: Words,
    /// Its weight within the total.
    pub weight: u32,
    /// Its criteria, in order.
    pub criteria: Vec<Criterion>,
}

/// What candidates are asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its identifier.
    pub id: QuestionId,
    /// Its wording.
    pub text: Words,
    /// Other labels by which an intake form may name it.
    pub aliases: Vec<String>,
}

/// Everything that a grid holds, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridDraft {
    /// The grid's name in commands, `tnl-2016`.
    pub id: String,
    /// Its name for people.
    pub name: Words,
    /// Whether a public source gives its thresholds.
    pub official: bool,
    /// The values that scores take.
    pub scale: Scale,
    /// Least number of grades for a result.
    pub quorum: u32,
    /// Least number of members present for a decision; more than half of the jury not recused where absent.
    pub sitting_quorum: Option<u32>,
    /// What the jury is called.
    pub jury: Words,
    /// What the deciding body is called.
    pub committee: Words,
    /// Levels in the order of the file.
    pub levels: Vec<Level>,
    /// Mentions.
    pub mentions: Vec<Mention>,
    /// Axes, in order.
    pub axes: Vec<Axis>,
    /// Questions.
    pub questions: Vec<Question>,
}

/// A checked grid with the digest of its canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    draft: GridDraft,
    digest: Digest,
    of_question: BTreeMap<QuestionId, CriterionCode>,
}

impl Grid {
    /// Checks a draft as a whole; `digest` is that of its canonical form.
    ///
    /// # Errors
    /// Every fault of the draft, in the order of its parts.
    pub fn new(mut draft: GridDraft, digest: Digest) -> Result<Self, Vec<Fault>> {
        let faults = faults::of(&draft);
        if !faults.is_empty() {
            return Err(faults);
        }
        draft.levels.sort_by_key(|level| level.rank);
        let of_question = draft
            .axes
            .iter()
            .flat_map(|axis| &axis.criteria)
            .flat_map(|c| c.questions.iter().map(|q| (q.clone(), c.code.clone())))
            .collect();
        Ok(Self {
            draft,
            digest,
            of_question,
        })
    }

    /// Returns the name in commands.
    pub fn id(&self) -> &str {
        &self.draft.id
    }

    /// Returns the name for people.
    pub fn name(&self) -> &Words {
        &self.draft.name
    }

    /// Tells whether a public source gives the thresholds.
    pub fn official(&self) -> bool {
        self.draft.official
    }

    /// Returns the digest of the canonical form.
    pub fn digest(&self) -> &Digest {
        &self.digest
    }

    /// Returns the scale of every criterion.
    pub fn scale(&self) -> Scale {
        self.draft.scale
    }

    /// Returns the least number of grades for a result.
    pub fn quorum(&self) -> usize {
        usize::try_from(self.draft.quorum).unwrap_or(usize::MAX)
    }

    /// Returns the quorum of a sitting, where the grid sets one.
    pub fn sitting_quorum(&self) -> Option<usize> {
        self.draft
            .sitting_quorum
            .map(|n| usize::try_from(n).unwrap_or(usize::MAX))
    }

    /// Returns what the jury is called.
    pub fn jury(&self) -> &Words {
        &self.draft.jury
    }

    /// Returns what the deciding body is called.
    pub fn committee(&self) -> &Words {
        &self.draft.committee
    }

    /// Returns the levels, lowest first.
    pub fn levels(&self) -> &[Level] {
        &self.draft.levels
    }

    /// Returns a level.
    pub fn level(&self, code: &LevelCode) -> Option<&Level> {
        self.levels().iter().find(|level| level.code == *code)
    }

    /// Returns the mentions.
    pub fn mentions(&self) -> &[Mention] {
        &self.draft.mentions
    }

    /// Returns the axes, in order.
    pub fn axes(&self) -> &[Axis] {
        &self.draft.axes
    }

    /// Returns the criteria of all axes, in order.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.axes().iter().flat_map(|axis| &axis.criteria)
    }

    /// Returns a criterion.
    pub fn criterion(&self, code: &CriterionCode) -> Option<&Criterion> {
        self.criteria().find(|c| c.code == *code)
    }

    /// Returns the criterion on which an answer bears: the one that it names, where this grid has it, else the one of its
    /// question.
    pub fn bearing(
        &self,
        named: Option<&CriterionCode>,
        question: Option<&QuestionId>,
    ) -> Option<&CriterionCode> {
        let named = named.and_then(|code| self.criterion(code));
        named
            .map(|criterion| &criterion.code)
            .or_else(|| self.criterion_of(question?))
    }

    /// Returns this grid with other weights, given by the codes of axes and criteria: to ask what would be, never for a
    /// result. It keeps the digest of the grid that it is not.
    ///
    /// # Errors
    /// What would be wrong with it, or the first code that it lacks.
    pub fn with_weights(&self, weights: &BTreeMap<String, u32>) -> Result<Self, Reweighed> {
        let mut draft = self.draft.clone();
        for (code, weight) in weights {
            let place = draft.axes.iter_mut().find_map(|axis| {
                if axis.code.as_str() == code {
                    return Some(&mut axis.weight);
                }
                let mut criteria = axis.criteria.iter_mut();
                let found = criteria.find(|criterion| criterion.code.as_str() == code);
                found.map(|criterion| &mut criterion.weight)
            });
            *place.ok_or_else(|| Reweighed::Unknown(code.clone()))? = *weight;
        }
        Self::new(draft, self.digest.clone()).map_err(Reweighed::Faults)
    }

    /// Returns the questions.
    pub fn questions(&self) -> &[Question] {
        &self.draft.questions
    }

    /// Returns the criterion on which a question bears.
    pub fn criterion_of(&self, question: &QuestionId) -> Option<&CriterionCode> {
        self.of_question.get(question)
    }

    /// Returns the whole, as it was read.
    pub fn draft(&self) -> &GridDraft {
        &self.draft
    }
}

/// Why a grid cannot have such weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reweighed {
    /// It has no axis or criterion of that code.
    Unknown(String),
    /// It would be no grid.
    Faults(Vec<Fault>),
}

impl Criterion {
    /// Returns the written meaning of a score.
    pub fn descriptor(&self, scale: Scale, score: Score) -> Option<&Words> {
        self.descriptors.get(scale.position(score))
    }
}
