//! Where in a file a fault lies: line and column for people, a JSON pointer (RFC 6901) for programs.

use std::borrow::Cow;
use std::fmt;
use std::fmt::Write as _;

/// A place in a file, as exactly as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// The column in characters, counted from 1.
    pub column: Option<usize>,
    /// The JSON pointer; empty for the whole document.
    pub pointer: Option<String>,
}

impl Place {
    /// Returns the place of a byte of a text.
    pub fn of_byte(text: &str, offset: usize) -> Self {
        let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let tail = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: Some(line),
            column: Some(tail.chars().count() + 1),
            pointer: None,
        }
    }

    /// Returns a line of a text file.
    pub fn of_line(line: usize) -> Self {
        Self {
            line: Some(line),
            ..Self::default()
        }
    }

    /// Returns this place of a part of a text as a place of the whole, in which the part begins at `start`.
    #[must_use]
    pub fn after(self, start: &Self) -> Self {
        let (Some(line), Some(before)) = (self.line, start.line) else {
            return self;
        };
        let on = |column: usize| match start.column {
            Some(first) if line == 1 => first + column - 1,
            _ => column,
        };
        Self {
            line: Some(before + line - 1),
            column: self.column.map(on),
            pointer: self.pointer,
        }
    }

    /// Adds the JSON pointer.
    #[must_use]
    pub fn pointing(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }
}

impl fmt::Display for Place {
    /// `12:5 /data/demarche`, each part where it is known: the same in every language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        match (self.line, self.column) {
            (Some(line), Some(column)) => parts.push(format!("{line}:{column}")),
            (Some(line), None) => parts.push(line.to_string()),
            (None, _) => {}
        }
        parts.extend(self.pointer.clone().filter(|pointer| !pointer.is_empty()));
        f.write_str(&parts.join(" "))
    }
}

/// One step from a JSON value to a value within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<'a> {
    /// To the member of that name.
    Key(Cow<'a, str>),
    /// To the element at that index.
    Index(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Self {
        Self::Key(Cow::Borrowed(key))
    }
}

impl From<usize> for Step<'_> {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// Writes the JSON pointer of some steps from the root.
pub fn pointer<'a, 's: 'a>(steps: impl IntoIterator<Item = &'a Step<'s>>) -> String {
    steps.into_iter().fold(String::new(), |mut out, step| {
        match step {
            Step::Key(key) => {
                let _ = write!(out, "/{}", key.replace('~', "~0").replace('/', "~1"));
            }
            Step::Index(index) => {
                let _ = write!(out, "/{index}");
            }
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_from_one() {
        let text = "é\nàb";
        assert_eq!(Place::of_byte(text, 0).to_string(), "1:1");
        assert_eq!(Place::of_byte(text, 5).to_string(), "2:2");
        assert_eq!(Place::of_byte(text, 99).to_string(), "2:3");
        assert_eq!(Place::of_byte(text, 1).to_string(), "1:1");
    }

    #[test]
    fn a_pointer_escapes_its_own_signs() {
        let steps = [Step::from("a/b~c"), Step::from(3)];
        assert_eq!(pointer(&steps), "/a~1b~0c/3");
        assert_eq!(
            Place::of_line(4).pointing(pointer(&steps)).to_string(),
            "4 /a~1b~0c/3"
        );
    }
}
