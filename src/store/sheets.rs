//! Accepted sheets, whole, as they were received.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::ids::{DeviceId, Digest, JurorId};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rusqlite::{Row, params};
use std::io::{Read as _, Write as _};

/// No accepted sheet is larger: a damaged one that unpacks without end is told from them.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What an accepted sheet is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetHead {
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
    /// When it says that it was written, RFC 3339.
    pub written_at: String,
    /// When it was accepted, RFC 3339.
    pub received_at: String,
}

/// An accepted sheet, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// What it is.
    pub head: SheetHead,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Packs sheets (zlib, RFC 1950): their bytes come back to the last bit, and take a tenth of the room. One packs many, for
/// its tables are larger than most sheets.
#[derive(Debug)]
pub struct Packer(ZlibEncoder<Vec<u8>>);

impl Default for Packer {
    fn default() -> Self {
        Self(ZlibEncoder::new(Vec::new(), Compression::fast()))
    }
}

impl Packer {
    /// Packs a sheet's bytes.
    pub fn pack(&mut self, bytes: &[u8]) -> Vec<u8> {
        let written = self.0.write_all(bytes);
        // Ends the stream, hands it over, and begins another.
        written
            .and_then(|()| self.0.reset(Vec::new()))
            .unwrap_or_default()
    }
}

fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut unpacker = ZlibDecoder::new(packed).take(MOST_BYTES + 1);
    unpacker.read_to_end(&mut bytes).ok()?;
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES);
    fits.then_some(bytes)
}

impl Store {
    /// Keeps a sheet, packed by [`Packer`]; keeping the same one twice changes nothing.
    ///
    /// # Errors
    /// SQLite's.
    pub fn keep_sheet(&self, sheet: &SheetHead, packed: &[u8]) -> Result<(), StoreError> {
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
                (&sheet.written_at).into(),
                (&sheet.received_at).into(),
            ],
        );
        self.conn
            .prepare_cached(
                "INSERT INTO sheet (digest, juror, device, revision, file, written_at, received_at, sum, packed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (digest) DO NOTHING",
            )?
            .execute(params![
                digest,
                juror,
                device,
                revision,
                sheet.file,
                sheet.written_at,
                sheet.received_at,
                sum,
                packed
            ])?;
        Ok(())
    }

    /// Returns what the accepted sheets are, without their bytes, in an order that depends on nothing but them.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn sheet_heads(&self) -> Result<Vec<SheetHead>, StoreError> {
        let mut rows = self.conn.prepare_cached(
            "SELECT digest, juror, device, revision, file, written_at, received_at, sum FROM sheet
             ORDER BY juror, revision, digest",
        )?;
        let mut rows = rows.query([])?;
        let mut heads = Vec::new();
        while let Some(row) = rows.next()? {
            heads.push(head(row)?);
        }
        Ok(heads)
    }

    /// Hands over the accepted sheets of a juror, or all of them, in the order of [`Self::sheet_heads`].
    ///
    /// # Errors
    /// The row that is damaged, and those of `look`.
    pub fn each_sheet<E: From<StoreError>>(
        &self,
        of: Option<&JurorId>,
        mut look: impl FnMut(SheetRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql =
            "SELECT digest, juror, device, revision, file, written_at, received_at, sum, packed FROM sheet";
        let sql = match of {
            Some(_) => format!("{sql} WHERE juror = ?1 ORDER BY revision, digest"),
            None => format!("{sql} ORDER BY juror, revision, digest"),
        };
        let mut statement = self.conn.prepare_cached(&sql).map_err(StoreError::from)?;
        let mut rows = match of {
            Some(juror) => statement.query([juror.as_str()]),
            None => statement.query([]),
        }
        .map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            look(read(row)?)?;
        }
        Ok(())
    }
}

fn head(row: &Row<'_>) -> Result<SheetHead, StoreError> {
    let (digest, juror, device): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (revision, file): (i64, String) = (row.get(3)?, row.get(4)?);
    let (written_at, received_at, sum): (String, String, Vec<u8>) = (row.get(5)?, row.get(6)?, row.get(7)?);
    let fields = [
        (&digest).into(),
        (&juror).into(),
        (&device).into(),
        revision.into(),
        (&file).into(),
        (&written_at).into(),
        (&received_at).into(),
    ];
    checksum::check("sheet", &digest, &fields, &sum)?;
    let parsed = Digest::parse(&digest).ok_or(StoreError::Damaged {
        table: "sheet",
        row: digest,
    })?;
    Ok(SheetHead {
        digest: parsed,
        juror: JurorId::new(juror),
        device: DeviceId::new(device),
        revision: u64::try_from(revision).unwrap_or(0),
        file,
        written_at,
        received_at,
    })
}

fn read(row: &Row<'_>) -> Result<SheetRow, StoreError> {
    let head = head(row)?;
    let packed = row.get_ref(8)?.as_blob().map_err(rusqlite::Error::from)?;
    match unpacked(packed).filter(|bytes| Digest::of(bytes) == head.digest) {
        Some(bytes) => Ok(SheetRow { head, bytes }),
        None => Err(StoreError::Damaged {
            table: "sheet",
            row: head.digest.hex().to_owned(),
        }),
    }
}
