//! Levels of past editions as a table: a row a candidate and edition, columns found by their headings. The label's own
//! list of results and this program's `palmares.csv` can both be read.

use super::budget::Budget;
use super::delimited::Lines;
use super::error::{Bound, ExchangeError};
use super::json::text_of;
use super::place::Place;
use crate::domain::former::{Award, Candidate};
use crate::domain::ids::LevelCode;
use crate::domain::text::folded;
use crate::domain::words::Words;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line, counted from 1, the heading included.
    pub line: usize,
    /// The year.
    pub year: u16,
    /// The candidate's name, as it stands there.
    pub name: String,
    /// The candidate.
    pub candidate: Candidate,
    /// The level.
    pub award: Award,
}

/// What a table holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The rows that can be read.
    pub rows: Vec<Row>,
    /// The lines that tell no name or no year.
    pub skipped: Vec<usize>,
}

/// Why a table can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// Outside the bounds, or no text.
    Exchange(ExchangeError),
    /// A heading that it needs is not there.
    Heading {
        /// The headings that it has.
        found: String,
        /// Those that lack.
        lacking: String,
    },
}

impl From<ExchangeError> for TableError {
    fn from(error: ExchangeError) -> Self {
        Self::Exchange(error)
    }
}

const YEARS: [&str; 5] = ["year", "annee", "edition", "millesime", "an"];
const NAMES: [&str; 6] = ["name", "nom", "candidat", "candidate", "collectivite", "laureat"];
const TYPES: [&str; 4] = ["type", "kind", "categorie", "nature"];
const LEVELS: [&str; 4] = ["level", "niveau", "niveau_code", "code_niveau"];
const LABELS: [&str; 2] = ["niveau_libelle", "level_name"];
const SIRETS: [&str; 1] = ["siret"];
const SIRENS: [&str; 1] = ["siren"];

/// Where the columns stand.
struct Columns {
    year: usize,
    name: usize,
    level: usize,
    kind: Option<usize>,
    label: Option<usize>,
    siret: Option<usize>,
    siren: Option<usize>,
}

/// Reads a table.
///
/// # Errors
/// What is no such table, or passes the budget.
pub fn read(file: &str, bytes: &[u8], budget: &Budget) -> Result<Table, TableError> {
    let text = text_of(file, bytes)?;
    let head = text.lines().next().unwrap_or_default();
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(head))
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut columns = None;
    let mut lines = Lines::new(text);
    for record in reader.records() {
        // Text that is UTF-8 and rows of any length leave nothing to refuse but the end of memory.
        let Ok(record) = record else { break };
        let line = lines.at(record.position());
        within(file, &record, line, budget)?;
        let Some(columns) = &columns else {
            columns = Some(headings(&record)?);
            continue;
        };
        if table.rows.len() >= budget.dossiers {
            return Err(beyond(file, line, Bound::Dossiers, budget.dossiers));
        }
        match row(&record, columns, line) {
            Some(row) => table.rows.push(row),
            None if record.iter().all(|cell| cell.trim().is_empty()) => {}
            None => table.skipped.push(line),
        }
    }
    match columns {
        Some(_) => Ok(table),
        None => headings(&::csv::StringRecord::new()).map(|_| table),
    }
}

fn delimiter(head: &str) -> u8 {
    let count = |delimiter: u8| head.bytes().filter(|byte| *byte == delimiter).count();
    let most = [b',', b';', b'\t'].into_iter().rev().max_by_key(|d| count(*d));
    most.unwrap_or(b',')
}

fn within(file: &str, record: &::csv::StringRecord, line: usize, budget: &Budget) -> Result<(), TableError> {
    if record.iter().any(|cell| cell.len() > budget.text_bytes) {
        return Err(beyond(file, line, Bound::Text, budget.text_bytes));
    }
    Ok(())
}

fn beyond(file: &str, line: usize, bound: Bound, limit: usize) -> TableError {
    let place = Place {
        line: Some(line),
        ..Place::default()
    };
    TableError::Exchange(ExchangeError::Beyond {
        file: file.to_owned(),
        at: place,
        bound,
        limit: u64::try_from(limit).unwrap_or(u64::MAX),
    })
}

fn headings(record: &::csv::StringRecord) -> Result<Columns, TableError> {
    let heads: Vec<String> = record.iter().map(folded).collect();
    let find = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
    let (year, name, level) = (find(&YEARS), find(&NAMES), find(&LEVELS));
    let (Some(year), Some(name), Some(level)) = (year, name, level) else {
        let wanted = [(year, "year"), (name, "name"), (level, "level")];
        let lacking = wanted.iter().filter(|(place, _)| place.is_none());
        let lacking: Vec<&str> = lacking.map(|(_, name)| *name).collect();
        let found: Vec<&str> = record
            .iter()
            .take(12)
            .map(|head| head.get(..40).unwrap_or(head))
            .collect();
        return Err(TableError::Heading {
            found: found.join(", "),
            lacking: lacking.join(", "),
        });
    };
    Ok(Columns {
        year,
        name,
        level,
        kind: find(&TYPES),
        label: find(&LABELS),
        siret: find(&SIRETS),
        siren: find(&SIRENS),
    })
}

fn row(record: &::csv::StringRecord, columns: &Columns, line: usize) -> Option<Row> {
    let cell = |place: usize| record.get(place).map(str::trim).filter(|cell| !cell.is_empty());
    let optional = |place: Option<usize>| place.and_then(cell);
    let name = cell(columns.name)?;
    let (siret, siren) = (optional(columns.siret), optional(columns.siren));
    Some(Row {
        line,
        year: cell(columns.year).and_then(year)?,
        name: name.to_owned(),
        candidate: Candidate::new(name, optional(columns.kind), siret, siren),
        award: award(cell(columns.level), optional(columns.label)),
    })
}

/// Reads the year with which an edition begins: `2025`, `2025 (démonstration)`.
fn year(text: &str) -> Option<u16> {
    let digits = text.get(..4)?;
    let is_year = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !text.as_bytes().get(4).is_some_and(u8::is_ascii_digit);
    digits.parse().ok().filter(|_| is_year)
}

/// Returns the year with which an edition begins.
pub fn year_of(edition: &str) -> Option<u16> {
    year(edition.trim())
}

fn award(level: Option<&str>, name: Option<&str>) -> Award {
    match level.map(folded).as_deref() {
        None => Award::Unknown,
        Some("none" | "aucun" | "aucun niveau" | "-" | "–") => Award::None,
        Some(_) => Award::Level {
            code: LevelCode::new(level.unwrap_or_default()),
            name: name.map(Words::same),
        },
    }
}

#[cfg(test)]
mod tests;
