//! Which dossiers hold which pieces of evidence, and which of those were read and made findable there. All of it follows
//! from the dossiers and can be made anew.

use super::Store;
use super::error::StoreError;
use crate::domain::dossier::Dossier;
use crate::domain::ids::{Digest, DossierId};
use rusqlite::params;

impl Store {
    /// Notes the pieces of a dossier; those that it held before keep what is known of them.
    pub(super) fn note_pieces(&self, dossier: &Dossier) -> Result<(), StoreError> {
        let digests = || dossier.evidence.iter().filter_map(|piece| piece.sha256.as_ref());
        let fresh = !self
            .conn
            .prepare_cached("SELECT 1 FROM piece WHERE dossier = ?1")?
            .exists([dossier.id.as_str()])?;
        if fresh && digests().next().is_none() {
            return Ok(());
        }
        let held = serde_json::to_string(&digests().map(Digest::hex).collect::<Vec<_>>()).unwrap_or_default();
        self.conn
            .prepare_cached(
                "DELETE FROM piece WHERE dossier = ?1 AND sha256 NOT IN (SELECT value FROM json_each(?2))",
            )?
            .execute(params![dossier.id.as_str(), held])?;
        let mut insert = self.conn.prepare_cached(
            "INSERT INTO piece (dossier, sha256, read) VALUES (?1, ?2, 0) ON CONFLICT DO NOTHING",
        )?;
        for digest in digests() {
            insert.execute(params![dossier.id.as_str(), digest.hex()])?;
        }
        Ok(())
    }

    /// Notes that a piece was read and can be found in a dossier.
    ///
    /// # Errors
    /// SQLite's.
    pub fn note_read(&self, dossier: &DossierId, digest: &Digest) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE piece SET read = 1 WHERE dossier = ?1 AND sha256 = ?2")?
            .execute(params![dossier.as_str(), digest.hex()])?;
        Ok(())
    }

    /// Returns the first pieces whose bytes are here and that were not read yet, in the order of the list.
    ///
    /// # Errors
    /// A damaged digest, or SQLite's.
    pub fn unread(&self, most: usize) -> Result<Vec<(DossierId, Digest)>, StoreError> {
        let mut rows = self.conn.prepare_cached(
            "SELECT p.dossier, p.sha256 FROM piece p JOIN dossier d ON d.id = p.dossier
             JOIN evidence e ON e.sha256 = p.sha256
             WHERE p.read = 0 ORDER BY length(d.number), d.number, p.sha256 LIMIT ?1",
        )?;
        let mut rows = rows.query([i64::try_from(most).unwrap_or(i64::MAX)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (dossier, hex): (String, String) = (row.get(0)?, row.get(1)?);
            let digest = Digest::parse(&hex).ok_or_else(|| StoreError::Damaged {
                table: "piece",
                row: hex,
            })?;
            found.push((DossierId::new(dossier), digest));
        }
        Ok(found)
    }
}
