//! Where a dossier speaks of a juror, or comes from where the juror works: grounds to think of a conflict of interest.
//! Suggestions, never more: the coordinator accepts or dismisses each.

mod person;
#[cfg(test)]
mod tests;

pub use person::Person;

use super::dossier::{Answer, Dossier, Value};
use super::juror::resembles;
use super::saying::Saying;
use super::text::folded;
use std::ops::Range;

/// The longest passage that is quoted, in characters.
const EXCERPT: usize = 240;
/// Grounds that are told of a juror and a dossier at most.
pub const MOST_GROUNDS: usize = 5;

/// Why a conflict of interest is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An answer names the juror.
    Answer,
    /// A file's name names the juror.
    FileName,
    /// What a file says names the juror.
    Evidence,
    /// The juror's affiliation resembles the candidate's name.
    Affiliation,
    /// The juror's affiliation resembles the name of the candidate's commune.
    City,
}

impl Kind {
    /// Returns its word in machine output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::FileName => "file-name",
            Self::Evidence => "evidence",
            Self::Affiliation => "affiliation",
            Self::City => "city",
        }
    }
}

/// One ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// What it is.
    pub kind: Kind,
    /// Where: the question, the file's name; the affiliation that resembles.
    pub place: String,
    /// The page of a file, from 1.
    pub page: Option<usize>,
    /// What stands there, as its author wrote it.
    pub passage: String,
}

impl Ground {
    /// Says what it is and where.
    pub fn saying(&self) -> Saying {
        let id = match self.kind {
            Kind::Answer => "ground-answer",
            Kind::FileName => "ground-file-name",
            Kind::Evidence => "ground-evidence",
            Kind::Affiliation => "ground-affiliation",
            Kind::City => "ground-city",
        };
        Saying::new(id)
            .text("place", &self.place)
            .number("page", self.page.unwrap_or(1))
            .text("passage", &self.passage)
    }
}

/// Folds all that a dossier says, its evidence apart, so that most of a jury is ruled out by one look.
pub fn said(dossier: &Dossier) -> String {
    fn gather(answers: &[Answer], all: &mut String) {
        for answer in answers {
            all.push_str(&answer.text);
            all.push('\n');
            match &answer.value {
                Value::Rows(rows) => rows.iter().for_each(|row| gather(row, all)),
                Value::Choices(many) => all.push_str(&many.join("\n")),
                Value::Text
                | Value::Blank
                | Value::Bool(_)
                | Value::Integer(_)
                | Value::Decimal(_)
                | Value::Date(_)
                | Value::Datetime(_)
                | Value::Choice(_)
                | Value::Linked(..)
                | Value::Files(_)
                | Value::Place { .. }
                | Value::Dossier(_) => {}
            }
        }
    }
    let mut all = String::new();
    gather(&dossier.answers, &mut all);
    for piece in &dossier.evidence {
        all.push('\n');
        all.push_str(&piece.name);
    }
    folded(&all)
}

/// Finds the grounds that a dossier gives without its evidence being read, the strongest first; `said` is what
/// [`said`] makes of it.
pub fn grounds(person: &Person, affiliation: Option<&str>, dossier: &Dossier, said: &str) -> Vec<Ground> {
    let mut found = Vec::new();
    if person.traces().iter().any(|trace| said.contains(trace)) {
        of_answers(person, dossier, &mut found);
    }
    let own = affiliation.unwrap_or_default();
    let of_body = |kind, name: &str| Ground {
        kind,
        place: own.to_owned(),
        page: None,
        passage: name.to_owned(),
    };
    if resembles(own, &dossier.name) {
        found.push(of_body(Kind::Affiliation, &dossier.name));
    } else if let Some(city) = dossier
        .identity
        .city
        .as_deref()
        .filter(|city| resembles(own, city))
    {
        found.push(of_body(Kind::City, city));
    }
    found.truncate(MOST_GROUNDS);
    found
}

