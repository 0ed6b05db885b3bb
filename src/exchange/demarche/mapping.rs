//! Which question of the grid each question of the form is, decided once by its stable identifier: by the mapping
//! first, then by the grid's own identifiers and aliases, then by the label (COMMANDS.md, *Import*).

use crate::domain::dossier::{Answer, Value};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, QuestionId};
use crate::domain::saying::Saying;
use crate::domain::text::folded;
use crate::exchange::intake::{Asked, MapTo, Mapping, Warning};
use crate::exchange::json::{Node, Shape};
use crate::exchange::propose::Proposer;
use std::collections::{BTreeMap, HashMap};

/// A question of the form, as the files showed it first, and what it becomes.
#[derive(Debug)]
struct Met {
    champ: String,
    label: String,
    within: Option<String>,
    source: String,
    at: String,
    fate: Fate,
}

/// What the revisions of the form call its questions. A second reading of the same files knows them from the start.
#[derive(Debug, Clone, Default)]
pub struct Labels(HashMap<String, String>);

impl Labels {
    /// Learns the labels of a revision; the first one told of a question stands.
    fn learn(&mut self, revision: &Node<'_>) -> Result<(), Shape> {
        revision.each("champDescriptors", |_, descriptor| {
            if let (Some(id), Some(label)) = (descriptor.text("id")?, descriptor.words("label")?) {
                let slot = self.0.entry(id.to_owned());
                slot.or_insert_with(|| label.to_owned());
            }
            self.learn(descriptor)
        })?;
        Ok(())
    }

    fn of(&self, champ: &str) -> Option<&str> {
        self.0.get(champ).map(String::as_str)
    }
}

/// The questions of the form.
#[derive(Debug)]
pub(super) struct Form<'g> {
    known: Known<'g>,
    grid: &'g Grid,
    mapping: &'g Mapping,
    labels: Labels,
    index: HashMap<String, usize>,
    met: Vec<Met>,
}

impl<'g> Form<'g> {
    /// Starts with what is known of the labels.
    pub(super) fn new(grid: &'g Grid, mapping: &'g Mapping, labels: Labels) -> Self {
        Self {
            known: Known::of(grid),
            grid,
            mapping,
            labels,
            index: HashMap::new(),
            met: Vec::new(),
        }
    }

    /// Learns the labels of a revision.
    pub(super) fn learn(&mut self, revision: &Node<'_>) -> Result<(), Shape> {
        self.labels.learn(revision)
    }

    /// Returns the label of a question in the form's revisions.
    pub(super) fn label(&self, champ: &str) -> Option<&str> {
        self.labels.of(champ)
    }

    /// Returns how many questions the dossiers showed.
    pub(super) fn len(&self) -> usize {
        self.met.len()
    }

    /// Tells whether a dossier held the question before.
    pub(super) fn has(&self, champ: &str) -> bool {
        self.index.contains_key(champ)
    }

    /// Notes a question that a dossier holds for the first time, and decides what it becomes.
    pub(super) fn meet(&mut self, champ: &str, label: &str, within: Option<&str>, source: &str, at: String) {
        let fate = self.decide(champ, label);
        self.index.insert(champ.to_owned(), self.met.len());
        self.met.push(Met {
            champ: champ.to_owned(),
            label: label.to_owned(),
            within: within.map(str::to_owned),
            source: source.to_owned(),
            at,
            fate,
        });
    }

    fn decide(&self, champ: &str, label: &str) -> Fate {
        let label = self.label(champ).unwrap_or(label);
        self.known.fate(self.grid, self.mapping, champ, label)
    }

    /// Returns what was learnt of the labels, where a question would have become something else had that been known when
    /// it was met.
    pub(super) fn stale(&self) -> Option<Labels> {
        let changed = |met: &Met| self.decide(&met.champ, &met.label) != met.fate;
        self.met.iter().any(changed).then(|| self.labels.clone())
    }

