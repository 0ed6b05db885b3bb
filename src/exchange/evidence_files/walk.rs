//! Finds every regular file under a folder, in the order of names, within the budget. Links, pipes and devices are
//! passed over and named.

use super::Spot;
use crate::exchange::budget::Budget;
use crate::exchange::error::{Bound, ExchangeError};
use crate::exchange::place::Place;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

/// A file and where it lies under the root.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its path for messages, from the root on.
    pub(super) path: String,
    /// The folders on the way, outermost first.
    pub(super) folders: Vec<String>,
    /// Its name.
    pub(super) name: String,
    /// Where it is.
    pub(super) at: Spot,
}

/// A folder still to read.
struct Folder {
    path: PathBuf,
    names: Vec<String>,
}

/// What was seen so far.
struct Walk<'w> {
    root: &'w Path,
    budget: &'w Budget,
    members: usize,
    skipped: Vec<String>,
}

/// Hands over every regular file; returns the paths that are neither file nor folder.
pub(super) fn files(
    root: &Path,
    budget: &Budget,
    take: &mut dyn FnMut(Entry) -> Result<(), ExchangeError>,
) -> Result<Vec<String>, ExchangeError> {
    let named = root.display().to_string();
    let seen = fs::symlink_metadata(root).map_err(|error| ExchangeError::io(&named, &error))?;
    if !seen.is_dir() {
        return Err(ExchangeError::NotFolder { file: named });
    }
    let mut walk = Walk {
        root,
        budget,
        members: 0,
        skipped: Vec::new(),
    };
    let mut waiting = vec![Folder {
        path: root.to_owned(),
        names: Vec::new(),
    }];
    while let Some(folder) = waiting.pop() {
        waiting.extend(walk.folder(&folder, take)?);
    }
    Ok(walk.skipped)
}

impl Walk<'_> {
    fn folder(
        &mut self,
        folder: &Folder,
        take: &mut dyn FnMut(Entry) -> Result<(), ExchangeError>,
    ) -> Result<Vec<Folder>, ExchangeError> {
        let failed = |error: &std::io::Error| ExchangeError::io(&folder.path.display().to_string(), error);
        let mut entries = Vec::new();
        for entry in fs::read_dir(&folder.path).map_err(|error| failed(&error))? {
            entries.push(entry.map_err(|error| failed(&error))?);
            self.members += 1;
            self.within(Bound::Members, self.members as u64, self.budget.members as u64)?;
        }
        entries.sort_by_key(DirEntry::file_name);
        let mut inner = Vec::new();
        for entry in entries {
            let kind = entry.file_type().map_err(|error| failed(&error))?;
            if kind.is_dir() {
                inner.push(self.inside(folder, &entry)?);
            } else if kind.is_file() {
                take(self.file(folder, &entry))?;
            } else {
                self.skipped.push(self.shown(&entry.path()));
            }
        }
        inner.reverse();
        Ok(inner)
    }

    fn inside(&self, folder: &Folder, entry: &DirEntry) -> Result<Folder, ExchangeError> {
        let mut names = folder.names.clone();
        names.push(entry.file_name().to_string_lossy().into_owned());
        self.within(Bound::Depth, names.len() as u64, self.budget.depth as u64)?;
        Ok(Folder {
            path: entry.path(),
            names,
        })
    }

    fn file(&self, folder: &Folder, entry: &DirEntry) -> Entry {
        Entry {
            path: self.shown(&entry.path()),
            folders: folder.names.clone(),
            name: entry.file_name().to_string_lossy().into_owned(),
            at: Spot::Path(entry.path()),
        }
    }

    fn shown(&self, path: &Path) -> String {
        path.strip_prefix(self.root).unwrap_or(path).display().to_string()
    }

    fn within(&self, bound: Bound, found: u64, limit: u64) -> Result<(), ExchangeError> {
        if found <= limit {
            return Ok(());
        }
        Err(ExchangeError::Beyond {
            file: self.root.display().to_string(),
            at: Place::default(),
            bound,
            limit,
        })
    }
}
