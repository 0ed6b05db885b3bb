//! Dossiers from tables: CSV in any usual encoding, ODS and XLSX workbooks, LimeSurvey's CSV and JSON; the platform's
//! own spreadsheets with their extra sheets (DOMAIN.md §3, COMMANDS.md *Import*). A formula is text like any other:
//! nothing is computed.

use super::budget::Budget;
use super::error::{ExchangeError, TableFault};
use super::mapping::{Asked, Field, MappingFile, Open, Proposed};
use super::place::Place;
use super::propose::{Certainty, Proposer};
use crate::domain::dossier::Dossier;
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::domain::text::folded;

mod answers;
mod archive;
mod csv;
mod format;
mod groups;
mod names;
mod ods;
mod plan;
mod sheet;
mod subject;
mod survey;
mod take;
mod text;
mod value;
mod xlsx;

#[cfg(test)]
mod tests;

use super::intake::{Asked as Question, Mapping};
pub use super::intake::{MapTo, Refused, Source, Warning};
pub use format::{TableFormat, format_of, looks_like};
pub(in crate::exchange) use take::is_number;

use groups::Group;
use names::Family;
use plan::{Plan, Role};
use sheet::Sheet;
use subject::Bodies;

/// How to take the dossiers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The last day of the window, `YYYY-MM-DD`: what was submitted after it is late.
    pub closes: Option<String>,
    /// What a person said that columns become, by the name that their answers bear.
    pub choices: Mapping,
}

/// What a table holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tabled {
    /// Dossiers, in the order of the rows.
    pub dossiers: Vec<Dossier>,
    /// Rows that can't be taken.
    pub refused: Vec<Refused>,
    /// What was taken with a reserve.
    pub warnings: Vec<Warning>,
    /// The columns of answers, and what becomes of them.
    pub asked: Vec<Question>,
}

/// Reads the dossiers of a table. Without a mapping, only what headings say beyond doubt is used.
///
/// # Errors
/// A table that can't be understood whole, columns that are not found beyond doubt, one number with two contents, or
/// nothing to take.
pub fn read(
    source: &Source<'_>,
    mapping: Option<&MappingFile>,
    grid: &Grid,
    options: &Options,
    budget: &Budget,
) -> Result<Tabled, ExchangeError> {
    let mut book = Book::read(source, budget)?;
    let proposer = Proposer::new(grid);
    let plan = Plan::new(&source.name, &book.first, mapping, &options.choices, grid)?;
    let (bodies, groups) = book.beside(&source.name, plan.family, &proposer, grid);
    let taker = take::Taker::new(&source.name, &book.first, &plan, &bodies, groups, options);
    let mut intake = taker.all()?;
    book.warnings.append(&mut intake.warnings);
    intake.warnings = book.warnings;
    intake.asked = plan.asked(&book.first, &options.choices, &proposer);
    Ok(intake)
}

/// Proposes a mapping for a table: what is exact or likely is filled in, the rest is left open with its candidates.
///
/// # Errors
/// A table that can't be understood whole.
pub fn proposal(source: &Source<'_>, grid: &Grid, budget: &Budget) -> Result<Proposed, ExchangeError> {
    let book = Book::read(source, budget)?;
    let proposer = Proposer::new(grid);
    let plan = Plan::by_headings(&book.first, &proposer, grid);
    let mut proposed = Proposed::default();
    let column_of = |at: usize| {
        book.first
            .head
            .iter()
            .find(|head| head.at == at)
            .map(|head| head.column.clone())
    };
    for (field, at) in &plan.fields {
        proposed
            .file
            .fields
            .extend(column_of(*at).map(|column| (*field, column)));
    }
    if plan.family == Family::Platform {
        let names = ["entreprise raison sociale", "entreprise nom commercial", "nom"];
        let name = names.iter().find_map(|name| plan.administration.get(*name));
        let name = name.and_then(|at| column_of(*at));
        proposed
            .file
            .fields
            .extend(name.map(|column| (Field::Name, column)));
    }
    for (head, role) in book.first.head.iter().zip(&plan.roles) {
        if matches!(role, Role::Bears(..) | Role::Unknown) {
            propose(
                &mut proposed,
                &proposer,
                grid,
                Asked::Column(head.column.clone()),
                &head.column.heading,
            );
        }
    }
    Ok(proposed)
}

