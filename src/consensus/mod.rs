//! From one dossier's marks to its proposed level, exactly, with what the committee should know about it. Knows only
//! the domain; no float, no order of jurors, no chance enters.
#![warn(clippy::wildcard_enum_match_arm)]

mod agenda;
mod alternatives;
mod ballots;
mod disagreement;
mod dispersion;
mod level;
pub mod majority;
mod median;
mod profile;
mod quotient;
mod raise;
mod robustness;
mod weights;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod testing;

pub use agenda::{AgendaInput, AgendaItem, Reason, agenda};
pub use alternatives::{Alternatives, Way, alternatives};
pub use disagreement::Disagreement;
pub use dispersion::{agreement, leik};
pub use level::{Proposal, Total};
pub use median::Consensus;
pub use profile::Profile;
pub use raise::{Raise, least_raise};
pub use robustness::Robustness;
pub use weights::Reach;

use crate::domain::grid::Grid;
use crate::domain::ids::{AxisCode, CriterionCode};
use crate::domain::panel::Panel;
use crate::domain::ratio::Ratio;
use crate::domain::score::{Scale, Score};
use ballots::Ballots;
use level::{AxisSum, Ladder};
use median::{Column, Middle};
use std::collections::BTreeMap;

/// What the marks say on one criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CriterionOutcome {
    /// What the committee stands on.
    pub consensus: Consensus,
    /// Whether the committee set it.
    pub set: bool,
    /// How many graded; abstentions and N.A.s are not counted.
    pub n: usize,
    /// How far apart the grades lie.
    pub disagreement: Disagreement,
    /// The lower median of the grades, whatever the quorum and whatever was set.
    pub median: Option<Score>,
}

/// What the marks say on one dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Each criterion of the grid.
    pub criteria: BTreeMap<CriterionCode, CriterionOutcome>,
    /// Each axis of the grid.
    pub axes: BTreeMap<AxisCode, Total>,
    /// The weighted mean of the axes, on the scale; nothing where one has no result or too little weight is kept.
    pub total: Option<Ratio>,
    /// The level that this proposes.
    pub proposed: Proposal,
    /// The next level's threshold less the total, zero or less where only floors bind; nothing at the top.
    pub margin_up: Option<Ratio>,
    /// The total less the proposed level's threshold; nothing below the lowest level.
    pub margin_down: Option<Ratio>,
    /// The axes that fall short of the next level's floors, in the grid's order.
    pub floors_short: Vec<AxisCode>,
    /// Whether the jurors' own levels, each from their own marks alone, lie two or more apart.
    pub split: bool,
    /// Whether the proposed level hangs on one juror.
    pub robustness: Robustness,
    /// The levels that weights a fifth lighter or heavier propose; nothing where there is no total.
    pub weights: Option<Reach>,
}

/// Computes what a panel's marks say on one dossier (RULES.md §§1, 3 and 6). `set` holds the consensus values that the
/// committee fixed itself: they stand in place of the median, and leaving a juror out does not move them.
pub fn deliberate(grid: &Grid, panel: &Panel, set: &BTreeMap<CriterionCode, Score>) -> Outcome {
    let ballots = Ballots::new(grid, panel, set);
    let ladder = Ladder::new(grid);
    let consensus: Vec<Consensus> = ballots.consensus().collect();
    let weighed = ladder.weigh(consensus.iter().copied());
    let place = ladder.place(&weighed);
    let total = weighed.total.as_ref().map(quotient::Quotient::ratio);
    let own = ballots.seats().iter().map(|seat| {
        let alone = ladder.weigh(ballots::alone(seat));
        ladder.place(&alone)
    });
    Outcome {
        criteria: criteria(grid, &ballots, &consensus),
        axes: axes(grid, &weighed.axes),
        proposed: ladder.proposal(place),
        margin_up: ladder.margin_up(place, total.as_ref()),
        margin_down: ladder.margin_down(place, total.as_ref()),
        floors_short: ladder.floors_short(place, &weighed),
        split: disagreement::is_split(own),
        robustness: robustness::judge(&ballots, &ladder, place),
        weights: weights::reach(grid, &ladder, &consensus, place),
        total,
    }
}

/// Computes the level that a panel's marks propose, and nothing else of it.
pub fn propose(grid: &Grid, panel: &Panel, set: &BTreeMap<CriterionCode, Score>) -> Proposal {
    let ladder = Ladder::new(grid);
    ladder.proposed(Ballots::new(grid, panel, set).consensus())
}

fn criteria(
    grid: &Grid,
    ballots: &Ballots,
    consensus: &[Consensus],
) -> BTreeMap<CriterionCode, CriterionOutcome> {
    let said = ballots.columns().zip(consensus);
    grid.criteria()
        .zip(said)
        .map(|(criterion, ((column, set), consensus))| {
            let outcome = criterion_outcome(column, set, *consensus, grid.scale());
            (criterion.code.clone(), outcome)
        })
        .collect()
}

