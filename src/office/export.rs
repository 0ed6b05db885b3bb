//! The publication folder: refused while anything is open, unless it is a draft.

use super::act::{ExportRequest, Exported, Report};
use super::announced::Announced;
use super::{Office, OfficeError};
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::domain::territory::Atlas;
use crate::exchange::budget::Budget;
use crate::exchange::territories::{self, ListError};
use crate::exchange::watch::Stage;
use crate::publish::{self, Edition, Past, Publication, Templates};
use serde_json::json;
use std::path::Path;

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
        let results = self.results()?;
        let results_table = self.results_table(&results)?;
        let announced = self.announced(&journal, results, &atlas.unwrap_or_default())?;
        if !draft {
            refuse_what_is_open(&announced)?;
        }
        let internal = if request.public_only {
            Vec::new()
        } else {
            let tables = [
                ("resultats.csv", results_table),
                ("notes.csv", self.marks_table()?),
            ];
            tables.map(|(name, table)| (name.to_owned(), table)).into()
        };
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
            public_only: request.public_only,
            jury: self.jury()?.into_iter().map(|juror| juror.name).collect(),
            minutes: self.minutes(&journal, told, request.minutes_lang)?,
            minutes_lang: request.minutes_lang,
            internal,
            labelled: announced.labelled,
            candidates: announced.candidates,
            history: history.unwrap_or_default(),
        };
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
