//! The demo's committee, sitting.

use crate::context::Context;
use crate::domain::decision::Ruling;
use crate::domain::ids::{DossierId, LevelCode};
use crate::domain::motion::Motion;
use crate::office::act::Decide;
use crate::office::{Act, Answer, Office, OfficeError, Question, Report};
use crate::store::Access;
use std::collections::BTreeSet;
use std::path::Path;

/// How many undisputed dossiers the demo's committee has already decided.
const DECIDED: usize = 3;

/// Opens the demo's sitting and adopts the first undisputed dossiers.
pub(super) fn sit(store: &Path, context: &Context) -> Result<(), OfficeError> {
    let mut office = Office::open(store, Access::Write, context.clone())?;
    office.be_without_copies();
    let present = office.jury()?.into_iter().map(|juror| juror.id).collect();
    let Report::SittingOpened { .. } = office.perform(Act::OpenSitting { present })? else {
        return Ok(());
    };
    let Answer::Agenda(agenda) = office.ask(Question::Agenda)? else {
        return Ok(());
    };
    let undisputed = agenda
        .iter()
        .rev()
        .filter_map(|row| Some((row.id.clone(), row.proposed.clone()?)));
    let few: BTreeSet<(DossierId, String)> = undisputed.take(DECIDED).collect();
    for (dossier, level) in few {
        let level = Some(level).filter(|code| code != "none").map(LevelCode::new);
        office.perform(Act::Decide(Box::new(Decide {
            dossier,
            ruling: Ruling::Decided { level },
            reason: String::new(),
            motion: Motion::default(),
        })))?;
    }
    Ok(())
}
