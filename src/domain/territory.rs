//! A list of territories that the coordinator holds, such as the one that the State publishes (geo.api.gouv.fr): it completes
//! what a dossier does not say of its applicant, and never contradicts what one says.

use super::dossier::Identity;
use super::text::folded;
use std::collections::HashMap;

/// What kind of territory it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A commune; its code is INSEE's.
    Commune,
    /// A group of communes; its code is its SIREN.
    Epci,
    /// A department.
    Department,
    /// A region.
    Region,
}

impl Kind {
    /// Returns the kind that a dossier's word for it means.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "commune" => Some(Self::Commune),
            "epci" => Some(Self::Epci),
            "departement" => Some(Self::Department),
            "region" => Some(Self::Region),
            _ => None,
        }
    }
}

/// A place on Earth, in degrees of WGS 84 as they were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordinates {
    /// East of Greenwich.
    pub longitude: String,
    /// North of the equator.
    pub latitude: String,
}

impl Coordinates {
    /// Takes decimal degrees; nothing where they are none, or off the globe.
    pub fn new(longitude: &str, latitude: &str) -> Option<Self> {
        (is_within(longitude, 180) && is_within(latitude, 90)).then(|| Self {
            longitude: longitude.to_owned(),
            latitude: latitude.to_owned(),
        })
    }
}

/// Tells whether text is a decimal number no farther from zero than a bound.
fn is_within(text: &str, most: u32) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_nothing = part.bytes().all(|byte| byte == b'0');
    are_digits(whole)
        && are_digits(part)
        && whole
            .parse::<u32>()
            .is_ok_and(|whole| whole < most || (whole == most && is_nothing))
}

/// A territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Territory {
    /// What kind it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its code.
    pub code: String,
    /// Its SIREN.
    pub siren: Option<String>,
    /// The SIREN of the EPCI that it is in.
    pub epci: Option<String>,
    /// Its department's code.
    pub department: Option<String>,
    /// Its region's code.
    pub region: Option<String>,
    /// The code of the commune that it is governed from.
    pub seat: Option<String>,
    /// Where it is.
    pub coordinates: Option<Coordinates>,
}

/// What a list says of an applicant, beside what its dossier says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completed {
    /// The identifiers, the dossier's own first.
    pub identity: Identity,
    /// The SIREN of the EPCI that it is, or is in.
    pub epci: Option<String>,
    /// Where it is.
    pub coordinates: Option<Coordinates>,
}

/// Territories, found by what dossiers say.
#[derive(Debug, Default)]
pub struct Atlas {
    territories: Vec<Territory>,
    by_siren: HashMap<String, usize>,
    by_code: HashMap<(Kind, String), usize>,
    /// Nothing where several bear the name.
    by_name: HashMap<(Kind, String, Option<String>), Option<usize>>,
}

impl Atlas {
    /// Takes a list; of two with one code the first counts.
    pub fn new(territories: Vec<Territory>) -> Self {
        let mut atlas = Self::default();
        for (at, territory) in territories.iter().enumerate() {
            let siren = territory
                .siren
                .iter()
                .chain((territory.kind == Kind::Epci).then_some(&territory.code));
            for siren in siren {
                atlas.by_siren.entry(siren.clone()).or_insert(at);
            }
            atlas
                .by_code
                .entry((territory.kind, territory.code.clone()))
                .or_insert(at);
            for department in [None, territory.department.clone()] {
                let key = (territory.kind, folded(&territory.name), department);
                let found = atlas.by_name.entry(key).or_insert(Some(at));
                if *found != Some(at) {
                    *found = None;
                }
            }
        }
        atlas.territories = territories;
        atlas
    }

    /// Completes what a dossier says of its applicant.
    pub fn complete(&self, kind: &str, name: &str, identity: &Identity) -> Completed {
        let mut completed = Completed {
            identity: identity.clone(),
            epci: identity.siren.clone().filter(|_| kind == "epci"),
            coordinates: None,
        };
        let Some(territory) = self.find(kind, name, identity) else {
            return completed;
        };
        let code_of = |kind| (territory.kind == kind).then(|| territory.code.clone());
        let own = &mut completed.identity;
        fill(
            &mut own.siren,
            territory.siren.clone().or_else(|| code_of(Kind::Epci)),
        );
        fill(
            &mut own.commune,
            code_of(Kind::Commune).or_else(|| territory.seat.clone()),
        );
        fill(
            &mut own.department,
            territory.department.clone().or_else(|| code_of(Kind::Department)),
        );
        fill(
            &mut own.region,
            territory.region.clone().or_else(|| code_of(Kind::Region)),
        );
        fill(
            &mut completed.epci,
            code_of(Kind::Epci).or_else(|| territory.epci.clone()),
        );
        completed.coordinates = territory
            .coordinates
            .clone()
            .or_else(|| self.seat(territory)?.coordinates.clone());
        completed
    }

