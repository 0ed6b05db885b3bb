//! The ways in which the platform's answers wrap dossiers: a page, a list of pages, a single answer, a bare dossier.
//! Dossiers are handed on one at a time, so that a page of thousands never stands in memory as a tree.

use crate::exchange::error::{Expected, Found};
use crate::exchange::json::{Fault, Node, Reading, Shape, Tree};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Takes what the answers hold, in the order of the file.
pub(super) trait Sink<'d> {
    /// Takes the errors that stand in place of an answer, or beside it.
    fn errors(&mut self, reading: &Reading<'d>, errors: &Node<'d>) -> Result<(), Fault>;
    /// Takes a revision of the form.
    fn revision(&mut self, revision: &Node<'d>) -> Result<(), Shape>;
    /// Takes what a page says of itself.
    fn page(&mut self, info: &Node<'d>) -> Result<(), Shape>;
    /// Takes the number of the demarche whose page ends here.
    fn demarche(&mut self, number: &Node<'d>);
    /// Takes a dossier.
    fn dossier(&mut self, reading: &Reading<'d>, dossier: &Node<'d>) -> Result<(), Fault>;
}

/// How far into an answer the reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Root,
    Item,
    Data,
    Demarche,
    Dossiers,
    Nodes,
    Revisions,
}

impl Level {
    fn expected(self) -> Expected {
        match self {
            Self::Root | Self::Item => Expected::Answer,
            Self::Data | Self::Demarche | Self::Dossiers => Expected::Object,
            Self::Nodes | Self::Revisions => Expected::List,
        }
    }
}

/// Follows an answer from its root to its dossiers.
pub(super) struct Route<'r, 'd, S> {
    reading: &'r Reading<'d>,
    sink: &'r mut S,
    level: Level,
}

impl<'r, 'd, S: Sink<'d>> Route<'r, 'd, S> {
    /// Starts at the root.
    pub(super) fn new(reading: &'r Reading<'d>, sink: &'r mut S) -> Self {
        Self {
            reading,
            sink,
            level: Level::Root,
        }
    }

    fn at(&mut self, level: Level) -> Route<'_, 'd, S> {
        Route {
            reading: self.reading,
            sink: &mut *self.sink,
            level,
        }
    }

    fn shaped<E: Error>(&self, taken: Result<(), Shape>) -> Result<(), E> {
        self.faulted(taken.map_err(Fault::Shape))
    }

    fn faulted<E: Error>(&self, taken: Result<(), Fault>) -> Result<(), E> {
        taken.map_err(|fault| self.reading.fail(fault))
    }

    /// Reads a member of the root, of an item of its list, or of `data`; what belongs to a bare dossier goes to `bare`.
    fn answer<A: MapAccess<'d>>(
        &mut self,
        key: &Cow<'d, str>,
        map: &mut A,
        bare: &mut Vec<(Cow<'d, str>, Node<'d>)>,
    ) -> Result<bool, A::Error> {
        match key.as_ref() {
            "data" if self.level != Level::Data => map.next_value_seed(self.at(Level::Data))?,
            "demarche" => map.next_value_seed(self.at(Level::Demarche))?,
            "dossier" => {
                let dossier = map.next_value_seed(Tree::kept(self.reading))?;
                self.one(&dossier)?;
            }
            "errors" => {
                let errors = map.next_value_seed(Tree::kept(self.reading))?;
                let taken = self.sink.errors(self.reading, &errors);
                self.faulted(taken)?;
            }
            other => {
                let node = Tree::kept(self.reading).member(other, map)?;
                bare.push((key.clone(), node));
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn demarche<A: MapAccess<'d>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "dossiers" => map.next_value_seed(self.at(Level::Dossiers)),
            "revisions" => map.next_value_seed(self.at(Level::Revisions)),
            "activeRevision" => {
                let revision = map.next_value_seed(Tree::kept(self.reading))?;
                let taken = self.sink.revision(&revision);
                self.shaped(taken)
            }
            _ => self.pass(map),
        }
    }

    fn dossiers<A: MapAccess<'d>>(&mut self, key: &str, map: &mut A) -> Result<(), A::Error> {
        match key {
            "nodes" => map.next_value_seed(self.at(Level::Nodes)),
            "pageInfo" => {
                let info = map.next_value_seed(Tree::kept(self.reading))?;
                let taken = self.sink.page(&info);
                self.shaped(taken)
            }
            _ => self.pass(map),
        }
    }

    fn pass<A: MapAccess<'d>>(&self, map: &mut A) -> Result<(), A::Error> {
        map.next_value_seed(Tree::passed(self.reading)).map(drop)
    }

    fn one<E: Error>(&mut self, dossier: &Node<'d>) -> Result<(), E> {
        let taken = match dossier {
            Node::Null => Ok(()),
            Node::Object(_) => self.sink.dossier(self.reading, dossier),
            _ => Err(Fault::Shape(Shape::here(Expected::Object))),
        };
        self.faulted(taken)
    }

    fn bare<E: Error>(&mut self, members: Vec<(Cow<'d, str>, Node<'d>)>) -> Result<(), E> {
        const MARKS: [&str; 4] = ["champs", "demandeur", "number", "state"];
        if members.iter().any(|(key, _)| MARKS.contains(&key.as_ref())) {
            return self.one(&Node::Object(members));
        }
        let other = Shape::here(Expected::Answer).found(Found::Object);
        self.shaped(Err(other))
    }
}

