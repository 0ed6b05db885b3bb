//! Makes a package: the same contents, the same bytes.

use super::{
    BAGIT, BAGIT_TEXT, CAMPAIGN, Contents, DOSSIER, DOSSIERS, EVIDENCE, FORMER, GRID, Head, JUROR, MANIFEST,
    PackageError, folder_name,
};
use crate::domain::ids::Digest;
use crate::exchange::bag::BagFault;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Seek, Write};
use std::mem::ManuallyDrop;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

struct Writer<'a, W: Write + Seek> {
    /// Never dropped: the archive's own drop tries to finish it, and falls or speaks where the disk was full.
    zip: ManuallyDrop<ZipWriter<W>>,
    manifest: String,
    file: &'a str,
}

/// Bytes from which a member is kept as it is.
const STORED_FROM: usize = 4 << 20;

impl<W: Write + Seek> Writer<'_, W> {
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackageError> {
        // Whoever opens the package stops at what unpacks to far more than it is; large files rarely gain by being packed.
        let method = if bytes.len() >= STORED_FROM {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .large_file(bytes.len() >= 0x8000_0000)
            .unix_permissions(0o644);
        let file = self.file;
        self.zip
            .start_file(name, options)
            .map_err(|e| io(file, &e))
            .and_then(|()| self.zip.write_all(bytes).map_err(|e| io(file, &e)))
    }

    fn payload(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackageError> {
        let _ = writeln!(self.manifest, "{}  {name}", Digest::of(bytes).hex());
        self.add(name, bytes)
    }
}

fn io(file: &str, why: &impl ToString) -> PackageError {
    let why = why.to_string();
    PackageError::of(file, BagFault::Io { why })
}

/// Writes a package to `out`, which messages call `file`; `bytes_of` gives the evidence, each piece once.
///
/// # Errors
/// What the system or `bytes_of` refused.
pub fn write<W: Write + Seek, E: From<PackageError>>(
    out: W,
    file: &str,
    contents: &Contents,
    mut bytes_of: impl FnMut(&Digest) -> Result<Vec<u8>, E>,
) -> Result<W, E> {
    let mut writer = Writer {
        zip: ManuallyDrop::new(ZipWriter::new(out)),
        manifest: String::new(),
        file,
    };
    let json = |value: serde_json::Result<Vec<u8>>| value.map_err(|e| io(file, &e));
    writer.add(BAGIT, BAGIT_TEXT.as_bytes())?;
    let head = Head {
        campaign: contents.campaign.clone(),
        issue: contents.issue.clone(),
    };
    writer.payload(CAMPAIGN, &json(serde_json::to_vec_pretty(&head))?)?;
    writer.payload(GRID, contents.grid.as_bytes())?;
    writer.payload(JUROR, &json(serde_json::to_vec_pretty(&contents.juror))?)?;
    let mut pieces = BTreeSet::new();
    for dossier in &contents.dossiers {
        let folder = format!("{DOSSIERS}{}", folder_name(&dossier.number));
        let bytes = json(serde_json::to_vec_pretty(dossier))?;
        writer.payload(&format!("{folder}{DOSSIER}"), &bytes)?;
        if let Some(former) = contents.formers.get(&dossier.id) {
            let bytes = json(serde_json::to_vec_pretty(former))?;
            writer.payload(&format!("{folder}{FORMER}"), &bytes)?;
        }
        pieces.extend(dossier.evidence.iter().filter_map(|e| e.sha256.as_ref()));
    }
    for piece in pieces {
        let bytes = bytes_of(piece)?;
        writer.payload(&format!("{EVIDENCE}{}", piece.hex()), &bytes)?;
    }
    let manifest = std::mem::take(&mut writer.manifest);
    writer.add(MANIFEST, manifest.as_bytes())?;
    Ok(ManuallyDrop::into_inner(writer.zip)
        .finish()
        .map_err(|e| io(file, &e))?)
}
