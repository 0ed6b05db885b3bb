//! The decision that stands on each dossier; the journal holds them all.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::decision::Decision;
use crate::domain::ids::DossierId;
use rusqlite::params;
use std::collections::BTreeMap;

impl Store {
    /// Writes the decision that stands, and the journal entry that holds it.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_decision(&self, decision: &Decision, seq: u64) -> Result<(), StoreError> {
        let json = serde_json::to_string(decision).unwrap_or_default();
        let seq = i64::try_from(seq).unwrap_or(i64::MAX);
        let dossier = decision.dossier.as_str();
        let sum = checksum::of("decision", &[dossier.into(), seq.into(), (&json).into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO decision (dossier, seq, json, sum) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (dossier) DO UPDATE SET seq = ?2, json = ?3, sum = ?4",
            )?
            .execute(params![dossier, seq, json, sum])?;
        Ok(())
    }

    /// Returns the decisions that stand.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn decisions(&self) -> Result<BTreeMap<DossierId, Decision>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT dossier, seq, json, sum FROM decision")?;
        let mut rows = rows.query([])?;
        let mut decisions = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (dossier, seq): (String, i64) = (row.get(0)?, row.get(1)?);
            let (json, sum): (String, Vec<u8>) = (row.get(2)?, row.get(3)?);
            checksum::check(
                "decision",
                &dossier,
                &[(&dossier).into(), seq.into(), (&json).into()],
                &sum,
            )?;
            let decision = serde_json::from_str(&json).map_err(|_| StoreError::Damaged {
                table: "decision",
                row: dossier.clone(),
            })?;
            decisions.insert(DossierId::new(dossier), decision);
        }
        Ok(decisions)
    }
}
