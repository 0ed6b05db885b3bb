//! Every fault of a grid's draft, each with its place.

use super::{GridDraft, bounds};
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use std::collections::BTreeSet;

/// What is wrong at a place of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// A name or code is empty.
    Blank,
    /// A code holds a character that no one sees, a line's end for one.
    Unseen,
    /// A code stands twice.
    Twice(String),
    /// A number lies outside its bounds.
    OutOf {
        /// What was found.
        found: String,
        /// Least that is allowed.
        least: String,
        /// Most that is allowed.
        most: String,
    },
    /// A criterion does not describe each value of the scale.
    Descriptors {
        /// How many it describes.
        found: usize,
        /// How many the scale has.
        expected: usize,
    },
    /// A name that nothing in the grid bears.
    Unknown(String),
    /// A threshold or floor that falls as the rank rises.
    Falls(String),
    /// The weights of a group are all zero.
    NoWeight,
}

/// A fault and its place, as a path in the grid's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// `axes[0].criteria[2].weight`.
    pub at: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

impl Fault {
    /// Says the fault.
    pub fn saying(&self) -> Saying {
        let base = match &self.kind {
            FaultKind::Blank => Saying::new("grid-blank"),
            FaultKind::Unseen => Saying::new("grid-unseen"),
            FaultKind::Twice(code) => Saying::new("grid-twice").text("code", code),
            FaultKind::OutOf { found, least, most } => Saying::new("grid-out-of")
                .text("found", found)
                .text("least", least)
                .text("most", most),
            FaultKind::Descriptors { found, expected } => Saying::new("grid-descriptors")
                .number("found", *found)
                .number("expected", *expected),
            FaultKind::Unknown(name) => Saying::new("grid-unknown").text("name", name),
            FaultKind::Falls(below) => Saying::new("grid-falls").text("below", below),
            FaultKind::NoWeight => Saying::new("grid-no-weight"),
        };
        base.text("at", &self.at)
    }
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, at: impl Into<String>, kind: FaultKind) {
        self.0.push(Fault { at: at.into(), kind });
    }

    fn within(&mut self, at: &str, found: usize, least: usize, most: usize) {
        if !(least..=most).contains(&found) {
            self.add(
                at,
                FaultKind::OutOf {
                    found: found.to_string(),
                    least: least.to_string(),
                    most: most.to_string(),
                },
            );
        }
    }

    fn code<'a>(&mut self, at: &str, code: &'a str, seen: &mut BTreeSet<&'a str>) {
        if code.trim().is_empty() {
            self.add(at, FaultKind::Blank);
        } else if code.chars().any(char::is_control) {
            self.add(at, FaultKind::Unseen);
        } else if !seen.insert(code) {
            self.add(at, FaultKind::Twice(code.to_owned()));
        }
    }

    fn named(&mut self, at: &str, blank: bool) {
        if blank {
            self.add(at, FaultKind::Blank);
        }
    }

    fn weight(&mut self, at: &str, weight: u32) {
        let most = usize::try_from(bounds::WEIGHT).unwrap_or(usize::MAX);
        self.within(at, usize::try_from(weight).unwrap_or(usize::MAX), 0, most);
    }
}

/// Lists every fault of a draft.
pub(super) fn of(draft: &GridDraft) -> Vec<Fault> {
    let mut faults = Faults(Vec::new());
    faults.named("id", draft.id.trim().is_empty());
    faults.named("name", draft.name.is_blank());
    if draft.scale.min >= draft.scale.max || draft.scale.max > bounds::SCALE_MAX {
        faults.within(
            "scale",
            draft.scale.max.into(),
            usize::from(draft.scale.min) + 1,
            bounds::SCALE_MAX.into(),
        );
    }
    if draft.quorum == 0 {
        faults.within("quorum", 0, 1, 1_000);
    }
    levels(draft, &mut faults);
    axes(draft, &mut faults);
    questions(draft, &mut faults);
    faults.0
}

fn levels(draft: &GridDraft, faults: &mut Faults) {
    faults.within("levels", draft.levels.len(), 1, 100);
    let axes: BTreeSet<&str> = draft.axes.iter().map(|axis| axis.code.as_str()).collect();
    let mut codes = BTreeSet::from(["none"]);
    let mut ranks = BTreeSet::new();
    for (i, level) in draft.levels.iter().enumerate() {
        let at = format!("levels[{i}]");
        faults.code(&format!("{at}.code"), level.code.as_str(), &mut codes);
        faults.named(&format!("{at}.name"), level.name.is_blank());
        if !ranks.insert(level.rank) {
            faults.add(format!("{at}.rank"), FaultKind::Twice(level.rank.to_string()));
        }
        share(&format!("{at}.threshold"), &level.threshold, faults);
        for (axis, floor) in &level.floors {
            let at = format!("{at}.floors.{axis}");
            if !axes.contains(axis.as_str()) {
                faults.add(at.clone(), FaultKind::Unknown(axis.to_string()));
            }
            share(&at, floor, faults);
        }
    }
    rising(draft, faults);
    let mut mentions = BTreeSet::new();
    for (i, mention) in draft.mentions.iter().enumerate() {
        faults.code(&format!("mentions[{i}].code"), &mention.code, &mut mentions);
    }
}