    /// Returns the questions met, and warns of each that nothing covers.
    pub(super) fn asked(&self, warnings: &mut Vec<Warning>) -> Vec<Asked> {
        let proposer = Proposer::new(self.grid);
        let roots = self.met.iter().filter(|met| met.within.is_none());
        let told = roots.map(|met| {
            let label = self.label(&met.champ).unwrap_or(&met.label);
            if met.fate == Fate::Unknown {
                warnings.push(Warning {
                    source: met.source.clone(),
                    at: met.at.clone(),
                    what: Saying::new("exchange-warning-unmapped")
                        .text("label", label)
                        .text("champ", &met.champ),
                });
            }
            let near = match met.fate {
                Fate::Unknown => proposer.propose(label),
                Fate::Skipped | Fate::Bears(..) => Vec::new(),
            };
            let near = near.into_iter().map(|proposal| proposal.question).collect();
            Asked {
                champ: met.champ.clone(),
                label: label.to_owned(),
                to: met.fate.to(),
                chosen: self.mapping.contains_key(&met.champ),
                near,
            }
        });
        told.collect()
    }

    /// Returns the fate of a question, or of the group that holds it where nothing is said of it alone.
    pub(super) fn fate(&self, champ: &str, within: Option<&str>) -> &Fate {
        let met = self.index.get(champ).and_then(|at| self.met.get(*at));
        match met.map(|met| &met.fate) {
            Some(Fate::Unknown) | None => within.map_or(&Fate::Unknown, |group| self.fate(group, None)),
            Some(fate) => fate,
        }
    }

    /// Gives answers their question and criterion, and drops those that are left out.
    pub(super) fn apply(&self, answers: &mut Vec<Answer>, within: Option<&str>) {
        answers.retain_mut(|answer| {
            let fate = self.fate(&answer.champ, within);
            if let Fate::Bears(question, criterion) = fate {
                answer.question.clone_from(question);
                answer.criterion.clone_from(criterion);
            }
            if let Value::Rows(rows) = &mut answer.value {
                for row in rows {
                    self.apply(row, Some(&answer.champ));
                }
            }
            *fate != Fate::Skipped
        });
    }
}

/// What a question of the form becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is left out.
    Skipped,
    /// It bears on that question and that criterion.
    Bears(Option<QuestionId>, Option<CriterionCode>),
    /// Nothing covers it.
    Unknown,
}

impl Fate {
    fn to(&self) -> Option<MapTo> {
        match self {
            Self::Skipped => Some(MapTo::Skip),
            Self::Bears(Some(question), _) => Some(MapTo::Question(question.clone())),
            Self::Bears(None, Some(criterion)) => Some(MapTo::Criterion(criterion.clone())),
            Self::Bears(None, None) | Self::Unknown => None,
        }
    }
}

/// The names by which the grid knows its questions; a name of two questions names none.
#[derive(Debug)]
struct Known<'g> {
    ids: BTreeMap<&'g str, Option<&'g QuestionId>>,
    labels: BTreeMap<String, Option<&'g QuestionId>>,
}

impl<'g> Known<'g> {
    fn of(grid: &'g Grid) -> Self {
        let mut known = Self {
            ids: BTreeMap::new(),
            labels: BTreeMap::new(),
        };
        for question in grid.questions() {
            let texts = std::iter::once(&question.text.fr).chain(&question.text.en);
            for name in question
                .aliases
                .iter()
                .map(String::as_str)
                .chain([question.id.as_str()])
            {
                note(&mut known.ids, name, &question.id);
            }
            for label in texts.chain(&question.aliases) {
                note(&mut known.labels, folded(label), &question.id);
            }
        }
        known
    }

    fn fate(&self, grid: &Grid, mapping: &Mapping, champ: &str, label: &str) -> Fate {
        match mapping.get(champ) {
            Some(MapTo::Skip) => return Fate::Skipped,
            Some(MapTo::Criterion(code)) if grid.criterion(code).is_some() => {
                return Fate::Bears(None, Some(code.clone()));
            }
            Some(MapTo::Question(id)) if grid.questions().iter().any(|q| q.id == *id) => {
                return bearing(grid, id);
            }
            Some(MapTo::Question(_) | MapTo::Criterion(_)) => return Fate::Unknown,
            None => {}
        }
        let by_id = self.ids.get(champ).copied().flatten();
        let found = by_id.or_else(|| self.labels.get(&folded(label)).copied().flatten());
        found.map_or(Fate::Unknown, |id| bearing(grid, id))
    }
}

fn bearing(grid: &Grid, id: &QuestionId) -> Fate {
    Fate::Bears(Some(id.clone()), grid.criterion_of(id).cloned())
}

fn note<'g, K: Ord>(names: &mut BTreeMap<K, Option<&'g QuestionId>>, name: K, id: &'g QuestionId) {
    let slot = names.entry(name).or_insert(Some(id));
    if *slot != Some(id) {
        *slot = None;
    }
}