    /// Finds a territory by SIREN, else by code, else by its name where only one bears it.
    fn find(&self, kind: &str, name: &str, identity: &Identity) -> Option<&Territory> {
        let of_siret = || identity.siret.as_deref().and_then(|siret| siret.get(..9));
        let siren = identity.siren.as_deref().or_else(of_siret);
        let by_siren = siren.and_then(|siren| self.by_siren.get(siren));
        let at = by_siren.copied().or_else(|| {
            let kind = Kind::of(kind)?;
            let code = match kind {
                Kind::Commune => identity.commune.as_deref(),
                Kind::Epci => siren,
                Kind::Department => identity.department.as_deref(),
                Kind::Region => identity.region.as_deref(),
            };
            let by_code = code.and_then(|code| self.by_code.get(&(kind, code.to_owned())));
            by_code.copied().or_else(|| {
                let key = (kind, folded(name), identity.department.clone());
                self.by_name.get(&key).copied().flatten()
            })
        })?;
        self.territories.get(at)
    }

    fn seat(&self, territory: &Territory) -> Option<&Territory> {
        let key = (Kind::Commune, territory.seat.clone()?);
        self.territories.get(*self.by_code.get(&key)?)
    }
}

fn fill(field: &mut Option<String>, with: Option<String>) {
    if field.is_none() {
        *field = with;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commune(name: &str, code: &str, department: &str) -> Territory {
        Territory {
            kind: Kind::Commune,
            name: name.to_owned(),
            code: code.to_owned(),
            siren: None,
            epci: Some("200000172".to_owned()),
            department: Some(department.to_owned()),
            region: Some("84".to_owned()),
            seat: None,
            coordinates: Coordinates::new("5.5", "-45.25"),
        }
    }

    #[test]
    fn what_a_dossier_lacks_is_completed_and_what_it_says_stands() {
        let atlas = Atlas::new(vec![commune("Valbrume", "01999", "01")]);
        let said = Identity {
            region: Some("99".to_owned()),
            department: Some("01".to_owned()),
            ..Identity::default()
        };
        let completed = atlas.complete("commune", "VALBRÛME", &said);
        assert_eq!(completed.identity.commune.as_deref(), Some("01999"));
        assert_eq!(completed.identity.region.as_deref(), Some("99"));
        assert_eq!(completed.epci.as_deref(), Some("200000172"));
        assert_eq!(completed.coordinates.unwrap().latitude, "-45.25");
        assert_eq!(atlas.complete("region", "Valbrume", &said).coordinates, None);
    }

    #[test]
    fn a_name_that_two_bear_is_nobodys_unless_the_department_parts_them() {
        let atlas = Atlas::new(vec![
            commune("Sainte-Orge", "01998", "01"),
            commune("Sainte-Orge", "02998", "02"),
        ]);
        let none = atlas.complete("commune", "Sainte-Orge", &Identity::default());
        assert_eq!(none, Completed::default());
        let second = Identity {
            department: Some("02".to_owned()),
            ..Identity::default()
        };
        let found = atlas.complete("commune", "Sainte-Orge", &second);
        assert_eq!(found.identity.commune.as_deref(), Some("02998"));
    }

    #[test]
    fn a_department_is_where_its_seat_is() {
        let department = Territory {
            kind: Kind::Department,
            seat: Some("01999".to_owned()),
            coordinates: None,
            epci: None,
            ..commune("Outre-Vaille", "01", "01")
        };
        let atlas = Atlas::new(vec![department, commune("Valbrume", "01999", "01")]);
        let said = Identity {
            department: Some("01".to_owned()),
            ..Identity::default()
        };
        assert!(
            atlas
                .complete("departement", "Conseil départemental", &said)
                .coordinates
                .is_some()
        );
    }

    #[test]
    fn only_degrees_on_the_globe_are_coordinates() {
        assert!(Coordinates::new("-180.000", "90").is_some());
        for (longitude, latitude) in [
            ("181", "0"),
            ("0", "91"),
            ("NaN", "0"),
            ("1e1", "0"),
            ("", "0"),
            ("5,5", "45"),
            ("180.1", "0"),
            ("--1", "0"),
            (".5", "0"),
        ] {
            assert_eq!(
                Coordinates::new(longitude, latitude),
                None,
                "{longitude} {latitude}"
            );
        }
    }
}
