//! JSON from outside, read strictly and once: UTF-8 alone, no duplicate key, bounded depth and sizes, numbers kept as
//! they were written where digits matter. What nobody asked for is checked like the rest and never kept.

use super::budget::Budget;
use super::error::{Bound, ExchangeError, Expected};
use super::place::{self, Place, Step};
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashSet;

pub(super) mod encoding;
mod locate;
mod node;
mod refusal;
mod stream;
mod tree;
mod window;

pub use encoding::text_of;
pub use node::{Node, Shape};
pub use stream::Stream;
pub use tree::{Tree, Word};

/// Which members of objects a reading keeps.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Tells whether a member of that name is kept.
    pub keep: fn(&str) -> bool,
    /// Tells whether a number under that name keeps its digits as written.
    pub verbatim: fn(&str) -> bool,
}

/// What ends a reading early, beside a syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A key that stands twice.
    Duplicate(String),
    /// A bound that is passed.
    Beyond(Bound, u64),
    /// A value of another type than the one meant.
    Type(Expected),
    /// A text whose escapes stand for no character.
    Escape,
    /// A well-formed value that is not what the format says.
    Shape(Shape),
    /// A refusal made whole elsewhere.
    Whole(ExchangeError),
}

/// One reading of one document: where it stands, what it met.
#[derive(Debug)]
pub struct Reading<'d> {
    file: &'d str,
    text: &'d str,
    budget: &'d Budget,
    rules: Rules,
    /// The steps from the document's root to the value being read.
    trail: RefCell<Vec<Step<'d>>>,
    /// How many of them lead to the text.
    prefix: usize,
    /// The first keys of each object that is being read, those of the innermost last.
    keys: RefCell<Vec<Cow<'d, str>>>,
    /// Where the text begins in the file.
    start: Place,
    fault: RefCell<Option<Fault>>,
    nuls: RefCell<Vec<String>>,
    kept: Cell<usize>,
    told: Cell<bool>,
}

impl<'d> Reading<'d> {
    /// Prepares to read a text.
    pub fn new(file: &'d str, text: &'d str, budget: &'d Budget, rules: Rules) -> Self {
        Self {
            file,
            text,
            budget,
            rules,
            trail: RefCell::default(),
            prefix: 0,
            keys: RefCell::default(),
            start: Place::default(),
            fault: RefCell::default(),
            nuls: RefCell::default(),
            kept: Cell::new(0),
            told: Cell::new(false),
        }
    }

