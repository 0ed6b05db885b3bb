//! What is published of a candidate: this list and nothing else. It has no field for a score, a comment, a juror or an
//! address, and no row for a candidate without a level (FORMATS.md, *Publication folder*; DOMAIN.md §4).

use super::Edition;
use crate::domain::ids::LevelCode;
use crate::domain::territory::Completed;
use serde::Serialize;

/// A candidate to whom a level was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The level decided.
    pub level: LevelCode,
    /// Codes of mentions.
    pub mentions: Vec<String>,
    /// The day of the decision, `YYYY-MM-DD`.
    pub decided_on: String,
    /// The applicant.
    pub name: String,
    /// What kind of body it is.
    pub kind: String,
    /// Its official identifiers, and where it is.
    pub place: Completed,
    /// Whether it is the candidate's first edition, where former ones were recalled.
    pub is_first: Option<bool>,
    /// The code of the level that it was given last, where that is known.
    pub former_level: Option<String>,
}

/// One row of the palmarès; the fields are the columns, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Row {
    /// The edition, marked where it is a draft.
    pub edition: String,
    /// `label`, `badge`…
    pub dispositif: String,
    /// The level's code.
    pub niveau_code: String,
    /// The level's name.
    pub niveau_libelle: String,
    /// The level's rank, low to high.
    pub niveau_rang: u32,
    /// Codes of mentions, `|` between them.
    pub mentions: String,
    /// The candidate.
    pub nom: String,
    /// What kind of body it is.
    pub r#type: String,
    /// SIREN.
    pub siren: String,
    /// SIRET.
    pub siret: String,
    /// INSEE code of the seat's commune.
    pub code_insee_commune_siege: String,
    /// SIREN of the EPCI that it is, or is in.
    pub code_epci: String,
    /// Department's code.
    pub code_departement: String,
    /// Region's code.
    pub code_region: String,
    /// `true` where it is the candidate's first edition; empty where no former one is known.
    pub premiere_candidature: String,
    /// The code of the level given in the edition before; empty where none was or none is known.
    pub niveau_edition_precedente: String,
    /// The candidate's site.
    pub site_web: String,
    /// Degrees north; empty where unknown.
    pub latitude: String,
    /// Degrees east; empty where unknown.
    pub longitude: String,
    /// Day of the decision.
    pub date_deliberation: String,
    /// Day from which it may be told.
    pub date_publication: String,
    /// SPDX-like name of the data's licence.
    pub licence: String,
}

/// What a draft's edition is marked with.
pub(super) const DRAFT: &str = "BROUILLON";
/// Licence Ouverte 2.0, by the identifier that SPDX gives it.
pub(super) const LICENCE: &str = "etalab-2.0";

/// Computes the rows, in the order in which the label announces its results: ascending level, kind, department, name.
/// A level that the grid lacks can't be decided, and gives no row.
pub fn rows(edition: &Edition<'_>, labelled: &[Labelled]) -> Vec<Row> {
    let mut rows: Vec<Row> = labelled.iter().filter_map(|one| row(edition, one)).collect();
    rows.sort_by(|a, b| {
        let key = |r: &Row| {
            (
                r.niveau_rang,
                r.r#type.clone(),
                r.code_departement.clone(),
                r.nom.clone(),
                r.siret.clone(),
            )
        };
        key(a).cmp(&key(b))
    });
    rows
}

fn row(edition: &Edition<'_>, one: &Labelled) -> Option<Row> {
    let level = edition.grid.level(&one.level)?;
    let identity = &one.place.identity;
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    let at = one.place.coordinates.as_ref();
    Some(Row {
        edition: edition.title(),
        dispositif: level.scheme.clone(),
        niveau_code: level.code.to_string(),
        niveau_libelle: level.name.fr.clone(),
        niveau_rang: level.rank,
        mentions: one.mentions.join("|"),
        nom: one.name.clone(),
        r#type: one.kind.clone(),
        siren: text(&identity.siren),
        siret: text(&identity.siret),
        code_insee_commune_siege: text(&identity.commune),
        code_epci: text(&one.place.epci),
        code_departement: text(&identity.department),
        code_region: text(&identity.region),
        premiere_candidature: one
            .is_first
            .map_or_else(String::new, |is_first| is_first.to_string()),
        niveau_edition_precedente: text(&one.former_level),
        latitude: at.map_or_else(String::new, |at| at.latitude.clone()),
        longitude: at.map_or_else(String::new, |at| at.longitude.clone()),
        date_deliberation: one.decided_on.clone(),
        date_publication: edition.embargo.unwrap_or_default().to_owned(),
        licence: LICENCE.to_owned(),
        ..Row::default()
    })
}
