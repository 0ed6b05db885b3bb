//! Finds the files that candidates attached in a folder or archive of downloads: by the platform's checksum, else by name within
//! a folder that bears the dossier's number. No link is followed; the candidate's name for a file is never a path. Files
//! are read once to be told apart and once to be kept, one at a time: their sizes and their number cost no memory.

use super::bag::{BagFault, Zipped};
use super::budget::{Budget, open_regular};
use super::error::{Bound, ExchangeError};
use super::place::Place;
use super::watch::{Stage, Watch};
use crate::domain::dossier::Dossier;
use crate::domain::evidence::Evidence;
use crate::domain::ids::Digest;
use std::collections::HashMap;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization as _;

mod seal;
mod walk;
use seal::{Seal, Sealing, seal};
use walk::Entry;

/// Bytes of the longest name that usual file systems take.
const LONGEST_NAME: usize = 255;
/// Bytes that a name which was cut has at least: fewer might be another's.
const LEAST_CUT: usize = 60;

/// Most bytes that an archive of attachments may unpack to: those of a whole edition, many times over.
const MOST_UNPACKED: u64 = 256 << 30;

/// The files of a folder of downloads, told apart by their content.
#[derive(Debug)]
pub struct Catalogue {
    budget: Budget,
    /// The archive, where the files are in one.
    archive: Option<Archive>,
    files: Vec<File>,
    by_checksum: HashMap<String, usize>,
    by_digest: HashMap<Digest, usize>,
    by_name: HashMap<(String, String), Vec<usize>>,
    skipped: Vec<String>,
}

#[derive(Debug)]
struct File {
    path: String,
    at: Spot,
    seal: Seal,
    fate: Fate,
}

/// An archive of downloads, and its name.
#[derive(Debug)]
struct Archive {
    file: String,
    zip: Zipped<BufReader<std::fs::File>>,
}

/// Where a file is.
#[derive(Debug, Clone)]
enum Spot {
    /// On the disk.
    Path(PathBuf),
    /// In the archive, under that name.
    Member(String),
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// No piece is it, so far.
    Free,
    /// It stands where a piece should, with other bytes.
    Altered,
    /// It is a piece.
    Claimed,
}

/// What a dossier's pieces lack.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lack {
    /// Names of pieces that no file is.
    pub missing: Vec<String>,
    /// Names of pieces whose file is there under its name with other bytes, and is not taken.
    pub altered: Vec<String>,
}

impl Catalogue {
    /// Tells the files under a folder, or in a ZIP archive, apart.
    ///
    /// # Errors
    /// A folder or archive that can't be read or passes the budget, or that the work was stopped.
    pub fn of(root: &Path, budget: &Budget, watch: &Watch) -> Result<Self, ExchangeError> {
        let mut catalogue = Self {
            budget: budget.clone(),
            archive: None,
            files: Vec::new(),
            by_checksum: HashMap::new(),
            by_digest: HashMap::new(),
            by_name: HashMap::new(),
            skipped: Vec::new(),
        };
        if root.is_file() && !root.is_symlink() {
            catalogue.unpack(root, watch)?;
            return Ok(catalogue);
        }
        let mut left = budget.unpacked_bytes;
        catalogue.skipped = walk::files(root, budget, &mut |entry| {
            watch.step(Stage::Attachments, catalogue.files.len() as u64, 0)?;
            let Spot::Path(path) = &entry.at else {
                return Ok(());
            };
            let (file, _) = budget.open_file(path)?;
            let seal = seal(file, &entry.path, budget)?;
            left = left.checked_sub(seal.size).ok_or_else(|| ExchangeError::Beyond {
                file: root.display().to_string(),
                at: Place::default(),
                bound: Bound::Unpacked,
                limit: budget.unpacked_bytes,
            })?;
            catalogue.note(entry, seal);
            Ok(())
        })?;
        Ok(catalogue)
    }

    /// Reads every member once; the names in an archive are no paths here.
    fn unpack(&mut self, root: &Path, watch: &Watch) -> Result<(), ExchangeError> {
        let file = root.display().to_string();
        let refused = |fault: BagFault| ExchangeError::Attachments {
            file: file.clone(),
            fault,
        };
        let (opened, _) = open_regular(root)?;
        let within = Budget {
            unpacked_bytes: MOST_UNPACKED,
            ..self.budget.clone()
        };
        let mut zip = Zipped::open(BufReader::new(opened), &within).map_err(refused)?;
        let names = zip.names().to_vec();
        let members = names.iter().filter(|name| !name.ends_with('/'));
        for (index, name) in members.enumerate() {
            watch.step(Stage::Attachments, index as u64, names.len() as u64)?;
            let mut sealing = Sealing::default();
            zip.stream(name, u64::MAX, &mut |bytes| sealing.add(bytes))
                .map_err(refused)?;
            let mut folders: Vec<String> = name.split(['/', '\\']).map(str::to_owned).collect();
            let own = folders.pop().unwrap_or_default();
            let entry = Entry {
                path: name.clone(),
                folders,
                name: own,
                at: Spot::Member(name.clone()),
            };
            self.note(entry, sealing.seal());
        }
        zip.restart();
        self.archive = Some(Archive { file, zip });
        Ok(())
    }