fn share(at: &str, share: &Ratio, faults: &mut Faults) {
    if share.is_negative() || *share > Ratio::whole(1) {
        let kind = FaultKind::OutOf {
            found: share.to_string(),
            least: "0".into(),
            most: "1".into(),
        };
        faults.add(at, kind);
    }
}

/// RULES.md §1: thresholds and floors do not decrease with the level.
fn rising(draft: &GridDraft, faults: &mut Faults) {
    let mut order: Vec<usize> = (0..draft.levels.len()).collect();
    order.sort_by_key(|i| draft.levels.get(*i).map(|level| level.rank));
    for pair in order.windows(2) {
        let [low, high] = pair else { continue };
        let (Some(below), Some(above)) = (draft.levels.get(*low), draft.levels.get(*high)) else {
            continue;
        };
        let at = format!("levels[{high}]");
        if above.threshold < below.threshold {
            faults.add(
                format!("{at}.threshold"),
                FaultKind::Falls(below.code.to_string()),
            );
        }
        for (axis, floor) in &below.floors {
            if above.floors.get(axis).is_none_or(|higher| higher < floor) {
                faults.add(
                    format!("{at}.floors.{axis}"),
                    FaultKind::Falls(below.code.to_string()),
                );
            }
        }
    }
}

fn axes(draft: &GridDraft, faults: &mut Faults) {
    faults.within("axes", draft.axes.len(), 1, bounds::AXES);
    let criteria: usize = draft.axes.iter().map(|axis| axis.criteria.len()).sum();
    faults.within("axes", criteria.max(1), 1, bounds::CRITERIA);
    let (mut axis_codes, mut codes) = (BTreeSet::new(), BTreeSet::new());
    for (i, axis) in draft.axes.iter().enumerate() {
        let at = format!("axes[{i}]");
        faults.code(&format!("{at}.code"), axis.code.as_str(), &mut axis_codes);
        faults.named(&format!("{at}.name"), axis.name.is_blank());
        faults.weight(&format!("{at}.weight"), axis.weight);
        faults.within(
            &format!("{at}.criteria"),
            axis.criteria.len(),
            1,
            bounds::CRITERIA,
        );
        if !axis.criteria.is_empty() && axis.criteria.iter().all(|c| c.weight == 0) {
            faults.add(format!("{at}.criteria"), FaultKind::NoWeight);
        }
        for (j, criterion) in axis.criteria.iter().enumerate() {
            let at = format!("{at}.criteria[{j}]");
            faults.code(&format!("{at}.code"), criterion.code.as_str(), &mut codes);
            faults.named(&format!("{at}.name"), criterion.name.is_blank());
            faults.weight(&format!("{at}.weight"), criterion.weight);
            let (found, expected) = (criterion.descriptors.len(), draft.scale.len());
            if found != expected {
                faults.add(
                    format!("{at}.descriptors"),
                    FaultKind::Descriptors { found, expected },
                );
            }
            for (k, words) in criterion.descriptors.iter().enumerate() {
                faults.named(&format!("{at}.descriptors[{k}]"), words.is_blank());
            }
        }
    }
    if !draft.axes.is_empty() && draft.axes.iter().all(|axis| axis.weight == 0) {
        faults.add("axes", FaultKind::NoWeight);
    }
}

fn questions(draft: &GridDraft, faults: &mut Faults) {
    let mut known = BTreeSet::new();
    for (i, question) in draft.questions.iter().enumerate() {
        faults.code(&format!("questions[{i}].id"), question.id.as_str(), &mut known);
    }
    let mut used = BTreeSet::new();
    for (i, axis) in draft.axes.iter().enumerate() {
        for (j, criterion) in axis.criteria.iter().enumerate() {
            for (k, question) in criterion.questions.iter().enumerate() {
                let at = format!("axes[{i}].criteria[{j}].questions[{k}]");
                if !known.contains(question.as_str()) {
                    faults.add(at, FaultKind::Unknown(question.to_string()));
                } else if !used.insert(question.as_str()) {
                    faults.add(at, FaultKind::Twice(question.to_string()));
                }
            }
        }
    }
}
