//! The store: one SQLite file. The only floor that knows SQL; it knows no rule.

mod ballots;
mod changes;
mod checksum;
mod conflicts;
mod correspondence;
mod decisions;
mod dismissals;
mod dossiers;
mod error;
mod events;
mod former;
mod integrity;
mod journal;
mod jury;
mod lock;
mod mapping;
mod meta;
mod notes;
mod open;
mod pieces;
mod questions;
mod readings;
mod schema;
mod search;
mod sheets;
mod writing;

pub use ballots::{BallotRow, Count, CountRow};
pub use dossiers::{DossierRow, Stored};
pub use error::StoreError;
pub use events::{Bearing, Event, Happening};
pub use integrity::Finding;
pub use jury::{Conflict, Enrolled};
pub use lock::Lock;
pub use mapping::Chosen;
pub use meta::Key;
pub(crate) use open::sync_folder_of;
pub use search::{Passage, PassageKind, terms};
pub use sheets::{Packer, SheetHead, SheetRow};

use rusqlite::Connection;

/// Whether one means to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading only; another may write meanwhile.
    Read,
    /// Reading and writing; takes [`Lock`] beside it.
    Write,
}

/// An open store.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
}

impl Store {
    /// Does all of it or none of it, and returns only when it is on the disk.
    ///
    /// # Errors
    /// Those of `work`, or of the commit.
    pub fn atomically<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self.conn.unchecked_transaction().map_err(StoreError::from)?;
        let done = work(self)?;
        tx.commit().map_err(StoreError::from)?;
        Ok(done)
    }
}