fn of_answers(person: &Person, dossier: &Dossier, found: &mut Vec<Ground>) {
    for answer in &dossier.answers {
        of_answer(person, answer, found);
    }
    for pair in dossier.answers.windows(2) {
        of_cells(person, pair, found);
    }
    for piece in &dossier.evidence {
        of_text(person, Kind::FileName, &piece.name, &piece.name, found);
    }
}

fn of_answer(person: &Person, answer: &Answer, found: &mut Vec<Ground>) {
    match &answer.value {
        Value::Rows(rows) => {
            for row in rows {
                let before = found.len();
                of_cells(person, row, found);
                if found.len() > before {
                    continue;
                }
                for cell in row {
                    of_answer(person, cell, found);
                }
            }
        }
        // The dossier's evidence has them all, by name.
        Value::Files(_) => {}
        Value::Choices(many) => of_text(person, Kind::Answer, &answer.label, &many.join("\n"), found),
        Value::Text
        | Value::Blank
        | Value::Bool(_)
        | Value::Integer(_)
        | Value::Decimal(_)
        | Value::Date(_)
        | Value::Datetime(_)
        | Value::Choice(_)
        | Value::Linked(..)
        | Value::Place { .. }
        | Value::Dossier(_) => of_text(person, Kind::Answer, &answer.label, &answer.text, found),
    }
}

/// A form may ask for the first name and the last name apart.
fn of_cells(person: &Person, cells: &[Answer], found: &mut Vec<Ground>) {
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    if let (true, Some(first)) = (person.is_split_over(&texts), cells.first()) {
        found.push(Ground {
            kind: Kind::Answer,
            place: first.label.clone(),
            page: None,
            passage: texts.join(" · "),
        });
    }
}

fn of_text(person: &Person, kind: Kind, place: &str, text: &str, found: &mut Vec<Ground>) {
    if let Some(at) = person.named_in(text) {
        found.push(Ground {
            kind,
            place: place.to_owned(),
            page: None,
            passage: excerpt(text, &at),
        });
    }
}

/// Tells whether a sentence ends with the character there: a point after a word, not after an initial or `M`.
fn ends_sentence(text: &str, at: usize) -> bool {
    let (before, rest) = (
        text.get(..at).unwrap_or_default(),
        text.get(at..).unwrap_or_default(),
    );
    let mut next = rest.chars();
    match next.next() {
        Some('\n' | '!' | '?') => true,
        Some('.') => {
            let word = before.chars().rev().take_while(|c| c.is_alphanumeric()).take(3);
            word.count() > 2 && next.next().is_none_or(char::is_whitespace)
        }
        _ => false,
    }
}

/// Returns the sentence in which something stands, cut to some characters around it.
pub fn excerpt(text: &str, at: &Range<usize>) -> String {
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    let stops = |part: &str, from: usize| -> Vec<usize> {
        let ends = part.char_indices().map(|(end, _)| from + end);
        ends.filter(|end| ends_sentence(text, *end)).collect()
    };
    let from = stops(before, 0).last().map_or(0, |end| end + 1);
    let to = stops(after, at.end).first().map_or(text.len(), |end| end + 1);
    let before = before.get(from..).unwrap_or_default();
    let named = text.get(at.clone()).unwrap_or_default();
    let after = text.get(at.end..to).unwrap_or_default();
    let room = EXCERPT.saturating_sub(named.chars().count());
    let skipped = before.chars().count().saturating_sub(room / 2);
    let kept: String = before.chars().skip(skipped).collect();
    let room = room.saturating_sub(kept.chars().count());
    let rest: String = after.chars().take(room).collect();
    let (open, close) = (
        if skipped > 0 { "…" } else { "" },
        if rest.len() < after.len() { "…" } else { "" },
    );
    format!("{open}{kept}{named}{rest}{close}").trim().to_owned()
}
