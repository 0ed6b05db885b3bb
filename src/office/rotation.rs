//! Copies that are kept without being asked for: one before the first change of a day, the newest of them kept.

use super::{Office, OfficeError};
use crate::context::Context;
use crate::store::{Access, Store};
use std::path::{Path, PathBuf};

/// How many days are kept.
const DAYS: usize = 7;
const ENDING: &str = ".sqlite";

/// The folder of a store's copies, beside it.
fn folder(store: &Path) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(".backups");
    name.into()
}

/// Returns a store's copies, the newest first.
fn copies(store: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder(store)) else {
        return Vec::new();
    };
    let is_copy = |path: &PathBuf| path.to_string_lossy().ends_with(ENDING);
    let mut copies: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(is_copy)
        .collect();
    copies.sort();
    copies.reverse();
    copies
}

/// Returns the newest copy in which everything holds: what to restore where the store itself is damaged.
pub fn last_good_copy(store: &Path, context: &Context) -> Option<PathBuf> {
    copies(store).into_iter().find(|copy| {
        let office = Office::open_copy(copy, context.clone());
        let checked = office.and_then(|office| office.check());
        checked.is_ok_and(|checked| checked.findings.is_empty())
    })
}

/// Takes a store's copies away.
pub fn drop_copies(store: &Path) {
    let _ = std::fs::remove_dir_all(folder(store));
}

/// When an office sees to the day's copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Copies {
    /// Before its first change.
    BeforeAChange,
    /// When nothing is asked.
    InAPause,
    /// It saw to it, or goes without.
    Never,
}

/// A copy of the day that is to be made.
#[derive(Debug, Clone)]
pub struct Copying {
    store: PathBuf,
    today: String,
}

impl Copying {
    /// Makes it, beside those who read and write in the store.
    ///
    /// # Errors
    /// That the store can't be opened.
    pub fn make(&self) -> Result<(), OfficeError> {
        self.keep(&Store::open(&self.store, Access::Read)?);
        Ok(())
    }

    fn place(&self) -> PathBuf {
        folder(&self.store).join(format!("{}{ENDING}", self.today))
    }

    fn keep(&self, store: &Store) {
        let copy = self.place();
        if copy.exists() || std::fs::create_dir_all(folder(&self.store)).is_err() {
            return;
        }
        // It comes whole into its place, or not at all.
        if store.back_up(&copy).is_ok() {
            for old in copies(&self.store).into_iter().skip(DAYS) {
                let _ = std::fs::remove_file(old);
            }
        }
    }
}

impl Office {
    /// Goes without copies: for stores that can be made again.
    pub fn be_without_copies(&mut self) {
        self.copies = Copies::Never;
    }

    /// Leaves the day's copy for a pause: who types is not kept waiting.
    pub fn copy_in_a_pause(&mut self) {
        if self.copies == Copies::BeforeAChange {
            self.copies = Copies::InAPause;
        }
    }

    /// Returns the day's copy where it is still to be made, now that nothing is asked: a desk may be open for days. Whoever
    /// makes it needs nothing of the office: what is asked meanwhile does not wait for it.
    pub fn copy_due(&self) -> Option<Copying> {
        let is_due = self.copies == Copies::InAPause && self.access == Access::Write;
        is_due
            .then(|| self.copying())
            .filter(|copying| !copying.place().exists())
    }

    /// Keeps a copy of the store as it is before the first change of the day. What is new and empty needs none; where there
    /// is no room for a copy, work goes on: it does not depend on it.
    pub(super) fn keep_copy(&mut self) -> Result<(), OfficeError> {
        if self.copies == Copies::BeforeAChange {
            self.copies = Copies::Never;
            if !self.is_untouched()? {
                self.copying().keep(&self.store);
            }
        }
        Ok(())
    }

    fn copying(&self) -> Copying {
        // A day of the journal's own clock: the same wherever the store is opened.
        let stamp = self.context.stamp();
        Copying {
            store: self.path.clone(),
            today: stamp.get(..10).unwrap_or(&stamp).to_owned(),
        }
    }

    fn is_untouched(&self) -> Result<bool, OfficeError> {
        Ok(self.store.journal_head()?.is_none() && self.store.next_event()? == 1)
    }

    /// Opens a copy to look at it, and changes nothing of it.
    fn open_copy(path: &Path, context: Context) -> Result<Self, OfficeError> {
        Self::of_store(Store::open_untouched(path)?, path, Access::Read, None, context)
    }
}
