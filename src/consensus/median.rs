//! The grade that a jury's marks give a criterion: the lower median, under a quorum (RULES.md §1).

use crate::domain::score::{Mark, Score};

/// What the committee stands on for a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consensus {
    /// A grade of the scale.
    Grade(Score),
    /// The criterion does not apply to this candidate.
    NotApplicable,
    /// Too few grades.
    NoResult,
}

/// Which of the two middle grades stands where their number is even. Results take the lower one; the upper one only
/// bounds what a missing juror could have changed (RULES.md §6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Middle {
    /// x_⌈n/2⌉.
    Lower,
    /// x_⌊n/2⌋₊₁.
    Upper,
}

impl Middle {
    /// Returns the place of the median among `n` sorted grades, from 0.
    fn place(self, n: usize) -> Option<usize> {
        let last = n.checked_sub(1)?;
        Some(match self {
            Self::Lower => last / 2,
            Self::Upper => n / 2,
        })
    }
}

/// What a result asks of the number of grades (RULES.md §1).
#[derive(Debug, Clone, Copy)]
pub(super) struct Quorum {
    /// Least number of grades.
    pub(super) least: usize,
    /// Seats of the panel, whether they answered or not; more than half of them must have graded.
    pub(super) seats: usize,
}

impl Quorum {
    fn is_met(self, grades: usize) -> bool {
        grades >= self.least && grades * 2 > self.seats
    }
}

/// A criterion's marks, counted: abstentions leave no trace.
#[derive(Debug)]
pub(super) struct Column {
    sorted: Vec<Score>,
    not_applicable: usize,
}

impl Column {
    /// Counts the marks.
    pub(super) fn of(marks: impl Iterator<Item = Mark>) -> Self {
        let mut column = Self {
            sorted: Vec::new(),
            not_applicable: 0,
        };
        for mark in marks {
            match mark {
                Mark::Scored(score) => column.sorted.push(score),
                Mark::NotApplicable => column.not_applicable += 1,
                Mark::Abstained => {}
            }
        }
        column.sorted.sort_unstable();
        column
    }

    /// Returns the grades, lowest first.
    pub(super) fn grades(&self) -> &[Score] {
        &self.sorted
    }

    /// Returns all of them.
    pub(super) fn tally(&self) -> Tally<'_> {
        Tally {
            sorted: &self.sorted,
            skipped: None,
            not_applicable: self.not_applicable,
        }
    }

    /// Returns all but one of them.
    pub(super) fn without(&self, mark: Option<Mark>) -> Tally<'_> {
        let whole = self.tally();
        match mark {
            Some(Mark::Scored(score)) => {
                let first = self.sorted.partition_point(|grade| *grade < score);
                let found = self.sorted.get(first) == Some(&score);
                Tally {
                    skipped: found.then_some(first),
                    ..whole
                }
            }
            Some(Mark::NotApplicable) => Tally {
                not_applicable: self.not_applicable.saturating_sub(1),
                ..whole
            },
            Some(Mark::Abstained) | None => whole,
        }
    }
}

/// A view of a column, perhaps without one of its marks: leaving each juror out in turn copies nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tally<'a> {
    sorted: &'a [Score],
    skipped: Option<usize>,
    not_applicable: usize,
}

impl Tally<'_> {
    /// Returns the number of grades.
    pub(super) fn n(self) -> usize {
        self.sorted.len() - usize::from(self.skipped.is_some())
    }

    /// Returns the median, whatever the quorum; nothing without a grade.
    pub(super) fn median(self, middle: Middle) -> Option<Score> {
        let place = middle.place(self.n())?;
        let shift = self.skipped.is_some_and(|skipped| skipped <= place);
        self.sorted.get(place + usize::from(shift)).copied()
    }

    /// Returns what the marks give the criterion. Not applicable asks for no quorum, only for more than half of the
    /// grades and N.A.s together.
    pub(super) fn consensus(self, quorum: Quorum, middle: Middle) -> Consensus {
        if self.not_applicable > self.n() {
            return Consensus::NotApplicable;
        }
        match self.median(middle) {
            Some(grade) if quorum.is_met(self.n()) => Consensus::Grade(grade),
            Some(_) | None => Consensus::NoResult,
        }
    }
}

