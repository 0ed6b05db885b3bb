use super::*;
use crate::exchange::grid_toml;

mod texts;

pub(super) fn a_grid() -> Grid {
    grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap()
}

/// Reads a table without a mapping.
pub(super) fn taken(bytes: &[u8]) -> Result<Intake, ExchangeError> {
    let source = Source {
        name: "t".to_owned(),
        bytes,
    };
    read(&source, None, &a_grid(), &Options::default(), &Budget::default())
}

/// Says a refusal in short.
pub(super) fn refusal(bytes: &[u8]) -> String {
    match taken(bytes) {
        Ok(intake) => panic!("taken: {intake:?}"),
        Err(error) => error.saying().to_string(),
    }
}

/// Says warnings in short, with their places.
pub(super) fn warnings(intake: &Intake) -> Vec<(String, String)> {
    let warnings = intake.warnings.iter();
    warnings.map(|w| (w.at.clone(), w.what.to_string())).collect()
}
