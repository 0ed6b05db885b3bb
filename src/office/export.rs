//! The publication folder: refused while anything is open, unless it is a draft.

use super::act::{Exported, Report};
use super::{Office, OfficeError};
use crate::domain::decision::Ruling;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::publish::{self, Edition, Labelled};
use serde_json::json;
use std::path::Path;

impl Office {
    pub(super) fn export(&mut self, out: &Path, draft: bool) -> Result<Exported, OfficeError> {
        self.may(Verb::Publish)?;
        let forks = self.forks()?.len();
        if forks > 0 && !draft {
            return Err(OfficeError::State(
                Saying::new("export-forks").number("forks", forks),
            ));
        }
        let decisions = self.store.decisions()?;
        let dates = self.decision_dates()?;
        let (mut labelled, mut undecided) = (Vec::new(), Vec::new());
        self.store.each_dossier::<OfficeError>(|stored| {
            let dossier = stored.dossier;
            if !matches!(dossier.standing, crate::domain::dossier::Standing::Received) {
                return Ok(());
            }
            match decisions.get(&dossier.id).map(|d| &d.ruling) {
                Some(Ruling::Decided { level: Some(level) }) => labelled.push(Labelled {
                    level: level.clone(),
                    decided_on: dates.get(&dossier.id).cloned().unwrap_or_default(),
                    name: dossier.name,
                    kind: dossier.kind,
                    identity: dossier.identity,
                }),
                Some(Ruling::Decided { level: None }) => {}
                Some(Ruling::Postponed | Ruling::Reopened) | None => undecided.push(dossier.number),
            }
            Ok(())
        })?;
        if !undecided.is_empty() && !draft {
            return Err(OfficeError::State(
                Saying::new("export-undecided")
                    .number("count", undecided.len())
                    .text("numbers", undecided.join(", ")),
            ));
        }
        let edition = Edition {
            campaign: &self.campaign,
            grid: &self.grid,
            draft,
        };
        let rows = publish::rows(&edition, &labelled);
        let files = publish::folder(&edition, &rows, out)?;
        self.store
            .atomically(|_| self.record("export", &json!({"draft": draft, "labelled": rows.len()})))?;
        Ok(Exported {
            out: out.to_owned(),
            files,
            labelled: rows.len(),
        })
    }

    /// Returns the day on which each decision that stands was taken.
    fn decision_dates(
        &self,
    ) -> Result<std::collections::BTreeMap<crate::domain::ids::DossierId, String>, OfficeError> {
        let mut dates = std::collections::BTreeMap::new();
        for entry in self.store.journal()?.into_iter().filter(|e| e.kind == "decision") {
            let decision: Option<crate::domain::decision::Decision> =
                serde_json::from_str(&entry.payload).ok();
            if let Some(decision) = decision {
                let day = entry.at.split('T').next().unwrap_or_default().to_owned();
                dates.insert(decision.dossier, day);
            }
        }
        Ok(dates)
    }

    pub(super) fn back_up(&mut self, to: &Path) -> Result<Report, OfficeError> {
        self.store.back_up(to)?;
        Ok(Report::BackedUp)
    }
}
