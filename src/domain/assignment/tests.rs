use super::*;
use pathfinding::directed::edmonds_karp::DenseCapacity;
use proptest::prelude::*;

fn juror(n: usize) -> JurorId {
    JurorId::new(format!("j{n}"))
}

fn dossier(n: usize) -> DossierId {
    DossierId::new(format!("d{n}"))
}

fn situation(jurors: usize, dossiers: usize) -> Situation {
    Situation {
        jurors: (0..jurors).map(juror).collect(),
        dossiers: (0..dossiers).map(dossier).collect(),
        ..Situation::default()
    }
}

fn wish(per_dossier: usize) -> Wish {
    Wish {
        per_dossier,
        at_most: None,
        seed: 0,
    }
}

fn pairs(jurors: usize, dossiers: usize, most: usize) -> impl Strategy<Value = BTreeSet<Pair>> {
    prop::collection::btree_set((0..jurors, 0..dossiers), 0..=most)
        .prop_map(|set| set.into_iter().map(|(j, d)| (juror(j), dossier(d))).collect())
}

prop_compose! {
    fn situations(jurors: usize, dossiers: usize)(
        jurors in 1..=jurors, dossiers in 1..=dossiers,
    )(
        barred in pairs(jurors, dossiers, jurors * dossiers / 2),
        given in pairs(jurors, dossiers, dossiers),
        jurors in Just(jurors), dossiers in Just(dossiers),
    ) -> Situation {
        Situation { barred, given, ..situation(jurors, dossiers) }
    }
}

/// Returns who reads a dossier in the end.
fn readers(situation: &Situation, plan: &Plan, dossier: &DossierId) -> BTreeSet<JurorId> {
    let kept = situation.given.difference(&situation.barred);
    kept.chain(&plan.added)
        .filter(|(_, d)| d == dossier)
        .map(|(j, _)| j.clone())
        .collect()
}

fn kept(situation: &Situation, juror: &JurorId) -> usize {
    let kept = situation.given.difference(&situation.barred);
    kept.filter(|(j, d)| j == juror && situation.dossiers.contains(d))
        .count()
}

/// Returns the most even loads that there are, the greatest first, by trying every plan.
fn tried(situation: &Situation, per_dossier: usize) -> Option<Vec<usize>> {
    let mut loads: BTreeSet<Vec<usize>> =
        BTreeSet::from([situation.jurors.iter().map(|j| kept(situation, j)).collect()]);
    for dossier in &situation.dossiers {
        let has = readers(situation, &Plan::default(), dossier);
        let lacks = per_dossier.saturating_sub(has.len());
        let free =
            |j: &JurorId| !has.contains(j) && !situation.barred.contains(&(j.clone(), dossier.clone()));
        let free: Vec<bool> = situation.jurors.iter().map(free).collect();
        let choices = (0..1_usize << free.len()).filter(|choice| {
            choice.count_ones() as usize == lacks && (0..free.len()).all(|j| choice >> j & 1 == 0 || free[j])
        });
        let choices: Vec<usize> = choices.collect();
        let with = |load: &Vec<usize>, choice: usize| -> Vec<usize> {
            load.iter()
                .enumerate()
                .map(|(j, n)| n + (choice >> j & 1))
                .collect()
        };
        loads = loads
            .iter()
            .flat_map(|load| choices.iter().map(move |choice| with(load, *choice)))
            .collect();
    }
    let sorted = |mut load: Vec<usize>| {
        load.sort_unstable_by(|a, b| b.cmp(a));
        load
    };
    loads.into_iter().map(sorted).min()
}

