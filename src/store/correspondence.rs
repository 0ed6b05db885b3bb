//! What was written about dossiers on the platform, a row a dossier about which something was.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::correspondence::Correspondence;
use crate::domain::ids::DossierId;
use rusqlite::{OptionalExtension as _, params};

impl Store {
    /// Keeps what was written about a dossier, in place of what was known.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_correspondence(
        &self,
        dossier: &DossierId,
        correspondence: &Correspondence,
    ) -> Result<(), StoreError> {
        let json = serde_json::to_string(correspondence).unwrap_or_default();
        let sum = checksum::of("correspondence", &[dossier.as_str().into(), (&json).into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO correspondence (dossier, json, sum) VALUES (?1, ?2, ?3)
                 ON CONFLICT (dossier) DO UPDATE SET json = ?2, sum = ?3",
            )?
            .execute(params![dossier.as_str(), json, sum])?;
        Ok(())
    }

    /// Returns what was written about a dossier; nothing where nothing was.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn correspondence(&self, dossier: &DossierId) -> Result<Correspondence, StoreError> {
        let row: Option<(String, Vec<u8>)> = self
            .conn
            .prepare_cached("SELECT json, sum FROM correspondence WHERE dossier = ?1")?
            .query_row([dossier.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((json, sum)) = row else {
            return Ok(Correspondence::default());
        };
        let fields = [dossier.as_str().into(), (&json).into()];
        checksum::check("correspondence", dossier.as_str(), &fields, &sum)?;
        serde_json::from_str(&json).map_err(|_| StoreError::Damaged {
            table: "correspondence",
            row: dossier.to_string(),
        })
    }
}
