//! The committee sits and rises.

use super::act::Report;
use super::{Office, OfficeError};
use crate::domain::ids::JurorId;
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
        let sitting = Sitting {
            number: last + 1,
            opened_at: self.context.stamp(),
            present,
        };
        self.store.atomically(|store| {
            store.put(Key::Sitting, &serde_json::to_string(&sitting).unwrap_or_default())?;
            store.put(Key::Sittings, &sitting.number.to_string())?;
            self.record("sitting-open", &sitting).map(drop)
        })?;
        Ok(Report::SittingOpened {
            number: sitting.number,
        })
    }

    pub(super) fn close_sitting(&mut self) -> Result<Report, OfficeError> {
        self.may(Verb::Deliberate)?;
        let Some(sitting) = self.sitting()? else {
            return Err(OfficeError::State(Saying::new("sitting-none")));
        };
        self.store.atomically(|store| {
            store.put(Key::Sitting, "")?;
            self.record("sitting-close", &json!({"number": sitting.number}))
                .map(drop)
        })?;
        Ok(Report::SittingClosed)
    }

    pub(super) fn unmask(&mut self) -> Result<Report, OfficeError> {
        self.may(Verb::SeeResults)?;
        self.store.atomically(|_| self.record("unmask", &json!({})))?;
        Ok(Report::Unmasked)
    }
}
