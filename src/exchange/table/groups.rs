//! The platform's sheets beside the first: repeated groups of answers, a sheet each, and those that no dossier takes.

use super::names::Family;
use super::plan::{Plan, Role};
use super::sheet::{Head, Row, Sheet};
use super::value;
use crate::domain::dossier::{Answer, Value};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, QuestionId};
use crate::exchange::propose::Proposer;
use std::collections::BTreeMap;

/// A repeated group: its rows by dossier.
#[derive(Debug)]
pub(super) struct Group {
    /// The sheet's name, `(123) Libellé`.
    pub(super) champ: String,
    label: String,
    question: Option<QuestionId>,
    criterion: Option<CriterionCode>,
    /// Rows by dossier, in the order of the sheet.
    pub(super) rows: BTreeMap<String, Vec<Vec<Answer>>>,
}

/// Tells whether a sheet is a repeated group; returns its label.
pub(super) fn label_of(name: &str) -> Option<&str> {
    let (number, label) = name.strip_prefix('(')?.split_once(')')?;
    let whole = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    whole.then_some(label.trim())
}

impl Group {
    /// Takes a sheet; one without the dossiers' numbers is none.
    pub(super) fn new(sheet: &Sheet, proposer: &Proposer<'_>, grid: &Grid) -> Option<Self> {
        let champ = sheet.name.clone()?;
        let label = label_of(&champ)?.to_owned();
        let named = |name: &str| {
            let found = sheet.head.iter().find(|head| head.column.heading == name);
            found.map(|head| head.at)
        };
        let number = named("Dossier ID")?;
        let line = named("Ligne");
        let plan = Plan::by_headings(sheet, proposer, grid);
        let columns: Vec<(&Head, &Role)> = sheet
            .head
            .iter()
            .zip(&plan.roles)
            .filter(|(head, _)| head.at != number && Some(head.at) != line)
            .collect();
        let question = proposer.exact(&label);
        let mut rows: BTreeMap<String, Vec<Vec<Answer>>> = BTreeMap::new();
        for row in &sheet.rows {
            if let Some(number) = row.words(number) {
                let answers = columns.iter().map(|(head, role)| answer(row, head, role));
                rows.entry(number.to_owned()).or_default().push(answers.collect());
            }
        }
        Some(Self {
            champ,
            label,
            question: question.cloned(),
            criterion: question.and_then(|id| grid.criterion_of(id)).cloned(),
            rows,
        })
    }

    /// Takes out the answer of one dossier.
    pub(super) fn take(&mut self, number: &str) -> Answer {
        let rows = self.rows.remove(number).unwrap_or_default();
        let lines: Vec<String> = rows
            .iter()
            .map(|row| line_of(row))
            .filter(|line| !line.is_empty())
            .collect();
        Answer {
            champ: self.champ.clone(),
            question: self.question.clone(),
            criterion: self.criterion.clone(),
            section: None,
            label: self.label.clone(),
            text: lines.join("\n"),
            value: if lines.is_empty() {
                Value::Blank
            } else {
                Value::Rows(rows)
            },
        }
    }
}

fn answer(row: &Row, head: &Head, role: &Role) -> Answer {
    let cell = row.cell(head.at);
    let (value, text) = cell.map_or((Value::Blank, String::new()), |cell| {
        value::of(cell, Family::Platform, false)
    });
    let (question, criterion) = match role {
        Role::Bears(question, criterion) => (question.clone(), criterion.clone()),
        Role::Out | Role::Unknown | Role::Beside(..) => (None, None),
    };
    Answer {
        champ: head.champ(),
        question,
        criterion,
        section: None,
        label: head.column.heading.clone(),
        text,
        value,
    }
}

/// One line a row, as for the platform's JSON: what the candidate wrote under each label, blanks left out.
fn line_of(row: &[Answer]) -> String {
    let given = row.iter().filter(|answer| answer.is_given());
    let parts: Vec<String> = given
        .map(|answer| {
            let text = answer.text.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{}\u{a0}: {text}", answer.label)
        })
        .collect();
    parts.join("\u{a0}; ")
}
