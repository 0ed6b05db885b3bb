//! The juror hands in: what stands in their ballots, signed, written beside and renamed, so that half a file is never read.

use super::act::SheetWritten;
use super::open::Given;
use super::{Office, OfficeError};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::role::Role;
use crate::domain::sheet::{Sheet, SheetDossier, Version};
use crate::exchange::sheet_json;
use crate::exchange::signature::{DeviceKey, Secret};
use crate::ledger::ballot::Ballot;
use crate::ledger::verdict::Refusal;
use crate::ledger::versions::Versions;
use crate::store::{Key, StoreError};
use std::io::Write as _;
use std::path::Path;

impl Office {
    pub(super) fn write_sheet(&mut self, path: &Path) -> Result<SheetWritten, OfficeError> {
        let (sheet, key, secret) = self.my_signed_parts()?;
        let bytes = sheet_json::write(&sheet, &key, &secret)?;
        beside_then_rename(path, |file| {
            file.write_all(&bytes).map_err(|e| OfficeError::io(path, &e))
        })?;
        let mine = self.my_sheet()?;
        let missing = mine
            .missing
            .into_iter()
            .map(|(_, number, _, codes)| (number, codes))
            .collect();
        Ok(SheetWritten {
            path: path.to_owned(),
            revision: sheet.revision,
            scored: mine.scored,
            missing,
            fingerprint: mine.fingerprint,
        })
    }

    /// Returns the name under which this device's sheet lies in a shared folder: its own, for each device writes only its
    /// own file.
    ///
    /// # Errors
    /// That the store is no juror's.
    pub fn sheet_name(&self) -> Result<String, OfficeError> {
        let me = self.me()?;
        let device: String = me.device.as_str().chars().take(6).collect();
        Ok(format!("{}-{device}{}", me.addressee.id, sheet_json::ENDING))
    }

    fn my_signed_parts(&self) -> Result<(Sheet, DeviceKey, Secret), OfficeError> {
        let me = self.me()?;
        let key = self.device_key()?;
        let secret = Secret::parse(&me.addressee.secret).ok_or_else(|| damaged("juror"))?;
        let revision = self.store.next_event()?.saturating_sub(1);
        let mut sheet = Sheet {
            campaign: self.campaign.id.clone(),
            grid: self.grid.digest().clone(),
            juror: me.addressee.id.clone(),
            device: me.device.clone(),
            revision,
            written_at: self.context.stamp(),
            dossiers: std::collections::BTreeMap::new(),
            recusals: std::collections::BTreeMap::new(),
        };
        // What the last package no longer gives stays here: the coordinator would refuse the whole sheet for it.
        let given = Given::of(&self.store)?;
        self.store
            .each_ballot_of::<OfficeError>(&me.addressee.id, self.grid.scale(), |row| {
                if given.as_ref().is_none_or(|given| given.has(&row.dossier)) {
                    self.put_in(&mut sheet, &row.dossier, &row.ballot)?;
                }
                Ok(())
            })?;
        Ok((sheet, key, secret))
    }

    fn put_in(&self, sheet: &mut Sheet, dossier: &DossierId, ballot: &Ballot) -> Result<(), OfficeError> {
        let cells: std::collections::BTreeMap<CriterionCode, _> = ballot
            .cells
            .iter()
            .filter_map(|(code, versions)| Some((code.clone(), settled(versions)?)))
            .collect();
        if !cells.is_empty() {
            let digest = self.store.dossier(dossier)?.map(|stored| stored.digest);
            sheet
                .dossiers
                .insert(dossier.clone(), SheetDossier { digest, cells });
        }
        if let Some(version) = settled(&ballot.recusal) {
            sheet.recusals.insert(dossier.clone(), version);
        }
        Ok(())
    }

    pub(super) fn device_key(&self) -> Result<DeviceKey, OfficeError> {
        self.store
            .get(Key::DeviceKey)?
            .and_then(|seed| DeviceKey::parse(&seed))
            .ok_or_else(|| damaged("device_key"))
    }
}

/// A sheet tells one version a cell: the content with the clock that has seen all that stands there.
fn settled<T: Ord + Clone>(versions: &Versions<T>) -> Option<Version<T>> {
    let content = versions.settled()?.clone();
    let clock = versions.clock();
    Some(Version { content, clock })
}

fn damaged(row: &str) -> OfficeError {
    let row = row.to_owned();
    StoreError::Damaged { table: "meta", row }.into()
}

/// Writes a file beside its place, flushes it to the disk, and renames it into place.
pub(super) fn beside_then_rename(
    path: &Path,
    write: impl FnOnce(&mut std::fs::File) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let io = |e: std::io::Error| OfficeError::io(path, &e);
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(io)?;
    write(file.as_file_mut())?;
    file.as_file().sync_all().map_err(io)?;
    share(file.path()).map_err(io)?;
    file.persist(path).map_err(|e| OfficeError::io(path, &e.error))?;
    if let Ok(folder) = std::fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// A temporary file is readable by its owner alone; what is handed in or out is an ordinary file.
fn share(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}

/// Reads a sheet that someone else wrote: its shape and its signature, without any campaign.
///
/// # Errors
/// Why it is no sheet.
pub fn read_sheet(file: &Path) -> Result<sheet_json::Signed, OfficeError> {
    let bytes = super::gather::read_bounded(file)?;
    Ok(sheet_json::read(&bytes)?)
}

/// Verifies a sheet: against the campaign where a coordinator's store is given, else its signature alone. Says which.
pub fn verify_sheet(file: &Path, office: Option<&Office>) -> (Result<(), Refusal>, &'static str) {
    let signed = super::gather::read_bounded(file).and_then(|bytes| sheet_json::read(&bytes));
    let roll = office
        .filter(|o| o.role() == Role::Coordinator)
        .and_then(|o| o.roll().ok());
    match roll {
        Some(roll) => (signed.and_then(|sheet| sheet.admit(&roll).map(drop)), "campaign"),
        None => (signed.map(drop), "signature"),
    }
}
