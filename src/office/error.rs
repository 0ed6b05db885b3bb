//! What an act or a question can fail with.

use crate::domain::role::Forbidden;
use crate::domain::saying::Saying;
use crate::exchange::error::ExchangeError;
use crate::exchange::form::FormError;
use crate::exchange::grid_toml::GridError;
use crate::exchange::mapping::MappingError;
use crate::exchange::package::PackageError;
use crate::ledger::verdict::Refusal;
use crate::publish::PublishError;
use crate::store::StoreError;

/// A failure with its place and its remedy. What kind it is decides the exit code, in `commands::error`.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.saying())]
pub enum OfficeError {
    /// The store's.
    Store(#[from] StoreError),
    /// An outside file's.
    Exchange(#[from] ExchangeError),
    /// A grid's.
    Grid(#[from] GridError),
    /// A form's.
    Form(#[from] FormError),
    /// A mapping file's.
    Mapping(#[from] MappingError),
    /// A package's.
    Package(#[from] PackageError),
    /// The publication folder's.
    Publish(#[from] PublishError),
    /// The store's role does not allow it.
    Forbidden(#[from] Forbidden),
    /// What was given can't be taken.
    Refused(Saying),
    /// The campaign does not allow it now.
    State(Saying),
    /// The system refused.
    Io {
        /// The file.
        file: String,
        /// The system's reason.
        why: String,
    },
}

impl OfficeError {
    /// Makes an I/O failure of a file.
    pub fn io(file: &std::path::Path, error: &std::io::Error) -> Self {
        Self::Io {
            file: file.display().to_string(),
            why: error.to_string(),
        }
    }

    /// Says what is wrong and what to do.
    pub fn saying(&self) -> Saying {
        match self {
            Self::Store(e) => e.saying(),
            Self::Exchange(e) => e.saying(),
            Self::Grid(e) => e.saying(),
            Self::Form(e) => e.saying(),
            Self::Mapping(e) => e.saying(),
            Self::Package(e) => e.saying(),
            Self::Publish(e) => e.saying(),
            Self::Forbidden(e) => e.saying(),
            Self::Refused(saying) | Self::State(saying) => saying.clone(),
            Self::Io { file, why } => Saying::new("error-io").text("file", file).text("why", why),
        }
    }

    /// Returns what follows the first line, one by one: a grid's faults, a mapping's, why each dossier can't be taken.
    pub fn details(&self) -> Vec<Saying> {
        match self {
            Self::Grid(error) => error
                .faults()
                .iter()
                .map(crate::domain::grid::Fault::saying)
                .collect(),
            Self::Form(error) => error.details(),
            Self::Mapping(error) => error
                .faults()
                .iter()
                .map(crate::exchange::mapping::MappingFault::saying)
                .collect(),
            Self::Exchange(ExchangeError::Nothing { refused, .. }) => {
                refused.iter().map(|refused| refused.why.clone()).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl From<Refusal> for OfficeError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal.saying())
    }
}
