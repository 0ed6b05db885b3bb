//! One pass over bytes that are canonical beyond doubt. Sheets are: plain keys, whole numbers, few escapes. Anything that
//! could be written in another way is left to the library, so that this says yes only where the library would.

use std::ops::Range;

/// Deeper than any sheet.
const DEPTH: usize = 16;
/// Whole numbers of this many digits are the same in every reader (below 2⁵³).
const DIGITS: usize = 15;

/// A member of the outermost object: its key, and where it stands from its key's quote to its value's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Member<'d> {
    pub(super) key: &'d str,
    pub(super) span: Range<usize>,
}

/// Returns the members of an object whose bytes are canonical beyond doubt (RFC 8785 §3.2); nothing where they are not, or
/// where it takes more than a look to tell.
pub(super) fn members(bytes: &[u8]) -> Option<Vec<Member<'_>>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut scan = Scan {
        text,
        bytes,
        at: 0,
        members: Vec::new(),
    };
    if scan.peek()? != b'{' {
        return None;
    }
    scan.object(0)?;
    (scan.at == bytes.len()).then_some(scan.members)
}

struct Scan<'d> {
    text: &'d str,
    bytes: &'d [u8],
    at: usize,
    members: Vec<Member<'d>>,
}

impl<'d> Scan<'d> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        let rest = self.bytes.get(self.at..)?;
        rest.starts_with(word).then(|| self.at += word.len())
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        if depth > DEPTH {
            return None;
        }
        match self.peek()? {
            b'{' => self.object(depth),
            b'[' => self.array(depth),
            b'"' => self.string(),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => self.whole(),
        }
    }

    /// Keys in the order of their UTF-16 units: of their bytes, where they are ASCII.
    fn object(&mut self, depth: usize) -> Option<()> {
        self.take(b'{')?;
        if self.take(b'}').is_some() {
            return Some(());
        }
        let mut before: Option<&'d str> = None;
        loop {
            let start = self.at;
            let key = self.key()?;
            if before.is_some_and(|before| before >= key) {
                return None;
            }
            before = Some(key);
            self.take(b':')?;
            self.value(depth + 1)?;
            if depth == 0 {
                let span = start..self.at;
                self.members.push(Member { key, span });
            }
            if self.take(b',').is_none() {
                return self.take(b'}');
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<()> {
        self.take(b'[')?;
        if self.take(b']').is_some() {
            return Some(());
        }
        loop {
            self.value(depth + 1)?;
            if self.take(b',').is_none() {
                return self.take(b']');
            }
        }
    }

    fn key(&mut self) -> Option<&'d str> {
        self.take(b'"')?;
        let start = self.at;
        let rest = self.bytes.get(start..)?;
        let plain = |byte: u8| (b' '..0x7f).contains(&byte) && byte != b'"' && byte != b'\\';
        let length = rest.iter().position(|byte| !plain(*byte))?;
        self.at += length;
        self.take(b'"')?;
        self.text.get(start..start + length)
    }

    /// Control characters and what must be escaped, by the short escapes alone.
    fn string(&mut self) -> Option<()> {
        self.take(b'"')?;
        loop {
            let rest = self.bytes.get(self.at..)?;
            let ends = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
            self.at += rest.iter().position(|byte| ends(*byte))?;
            if self.take(b'"').is_some() {
                return Some(());
            }
            self.take(b'\\')?;
            let is_short = matches!(self.peek()?, b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't');
            is_short.then(|| self.at += 1)?;
        }
    }

    fn whole(&mut self) -> Option<()> {
        let is_negative = self.take(b'-').is_some();
        let rest = self.bytes.get(self.at..)?;
        let digits = rest.iter().position(|byte| !byte.is_ascii_digit())?;
        let leads = rest.first() == Some(&b'0');
        if digits == 0 || digits > DIGITS || (leads && (digits > 1 || is_negative)) {
            return None;
        }
        let is_whole = !matches!(rest.get(digits), Some(b'.' | b'e' | b'E'));
        is_whole.then(|| self.at += digits)
    }
}
