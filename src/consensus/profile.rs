//! What tables and letters tell of an outcome, and no more: a few hundred bytes, where thousands are kept at once.

use super::{Consensus, Outcome, Proposal, Total};
use crate::domain::grid::{Axis, Criterion, Grid};
use crate::domain::ratio::Ratio;

/// What a dossier came to, by criterion and axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// What the committee stands on, in the grid's order.
    criteria: Box<[Consensus]>,
    /// In the grid's order.
    axes: Box<[Total]>,
    /// As [`Outcome::total`].
    pub total: Option<Ratio>,
    /// As [`Outcome::proposed`].
    pub proposed: Proposal,
}

impl Outcome {
    /// Returns the profile; takes the grid by which it was judged.
    pub fn profile(self, grid: &Grid) -> Profile {
        let consensus =
            |criterion: &Criterion| self.criteria.get(&criterion.code).map(|found| found.consensus);
        let criteria = grid
            .criteria()
            .map(|criterion| consensus(criterion).unwrap_or(Consensus::NoResult));
        let axis = |axis: &Axis| self.axes.get(&axis.code).cloned().unwrap_or(Total::NoResult);
        Profile {
            criteria: criteria.collect(),
            axes: grid.axes().iter().map(axis).collect(),
            total: self.total,
            proposed: self.proposed,
        }
    }
}

impl Profile {
    /// Returns each criterion of the grid with what the committee stands on; takes the grid by which it was judged.
    pub fn criteria<'a>(&self, grid: &'a Grid) -> impl Iterator<Item = (&'a Criterion, Consensus)> {
        grid.criteria().zip(self.criteria.iter().copied())
    }

    /// Returns each axis of the grid with its value; takes the grid by which it was judged.
    pub fn axes<'a>(&'a self, grid: &'a Grid) -> impl Iterator<Item = (&'a Axis, &'a Total)> {
        grid.axes().iter().zip(&self.axes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{grid, outcome};

    #[test]
    fn a_profile_tells_of_each_criterion_and_axis_what_the_outcome_tells() {
        let grid = grid(&[(1, &[1, 1]), (2, &[1])]).build();
        let outcome = outcome(&grid, "4 1 na|4 – na|4 5 na");
        let profile = outcome.clone().profile(&grid);
        for (criterion, consensus) in profile.criteria(&grid) {
            assert_eq!(
                outcome.criteria.get(&criterion.code).unwrap().consensus,
                consensus
            );
        }
        for (axis, total) in profile.axes(&grid) {
            assert_eq!(outcome.axes.get(&axis.code).unwrap(), total);
        }
        assert_eq!(
            (profile.criteria(&grid).count(), profile.axes(&grid).count()),
            (3, 2)
        );
        assert_eq!(
            (profile.total, profile.proposed),
            (outcome.total, outcome.proposed)
        );
    }
}
