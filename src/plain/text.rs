//! Text on its way in and out: bytes to characters, what a keyboard slips into a line, lines of a readable width.

use crate::domain::text::Inert;
use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;
use textwrap::{Options, WordSplitter, WrapAlgorithm};

/// The longest line that the program chooses: two rows of a braille display of forty cells.
const WIDTH: usize = 78;

/// Reads what was typed as UTF-8, else as Windows-1252, in which old terminals speak French.
pub(super) fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let sound = std::str::from_utf8(bytes).map(Cow::Borrowed);
    let text = sound.unwrap_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0);
    text.into_owned()
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
        assert_eq!(decode("été".as_bytes()), "été");
        assert_eq!(decode(b"\xef\xbb\xbfa"), "a");
        assert_eq!(decode(b"\xe9t\xe9 \x9cuvre"), "été œuvre");
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
