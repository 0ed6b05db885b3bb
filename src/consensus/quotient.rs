//! A fraction that is compared far more often than it is written.

use crate::domain::ratio::Ratio;
use std::cmp::Ordering;

/// An exact fraction: two plain integers while they fit, else a [`Ratio`]. Leaving out each of thirty jurors in turn
/// on 35,000 dossiers compares totals with thresholds some ten million times; reducing each fraction would cost most
/// of it.
#[derive(Debug, Clone)]
pub(super) enum Quotient {
    /// Numerator and denominator, not reduced; the denominator is positive.
    Plain(i64, i64),
    /// Anything else.
    Exact(Ratio),
}

impl Quotient {
    /// Returns Σ weight · sum / kept over Σ weight; nothing where a divisor is zero.
    pub(super) fn weighted_mean(parts: &[Part]) -> Option<Self> {
        Self::plain_mean(parts).or_else(|| Self::exact_mean(parts).map(Self::Exact))
    }

    /// All over one denominator, the product of the parts' own.
    fn plain_mean(parts: &[Part]) -> Option<Self> {
        let (mut above, mut below, mut weights) = (0_i64, 1_i64, 0_i64);
        for part in parts {
            let added = part.weight.checked_mul(part.sum)?.checked_mul(below)?;
            above = above.checked_mul(part.kept)?.checked_add(added)?;
            below = below.checked_mul(part.kept)?;
            weights = weights.checked_add(part.weight)?;
        }
        let below = below.checked_mul(weights)?;
        (below > 0).then_some(Self::Plain(above, below))
    }

    fn exact_mean(parts: &[Part]) -> Option<Ratio> {
        let mut sum = Ratio::zero();
        for part in parts {
            sum = sum + Ratio::whole(part.weight) * Ratio::new(part.sum, part.kept)?;
        }
        sum.over(&parts.iter().map(|part| Ratio::whole(part.weight)).sum())
    }

    /// Returns the reduced fraction.
    pub(super) fn ratio(&self) -> Ratio {
        match self {
            Self::Plain(above, below) => Ratio::new(*above, *below).unwrap_or_else(Ratio::zero),
            Self::Exact(ratio) => ratio.clone(),
        }
    }

    /// Tells whether this reaches a bar: equal is enough.
    pub(super) fn reaches(&self, bar: &Self) -> bool {
        self.compare(bar).is_ge()
    }

    /// Compares by cross-multiplication (RULES.md §1).
    fn compare(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Plain(a, b), Self::Plain(c, d)) => {
                let (left, right) = (i128::from(*a) * i128::from(*d), i128::from(*c) * i128::from(*b));
                left.cmp(&right)
            }
            (Self::Plain(..) | Self::Exact(_), _) => self.ratio().cmp(&other.ratio()),
        }
    }
}

impl From<Ratio> for Quotient {
    fn from(ratio: Ratio) -> Self {
        match ratio.parts() {
            Some((above, below)) => Self::Plain(above, below),
            None => Self::Exact(ratio),
        }
    }
}

/// One axis in the total: its weight, and its value as `sum / kept`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// The axis's weight.
    pub(super) weight: i64,
    /// Its grades under their weights, summed.
    pub(super) sum: i64,
    /// The weights of those grades, summed; positive.
    pub(super) kept: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn part() -> impl Strategy<Value = Part> {
        (0..=1_000_i64, 0..=2_000_000_i64, 1..=100_000_i64).prop_map(|(weight, sum, kept)| Part {
            weight,
            sum,
            kept,
        })
    }

    #[test]
    fn nothing_divides_by_zero() {
        assert!(Quotient::weighted_mean(&[]).is_none());
        let weightless = Part {
            weight: 0,
            sum: 3,
            kept: 1,
        };
        assert!(Quotient::weighted_mean(&[weightless]).is_none());
    }

    proptest! {
        #[test]
        fn plain_integers_say_what_the_fraction_says(
            parts in prop::collection::vec(part(), 1..=12), p in 0..=20_i64, q in 1..=9_i64,
        ) {
            let exact = Quotient::exact_mean(&parts);
            let found = Quotient::weighted_mean(&parts);
            prop_assert_eq!(found.as_ref().map(Quotient::ratio), exact.clone());
            if let (Some(found), Some(exact)) = (found, exact) {
                let bar = Ratio::new(p, q).unwrap();
                prop_assert_eq!(found.reaches(&bar.clone().into()), exact >= bar.clone());
                prop_assert_eq!(found.reaches(&Quotient::Exact(bar.clone())), exact >= bar);
                prop_assert!(found.reaches(&Quotient::Exact(exact)));
            }
        }
    }
}
