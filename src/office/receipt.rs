//! Receipts: the coordinator tells each juror what came in and where the journal stood; the juror keeps it.

use super::gather::read_at_most;
use super::write_sheet::beside_then_rename;
use super::{Office, OfficeError};
use crate::domain::ids::{Digest, JurorId};
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
pub use crate::exchange::receipt::Receipt;
use crate::exchange::receipt::{ENDING, Head, MOST_BYTES, ReceiptFault, ReceivedSheet};
use crate::exchange::signature::Secret;
use crate::ledger::journal;
use crate::store::{Key, SheetHead, StoreError};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A receipt that was written.
#[derive(Debug, Clone)]
pub struct WrittenReceipt {
    /// Whose.
    pub juror: JurorId,
    /// Their name.
    pub name: String,
    /// The file.
    pub file: PathBuf,
    /// How many sheets it names.
    pub sheets: usize,
}

/// What a juror knows to have come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// The highest revision of this device that came in.
    pub revision: u64,
    /// When it was taken in, RFC 3339.
    pub received_at: String,
    /// The journal's head, to compare with the minutes.
    pub head: Digest,
}

/// Says that a receipt was written.
pub fn written_saying(written: &WrittenReceipt) -> Saying {
    let saying = Saying::new("receipt-written").text("juror", &written.name);
    saying
        .text("file", written.file.display())
        .number("n", written.sheets)
}

/// Says what a receipt tells: a line a sheet, then where the journal stood.
pub fn sayings(receipt: &Receipt) -> Vec<Saying> {
    let sheet = |sheet: &ReceivedSheet| {
        let saying = Saying::new("receipt-sheet").number("revision", sheet.revision);
        saying
            .text("device", &sheet.device)
            .text("at", &sheet.received_at)
    };
    let head = Saying::new("receipt-head").number("seq", receipt.journal.seq);
    let head = head.text("head", &receipt.journal.digest);
    receipt.sheets.iter().map(sheet).chain([head]).collect()
}

impl Office {
    /// Writes a receipt for each juror whose sheets came in, or for one.
    ///
    /// # Errors
    /// That the store is a juror's, that nothing came in, or the system's.
    pub(super) fn write_receipts(
        &self,
        out: &Path,
        juror: Option<&JurorId>,
    ) -> Result<Vec<WrittenReceipt>, OfficeError> {
        self.may(Verb::Gather)?;
        let mut sheets: BTreeMap<JurorId, Vec<ReceivedSheet>> = BTreeMap::new();
        let heads = self.store.sheet_heads()?.into_iter();
        for head in heads.filter(|head| juror.is_none_or(|juror| head.juror == *juror)) {
            sheets.entry(head.juror.clone()).or_default().push(received(head));
        }
        if sheets.is_empty() {
            return Err(OfficeError::State(Saying::new("receipt-nothing")));
        }
        std::fs::create_dir_all(out).map_err(|e| OfficeError::io(out, &e))?;
        let head = self.journal_place()?;
        let mut written = Vec::new();
        for enrolled in self.store.jury()? {
            let id = enrolled.juror.id;
            let secret = Secret::parse(&enrolled.secret);
            let Some((sheets, secret)) = sheets.remove(&id).zip(secret) else {
                continue;
            };
            let file = out.join(format!("{id}{ENDING}"));
            let n = sheets.len();
            let at = self.context.stamp();
            let receipt = Receipt::new(
                self.campaign.id.clone(),
                id.clone(),
                sheets,
                head.clone(),
                at,
                &secret,
            );
            beside_then_rename(&file, |f| {
                f.write_all(&receipt.bytes())
                    .map_err(|e| OfficeError::io(&file, &e))
            })?;
            written.push(WrittenReceipt {
                juror: id,
                name: enrolled.juror.name,
                file,
                sheets: n,
            });
        }
        Ok(written)
    }

    /// Returns where the journal stands.
    pub(super) fn journal_place(&self) -> Result<Head, OfficeError> {
        let last = self.store.journal_head()?;
        Ok(last.map_or_else(
            || Head {
                seq: 0,
                digest: journal::root(self.campaign.id.as_str()),
            },
            |entry| Head {
                seq: entry.seq,
                digest: entry.digest,
            },
        ))
    }

    /// Takes a receipt in: kept on its juror's side, where no later one is known.
    ///
    /// # Errors
    /// That it is none, another juror's or campaign's, or not from whoever made this juror's package.
    pub(super) fn keep_receipt(&self, file: &Path) -> Result<Receipt, OfficeError> {
        let receipt = read_receipt(file)?;
        let me = self.me()?;
        let refused = |id| OfficeError::Refused(Saying::new(id).text("file", file.display()));
        if receipt.campaign != self.campaign.id || receipt.juror != me.addressee.id {
            return Err(refused("receipt-not-yours"));
        }
        let secret = Secret::parse(&me.addressee.secret);
        let holds = secret.is_some_and(|secret| receipt.verify(&secret).is_ok());
        if !holds {
            return Err(refused("receipt-not-authentic"));
        }
        let known = self.receipt()?;
        if known.is_none_or(|known| known.journal.seq <= receipt.journal.seq) {
            let text = String::from_utf8(receipt.bytes()).unwrap_or_default();
            self.store.put(Key::Receipt, &text)?;
        }
        Ok(receipt)
    }

    /// Returns the receipt that was kept.
    fn receipt(&self) -> Result<Option<Receipt>, OfficeError> {
        let Some(text) = self.store.get(Key::Receipt)? else {
            return Ok(None);
        };
        let damaged = |_| {
            let row = "receipt".to_owned();
            StoreError::Damaged { table: "meta", row }
        };
        Ok(Some(Receipt::read(text.as_bytes()).map_err(damaged)?))
    }

    /// Returns what the coordinator acknowledged of what this device wrote.
    pub(super) fn acknowledged(&self) -> Result<Option<Acknowledged>, OfficeError> {
        let me = self.me()?;
        let Some(receipt) = self.receipt()? else {
            return Ok(None);
        };
        let mine = receipt.sheets.iter().filter(|sheet| sheet.device == me.device);
        let last = mine.max_by_key(|sheet| sheet.revision);
        Ok(last.map(|sheet| Acknowledged {
            revision: sheet.revision,
            received_at: sheet.received_at.clone(),
            head: receipt.journal.digest.clone(),
        }))
    }

    /// Tells whether a receipt names a place of this journal as it stands.
    ///
    /// # Errors
    /// The store's.
    pub fn is_in_journal(&self, receipt: &Receipt) -> Result<bool, OfficeError> {
        if receipt.journal.seq == 0 {
            return Ok(receipt.journal.digest == journal::root(self.campaign.id.as_str()));
        }
        let entries = self.store.journal()?.into_iter();
        let mut there = entries.filter(|entry| entry.seq == receipt.journal.seq);
        Ok(there.any(|entry| entry.digest == receipt.journal.digest))
    }
}

fn received(head: SheetHead) -> ReceivedSheet {
    ReceivedSheet {
        digest: head.digest,
        device: head.device,
        revision: head.revision,
        received_at: head.received_at,
    }
}

/// Reads a receipt.
///
/// # Errors
/// That it can't be read, or is none.
pub fn read_receipt(file: &Path) -> Result<Receipt, OfficeError> {
    let bytes = read_at_most(file, MOST_BYTES)?;
    Receipt::read(&bytes).map_err(|fault| {
        let id = match fault {
            ReceiptFault::Malformed => "receipt-malformed",
            ReceiptFault::NotAuthentic => "receipt-not-authentic",
        };
        OfficeError::Refused(Saying::new(id).text("file", file.display()))
    })
}
