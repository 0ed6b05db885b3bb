//! Bags: `BagIt` 1.0 (RFC 8493), as a folder or a ZIP. A bag brings one dossier (`data/dossier.json`) and its evidence
//! (`data/evidence/*`); a package for a juror is a zipped bag too, and shares these rules (`exchange::package`).
//! Nothing is believed before every byte was read against a manifest.

mod document;
mod ends;
mod fault;
mod folder;
mod manifest;
mod names;
mod read;
mod zipped;

pub use document::{Document, MOST_DOCUMENT, parse as parse_document};
pub(in crate::exchange) use ends::entry_count;
pub use fault::{BagFault, ZipFault};
pub(crate) use manifest::parse as parse_manifest;
pub use manifest::{Algorithm, encoded};
pub use read::{Bag, Piece, looks_like, read};
pub use zipped::Zipped;

/// The declaration that makes a folder a bag.
pub const DECLARATION: &str = "bagit.txt";

/// The one dossier of a bag.
pub const DOSSIER: &str = "data/dossier.json";

/// The JSON Schema 2020-12 of [`DOSSIER`]; tests hold it to [`crate::domain::dossier::Dossier`].
pub const SCHEMA: &str = include_str!("dossier.schema.json");

/// Where the evidence lies.
pub const EVIDENCE: &str = "data/evidence/";

#[cfg(test)]
mod tests;