    fn note(&mut self, entry: Entry, seal: Seal) {
        let index = self.files.len();
        self.by_checksum.entry(seal.checksum.clone()).or_insert(index);
        self.by_digest.entry(seal.digest.clone()).or_insert(index);
        let name = file_name(&entry.name);
        for folder in &entry.folders {
            for number in numbers(folder) {
                let named = self.by_name.entry((number.to_owned(), name.clone()));
                named.or_default().push(index);
            }
        }
        self.files.push(File {
            path: entry.path,
            at: entry.at,
            seal,
            fate: Fate::Free,
        });
    }

    /// Forgets which files are pieces, to begin again.
    pub fn forget(&mut self) {
        for file in &mut self.files {
            file.fate = Fate::Free;
        }
    }

    /// Finds the pieces of a dossier, and gives those found their digest and size.
    pub fn claim(&mut self, dossier: &mut Dossier) -> Lack {
        let mut lack = Lack::default();
        for piece in dossier.evidence.iter_mut().filter(|piece| piece.sha256.is_none()) {
            match self.file_of(&dossier.number, piece) {
                Ok(file) => {
                    file.fate = Fate::Claimed;
                    piece.sha256 = Some(file.seal.digest.clone());
                    piece.size = file.seal.size;
                }
                Err(true) => lack.altered.push(piece.name.clone()),
                Err(false) => lack.missing.push(piece.name.clone()),
            }
        }
        lack
    }

    /// Returns the file that a piece is, or whether there is one in its place.
    fn file_of(&mut self, number: &str, piece: &Evidence) -> Result<&mut File, bool> {
        let named = self.named(number, &file_name(&piece.name));
        let found = match &piece.checksum {
            Some(checksum) => self.by_checksum.get(checksum).copied(),
            None => named
                .iter()
                .copied()
                .find(|at| self.files.get(*at).is_some_and(|file| file.fate == Fate::Free)),
        };
        if found.is_none() {
            for at in &named {
                if let Some(file) = self.files.get_mut(*at).filter(|file| file.fate == Fate::Free) {
                    file.fate = Fate::Altered;
                }
            }
        }
        let altered = found.is_none() && piece.checksum.is_some() && !named.is_empty();
        found.and_then(|at| self.files.get_mut(at)).ok_or(altered)
    }

    /// Returns the files of that name in a folder that bears the number. A name that no file system takes was cut
    /// somewhere when it was saved.
    fn named(&self, number: &str, name: &str) -> Vec<usize> {
        if let Some(same) = self.by_name.get(&(number.to_owned(), name.to_owned())) {
            return same.clone();
        }
        if name.len() <= LONGEST_NAME {
            return Vec::new();
        }
        let cut = self.by_name.iter().filter(|((of, saved), _)| {
            let (stem, ending) = saved.rsplit_once('.').unwrap_or((saved, ""));
            of == number && stem.len() >= LEAST_CUT && name.starts_with(stem) && name.ends_with(ending)
        });
        let mut cut: Vec<usize> = cut.flat_map(|(_, files)| files.iter().copied()).collect();
        cut.sort_unstable();
        cut
    }

    /// Reads the bytes of a file that is a piece.
    ///
    /// # Errors
    /// That they can't be read, or are not any more what they were.
    pub fn bytes(&mut self, digest: &Digest) -> Result<Option<Vec<u8>>, ExchangeError> {
        let Some(file) = self.by_digest.get(digest).and_then(|at| self.files.get(*at)) else {
            return Ok(None);
        };
        let bytes = match (&file.at, &mut self.archive) {
            (Spot::Path(path), _) => self.budget.read_file(path)?,
            (Spot::Member(_), None) => return Ok(None),
            (Spot::Member(name), Some(archive)) => {
                let read = archive.zip.bytes(name, file.seal.size);
                read.map_err(|fault| ExchangeError::Attachments {
                    file: archive.file.clone(),
                    fault,
                })?
            }
        };
        if Digest::of(&bytes) != *digest {
            let file = file.path.clone();
            return Err(ExchangeError::Changed { file });
        }
        Ok(Some(bytes))
    }

    /// Returns the files that no piece is, by their path within the folder.
    pub fn unmatched(mut self) -> Vec<String> {
        let twin = |file: &File| {
            let first = self
                .by_digest
                .get(&file.seal.digest)
                .and_then(|at| self.files.get(*at));
            first.is_some_and(|first| first.fate == Fate::Claimed)
        };
        let free = self
            .files
            .iter()
            .filter(|file| file.fate == Fate::Free && !twin(file));
        self.skipped.extend(free.map(|file| file.path.clone()));
        self.skipped.sort();
        self.skipped
    }
}

/// Returns the numbers in a folder's name.
fn numbers(folder: &str) -> impl Iterator<Item = &str> {
    folder
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
}

/// The last part of a name, composed as one file system or another may not have left it.
fn file_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or(name).nfc().collect()
}

#[cfg(test)]
mod tests;
