//! What a reader of dossiers hands over: those taken, those refused one by one, and what a coordinator should know.

use super::budget::Budget;
use super::error::ExchangeError;
use crate::domain::correspondence::Correspondence;
use crate::domain::dossier::{Dossier, Written};
use crate::domain::ids::QuestionId;
pub use crate::domain::mapping::{MapTo, Mapping};
use crate::domain::saying::Saying;
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

/// A file under the name that messages give it.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The name.
    pub name: String,
    /// Where its bytes are.
    pub input: Input<'a>,
}

/// Where a file's bytes are.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// On the disk, to be read as far as needed.
    File(&'a Path),
    /// In memory.
    Bytes(&'a [u8]),
}

impl<'a> Source<'a> {
    /// Names a file on the disk.
    pub fn file(path: &'a Path) -> Self {
        Self {
            name: path.display().to_string(),
            input: Input::File(path),
        }
    }

    /// Opens it, and returns its size too; it can be opened as often as one likes.
    ///
    /// # Errors
    /// That it can't be read, is no regular file, or is larger than the budget.
    pub fn open(&self, budget: &Budget) -> Result<(Box<dyn Read + 'a>, u64), ExchangeError> {
        match self.input {
            Input::File(path) => {
                let (file, size) = budget.open_file(path)?;
                Ok((Box::new(file), size))
            }
            Input::Bytes(bytes) => {
                let size = bytes.len() as u64;
                budget.fits(&self.name, size)?;
                Ok((Box::new(bytes), size))
            }
        }
    }
}

impl<'a> Source<'a> {
    /// Returns all of its bytes.
    ///
    /// # Errors
    /// That it can't be read, is no regular file, or is larger than the budget.
    pub fn whole(&self, budget: &Budget) -> Result<Cow<'a, [u8]>, ExchangeError> {
        match self.input {
            Input::File(path) => Ok(Cow::Owned(budget.read_file(path)?)),
            Input::Bytes(bytes) => {
                budget.fits(&self.name, bytes.len() as u64)?;
                Ok(Cow::Borrowed(bytes))
            }
        }
    }
}

/// A dossier as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The dossier.
    pub dossier: Dossier,
    /// Its serialised form.
    pub written: Written,
    /// What was written about it on the platform.
    pub correspondence: Correspondence,
}

/// What the files of one import hold beside the dossiers, which are handed over one at a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Intake {
    /// Dossiers that can't be taken.
    pub refused: Vec<Refused>,
    /// What was taken with a reserve.
    pub warnings: Vec<Warning>,
    /// The questions of the form, in the order in which they were met.
    pub asked: Vec<Asked>,
    /// Numbers of dossiers that their candidates took back.
    pub withdrawn: Vec<String>,
}

/// A question of an intake form, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The form's identifier: stable over revisions and labels.
    pub champ: String,
    /// The question as candidates read it.
    pub label: String,
    /// What becomes of it; nothing where that is not known.
    pub to: Option<MapTo>,
    /// Whether a person said so, rather than the grid.
    pub chosen: bool,
    /// The grid's questions that its label comes near to, the nearest first.
    pub near: Vec<QuestionId>,
}

/// A dossier that a well-formed file holds but that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file.
    pub source: String,
    /// The place in it.
    pub at: String,
    /// Why.
    pub why: Saying,
}

/// Something taken with a reserve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The file.
    pub source: String,
    /// The place in it.
    pub at: String,
    /// What to know.
    pub what: Saying,
}