/// Tells whether nobody needs to read more than `most`, by a flow that someone else computes.
fn flows(situation: &Situation, per_dossier: usize, most: usize) -> bool {
    let jurors: Vec<&JurorId> = situation.jurors.iter().collect();
    let vertices: Vec<usize> = (0..2 + situation.dossiers.len() + jurors.len()).collect();
    let first = 2 + situation.dossiers.len();
    let mut wanted = 0;
    let mut edges: Vec<((usize, usize), i32)> = Vec::new();
    for (d, dossier) in situation.dossiers.iter().enumerate() {
        let has = readers(situation, &Plan::default(), dossier);
        let lacks = per_dossier.saturating_sub(has.len());
        wanted += lacks;
        edges.push(((0, 2 + d), i32::try_from(lacks).unwrap()));
        for (j, juror) in jurors.iter().enumerate() {
            let pair = ((*juror).clone(), dossier.clone());
            if !has.contains(*juror) && !situation.barred.contains(&pair) {
                edges.push(((2 + d, first + j), 1));
            }
        }
    }
    for (j, juror) in jurors.iter().enumerate() {
        let places = most.saturating_sub(kept(situation, juror));
        edges.push(((first + j, 1), i32::try_from(places).unwrap()));
    }
    let flow = pathfinding::directed::edmonds_karp::edmonds_karp::<_, _, _, DenseCapacity<_>>(
        &vertices, &0, &1, edges,
    );
    flow.1 == i32::try_from(wanted).unwrap()
}

proptest! {
    #[test]
    fn each_dossier_has_its_readers_and_none_that_is_bound(s in situations(6, 12), per in 1_usize..4, seed: u64) {
        let Ok(plan) = plan(&s, Wish { seed, ..wish(per) }) else {
            let few = |d: &DossierId| s.jurors.iter().filter(|j| !s.barred.contains(&((*j).clone(), d.clone()))).count() < per;
            prop_assert!(s.dossiers.iter().any(few), "refused without need");
            return Ok(());
        };
        prop_assert!(plan.added.is_disjoint(&s.barred));
        prop_assert!(plan.added.is_disjoint(&s.given));
        for d in &s.dossiers {
            let before = readers(&s, &Plan::default(), d).len();
            prop_assert_eq!(readers(&s, &plan, d).len(), per.max(before));
        }
        for j in &s.jurors {
            let new = plan.added.iter().filter(|(juror, _)| juror == j).count();
            prop_assert_eq!(plan.loads[j], new + kept(&s, j));
        }
    }

    #[test]
    fn without_conflicts_loads_differ_by_one_at_most(jurors in 1_usize..12, dossiers in 1_usize..40, per in 1_usize..5, seed: u64) {
        let per = per.min(jurors);
        let plan = plan(&situation(jurors, dossiers), Wish { seed, ..wish(per) }).unwrap();
        let (least, most) = plan.span();
        prop_assert!(most - least <= 1, "{least} to {most}");
    }

    #[test]
    fn no_plan_has_more_even_loads(s in situations(4, 4), per in 1_usize..3) {
        if let Ok(plan) = plan(&s, wish(per)) {
            let mut loads: Vec<usize> = plan.loads.into_values().collect();
            loads.sort_unstable_by(|a, b| b.cmp(a));
            prop_assert_eq!(Some(loads), tried(&s, per));
        }
    }

    #[test]
    fn a_flow_agrees_on_the_greatest_load(s in situations(8, 30), per in 1_usize..4) {
        if let Ok(plan) = plan(&s, wish(per)) {
            let adds = |j: &&JurorId| plan.added.iter().any(|(juror, _)| juror == *j);
            let most = s.jurors.iter().filter(adds).map(|j| plan.loads[j]).max();
            if let Some(most) = most {
                prop_assert!(flows(&s, per, most));
                prop_assert!(!flows(&s, per, most - 1));
            }
        }
    }

    #[test]
    fn a_bound_is_kept_or_said_to_be_too_low(s in situations(6, 12), per in 1_usize..4, most in 0_usize..8) {
        let bound = Wish { at_most: Some(most), ..wish(per) };
        match plan(&s, bound) {
            Ok(plan) => for (j, _) in &plan.added {
                prop_assert!(plan.loads[j] <= most);
            },
            Err(Infeasible::TooFew(few)) => prop_assert!(!few.is_empty()),
            Err(Infeasible::TooFull { dossiers, jurors, needed, places }) => {
                prop_assert!(needed > places);
                prop_assert!(!flows(&s, per, most));
                // Nobody else could read those dossiers instead.
                let alone: usize = dossiers.iter().map(|d| {
                    let has = readers(&s, &Plan::default(), d);
                    let elsewhere = s.jurors.iter().filter(|j| {
                        !jurors.contains(j) && !has.contains(*j) && !s.barred.contains(&((*j).clone(), d.clone()))
                    }).count();
                    per.saturating_sub(has.len()).saturating_sub(elsewhere)
                }).sum();
                prop_assert_eq!(alone, needed);
            }
        }
    }

    #[test]
    fn the_seed_alone_draws_the_lots(s in situations(6, 12), per in 1_usize..4, seed: u64) {
        let wish = Wish { seed, ..wish(per) };
        prop_assert_eq!(plan(&s, wish), plan(&s.clone(), wish));
    }

    #[test]
    fn who_shares_dossiers_can_be_compared(jurors in 2_usize..9, more in 0_usize..20, per in 2_usize..4, seed: u64) {
        let per = per.min(jurors);
        // Fewer dossiers could not join all.
        let least = (jurors - 1).div_ceil(per - 1).max(jurors.div_ceil(per));
        let s = situation(jurors, least + more);
        let plan = plan(&s, Wish { seed, ..wish(per) }).unwrap();
        let mut joined = BTreeSet::from([juror(0)]);
        for _ in 0..jurors {
            for d in &s.dossiers {
                let readers = readers(&s, &plan, d);
                if !readers.is_disjoint(&joined) {
                    joined.extend(readers);
                }
            }
        }
        prop_assert_eq!(joined.len(), jurors);
    }
}

