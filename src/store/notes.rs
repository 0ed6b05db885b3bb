//! Private notes: they never leave this store.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::score::Note;
use rusqlite::params;
use std::collections::BTreeMap;

impl Store {
    /// Keeps a private note on a dossier's criterion.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_note(
        &self,
        dossier: &DossierId,
        criterion: &CriterionCode,
        note: &Note,
    ) -> Result<(), StoreError> {
        let (d, c) = (dossier.as_str(), criterion.as_str());
        let sum = checksum::of("note", &[d.into(), c.into(), (&note.0).into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO note (dossier, criterion, text, sum) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (dossier, criterion) DO UPDATE SET text = ?3, sum = ?4",
            )?
            .execute(params![d, c, note.0, sum])?;
        Ok(())
    }

    /// Returns the private notes on a dossier.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn notes(&self, dossier: &DossierId) -> Result<BTreeMap<CriterionCode, Note>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT criterion, text, sum FROM note WHERE dossier = ?1")?;
        let mut rows = rows.query([dossier.as_str()])?;
        let mut notes = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (criterion, text, sum): (String, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let fields = [dossier.as_str().into(), (&criterion).into(), (&text).into()];
            checksum::check("note", dossier.as_str(), &fields, &sum)?;
            if !text.is_empty() {
                notes.insert(CriterionCode::new(criterion), Note(text));
            }
        }
        Ok(notes)
    }
}
