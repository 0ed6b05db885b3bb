//! Intraclass correlation, two-way random effects (Shrout & Fleiss 1979): ICC(2,1) and ICC(2,k), of complete units.

use super::ratings::Ratings;
use super::{Known, Why};
use crate::domain::ratio::Ratio;

/// Computes both.
pub(super) fn icc(ratings: &Ratings, complete: &[Vec<u8>]) -> (Known, Known) {
    let squares = mean_squares(ratings.jurors(), complete);
    match squares {
        Ok(squares) => (squares.one(), squares.mean()),
        Err(why) => (Err(why), Err(why)),
    }
}

/// The mean squares of the analysis of variance.
struct MeanSquares {
    targets: Ratio,
    judges: Ratio,
    error: Ratio,
    n: Ratio,
    k: Ratio,
}

impl MeanSquares {
    fn one(&self) -> Known {
        let others = self.k.clone() - Ratio::whole(1);
        let judges = (self.judges.clone() - self.error.clone()) * self.k.clone();
        let judges = judges.over(&self.n).ok_or(Why::FewComplete)?;
        let below = self.targets.clone() + others * self.error.clone() + judges;
        (self.targets.clone() - self.error.clone())
            .over(&below)
            .ok_or(Why::NoVariation)
    }

    fn mean(&self) -> Known {
        let judges = (self.judges.clone() - self.error.clone()).over(&self.n);
        let below = self.targets.clone() + judges.ok_or(Why::FewComplete)?;
        (self.targets.clone() - self.error.clone())
            .over(&below)
            .ok_or(Why::NoVariation)
    }
}

fn mean_squares(jurors: usize, complete: &[Vec<u8>]) -> Result<MeanSquares, Why> {
    let size = |n: usize| i128::try_from(n).unwrap_or(0);
    let (n, k) = (size(complete.len()), size(jurors));
    if k < 2 {
        return Err(Why::OneJuror);
    }
    if n < 2 {
        return Err(Why::FewComplete);
    }
    let of_unit = |unit: &Vec<u8>| unit.iter().map(|value| i128::from(*value)).sum::<i128>();
    let mut by_juror = vec![0_i128; jurors];
    let mut all_squares = 0;
    for unit in complete {
        for (sum, value) in by_juror.iter_mut().zip(unit) {
            *sum += i128::from(*value);
            all_squares += i128::from(*value) * i128::from(*value);
        }
    }
    let total: i128 = by_juror.iter().sum();
    let unit_squares: i128 = complete.iter().map(of_unit).map(|sum| sum * sum).sum();
    let juror_squares: i128 = by_juror.iter().map(|sum| sum * sum).sum();
    let part = |sum: i128, of: i128| Ratio::new(sum, of).ok_or(Why::FewComplete);
    let mean = part(total * total, n * k)?;
    let targets = part(unit_squares, k)? - mean.clone();
    let judges = part(juror_squares, n)? - mean.clone();
    let error = Ratio::new(all_squares, 1).ok_or(Why::FewComplete)? - mean - targets.clone() - judges.clone();
    let over = |sum: Ratio, freedom: i128| {
        let freedom = part(freedom, 1)?;
        sum.over(&freedom).ok_or(Why::FewComplete)
    };
    Ok(MeanSquares {
        targets: over(targets, n - 1)?,
        judges: over(judges, k - 1)?,
        error: over(error, (n - 1) * (k - 1))?,
        n: part(n, 1)?,
        k: part(k, 1)?,
    })
}
