//! Last edition's level and answers, a row a candidate who has one.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::former::Former;
use crate::domain::ids::DossierId;
use rusqlite::{OptionalExtension as _, params};

impl Store {
    /// Keeps a candidate's last edition, in place of the one that was there.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_former(&self, dossier: &DossierId, former: &Former) -> Result<(), StoreError> {
        let json = serde_json::to_string(former).unwrap_or_default();
        let sum = checksum::of("former", &[dossier.as_str().into(), (&json).into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO former (dossier, json, sum) VALUES (?1, ?2, ?3)
                 ON CONFLICT (dossier) DO UPDATE SET json = ?2, sum = ?3",
            )?
            .execute(params![dossier.as_str(), json, sum])?;
        Ok(())
    }

    /// Forgets a candidate's last edition.
    ///
    /// # Errors
    /// SQLite's.
    pub fn drop_former(&self, dossier: &DossierId) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM former WHERE dossier = ?1")?
            .execute([dossier.as_str()])?;
        Ok(())
    }

    /// Forgets every candidate's.
    ///
    /// # Errors
    /// SQLite's.
    pub fn drop_formers(&self) -> Result<(), StoreError> {
        self.conn.execute("DELETE FROM former", [])?;
        Ok(())
    }

    /// Returns a candidate's last edition, where it is known.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn former(&self, dossier: &DossierId) -> Result<Option<Former>, StoreError> {
        let row: Option<(String, Vec<u8>)> = self
            .conn
            .prepare_cached("SELECT json, sum FROM former WHERE dossier = ?1")?
            .query_row([dossier.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((json, sum)) = row else {
            return Ok(None);
        };
        let fields = [dossier.as_str().into(), (&json).into()];
        checksum::check("former", dossier.as_str(), &fields, &sum)?;
        let former = serde_json::from_str(&json).map_err(|_| StoreError::Damaged {
            table: "former",
            row: dossier.to_string(),
        })?;
        Ok(Some(former))
    }
}
