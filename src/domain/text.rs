//! Harmless text: what outsiders wrote is kept as given, and only its inert form reaches a screen, a message or a
//! terminal. Control characters, escape sequences, bidi overrides and invisible characters become visible marks;
//! a flood of combining marks is cut to eight a character (RELIABILITY.md §2.1).

mod fold;

use std::fmt;
use std::fmt::Write as _;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

const MARKS_SHOWN: usize = 8;
const JOINER: char = '\u{200d}';

/// Text that is safe to show: no character in it acts on a terminal or reorders what is read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Inert(String);

impl Inert {
    /// Makes a text harmless and keeps it on one line.
    pub fn line(raw: &str) -> Self {
        Self(neutralise(raw, false))
    }

    /// Makes a text harmless and keeps its lines; tabs become four spaces.
    pub fn block(raw: &str) -> Self {
        Self(neutralise(raw, true))
    }

    /// Returns the harmless text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Inert {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn neutralise(raw: &str, lines: bool) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut marks = 0;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        if is_combining_mark(c) && !is_hidden(c) {
            marks += 1;
            if marks <= MARKS_SHOWN {
                out.push(c);
            }
            continue;
        }
        close_flood(&mut out, marks);
        marks = 0;
        match c {
            '\r' if lines && chars.peek() == Some(&'\n') => {}
            '\n' if lines => out.push('\n'),
            '\t' if lines => out.push_str("    "),
            '\n' | '\t' => out.push(' '),
            JOINER if joins_emoji(&out) => out.push(JOINER),
            _ => push_visible(&mut out, c),
        }
    }
    close_flood(&mut out, marks);
    out
}

