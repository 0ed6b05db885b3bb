//! Dossiers from the platform on which candidates apply (Démarches Simplifiées): the JSON of its stored queries
//! `getDemarche` and `getDossier` (DOMAIN.md §3). Annotations, opinions, messages and the persons behind them never
//! enter a dossier.

use super::budget::Budget;
use super::error::ExchangeError;
use super::json::{Reading, text_of};
use crate::domain::grid::Grid;

mod applicant;
mod champ;
mod collect;
mod mapping;
mod members;
mod pages;
mod value;
mod wire;

pub(in crate::exchange) use applicant::{kind_of, siren_of};
pub(in crate::exchange) use value::{is_date, is_datetime};

pub use super::intake::{Intake, MapTo, Mapping, Refused, Source, Warning};

/// How to take the dossiers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether pages may lack.
    pub allow_incomplete: bool,
    /// The last day of the window, `YYYY-MM-DD`: what was submitted after it is late.
    pub closes: Option<String>,
    /// What the questions of the form become, where the grid does not tell.
    pub mapping: Mapping,
}

/// How far into a file the look for its format goes.
const SNIFFED: usize = 64 * 1024;

/// Tells whether a file looks like an answer of the platform, whole or not.
pub fn looks_like(bytes: &[u8]) -> bool {
    const NAMES: [&str; 4] = ["\"demarche\"", "\"dossier\"", "\"champs\"", "\"errors\""];
    let start = bytes.get(..SNIFFED).unwrap_or(bytes);
    let text: String = String::from_utf8_lossy(start)
        .chars()
        .filter(|c| !matches!(c, '\0' | '\u{feff}' | '\u{fffd}'))
        .collect();
    let inner = text.trim_start().trim_start_matches('[').trim_start();
    match inner.strip_prefix('{') {
        Some(object) => {
            object.trim_start().starts_with("\"data\"") || NAMES.iter().any(|name| object.contains(name))
        }
        None => inner.starts_with(']') && text.trim_start().starts_with('['),
    }
}

/// Reads the files as the pages of one import.
///
/// # Errors
/// Any file that can't be understood whole, a page that lacks, one number with two contents, or nothing to take.
pub fn read(
    sources: &[Source<'_>],
    grid: &Grid,
    options: &Options,
    budget: &Budget,
) -> Result<Intake, ExchangeError> {
    let mut collector = collect::Collector::new(options.closes.as_deref(), budget);
    for source in sources {
        budget.fits(&source.name, source.bytes.len() as u64)?;
        let text = text_of(&source.name, source.bytes)?;
        let reading = Reading::new(&source.name, text, budget, members::RULES);
        reading.whole(wire::Route::new(&reading, &mut collector))?;
        collector.end_of(&source.name, &reading.take_nuls());
    }
    collector.finish(sources, grid, options)
}

#[cfg(test)]
mod tests;
