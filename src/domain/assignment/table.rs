//! The table of jurors and dossiers, by places instead of names.

use super::{Infeasible, Pair, Plan, Situation, Wish, lots};
use crate::domain::ids::{DossierId, JurorId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A juror's place.
pub(super) type J = usize;
/// A dossier's place.
pub(super) type D = usize;

/// A dossier.
#[derive(Debug)]
pub(super) struct Row<'a> {
    id: &'a DossierId,
    lot: u64,
    /// Jurors who may read it, those who do included.
    free: BTreeSet<J>,
    /// Jurors who read it already.
    kept: BTreeSet<J>,
    /// Jurors who are to read it too.
    pub(super) added: BTreeSet<J>,
}

impl Row<'_> {
    /// Returns all who read it then.
    pub(super) fn readers(&self) -> impl Iterator<Item = J> + '_ {
        self.kept.iter().chain(&self.added).copied()
    }

    /// Returns those who could read it too.
    pub(super) fn others(&self) -> impl Iterator<Item = J> + '_ {
        let reads = |juror: &&J| self.kept.contains(juror) || self.added.contains(juror);
        self.free.iter().filter(move |juror| !reads(juror)).copied()
    }

    /// Tells whether a juror could read it too.
    pub(super) fn may_take(&self, juror: J) -> bool {
        self.free.contains(&juror) && !self.kept.contains(&juror) && !self.added.contains(&juror)
    }
}

/// The table.
#[derive(Debug)]
pub(super) struct Table<'a> {
    jurors: Vec<(&'a JurorId, u64)>,
    pub(super) rows: Vec<Row<'a>>,
    loads: Vec<usize>,
}

/// A step of a path: from a juror, by a dossier, to another.
type Step = (J, D, J);

