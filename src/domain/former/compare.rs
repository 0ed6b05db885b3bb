//! Last edition's answers beside this one's: which question is which, and what became of the answer.

use super::{Former, FormerAnswer};
use crate::domain::dossier::{Answer, Dossier};
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::text::folded;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It is the same.
    Same,
    /// It is another one.
    Changed,
    /// There was one then and there is none now.
    OnlyThen,
    /// There was none then and there is one now.
    OnlyNow,
    /// There is none in either edition.
    Neither,
}

/// A question with its answer then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The question; as it is put now, where it still is.
    pub label: &'a str,
    /// The answer then; empty where there was none.
    pub then: &'a str,
    /// The answer now; empty where there is none.
    pub now: &'a str,
}

impl Pair<'_> {
    /// Tells what became of the answer.
    pub fn turn(&self) -> Turn {
        match (is_blank(self.then), is_blank(self.now)) {
            (true, true) => Turn::Neither,
            (false, true) => Turn::OnlyThen,
            (true, false) => Turn::OnlyNow,
            (false, false) if is_same(self.then, self.now) => Turn::Same,
            (false, false) => Turn::Changed,
        }
    }
}

/// Tells whether two answers say the same: blanks at line ends are no difference.
pub fn is_same(then: &str, now: &str) -> bool {
    let lines = |text: &str| -> Vec<String> {
        text.trim()
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect()
    };
    then == now || lines(then) == lines(now)
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Pairs the answers that bear on a criterion, or on none: those of today in their order, then those that are gone. An
/// answer of then belongs to the question with its identifier on the form, else with its question of the grid, else
/// with its wording.
pub fn compare<'a>(
    former: &'a Former,
    dossier: &'a Dossier,
    grid: &Grid,
    code: Option<&CriterionCode>,
) -> Vec<Pair<'a>> {
    let kept = pairing(&former.answers, &dossier.answers);
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for (place, answer) in dossier.answers.iter().enumerate() {
        if answer.criterion_in(grid) != code {
            continue;
        }
        let then = kept.get(&place).and_then(|then| former.answers.get(*then));
        pairs.push(Pair {
            label: &answer.label,
            then: then.map_or("", |then| &then.text),
            now: &answer.text,
        });
    }
    let taken: BTreeSet<usize> = kept.into_values().collect();
    let gone = former.answers.iter().enumerate();
    let gone = gone.filter(|(place, then)| !taken.contains(place) && then.criterion_in(grid) == code);
    pairs.extend(gone.map(|(_, then)| Pair {
        label: &then.label,
        then: &then.text,
        now: "",
    }));
    pairs
}

/// What ties an answer of then to one of now, the closest first.
#[derive(Debug, Clone, Copy)]
enum Tie {
    Champ,
    Question,
    Label,
}

impl Tie {
    fn of_then(self, then: &FormerAnswer) -> Option<String> {
        match self {
            Self::Champ => then.champ.clone(),
            Self::Question => then.question.as_ref().map(ToString::to_string),
            Self::Label => Some(folded(&then.label)).filter(|label| !label.is_empty()),
        }
    }

    fn of_now(self, now: &Answer) -> Option<String> {
        match self {
            Self::Champ => Some(now.champ.clone()),
            Self::Question => now.question.as_ref().map(ToString::to_string),
            Self::Label => Some(folded(&now.label)),
        }
    }
}

/// Returns, by the place of an answer of today, the place of the one of then to the same question. What ties more
/// closely goes first, over all questions, so that a wording never takes what an identifier claims.
fn pairing(then: &[FormerAnswer], now: &[Answer]) -> BTreeMap<usize, usize> {
    let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for tie in [Tie::Champ, Tie::Question, Tie::Label] {
        let mut free: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (place, answer) in then.iter().enumerate().filter(|(t, _)| !taken.contains(t)) {
            if let Some(key) = tie.of_then(answer) {
                free.entry(key).or_default().push_back(place);
            }
        }
        let open = now.iter().enumerate().filter(|(n, _)| !kept.contains_key(n));
        let open: Vec<(usize, String)> = open.filter_map(|(n, now)| Some((n, tie.of_now(now)?))).collect();
        let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, key) in &open {
            *wanted.entry(key).or_default() += 1;
        }
        // Several answers to one question of the grid: their wordings tell which is which.
        let is_plain = |key: &str, free: &VecDeque<usize>| {
            !matches!(tie, Tie::Question) || (free.len() == 1 && wanted.get(key) == Some(&1))
        };
        for (place, key) in &open {
            let same = free.get_mut(key).filter(|free| is_plain(key, free));
            if let Some(same) = same.and_then(VecDeque::pop_front) {
                taken.insert(same);
                kept.insert(*place, same);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests;
