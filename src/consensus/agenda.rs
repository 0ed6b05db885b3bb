//! In what order the committee takes the dossiers: what must be talked about first, what can be adopted in a block
//! last (RULES.md §3, SCREENS.md *Committee*).

mod doors;

use super::{Disagreement, Outcome, Proposal, Robustness};
use crate::domain::grid::Grid;
use crate::domain::ids::{AxisCode, CriterionCode, DossierId, JurorId};
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// A dossier to put on the agenda.
#[derive(Debug, Clone, Copy)]
pub struct AgendaInput<'a> {
    /// The dossier.
    pub dossier: &'a DossierId,
    /// What its marks say.
    pub outcome: &'a Outcome,
    /// Whether nobody wrote what the candidate is to be told.
    pub lacks_feedback: bool,
    /// Those who leave the room for it.
    pub recused: &'a BTreeSet<JurorId>,
    /// Whether its jurors' files contradict each other: nothing of it can be decided.
    pub is_forked: bool,
}

/// Why a dossier must be talked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The grades on this criterion lie far apart, and the committee has not set its value.
    Discuss(CriterionCode),
    /// The jurors' own levels lie two or more apart.
    Split,
    /// The marks propose nothing.
    NoProposal,
    /// The total lies this far from a threshold: one grade on the criterion that weighs most could pass it.
    NearThreshold(Ratio),
    /// The total reaches the next level, and this axis's floor keeps it away.
    HeldByFloor(AxisCode),
    /// The level hangs on one juror.
    Fragile,
    /// Two devices of one juror contradict each other, which blocks a decision.
    Forked,
    /// Nobody wrote what the candidate is to be told.
    NoFeedback,
}

impl Reason {
    /// Returns the word of commands and files.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Discuss(_) => "discuss",
            Self::Split => "split",
            Self::NoProposal => "no_proposal",
            Self::NearThreshold(_) => "near_threshold",
            Self::HeldByFloor(_) => "held_by_floor",
            Self::Fragile => "fragile",
            Self::Forked => "forked",
            Self::NoFeedback => "no_feedback",
        }
    }

    /// Says the reason.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Discuss(code) => Saying::new("reason-discuss").text("criterion", code),
            Self::Split => Saying::new("reason-split"),
            Self::NoProposal => Saying::new("reason-no-proposal"),
            Self::NearThreshold(distance) if distance.is_zero() => Saying::new("reason-on-threshold"),
            Self::NearThreshold(distance) => Saying::new("reason-near-threshold").text("distance", distance),
            Self::HeldByFloor(axis) => Saying::new("reason-held-by-floor").text("axis", axis),
            Self::Fragile => Saying::new("reason-fragile"),
            Self::Forked => Saying::new("reason-forked"),
            Self::NoFeedback => Saying::new("reason-no-feedback"),
        }
    }

    /// Tells whether the level itself is in question.
    fn is_on_level(&self) -> bool {
        !matches!(self, Self::NoFeedback)
    }
}

/// A dossier on the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// The dossier.
    pub dossier: DossierId,
    /// Why it must be talked about; empty where it can be adopted as it stands.
    pub reasons: Vec<Reason>,
}

impl AgendaItem {
    /// Tells whether nothing about it must be talked about.
    pub fn is_undisputed(&self) -> bool {
        self.reasons.is_empty()
    }
}

/// Orders dossiers for the committee: those whose level is in question, then those that lack words for the candidate,
/// then the undisputed. Among the first, by the weight of the criteria to discuss, then split ones, then those
/// without a proposal, then by the distance to a threshold. What is equal keeps the order given. Within each of the three,
/// dossiers for which the same members leave the room stand together.
pub fn agenda(grid: &Grid, items: &[AgendaInput<'_>]) -> Vec<AgendaItem> {
    let weights = Weights::of(grid);
    let mut keyed: Vec<Entry<'_>> = items.iter().map(|item| entry(&weights, item)).collect();
    keyed.sort_by(|a, b| a.key.cmp(&b.key));
    let mut ordered = Vec::with_capacity(keyed.len());
    let mut out = &BTreeSet::new();
    for block in keyed.chunk_by(|a, b| a.key.urgency == b.key.urgency) {
        let mut groups: Vec<&BTreeSet<JurorId>> = Vec::new();
        for entry in block {
            if !groups.contains(&entry.recused) {
                groups.push(entry.recused);
            }
        }
        for at in doors::order(&groups, out) {
            let Some(group) = groups.get(at) else { continue };
            ordered.extend(block.iter().filter(|entry| entry.recused == *group));
            out = group;
        }
    }
    ordered.into_iter().map(|entry| entry.item.clone()).collect()
}

/// A dossier and its place.
#[derive(Debug)]
struct Entry<'a> {
    key: Key,
    item: AgendaItem,
    recused: &'a BTreeSet<JurorId>,
}

