//! The demo's last edition: four of its candidates, with the levels that they were given, made by the same acts.

use super::{DemoJuror, enrol};
use crate::context::Context;
use crate::domain::decision::Ruling;
use crate::domain::ids::LevelCode;
use crate::domain::motion::Motion;
use crate::office::act::{Decide, ImportRequest};
use crate::office::{Act, NewCampaign, Office, OfficeError, new_campaign};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const DEMARCHE: &str = include_str!("../../fixtures/demo/former.json");
const LEVELS: &str = include_str!("../../fixtures/demo/former-levels.json");

#[derive(Deserialize)]
struct Decided {
    level: String,
    reason: String,
}

/// Makes last edition's coordinator store, and recalls it beside this one's candidates.
pub(super) fn recall(
    office: &mut Office,
    store: &Path,
    jury: &[DemoJuror],
    context: &Context,
) -> Result<(), OfficeError> {
    build(store, jury, context)?;
    office.perform(Act::Recall {
        from: store.to_owned(),
        dry_run: false,
    })?;
    Ok(())
}

/// Makes the store, decided and closed.
fn build(store: &Path, jury: &[DemoJuror], context: &Context) -> Result<(), OfficeError> {
    let io = |e: std::io::Error| OfficeError::io(store, &e);
    let levels: BTreeMap<String, Decided> = serde_json::from_str(LEVELS).map_err(|e| io(e.into()))?;
    let scratch = tempfile::tempdir().map_err(io)?;
    let page = scratch.path().join("demarche.json");
    fs::write(&page, DEMARCHE).map_err(io)?;
    let new = NewCampaign {
        grid: "tnl-2016".to_owned(),
        edition: "2025".to_owned(),
        opens: Some("2025-09-01".to_owned()),
        closes: Some("2025-10-19".to_owned()),
    };
    // Drawn from a seed, both campaigns would be one: this one draws further on.
    let context = context.clone();
    for _ in 0..=jury.len() {
        context.random().map_err(io)?;
    }
    let mut office = new_campaign(store, &new, context)?;
    office.be_without_copies();
    office.perform(Act::Import(ImportRequest {
        paths: vec![page],
        ..ImportRequest::default()
    }))?;
    enrol(&mut office, jury)?;
    let present = office.jury()?.into_iter().map(|juror| juror.id).collect();
    office.perform(Act::OpenSitting { present })?;
    for (number, decided) in levels {
        decide(&mut office, &number, decided)?;
    }
    office.perform(Act::CloseSitting)?;
    Ok(())
}

fn decide(office: &mut Office, number: &str, decided: Decided) -> Result<(), OfficeError> {
    let dossier = office.find_dossier(number)?;
    let level = Some(decided.level).filter(|code| code != "none");
    let ruling = Ruling::Decided {
        level: level.map(LevelCode::new),
    };
    office.perform(Act::Decide(Box::new(Decide {
        dossier,
        ruling,
        reason: decided.reason,
        motion: Motion::default(),
    })))?;
    Ok(())
}
