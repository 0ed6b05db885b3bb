//! The committee sits and rises.

use super::act::Report;
use super::ask::{Room, SessionView};
use super::{Office, OfficeError, Pace, damaged};
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::motion::Motion;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::domain::sitting::Sitting;
use crate::store::Key;
use serde_json::json;
use std::collections::BTreeSet;

impl Office {
    pub(super) fn open_sitting(&mut self, present: Vec<JurorId>) -> Result<Report, OfficeError> {
        self.may(Verb::Deliberate)?;
        if self.sitting()?.is_some() {
            return Err(OfficeError::State(Saying::new("sitting-open-already")));
        }
        let present: BTreeSet<JurorId> = present.into_iter().collect();
        if present.is_empty() {
            return Err(OfficeError::Refused(Saying::new("sitting-nobody")));
        }
        let last: u32 = self
            .store
            .get(Key::Sittings)?
            .and_then(|n| n.parse().ok())
            .unwrap_or(0);
        let sitting = Sitting::new(last + 1, self.context.stamp(), present);
        self.store.atomically(|store| {
            self.keep_sitting(&sitting)?;
            store.put(Key::Sittings, &sitting.number.to_string())?;
            self.record("sitting-open", &sitting).map(drop)
        })?;
        Ok(Report::SittingOpened {
            number: sitting.number,
        })
    }

    pub(super) fn close_sitting(&mut self) -> Result<Report, OfficeError> {
        let sitting = self.sitting_to_change()?;
        self.store.atomically(|store| {
            store.put(Key::Sitting, "")?;
            self.record("sitting-close", &json!({"number": sitting.number}))
                .map(drop)
        })?;
        Ok(Report::SittingClosed)
    }

    /// Says who is in the room from now on: each who came and each who left is an entry of the journal.
    pub(super) fn attend(&mut self, present: BTreeSet<JurorId>) -> Result<Report, OfficeError> {
        let mut sitting = self.sitting_to_change()?;
        if present.is_empty() {
            return Err(OfficeError::Refused(Saying::new("sitting-nobody")));
        }
        let arrived: Vec<JurorId> = present.difference(&sitting.present).cloned().collect();
        let left: Vec<JurorId> = sitting.present.difference(&present).cloned().collect();
        if arrived.is_empty() && left.is_empty() {
            return Ok(Report::Attended { arrived: 0, left: 0 });
        }
        sitting.present = present;
        self.store.atomically(|_| {
            self.keep_sitting(&sitting)?;
            let entry = |juror: &JurorId| json!({"juror": juror, "sitting": sitting.number});
            for juror in &arrived {
                self.record("arrival", &entry(juror))?;
            }
            for juror in &left {
                self.record("departure", &entry(juror))?;
            }
            Ok::<_, OfficeError>(())
        })?;
        Ok(Report::Attended {
            arrived: arrived.len(),
            left: left.len(),
        })
    }

    /// Suspends the sitting or goes on with it.
    pub(super) fn pause(&mut self, on: bool) -> Result<Report, OfficeError> {
        let mut sitting = self.sitting_to_change()?;
        if sitting.break_since.is_some() == on {
            let id = if on {
                "sitting-on-break"
            } else {
                "sitting-no-break"
            };
            return Err(OfficeError::State(Saying::new(id)));
        }
        let now = self.context.stamp();
        let kind = if on {
            sitting.pause(&now);
            "sitting-break"
        } else {
            sitting.resume(&now);
            "sitting-resume"
        };
        self.store.atomically(|_| {
            self.keep_sitting(&sitting)?;
            self.record(kind, &json!({"number": sitting.number})).map(drop)
        })?;
        Ok(Report::Paused { on })
    }

    /// Puts a dossier before the committee. What is drafted is kept and is no entry of the journal: the decision is one.
    pub(super) fn lay(&mut self, dossier: &DossierId, motion: Motion) -> Result<Report, OfficeError> {
        let mut sitting = self.sitting_to_change()?;
        if self.store.dossier(dossier)?.is_none() {
            let unknown = Saying::new("dossier-unknown").text("name", dossier);
            return Err(OfficeError::Refused(unknown));
        }
        sitting.lay(dossier, motion, &self.context.stamp());
        self.store.atomically(|_| self.keep_sitting(&sitting))?;
        Ok(Report::Laid(Box::new(sitting)))
    }

    /// Orders the agenda by hand, or leaves it to the program again.
    pub(super) fn arrange(&mut self, order: &[DossierId]) -> Result<Report, OfficeError> {
        self.may(Verb::Deliberate)?;
        let json = serde_json::to_string(order).unwrap_or_default();
        self.store.atomically(|store| {
            store.put(Key::Order, if order.is_empty() { "" } else { &json })?;
            self.record("agenda-order", &json!({"order": order})).map(drop)
        })?;
        Ok(Report::Arranged)
    }

    /// Returns the agenda's order by hand; empty where there is none.
    pub(super) fn order_by_hand(&self) -> Result<Vec<DossierId>, OfficeError> {
        let json = self.store.get(Key::Order)?.filter(|json| !json.is_empty());
        let order = json.map(|json| serde_json::from_str(&json)).transpose();
        Ok(order.map_err(|_| damaged("order"))?.unwrap_or_default())
    }

    /// Returns the sitting that is open, to whoever may change it.
    pub(super) fn sitting_to_change(&self) -> Result<Sitting, OfficeError> {
        self.may(Verb::Deliberate)?;
        let none = || OfficeError::State(Saying::new("sitting-none"));
        self.sitting()?.ok_or_else(none)
    }

    /// Writes how the sitting stands. Call within a transaction.
    pub(super) fn keep_sitting(&self, sitting: &Sitting) -> Result<(), OfficeError> {
        let json = serde_json::to_string(sitting).unwrap_or_default();
        Ok(self.store.put(Key::Sitting, &json)?)
    }

    pub(super) fn unmask(&mut self) -> Result<Report, OfficeError> {
        self.may(Verb::SeeResults)?;
        self.store.atomically(|_| self.record("unmask", &json!({})))?;
        Ok(Report::Unmasked)
    }
}

impl Office {
    /// Says where the sitting stands, and when it is likely to end.
    pub(super) fn session(&self) -> Result<SessionView, OfficeError> {
        let room = self.room()?;
        let number = room.sitting.as_ref().map_or(0, |sitting| sitting.number);
        let pace = Pace::of(&self.agenda()?, number);
        let now = self.context.stamp();
        Ok(SessionView {
            ends_at: room.sitting.as_ref().and_then(|_| pace.ends_at(&now)),
            pace,
            room,
        })
    }

    /// Says who of the jury is in the room.
    pub(super) fn room(&self) -> Result<Room, OfficeError> {
        let sitting = self.sitting()?;
        let is_present = |id: &JurorId| sitting.as_ref().is_some_and(|s| s.present.contains(id));
        let jury = self.store.jury()?.into_iter();
        let members = jury.map(|e| {
            let present = is_present(&e.juror.id);
            (e.juror.id, e.juror.name, present)
        });
        Ok(Room {
            members: members.collect(),
            sitting,
        })
    }
}
