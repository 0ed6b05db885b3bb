//! What evidence was read to say, kept by digest so that a file is read once.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::evidence::Reading;
use crate::domain::ids::Digest;
use rusqlite::{OptionalExtension as _, params};

impl Store {
    /// Keeps a reading.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_reading(&self, digest: &Digest, reading: &Reading) -> Result<(), StoreError> {
        let json = serde_json::to_string(reading).unwrap_or_default();
        let sum = checksum::of("reading", &[digest.hex().into(), (&json).into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO reading (sha256, json, sum) VALUES (?1, ?2, ?3)
                 ON CONFLICT (sha256) DO UPDATE SET json = ?2, sum = ?3",
            )?
            .execute(params![digest.hex(), json, sum])?;
        Ok(())
    }

    /// Returns a reading; a damaged one is none, since the file can be read again.
    ///
    /// # Errors
    /// SQLite's.
    pub fn reading(&self, digest: &Digest) -> Result<Option<Reading>, StoreError> {
        let row: Option<(String, Vec<u8>)> = self
            .conn
            .prepare_cached("SELECT json, sum FROM reading WHERE sha256 = ?1")?
            .query_row([digest.hex()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        Ok(row.and_then(|(json, sum)| {
            let fields = [digest.hex().into(), (&json).into()];
            checksum::check("reading", digest.hex(), &fields, &sum).ok()?;
            serde_json::from_str(&json).ok()
        }))
    }
}
