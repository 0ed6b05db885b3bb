//! `palmares.json`: the same rows for programs, with the edition and the digest of the grid.

use super::Edition;
use super::open_data::pretty;
use super::rows::Row;
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Serialize)]
struct Document<'a> {
    edition: &'a str,
    draft: bool,
    embargo: Option<&'a str>,
    grid: Value,
    palmares: &'a [Row],
}

/// Renders the rows.
pub(super) fn render(edition: &Edition<'_>, rows: &[Row]) -> Vec<u8> {
    let grid = edition.grid;
    let levels: Vec<_> = grid
        .levels()
        .iter()
        .map(|level| json!({"code": level.code, "name": level.name.fr, "rank": level.rank, "scheme": level.scheme}))
        .collect();
    pretty(&Document {
        edition: &edition.campaign.edition,
        draft: edition.draft,
        embargo: edition.embargo,
        grid: json!({"id": grid.id(), "digest": grid.digest(), "official": grid.official(), "levels": levels}),
        palmares: rows,
    })
}
