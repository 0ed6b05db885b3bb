//! What prints documents beside writing them, where the program was built to (feature `pdf`).

use super::PublishError;
use super::odf::Document;
#[cfg(feature = "pdf")]
use super::pdf::{self, Faces};

/// Whether this build prints.
pub const PRINTS: bool = cfg!(feature = "pdf");

/// Prints documents, or does nothing.
#[derive(Debug)]
pub(super) struct Press(#[cfg(feature = "pdf")] Faces);

#[cfg(feature = "pdf")]
impl Press {
    /// Makes it ready.
    ///
    /// # Errors
    /// That the faces it was built with are ruined.
    pub(super) fn new() -> Result<Self, PublishError> {
        let faces = Faces::new().ok_or_else(|| PublishError::document("PDF", "font"))?;
        Ok(Self(faces))
    }

    /// Prints a document.
    ///
    /// # Errors
    /// That a template gave no document.
    pub(super) fn print(&self, document: &Document) -> Result<Option<Vec<u8>>, PublishError> {
        pdf::print(document, &self.0).map(Some)
    }
}

#[cfg(not(feature = "pdf"))]
#[expect(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "a build that prints can fail, and has faces"
)]
impl Press {
    pub(super) fn new() -> Result<Self, PublishError> {
        Ok(Self())
    }

    pub(super) fn print(&self, _: &Document) -> Result<Option<Vec<u8>>, PublishError> {
        Ok(None)
    }
}
