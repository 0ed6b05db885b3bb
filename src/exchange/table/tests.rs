use super::Tabled as Intake;
use super::*;
use crate::domain::dossier::{Answer, Dossier, Value};
use crate::exchange::grid_toml;
use crate::exchange::intake::Input;

mod archives;
mod hostile;
mod laws;
mod mappings;
mod surveys;
mod texts;
mod workbooks;

fn a_grid() -> Grid {
    grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap()
}

fn source(bytes: &[u8]) -> Source<'_> {
    Source {
        name: "t".to_owned(),
        input: Input::Bytes(bytes),
    }
}

/// Reads a table without a mapping.
fn taken(bytes: &[u8]) -> Result<Intake, ExchangeError> {
    within(bytes, &Budget::default())
}

fn within(bytes: &[u8], budget: &Budget) -> Result<Intake, ExchangeError> {
    let options = Options {
        closes: Some("2026-10-19".to_owned()),
        ..Options::default()
    };
    read(&source(bytes), None, &a_grid(), &options, budget)
}

/// Says a refusal in short.
fn refusal(bytes: &[u8]) -> String {
    refusal_within(bytes, &Budget::default())
}

fn refusal_within(bytes: &[u8], budget: &Budget) -> String {
    match within(bytes, budget) {
        Ok(intake) => panic!("taken: {intake:?}"),
        Err(error) => error.saying().to_string(),
    }
}

/// Says warnings in short, with their places.
fn warnings(intake: &Intake) -> Vec<String> {
    let warnings = intake.warnings.iter();
    warnings.map(|w| format!("{} | {}", w.at, w.what)).collect()
}

fn refused(intake: &Intake) -> Vec<String> {
    let refused = intake.refused.iter();
    refused.map(|r| format!("{} | {}", r.at, r.why)).collect()
}

fn answer<'d>(dossier: &'d Dossier, champ: &str) -> &'d Answer {
    let found = dossier.answers.iter().find(|answer| answer.champ == champ);
    found.unwrap_or_else(|| panic!("no {champ} in {:?}", dossier.answers))
}
