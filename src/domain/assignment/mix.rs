//! Jurors can be compared only where chains of shared dossiers join them: a jury that falls apart into groups, each with
//! its own dossiers, is joined again by exchanging seats, which changes nobody's load.

use super::table::{D, J, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Exchanges that are tried at most: small juries fall apart, and for them these are all there are.
const MOST_TRIALS: usize = 20_000;

/// Exchanges new seats between groups as long as that makes fewer of them.
pub(super) fn join(table: &mut Table<'_>) {
    let mut trials = MOST_TRIALS;
    while let Some((one, other)) = joining(table, &mut trials) {
        exchange(table, one, other);
    }
}

/// A new seat.
type Seat = (D, J);

fn exchange(table: &mut Table<'_>, one: Seat, other: Seat) {
    for ((d, from), to) in [(one, other.1), (other, one.1)] {
        if let Some(row) = table.rows.get_mut(d) {
            row.added.remove(&from);
            row.added.insert(to);
        }
    }
}

/// Looks for two new seats whose exchange leaves fewer groups.
fn joining(table: &mut Table<'_>, trials: &mut usize) -> Option<(Seat, Seat)> {
    let groups = groups(table);
    let count = groups.values().collect::<BTreeSet<_>>().len();
    if count < 2 {
        return None;
    }
    let rows = table.rows.iter().enumerate();
    let seats: Vec<Seat> = rows
        .flat_map(|(d, row)| row.added.iter().map(move |j| (d, *j)))
        .collect();
    for (at, one) in seats.iter().enumerate() {
        for other in seats.iter().skip(at + 1) {
            if groups.get(&one.1) == groups.get(&other.1) || !may_exchange(table, *one, *other) {
                continue;
            }
            if *trials == 0 {
                return None;
            }
            *trials -= 1;
            exchange(table, *one, *other);
            let joined = self::groups(table).values().collect::<BTreeSet<_>>().len() < count;
            exchange(table, (one.0, other.1), (other.0, one.1));
            if joined {
                return Some((*one, *other));
            }
        }
    }
    None
}

fn may_exchange(table: &Table<'_>, one: Seat, other: Seat) -> bool {
    let may = |d: D, j: J| table.rows.get(d).is_some_and(|row| row.may_take(j));
    may(one.0, other.1) && may(other.0, one.1)
}

/// Returns the group of each juror who reads something, named by its first.
pub(super) fn groups(table: &Table<'_>) -> BTreeMap<J, J> {
    let mut above: BTreeMap<J, J> = BTreeMap::new();
    for row in &table.rows {
        let mut readers = row.readers();
        let Some(first) = readers.next() else { continue };
        let mut root = root_of(&mut above, first);
        for other in readers {
            let next = root_of(&mut above, other);
            let (low, high) = (root.min(next), root.max(next));
            above.insert(high, low);
            root = low;
        }
    }
    let jurors: Vec<J> = above.keys().copied().collect();
    jurors.into_iter().map(|j| (j, root_of(&mut above, j))).collect()
}

fn root_of(above: &mut BTreeMap<J, J>, juror: J) -> J {
    let mut at = juror;
    loop {
        let next = *above.entry(at).or_insert(at);
        if next == at {
            break;
        }
        at = next;
    }
    above.insert(juror, at);
    at
}
