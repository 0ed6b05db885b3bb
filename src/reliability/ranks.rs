//! Kendall's W with ties (Kendall & Babington Smith 1939): how far jurors order complete units alike, blind to how severe
//! each is.

use super::ratings::Ratings;
use super::{Known, Why};
use crate::domain::ratio::Ratio;

/// Computes it.
pub(super) fn kendall(ratings: &Ratings, complete: &[Vec<u8>]) -> Known {
    let size = |n: usize| i128::try_from(n).unwrap_or(0);
    let (n, m) = (size(complete.len()), size(ratings.jurors()));
    if m < 2 {
        return Err(Why::OneJuror);
    }
    if n < 2 {
        return Err(Why::FewComplete);
    }
    let mut ranks = vec![0_i128; complete.len()];
    let mut ties = 0;
    for juror in 0..ratings.jurors() {
        let value = |unit: &Vec<u8>| unit.get(juror).copied().map(usize::from);
        let mut counts = vec![0_i128; ratings.categories()];
        for value in complete.iter().filter_map(value) {
            if let Some(count) = counts.get_mut(value) {
                *count += 1;
            }
        }
        let mut below = 0;
        // Twice the mean rank of those that share a value.
        let mut doubled = Vec::with_capacity(counts.len());
        for count in counts {
            doubled.push(2 * below + count + 1);
            below += count;
            ties += count * count * count - count;
        }
        for (rank, value) in ranks.iter_mut().zip(complete.iter().map(value)) {
            *rank += value.and_then(|value| doubled.get(value)).copied().unwrap_or(0);
        }
    }
    let total: i128 = ranks.iter().sum();
    let squares: i128 = ranks.iter().map(|rank| rank * rank).sum();
    // Both sums are of doubled ranks: four times the sum of squares about the mean.
    let spread = Ratio::new(squares * n - total * total, 4 * n).ok_or(Why::FewComplete)?;
    let most = Ratio::new(m * m * (n * n * n - n) - m * ties, 12).ok_or(Why::FewComplete)?;
    spread.over(&most).ok_or(Why::NoVariation)
}
