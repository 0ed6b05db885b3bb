//! Dossiers from the platform on which candidates apply (Démarches Simplifiées): the JSON of its stored queries
//! `getDemarche` and `getDossier` (DOMAIN.md §3). Messages and opinions are kept beside a dossier and never enter it;
//! annotations, agents and accounts are not kept at all.

use super::budget::Budget;
use super::error::ExchangeError;
use super::json::Stream;
use super::watch::Watch;
use crate::domain::grid::Grid;

mod applicant;
mod champ;
mod collect;
mod correspondence;
mod mapping;
mod members;
mod pages;
mod value;
mod wire;

pub use super::intake::{Asked, Input, Intake, MapTo, Mapping, Refused, Source, Taken, Warning};
pub(in crate::exchange) use applicant::{kind_of, siren_of};
pub use mapping::Labels;
pub(in crate::exchange) use value::{is_date, is_datetime};

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

/// How a reading ended.
#[derive(Debug)]
pub enum Ended {
    /// The files are read; every dossier was handed over.
    Whole(Intake),
    /// What a question becomes was learnt after dossiers that answer it: all is to be read again with these labels, and
    /// what was handed over is void.
    Again(Labels),
}

/// Reads the files as the pages of one import, and hands over each dossier as it is read; `take` tells whether more are
/// wanted. A failure voids what was handed over.
///
/// # Errors
/// Any file that can't be understood whole, a page that lacks, one number with two contents, or nothing to take.
pub fn read(
    sources: &[Source<'_>],
    grid: &Grid,
    options: &Options,
    budget: &Budget,
    labels: Labels,
    watch: &Watch,
    take: &mut dyn FnMut(Taken) -> bool,
) -> Result<Ended, ExchangeError> {
    let mut taking = |taken| take(taken);
    let form = mapping::Form::new(grid, &options.mapping, labels);
    let mut collector = collect::Collector::new(form, options, budget, watch, &mut taking);
    let mut all = 0;
    for source in sources {
        all += source.open(budget)?.1;
    }
    collector.expect(all);
    for source in sources {
        let (input, size) = source.open(budget)?;
        let stream = Stream::open(&source.name, input, budget, members::RULES)?;
        wire::Route::new(&mut collector).whole(stream)?;
        collector.end_of(size);
    }
    collector.finish(sources)
}

#[cfg(test)]
mod tests;
