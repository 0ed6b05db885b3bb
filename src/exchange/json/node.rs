//! A JSON value as read, and the questions that a reader asks it. Absent and null are the same: no value.

use crate::exchange::error::{Expected, Found};
use crate::exchange::place::Step;
use std::borrow::Cow;

/// A JSON value; numbers are the text that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node<'d> {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(Cow<'d, str>),
    /// A text.
    Text(Cow<'d, str>),
    /// A list.
    List(Vec<Node<'d>>),
    /// An object, its members in order.
    Object(Vec<(Cow<'d, str>, Node<'d>)>),
}

/// A value that is not what the format says, by its steps from the value read, innermost first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The steps.
    pub steps: Vec<Step<'static>>,
    /// What stands there; the value's own type where nothing is said.
    pub found: Option<Found>,
    /// What should.
    pub expected: Expected,
}

impl Shape {
    /// Tells of the value read itself.
    pub fn here(expected: Expected) -> Self {
        Self {
            steps: Vec::new(),
            found: None,
            expected,
        }
    }

    /// Says what stands there.
    #[must_use]
    pub fn found(mut self, found: Found) -> Self {
        self.found = Some(found);
        self
    }

    /// Tells of the same place seen from one step further out.
    #[must_use]
    pub fn under(mut self, step: impl Into<Step<'static>>) -> Self {
        self.steps.push(step.into());
        self
    }
}

impl Node<'_> {
    /// Returns the member of that name; nothing where it is absent or null.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let (_, value) = members.iter().find(|(name, _)| name == key)?;
        (*value != Self::Null).then_some(value)
    }

    /// Returns a member that is an object.
    pub fn object(&self, key: &'static str) -> Result<Option<&Self>, Shape> {
        self.member(key, Expected::Object, |node| {
            matches!(node, Self::Object(_)).then_some(node)
        })
    }

    /// Returns a member that is a text.
    pub fn text(&self, key: &'static str) -> Result<Option<&str>, Shape> {
        self.member(key, Expected::Text, |node| match node {
            Self::Text(text) => Some(text.as_ref()),
            _ => None,
        })
    }

    /// Returns a member that is a text with something to read in it.
    pub fn words(&self, key: &'static str) -> Result<Option<&str>, Shape> {
        Ok(self.text(key)?.filter(|text| !text.trim().is_empty()))
    }

    /// Returns a member that is a boolean.
    pub fn flag(&self, key: &'static str) -> Result<Option<bool>, Shape> {
        self.member(key, Expected::Bool, |node| match node {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        })
    }

    /// Returns a member that is a number, or a text that stands for one, as written.
    pub fn digits(&self, key: &'static str) -> Result<Option<&str>, Shape> {
        self.member(key, Expected::Digits, |node| match node {
            Self::Text(text) | Self::Number(text) => Some(text.as_ref()),
            _ => None,
        })
    }

    /// Returns a member that is a list, empty where it is absent or null.
    pub fn list(&self, key: &'static str) -> Result<&[Self], Shape> {
        let list = self.member(key, Expected::List, |node| match node {
            Self::List(list) => Some(list.as_slice()),
            _ => None,
        })?;
        Ok(list.unwrap_or_default())
    }

    /// Returns the texts of a member that is a list of them; nulls are passed over.
    pub fn texts(&self, key: &'static str) -> Result<Vec<String>, Shape> {
        let numbered = self.list(key)?.iter().enumerate();
        numbered
            .filter(|(_, node)| **node != Self::Null)
            .map(|(index, node)| match node {
                Self::Text(text) => Ok(text.to_string()),
                _ => Err(Shape::here(Expected::Text).under(index).under(key)),
            })
            .collect()
    }

    /// Reads each object of a list that is a member, with its index; nulls are passed over.
    pub fn each<T>(
        &self,
        key: &'static str,
        mut read: impl FnMut(usize, &Self) -> Result<T, Shape>,
    ) -> Result<Vec<T>, Shape> {
        let numbered = self.list(key)?.iter().enumerate();
        numbered
            .filter(|(_, node)| **node != Self::Null)
            .map(|(index, node)| {
                let read = match node {
                    Self::Object(_) => read(index, node),
                    _ => Err(Shape::here(Expected::Object)),
                };
                read.map_err(|shape| shape.under(index).under(key))
            })
            .collect()
    }

    fn member<'n, T>(
        &'n self,
        key: &'static str,
        expected: Expected,
        take: impl FnOnce(&'n Self) -> Option<T>,
    ) -> Result<Option<T>, Shape> {
        self.get(key)
            .map(|node| take(node).ok_or_else(|| Shape::here(expected).under(key)))
            .transpose()
    }
}
