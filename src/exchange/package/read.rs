//! Takes a package in. First every member is read once against the manifest, within the budget; then parts are read.

use super::ends::entry_count;
use super::{
    BAGIT, BAGIT_TEXT, CAMPAIGN, Contents, DOSSIER, DOSSIERS, EVIDENCE, FORMER, GRID, JUROR, MANIFEST,
    PackageError, ZipFault,
};
use crate::domain::dossier::Dossier;
use crate::domain::ids::{Digest, hex};
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use zip::ZipArchive;

const MOST_UNPACKED: u64 = 16 << 30;
const MOST_MEMBER: u64 = 1 << 30;
const MOST_MEMBERS: usize = 200_000;
const MOST_RATIO: u64 = 250;
const RATIO_FROM: u64 = 8 << 20;

/// A package whose manifest held.
#[derive(Debug)]
pub struct Package<R: Read + Seek> {
    zip: ZipArchive<R>,
    file: String,
    names: Vec<String>,
}

impl<R: Read + Seek> Package<R> {
    /// Opens a package and checks all of it; messages call it `file`.
    ///
    /// # Errors
    /// The first thing that does not hold, and its member.
    pub fn open(mut input: R, file: &str) -> Result<Self, PackageError> {
        let entries = entry_count(&mut input, file)?;
        let zip = ZipArchive::new(input).map_err(|e| PackageError::NotZip {
            file: file.to_owned(),
            why: ZipFault::Reader(e.to_string()),
        })?;
        if zip.offset() != 0 {
            return Err(PackageError::NotZip {
                file: file.to_owned(),
                why: ZipFault::Before,
            });
        }
        let names = zip
            .file_names()
            .map(|name| name.map(std::borrow::Cow::into_owned))
            .collect::<Result<_, _>>()
            .map_err(|e| PackageError::NotZip {
                file: file.to_owned(),
                why: ZipFault::Reader(e.to_string()),
            })?;
        let mut package = Self {
            zip,
            file: file.to_owned(),
            names,
        };
        package.check_names(entries)?;
        package.check_manifest()?;
        Ok(package)
    }

    /// Reads everything but the evidence.
    ///
    /// # Errors
    /// The member that can't be read, and where in it.
    pub fn contents(&mut self) -> Result<Contents, PackageError> {
        let campaign = self.json(CAMPAIGN)?;
        let juror = self.json(JUROR)?;
        let grid = self.bytes(GRID)?;
        let grid = String::from_utf8(grid).map_err(|e| self.malformed(GRID, "", &e))?;
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
        let bytes = self.bytes(&name)?;
        if Digest::of(&bytes) == *digest {
            Ok(bytes)
        } else {
            Err(self.altered(&name))
        }
    }

    fn check_names(&self, entries: usize) -> Result<(), PackageError> {
        let member = |name: &str| PackageError::Member {
            file: self.file.clone(),
            member: name.to_owned(),
        };
        if entries != self.names.len() || self.names.len() > MOST_MEMBERS {
            return Err(member("*"));
        }
        if let Some(stranger) = self.names.iter().find(|name| !is_expected(name)) {
            return Err(member(stranger));
        }
        let folders: BTreeSet<&str> = self.names.iter().filter_map(|n| folder_of(n, DOSSIER)).collect();
        let orphan = |name: &&String| folder_of(name, FORMER).is_some_and(|folder| !folders.contains(folder));
        if let Some(orphan) = self.names.iter().find(orphan) {
            return Err(member(orphan));
        }
        let lacking = [BAGIT, MANIFEST, CAMPAIGN, GRID, JUROR]
            .into_iter()
            .find(|name| !self.names.iter().any(|have| have == name));
        lacking.map_or(Ok(()), |name| {
            Err(PackageError::Lacks {
                file: self.file.clone(),
                member: name.to_owned(),
            })
        })
    }

