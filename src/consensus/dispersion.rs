//! Two published measures of how grades spread over their scale, both exact (RULES.md §3).

use crate::domain::ratio::Ratio;
use crate::domain::score::{Scale, Score};

/// Returns Leik's D (1966): 0 where all grades are one, 1 where half lie at each end of the scale. Nothing without a
/// grade, on a scale of one value, or where a grade lies off the scale.
pub fn leik(scores: &[Score], scale: Scale) -> Option<Ratio> {
    let counts = counts(scores, scale)?;
    let n = scores.len();
    let steps = scale.len().checked_sub(1)?;
    let mut below = 0;
    let mut spread = 0;
    for count in counts.iter().take(steps) {
        below += count;
        spread += below.min(n - below);
    }
    Ratio::new(int(2 * spread), int(n * steps))
}

/// Returns van der Eijk's A (2001): 1 where all grades are one, 0 where they spread evenly over the whole scale, below
/// 0 where they form two camps. Nothing without a grade, or where one lies off the scale.
pub fn agreement(scores: &[Score], scale: Scale) -> Option<Ratio> {
    let layers = layers(&counts(scores, scale)?);
    weigh(&layers, scores.len())
}

/// Tells whether A < 0. Most grades need no fraction: where no layer is negative their sum is not.
pub(super) fn is_in_two_camps(grades: &[Score], scale: Scale) -> bool {
    let Some(counts) = counts(grades, scale) else {
        return false;
    };
    let layers = layers(&counts);
    layers.iter().any(|layer| layer.agreement().0 < 0)
        && weigh(&layers, grades.len()).is_some_and(|a| a.is_negative())
}

/// Σ weightᵢ·Aᵢ, a layer's weight being its share of the grades.
fn weigh(layers: &[Layer], n: usize) -> Option<Ratio> {
    let mut sum = Ratio::zero();
    for layer in layers {
        let (above, below) = layer.agreement();
        let grades = int(layer.height * layer.size());
        sum = sum + Ratio::new(grades * above, int(n) * below)?;
    }
    (n > 0).then_some(sum)
}

fn counts(scores: &[Score], scale: Scale) -> Option<Vec<usize>> {
    let mut counts = vec![0; scale.len()];
    for score in scores {
        let on_scale = scale.score(score.value().into())?;
        *counts.get_mut(scale.position(on_scale))? += 1;
    }
    (!scores.is_empty()).then_some(counts)
}

/// The same number of grades on each of some values: van der Eijk peels any distribution into such layers.
#[derive(Debug)]
struct Layer {
    height: usize,
    filled: Vec<bool>,
}

fn layers(counts: &[usize]) -> Vec<Layer> {
    let mut rest = counts.to_vec();
    let mut layers = Vec::new();
    while let Some(height) = rest.iter().copied().filter(|count| *count > 0).min() {
        layers.push(Layer {
            height,
            filled: rest.iter().map(|count| *count > 0).collect(),
        });
        for count in &mut rest {
            *count = count.saturating_sub(height);
        }
    }
    layers
}

impl Layer {
    fn size(&self) -> usize {
        self.filled.iter().filter(|filled| **filled).count()
    }

    /// Returns Aᵢ = U·(1 − (S−1)/(K−1)) with U = [(K−2)·TU − (K−1)·TDU] / [(K−2)·(TU+TDU)], as numerator and positive
    /// denominator.
    fn agreement(&self) -> (i64, i64) {
        let (k, s) = (int(self.filled.len()), int(self.size()));
        if s == 1 {
            return (1, 1);
        }
        if s == k {
            return (0, 1);
        }
        let (up, down) = self.triples();
        let above = ((k - 2) * up - (k - 1) * down) * (k - s);
        (above, (k - 2) * (up + down) * (k - 1))
    }

    /// Counts the triples of values of which two are filled, by their empty one: at an end (110, 011: one peak) or in
    /// the middle (101: two).
    fn triples(&self) -> (i64, i64) {
        let size = int(self.size());
        let (mut left, mut up, mut down) = (0, 0, 0);
        for filled in &self.filled {
            if *filled {
                left += 1;
                continue;
            }
            let right = size - left;
            up += pairs(left) + pairs(right);
            down += left * right;
        }
        (up, down)
    }
}

fn pairs(n: i64) -> i64 {
    n * (n - 1) / 2
}

fn int(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(counts: &[usize]) -> (Vec<Score>, Scale) {
        let scale = Scale {
            min: 0,
            max: u8::try_from(counts.len() - 1).unwrap(),
        };
        let each = scale.scores().zip(counts);
        let all = each.flat_map(|(score, count)| std::iter::repeat_n(score, *count));
        (all.collect(), scale)
    }

    fn written(ratio: Option<Ratio>) -> String {
        ratio.map_or("null".into(), |ratio| ratio.to_string())
    }

    #[test]
    fn published_and_computed_distributions() {
        // The first: van der Eijk 2001, p. 331, A = .6113333; then his anchors 1, 0 and −1.
        let table: [(&[usize], &str, &str); 12] = [
            (&[30, 40, 210, 130, 530, 50, 10], "917/1500", "43/150"),
            (&[0, 0, 7, 0, 0, 0], "1", "0"),
            (&[1, 1, 1, 1, 1, 1], "0", "3/5"),
            (&[3, 0, 0, 0, 0, 3], "-1", "1"),
            (&[0, 2, 5, 1, 0, 0], "4/5", "3/20"),
            (&[2, 0, 0, 3, 2, 0], "1/7", "16/35"),
            (&[0, 0, 1, 4, 4, 1], "16/25", "7/25"),
            (&[1, 0, 2, 0, 1, 1], "1/10", "14/25"),
            (&[1, 1], "0", "1"),
            (&[2, 0], "1", "0"),
            (&[3], "1", "null"),
            (&[0, 0, 0], "null", "null"),
        ];
        for (counts, a, d) in table {
            let (scores, scale) = scores(counts);
            assert_eq!(written(agreement(&scores, scale)), a, "A of {counts:?}");
            assert_eq!(written(leik(&scores, scale)), d, "D of {counts:?}");
        }
    }

    #[test]
    fn a_grade_off_the_scale_makes_both_undefined() {
        let (off, _) = scores(&[1, 0, 0, 1]);
        for scale in [Scale { min: 0, max: 2 }, Scale { min: 1, max: 3 }] {
            assert_eq!((agreement(&off, scale), leik(&off, scale)), (None, None));
        }
    }

    #[test]
    fn a_layers_triples_are_those_counted_one_by_one() {
        for bits in 0..(1_u32 << 7) {
            let filled: Vec<bool> = (0..7).map(|i| bits >> i & 1 == 1).collect();
            let (mut up, mut down) = (0, 0);
            for i in 0..7 {
                for j in i + 1..7 {
                    for k in j + 1..7 {
                        match (filled[i], filled[j], filled[k]) {
                            (true, true, false) | (false, true, true) => up += 1,
                            (true, false, true) => down += 1,
                            _ => {}
                        }
                    }
                }
            }
            assert_eq!(Layer { height: 1, filled }.triples(), (up, down), "{bits:07b}");
        }
    }
}
