//! Dossiers on which the juror wants no recusal suggested any more.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::ids::DossierId;
use rusqlite::{OptionalExtension as _, params};

impl Store {
    /// Notes that a suggestion was dismissed; the first time stands.
    ///
    /// # Errors
    /// SQLite's.
    pub fn dismiss(&self, dossier: &DossierId, at: &str) -> Result<(), StoreError> {
        let sum = checksum::of("dismissal", &[dossier.as_str().into(), at.into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO dismissal (dossier, at, sum) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute(params![dossier.as_str(), at, sum])?;
        Ok(())
    }

    /// Tells whether the suggestion on a dossier was dismissed.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn is_dismissed(&self, dossier: &DossierId) -> Result<bool, StoreError> {
        let row: Option<(String, Vec<u8>)> = self
            .conn
            .prepare_cached("SELECT at, sum FROM dismissal WHERE dossier = ?1")?
            .query_row([dossier.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((at, sum)) = row else { return Ok(false) };
        let fields = [dossier.as_str().into(), (&at).into()];
        checksum::check("dismissal", dossier.as_str(), &fields, &sum)?;
        Ok(true)
    }
}
