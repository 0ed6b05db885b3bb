//! Whether a signed sheet fits the campaign: refusal depends on it and on the coordinator's own declarations alone, never
//! on another sheet.

use super::wire::{Given, Wire, WireCell};
use super::{Signed, malformed};
use crate::domain::grid::Grid;
use crate::domain::ids::{CampaignId, CriterionCode, DeviceId, DossierId, JurorId, unhex};
use crate::domain::score::{Comment, Feedback, Mark};
use crate::domain::sheet::{Content, Version};
use crate::exchange::signature::Secret;
use crate::ledger::ballot::Ballot;
use crate::ledger::verdict::Refusal;
use crate::ledger::versions::Versions;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Who is on the jury and what each was given: the coordinator's own declarations, against which a sheet is admitted.
#[derive(Debug)]
pub struct Roll<'a> {
    /// The campaign.
    pub campaign: &'a CampaignId,
    /// Its grid.
    pub grid: &'a Grid,
    /// Each juror's package secret.
    pub secrets: BTreeMap<JurorId, Secret>,
    /// What each juror was given.
    pub seats: BTreeMap<JurorId, BTreeSet<DossierId>>,
    /// All dossiers.
    pub dossiers: BTreeSet<DossierId>,
}

/// A sheet that fits the campaign, parted by dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// Whose it is.
    pub juror: JurorId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Its revision.
    pub revision: u64,
    /// When it says that it was written.
    pub written_at: String,
    /// What it says of each dossier: scored, recused or both.
    pub parts: BTreeMap<DossierId, Ballot>,
}

impl Signed {
    /// Checks the sheet against the roll.
    ///
    /// # Errors
    /// Why this campaign refuses it.
    pub fn admit(self, roll: &Roll<'_>) -> Result<Admitted, Refusal> {
        let wire = *self.wire;
        fits(&wire, roll)?;
        let mut parts = Vec::with_capacity(wire.dossiers.len());
        for dossier in wire.dossiers {
            seated(&wire.juror, &dossier.id, roll)?;
            let (id, cells) = (dossier.id, dossier.scores.0);
            let ballot = scored(&id, cells, roll.grid)?;
            parts.push((id, ballot));
        }
        let count = parts.len();
        let mut parts: BTreeMap<DossierId, Ballot> = parts.into_iter().collect();
        if parts.len() < count {
            return Err(malformed("/dossiers", "a dossier stands twice"));
        }
        for recusal in wire.recusals {
            seated(&wire.juror, &recusal.dossier, roll)?;
            let part = parts.entry(recusal.dossier.clone()).or_default();
            if !part.recusal.is_empty() {
                let twice = format!("{} stands twice", recusal.dossier);
                return Err(malformed("/recusals", twice));
            }
            let content = (!recusal.undone).then_some(recusal.reason);
            let clock = recusal.clock;
            part.recusal = Versions::of(Version { content, clock });
        }
        Ok(Admitted {
            juror: wire.juror,
            device: wire.device,
            revision: wire.revision,
            written_at: wire.written_at,
            parts,
        })
    }
}

fn fits(wire: &Wire, roll: &Roll<'_>) -> Result<(), Refusal> {
    if wire.campaign != *roll.campaign {
        return Err(Refusal::OtherCampaign {
            found: wire.campaign.to_string(),
            expected: roll.campaign.to_string(),
        });
    }
    let juror = || wire.juror.to_string();
    let Some(secret) = roll.secrets.get(&wire.juror) else {
        return Err(Refusal::UnknownJuror { juror: juror() });
    };
    if !secret.endorses(&unhex(&wire.public_key).unwrap_or_default(), &wire.endorsement) {
        return Err(Refusal::KeyNotEndorsed { juror: juror() });
    }
    if wire.grid != *roll.grid.digest() {
        return Err(Refusal::OtherGrid {
            found: wire.grid.to_string(),
            expected: roll.grid.digest().to_string(),
        });
    }
    Ok(())
}

fn seated(juror: &JurorId, dossier: &DossierId, roll: &Roll<'_>) -> Result<(), Refusal> {
    if roll.seats.get(juror).is_some_and(|given| given.contains(dossier)) {
        return Ok(());
    }
    let (juror, dossier) = (juror.to_string(), dossier.to_string());
    Err(if roll.dossiers.contains(dossier.as_str()) {
        Refusal::NotAssigned { juror, dossier }
    } else {
        Refusal::UnknownDossier { dossier }
    })
}

fn scored(
    dossier: &DossierId,
    cells: Vec<(CriterionCode, WireCell)>,
    grid: &Grid,
) -> Result<Ballot, Refusal> {
    let mut versions = Vec::with_capacity(cells.len());
    for (criterion, cell) in cells {
        if grid.criterion(&criterion).is_none() {
            return Err(Refusal::UnknownCriterion {
                dossier: dossier.to_string(),
                criterion: criterion.to_string(),
            });
        }
        match admit_cell(cell, grid) {
            Ok(version) => versions.push((criterion, Versions::of(version))),
            Err(value) => {
                return Err(Refusal::OffScale {
                    dossier: dossier.to_string(),
                    criterion: criterion.to_string(),
                    found: value.to_string(),
                });
            }
        }
    }
    Ok(Ballot {
        cells: versions.into_iter().collect(),
        recusal: Versions::default(),
    })
}

/// Returns what a cell says; its value, where that lies off the scale.
fn admit_cell(cell: WireCell, grid: &Grid) -> Result<Version<Content>, Value> {
    let Some(mark) = read_mark(&cell.value, grid) else {
        return Err(cell.value.value());
    };
    let content = Content {
        mark,
        comment: Comment(cell.comment),
        feedback: Feedback(cell.feedback),
        citations: cell.citations,
    };
    let clock = cell.clock;
    Ok(Version { content, clock })
}

fn read_mark(given: &Given, grid: &Grid) -> Option<Option<Mark>> {
    match given {
        Given::Blank => Some(None),
        Given::Number(number) => grid.scale().score(*number).map(|score| Some(Mark::Scored(score))),
        Given::Other(value) => match value.as_str()? {
            "abstain" => Some(Some(Mark::Abstained)),
            "na" => Some(Some(Mark::NotApplicable)),
            _ => None,
        },
    }
}
