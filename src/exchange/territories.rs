//! Reads a list of territories: JSON or `GeoJSON` as geo.api.gouv.fr gives them (communes, epcis, departements, regions), or a
//! CSV with the same names as headings.

use super::delimited::part_of;
use super::error::ExchangeError;
use super::json::text_of;
use crate::domain::territory::{Coordinates, Kind, Territory};
use crate::domain::text::folded;
use serde::Deserialize;
use serde_json::Number;

/// Why a list can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListError {
    /// No text.
    Exchange(ExchangeError),
    /// It is none; why, and on which line.
    NoList {
        /// The line, where it is known.
        line: usize,
        /// What the reader says.
        why: String,
    },
}

#[derive(Deserialize)]
struct Raw {
    #[serde(default)]
    nom: String,
    #[serde(default)]
    code: String,
    siren: Option<String>,
    #[serde(rename = "codeEpci")]
    epci: Option<String>,
    #[serde(rename = "codeDepartement")]
    department: Option<String>,
    #[serde(rename = "codesDepartements")]
    departments: Option<Vec<String>>,
    #[serde(rename = "codeRegion")]
    region: Option<String>,
    #[serde(rename = "chefLieu")]
    seat: Option<String>,
    centre: Option<Point>,
    mairie: Option<Point>,
}

#[derive(Deserialize)]
struct Point {
    coordinates: Vec<Number>,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Raw,
    geometry: Option<Point>,
}

/// Reads a list.
///
/// # Errors
/// What is no such list.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Territory>, ListError> {
    let text = text_of(file, bytes).map_err(ListError::Exchange)?;
    let faulty = |why: serde_json::Error| ListError::NoList {
        line: why.line(),
        why: why.to_string(),
    };
    let raw: Vec<Raw> = match text.trim_start().as_bytes().first() {
        Some(b'[') => serde_json::from_str(text).map_err(faulty)?,
        Some(b'{') => {
            let collection: Collection = serde_json::from_str(text).map_err(faulty)?;
            let features = collection.features.into_iter();
            features
                .map(|feature| Raw {
                    centre: feature.geometry,
                    ..feature.properties
                })
                .collect()
        }
        _ => return table(text),
    };
    let territories: Vec<Territory> = raw.into_iter().filter_map(territory).collect();
    full(territories)
}

fn full(territories: Vec<Territory>) -> Result<Vec<Territory>, ListError> {
    if territories.is_empty() {
        let why = "nom, code, codeDepartement, codeRegion, siren, centre".to_owned();
        return Err(ListError::NoList { line: 1, why });
    }
    Ok(territories)
}

fn territory(raw: Raw) -> Option<Territory> {
    let kind = match (&raw.department, &raw.departments, &raw.region) {
        (Some(_), _, _) if raw.code.len() == 5 => Kind::Commune,
        _ if raw.code.len() == 9 => Kind::Epci,
        (None, None, Some(_)) => Kind::Department,
        (None, None, None) => Kind::Region,
        _ => return None,
    };
    let at = |point: &Point| {
        let [longitude, latitude] = point.coordinates.get(..2)? else {
            return None;
        };
        Coordinates::new(&longitude.to_string(), &latitude.to_string())
    };
    let only = |codes: Vec<String>| codes.into_iter().next();
    Some(Territory {
        kind,
        coordinates: raw
            .mairie
            .as_ref()
            .and_then(at)
            .or_else(|| raw.centre.as_ref().and_then(at)),
        department: raw
            .department
            .or_else(|| raw.departments.filter(|codes| codes.len() == 1).and_then(only)),
        name: raw.nom,
        code: raw.code,
        siren: raw.siren,
        epci: raw.epci,
        region: raw.region,
        seat: raw.seat,
    })
    .filter(|territory| !territory.code.is_empty())
}

fn table(text: &str) -> Result<Vec<Territory>, ListError> {
    let mut reader = ::csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(part_of(text))
        .from_reader(text.as_bytes());
    let faulty = |why: ::csv::Error| ListError::NoList {
        line: why
            .position()
            .map_or(1, |at| usize::try_from(at.line()).unwrap_or(usize::MAX)),
        why: why.to_string(),
    };
    let plain = |head: &str| folded(head).replace(['_', ' ', '-'], "");
    let heads: Vec<String> = reader.headers().map_err(faulty)?.iter().map(plain).collect();
    let mut territories = Vec::new();
    for record in reader.records() {
        let record = record.map_err(faulty)?;
        let cell = |names: &[&str]| {
            let at = heads.iter().position(|head| names.contains(&head.as_str()))?;
            record
                .get(at)
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .map(str::to_owned)
        };
        let place = cell(&["longitude", "lon"]).zip(cell(&["latitude", "lat"]));
        let raw = Raw {
            nom: cell(&["nom", "name"]).unwrap_or_default(),
            code: cell(&["code", "codeinsee", "codecommune"]).unwrap_or_default(),
            siren: cell(&["siren"]),
            epci: cell(&["codeepci", "epci"]),
            department: cell(&["codedepartement", "departement"]),
            departments: None,
            region: cell(&["coderegion", "region"]),
            seat: cell(&["cheflieu"]),
            centre: None,
            mairie: None,
        };
        territories.extend(territory(raw).map(|found| Territory {
            coordinates: place.and_then(|(longitude, latitude)| Coordinates::new(&longitude, &latitude)),
            ..found
        }));
    }
    full(territories)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_s_list_is_read_as_json_as_geojson_and_as_a_table() {
        let json = r#"[{"nom":"Valbrume","code":"01999","siren":"210100012","codeEpci":"200000172","codeDepartement":"01","codeRegion":"84","centre":{"type":"Point","coordinates":[5.5,46.25]},"population":812},
            {"nom":"Pays d’Orge","code":"200000172","codesDepartements":["01"],"codesRegions":["84"]},
            {"nom":"Outre-Vaille","code":"01","codeRegion":"84","chefLieu":"01999"},{"nom":"Région","code":"84"}]"#;
        let listed = read("a.json", json.as_bytes()).unwrap();
        let kinds: Vec<Kind> = listed.iter().map(|territory| territory.kind).collect();
        assert_eq!(kinds, [Kind::Commune, Kind::Epci, Kind::Department, Kind::Region]);
        assert_eq!(listed[0].coordinates, Coordinates::new("5.5", "46.25"));
        let geojson = r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[5.5,46.25]},"properties":{"nom":"Valbrume","code":"01999","siren":"210100012","codeEpci":"200000172","codeDepartement":"01","codeRegion":"84"}}]}"#;
        assert_eq!(read("a.geojson", geojson.as_bytes()).unwrap()[0], listed[0]);
        let csv = "nom;code;siren;code_epci;code_departement;code_region;longitude;latitude\nValbrume;01999;210100012;200000172;01;84;5.5;46.25\n";
        assert_eq!(read("a.csv", csv.as_bytes()).unwrap()[0], listed[0]);
    }

    #[test]
    fn what_is_no_list_is_refused_with_its_line() {
        for (text, line) in [
            ("[\n{\"nom\":1}]", 2),
            ("{\"a\":1}", 1),
            ("[]", 1),
            ("", 1),
            ("a,b\n1,2", 1),
        ] {
            let Err(ListError::NoList { line: at, .. }) = read("x", text.as_bytes()) else {
                panic!("{text}");
            };
            assert_eq!(at, line, "{text}");
        }
    }
}
