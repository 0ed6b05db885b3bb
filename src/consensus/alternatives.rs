//! Other honest ways of counting the same marks, and how many of them propose the same level (RULES.md §§2 and 6.4).
//! Advice, never a rule.

use super::ballots::{self, Ballots};
use super::level::{Ladder, Proposal, Value};
use super::median::{Consensus, Middle};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, JurorId};
use crate::domain::panel::Panel;
use crate::domain::ratio::Ratio;
use crate::domain::score::Score;
use num_integer::Integer as _;
use std::collections::BTreeMap;

/// A severity is rounded to a thousandth of a grade: it is an estimate, and its exact fraction has hundreds of digits.
const THOUSAND: i64 = 1_000;
/// Parts of a grade beyond which sums could leave 64 bits; thirty jurors who leave gaps of every size don't reach it.
const MOST_PARTS: i64 = 1_000_000_000_000;

/// A way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The rule: the lower median of each criterion.
    LowerMedian,
    /// The mean of each criterion.
    Mean,
    /// The mean of each criterion without a fifth of the grades at each end.
    TrimmedMean,
    /// The middle between the two medians.
    MidMedian,
    /// The lower median of the levels that the jurors' own marks propose.
    OwnLevels,
    /// The mean of each criterion, each juror's severity taken away.
    Adjusted,
}

impl Way {
    /// Returns its name in the catalogues.
    pub fn word(self) -> &'static str {
        match self {
            Self::LowerMedian => "way-lower-median",
            Self::Mean => "way-mean",
            Self::TrimmedMean => "way-trimmed-mean",
            Self::MidMedian => "way-mid-median",
            Self::OwnLevels => "way-own-levels",
            Self::Adjusted => "way-adjusted",
        }
    }
}

/// What each way proposes; a way that has nothing to count from is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alternatives(pub Vec<(Way, Proposal)>);

impl Alternatives {
    /// Returns how many propose what the rule does, the rule itself with them.
    pub fn agreeing(&self) -> usize {
        let rule = self.of(Way::LowerMedian);
        let same = self.0.iter().filter(|(_, proposal)| Some(proposal) == rule);
        same.count()
    }

    /// Returns what a way proposes.
    pub fn of(&self, way: Way) -> Option<&Proposal> {
        let mut ways = self.0.iter();
        ways.find(|(other, _)| *other == way)
            .map(|(_, proposal)| proposal)
    }
}

/// Counts in every way. `severity` is how much more lenient each juror is than the others, in grades.
pub fn alternatives(
    grid: &Grid,
    panel: &Panel,
    set: &BTreeMap<CriterionCode, Score>,
    severity: &BTreeMap<JurorId, Ratio>,
) -> Alternatives {
    let count = Count {
        ballots: Ballots::new(grid, panel, set),
        ladder: Ladder::new(grid),
        lenience: lenience(panel, severity),
    };
    let rule = count.ladder.proposed(count.ballots.consensus());
    let ways = [
        (Way::LowerMedian, Some(rule)),
        (Way::Mean, count.by(&Count::mean)),
        (Way::TrimmedMean, count.by(&Count::trimmed)),
        (Way::MidMedian, count.by(&Count::middle)),
        (Way::OwnLevels, count.own_levels()),
        (Way::Adjusted, count.adjusted()),
    ];
    let counted = ways.into_iter().filter_map(|(way, found)| Some((way, found?)));
    Alternatives(
        counted
            .filter(|(_, found)| *found != Proposal::Undetermined)
            .collect(),
    )
}

/// Returns each seat's severity in thousandths, in the seats' order, where it is known.
fn lenience(panel: &Panel, severity: &BTreeMap<JurorId, Ratio>) -> Vec<Option<i64>> {
    let seats = panel.seats.keys();
    seats
        .map(|juror| severity.get(juror)?.rounded_in(THOUSAND))
        .collect()
}

struct Count<'a> {
    ballots: Ballots,
    ladder: Ladder<'a>,
    lenience: Vec<Option<i64>>,
}

/// A sum of grades and by how much it is divided.
type Share = (i64, i64);

