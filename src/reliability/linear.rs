//! Systems of linear equations, solved exactly.

use crate::domain::ratio::Ratio;

/// Inverts a square matrix by Gauss and Jordan's elimination; nothing where it has no inverse.
pub(super) fn inverse(mut matrix: Vec<Vec<Ratio>>) -> Option<Vec<Vec<Ratio>>> {
    let size = matrix.len();
    for (place, row) in matrix.iter_mut().enumerate() {
        row.extend((0..size).map(|column| Ratio::whole(i64::from(column == place))));
    }
    for step in 0..size {
        let found = (step..size).find(|row| {
            matrix
                .get(*row)
                .and_then(|row| row.get(step))
                .is_some_and(|x| !x.is_zero())
        })?;
        matrix.swap(step, found);
        let pivot = matrix.get(step)?.get(step)?.clone();
        let lead: Option<Vec<Ratio>> = matrix.get(step)?.iter().map(|x| x.over(&pivot)).collect();
        let lead = lead?;
        for (place, row) in matrix.iter_mut().enumerate() {
            if place == step {
                row.clone_from(&lead);
                continue;
            }
            let factor = row.get(step)?.clone();
            if factor.is_zero() {
                continue;
            }
            for (x, above) in row.iter_mut().zip(&lead) {
                *x = x.clone() - factor.clone() * above.clone();
            }
        }
    }
    Some(matrix.into_iter().map(|mut row| row.split_off(size)).collect())
}

/// Multiplies a matrix with a column.
pub(super) fn times(matrix: &[Vec<Ratio>], column: &[Ratio]) -> Vec<Ratio> {
    matrix.iter().map(|row| dot(row, column)).collect()
}

/// Sums the products of two columns.
pub(super) fn dot(one: &[Ratio], other: &[Ratio]) -> Ratio {
    one.iter().zip(other).map(|(a, b)| a.clone() * b.clone()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(rows: &[&[i64]]) -> Vec<Vec<Ratio>> {
        let row = |row: &&[i64]| row.iter().map(|x| Ratio::whole(*x)).collect();
        rows.iter().map(row).collect()
    }

    #[test]
    fn an_inverse_undoes_its_matrix() {
        let of = matrix(&[&[0, 2, 1], &[1, 1, 0], &[3, 0, 5]]);
        let undone = inverse(of.clone()).unwrap();
        for (place, row) in of.iter().enumerate() {
            let columns = (0..3).map(|c| undone.iter().map(|r| r[c].clone()).collect::<Vec<_>>());
            let product: Vec<Ratio> = columns.map(|column| dot(row, &column)).collect();
            let unit: Vec<Ratio> = (0..3).map(|c| Ratio::whole(i64::from(c == place))).collect();
            assert_eq!(product, unit);
        }
        assert_eq!(inverse(matrix(&[&[1, 2], &[2, 4]])), None);
    }
}
