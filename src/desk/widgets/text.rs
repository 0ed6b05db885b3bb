//! Text by columns: what is wide counts twice, what combines counts nothing, and nothing is cut in the middle of a
//! character as people see it.

use crate::domain::text::Inert;
use crate::domain::words::{Lang, Words};
use std::borrow::Cow;
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Returns how many columns a text takes.
pub fn columns(text: &str) -> usize {
    text.graphemes(true)
        .map(unicode_width::UnicodeWidthStr::width)
        .sum()
}

/// Makes outsiders' text harmless, on one line.
pub fn inert(raw: &str) -> String {
    Inert::line(raw).as_str().to_owned()
}

/// Returns a name in the language, harmless: grids come from files too.
pub fn words(words: &Words, lang: Lang) -> String {
    inert(words.in_lang(lang))
}

/// Cuts a text to some columns, with … where something is missing.
pub fn fit(text: &str, width: usize) -> Cow<'_, str> {
    if text.len() <= width || columns(text) <= width {
        return Cow::Borrowed(text);
    }
    if width == 0 {
        return Cow::Borrowed("");
    }
    let mut out = String::new();
    let mut taken = 0;
    for g in text.graphemes(true) {
        taken += g.width();
        if taken > width - 1 {
            break;
        }
        out.push_str(g);
    }
    out.push('…');
    Cow::Owned(out)
}

/// Cuts a text to some columns and fills it up to them.
pub fn padded(text: &str, width: usize) -> String {
    let mut out = fit(text, width).into_owned();
    let taken = columns(&out);
    out.extend(std::iter::repeat_n(' ', width.saturating_sub(taken)));
    out
}

/// Cuts a text to some columns and puts it at their right end.
pub fn right(text: &str, width: usize) -> String {
    let shown = fit(text, width);
    let mut out = " ".repeat(width.saturating_sub(columns(&shown)));
    out.push_str(&shown);
    out
}

/// Breaks harmless text into lines of some columns; lines of its own stay.
pub fn wrapped(text: &str, width: u16) -> Vec<String> {
    let options = Options::new(usize::from(width.max(1)))
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::NoHyphenation);
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if columns(line) <= options.width {
            lines.push(line.trim_end().to_owned());
        } else {
            lines.extend(textwrap::wrap(line, &options).into_iter().map(Cow::into_owned));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cut_by_columns() {
        assert_eq!(fit("Valbrume", 8), "Valbrume");
        assert_eq!(fit("Valbrume", 5), "Valb…");
        assert_eq!(fit("東京都", 4), "東…");
        assert_eq!(fit("e\u{301}te\u{301}", 3), "e\u{301}te\u{301}");
        assert_eq!(fit("abc", 0), "");
        assert_eq!(padded("東京都", 6), "東京都");
        assert_eq!(padded("ab", 4), "ab  ");
        assert_eq!(right("7/12", 6), "  7/12");
        assert_eq!(
            wrapped("un deux\ntrois quatre", 7),
            ["un deux", "trois", "quatre"]
        );
    }

    proptest! {
        #[test]
        fn never_wider_than_asked(text in "\\PC{0,60}", width in 0usize..40) {
            prop_assert!(columns(&fit(&text, width)) <= width);
            prop_assert_eq!(columns(&padded(&text, width)), width);
        }
    }
}
