//! What each column of a sheet is: by the mapping first, then by the headings of known exports, then by the grid where
//! a heading is one of its questions beyond doubt.

use super::names::{self, Family};
use super::sheet::{Head, Sheet};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, QuestionId};
use crate::domain::text::folded;
use crate::exchange::error::{ExchangeError, TableFault};
use crate::exchange::intake::{Asked, MapTo, Mapping};
use crate::exchange::mapping::{ColumnRef, Field, MappingFile};
use crate::exchange::place::Place;
use crate::exchange::propose::{Proposer, Satellite, satellite};
use std::collections::{BTreeMap, HashMap};

/// What becomes of a column's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// No answer: a field, an administrative column, or one that the mapping skips.
    Out,
    /// An answer to that question, on that criterion.
    Bears(Option<QuestionId>, Option<CriterionCode>),
    /// An answer that nothing covers.
    Unknown,
    /// What the platform appends to the column of that index.
    Beside(usize, Satellite),
}

/// What the columns of a sheet are.
#[derive(Debug)]
pub(super) struct Plan {
    /// Whose table it is.
    pub(super) family: Family,
    /// Columns of fields, by the sheet's columns.
    pub(super) fields: BTreeMap<Field, usize>,
    /// The platform's own columns, by folded heading.
    pub(super) administration: HashMap<String, usize>,
    /// What each heading is, in their order.
    pub(super) roles: Vec<Role>,
    /// The columns that a mapping names and that are not there.
    pub(super) absent: Vec<ColumnRef>,
}

impl Plan {
    /// Decides for every column.
    ///
    /// # Errors
    /// Number and name are not found beyond doubt, or not where the mapping says.
    pub(super) fn new(
        file: &str,
        sheet: &Sheet,
        mapping: Option<&MappingFile>,
        choices: &Mapping,
        grid: &Grid,
    ) -> Result<Self, ExchangeError> {
        let mut plan = Self::by_headings(sheet, &Proposer::new(grid), grid);
        if let Some(mapping) = mapping {
            plan.follow(file, sheet, mapping, grid)?;
        }
        for (head, role) in sheet.head.iter().zip(&mut plan.roles) {
            if let Some(to) = choices.get(&head.champ()) {
                *role = chosen(grid, to);
            }
        }
        let mut lacking = Vec::new();
        for field in [Field::Number, Field::Name] {
            let known =
                plan.fields.contains_key(&field) || (field == Field::Name && plan.family == Family::Platform);
            if !known {
                lacking.push(field.key());
            }
        }
        if lacking.is_empty() {
            return Ok(plan);
        }
        Err(ExchangeError::Table {
            file: file.to_owned(),
            at: Place::default(),
            fault: TableFault::Unmapped(lacking),
        })
    }

    /// Decides by the headings alone.
    pub(super) fn by_headings(sheet: &Sheet, proposer: &Proposer<'_>, grid: &Grid) -> Self {
        let head = &sheet.head;
        let family = names::family(head);
        let mut plan = Self {
            family,
            fields: BTreeMap::new(),
            administration: HashMap::new(),
            roles: Vec::new(),
            absent: Vec::new(),
        };
        let own = match family {
            Family::Platform => names::administration(head),
            Family::Survey | Family::Any => 0,
        };
        let by_heading: HashMap<&ColumnRef, usize> = head
            .iter()
            .enumerate()
            .map(|(index, head)| (&head.column, index))
            .collect();
        let mut doubtful = Vec::new();
        for (index, one) in head.iter().enumerate() {
            let name = folded(&one.column.heading);
            let role = if index < own && names::is_administration(&name) {
                plan.administration.entry(name).or_insert(one.at);
                Role::Out
            } else if family == Family::Survey && is_filecount(&one.column.heading) {
                Role::Out
            } else if let Some(question) = proposer.exact(&one.column.heading) {
                let field = names::field_of(&name).filter(|_| family != Family::Platform);
                // A question of the grid may ask for the name too.
                if let Some(field) = field.filter(|field| plan.fields.insert(*field, one.at).is_some()) {
                    doubtful.push(field);
                }
                beside(one, &by_heading).unwrap_or_else(|| bearing(grid, question))
            } else if family != Family::Platform
                && let Some(field) = names::field_of(&name)
            {
                match plan.fields.insert(field, one.at) {
                    None => Role::Out,
                    Some(_) => {
                        doubtful.push(field);
                        Role::Unknown
                    }
                }
            } else if family == Family::Survey
                && (names::is_survey(&name) || is_filecount(&one.column.heading))
            {
                Role::Out
            } else {
                beside(one, &by_heading).unwrap_or(Role::Unknown)
            };
            plan.roles.push(role);
        }
        plan.doubt(head, &doubtful);
        if let Some(number) = plan.administration.get("id") {
            plan.fields.insert(Field::Number, *number);
        }
        plan
    }

