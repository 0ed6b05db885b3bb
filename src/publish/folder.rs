//! Writes the folder beside its place and renames it, so that half a folder is never seen; replaces only a folder that
//! this program made: one whose every file stands in its `SHA256SUMS`.

use super::rows::Row;
use super::{Edition, PublishError, csv, json};
use crate::domain::ids::Digest;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

const SUMS: &str = "SHA256SUMS";

/// Writes the whole folder, and returns the names of its files.
///
/// # Errors
/// That something else stands there, or what the system refused.
pub fn write(edition: &Edition<'_>, rows: &[Row], out: &Path) -> Result<Vec<String>, PublishError> {
    is_replaceable(out)?;
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("palmares.csv".to_owned(), csv::render(rows)),
        ("palmares.json".to_owned(), json::render(edition, rows)),
    ];
    let mut sums = String::new();
    for (name, bytes) in &files {
        let _ = writeln!(sums, "{}  {name}", Digest::of(bytes).hex());
    }
    files.push((SUMS.to_owned(), sums.into_bytes()));
    let parent = out
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|e| io(parent, &e))?;
    let beside = tempfile::Builder::new()
        .prefix(".tnl-jury-")
        .tempdir_in(parent)
        .map_err(|e| io(parent, &e))?;
    let fresh = beside.path().join("new");
    fs::create_dir(&fresh).map_err(|e| io(&fresh, &e))?;
    for (name, bytes) in &files {
        write_one(&fresh.join(name), bytes)?;
    }
    sync(&fresh);
    swap(&fresh, out, &beside.path().join("old"))?;
    sync(parent);
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

fn write_one(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    let mut file = fs::File::create(path).map_err(|e| io(path, &e))?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(|e| io(path, &e))
}

/// Flushes a folder's names to the disk, where the system lets one.
fn sync(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn swap(fresh: &Path, out: &Path, old: &PathBuf) -> Result<(), PublishError> {
    if !out.exists() {
        return fs::rename(fresh, out).map_err(|e| io(out, &e));
    }
    fs::rename(out, old).map_err(|e| io(out, &e))?;
    fs::rename(fresh, out).map_err(|e| {
        let _ = fs::rename(old, out);
        io(out, &e)
    })
}

fn is_replaceable(out: &Path) -> Result<(), PublishError> {
    let not_ours = |found: String| {
        Err(PublishError::NotOurs {
            folder: out.display().to_string(),
            found,
        })
    };
    if !out.exists() && !out.is_symlink() {
        return Ok(());
    }
    if !out.is_dir() || out.is_symlink() {
        return not_ours(out.display().to_string());
    }
    let sums = fs::read_to_string(out.join(SUMS)).unwrap_or_default();
    let listed: BTreeSet<&str> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(_, name)| name)
        .collect();
    let entries = fs::read_dir(out).map_err(|e| io(out, &e))?;
    for entry in entries {
        let name = entry
            .map_err(|e| io(out, &e))?
            .file_name()
            .to_string_lossy()
            .into_owned();
        if name != SUMS && !listed.contains(name.as_str()) {
            return not_ours(name);
        }
    }
    Ok(())
}

fn io(path: &Path, error: &std::io::Error) -> PublishError {
    PublishError::Io {
        file: path.display().to_string(),
        why: error.to_string(),
    }
}