/// A joiner builds one emoji out of several; anywhere else it only hides.
fn joins_emoji(before: &str) -> bool {
    before
        .trim_end_matches('\u{fe0f}')
        .ends_with(|c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'))
}

fn close_flood(out: &mut String, marks: usize) {
    if marks > MARKS_SHOWN {
        let _ = write!(out, "[+{}]", marks - MARKS_SHOWN);
    }
}

fn push_visible(out: &mut String, c: char) {
    match c {
        '\u{0}'..='\u{1f}' => out.push(char::from_u32(0x2400 + c as u32).unwrap_or('␦')),
        '\u{7f}' => out.push('␡'),
        _ if is_hidden(c) => {
            let _ = write!(out, "‹U+{:04X}›", c as u32);
        }
        _ => out.push(c),
    }
}

/// Tells whether a character acts without being seen: C1 controls, bidi controls, zero-width and tag characters,
/// separators of lines and paragraphs.
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Folds a text for comparing names: compatibility forms, no accents, lower case, single spaces.
pub fn folded(text: &str) -> String {
    fold::of_french(text).unwrap_or_else(|| fold::of_any(text))
}

/// Finds the words of a text that answer to terms, as bytes of the text: a term is what full-text search takes, folded,
/// one word or several in a row, the last of them by its start. Whole words are returned, those that meet as one.
pub fn found(text: &str, terms: &[String]) -> Vec<Range<usize>> {
    let words = tokens(text);
    let mut hits: Vec<Range<usize>> = Vec::new();
    for term in terms {
        let wanted: Vec<&str> = term
            .split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect();
        let Some((last, firsts)) = wanted.split_last() else {
            continue;
        };
        for row in words.windows(wanted.len()) {
            let same = firsts.iter().zip(row).all(|(part, (_, word))| word == part);
            if let (Some((from, _)), Some((to, word))) = (row.first(), row.last())
                && same
                && word.starts_with(last)
            {
                hits.push(from.start..to.end);
            }
        }
    }
    hits.sort_by_key(|hit| (hit.start, hit.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(hits.len());
    for hit in hits {
        match joined.last_mut() {
            Some(before) if hit.start <= before.end => before.end = before.end.max(hit.end),
            _ => joined.push(hit),
        }
    }
    joined
}

/// Finds where a text says what an excerpt of it says, word for word, whatever stands between the words.
pub fn passage(text: &str, excerpt: &str) -> Option<Range<usize>> {
    let (words, wanted) = (tokens(text), tokens(excerpt));
    let same =
        |row: &&[(Range<usize>, String)]| row.iter().zip(&wanted).all(|((_, word), (_, of))| word == of);
    let row = words.windows(wanted.len().max(1)).find(same)?;
    let (first, last) = (row.first()?, row.last()?);
    (!wanted.is_empty()).then_some(first.0.start..last.0.end)
}

/// Splits a text into its words, each with its place and its folded form.
pub(super) fn tokens(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words: Vec<(Range<usize>, String)> = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        let inside = c.is_alphanumeric() || (start.is_some() && is_combining_mark(c));
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let word = text.get(from..at).unwrap_or_default();
                words.push((from..at, folded(word)));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_acts_on_a_terminal_becomes_visible() {
        let cases = [
            ("\u{1b}]52;c;AAAA\u{7}", "␛]52;c;AAAA␇"),
            ("a\u{202e}b", "a‹U+202E›b"),
            ("x\u{9b}31m", "x‹U+009B›31m"),
            ("zéro\u{200b}largeur", "zéro‹U+200B›largeur"),
            ("cœur d’été", "cœur d’été"),
            ("a\rb", "a␍b"),
            ("a\u{e0100}", "a‹U+E0100›"),
            ("pay\u{200d}pal", "pay‹U+200D›pal"),
            ("👩\u{200d}💻", "👩\u{200d}💻"),
        ];
        for (raw, shown) in cases {
            assert_eq!(Inert::line(raw).as_str(), shown);
        }
        assert_eq!(Inert::block("a\r\nb\tc").as_str(), "a\nb    c");
    }

    #[test]
    fn a_flood_of_marks_is_counted() {
        let flood = format!("e{}", "\u{301}".repeat(5000));
        let shown = Inert::line(&flood);
        assert!(shown.as_str().ends_with("[+4992]"));
        assert_eq!(shown.as_str().chars().filter(|c| *c == '\u{301}').count(), 8);
    }

    #[test]
    fn folding_ignores_accents_case_and_apostrophes() {
        assert_eq!(folded("Clotilde  d’Haÿ"), "clotilde d'hay");
        assert_eq!(folded("ŒUVRARD"), "oeuvrard");
    }

    #[test]
    fn words_are_found_as_the_search_finds_them() {
        let hits = |text: &str, terms: &[&str]| {
            let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
            let found = found(text, &terms).into_iter();
            found
                .map(|hit| text.get(hit).unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(hits("Au CŒUR de l’été", &["coeur", "ete"]), ["CŒUR", "été"]);
        assert_eq!(hits("Au cœur de l’été", &["l'ete"]), ["l’été"]);
        assert_eq!(
            hits("les jeux de données libres", &["jeux de donn"]),
            ["jeux de données"]
        );
        assert_eq!(hits("données, re-données", &["donn"]), ["données", "données"]);
        assert_eq!(hits("e\u{301}te\u{301}", &["ete"]), ["e\u{301}te\u{301}"]);
        assert_eq!(hits("abonnement", &["bon"]), Vec::<String>::new());
        assert_eq!(
            hits("un deux trois", &["un deux", "deux trois"]),
            ["un deux trois"]
        );
        assert_eq!(hits("rien", &["", "*"]), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn what_is_found_lies_in_the_text(text in "\\PC{0,40}", term in "[a-zé' ]{0,8}") {
            for hit in found(&text, &[folded(&term)]) {
                prop_assert!(text.get(hit).is_some());
            }
        }

        #[test]
        fn no_input_leaves_a_control_character(raw in "\\PC*|.*|[\\x00-\\x9f\\u{200b}-\\u{206f}]{0,40}") {
            let line = Inert::line(&raw);
            prop_assert!(!line.as_str().chars().any(|c| c.is_control() || (is_hidden(c) && c != JOINER)));
            let block = Inert::block(&raw);
            prop_assert!(!block.as_str().chars().any(|c| (c.is_control() && c != '\n') || (is_hidden(c) && c != JOINER)));
        }
    }
}
