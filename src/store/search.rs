//! Full-text search over answers, comments and the text of evidence (SQLite FTS5).

use super::Store;
use super::error::StoreError;
use crate::domain::ids::DossierId;
use crate::domain::text::folded;
use rusqlite::params;

/// What a passage is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// An answer; its place is the form's identifier of the question.
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
        self.unindex(dossier, kind, Some(place))?;
        self.add_passage(dossier, kind, place, text)
    }

    /// Replaces all passages of a kind in a dossier: pairs of place and text.
    ///
    /// # Errors
    /// SQLite's.
    pub fn index_all<'a>(
        &self,
        dossier: &DossierId,
        kind: PassageKind,
        passages: impl Iterator<Item = (&'a str, String)>,
    ) -> Result<(), StoreError> {
        self.unindex(dossier, kind, None)?;
        for (place, text) in passages {
            self.add_passage(dossier, kind, place, &text)?;
        }
        Ok(())
    }

    fn unindex(&self, dossier: &DossierId, kind: PassageKind, place: Option<&str>) -> Result<(), StoreError> {
        let (d, k) = (dossier.as_str(), kind.name());
        let known = "SELECT id FROM passage WHERE dossier = ?1 AND kind = ?2 AND (?3 IS NULL OR place = ?3)";
        let from_index = format!("DELETE FROM passage_index WHERE rowid IN ({known})");
        self.conn
            .prepare_cached(&from_index)?
            .execute(params![d, k, place])?;
        let from_passages =
            "DELETE FROM passage WHERE dossier = ?1 AND kind = ?2 AND (?3 IS NULL OR place = ?3)";
        self.conn
            .prepare_cached(from_passages)?
            .execute(params![d, k, place])?;
        Ok(())
    }

    fn add_passage(
        &self,
        dossier: &DossierId,
        kind: PassageKind,
        place: &str,
        text: &str,
    ) -> Result<(), StoreError> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.conn
            .prepare_cached("INSERT INTO passage (dossier, kind, place, text) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![dossier.as_str(), kind.name(), place, text])?;
        let id = self.conn.last_insert_rowid();
        self.conn
            .prepare_cached("INSERT INTO passage_index (rowid, folded) VALUES (?1, ?2)")?
            .execute(params![id, folded(text)])?;
        Ok(())
    }

    /// Finds the passages that hold every word (by its start) and every phrase between quotation marks, the closest first.
    ///
    /// # Errors
    /// SQLite's.
    pub fn search(&self, words: &str, most: usize) -> Result<Vec<Passage>, StoreError> {
        let query = query(words);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT p.dossier, p.kind, p.place, p.text FROM passage_index i JOIN passage p ON p.id = i.rowid
             WHERE passage_index MATCH ?1 ORDER BY i.rank, p.id LIMIT ?2",
        )?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found = statement.query_map(params![query, most], |row| {
            Ok(Passage {
                dossier: DossierId::new(row.get::<_, String>(0)?),
                kind: PassageKind::of(&row.get::<_, String>(1)?),
                place: row.get(2)?,
                text: row.get(3)?,
            })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
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
        let query = query(words);
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

/// Writes the terms in FTS5's language: each a quoted string, so that no character of it is an operator, and a prefix.
fn query(typed: &str) -> String {
    let quoted: Vec<String> = terms(typed).iter().map(|term| format!("\"{term}\"*")).collect();
    quoted.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dossier::{Dossier, Identity, Standing};

    #[test]
    fn nothing_typed_is_an_operator() {
        assert_eq!(
            query("l'été AND (x) \"jeu de données\""),
            "\"l'ete\"* \"and\"* \"(x)\"* \"jeu de donnees\"*"
        );
        assert_eq!(query("« à l’œuvre »"), "\"a l'oeuvre\"*");
        assert_eq!(query(" ** \" "), "");
    }

    #[test]
    fn accents_case_ligatures_prefixes_and_phrases() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("s.sqlite")).unwrap();
        let id = DossierId::from("demarche-1");
        let dossier = Dossier {
            id: id.clone(),
            number: "1".into(),
            name: "X".into(),
            kind: "commune".into(),
            standing: Standing::Received,
            submitted_at: None,
            late: false,
            identity: Identity::default(),
            answers: Vec::new(),
            evidence: Vec::new(),
        };
        store.put_dossier(&dossier).unwrap();
        store
            .index(
                &id,
                PassageKind::Answer,
                "a",
                "Au cœur de l’été, les jeux de données",
            )
            .unwrap();
        let hits = |words: &str| store.search(words, 10).unwrap().len();
        for words in [
            "coeur",
            "CŒUR",
            "ete",
            "l'ete",
            "donn",
            "\"jeux de données\"",
            "jeux coeur",
        ] {
            assert_eq!(hits(words), 1, "{words}");
        }
        for words in [
            "\"données de jeux\"",
            "hiver",
            "coeur hiver",
            "",
            "\"",
            "NOT",
            "a*b OR",
        ] {
            assert_eq!(hits(words), 0, "{words}");
        }
        store.index(&id, PassageKind::Answer, "a", "").unwrap();
        assert_eq!(hits("coeur"), 0);
    }
}
