//! What would make it the next level: the fewest points on criteria that reach it. Advice for whoever asks “what is
//! missing?”, never a rule.

use super::ballots::Ballots;
use super::level::{Ladder, Proposal};
use super::median::Consensus;
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::panel::Panel;
use crate::domain::ratio::Ratio;
use crate::domain::score::Score;
use std::collections::BTreeMap;

/// Beyond so many points, the next level is out of reach of a discussion.
const MOST: usize = 4;

/// Criteria raised so that the next level is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// The level that is then proposed.
    pub level: Proposal,
    /// Each criterion that is raised, in the grid's order, and to which grade.
    pub criteria: Vec<(CriterionCode, Score)>,
}

/// Finds the fewest points that reach a higher level; among as few, those on the criteria that weigh most. Nothing at the top,
/// where there is no total, and where four points do not do.
pub fn least_raise(grid: &Grid, panel: &Panel, set: &BTreeMap<CriterionCode, Score>) -> Option<Raise> {
    let ballots = Ballots::new(grid, panel, set);
    let ladder = Ladder::new(grid);
    let mut search = Search {
        grid,
        own: ladder.place(&ladder.weigh(ballots.consensus()))?,
        values: ballots.consensus().collect(),
        order: heaviest_first(grid),
        ladder,
    };
    let before = search.values.clone();
    let level = (1..=MOST).find_map(|points| search.reach(points, 0))?;
    let changed = grid.criteria().zip(before.iter().zip(&search.values));
    let criteria = changed.filter_map(|(criterion, (before, after))| match after {
        Consensus::Grade(grade) if before != after => Some((criterion.code.clone(), *grade)),
        Consensus::Grade(_) | Consensus::NotApplicable | Consensus::NoResult => None,
    });
    Some(Raise {
        level,
        criteria: criteria.collect(),
    })
}

/// Returns the criteria's places, those whose point moves the total most first.
fn heaviest_first(grid: &Grid) -> Vec<usize> {
    let gains = grid.axes().iter().flat_map(|axis| {
        let whole: i64 = axis.criteria.iter().map(|c| i64::from(c.weight)).sum();
        axis.criteria.iter().map(move |criterion| {
            let points = i64::from(axis.weight) * i64::from(criterion.weight);
            Ratio::new(points, whole).unwrap_or_else(Ratio::zero)
        })
    });
    let mut order: Vec<(usize, Ratio)> = gains.enumerate().collect();
    order.sort_by(|(_, a), (_, b)| b.cmp(a));
    order.into_iter().map(|(place, _)| place).collect()
}

struct Search<'a> {
    grid: &'a Grid,
    ladder: Ladder<'a>,
    own: usize,
    values: Vec<Consensus>,
    order: Vec<usize>,
}

impl Search<'_> {
    /// Raises so many points, none on a criterion before `from`; leaves the values raised where that reaches a level.
    fn reach(&mut self, points: usize, from: usize) -> Option<Proposal> {
        if points == 0 {
            let place = self.ladder.place(&self.ladder.weigh(self.values.iter().copied()));
            return place
                .filter(|place| *place > self.own)
                .map(|_| self.ladder.proposal(place));
        }
        for turn in from..self.order.len() {
            let Some(at) = self.order.get(turn).copied() else {
                continue;
            };
            let Some(before) = self.values.get(at).copied() else {
                continue;
            };
            let Some(raised) = self.raised(before) else {
                continue;
            };
            self.put(at, raised);
            if let Some(level) = self.reach(points - 1, turn) {
                return Some(level);
            }
            self.put(at, before);
        }
        None
    }

    fn raised(&self, value: Consensus) -> Option<Consensus> {
        match value {
            Consensus::Grade(grade) => {
                let next = self.grid.scale().score(i64::from(grade.value()) + 1)?;
                Some(Consensus::Grade(next))
            }
            Consensus::NotApplicable | Consensus::NoResult => None,
        }
    }

    fn put(&mut self, at: usize, value: Consensus) {
        if let Some(place) = self.values.get_mut(at) {
            *place = value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{grid, panel};
    use super::super::{deliberate, testing};
    use super::*;

    fn said(grid: &Grid, rows: &str) -> String {
        let Some(raise) = least_raise(grid, &panel(grid, rows), &BTreeMap::new()) else {
            return "–".to_owned();
        };
        let steps = raise.criteria.iter().map(|(code, to)| format!("{code}→{to}"));
        format!(
            "{}: {}",
            raise.level.code().unwrap(),
            steps.collect::<Vec<_>>().join(" ")
        )
    }

    #[test]
    fn the_fewest_points_are_found_on_the_heaviest_criteria() {
        let grid = grid(&[(1, &[1, 3])]).build();
        let table = [
            // One point does not: 7/4. Both on the heavier criterion make 10/4.
            ("1 1|1 1|1 1", "2: 1.2→3"),
            ("2 1|2 1|2 1", "2: 1.2→2"),
            ("4 4|4 4|4 4", "5: 1.1→5 1.2→5"),
            // At the top, and without a total.
            ("5 5|5 5|5 5", "–"),
            ("– 3|– 3|– 3", "–"),
        ];
        for (rows, wanted) in table {
            assert_eq!(said(&grid, rows), wanted, "{rows}");
        }
    }

    #[test]
    fn a_floor_is_met_where_it_binds() {
        let grid = grid(&[(3, &[1]), (1, &[1])]).floor(4, "2", "3/5").build();
        assert_eq!(said(&grid, "5 2|5 2|5 2"), "4: 2.1→3");
    }

    #[test]
    fn what_is_out_of_reach_is_not_told() {
        let grid = grid(&[(1, &[1, 1, 1, 1, 1, 1, 1, 1, 1, 1])]).build();
        assert_eq!(
            said(
                &grid,
                "1 1 1 1 1 1 1 1 1 1|1 1 1 1 1 1 1 1 1 1|1 1 1 1 1 1 1 1 1 1"
            ),
            "–"
        );
    }

    #[test]
    fn what_is_told_is_true_and_nothing_less_does() {
        let grid = grid(&[(3, &[1, 2]), (2, &[2, 1])]).build();
        let panel = panel(&grid, "2 3 1 4|2 2 1 4|3 3 0 4");
        let raise = least_raise(&grid, &panel, &BTreeMap::new()).unwrap();
        let set: BTreeMap<CriterionCode, Score> = raise.criteria.iter().cloned().collect();
        assert_eq!(deliberate(&grid, &panel, &set).proposed, raise.level);
        for code in set.keys() {
            let mut less = set.clone();
            let lower = i64::from(less[code].value()) - 1;
            less.insert(code.clone(), testing::score(lower));
            assert_ne!(deliberate(&grid, &panel, &less).proposed, raise.level);
        }
    }
}
