//! What can go wrong with the store.

use crate::domain::saying::Saying;

/// A failure of the store, with its place.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.saying())]
pub enum StoreError {
    /// There is no store there.
    Missing {
        /// The file.
        path: String,
    },
    /// There is one there already.
    Exists {
        /// The file.
        path: String,
    },
    /// Another program's file.
    Foreign {
        /// The file.
        path: String,
    },
    /// A newer program's store.
    Newer {
        /// The file.
        path: String,
        /// Its version.
        found: u32,
        /// The latest that this program knows.
        known: u32,
    },
    /// Someone else writes in it now.
    Held {
        /// The file.
        path: String,
        /// Who.
        holder: String,
    },
    /// A row that is not what was written.
    Damaged {
        /// The table.
        table: &'static str,
        /// The row's key.
        row: String,
    },
    /// The system refused.
    Io {
        /// The file.
        path: String,
        /// The system's reason.
        why: String,
    },
    /// SQLite refused.
    Sqlite(#[from] rusqlite::Error),
}

impl StoreError {
    /// Says what is wrong and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Missing { path } => Saying::new("store-missing").text("path", path),
            Self::Exists { path } => Saying::new("store-exists").text("path", path),
            Self::Foreign { path } => Saying::new("store-foreign").text("path", path),
            Self::Newer { path, found, known } => Saying::new("store-newer")
                .text("path", path)
                .number("found", *found)
                .number("known", *known),
            Self::Held { path, holder } => Saying::new("store-held")
                .text("path", path)
                .text("holder", holder),
            Self::Damaged { table, row } => {
                Saying::new("store-damaged").text("table", table).text("row", row)
            }
            Self::Io { path, why } => Saying::new("store-io").text("path", path).text("why", why),
            Self::Sqlite(error) => Saying::new("store-sqlite").text("why", error),
        }
    }
}
