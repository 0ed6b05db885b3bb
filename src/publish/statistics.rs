//! What the committee looks at beside the results: how many have each level, by kind and department, and edition after
//! edition. Counts alone, and never public.

use super::text::{Templates, line};
use super::{Candidate, Edition, PublishError};
use crate::domain::former::Award;
use crate::domain::ids::LevelCode;
use serde::Serialize;
use std::collections::BTreeMap;

/// A candidate of a former edition, as it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The edition's year.
    pub year: u16,
    /// What it was given.
    pub award: Award,
}

/// A column: a level of the grid, none, or one that is not known or not of this grid.
#[derive(Debug, Serialize)]
struct Column {
    /// The level's code.
    code: String,
    name: String,
    /// Its rank; nothing where it is no level.
    rank: Option<u32>,
}

/// A line of a chart: how many in each column.
#[derive(Debug, Serialize)]
struct Line {
    name: String,
    counts: Vec<usize>,
    total: usize,
}

#[derive(Debug, Serialize)]
struct Page<'a> {
    edition: String,
    draft: bool,
    grid: &'a str,
    digest: String,
    columns: Vec<Column>,
    all: Vec<Line>,
    kinds: Vec<Line>,
    departments: Vec<Line>,
    editions: Vec<Line>,
}

/// Renders the page.
///
/// # Errors
/// What is wrong with the template.
pub(super) fn html(
    edition: &Edition<'_>,
    candidates: &[Candidate],
    history: &[Past],
    templates: &Templates,
) -> Result<Vec<u8>, PublishError> {
    let tally = Tally::new(edition);
    let of_this = |candidate: &Candidate| tally.column(candidate.to.level.as_ref());
    let this = edition.campaign.edition.clone();
    let mut editions = tally.lines(
        history
            .iter()
            .map(|past| (past.year.to_string(), tally.past(&past.award))),
    );
    editions.extend(tally.lines(candidates.iter().map(|one| (this.clone(), of_this(one)))));
    let page = Page {
        edition: line(&edition.title()),
        draft: edition.draft,
        grid: edition.grid.id(),
        digest: edition.grid.digest().to_string(),
        all: tally.lines(candidates.iter().map(|one| (this.clone(), of_this(one)))),
        kinds: tally.lines(candidates.iter().map(|one| (line(&one.to.kind), of_this(one)))),
        departments: tally.lines(candidates.iter().map(|one| {
            let department = one.to.department.as_deref().unwrap_or_default();
            (line(department), of_this(one))
        })),
        editions,
        columns: tally.columns(),
    };
    Ok(templates.render("statistiques.html", &page)?.into_bytes())
}

/// The levels of a grid, as columns: none first, then each by its rank, then what is not known.
struct Tally<'a> {
    levels: Vec<(&'a LevelCode, &'a str, u32)>,
}

impl<'a> Tally<'a> {
    fn new(edition: &Edition<'a>) -> Self {
        let levels = edition.grid.levels().iter();
        Self {
            levels: levels
                .map(|level| (&level.code, level.name.fr.as_str(), level.rank))
                .collect(),
        }
    }

    fn columns(&self) -> Vec<Column> {
        let column = |code: &str, name: &str, rank| Column {
            code: code.to_owned(),
            name: name.to_owned(),
            rank,
        };
        let levels = self
            .levels
            .iter()
            .map(|(code, name, rank)| column(code.as_str(), name, Some(*rank)));
        let mut columns: Vec<Column> = levels.collect();
        columns.insert(0, column("", "none", None));
        columns.push(column("", "unknown", None));
        columns
    }

    fn column(&self, level: Option<&LevelCode>) -> usize {
        let Some(level) = level else { return 0 };
        let place = self.levels.iter().position(|(code, ..)| *code == level);
        place.map_or(self.levels.len() + 1, |place| place + 1)
    }

    fn past(&self, award: &Award) -> usize {
        match award {
            Award::Level { code, .. } => self.column(Some(code)),
            Award::None => 0,
            Award::Unknown => self.levels.len() + 1,
        }
    }

    /// Counts by name, in the names' order.
    fn lines(&self, entries: impl Iterator<Item = (String, usize)>) -> Vec<Line> {
        let mut counts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (name, column) in entries {
            let of_name = counts
                .entry(name)
                .or_insert_with(|| vec![0; self.levels.len() + 2]);
            if let Some(count) = of_name.get_mut(column) {
                *count += 1;
            }
        }
        let lines = counts.into_iter();
        lines
            .map(|(name, counts)| Line {
                total: counts.iter().sum(),
                name,
                counts,
            })
            .collect()
    }
}
