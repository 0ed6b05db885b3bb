//! LimeSurvey's JSON: `{"responses":[{heading:value}]}`, or each record under its own identifier, as older versions
//! write it. Records are read one at a time; a heading that a record lacks was not asked of it.

use super::Warning;
use super::sheet::{Cell, Head, Row, Sheet, fits, holds};
use crate::domain::saying::Saying;
use crate::exchange::budget::Budget;
use crate::exchange::error::{ExchangeError, Expected};
use crate::exchange::json::{Fault, Node, Reading, Rules, Shape, Tree, text_of};
use crate::exchange::mapping::ColumnRef;
use crate::exchange::place::{Place, Step};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// Everything is kept, numbers with their digits.
const RULES: Rules = Rules {
    keep: |_| true,
    verbatim: |_| true,
};

/// Reads an export.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    budget: &Budget,
    warnings: &mut Vec<Warning>,
) -> Result<Option<Sheet>, ExchangeError> {
    let text = text_of(file, bytes)?;
    let reading = Reading::new(file, text, budget, RULES);
    let mut records = Records {
        budget,
        columns: HashMap::new(),
        head: Vec::new(),
        rows: Vec::new(),
        held: 0,
    };
    reading.whole(Route {
        reading: &reading,
        records: &mut records,
        level: Level::Root,
    })?;
    warnings.extend(reading.take_nuls().into_iter().map(|at| Warning {
        source: file.to_owned(),
        at,
        what: Saying::new("exchange-warning-nul"),
    }));
    let Records { head, rows, .. } = records;
    let sheet = Sheet {
        name: None,
        head,
        head_line: 0,
        rows,
    };
    Ok((!sheet.head.is_empty()).then_some(sheet))
}

struct Records<'b> {
    budget: &'b Budget,
    columns: HashMap<String, usize>,
    head: Vec<Head>,
    rows: Vec<Row>,
    held: u64,
}

impl Records<'_> {
    /// Takes a record, or those that stand under their identifiers.
    fn take(&mut self, file: &str, pointer: &str, node: &Node<'_>) -> Result<(), Fault> {
        let members = match node {
            Node::Object(members) => members,
            Node::Null => return Ok(()),
            _ => return Err(Fault::Shape(Shape::here(Expected::Object))),
        };
        let nested = !members.is_empty() && members.iter().all(|(_, value)| matches!(value, Node::Object(_)));
        if nested {
            for (key, record) in members {
                let under = |fault| match fault {
                    Fault::Shape(shape) => Fault::Shape(shape.under(step(key))),
                    other => other,
                };
                self.take(file, &format!("{pointer}/{key}"), record)
                    .map_err(under)?;
            }
            return Ok(());
        }
        let mut cells = Vec::new();
        for (key, value) in members {
            let text = match value {
                Node::Null => String::new(),
                Node::Bool(flag) => flag.to_string(),
                Node::Number(text) | Node::Text(text) => text.to_string(),
                Node::List(_) | Node::Object(_) => {
                    return Err(Fault::Shape(Shape::here(Expected::Text).under(step(key))));
                }
            };
            cells.push((self.column(key), Cell::of(text)));
        }
        cells.sort_by_key(|(at, _)| *at);
        let row = Row {
            line: self.rows.len() + 1,
            pointer: Some(pointer.to_owned()),
            cells,
        };
        let place = Place::default().pointing(pointer);
        for (_, cell) in &row.cells {
            let (at, held) = (|| place.clone(), &mut self.held);
            holds(file, &at, &cell.text, 1, held, self.budget).map_err(Fault::Whole)?;
        }
        fits(file, &place, &row, self.rows.len() + 1, self.budget).map_err(Fault::Whole)?;
        self.rows.push(row);
        Ok(())
    }

    fn column(&mut self, heading: &str) -> usize {
        if let Some(at) = self.columns.get(heading) {
            return *at;
        }
        let at = self.head.len();
        self.columns.insert(heading.to_owned(), at);
        self.head.push(Head {
            at,
            column: ColumnRef::first(heading),
        });
        at
    }
}

fn step(key: &str) -> Step<'static> {
    Step::Key(Cow::Owned(key.to_owned()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Root,
    Responses,
}

/// Follows the document to its records.
struct Route<'r, 'd, 'b> {
    reading: &'r Reading<'d>,
    records: &'r mut Records<'b>,
    level: Level,
}

impl<'d> Route<'_, 'd, '_> {
    fn take<E: serde::de::Error>(&mut self, node: &Node<'d>) -> Result<(), E> {
        let pointer = self.reading.pointer();
        let taken = self.records.take(self.reading.file(), &pointer, node);
        taken.map_err(|fault| self.reading.fail(fault))
    }
}

impl<'d> DeserializeSeed<'d> for Route<'_, 'd, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'d>>(self, input: D) -> Result<(), D::Error> {
        let (reading, level) = (self.reading, self.level);
        let expected = match level {
            Level::Root => Expected::Object,
            Level::Responses => Expected::List,
        };
        input
            .deserialize_any(self)
            .map_err(|error| reading.blame(error, expected))
    }
}

impl<'d> Visitor<'d> for Route<'_, 'd, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("responses")
    }

    fn visit_map<A: MapAccess<'d>>(mut self, map: A) -> Result<(), A::Error> {
        let reading = self.reading;
        reading.members(map, |key, map| match self.level {
            Level::Root if key == "responses" => map.next_value_seed(Route {
                reading,
                records: &mut *self.records,
                level: Level::Responses,
            }),
            Level::Root => map.next_value_seed(Tree::passed(reading)).map(drop),
            Level::Responses => {
                let node = map.next_value_seed(Tree::kept(reading))?;
                self.take(&node)
            }
        })
    }

    fn visit_seq<A: SeqAccess<'d>>(mut self, list: A) -> Result<(), A::Error> {
        let reading = self.reading;
        if self.level == Level::Root {
            return Err(reading.fail(Fault::Type(Expected::Object)));
        }
        reading.elements(list, |list| {
            let Some(node) = list.next_element_seed(Tree::kept(reading))? else {
                return Ok(None);
            };
            self.take(&node).map(Some)
        })
    }
}
