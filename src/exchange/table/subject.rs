//! Who applies, by the columns that say so: fields, and the platform's own columns with those of its second sheet.

use super::names::Family;
use super::plan::Plan;
use super::sheet::{Head, Row};
use crate::domain::dossier::Identity;
use crate::domain::text::folded;
use crate::exchange::demarche::{kind_of, siren_of};
use crate::exchange::mapping::Field;
use std::collections::HashMap;

/// What a row says of its applicant and of its own state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) name: Option<String>,
    pub(super) kind: String,
    pub(super) identity: Identity,
    pub(super) submitted_at: Option<String>,
    pub(super) state: Option<String>,
}

/// The rows of the platform's second sheet that speak of applicants, by dossier.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    columns: HashMap<String, usize>,
    rows: HashMap<String, Row>,
}

impl Bodies {
    /// Takes the rows of a sheet; those that speak of an answer instead of the applicant are passed over.
    pub(super) fn new(head: &[Head], rows: Vec<Row>) -> Self {
        let named = head.iter().map(|head| (folded(&head.column.heading), head.at));
        let mut this = Self {
            columns: named.collect(),
            rows: HashMap::new(),
        };
        let (number, champ) = (
            this.columns.get("dossier id").copied(),
            this.columns.get("champ").copied(),
        );
        for row in rows {
            let of_answer = champ
                .and_then(|at| row.words(at))
                .is_some_and(|text| folded(text) != "dossier");
            if let (false, Some(number)) = (of_answer, number.and_then(|at| row.words(at))) {
                let number = number.to_owned();
                this.rows.entry(number).or_insert(row);
            }
        }
        this
    }
}

/// A row with all that may speak of its applicant.
pub(super) struct Asked<'a> {
    pub(super) plan: &'a Plan,
    pub(super) row: &'a Row,
    pub(super) number: &'a str,
    pub(super) bodies: &'a Bodies,
}

impl Asked<'_> {
    /// Gathers what is said.
    pub(super) fn subject(&self) -> Subject {
        let own = self.own();
        let field = |field| self.field(field).map(str::to_owned);
        let siret = field(Field::Siret).or(own.identity.siret);
        let commune = field(Field::Commune).or(own.identity.commune);
        let department = field(Field::Department).or_else(|| commune.as_deref().and_then(department_of));
        Subject {
            name: field(Field::Name).or(own.name).or_else(|| siret.clone()),
            kind: self.field(Field::Kind).map_or(own.kind, kind_by_words),
            identity: Identity {
                siren: field(Field::Siren)
                    .or(own.identity.siren)
                    .or_else(|| siren_of(siret.as_deref())),
                siret,
                commune,
                city: field(Field::City).or(own.identity.city),
                department,
                region: field(Field::Region),
            },
            submitted_at: field(Field::SubmittedAt)
                .or(own.submitted_at)
                .map(|text| iso(&text)),
            state: field(Field::State).or(own.state),
        }
    }

    fn field(&self, field: Field) -> Option<&str> {
        self.plan.fields.get(&field).and_then(|at| self.row.words(*at))
    }

    /// Returns what an administrative column says, here or in the second sheet.
    fn told(&self, name: &str) -> Option<&str> {
        let here = self
            .plan
            .administration
            .get(name)
            .and_then(|at| self.row.words(*at));
        here.or_else(|| {
            let column = *self.bodies.columns.get(name)?;
            self.bodies.rows.get(self.number)?.words(column)
        })
    }

    fn own(&self) -> Subject {
        if self.plan.family != Family::Platform {
            return Subject {
                name: None,
                kind: "autre".to_owned(),
                identity: Identity::default(),
                submitted_at: None,
                state: None,
            };
        }
        let told = |name: &str| self.told(name).map(str::to_owned);
        let person = |first: &str, last: &str| {
            let parts: Vec<&str> = [self.told(first), self.told(last)]
                .into_iter()
                .flatten()
                .collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        };
        let natural = person("prenom", "nom");
        let legal = told("entreprise nom commercial")
            .or_else(|| told("entreprise raison sociale"))
            .or_else(|| person("entreprise prenom", "entreprise nom"));
        let kind = match (&legal, &natural) {
            (None, Some(_)) => "personne",
            _ => kind_of(self.told("entreprise forme juridique code").unwrap_or_default()),
        };
        Subject {
            name: legal.or(natural),
            kind: kind.to_owned(),
            identity: Identity {
                siren: told("entreprise siren"),
                siret: told("etablissement siret"),
                commune: told("etablissement code insee localite"),
                city: told("etablissement localite"),
                department: None,
                region: None,
            },
            submitted_at: told("depose le"),
            state: told("etat du dossier"),
        }
    }
}

/// The kinds that the platform's register gives, by the words that people use; any other word stays as it is.
fn kind_by_words(text: &str) -> String {
    let name = folded(text);
    let starts: [(&str, &[&str]); 5] = [
        (
            "epci",
            &[
                "epci",
                "communaute",
                "metropole",
                "agglomeration",
                "intercommunalite",
            ],
        ),
        ("commune", &["commune", "ville", "mairie"]),
        ("departement", &["departement", "conseil departemental"]),
        ("region", &["region", "conseil regional"]),
        ("syndicat", &["syndicat"]),
    ];
    let known = starts
        .iter()
        .find(|(_, words)| words.iter().any(|word| name.starts_with(word)));
    known.map_or_else(|| text.to_owned(), |(kind, _)| (*kind).to_owned())
}

/// The commune's code starts with the department's (INSEE, code officiel géographique).
fn department_of(commune: &str) -> Option<String> {
    let whole = commune.len() == 5 && commune.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let digits = if commune.starts_with("97") || commune.starts_with("98") {
        3
    } else {
        2
    };
    commune.get(..digits).filter(|_| whole).map(str::to_owned)
}

/// Writes a French date first as ISO 8601 does; anything else stays as received.
fn iso(text: &str) -> String {
    let parts = || {
        let (day, rest) = text.split_once('/')?;
        let (month, rest) = rest.split_once('/')?;
        let year = rest.get(..4)?;
        let two = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let whole = two(day) && two(month) && year.bytes().all(|byte| byte.is_ascii_digit());
        whole.then(|| format!("{year}-{month}-{day}{}", rest.get(4..).unwrap_or_default()))
    };
    parts().unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_kinds_and_departments_are_read() {
        assert_eq!(iso("12/06/2026 10:05"), "2026-06-12 10:05");
        assert_eq!(iso("2026-06-12"), "2026-06-12");
        assert_eq!(iso("1/2/26"), "1/2/26");
        assert_eq!(kind_by_words("Communauté de communes"), "epci");
        assert_eq!(kind_by_words("Ville"), "commune");
        assert_eq!(kind_by_words("Centre de gestion"), "Centre de gestion");
        assert_eq!(department_of("97411").as_deref(), Some("974"));
        assert_eq!(department_of("2A004").as_deref(), Some("2A"));
        assert_eq!(department_of("75"), None);
    }
}
