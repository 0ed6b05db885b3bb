//! The cases that independent packages and published tables agree on (fixtures/consensus), and laws that hold for all.

use super::*;
use crate::domain::score::Scale;
use proptest::prelude::*;
use serde_json::Value;

const CASES: &str = include_str!("../../fixtures/consensus/consensus_cases_public.json");

fn cases(kind: &str) -> Vec<Value> {
    let all: Vec<Value> = serde_json::from_str(CASES).unwrap();
    all.into_iter().filter(|case| case["kind"] == kind).collect()
}

fn ratings(case: &Value) -> Ratings {
    let end = |at: usize| u8::try_from(case["scale"][at].as_u64().unwrap()).unwrap();
    let scale = Scale {
        min: end(0),
        max: end(1),
    };
    let rows: Vec<Vec<Option<u8>>> = serde_json::from_value(case["ratings"].clone()).unwrap();
    of_rows(scale, &rows)
}

fn of_rows(scale: Scale, rows: &[Vec<Option<u8>>]) -> Ratings {
    let units = rows.first().map_or(0, Vec::len);
    let unit = |at: usize| Unit {
        dossier: at,
        values: rows.iter().map(|row| row[at].map(|x| x - scale.min)).collect(),
    };
    Ratings::new(
        rows.len(),
        usize::from(scale.max - scale.min) + 1,
        (0..units).map(unit).collect(),
    )
}

fn close(found: &Ratio, wanted: &Value) -> bool {
    let found: f64 = found.digits(15).parse().unwrap();
    (found - wanted.as_f64().unwrap()).abs() < 1e-9
}

#[test]
fn every_published_coefficient_is_met() {
    let cases = cases("reliability");
    assert_eq!(cases.len(), 10);
    for case in cases {
        let (id, wanted) = (&case["id"], &case["expected"]);
        let found = assess(&ratings(&case));
        for (key, number) in found.coefficients().into_iter().take(15) {
            match number {
                Ok(number) => {
                    assert!(
                        close(number, &wanted[key]),
                        "{id} {key}: {number} and {}",
                        wanted[key]
                    );
                    if let Some(exact) = case["expected_exact"][key].as_str() {
                        assert_eq!(number.to_string(), exact, "{id} {key}");
                    }
                }
                Err(why) => assert!(wanted[key].is_null(), "{id} {key}: {why:?} and {}", wanted[key]),
            }
        }
        let counts = [
            ("connected_components", found.connected_components),
            ("n_complete_units", found.n_complete_units),
            ("n_pairable_units", found.n_pairable_units),
            ("n_ratings", found.n_ratings),
        ];
        for (key, count) in counts {
            assert_eq!(wanted[key], count, "{id} {key}");
        }
    }
}

#[test]
fn severity_is_what_least_squares_with_a_penalty_give() {
    for case in cases("severity") {
        let found = severity(&ratings(&case)).unwrap();
        let wanted = case["expected"]["ridge_juror_effect"].as_array().unwrap();
        assert_eq!(found.len(), wanted.len());
        for (juror, wanted) in found.iter().zip(wanted) {
            let b: f64 = juror.b.digits(15).parse().unwrap();
            assert!((b - wanted.as_f64().unwrap()).abs() < 1e-6, "{juror:?}");
        }
    }
}

fn row(values: &[i8]) -> Vec<Option<u8>> {
    values.iter().map(|x| u8::try_from(*x).ok()).collect()
}

const SCALE: Scale = Scale { min: 0, max: 5 };

