use super::*;
use crate::domain::dossier::{Identity, Standing};
use crate::domain::evidence::Evidence;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::juror::Juror;
use proptest::prelude::*;

fn person(name: &str) -> Person {
    Person::of(&juror(name))
}

fn juror(name: &str) -> Juror {
    Juror {
        id: JurorId::from("j"),
        name: name.to_owned(),
        email: Some("Anne.Lefevre@exemple.fr".to_owned()),
        affiliation: None,
    }
}

fn found(name: &str, text: &str) -> Option<String> {
    person(name)
        .named_in(text)
        .map(|at| text.get(at).unwrap().to_owned())
}

#[test]
fn both_names_in_either_order_through_accents_and_case() {
    for text in [
        "Contact : Anne Lefèvre, direction",
        "LEFÈVRE Anne",
        "lefevre anne",
        "Anne\nLEFEVRE",
        "Écrit par Mme Anne Lefèvre.",
    ] {
        assert!(found("Anne Lefèvre", text).is_some(), "{text}");
        assert!(found("LEFÈVRE Anne", text).is_some(), "{text}");
        assert!(found("Lefèvre, Anne", text).is_some(), "{text}");
        assert!(found("Mme Anne Lefèvre", text).is_some(), "{text}");
    }
    assert_eq!(
        found("Clotilde d’Haÿ", "avec D'HAY Clotilde hier").as_deref(),
        Some("D'HAY Clotilde")
    );
    assert!(found("Jean-Pierre Martin", "MARTIN Jean Pierre").is_some());
}

#[test]
fn another_is_not_taken_for_the_juror() {
    for text in [
        "Lefèvre",
        "la société Lefèvre et fils",
        "Anne Lefèvrier",
        "Marianne Lefèvre",
        "Marie-Anne Lefèvre",
        "Anne-Marie Lefèvre",
        "M. Paul Lefèvre",
        "Mme Lefèvre-Duval",
        "Mme Duval-Lefèvre",
        "confiée à Lefèvre",
        "Lefèvre a signé",
        "Lefèvre A la main",
        "P. Lefèvre",
        "Anne, Paul et Lefèvre",
        "m lefèvre",
        "",
    ] {
        assert_eq!(found("Anne Lefèvre", text), None, "{text}");
    }
    assert_eq!(found("Madonna", "Madonna chante"), None);
    assert_eq!(found("", "Anne"), None);
}

#[test]
fn a_last_name_counts_beside_a_civility_or_the_initial() {
    let cases = [
        ("Mme Lefèvre préside", "Mme Lefèvre"),
        ("madame LEFEVRE", "madame LEFEVRE"),
        ("par M. Lefèvre.", "M. Lefèvre"),
        ("vu par A. Lefèvre", "A. Lefèvre"),
        ("Lefèvre A.", "Lefèvre A."),
    ];
    for (text, named) in cases {
        assert_eq!(found("Anne Lefèvre", text).as_deref(), Some(named), "{text}");
    }
    assert_eq!(
        found("Jean-Pierre Martin", "relu par J.-P. Martin").as_deref(),
        Some("J.-P. Martin")
    );
}

#[test]
fn an_address_counts_as_a_whole() {
    assert_eq!(
        found("Anne Lefèvre", "Écrire à ANNE.lefevre@exemple.fr.").as_deref(),
        Some("ANNE.lefevre@exemple.fr")
    );
    assert_eq!(found("Anne Lefèvre", "marianne.lefevre@exemple.fr"), None);
    assert_eq!(found("Zoé Quint", "anne.lefevre@exemple.fr.net"), None);
}

fn answer(label: &str, text: &str, value: Value) -> Answer {
    Answer {
        champ: label.to_owned(),
        question: None,
        criterion: None,
        section: None,
        label: label.to_owned(),
        text: text.to_owned(),
        value,
    }
}

fn dossier(answers: Vec<Answer>) -> Dossier {
    Dossier {
        id: DossierId::from("d"),
        number: "1".to_owned(),
        name: "Commune de Valbrume".to_owned(),
        kind: "commune".to_owned(),
        standing: Standing::Received,
        submitted_at: None,
        late: false,
        identity: Identity::default(),
        answers,
        evidence: Vec::new(),
    }
}

