//! How far a file swells when it is unpacked. `hayro` unpacks whole streams into memory; so each is measured first, by
//! counting. Object streams of an encrypted file are the one thing that is unpacked before it can be measured.

use super::unpack;
use crate::exchange::evidence::{Cancel, Extent, Limits, Unreadable};
use hayro_svg::hayro_interpret::hayro_syntax::object::dict::keys::CONTENTS;
use hayro_svg::hayro_interpret::hayro_syntax::object::{Array, MaybeRef, Object, ObjectIdentifier, Stream};
use hayro_svg::hayro_interpret::hayro_syntax::page::Page;
use hayro_svg::hayro_interpret::hayro_syntax::{Filter, Pdf};
use std::borrow::Cow;
use std::collections::HashMap;

/// How much all streams together may unpack to, in documents: most are images, unpacked one at a time.
const DOCUMENTS: u64 = 8;
/// A stream that unpacks to less isn't remembered, and costs a page nothing before it is read.
const SMALL: u64 = 1 << 16;
/// Unless the page is made of more parts than these.
const FEW: usize = 64;

/// The streams that unpack to much, with their sizes.
pub(super) struct Sizes {
    room: u64,
    by_place: HashMap<usize, u64>,
    by_id: HashMap<ObjectIdentifier, u64>,
}

impl Sizes {
    /// Measures whatever looks like a stream, before anything of the file is unpacked.
    pub(super) fn scanned(bytes: &[u8], limits: &Limits, cancel: &Cancel) -> Result<Self, Unreadable> {
        let mut sizes = Self {
            room: room(limits),
            by_place: HashMap::new(),
            by_id: HashMap::new(),
        };
        let mut rest = bytes;
        while let Some(data) = next_stream(&mut rest) {
            cancel.check()?;
            let size = unpack::inflated(data, sizes.room).ok_or_else(|| too_large(limits))?;
            sizes.room -= size;
            if size > SMALL {
                sizes.by_place.insert(data.as_ptr().addr(), size);
            }
        }
        Ok(sizes)
    }

    /// Measures what the first look could not see, streams that are encrypted or packed in other ways; and learns
    /// whose the others are.
    pub(super) fn measure(&mut self, pdf: &Pdf, limits: &Limits, cancel: &Cancel) -> Result<(), Unreadable> {
        for object in pdf.objects() {
            cancel.check()?;
            if let Object::Stream(stream) = object {
                let size = self.size_of(&stream).ok_or_else(|| too_large(limits))?;
                if size > SMALL {
                    self.by_id.insert(stream.obj_id(), size);
                }
            }
        }
        Ok(())
    }

    /// Tells how many bytes the instructions of a page unpack to; it may name the same stream many times.
    pub(super) fn of_contents(&self, page: &Page<'_>) -> u64 {
        if let Some(whole) = page.raw().get::<Stream<'_>>(CONTENTS) {
            return self.of(whole.obj_id());
        }
        let parts = page.raw().get::<Array<'_>>(CONTENTS);
        let parts: Vec<_> = parts.iter().flat_map(Array::raw_iter).collect();
        let least = if parts.len() > FEW { SMALL } else { 0 };
        let sizes = parts.into_iter().map(|part| match part {
            MaybeRef::Ref(id) => self.of(id.into()).max(least),
            MaybeRef::NotRef(_) => least,
        });
        sizes.sum()
    }

    fn of(&self, id: ObjectIdentifier) -> u64 {
        self.by_id.get(&id).copied().unwrap_or(0)
    }

    fn size_of(&mut self, stream: &Stream<'_>) -> Option<u64> {
        let filters = stream.filters();
        let data = stream.raw_data();
        if matches!(filters.as_slice(), [] | [Filter::FlateDecode]) && matches!(data, Cow::Borrowed(_)) {
            let place = data.as_ptr().addr();
            return Some(
                self.by_place
                    .get(&place)
                    .copied()
                    .unwrap_or(0)
                    .max(data.len() as u64),
            );
        }
        let size = unpack::size(&data, &filters, self.room)?;
        self.room -= size;
        Some(size)
    }
}

/// Finds what follows the next `stream` in a file.
fn next_stream<'b>(rest: &mut &'b [u8]) -> Option<&'b [u8]> {
    const WORD: &[u8] = b"stream";
    let at = rest.windows(WORD.len()).position(|window| window == WORD)?;
    let after = rest.get(at + WORD.len()..)?;
    *rest = after;
    let data = after.strip_prefix(b"\r").unwrap_or(after);
    Some(data.strip_prefix(b"\n").unwrap_or(data))
}

fn room(limits: &Limits) -> u64 {
    limits.unpacked.saturating_mul(DOCUMENTS)
}

pub(super) fn too_large(limits: &Limits) -> Unreadable {
    Unreadable::TooLarge {
        extent: Extent::Unpacked,
        limit: limits.unpacked,
    }
}
