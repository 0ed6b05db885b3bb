//! Which question of the grid a heading may be. Only what is exact is ever used without a person's word; the rest are
//! proposals of a dry run or of a screen.
//!
//! Likeness is the weight of the words that both share over the weight of all their words (Dice's coefficient, words
//! that few questions use weighing more). Matching by letters in a row, as finders do, was tried and ranks long
//! questions above the right ones.

use crate::domain::grid::Grid;
use crate::domain::ids::QuestionId;
use crate::domain::text::folded;
use std::collections::{BTreeMap, BTreeSet};

/// How sure a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The same text, identifier or alias, and no other question's.
    Exact,
    /// Most of its words, and far before the next.
    Likely,
    /// Some of its words.
    Maybe,
}

/// A question that a heading may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The question.
    pub question: QuestionId,
    /// How sure.
    pub certainty: Certainty,
}

/// Most proposals for one heading.
const MOST: usize = 5;
/// Shares of weight, in thousandths.
const LIKELY: u64 = 600;
const AHEAD: u64 = 150;
const MAYBE: u64 = 250;
/// A word counts by its start, so that its endings don't matter.
const STEM: usize = 6;

/// Proposes questions of a grid for one heading, likeliest first.
pub fn propose(label: &str, grid: &Grid) -> Vec<Proposal> {
    Proposer::new(grid).propose(label)
}

/// A grid's questions, made ready to be asked for many headings.
#[derive(Debug)]
pub struct Proposer<'g> {
    names: BTreeMap<String, Option<&'g QuestionId>>,
    questions: Vec<(&'g QuestionId, Vec<BTreeSet<String>>)>,
    weights: BTreeMap<String, u64>,
}

impl<'g> Proposer<'g> {
    /// Gathers the names of a grid's questions.
    pub fn new(grid: &'g Grid) -> Self {
        let mut this = Self {
            names: BTreeMap::new(),
            questions: Vec::new(),
            weights: BTreeMap::new(),
        };
        for question in grid.questions() {
            let texts = std::iter::once(&question.text.fr).chain(&question.text.en);
            let labels: Vec<&String> = texts.chain(&question.aliases).collect();
            this.name(question.id.as_str(), &question.id);
            for label in &labels {
                this.name(label, &question.id);
            }
            let words: Vec<_> = labels.iter().map(|label| words_of(label)).collect();
            let all: BTreeSet<&String> = words.iter().flatten().collect();
            for word in all {
                *this.weights.entry(word.clone()).or_default() += 1;
            }
            this.questions.push((&question.id, words));
        }
        let count = u64::try_from(this.questions.len()).unwrap_or(u64::MAX);
        for weight in this.weights.values_mut() {
            *weight = rarity(count, *weight);
        }
        this
    }

    fn name(&mut self, name: &str, id: &'g QuestionId) {
        let slot = self.names.entry(key_of(name)).or_insert(Some(id));
        if *slot != Some(id) {
            *slot = None;
        }
    }

    /// Returns the question that a heading is beyond doubt.
    pub fn exact(&self, label: &str) -> Option<&'g QuestionId> {
        let found = forms_of(label).into_iter().find_map(|form| {
            let key = key_of(&form);
            self.names.get(&key).filter(|_| !key.is_empty()).copied()
        });
        found.flatten()
    }

    /// Proposes questions for a heading, likeliest first.
    pub fn propose(&self, label: &str) -> Vec<Proposal> {
        let exact = self.exact(label);
        let words = forms_of(label)
            .last()
            .map(|form| words_of(form))
            .unwrap_or_default();
        let mut ranked: Vec<(u64, &QuestionId)> = self
            .questions
            .iter()
            .filter(|(id, _)| Some(*id) != exact)
            .map(|(id, names)| {
                (
                    names
                        .iter()
                        .map(|name| self.likeness(&words, name))
                        .max()
                        .unwrap_or(0),
                    *id,
                )
            })
            .filter(|(likeness, _)| *likeness >= MAYBE)
            .collect();
        // Equal ones stay in the grid's order.
        ranked.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        let next = ranked.get(1).map_or(0, |(likeness, _)| *likeness);
        let best = ranked.first().map_or(0, |(likeness, _)| *likeness);
        let is_likely = exact.is_none() && best >= LIKELY && best >= next + AHEAD;
        let others = ranked
            .into_iter()
            .enumerate()
            .map(|(at, (_, question))| Proposal {
                question: question.clone(),
                certainty: if at == 0 && is_likely {
                    Certainty::Likely
                } else {
                    Certainty::Maybe
                },
            });
        let exact = exact.map(|question| Proposal {
            question: question.clone(),
            certainty: Certainty::Exact,
        });
        exact.into_iter().chain(others).take(MOST).collect()
    }

    fn likeness(&self, one: &BTreeSet<String>, other: &BTreeSet<String>) -> u64 {
        let weight =
            |words: &mut dyn Iterator<Item = &String>| -> u64 { words.map(|word| self.weight(word)).sum() };
        let both = weight(&mut one.intersection(other));
        let all = weight(&mut one.iter()) + weight(&mut other.iter());
        (2000 * both).checked_div(all).unwrap_or(0)
    }

    /// A word that no question has says something else than any of them.
    fn weight(&self, word: &str) -> u64 {
        self.weights.get(word).copied().unwrap_or(4)
    }
}

