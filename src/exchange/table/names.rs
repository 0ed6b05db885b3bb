//! The headings by which common exports name what a dossier is, folded: the platform's own (DOMAIN.md §3), those of
//! LimeSurvey in English and French, and those of sheets kept by hand.

use super::sheet::Head;
use crate::domain::text::folded;
use crate::exchange::mapping::Field;

/// Whose table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// The platform's spreadsheet.
    Platform,
    /// LimeSurvey's export.
    Survey,
    /// Any other.
    Any,
}

/// Columns that LimeSurvey puts before the answers, beside identifier and date.
const SURVEY: [&str; 20] = [
    "lastpage",
    "startlanguage",
    "seed",
    "startdate",
    "datestamp",
    "ipaddr",
    "refurl",
    "token",
    "last page",
    "start language",
    "date started",
    "date last action",
    "ip address",
    "referrer url",
    "derniere page",
    "langue de depart",
    "tete de serie",
    "date de lancement",
    "date de la derniere action",
    "adresse ip",
];

/// The last of the columns that the platform puts before the answers.
const ADMINISTRATION_ENDS: [&str; 10] = [
    "a archiver",
    "etat du dossier",
    "derniere mise a jour le",
    "derniere mise a jour du dossier le",
    "depose le",
    "passe en instruction le",
    "traite le",
    "motivation de la decision",
    "instructeurs",
    "groupe instructeur",
];

/// Those before them.
const ADMINISTRATION: [&str; 9] = [
    "id",
    "email",
    "franceconnect ?",
    "civilite",
    "nom",
    "prenom",
    "depot pour un tiers",
    "nom du mandataire",
    "prenom du mandataire",
];

/// Tells whose table has those headings.
pub(super) fn family(head: &[Head]) -> Family {
    let names: Vec<String> = head.iter().map(|head| folded(&head.column.heading)).collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("id") && has("etat du dossier") && has("depose le") {
        return Family::Platform;
    }
    let survey = names
        .iter()
        .filter(|name| SURVEY.contains(&name.as_str()))
        .count();
    let submitted = SUBMITTED.iter().any(|name| has(name));
    if survey >= 2 && submitted && NUMBERS.iter().any(|name| has(name)) {
        return Family::Survey;
    }
    Family::Any
}

/// Returns how many columns from the first on may be the platform's own.
pub(super) fn administration(head: &[Head]) -> usize {
    let mut end = 0;
    for name in ADMINISTRATION_ENDS {
        let found = head.iter().position(|head| folded(&head.column.heading) == name);
        // A question may have the name of the optional last one.
        match found {
            Some(at) if name != "groupe instructeur" || at == end => end = end.max(at + 1),
            _ => {}
        }
    }
    end
}

/// Tells whether a folded heading is one of the platform's own.
pub(super) fn is_administration(name: &str) -> bool {
    let starts = ["etablissement ", "entreprise ", "association "];
    ADMINISTRATION.contains(&name)
        || ADMINISTRATION_ENDS.contains(&name)
        || starts.iter().any(|start| name.starts_with(start))
}

/// Tells whether a folded heading is one of LimeSurvey's own.
pub(super) fn is_survey(name: &str) -> bool {
    SURVEY.contains(&name)
}

const NUMBERS: [&str; 15] = [
    "id",
    "numero",
    "number",
    "n°",
    "no",
    "num",
    "dossier",
    "dossier id",
    "id dossier",
    "numero du dossier",
    "numero de dossier",
    "n° de dossier",
    "n° dossier",
    "response id",
    "id de la reponse",
];
const SUBMITTED: [&str; 12] = [
    "submitdate",
    "date submitted",
    "date de soumission",
    "depose le",
    "date de depot",
    "submitted_at",
    "submitted at",
    "soumis le",
    "date de candidature",
    "horodateur",
    "timestamp",
    "recu le",
];
const NAMES: [&str; 22] = [
    "name",
    "nom",
    "collectivite",
    "nom de la collectivite",
    "candidat",
    "nom du candidat",
    "candidate",
    "raison sociale",
    "entreprise raison sociale",
    "denomination",
    "organisme",
    "nom de l'organisme",
    "organisation",
    "structure",
    "nom de la structure",
    "etablissement",
    "nom de l'etablissement",
    "administration",
    "nom de l'administration",
    "entite",
    "nom de l'entite",
    "territoire",
];
const KINDS: [&str; 7] = [
    "type",
    "kind",
    "categorie",
    "type de collectivite",
    "type d'organisme",
    "type de structure",
    "nature",
];
const EMAILS: [&str; 10] = [
    "email",
    "e-mail",
    "mail",
    "courriel",
    "adresse email",
    "adresse e-mail",
    "adresse mail",
    "adresse electronique",
    "email address",
    "adresse de courriel",
];
const SIRENS: [&str; 3] = ["siren", "numero siren", "n° siren"];
const SIRETS: [&str; 4] = ["siret", "numero siret", "n° siret", "etablissement siret"];
const DEPARTMENTS: [&str; 5] = [
    "department",
    "departement",
    "code departement",
    "code_departement",
    "code du departement",
];
const REGIONS: [&str; 4] = ["region", "code region", "code_region", "code de la region"];
const COMMUNES: [&str; 5] = [
    "commune code",
    "code commune",
    "code insee",
    "code insee de la commune",
    "code_insee",
];
const CITIES: [&str; 3] = ["city", "ville", "commune"];
const STATES: [&str; 5] = ["state", "etat", "statut", "status", "etat du dossier"];

/// Returns the field that a folded heading names.
pub(super) fn field_of(name: &str) -> Option<Field> {
    let known: [(Field, &[&str]); 12] = [
        (Field::Number, &NUMBERS),
        (Field::Name, &NAMES),
        (Field::Kind, &KINDS),
        (Field::Email, &EMAILS),
        (Field::Siren, &SIRENS),
        (Field::Siret, &SIRETS),
        (Field::SubmittedAt, &SUBMITTED),
        (Field::Department, &DEPARTMENTS),
        (Field::Region, &REGIONS),
        (Field::Commune, &COMMUNES),
        (Field::City, &CITIES),
        (Field::State, &STATES),
    ];
    known
        .into_iter()
        .find(|(_, names)| names.contains(&name))
        .map(|(field, _)| field)
}
