//! Full-text search over answers, comments and the text of evidence (SQLite FTS5).

use super::Store;
use super::error::StoreError;
use crate::domain::ids::DossierId;
use crate::domain::text::folded;
use rusqlite::{OptionalExtension as _, Row, params, params_from_iter};

/// The place of a dossier's answers, all of them together.
const ANSWERS: &str = "";

/// What a passage is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// The answers. Of one, the place is the form's identifier of the question; of all of a dossier together it is empty,
    /// and so is the text.
    Answer,
    /// A page of evidence; its place is the digest, `#`, and the page from 0.
    Evidence,
    /// What the juror wrote on a criterion; its place is the criterion.
    Remark,
}

impl PassageKind {
    fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Evidence => "evidence",
            Self::Remark => "remark",
        }
    }

    fn of(name: &str) -> Self {
        match name {
            "evidence" => Self::Evidence,
            "remark" => Self::Remark,
            _ => Self::Answer,
        }
    }
}

/// A passage that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The dossier.
    pub dossier: DossierId,
    /// What it is part of.
    pub kind: PassageKind,
    /// Where in it.
    pub place: String,
    /// All of its text.
    pub text: String,
}

impl Store {
    /// Replaces a place's passage; an empty text takes it out.
    ///
    /// # Errors
    /// SQLite's.
    pub fn index(
        &self,
        dossier: &DossierId,
        kind: PassageKind,
        place: &str,
        text: &str,
    ) -> Result<(), StoreError> {
        self.unindex(dossier, kind, place)?;
        self.add_folded(dossier, kind, place, text, &folded(text))
    }

    /// Makes a dossier's answers findable, in place of those that were: all of them as one passage, folded, since the
    /// answers themselves stand in the dossier.
    ///
    /// # Errors
    /// SQLite's.
    pub fn index_answers(&self, dossier: &DossierId, folded: &str) -> Result<(), StoreError> {
        self.unindex(dossier, PassageKind::Answer, ANSWERS)?;
        self.index_new_answers(dossier, folded)
    }

    /// Makes the answers of a dossier findable that was not here before.
    ///
    /// # Errors
    /// SQLite's.
    pub fn index_new_answers(&self, dossier: &DossierId, folded: &str) -> Result<(), StoreError> {
        self.add_folded(dossier, PassageKind::Answer, ANSWERS, "", folded)
    }

    fn unindex(&self, dossier: &DossierId, kind: PassageKind, place: &str) -> Result<(), StoreError> {
        let known: Option<i64> = self
            .conn
            .prepare_cached("SELECT id FROM passage WHERE dossier = ?1 AND kind = ?2 AND place = ?3")?
            .query_row(params![dossier.as_str(), kind.name(), place], |row| row.get(0))
            .optional()?;
        if let Some(id) = known {
            self.conn
                .prepare_cached("DELETE FROM passage_index WHERE rowid = ?1")?
                .execute([id])?;
            self.conn
                .prepare_cached("DELETE FROM passage WHERE id = ?1")?
                .execute([id])?;
        }
        Ok(())
    }