/// Weighs a word by how few of the questions have it: a bit for each halving, from 1.
fn rarity(questions: u64, having: u64) -> u64 {
    let share = questions.checked_div(having.max(1)).unwrap_or(1).max(1);
    1 + u64::from(share.ilog2())
}

/// Returns a heading as it stands, without its number, and without what is appended to it, in that order.
fn forms_of(label: &str) -> Vec<String> {
    let label = label.trim();
    let mut forms = vec![label.to_owned()];
    for form in [bare(label), unnumbered(label), unnumbered(bare(label))] {
        if !form.is_empty() && forms.iter().all(|known| known != form) {
            forms.push(form.to_owned());
        }
    }
    forms
}

/// Takes off a sub-question, `Q1[SQ001]` or `Texte [choix]`, and the platform's satellites, `X (Code INSEE)`.
pub fn bare(label: &str) -> &str {
    let label = label.trim();
    if let Some(inner) = label.strip_suffix(']')
        && let Some((outer, _)) = inner.rsplit_once('[')
        && !outer.trim().is_empty()
    {
        return outer.trim_end();
    }
    satellite(label).map_or(label, |(of, _)| of)
}

/// What the platform appends to a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Satellite {
    /// The code of a place or a body.
    Code,
    /// The department of a commune.
    Department,
}

/// Returns the heading to which the platform appended a column, and what that column holds.
pub fn satellite(label: &str) -> Option<(&str, Satellite)> {
    const ENDINGS: [(&str, Satellite); 3] = [
        (" (Code INSEE)", Satellite::Code),
        (" (Code)", Satellite::Code),
        (" (Département)", Satellite::Department),
    ];
    ENDINGS.into_iter().find_map(|(ending, what)| {
        let of = label.strip_suffix(ending)?;
        (!of.trim().is_empty()).then_some((of, what))
    })
}

/// Takes off a number at the start: `1.`, `2.3)`, `Q3 -`, `(12)`, `a)`.
fn unnumbered(label: &str) -> &str {
    let start = label.trim_start();
    let open = start.strip_prefix('(').unwrap_or(start);
    let lettered = open.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = open.len() - lettered.len();
    let rest = lettered.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = lettered.len() - rest.len();
    let spaced = rest.trim_start();
    let marked = spaced.trim_start_matches([')', '-', '–', '—', ':', '.', '°', '/']);
    let is_marked = marked.len() < spaced.len() || lettered.trim_end_matches(rest).ends_with('.');
    let is_number = digits > 0 && letters <= 2 && (is_marked || (letters == 0 && spaced.len() < rest.len()));
    let is_letter = digits == 0 && letters == 1 && spaced.starts_with(')');
    let rest = marked.trim_start();
    if (is_number || is_letter) && !rest.is_empty() {
        rest
    } else {
        label
    }
}

/// The letters and digits of a text, folded, words parted by one space: two texts of one key differ in nothing that is read.
fn key_of(text: &str) -> String {
    let plain = folded(text);
    let words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The words of a text that say something, by their starts.
fn words_of(text: &str) -> BTreeSet<String> {
    const EMPTY: [&str; 44] = [
        "les", "des", "une", "dans", "vos", "votre", "nos", "notre", "vous", "nous", "est", "sont", "que",
        "qui", "quel", "quels", "quelle", "quelles", "pour", "par", "sur", "avec", "aux", "ils", "elle",
        "elles", "comment", "avez", "the", "your", "you", "are", "and", "for", "what", "which", "how",
        "with", "this", "that", "ses", "son", "leur", "leurs",
    ];
    let key = key_of(text);
    let words = key
        .split(' ')
        .filter(|word| word.chars().count() > 2 && !EMPTY.contains(word));
    words.map(|word| word.chars().take(STEM).collect()).collect()
}

#[cfg(test)]
mod tests;