#[test]
fn seats_that_were_given_stay_and_count() {
    let mut s = situation(3, 4);
    s.given = (0..4).map(|d| (juror(0), dossier(d))).collect();
    let plan = plan(&s, wish(2)).unwrap();
    assert_eq!(plan.added.len(), 4);
    assert_eq!(
        plan.loads.into_values().collect::<Vec<_>>(),
        [4, 2, 2],
        "who has four is given no more"
    );
}

#[test]
fn a_seat_in_conflict_counts_for_nothing() {
    let mut s = situation(2, 1);
    s.given = BTreeSet::from([(juror(0), dossier(0))]);
    s.barred = s.given.clone();
    let plan = plan(&s, wish(1)).unwrap();
    assert_eq!(plan.added, BTreeSet::from([(juror(1), dossier(0))]));
    assert_eq!(plan.loads[&juror(0)], 0);
}

#[test]
fn what_cannot_be_done_is_named() {
    let mut s = situation(3, 2);
    s.barred = BTreeSet::from([(juror(0), dossier(1)), (juror(2), dossier(1))]);
    assert_eq!(plan(&s, wish(2)), Err(Infeasible::TooFew(vec![(dossier(1), 1)])));
    let mut s = situation(4, 6);
    for d in 0..3 {
        s.barred.extend((1..4).map(|j| (juror(j), dossier(d))));
    }
    let bound = Wish {
        at_most: Some(2),
        ..wish(1)
    };
    let Err(Infeasible::TooFull {
        dossiers,
        jurors,
        needed,
        places,
    }) = plan(&s, bound)
    else {
        panic!("three dossiers for two places");
    };
    assert_eq!(dossiers, [dossier(0), dossier(1), dossier(2)]);
    assert_eq!((jurors, needed, places), (vec![juror(0)], 3, 2));
}

#[test]
fn another_seed_draws_other_lots() {
    let s = situation(6, 12);
    let seats = |seed| plan(&s, Wish { seed, ..wish(2) }).unwrap().added;
    assert_eq!(seats(0), seats(0));
    assert_ne!(seats(0), seats(1));
}

#[test]
fn a_large_campaign_is_planned() {
    let mut s = situation(30, 3_500);
    for d in 0..3_500 {
        s.barred.extend([d % 7, d % 11].map(|j| (juror(j), dossier(d))));
    }
    let plan = plan(&s, wish(3)).unwrap();
    assert_eq!(plan.added.len(), 10_500);
    assert_eq!(plan.span(), (350, 350));
}
