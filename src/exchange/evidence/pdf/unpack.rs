//! What a stream unpacks to, counted without keeping more than is needed, so that a bomb is found before it goes off.

use flate2::read::DeflateDecoder;
use hayro_svg::hayro_interpret::hayro_syntax::Filter;
use std::io::{self, Read, Write};
use weezl::BitOrder;

/// Packings inside packings that are looked into.
const NESTED: u32 = 4;
/// The most that is kept between one filter and the next.
const KEPT: u64 = 64 << 20;

/// Counts bytes up to a bound, and keeps them if asked.
pub(super) struct Sink {
    kept: Option<Vec<u8>>,
    room: u64,
    left: u64,
}

impl Sink {
    pub(super) fn new(room: u64, keeps: bool) -> Self {
        Self {
            kept: keeps.then(Vec::new),
            room,
            left: room,
        }
    }

    /// Returns how many bytes came, or nothing if they were too many.
    fn count(&self) -> Option<u64> {
        (self.left > 0).then(|| self.room - self.left)
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self.left.saturating_sub(bytes.len() as u64);
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the most that data grows to on the way through its filters, up to that of an image; nothing if that is too
/// much.
pub(super) fn size(data: &[u8], filters: &[Filter], room: u64) -> Option<u64> {
    let Some((last, others)) = before_image(filters).split_last() else {
        return Some(data.len() as u64);
    };
    let between = kept(data, others, room)?;
    let mut sink = Sink::new(room, false);
    unpack(&between, *last, &mut sink);
    Some(sink.count()?.max(between.len() as u64))
}

/// Returns what data becomes through its filters, up to that of an image; nothing if that is too much.
pub(super) fn kept(data: &[u8], filters: &[Filter], room: u64) -> Option<Vec<u8>> {
    let mut current = data.to_vec();
    for filter in before_image(filters) {
        let mut sink = Sink::new(room.min(KEPT), true);
        unpack(&current, *filter, &mut sink);
        sink.count()?;
        current = sink.kept.unwrap_or_default();
    }
    Some(current)
}

/// Returns the filters that turn bytes into bytes.
fn before_image(filters: &[Filter]) -> &[Filter] {
    let end = filters.iter().position(|filter| is_image(*filter));
    filters.get(..end.unwrap_or(filters.len())).unwrap_or_default()
}

/// Tells whether a filter turns bytes into an image.
pub(super) fn is_image(filter: Filter) -> bool {
    matches!(
        filter,
        Filter::CcittFaxDecode | Filter::Jbig2Decode | Filter::DctDecode | Filter::JpxDecode
    )
}

/// Applies a filter; what is damaged counts as far as it goes.
fn unpack(data: &[u8], filter: Filter, sink: &mut Sink) {
    let _ = match filter {
        Filter::FlateDecode => io::copy(&mut inflater(data), sink).map(drop),
        Filter::LzwDecode => {
            weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Msb, 8)
                .into_stream(&mut *sink)
                .decode_all(data)
                .status
        }
        Filter::RunLengthDecode => run_lengths(data, sink),
        Filter::AsciiHexDecode => hex(data, sink),
        Filter::Ascii85Decode => ascii_85(data, sink),
        _ => sink.write_all(data),
    };
}

/// Counts what a stretch inflates to, and what that inflates to in turn.
pub(super) fn inflated(data: &[u8], room: u64) -> Option<u64> {
    let mut sink = Sink::new(room, false);
    inflate_nested(Box::new(data), NESTED, &mut sink);
    sink.count()
}

fn inflate_nested(mut packed: Box<dyn Read + '_>, depth: u32, sink: &mut Sink) {
    let mut start = [0; 2];
    if packed.read_exact(&mut start).is_err() {
        return;
    }
    let rest: Box<dyn Read + '_> = if is_zlib(&start) {
        packed
    } else {
        Box::new(io::Cursor::new(start).chain(packed))
    };
    let mut plain = Tee {
        from: DeflateDecoder::new(rest),
        sink,
        start: Vec::new(),
    };
    let _ = io::copy(&mut (&mut plain).take(2), &mut io::sink());
    if depth > 0 && is_zlib(&plain.start) {
        let mut inner = Sink::new(plain.sink.left, false);
        let start = io::Cursor::new(plain.start.clone());
        inflate_nested(Box::new(start.chain(&mut plain)), depth - 1, &mut inner);
        plain.sink.left = plain.sink.left.min(inner.left);
    }
    let _ = io::copy(&mut plain, &mut io::sink());
}

/// Counts what passes through, and remembers how it began.
struct Tee<'s, R> {
    from: R,
    sink: &'s mut Sink,
    start: Vec<u8>,
}

impl<R: Read> Read for Tee<'_, R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(bytes)?;
        let read = bytes.get(..count).unwrap_or_default();
        if self.start.len() < 2 {
            self.start.extend(read.iter().take(2 - self.start.len()));
        }
        self.sink.write_all(read)?;
        Ok(count)
    }
}

fn inflater(data: &[u8]) -> DeflateDecoder<&[u8]> {
    match data {
        [first, second, rest @ ..] if is_zlib(&[*first, *second]) => DeflateDecoder::new(rest),
        _ => DeflateDecoder::new(data),
    }
}

fn is_zlib(start: &[u8]) -> bool {
    matches!(start, [first, second, ..]
        if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)).is_multiple_of(31))
}

fn run_lengths(data: &[u8], sink: &mut Sink) -> io::Result<()> {
    let mut rest = data;
    while let [length, after @ ..] = rest {
        let length = usize::from(*length);
        match (length, after) {
            (0..=127, _) => {
                let (copied, left) = after.split_at_checked(length + 1).unwrap_or((after, &[]));
                sink.write_all(copied)?;
                rest = left;
            }
            (129..=255, [byte, left @ ..]) => {
                sink.write_all(&vec![*byte; 257 - length])?;
                rest = left;
            }
            _ => break,
        }
    }
    Ok(())
}

fn hex(data: &[u8], sink: &mut Sink) -> io::Result<()> {
    let digits: Vec<u8> = data
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect();
    sink.write_all(&bytes)
}

fn ascii_85(data: &[u8], sink: &mut Sink) -> io::Result<()> {
    let (mut group, mut digits) = (0_u32, 0_u8);
    for byte in data.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if digits == 0 => sink.write_all(&[0; 4])?,
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                digits += 1;
                if digits == 5 {
                    sink.write_all(&group.to_be_bytes())?;
                    (group, digits) = (0, 0);
                }
            }
            _ => {}
        }
    }
    Ok(())
}
