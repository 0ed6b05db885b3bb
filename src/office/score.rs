//! A juror changes one of their cells: an event, the ballot it leads to, one commit.

use super::act::{CellChange, Report};
use super::search::index_remark;
use super::{Office, OfficeError};
use crate::domain::clock::Clock;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::domain::sheet::{Content, Recusal, Version};
use crate::ledger::ballot::Ballot;
use crate::ledger::versions::Versions;
use crate::store::{Bearing, Event, Happening, Store};

impl Office {
    pub(super) fn score(
        &mut self,
        dossier: &DossierId,
        criterion: &CriterionCode,
        change: CellChange,
    ) -> Result<Report, OfficeError> {
        let me = self.me()?.clone();
        if self.grid.criterion(criterion).is_none() {
            return Err(unknown_criterion(criterion, self));
        }
        self.store.atomically(|store| {
            let ballot = self.own_ballot(dossier)?;
            if ballot.is_recused() {
                return Err(OfficeError::State(
                    Saying::new("score-recused").text("dossier", dossier),
                ));
            }
            let bearing = if change.goes_on {
                Bearing::GoesOn
            } else {
                Bearing::Anew
            };
            let before = standing(&ballot, criterion);
            let after = changed(before.clone(), &change);
            if after != before {
                let happening = Happening::Cell {
                    criterion: criterion.clone(),
                    before,
                    after,
                };
                self.happen(store, &me, dossier, happening, bearing)?;
            }
            if let Some(note) = change.note {
                let before = store.notes(dossier)?.remove(criterion).unwrap_or_default();
                if before != note {
                    let happening = Happening::Note {
                        criterion: criterion.clone(),
                        before,
                        after: note,
                    };
                    self.happen(store, &me, dossier, happening, bearing)?;
                }
            }
            Ok(())
        })?;
        Ok(Report::Scored {
            dossier: dossier.clone(),
            criterion: criterion.clone(),
        })
    }

    /// Returns the ballot of the juror whose store it is.
    pub(super) fn own_ballot(&self, dossier: &DossierId) -> Result<Ballot, OfficeError> {
        let me = self.me()?;
        if self.store.dossier(dossier)?.is_none() {
            return Err(OfficeError::Refused(
                Saying::new("dossier-unknown").text("name", dossier),
            ));
        }
        Ok(self.store.ballot(&me.addressee.id, dossier, self.grid.scale())?)
    }

    /// Appends an event and brings the ballot or the note up to it. Call within a transaction.
    pub(super) fn happen(
        &self,
        store: &Store,
        me: &super::Me,
        dossier: &DossierId,
        happening: Happening,
        bearing: Bearing,
    ) -> Result<(), OfficeError> {
        let seq = store.next_event()?;
        let mut event = Event {
            seq,
            at: self.context.stamp(),
            device: me.device.clone(),
            dossier: dossier.clone(),
            happening,
            bearing,
            clock: Clock::default(),
        };
        if let Happening::Note { criterion, after, .. } = &event.happening {
            store.put_note(dossier, criterion, after)?;
        } else {
            let juror = &me.addressee.id;
            let mut ballot = store.ballot(juror, dossier, self.grid.scale())?;
            event.clock = next_clock(&ballot, &event);
            write(&mut ballot, &event);
            store.put_ballot(juror, dossier, &ballot)?;
        }
        if let Happening::Cell { criterion, after, .. } = &event.happening {
            index_remark(store, dossier, criterion, after)?;
        }
        Ok(store.append_event(&event)?)
    }
}

/// Returns the clock of what an event writes: it has seen all that stands there, and is later than all that this device
/// wrote there, even where that came back in a sheet after a restored copy had forgotten it.
fn next_clock(ballot: &Ballot, event: &Event) -> Clock {
    let seen = match &event.happening {
        Happening::Cell { criterion, .. } => ballot.cells.get(criterion).map(Versions::clock),
        Happening::Recusal { .. } => Some(ballot.recusal.clock()),
        Happening::Note { .. } => None,
    };
    let seen = seen.unwrap_or_default();
    let count = event.seq.max(seen.get(&event.device).saturating_add(1));
    seen.ticked(&event.device, count)
}

/// Writes an event into a ballot. In whatever order, all of a juror's events come to the same.
pub(super) fn write(ballot: &mut Ballot, event: &Event) {
    let clock = event.clock.clone();
    match &event.happening {
        Happening::Cell { criterion, after, .. } => {
            let content = after.clone();
            let versions = ballot.cells.entry(criterion.clone()).or_default();
            versions.add(Version { content, clock });
        }
        Happening::Recusal { after, .. } => {
            let content = after.clone();
            ballot.recusal.add(Version { content, clock });
        }
        Happening::Note { .. } => {}
    }
}

/// Returns what stands in a cell; where two devices wrote it apart, the first side.
pub(super) fn standing(ballot: &Ballot, criterion: &CriterionCode) -> Content {
    ballot
        .cells
        .get(criterion)
        .and_then(|versions| versions.all().first())
        .map(|version| version.content.clone())
        .unwrap_or_default()
}

/// Returns the recusal that stands.
pub(super) fn standing_recusal(ballot: &Ballot) -> Recusal {
    ballot
        .recusal
        .all()
        .iter()
        .find_map(|version| version.content.clone())
}

fn changed(mut content: Content, change: &CellChange) -> Content {
    if let Some(mark) = change.mark {
        content.mark = mark;
    }
    if let Some(comment) = &change.comment {
        content.comment = comment.clone();
    }
    if let Some(feedback) = &change.feedback {
        content.feedback = feedback.clone();
    }
    if let Some(citations) = &change.citations {
        content.citations.clone_from(citations);
    }
    content
}

fn unknown_criterion(criterion: &CriterionCode, office: &Office) -> OfficeError {
    let known: Vec<&str> = office.grid.criteria().map(|c| c.code.as_str()).collect();
    OfficeError::Refused(
        Saying::new("criterion-unknown")
            .text("code", criterion)
            .text("known", known.join(", ")),
    )
}
