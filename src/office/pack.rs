//! One package a juror: the grid, their dossiers with the evidence, and the secret that enrols their devices.

use super::act::PackedFile;
use super::{Office, OfficeError, seal};
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::former::Former;
use crate::domain::ids::{Digest, DossierId, JurorId};
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use crate::exchange::bag::BagFault;
use crate::exchange::package::{self, Addressee, Contents, Issue, PackageError};
use crate::exchange::seal::{ENDING, Lock};
use crate::exchange::watch::Stage;
use crate::store::{Enrolled, Key};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

impl Office {
    pub(super) fn pack(
        &mut self,
        out: &Path,
        juror: Option<&JurorId>,
        lock: Option<&Lock>,
    ) -> Result<Vec<PackedFile>, OfficeError> {
        self.may(Verb::Prepare)?;
        if lock.is_some() {
            seal::check(out)?;
        }
        let jury = self.store.jury()?;
        if jury.is_empty() {
            return Err(OfficeError::State(Saying::new("assign-no-juror")));
        }
        let seats = self.store.seats()?;
        let conflicts = self.store.declared_conflicts()?;
        let grid = self.store.get(Key::Grid)?.unwrap_or_default();
        std::fs::create_dir_all(out).map_err(|e| OfficeError::io(out, &e))?;
        let mut made = Vec::new();
        let wanted = jury.iter().filter(|e| juror.is_none_or(|id| e.juror.id == *id));
        let all = wanted.clone().count() as u64;
        for enrolled in wanted {
            self.watch.tell(Stage::Packages, made.len() as u64, all);
            // A package is whole or not there: those that were made stay.
            if self.watch.is_stopped() {
                return Err(OfficeError::State(
                    Saying::new("pack-stopped").number("n", made.len()),
                ));
            }
            let mine = |dossier: &Dossier| {
                let seat = (enrolled.juror.id.clone(), dossier.id.clone());
                let conflict = conflicts
                    .iter()
                    .any(|c| (&c.juror, &c.dossier) == (&seat.0, &seat.1));
                seats.contains(&seat) && !conflict
            };
            let mut dossiers = Vec::new();
            self.store.each_dossier::<OfficeError>(|stored| {
                if mine(&stored.dossier) {
                    dossiers.push(stored.dossier);
                }
                Ok(())
            })?;
            made.push(self.pack_one(out, enrolled, &grid, dossiers, lock)?);
        }
        Ok(made)
    }

    fn formers_of(&self, dossiers: &[Dossier]) -> Result<BTreeMap<DossierId, Former>, OfficeError> {
        let mut formers = BTreeMap::new();
        for dossier in dossiers {
            if let Some(former) = self.store.former(&dossier.id)? {
                formers.insert(dossier.id.clone(), former);
            }
        }
        Ok(formers)
    }

    fn pack_one(
        &self,
        out: &Path,
        enrolled: &Enrolled,
        grid: &str,
        mut dossiers: Vec<Dossier>,
        lock: Option<&Lock>,
    ) -> Result<PackedFile, OfficeError> {
        let ending = if lock.is_some() { ENDING } else { "" };
        let path = out.join(format!("{}{}{ending}", enrolled.juror.id, package::ENDING));
        for piece in dossiers.iter_mut().flat_map(|d| &mut d.evidence) {
            let here = match &piece.sha256 {
                Some(digest) => self.store.has_evidence(digest)?,
                None => false,
            };
            if !here {
                piece.sha256 = None;
            }
        }
        let contents = Contents {
            campaign: self.campaign.clone(),
            issue: self.store.journal_head()?.map(|entry| Issue {
                seq: entry.seq,
                at: entry.at,
            }),
            grid: grid.to_owned(),
            juror: Addressee {
                id: enrolled.juror.id.clone(),
                name: enrolled.juror.name.clone(),
                affiliation: enrolled.juror.affiliation.clone(),
                secret: enrolled.secret.clone(),
            },
            formers: self.formers_of(&dossiers)?,
            dossiers,
        };
        let name = path.display().to_string();
        let bytes_of = |digest: &Digest| {
            self.store.evidence(digest)?.ok_or_else(|| {
                let member = digest.to_string();
                OfficeError::from(PackageError::of(&name, BagFault::Lacks { member }))
            })
        };
        let write = |file: &mut File| package::write(file, &name, &contents, bytes_of).map(drop);
        super::write_sheet::beside_then_rename(&path, |file| match lock {
            Some(lock) => seal::sealed(&path, file, lock, write),
            None => write(file),
        })?;
        Ok(PackedFile {
            juror: enrolled.juror.name.clone(),
            path,
            dossiers: running(&contents.dossiers),
        })
    }
}

/// Dossiers set aside go with the others, so that jurors see it; they are not for them to score.
fn running(dossiers: &[Dossier]) -> usize {
    let running = dossiers.iter().filter(|d| d.standing == Standing::Received);
    running.count()
}
