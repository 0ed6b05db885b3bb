//! From consensus to axes, total and level: the one place of this rule (RULES.md §1).

use super::median::Consensus;
use super::quotient::{Part, Quotient};
use crate::domain::grid::{Axis, Grid, Level};
use crate::domain::ids::{AxisCode, LevelCode};
use crate::domain::ratio::Ratio;

/// The value of an axis, on the scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Total {
    /// Its weighted mean.
    Value(Ratio),
    /// None of its criteria applies; it leaves the total.
    NotApplicable,
    /// A criterion has no result, or less than two thirds of the weight is kept.
    NoResult,
}

/// The level that the grades propose; the committee decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proposal {
    /// This level.
    Level(LevelCode),
    /// No level's conditions are met.
    NoLevel,
    /// There is no total to compare.
    Undetermined,
}

impl Proposal {
    /// Returns the word of commands and files: a level's code, `none`, or nothing where it is undetermined.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Level(code) => Some(code.as_str()),
            Self::NoLevel => Some("none"),
            Self::Undetermined => None,
        }
    }
}

/// An axis before any division.
#[derive(Debug, Clone, Copy)]
pub(super) enum AxisSum {
    /// Σ w·M and Σ w over what applies; the second is positive.
    Kept { sum: i64, weight: i64 },
    /// As [`Total::NotApplicable`].
    NotApplicable,
    /// As [`Total::NoResult`].
    NoResult,
}

/// What stands on a criterion, counted in parts of a grade: as many parts make one as whoever sums says.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value {
    /// So many parts.
    Parts(i64),
    /// As [`Consensus::NotApplicable`].
    NotApplicable,
    /// As [`Consensus::NoResult`].
    NoResult,
}

impl From<Consensus> for Value {
    fn from(consensus: Consensus) -> Self {
        match consensus {
            Consensus::Grade(grade) => Self::Parts(i64::from(grade.value())),
            Consensus::NotApplicable => Self::NotApplicable,
            Consensus::NoResult => Self::NoResult,
        }
    }
}

impl AxisSum {
    /// Sums an axis; takes as many consensus values as it has criteria.
    pub(super) fn of(axis: &Axis, values: &mut impl Iterator<Item = Consensus>) -> Self {
        Self::of_parts(axis, &mut values.map(Value::from), 1)
    }

    /// Sums an axis of values of which `per` parts make a grade.
    pub(super) fn of_parts(axis: &Axis, values: &mut impl Iterator<Item = Value>, per: i64) -> Self {
        let (mut sum, mut kept, mut whole) = (0, 0, 0);
        let (mut all_graded, mut none_applies) = (true, true);
        for (criterion, value) in axis.criteria.iter().zip(values) {
            let weight = i64::from(criterion.weight);
            whole += weight;
            match value {
                Value::Parts(parts) => {
                    sum += weight * parts;
                    kept += weight;
                    none_applies = false;
                }
                Value::NoResult => all_graded = false,
                Value::NotApplicable => {}
            }
        }
        if all_graded && none_applies {
            Self::NotApplicable
        } else if all_graded && is_enough(kept, whole) {
            Self::Kept {
                sum,
                weight: kept * per,
            }
        } else {
            Self::NoResult
        }
    }

    /// Returns the axis's value.
    pub(super) fn total(self) -> Total {
        match self {
            Self::Kept { sum, weight } => Ratio::new(sum, weight).map_or(Total::NoResult, Total::Value),
            Self::NotApplicable => Total::NotApplicable,
            Self::NoResult => Total::NoResult,
        }
    }
}

/// Tells whether enough weight is left for a result: some, and two thirds of the whole.
fn is_enough(kept: i64, whole: i64) -> bool {
    kept > 0 && kept * 3 >= whole * 2
}

/// The axes and the total of one set of consensus values.
#[derive(Debug)]
pub(super) struct Weighed {
    /// The axes, in the grid's order.
    pub(super) axes: Vec<AxisSum>,
    /// The total, where there is one.
    pub(super) total: Option<Quotient>,
}

/// A level's conditions on the scale: shares times the scale's maximum.
#[derive(Debug)]
struct Step<'a> {
    level: &'a Level,
    threshold: Quotient,
    /// By the axis's place in the grid.
    floors: Vec<(usize, Quotient)>,
}

/// A grid's levels, ready to be compared with.
#[derive(Debug)]
pub(super) struct Ladder<'a> {
    grid: &'a Grid,
    steps: Vec<Step<'a>>,
}

/// A place on the ladder: 0 below the lowest level, then one for each level. Nothing where no total is there.
pub(super) type Place = Option<usize>;

