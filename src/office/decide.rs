//! The committee fixes a level, postpones, or takes up again. Every decision is appended to the journal; the last stands.

use super::act::{Decide, Report};
use super::{Office, OfficeError};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::ids::{DossierId, JurorId, LevelCode};
use crate::domain::motion::{Motion, Unheard};
use crate::domain::panel::Panel;
use crate::domain::saying::Saying;
use crate::domain::sitting::Sitting;

fn state(saying: Saying) -> OfficeError {
    OfficeError::State(saying)
}

impl Office {
    pub(super) fn decide(&mut self, decide: Decide) -> Result<Report, OfficeError> {
        let mut sitting = self.sitting_in_session()?;
        let dossier = decide.dossier.clone();
        let decision = self.decision(decide, &sitting)?;
        sitting.motions.remove(&dossier);
        self.store.atomically(|_| {
            self.keep_decision(&decision)?;
            self.keep_sitting(&sitting)
        })?;
        let jury = self.store.jury()?;
        let recused = decision.recused.iter().map(|id| super::juror_name(&jury, id));
        Ok(Report::Decided {
            dossier,
            recused: recused.collect(),
        })
    }

    /// Decides dossiers at the level that their grades propose: all of them or none.
    pub(super) fn adopt(&mut self, dossiers: &[DossierId]) -> Result<Report, OfficeError> {
        let sitting = self.sitting_in_session()?;
        let agenda = self.agenda()?;
        let mut decisions = Vec::with_capacity(dossiers.len());
        for id in dossiers {
            let row = agenda.iter().find(|row| row.id == *id);
            let adoptable = row.filter(|row| row.is_adoptable());
            let Some(level) = adoptable.and_then(|row| row.proposed.clone()) else {
                let number = row.map_or_else(|| id.to_string(), |row| row.number.clone());
                return Err(state(Saying::new("adopt-disputed").text("number", number)));
            };
            let decide = Decide {
                dossier: id.clone(),
                ruling: Ruling::Decided {
                    level: (level != "none").then(|| LevelCode::new(level)),
                },
                reason: String::new(),
                motion: Motion::default(),
            };
            decisions.push(self.decision(decide, &sitting)?);
        }
        self.store.atomically(|_| {
            decisions
                .iter()
                .try_for_each(|decision| self.keep_decision(decision))
        })?;
        Ok(Report::Adopted(decisions.len()))
    }

    /// Writes a decision into the journal and as the one that stands. Call within a transaction.
    fn keep_decision(&self, decision: &Decision) -> Result<(), OfficeError> {
        let seq = self.record("decision", decision)?;
        Ok(self.store.put_decision(decision, seq)?)
    }

    /// Returns the sitting, where one is open and not suspended.
    fn sitting_in_session(&self) -> Result<Sitting, OfficeError> {
        let sitting = self.sitting_to_change()?;
        if sitting.break_since.is_some() {
            return Err(state(Saying::new("sitting-on-break")));
        }
        Ok(sitting)
    }

    /// Checks all that a decision asks for, and makes it.
    fn decision(&self, decide: Decide, sitting: &Sitting) -> Result<Decision, OfficeError> {
        let Some(stored) = self.store.dossier(&decide.dossier)? else {
            return Err(OfficeError::Refused(
                Saying::new("dossier-unknown").text("name", &decide.dossier),
            ));
        };
        let Dossier { number, standing, .. } = &stored.dossier;
        if *standing != Standing::Received {
            return Err(state(Saying::new("decide-not-running").text("number", number)));
        }
        if decide.ruling == Ruling::Reopened && !self.is_ruled(&decide.dossier)? {
            return Err(state(Saying::new("decide-not-decided").text("number", number)));
        }
        self.check_motion(&decide.motion)?;
        let set = decide.motion.values(self.grid.scale());
        let (outcome, panel, forks) = self.outcome(&decide.dossier, &set)?;
        if let Some(quorum) = self.quorum_on(&panel)?.filter(|q| !q.is_met()) {
            return Err(state(
                Saying::new("decide-no-quorum")
                    .text("number", number)
                    .number("present", quorum.present)
                    .number("needed", quorum.needed),
            ));
        }
        self.check_voices(&decide.motion, sitting, &panel, number)?;
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
            if let Some(vote) = decide.motion.vote.as_ref().filter(|vote| !vote.carries()) {
                return Err(state(
                    Saying::new("vote-lost")
                        .text("number", number)
                        .number("for", vote.in_favour.count)
                        .number("against", vote.against.count),
                ));
            }
        }
        let seconds = sitting.seconds_on(&decide.dossier, &self.context.stamp());
        Ok(Decision {
            dossier: decide.dossier,
            ruling: decide.ruling,
            reason: decide.reason.trim().to_owned(),
            motion: decide.motion,
            proposed,
            sitting: sitting.number,
            recused: panel.recused,
            seconds,
        })
    }

    /// Tells whether the committee decided or postponed a dossier, so that it can be taken up again.
    fn is_ruled(&self, dossier: &DossierId) -> Result<bool, OfficeError> {
        let standing = self.store.decisions()?.remove(dossier);
        Ok(standing.is_some_and(|decision| decision.ruling != Ruling::Reopened))
    }

    /// The criteria, the values and the mentions are the grid's.
    fn check_motion(&self, motion: &Motion) -> Result<(), OfficeError> {
        let scale = self.grid.scale();
        for (code, value) in &motion.set {
            if self.grid.criterion(code).is_none() {
                return Err(OfficeError::Refused(
                    Saying::new("criterion-unknown-plain").text("code", code),
                ));
            }
            if scale.score(i64::from(*value)).is_none() {
                let saying = Saying::new("decide-set-malformed").text("found", format!("{code}={value}"));
                return Err(OfficeError::Refused(
                    saying.number("least", scale.min).number("most", scale.max),
                ));
            }
        }
        let known = self.grid.mentions();
        let unknown = |code: &&String| !known.iter().any(|mention| mention.code == **code);
        match motion.mentions.iter().find(unknown) {
            None => Ok(()),
            Some(code) => {
                let known: Vec<&str> = known.iter().map(|mention| mention.code.as_str()).collect();
                let saying = Saying::new("decide-mention-unknown").text("code", code);
                Err(state(if known.is_empty() {
                    saying.text("known", "–")
                } else {
                    saying.text("known", known.join(", "))
                }))
            }
        }
    }

    /// Only members present and not recused on the dossier vote and dissent.
    fn check_voices(
        &self,
        motion: &Motion,
        sitting: &Sitting,
        panel: &Panel,
        number: &str,
    ) -> Result<(), OfficeError> {
        let recused = panel.recused.iter().cloned().collect();
        let Err(unheard) = motion.check(&sitting.present, &recused) else {
            return Ok(());
        };
        let jury = self.store.jury()?;
        let named = |id: &'static str, juror: &JurorId| {
            Saying::new(id)
                .text("juror", super::juror_name(&jury, juror))
                .text("number", number)
        };
        Err(state(match &unheard {
            Unheard::Recused(juror) => named("vote-recused", juror),
            Unheard::Absent(juror) => named("vote-absent", juror),
            Unheard::Twice(juror) => named("vote-twice", juror),
            Unheard::TooMany { cast, present } => Saying::new("vote-too-many")
                .text("number", number)
                .number("cast", *cast)
                .number("present", *present),
        }))
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
