//! What holds on every grid and every panel.

use super::testing::{GridMaker, grid};
use super::*;
use crate::domain::ids::JurorId;
use crate::domain::panel::Marks;
use crate::domain::score::Mark;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A grid, a panel and what the committee set.
#[derive(Debug, Clone)]
struct Case {
    grid: Grid,
    panel: Panel,
    set: BTreeMap<CriterionCode, Score>,
}

impl Case {
    fn outcome(&self) -> Outcome {
        deliberate(&self.grid, &self.panel, &self.set)
    }

    /// The same marks under other names, which also puts them into another order.
    fn renamed(&self, names: &[u32]) -> Panel {
        let ids = names.iter().enumerate();
        let ids = ids.map(|(i, name)| JurorId::new(format!("{name:010}-{i}")));
        let seats = ids.zip(self.panel.seats.values().cloned()).collect();
        Panel {
            seats,
            recused: Vec::new(),
        }
    }
}

/// The place of a proposal among the levels, 0 below the lowest.
fn rank(grid: &Grid, proposal: &Proposal) -> Option<usize> {
    match proposal {
        Proposal::Undetermined => None,
        Proposal::NoLevel => Some(0),
        Proposal::Level(code) => grid.levels().iter().position(|l| l.code == *code).map(|i| i + 1),
    }
}

fn grids() -> impl Strategy<Value = Grid> {
    let weights = || prop_oneof![4 => 1..=3_u32, 1 => Just(0), 1 => 900..=1_000_u32];
    let drawn = (weights(), prop::collection::vec(weights(), 1..=4));
    let scale = prop::sample::select(vec![(0, 5), (0, 3), (1, 10), (0, 1), (0, 20)]);
    let axes =
        prop_oneof![4 => prop::collection::vec(drawn.clone(), 1..=3), 1 => prop::collection::vec(drawn, 12)];
    let thresholds = prop::collection::btree_set(0..=20_u32, 1..=5);
    let floors = prop::collection::vec((1..=5_u32, 0..12_usize, 0..=10_u32), 0..=3);
    (axes, scale, 1..=4_u32, thresholds, floors).prop_map(|(mut axes, scale, quorum, thresholds, floors)| {
        for (weight, criteria) in &mut axes {
            *weight = (*weight).max(u32::from(criteria.len() > 3));
            criteria[0] = criteria[0].max(1);
        }
        axes[0].0 = axes[0].0.max(1);
        let weighed: Vec<(u32, &[u32])> = axes.iter().map(|(w, c)| (*w, c.as_slice())).collect();
        let thresholds: Vec<String> = thresholds.iter().map(|t| format!("{t}/20")).collect();
        let thresholds: Vec<&str> = thresholds.iter().map(String::as_str).collect();
        let maker = grid(&weighed)
            .scale(scale.0, scale.1)
            .quorum(quorum)
            .levels(&thresholds);
        with_floors(maker, floors, axes.len()).build()
    })
}

/// One floor an axis, lasting from its level upwards, so that none falls.
fn with_floors(mut maker: GridMaker, floors: Vec<(u32, usize, u32)>, axes: usize) -> GridMaker {
    let mut seen = BTreeSet::new();
    for (level, axis, share) in floors {
        if seen.insert(axis % axes) {
            maker = maker.floor(level, &(axis % axes + 1).to_string(), &format!("{share}/10"));
        }
    }
    maker
}

fn cases() -> impl Strategy<Value = Case> {
    grids().prop_flat_map(|grid| {
        let (codes, scale) = (
            grid.criteria().map(|c| c.code.clone()).collect::<Vec<_>>(),
            grid.scale(),
        );
        let score = (scale.min..=scale.max).prop_map(move |value| scale.score(value.into()).unwrap());
        let mark = prop_oneof![
            12 => score.clone().prop_map(|score| Some(Mark::Scored(score))),
            1 => Just(Some(Mark::Abstained)),
            2 => Just(Some(Mark::NotApplicable)),
            1 => Just(None),
        ];
        let seat = prop::collection::vec(mark, codes.len());
        let fixed = prop::collection::vec(prop::option::weighted(0.1, score), codes.len());
        (Just(grid), Just(codes), prop::collection::vec(seat, 0..=7), fixed).prop_map(case)
    })
}

type Drawn = (
    Grid,
    Vec<CriterionCode>,
    Vec<Vec<Option<Mark>>>,
    Vec<Option<Score>>,
);

fn case((grid, codes, seats, fixed): Drawn) -> Case {
    let filled = |seat: Vec<Option<Mark>>| -> Marks {
        let cells = codes.iter().cloned().zip(seat);
        cells.filter_map(|(code, mark)| Some((code, mark?))).collect()
    };
    let names = (0..).map(|i| JurorId::new(format!("juror-{i}")));
    let seats = names.zip(seats.into_iter().map(filled)).collect();
    let fixed = codes.iter().cloned().zip(fixed);
    Case {
        set: fixed.filter_map(|(code, score)| Some((code, score?))).collect(),
        panel: Panel {
            seats,
            recused: Vec::new(),
        },
        grid,
    }
}

/// Raises the `pick`-th grade that can be raised.
fn raised(case: &Case, pick: prop::sample::Index) -> Option<Panel> {
    let scale = case.grid.scale();
    let mut panel = case.panel.clone();
    let cells = panel
        .seats
        .values_mut()
        .flat_map(Marks::iter_mut)
        .map(|(_, mark)| mark);
    let mut open: Vec<(&mut Mark, Score)> = cells
        .filter_map(|mark| {
            let next = scale.score(i64::from(mark.score()?.value()) + 1)?;
            Some((mark, next))
        })
        .collect();
    if open.is_empty() {
        return None;
    }
    let at = pick.index(open.len());
    let (mark, next) = &mut open[at];
    **mark = Mark::Scored(*next);
    Some(panel)
}

