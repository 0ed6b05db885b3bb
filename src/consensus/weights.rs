//! Whether the proposed level stands under any weights within a fifth of the grid's (RULES.md §6.3). The worst and the best
//! case are exact: a weighted mean is least where the lowest values have the heaviest weights, so that trying each cut of
//! the sorted values finds it. Advice, never a rule.

use super::level::{AxisSum, Ladder, Place, Proposal, Weighed};
use super::median::Consensus;
use super::quotient::{Part, Quotient};
use crate::domain::grid::{Axis, Grid};

/// 6/5 and 4/5 of a weight, over a common tenth.
const HEAVY: i64 = 12;
const LIGHT: i64 = 8;

/// The levels that weights up to a fifth lighter or heavier propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The lowest.
    pub low: Proposal,
    /// The highest.
    pub high: Proposal,
}

impl Reach {
    /// Tells whether all propose the same.
    pub fn is_one(&self) -> bool {
        self.low == self.high
    }
}

/// Which end of what weights can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Low,
    High,
}

/// Computes both ends; nothing where there is no total.
pub(super) fn reach(grid: &Grid, ladder: &Ladder<'_>, consensus: &[Consensus], own: Place) -> Option<Reach> {
    own?;
    let at = |end| ladder.proposal(ladder.place(&weighed(grid, ladder, consensus, end)));
    Some(Reach {
        low: at(End::Low),
        high: at(End::High),
    })
}

/// Weighs criteria within their axes, then the axes: each axis as far to one end as it goes.
fn weighed(grid: &Grid, ladder: &Ladder<'_>, consensus: &[Consensus], end: End) -> Weighed {
    let mut values = consensus;
    let mut axes = Vec::with_capacity(grid.axes().len());
    for axis in grid.axes() {
        let (own, rest) = values.split_at(axis.criteria.len().min(values.len()));
        values = rest;
        axes.push(at_end(axis, own, end));
    }
    let parts = grid
        .axes()
        .iter()
        .zip(&axes)
        .filter_map(|(axis, sum)| match *sum {
            AxisSum::Kept { sum, weight } => Some(Part {
                weight: i64::from(axis.weight),
                sum,
                kept: weight,
            }),
            AxisSum::NotApplicable | AxisSum::NoResult => None,
        });
    let total = ladder
        .total(&axes)
        .and(Quotient::weighted_mean(&furthest(parts.collect(), end)));
    Weighed { axes, total }
}

fn at_end(axis: &Axis, values: &[Consensus], end: End) -> AxisSum {
    let sum = AxisSum::of(axis, &mut values.iter().copied());
    let AxisSum::Kept { .. } = sum else {
        return sum;
    };
    let graded = axis
        .criteria
        .iter()
        .zip(values)
        .filter_map(|(criterion, value)| match value {
            Consensus::Grade(grade) => Some(Part {
                weight: i64::from(criterion.weight),
                sum: i64::from(grade.value()),
                kept: 1,
            }),
            Consensus::NotApplicable | Consensus::NoResult => None,
        });
    let parts = furthest(graded.collect(), end);
    AxisSum::Kept {
        sum: parts.iter().map(|part| part.weight * part.sum).sum(),
        weight: parts.iter().map(|part| part.weight).sum(),
    }
}

/// Gives each part the weight with which the mean is furthest to one end.
fn furthest(mut parts: Vec<Part>, end: End) -> Vec<Part> {
    let across = |a: &Part, b: &Part| i128::from(a.sum) * i128::from(b.kept);
    parts.sort_by(|a, b| match end {
        End::Low => across(a, b).cmp(&across(b, a)),
        End::High => across(b, a).cmp(&across(a, b)),
    });
    let mut best: Option<(Quotient, Vec<Part>)> = None;
    for cut in 0..=parts.len() {
        let tried: Vec<Part> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| Part {
                weight: part.weight * if at < cut { HEAVY } else { LIGHT },
                ..*part
            })
            .collect();
        let Some(mean) = Quotient::weighted_mean(&tried) else {
            continue;
        };
        let is_further = best.as_ref().is_none_or(|(known, _)| match end {
            End::Low => !mean.reaches(known),
            End::High => !known.reaches(&mean),
        });
        if is_further {
            best = Some((mean, tried));
        }
    }
    best.map_or(parts, |(_, tried)| tried)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{grid, outcome, ratio};
    use super::*;
    use crate::domain::ratio::Ratio;
    use proptest::prelude::*;

    fn ends(grid: &Grid, rows: &str) -> String {
        let word = |proposal: &Proposal| proposal.code().unwrap_or("null").to_owned();
        let reach = outcome(grid, rows).weights;
        reach.map_or_else(
            || "untestable".to_owned(),
            |reach| format!("{}–{}", word(&reach.low), word(&reach.high)),
        )
    }

    #[test]
    fn a_level_that_hangs_on_the_weights_is_told_from_one_that_does_not() {
        let grid = grid(&[(1, &[1, 1])]).build();
        // All alike: no weight moves it.
        assert_eq!(ends(&grid, "3 3|3 3|3 3"), "3–3");
        // 2 and 4: between (12·2+8·4)/20 = 14/5 and 16/5, around the threshold of 3.
        assert_eq!(ends(&grid, "2 4|2 4|2 4"), "2–3");
        assert_eq!(ends(&grid, "– –|2 4|2 4"), "untestable");
    }

    #[test]
    fn floors_count_at_both_ends() {
        let grid = grid(&[(1, &[1, 1]), (1, &[1])]).floor(3, "1", "1/2").build();
        // The first axis lies at its floor of 5/2 and falls under it at the low end.
        assert_eq!(ends(&grid, "1 4 5|1 4 5|1 4 5"), "2–4");
    }

    fn parts() -> impl Strategy<Value = Vec<Part>> {
        let part = (0i64..5, 0i64..12, 1i64..4).prop_map(|(weight, sum, kept)| Part { weight, sum, kept });
        prop::collection::vec(part, 1..7)
    }

    /// The mean at every corner of what weights can be.
    fn corners(parts: &[Part]) -> Vec<Ratio> {
        (0..1_u32 << parts.len())
            .filter_map(|corner| {
                let heavy = |at: usize| corner >> at & 1 == 1;
                let tried: Vec<Part> = (0..)
                    .zip(parts)
                    .map(|(at, part)| Part {
                        weight: part.weight * if heavy(at) { HEAVY } else { LIGHT },
                        ..*part
                    })
                    .collect();
                Quotient::weighted_mean(&tried).map(|mean| mean.ratio())
            })
            .collect()
    }

    proptest! {
        #[test]
        fn no_corner_lies_further(parts in parts()) {
            let all = corners(&parts);
            let found = |end| Quotient::weighted_mean(&furthest(parts.clone(), end)).map(|mean| mean.ratio());
            prop_assert_eq!(found(End::Low), all.iter().min().cloned());
            prop_assert_eq!(found(End::High), all.iter().max().cloned());
        }
    }

    #[test]
    fn a_fifth_is_a_fifth() {
        assert_eq!(Ratio::new(HEAVY, 10), Some(ratio("6/5")));
        assert_eq!(Ratio::new(LIGHT, 10), Some(ratio("4/5")));
    }
}
