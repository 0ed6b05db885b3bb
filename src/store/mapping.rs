//! What a person said that the questions of intake forms become.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::mapping::MapTo;
use rusqlite::params;

/// A choice that a person made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The form's identifier of the question.
    pub champ: String,
    /// The question as candidates read it.
    pub label: String,
    /// What it becomes.
    pub to: MapTo,
}

impl Store {
    /// Remembers a choice, in place of the one made before.
    ///
    /// # Errors
    /// SQLite's.
    pub fn choose(&self, chosen: &Chosen) -> Result<(), StoreError> {
        let json = serde_json::to_string(&chosen.to).unwrap_or_default();
        let fields = [(&chosen.champ).into(), (&chosen.label).into(), (&json).into()];
        let sum = checksum::of("mapping", &fields);
        self.conn
            .prepare_cached(
                "INSERT INTO mapping (champ, label, json, sum) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (champ) DO UPDATE SET label = ?2, json = ?3, sum = ?4",
            )?
            .execute(params![chosen.champ, chosen.label, json, sum])?;
        Ok(())
    }

    /// Forgets a choice.
    ///
    /// # Errors
    /// SQLite's.
    pub fn forget_choice(&self, champ: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM mapping WHERE champ = ?1")?
            .execute([champ])?;
        Ok(())
    }

    /// Returns every choice, in the order of the identifiers.
    ///
    /// # Errors
    /// That a row is damaged.
    pub fn chosen(&self) -> Result<Vec<Chosen>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT champ, label, json, sum FROM mapping ORDER BY champ")?;
        let mut rows = rows.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let (champ, label, json): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let sum: Vec<u8> = row.get(3)?;
            let fields = [(&champ).into(), (&label).into(), (&json).into()];
            checksum::check("mapping", &champ, &fields, &sum)?;
            let to = serde_json::from_str(&json).map_err(|_| StoreError::Damaged {
                table: "mapping",
                row: champ.clone(),
            })?;
            all.push(Chosen { champ, label, to });
        }
        Ok(all)
    }
}
