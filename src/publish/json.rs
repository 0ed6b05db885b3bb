//! `palmares.json`: the same rows for programs, with the edition and the digest of the grid.

use super::Edition;
use super::rows::Row;
use serde_json::json;

/// Renders the rows.
pub(super) fn render(edition: &Edition<'_>, rows: &[Row]) -> Vec<u8> {
    let grid = edition.grid;
    let levels: Vec<_> = grid
        .levels()
        .iter()
        .map(|level| json!({"code": level.code, "name": level.name.fr, "rank": level.rank, "scheme": level.scheme}))
        .collect();
    let document = json!({
        "edition": edition.campaign.edition,
        "draft": edition.draft,
        "embargo": edition.embargo,
        "grid": {"id": grid.id(), "digest": grid.digest(), "official": grid.official(), "levels": levels},
        "palmares": rows,
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
