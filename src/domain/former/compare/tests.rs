use super::*;
use crate::domain::dossier::{Identity, Standing, Value};
use crate::domain::former::Award;
use crate::exchange::grid_toml;

fn grid() -> Grid {
    grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap()
}

fn now(champ: &str, question: Option<&str>, label: &str, text: &str) -> Answer {
    Answer {
        champ: champ.into(),
        question: question.map(Into::into),
        criterion: None,
        section: None,
        label: label.into(),
        text: text.into(),
        value: Value::Text,
    }
}

fn then(champ: Option<&str>, question: Option<&str>, label: &str, text: &str) -> FormerAnswer {
    FormerAnswer {
        label: label.into(),
        champ: champ.map(Into::into),
        question: question.map(Into::into),
        criterion: None,
        text: text.into(),
    }
}

fn told(
    then: Vec<FormerAnswer>,
    now: Vec<Answer>,
    code: Option<&str>,
) -> Vec<(String, Turn, String, String)> {
    let former = Former {
        edition: "2025".into(),
        award: Award::Unknown,
        answers: then,
    };
    let dossier = Dossier {
        id: "d".into(),
        number: "1".into(),
        name: "Valbrume".into(),
        kind: "commune".into(),
        standing: Standing::default(),
        submitted_at: None,
        late: false,
        identity: Identity::default(),
        answers: now,
        evidence: Vec::new(),
    };
    let code = code.map(CriterionCode::from);
    compare(&former, &dossier, &grid(), code.as_ref())
        .iter()
        .map(|p| (p.label.into(), p.turn(), p.then.into(), p.now.into()))
        .collect()
}

fn row(label: &str, turn: Turn, then: &str, now: &str) -> (String, Turn, String, String) {
    (label.into(), turn, then.into(), now.into())
}

const RGI: Option<&str> = Some("q-rgi-connu");

#[test]
fn the_form_s_identifier_ties_first_then_the_question_then_the_wording() {
    let before = vec![
        then(None, None, "Le RGI ?", "par le libellé"),
        then(None, RGI, "Autrement dit", "par la question"),
        then(Some("c1"), RGI, "Encore autrement", "par le champ"),
    ];
    let now = |champ, question| now(champ, question, "LE  RGI ?", "aujourd’hui");
    let marches = Some("q-rgi-marches");
    let today = vec![now("c0", RGI), now("c1", RGI), now("c2", marches)];
    let pairs = told(before, today, Some("1.1"));
    let thens: Vec<&str> = pairs.iter().map(|pair| pair.2.as_str()).collect();
    assert_eq!(thens, ["par la question", "par le champ", "par le libellé"]);
}

#[test]
fn several_answers_to_one_question_are_told_apart_by_their_wordings() {
    let before = vec![then(None, RGI, "Commentaire", "x"), then(None, RGI, "RGI ?", "y")];
    let today = vec![now("a", RGI, "RGI ?", "y"), now("b", RGI, "Commentaire", "x")];
    let turns: Vec<Turn> = told(before, today, Some("1.1")).iter().map(|p| p.1).collect();
    assert_eq!(turns, [Turn::Same, Turn::Same]);
}

#[test]
fn each_answer_tells_what_became_of_it() {
    let q = RGI;
    let before = vec![
        then(Some("a"), q, "A", "même  \r\ntexte\n"),
        then(Some("b"), q, "B", "142"),
        then(Some("c"), q, "C", "oui"),
        then(Some("gone"), q, "Disparue", "jadis"),
        then(Some("other"), None, "Sans critère", "ailleurs"),
    ];
    let today = vec![
        now("a", q, "A", "même\ntexte"),
        now("b", q, "B", "150"),
        now("c", q, "C", " "),
        now("d", q, "D", "neuve"),
        now("e", q, "E", ""),
    ];
    let expected = [
        row("A", Turn::Same, "même  \r\ntexte\n", "même\ntexte"),
        row("B", Turn::Changed, "142", "150"),
        row("C", Turn::OnlyThen, "oui", " "),
        row("D", Turn::OnlyNow, "", "neuve"),
        row("E", Turn::Neither, "", ""),
        row("Disparue", Turn::OnlyThen, "jadis", ""),
    ];
    assert_eq!(told(before.clone(), today.clone(), Some("1.1")), expected);
    assert_eq!(told(before.clone(), today.clone(), Some("1.2")), []);
    let none = [row("Sans critère", Turn::OnlyThen, "ailleurs", "")];
    assert_eq!(told(before, today, None), none);
}

#[test]
fn one_answer_of_then_stands_beside_one_of_now() {
    let before = vec![then(None, None, "Pièces", "a.pdf")];
    let today = vec![now("x", RGI, "Pièces", "a.pdf"), now("y", RGI, "Pièces", "b.pdf")];
    let turns: Vec<Turn> = told(before, today, Some("1.1")).iter().map(|p| p.1).collect();
    assert_eq!(turns, [Turn::Same, Turn::OnlyNow]);
}

#[test]
fn nothing_of_then_leaves_the_answers_of_now() {
    let pairs = told(Vec::new(), vec![now("a", RGI, "A", "neuf")], Some("1.1"));
    assert_eq!(pairs, [row("A", Turn::OnlyNow, "", "neuf")]);
}
