//! What is wrong with a mapping file, each with its line.

use crate::domain::saying::Saying;

/// A mapping file that can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.saying())]
pub struct MappingError {
    /// The file.
    pub file: String,
    /// All its faults, in the order of their lines.
    pub faults: Vec<MappingFault>,
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappingFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What it is.
    pub kind: MappingFaultKind,
}

/// The kinds of faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MappingFaultKind {
    /// Not TOML; the reader's own words, which are English.
    Syntax(String),
    /// A key that means nothing here.
    UnknownKey(String),
    /// A value of another type than its key wants.
    WrongType {
        /// The key.
        key: String,
        /// An example of what to write.
        example: &'static str,
    },
    /// A heading, identifier or name of a column that is empty.
    Blank(String),
    /// An entry that names neither a column nor a champ, or both.
    NoSource,
    /// An entry that says nothing of what becomes of the column, or several things.
    Targets(usize),
    /// A question that the grid does not have.
    UnknownQuestion(String),
    /// A criterion that the grid does not have.
    UnknownCriterion(String),
    /// A column or champ that has an entry already, on that line.
    Twice {
        /// The heading or identifier.
        name: String,
        /// The line of the first.
        first: usize,
    },
    /// The number or the name of the dossiers is missing, though columns are mapped.
    NoField(&'static str),
}

impl MappingError {
    /// Says that the file can't be used; the faults follow one by one.
    pub fn saying(&self) -> Saying {
        Saying::new("mapping-faults")
            .text("file", &self.file)
            .number("count", self.faults.len())
    }

    /// Returns each fault.
    pub fn faults(&self) -> &[MappingFault] {
        &self.faults
    }
}

impl MappingFault {
    /// Says the fault, its line and what to do.
    pub fn saying(&self) -> Saying {
        let line = |saying: Saying| saying.number("line", self.line);
        match &self.kind {
            MappingFaultKind::Syntax(found) => line(Saying::new("mapping-syntax")).text("found", found),
            MappingFaultKind::UnknownKey(key) => line(Saying::new("mapping-unknown-key")).text("key", key),
            MappingFaultKind::WrongType { key, example } => line(Saying::new("mapping-wrong-type"))
                .text("key", key)
                .text("example", example),
            MappingFaultKind::Blank(key) => line(Saying::new("mapping-blank")).text("key", key),
            MappingFaultKind::NoSource => line(Saying::new("mapping-no-source")),
            MappingFaultKind::Targets(count) => line(Saying::new("mapping-targets")).number("count", *count),
            MappingFaultKind::UnknownQuestion(name) => {
                line(Saying::new("mapping-unknown-question")).text("name", name)
            }
            MappingFaultKind::UnknownCriterion(name) => {
                line(Saying::new("mapping-unknown-criterion")).text("name", name)
            }
            MappingFaultKind::Twice { name, first } => line(Saying::new("mapping-twice"))
                .text("name", name)
                .number("first", *first),
            MappingFaultKind::NoField(key) => line(Saying::new("mapping-no-field")).text("key", key),
        }
    }
}