    fn check_manifest(&mut self) -> Result<(), PackageError> {
        if self.bytes(BAGIT)? != BAGIT_TEXT.as_bytes() {
            return Err(self.altered(BAGIT));
        }
        let listed = self.manifest()?;
        let mut left = MOST_UNPACKED;
        for name in self.names.clone() {
            if name == BAGIT || name == MANIFEST {
                continue;
            }
            let found = self.digest_of(&name, &mut left)?;
            let named = name.strip_prefix(EVIDENCE).is_none_or(|digits| digits == found);
            if listed.get(&name) != Some(&found) || !named {
                return Err(self.altered(&name));
            }
        }
        let have: BTreeSet<&String> = self.names.iter().collect();
        match listed.keys().find(|name| !have.contains(name)) {
            None => Ok(()),
            Some(name) => Err(PackageError::Lacks {
                file: self.file.clone(),
                member: name.clone(),
            }),
        }
    }

    fn manifest(&mut self) -> Result<BTreeMap<String, String>, PackageError> {
        let bytes = self.bytes(MANIFEST)?;
        let text = String::from_utf8(bytes).map_err(|e| self.malformed(MANIFEST, "", &e))?;
        let mut listed = BTreeMap::new();
        for (number, line) in (1..).zip(text.lines()) {
            let pair = line
                .split_once("  ")
                .filter(|(digits, _)| Digest::parse(digits).is_some());
            let fresh = pair
                .is_some_and(|(digits, name)| listed.insert(name.to_owned(), digits.to_owned()).is_none());
            if !fresh {
                return Err(self.malformed(MANIFEST, &number.to_string(), &line));
            }
        }
        Ok(listed)
    }

    fn digest_of(&mut self, name: &str, left: &mut u64) -> Result<String, PackageError> {
        let mut hasher = Sha256::new();
        let read = self.stream(name, (*left).min(MOST_MEMBER), |chunk| hasher.update(chunk))?;
        *left = left.saturating_sub(read);
        Ok(hex(&hasher.finalize()))
    }

    fn bytes(&mut self, name: &str) -> Result<Vec<u8>, PackageError> {
        let mut bytes = Vec::new();
        self.stream(name, MOST_MEMBER, |chunk| bytes.extend_from_slice(chunk))?;
        Ok(bytes)
    }

    /// Reads a member chunk by chunk and stops at the bound, whatever size the archive claims.
    fn stream(&mut self, name: &str, most: u64, mut take: impl FnMut(&[u8])) -> Result<u64, PackageError> {
        let file = self.file.clone();
        let not_zip = |says: String| PackageError::NotZip {
            file: file.clone(),
            why: ZipFault::Reader(says),
        };
        let mut member = self.zip.by_name(name).map_err(|e| not_zip(e.to_string()))?;
        if !member.is_file() || member.is_symlink() {
            return Err(PackageError::Member {
                file: file.clone(),
                member: name.to_owned(),
            });
        }
        let packed = member.compressed_size().max(1);
        let bound = most.min(packed.saturating_mul(MOST_RATIO).max(RATIO_FROM));
        let mut chunk = vec![0; 64 * 1024];
        let mut total = 0;
        loop {
            let n = member.read(&mut chunk).map_err(|e| not_zip(e.to_string()))?;
            if n == 0 {
                return Ok(total);
            }
            total += u64::try_from(n).unwrap_or(u64::MAX);
            if total > bound {
                return Err(PackageError::TooLarge {
                    file: file.clone(),
                    member: name.to_owned(),
                    limit: bound >> 20,
                });
            }
            take(chunk.get(..n).unwrap_or_default());
        }
    }

    fn json<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, PackageError> {
        let bytes = self.bytes(name)?;
        serde_json::from_slice(&bytes)
            .map_err(|e| self.malformed(name, &format!("{}:{}", e.line(), e.column()), &e))
    }

    fn malformed(&self, member: &str, at: &str, found: &impl ToString) -> PackageError {
        PackageError::Malformed {
            file: self.file.clone(),
            member: member.to_owned(),
            at: at.to_owned(),
            found: found.to_string(),
        }
    }

    fn altered(&self, member: &str) -> PackageError {
        PackageError::Altered {
            file: self.file.clone(),
            member: member.to_owned(),
        }
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
