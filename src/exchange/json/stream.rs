//! A JSON document read from its file a value at a time. The lists and objects on the way to a value are opened here;
//! a value itself is cut out whole and handed to a [`Reading`], which is as strict as it is of a whole document.

use super::window::Window;
use super::{Fault, Reading, Rules, Tree};
use crate::exchange::budget::Budget;
use crate::exchange::error::{Bound, ExchangeError, Expected, Found};
use crate::exchange::place::{Step, pointer};
use serde_json::value::RawValue;
use std::collections::HashSet;
use std::io::Read;

/// The document.
#[derive(Debug)]
pub struct Stream<'b, R> {
    window: Window<R>,
    budget: &'b Budget,
    rules: Rules,
    trail: Vec<Step<'static>>,
}

impl<'b, R: Read> Stream<'b, R> {
    /// Starts to read a file; messages call it `file`.
    ///
    /// # Errors
    /// Another encoding than UTF-8, or what the system says.
    pub fn open(file: &str, input: R, budget: &'b Budget, rules: Rules) -> Result<Self, ExchangeError> {
        Ok(Self {
            window: Window::open(file, input)?,
            budget,
            rules,
            trail: Vec::new(),
        })
    }

    /// Returns the byte with which the next value begins; nothing at the end of the file.
    ///
    /// # Errors
    /// What is no text, or what the system says.
    pub fn peek(&mut self) -> Result<Option<u8>, ExchangeError> {
        self.window.peek()
    }

    /// Returns how many bytes were read.
    pub fn offset(&self) -> u64 {
        self.window.offset() as u64
    }

    /// Reads an object member by member; `each` reads the member's value.
    ///
    /// # Errors
    /// What is no object of JSON, a key that stands twice, or what `each` refuses.
    pub fn members(
        &mut self,
        mut each: impl FnMut(&mut Self, &str) -> Result<(), ExchangeError>,
    ) -> Result<(), ExchangeError> {
        let mut seen = HashSet::new();
        self.open_with(b'{')?;
        if self.peek()? == Some(b'}') {
            self.window.pass(1);
            return Ok(());
        }
        loop {
            if self.peek()? != Some(b'"') {
                return Err(self.stray(Expected::Key));
            }
            let key = self.key()?;
            self.trail.push(Step::Key(key.clone().into()));
            if seen.len() >= self.budget.keys {
                let bound = Fault::Beyond(Bound::Members, self.budget.keys as u64);
                return Err(self.reading("").refuse(bound));
            }
            if !seen.insert(key.clone()) {
                return Err(self.reading("").refuse(Fault::Duplicate(key)));
            }
            self.sign(b':', Expected::Colon)?;
            each(self, &key)?;
            self.trail.pop();
            if self.ends_with(b'}')? {
                return Ok(());
            }
        }
    }

    /// Reads a list element by element; `each` reads the element.
    ///
    /// # Errors
    /// What is no list of JSON, or what `each` refuses.
    pub fn elements(
        &mut self,
        mut each: impl FnMut(&mut Self) -> Result<(), ExchangeError>,
    ) -> Result<(), ExchangeError> {
        self.open_with(b'[')?;
        if self.peek()? == Some(b']') {
            self.window.pass(1);
            return Ok(());
        }
        for index in 0.. {
            self.trail.push(Step::Index(index));
            each(self)?;
            self.trail.pop();
            if self.ends_with(b']')? {
                break;
            }
        }
        Ok(())
    }

    /// Cuts the next value out and hands over a reading of it.
    ///
    /// # Errors
    /// What is no value of JSON or passes the budget, or what `read` refuses.
    pub fn value<T>(
        &mut self,
        read: impl FnOnce(&Reading<'_>) -> Result<T, ExchangeError>,
    ) -> Result<T, ExchangeError> {
        let length = self.cut()?;
        let text = self.window.text().get(..length).unwrap_or_default();
        let taken = read(&self.reading(text))?;
        self.window.pass(length);
        Ok(taken)
    }

    /// Passes over the next value, as strict as if it were kept.
    ///
    /// # Errors
    /// What is no value of JSON or passes the budget.
    pub fn pass(&mut self) -> Result<(), ExchangeError> {
        self.value(|reading| reading.whole(Tree::passed(reading)).map(drop))
    }

    /// Looks at the next value, the member of that name, as strictly as if it were kept: where numbers are kept as they
    /// were written, any number will do.
    ///
    /// # Errors
    /// What is no value of JSON or passes the budget.
    pub fn look(&mut self, key: &str) -> Result<(), ExchangeError> {
        let rules = self.rules;
        self.value(|reading| match key {
            key if (rules.verbatim)(key) => reading.digits().map(drop),
            key if (rules.keep)(key) => reading.whole(Tree::kept(reading)).map(drop),
            _ => reading.whole(Tree::passed(reading)).map(drop),
        })
    }

    /// Keeps what follows in memory although it is read: it may be wanted whole.
    pub fn pin(&mut self) {
        self.window.pin(self.budget.value_bytes);
    }

    /// Keeps no more than is needed.
    pub fn unpin(&mut self) {
        self.window.unpin();
    }

    /// Returns a reading of what was read since the pin.
    pub fn pinned(&self) -> Option<Reading<'_>> {
        let (start, text) = self.window.pinned()?;
        Some(Reading {
            start,
            ..self.reading(text)
        })
    }

