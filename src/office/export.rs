//! The publication folder: refused while anything is open, unless it is a draft.

use super::act::{ExportRequest, Exported, Report};
use super::announced::Announced;
use super::{Office, OfficeError};
use crate::consensus::Profile;
use crate::domain::decision::Decision;
use crate::domain::ids::DossierId;
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::domain::territory::Atlas;
use crate::exchange::budget::Budget;
use crate::exchange::territories::{self, ListError};
use crate::exchange::watch::Stage;
use crate::publish::{self, Candidate, Edition, Papers, Past, Publication, Recipient, Templates};
use crate::store::StoreError;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::SpooledTempFile;

impl Office {
    pub(super) fn export(&mut self, request: &ExportRequest) -> Result<Exported, OfficeError> {
        self.may(Verb::Publish)?;
        let draft = request.draft;
        let atlas = request.reference.as_deref().map(atlas).transpose()?;
        let history = request
            .history
            .as_deref()
            .map(|from| self.past(from))
            .transpose()?;
        let journal = self.store.journal()?;
        let decisions = self.store.decisions()?;
        let mut announced = self.announced(&journal, &decisions, &atlas.unwrap_or_default())?;
        if !draft {
            refuse_what_is_open(&announced)?;
        }
        // A publication is an entry itself: two of the same store must be the same.
        let told = journal.iter().rfind(|entry| entry.kind != "export");
        let dated = told.map_or_else(String::new, |entry| entry.at.clone());
        let templates = Templates::new(request.templates.as_deref())?;
        let papers = if request.public_only {
            None
        } else {
            let recipients = std::mem::take(&mut announced.recipients);
            let profiles = self.profiles(&decisions)?;
            Some(Papers {
                internal: self.internal(&profiles, &decisions)?,
                candidates: candidates(recipients, profiles)?,
                minutes: self.minutes(&journal, told, request.minutes_lang)?,
                minutes_lang: request.minutes_lang,
                history: history.unwrap_or_default(),
            })
        };
        let publication = Publication {
            edition: Edition {
                campaign: &self.campaign,
                grid: &self.grid,
                draft,
                embargo: request.embargo.as_deref(),
                dated: &dated,
            },
            jury: self.jury()?.into_iter().map(|juror| juror.name).collect(),
            labelled: announced.labelled,
            papers,
        };
        // All that is written is at hand: what it was told from is let go before the first file.
        drop((journal, decisions));
        self.store.let_go();
        let labelled = publication.labelled.len();
        let watch = self.watch.clone();
        let mut step = |done: usize, all: usize| {
            watch.tell(Stage::Letters, done as u64, all as u64);
            !watch.is_stopped()
        };
        let files = publish::folder(publication, &templates, &request.out, &mut step)?;
        self.store
            .atomically(|_| self.record("export", &json!({"draft": draft, "labelled": labelled})))?;
        Ok(Exported {
            out: request.out.clone(),
            files,
            draft,
            labelled,
            doubtful: announced.doubtful,
        })
    }

    /// Returns what the committee alone is to see, by the names of its files.
    fn internal(
        &self,
        profiles: &BTreeMap<DossierId, Profile>,
        decisions: &BTreeMap<DossierId, Decision>,
    ) -> Result<Vec<(String, SpooledTempFile)>, OfficeError> {
        let tables = [
            ("resultats.csv", self.results_table(profiles, decisions)?),
            ("notes.csv", self.marks_table()?),
        ];
        Ok(tables.map(|(name, table)| (name.to_owned(), table)).into())
    }

    /// Reads what former editions gave.
    fn past(&self, from: &Path) -> Result<Vec<Past>, OfficeError> {
        let rows = self.past_table(from)?.rows.into_iter();
        Ok(rows
            .map(|row| Past {
                year: row.year,
                award: row.award,
            })
            .collect())
    }

    pub(super) fn back_up(&mut self, to: &Path) -> Result<Report, OfficeError> {
        self.store.back_up(to)?;
        Ok(Report::BackedUp)
    }
}

/// Gives each recipient its profile; a letter left out would be missed by nobody but its candidate.
fn candidates(
    recipients: Vec<(DossierId, Recipient)>,
    mut profiles: BTreeMap<DossierId, Profile>,
) -> Result<Vec<Candidate>, OfficeError> {
    let candidates = recipients.into_iter().map(|(id, to)| {
        let profile = profiles.remove(&id).ok_or_else(|| StoreError::Damaged {
            table: "dossier",
            row: id.to_string(),
        })?;
        Ok(Candidate { to, profile })
    });
    candidates.collect()
}

fn refuse_what_is_open(announced: &Announced) -> Result<(), OfficeError> {
    if announced.forks > 0 {
        let saying = Saying::new("export-forks").number("forks", announced.forks);
        return Err(OfficeError::State(saying));
    }
    if !announced.undecided.is_empty() {
        let numbers: Vec<&str> = announced
            .undecided
            .iter()
            .map(|(number, _)| number.as_str())
            .collect();
        let saying = Saying::new("export-undecided").number("count", numbers.len());
        return Err(OfficeError::State(saying.text("numbers", numbers.join(", "))));
    }
    Ok(())
}

/// Reads a list of territories.
fn atlas(from: &Path) -> Result<Atlas, OfficeError> {
    let bytes = Budget::default().read_file(from)?;
    let file = from.display().to_string();
    let listed = territories::read(&file, &bytes).map_err(|error| match error {
        ListError::Exchange(error) => error.into(),
        ListError::NoList { line, why } => OfficeError::Refused(
            Saying::new("reference-unreadable")
                .text("file", &file)
                .number("line", line)
                .text("why", why),
        ),
    })?;
    Ok(Atlas::new(listed))
}
