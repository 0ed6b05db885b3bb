//! The committee fixes a level, postpones, or takes up again. Every decision is appended to the journal; the last stands.

use super::act::{Decide, Report};
use super::{Office, OfficeError};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::dossier::Standing;
use crate::domain::ids::LevelCode;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;

impl Office {
    pub(super) fn decide(&mut self, decide: Decide) -> Result<Report, OfficeError> {
        self.may(Verb::Deliberate)?;
        let state = |saying: Saying| OfficeError::State(saying);
        let sitting = self
            .sitting()?
            .ok_or_else(|| state(Saying::new("sitting-none")))?;
        let Some(stored) = self.store.dossier(&decide.dossier)? else {
            return Err(OfficeError::Refused(
                Saying::new("dossier-unknown").text("name", &decide.dossier),
            ));
        };
        let number = &stored.dossier.number;
        if stored.dossier.standing != Standing::Received {
            return Err(state(Saying::new("decide-not-running").text("number", number)));
        }
        if let Some(code) = decide.set.keys().find(|code| self.grid.criterion(code).is_none()) {
            return Err(OfficeError::Refused(
                Saying::new("criterion-unknown-plain").text("code", code),
            ));
        }
        let (outcome, panel, forks) = self.outcome(&decide.dossier, &decide.set)?;
        if let Some(quorum) = self.quorum_on(&panel)?.filter(|q| !q.is_met()) {
            return Err(state(
                Saying::new("decide-no-quorum")
                    .text("number", number)
                    .number("present", quorum.present)
                    .number("needed", quorum.needed),
            ));
        }
        let proposed = outcome.proposed.code().map(str::to_owned);
        if let Ruling::Decided { level } = &decide.ruling {
            if forks > 0 {
                return Err(state(
                    Saying::new("decide-forks")
                        .text("number", number)
                        .number("forks", forks),
                ));
            }
            self.check_level(level.as_ref(), proposed.as_deref(), &decide.reason)?;
        }
        let decision = Decision {
            dossier: decide.dossier.clone(),
            ruling: decide.ruling,
            reason: decide.reason.trim().to_owned(),
            set: decide
                .set
                .into_iter()
                .map(|(code, score)| (code, score.value()))
                .collect(),
            proposed,
            sitting: sitting.number,
        };
        self.store.atomically(|store| {
            let seq = self.record("decision", &decision)?;
            Ok::<_, OfficeError>(store.put_decision(&decision, seq)?)
        })?;
        Ok(Report::Decided {
            dossier: decide.dossier,
        })
    }

    /// The level is the grid's, and one other than the proposed says why.
    fn check_level(
        &self,
        level: Option<&LevelCode>,
        proposed: Option<&str>,
        reason: &str,
    ) -> Result<(), OfficeError> {
        if let Some(code) = level.filter(|code| self.grid.level(code).is_none()) {
            let known: Vec<&str> = self.grid.levels().iter().map(|l| l.code.as_str()).collect();
            return Err(OfficeError::State(
                Saying::new("decide-level-unknown")
                    .text("code", code)
                    .text("known", known.join(", ")),
            ));
        }
        let chosen = level.map_or("none", LevelCode::as_str);
        if reason.trim().is_empty() && proposed != Some(chosen) {
            return Err(OfficeError::Refused(
                Saying::new("decide-reason-missing")
                    .text("level", chosen)
                    .text("proposed", proposed.unwrap_or("–")),
            ));
        }
        Ok(())
    }
}