impl<'a> Ladder<'a> {
    /// Reads the grid's conditions.
    pub(super) fn new(grid: &'a Grid) -> Self {
        let most = Ratio::whole(i64::from(grid.scale().max));
        let bar = |share: &Ratio| Quotient::from(share.clone() * most.clone());
        let steps = grid.levels().iter().map(|level| Step {
            level,
            threshold: bar(&level.threshold),
            floors: places(grid, level).map(|(at, share)| (at, bar(share))).collect(),
        });
        Self {
            grid,
            steps: steps.collect(),
        }
    }

    /// Weighs one consensus value a criterion, in the grid's order.
    pub(super) fn weigh(&self, values: impl Iterator<Item = Consensus>) -> Weighed {
        self.weigh_parts(values.map(Value::from), 1)
    }

    /// Weighs values of which `per` parts make a grade.
    pub(super) fn weigh_parts(&self, mut values: impl Iterator<Item = Value>, per: i64) -> Weighed {
        let axes: Vec<AxisSum> = self
            .grid
            .axes()
            .iter()
            .map(|axis| AxisSum::of_parts(axis, &mut values, per))
            .collect();
        let total = self.total(&axes);
        Weighed { axes, total }
    }

    /// Axes that do not apply leave the total; one without a result leaves none.
    pub(super) fn total(&self, sums: &[AxisSum]) -> Option<Quotient> {
        let mut parts = Vec::with_capacity(sums.len());
        let (mut kept, mut whole) = (0, 0);
        for (axis, value) in self.grid.axes().iter().zip(sums) {
            let weight = i64::from(axis.weight);
            whole += weight;
            match *value {
                AxisSum::Kept { sum, weight: below } => {
                    kept += weight;
                    parts.push(Part {
                        weight,
                        sum,
                        kept: below,
                    });
                }
                AxisSum::NotApplicable => {}
                AxisSum::NoResult => return None,
            }
        }
        is_enough(kept, whole)
            .then(|| Quotient::weighted_mean(&parts))
            .flatten()
    }

    /// Returns the highest level whose conditions are met, even where a lower one's are not.
    pub(super) fn place(&self, weighed: &Weighed) -> Place {
        let total = weighed.total.as_ref()?;
        let met =
            |step: &Step<'_>| total.reaches(&step.threshold) && short(step, &weighed.axes).next().is_none();
        Some(self.steps.iter().rposition(met).map_or(0, |at| at + 1))
    }

    /// Returns the level at a place.
    pub(super) fn proposal(&self, place: Place) -> Proposal {
        match place {
            None => Proposal::Undetermined,
            Some(place) => self
                .own(place)
                .map_or(Proposal::NoLevel, |step| Proposal::Level(step.level.code.clone())),
        }
    }

    /// Returns the level that one consensus value a criterion proposes.
    pub(super) fn proposed(&self, values: impl Iterator<Item = Consensus>) -> Proposal {
        self.proposal(self.place(&self.weigh(values)))
    }

    /// Returns the total less the threshold that it passed.
    pub(super) fn margin_down(&self, place: Place, total: Option<&Ratio>) -> Option<Ratio> {
        let own = self.own(place?)?;
        total.map(|total| total.clone() - own.threshold.ratio())
    }

    /// Returns the next threshold less the total; zero or less where floors alone keep the level away.
    pub(super) fn margin_up(&self, place: Place, total: Option<&Ratio>) -> Option<Ratio> {
        let next = self.steps.get(place?)?;
        total.map(|total| next.threshold.ratio() - total.clone())
    }

    /// Returns the axes that fall short of the next level's floors, in the grid's order.
    pub(super) fn floors_short(&self, place: Place, weighed: &Weighed) -> Vec<AxisCode> {
        let next = place.and_then(|place| self.steps.get(place));
        next.into_iter()
            .flat_map(|step| short(step, &weighed.axes))
            .filter_map(|at| self.grid.axes().get(at))
            .map(|axis| axis.code.clone())
            .collect()
    }

    fn own(&self, place: usize) -> Option<&Step<'a>> {
        self.steps.get(place.checked_sub(1)?)
    }
}

/// A level's floors by the place of their axes.
fn places<'a>(grid: &'a Grid, level: &'a Level) -> impl Iterator<Item = (usize, &'a Ratio)> {
    let of = |axis: &Axis| level.floors.get(&axis.code);
    let axes = grid.axes().iter().enumerate();
    axes.filter_map(move |(at, axis)| Some((at, of(axis)?)))
}

/// Axes below a level's floors. One that does not apply has no floor to meet.
fn short<'a>(step: &'a Step<'_>, axes: &'a [AxisSum]) -> impl Iterator<Item = usize> + 'a {
    let falls = |at: &usize, floor: &Quotient| match axes.get(*at) {
        Some(AxisSum::Kept { sum, weight }) => !Quotient::Plain(*sum, *weight).reaches(floor),
        Some(AxisSum::NotApplicable | AxisSum::NoResult) | None => false,
    };
    let floors = step.floors.iter();
    floors.filter_map(move |(at, floor)| falls(at, floor).then_some(*at))
}

#[cfg(test)]
mod tests;
