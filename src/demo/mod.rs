//! A whole fictional campaign from embedded fixtures, made by the same acts that people use: fourteen candidates, five
//! jurors, quarrels, one recusal, one sheet that is missing, and a last edition at which four of them applied.

mod former;
mod sitting;

use crate::context::Context;
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::domain::score::{Comment, Feedback, Mark};
use crate::office::act::{CellChange, ImportRequest, NewJuror};
use crate::office::{Act, NewCampaign, Office, OfficeError, drop_copies, new_campaign, open_package};
use crate::store::Lock;
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

static EVIDENCE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/demo/evidence");
const DEMARCHE: &str = include_str!("../../fixtures/demo/demarche.json");
const SCORES: &str = include_str!("../../fixtures/demo/scores.json");

const COORDINATOR: &str = "coordinator.sqlite";
const COMMITTEE: &str = "committee.sqlite";
const JUROR: &str = "juror.sqlite";
const LAST_EDITION: &str = "edition-2025.sqlite";
const FOLDERS: [&str; 3] = ["dossiers", "packages", "sheets"];
/// The juror whose sheet has not come yet: the demo's juror.
const SILENT: &str = "brehat";

/// In whose place the demo opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoRole {
    /// A juror, half way through.
    Juror,
    /// The coordinator, with four sheets of five.
    Coordinator,
    /// The committee, sitting.
    Committee,
}

/// A demo that stands in a folder.
#[derive(Debug, Clone)]
pub struct Made {
    folder: PathBuf,
    /// The package of the demo's juror.
    pub package: PathBuf,
    /// The sheets that came.
    pub sheets: Vec<PathBuf>,
}

impl Made {
    /// Returns the store of a role.
    pub fn store(&self, role: DemoRole) -> PathBuf {
        self.folder.join(match role {
            DemoRole::Juror => JUROR,
            DemoRole::Coordinator => COORDINATOR,
            DemoRole::Committee => COMMITTEE,
        })
    }
}

#[derive(Deserialize)]
struct Jury {
    jurors: Vec<DemoJuror>,
    sheets: BTreeMap<String, BTreeMap<String, BTreeMap<CriterionCode, DemoScore>>>,
    recusals: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct DemoJuror {
    id: String,
    name: String,
    email: Option<String>,
    affiliation: Option<String>,
}

#[derive(Deserialize)]
struct DemoScore {
    value: Value,
    #[serde(default)]
    comment: Comment,
    #[serde(default)]
    feedback: Feedback,
}

/// Makes a scratch folder, which goes away with the value.
///
/// # Errors
/// The system's.
pub fn scratch() -> Result<tempfile::TempDir, OfficeError> {
    let made = tempfile::Builder::new().prefix("tnl-jury-demo-").tempdir();
    made.map_err(|e| OfficeError::io(&std::env::temp_dir(), &e))
}

/// Makes the demo in a folder; one that is there already stays as it stands, unless it is to be reset.
///
/// # Errors
/// The system's, or that another program works in the demo that is to be reset.
pub fn build(folder: &Path, reset: bool, context: &Context) -> Result<Made, OfficeError> {
    let io = |e: std::io::Error| OfficeError::io(folder, &e);
    let folder = &std::path::absolute(folder).map_err(io)?;
    if folder.join(COORDINATOR).exists() {
        if !reset {
            return found(folder);
        }
        clear(folder, context)?;
    }
    fs::create_dir_all(folder).map_err(io)?;
    let beside = tempfile::Builder::new()
        .prefix(".demo-")
        .tempdir_in(folder)
        .map_err(io)?;
    fill(beside.path(), context)?;
    for entry in fs::read_dir(beside.path()).map_err(io)? {
        let entry = entry.map_err(io)?;
        fs::rename(entry.path(), folder.join(entry.file_name())).map_err(io)?;
    }
    found(folder)
}

/// Takes away what a demo consists of, and nothing else.
fn clear(folder: &Path, context: &Context) -> Result<(), OfficeError> {
    for name in [COORDINATOR, COMMITTEE, JUROR, LAST_EDITION] {
        let store = folder.join(name);
        let _lock = Lock::take(&store, &context.holder)?;
        for ending in ["", "-wal", "-shm", ".lock"] {
            let _ = fs::remove_file(folder.join(format!("{name}{ending}")));
        }
        drop_copies(&store);
    }
    for name in FOLDERS {
        let place = folder.join(name);
        if place.exists() {
            fs::remove_dir_all(&place).map_err(|e| OfficeError::io(&place, &e))?;
        }
    }
    Ok(())
}

fn found(folder: &Path) -> Result<Made, OfficeError> {
    let files = |name: &str| -> Result<Vec<PathBuf>, OfficeError> {
        let place = folder.join(name);
        let entries = fs::read_dir(&place).map_err(|e| OfficeError::io(&place, &e))?;
        let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|e| e.path()).collect();
        paths.sort();
        Ok(paths)
    };
    let package = files("packages")?
        .into_iter()
        .find(|path| path.to_string_lossy().contains(SILENT))
        .ok_or_else(|| OfficeError::State(Saying::new("demo-incomplete").text("folder", folder.display())))?;
    Ok(Made {
        sheets: files("sheets")?,
        folder: folder.to_owned(),
        package,
    })
}