/// Where a dossier stands; the least comes first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    urgency: Urgency,
    flagged: Reverse<Ratio>,
    split: Reverse<bool>,
    /// Nothing, and so first, without a proposal.
    distance: Option<Ratio>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Level,
    Feedback,
    Undisputed,
}

fn entry<'a>(weights: &Weights<'_>, item: &AgendaInput<'a>) -> Entry<'a> {
    let reasons = reasons(weights, item);
    let key = key(weights, item.outcome, &reasons);
    let dossier = item.dossier.clone();
    Entry {
        key,
        item: AgendaItem { dossier, reasons },
        recused: item.recused,
    }
}

fn key(weights: &Weights<'_>, outcome: &Outcome, reasons: &[Reason]) -> Key {
    let on_level = reasons.iter().any(Reason::is_on_level);
    Key {
        urgency: match (on_level, reasons.is_empty()) {
            (true, _) => Urgency::Level,
            (false, false) => Urgency::Feedback,
            (false, true) => Urgency::Undisputed,
        },
        flagged: Reverse(weights.of_flagged(reasons)),
        split: Reverse(outcome.split),
        distance: distance(outcome).filter(|_| on_level),
    }
}

fn reasons(weights: &Weights<'_>, item: &AgendaInput<'_>) -> Vec<Reason> {
    let outcome = item.outcome;
    let mut reasons: Vec<Reason> = weights.to_discuss(outcome).map(Reason::Discuss).collect();
    if outcome.split {
        reasons.push(Reason::Split);
    }
    if outcome.proposed == Proposal::Undetermined {
        reasons.push(Reason::NoProposal);
    }
    reasons.extend(near(outcome, &weights.heaviest).map(Reason::NearThreshold));
    if outcome.margin_up.as_ref().is_some_and(|up| *up <= Ratio::zero()) {
        reasons.extend(outcome.floors_short.iter().cloned().map(Reason::HeldByFloor));
    }
    if outcome.robustness == Robustness::Fragile {
        reasons.push(Reason::Fragile);
    }
    if item.is_forked {
        reasons.push(Reason::Forked);
    }
    if item.lacks_feedback {
        reasons.push(Reason::NoFeedback);
    }
    reasons
}

/// Returns the distance to the nearest threshold on either side. One that was passed while a floor holds the level
/// back is no distance.
fn distance(outcome: &Outcome) -> Option<Ratio> {
    let up = outcome.margin_up.iter().filter(|up| **up > Ratio::zero());
    up.chain(&outcome.margin_down).min().cloned()
}

/// Returns the distance to the nearest threshold that a step of the total could pass: upwards by reaching it,
/// downwards only by falling below.
fn near(outcome: &Outcome, step: &Ratio) -> Option<Ratio> {
    let up = outcome.margin_up.iter();
    let up = up.filter(|up| **up > Ratio::zero() && *up <= step);
    let down = outcome.margin_down.iter().filter(|down| *down < step);
    up.chain(down).min().cloned()
}

/// What each criterion weighs in the total when everything applies: how far one grade on it moves the total.
struct Weights<'a> {
    of: Vec<(&'a CriterionCode, Ratio)>,
    heaviest: Ratio,
}

impl<'a> Weights<'a> {
    fn of(grid: &'a Grid) -> Self {
        let whole: i64 = grid.axes().iter().map(|axis| i64::from(axis.weight)).sum();
        let mut of = Vec::new();
        for axis in grid.axes() {
            let below: i64 = axis.criteria.iter().map(|c| i64::from(c.weight)).sum();
            for criterion in &axis.criteria {
                let above = i64::from(axis.weight) * i64::from(criterion.weight);
                let weight = Ratio::new(above, whole * below).unwrap_or_else(Ratio::zero);
                of.push((&criterion.code, weight));
            }
        }
        let heaviest = of.iter().map(|(_, weight)| weight).max().cloned();
        Self {
            of,
            heaviest: heaviest.unwrap_or_else(Ratio::zero),
        }
    }

    /// Returns the criteria that the committee has to discuss, in the grid's order.
    fn to_discuss(&self, outcome: &Outcome) -> impl Iterator<Item = CriterionCode> {
        let open = |code: &CriterionCode| {
            let criterion = outcome.criteria.get(code);
            criterion.is_some_and(|c| c.disagreement == Disagreement::Discuss && !c.set)
        };
        let codes = self.of.iter().map(|(code, _)| *code);
        codes.filter(move |code| open(code)).cloned()
    }

    fn of_flagged(&self, reasons: &[Reason]) -> Ratio {
        let flagged = |code: &CriterionCode| {
            reasons
                .iter()
                .any(|r| matches!(r, Reason::Discuss(c) if c == code))
        };
        let of = self.of.iter().filter(|(code, _)| flagged(code));
        of.map(|(_, weight)| weight.clone()).sum()
    }
}

#[cfg(test)]
mod tests;