impl Count<'_> {
    /// Puts a share in the place of each criterion's median; what the committee set stays, and so does what has no result.
    fn by(&self, share: &dyn Fn(&Self, usize) -> Option<Share>) -> Option<Proposal> {
        let set: Vec<bool> = self.ballots.columns().map(|(_, set)| set.is_some()).collect();
        let stands: Vec<Consensus> = self.ballots.consensus().collect();
        let places = stands.iter().zip(set).enumerate();
        let shares: Vec<Result<Share, Value>> = places
            .map(|(at, (consensus, set))| match consensus {
                Consensus::Grade(grade) if set => Ok((i64::from(grade.value()), 1)),
                Consensus::Grade(_) => share(self, at).ok_or(Value::NoResult),
                Consensus::NotApplicable | Consensus::NoResult => Err(Value::from(*consensus)),
            })
            .collect();
        let divisors = shares.iter().flatten().map(|(_, n)| *n);
        let per = divisors.fold(1_i64, |per, n| if per > MOST_PARTS { per } else { per.lcm(&n) });
        if per > MOST_PARTS {
            return None;
        }
        let values = shares.into_iter().map(|share| match share {
            Ok((sum, n)) => Value::Parts(sum * (per / n)),
            Err(other) => other,
        });
        let place = self.ladder.place(&self.ladder.weigh_parts(values, per));
        Some(self.ladder.proposal(place))
    }

    fn sorted(&self, at: usize) -> Vec<i64> {
        let mut grades: Vec<i64> = self
            .ballots
            .grades_by_seat(at)
            .map(|(_, grade)| i64::from(grade.value()))
            .collect();
        grades.sort_unstable();
        grades
    }

    fn mean(&self, at: usize) -> Option<Share> {
        shared(&self.sorted(at))
    }

    fn trimmed(&self, at: usize) -> Option<Share> {
        let grades = self.sorted(at);
        let dropped = grades.len() / 5;
        shared(grades.get(dropped..grades.len() - dropped)?)
    }

    fn middle(&self, at: usize) -> Option<Share> {
        let (column, _) = self.ballots.columns().nth(at)?;
        let median = |middle| Some(i64::from(column.tally().median(middle)?.value()));
        Some((median(Middle::Lower)? + median(Middle::Upper)?, 2))
    }

    fn adjusted(&self) -> Option<Proposal> {
        // Of nobody who graded may it be unknown: their criterion would have no result.
        self.by(&|count, at| {
            let grades = count.ballots.grades_by_seat(at);
            let adjusted: Option<Vec<i64>> = grades
                .map(|(seat, grade)| {
                    Some(i64::from(grade.value()) * THOUSAND - (*count.lenience.get(seat)?)?)
                })
                .collect();
            let (sum, n) = shared(&adjusted?)?;
            Some((sum, n * THOUSAND))
        })
    }

    /// The lower median of the levels of those whose marks suffice for one.
    fn own_levels(&self) -> Option<Proposal> {
        let seats = self.ballots.seats().iter();
        let mut places: Vec<usize> = seats
            .filter_map(|seat| self.ladder.place(&self.ladder.weigh(ballots::alone(seat))))
            .collect();
        places.sort_unstable();
        let middle = places.len().checked_sub(1)? / 2;
        Some(self.ladder.proposal(places.get(middle).copied()))
    }
}

fn shared(grades: &[i64]) -> Option<Share> {
    let n = i64::try_from(grades.len()).ok().filter(|n| *n > 0)?;
    Some((grades.iter().sum(), n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consensus::testing::{grid, panel, set};

    fn said(rows: &str, severity: &[(&str, i64)]) -> String {
        let grid = grid(&[(1, &[1])]).build();
        let severity = severity
            .iter()
            .map(|(juror, tenths)| (JurorId::from(*juror), Ratio::new(*tenths, 10).unwrap()))
            .collect();
        let found = alternatives(&grid, &panel(&grid, rows), &BTreeMap::new(), &severity);
        let ways = found.0.iter().map(|(way, level)| {
            format!(
                "{} {}",
                way.word().trim_start_matches("way-"),
                level.code().unwrap()
            )
        });
        format!(
            "{}/{}: {}",
            found.agreeing(),
            found.0.len(),
            ways.collect::<Vec<_>>().join(", ")
        )
    }

    #[test]
    fn each_way_counts_as_by_hand() {
        // Sorted 1 2 3 5 5: median 3, mean 16/5, without the ends 10/3, levels 1 2 3 5 5.
        assert_eq!(
            said("1|2|3|5|5", &[]),
            "5/5: lower-median 3, mean 3, trimmed-mean 3, mid-median 3, own-levels 3"
        );
        // Sorted 2 3 5 5: lower median 3, mean 15/4, a fifth of four is none, mid-median 4.
        assert_eq!(
            said("2|3|5|5", &[]),
            "4/5: lower-median 3, mean 3, trimmed-mean 3, mid-median 4, own-levels 3"
        );
        // Mean 13/3; without a whole grade of lenience each it is 10/3.
        let lenient = [("juror-00", 10), ("juror-01", 10), ("juror-02", 10)];
        assert_eq!(
            said("4|4|5", &lenient),
            "5/6: lower-median 4, mean 4, trimmed-mean 4, mid-median 4, own-levels 4, adjusted 3"
        );
        assert_eq!(said("4|4", &lenient), "0/1: own-levels 4", "no quorum, no median");
    }

    #[test]
    fn what_the_committee_set_stands_in_every_way() {
        let grid = grid(&[(1, &[1])]).build();
        let panel = panel(&grid, "1|2|3|5|5");
        let found = alternatives(&grid, &panel, &set(&grid, "1.1=5"), &BTreeMap::new());
        for way in [Way::LowerMedian, Way::Mean, Way::TrimmedMean, Way::MidMedian] {
            assert_eq!(found.of(way).and_then(Proposal::code), Some("5"), "{way:?}");
        }
        assert_eq!(found.of(Way::OwnLevels).and_then(Proposal::code), Some("3"));
    }
}
