//! The publication folder: refused while anything is open, unless it is a draft.

use super::act::{ExportRequest, Exported, Report};
use super::ask::ResultRow;
use super::{Office, OfficeError};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::dossier::Standing;
use crate::domain::former::{Award, Former};
use crate::domain::ids::DossierId;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::exchange::watch::Stage;
use crate::ledger::journal::Entry;
use crate::publish::{self, Candidate, Edition, Labelled, Publication, Templates};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// Those who are published and written to, and those who still wait.
#[derive(Default)]
struct Gathered {
    labelled: Vec<Labelled>,
    candidates: Vec<Candidate>,
    undecided: Vec<String>,
}

impl Office {
    pub(super) fn export(&mut self, request: &ExportRequest) -> Result<Exported, OfficeError> {
        self.may(Verb::Publish)?;
        let draft = request.draft;
        let forks = self.forks()?.len();
        if forks > 0 && !draft {
            return Err(OfficeError::State(
                Saying::new("export-forks").number("forks", forks),
            ));
        }
        let journal = self.store.journal()?;
        let results = self.results()?;
        let gathered = self.gather_candidates(&journal, &results)?;
        if !gathered.undecided.is_empty() && !draft {
            return Err(OfficeError::State(
                Saying::new("export-undecided")
                    .number("count", gathered.undecided.len())
                    .text("numbers", gathered.undecided.join(", ")),
            ));
        }
        // A publication is an entry itself: two of the same store must be the same.
        let told = journal.iter().rfind(|entry| entry.kind != "export");
        let templates = Templates::new(request.templates.as_deref())?;
        let publication = Publication {
            edition: Edition {
                campaign: &self.campaign,
                grid: &self.grid,
                draft,
                embargo: request.embargo.as_deref(),
                dated: told.map_or("", |entry| entry.at.as_str()),
            },
            jury: self.jury()?.into_iter().map(|juror| juror.name).collect(),
            minutes: self.minutes(&journal, told, request.minutes_lang)?,
            minutes_lang: request.minutes_lang,
            internal: self.internal_tables(&results)?,
            labelled: gathered.labelled,
            candidates: gathered.candidates,
        };
        let labelled = publication.labelled.len();
        let watch = self.watch.clone();
        let mut step = |done: usize, all: usize| {
            watch.tell(Stage::Letters, done as u64, all as u64);
            !watch.is_stopped()
        };
        let files = publish::folder(&publication, &templates, &request.out, &mut step)?;
        self.store
            .atomically(|_| self.record("export", &json!({"draft": draft, "labelled": labelled})))?;
        Ok(Exported {
            out: request.out.clone(),
            files,
            labelled,
        })
    }

    fn gather_candidates(&self, journal: &[Entry], results: &[ResultRow]) -> Result<Gathered, OfficeError> {
        let dates = decision_dates(journal);
        let by_id: BTreeMap<&DossierId, &ResultRow> = results.iter().map(|row| (&row.id, row)).collect();
        let mut gathered = Gathered::default();
        let mut knows_former = false;
        self.store.each_dossier::<OfficeError>(|stored| {
            let dossier = stored.dossier;
            if dossier.standing != Standing::Received {
                return Ok(());
            }
            let Some(row) = by_id.get(&dossier.id) else {
                return Ok(());
            };
            let decision = row.decision.as_ref();
            let Some((Ruling::Decided { level }, motion)) = decision.map(|d| (&d.ruling, &d.motion)) else {
                gathered.undecided.push(dossier.number);
                return Ok(());
            };
            let decided_on = dates.get(&dossier.id).cloned().unwrap_or_default();
            let mentions: Vec<String> = motion.mentions.iter().cloned().collect();
            gathered.candidates.push(Candidate {
                number: dossier.number,
                name: dossier.name.clone(),
                level: level.clone(),
                mentions: mentions.clone(),
                decided_on: decided_on.clone(),
                outcome: row.outcome.clone(),
                feedback: motion.feedback.clone(),
            });
            let former = self.store.former(&dossier.id)?;
            knows_former |= former.is_some();
            if let Some(level) = level {
                gathered.labelled.push(Labelled {
                    level: level.clone(),
                    mentions,
                    decided_on,
                    name: dossier.name,
                    kind: dossier.kind,
                    identity: dossier.identity,
                    is_first: Some(former.is_none()),
                    former_level: former.and_then(level_of),
                });
            }
            Ok(())
        })?;
        if !knows_former {
            gathered.labelled.iter_mut().for_each(|one| one.is_first = None);
        }
        Ok(gathered)
    }

    pub(super) fn back_up(&mut self, to: &Path) -> Result<Report, OfficeError> {
        self.store.back_up(to)?;
        Ok(Report::BackedUp)
    }
}

/// Returns the level given in a former edition; that none was is told to nobody.
fn level_of(former: Former) -> Option<String> {
    match former.award {
        Award::Level { code, .. } => Some(code.to_string()),
        Award::None | Award::Unknown => None,
    }
}

/// Returns the day on which each decision that stands was taken.
fn decision_dates(journal: &[Entry]) -> BTreeMap<DossierId, String> {
    let decisions = journal.iter().filter(|entry| entry.kind == "decision");
    let dated = decisions.filter_map(|entry| {
        let decision: Decision = serde_json::from_str(&entry.payload).ok()?;
        let day = entry.at.split('T').next().unwrap_or_default();
        Some((decision.dossier, day.to_owned()))
    });
    dated.collect()
}
