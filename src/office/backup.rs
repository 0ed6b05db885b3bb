//! A consistent copy, and back.

use super::OfficeError;
use crate::context::Context;
use crate::exchange::signature::DeviceKey;
use crate::store::{Access, Key, Lock, Store};
use std::path::{Path, PathBuf};

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
    let beside = |ending: &str| {
        let mut name = store.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let fresh = beside(".restoring");
    let _ = std::fs::remove_file(&fresh);
    copy.back_up(&fresh)?;
    be_another_device(&fresh, context)?;
    let kept = if store.exists() {
        // Folds the write-ahead log in first, so that the file that is kept is whole.
        let kept = beside(&format!(".before-{}", context.now().as_second()));
        Store::open(store, Access::Read)?.back_up(&kept)?;
        Some(kept)
    } else {
        None
    };
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(ending));
    }
    std::fs::rename(&fresh, store).map_err(|e| OfficeError::io(store, &e))?;
    crate::store::sync_folder_of(store);
    Ok(kept)
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
