//! Archives written byte by byte, so that they can lie in every field.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write as _;

/// A member, and the lies told of it.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) name: Vec<u8>,
    pub(super) bytes: Vec<u8>,
    /// The name in the local header, where it is another.
    pub(super) local_name: Option<Vec<u8>>,
    /// The Unix mode.
    pub(super) mode: u32,
    pub(super) flags: u16,
    /// The compression method; 0 stores, 8 deflates, others are lies.
    pub(super) method: u16,
    /// What is added to the true size in both headers.
    pub(super) size_lie: u32,
    pub(super) crc_lie: u32,
    /// Whether its central entry points at the member before.
    pub(super) shares: bool,
}

impl Member {
    pub(super) fn of(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            bytes: bytes.to_vec(),
            local_name: None,
            mode: 0o100_644,
            flags: 0x0800,
            method: 0,
            size_lie: 0,
            crc_lie: 0,
            shares: false,
        }
    }

    fn packed(&self) -> Vec<u8> {
        if self.method != 8 {
            return self.bytes.clone();
        }
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&self.bytes).unwrap();
        encoder.finish().unwrap()
    }

    /// The fields that both headers share, from flags to the name's length.
    fn fields(&self, packed: usize, name: usize) -> Vec<u8> {
        let mut crc = flate2::Crc::new();
        crc.update(&self.bytes);
        let size = u32::try_from(self.bytes.len())
            .unwrap()
            .wrapping_add(self.size_lie);
        let mut out = Vec::new();
        out.extend(self.flags.to_le_bytes());
        out.extend(self.method.to_le_bytes());
        out.extend([0, 0, 0x21, 0]);
        out.extend((crc.sum() ^ self.crc_lie).to_le_bytes());
        out.extend(u32::try_from(packed).unwrap().to_le_bytes());
        out.extend(size.to_le_bytes());
        out.extend(u16::try_from(name).unwrap().to_le_bytes());
        out
    }
}

/// Writes an archive; `before` stands before it, and offsets count from there on where `honest` is false.
pub(super) fn zip(members: &[Member], before: &[u8], honest: bool) -> Vec<u8> {
    let mut out = before.to_vec();
    let base = if honest { 0 } else { before.len() };
    let (mut central, mut start) = (Vec::new(), out.len());
    for member in members {
        let packed = member.packed();
        if !member.shares {
            start = out.len();
            let name = member.local_name.as_ref().unwrap_or(&member.name);
            out.extend(b"PK\x03\x04\x14\0");
            out.extend(member.fields(packed.len(), name.len()));
            out.extend([0, 0]);
            out.extend(name);
            out.extend(&packed);
        }
        central.extend(b"PK\x01\x02\x14\x03\x14\0");
        central.extend(member.fields(packed.len(), member.name.len()));
        central.extend([0; 8]);
        central.extend((member.mode << 16).to_le_bytes());
        central.extend(u32::try_from(start - base).unwrap().to_le_bytes());
        central.extend(&member.name);
    }
    let at = out.len() - base;
    out.extend(&central);
    out.extend(end(members.len(), central.len(), at));
    out
}

/// Writes an end record.
pub(super) fn end(count: usize, size: usize, at: usize) -> Vec<u8> {
    let count = u16::try_from(count).unwrap().to_le_bytes();
    let mut out = b"PK\x05\x06\0\0\0\0".to_vec();
    out.extend(count);
    out.extend(count);
    out.extend(u32::try_from(size).unwrap().to_le_bytes());
    out.extend(u32::try_from(at).unwrap().to_le_bytes());
    out.extend([0, 0]);
    out
}