/// RULES.md §6.2 once more, by deliberating anew on each panel without one juror.
fn changes(case: &Case) -> (usize, usize) {
    let own = case.outcome().proposed;
    let graded = |marks: &Marks| marks.values().any(|mark| mark.score().is_some());
    let seats = case.panel.seats.iter().filter(|(_, marks)| graded(marks));
    let levels = seats
        .map(|(juror, _)| deliberate(&case.grid, &case.panel.without(juror), &case.set).proposed)
        .filter(|proposed| *proposed != Proposal::Undetermined);
    levels.fold((0, 0), |(tested, changed), level| {
        (tested + 1, changed + usize::from(level != own))
    })
}

proptest! {
    #[test]
    fn the_order_and_the_names_of_jurors_never_matter(
        case in cases(), names in prop::collection::vec(any::<u32>(), 7),
    ) {
        let other = deliberate(&case.grid, &case.renamed(&names), &case.set);
        prop_assert_eq!(case.outcome(), other);
    }

    #[test]
    fn raising_a_grade_never_lowers_the_level(case in cases(), pick in any::<prop::sample::Index>()) {
        let Some(panel) = raised(&case, pick) else { return Ok(()) };
        let (before, after) = (case.outcome(), deliberate(&case.grid, &panel, &case.set));
        prop_assert_eq!(before.total.is_some(), after.total.is_some());
        prop_assert!(rank(&case.grid, &before.proposed) <= rank(&case.grid, &after.proposed));
        prop_assert!(before.total <= after.total);
    }

    #[test]
    fn who_stepped_back_never_matters(case in cases(), recused in 0..4_u32) {
        let mut panel = case.panel.clone();
        panel.recused = (0..recused).map(|i| JurorId::new(format!("recused-{i}"))).collect();
        prop_assert_eq!(case.outcome(), deliberate(&case.grid, &panel, &case.set));
    }

    #[test]
    fn marks_on_what_the_grid_does_not_have_never_matter(case in cases()) {
        let mut other = case.clone();
        let stray = case.grid.scale().score(case.grid.scale().max.into()).unwrap();
        for marks in other.panel.seats.values_mut() {
            marks.insert("0.0".into(), Mark::Scored(stray));
        }
        other.set.insert("0.0".into(), stray);
        prop_assert_eq!(case.outcome(), other.outcome());
    }

    #[test]
    fn the_total_lies_among_the_grades(case in cases()) {
        let outcome = case.outcome();
        let Some(total) = outcome.total else { return Ok(()) };
        let grades = outcome.criteria.values().filter_map(|c| match c.consensus {
            Consensus::Grade(grade) => Some(Ratio::whole(grade.value().into())),
            Consensus::NotApplicable | Consensus::NoResult => None,
        });
        let (low, high) = (grades.clone().min().unwrap(), grades.max().unwrap());
        prop_assert!(low <= total && total <= high);
    }

    #[test]
    fn margins_lie_on_their_sides(case in cases()) {
        let outcome = case.outcome();
        let levels = case.grid.levels();
        let place = rank(&case.grid, &outcome.proposed);
        prop_assert_eq!(outcome.total.is_some(), place.is_some());
        prop_assert_eq!(outcome.margin_down.is_some(), place.is_some_and(|place| place > 0));
        prop_assert_eq!(outcome.margin_up.is_some(), place.is_some_and(|place| place < levels.len()));
        if let Some(down) = &outcome.margin_down {
            prop_assert!(!down.is_negative());
        }
        match &outcome.margin_up {
            Some(up) => prop_assert!(*up > Ratio::zero() || !outcome.floors_short.is_empty()),
            None => prop_assert!(outcome.floors_short.is_empty()),
        }
    }

    #[test]
    fn robustness_is_what_panels_without_one_juror_say(case in cases()) {
        let (tested, changed) = changes(&case);
        let found = case.outcome();
        let testable = tested > 0 && found.total.is_some();
        prop_assert_eq!(found.robustness == Robustness::Untestable, !testable);
        prop_assert_eq!(found.robustness == Robustness::Fragile, testable && changed * 3 >= tested);
        prop_assert!(found.robustness != Robustness::Robust || changed == 0);
    }

    #[test]
    fn what_is_set_stands(case in cases()) {
        for (code, criterion) in case.outcome().criteria {
            let set = case.set.get(&code);
            prop_assert_eq!(criterion.set, set.is_some());
            if let Some(score) = set {
                prop_assert_eq!(criterion.consensus, Consensus::Grade(*score));
            }
        }
    }

    #[test]
    fn the_agenda_holds_each_dossier_once(cases in prop::collection::vec(cases(), 0..4)) {
        let Some(first) = cases.first() else { return Ok(()) };
        let outcomes: Vec<Outcome> = cases
            .iter()
            .map(|case| deliberate(&first.grid, &case.panel, &BTreeMap::new()))
            .collect();
        let ids: Vec<_> = (0..outcomes.len()).map(|i| i.to_string().as_str().into()).collect();
        let nobody = std::collections::BTreeSet::new();
        let inputs: Vec<_> = ids.iter().zip(&outcomes).map(|(dossier, outcome)| AgendaInput {
            recused: &nobody,
            is_forked: false,
            dossier, outcome, lacks_feedback: false,
        }).collect();
        let items = agenda(&first.grid, &inputs);
        let found: BTreeSet<_> = items.iter().map(|item| &item.dossier).collect();
        prop_assert_eq!(found, ids.iter().collect::<BTreeSet<_>>());
        prop_assert!(items.is_sorted_by_key(AgendaItem::is_undisputed));
    }
}
