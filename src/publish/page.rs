//! The page and the spreadsheet: the rows of the palmarès, level by level, as the label announces them.

use super::map;
use super::odf::{Document, Kind};
use super::rows::{LICENCE, Row};
use super::text::{Templates, line, one_by_one};
use super::{Edition, PublishError};
use crate::domain::grid;
use minijinja::Value;
use serde::Serialize;
use std::sync::Arc;

#[derive(Debug, Serialize)]
struct Page<'a> {
    edition: &'a str,
    draft: bool,
    embargo: Option<&'a str>,
    grid: &'a str,
    grid_name: &'a str,
    official: bool,
    digest: String,
    licence: &'a str,
    jury: Vec<String>,
    levels: Vec<Level<'a>>,
    most: u32,
    mentions: Vec<Mention<'a>>,
    map: map::Map,
    count: usize,
}

#[derive(Debug, Serialize)]
struct Level<'a> {
    code: &'a str,
    name: &'a str,
    symbol: &'a str,
    scheme: &'a str,
    rank: u32,
    /// [`Row`]s.
    rows: Value,
}

#[derive(Debug, Serialize)]
struct Mention<'a> {
    code: &'a str,
    name: &'a str,
}

/// Renders the page; it needs nothing beside itself.
///
/// # Errors
/// What is wrong with the template.
pub(super) fn html(
    edition: &Edition<'_>,
    rows: &Arc<[Row]>,
    jury: &[String],
    templates: &Templates,
) -> Result<Vec<u8>, PublishError> {
    let page = page(edition, rows, jury);
    Ok(templates.render("palmares.html", &page)?.into_bytes())
}

/// Renders the spreadsheet.
///
/// # Errors
/// What is wrong with the template.
pub(super) fn ods(
    edition: &Edition<'_>,
    rows: &Arc<[Row]>,
    templates: &Templates,
) -> Result<Vec<u8>, PublishError> {
    let page = page(edition, rows, &[]);
    let document = Document {
        kind: Kind::Spreadsheet,
        title: edition.called("palmares", templates)?,
        lang: "fr-FR",
        dated: edition.dated.to_owned(),
        content: templates.render("palmares.xml", &page)?,
        styles: templates.render("styles.xml", edition.marks("palmares", templates)?)?,
        pictures: Vec::new(),
    };
    document.pack()
}

fn page<'a>(edition: &Edition<'a>, rows: &Arc<[Row]>, jury: &[String]) -> Page<'a> {
    let grid = edition.grid;
    let places = |level: &grid::Level| {
        let is_in = |row: &Row| row.niveau_code == level.code.as_str();
        let rows = rows.iter().enumerate().filter(|(_, row)| is_in(row));
        rows.map(|(place, _)| place).collect::<Vec<usize>>()
    };
    let levels = grid.levels().iter().map(|level| Level {
        code: level.code.as_str(),
        name: &level.name.fr,
        symbol: &level.symbol,
        scheme: &level.scheme,
        rank: level.rank,
        rows: one_by_one(Arc::clone(rows), places(level), tame),
    });
    let mentions = grid.mentions().iter().map(|mention| Mention {
        code: &mention.code,
        name: &mention.name.fr,
    });
    Page {
        edition: &edition.campaign.edition,
        draft: edition.draft,
        embargo: edition.embargo,
        grid: grid.id(),
        grid_name: &grid.name().fr,
        official: grid.official(),
        digest: grid.digest().to_string(),
        licence: LICENCE,
        jury: jury.iter().map(|name| line(name)).collect(),
        levels: levels.collect(),
        most: grid.levels().iter().map(|level| level.rank).max().unwrap_or(0),
        mentions: mentions.collect(),
        map: map::of(rows),
        count: rows.len(),
    }
}

/// Makes the candidate's own words inert; the rest is the grid's or was checked.
fn tame(row: &Row) -> Row {
    Row {
        nom: line(&row.nom),
        r#type: line(&row.r#type),
        ..row.clone()
    }
}
