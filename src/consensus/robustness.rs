//! Whether the proposed level hangs on one juror (RULES.md §6.2). Advice, never a rule.

use super::ballots::{Ballots, has_graded};
use super::level::{Ladder, Place};
use super::median::Middle;

/// What leaving each juror out in turn does to the proposed level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Robustness {
    /// Nothing, whichever of the two medians stands.
    Robust,
    /// Something, in fewer than a third of the cases.
    Sensitive,
    /// It changes the level in a third of the cases or more.
    Fragile,
    /// No case is left with enough grades, or there is no level to begin with.
    Untestable,
}

impl Robustness {
    /// Returns the word of commands and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Robust => "robust",
            Self::Sensitive => "sensitive",
            Self::Fragile => "fragile",
            Self::Untestable => "untestable",
        }
    }
}

/// What the removals that leave a level gave.
#[derive(Debug)]
struct Removals {
    own: usize,
    tested: usize,
    changed: usize,
    lowest: usize,
    highest: usize,
}

impl Removals {
    fn of(own: usize) -> Self {
        Self {
            own,
            tested: 0,
            changed: 0,
            lowest: own,
            highest: own,
        }
    }

    fn add(&mut self, low: usize, high: usize) {
        self.tested += 1;
        self.changed += usize::from(low != self.own);
        self.lowest = self.lowest.min(low);
        self.highest = self.highest.max(high);
    }

    /// L⁻ and L⁺ both equal L exactly where neither end left it.
    fn verdict(&self) -> Robustness {
        if self.tested == 0 {
            Robustness::Untestable
        } else if self.changed * 3 >= self.tested {
            Robustness::Fragile
        } else if self.lowest == self.own && self.highest == self.own {
            Robustness::Robust
        } else {
            Robustness::Sensitive
        }
    }
}

/// Leaves each juror who graded out in turn, seat and all. Removing one from an odd number makes it even, where the
/// lower median can only fall: so the highest level is taken from the upper median.
pub(super) fn judge(ballots: &Ballots, ladder: &Ladder<'_>, own: Place) -> Robustness {
    let Some(own) = own else {
        return Robustness::Untestable;
    };
    let mut removals = Removals::of(own);
    for seat in ballots.seats().iter().filter(|seat| has_graded(seat)) {
        let place = |middle| ladder.place(&ladder.weigh(ballots.without(seat, middle)));
        if let (Some(low), Some(high)) = (place(Middle::Lower), place(Middle::Upper)) {
            removals.add(low, high);
        }
    }
    removals.verdict()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consensus::deliberate;
    use crate::consensus::testing::{grid, outcome, panel, set};
    use std::collections::BTreeMap;

    #[test]
    fn a_level_on_one_criterion() {
        // Levels are the grades themselves: the level is the median.
        let grid = grid(&[(1, &[1])]).quorum(2).build();
        let table = [
            ("3|3|3", "robust"),
            ("3|3|3|3", "robust"),
            // Without either 4 or the 3, lower 3, upper 4.
            ("3|4|4", "fragile"),
            // Without a 4: 3 3 4, still 3; without a 3: 3 4 4, now 4.
            ("3|3|4|4", "fragile"),
            // Without any 3: 3 3 4 4, lower 3, upper 4.
            ("3|3|3|4|4", "sensitive"),
            // Without any of the 4s: 3 3 3 4, lower 3.
            ("3|3|3|4|4|4", "fragile"),
            ("2|3|3|3|5", "robust"),
            // Without a 0: 0 3, lower 0, upper 3.
            ("0|0|3", "sensitive"),
            ("3|3", "untestable"),
            ("3", "untestable"),
            ("a|a|a", "untestable"),
        ];
        for (rows, expected) in table {
            assert_eq!(outcome(&grid, rows).robustness.as_str(), expected, "{rows}");
        }
    }

    #[test]
    fn removals_below_the_quorum_do_not_count() {
        let of = |quorum| grid(&[(1, &[1])]).quorum(quorum).build();
        assert_eq!(outcome(&of(3), "3|3|3").robustness, Robustness::Untestable);
        assert_eq!(outcome(&of(3), "3|3|3|3").robustness, Robustness::Robust);
        // Of seven seats four graded; without one of them three of six are no majority.
        let rows = "3|3|3|3|a|-|a";
        assert_eq!(outcome(&of(3), rows).robustness, Robustness::Untestable);
        assert_eq!(outcome(&of(3), "3|3|3|3|3|-|a").robustness, Robustness::Robust);
    }

    #[test]
    fn only_those_who_graded_are_left_out() {
        let grid = grid(&[(1, &[1])]).quorum(2).build();
        // Without one of the N.A.s the majority would turn; but they graded nothing.
        assert_eq!(
            outcome(&grid, "3|3|3|na|na|na").robustness,
            Robustness::Untestable
        );
        // Each grade left out leaves two of five seats.
        assert_eq!(outcome(&grid, "3|3|3|a|a").robustness, Robustness::Untestable);
    }

    #[test]
    fn a_third_of_the_removals_is_fragile() {
        let removals = |tested, changed| Removals {
            tested,
            changed,
            lowest: 2,
            ..Removals::of(3)
        };
        assert_eq!(removals(6, 2).verdict(), Robustness::Fragile);
        assert_eq!(removals(7, 2).verdict(), Robustness::Sensitive);
        assert_eq!(removals(3, 1).verdict(), Robustness::Fragile);
        assert_eq!(Removals::of(3).verdict(), Robustness::Untestable);
    }

    #[test]
    fn what_the_committee_set_stays() {
        let grid = grid(&[(1, &[1])]).quorum(2).build();
        let panel = panel(&grid, "3|4|4");
        let judged = |set: &BTreeMap<_, _>| deliberate(&grid, &panel, set).robustness;
        assert_eq!(judged(&BTreeMap::new()), Robustness::Fragile);
        assert_eq!(judged(&set(&grid, "1.1=4")), Robustness::Robust);
    }
}
