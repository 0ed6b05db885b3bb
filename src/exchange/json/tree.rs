//! Builds the [`Node`] of one value, keeping only the members that the rules name.

use super::{Fault, Node, Reading};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// Reads a value into a [`Node`].
#[derive(Debug, Clone, Copy)]
pub struct Tree<'r, 'd> {
    reading: &'r Reading<'d>,
    kept: bool,
}

impl<'r, 'd> Tree<'r, 'd> {
    /// Reads a value and keeps it.
    pub fn kept(reading: &'r Reading<'d>) -> Self {
        reading.restart();
        Self { reading, kept: true }
    }

    /// Reads a value as strictly, and keeps nothing of it.
    pub fn passed(reading: &'r Reading<'d>) -> Self {
        Self { reading, kept: false }
    }

    /// Reads the member of that name as the rules say; nothing where it is not kept.
    fn member<A: MapAccess<'d>>(self, key: &str, map: &mut A) -> Result<Option<Node<'d>>, A::Error> {
        let rules = self.reading.rules;
        let kept = self.kept && (rules.keep)(key);
        if kept && (rules.verbatim)(key) {
            return self.scalar(map.next_value()?).map(Some);
        }
        let node = map.next_value_seed(Self { kept, ..self })?;
        Ok(kept.then_some(node))
    }

    fn scalar<E: Error>(self, raw: &'d RawValue) -> Result<Node<'d>, E> {
        let raw = raw.get();
        if raw.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return self.node(Node::Number(Cow::Borrowed(raw)));
        }
        let mut input = serde_json::Deserializer::from_str(raw);
        // The parser passed over this value without decoding its texts: only their escapes can still be wrong.
        self.deserialize(&mut input)
            .map_err(|_| self.reading.fail(Fault::Escape))
    }

    fn node<E: Error>(self, node: Node<'d>) -> Result<Node<'d>, E> {
        if !self.kept {
            return Ok(Node::Null);
        }
        self.reading.count()?;
        Ok(node)
    }

    fn word<E: Error>(self, text: Cow<'d, str>) -> Result<Node<'d>, E> {
        self.reading.short(&text)?;
        if !self.kept {
            return Ok(Node::Null);
        }
        self.node(Node::Text(self.reading.clean(text)))
    }
}

impl<'d> DeserializeSeed<'d> for Tree<'_, 'd> {
    type Value = Node<'d>;

    fn deserialize<D: Deserializer<'d>>(self, input: D) -> Result<Node<'d>, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'d> Visitor<'d> for Tree<'_, 'd> {
    type Value = Node<'d>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node<'d>, E> {
        self.node(Node::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Node<'d>, E> {
        self.node(Node::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Node<'d>, E> {
        self.node(Node::Number(Cow::Owned(number.to_string())))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node<'d>, E> {
        self.node(Node::Number(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Node<'d>, E> {
        self.node(Node::Number(Cow::Owned(number.to_string())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'d str) -> Result<Node<'d>, E> {
        self.word(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'d>, E> {
        self.word(Cow::Owned(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'d>>(self, list: A) -> Result<Node<'d>, A::Error> {
        let mut nodes = Vec::new();
        self.reading.elements(list, |list| {
            let node = list.next_element_seed(self)?;
            Ok(node.map(|node| {
                if self.kept {
                    nodes.push(node);
                }
            }))
        })?;
        self.node(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'d>>(self, map: A) -> Result<Node<'d>, A::Error> {
        let mut members = Vec::new();
        self.reading.members(map, |key, map| {
            if let Some(node) = self.member(key, map)? {
                members.push((key.clone(), node));
            }
            Ok(())
        })?;
        self.node(Node::Object(members))
    }
}

/// Reads a text, borrowed where it has no escape.
#[derive(Debug, Clone, Copy)]
pub struct Word;

impl<'d> DeserializeSeed<'d> for Word {
    type Value = Cow<'d, str>;

    fn deserialize<D: Deserializer<'d>>(self, input: D) -> Result<Cow<'d, str>, D::Error> {
        input.deserialize_str(self)
    }
}

impl<'d> Visitor<'d> for Word {
    type Value = Cow<'d, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'d str) -> Result<Cow<'d, str>, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Cow<'d, str>, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}
