//! Turns what ended a reading into a refusal with its place.

use super::{Fault, Reading, Shape, locate};
use crate::exchange::error::{Bound, ExchangeError, Expected, Found};
use crate::exchange::place::{self, Place, Step};
use serde_json::error::Category;

/// Where the parser itself stops.
const PARSER_DEPTH: u64 = 128;

impl Reading<'_> {
    /// Makes the refusal of what ended the reading.
    pub(super) fn refusal(&self, error: &serde_json::Error) -> ExchangeError {
        match (error.classify(), self.fault.take()) {
            (Category::Data, Some(fault)) => self.of_fault(fault, error),
            _ => self.of_syntax(error),
        }
    }

    fn of_fault(&self, fault: Fault, error: &serde_json::Error) -> ExchangeError {
        let file = self.file.to_owned();
        match fault {
            Fault::Whole(whole) => whole,
            Fault::Duplicate(key) => {
                let at = self.told(error);
                ExchangeError::DuplicateKey { file, at, key }
            }
            // Looking a value up reads all of each one around it, and there may be a million of them.
            Fault::Beyond(bound @ Bound::Depth, limit) => ExchangeError::Beyond {
                file,
                at: self.told(error),
                bound,
                limit,
            },
            Fault::Beyond(bound, limit) => ExchangeError::Beyond {
                file,
                at: self.found_at(&[]).0,
                bound,
                limit,
            },
            Fault::Type(expected) => self.malformed(&[], None, expected),
            Fault::Escape => self.malformed(&[], None, Expected::Escape),
            Fault::Shape(Shape {
                steps,
                found,
                expected,
            }) => self.malformed(&steps, found, expected),
        }
    }

    /// Makes the refusal of a fault of the value that this reading is of.
    pub fn refuse(&self, fault: Fault) -> ExchangeError {
        match fault {
            Fault::Duplicate(key) => ExchangeError::DuplicateKey {
                file: self.file.to_owned(),
                at: self.start.clone().pointing(self.pointer()),
                key,
            },
            other => self.of_fault(other, &serde::de::Error::custom("refused")),
        }
    }

    fn malformed(&self, inward: &[Step<'static>], found: Option<Found>, expected: Expected) -> ExchangeError {
        let (at, seen) = self.found_at(inward);
        ExchangeError::Malformed {
            file: self.file.to_owned(),
            at,
            found: found.unwrap_or(seen),
            expected,
        }
    }

    /// Looks a value up again to tell its line and its type: only refusals pay for it.
    fn found_at(&self, inward: &[Step<'static>]) -> (Place, Found) {
        let trail = self.trail.borrow();
        let steps: Vec<_> = trail.iter().chain(inward.iter().rev()).cloned().collect();
        let within = steps.get(self.prefix..).unwrap_or_default();
        let (offset, found) = locate::value(self.text, within);
        (self.place_of(offset).pointing(place::pointer(&steps)), found)
    }

    fn of_syntax(&self, error: &serde_json::Error) -> ExchangeError {
        let at = self.told(error);
        let file = self.file.to_owned();
        let message = error.to_string();
        if message.starts_with("recursion limit") {
            return ExchangeError::Beyond {
                file,
                at,
                bound: Bound::Depth,
                limit: PARSER_DEPTH,
            };
        }
        let expected = expected_by(&message);
        if expected == Expected::Escape {
            return self.malformed(&[], None, expected);
        }
        let offset = locate::offset(self.text, error.line(), error.column());
        let next = self.text.get(offset..).and_then(|rest| rest.chars().next());
        let found = if error.is_eof() {
            Found::End
        } else {
            next.map_or(Found::End, Found::Character)
        };
        ExchangeError::Malformed {
            file,
            at,
            found,
            expected,
        }
    }

    fn told(&self, error: &serde_json::Error) -> Place {
        let offset = locate::offset(self.text, error.line(), error.column());
        self.place_of(offset).pointing(self.pointer())
    }

    /// Returns the place in the file of a byte of the text.
    fn place_of(&self, offset: usize) -> Place {
        Place::of_byte(self.text, offset).after(&self.start)
    }
}

/// Names what the parser expected; its messages are its only way to say so.
fn expected_by(message: &str) -> Expected {
    const KNOWN: [(&str, Expected); 15] = [
        ("expected `:`", Expected::Colon),
        ("expected `,`", Expected::CommaOrEnd),
        ("EOF while parsing a list", Expected::CommaOrEnd),
        ("EOF while parsing an object", Expected::CommaOrEnd),
        ("expected value", Expected::Value),
        ("EOF while parsing a value", Expected::Value),
        ("trailing comma", Expected::Value),
        ("key must be a string", Expected::Key),
        ("invalid number", Expected::JsonNumber),
        ("number out of range", Expected::JsonNumber),
        ("control character", Expected::EscapedControl),
        ("trailing characters", Expected::EndOfFile),
        ("invalid escape", Expected::Escape),
        ("lone leading surrogate", Expected::Escape),
        ("unexpected end of hex escape", Expected::Escape),
    ];
    KNOWN
        .iter()
        .find(|(start, _)| message.starts_with(start))
        .map_or(Expected::Json, |(_, expected)| *expected)
}
