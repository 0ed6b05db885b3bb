//! Last edition, as one hears it.

use super::{Juror, context, id};
use tnl_jury::domain::former::{Award, Former, FormerAnswer};
use tnl_jury::office::Office;
use tnl_jury::store::{Access, Store};

fn keep(juror: &Juror, former: &Former) {
    let store = Store::open(&juror.store(), Access::Write).unwrap();
    store.put_former(&id("26001"), former).unwrap();
}

#[test]
fn level_and_answers_of_then_are_told_for_the_criterion() {
    let juror = Juror::new();
    let said = juror.types(&["26001", "k 2.2", "avant"]);
    assert!(said.contains("Aucune édition précédente n’est connue"), "{said}");
    let view = juror.view("26001");
    let of = |answer: &tnl_jury::domain::dossier::Answer, text: &str| FormerAnswer {
        label: answer.label.clone(),
        champ: Some(answer.champ.clone()),
        question: None,
        criterion: None,
        text: text.to_owned(),
    };
    let postes = view.dossier.answers.iter().find(|a| a.text == "142").unwrap();
    let gone = FormerAnswer {
        label: "Question d’alors ?".into(),
        champ: None,
        question: Some("q-libre-usages".into()),
        criterion: Some("2.2".into()),
        text: "Jadis\u{1b}[2J".into(),
    };
    let former = Former {
        edition: "2025".into(),
        award: Award::Level {
            code: "3".into(),
            name: None,
        },
        answers: vec![of(postes, "118"), gone],
    };
    keep(&juror, &former);
    let said = juror.types(&["26001", "k 2.2", "z", "k 1.1", "édition", "avant toute chose"]);
    for part in [
        "Édition 2025, niveau : 3",
        "Modifiée depuis l’édition 2025.",
        "Alors : 118",
        "Aujourd’hui : 142",
        "Jadis␛[2J",
        "n’est pas compris, et rien n’a été fait",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let alone = Former {
        answers: Vec::new(),
        award: Award::None,
        ..former
    };
    keep(&juror, &alone);
    let said = juror.types(&["26001", "before"]);
    assert!(said.contains("Édition 2025 : aucun niveau attribué"), "{said}");
    assert!(
        said.contains("Seul le niveau de cette édition est connu"),
        "{said}"
    );
    assert!(
        Office::open(&juror.store(), Access::Read, context())
            .unwrap()
            .check()
            .unwrap()
            .findings
            .is_empty()
    );
}
