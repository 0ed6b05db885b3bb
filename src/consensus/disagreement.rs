//! Where a jury's marks lie too far apart to be taken for one opinion (RULES.md §3). Advice, never a rule.

use super::dispersion::is_in_two_camps;
use super::level::Place;
use crate::domain::score::{Scale, Score};

/// How far apart the grades of a criterion lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement {
    /// Close enough.
    None,
    /// Fewer than a quarter lie two or more from the median.
    Outlier,
    /// A quarter or more do, or the grades form two camps.
    Discuss,
    /// Fewer than two grades.
    Unassessable,
}

impl Disagreement {
    /// Returns the word of commands and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Outlier => "outlier",
            Self::Discuss => "discuss",
            Self::Unassessable => "unassessable",
        }
    }
}

/// Judges grades about their lower median. Two grades need no case of their own: the lower one is the median, and one
/// two steps above it makes half of them.
pub(super) fn judge(grades: &[Score], median: Option<Score>, scale: Scale) -> Disagreement {
    let n = grades.len();
    let Some(median) = median.filter(|_| n >= 2) else {
        return Disagreement::Unassessable;
    };
    let far = grades
        .iter()
        .filter(|grade| grade.value().abs_diff(median.value()) >= 2)
        .count();
    if far >= n.div_ceil(4) || is_in_two_camps(grades, scale) {
        Disagreement::Discuss
    } else if far > 0 {
        Disagreement::Outlier
    } else {
        Disagreement::None
    }
}

/// Tells whether the jurors' own levels lie two or more apart; a juror without one is left out.
pub(super) fn is_split(own: impl Iterator<Item = Place>) -> bool {
    let mut ends = None;
    for place in own.flatten() {
        let (low, high) = ends.unwrap_or((place, place));
        ends = Some((place.min(low), place.max(high)));
    }
    ends.is_some_and(|(low, high)| high - low >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consensus::median::{Column, Middle};
    use crate::domain::score::Mark;

    #[test]
    fn a_criterion_in_a_table() {
        let table = [
            ("", "unassessable"),
            ("3", "unassessable"),
            ("3 4", "none"),
            ("3 5", "discuss"),
            ("3 3 4", "none"),
            ("3 3 5", "discuss"),
            ("3 3 3 5", "discuss"),
            ("3 3 3 3 5", "outlier"),
            ("3 3 3 3 1", "outlier"),
            ("2 3 3 3 4", "none"),
            ("3 3 3 1 5", "discuss"),
            ("3 3 3 3 3 3 3 0 5", "outlier"),
            ("3 3 3 3 3 3 0 0 5", "discuss"),
        ];
        for (row, expected) in table {
            assert_eq!(judged(row, Scale { min: 0, max: 5 }), expected, "{row}");
        }
    }

    #[test]
    fn two_camps_are_seen_where_few_lie_far() {
        // The median is 1, so that no grade lies two from it: A = −2/3 alone tells.
        assert_eq!(judged("0 0 0 0 1 2 2 2 2", Scale { min: 0, max: 2 }), "discuss");
        assert_eq!(judged("0 0 1 1 1 1 1 1 2", Scale { min: 0, max: 2 }), "none");
    }

    fn judged(row: &str, scale: Scale) -> &'static str {
        let marks = row
            .split_whitespace()
            .map(|word| Mark::parse(word, scale).unwrap());
        let column = Column::of(marks);
        judge(column.grades(), column.tally().median(Middle::Lower), scale).as_str()
    }

    #[test]
    fn split_begins_two_levels_apart() {
        let table: [(&[Place], bool); 7] = [
            (&[], false),
            (&[Some(3)], false),
            (&[Some(3), Some(4), Some(3)], false),
            (&[Some(3), Some(5)], true),
            (&[Some(0), Some(1)], false),
            (&[Some(0), None, Some(2)], true),
            (&[None, None], false),
        ];
        for (own, expected) in table {
            assert_eq!(is_split(own.iter().copied()), expected, "{own:?}");
        }
    }
}
