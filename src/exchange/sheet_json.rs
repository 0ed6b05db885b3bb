//! `*.sheet.json`: a juror's sheet, canonical and signed (FORMATS.md, *Score sheet*). A file that differs from its own
//! canonical bytes is refused, which also refuses duplicate keys, odd numbers and a byte-order mark.

mod admit;
#[cfg(test)]
mod tests;
mod wire;

pub use admit::{Admitted, Roll};

use super::canonical;
use super::signature::{self, DeviceKey, Secret};
use crate::domain::ids::{CampaignId, DeviceId, Digest, JurorId, hex, unhex};
use crate::domain::sheet::Sheet;
use crate::ledger::verdict::Refusal;
use serde_json::Value;
use wire::{FORMAT, Head, VERSION, Wire};

/// The ending of a sheet's file name.
pub const ENDING: &str = ".sheet.json";
/// A sheet larger than this is no sheet: 35,000 dossiers with long comments take less.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A sheet whose bytes are canonical and whose signature holds; whose it is and whether it fits remains to be seen.
pub struct Signed {
    wire: Box<Wire>,
}

impl std::fmt::Debug for Signed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "sheet of {} revision {}", self.wire.juror, self.wire.revision)
    }
}

/// Writes a sheet signed by a device.
///
/// # Errors
/// [`Refusal::Malformed`] where the sheet has no canonical form, which no sheet of this program lacks.
pub fn write(sheet: &Sheet, key: &DeviceKey, secret: &Secret) -> Result<Vec<u8>, Refusal> {
    let public = key.public();
    let mut wire = Wire::of(sheet, hex(&public), secret.endorse(&public));
    let no_form = || malformed("", "no canonical form");
    let message = canonical::bytes(&wire).ok_or_else(no_form)?;
    wire.signature = key.sign(&message);
    canonical::bytes(&wire).ok_or_else(no_form)
}

fn malformed(at: impl Into<String>, found: impl Into<String>) -> Refusal {
    Refusal::Malformed {
        at: at.into(),
        found: found.into(),
    }
}

/// Reads a sheet's bytes: shape, canonical form, signature.
///
/// # Errors
/// The first of these that does not hold.
pub fn read(bytes: &[u8]) -> Result<Signed, Refusal> {
    let wire: Wire = serde_json::from_slice(bytes).map_err(|why| no_sheet(bytes, &why))?;
    if wire.format != FORMAT || wire.version != VERSION {
        return Err(other(&wire.format.into(), &wire.version.into()));
    }
    let Some(message) = canonical::without(bytes, "signature") else {
        return Err(malformed("1:1", "not in canonical form (RFC 8785)"));
    };
    let key = unhex(&wire.public_key).unwrap_or_default();
    if !signature::verifies(&key, &message, &wire.signature) {
        return Err(Refusal::BadSignature);
    }
    Ok(Signed { wire: Box::new(wire) })
}

/// Says what bytes are that are no sheet of this version: something else, another version, or broken at a place.
fn no_sheet(bytes: &[u8], why: &serde_json::Error) -> Refusal {
    let broken = |e: &serde_json::Error| {
        let at = format!("{}:{}", e.line(), e.column());
        if e.is_eof() {
            return Refusal::CutShort { at };
        }
        malformed(at, e.to_string())
    };
    match serde_json::from_slice::<Head>(bytes) {
        Ok(head) if head.format == FORMAT && head.version == VERSION => broken(why),
        Ok(head) => other(&head.format, &head.version),
        Err(head) => broken(&head),
    }
}

fn other(format: &Value, version: &Value) -> Refusal {
    if *format != FORMAT {
        return malformed("/format", "no score sheet");
    }
    let found = if version.is_null() {
        String::new()
    } else {
        version.to_string()
    };
    Refusal::OtherVersion { found }
}

impl Signed {
    /// Returns the juror that the sheet names.
    pub fn juror(&self) -> &JurorId {
        &self.wire.juror
    }

    /// Returns the campaign that the sheet names.
    pub fn campaign(&self) -> &CampaignId {
        &self.wire.campaign
    }

    /// Returns the device that wrote it.
    pub fn device(&self) -> &DeviceId {
        &self.wire.device
    }

    /// Returns its revision.
    pub fn revision(&self) -> u64 {
        self.wire.revision
    }

    /// Returns when it says that it was written.
    pub fn written_at(&self) -> &str {
        &self.wire.written_at
    }

    /// Returns the first digits of its key's digest, to compare over the telephone.
    pub fn fingerprint(&self) -> String {
        fingerprint(&unhex(&self.wire.public_key).unwrap_or_default())
    }

    /// Counts the dossiers, the scored cells and the recusals that it holds.
    pub fn counts(&self) -> (usize, usize, usize) {
        let cells = self.wire.dossiers.iter().map(|d| d.scores.0.len()).sum();
        let recusals = self.wire.recusals.iter().filter(|r| !r.undone).count();
        (self.wire.dossiers.len(), cells, recusals)
    }
}

/// Returns a key's fingerprint: the first sixteen digits of its SHA-256, in fours.
pub fn fingerprint(public_key: &[u8]) -> String {
    let digest = Digest::of(public_key);
    let head: Vec<char> = digest.hex().chars().take(16).collect();
    head.chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}
