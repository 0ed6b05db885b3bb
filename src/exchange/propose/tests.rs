use super::*;
use crate::exchange::grid_toml;
use proptest::prelude::*;

fn a_grid() -> Grid {
    grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap()
}

fn first(label: &str) -> Option<(String, Certainty)> {
    let proposals = propose(label, &a_grid());
    let first = proposals.first()?;
    Some((first.question.as_str().to_owned(), first.certainty))
}

#[test]
fn one_text_is_exact_however_it_is_written() {
    let labels = [
        "q-rgi-marches",
        "Vos marchés publics informatiques exigent-ils la conformité au RGI ?",
        "VOS MARCHES PUBLICS INFORMATIQUES EXIGENT ILS LA CONFORMITE AU RGI",
        "1. Vos marchés publics informatiques exigent-ils la conformité au RGI\u{a0}?",
        "Q3 - Vos marchés publics informatiques exigent-ils la conformité au RGI ?",
        "Q3. Vos marchés publics informatiques exigent-ils la conformité au RGI ?",
        "(12) Vos marchés publics informatiques exigent-ils la conformité au RGI ?",
        "b) Do your IT procurement contracts require compliance with the RGI?",
        "q-rgi-marches[SQ001]",
        "Vos marchés publics informatiques exigent-ils la conformité au RGI ? [Oui]",
        "2.1 Vos marchés publics informatiques exigent-ils la conformité au RGI ? (Code INSEE)",
    ];
    for label in labels {
        let found = first(label);
        assert_eq!(
            found,
            Some(("q-rgi-marches".to_owned(), Certainty::Exact)),
            "{label}"
        );
    }
}

#[test]
fn other_words_for_the_same_are_likely_at_most() {
    let cases = [
        (
            "Vos marchés informatiques exigent-ils la conformité RGI ?",
            "q-rgi-marches",
        ),
        ("Le RGI est-il connu dans vos services ?", "q-rgi-connu"),
        ("Part des documents produits en format ouvert", "q-formats-part"),
        ("Formats utilisés en interne pour archiver", "q-formats-internes"),
    ];
    for (label, id) in cases {
        let (found, certainty) = first(label).unwrap_or_else(|| panic!("{label}: nothing"));
        assert_eq!(found, id, "{label}");
        assert_ne!(certainty, Certainty::Exact, "{label}");
    }
}

#[test]
fn what_speaks_of_something_else_has_no_proposal() {
    for label in ["", "?", "Numéro de téléphone", "Q12", "1.", "[]", " (Code)"] {
        let surer = propose(label, &a_grid());
        assert!(
            surer.iter().all(|p| p.certainty == Certainty::Maybe),
            "{label}: {surer:?}"
        );
    }
}

#[test]
fn a_number_is_taken_off_only_where_it_is_one() {
    let cases = [
        ("1. Nom", "Nom"),
        ("2.3) Nom", "Nom"),
        ("Q3 - Nom", "Nom"),
        ("12 Nom", "Nom"),
        ("a) Nom", "Nom"),
        ("RGI connu", "RGI connu"),
        ("e-mail", "e-mail"),
        ("2024", "2024"),
        ("A4 ou A3", "A4 ou A3"),
        ("n", "n"),
    ];
    for (label, rest) in cases {
        assert_eq!(unnumbered(label), rest, "{label}");
    }
}

proptest! {
    #[test]
    fn at_most_one_is_surer_than_maybe_and_they_are_in_order(label in "\\PC{0,60}") {
        let proposals = propose(&label, &a_grid());
        prop_assert!(proposals.len() <= MOST);
        prop_assert!(proposals.is_sorted_by_key(|p| p.certainty));
        prop_assert!(proposals.iter().filter(|p| p.certainty != Certainty::Maybe).count() <= 1);
    }
}
