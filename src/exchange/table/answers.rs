//! The answers of one row, in the order of the columns, with the files that they name.

use super::plan::Role;
use super::sheet::{Cell, Row};
use super::take::Taker;
use super::value;
use crate::domain::dossier::{Answer, Value};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CriterionCode, QuestionId};

impl Taker<'_> {
    /// Reads the answers of a row, and names the files in them as evidence.
    pub(super) fn answers(&self, row: &Row, evidence: &mut Vec<Evidence>) -> Vec<Answer> {
        let mut answers = Vec::new();
        let columns = self.sheet.head.iter().zip(&self.plan.roles).zip(&self.files);
        for (index, ((head, role), files)) in columns.enumerate() {
            let (question, criterion) = match role {
                Role::Out => continue,
                // What is appended to a blank place says something all the same.
                Role::Beside(of, _) if self.stands(row, *of) || row.words(head.at).is_none() => continue,
                Role::Beside(..) | Role::Unknown => (None, None),
                Role::Bears(question, criterion) => (question.clone(), criterion.clone()),
            };
            let cell = row.cell(head.at);
            if cell.is_none() && row.pointer.is_some() {
                // A question that the form did not ask is not a blank answer.
                continue;
            }
            let blank = Cell::of("");
            let (value, text) = value::of(cell.unwrap_or(&blank), self.plan.family, *files);
            let value = self.with_code(row, index, value, &text);
            if let Value::Files(names) = &value {
                let pieces = names
                    .iter()
                    .map(|name| piece(name, question.as_ref(), criterion.as_ref()));
                evidence.extend(pieces);
            }
            answers.push(Answer {
                champ: head.champ(),
                question,
                criterion,
                section: None,
                label: head.column.heading.clone(),
                text,
                value,
            });
        }
        answers
    }

    fn stands(&self, row: &Row, index: usize) -> bool {
        let head = self.sheet.head.get(index);
        head.is_some_and(|head| row.words(head.at).is_some())
    }

    /// A place that the platform names has its code in a column beside it.
    fn with_code(&self, row: &Row, index: usize, value: Value, text: &str) -> Value {
        if value != Value::Text {
            return value;
        }
        match self.codes.get(&index).and_then(|at| row.words(*at)) {
            Some(code) => Value::Place {
                name: text.to_owned(),
                code: code.to_owned(),
            },
            None => value,
        }
    }
}

/// A table names a file and says nothing else of it.
fn piece(name: &str, question: Option<&QuestionId>, criterion: Option<&CriterionCode>) -> Evidence {
    Evidence {
        name: name.to_owned(),
        sha256: None,
        media_type: "application/octet-stream".to_owned(),
        size: 0,
        criteria: criterion.into_iter().cloned().collect(),
        question: question.cloned(),
        checksum: None,
    }
}
