//! `*.receipt.json`: what the coordinator gives a juror for their sheets: which came in, and where the journal stood. A
//! chain that one person keeps proves nothing against that person; its heads, in others' hands, do (RFC 6962 §1, *signed
//! tree heads*). Canonical JSON (RFC 8785), with an HMAC-SHA-256 by the secret of the juror's package (RFC 2104): a juror
//! knows that it comes from whoever made their package.

use super::canonical;
use super::signature::Secret;
use crate::domain::ids::{CampaignId, DeviceId, Digest, JurorId};
use serde::{Deserialize, Serialize};

/// The ending of a receipt's file name.
pub const ENDING: &str = ".receipt.json";
/// A receipt larger than this is none.
pub const MOST_BYTES: u64 = 4 * 1024 * 1024;

const FORMAT: &str = "tnl-jury/receipt";
const VERSION: u32 = 1;

/// A sheet that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedSheet {
    /// The digest of the file.
    pub digest: Digest,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Its revision.
    pub revision: u64,
    /// When it was taken in, RFC 3339.
    pub received_at: String,
}

/// Where the coordinator's journal stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The place of the last entry; 0 before the first.
    pub seq: u64,
    /// Its digest.
    pub digest: Digest,
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    format: String,
    version: u32,
    /// The campaign.
    pub campaign: CampaignId,
    /// Whose sheets they are.
    pub juror: JurorId,
    /// The sheets, in an order that depends on nothing but them.
    pub sheets: Vec<ReceivedSheet>,
    /// The journal's head.
    pub journal: Head,
    /// When it was made, RFC 3339.
    pub at: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    mac: String,
}

/// Why a file is no receipt, or not this juror's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFault {
    /// It is no receipt, or was changed in its form.
    #[error("no receipt")]
    Malformed,
    /// It does not come from whoever made this juror's package, or was changed.
    #[error("not authentic")]
    NotAuthentic,
}

impl Receipt {
    /// Makes a receipt, bound to the juror's package.
    pub fn new(
        campaign: CampaignId,
        juror: JurorId,
        sheets: Vec<ReceivedSheet>,
        journal: Head,
        at: String,
        secret: &Secret,
    ) -> Self {
        let mut receipt = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            campaign,
            juror,
            sheets,
            journal,
            at,
            mac: String::new(),
        };
        receipt.mac = secret.endorse(&receipt.message());
        receipt
    }

    /// What the HMAC covers: the canonical bytes without it.
    fn message(&self) -> Vec<u8> {
        let mut bare = self.clone();
        bare.mac = String::new();
        canonical::bytes(&bare).unwrap_or_default()
    }

    /// Returns the bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        canonical::bytes(self).unwrap_or_default()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`ReceiptFault::Malformed`].
    pub fn read(bytes: &[u8]) -> Result<Self, ReceiptFault> {
        let receipt: Self = serde_json::from_slice(bytes).map_err(|_| ReceiptFault::Malformed)?;
        let is_one = receipt.format == FORMAT && receipt.version == VERSION && receipt.bytes() == bytes;
        is_one.then_some(receipt).ok_or(ReceiptFault::Malformed)
    }

    /// Checks that it comes from whoever made the package with that secret.
    ///
    /// # Errors
    /// [`ReceiptFault::NotAuthentic`].
    pub fn verify(&self, secret: &Secret) -> Result<(), ReceiptFault> {
        let holds = secret.endorses(&self.message(), &self.mac);
        holds.then_some(()).ok_or(ReceiptFault::NotAuthentic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt() -> Receipt {
        let sheet = ReceivedSheet {
            digest: Digest::of(b"sheet"),
            device: "A".into(),
            revision: 12,
            received_at: "2026-11-01T10:00:00Z".into(),
        };
        let head = Head {
            seq: 4,
            digest: Digest::of(b"entry"),
        };
        Receipt::new(
            "c".into(),
            "lefevre".into(),
            vec![sheet],
            head,
            "2026-11-02T10:00:00Z".into(),
            &Secret::new([7; 32]),
        )
    }

    #[test]
    fn a_receipt_comes_back_and_holds_for_its_juror_alone() {
        let read = Receipt::read(&receipt().bytes()).unwrap();
        assert_eq!(read, receipt());
        assert_eq!(read.verify(&Secret::new([7; 32])), Ok(()));
        assert_eq!(
            read.verify(&Secret::new([8; 32])),
            Err(ReceiptFault::NotAuthentic)
        );
    }

    #[test]
    fn every_flipped_bit_is_seen() {
        let good = receipt().bytes();
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bad = good.clone();
                bad[at] ^= 1 << bit;
                let passed = Receipt::read(&bad).and_then(|r| r.verify(&Secret::new([7; 32])));
                assert!(passed.is_err(), "byte {at} bit {bit}");
            }
        }
    }
}
