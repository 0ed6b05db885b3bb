//! Suggested conflicts of interest that the coordinator dismissed, and the taking back of what was declared.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::ids::{DossierId, JurorId};
use rusqlite::params;
use std::collections::BTreeSet;

impl Store {
    /// Notes that a juror has no conflict of interest on a dossier, whatever suggests one; the first time stands.
    ///
    /// # Errors
    /// SQLite's.
    pub fn dismiss_conflict(&self, juror: &JurorId, dossier: &DossierId, at: &str) -> Result<(), StoreError> {
        let (j, d) = (juror.as_str(), dossier.as_str());
        let sum = checksum::of("no_conflict", &[j.into(), d.into(), at.into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO no_conflict (juror, dossier, at, sum) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            )?
            .execute(params![j, d, at, sum])?;
        Ok(())
    }

    /// Returns the dismissals.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn dismissed_conflicts(&self) -> Result<BTreeSet<(JurorId, DossierId)>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT juror, dossier, at, sum FROM no_conflict")?;
        let mut rows = rows.query([])?;
        let mut dismissed = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let (juror, dossier): (String, String) = (row.get(0)?, row.get(1)?);
            let (at, sum): (String, Vec<u8>) = (row.get(2)?, row.get(3)?);
            let fields = [(&juror).into(), (&dossier).into(), (&at).into()];
            checksum::check("no_conflict", &juror, &fields, &sum)?;
            dismissed.insert((JurorId::new(juror), DossierId::new(dossier)));
        }
        Ok(dismissed)
    }

    /// Takes a declared conflict of interest back; tells whether there was one.
    ///
    /// # Errors
    /// SQLite's.
    pub fn remove_conflict(&self, juror: &JurorId, dossier: &DossierId) -> Result<bool, StoreError> {
        let sql = "DELETE FROM conflict WHERE juror = ?1 AND dossier = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.execute([juror.as_str(), dossier.as_str()])? > 0)
    }

    /// Takes a dismissal back; tells whether there was one.
    ///
    /// # Errors
    /// SQLite's.
    pub fn remove_dismissal(&self, juror: &JurorId, dossier: &DossierId) -> Result<bool, StoreError> {
        let sql = "DELETE FROM no_conflict WHERE juror = ?1 AND dossier = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.execute([juror.as_str(), dossier.as_str()])? > 0)
    }
}
