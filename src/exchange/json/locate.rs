//! Finds a value's place in a text again from its pointer. Only a refusal pays for this second look.

use super::tree::Word;
use crate::exchange::error::Found;
use crate::exchange::place::Step;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::cell::Cell;
use std::fmt;

/// Returns the byte offset and the type of the value at the end of the steps, or of the last one on the way there.
pub(super) fn value(text: &str, steps: &[Step<'_>]) -> (usize, Found) {
    let mut raw = text.trim_start_matches([' ', '\n', '\r', '\t']);
    for step in steps {
        let mut input = serde_json::Deserializer::from_str(raw);
        let found = Cell::new(None);
        let seen = Find { step, found: &found }.deserialize(&mut input);
        match (found.get(), seen) {
            (Some(inner), _) => raw = RawValue::get(inner),
            (None, Ok(())) => return (within(text, raw), Found::Missing),
            (None, Err(_)) => break,
        }
    }
    (within(text, raw), type_of(raw))
}

/// Returns the byte offset of a line and column as `serde_json` counts them: from 1, in bytes.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    text.floor_char_boundary(before + column.saturating_sub(1))
}

fn within(text: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

fn type_of(raw: &str) -> Found {
    match raw.as_bytes().first() {
        None => Found::End,
        Some(b'n') => Found::Null,
        Some(b't' | b'f') => Found::Bool,
        Some(b'"') => Found::Text,
        Some(b'[') => Found::List,
        Some(b'{') => Found::Object,
        Some(_) => Found::Number,
    }
}

/// Looks for one member or element, and stops there: what follows is not read.
struct Find<'s, 'de> {
    step: &'s Step<'s>,
    found: &'s Cell<Option<&'de RawValue>>,
}

impl<'de> DeserializeSeed<'de> for Find<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<(), D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Find<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(Word)? {
            if matches!(self.step, Step::Key(wanted) if *wanted == key) {
                self.found.set(Some(map.next_value()?));
                break;
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for index in 0.. {
            if *self.step == Step::Index(index) {
                self.found.set(list.next_element()?);
                break;
            }
            if list.next_element::<IgnoredAny>()?.is_none() {
                break;
            }
        }
        Ok(())
    }
}
