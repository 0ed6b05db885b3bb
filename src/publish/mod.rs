//! The publication folder: one function computes the rows, every writer renders them and computes nothing.

mod csv;
mod error;
mod folder;
mod json;
mod rows;

pub use csv::table;
pub use error::PublishError;
pub use folder::write as folder;
pub use rows::{Labelled, Row, rows};

use crate::domain::campaign::Campaign;
use crate::domain::grid::Grid;

/// What every file of the folder says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its grid.
    pub grid: &'a Grid,
    /// Whether it is a draft, and marked so.
    pub draft: bool,
}
