//! Whether the pages at hand are all of them. Cursors are opaque, so pages can't be chained: of one demarche's pages
//! exactly one, the last, announces no other; the same page given twice counts once.

use crate::domain::saying::Saying;
use crate::exchange::error::ExchangeError;
use crate::exchange::intake::Warning;
use crate::exchange::json::{Node, Shape};
use std::collections::{BTreeMap, HashSet};

/// What the pages say of themselves, by demarche.
#[derive(Debug, Default)]
pub(super) struct Pages {
    open: Vec<Page>,
    of: BTreeMap<String, Vec<Page>>,
    /// The pages that have cursors, to know one again.
    seen: HashSet<(String, Page)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Page {
    cursors: Option<(String, String)>,
    has_next: bool,
    has_previous: bool,
}

impl Pages {
    /// Notes a page.
    pub(super) fn note(&mut self, info: &Node<'_>) -> Result<(), Shape> {
        let start = info.words("startCursor")?;
        let end = info.words("endCursor")?;
        self.open.push(Page {
            cursors: start
                .zip(end)
                .map(|(start, end)| (start.to_owned(), end.to_owned())),
            has_next: info.flag("hasNextPage")?.unwrap_or(false),
            has_previous: info.flag("hasPreviousPage")?.unwrap_or(false),
        });
        Ok(())
    }

    /// Gives the page just read to its demarche, unless it is known there.
    pub(super) fn close(&mut self, number: &str) {
        let pages = self.of.entry(number.to_owned()).or_default();
        for page in self.open.drain(..) {
            let known = page.cursors.is_some() && !self.seen.insert((number.to_owned(), page.clone()));
            if !known {
                pages.push(page);
            }
        }
    }

    /// Refuses pages that lack a successor, or warns of them where that is allowed.
    pub(super) fn check(&self, files: &str, allowed: bool) -> Result<Vec<Warning>, ExchangeError> {
        let mut warnings = Vec::new();
        for (number, pages) in &self.of {
            let what = if is_cut(pages) {
                if !allowed {
                    let (file, pages) = (files.to_owned(), pages.len());
                    return Err(ExchangeError::Incomplete { file, pages });
                }
                Saying::new("exchange-warning-incomplete").number("pages", pages.len())
            } else if is_beheaded(pages) {
                Saying::new("exchange-warning-no-first-page")
            } else {
                continue;
            };
            warnings.push(Warning {
                source: files.to_owned(),
                at: String::new(),
                what: what.text("demarche", number),
            });
        }
        Ok(warnings)
    }
}

fn is_cut(pages: &[Page]) -> bool {
    let announcing = pages.iter().filter(|page| page.has_next).count();
    announcing > 0 && pages.len() - announcing != 1
}

fn is_beheaded(pages: &[Page]) -> bool {
    !pages.is_empty() && pages.iter().all(|page| page.has_previous)
}