    /// Ends the document.
    ///
    /// # Errors
    /// Something that follows.
    pub fn end(mut self) -> Result<(), ExchangeError> {
        match self.peek()? {
            None => Ok(()),
            Some(_) => Err(self.stray(Expected::EndOfFile)),
        }
    }

    /// Refuses the value that stands here for being of another type.
    pub fn other_than(&mut self, expected: Expected) -> ExchangeError {
        match self.cut() {
            Err(refusal) => refusal,
            Ok(length) => {
                let text = self.window.text().get(..length).unwrap_or_default();
                self.reading(text).refuse(Fault::Type(expected))
            }
        }
    }

    fn reading<'d>(&'d self, text: &'d str) -> Reading<'d> {
        Reading {
            prefix: self.trail.len(),
            trail: self.trail.clone().into(),
            start: self.window.place(),
            ..Reading::new(self.window.file(), text, self.budget, self.rules)
        }
    }

    /// Finds where the next value ends, in bytes from here.
    fn cut(&mut self) -> Result<usize, ExchangeError> {
        self.peek()?;
        loop {
            let text = self.window.text();
            let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
            match values.next() {
                // A number that ends with the window may go on.
                Some(Ok(_)) if values.byte_offset() < text.len() || self.window.is_last() => {
                    return Ok(values.byte_offset());
                }
                Some(Err(error)) if !error.is_eof() || self.window.is_last() => {
                    let reading = self.reading(text);
                    let refused = reading.whole(Tree::passed(&reading));
                    return Err(refused.err().unwrap_or_else(|| reading.refusal(&error)));
                }
                None if self.window.is_last() => return Err(self.stray(Expected::Value)),
                _ => {}
            }
            if self.window.held() > self.budget.value_bytes {
                let bound = Fault::Beyond(Bound::Value, self.budget.value_bytes as u64);
                return Err(self.reading(text).refuse(bound));
            }
            self.window.grow()?;
        }
    }

    fn key(&mut self) -> Result<String, ExchangeError> {
        let budget = self.budget;
        self.value(|reading| {
            let key = reading.whole(super::Word)?;
            if key.len() > budget.text_bytes {
                return Err(reading.refuse(Fault::Beyond(Bound::Text, budget.text_bytes as u64)));
            }
            Ok(key.into_owned())
        })
    }

    fn open_with(&mut self, sign: u8) -> Result<(), ExchangeError> {
        if self.trail.len() >= self.budget.depth {
            let bound = Fault::Beyond(Bound::Depth, self.budget.depth as u64);
            return Err(self.reading("").refuse(bound));
        }
        self.sign(sign, Expected::Value)
    }

    fn sign(&mut self, sign: u8, expected: Expected) -> Result<(), ExchangeError> {
        if self.peek()? != Some(sign) {
            return Err(self.stray(expected));
        }
        self.window.pass(1);
        Ok(())
    }

    /// Tells whether the list or object ends here; else a comma does.
    fn ends_with(&mut self, sign: u8) -> Result<bool, ExchangeError> {
        let next = self.peek()?;
        if next != Some(sign) && next != Some(b',') {
            return Err(self.stray(Expected::CommaOrEnd));
        }
        self.window.pass(1);
        Ok(next == Some(sign))
    }

    fn stray(&self, expected: Expected) -> ExchangeError {
        ExchangeError::Malformed {
            file: self.window.file().to_owned(),
            at: self.window.place().pointing(pointer(&self.trail)),
            found: self
                .window
                .text()
                .chars()
                .next()
                .map_or(Found::End, Found::Character),
            expected,
        }
    }
}
