//! The dossiers of each level, the strongest first, by majority judgment over every grade that counts (RULES.md §2): an
//! order for those who ask for one, and a gauge to draw. It decides no level.

use super::results::set_of;
use super::{Office, OfficeError};
use crate::consensus::majority::{Gauge, compare};
use crate::consensus::{Proposal, propose};
use crate::domain::decision::Decision;
use crate::domain::ids::{DossierId, LevelCode};
use crate::domain::panel::{Marks, Panel};
use crate::domain::score::Score;
use std::collections::BTreeMap;

/// Every dossier that is in the running, by its level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ranking {
    /// The levels that somebody has, or would have, the lowest first.
    pub levels: Vec<RankedLevel>,
    /// Dossiers of which no level is decided or proposed, by their numbers; they have no rank.
    pub open: Vec<RankedRow>,
    /// Cells that contradict each other: while there are some, nothing is published.
    pub forks: usize,
}

/// A level and those who have it, or would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedLevel {
    /// The level; nothing where none is given.
    pub level: Option<LevelCode>,
    /// The strongest first.
    pub rows: Vec<RankedRow>,
}

/// A dossier within its level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedRow {
    /// Its place, from 1; the same where every grade is; 0 where it has no level.
    pub rank: usize,
    /// Which.
    pub id: DossierId,
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// Whether the level was decided; else the grades propose it.
    pub is_decided: bool,
    /// Its grades on either side of the majority-grade; nothing where it has none.
    pub gauge: Option<Gauge>,
}

struct Graded {
    row: RankedRow,
    grades: Vec<u8>,
}

impl Office {
    /// Ranks dossiers within the level decided, or else proposed; those without either stand apart.
    pub(super) fn ranking(&self) -> Result<Ranking, OfficeError> {
        let decisions = self.store.decisions()?;
        let mut weighed: BTreeMap<DossierId, (Proposal, Vec<u8>)> = BTreeMap::new();
        self.each_bench(|id, bench| {
            let panel = bench.panel();
            let proposed = propose(&self.grid, &panel, &set_of(&self.grid, decisions.get(&id)));
            weighed.insert(id, (proposed, grades(&panel)));
        })?;
        let aside = self.store.set_aside()?;
        // The levels of the grid in order, with no level first.
        let mut levels: BTreeMap<usize, Vec<Graded>> = BTreeMap::new();
        let mut open = Vec::new();
        for (id, number, name) in self.store.dossier_names()? {
            if aside.contains(&id) {
                continue;
            }
            let (proposed, grades) = weighed
                .remove(&id)
                .unwrap_or((Proposal::Undetermined, Vec::new()));
            let decided = decisions.get(&id).and_then(Decision::level_code);
            let is_decided = decided.is_some();
            let level = decided.or_else(|| proposed.code()).map(str::to_owned);
            let row = RankedRow {
                rank: 0,
                id,
                number,
                name,
                is_decided,
                gauge: Gauge::of(&grades),
            };
            let Some(level) = level else {
                open.push(row);
                continue;
            };
            let place = self.grid.levels().iter().position(|l| l.code.as_str() == level);
            let of_level = levels.entry(place.map_or(0, |at| at + 1)).or_default();
            of_level.push(Graded { row, grades });
        }
        let level = |place: usize| {
            self.grid
                .levels()
                .get(place.checked_sub(1)?)
                .map(|l| l.code.clone())
        };
        let levels = levels.into_iter().map(|(place, rows)| RankedLevel {
            level: level(place),
            rows: ranked(rows),
        });
        Ok(Ranking {
            levels: levels.collect(),
            open,
            forks: self.forks()?.len(),
        })
    }
}

/// Returns every grade that counts on a dossier.
fn grades(panel: &Panel) -> Vec<u8> {
    let marks = panel.seats.values().flat_map(Marks::values);
    let given = marks.filter_map(|mark| mark.score());
    given.map(Score::value).collect()
}

/// Orders the strongest first; what is equal keeps the order of numbers, and its place.
fn ranked(mut rows: Vec<Graded>) -> Vec<RankedRow> {
    rows.sort_by(|a, b| compare(&b.grades, &a.grades));
    let mut ranked: Vec<RankedRow> = Vec::with_capacity(rows.len());
    let mut last: Option<(usize, Vec<u8>)> = None;
    for (at, graded) in (1..).zip(rows) {
        let rank = match &last {
            Some((rank, grades)) if compare(grades, &graded.grades).is_eq() => *rank,
            _ => at,
        };
        last = Some((rank, graded.grades));
        ranked.push(RankedRow { rank, ..graded.row });
    }
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_a_place_and_the_next_one_skips() {
        let graded = |number: &str, grades: &[u8]| Graded {
            row: RankedRow {
                rank: 0,
                id: DossierId::from(number),
                number: number.to_owned(),
                name: String::new(),
                is_decided: false,
                gauge: Gauge::of(grades),
            },
            grades: grades.to_vec(),
        };
        let rows = vec![
            graded("a", &[1, 2, 3]),
            graded("b", &[3, 3, 3]),
            graded("c", &[3, 2, 1]),
            graded("d", &[]),
        ];
        let found = ranked(rows);
        let found: Vec<(usize, &str)> = found.iter().map(|row| (row.rank, row.number.as_str())).collect();
        assert_eq!(found, [(1, "b"), (2, "a"), (2, "c"), (4, "d")]);
    }
}
