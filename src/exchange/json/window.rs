//! A part of a file that moves over it, as text whose place in the file is known. What was read is let go of, so that
//! memory holds the longest value of the file and never the file.

use super::encoding;
use crate::exchange::error::{ExchangeError, Expected, Found};
use crate::exchange::place::Place;
use std::io::Read;

/// How much is read at a time, in bytes.
const CHUNK: usize = 256 * 1024;

/// The window.
#[derive(Debug)]
pub(super) struct Window<R> {
    file: String,
    input: R,
    text: String,
    /// Where the text that was not read yet begins.
    from: usize,
    /// Where the text begins that is kept although it was read, and its place.
    pin: Option<(usize, Place)>,
    /// How many bytes may be kept so; a longer text is let go of, and is wanted no more.
    most: usize,
    /// The bytes of a character that is cut at the end of the window.
    cut: Vec<u8>,
    ended: bool,
    /// Bytes of the file before the text.
    passed: usize,
    /// The place of `from`, both counted from 1, the column in characters.
    line: usize,
    column: usize,
}

impl<R: Read> Window<R> {
    /// Opens a window at the start of a file, after its byte-order mark.
    ///
    /// # Errors
    /// Another encoding than UTF-8, or what the system says.
    pub(super) fn open(file: &str, input: R) -> Result<Self, ExchangeError> {
        let mut window = Self {
            file: file.to_owned(),
            input,
            text: String::new(),
            from: 0,
            pin: None,
            most: 0,
            cut: Vec::new(),
            ended: false,
            passed: 0,
            line: 1,
            column: 1,
        };
        let mut bytes = window.load()?;
        if let Some(name) = encoding::other_encoding(&bytes) {
            let file = window.file;
            return Err(ExchangeError::Encoding { file, name });
        }
        if bytes.starts_with(encoding::MARK) {
            window.passed = encoding::MARK.len();
            bytes.drain(..encoding::MARK.len());
        }
        window.take(&bytes)?;
        Ok(window)
    }

    /// Returns the text of the window that was not read yet.
    pub(super) fn text(&self) -> &str {
        self.text.get(self.from..).unwrap_or_default()
    }

    /// Tells whether the file ends with the window.
    pub(super) fn is_last(&self) -> bool {
        self.ended
    }

    /// Returns the file's name.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Returns how many bytes of the file were read.
    pub(super) fn offset(&self) -> usize {
        self.passed + self.from
    }

    /// Returns the place of the text's first character.
    pub(super) fn place(&self) -> Place {
        Place {
            line: Some(self.line),
            column: Some(self.column),
            pointer: None,
        }
    }

    /// Keeps the text from here on, although it is read.
    pub(super) fn pin(&mut self, most: usize) {
        self.most = most;
        self.pin = Some((self.from, self.place()));
    }

    /// Keeps no text that was read.
    pub(super) fn unpin(&mut self) {
        self.pin = None;
    }

    /// Returns the text that was read since the pin, and its place.
    pub(super) fn pinned(&self) -> Option<(Place, &str)> {
        let (at, place) = self.pin.as_ref()?;
        Some((place.clone(), self.text.get(*at..self.from)?))
    }

    /// Returns how many bytes it keeps.
    pub(super) fn held(&self) -> usize {
        self.text.len() - self.kept_from()
    }

    fn kept_from(&self) -> usize {
        self.pin.as_ref().map_or(self.from, |(at, _)| *at)
    }

    /// Lets go of so many bytes of the text.
    pub(super) fn pass(&mut self, length: usize) {
        let read = self.text.get(self.from..self.from + length).unwrap_or_default();
        let mut last = read;
        if let Some((before, after)) = read.rsplit_once('\n') {
            self.line += before.matches('\n').count() + 1;
            self.column = 1;
            last = after;
        }
        self.column += characters(last.as_bytes());
        self.from += length;
    }

    /// Passes over the white space of JSON, and returns the byte that follows; nothing at the end of the file.
    ///
    /// # Errors
    /// Bytes that are not UTF-8, or what the system says.
    pub(super) fn peek(&mut self) -> Result<Option<u8>, ExchangeError> {
        loop {
            let text = self.text();
            let spaces = text.len() - text.trim_start_matches([' ', '\n', '\r', '\t']).len();
            self.pass(spaces);
            match self.text().as_bytes().first() {
                Some(byte) => return Ok(Some(*byte)),
                None if self.ended => return Ok(None),
                None => self.grow()?,
            }
        }
    }

    /// Reads on, at least as much again as the window holds.
    ///
    /// # Errors
    /// Bytes that are not UTF-8, or what the system says.
    pub(super) fn grow(&mut self) -> Result<(), ExchangeError> {
        if self.held() > self.most {
            self.pin = None;
        }
        let gone = self.kept_from();
        self.text.drain(..gone);
        self.passed += gone;
        self.from -= gone;
        if let Some((at, _)) = &mut self.pin {
            *at = 0;
        }
        let bytes = self.load()?;
        self.take(&bytes)
    }

    fn load(&mut self) -> Result<Vec<u8>, ExchangeError> {
        let wanted = CHUNK.max(self.text.len());
        let mut bytes = std::mem::take(&mut self.cut);
        let before = bytes.len();
        let most = u64::try_from(wanted).unwrap_or(u64::MAX);
        let read = self.input.by_ref().take(most).read_to_end(&mut bytes);
        read.map_err(|error| ExchangeError::io(&self.file, &error))?;
        self.ended = bytes.len() - before < wanted;
        Ok(bytes)
    }

    /// Takes what was loaded for text, but for a character that is cut at its end.
    fn take(&mut self, bytes: &[u8]) -> Result<(), ExchangeError> {
        let error = match std::str::from_utf8(bytes) {
            Ok(text) => {
                self.text.push_str(text);
                return Ok(());
            }
            Err(error) => error,
        };
        let (good, bad) = bytes.split_at(error.valid_up_to());
        self.text.push_str(std::str::from_utf8(good).unwrap_or_default());
        if error.error_len().is_none() && !self.ended {
            self.cut = bad.to_vec();
            return Ok(());
        }
        self.pass(self.text().len());
        Err(ExchangeError::Malformed {
            file: self.file.clone(),
            at: self.place(),
            found: Found::Byte(bad.first().copied().unwrap_or_default(), self.offset()),
            expected: Expected::Utf8,
        })
    }
}

/// Counts the bytes that begin a character. Every byte of a file is counted: a sum that fits a byte adds up many at once.
fn characters(utf8: &[u8]) -> usize {
    let few = |bytes: &[u8]| -> u8 { bytes.iter().map(|byte| u8::from(*byte & 0xc0 != 0x80)).sum() };
    utf8.chunks(usize::from(u8::MAX))
        .map(|bytes| usize::from(few(bytes)))
        .sum()
}
