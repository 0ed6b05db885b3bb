//! What can go wrong with the folder.

use crate::domain::saying::Saying;

/// Why the publication folder was not written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.saying())]
pub enum PublishError {
    /// The folder holds something that this program did not write.
    NotOurs {
        /// The folder.
        folder: String,
        /// What stands there.
        found: String,
    },
    /// The system refused.
    Io {
        /// The file.
        file: String,
        /// The system's reason.
        why: String,
    },
}

impl PublishError {
    /// Says what is wrong and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::NotOurs { folder, found } => Saying::new("export-not-ours")
                .text("folder", folder)
                .text("found", found),
            Self::Io { file, why } => Saying::new("error-io").text("file", file).text("why", why),
        }
    }
}
