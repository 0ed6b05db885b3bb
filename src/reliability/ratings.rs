//! Ratings laid out for counting, and what pairs of them add up to.

use super::{Known, Why};
use crate::domain::ratio::Ratio;
use std::collections::BTreeMap;

/// What each juror gave one thing that is rated; nothing where they gave no grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The dossier that it belongs to, by its place: one is left out as a whole.
    pub dossier: usize,
    /// The places of the values on the scale, from 0, a juror each.
    pub values: Vec<Option<u8>>,
}

impl Unit {
    /// Returns the jurors who rated it, by their places, with the values.
    pub fn rated(&self) -> impl Iterator<Item = (usize, u8)> {
        let values = self.values.iter().enumerate();
        values.filter_map(|(juror, value)| value.map(|value| (juror, value)))
    }
}

/// The ratings of a jury.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ratings {
    jurors: usize,
    categories: usize,
    units: Vec<Unit>,
}

impl Ratings {
    /// Takes ratings: of a scale with so many values; in each unit a value a juror, none above the
    /// scale's last place. What does not fit
    /// counts as not rated.
    pub fn new(jurors: usize, categories: usize, mut units: Vec<Unit>) -> Self {
        for unit in &mut units {
            unit.values.resize(jurors, None);
            for value in &mut unit.values {
                *value = value.filter(|value| usize::from(*value) < categories);
            }
        }
        Self {
            jurors,
            categories,
            units,
        }
    }

    /// Returns how many jurors there are.
    pub fn jurors(&self) -> usize {
        self.jurors
    }

    /// Returns how many values the scale has, used or not.
    pub fn categories(&self) -> usize {
        self.categories
    }

    /// Returns the units.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Gives the units back.
    pub fn into_units(self) -> Vec<Unit> {
        self.units
    }

    /// Returns the units that everyone rated, each with its values.
    pub(super) fn complete(&self) -> Vec<Vec<u8>> {
        let values = |unit: &Unit| unit.values.iter().copied().collect();
        self.units.iter().filter_map(values).collect()
    }
}

/// Counts of units that were rated by so many jurors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sized {
    pub(super) units: i128,
    /// How often each value was given.
    pub(super) values: Vec<i128>,
    /// How often each value stands beside each other one in a unit, in both orders: by rows.
    pub(super) pairs: Vec<i128>,
}

/// What the ratings add up to, by how many rated a unit: all that depends on pairs follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pairs {
    pub(super) categories: usize,
    pub(super) by_size: BTreeMap<i128, Sized>,
}

impl Pairs {
    pub(super) fn of(ratings: &Ratings) -> Self {
        let mut pairs = Self {
            categories: ratings.categories,
            by_size: BTreeMap::new(),
        };
        for unit in &ratings.units {
            pairs.add(unit, 1);
        }
        pairs
    }

    /// Adds a unit, or takes it away where the sign is −1.
    pub(super) fn add(&mut self, unit: &Unit, sign: i128) {
        let mut counts = vec![0_i128; self.categories];
        for (_, value) in unit.rated() {
            if let Some(count) = counts.get_mut(usize::from(value)) {
                *count += 1;
            }
        }
        let size: i128 = counts.iter().sum();
        if size == 0 {
            return;
        }
        let categories = self.categories;
        let sized = self.by_size.entry(size).or_insert_with(|| Sized {
            units: 0,
            values: vec![0; categories],
            pairs: vec![0; categories * categories],
        });
        sized.units += sign;
        for (sum, count) in sized.values.iter_mut().zip(&counts) {
            *sum += sign * count;
        }
        let rows = sized.pairs.chunks_exact_mut(categories.max(1)).zip(&counts);
        for (row, (pairs, one)) in rows.enumerate() {
            for (column, (sum, other)) in pairs.iter_mut().zip(&counts).enumerate() {
                let others = if row == column { one - 1 } else { *other };
                *sum += sign * one * others;
            }
        }
    }

    /// Returns those rated by two or more.
    pub(super) fn pairable_sizes(&self) -> impl Iterator<Item = (i128, &Sized)> {
        self.by_size
            .iter()
            .map(|(size, sized)| (*size, sized))
            .filter(|(size, _)| *size > 1)
    }

    /// Counts the units rated by two or more.
    pub(super) fn pairable(&self) -> usize {
        let units: i128 = self.pairable_sizes().map(|(_, sized)| sized.units).sum();
        usize::try_from(units).unwrap_or(0)
    }

    /// Returns the share of pairs that lie so far apart at most.
    pub(super) fn within(&self, most: usize) -> Known {
        let (mut near, mut all) = (0, 0);
        for (_, sized) in self.pairable_sizes() {
            for (place, count) in sized.pairs.iter().enumerate() {
                let (row, column) = (place / self.categories, place % self.categories);
                all += count;
                near += if row.abs_diff(column) <= most { *count } else { 0 };
            }
        }
        Ratio::new(near, all).ok_or(Why::NoPair)
    }
}
