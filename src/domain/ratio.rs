//! Exact fractions, the only arithmetic for results (RULES.md §1: no float decides a level).

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use std::fmt;
use std::ops::{Add, Mul, Sub};

/// A reduced fraction with a positive denominator, of any size; written `7/3`, or `2` for a whole number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ratio(BigRational);

impl Ratio {
    /// Returns `numerator / denominator`, or nothing where the denominator is zero.
    pub fn new(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Option<Self> {
        let denominator: BigInt = denominator.into();
        (!denominator.is_zero()).then(|| Self(BigRational::new(numerator.into(), denominator)))
    }

    /// Returns a whole number.
    pub fn whole(number: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(number)))
    }

    /// Returns zero.
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// Tells whether the number is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// Tells whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Divides; nothing where the divisor is zero.
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// Returns the numerator and the denominator where both fit 64 bits: what is compared a thousand times may then be
    /// compared in plain integers.
    pub fn parts(&self) -> Option<(i64, i64)> {
        let numerator = i64::try_from(self.0.numer()).ok()?;
        let denominator = i64::try_from(self.0.denom()).ok()?;
        Some((numerator, denominator))
    }

    /// Reads `3/5`, `3`, with digits of at most nine places on each side.
    pub fn parse(text: &str) -> Option<Self> {
        let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
        Self::new(short_number(numerator)?, short_number(denominator)?)
    }

    /// Returns the whole percentage, rounded half up, for display only.
    pub fn percent(&self) -> i64 {
        let scaled = &self.0 * BigInt::from(100);
        i64::try_from(scaled.round().to_integer()).unwrap_or(i64::MAX)
    }

    /// Rounds to so many decimals, half away from zero.
    #[must_use]
    pub fn rounded(&self, places: u32) -> Self {
        let scale = BigInt::from(10).pow(places);
        let units = (&self.0 * &scale).round().to_integer();
        Self(BigRational::new(units, scale))
    }

    /// Returns how many parts make the number where so many make one, rounded half away from zero; nothing where they don't
    /// fit 64 bits.
    pub fn rounded_in(&self, parts: i64) -> Option<i64> {
        i64::try_from((&self.0 * BigInt::from(parts)).round().to_integer()).ok()
    }

    /// Returns the square root, cut to so many decimals; nothing below zero.
    pub fn root(&self, places: u32) -> Option<Self> {
        let scale = BigInt::from(10).pow(places);
        let squared = (&self.0 * &scale * &scale).floor().to_integer();
        (!squared.is_negative()).then(|| Self(BigRational::new(squared.sqrt(), scale)))
    }

    /// Writes the number with so many decimals and a point, rounded half away from zero: as JSON writes numbers.
    pub fn digits(&self, places: usize) -> String {
        let scale = BigInt::from(10).pow(u32::try_from(places).unwrap_or(u32::MAX));
        let units = (&self.0 * &scale).round().to_integer();
        let sign = if units.is_negative() { "-" } else { "" };
        let digits = format!("{:0>width$}", units.abs().to_string(), width = places + 1);
        let (whole, rest) = digits.split_at(digits.len() - places);
        format!("{sign}{whole}.{rest}")
    }

    /// Writes the number with two decimals, rounded half away from zero, for display only.
    pub fn decimal(&self, point: char) -> String {
        let shown = self.digits(2).replace('-', "−");
        shown.replace('.', point.encode_utf8(&mut [0; 4]))
    }
}

fn short_number(text: &str) -> Option<i64> {
    let good = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Add for Ratio {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Ratio {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Ratio {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl std::iter::Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::zero(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_case_where_floating_point_loses_a_level() {
        // RULES.md §1: .3·4 + .3·3 + .2·5 + .2·2 is exactly 7/2; IEEE-754 gives less.
        let weights = [3, 3, 2, 2].map(|w| Ratio::new(w, 10).unwrap());
        let total: Ratio = weights
            .into_iter()
            .zip([4, 3, 5, 2])
            .map(|(w, x)| w * Ratio::whole(x))
            .sum();
        assert_eq!(total.to_string(), "7/2");
        assert_eq!(total, Ratio::parse("7/2").unwrap());
    }

    #[test]
    fn written_reduced_and_read_strictly() {
        assert_eq!(Ratio::new(6, 4).unwrap().to_string(), "3/2");
        assert_eq!(Ratio::new(4, -2).unwrap().to_string(), "-2");
        for bad in ["", "1/0", "a", "1/", "-1/2", "1.5", "1/2/3", "1234567890"] {
            assert_eq!(Ratio::parse(bad), None, "{bad}");
        }
        assert_eq!(Ratio::new(7, 2).unwrap().decimal(','), "3,50");
        assert_eq!(Ratio::new(-1, 20).unwrap().decimal('.'), "−0.05");
        assert_eq!(Ratio::new(1, 3).unwrap().percent(), 33);
        assert_eq!(Ratio::new(6, -4).unwrap().parts(), Some((-3, 2)));
        let huge = Ratio::whole(i64::MAX) + Ratio::whole(1);
        assert_eq!(huge.parts(), None);
    }

    proptest! {
        #[test]
        fn reduced_and_ordered_like_cross_multiplication(
            a in -10_000i64..10_000, b in 1i64..10_000, c in -10_000i64..10_000, d in 1i64..10_000,
        ) {
            let (x, y) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
            prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
            prop_assert_eq!((x.clone() + y.clone()) - y, x);
        }
    }
}
