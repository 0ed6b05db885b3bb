//! Text by columns: what is wide counts twice, what combines counts nothing, and nothing is cut in the middle of a
//! character as people see it.

use crate::domain::text::Inert;
use crate::domain::words::{Lang, Words};
use std::borrow::Cow;
use std::ops::Range;
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

/// Returns the beginning of a text that takes some columns at most.
pub fn fitting(text: &str, width: usize) -> &str {
    let mut taken = 0;
    let end = text.grapheme_indices(true).find_map(|(at, g)| {
        taken += g.width();
        (taken > width).then_some(at)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Breaks harmless text into lines of some columns; lines of its own stay.
pub fn wrapped(text: &str, width: u16) -> Vec<String> {
    let lines = wrapped_at(text, width).into_iter();
    lines
        .map(|line| text.get(line).unwrap_or_default().to_owned())
        .collect()
}

/// Breaks harmless text into lines of some columns, each given by its bytes; lines of its own stay, and the spaces at
/// which one is broken belong to none.
pub fn wrapped_at(text: &str, width: u16) -> Vec<Range<usize>> {
    let options = Options::new(usize::from(width.max(1)))
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::NoHyphenation);
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        if line.len() <= options.width || columns(line) <= options.width {
            lines.push(start..start + line.trim_end().len());
        } else {
            let mut from = 0;
            for part in textwrap::wrap(line, &options) {
                // Nothing but space lies between a part and the one before it.
                let rest = line.get(from..).unwrap_or_default();
                let at = from + rest.find(part.as_ref()).unwrap_or(0);
                lines.push(start + at..start + at + part.len());
                from = at + part.len();
            }
        }
        start += line.len() + 1;
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
            prop_assert!(columns(fitting(&text, width)) <= width);
        }

        #[test]
        fn broken_text_loses_nothing_but_space(text in "(\\PC|[ \n]){0,120}", width in 1u16..40) {
            let lines = wrapped_at(&text, width);
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            let kept: String = lines.iter().filter_map(|line| text.get(line.clone())).map(letters).collect();
            prop_assert_eq!(kept, letters(&text));
            prop_assert!(lines.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
