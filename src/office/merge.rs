//! The coordinator takes sheets in: every file read and judged, then one transaction.

use super::act::{Merged, MergedSheet};
use super::{Office, OfficeError, juror_name};
use crate::domain::ids::{Digest, DossierId, JurorId};
use crate::domain::role::Verb;
use crate::domain::sheet::Sheet;
use crate::exchange::sheet_json::{self, ENDING, MOST_BYTES, Roll};
use crate::exchange::signature::Secret;
use crate::exchange::watch::Stage;
use crate::ledger::ballot::Ballot;
use crate::ledger::merge::{Plan, Seat};
use crate::ledger::verdict::{Refusal, Verdict};
use crate::store::SheetRow;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

impl Office {
    pub(super) fn merge(&mut self, paths: &[PathBuf], dry_run: bool) -> Result<Merged, OfficeError> {
        self.may(Verb::Merge)?;
        let mut merged = Merged::default();
        let files = gather(paths, &mut merged)?;
        let jury = self.store.jury()?;
        let roll = self.roll()?;
        let kept = self.store.sheets()?;
        let known = self.known_ballots()?;
        let heard = kept.iter().map(|sheet| sheet.juror.clone()).collect();
        let had: BTreeSet<&Digest> = kept.iter().map(|sheet| &sheet.digest).collect();
        let mut plan = Plan::new(known, heard);
        let mut fresh: Vec<SheetRow> = Vec::new();
        let all = files.len() as u64;
        for (done, path) in files.into_iter().enumerate() {
            self.watch.step(Stage::Sheets, done as u64, all)?;
            let (bytes, sheet) = match read(&path, &roll) {
                Ok(read) => read,
                Err(refusal) => {
                    merged.refused.push((path, refusal));
                    continue;
                }
            };
            let verdict = plan.take(&sheet);
            let line = MergedSheet {
                juror: juror_name(&jury, &sheet.juror),
                file: path.clone(),
                revision: sheet.revision,
                verdict,
            };
            match verdict {
                Verdict::New | Verdict::Newer => merged.accepted.push(line),
                Verdict::Unchanged => merged.unchanged.push(line),
            }
            let digest = Digest::of(&bytes);
            if !had.contains(&digest) && fresh.iter().all(|row| row.digest != digest) {
                fresh.push(self.row(digest, bytes, &sheet, &path));
            }
        }
        if !dry_run && !fresh.is_empty() {
            self.watch.tell(Stage::Settling, 0, 0);
            self.commit(&plan, &fresh)?;
        }
        let declared = self.declared()?;
        let open = plan.open_conflicts(&declared);
        merged.conflicts = open;
        Ok(merged)
    }

    fn row(&self, digest: Digest, bytes: Vec<u8>, sheet: &Sheet, path: &Path) -> SheetRow {
        SheetRow {
            digest,
            juror: sheet.juror.clone(),
            device: sheet.device.clone(),
            revision: sheet.revision,
            file: path
                .file_name()
                .map(|n| n.to_string_lossy().into_owned())
                .unwrap_or_default(),
            received_at: self.context.stamp(),
            bytes,
        }
    }

    fn commit(&self, plan: &Plan, fresh: &[SheetRow]) -> Result<(), OfficeError> {
        self.store.atomically(|store| {
            for row in fresh {
                store.keep_sheet(row)?;
                let entry = json!({"juror": row.juror, "device": row.device, "revision": row.revision,
                    "sheet": row.digest, "file": row.file});
                self.record("sheet", &entry)?;
            }
            for ((juror, dossier), ballot) in plan.changes() {
                store.put_ballot(juror, dossier, ballot)?;
            }
            Ok(())
        })
    }

    /// Returns the declarations against which sheets are admitted.
    pub(super) fn roll(&self) -> Result<Roll<'_>, OfficeError> {
        let secrets = self.store.jury()?.into_iter().filter_map(|enrolled| {
            let secret = Secret::parse(&enrolled.secret)?;
            Some((enrolled.juror.id, secret))
        });
        Ok(Roll {
            campaign: &self.campaign.id,
            grid: &self.grid,
            secrets: secrets.collect(),
            seats: self.store.seats()?,
            dossiers: self
                .store
                .dossier_names()?
                .into_iter()
                .map(|(id, ..)| id)
                .collect(),
        })
    }

    pub(super) fn known_ballots(&self) -> Result<BTreeMap<Seat, Ballot>, OfficeError> {
        let rows = self.store.ballots(None, self.grid.scale())?;
        Ok(rows
            .into_iter()
            .map(|row| ((row.juror, row.dossier), row.ballot))
            .collect())
    }

    /// Returns the pairs that the coordinator declared in conflict of interest.
    pub(super) fn declared(&self) -> Result<BTreeSet<(JurorId, DossierId)>, OfficeError> {
        let conflicts = self.store.declared_conflicts()?;
        Ok(conflicts.into_iter().map(|c| (c.juror, c.dossier)).collect())
    }
}

/// Lists the files: those named, and in folders those that end as sheets do; the others are said to be skipped.
fn gather(paths: &[PathBuf], merged: &mut Merged) -> Result<Vec<PathBuf>, OfficeError> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).map_err(|e| OfficeError::io(path, &e))?;
        let mut inside = entries
            .map(|entry| entry.map(|e| e.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| OfficeError::io(path, &e))?;
        inside.sort();
        for file in inside {
            let is_sheet = file
                .file_name()
                .is_some_and(|name| name.to_string_lossy().ends_with(ENDING));
            if is_sheet {
                files.push(file);
            } else {
                merged.skipped.push(file);
            }
        }
    }
    Ok(files)
}

fn read(path: &Path, roll: &Roll<'_>) -> Result<(Vec<u8>, Sheet), Refusal> {
    let bytes = read_bounded(path)?;
    let sheet = sheet_json::read(&bytes)?.admit(roll)?;
    Ok((bytes, sheet))
}

/// Reads a regular file, no link and no device, and no more of it than a sheet may hold.
pub(super) fn read_bounded(path: &Path) -> Result<Vec<u8>, Refusal> {
    let unreadable = |e: std::io::Error| Refusal::Unreadable { why: e.to_string() };
    let kind = std::fs::symlink_metadata(path).map_err(unreadable)?;
    if !kind.is_file() {
        let why = "not a regular file".to_owned();
        return Err(Refusal::Unreadable { why });
    }
    let mut bytes = Vec::new();
    let input = File::open(path).map_err(unreadable)?;
    input
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(Refusal::Malformed {
            at: format!("byte {MOST_BYTES}"),
            found: "larger than any sheet".to_owned(),
        });
    }
    Ok(bytes)
}
