//! A workbook's archive: its directory is checked before anything is read, and what is read is counted as it comes,
//! whatever sizes the archive claims.

use crate::exchange::bag::entry_count;
use crate::exchange::budget::Budget;
use crate::exchange::error::{Bound, ExchangeError, TableFault};
use crate::exchange::evidence::{Trick, Unreadable};
use crate::exchange::place::Place;
use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// Small members may be compressed as much as they like.
const RATIO_FROM: u64 = 8 << 20;
/// No workbook of people unpacks to more.
const MOST_UNPACKED: u64 = 512 << 20;
/// A directory entry of a zip file begins so.
const ENTRY: &[u8] = b"PK\x01\x02";

/// What is left to read, and the bound that was passed.
#[derive(Debug)]
struct Account {
    left: Cell<u64>,
    passed: Cell<Option<(Bound, u64)>>,
}

/// A workbook's archive.
pub(super) struct Package<'b> {
    file: &'b str,
    zip: ZipArchive<Cursor<&'b [u8]>>,
    account: Rc<Account>,
    budget: &'b Budget,
}

impl<'b> Package<'b> {
    /// Opens an archive and checks its directory.
    pub(super) fn open(file: &'b str, bytes: &'b [u8], budget: &'b Budget) -> Result<Self, ExchangeError> {
        let damaged = || refused(file, TableFault::Damaged);
        let entries = entry_count(&mut Cursor::new(bytes)).map_err(|_| damaged())?;
        if entries > budget.members {
            return Err(beyond(file, "", Bound::Members, budget.members as u64));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        if zip.offset() != 0 {
            return Err(damaged());
        }
        let left = budget.unpacked_bytes.min(MOST_UNPACKED);
        let mut package = Self {
            file,
            zip,
            account: Rc::new(Account {
                left: Cell::new(left),
                passed: Cell::new(None),
            }),
            budget,
        };
        if let Some(member) = twice(bytes, package.zip.central_directory_start()) {
            return Err(refused(file, TableFault::Member(member)));
        }
        if entries != package.zip.len() {
            return Err(damaged());
        }
        package.check_members()?;
        Ok(package)
    }

    fn check_members(&mut self) -> Result<(), ExchangeError> {
        let mut spans = Vec::new();
        for index in 0..self.zip.len() {
            let damaged = |_| refused(self.file, TableFault::Damaged);
            let member = self.zip.by_index_raw(index).map_err(damaged)?;
            let name = member.name().map_err(damaged)?.into_owned();
            if member.encrypted() {
                return Err(refused(self.file, TableFault::Encrypted));
            }
            if member.is_symlink() {
                return Err(refused(self.file, TableFault::Member(name)));
            }
            let start = member.data_start().unwrap_or(0);
            spans.push((start, start.saturating_add(member.compressed_size()), name));
        }
        spans.sort();
        for pair in spans.windows(2) {
            if let [(_, end, _), (start, _, name)] = pair
                && end > start
            {
                return Err(refused(self.file, TableFault::Member(name.clone())));
            }
        }
        Ok(())
    }

    /// Tells whether there is such a member.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Opens a member.
    pub(super) fn member(&mut self, name: &str) -> Result<Box<dyn BufRead + '_>, ExchangeError> {
        let damaged = |_| {
            let at = Place::default().pointing(name);
            let file = self.file.to_owned();
            let fault = TableFault::Damaged;
            ExchangeError::Table { file, at, fault }
        };
        let inner = self.zip.by_name(name).map_err(damaged)?;
        let packed = inner.compressed_size().max(1);
        let counted = Counted {
            left: packed.saturating_mul(self.budget.ratio).max(RATIO_FROM),
            ratio: self.budget.ratio,
            account: Rc::clone(&self.account),
            limit: self.budget.unpacked_bytes.min(MOST_UNPACKED),
            inner,
        };
        Ok(Box::new(BufReader::with_capacity(64 * 1024, counted)))
    }

    /// Reads a small member whole.
    pub(super) fn whole(&mut self, name: &str) -> Result<String, ExchangeError> {
        let mut text = String::new();
        let read = self.member(name)?.read_to_string(&mut text);
        read.map_err(|_| self.blame(&Unreadable::NoText, name))?;
        Ok(text)
    }

    /// Says why reading a member ended.
    pub(super) fn blame(&self, why: &Unreadable, at: &str) -> ExchangeError {
        if let Some((bound, limit)) = self.account.passed.get() {
            return beyond(self.file, at, bound, limit);
        }
        if let Unreadable::TooLarge { limit, .. } = why {
            let is_whole = *limit == self.budget.table_bytes;
            let bound = if is_whole { Bound::Table } else { Bound::Text };
            return beyond(self.file, at, bound, *limit);
        }
        let fault = match why {
            Unreadable::Hostile {
                trick: Trick::Entities,
            } => TableFault::Entities,
            Unreadable::Encrypted => TableFault::Encrypted,
            _ => TableFault::Damaged,
        };
        ExchangeError::Table {
            file: self.file.to_owned(),
            at: Place::default().pointing(at),
            fault,
        }
    }
}

fn refused(file: &str, fault: TableFault) -> ExchangeError {
    ExchangeError::Table {
        file: file.to_owned(),
        at: Place::default(),
        fault,
    }
}

fn beyond(file: &str, at: &str, bound: Bound, limit: u64) -> ExchangeError {
    ExchangeError::Beyond {
        file: file.to_owned(),
        at: Place::default().pointing(at),
        bound,
        limit,
    }
}

/// Finds a name that stands twice in the directory: the `zip` crate keeps the last without a word.
fn twice(bytes: &[u8], start: u64) -> Option<String> {
    let mut seen = HashSet::new();
    let mut rest = bytes.get(usize::try_from(start).ok()?..)?;
    while rest.starts_with(ENTRY) {
        let field = |at: usize| {
            let two = rest.get(at..at + 2)?;
            Some(usize::from(u16::from_le_bytes(two.try_into().ok()?)))
        };
        let (name, extra, comment) = (field(28)?, field(30)?, field(32)?);
        let name = rest.get(46..46 + name)?;
        if !seen.insert(name) {
            return Some(String::from_utf8_lossy(name).into_owned());
        }
        rest = rest.get(46 + name.len() + extra + comment..)?;
    }
    None
}

/// A member whose bytes are counted.
struct Counted<R> {
    inner: R,
    left: u64,
    ratio: u64,
    limit: u64,
    account: Rc<Account>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        let bytes = u64::try_from(count).unwrap_or(u64::MAX);
        let all = self.account.left.get();
        let passed = if bytes > all {
            Some((Bound::Unpacked, self.limit))
        } else {
            (bytes > self.left).then_some((Bound::Ratio, self.ratio))
        };
        if passed.is_some() {
            self.account.passed.set(passed);
            return Err(io::Error::other("beyond the budget"));
        }
        self.account.left.set(all - bytes);
        self.left -= bytes;
        Ok(count)
    }
}
