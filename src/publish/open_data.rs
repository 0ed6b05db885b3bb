//! What describes the open data: a Table Schema of `palmares.csv`, a Data Package of the public files, and the candidates as
//! `GeoJSON` (<https://specs.frictionlessdata.io>, RFC 7946).

use super::Edition;
use super::rows::{LICENCE, Row};
use crate::domain::ids::Digest;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The columns of `palmares.csv`, each with its type, what it says and what constrains it.
const SCHEMA: &str = include_str!("templates/schema.json");

/// Renders the Table Schema, with the edition and the grid that it is of.
pub(super) fn table_schema(edition: &Edition<'_>) -> Vec<u8> {
    let mut schema: Map<String, Value> = serde_json::from_str(SCHEMA).unwrap_or_default();
    let own = [
        ("version", json!(env!("CARGO_PKG_VERSION"))),
        ("licenses", licences()),
        (
            "custom",
            json!({"edition": edition.campaign.edition, "grid": edition.grid.digest()}),
        ),
    ];
    schema.extend(own.map(|(key, value)| (key.to_owned(), value)));
    pretty(&Value::Object(schema))
}

/// Renders the Data Package over the public files, each with its digest.
pub(super) fn data_package(edition: &Edition<'_>, title: &str, files: &[(String, Digest, usize)]) -> Vec<u8> {
    let resources: Vec<Value> = files.iter().map(resource).collect();
    pretty(&json!({
        "profile": "data-package",
        "name": "palmares-territoire-numerique-libre",
        "title": title,
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
    let features = rows.iter().map(|row| Feature {
        r#type: "Feature",
        geometry: point(row),
        properties: row,
    });
    pretty(&Collection {
        r#type: "FeatureCollection",
        edition: edition.title(),
        features: features.collect(),
    })
}

#[derive(Serialize)]
struct Collection<'a> {
    r#type: &'static str,
    edition: String,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    geometry: Option<Value>,
    properties: &'a Row,
}

/// Longitude first (RFC 7946 §3.1.1).
fn point(row: &Row) -> Option<Value> {
    let degrees = |text: &str| text.parse::<f64>().ok();
    let (longitude, latitude) = degrees(&row.longitude).zip(degrees(&row.latitude))?;
    Some(json!({"type": "Point", "coordinates": [longitude, latitude]}))
}

/// Renders a document as people read it.
pub(super) fn pretty(document: &impl Serialize) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
