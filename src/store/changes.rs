//! Answers that changed after the juror scored, until they looked.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::ids::DossierId;
use rusqlite::params;
use std::collections::BTreeMap;

impl Store {
    /// Notes that an answer changed; the oldest text that was not looked at stays.
    ///
    /// # Errors
    /// SQLite's.
    pub fn add_change(
        &self,
        dossier: &DossierId,
        champ: &str,
        before: &str,
        at: &str,
    ) -> Result<(), StoreError> {
        let d = dossier.as_str();
        let sum = checksum::of("change", &[d.into(), champ.into(), before.into(), at.into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO change (dossier, champ, before, at, sum) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
            )?
            .execute(params![d, champ, before, at, sum])?;
        Ok(())
    }

    /// Returns what changed in a dossier: by question, what the answer said before.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn changes(&self, dossier: &DossierId) -> Result<BTreeMap<String, String>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT champ, before, at, sum FROM change WHERE dossier = ?1")?;
        let mut rows = rows.query([dossier.as_str()])?;
        let mut changes = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (champ, before, at): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let sum: Vec<u8> = row.get(3)?;
            let fields = [
                dossier.as_str().into(),
                (&champ).into(),
                (&before).into(),
                (&at).into(),
            ];
            checksum::check("change", dossier.as_str(), &fields, &sum)?;
            changes.insert(champ, before);
        }
        Ok(changes)
    }

    /// Forgets a change that was looked at.
    ///
    /// # Errors
    /// SQLite's.
    pub fn looked_at(&self, dossier: &DossierId, champ: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM change WHERE dossier = ?1 AND champ = ?2")?
            .execute(params![dossier.as_str(), champ])?;
        Ok(())
    }
}
