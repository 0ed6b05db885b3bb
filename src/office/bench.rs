//! Who sits before each dossier, and what of what they wrote counts: what results, status and agenda are made of.

use super::{Office, OfficeError};
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::panel::Panel;
use crate::store::Count;
use std::collections::BTreeMap;

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

impl Office {
    /// Hands over the bench before each dossier, in no order that matters.
    pub(super) fn each_bench(&self, mut look: impl FnMut(DossierId, Bench)) -> Result<(), OfficeError> {
        let mut benches = self.benches(None)?;
        let jurors = self.juror_ids()?;
        self.store
            .each_dossiers_counts::<OfficeError>(&jurors, self.grid.scale(), |dossier, counts| {
                if let Some(mut bench) = benches.remove(&dossier) {
                    bench.take(counts);
                    look(dossier, bench);
                }
                Ok(())
            })?;
        for (dossier, bench) in benches {
            look(dossier, bench);
        }
        Ok(())
    }

    /// Returns the bench before one dossier.
    pub(super) fn bench(&self, on: &DossierId) -> Result<Bench, OfficeError> {
        let mut bench = self.benches(Some(on))?.remove(on).unwrap_or_default();
        let jurors: Vec<JurorId> = bench.seats.keys().cloned().collect();
        bench.take(self.store.counts_on(on, &jurors, self.grid.scale())?);
        Ok(bench)
    }

    /// Returns the identifiers of the jury.
    pub(super) fn juror_ids(&self) -> Result<Vec<JurorId>, OfficeError> {
        Ok(self.store.jury()?.into_iter().map(|e| e.juror.id).collect())
    }

    /// Returns who sits where, with nothing counted yet.
    fn benches(&self, on: Option<&DossierId>) -> Result<BTreeMap<DossierId, Bench>, OfficeError> {
        let mut benches: BTreeMap<DossierId, Bench> = BTreeMap::new();
        for (dossier, juror) in self.store.places(on)? {
            let bench = benches.entry(dossier).or_default();
            bench.seats.entry(juror).or_default().given = true;
        }
        let declared = self.declared()?.into_iter();
        for (juror, dossier) in declared.filter(|(_, dossier)| on.is_none_or(|on| on == dossier)) {
            let bench = benches.entry(dossier).or_default();
            bench.seats.entry(juror).or_default().declared = true;
        }
        Ok(benches)
    }
}
