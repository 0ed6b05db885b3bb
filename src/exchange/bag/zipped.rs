//! An archive from outside. Both of its lists of members must agree, no two members may share a byte, and a member is
//! read chunk by chunk within the budget, whatever sizes the archive claims.

use super::ends::entry_count;
use super::fault::{BagFault, ZipFault};
use crate::exchange::budget::Budget;
use crate::exchange::error::Bound;
use std::io::{Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// A small member may be highly compressible in all honesty: the ratio counts from here.
const RATIO_FROM: u64 = 8 << 20;

/// The file type's bits of a Unix mode, and what they say of a regular file.
const TYPE: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;

/// An archive whose structure holds.
#[derive(Debug)]
pub struct Zipped<R: Read + Seek> {
    zip: ZipArchive<R>,
    names: Vec<String>,
    budget: Budget,
    left: u64,
}

fn reader(error: &ZipError) -> BagFault {
    BagFault::zip(match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => ZipFault::Encrypted,
        _ => ZipFault::Reader(error.to_string()),
    })
}

impl<R: Read + Seek> Zipped<R> {
    /// Opens an archive; no member is read yet.
    ///
    /// # Errors
    /// What is wrong with its structure.
    pub fn open(mut input: R, budget: &Budget) -> Result<Self, BagFault> {
        let entries = entry_count(&mut input)?;
        if entries > budget.members {
            return Err(BagFault::Beyond {
                member: String::new(),
                bound: Bound::Members,
                limit: budget.members as u64,
            });
        }
        let mut zip = ZipArchive::new(input).map_err(|e| reader(&e))?;
        if zip.offset() != 0 {
            return Err(BagFault::zip(ZipFault::Before));
        }
        let names = zip
            .file_names()
            .map(|name| name.map(std::borrow::Cow::into_owned))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| reader(&e))?;
        // The reader keeps the last of two members of one name.
        if entries != names.len() {
            let member = "*".to_owned();
            return Err(BagFault::Twice { member });
        }
        check_members(&mut zip)?;
        zip.validate_header_consistency()
            .map_err(|e| BagFault::zip(ZipFault::Tricked(e.to_string())))?;
        Ok(Self {
            zip,
            names,
            left: budget.unpacked_bytes,
            budget: budget.clone(),
        })
    }

    /// Returns the members' names, those of folders with a slash at their end.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Allows again as many bytes in all as the budget says: after everything was checked, parts are read once more.
    pub fn restart(&mut self) {
        self.left = self.budget.unpacked_bytes;
    }

    /// Reads a member chunk by chunk, `most` bytes of it.
    ///
    /// # Errors
    /// That it is no file, passes the budget, or can't be unpacked.
    pub fn stream(&mut self, name: &str, most: u64, take: &mut dyn FnMut(&[u8])) -> Result<(), BagFault> {
        let mut member = self.zip.by_name(name).map_err(|e| reader(&e))?;
        let claimed = member.size();
        let packed = member.compressed_size().max(1);
        let by_ratio = packed.saturating_mul(self.budget.ratio).max(RATIO_FROM);
        let most = most.min(self.left).min(self.budget.file_bytes);
        let mut chunk = vec![0; 64 * 1024];
        let mut total = 0;
        loop {
            let n = member
                .read(&mut chunk)
                .map_err(|e| BagFault::zip(ZipFault::Reader(e.to_string())))?;
            if n == 0 {
                self.left = self.left.saturating_sub(total);
                if total == claimed {
                    return Ok(());
                }
                let says = format!("{name}: {claimed} ≠ {total}");
                return Err(BagFault::zip(ZipFault::Tricked(says)));
            }
            total += n as u64;
            let passed = [
                (Bound::Unpacked, most, most),
                (Bound::Ratio, by_ratio, self.budget.ratio),
            ];
            if let Some((bound, _, limit)) = passed.into_iter().find(|(_, most, _)| total > *most) {
                let member = name.to_owned();
                return Err(BagFault::Beyond { member, bound, limit });
            }
            take(chunk.get(..n).unwrap_or_default());
        }
    }

    /// Reads a member whole, `most` bytes of it.
    ///
    /// # Errors
    /// As [`Self::stream`].
    pub fn bytes(&mut self, name: &str, most: u64) -> Result<Vec<u8>, BagFault> {
        let mut bytes = Vec::new();
        self.stream(name, most, &mut |chunk| bytes.extend_from_slice(chunk))?;
        Ok(bytes)
    }
}

/// Looks at what each member says it is, before anything is unpacked.
fn check_members<R: Read + Seek>(zip: &mut ZipArchive<R>) -> Result<(), BagFault> {
    let mut first = None;
    for index in 0..zip.len() {
        let entry = zip.by_index_data(index).map_err(|e| reader(&e))?;
        if entry.encrypted() {
            return Err(BagFault::zip(ZipFault::Encrypted));
        }
        let kind = entry.unix_mode().unwrap_or_default() & TYPE;
        if entry.is_symlink() || !matches!(kind, 0 | REGULAR | FOLDER) {
            let member = entry
                .name()
                .map_or_else(|_| "?".to_owned(), std::borrow::Cow::into_owned);
            return Err(BagFault::Kind { member });
        }
        let start = entry.header_start();
        first = Some(first.map_or(start, |least: u64| least.min(start)));
    }
    match first {
        Some(start) if start > 0 => Err(BagFault::zip(ZipFault::Before)),
        _ => Ok(()),
    }
}
