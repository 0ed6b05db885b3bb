//! One writer: a lock file beside the store, held by the operating system, so that a killed program frees it.

use super::error::StoreError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// The right to write, until dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: File,
}

impl Drop for Lock {
    /// A program that is being started at this moment may hold a copy of the file until it runs: closing ours would not free
    /// the store before that.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

fn beside(store: &Path) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}

impl Lock {
    /// Takes the lock of a store, in the holder's name.
    ///
    /// # Errors
    /// [`StoreError::Held`] with the name that the holder left.
    pub fn take(store: &Path, holder: &str) -> Result<Self, StoreError> {
        let path = beside(store);
        let io = |e: std::io::Error| StoreError::Io {
            path: path.display().to_string(),
            why: e.to_string(),
        };
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(io)?;
        match file.try_lock() {
            Ok(()) => {
                file.set_len(0).map_err(io)?;
                file.rewind().map_err(io)?;
                file.write_all(holder.as_bytes()).map_err(io)?;
                Ok(Self { path, file })
            }
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.take(200).read_to_string(&mut holder);
                Err(StoreError::Held {
                    path: store.display().to_string(),
                    holder,
                })
            }
            Err(TryLockError::Error(e)) => Err(io(e)),
        }
    }

    /// Gives the lock up and takes its file away, where there is no store that it could guard.
    pub fn remove(self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
