//! The coordinator recalls last edition: its level and answers beside each candidate of this one. The source is read and
//! never changed, and nothing of its scores, comments, reasons or jurors is taken.

use super::{Office, OfficeError};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::former::{Award, Candidate, Former, FormerAnswer, Kin, kin};
use crate::domain::ids::DossierId;
use crate::domain::role::{Role, Verb};
use crate::domain::saying::Saying;
use crate::exchange::budget::Budget;
use crate::exchange::former_csv::{self, Row, Table, TableError};
use crate::store::{Access, Store, StoreError};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// How a SQLite file begins.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// What a recall did, or would do.
#[derive(Debug, Clone, Default)]
pub struct Recalled {
    /// Candidates whose last edition was found.
    pub found: Vec<Recollection>,
    /// Number and name of candidates who have none.
    pub without: Vec<(String, String)>,
    /// Candidates for whom several may be meant; they get none.
    pub ambiguous: Vec<Ambiguity>,
    /// Lines of a table that tell no name or no year.
    pub skipped: Vec<usize>,
}

/// A candidate and their last edition.
#[derive(Debug, Clone)]
pub struct Recollection {
    /// The dossier of this edition.
    pub id: DossierId,
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What was found.
    pub former: Former,
}

/// A candidate for whom several of last edition, or one that is another's as well, may be meant.
#[derive(Debug, Clone)]
pub struct Ambiguity {
    /// The dossier's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// Those who may be meant, each with its place in the source.
    pub rows: Vec<String>,
}

/// A candidate of a past edition.
struct Past {
    candidate: Candidate,
    /// How a report names it: its number or line, and its name.
    shown: String,
    former: Former,
}

/// What a source holds: its editions, the latest first, and the lines left out.
#[derive(Default)]
struct Source {
    editions: Vec<Vec<Past>>,
    skipped: Vec<usize>,
}

impl Office {
    pub(super) fn recall(&mut self, from: &Path, dry_run: bool) -> Result<Recalled, OfficeError> {
        self.may(Verb::Prepare)?;
        let is_store = is_sqlite(from);
        let source = if is_store {
            self.of_past_store(from)?
        } else {
            self.of_table(from)?
        };
        if source.editions.is_empty() {
            return Err(refused("recall-nothing", from));
        }
        let recalled = self.matched(source)?;
        if dry_run {
            return Ok(recalled);
        }
        let kind = if is_store { "store" } else { "table" };
        self.store.atomically(|store| {
            store.drop_formers()?;
            for found in &recalled.found {
                store.put_former(&found.id, &found.former)?;
            }
            let entry = json!({"source": kind, "found": recalled.found.len()});
            self.record("recall", &entry).map(drop)
        })?;
        Ok(recalled)
    }

    /// Finds each candidate in the latest edition that names them.
    fn matched(&self, mut source: Source) -> Result<Recalled, OfficeError> {
        let mut left: Vec<(DossierId, String, String, Candidate)> = Vec::new();
        self.store.each_dossier::<OfficeError>(|stored| {
            let candidate = Candidate::of_dossier(&stored.dossier);
            let Dossier { id, number, name, .. } = stored.dossier;
            left.push((id, number, name, candidate));
            Ok(())
        })?;
        if left.is_empty() {
            return Err(OfficeError::State(Saying::new("assign-no-dossier")));
        }
        let mut recalled = Recalled {
            skipped: std::mem::take(&mut source.skipped),
            ..Recalled::default()
        };
        for edition in source.editions {
            let now: Vec<Candidate> = left.iter().map(|(.., candidate)| candidate.clone()).collect();
            let then: Vec<Candidate> = edition.iter().map(|past| past.candidate.clone()).collect();
            let mut unmet = Vec::new();
            for (one, kin) in left.into_iter().zip(kin(&now, &then)) {
                let (id, number, name, candidate) = one;
                match kin {
                    Kin::None => unmet.push((id, number, name, candidate)),
                    Kin::One(place) => {
                        let former = edition.get(place).map(|past| past.former.clone());
                        recalled.found.extend(former.map(|former| Recollection {
                            id,
                            number,
                            name,
                            former,
                        }));
                    }
                    Kin::Several(places) => {
                        let rows = places.iter().filter_map(|place| edition.get(*place));
                        let rows = rows.map(|past| past.shown.clone()).collect();
                        recalled.ambiguous.push(Ambiguity { number, name, rows });
                    }
                }
            }
            left = unmet;
        }
        recalled.without = left
            .into_iter()
            .map(|(_, number, name, _)| (number, name))
            .collect();
        let order = |number: &str| (number.len(), number.to_owned());
        recalled.found.sort_by_key(|found| order(&found.number));
        recalled.ambiguous.sort_by_key(|row| order(&row.number));
        Ok(recalled)
    }

