//! The journal's entries.

use super::Store;
use super::error::StoreError;
use crate::domain::ids::Digest;
use crate::ledger::journal::Entry;
use rusqlite::{OptionalExtension as _, Row, params};

impl Store {
    /// Appends an entry that was made to follow [`Store::journal_head`].
    ///
    /// # Errors
    /// SQLite's.
    pub fn append_entry(&self, entry: &Entry) -> Result<(), StoreError> {
        let seq = i64::try_from(entry.seq).unwrap_or(i64::MAX);
        self.conn
            .prepare_cached(
                "INSERT INTO journal (seq, at, kind, payload, prev, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                seq,
                entry.at,
                entry.kind,
                entry.payload,
                entry.prev.hex(),
                entry.digest.hex()
            ])?;
        Ok(())
    }

    /// Returns the last entry.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn journal_head(&self) -> Result<Option<Entry>, StoreError> {
        self.conn
            .prepare_cached(
                "SELECT seq, at, kind, payload, prev, digest FROM journal ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([], |row| Ok(read(row)))
            .optional()?
            .transpose()
    }

    /// Returns the last entry of a kind.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn last_of(&self, kind: &str) -> Result<Option<Entry>, StoreError> {
        self.conn
            .prepare_cached(
                "SELECT seq, at, kind, payload, prev, digest FROM journal WHERE kind = ?1 ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([kind], |row| Ok(read(row)))
            .optional()?
            .transpose()
    }

    /// Returns the place of the last entry of any other kind than these; looks at no more entries than that.
    ///
    /// # Errors
    /// SQLite's.
    pub fn last_place_but(&self, kinds: &[&str]) -> Result<Option<u64>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT seq, kind FROM journal ORDER BY seq DESC")?;
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            let (seq, kind): (i64, String) = (row.get(0)?, row.get(1)?);
            if !kinds.contains(&kind.as_str()) {
                return Ok(u64::try_from(seq).ok());
            }
        }
        Ok(None)
    }

    /// Returns the whole journal, oldest first.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn journal(&self) -> Result<Vec<Entry>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT seq, at, kind, payload, prev, digest FROM journal ORDER BY seq")?;
        let mut rows = rows.query([])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(read(row)?);
        }
        Ok(entries)
    }
}

fn read(row: &Row<'_>) -> Result<Entry, StoreError> {
    let seq: i64 = row.get(0)?;
    let (prev, digest): (String, String) = (row.get(4)?, row.get(5)?);
    let (prev, digest) = Digest::parse(&prev)
        .zip(Digest::parse(&digest))
        .ok_or(StoreError::Damaged {
            table: "journal",
            row: seq.to_string(),
        })?;
    Ok(Entry {
        seq: u64::try_from(seq).unwrap_or(0),
        at: row.get(1)?,
        kind: row.get(2)?,
        payload: row.get(3)?,
        prev,
        digest,
    })
}
