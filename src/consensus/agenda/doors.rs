//! In what order to take groups of dossiers so that recused members leave the room and come back as seldom as possible.

use crate::domain::ids::JurorId;
use std::collections::BTreeSet;

/// Those who are out of the room.
pub(super) type Out = BTreeSet<JurorId>;

/// So many groups are ordered exactly; of more, each next one is the nearest.
const EXACT: usize = 10;

/// Orders groups, each given once by who is out, from whoever is out before: as few steps through the door as there can be,
/// and among as few, the order given.
pub(super) fn order(groups: &[&Out], before: &Out) -> Vec<usize> {
    if groups.len() <= EXACT {
        exact(groups, before)
    } else {
        nearest(groups, before)
    }
}

/// Returns how many leave or come back between two groups.
fn steps(a: &Out, b: &Out) -> usize {
    a.symmetric_difference(b).count()
}

/// Held & Karp (1962): the cheapest way on from each group with each set of groups left, from the end.
fn exact(groups: &[&Out], before: &Out) -> Vec<usize> {
    let n = groups.len();
    let all = (1_usize << n) - 1;
    // left[taken][last]: the steps still to go.
    let mut left = vec![vec![0_usize; n]; all + 1];
    for taken in (1..all).rev() {
        for last in members(taken, n) {
            let best = next(taken, n).map(|to| cost(groups, last, to) + at(&left, taken | 1 << to, to));
            let best = best.min().unwrap_or(0);
            if let Some(place) = left.get_mut(taken).and_then(|row| row.get_mut(last)) {
                *place = best;
            }
        }
    }
    let mut order = Vec::with_capacity(n);
    let (mut taken, mut here) = (0, None);
    while taken != all {
        let from = |to: usize| match here {
            Some(last) => cost(groups, last, to),
            None => groups.get(to).map_or(0, |group| steps(before, group)),
        };
        let best = next(taken, n).min_by_key(|to| from(*to) + at(&left, taken | 1 << to, *to));
        let Some(to) = best else { break };
        order.push(to);
        taken |= 1 << to;
        here = Some(to);
    }
    order
}

fn cost(groups: &[&Out], from: usize, to: usize) -> usize {
    match (groups.get(from), groups.get(to)) {
        (Some(from), Some(to)) => steps(from, to),
        _ => 0,
    }
}

fn at(table: &[Vec<usize>], taken: usize, last: usize) -> usize {
    table
        .get(taken)
        .and_then(|row| row.get(last))
        .copied()
        .unwrap_or(0)
}

fn members(set: usize, n: usize) -> impl Iterator<Item = usize> {
    (0..n).filter(move |at| set & 1 << at != 0)
}

fn next(taken: usize, n: usize) -> impl Iterator<Item = usize> {
    (0..n).filter(move |at| taken & 1 << at == 0)
}

fn nearest(groups: &[&Out], before: &Out) -> Vec<usize> {
    let mut left: Vec<usize> = (0..groups.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    let mut here = before;
    while !left.is_empty() {
        let distance = |at: &usize| groups.get(*at).map_or(0, |group| steps(here, group));
        let place = left.iter().enumerate().min_by_key(|(_, at)| distance(at));
        let Some(place) = place.map(|(place, _)| place) else {
            break;
        };
        let at = left.remove(place);
        here = groups.get(at).copied().unwrap_or(here);
        order.push(at);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn out(names: &str) -> Out {
        names.chars().map(|c| JurorId::new(c.to_string())).collect()
    }

    fn ordered(groups: &[&str]) -> Vec<String> {
        let sets: Vec<Out> = groups.iter().map(|g| out(g)).collect();
        let sets: Vec<&Out> = sets.iter().collect();
        let order = order(&sets, &Out::new());
        order.into_iter().map(|at| groups[at].to_owned()).collect()
    }

    #[test]
    fn whoever_is_out_stays_out_while_it_serves() {
        assert_eq!(ordered(&["ab", "", "a"]), ["", "a", "ab"]);
        assert_eq!(
            ordered(&["b", "a", ""]),
            ["b", "", "a"],
            "as good: the order given"
        );
        assert_eq!(ordered(&["a", "b", "ab"]), ["a", "ab", "b"]);
        assert_eq!(ordered(&[]), Vec::<String>::new());
    }

    fn length(groups: &[&Out], order: &[usize]) -> usize {
        let mut here = &Out::new();
        let mut sum = 0;
        for at in order {
            sum += steps(here, groups[*at]);
            here = groups[*at];
        }
        sum
    }

    fn all_orders(left: &[usize]) -> Vec<Vec<usize>> {
        if left.is_empty() {
            return vec![vec![]];
        }
        let mut found = Vec::new();
        for at in 0..left.len() {
            let mut rest = left.to_vec();
            let first = rest.remove(at);
            found.extend(all_orders(&rest).into_iter().map(|mut order| {
                order.insert(0, first);
                order
            }));
        }
        found
    }

    proptest! {
        #[test]
        fn no_other_order_needs_fewer_steps(sets in prop::collection::btree_set(
            prop::collection::btree_set(0_u8..5, 0..4), 1..6)) {
            let sets: Vec<Out> = sets.iter()
                .map(|set| set.iter().map(|n| JurorId::new(n.to_string())).collect())
                .collect();
            let groups: Vec<&Out> = sets.iter().collect();
            let found = order(&groups, &Out::new());
            let best = all_orders(&(0..groups.len()).collect::<Vec<_>>());
            let best = best.iter().map(|order| length(&groups, order)).min();
            prop_assert_eq!(Some(length(&groups, &found)), best);
            let mut near = nearest(&groups, &Out::new());
            near.sort_unstable();
            prop_assert_eq!(near, (0..groups.len()).collect::<Vec<_>>());
        }
    }
}