    /// Two columns that may be one field are neither; e-mails stay out all the same.
    fn doubt(&mut self, head: &[Head], doubtful: &[Field]) {
        for field in doubtful {
            self.fields.remove(field);
        }
        for (one, role) in head.iter().zip(&mut self.roles) {
            let field = names::field_of(&folded(&one.column.heading));
            let Some(field) = field.filter(|field| doubtful.contains(field)) else {
                continue;
            };
            if matches!(role, Role::Out | Role::Unknown) {
                *role = if field == Field::Email {
                    Role::Out
                } else {
                    Role::Unknown
                };
            }
        }
    }

    fn follow(
        &mut self,
        file: &str,
        sheet: &Sheet,
        mapping: &MappingFile,
        grid: &Grid,
    ) -> Result<(), ExchangeError> {
        let find = |column: &ColumnRef| {
            let same = |head: &Head| {
                head.column.heading == column.heading.trim() && head.column.occurrence == column.occurrence
            };
            sheet.head.iter().position(same)
        };
        for (field, column) in &mapping.fields {
            match find(column).and_then(|index| Some((index, sheet.head.get(index)?.at))) {
                // The platform's own name has its own rule, of which this column is a part.
                Some((_, at))
                    if *field == Field::Name && self.administration.values().any(|own| *own == at) => {}
                Some((index, at)) => {
                    self.fields.insert(*field, at);
                    if let Some(role) = self.roles.get_mut(index) {
                        *role = Role::Out;
                    }
                }
                None if matches!(field, Field::Number | Field::Name) => {
                    return Err(ExchangeError::Table {
                        file: file.to_owned(),
                        at: Place::default(),
                        fault: TableFault::NoColumn(column.heading.clone()),
                    });
                }
                None => self.absent.push(column.clone()),
            }
        }
        for rule in &mapping.answers {
            let crate::exchange::mapping::Asked::Column(column) = &rule.asked else {
                continue;
            };
            let Some(role) = find(column).and_then(|index| self.roles.get_mut(index)) else {
                self.absent.push(column.clone());
                continue;
            };
            *role = chosen(grid, &rule.to);
        }
        Ok(())
    }

    /// Tells what becomes of the columns of answers, and which questions come near to those that nothing covers.
    pub(super) fn asked(&self, sheet: &Sheet, choices: &Mapping, proposer: &Proposer<'_>) -> Vec<Asked> {
        let columns = sheet.head.iter().zip(&self.roles);
        let asked = columns.filter_map(|(head, role)| {
            let champ = head.champ();
            let choice = choices.get(&champ);
            let to = match (choice, role) {
                (Some(choice), _) => Some(choice.clone()),
                (None, Role::Bears(Some(id), _)) => Some(MapTo::Question(id.clone())),
                (None, Role::Bears(None, code)) => code.clone().map(MapTo::Criterion),
                (None, Role::Unknown) => None,
                (None, Role::Out | Role::Beside(..)) => return None,
            };
            let near = match &to {
                None => proposer.propose(&head.column.heading),
                Some(_) => Vec::new(),
            };
            Some(Asked {
                champ,
                label: head.column.heading.clone(),
                to,
                chosen: choice.is_some(),
                near: near.into_iter().map(|proposal| proposal.question).collect(),
            })
        });
        asked.collect()
    }
}

fn chosen(grid: &Grid, to: &MapTo) -> Role {
    match to {
        MapTo::Skip => Role::Out,
        MapTo::Question(id) => bearing(grid, id),
        MapTo::Criterion(code) => Role::Bears(None, Some(code.clone())),
    }
}

fn bearing(grid: &Grid, id: &QuestionId) -> Role {
    Role::Bears(Some(id.clone()), grid.criterion_of(id).cloned())
}

fn is_filecount(heading: &str) -> bool {
    heading.ends_with("[filecount]")
}

/// Finds the column to which the platform appended another.
fn beside(one: &Head, by_heading: &HashMap<&ColumnRef, usize>) -> Option<Role> {
    let (of, what) = satellite(&one.column.heading)?;
    let of = ColumnRef {
        heading: of.to_owned(),
        occurrence: one.column.occurrence,
    };
    by_heading.get(&of).map(|index| Role::Beside(*index, what))
}
