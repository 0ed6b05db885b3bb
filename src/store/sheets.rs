//! Accepted sheets, whole, as they were received.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::ids::{DeviceId, Digest, JurorId};
use rusqlite::{Row, params};

/// An accepted sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The digest of its bytes.
    pub digest: Digest,
    /// Whose it is.
    pub juror: JurorId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Its revision.
    pub revision: u64,
    /// The name of the file in which it came.
    pub file: String,
    /// When it was accepted, RFC 3339.
    pub received_at: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Store {
    /// Keeps a sheet; keeping the same one twice changes nothing.
    ///
    /// # Errors
    /// SQLite's.
    pub fn keep_sheet(&self, sheet: &SheetRow) -> Result<(), StoreError> {
        let (digest, juror, device) = (sheet.digest.hex(), sheet.juror.as_str(), sheet.device.as_str());
        let revision = i64::try_from(sheet.revision).unwrap_or(i64::MAX);
        let sum = checksum::of(
            "sheet",
            &[
                digest.into(),
                juror.into(),
                device.into(),
                revision.into(),
                (&sheet.file).into(),
                (&sheet.received_at).into(),
            ],
        );
        self.conn
            .prepare_cached(
                "INSERT INTO sheet (digest, juror, device, revision, file, received_at, bytes, sum)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (digest) DO NOTHING",
            )?
            .execute(params![
                digest,
                juror,
                device,
                revision,
                sheet.file,
                sheet.received_at,
                sheet.bytes,
                sum
            ])?;
        Ok(())
    }

    /// Returns the accepted sheets in an order that depends on nothing but them.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn sheets(&self) -> Result<Vec<SheetRow>, StoreError> {
        let mut rows = self.conn.prepare_cached(
            "SELECT digest, juror, device, revision, file, received_at, bytes, sum FROM sheet
             ORDER BY juror, revision, digest",
        )?;
        let mut rows = rows.query([])?;
        let mut sheets = Vec::new();
        while let Some(row) = rows.next()? {
            sheets.push(read(row)?);
        }
        Ok(sheets)
    }
}

fn read(row: &Row<'_>) -> Result<SheetRow, StoreError> {
    let (digest, juror, device): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (revision, file, received_at): (i64, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
    let (bytes, sum): (Vec<u8>, Vec<u8>) = (row.get(6)?, row.get(7)?);
    let fields = [
        (&digest).into(),
        (&juror).into(),
        (&device).into(),
        revision.into(),
        (&file).into(),
        (&received_at).into(),
    ];
    checksum::check("sheet", &digest, &fields, &sum)?;
    let found = Digest::of(&bytes);
    if found.hex() != digest {
        return Err(StoreError::Damaged {
            table: "sheet",
            row: digest,
        });
    }
    Ok(SheetRow {
        digest: found,
        juror: JurorId::new(juror),
        device: DeviceId::new(device),
        revision: u64::try_from(revision).unwrap_or(0),
        file,
        received_at,
        bytes,
    })
}
