//! Sealed packages in and out: what is asked for is checked before anything is made, and nothing is written in clear
//! where the sealed one goes.

use super::OfficeError;
use crate::domain::saying::Saying;
use crate::exchange::bag::{BagFault, ZipFault};
use crate::exchange::budget::{Budget, open_regular};
use crate::exchange::error::ExchangeError;
use crate::exchange::package::PackageError;
use crate::exchange::seal::{self, Key, Lock, Needs, Passphrase, SealFault};
use std::fs::File;
use std::io::Seek as _;
use std::path::Path;

/// Most bytes of a file of keys or of a passphrase.
const MOST_KEY_BYTES: u64 = 64 * 1024;

/// Tells what a package needs to be opened.
///
/// # Errors
/// It can't be read, or is no regular file.
pub fn needs(file: &Path) -> Result<Needs, OfficeError> {
    seal::needs(regular(file)?).map_err(|e| OfficeError::io(file, &e))
}

/// Reads a passphrase: the first line of a file.
///
/// # Errors
/// It can't be read, is no text, or is empty.
pub fn passphrase_of(file: &Path) -> Result<Passphrase, OfficeError> {
    let text = key_text(file)?;
    passphrase(text.lines().next().unwrap_or_default())
}

/// Takes a passphrase.
///
/// # Errors
/// It is empty.
pub fn passphrase(text: &str) -> Result<Passphrase, OfficeError> {
    Passphrase::new(text).ok_or_else(|| OfficeError::Refused(Saying::new("seal-empty")))
}

/// Reads a file of age identities.
///
/// # Errors
/// It can't be read, or is no text.
pub fn identities_of(file: &Path) -> Result<Key, OfficeError> {
    Ok(Key::Identities {
        text: key_text(file)?,
        file: file.display().to_string(),
    })
}

fn key_text(file: &Path) -> Result<String, OfficeError> {
    let budget = Budget {
        file_bytes: MOST_KEY_BYTES,
        ..Budget::default()
    };
    String::from_utf8(budget.read_file(file)?).map_err(|_| {
        let saying = Saying::new("seal-file-not-text").text("file", file.display());
        OfficeError::Refused(saying)
    })
}

/// Refuses early what can't be sealed.
pub(super) fn check(out: &Path) -> Result<(), OfficeError> {
    if seal::IS_BUILT_IN {
        return Ok(());
    }
    Err(refused(out, &SealFault::NotBuiltIn))
}

/// Opens a package's file: as it stands, or what was sealed in it.
pub(super) fn opened(file: &Path, key: Option<&Key>) -> Result<File, OfficeError> {
    if needs(file)? != Needs::Nothing {
        return seal::open(regular(file)?, key).map_err(|fault| refused(file, &fault));
    }
    regular(file)
}

/// Seals what `write` makes. It makes it in a file without a name, for an archive's writer goes back in what it wrote.
pub(super) fn sealed(
    path: &Path,
    out: &mut File,
    lock: &Lock,
    write: impl FnOnce(&mut File) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    let failed = |e: std::io::Error| OfficeError::io(path, &e);
    let mut clear = tempfile::tempfile().map_err(failed)?;
    write(&mut clear)?;
    clear.rewind().map_err(failed)?;
    seal::seal(clear, out, lock)
        .map(drop)
        .map_err(|fault| refused(path, &fault))
}

fn refused(file: &Path, fault: &SealFault) -> OfficeError {
    match fault {
        SealFault::Io(why) => OfficeError::Io {
            file: file.display().to_string(),
            why: why.clone(),
        },
        fault => OfficeError::Refused(fault.saying(&file.display().to_string())),
    }
}

fn regular(file: &Path) -> Result<File, OfficeError> {
    open_regular(file)
        .map(|(file, _)| file)
        .map_err(|error| match error {
            ExchangeError::NotRegular { file } => {
                let why = ZipFault::NoFile;
                PackageError::of(&file, BagFault::NotZip { why }).into()
            }
            error => error.into(),
        })
}
