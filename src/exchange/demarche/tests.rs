use super::*;
use crate::domain::correspondence::Correspondence;
use crate::domain::dossier::{Answer, Dossier, Value};
use crate::domain::grid::{Axis, Criterion, GridDraft, Level, Question};
use crate::domain::ids::Digest;
use crate::domain::ratio::Ratio;
use crate::domain::score::Scale;
use crate::domain::words::Words;
use std::collections::BTreeMap;

mod applicants;
mod champs;
mod example;
mod groups;
mod hostile;
mod mappings;
mod shapes;

const EXAMPLE: &str = include_str!("../../../fixtures/demarche_example.json");

/// Three criteria; the first three questions meet the example by label, by identifier and by alias.
fn a_grid() -> Grid {
    let criterion = |code: &str, questions: &[&str]| Criterion {
        code: code.into(),
        name: Words::same(code),
        short: Words::default(),
        weight: 1,
        descriptors: vec![Words::same("non"), Words::same("oui")],
        guidance: Words::default(),
        questions: questions.iter().map(|id| (*id).into()).collect(),
    };
    let question = |id: &str, text: &str, aliases: &[&str]| Question {
        id: id.into(),
        text: Words::same(text),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
    };
    let level = Level {
        code: "1".into(),
        name: Words::same("un"),
        symbol: String::new(),
        scheme: String::new(),
        rank: 1,
        threshold: Ratio::zero(),
        floors: BTreeMap::new(),
    };
    let draft = GridDraft {
        id: "essai".into(),
        name: Words::same("Essai"),
        official: false,
        scale: Scale { min: 0, max: 1 },
        quorum: 1,
        sitting_quorum: None,
        jury: Words::same("jury"),
        committee: Words::same("comité"),
        levels: vec![level],
        mentions: Vec::new(),
        axes: vec![Axis {
            code: "1".into(),
            name: Words::same("Stratégie"),
            weight: 1,
            criteria: vec![
                criterion("1.1", &["q-strategie"]),
                criterion("1.2", &["q-rgaa"]),
                criterion("1.3", &["q-piece", "q-logiciels"]),
            ],
        }],
        questions: vec![
            question(
                "q-strategie",
                "DECRIVEZ votre  strategie et votre plan d'action",
                &[],
            ),
            question("q-rgaa", "RGAA", &["Q2hhbXAtMTAwNw=="]),
            question("q-piece", "Pièce", &["Délibération ou schéma directeur"]),
            question("q-logiciels", "Logiciels libres métier déployés", &[]),
            question("q-libre", "Site web de la collectivité", &[]),
        ],
    };
    Grid::new(draft, Digest::of(b"essai")).unwrap()
}

/// All that the files hold, dossiers too.
#[derive(Debug, Default, PartialEq)]
struct Intake {
    dossiers: Vec<Dossier>,
    refused: Vec<Refused>,
    warnings: Vec<Warning>,
    asked: Vec<Asked>,
    withdrawn: Vec<String>,
    correspondence: Vec<Correspondence>,
    readings: usize,
}

fn gather(sources: &[Source<'_>], options: &Options, budget: &Budget) -> Result<Intake, ExchangeError> {
    let (mut labels, grid) = (Labels::default(), a_grid());
    for readings in 1.. {
        let mut gathered = Intake {
            readings,
            ..Intake::default()
        };
        let mut take = |taken: Taken| {
            gathered.dossiers.push(taken.dossier);
            gathered.correspondence.push(taken.correspondence);
            true
        };
        match read(
            sources,
            &grid,
            options,
            budget,
            labels,
            &Watch::default(),
            &mut take,
        )? {
            Ended::Again(learnt) => labels = learnt,
            Ended::Whole(told) => {
                gathered.refused = told.refused;
                gathered.warnings = told.warnings;
                gathered.asked = told.asked;
                gathered.withdrawn = told.withdrawn;
                return Ok(gathered);
            }
        }
    }
    unreachable!()
}

fn read_with(texts: &[&str], options: &Options, budget: &Budget) -> Result<Intake, ExchangeError> {
    let named = texts.iter().enumerate();
    let sources: Vec<_> = named
        .map(|(i, text)| Source {
            name: format!("{}.json", i + 1),
            input: Input::Bytes(text.as_bytes()),
        })
        .collect();
    gather(&sources, options, budget)
}

fn read_all(texts: &[&str]) -> Result<Intake, ExchangeError> {
    read_with(texts, &Options::default(), &Budget::default())
}

fn read_bytes(bytes: &[u8], budget: &Budget) -> Result<Intake, ExchangeError> {
    let source = Source {
        name: "1.json".to_owned(),
        input: Input::Bytes(bytes),
    };
    gather(&[source], &Options::default(), budget)
}

/// A bare dossier with these champs.
fn a_dossier(number: &str, champs: &str) -> String {
    format!(
        r#"{{"__typename": "Dossier", "number": {number}, "state": "en_instruction",
            "dateDepot": "2026-10-02T08:00:00+02:00",
            "demandeur": {{"__typename": "PersonneMorale", "siret": "21990001600011",
                           "entreprise": {{"raisonSociale": "FONTLIBRE", "formeJuridiqueCode": "7210"}}}},
            "champs": [{champs}]}}"#
    )
}

/// A page with these dossiers.
fn a_page(dossiers: &[String], cursor: &str, has_next: bool) -> String {
    format!(
        r#"{{"data": {{"demarche": {{"number": 1234, "dossiers": {{
            "pageInfo": {{"hasPreviousPage": false, "hasNextPage": {has_next},
                          "startCursor": "{cursor}<", "endCursor": "{cursor}>"}},
            "nodes": [{}]}}}}}}}}"#,
        dossiers.join(",")
    )
}

fn one(text: &str) -> Dossier {
    let mut intake = read_all(&[text]).unwrap();
    assert_eq!(intake.dossiers.len(), 1);
    intake.dossiers.remove(0)
}

fn numbers(intake: &Intake) -> Vec<&str> {
    intake
        .dossiers
        .iter()
        .map(|dossier| dossier.number.as_str())
        .collect()
}

fn said(warnings: &[Warning]) -> Vec<&str> {
    warnings.iter().map(|warning| warning.what.id).collect()
}
