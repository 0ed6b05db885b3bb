//! A consistent copy, and back.

use super::OfficeError;
use crate::context::Context;
use crate::exchange::signature::DeviceKey;
use crate::store::{Access, Key, Lock, Store};
use std::path::{Path, PathBuf};

/// What SQLite keeps beside a store.
const LOGS: [&str; 2] = ["-wal", "-shm"];

/// Copies a store as it stands, while others may read and write in it.
///
/// # Errors
/// That there is no store, that something stands at the copy's place, or the system's.
pub fn backup_to(store: &Path, to: &Path) -> Result<(), OfficeError> {
    Ok(Store::open(store, Access::Read)?.back_up(to)?)
}

/// Puts a copy in the store's place; what stood there is kept beside, and its new name returned.
///
/// # Errors
/// That the copy is no store, that another writes in the store, or the system's; nothing is changed then.
pub fn restore_from(store: &Path, file: &Path, context: &Context) -> Result<Option<PathBuf>, OfficeError> {
    let copy = Store::open(file, Access::Read)?;
    if let Some(folder) = store.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|e| OfficeError::io(folder, &e))?;
    }
    let _lock = Lock::take(store, &context.holder)?;
    let fresh = beside(store, ".restoring");
    let _ = std::fs::remove_file(&fresh);
    copy.back_up(&fresh)?;
    be_another_device(&fresh, context)?;
    let kept = if store.exists() {
        Some(keep_beside(store, context)?)
    } else {
        None
    };
    for ending in LOGS {
        let _ = std::fs::remove_file(beside(store, ending));
    }
    std::fs::rename(&fresh, store).map_err(|e| OfficeError::io(store, &e))?;
    crate::store::sync_folder_of(store);
    Ok(kept)
}

/// Keeps what stands in the place of a store. What is too damaged to be read as one is kept as the bytes that it is: to be
/// rid of it is why one restores.
fn keep_beside(store: &Path, context: &Context) -> Result<PathBuf, OfficeError> {
    let kept = free_name(store, &format!(".before-{}", context.now().as_second()));
    let whole = Store::open(store, Access::Read).and_then(|open| open.back_up(&kept));
    if whole.is_err() {
        let copy = |ending: &str| std::fs::copy(beside(store, ending), beside(&kept, ending));
        copy("").map_err(|e| OfficeError::io(&kept, &e))?;
        for ending in LOGS.into_iter().filter(|ending| beside(store, ending).exists()) {
            copy(ending).map_err(|e| OfficeError::io(&kept, &e))?;
        }
    }
    Ok(kept)
}

fn beside(store: &Path, ending: &str) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Returns a name beside a store that nothing has: a restore that was cut short may have left the first.
fn free_name(store: &Path, ending: &str) -> PathBuf {
    let first = beside(store, ending);
    let others = (2..).map(|n| beside(store, &format!("{ending}-{n}")));
    let mut names = std::iter::once(first.clone()).chain(others);
    names.find(|name| !name.exists()).unwrap_or(first)
}

/// A juror's copy that is put back goes on as another device: it does not know what was written after the copy was made,
/// and would else use again the counts by which sheets that were handed in are told to be older or newer.
fn be_another_device(store: &Path, context: &Context) -> Result<(), OfficeError> {
    let store_of = Store::open(store, Access::Write)?;
    if store_of.get(Key::Role)?.as_deref() != Some("juror") {
        return Ok(());
    }
    let io = |e: std::io::Error| OfficeError::io(store, &e);
    let (device, seed) = (
        context.random_name(16).map_err(io)?,
        context.random().map_err(io)?,
    );
    store_of.atomically(|store| {
        store.put(Key::Device, &device)?;
        store.put(Key::DeviceKey, &DeviceKey::new(seed).to_hex())
    })?;
    Ok(())
}
