//! Who sits before each dossier, and what of what they wrote counts: what results, status and agenda are made of.

use super::{Office, OfficeError};
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::panel::Panel;
use crate::store::Count;
use std::collections::BTreeMap;
use std::iter::Peekable;

/// Those before one dossier: to whom it was given, and whom the coordinator set aside from it.
#[derive(Debug, Default)]
pub(super) struct Bench {
    pub(super) seats: BTreeMap<JurorId, Place>,
}

/// One juror before one dossier.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) given: bool,
    /// Whether the coordinator set them aside.
    pub(super) declared: bool,
    pub(super) count: Count,
}

impl Place {
    pub(super) fn is_recused(&self) -> bool {
        self.declared || self.count.recused
    }

    /// Criteria in conflict that keep the level back.
    pub(super) fn forks(&self) -> usize {
        if self.is_recused() { 0 } else { self.count.forks }
    }
}

impl Bench {
    pub(super) fn forks(&self) -> usize {
        self.seats.values().map(Place::forks).sum()
    }

    /// Tells whether anyone who counts wrote something for the candidate.
    pub(super) fn feeds(&self) -> bool {
        self.seats
            .values()
            .any(|place| place.count.fed && !place.is_recused())
    }

    pub(super) fn panel(self) -> Panel {
        let mut panel = Panel::default();
        for (juror, place) in self.seats {
            if place.is_recused() {
                panel.recused.push(juror);
            } else {
                panel.seats.insert(juror, place.count.marks);
            }
        }
        panel
    }

    /// What someone wrote who has no seat any more counts for nothing.
    fn take(&mut self, counts: BTreeMap<JurorId, Count>) {
        for (juror, count) in counts {
            if let Some(place) = self.seats.get_mut(&juror) {
                place.count = count;
            }
        }
    }
}

/// What ties a juror to a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    Given,
    Declared,
}

/// Who sits where, by dossier: one bench at a time is made of it, for there may be thousands.
struct Benches(Peekable<std::vec::IntoIter<(DossierId, JurorId, Tie)>>);

impl Benches {
    /// Returns the next bench, with nothing counted yet; none that lies behind `last`.
    fn next(&mut self, last: Option<&DossierId>) -> Option<(DossierId, Bench)> {
        let (dossier, ..) = self.0.peek()?;
        if last.is_some_and(|last| dossier > last) {
            return None;
        }
        let dossier = dossier.clone();
        let mut bench = Bench::default();
        while let Some((_, juror, tie)) = self.0.next_if(|(next, ..)| *next == dossier) {
            let place = bench.seats.entry(juror).or_default();
            match tie {
                Tie::Given => place.given = true,
                Tie::Declared => place.declared = true,
            }
        }
        Some((dossier, bench))
    }
}

impl Office {
    /// Hands over the bench before each dossier that has one, by dossier.
    pub(super) fn each_bench(&self, mut look: impl FnMut(DossierId, Bench)) -> Result<(), OfficeError> {
        let mut benches = self.benches(None)?;
        let jurors = self.juror_ids()?;
        self.store
            .each_dossiers_counts::<OfficeError>(&jurors, self.grid.scale(), |dossier, counts| {
                while let Some((id, mut bench)) = benches.next(Some(&dossier)) {
                    if id == dossier {
                        bench.take(counts);
                        look(id, bench);
                        break;
                    }
                    look(id, bench);
                }
                Ok(())
            })?;
        while let Some((id, bench)) = benches.next(None) {
            look(id, bench);
        }
        Ok(())
    }

    /// Returns the bench before one dossier.
    pub(super) fn bench(&self, on: &DossierId) -> Result<Bench, OfficeError> {
        let first = self.benches(Some(on))?.next(None);
        let mut bench = first.map(|(_, bench)| bench).unwrap_or_default();
        let jurors: Vec<JurorId> = bench.seats.keys().cloned().collect();
        bench.take(self.store.counts_on(on, &jurors, self.grid.scale())?);
        Ok(bench)
    }

    /// Returns the identifiers of the jury.
    pub(super) fn juror_ids(&self) -> Result<Vec<JurorId>, OfficeError> {
        Ok(self.store.jury()?.into_iter().map(|e| e.juror.id).collect())
    }

    /// Returns who sits where, with nothing counted yet.
    fn benches(&self, on: Option<&DossierId>) -> Result<Benches, OfficeError> {
        let places = self.store.places(on)?.into_iter();
        let mut ties: Vec<(DossierId, JurorId, Tie)> = places
            .map(|(dossier, juror)| (dossier, juror, Tie::Given))
            .collect();
        let declared = self.declared()?.into_iter();
        let declared = declared.filter(|(_, dossier)| on.is_none_or(|on| on == dossier));
        ties.extend(declared.map(|(juror, dossier)| (dossier, juror, Tie::Declared)));
        // Nearly sorted already, which a stable sort makes use of.
        ties.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(Benches(ties.into_iter().peekable()))
    }
}
