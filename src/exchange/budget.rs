//! How much an outsider's file may cost, in one place (RELIABILITY.md §2.2). Every reader stops at the budget while
//! reading, never after.

use super::error::ExchangeError;
use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::path::Path;

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

/// Bounds of everything that is read from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Levels of nesting: of JSON values, of folders.
    pub depth: usize,
    /// Members of an archive, files of a folder, JSON values of one dossier.
    pub members: usize,
    /// Bytes of all that an archive or a folder holds.
    pub unpacked_bytes: u64,
    /// Most that compression may gain: unpacked ÷ packed.
    pub ratio: u64,
    /// Dossiers of one import.
    pub dossiers: usize,
    /// Bytes of one text.
    pub text_bytes: usize,
    /// Keys of one object that is not read whole: those that wrap dossiers have a handful.
    pub keys: usize,
    /// Bytes of one value that is read whole out of a larger file: a dossier of a page.
    pub value_bytes: usize,
    /// Bytes of a table's file, and of its cells in memory.
    pub table_bytes: u64,
}

impl Default for Budget {
    /// Far beyond any real edition, within any real machine.
    fn default() -> Self {
        Self {
            file_bytes: 512 * MIB,
            depth: 64,
            members: 200_000,
            unpacked_bytes: 4 * KIB * MIB,
            ratio: 200,
            dossiers: 400_000,
            text_bytes: 16 << 20,
            keys: 10_000,
            value_bytes: 48 << 20,
            table_bytes: 128 * MIB,
        }
    }
}

impl Budget {
    /// Returns bounds that a test reaches with a small file.
    pub fn tiny() -> Self {
        Self {
            file_bytes: 64 * KIB,
            depth: 16,
            members: 500,
            unpacked_bytes: 128 * KIB,
            ratio: 20,
            dossiers: 5,
            text_bytes: 4 * 1024,
            keys: 500,
            value_bytes: 32 * 1024,
            table_bytes: 64 * KIB,
        }
    }

    /// Reads a regular file; links, pipes and devices are refused before anything is opened.
    ///
    /// # Errors
    /// The file can't be read, is not a regular one, or is larger than the budget.
    pub fn read_file(&self, path: &Path) -> Result<Vec<u8>, ExchangeError> {
        let named = path.display().to_string();
        let (file, size) = self.open_file(path)?;
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        file.take(self.file_bytes.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| ExchangeError::io(&named, &error))?;
        self.fits(&named, bytes.len() as u64)?;
        Ok(bytes)
    }

    /// Opens a regular file to read, and returns its size.
    ///
    /// # Errors
    /// The file can't be read, is not a regular one, or is larger than the budget.
    pub fn open_file(&self, path: &Path) -> Result<(File, u64), ExchangeError> {
        let (file, size) = open_regular(path)?;
        self.fits(&path.display().to_string(), size)?;
        Ok((file, size))
    }

    /// Tells whether a file of that size may be read.
    ///
    /// # Errors
    /// It is larger than the budget.
    pub fn fits(&self, file: &str, size: u64) -> Result<(), ExchangeError> {
        if size <= self.file_bytes {
            return Ok(());
        }
        Err(ExchangeError::TooLarge {
            file: file.to_owned(),
            limit: self.file_bytes,
        })
    }
}

/// Opens a regular file and tells its size in bytes; links, pipes and devices are refused before anything is opened.
///
/// # Errors
/// The file can't be opened, or is not a regular one.
pub fn open_regular(path: &Path) -> Result<(File, u64), ExchangeError> {
    let named = path.display().to_string();
    let seen = fs::symlink_metadata(path).map_err(|error| ExchangeError::io(&named, &error))?;
    if !seen.is_file() {
        return Err(ExchangeError::NotRegular { file: named });
    }
    let file = File::open(path).map_err(|error| ExchangeError::io(&named, &error))?;
    let opened = file
        .metadata()
        .map_err(|error| ExchangeError::io(&named, &error))?;
    if !is_same(&seen, &opened) {
        return Err(ExchangeError::NotRegular { file: named });
    }
    Ok((file, seen.len()))
}

/// A file swapped for a link between the look and the opening is another file.
#[cfg(unix)]
fn is_same(seen: &Metadata, opened: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    opened.is_file() && seen.dev() == opened.dev() && seen.ino() == opened.ino()
}

#[cfg(not(unix))]
fn is_same(_seen: &Metadata, opened: &Metadata) -> bool {
    opened.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regular_file_within_the_budget_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        fs::write(&path, b"{}").unwrap();
        assert_eq!(Budget::tiny().read_file(&path), Ok(b"{}".to_vec()));
    }

    #[test]
    fn a_file_over_the_budget_is_refused_though_sparse() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        let refusal = Budget::default().read_file(&path).unwrap_err();
        assert!(matches!(refusal, ExchangeError::TooLarge { limit, .. } if limit == 512 * MIB));
        assert!(!refusal.is_io());
    }

    #[test]
    fn what_is_absent_is_a_failure_not_a_refusal() {
        let folder = tempfile::tempdir().unwrap();
        let failure = Budget::tiny().read_file(&folder.path().join("none")).unwrap_err();
        assert!(failure.is_io());
    }

    #[test]
    fn a_folder_is_not_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let refusal = Budget::tiny().read_file(folder.path()).unwrap_err();
        assert!(matches!(refusal, ExchangeError::NotRegular { .. }));
    }

    #[cfg(unix)]
    #[test]
    fn links_and_devices_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real");
        let link = folder.path().join("link");
        fs::write(&real, b"x").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        for path in [link.as_path(), Path::new("/dev/zero")] {
            let refusal = Budget::tiny().read_file(path).unwrap_err();
            assert!(matches!(refusal, ExchangeError::NotRegular { .. }), "{path:?}");
        }
    }
}
