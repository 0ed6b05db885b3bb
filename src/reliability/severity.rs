//! How severe or lenient each juror is: the additive model x = μ + b + ε with a penalty λ·Σb² (RULES.md §5), solved
//! exactly; and whether jurors can be compared at all.

use super::linear::{dot, inverse, times};
use super::ratings::{Ratings, Unit};
use super::{Known, Why};
use crate::domain::ratio::Ratio;
use std::collections::{BTreeMap, BTreeSet};

/// The penalty, in pseudo-ratings: whoever rated little is drawn towards 0.
pub const LAMBDA: i64 = 5;
/// Decimals of a standard error.
const PLACES: u32 = 18;

/// One juror's severity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Severity {
    /// The juror's place.
    pub juror: usize,
    /// By how much above others they rate the same; below zero: more severe.
    pub b: Ratio,
    /// Its standard error.
    pub se: Known,
    /// How many ratings they gave.
    pub n: usize,
}

/// Counts the panels of jurors that no unit links; a juror who rated nothing belongs to none.
pub(super) fn panels(ratings: &Ratings) -> usize {
    let mut panel: Vec<Option<usize>> = vec![None; ratings.jurors()];
    for unit in ratings.units() {
        let jurors: Vec<usize> = unit.rated().map(|(juror, _)| juror).collect();
        let Some(first) = jurors.first().copied() else {
            continue;
        };
        let joined: Vec<usize> = jurors.iter().filter_map(|juror| *panel.get(*juror)?).collect();
        let label = joined.first().copied().unwrap_or(first);
        for (juror, own) in panel.iter_mut().enumerate() {
            if jurors.contains(&juror) || own.is_some_and(|own| joined.contains(&own)) {
                *own = Some(label);
            }
        }
    }
    panel.iter().flatten().collect::<BTreeSet<_>>().len()
}

/// What units rated by so many jurors add up to.
#[derive(Default)]
struct Sums {
    units: i128,
    /// Σ of the squares of the units' sums.
    squares: i128,
    /// For each juror, Σ of the sums of the units that they rated.
    with: Vec<i128>,
    /// How many units each two jurors both rated, by rows; on the diagonal, each alone.
    both: Vec<i128>,
}

struct Model {
    jurors: usize,
    by_size: BTreeMap<i128, Sums>,
    /// For each juror: ratings that tell something, and their sum.
    counts: Vec<i128>,
    totals: Vec<i128>,
    /// Σx².
    squares: i128,
}

impl Model {
    fn of(ratings: &Ratings) -> Self {
        let jurors = ratings.jurors();
        let mut model = Self {
            jurors,
            by_size: BTreeMap::new(),
            counts: vec![0; jurors],
            totals: vec![0; jurors],
            squares: 0,
        };
        for unit in ratings.units() {
            model.add(unit);
        }
        model
    }

    fn add(&mut self, unit: &Unit) {
        let rated: Vec<(usize, i128)> = unit.rated().map(|(juror, x)| (juror, i128::from(x))).collect();
        let size = i128::try_from(rated.len()).unwrap_or(0);
        if size < 2 {
            return;
        }
        let sum: i128 = rated.iter().map(|(_, x)| x).sum();
        let jurors = self.jurors;
        let sums = self.by_size.entry(size).or_insert_with(|| Sums {
            with: vec![0; jurors],
            both: vec![0; jurors * jurors],
            ..Sums::default()
        });
        sums.units += 1;
        sums.squares += sum * sum;
        for (juror, x) in &rated {
            self.squares += x * x;
            if let (Some(count), Some(total)) = (self.counts.get_mut(*juror), self.totals.get_mut(*juror)) {
                *count += 1;
                *total += x;
            }
            if let Some(with) = sums.with.get_mut(*juror) {
                *with += sum;
            }
            for (other, _) in &rated {
                if let Some(both) = sums.both.get_mut(juror * jurors + other) {
                    *both += 1;
                }
            }
        }
    }