impl<'d, S: Sink<'d>> DeserializeSeed<'d> for Route<'_, 'd, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'d>>(self, input: D) -> Result<(), D::Error> {
        let (reading, expected) = (self.reading, self.level.expected());
        input
            .deserialize_any(self)
            .map_err(|error| reading.blame(error, expected))
    }
}

impl<'d, S: Sink<'d>> Visitor<'d> for Route<'_, 'd, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer of the platform")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        match self.level {
            Level::Root | Level::Item => Err(E::custom("null")),
            _ => Ok(()),
        }
    }

    fn visit_seq<A: SeqAccess<'d>>(mut self, list: A) -> Result<(), A::Error> {
        if !matches!(self.level, Level::Root | Level::Nodes | Level::Revisions) {
            return Err(A::Error::custom("list"));
        }
        let reading = self.reading;
        reading.elements(list, |list| match self.level {
            Level::Root => list.next_element_seed(self.at(Level::Item)),
            Level::Nodes => {
                let node = list.next_element_seed(Tree::kept(reading))?;
                node.map(|node| self.one(&node)).transpose()
            }
            Level::Revisions => {
                let node = list.next_element_seed(Tree::kept(reading))?;
                node.map(|node| {
                    let taken = self.sink.revision(&node);
                    self.shaped(taken)
                })
                .transpose()
            }
            _ => Ok(None),
        })
    }

    fn visit_map<A: MapAccess<'d>>(mut self, map: A) -> Result<(), A::Error> {
        if matches!(self.level, Level::Nodes | Level::Revisions) {
            return Err(A::Error::custom("object"));
        }
        let reading = self.reading;
        let mut bare = Vec::new();
        let mut number = Node::Null;
        let mut wrapped = self.level == Level::Data;
        reading.members(map, |key, map| match self.level {
            Level::Root | Level::Item | Level::Data => {
                wrapped |= self.answer(key, map, &mut bare)?;
                Ok(())
            }
            Level::Demarche if key == "number" => {
                number = Tree::kept(reading).member(key, map)?;
                Ok(())
            }
            Level::Demarche => self.demarche(key, map),
            Level::Dossiers => self.dossiers(key, map),
            Level::Nodes | Level::Revisions => Ok(()),
        })?;
        match self.level {
            Level::Root | Level::Item if !wrapped || is_dossier(&bare) => self.bare(bare),
            Level::Demarche => {
                self.sink.demarche(&number);
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

/// A bare dossier names its demarche, as an answer does.
fn is_dossier(members: &[(Cow<'_, str>, Node<'_>)]) -> bool {
    members
        .iter()
        .any(|(key, value)| key == "champs" && matches!(value, Node::List(_)))
}