    fn of_past_store(&self, from: &Path) -> Result<Source, OfficeError> {
        let unreadable = |error: OfficeError| match error {
            OfficeError::Store(StoreError::Newer { .. } | StoreError::Io { .. }) => error,
            _ => refused("recall-unreadable", from),
        };
        let store = Store::open_untouched(from).map_err(|error| unreadable(error.into()))?;
        let past =
            Self::of_store(store, from, Access::Read, None, self.context.clone()).map_err(unreadable)?;
        if past.role != Role::Coordinator {
            return Err(refused("recall-juror-store", from));
        }
        if past.campaign.id == self.campaign.id {
            return Err(refused("recall-same-campaign", from));
        }
        let editions = self.candidates_of(&past).map_err(unreadable)?;
        let editions = Some(editions).filter(|candidates| !candidates.is_empty());
        Ok(Source {
            editions: editions.into_iter().collect(),
            ..Source::default()
        })
    }

    fn candidates_of(&self, past: &Office) -> Result<Vec<Past>, OfficeError> {
        let decisions = past.store.decisions()?;
        let same_grid = past.campaign.grid == self.campaign.grid;
        let mut candidates = Vec::new();
        past.store.each_dossier::<OfficeError>(|stored| {
            let dossier = stored.dossier;
            if dossier.standing == Standing::Received {
                candidates.push(Past {
                    candidate: Candidate::of_dossier(&dossier),
                    shown: format!("{} {}", dossier.number, dossier.name),
                    former: Former {
                        edition: past.campaign.edition.clone(),
                        award: past.award(decisions.get(&dossier.id)),
                        answers: answers_of(dossier, same_grid),
                    },
                });
            }
            Ok(())
        })?;
        Ok(candidates)
    }

    /// Returns the level that was decided, named as this store's grid names it.
    fn award(&self, decision: Option<&Decision>) -> Award {
        match decision.map(|decision| &decision.ruling) {
            Some(Ruling::Decided { level: Some(code) }) => Award::Level {
                code: code.clone(),
                name: self.grid.level(code).map(|level| level.name.clone()),
            },
            Some(Ruling::Decided { level: None }) => Award::None,
            Some(Ruling::Postponed | Ruling::Reopened) | None => Award::Unknown,
        }
    }

    /// Reads a table of former editions; what it says of this one or a later one is passed over.
    pub(super) fn past_table(&self, from: &Path) -> Result<Table, OfficeError> {
        let budget = Budget::default();
        let bytes = budget.read_file(from)?;
        let name = from.display().to_string();
        let mut table = former_csv::read(&name, &bytes, &budget).map_err(|error| match error {
            TableError::Exchange(error) => error.into(),
            TableError::Heading { found, lacking } => OfficeError::Refused(
                Saying::new("recall-headings")
                    .text("file", &name)
                    .text("found", found)
                    .text("lacking", lacking),
            ),
        })?;
        let this = former_csv::year_of(&self.campaign.edition);
        table.rows.retain(|row| this.is_none_or(|year| row.year < year));
        Ok(table)
    }

    fn of_table(&self, from: &Path) -> Result<Source, OfficeError> {
        let table = self.past_table(from)?;
        let mut editions: BTreeMap<u16, Vec<Past>> = BTreeMap::new();
        let mut said = BTreeSet::new();
        for row in table.rows {
            // A candidate may stand there twice, as long as both rows say the same.
            let again = format!("{} {} {:?}", row.year, row.candidate.key(), row.award);
            if said.insert(again) {
                editions.entry(row.year).or_default().push(past_of_row(row));
            }
        }
        Ok(Source {
            editions: editions.into_values().rev().collect(),
            skipped: table.skipped,
        })
    }
}

fn refused(id: &'static str, from: &Path) -> OfficeError {
    OfficeError::Refused(Saying::new(id).text("file", from.display()))
}

fn past_of_row(row: Row) -> Past {
    Past {
        candidate: row.candidate,
        shown: format!("{}: {} {}", row.line, row.year, row.name),
        former: Former {
            edition: row.year.to_string(),
            award: row.award,
            answers: Vec::new(),
        },
    }
}

fn answers_of(dossier: Dossier, same_grid: bool) -> Vec<FormerAnswer> {
    let given = dossier.answers.into_iter();
    let given = given.filter(|answer| !answer.text.trim().is_empty());
    given
        .map(|answer| FormerAnswer {
            label: answer.label,
            champ: Some(answer.champ),
            question: answer.question,
            criterion: answer.criterion.filter(|_| same_grid),
            text: answer.text,
        })
        .collect()
}

/// Tells whether a file begins as a store does; what is no regular file is not opened.
fn is_sqlite(path: &Path) -> bool {
    let mut head = Vec::with_capacity(SQLITE.len());
    std::fs::metadata(path).is_ok_and(|seen| seen.is_file())
        && File::open(path)
            .and_then(|file| file.take(SQLITE.len() as u64).read_to_end(&mut head))
            .is_ok()
        && head == SQLITE
}