    /// Returns Σ over unit sizes of what is picked, each divided by the size.
    fn shared(&self, pick: impl Fn(&Sums) -> i128) -> Ratio {
        let parts = self.by_size.iter();
        parts
            .filter_map(|(size, sums)| Ratio::new(pick(sums), *size))
            .sum()
    }

    /// Returns the row of a juror: n − Σ1/m on the diagonal, −Σ1/m for each other one.
    fn row(&self, juror: usize) -> Vec<Ratio> {
        let count = self.counts.get(juror).copied().unwrap_or(0);
        (0..self.jurors)
            .map(|other| {
                let place = juror * self.jurors + other;
                let both = self.shared(|sums| sums.both.get(place).copied().unwrap_or(0));
                let own = if other == juror { count } else { 0 };
                Ratio::new(own, 1).unwrap_or_else(Ratio::zero) - both
            })
            .collect()
    }

    /// Returns Σ(x − the unit's mean) of a juror.
    fn excess(&self, juror: usize) -> Ratio {
        let total = self.totals.get(juror).copied().unwrap_or(0);
        let expected = self.shared(|sums| sums.with.get(juror).copied().unwrap_or(0));
        Ratio::new(total, 1).unwrap_or_else(Ratio::zero) - expected
    }

    /// Returns the ratings that are no unknowns' own: what is left to tell how large errors are.
    fn freedom(&self) -> i128 {
        let ratings: i128 = self.counts.iter().sum();
        let units: i128 = self.by_size.values().map(|sums| sums.units).sum();
        let jurors = self.counts.iter().filter(|count| **count > 0).count();
        ratings - units - i128::try_from(jurors).unwrap_or(0) + 1
    }
}

/// Computes each juror's severity with penalty [`LAMBDA`].
///
/// # Errors
/// Why jurors can't be compared.
pub fn severity(ratings: &Ratings) -> Result<Vec<Severity>, Why> {
    if ratings.jurors() < 2 {
        return Err(Why::OneJuror);
    }
    if panels(ratings) > 1 {
        return Err(Why::Disconnected);
    }
    let model = Model::of(ratings);
    if model.by_size.is_empty() {
        return Err(Why::NoPair);
    }
    let rows: Vec<Vec<Ratio>> = (0..model.jurors).map(|juror| model.row(juror)).collect();
    let excess: Vec<Ratio> = (0..model.jurors).map(|juror| model.excess(juror)).collect();
    let mut penalised = rows.clone();
    for (juror, row) in penalised.iter_mut().enumerate() {
        if let Some(own) = row.get_mut(juror) {
            *own = own.clone() + Ratio::whole(LAMBDA);
        }
    }
    let undone = inverse(penalised).ok_or(Why::NoVariation)?;
    let b = times(&undone, &excess);
    // Σ(x − μ − b)², with μ the unit's mean of x − b.
    let within = Ratio::new(model.squares, 1).ok_or(Why::NoPair)? - model.shared(|sums| sums.squares);
    let left = within - Ratio::whole(2) * dot(&b, &excess) + dot(&b, &times(&rows, &b));
    let freedom = Ratio::new(model.freedom(), 1).filter(|_| model.freedom() > 0);
    let error = freedom
        .and_then(|freedom| left.over(&freedom))
        .ok_or(Why::NoFreedom);
    let given = |juror: usize| {
        let rated = ratings.units().iter();
        rated
            .filter(|unit| unit.values.get(juror).is_some_and(Option::is_some))
            .count()
    };
    let of_juror = |(juror, b): (usize, Ratio)| Severity {
        juror,
        b,
        se: error.clone().and_then(|error| {
            let own = undone
                .get(juror)
                .and_then(|row| row.get(juror))
                .ok_or(Why::NoFreedom)?;
            (error * own.clone()).root(PLACES).ok_or(Why::NoFreedom)
        }),
        n: given(juror),
    };
    Ok(b.into_iter().enumerate().map(of_juror).collect())
}