impl<'a> Table<'a> {
    /// Sets the table.
    pub(super) fn new(situation: &'a Situation, wish: Wish) -> Self {
        let lot = |name: &str| lots::of_name(wish.seed, name);
        let jurors: Vec<(&JurorId, u64)> = situation
            .jurors
            .iter()
            .map(|juror| (juror, lot(juror.as_str())))
            .collect();
        let places: BTreeMap<&JurorId, J> = jurors.iter().enumerate().map(|(j, (id, _))| (*id, j)).collect();
        let by_dossier = |pairs: &'a BTreeSet<Pair>| {
            let mut found: BTreeMap<&DossierId, BTreeSet<J>> = BTreeMap::new();
            for (juror, dossier) in pairs {
                if let Some(j) = places.get(juror) {
                    found.entry(dossier).or_default().insert(*j);
                }
            }
            found
        };
        let (barred, given) = (by_dossier(&situation.barred), by_dossier(&situation.given));
        let none = BTreeSet::new();
        let row = |id: &'a DossierId| {
            let barred = barred.get(id).unwrap_or(&none);
            let free: BTreeSet<J> = (0..jurors.len()).filter(|j| !barred.contains(j)).collect();
            let kept = given.get(id).unwrap_or(&none).intersection(&free).copied();
            Row {
                id,
                lot: lot(id.as_str()),
                kept: kept.collect(),
                free,
                added: BTreeSet::new(),
            }
        };
        let rows: Vec<Row<'_>> = situation.dossiers.iter().map(row).collect();
        let mut loads = vec![0; jurors.len()];
        for juror in rows.iter().flat_map(Row::readers) {
            more(&mut loads, juror);
        }
        Self { jurors, rows, loads }
    }

    /// Returns the dossiers that fewer jurors may read than should.
    pub(super) fn short(&self, per_dossier: usize) -> Vec<(DossierId, usize)> {
        self.rows
            .iter()
            .filter(|row| row.free.len() < per_dossier)
            .map(|row| (row.id.clone(), row.free.len()))
            .collect()
    }

    fn load(&self, juror: J) -> usize {
        self.loads.get(juror).copied().unwrap_or(usize::MAX)
    }

    /// Gives each dossier what it lacks: those with the least choice first, to whoever has the least to read, then to
    /// whoever read the least with the others of it, then by lot.
    pub(super) fn fill(&mut self, per_dossier: usize) {
        let mut order: Vec<D> = (0..self.rows.len()).collect();
        order.sort_by_key(|d| self.rows.get(*d).map(|row| (row.free.len(), row.lot, row.id)));
        let all = self.jurors.len();
        let mut together = vec![0_usize; all * all];
        for d in order {
            let Some(row) = self.rows.get_mut(d) else { continue };
            let mut readers: Vec<J> = row.readers().collect();
            while readers.len() < per_dossier {
                let met = |j: J| -> usize {
                    let with = readers
                        .iter()
                        .map(|other| together.get(j * all + other).copied().unwrap_or(0));
                    with.sum()
                };
                let rank = |j: &J| {
                    let lot = self.jurors.get(*j).map(|(_, lot)| lots::of_pair(*lot, row.lot));
                    (self.loads.get(*j).copied(), met(*j), lot)
                };
                let Some(next) = row.others().min_by_key(rank) else {
                    break;
                };
                for other in &readers {
                    more(&mut together, next * all + other);
                    more(&mut together, other * all + next);
                }
                row.added.insert(next);
                more(&mut self.loads, next);
                readers.push(next);
            }
        }
    }

    /// Moves new seats from those who read more to those who read less, as long as it makes loads more even.
    pub(super) fn even_out(&mut self) {
        while let Some(path) = self.evening_path() {
            let ends = path
                .first()
                .map(|step| step.0)
                .zip(path.last().map(|step| step.2));
            for (from, dossier, to) in path {
                if let Some(row) = self.rows.get_mut(dossier) {
                    row.added.remove(&from);
                    row.added.insert(to);
                }
            }
            if let Some((from, to)) = ends {
                less(&mut self.loads, from);
                more(&mut self.loads, to);
            }
        }
    }

    /// Returns a shortest path along which a seat can be moved from whoever reads most to someone who reads less by two
    /// or more.
    fn evening_path(&self) -> Option<Vec<Step>> {
        let moves = self.moves();
        let mut order: Vec<J> = (0..self.jurors.len()).collect();
        order.sort_by_key(|j| Reverse(self.load(*j)));
        order.into_iter().find_map(|start| {
            let came = reached(start, &moves);
            let goal = |j: &&J| self.load(**j).saturating_add(2) <= self.load(start);
            let end = came.keys().filter(goal).min_by_key(|j| (self.load(**j), **j))?;
            Some(traced(&came, *end))
        })
    }

    /// Returns, from each juror who has a new seat, to whom it could be moved, and by which dossier.
    fn moves(&self) -> BTreeMap<J, BTreeMap<J, D>> {
        let mut moves: BTreeMap<J, BTreeMap<J, D>> = BTreeMap::new();
        let wanted = self.jurors.len().saturating_sub(1);
        for (d, row) in self.rows.iter().enumerate() {
            for from in &row.added {
                let to = moves.entry(*from).or_default();
                if to.len() < wanted {
                    for other in row.others() {
                        to.entry(other).or_insert(d);
                    }
                }
            }
        }
        moves
    }

    /// Returns what keeps everybody from reading `most` at most: the jurors who read more and those to whom they could
    /// hand something over are all full, and so are theirs.
    pub(super) fn jam(&self, most: usize) -> Option<Infeasible> {
        let adds = |j: &J| self.rows.iter().any(|row| row.added.contains(j));
        let over = (0..self.jurors.len()).find(|j| self.load(*j) > most && adds(j))?;
        let mut full: BTreeSet<J> = reached(over, &self.moves()).into_keys().collect();
        full.insert(over);
        let competes = |row: &&Row<'_>| row.added.iter().any(|j| full.contains(j));
        let rows: Vec<&Row<'_>> = self.rows.iter().filter(competes).collect();
        let needed = rows
            .iter()
            .flat_map(|row| &row.added)
            .filter(|j| full.contains(j));
        let kept = |j: &J| self.rows.iter().filter(|row| row.kept.contains(j)).count();
        Some(Infeasible::TooFull {
            dossiers: rows.iter().map(|row| row.id.clone()).collect(),
            needed: needed.count(),
            places: full.iter().map(|j| most.saturating_sub(kept(j))).sum(),
            jurors: full.iter().filter_map(|j| self.name(*j)).collect(),
        })
    }

    fn name(&self, juror: J) -> Option<JurorId> {
        self.jurors.get(juror).map(|(id, _)| (*id).clone())
    }

    /// Returns the plan.
    pub(super) fn plan(&self) -> Plan {
        let pairs = self
            .rows
            .iter()
            .flat_map(|row| row.added.iter().map(move |j| (*j, row.id)));
        Plan {
            added: pairs
                .filter_map(|(j, id)| Some((self.name(j)?, id.clone())))
                .collect(),
            loads: (0..self.jurors.len())
                .filter_map(|j| Some((self.name(j)?, self.load(j))))
                .collect(),
        }
    }
}

/// Goes from a juror to all that can be reached, the nearest first: by which step each was.
fn reached(start: J, moves: &BTreeMap<J, BTreeMap<J, D>>) -> BTreeMap<J, Step> {
    let mut came: BTreeMap<J, Step> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(from) = waiting.pop_front() {
        for (to, dossier) in moves.get(&from).into_iter().flatten() {
            if *to != start && !came.contains_key(to) {
                came.insert(*to, (from, *dossier, *to));
                waiting.push_back(*to);
            }
        }
    }
    came
}

/// Follows the steps back from where they led.
fn traced(came: &BTreeMap<J, Step>, end: J) -> Vec<Step> {
    let mut path = Vec::new();
    let mut at = end;
    while let Some(step) = came.get(&at) {
        path.push(*step);
        at = step.0;
    }
    path.reverse();
    path
}

fn more(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count += 1;
    }
}

fn less(counts: &mut [usize], at: usize) {
    if let Some(count) = counts.get_mut(at) {
        *count = count.saturating_sub(1);
    }
}
