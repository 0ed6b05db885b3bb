//! The questions of the intake forms, found by their words: each is indexed once, whatever the number of dossiers that
//! answer it. One that nobody answers any more may stay: it finds answers, and those tell what they hold.

use super::Store;
use super::error::StoreError;
use super::search::quoted;
use crate::domain::text::folded;

impl Store {
    /// Makes a question findable.
    ///
    /// # Errors
    /// SQLite's.
    pub fn index_question(&self, label: &str) -> Result<(), StoreError> {
        let folded = folded(label);
        let added = self
            .conn
            .prepare_cached("INSERT INTO question (folded) VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([&folded])?;
        if added > 0 {
            self.conn
                .prepare_cached("INSERT INTO question_index (rowid, folded) VALUES (?1, ?2)")?
                .execute((self.conn.last_insert_rowid(), &folded))?;
        }
        Ok(())
    }

    /// Tells whether a question holds a term.
    pub(super) fn asks(&self, term: &str) -> Result<bool, StoreError> {
        Ok(self
            .conn
            .prepare_cached("SELECT 1 FROM question_index WHERE question_index MATCH ?1")?
            .exists([quoted(term)])?)
    }
}
