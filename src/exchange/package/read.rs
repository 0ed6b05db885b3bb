//! Takes a package in. First every member is read once against the manifest, within the budget; then parts are read.

use super::{
    BAGIT, BAGIT_TEXT, CAMPAIGN, Contents, DOSSIER, DOSSIERS, EVIDENCE, FORMER, GRID, Head, JUROR, MANIFEST,
    PackageError,
};
use crate::domain::dossier::Dossier;
use crate::domain::ids::{Digest, hex};
use crate::exchange::bag::{Algorithm, BagFault, MOST_DOCUMENT, Zipped, parse_document, parse_manifest};
use crate::exchange::budget::Budget;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

/// What a package may cost: the evidence of a whole edition.
fn budget() -> Budget {
    Budget {
        file_bytes: 1 << 30,
        unpacked_bytes: 16 << 30,
        ratio: 250,
        ..Budget::default()
    }
}

/// A package whose manifest held.
#[derive(Debug)]
pub struct Package<R: Read + Seek> {
    zip: Zipped<R>,
    file: String,
    names: Vec<String>,
}

impl<R: Read + Seek> Package<R> {
    /// Opens a package and checks all of it; messages call it `file`.
    ///
    /// # Errors
    /// The first thing that does not hold, and its member.
    pub fn open(input: R, file: &str) -> Result<Self, PackageError> {
        Self::checked(input, file).map_err(|fault| PackageError::of(file, fault))
    }

    fn checked(input: R, file: &str) -> Result<Self, BagFault> {
        let zip = Zipped::open(input, &budget())?;
        let mut package = Self {
            names: zip.names().to_vec(),
            file: file.to_owned(),
            zip,
        };
        package.check_names()?;
        package.check_manifest()?;
        package.zip.restart();
        Ok(package)
    }

    /// Reads everything but the evidence.
    ///
    /// # Errors
    /// The member that can't be read, and where in it.
    pub fn contents(&mut self) -> Result<Contents, PackageError> {
        self.read_contents()
            .map_err(|fault| PackageError::of(&self.file, fault))
    }

    fn read_contents(&mut self) -> Result<Contents, BagFault> {
        let Head { campaign, issue } = self.json(CAMPAIGN)?;
        let juror = self.json(JUROR)?;
        let grid = self.zip.bytes(GRID, MOST_DOCUMENT)?;
        let grid = String::from_utf8(grid).map_err(|e| BagFault::Malformed {
            member: GRID.to_owned(),
            at: String::new(),
            found: e.to_string(),
        })?;
        let mut dossiers: Vec<Dossier> = Vec::new();
        let mut formers = BTreeMap::new();
        let names = self.names.clone();
        let with_former: BTreeSet<&str> = names.iter().filter_map(|n| folder_of(n, FORMER)).collect();
        for name in &names {
            let Some(folder) = folder_of(name, DOSSIER) else {
                continue;
            };
            let dossier: Dossier = self.json(name)?;
            if with_former.contains(folder) {
                let former = format!("{DOSSIERS}{folder}{FORMER}");
                formers.insert(dossier.id.clone(), self.json(&former)?);
            }
            dossiers.push(dossier);
        }
        dossiers.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Contents {
            campaign,
            issue,
            grid,
            juror,
            dossiers,
            formers,
        })
    }

    /// Reads a piece of evidence.
    ///
    /// # Errors
    /// That it lacks, or that its bytes are not those of its name.
    pub fn evidence(&mut self, digest: &Digest) -> Result<Vec<u8>, PackageError> {
        let name = format!("{EVIDENCE}{}", digest.hex());
        self.zip.restart();
        let read = self.zip.bytes(&name, u64::MAX).and_then(|bytes| {
            if Digest::of(&bytes) == *digest {
                return Ok(bytes);
            }
            Err(BagFault::Altered { member: name })
        });
        read.map_err(|fault| PackageError::of(&self.file, fault))
    }

    fn check_names(&self) -> Result<(), BagFault> {
        let stranger = |name: &String| {
            let member = name.clone();
            Err(BagFault::Stranger { member })
        };
        if let Some(name) = self.names.iter().find(|name| !is_expected(name)) {
            return stranger(name);
        }
        let folders: BTreeSet<&str> = self.names.iter().filter_map(|n| folder_of(n, DOSSIER)).collect();
        let orphan = |name: &&String| folder_of(name, FORMER).is_some_and(|folder| !folders.contains(folder));
        if let Some(name) = self.names.iter().find(orphan) {
            return stranger(name);
        }
        let lacking = [BAGIT, MANIFEST, CAMPAIGN, GRID, JUROR]
            .into_iter()
            .find(|name| !self.names.iter().any(|have| have == name));
        lacking.map_or(Ok(()), |name| {
            let member = name.to_owned();
            Err(BagFault::Lacks { member })
        })
    }

    fn check_manifest(&mut self) -> Result<(), BagFault> {
        let altered = |name: &str| BagFault::Altered {
            member: name.to_owned(),
        };
        if self.zip.bytes(BAGIT, 4096)? != BAGIT_TEXT.as_bytes() {
            return Err(altered(BAGIT));
        }
        let manifest = self.zip.bytes(MANIFEST, MOST_DOCUMENT)?;
        let listed = parse_manifest(MANIFEST, &manifest, Algorithm::Sha256, true)?;
        for name in self.names.clone() {
            if name == BAGIT || name == MANIFEST {
                continue;
            }
            let mut hasher = Sha256::new();
            self.zip
                .stream(&name, u64::MAX, &mut |chunk| hasher.update(chunk))?;
            let found = hex(&hasher.finalize());
            let named = name.strip_prefix(EVIDENCE).is_none_or(|digits| digits == found);
            if listed.get(&name) != Some(&found) || !named {
                return Err(altered(&name));
            }
        }
        let have: BTreeSet<&String> = self.names.iter().collect();
        match listed.keys().find(|name| !have.contains(name)) {
            None => Ok(()),
            Some(name) => Err(BagFault::Lacks { member: name.clone() }),
        }
    }

    fn json<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, BagFault> {
        let bytes = self.zip.bytes(name, MOST_DOCUMENT)?;
        Ok(parse_document(&self.file, name, &bytes, &budget())?.says)
    }
}

/// Returns the folder of a dossier's member, where the name is that of one.
fn folder_of<'n>(name: &'n str, member: &str) -> Option<&'n str> {
    let folder = name.strip_prefix(DOSSIERS)?.strip_suffix(member)?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
    (!folder.is_empty() && folder.bytes().all(plain)).then_some(folder)
}

fn is_expected(name: &str) -> bool {
    matches!(name, BAGIT | MANIFEST | CAMPAIGN | GRID | JUROR)
        || folder_of(name, DOSSIER).is_some()
        || folder_of(name, FORMER).is_some()
        || name
            .strip_prefix(EVIDENCE)
            .is_some_and(|digits| !digits.starts_with("sha256:") && Digest::parse(digits).is_some())
}
