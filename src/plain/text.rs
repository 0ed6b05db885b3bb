//! Text on its way in and out: bytes to characters, what a keyboard slips into a line, lines of a readable width.

use crate::domain::text::Inert;
use textwrap::{Options, WordSplitter, WrapAlgorithm};

/// The longest line that the program chooses: two rows of a braille display of forty cells.
const WIDTH: usize = 78;

/// How bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// As they should be.
    Utf8,
    /// Byte by byte as Windows-1252, in which old French files are written.
    Latin,
}

/// Reads bytes as UTF-8, else as Windows-1252. With `cut`, the last character may be a part of one.
pub(super) fn decode(bytes: &[u8], cut: bool) -> (Encoding, String) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let sound = match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(e) if cut && e.error_len().is_none() => {
            let whole = bytes.get(..e.valid_up_to()).unwrap_or_default();
            std::str::from_utf8(whole).ok()
        }
        Err(_) => None,
    };
    match sound {
        Some(text) => (Encoding::Utf8, text.to_owned()),
        None => (Encoding::Latin, bytes.iter().map(|byte| latin(*byte)).collect()),
    }
}

fn latin(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let high = byte
        .checked_sub(0x80)
        .and_then(|place| HIGH.get(usize::from(place)));
    high.copied().unwrap_or_else(|| char::from(byte))
}

/// Takes out of a typed line what a key sent that is no character: an arrow, a function key, a stray control.
pub(super) fn typed(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\u{1b}', Some('[')) => {
                let _ = chars.find(|c| *c != '[' && matches!(c, '@'..='~'));
            }
            ('\u{1b}', Some('O')) => {
                let _ = chars.nth(1);
            }
            ('\t', _) => out.push('\t'),
            _ if c.is_control() => {}
            _ => out.push(c),
        }
    }
    out
}

/// Makes a text harmless and leaves out drawn lines and blocks, which a voice would spell out one by one.
pub(super) fn readable(raw: &str) -> String {
    let inert = Inert::block(raw);
    let mut out = String::with_capacity(inert.as_str().len());
    let mut drawn = false;
    for c in inert.as_str().chars() {
        let is_drawing = matches!(c, '\u{2500}'..='\u{259f}');
        drawn = is_drawing || drawn && c == ' ';
        match drawn {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out
}

/// Breaks a line at words; what follows the first is indented by `indent`. A word too long stays whole: half an address
/// reads as none.
pub(super) fn wrapped(line: &str, indent: &str) -> Vec<String> {
    let options = Options::new(WIDTH)
        .subsequent_indent(indent)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let lines = textwrap::wrap(line.trim_end(), options);
    lines.into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_they_were_written() {
        assert_eq!(
            decode("été".as_bytes(), false),
            (Encoding::Utf8, "été".to_owned())
        );
        assert_eq!(
            decode(b"\xe9t\xe9 \x9cuvre", false),
            (Encoding::Latin, "été œuvre".to_owned())
        );
        let cut = "abé".as_bytes();
        assert_eq!(decode(&cut[..3], true), (Encoding::Utf8, "ab".to_owned()));
    }

    #[test]
    fn keys_that_are_no_characters_leave_no_trace() {
        for (raw, kept) in [
            ("non\u{1b}[D\u{1b}[1;5Cté", "nonté"),
            ("a\u{1b}OPb\u{7f}\u{0}\u{9b}c\td", "abc\td"),
            ("fin\u{1b}", "fin"),
            ("fin\u{1b}[", "fin"),
        ] {
            assert_eq!(typed(raw), kept, "{raw:?}");
        }
    }

    #[test]
    fn drawings_are_left_out_and_words_stay() {
        assert_eq!(readable("├── src ███░ 60 %"), " src 60 %");
        assert_eq!(readable("a\u{1b}[31mb"), "a␛[31mb");
    }

    #[test]
    fn lines_break_at_words_alone() {
        let text = format!("{} fin\u{a0}: peut-être", "mot ".repeat(30).trim());
        let lines = wrapped(&text, "  ");
        assert_eq!(lines.len(), 2);
        assert!(lines[0].chars().count() <= WIDTH);
        assert!(lines[1].starts_with("  mot") && lines[1].ends_with("fin\u{a0}: peut-être"));
        assert_eq!(wrapped(&"x".repeat(200), ""), ["x".repeat(200)]);
    }
}