#[test]
fn the_sentence_is_quoted_and_an_abbreviation_ends_none() {
    let quoted = |text: &str| {
        let at = person("Anne Lefèvre").named_in(text).unwrap();
        excerpt(text, &at)
    };
    assert_eq!(
        quoted("Bonjour. Vu par M. Brel et A. Lefèvre le 3.4.2026 à Mâcon. Fin."),
        "Vu par M. Brel et A. Lefèvre le 3.4.2026 à Mâcon."
    );
    assert_eq!(quoted("Présents :\nAnne Lefèvre\nPaul"), "Anne Lefèvre");
    let long = format!("{} Anne Lefèvre {}", "avant ".repeat(90), "après ".repeat(90));
    let quoted = quoted(&long);
    assert!(quoted.starts_with('…') && quoted.ends_with('…') && quoted.contains("Anne Lefèvre"));
}

#[test]
fn every_place_of_a_dossier_is_read() {
    let who = person("Anne Lefèvre");
    let first = |dossier: &Dossier, affiliation| {
        grounds(&who, affiliation, dossier, &said(dossier))
            .into_iter()
            .next()
    };
    let text = |label, text| answer(label, text, Value::Text);

    let told = dossier(vec![text(
        "Référent ?",
        "Nous avons un pôle. Anne Lefèvre le dirige. Voilà.",
    )]);
    let ground = first(&told, None).unwrap();
    assert_eq!((ground.kind, ground.place.as_str()), (Kind::Answer, "Référent ?"));
    assert_eq!(ground.passage, "Anne Lefèvre le dirige.");

    let row = vec![
        text("Nom", "LEFÈVRE"),
        text("Rôle", "élue"),
        text("Prénom", "Anne"),
    ];
    let rows = dossier(vec![answer("Équipe", "", Value::Rows(vec![row]))]);
    assert_eq!(first(&rows, None).unwrap().passage, "LEFÈVRE · élue · Anne");

    let cell = vec![text("Qui", "Mme Lefèvre, élue")];
    let rows = dossier(vec![answer("Équipe", "", Value::Rows(vec![cell]))]);
    assert_eq!(first(&rows, None).unwrap().place, "Qui");

    let apart = dossier(vec![text("Prénom", "anne"), text("Nom", "Lefevre")]);
    assert_eq!(first(&apart, None).unwrap().passage, "anne · Lefevre");

    let mut files = dossier(Vec::new());
    files.evidence.push(Evidence {
        name: "CV_Anne-Lefevre.pdf".to_owned(),
        sha256: None,
        media_type: String::new(),
        size: 0,
        criteria: Vec::new(),
        question: None,
        checksum: None,
    });
    assert_eq!(first(&files, None).unwrap().kind, Kind::FileName);

    let mut plain = dossier(Vec::new());
    assert_eq!(first(&plain, None), None);
    assert_eq!(
        first(&plain, Some("Mairie de Valbrume")).unwrap().kind,
        Kind::Affiliation
    );
    plain.identity.city = Some("Tormalis".to_owned());
    let city = first(&plain, Some("Ville de Tormalis")).unwrap();
    assert_eq!((city.kind, city.passage.as_str()), (Kind::City, "Tormalis"));
}

proptest! {
    #[test]
    fn a_name_is_found_wherever_it_stands(before in "[a-z ,.]{0,20}", after in "[ ,.][a-z ,.]{0,20}", flip: bool) {
        let name = if flip { "LEFÈVRE Anne" } else { "Anne Lefèvre" };
        let text = format!("{before} {name}{after}");
        let at = person("Anne Lefèvre").named_in(&text);
        prop_assert!(at.is_some());
        let at = at.unwrap();
        prop_assert!(excerpt(&text, &at).contains(text.get(at).unwrap()));
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,80}|(Mme|A\\.|Lef.{0,2}vre|Anne|[ .@-])*", name in "\\PC{0,20}") {
        for who in [person(&name), person("Anne Lefèvre")] {
            if let Some(at) = who.named_in(&text) {
                prop_assert!(text.get(at.clone()).is_some());
                prop_assert!(excerpt(&text, &at).chars().count() <= EXCERPT + 2);
            }
        }
    }
}
