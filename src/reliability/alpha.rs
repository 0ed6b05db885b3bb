//! Krippendorff's alpha (Krippendorff 2011, *Computing Krippendorff's alpha-reliability*): missing ratings are taken as
//! they are, a unit rated once adds nothing, and no variation leaves it undefined.

use super::ratings::{Pairs, Ratings, Unit};
use super::{Known, Why};
use crate::domain::ratio::Ratio;
use std::collections::BTreeMap;

/// How far apart two values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// The same or not.
    Nominal,
    /// By how many ratings lie between them.
    Ordinal,
    /// By their difference.
    Interval,
}

impl Metric {
    /// Returns four times the square of the distance of two values, which were given so often.
    fn squared(self, given: &[i128], one: usize, other: usize) -> i128 {
        let (low, high) = (one.min(other), one.max(other));
        let twice = match self {
            Self::Nominal => i128::from(low != high) * 2,
            Self::Interval => i128::try_from(high - low).unwrap_or(0) * 2,
            Self::Ordinal => {
                let between: i128 = given.iter().skip(low).take(high - low + 1).sum();
                let ends: i128 = [low, high].iter().filter_map(|end| given.get(*end)).sum();
                between * 2 - ends
            }
        };
        twice * twice
    }
}

impl Pairs {
    /// Computes alpha: 1 − observed disagreement over the one expected by chance.
    pub(super) fn alpha(&self, metric: Metric) -> Known {
        let mut given = vec![0_i128; self.categories];
        for (_, sized) in self.pairable_sizes() {
            for (sum, count) in given.iter_mut().zip(&sized.values) {
                *sum += count;
            }
        }
        let n: i128 = given.iter().sum();
        if n == 0 {
            return Err(Why::NoPair);
        }
        let k = self.categories;
        let squares: Vec<i128> = (0..k * k)
            .map(|place| metric.squared(&given, place / k, place % k))
            .collect();
        let observed: Ratio = self
            .pairable_sizes()
            .filter_map(|(size, sized)| {
                let pairs = sized.pairs.iter().zip(&squares);
                Ratio::new(
                    pairs.map(|(count, square)| count * square).sum::<i128>(),
                    size - 1,
                )
            })
            .sum();
        let expected = given.iter().enumerate().flat_map(|(row, one)| {
            let others = given.iter().enumerate();
            others.map(move |(column, other)| (row * k + column, one * other))
        });
        let expected: i128 = expected
            .filter_map(|(place, both)| Some(both * squares.get(place)?))
            .sum();
        let chance = Ratio::new(expected, n - 1).ok_or(Why::NoVariation)?;
        let share = observed.over(&chance).ok_or(Why::NoVariation)?;
        Ok(Ratio::whole(1) - share)
    }
}

/// Where a coefficient lies, 19 times in 20.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Ratio,
    /// The upper end.
    pub high: Ratio,
}

/// Decimals to which each part of the jackknife is rounded: exact fractions of thousands of parts would have thousands of
/// digits.
const PLACES: u32 = 18;

/// Computes the delete-one-dossier jackknife interval: alpha ± 1.96 standard errors, with
/// SE² = (g−1)/g · Σ(αᵢ − mean)² over the g dossiers (Efron 1982, ch. 3).
pub(super) fn jackknife(ratings: &Ratings, pairs: &Pairs, metric: Metric) -> Result<Interval, Why> {
    let alpha = pairs.alpha(metric)?;
    let mut dossiers: BTreeMap<usize, Vec<&Unit>> = BTreeMap::new();
    for unit in ratings.units().iter().filter(|unit| unit.rated().count() > 1) {
        dossiers.entry(unit.dossier).or_default().push(unit);
    }
    let g = i128::try_from(dossiers.len()).map_err(|_| Why::FewDossiers)?;
    let mut left_out = Vec::with_capacity(dossiers.len());
    let mut rest = pairs.clone();
    for units in dossiers.values() {
        for unit in units {
            rest.add(unit, -1);
        }
        left_out.push(rest.alpha(metric).map_err(|_| Why::FewDossiers)?.rounded(PLACES));
        for unit in units {
            rest.add(unit, 1);
        }
    }
    let share = Ratio::new(g - 1, g)
        .filter(|share| !share.is_zero())
        .ok_or(Why::FewDossiers)?;
    let count = Ratio::new(g, 1).ok_or(Why::FewDossiers)?;
    let mean = left_out
        .iter()
        .cloned()
        .sum::<Ratio>()
        .over(&count)
        .ok_or(Why::FewDossiers)?;
    let squares = left_out.into_iter().map(|alpha| {
        let apart = alpha - mean.clone();
        apart.clone() * apart
    });
    let variance = squares.sum::<Ratio>() * share;
    let error = variance.root(PLACES).ok_or(Why::FewDossiers)?;
    let reach = Ratio::new(49, 25).ok_or(Why::FewDossiers)? * error;
    Ok(Interval {
        low: alpha.clone() - reach.clone(),
        high: alpha + reach,
    })
}
