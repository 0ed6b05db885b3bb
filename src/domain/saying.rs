//! A message without its words: a catalogue entry and its arguments. `speech` gives the words.

use std::fmt;

/// One argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text, shown inert.
    Text(String),
    /// A number, which may choose a plural.
    Number(i64),
    /// Another message.
    Said(Box<Saying>),
}

/// A catalogue entry to say, with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The entry's name in the catalogues.
    pub id: &'static str,
    /// Its arguments, by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Saying {
    /// Names an entry without arguments.
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, Arg::Text(value.to_string())));
        self
    }

    /// Adds a number; one too large for the catalogue is held at its largest.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: impl TryInto<i64>) -> Self {
        let value = value.try_into().unwrap_or(i64::MAX);
        self.args.push((name, Arg::Number(value)));
        self
    }

    /// Adds another message.
    #[must_use]
    pub fn said(mut self, name: &'static str, value: Saying) -> Self {
        self.args.push((name, Arg::Said(Box::new(value))));
        self
    }
}

impl fmt::Display for Saying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)?;
        for (name, value) in &self.args {
            match value {
                Arg::Text(text) => write!(f, " {name}={text:?}")?,
                Arg::Number(number) => write!(f, " {name}={number}")?,
                Arg::Said(said) => write!(f, " {name}=({said})")?,
            }
        }
        Ok(())
    }
}