    fn add_folded(
        &self,
        dossier: &DossierId,
        kind: PassageKind,
        place: &str,
        text: &str,
        folded: &str,
    ) -> Result<(), StoreError> {
        if folded.is_empty() {
            return Ok(());
        }
        self.conn
            .prepare_cached("INSERT INTO passage (dossier, kind, place, text) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![dossier.as_str(), kind.name(), place, text])?;
        let id = self.conn.last_insert_rowid();
        self.conn
            .prepare_cached("INSERT INTO passage_index (rowid, folded) VALUES (?1, ?2)")?
            .execute(params![id, folded])?;
        Ok(())
    }

    /// Finds the passages that hold every word (by its start) and every phrase between quotation marks, the closest first,
    /// and hands them over until `take` wants no more. Of a dossier's answers it is told only that they, or the questions
    /// of the forms with them, hold all of it together; those for which questions are needed come last.
    ///
    /// # Errors
    /// SQLite's, or what `take` returns.
    pub fn search<E: From<StoreError>>(
        &self,
        words: &str,
        mut take: impl FnMut(Passage) -> Result<bool, E>,
    ) -> Result<(), E> {
        let terms = terms(words);
        if terms.is_empty() {
            return Ok(());
        }
        let all = query(&terms);
        let mut unasked = Vec::with_capacity(terms.len());
        for term in &terms {
            if !self.asks(term)? {
                unasked.push(term.as_str());
            }
        }
        let more = self.each_found(WHOLE, &[&all], &mut take)?;
        if !more || unasked.len() == terms.len() {
            return Ok(());
        }
        if unasked.is_empty() {
            self.each_found(ANY, &[&all], &mut take)?;
        } else {
            self.each_found(REST, &[&all, &query(&unasked)], &mut take)?;
        }
        Ok(())
    }

    /// Hands over what a statement finds, and tells whether more is wanted.
    fn each_found<E: From<StoreError>>(
        &self,
        sql: &str,
        queries: &[&str],
        take: &mut impl FnMut(Passage) -> Result<bool, E>,
    ) -> Result<bool, E> {
        let mut statement = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement
            .query(params_from_iter(queries))
            .map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            if !take(passage(row).map_err(StoreError::from)?)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Passages that hold all terms.
const WHOLE: &str =
    "SELECT p.dossier, p.kind, p.place, p.text FROM passage_index i JOIN passage p ON p.id = i.rowid
     WHERE passage_index MATCH ?1 ORDER BY i.rank, p.id";
/// Answers that hold the terms that no question holds, but not all of them.
const REST: &str =
    "SELECT p.dossier, p.kind, p.place, p.text FROM passage_index i JOIN passage p ON p.id = i.rowid
     WHERE passage_index MATCH ?2 AND p.kind = 'answer'
       AND p.id NOT IN (SELECT rowid FROM passage_index WHERE passage_index MATCH ?1) ORDER BY i.rank, p.id";
/// Answers that do not hold all terms.
const ANY: &str = "SELECT dossier, kind, place, text FROM passage
     WHERE kind = 'answer' AND id NOT IN (SELECT rowid FROM passage_index WHERE passage_index MATCH ?1) ORDER BY id";

fn passage(row: &Row<'_>) -> rusqlite::Result<Passage> {
    Ok(Passage {
        dossier: DossierId::new(row.get::<_, String>(0)?),
        kind: PassageKind::of(&row.get::<_, String>(1)?),
        place: row.get(2)?,
        text: row.get(3)?,
    })
}

impl Store {
    /// Looks at every page of evidence that holds the words, one by one, in no order.
    ///
    /// # Errors
    /// SQLite's, or those of `look`.
    pub fn each_page_with<E: From<StoreError>>(
        &self,
        words: &str,
        mut look: impl FnMut(&DossierId, &str, &str) -> Result<(), E>,
    ) -> Result<(), E> {
        let query = query(&terms(words));
        if query.is_empty() {
            return Ok(());
        }
        let sql = "SELECT p.dossier, p.place, p.text FROM passage_index i JOIN passage p ON p.id = i.rowid
             WHERE passage_index MATCH ?1 AND p.kind = 'evidence' ORDER BY p.id";
        let mut statement = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement.query([query]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let column = |at| row.get::<_, String>(at).map_err(StoreError::from);
            look(&DossierId::new(column(0)?), &column(1)?, &column(2)?)?;
        }
        Ok(())
    }
}

/// Splits what was typed into terms: words, and phrases between quotation marks of any shape.
pub fn terms(typed: &str) -> Vec<String> {
    let folded = folded(&typed.replace(['«', '»', '“', '”'], "\""));
    let parts = folded.split('"').enumerate();
    let terms = parts.flat_map(|(i, part)| -> Vec<String> {
        if i % 2 == 1 {
            vec![part.trim().to_owned()]
        } else {
            part.split_whitespace().map(str::to_owned).collect()
        }
    });
    terms
        .filter(|term| term.chars().any(char::is_alphanumeric))
        .collect()
}

/// Writes the terms in FTS5's language.
fn query(terms: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = terms.iter().map(|term| quoted(term.as_ref())).collect();
    quoted.join(" ")
}

/// Writes a term in FTS5's language: a quoted string, so that no character of it is an operator, and a prefix.
pub(super) fn quoted(term: &str) -> String {
    format!("\"{term}\"*")
}

#[cfg(test)]
mod tests;
