//! What describes the open data: a Table Schema of `palmares.csv`, a Data Package of the public files, and the candidates as
//! `GeoJSON` (<https://specs.frictionlessdata.io>, RFC 7946).

use super::Edition;
use super::rows::{LICENCE, Row};
use crate::domain::ids::Digest;
use serde_json::{Value, json};

/// A column: its name, its type, what it says, and what constrains it.
fn fields() -> Value {
    let text = |name: &str, title: &str| json!({"name": name, "type": "string", "title": title});
    let code = |name: &str, title: &str, pattern: &str| {
        let constraints = json!({"pattern": pattern});
        json!({"name": name, "type": "string", "title": title, "constraints": constraints})
    };
    let must = |name: &str, title: &str| json!({"name": name, "type": "string", "title": title, "constraints": {"required": true}});
    json!([
        must("edition", "Édition du label"),
        must("dispositif", "Label ou badge"),
        must("niveau_code", "Code du niveau dans la grille de l’édition"),
        must("niveau_libelle", "Nom du niveau"),
        json!({"name": "niveau_rang", "type": "integer", "title": "Rang du niveau, du plus bas au plus haut",
            "constraints": {"required": true, "minimum": 0}}),
        text("mentions", "Codes des mentions, séparés par |"),
        must("nom", "Candidat"),
        must("type", "Nature du candidat"),
        code("siren", "SIREN", "[0-9]{9}"),
        code("siret", "SIRET", "[0-9]{14}"),
        code(
            "code_insee_commune_siege",
            "Code INSEE de la commune du siège",
            "[0-9AB]{5}"
        ),
        code("code_epci", "SIREN de l’EPCI", "[0-9]{9}"),
        code("code_departement", "Code du département", "[0-9]{2,3}|2[AB]"),
        code("code_region", "Code de la région", "[0-9]{2}"),
        json!({"name": "premiere_candidature", "type": "boolean", "title": "Première candidature du candidat",
            "trueValues": ["true"], "falseValues": ["false"]}),
        text(
            "niveau_edition_precedente",
            "Code du niveau donné à l’édition précédente"
        ),
        text("site_web", "Site du candidat"),
        json!({"name": "latitude", "type": "number", "title": "Latitude, en degrés"}),
        json!({"name": "longitude", "type": "number", "title": "Longitude, en degrés"}),
        json!({"name": "date_deliberation", "type": "date", "title": "Jour de la décision"}),
        json!({"name": "date_publication", "type": "date", "title": "Jour de la publication"}),
        must("licence", "Licence des données"),
    ])
}

/// Renders the Table Schema.
pub(super) fn table_schema(edition: &Edition<'_>) -> Vec<u8> {
    pretty(&json!({
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": "palmares-territoire-numerique-libre",
        "title": "Palmarès du label Territoire Numérique Libre",
        "description": "Un candidat labellisé par ligne.",
        "version": env!("CARGO_PKG_VERSION"),
        "lang": "fr",
        "licenses": licences(),
        "missingValues": [""],
        "fields": fields(),
        "custom": {"edition": edition.campaign.edition, "grid": edition.grid.digest()},
    }))
}

/// Renders the Data Package over the public files, each with its digest.
pub(super) fn data_package(edition: &Edition<'_>, files: &[(String, Digest, usize)]) -> Vec<u8> {
    let resources: Vec<Value> = files.iter().map(resource).collect();
    pretty(&json!({
        "profile": "data-package",
        "name": "palmares-territoire-numerique-libre",
        "title": format!("Palmarès du label Territoire Numérique Libre, édition {}", edition.title()),
        "licenses": licences(),
        "grid": {"id": edition.grid.id(), "digest": edition.grid.digest()},
        "draft": edition.draft,
        "resources": resources,
    }))
}

fn resource((name, digest, size): &(String, Digest, usize)) -> Value {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut resource = json!({
        "name": format!("{stem}-{ending}"),
        "path": name,
        "format": ending,
        "mediatype": media_type(ending),
        "hash": format!("sha256:{}", digest.hex()),
    });
    // Readers of spreadsheets count no bytes, and take a count for a fault.
    if let Some(fields) = resource.as_object_mut().filter(|_| ending != "ods") {
        fields.insert("bytes".to_owned(), json!(size));
    }
    if let Some(fields) = resource.as_object_mut().filter(|_| ending == "csv") {
        let table = [
            ("profile", "tabular-data-resource"),
            ("encoding", "utf-8"),
            ("schema", "schema.json"),
        ];
        fields.extend(table.map(|(key, value)| (key.to_owned(), json!(value))));
    }
    resource
}

fn media_type(ending: &str) -> &'static str {
    match ending {
        "csv" => "text/csv",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "html" => "text/html",
        _ => "application/octet-stream",
    }
}

fn licences() -> Value {
    json!([{"name": LICENCE, "title": "Licence Ouverte 2.0",
        "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"}])
}

/// Renders the candidates as `GeoJSON`. A feature without coordinates has no geometry, which RFC 7946 §3.2 allows.
pub(super) fn geojson(edition: &Edition<'_>, rows: &[Row]) -> Vec<u8> {
    let features: Vec<Value> = rows
        .iter()
        .map(|row| json!({"type": "Feature", "geometry": null, "properties": row}))
        .collect();
    pretty(&json!({"type": "FeatureCollection", "edition": edition.title(), "features": features}))
}

fn pretty(document: &Value) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