    /// Reads the whole text, to its end.
    ///
    /// # Errors
    /// Anything that is not JSON, passes the budget, or that the seed refuses.
    pub fn whole<S: DeserializeSeed<'d>>(&self, seed: S) -> Result<S::Value, ExchangeError> {
        let mut input = serde_json::Deserializer::from_str(self.text);
        seed.deserialize(&mut input)
            .and_then(|value| input.end().map(|()| value))
            .map_err(|error| self.refusal(&error))
    }

    /// Reads a number, or a text that stands for one, as written; nothing where it is another value.
    ///
    /// # Errors
    /// Anything that is not JSON.
    pub fn digits(&self) -> Result<String, ExchangeError> {
        let text = self.text.trim_start();
        if text.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return Ok(text.to_owned());
        }
        Ok(match self.whole(Tree::kept(self))? {
            Node::Text(digits) => digits.into_owned(),
            _ => String::new(),
        })
    }

    /// Returns the file's name.
    pub fn file(&self) -> &'d str {
        self.file
    }

    /// Returns the pointer to the value being read.
    pub fn pointer(&self) -> String {
        place::pointer(self.trail.borrow().iter())
    }

    /// Returns where U+0000 became U+2400, the first place of each tree, and forgets it.
    pub fn take_nuls(&self) -> Vec<String> {
        self.nuls.take()
    }

    /// Ends the reading for a reason; the first reason stands.
    pub fn fail<E: serde::de::Error>(&self, fault: Fault) -> E {
        self.fault.borrow_mut().get_or_insert(fault);
        E::custom("refused")
    }

    /// Says what was meant where a value of another type ended the reading, unless something closer was said.
    pub fn blame<E>(&self, error: E, expected: Expected) -> E {
        self.fault.borrow_mut().get_or_insert(Fault::Type(expected));
        error
    }

    /// Walks an object's members, duplicates refused.
    pub fn members<A: MapAccess<'d>>(
        &self,
        mut map: A,
        mut each: impl FnMut(&Cow<'d, str>, &mut A) -> Result<(), A::Error>,
    ) -> Result<(), A::Error> {
        self.deeper()?;
        let mut seen = Keys::of(&self.keys);
        while let Some(key) = map.next_key_seed(Word)? {
            self.trail.borrow_mut().push(Step::Key(key.clone()));
            if seen.has(&key) {
                return Err(self.fail(Fault::Duplicate(key.into_owned())));
            }
            each(&key, &mut map)?;
            self.trail.borrow_mut().pop();
            seen.add(key);
        }
        seen.forget();
        Ok(())
    }

    /// Walks a list's elements; `each` returns nothing at the end.
    pub fn elements<A: SeqAccess<'d>>(
        &self,
        mut list: A,
        mut each: impl FnMut(&mut A) -> Result<Option<()>, A::Error>,
    ) -> Result<(), A::Error> {
        self.deeper()?;
        for index in 0.. {
            self.trail.borrow_mut().push(Step::Index(index));
            let more = each(&mut list)?;
            self.trail.borrow_mut().pop();
            if more.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// Starts a new tree, which may be as large as the last one was allowed to be.
    fn restart(&self) {
        self.kept.set(0);
        self.told.set(false);
    }

    fn count<E: serde::de::Error>(&self) -> Result<(), E> {
        self.kept.set(self.kept.get() + 1);
        self.within(Bound::Members, self.kept.get(), self.budget.members)
    }

    fn deeper<E: serde::de::Error>(&self) -> Result<(), E> {
        self.within(Bound::Depth, self.trail.borrow().len() + 1, self.budget.depth)
    }

    fn short<E: serde::de::Error>(&self, text: &str) -> Result<(), E> {
        self.within(Bound::Text, text.len(), self.budget.text_bytes)
    }

    fn within<E: serde::de::Error>(&self, bound: Bound, found: usize, limit: usize) -> Result<(), E> {
        if found <= limit {
            return Ok(());
        }
        Err(self.fail(Fault::Beyond(bound, limit as u64)))
    }

    fn clean(&self, text: Cow<'d, str>) -> Cow<'d, str> {
        if !text.contains('\0') {
            return text;
        }
        if !self.told.replace(true) {
            self.nuls.borrow_mut().push(self.pointer());
        }
        Cow::Owned(text.replace('\0', "\u{2400}"))
    }
}

/// The keys of one object. Few objects have more than a handful: comparing those is faster than hashing them, and all
/// objects of a reading keep them in one place.
struct Keys<'r, 'd> {
    few: &'r RefCell<Vec<Cow<'d, str>>>,
    from: usize,
    many: HashSet<Cow<'d, str>>,
}

impl<'r, 'd> Keys<'r, 'd> {
    const FEW: usize = 24;

    fn of(few: &'r RefCell<Vec<Cow<'d, str>>>) -> Self {
        Self {
            few,
            from: few.borrow().len(),
            many: HashSet::new(),
        }
    }

    fn has(&self, key: &str) -> bool {
        let few = self.few.borrow();
        let mut few = few.iter().skip(self.from);
        few.any(|known| known == key) || self.many.contains(key)
    }

    fn add(&mut self, key: Cow<'d, str>) {
        let mut few = self.few.borrow_mut();
        if few.len() - self.from < Self::FEW {
            few.push(key);
        } else {
            self.many.insert(key);
        }
    }

    /// Leaves the place to the object around this one.
    fn forget(self) {
        self.few.borrow_mut().truncate(self.from);
    }
}

#[cfg(test)]
mod tests;
