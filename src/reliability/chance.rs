//! Agreement set against chance: Fleiss's kappa (1971) in Gwet's generalisation to missing ratings, AC1 and AC2 (Gwet 2014,
//! *Handbook of Inter-Rater Reliability*). Categories are all of the scale's, used or not.

use super::ratings::Pairs;
use super::{Known, Why};
use crate::domain::ratio::Ratio;

/// How much two values agree, from 1 for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weights {
    Identity,
    Linear,
    Quadratic,
    Ordinal,
}

impl Weights {
    /// Returns the weight of values so far apart, and what it is to be divided by.
    fn of(self, apart: i128, categories: i128) -> (i128, i128) {
        let pairs = |n: i128| n * (n - 1) / 2;
        let most = match self {
            Self::Identity => 1,
            Self::Linear => categories - 1,
            Self::Quadratic => (categories - 1) * (categories - 1),
            Self::Ordinal => pairs(categories),
        };
        let lost = match self {
            Self::Identity => i128::from(apart != 0),
            Self::Linear => apart,
            Self::Quadratic => apart * apart,
            Self::Ordinal => pairs(apart + 1),
        };
        (most - lost, most)
    }
}

/// Computes the weighted share of pairs that agree, mean over the units rated by two or more.
fn agreeing(pairs: &Pairs, weights: Weights) -> Known {
    let k = i128::try_from(pairs.categories).unwrap_or(1);
    let shares = pairs.pairable_sizes().filter_map(|(size, sized)| {
        let (mut sum, mut most) = (0, 1);
        for (place, count) in (0_i128..).zip(&sized.pairs) {
            let (weight, of) = weights.of((place / k - place % k).abs(), k);
            sum += weight * count;
            most = of;
        }
        Ratio::new(sum, most * size * (size - 1))
    });
    let units = i128::try_from(pairs.pairable()).unwrap_or(0);
    let count = Ratio::new(units, 1).ok_or(Why::NoPair)?;
    shares.sum::<Ratio>().over(&count).ok_or(Why::NoPair)
}

/// Computes each value's share: the mean over all units of its share of a unit's ratings.
fn shares(pairs: &Pairs) -> Vec<Ratio> {
    let units: i128 = pairs.by_size.values().map(|sized| sized.units).sum();
    (0..pairs.categories)
        .map(|value| {
            let of_size = pairs.by_size.iter().filter_map(|(size, sized)| {
                let given = sized.values.get(value)?;
                Ratio::new(*given, size * units)
            });
            of_size.sum()
        })
        .collect()
}

/// Sets an observed share of agreement against the one expected by chance.
fn over_chance(observed: Ratio, chance: &Ratio) -> Known {
    let room = Ratio::whole(1) - chance.clone();
    (observed - chance.clone()).over(&room).ok_or(Why::NoVariation)
}

/// Computes Fleiss's kappa.
pub(super) fn kappa(pairs: &Pairs) -> Known {
    let observed = agreeing(pairs, Weights::Identity)?;
    let squares = shares(pairs).into_iter().map(|share| share.clone() * share);
    over_chance(observed, &squares.sum())
}

/// Computes AC1, or AC2 where values that differ agree in part.
pub(super) fn gwet(pairs: &Pairs, weights: Weights) -> Known {
    let observed = agreeing(pairs, weights)?;
    let k = i128::try_from(pairs.categories).unwrap_or(1);
    let (mut sum, mut most) = (0, 1);
    for place in 0..k * k {
        let (weight, of) = weights.of((place / k - place % k).abs(), k);
        sum += weight;
        most = of;
    }
    let spread: Ratio = shares(pairs)
        .into_iter()
        .map(|share| share.clone() * (Ratio::whole(1) - share))
        .sum();
    let factor = Ratio::new(sum, most * k * (k - 1)).ok_or(Why::NoScale)?;
    over_chance(observed, &(factor * spread))
}
