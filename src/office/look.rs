//! Consistency over weeks: a criterion's history, one's scores on it everywhere, changes that were looked at, evidence
//! that was read.

use super::act::Report;
use super::ask::CriterionRow;
use super::score::standing;
use super::search::index_reading;
use super::{Office, OfficeError};
use crate::domain::evidence::Reading;
use crate::domain::ids::{CriterionCode, Digest, DossierId};
use crate::domain::score::Mark;
use crate::store::Event;

impl Office {
    pub(super) fn history(
        &self,
        dossier: &DossierId,
        criterion: &CriterionCode,
    ) -> Result<Vec<Event>, OfficeError> {
        self.me()?;
        let events = self.store.events(Some(dossier), self.grid.scale())?;
        let about = |event: &Event| event.happening.criterion().is_none_or(|code| code == criterion);
        Ok(events.into_iter().filter(about).collect())
    }

    pub(super) fn on_criterion(&self, criterion: &CriterionCode) -> Result<Vec<CriterionRow>, OfficeError> {
        let me = self.me()?;
        let mut rows = Vec::new();
        for (id, number, name) in self.store.dossier_names()? {
            let ballot = self.store.ballot(&me.addressee.id, &id, self.grid.scale())?;
            if !ballot.is_recused() {
                let content = standing(&ballot, criterion);
                rows.push(CriterionRow {
                    id,
                    number,
                    name,
                    content,
                });
            }
        }
        rows.sort_by_key(|row| std::cmp::Reverse(rank(row.content.mark)));
        Ok(rows)
    }

    pub(super) fn keep_reading(
        &mut self,
        dossier: &DossierId,
        digest: &Digest,
        reading: &Reading,
    ) -> Result<Report, OfficeError> {
        self.store.atomically(|store| {
            store.put_reading(digest, reading)?;
            index_reading(store, dossier, digest, reading)?;
            store.note_read(dossier, digest)
        })?;
        Ok(Report::ReadingKept)
    }

    pub(super) fn look(&mut self, dossier: &DossierId, champ: &str) -> Result<Report, OfficeError> {
        self.me()?;
        self.store.atomically(|store| store.looked_at(dossier, champ))?;
        Ok(Report::Looked {
            dossier: dossier.clone(),
        })
    }

    pub(super) fn dismiss(&mut self, dossier: &DossierId) -> Result<Report, OfficeError> {
        self.me()?;
        self.own_ballot(dossier)?;
        let at = self.context.stamp();
        self.store.atomically(|store| store.dismiss(dossier, &at))?;
        Ok(Report::Dismissed {
            dossier: dossier.clone(),
        })
    }
}

/// Scores from high to low, then N.A., then abstentions, then what is not scored yet.
fn rank(mark: Option<Mark>) -> (u8, u8) {
    match mark {
        Some(Mark::Scored(score)) => (3, score.value()),
        Some(Mark::NotApplicable) => (2, 0),
        Some(Mark::Abstained) => (1, 0),
        None => (0, 0),
    }
}
