//! The schema's versions, in order: `user_version` n means that the first n scripts ran.

/// The scripts, oldest first. A released script is never edited; a change is a new one.
pub(super) const VERSIONS: [&str; 1] = [include_str!("0001_init.sql")];

/// `PRAGMA application_id`: "TNLJ".
pub(super) const APPLICATION: u32 = 0x544e_4c4a;

/// Returns the version that this program writes.
pub(super) fn latest() -> u32 {
    u32::try_from(VERSIONS.len()).unwrap_or(u32::MAX)
}
