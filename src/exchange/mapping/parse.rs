//! A mapping file in, every fault listed with its line.

use super::fault::{MappingError, MappingFault, MappingFaultKind as Kind};
use super::{AnswerRule, Asked, ColumnRef, Field, MappingFile};
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, QuestionId};
use crate::exchange::intake::MapTo;
use std::collections::HashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const TEXT: &str = "\"…\"";

/// Reads a mapping file for a grid; messages call it `file`.
///
/// # Errors
/// Every fault of the file.
pub fn parse(text: &str, file: &str, grid: &Grid) -> Result<MappingFile, MappingError> {
    let mut reader = Reader {
        text,
        grid,
        faults: Vec::new(),
        seen: HashMap::new(),
        mapping: MappingFile::default(),
    };
    match DeTable::parse(text) {
        Ok(root) => reader.root(root.get_ref()),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            reader.fault(start, Kind::Syntax(error.message().to_owned()));
        }
    }
    if reader.faults.is_empty() {
        return Ok(reader.mapping);
    }
    let mut faults = reader.faults;
    faults.sort_by_key(|fault| fault.line);
    Err(MappingError {
        file: file.to_owned(),
        faults,
    })
}

type Value<'i> = Spanned<DeValue<'i>>;

/// A file being read.
struct Reader<'t> {
    text: &'t str,
    grid: &'t Grid,
    faults: Vec<MappingFault>,
    seen: HashMap<String, usize>,
    mapping: MappingFile,
}

impl<'t> Reader<'t> {
    fn line(&self, start: usize) -> usize {
        let before = self.text.get(..self.text.floor_char_boundary(start));
        before.map_or(1, |before| before.matches('\n').count() + 1)
    }

    fn fault(&mut self, start: usize, kind: Kind) {
        let line = self.line(start);
        self.faults.push(MappingFault { line, kind });
    }