/// Settles one question of a form, or leaves it open with its three best candidates.
pub(in crate::exchange) fn propose(
    proposed: &mut Proposed,
    proposer: &Proposer<'_>,
    grid: &Grid,
    asked: Asked,
    label: &str,
) {
    let candidates = proposer.propose(label);
    if let Some(best) = candidates
        .first()
        .filter(|best| best.certainty != Certainty::Maybe)
    {
        let to = MapTo::Question(best.question.clone());
        proposed
            .file
            .answers
            .push(super::mapping::AnswerRule { asked, to });
        return;
    }
    let wording = |id| {
        let question = grid.questions().iter().find(|question| question.id == id);
        let text = question.map_or(String::new(), |question| question.text.fr.clone());
        (id, text)
    };
    let candidates = candidates
        .into_iter()
        .take(3)
        .map(|candidate| wording(candidate.question));
    proposed.open.push(Open {
        asked,
        candidates: candidates.collect(),
    });
}

/// The sheets of a file: the one that holds the dossiers, and those beside it.
struct Book {
    first: Sheet,
    others: Vec<Sheet>,
    warnings: Vec<Warning>,
}

impl Book {
    fn read(source: &Source<'_>, budget: &Budget) -> Result<Self, ExchangeError> {
        let budget_of_file = Budget {
            file_bytes: budget.file_bytes.min(budget.table_bytes),
            ..budget.clone()
        };
        let bytes = source.whole(&budget_of_file)?;
        let mut warnings = Vec::new();
        let mut sheets = format::sheets(&source.name, &bytes, budget, &mut warnings)?;
        clean(&source.name, &mut sheets, &mut warnings);
        let named = sheets
            .iter()
            .position(|sheet| sheet.name.as_deref().map(folded).as_deref() == Some("dossiers"));
        if sheets.is_empty() {
            return Err(ExchangeError::Table {
                file: source.name.clone(),
                at: Place::default(),
                fault: TableFault::Empty,
            });
        }
        let first = sheets.remove(named.unwrap_or(0));
        Ok(Self {
            first,
            others: sheets,
            warnings,
        })
    }

    /// Reads what the sheets beside the first add to its dossiers.
    fn beside(
        &mut self,
        file: &str,
        family: Family,
        proposer: &Proposer<'_>,
        grid: &Grid,
    ) -> (Bodies, Vec<Group>) {
        let (mut bodies, mut groups) = (Bodies::default(), Vec::new());
        for sheet in std::mem::take(&mut self.others) {
            let name = sheet.name.clone().unwrap_or_default();
            match (family, folded(&name).as_str()) {
                (Family::Platform, "etablissements") => bodies = Bodies::new(&sheet.head, sheet.rows),
                // Opinions of experts are not the candidate's.
                (Family::Platform, "avis") => {}
                (Family::Platform, _) if groups::label_of(&name).is_some() => {
                    groups.extend(Group::new(&sheet, proposer, grid));
                }
                _ => self.warnings.push(Warning {
                    source: file.to_owned(),
                    at: name.clone(),
                    what: Saying::new("exchange-warning-sheet").text("sheet", name),
                }),
            }
        }
        (bodies, groups)
    }
}

/// Puts U+2400 for U+0000, and warns of the rows that held it.
fn clean(file: &str, sheets: &mut [Sheet], warnings: &mut Vec<Warning>) {
    for sheet in sheets {
        let mut held = Vec::new();
        for (index, row) in sheet.rows.iter_mut().enumerate() {
            for (_, cell) in row.cells.iter_mut().filter(|(_, cell)| cell.text.contains('\0')) {
                cell.text = cell.text.replace('\0', "\u{2400}");
                held.push(index);
            }
        }
        held.dedup();
        for row in held.into_iter().filter_map(|index| sheet.rows.get(index)) {
            warnings.push(Warning {
                source: file.to_owned(),
                at: sheet.place(row, None).to_string(),
                what: Saying::new("exchange-warning-nul"),
            });
        }
    }
}
