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

impl Office {
    /// Goes without copies: for stores that can be made again.
    pub fn be_without_copies(&mut self) {
        self.has_copy = true;
    }

    /// Leaves the day's copy for a pause: who types is not kept waiting, and what they type not either.
    pub fn copy_in_a_pause(&mut self) {
        self.has_copy = true;
    }

    /// Keeps the day's copy, now that nothing is asked.
    ///
    /// # Errors
    /// The store's.
    pub fn pause(&mut self) -> Result<(), OfficeError> {
        if self.access == Access::Write {
            self.has_copy = false;
            self.keep_copy()?;
        }
        Ok(())
    }

    /// Keeps a copy of the store as it is before the first change of the day. What is new and empty needs none; where there
    /// is no room for a copy, work goes on: it does not depend on it.
    pub(super) fn keep_copy(&mut self) -> Result<(), OfficeError> {
        if std::mem::replace(&mut self.has_copy, true) || self.is_untouched()? {
            return Ok(());
        }
        let folder = folder(&self.path);
        // A day of the journal's own clock: the same wherever the store is opened.
        let stamp = self.context.stamp();
        let today = stamp.get(..10).unwrap_or(&stamp);
        let copy = folder.join(format!("{today}{ENDING}"));
        if copy.exists() || std::fs::create_dir_all(&folder).is_err() {
            return Ok(());
        }
        let fresh = folder.join(format!("{today}.part"));
        let _ = std::fs::remove_file(&fresh);
        let kept = self.store.back_up(&fresh).is_ok() && std::fs::rename(&fresh, &copy).is_ok();
        if !kept {
            let _ = std::fs::remove_file(&fresh);
            return Ok(());
        }
        for old in copies(&self.path).into_iter().skip(DAYS) {
            let _ = std::fs::remove_file(old);
        }
        Ok(())
    }

    fn is_untouched(&self) -> Result<bool, OfficeError> {
        Ok(self.store.journal_head()?.is_none() && self.store.next_event()? == 1)
    }

    /// Opens a copy to look at it, and changes nothing of it.
    fn open_copy(path: &Path, context: Context) -> Result<Self, OfficeError> {
        Self::of_store(Store::open_untouched(path)?, path, Access::Read, None, context)
    }
}
