//! Opening: whose file it is, which version, with which safeguards.

use super::error::StoreError;
use super::schema;
use super::{Access, Store};
use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

const HEADER: usize = 100;
/// How much of the file is kept in memory, in KiB (SQLite wants it negative): what a large import writes is not written
/// twice.
const CACHE: i64 = -16_384;
/// How large a page of a new store is. A dossier takes some thousand bytes: of the smallest usual page, one of 4 KiB, the
/// rest would stay empty, and be written all the same.
const PAGE: i64 = 8_192;

impl Store {
    /// Makes an empty store where there is none. Nothing is left behind where that fails.
    ///
    /// # Errors
    /// That something is there already, or that the system refused.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        is_free(path)?;
        let io = |e: std::io::Error| refused(path, &e);
        if let Some(folder) = folder_of(path) {
            std::fs::create_dir_all(folder).map_err(io)?;
        }
        File::create_new(path).map_err(io)?;
        let made = Self::prepare(path);
        if made.is_err() {
            let _ = std::fs::remove_file(path);
        }
        made
    }

    /// Makes a store and fills it: under another name, and in its place only when all of it is on the disk in one file.
    /// A store is there whole or not at all, whenever the program ends. Call with the [`super::Lock`] of its place.
    ///
    /// # Errors
    /// That something is there already, that the system refused, or what `fill` returns; nothing is left behind then.
    pub fn make<E: From<StoreError>>(
        path: &Path,
        fill: impl FnOnce(&Self) -> Result<(), E>,
    ) -> Result<(), E> {
        is_free(path)?;
        let beside = making(path);
        forget(&beside);
        let made = Self::create(&beside)
            .map_err(E::from)
            .and_then(|store| {
                store.atomically(fill)?;
                Ok(store
                    .conn
                    .pragma_update_and_check(None, "wal_checkpoint", "truncate", is_settled)
                    .map_err(StoreError::from)?)
            })
            .and_then(|()| Ok(put_in_place(&beside, path)?));
        if made.is_err() {
            forget(&beside);
        }
        made
    }

    fn prepare(path: &Path) -> Result<Self, StoreError> {
        let conn = connect(path)?;
        conn.pragma_update(None, "application_id", schema::APPLICATION)?;
        migrate(&conn, 0)?;
        Ok(Self { conn })
    }

    /// Opens a store, after looking at its bytes: a foreign file or a newer store is left untouched.
    ///
    /// # Errors
    /// That there is none, that it is not ours, or newer than this program.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        look(path)?;
        let conn = connect(path)?;
        let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found > schema::latest() {
            return Err(newer(path, found));
        }
        match access {
            Access::Write if found < schema::latest() => {
                back_up_beside(&conn, path, found)?;
                migrate(&conn, found)?;
            }
            Access::Write => {}
            Access::Read => conn.pragma_update(None, "query_only", true)?,
        }
        Ok(Self { conn })
    }

    /// Opens a store that is not to be changed in any way, not even by a log beside it: another edition's, or a copy on a
    /// medium that can't be written.
    ///
    /// # Errors
    /// That there is none, that it is not ours, or newer than this program.
    pub fn open_untouched(path: &Path) -> Result<Self, StoreError> {
        look(path)?;
        let conn = connect_untouched(path)?;
        let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found > schema::latest() {
            return Err(newer(path, found));
        }
        Ok(Self { conn })
    }

    /// Lets go of the pages that it keeps in memory: whoever goes on for long without the store needs none. What can't be
    /// let go is kept.
    pub fn let_go(&self) {
        let _ = self.conn.release_memory();
    }

    /// Copies the store as it stands to another file, while others may read and write.
    ///
    /// # Errors
    /// That something is there already, or that the system refused.
    pub fn back_up(&self, to: &Path) -> Result<(), StoreError> {
        is_free(to)?;
        copy_whole(&self.conn, to)
    }
}

fn refused(path: &Path, error: &std::io::Error) -> StoreError {
    StoreError::Io {
        path: path.display().to_string(),
        why: error.to_string(),
    }
}

fn is_free(path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        let path = path.display().to_string();
        return Err(StoreError::Exists { path });
    }
    Ok(())
}

fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

/// Returns the name under which a file is made before it is renamed into its place.
fn making(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".making");
    name.into()
}

/// Takes a file that was not finished away, with what SQLite keeps beside it.
fn forget(path: &Path) {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}

/// SQLite answers a checkpoint with a row that begins with 1 where it could not be done.
fn is_settled(row: &rusqlite::Row<'_>) -> rusqlite::Result<()> {
    match row.get::<_, i64>(0)? {
        0 => Ok(()),
        _ => Err(rusqlite::Error::QueryReturnedNoRows),
    }
}

