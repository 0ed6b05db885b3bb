//! What can go wrong with the folder.

use crate::domain::saying::Saying;
use std::path::Path;

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
    /// A template is no template, or asks for something that is not there.
    Template {
        /// Its name.
        name: String,
        /// The line.
        line: usize,
        /// What is wrong.
        why: String,
    },
    /// Somebody stopped it.
    Stopped,
    /// A document can't be printed: what its template gives is none, or conforms to no archive.
    Print {
        /// Its title.
        title: String,
        /// What is wrong.
        why: String,
    },
    /// A document could not be packed.
    Document {
        /// Its title.
        title: String,
        /// What is wrong.
        why: String,
    },
}

impl PublishError {
    pub(super) fn io(path: &Path, error: &std::io::Error) -> Self {
        Self::Io {
            file: path.display().to_string(),
            why: error.to_string(),
        }
    }

    pub(super) fn template(name: &str, error: &minijinja::Error) -> Self {
        Self::Template {
            name: name.to_owned(),
            line: error.line().unwrap_or(0),
            why: error.to_string(),
        }
    }

    pub(super) fn document(title: &str, why: &str) -> Self {
        Self::Document {
            title: title.to_owned(),
            why: why.to_owned(),
        }
    }

    /// Says what is wrong and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::NotOurs { folder, found } => Saying::new("export-not-ours")
                .text("folder", folder)
                .text("found", found),
            Self::Io { file, why } => Saying::new("error-io").text("file", file).text("why", why),
            Self::Template { name, line, why } => Saying::new("export-template")
                .text("name", name)
                .number("line", *line)
                .text("why", why),
            Self::Stopped => Saying::new("export-stopped"),
            Self::Print { title, why } => Saying::new("export-print").text("title", title).text("why", why),
            Self::Document { title, why } => Saying::new("export-document")
                .text("title", title)
                .text("why", why),
        }
    }
}
