//! Who sits on the jury.

use super::ids::JurorId;
use super::text::folded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Words that say what kind of body it is, not which.
const KINDS: [&str; 24] = [
    "agglomeration",
    "association",
    "collectivite",
    "commune",
    "communes",
    "communaute",
    "conseil",
    "departement",
    "departemental",
    "direction",
    "fictive",
    "general",
    "habitants",
    "mairie",
    "metropole",
    "mixte",
    "numerique",
    "pays",
    "public",
    "region",
    "regional",
    "services",
    "syndicat",
    "ville",
];

/// Tells whether an affiliation resembles a candidate's name: they share a word of four letters or more that says which
/// body it is. A suggestion to step back, never more.
pub fn resembles(affiliation: &str, candidate: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        folded(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() >= 4 && !KINDS.contains(word))
            .map(str::to_owned)
            .collect()
    };
    words(affiliation)
        .intersection(&words(candidate))
        .next()
        .is_some()
}

/// A juror as the coordinator enrolled them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Juror {
    /// The juror's identifier in this campaign.
    pub id: JurorId,
    /// The name, as it is shown and printed.
    pub name: String,
    /// The address; never published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The organisation that the juror belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affiliation: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::resembles;

    #[test]
    fn the_same_body_is_seen_through_case_accents_and_kinds() {
        assert!(resembles(
            "Mairie de Vaucelière-sur-Nivette",
            "COMMUNE DE VAUCELIERE SUR NIVETTE"
        ));
        assert!(resembles("Département de la Sarvoye", "Sarvoye"));
        assert!(!resembles(
            "Syndicat mixte du numérique",
            "Syndicat mixte Lorvaise Numérique"
        ));
        assert!(!resembles("Commune de Tormalis", "Commune de Valbrume"));
        assert!(!resembles("", "Valbrume"));
    }
}
