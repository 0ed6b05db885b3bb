//! A bag that lies in a folder: every file under it by its relative name. Links, pipes and devices are refused.

use super::fault::BagFault;
use crate::exchange::budget::{Budget, open_regular};
use crate::exchange::error::{Bound, ExchangeError};
use std::fs::{self, DirEntry};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The files of a folder.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
    names: Vec<String>,
    budget: Budget,
    left: u64,
}

impl Folder {
    /// Lists a folder; no file is read yet.
    pub(super) fn open(root: &Path, budget: &Budget) -> Result<Self, BagFault> {
        let mut names = Vec::new();
        let mut seen = 0;
        let mut waiting = vec![(root.to_owned(), String::new(), 1)];
        while let Some((path, prefix, depth)) = waiting.pop() {
            for entry in entries(&path)? {
                seen += 1;
                let name = format!("{prefix}{}", plain_name(&entry, &prefix)?);
                within(&name, Bound::Members, seen, budget.members)?;
                within(&name, Bound::Depth, depth, budget.depth)?;
                let kind = entry.file_type().map_err(|error| BagFault::io(&error))?;
                if kind.is_dir() {
                    waiting.push((entry.path(), format!("{name}/"), depth + 1));
                } else if kind.is_file() {
                    names.push(name);
                } else {
                    return Err(BagFault::Kind { member: name });
                }
            }
        }
        names.sort();
        Ok(Self {
            root: root.to_owned(),
            names,
            left: budget.unpacked_bytes,
            budget: budget.clone(),
        })
    }

    /// Returns the names of all files.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Allows again as many bytes in all as the budget says.
    pub(super) fn restart(&mut self) {
        self.left = self.budget.unpacked_bytes;
    }

    /// Reads a file chunk by chunk, `most` bytes of it.
    pub(super) fn stream(
        &mut self,
        name: &str,
        most: u64,
        take: &mut dyn FnMut(&[u8]),
    ) -> Result<(), BagFault> {
        let (mut file, _) = open_regular(&self.root.join(name)).map_err(|error| match error {
            ExchangeError::Io { error, .. } => BagFault::Io { why: error },
            _ => BagFault::Kind {
                member: name.to_owned(),
            },
        })?;
        let most = most.min(self.left).min(self.budget.file_bytes);
        let mut chunk = vec![0; 64 * 1024];
        let mut total = 0;
        loop {
            let n = file.read(&mut chunk).map_err(|error| BagFault::io(&error))?;
            if n == 0 {
                self.left = self.left.saturating_sub(total);
                return Ok(());
            }
            total += n as u64;
            if total > most {
                return Err(BagFault::Beyond {
                    member: name.to_owned(),
                    bound: Bound::Unpacked,
                    limit: most,
                });
            }
            take(chunk.get(..n).unwrap_or_default());
        }
    }
}

fn entries(path: &Path) -> Result<Vec<DirEntry>, BagFault> {
    let read = fs::read_dir(path).map_err(|error| BagFault::io(&error))?;
    read.collect::<Result<_, _>>()
        .map_err(|error| BagFault::io(&error))
}

/// A name that is no text can stand in no manifest.
fn plain_name(entry: &DirEntry, prefix: &str) -> Result<String, BagFault> {
    entry.file_name().into_string().map_err(|name| BagFault::Name {
        member: format!("{prefix}{}", name.to_string_lossy()),
    })
}

fn within(member: &str, bound: Bound, found: usize, limit: usize) -> Result<(), BagFault> {
    if found <= limit {
        return Ok(());
    }
    Err(BagFault::Beyond {
        member: member.to_owned(),
        bound,
        limit: limit as u64,
    })
}