#[test]
fn what_is_undefined_says_why() {
    let one = assess(&of_rows(SCALE, &[row(&[1, 2, 3])]));
    assert_eq!(one.alpha_ordinal, Err(Why::NoPair));
    assert_eq!(one.kendall_w, Err(Why::OneJuror));
    let same = assess(&of_rows(SCALE, &[row(&[3, 3]), row(&[3, 3])]));
    assert_eq!(same.alpha_ordinal, Err(Why::NoVariation));
    assert_eq!(same.icc2_1, Err(Why::NoVariation));
    let unit = assess(&of_rows(SCALE, &[row(&[3]), row(&[4])]));
    assert_eq!(unit.alpha_ordinal, Ok(Ratio::zero()));
    assert_eq!(unit.alpha_ordinal_jackknife, Err(Why::FewDossiers));
    assert_eq!(unit.icc2_1, Err(Why::FewComplete));
    let gap = assess(&of_rows(SCALE, &[row(&[3, 1, 2]), row(&[4, -1, 1])]));
    assert_eq!(
        (gap.icc2_1, gap.fleiss_kappa),
        (Err(Why::Missing), Err(Why::Missing))
    );
    assert!(gap.icc2_1_listwise.is_ok());
    let nobody = assess(&of_rows(SCALE, &[row(&[-1]), row(&[-1])]));
    assert_eq!(
        (nobody.connected_components, nobody.gwet_ac1),
        (0, Err(Why::NoPair))
    );
    let flat = assess(&of_rows(Scale { min: 2, max: 2 }, &[row(&[2, 2]), row(&[2, 2])]));
    assert_eq!(flat.gwet_ac1, Err(Why::NoScale));
}

#[test]
fn severity_is_refused_where_nothing_links_the_panels() {
    let apart = of_rows(
        SCALE,
        &[
            row(&[1, 2, -1]),
            row(&[2, 2, -1]),
            row(&[-1, -1, 4]),
            row(&[-1, -1, 3]),
        ],
    );
    assert_eq!(severity(&apart), Err(Why::Disconnected));
    let tied = of_rows(SCALE, &[row(&[1, 2]), row(&[2, 3])]);
    let severity = severity(&tied).unwrap();
    assert_eq!(severity[0].b, Ratio::zero() - severity[1].b.clone());
    assert!(severity[0].b.is_negative());
    assert!(severity[0].se.is_ok());
}

fn any_rows() -> impl Strategy<Value = Vec<Vec<Option<u8>>>> {
    (2usize..5, 2usize..7).prop_flat_map(|(jurors, units)| {
        let value = prop_oneof![3 => (0u8..=5).prop_map(Some), 1 => Just(None)];
        prop::collection::vec(prop::collection::vec(value, units), jurors)
    })
}

/// Turns everything round: the jurors and the units.
fn turned(rows: &[Vec<Option<u8>>]) -> Vec<Vec<Option<u8>>> {
    let back = |row: &Vec<Option<u8>>| row.iter().rev().copied().collect();
    rows.iter().rev().map(back).collect()
}

proptest! {
    #[test]
    fn nothing_depends_on_the_order_of_jurors_or_units(rows in any_rows()) {
        prop_assert_eq!(assess(&of_rows(SCALE, &rows)), assess(&of_rows(SCALE, &turned(&rows))));
    }

    #[test]
    fn a_unit_rated_once_moves_no_alpha(rows in any_rows(), value in 0u8..=5) {
        let mut more = rows.clone();
        for (place, row) in more.iter_mut().enumerate() {
            row.push((place == 0).then_some(value));
        }
        let (before, after) = (assess(&of_rows(SCALE, &rows)), assess(&of_rows(SCALE, &more)));
        prop_assert_eq!(before.alpha_ordinal, after.alpha_ordinal);
        prop_assert_eq!(before.alpha_ordinal_jackknife, after.alpha_ordinal_jackknife);
        prop_assert_eq!(before.n_pairable_units, after.n_pairable_units);
    }

    #[test]
    fn one_who_gives_a_point_more_everywhere_is_a_point_more_lenient_at_most(
        rows in prop::collection::vec(0u8..5, 12..20),
    ) {
        let lenient: Vec<Option<u8>> = rows.iter().map(|x| Some(x + 1)).collect();
        let rows: Vec<Option<u8>> = rows.into_iter().map(Some).collect();
        let found = severity(&of_rows(SCALE, &[rows.clone(), rows, lenient])).unwrap();
        let apart = found[2].b.clone() - found[0].b.clone();
        prop_assert!(!apart.is_negative() && !apart.is_zero());
        prop_assert!(!(Ratio::whole(1) - apart).is_negative());
        prop_assert_eq!(&found[0].b, &found[1].b);
    }
}
