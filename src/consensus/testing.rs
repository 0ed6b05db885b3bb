//! Small grids and panels for tests, written the way one draws them on paper.

use super::{Consensus, Outcome, Total, deliberate};
use crate::domain::grid::{Axis, Criterion, Grid, GridDraft, Level};
use crate::domain::ids::{AxisCode, CriterionCode, Digest, JurorId, LevelCode};
use crate::domain::panel::{Marks, Panel};
use crate::domain::ratio::Ratio;
use crate::domain::score::{Mark, Scale, Score};
use crate::domain::words::Words;
use std::collections::BTreeMap;

/// A grid in the making.
#[derive(Debug, Clone)]
pub(crate) struct GridMaker(GridDraft);

/// Begins a grid: axes `1`, `2`… of criteria `1.1`, `1.2`…, each given by its weight and its criteria's. Scale 0–5,
/// quorum 3, levels `1` to `5` at each fifth, until told otherwise.
pub(crate) fn grid(axes: &[(u32, &[u32])]) -> GridMaker {
    let axes = axes.iter().enumerate().map(|(i, (weight, criteria))| {
        let code = (i + 1).to_string();
        let criteria = criteria.iter().enumerate();
        Axis {
            code: AxisCode::new(&code),
            name: Words::same("axis"),
            weight: *weight,
            criteria: criteria
                .map(|(j, weight)| criterion(&format!("{code}.{}", j + 1), *weight))
                .collect(),
        }
    });
    let draft = GridDraft {
        id: "test".into(),
        name: Words::same("test"),
        official: false,
        scale: Scale { min: 0, max: 5 },
        quorum: 3,
        sitting_quorum: None,
        jury: Words::same("jury"),
        committee: Words::same("committee"),
        levels: Vec::new(),
        mentions: Vec::new(),
        axes: axes.collect(),
        questions: Vec::new(),
    };
    GridMaker(draft).levels(&["1/5", "2/5", "3/5", "4/5", "1"])
}

fn criterion(code: &str, weight: u32) -> Criterion {
    Criterion {
        code: code.into(),
        name: Words::same("criterion"),
        short: Words::default(),
        weight,
        descriptors: Vec::new(),
        guidance: Words::default(),
        questions: Vec::new(),
    }
}

impl GridMaker {
    pub(crate) fn scale(mut self, min: u8, max: u8) -> Self {
        self.0.scale = Scale { min, max };
        self
    }

    pub(crate) fn quorum(mut self, quorum: u32) -> Self {
        self.0.quorum = quorum;
        self
    }

    /// Sets the levels `1`, `2`… by their thresholds.
    pub(crate) fn levels(mut self, thresholds: &[&str]) -> Self {
        let levels = (1..).zip(thresholds).map(|(rank, threshold)| Level {
            code: LevelCode::new(rank.to_string()),
            name: Words::same("level"),
            symbol: String::new(),
            scheme: "label".into(),
            rank,
            threshold: ratio(threshold),
            floors: BTreeMap::new(),
        });
        self.0.levels = levels.collect();
        self
    }

    /// Sets an axis's floor from a level upwards.
    pub(crate) fn floor(mut self, level: u32, axis: &str, share: &str) -> Self {
        for above in self.0.levels.iter_mut().filter(|l| l.rank >= level) {
            above.floors.insert(axis.into(), ratio(share));
        }
        self
    }

    pub(crate) fn build(mut self) -> Grid {
        let described = vec![Words::same("described"); self.0.scale.len()];
        for axis in &mut self.0.axes {
            for criterion in &mut axis.criteria {
                criterion.descriptors.clone_from(&described);
            }
        }
        Grid::new(self.0, Digest::of(b"test")).unwrap()
    }
}

pub(crate) fn ratio(text: &str) -> Ratio {
    Ratio::parse(text).unwrap()
}

/// A score of the default scale.
pub(crate) fn score(value: i64) -> Score {
    Scale { min: 0, max: 5 }.score(value).unwrap()
}

/// Reads a panel: jurors between `|`, each with a mark a criterion in the grid's order. Digits, `a` abstains, `na`, `–`
/// blank, `R` anywhere steps back from the dossier; what is missing at the end of a row is blank.
pub(crate) fn panel(grid: &Grid, rows: &str) -> Panel {
    let mut panel = Panel::default();
    for (i, row) in rows.split('|').enumerate() {
        let juror = JurorId::new(format!("juror-{i:02}"));
        let words: Vec<&str> = row.split_whitespace().collect();
        if words.contains(&"R") {
            panel.recused.push(juror);
        } else {
            panel.seats.insert(juror, marks(grid, &words));
        }
    }
    panel
}

fn marks(grid: &Grid, words: &[&str]) -> Marks {
    assert!(words.len() <= grid.criteria().count(), "{words:?}");
    let mark = |word: &str| match word {
        "–" | "-" => None,
        "a" => Some(Mark::Abstained),
        word => Some(Mark::parse(word, grid.scale()).unwrap()),
    };
    let pairs = grid.criteria().zip(words);
    pairs
        .filter_map(|(criterion, word)| Some((criterion.code.clone(), mark(word)?)))
        .collect()
}

/// Reads `1.1=4 2.1=0`.
pub(crate) fn set(grid: &Grid, text: &str) -> BTreeMap<CriterionCode, Score> {
    let pairs = text.split_whitespace().map(|pair| pair.split_once('=').unwrap());
    pairs
        .map(|(code, value)| (code.into(), grid.scale().score(value.parse().unwrap()).unwrap()))
        .collect()
}

/// Deliberates on a panel with nothing set.
pub(crate) fn outcome(grid: &Grid, rows: &str) -> Outcome {
    deliberate(grid, &panel(grid, rows), &BTreeMap::new())
}

/// Writes a consensus as `results` does.
pub(crate) fn shown(consensus: Consensus) -> String {
    match consensus {
        Consensus::Grade(grade) => grade.to_string(),
        Consensus::NotApplicable => "na".into(),
        Consensus::NoResult => "null".into(),
    }
}

/// Writes the axes, the total and the level as `results` does: `7/3 na → 7/3: 2`.
pub(crate) fn line(outcome: &Outcome) -> String {
    let axis = |total: &Total| match total {
        Total::Value(value) => value.to_string(),
        Total::NotApplicable => "na".into(),
        Total::NoResult => "null".into(),
    };
    let written: Vec<String> = outcome.axes.values().map(axis).collect();
    let total = shown_ratio(outcome.total.as_ref());
    let level = outcome.proposed.code().unwrap_or("null");
    format!("{} → {total}: {level}", written.join(" "))
}

/// Writes a fraction, or `null`.
pub(crate) fn shown_ratio(value: Option<&Ratio>) -> String {
    value.map_or_else(|| "null".into(), ToString::to_string)
}