    fn root(&mut self, root: &DeTable<'t>) {
        let mut columns = None;
        for (key, value) in root {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("dossier", DeValue::Table(table)) => self.fields(table),
                ("answers", DeValue::Array(entries)) => {
                    for entry in entries {
                        self.entry(entry);
                    }
                    columns = Some(value.span().start);
                }
                (known @ ("dossier" | "answers"), _) => {
                    let example = if known == "dossier" {
                        "[dossier]"
                    } else {
                        "[[answers]]"
                    };
                    self.wrong(key.span().start, known, example);
                }
                (other, _) => self.fault(key.span().start, Kind::UnknownKey(other.to_owned())),
            }
        }
        let of_table = |rule: &AnswerRule| matches!(rule.asked, Asked::Column(_));
        if self.mapping.fields.is_empty() && !self.mapping.answers.iter().any(of_table) {
            return;
        }
        for field in [Field::Number, Field::Name] {
            let named = root.get("dossier").is_some_and(|dossier| {
                let table = dossier.get_ref().as_table();
                table.is_none_or(|table| table.contains_key(field.key()))
            });
            if !named {
                let at = root.get("dossier").map(|dossier| dossier.span().start);
                self.fault(at.or(columns).unwrap_or(0), Kind::NoField(field.key()));
            }
        }
    }

    fn fields(&mut self, table: &DeTable<'t>) {
        for (key, value) in table {
            let Some(field) = Field::of(key.get_ref()) else {
                self.fault(key.span().start, Kind::UnknownKey(key.get_ref().to_string()));
                continue;
            };
            let column = match value.get_ref() {
                DeValue::String(heading) => self.heading(value, field.key(), heading).map(ColumnRef::first),
                DeValue::Table(table) => self.column_table(value, field.key(), table),
                _ => {
                    self.wrong(value.span().start, field.key(), TEXT);
                    None
                }
            };
            if let Some(column) = column {
                self.mapping.fields.insert(field, column);
            }
        }
    }

    /// Reads `{ column = "…", occurrence = 2 }`.
    fn column_table(&mut self, at: &Value<'t>, key: &str, table: &DeTable<'t>) -> Option<ColumnRef> {
        for (name, _) in table {
            if !matches!(name.get_ref().as_ref(), "column" | "occurrence") {
                self.fault(name.span().start, Kind::UnknownKey(name.get_ref().to_string()));
            }
        }
        let occurrence = self.occurrence(table)?;
        let Some(value) = table.get("column") else {
            self.wrong(at.span().start, key, "{ column = \"…\", occurrence = 1 }");
            return None;
        };
        let heading = self.text(value, "column")?;
        Some(ColumnRef { heading, occurrence })
    }

    fn entry(&mut self, entry: &Value<'t>) {
        let start = entry.span().start;
        let Some(table) = entry.get_ref().as_table() else {
            return self.wrong(start, "answers", "[[answers]]");
        };
        for (name, _) in table {
            let known = [
                "column",
                "occurrence",
                "champ",
                "label",
                "question",
                "criterion",
                "skip",
            ];
            if !known.contains(&name.get_ref().as_ref()) {
                self.fault(name.span().start, Kind::UnknownKey(name.get_ref().to_string()));
            }
        }
        let asked = self.asked(start, table);
        let to = self.target(start, table);
        if let (Some(asked), Some(to)) = (asked, to) {
            self.mapping.answers.push(AnswerRule { asked, to });
        }
    }

    fn asked(&mut self, start: usize, table: &DeTable<'t>) -> Option<Asked> {
        let occurrence = self.occurrence(table);
        let label = table.get("label").map(|value| self.text(value, "label"));
        let (asked, name, at) = match (table.get("column"), table.get("champ")) {
            (Some(value), None) => {
                let heading = self.text(value, "column")?;
                let occurrence = occurrence?;
                let name = format!("{heading} #{occurrence}");
                let column = ColumnRef { heading, occurrence };
                (Asked::Column(column), name, value.span().start)
            }
            (None, Some(value)) => {
                let id = self.text(value, "champ")?;
                let label = label.flatten();
                let name = id.clone();
                (Asked::Champ { id, label }, name, value.span().start)
            }
            _ => {
                self.fault(start, Kind::NoSource);
                return None;
            }
        };
        let line = self.line(at);
        if let Some(first) = self.seen.get(&name) {
            let name = name.trim_end_matches(" #1").to_owned();
            let first = *first;
            self.fault(at, Kind::Twice { name, first });
            return None;
        }
        self.seen.insert(name, line);
        Some(asked)
    }

    fn target(&mut self, start: usize, table: &DeTable<'t>) -> Option<MapTo> {
        let (question, criterion, skip) = (table.get("question"), table.get("criterion"), table.get("skip"));
        let named = [question, criterion, skip].into_iter().flatten().count();
        if named != 1 {
            self.fault(start, Kind::Targets(named));
        }
        let question = question.and_then(|value| self.question(value));
        let criterion = criterion.and_then(|value| self.criterion(value));
        let skip = skip.and_then(|value| {
            if value.get_ref().as_bool() == Some(true) {
                return Some(MapTo::Skip);
            }
            self.wrong(value.span().start, "skip", "true");
            None
        });
        question.or(criterion).or(skip).filter(|_| named == 1)
    }

    fn question(&mut self, value: &Value<'t>) -> Option<MapTo> {
        let id = self.text(value, "question")?;
        if self.grid.questions().iter().any(|q| q.id.as_str() == id) {
            return Some(MapTo::Question(QuestionId::new(id)));
        }
        self.fault(value.span().start, Kind::UnknownQuestion(id));
        None
    }

    fn criterion(&mut self, value: &Value<'t>) -> Option<MapTo> {
        let code = CriterionCode::new(self.text(value, "criterion")?);
        if self.grid.criterion(&code).is_some() {
            return Some(MapTo::Criterion(code));
        }
        self.fault(
            value.span().start,
            Kind::UnknownCriterion(code.as_str().to_owned()),
        );
        None
    }

    /// Reads the occurrence, 1 where nothing is said.
    fn occurrence(&mut self, table: &DeTable<'t>) -> Option<usize> {
        let Some(value) = table.get("occurrence") else {
            return Some(1);
        };
        let integer = value.get_ref().as_integer();
        let count = integer.and_then(|n| usize::from_str_radix(n.as_str(), n.radix()).ok());
        let count = count.filter(|count| *count > 0);
        if count.is_none() {
            self.wrong(value.span().start, "occurrence", "1");
        }
        count
    }

    fn text(&mut self, value: &Value<'t>, key: &str) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) => self.heading(value, key, text).map(str::to_owned),
            _ => {
                self.wrong(value.span().start, key, TEXT);
                None
            }
        }
    }

    fn heading<'v>(&mut self, value: &Value<'t>, key: &str, text: &'v str) -> Option<&'v str> {
        if text.trim().is_empty() {
            self.fault(value.span().start, Kind::Blank(key.to_owned()));
            return None;
        }
        Some(text)
    }

    fn wrong(&mut self, start: usize, key: &str, example: &'static str) {
        let key = key.to_owned();
        self.fault(start, Kind::WrongType { key, example });
    }
}
