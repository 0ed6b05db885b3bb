//! A person as others write their name.

use crate::domain::juror::Juror;
use crate::domain::text::{folded, tokens};
use std::ops::Range;

/// What is written before a last name that stands alone, folded.
const CIVILITIES: [&str; 16] = [
    "dr",
    "docteur",
    "madame",
    "mademoiselle",
    "maitre",
    "mlle",
    "mme",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "m",
    "pr",
    "professeur",
    "miss",
    "mister",
];

/// A name, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    given: Vec<String>,
    family: Vec<String>,
    email: Option<String>,
}

type Token = (Range<usize>, String);

impl Person {
    /// Reads a juror's name. Words in capitals are the last name; else what stands before a comma; else all but the first
    /// word.
    pub fn of(juror: &Juror) -> Self {
        let name = juror.name.as_str();
        let is_loud = |word: &&str| {
            word.chars().count() > 1 && *word == word.to_uppercase() && *word != word.to_lowercase()
        };
        let words = name.split_whitespace().filter(|word| !is_civility(word));
        let words: Vec<&str> = words.collect();
        let (loud, quiet): (Vec<&str>, Vec<&str>) = words.iter().copied().partition(is_loud);
        let (given, family) = match name.split_once(',') {
            Some((family, given)) => (vec![given], vec![family]),
            None if !loud.is_empty() && !quiet.is_empty() => (quiet, loud),
            None => match words.split_first() {
                Some((first, rest)) => (vec![*first], rest.to_vec()),
                None => (Vec::new(), Vec::new()),
            },
        };
        let email = juror.email.as_deref().map(folded);
        Self {
            given: plain(&given),
            family: plain(&family),
            email: email.filter(|email| email.contains('@')),
        }
    }

    /// Returns what a text that names the person holds, folded: one of these at least.
    pub fn traces(&self) -> Vec<String> {
        let longest = self.family.iter().max_by_key(|word| word.len()).cloned();
        longest.into_iter().chain(self.email.clone()).collect()
    }

    /// Finds where a text names the person: both names, in either order, as whole words; the last name after a civility or
    /// beside the initial; the e-mail address. A last name alone names nobody.
    pub fn named_in(&self, text: &str) -> Option<Range<usize>> {
        let plain = folded(text);
        if !self.traces().iter().any(|trace| plain.contains(trace)) {
            return None;
        }
        let words = tokens(text);
        self.by_email(text)
            .or_else(|| self.in_full(text, &words))
            .or_else(|| self.by_family(text, &words))
    }

    /// Tells whether the first name alone is in one cell of a row and the last name alone in another.
    pub fn is_split_over(&self, cells: &[&str]) -> bool {
        let holds = |words: &[String]| {
            let at = cells.iter().position(|cell| bare(cell).eq(words));
            at.filter(|_| !words.is_empty())
        };
        match (holds(&self.given), holds(&self.family)) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        }
    }

    fn in_full(&self, text: &str, words: &[Token]) -> Option<Range<usize>> {
        if self.given.is_empty() || self.family.is_empty() {
            return None;
        }
        let orders = [[&self.given, &self.family], [&self.family, &self.given]];
        orders.iter().find_map(|order| {
            let wanted: Vec<&String> = order.iter().flat_map(|part| part.iter()).collect();
            words.windows(wanted.len()).find_map(|row| {
                let same = row.iter().zip(&wanted).all(|((_, word), of)| word == *of);
                span(row).filter(|at| same && !is_tied_before(text, at.start))
            })
        })
    }

    /// The last name beside a civility or an initial.
    fn by_family(&self, text: &str, words: &[Token]) -> Option<Range<usize>> {
        let count = self.family.len();
        if count == 0 {
            return None;
        }
        words.windows(count).enumerate().find_map(|(place, row)| {
            let at = span(row)?;
            let same = row.iter().zip(&self.family).all(|((_, word), of)| word == of);
            if !same || is_tied_before(text, at.start) || is_tied_after(text, at.end) {
                return None;
            }
            let before = place.checked_sub(1).and_then(|place| words.get(place));
            if let Some((civil, word)) = before
                && (CIVILITIES.contains(&word.as_str()) && is_title(text, civil, at.start)
                    || self.is_initial(text, civil))
            {
                return Some(self.first_initial(text, words, place).unwrap_or(civil.start)..at.end);
            }
            let (after, _) = words.get(place + count)?;
            self.is_initial(text, after).then_some(at.start..after.end + 1)
        })
    }

    /// Of `J.-P. Martin` the `P.` stands before the name, and the first initial before that.
    fn first_initial(&self, text: &str, words: &[Token], place: usize) -> Option<usize> {
        let (before, _) = words.get(place.checked_sub(2)?)?;
        let (near, _) = words.get(place.checked_sub(1)?)?;
        let is_double = self.given.len() > 1 && text.get(before.end..near.start)? == ".-";
        is_double.then_some(before.start)
    }

    /// Tells whether a word is an initial of the first name: a capital with a point after it.
    fn is_initial(&self, text: &str, at: &Range<usize>) -> bool {
        let capital = text.get(at.clone()).unwrap_or_default();
        let has_point = text.get(at.end..).is_some_and(|rest| rest.starts_with('.'));
        let is_one = capital.chars().count() == 1 && capital.chars().all(char::is_uppercase);
        let letter = folded(capital);
        is_one && has_point && self.given.iter().any(|word| word.starts_with(&letter))
    }

    fn by_email(&self, text: &str) -> Option<Range<usize>> {
        let email = self.email.as_ref()?;
        let part = |c: char| c.is_alphanumeric() || "._%+-@".contains(c);
        // Addresses are cut out of the text, since folding may move the bytes of what stands before.
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (start, part(c)) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    let word = text.get(from..at).unwrap_or_default().trim_end_matches('.');
                    if folded(word) == *email {
                        return Some(from..from + word.len());
                    }
                    start = None;
                }
                _ => {}
            }
        }
        None
    }
}

fn is_civility(word: &str) -> bool {
    bare(word)
        .first()
        .is_some_and(|word| CIVILITIES.contains(&word.as_str()))
        && bare(word).len() == 1
}

/// Tells whether a civility is one: nothing but a point and spaces between it and the name, and `M` with a capital.
fn is_title(text: &str, at: &Range<usize>, name: usize) -> bool {
    let between = text.get(at.end..name).unwrap_or_default();
    let is_near = between.chars().all(|c| c == '.' || c.is_whitespace()) && !between.is_empty();
    let is_loud = text
        .get(at.clone())
        .unwrap_or_default()
        .starts_with(char::is_uppercase);
    is_near && (is_loud || at.len() > 2)
}

fn is_tied_before(text: &str, at: usize) -> bool {
    text.get(..at)
        .is_some_and(|before| before.ends_with(['-', '‐', '‑']))
}

fn is_tied_after(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|after| after.starts_with(['-', '‐', '‑']))
}

fn span(row: &[Token]) -> Option<Range<usize>> {
    Some(row.first()?.0.start..row.last()?.0.end)
}

fn bare(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|(_, word)| word).collect()
}

fn plain(parts: &[&str]) -> Vec<String> {
    parts.iter().flat_map(|part| bare(part)).collect()
}