fn fill(folder: &Path, context: &Context) -> Result<(), OfficeError> {
    let io = |e: std::io::Error| OfficeError::io(folder, &e);
    let [dossiers, packages, sheets] = FOLDERS.map(|name| folder.join(name));
    fs::create_dir_all(dossiers.join("pieces")).map_err(io)?;
    fs::create_dir_all(&sheets).map_err(io)?;
    fs::write(dossiers.join("demarche.json"), DEMARCHE).map_err(io)?;
    EVIDENCE.extract(dossiers.join("pieces")).map_err(io)?;
    let jury: Jury = serde_json::from_str(SCORES).map_err(|e| io(e.into()))?;
    let mut office = prepare(folder, &dossiers, &jury, context)?;
    office.perform(Act::Pack {
        out: packages.clone(),
        juror: None,
    })?;
    let names: BTreeMap<&str, &str> = jury
        .jurors
        .iter()
        .map(|j| (j.id.as_str(), j.name.as_str()))
        .collect();
    for juror in &jury.jurors {
        let id = office.find_juror(names.get(juror.id.as_str()).copied().unwrap_or(&juror.id))?;
        let package = packages.join(format!("{id}.jury.zip"));
        let store = folder.join(if juror.id == SILENT {
            JUROR
        } else {
            "at-work.sqlite"
        });
        let (mut mine, _) = open_package(&store, &package, context.clone())?;
        mine.be_without_copies();
        score(&mut mine, &juror.id, &jury)?;
        if juror.id != SILENT {
            mine.perform(Act::WriteSheet {
                path: sheets.join(format!("{id}.sheet.json")),
            })?;
            drop(mine);
            for ending in ["", "-wal", "-shm", ".lock"] {
                let _ = fs::remove_file(folder.join(format!("at-work.sqlite{ending}")));
            }
        }
    }
    office.perform(Act::Merge {
        paths: vec![sheets],
        dry_run: false,
    })?;
    let committee = folder.join(COMMITTEE);
    office.perform(Act::BackUp {
        to: committee.clone(),
    })?;
    drop(office);
    sitting::sit(&committee, context)
}

fn prepare(folder: &Path, dossiers: &Path, jury: &Jury, context: &Context) -> Result<Office, OfficeError> {
    let new = NewCampaign {
        grid: "tnl-2016".to_owned(),
        edition: "2026 (démonstration)".to_owned(),
        opens: Some("2026-09-01".to_owned()),
        closes: Some("2026-10-19".to_owned()),
    };
    let mut office = new_campaign(&folder.join(COORDINATOR), &new, context.clone())?;
    office.be_without_copies();
    office.perform(Act::Import(ImportRequest {
        paths: vec![dossiers.join("demarche.json")],
        evidence: Some(dossiers.join("pieces")),
        ..ImportRequest::default()
    }))?;
    enrol(&mut office, &jury.jurors)?;
    former::recall(&mut office, &folder.join(LAST_EDITION), &jury.jurors, context)?;
    office.perform(Act::AssignAll)?;
    Ok(office)
}

fn enrol(office: &mut Office, jury: &[DemoJuror]) -> Result<(), OfficeError> {
    for juror in jury {
        office.perform(Act::AddJuror(NewJuror {
            name: juror.name.clone(),
            email: juror.email.clone(),
            affiliation: juror.affiliation.clone(),
        }))?;
    }
    Ok(())
}

fn score(office: &mut Office, juror: &str, jury: &Jury) -> Result<(), OfficeError> {
    let scale = office.grid().scale();
    for (number, reason) in jury.recusals.get(juror).into_iter().flatten() {
        let dossier = office.find_dossier(number)?;
        office.perform(Act::Recuse {
            dossier,
            reason: Some(reason.clone()),
        })?;
    }
    for (number, cells) in jury.sheets.get(juror).into_iter().flatten() {
        let dossier = office.find_dossier(number)?;
        for (criterion, cell) in cells {
            let word = cell
                .value
                .as_str()
                .map_or_else(|| cell.value.to_string(), str::to_owned);
            let change = CellChange {
                mark: Mark::parse(&word, scale).map(Some),
                comment: Some(cell.comment.clone()),
                feedback: Some(cell.feedback.clone()),
                ..CellChange::default()
            };
            office.perform(Act::Score {
                dossier: dossier.clone(),
                criterion: criterion.clone(),
                change,
            })?;
        }
    }
    Ok(())
}
