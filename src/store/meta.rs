//! What a store holds once: its role, its campaign, its grid, and on a juror's side who they are.

use super::Store;
use super::checksum;
use super::error::StoreError;
use rusqlite::{OptionalExtension as _, params};

/// The single values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// `coordinator` or `juror`.
    Role,
    /// The campaign, JSON.
    Campaign,
    /// The grid's text, TOML.
    Grid,
    /// On a juror's side: the addressee of the package, JSON.
    Juror,
    /// On a juror's side: this device's identifier.
    Device,
    /// On a juror's side: the seed of this device's key.
    DeviceKey,
    /// On a juror's side: which package was opened last and what it gave, JSON.
    Package,
    /// On a juror's side: the last receipt of the coordinator, as it came.
    Receipt,
    /// The sitting that is open, JSON, or empty.
    Sitting,
    /// How many sittings there were.
    Sittings,
    /// The agenda's order by hand: identifiers of dossiers, JSON; empty where there is none.
    Order,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Campaign => "campaign",
            Self::Grid => "grid",
            Self::Juror => "juror",
            Self::Device => "device",
            Self::DeviceKey => "device_key",
            Self::Package => "package",
            Self::Receipt => "receipt",
            Self::Sitting => "sitting",
            Self::Sittings => "sittings",
            Self::Order => "order",
        }
    }
}

impl Store {
    /// Returns a single value.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn get(&self, key: Key) -> Result<Option<String>, StoreError> {
        let name = key.name();
        let row: Option<(String, Vec<u8>)> = self
            .conn
            .prepare_cached("SELECT value, sum FROM meta WHERE key = ?1")?
            .query_row([name], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((value, sum)) = row else {
            return Ok(None);
        };
        checksum::check("meta", name, &[name.into(), (&value).into()], &sum)?;
        Ok(Some(value))
    }

    /// Sets a single value.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put(&self, key: Key, value: &str) -> Result<(), StoreError> {
        let name = key.name();
        let sum = checksum::of("meta", &[name.into(), value.into()]);
        self.conn
            .prepare_cached("INSERT INTO meta (key, value, sum) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET value = ?2, sum = ?3")?
            .execute(params![name, value, sum])?;
        Ok(())
    }
}