/// Returns what one juror's own mark says: a quorum of one.
pub(super) fn own(mark: Option<Mark>) -> Consensus {
    match mark {
        Some(Mark::Scored(score)) => Consensus::Grade(score),
        Some(Mark::NotApplicable) => Consensus::NotApplicable,
        Some(Mark::Abstained) | None => Consensus::NoResult,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consensus::testing::{score, shown};
    use crate::domain::score::Scale;

    const SCALE: Scale = Scale { min: 0, max: 5 };

    fn marks(row: &str) -> Vec<Mark> {
        row.split_whitespace()
            .map(|word| if word == "a" { "abstain" } else { word })
            .filter(|word| *word != "-")
            .map(|word| Mark::parse(word, SCALE).unwrap())
            .collect()
    }

    #[test]
    fn a_criterion_in_a_table() {
        // marks, seats, quorum, consensus
        let table = [
            ("2 3 4", 3, 3, "3"),
            ("4 2 3", 3, 3, "3"),
            ("2 3", 3, 3, "null"),
            ("2 3 a", 3, 3, "null"),
            ("2 3 a", 3, 2, "2"),
            ("2 3 4 5", 4, 3, "3"),
            ("2 2 5 5", 4, 3, "2"),
            ("3 3 3", 5, 3, "3"),
            ("3 3 3", 6, 3, "null"),
            ("3 3 3 3", 6, 3, "3"),
            ("3 3 3 a a a", 6, 3, "null"),
            ("0 0 0", 3, 3, "0"),
            ("5", 1, 1, "5"),
            ("5", 2, 1, "null"),
            ("", 0, 1, "null"),
            ("", 4, 1, "null"),
            ("a a a", 3, 1, "null"),
            ("3 3 3 na na na", 6, 3, "null"),
            ("3 3 3 na na", 5, 3, "3"),
            ("3 3 na na na", 5, 3, "na"),
            ("3 3 na na a a", 6, 2, "null"),
            ("3 na na a a a", 6, 3, "na"),
            ("na", 30, 3, "na"),
            ("na a a a", 4, 3, "na"),
        ];
        for (row, seats, least, expected) in table {
            let column = Column::of(marks(row).into_iter());
            let found = column.tally().consensus(Quorum { least, seats }, Middle::Lower);
            assert_eq!(shown(found), expected, "{row} of {seats}");
        }
    }

    #[test]
    fn an_even_number_of_grades_has_two_medians() {
        let column = Column::of(marks("5 1 4 2").into_iter());
        assert_eq!(column.tally().median(Middle::Lower), Some(score(2)));
        assert_eq!(column.tally().median(Middle::Upper), Some(score(4)));
        let column = Column::of(marks("5 1 4").into_iter());
        assert_eq!(column.tally().median(Middle::Lower), Some(score(4)));
        assert_eq!(column.tally().median(Middle::Upper), Some(score(4)));
        assert_eq!(Column::of([].into_iter()).tally().median(Middle::Upper), None);
    }

    #[test]
    fn leaving_a_mark_out_is_counting_the_others() {
        let all = marks("0 1 1 3 5 5 na a");
        let column = Column::of(all.iter().copied());
        for left in 0..all.len() {
            let mut rest = all.clone();
            let mark = rest.remove(left);
            let recounted = Column::of(rest.into_iter());
            let (view, recount) = (column.without(Some(mark)), recounted.tally());
            assert_eq!(view.n(), recount.n());
            assert_eq!(view.not_applicable, recount.not_applicable);
            for middle in [Middle::Lower, Middle::Upper] {
                assert_eq!(view.median(middle), recount.median(middle), "without {mark}");
            }
        }
        assert_eq!(
            column.without(Some(Mark::Scored(score(2)))).n(),
            column.tally().n()
        );
        assert_eq!(column.without(None).n(), column.tally().n());
    }
}
