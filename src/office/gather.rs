//! Which files a merge reads: those named, and in a folder those that are sheets by name, whatever a sync tool made of it.

use super::OfficeError;
use crate::exchange::sheet_json::{ENDING, MOST_BYTES};
use crate::ledger::verdict::Refusal;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The files to read, and what lies beside them in the folders.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) files: Vec<PathBuf>,
    pub(super) skipped: Vec<PathBuf>,
}

/// Lists the files, in the order of their names within each folder.
pub(super) fn gather(paths: &[PathBuf]) -> Result<Gathered, OfficeError> {
    let mut gathered = Gathered::default();
    for path in paths {
        if !path.is_dir() {
            gathered.files.push(path.clone());
            continue;
        }
        let io = |e: std::io::Error| OfficeError::io(path, &e);
        let entries = std::fs::read_dir(path).map_err(io)?;
        let mut inside = entries
            .map(|entry| entry.map(|e| e.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(io)?;
        inside.sort();
        for file in inside {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
            if name.is_some_and(|name| is_sheet(&name)) {
                gathered.files.push(file);
            } else {
                gathered.skipped.push(file);
            }
        }
    }
    Ok(gathered)
}

/// Tells whether a file is a sheet by its name. Sync tools put what parts a conflict copy from its original before the
/// last ending: `a.sheet (conflicted copy).json` (Nextcloud), `a.sheet.sync-conflict-….json` (Syncthing). What they are
/// still writing begins with a dot or `~`.
fn is_sheet(name: &str) -> bool {
    if name.starts_with(['.', '~']) {
        return false;
    }
    if name.ends_with(ENDING) {
        return true;
    }
    let Some(stem) = name.strip_suffix(".json") else {
        return false;
    };
    let copied = stem.rsplit_once(".sheet").map(|(_, copy)| copy);
    copied.is_some_and(|copy| copy.starts_with(['.', ' ', '(', '-', '_', '~']))
}

/// Reads a sheet's file: regular, no link and no device, and no more of it than a sheet may hold.
pub(super) fn read_bounded(path: &Path) -> Result<Vec<u8>, Refusal> {
    read_at_most(path, MOST_BYTES)
}

/// Reads a regular file, no link and no device, of so many bytes at most.
pub(super) fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
    let unreadable = |e: std::io::Error| Refusal::Unreadable { why: e.to_string() };
    let kind = std::fs::symlink_metadata(path).map_err(unreadable)?;
    if !kind.is_file() {
        let why = "not a regular file".to_owned();
        return Err(Refusal::Unreadable { why });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(kind.len().min(most)).unwrap_or(0) + 1);
    let input = File::open(path).map_err(unreadable)?;
    input.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        return Err(Refusal::Malformed {
            at: format!("byte {most}"),
            found: "larger than any".to_owned(),
        });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::is_sheet;

    #[test]
    fn a_sheet_is_known_by_its_name_under_any_sync_tool() {
        for name in [
            "agnes.sheet.json",
            "agnes.sheet (conflicted copy 2026-11-12 101112).json",
            "agnes.sheet.sync-conflict-20261112-101112-ABCDEFG.json",
            "agnes.sheet (1).json",
            "agnes (copie).sheet.json",
        ] {
            assert!(is_sheet(name), "{name}");
        }
        for name in [
            ".agnes.sheet.json.part",
            ".syncthing.agnes.sheet.json.tmp",
            "~agnes.sheet.json",
            "agnes.sheet.json.bak",
            "agnes.json",
            "spreadsheet.json",
            "agnes.sheetless.json",
            "lisez-moi.txt",
        ] {
            assert!(!is_sheet(name), "{name}");
        }
    }
}
