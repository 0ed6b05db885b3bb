//! Which candidate of last edition is which of this one: by SIRET, else by SIREN, else by kind and name; only where no
//! other candidate of either edition could be meant.

use crate::domain::dossier::Dossier;
use crate::domain::text::folded;
use std::collections::{BTreeMap, BTreeSet};

/// Words before a name that say what kind of body it is, not which.
const BEFORE: [&str; 12] = [
    "commune",
    "ville",
    "mairie",
    "conseil departemental",
    "departement",
    "conseil regional",
    "region",
    "communaute de communes",
    "communaute d'agglomeration",
    "communaute urbaine",
    "cc",
    "ca",
];
/// Articles between such a word and the name.
const ARTICLES: [&str; 7] = ["de la ", "de l'", "des ", "du ", "de ", "d'", "la "];

/// What tells a candidate from the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidate {
    siret: Option<String>,
    siren: Option<String>,
    kind: Option<String>,
    name: String,
}

impl Candidate {
    /// Takes what a source says; numbers that are none are left out, and a SIREN follows from a SIRET.
    pub fn new(name: &str, kind: Option<&str>, siret: Option<&str>, siren: Option<&str>) -> Self {
        let siret = siret.and_then(|text| digits(text, 14));
        let siren = siren.and_then(|text| digits(text, 9));
        let head = siret.as_ref().and_then(|siret| siret.get(..9));
        Self {
            siren: siren.or_else(|| head.map(str::to_owned)),
            siret,
            kind: kind.and_then(kind_of),
            name: core(name),
        }
    }

    /// Takes what a dossier says.
    pub fn of_dossier(dossier: &Dossier) -> Self {
        let identity = &dossier.identity;
        Self::new(
            &dossier.name,
            Some(&dossier.kind),
            identity.siret.as_deref(),
            identity.siren.as_deref(),
        )
    }

    /// Returns what two rows of one candidate have in common: its number where there is one, else kind and name.
    pub fn key(&self) -> String {
        match &self.siret {
            Some(siret) => siret.clone(),
            None => {
                let kind = self.kind.as_deref().unwrap_or_default();
                let siren = self.siren.as_deref().unwrap_or_default();
                format!("{siren}/{kind}/{}", self.name)
            }
        }
    }

    /// Bodies of two numbers are two, whatever their names; a kind that nobody gives is no difference.
    fn shares_name(&self, other: &Self) -> bool {
        let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
        !self.name.is_empty()
            && self.name == other.name
            && !differ(&self.kind, &other.kind)
            && !differ(&self.siren, &other.siren)
    }
}

/// Reads a number of that many digits, whatever stands between them.
fn digits(text: &str, count: usize) -> Option<String> {
    let found: String = text.chars().filter(char::is_ascii_digit).collect();
    let clean = text
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '-' | '\''));
    (clean && found.len() == count).then_some(found)
}

/// Returns a kind as dossiers name it; nothing for one that tells nothing.
fn kind_of(text: &str) -> Option<String> {
    let kind = folded(text);
    let known = match kind.as_str() {
        "" | "autre" => return None,
        "metropole" | "communaute de communes" | "communaute d'agglomeration" | "communaute urbaine" => {
            "epci"
        }
        _ if kind.starts_with("syndicat") => "syndicat",
        _ if kind.starts_with("commune ") => "commune",
        _ => kind.as_str(),
    };
    Some(known.to_owned())
}

/// Folds a name without the words that say its kind: `COMMUNE DE FONTLIBRE` is `fontlibre`.
fn core(name: &str) -> String {
    let plain = folded(name).replace(['-', '‐', '–'], " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = BEFORE.iter().find_map(|word| {
        let rest = plain.strip_prefix(word)?.strip_prefix(' ')?;
        let article = ARTICLES.iter().find_map(|article| rest.strip_prefix(article));
        Some(article.unwrap_or(rest)).filter(|rest| !rest.is_empty())
    });
    rest.map_or_else(|| plain.clone(), str::to_owned)
}

/// What is found for a candidate among those of last edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kin {
    /// No one.
    None,
    /// That one, by its place.
    One(usize),
    /// Several, or one that another candidate of this edition might be as well.
    Several(Vec<usize>),
}

/// Finds every candidate of this edition among those of the last one.
pub fn kin(now: &[Candidate], then: &[Candidate]) -> Vec<Kin> {
    let places = Places::of(then);
    let mut found: Vec<Kin> = now.iter().map(|one| places.find(one, then)).collect();
    let mut claims: BTreeMap<usize, usize> = BTreeMap::new();
    for kin in &found {
        if let Kin::One(place) = kin {
            *claims.entry(*place).or_default() += 1;
        }
    }
    for kin in &mut found {
        if let Kin::One(place) = kin
            && claims.get(place).is_some_and(|claims| *claims > 1)
        {
            *kin = Kin::Several(vec![*place]);
        }
    }
    found
}