/// Renames a file that is whole into its place, and flushes both to the disk.
fn put_in_place(from: &Path, to: &Path) -> Result<(), StoreError> {
    let io = |e: std::io::Error| refused(to, &e);
    File::open(from).and_then(|file| file.sync_all()).map_err(io)?;
    std::fs::rename(from, to).map_err(io)?;
    sync_folder_of(to);
    Ok(())
}

/// Flushes a folder to the disk, so that a name just given outlasts a power cut. Not every system lets one.
pub(crate) fn sync_folder_of(path: &Path) {
    if let Ok(folder) = File::open(folder_of(path).unwrap_or(Path::new("."))) {
        let _ = folder.sync_all();
    }
}

/// Looks at a file's first bytes without letting SQLite touch it (SQLite file format, §1.3: `user_version` at 60,
/// `application_id` at 68, big-endian).
fn look(path: &Path) -> Result<(), StoreError> {
    let name = || path.display().to_string();
    let is_file = std::fs::metadata(path).is_ok_and(|m| m.is_file());
    if !is_file {
        return Err(if path.exists() {
            StoreError::Foreign { path: name() }
        } else {
            StoreError::Missing { path: name() }
        });
    }
    let mut header = Vec::with_capacity(HEADER);
    File::open(path)
        .and_then(|file| file.take(HEADER as u64).read_to_end(&mut header))
        .map_err(|e| refused(path, &e))?;
    let number = |at: usize| {
        let four = header.get(at..at + 4)?;
        Some(u32::from_be_bytes(four.try_into().ok()?))
    };
    if !header.starts_with(b"SQLite format 3\0") || number(68) != Some(schema::APPLICATION) {
        return Err(StoreError::Foreign { path: name() });
    }
    match number(60) {
        Some(found) if found > schema::latest() => Err(newer(path, found)),
        _ => Ok(()),
    }
}

fn newer(path: &Path, found: u32) -> StoreError {
    StoreError::Newer {
        path: path.display().to_string(),
        found,
        known: schema::latest(),
    }
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    guard(&conn)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "page_size", PAGE)?;
    conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "cache_size", CACHE)?;
    Ok(conn)
}

/// A store at rest has all of itself in one file: SQLite is told that nobody writes in it, else even a reader leaves a
/// `-shm` beside it. One in use is read as its readers read it.
fn connect_untouched(path: &Path) -> Result<Connection, StoreError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    let at_rest = std::fs::metadata(&beside).map_or(true, |log| log.len() == 0);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = match uri(path).filter(|_| at_rest) {
        Some(uri) => Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)?,
        None => Connection::open_with_flags(path, flags)?,
    };
    guard(&conn)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

/// Writes a path as SQLite's URI of a file that does not change (<https://www.sqlite.org/uri.html>); nothing where its
/// name is no text.
fn uri(path: &Path) -> Option<String> {
    use std::fmt::Write as _;
    let path = std::path::absolute(path).ok()?;
    let text = path.to_str()?;
    let text = if cfg!(windows) {
        format!("/{}", text.replace('\\', "/"))
    } else {
        text.to_owned()
    };
    let mut uri = "file://".to_owned();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_' | b':') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri.push_str("?immutable=1");
    Some(uri)
}

fn guard(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}

fn migrate(conn: &Connection, from: u32) -> Result<(), StoreError> {
    let tx = conn.unchecked_transaction()?;
    let done = usize::try_from(from).unwrap_or(usize::MAX);
    for script in schema::VERSIONS.iter().skip(done) {
        tx.execute_batch(script)?;
    }
    tx.pragma_update(None, "user_version", schema::latest())?;
    Ok(tx.commit()?)
}

fn back_up_beside(conn: &Connection, path: &Path, version: u32) -> Result<(), StoreError> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".v{version}.backup"));
    copy_whole(conn, Path::new(&name))
}

/// Copies a store under another name, and renames the copy into its place when it is whole; nothing is left where that
/// fails.
fn copy_whole(conn: &Connection, to: &Path) -> Result<(), StoreError> {
    let beside = making(to);
    forget(&beside);
    let copied = copy(conn, &beside).and_then(|()| put_in_place(&beside, to));
    if copied.is_err() {
        forget(&beside);
    }
    copied
}

fn copy(conn: &Connection, to: &Path) -> Result<(), StoreError> {
    let mut copy = Connection::open(to)?;
    // Nothing reads it before it is whole and flushed to the disk: no journal, no waiting for the disk on the way.
    copy.execute_batch(
        "PRAGMA locking_mode = exclusive; PRAGMA journal_mode = off; PRAGMA synchronous = off",
    )?;
    // In one step: between two, another's change would have it begin again.
    Backup::new(conn, &mut copy)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    copy.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    Ok(())
}
