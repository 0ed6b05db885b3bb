//! Prints an ODT as PDF/A-2a and PDF/UA-1 (ISO 19005-2, ISO 14289-1): the very document that goes out as ODT is laid out, so
//! that the two can't say different things, and a template that an association restyled serves for both.

mod face;
mod flow;
mod look;
mod paint;
mod source;
#[cfg(test)]
mod tests;

use super::PublishError;
use super::odf::Document;
pub(super) use face::Faces;

/// Lays a text document out and prints it.
///
/// # Errors
/// That a template gave no document.
pub(super) fn print(document: &Document, faces: &Faces) -> Result<Vec<u8>, PublishError> {
    let faulty = |why: String| PublishError::Print {
        title: document.title.clone(),
        why,
    };
    let source = source::read(&document.content, &document.styles).map_err(|why| faulty(why.to_string()))?;
    let laid = flow::lay(&source, faces);
    paint::print(document, &laid, faces).map_err(faulty)
}
