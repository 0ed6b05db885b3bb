//! Who handed in what, and who is missing. Nothing here depends on the order in which sheets came.

use super::ask::{DossierStatus, JurorStatus, Status};
use super::{Office, OfficeError};
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::role::Verb;
use crate::ledger::ballot::Ballot;
use crate::ledger::merge::Seat;
use std::collections::{BTreeMap, BTreeSet};

/// What each seat amounts to.
pub(super) struct Seats {
    /// Who was given what.
    pub(super) given: BTreeSet<Seat>,
    /// Those that a declared conflict of interest takes out.
    pub(super) declared: BTreeSet<Seat>,
    /// What came back.
    pub(super) ballots: BTreeMap<Seat, Ballot>,
}

impl Seats {
    /// Tells whether the juror stepped back, or was made to.
    pub(super) fn is_recused(&self, seat: &Seat) -> bool {
        self.declared.contains(seat) || self.ballots.get(seat).is_some_and(Ballot::is_recused)
    }
}

impl Office {
    pub(super) fn all_seats(&self) -> Result<Seats, OfficeError> {
        Ok(Seats {
            given: self.store.seats()?,
            declared: self.declared()?,
            ballots: self.known_ballots()?,
        })
    }

    pub(super) fn status(&self) -> Result<Status, OfficeError> {
        self.may(Verb::Merge)?;
        let jury = self.store.jury()?;
        let criteria = self.criteria();
        let mut seats = self.all_seats()?;
        let aside = self.store.set_aside()?;
        seats.given.retain(|(_, dossier)| !aside.contains(dossier));
        let mut revisions: BTreeMap<JurorId, u64> = BTreeMap::new();
        for sheet in self.store.sheets()? {
            let latest = revisions.entry(sheet.juror).or_default();
            *latest = (*latest).max(sheet.revision);
        }
        let mut jurors: Vec<JurorStatus> = jury
            .iter()
            .map(|enrolled| {
                let id = &enrolled.juror.id;
                juror_status(
                    id,
                    &enrolled.juror.name,
                    revisions.get(id).copied(),
                    &seats,
                    criteria,
                )
            })
            .collect();
        jurors.sort_by(|a, b| a.juror.cmp(&b.juror));
        let dossiers = self.store.dossier_names()?.into_iter().map(|(id, number, name)| {
            let expected: Vec<&JurorStatus> = jurors
                .iter()
                .filter(|j| j.progress.get(&id).is_some_and(Option::is_some))
                .collect();
            let is_complete = |j: &&&JurorStatus| j.progress.get(&id) == Some(&Some(criteria));
            let complete = expected.iter().filter(is_complete).count();
            let missing = expected
                .iter()
                .filter(|j| !is_complete(j))
                .map(|j| j.juror.clone())
                .collect();
            DossierStatus {
                number,
                name,
                expected: expected.len(),
                complete,
                missing,
                id,
            }
        });
        let dossiers = dossiers.collect();
        Ok(Status { jurors, dossiers })
    }
}

fn juror_status(
    id: &JurorId,
    name: &str,
    revision: Option<u64>,
    seats: &Seats,
    criteria: usize,
) -> JurorStatus {
    let mut progress: BTreeMap<DossierId, Option<usize>> = BTreeMap::new();
    let mut conflicts = 0;
    for seat in seats.given.iter().filter(|(juror, _)| juror == id) {
        let ballot = seats.ballots.get(seat);
        let recused = seats.is_recused(seat);
        let marks = (!recused).then(|| ballot.map_or(0, |b| b.marks().len()));
        if !recused {
            conflicts += ballot.map_or(0, |b| b.forks().count());
        }
        progress.insert(seat.1.clone(), marks);
    }
    JurorStatus {
        id: id.clone(),
        juror: name.to_owned(),
        assigned: progress.len(),
        scored: progress.values().flatten().sum(),
        complete: progress.values().flatten().filter(|n| **n >= criteria).count(),
        recused: progress.values().filter(|marks| marks.is_none()).count(),
        revision,
        conflicts,
        progress,
    }
}
