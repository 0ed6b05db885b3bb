//! Majority judgment (Balinski & Laraki 2007, PNAS 104(21)): an order among dossiers of one level, and a cross-check.
//! The *majority-value* orders, the *majority-gauge* is what one draws. Advice, never a rule.

use crate::domain::ratio::Ratio;
use std::cmp::Ordering;

/// The shares of grades on either side of the majority-grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gauge {
    /// The majority-grade: the lower median.
    pub grade: u8,
    /// The share of grades strictly above.
    pub above: Ratio,
    /// The share strictly below.
    pub below: Ratio,
}

impl Gauge {
    /// Tells whether more grades lie above than below: the grade's `+`.
    pub fn is_plus(&self) -> bool {
        self.above > self.below
    }

    /// Computes it; nothing where there is no grade.
    pub fn of(grades: &[u8]) -> Option<Self> {
        let grade = lower_median(grades)?;
        let size = i128::try_from(grades.len()).ok()?;
        let share = |is: &dyn Fn(u8) -> bool| {
            let count = grades.iter().filter(|other| is(**other)).count();
            Ratio::new(i128::try_from(count).ok()?, size)
        };
        Some(Self {
            grade,
            above: share(&|other| other > grade)?,
            below: share(&|other| other < grade)?,
        })
    }
}

fn lower_median(grades: &[u8]) -> Option<u8> {
    let mut sorted = grades.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

/// Returns the majority-value: the lower medians that stand when each in turn is taken away.
pub fn value(grades: &[u8]) -> Vec<u8> {
    let sorted = sorted(grades);
    outward(sorted.len())
        .filter_map(|at| sorted.get(at).copied())
        .collect()
}

/// Compares two juries' grades; the greater is the better one. Equal means the same shares of each grade: a true tie. Where
/// juries differ in size, each is repeated to a common one.
pub fn compare(one: &[u8], other: &[u8]) -> Ordering {
    if one.is_empty() || other.is_empty() {
        return one.len().min(1).cmp(&other.len().min(1));
    }
    let common = num_integer::lcm(one.len(), other.len());
    let repeated = |grades: &[u8]| (sorted(grades), common / grades.len());
    let ((one, a), (other, b)) = (repeated(one), repeated(other));
    let at = |at: usize| one.get(at / a).cmp(&other.get(at / b));
    outward(common)
        .map(at)
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn sorted(grades: &[u8]) -> Vec<u8> {
    let mut sorted = grades.to_vec();
    sorted.sort_unstable();
    sorted
}

/// Returns the places of `n` sorted grades in the order in which the lower median takes them away: from the middle to both
/// ends in turn.
fn outward(n: usize) -> impl Iterator<Item = usize> {
    let half = n / 2;
    let middle = (n % 2 == 1).then_some(half);
    let pairs = (0..half).flat_map(move |step| [half - 1 - step, n - half + step]);
    middle.into_iter().chain(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;
    use std::collections::BTreeMap;

    const CASES: &str = include_str!("../../fixtures/consensus/consensus_cases_public.json");

    #[test]
    fn published_juries_are_ordered_as_published() {
        let all: Vec<Value> = serde_json::from_str(CASES).unwrap();
        let cases: Vec<&Value> = all
            .iter()
            .filter(|case| case["kind"] == "majority_judgment")
            .collect();
        assert_eq!(cases.len(), 3);
        for case in cases {
            let wanted = &case["expected"];
            let grades: BTreeMap<String, Vec<u8>> = serde_json::from_value(case["grades"].clone()).unwrap();
            for (name, given) in &grades {
                let gauge = Gauge::of(given).unwrap();
                let sign = if gauge.is_plus() { "+" } else { "-" };
                let found = &wanted["gauge"][name];
                assert_eq!(wanted["majority_grade"][name], gauge.grade, "{name}");
                assert_eq!(found["p_above"], gauge.above.to_string(), "{name}");
                assert_eq!(found["q_below"], gauge.below.to_string(), "{name}");
                assert_eq!(found["sign"], sign, "{name}");
                assert_eq!(
                    wanted["majority_value"][name],
                    serde_json::json!(value(given)),
                    "{name}"
                );
                let better = grades
                    .values()
                    .filter(|other| compare(other, given).is_gt())
                    .count();
                assert_eq!(wanted["rank"][name], better + 1, "{name}");
            }
        }
    }

    fn jury() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(0u8..6, 1..7)
    }

    /// As Balinski & Laraki define it, word for word.
    fn by_definition(grades: &[u8]) -> Vec<u8> {
        let mut left = sorted(grades);
        let mut value = Vec::new();
        while let Some(last) = left.len().checked_sub(1) {
            value.push(left.remove(last / 2));
        }
        value
    }

    proptest! {
        #[test]
        fn places_go_as_the_definition_takes_grades_away(a in jury()) {
            prop_assert_eq!(value(&a), by_definition(&a));
        }

        #[test]
        fn the_order_is_one_and_knows_no_order_of_jurors(a in jury(), b in jury(), c in jury()) {
            prop_assert_eq!(compare(&a, &b), compare(&b, &a).reverse());
            let turned: Vec<u8> = a.iter().rev().copied().collect();
            prop_assert_eq!(compare(&a, &turned), Ordering::Equal);
            if compare(&a, &b).is_ge() && compare(&b, &c).is_ge() {
                prop_assert!(compare(&a, &c).is_ge());
            }
            prop_assert_eq!(compare(&a, &a.repeat(3)), Ordering::Equal);
        }

        #[test]
        fn a_better_grade_never_ranks_lower(a in jury(), at in any::<prop::sample::Index>()) {
            let mut better = a.clone();
            let place = at.index(a.len());
            better[place] = (better[place] + 1).min(5);
            prop_assert!(compare(&better, &a).is_ge());
        }

        #[test]
        fn grades_that_differ_never_tie(a in jury(), b in jury()) {
            let sorted = |jury: &[u8]| { let mut sorted = jury.to_vec(); sorted.sort_unstable(); sorted };
            if a.len() == b.len() {
                prop_assert_eq!(compare(&a, &b) == Ordering::Equal, sorted(&a) == sorted(&b));
            }
        }
    }

    #[test]
    fn no_grade_is_below_any() {
        assert_eq!(Gauge::of(&[]), None);
        assert_eq!(compare(&[], &[0]), Ordering::Less);
        assert_eq!(compare(&[], &[]), Ordering::Equal);
    }
}