/// Where numbers and names stand in last edition.
struct Places<'a> {
    sirets: BTreeMap<&'a str, BTreeSet<usize>>,
    sirens: BTreeMap<&'a str, BTreeSet<usize>>,
    names: BTreeMap<&'a str, BTreeSet<usize>>,
}

impl<'a> Places<'a> {
    fn of(then: &'a [Candidate]) -> Self {
        let mut places = Self {
            sirets: BTreeMap::new(),
            sirens: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for (place, one) in then.iter().enumerate() {
            if let Some(siret) = &one.siret {
                places.sirets.entry(siret).or_default().insert(place);
            }
            if let Some(siren) = &one.siren {
                places.sirens.entry(siren).or_default().insert(place);
            }
            places.names.entry(&one.name).or_default().insert(place);
        }
        places
    }

    fn find(&self, one: &Candidate, then: &[Candidate]) -> Kin {
        let at = |places: &BTreeMap<&str, BTreeSet<usize>>, number: &Option<String>| {
            number.as_deref().and_then(|number| places.get(number)).cloned()
        };
        let named = |place: &usize| then.get(*place).is_some_and(|other| one.shares_name(other));
        let by_number = at(&self.sirets, &one.siret).or_else(|| at(&self.sirens, &one.siren));
        let hits: Vec<usize> = match by_number {
            Some(hits) => hits.into_iter().collect(),
            None => {
                let hits = self.names.get(one.name.as_str());
                hits.into_iter().flatten().copied().filter(named).collect()
            }
        };
        // Several establishments of one body: the name may still tell them apart.
        let closer: Vec<usize> = hits.iter().copied().filter(named).collect();
        match (hits.as_slice(), closer.as_slice()) {
            ([], _) => Kin::None,
            ([place], _) | (_, [place]) => Kin::One(*place),
            _ => Kin::Several(hits),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str, kind: &str, siret: &str) -> Candidate {
        Candidate::new(name, Some(kind), Some(siret), None)
    }

    const A: &str = "21991601200012";
    const A_OTHER: &str = "21991601200020";
    const B: &str = "20991602200012";

    #[test]
    fn the_siret_decides_before_the_siren_before_the_name() {
        let then = [
            one("Valbrume", "commune", ""),
            one("Autre nom", "commune", A),
            one("Encore un autre", "commune", B),
        ];
        let now = [
            one("Valbrume", "commune", A),
            one("Orvelance", "epci", "20991602200020"),
            one("COMMUNE DE VALBRUME", "commune", ""),
            one("Inconnue", "commune", ""),
        ];
        let expected = [Kin::One(1), Kin::One(2), Kin::One(0), Kin::None];
        assert_eq!(kin(&now, &then), expected);
    }

    #[test]
    fn what_could_be_another_is_nobody_s() {
        let twins = [
            one("Saint-Martin", "commune", ""),
            one("saint martin", "commune", ""),
        ];
        let lone = [one("Ville de Saint-Martin", "commune", "")];
        assert_eq!(kin(&lone, &twins), [Kin::Several(vec![0, 1])]);
        let claimed = kin(&twins, &lone);
        assert_eq!(claimed, [Kin::Several(vec![0]), Kin::Several(vec![0])]);
        let bodies = [one("Valbrume", "commune", A)];
        let homonym = [one("Valbrume", "commune", B)];
        assert_eq!(kin(&bodies, &homonym), [Kin::None], "two numbers are two bodies");
        assert_eq!(
            kin(&[one("Rhône", "departement", "")], &[one("Rhône", "région", "")]),
            [Kin::None]
        );
        assert_eq!(
            kin(&[one("", "commune", "")], &[one("", "commune", "")]),
            [Kin::None]
        );
    }

    #[test]
    fn the_name_tells_establishments_of_one_body_apart() {
        let then = [one("Musée", "commune", A), one("Valbrume", "commune", A_OTHER)];
        let now = [one("Valbrume", "commune", "21991601200038")];
        assert_eq!(kin(&now, &then), [Kin::One(1)]);
        let now = [one("Piscine", "commune", "21991601200038")];
        assert_eq!(kin(&now, &then), [Kin::Several(vec![0, 1])]);
    }

    #[test]
    fn names_are_read_through_kinds_cases_and_articles() {
        for (a, b) in [
            ("COMMUNE DE FONTLIBRE", "Fontlibre"),
            ("Département de l’Exemplie", "DEPARTEMENT DE L'EXEMPLIE"),
            ("CC du Haut-Sorvan", "Communauté de communes du Haut Sorvan"),
            ("Mairie d’Échirolles", "échirolles"),
        ] {
            assert_eq!(core(a), core(b), "{a} {b}");
        }
        assert_eq!(core("Commune"), "commune");
        assert_ne!(core("Communay"), core("Ay"));
        assert_eq!(
            kind_of("syndicat mixte/intercommunal").as_deref(),
            Some("syndicat")
        );
        assert_eq!(kind_of("Métropole").as_deref(), Some("epci"));
        assert_eq!(digits("219 916 012 00012", 14).as_deref(), Some(A));
        assert_eq!(digits("FR219916012", 9), None);
    }
}