fn criterion_outcome(
    column: &Column,
    set: Option<Score>,
    consensus: Consensus,
    scale: Scale,
) -> CriterionOutcome {
    let median = column.tally().median(Middle::Lower);
    CriterionOutcome {
        consensus,
        set: set.is_some(),
        n: column.tally().n(),
        disagreement: disagreement::judge(column.grades(), median, scale),
        median,
    }
}

fn axes(grid: &Grid, sums: &[AxisSum]) -> BTreeMap<AxisCode, Total> {
    let axes = grid.axes().iter().zip(sums);
    axes.map(|(axis, sum)| (axis.code.clone(), sum.total())).collect()
}

#[cfg(test)]
mod tests {
    use super::testing::{grid, line, outcome, panel, score, set, shown};
    use super::*;

    #[test]
    fn a_value_set_live_stands_and_everything_follows() {
        let grid = grid(&[(1, &[1, 1])]).build();
        let panel = panel(&grid, "4 1|4 1|4 5|4 -");
        let before = deliberate(&grid, &panel, &BTreeMap::new());
        assert_eq!(line(&before), "5/2 → 5/2: 2");
        let after = deliberate(&grid, &panel, &set(&grid, "1.2=4"));
        assert_eq!(line(&after), "4 → 4: 4");
        let found = after.criteria.get("1.2").unwrap();
        let said = CriterionOutcome {
            consensus: Consensus::Grade(score(4)),
            set: true,
            n: 3,
            disagreement: Disagreement::Discuss,
            median: Some(score(1)),
        };
        assert_eq!(*found, said);
        assert!(!after.criteria.get("1.1").unwrap().set);
    }

    #[test]
    fn a_value_set_gives_a_result_where_the_marks_give_none() {
        let grid = grid(&[(1, &[1, 1])]).build();
        for rows in ["4 –|4 3|4 –", "4 na|4 na|4 na", "4 a|4 a|4 –"] {
            let set = set(&grid, "1.2=0");
            assert_eq!(line(&deliberate(&grid, &panel(&grid, rows), &set)), "2 → 2: 2");
        }
        let nobody = deliberate(&grid, &Panel::default(), &set(&grid, "1.1=5 1.2=5"));
        assert_eq!(line(&nobody), "5 → 5: 5");
        assert_eq!(nobody.robustness, Robustness::Untestable);
    }

    #[test]
    fn recusal_lowers_the_panel_and_an_unanswered_seat_does_not() {
        let grid = grid(&[(1, &[1])]).build();
        let table = [
            ("3|3|4|–|–|–", "null", 3),
            ("3|3|4|–|–|R", "3", 3),
            ("3|3|4|R 5|R|R", "3", 3),
            ("3|4|R|R", "null", 2),
            ("R|R", "null", 0),
            ("3|3|na|na|na|R", "na", 2),
        ];
        for (rows, consensus, n) in table {
            let found = outcome(&grid, rows);
            let criterion = found.criteria.get("1.1").unwrap();
            assert_eq!(
                (shown(criterion.consensus).as_str(), criterion.n),
                (consensus, n),
                "{rows}"
            );
        }
    }

    #[test]
    fn under_the_quorum_the_median_is_still_told() {
        let grid = grid(&[(1, &[1])]).build();
        let found = outcome(&grid, "2|5|a|–");
        let criterion = found.criteria.get("1.1").unwrap();
        assert_eq!(criterion.consensus, Consensus::NoResult);
        assert_eq!(criterion.median, Some(score(2)));
        assert_eq!(
            (found.proposed.code(), found.margin_up, found.margin_down),
            (None, None, None)
        );
        assert_eq!(outcome(&grid, "0|0|0").proposed.code(), Some("none"));
    }

    #[test]
    fn jurors_split_by_their_own_marks_alone() {
        let grid = grid(&[(1, &[1, 1, 1])]).build();
        let table = [
            ("3 3 3|4 4 4|3 3 3", false),
            ("3 3 3|5 5 5|3 3 3", true),
            ("0 0 0|1 1 1|0 0 0", false),
            ("0 0 0|2 2 2|0 0 0", true),
            // One who left a criterion blank or abstained proposes nothing.
            ("3 3 3|5 5 –|5 5 a", false),
            ("3 3 3|5 5 na|3 3 3", true),
            ("3 3 3|5 na na|3 3 3", false),
            ("3 3 3", false),
            ("3 3 3|5 5 5 R", false),
        ];
        for (rows, split) in table {
            assert_eq!(outcome(&grid, rows).split, split, "{rows}");
        }
        let settled = deliberate(&grid, &panel(&grid, table[1].0), &set(&grid, "1.1=3 1.2=3 1.3=3"));
        assert!(settled.split, "what the committee set is no juror's own mark");
    }
}
