//! A passage with the words that were looked for set off: bold and underlined, so that no colour is needed.

use super::marked;
use super::text::{columns, fit};
use crate::desk::theme::Theme;
use crate::domain::text::found;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// Breaks harmless text into at most `rows` lines around the first word that answers to the terms.
pub fn excerpt(text: &str, terms: &[String], width: usize, rows: usize, theme: &Theme) -> Vec<Line<'static>> {
    let hits = found(text, terms);
    let set_off = theme.strong.add_modifier(Modifier::UNDERLINED);
    let marks: Vec<_> = hits.iter().map(|hit| (hit.clone(), set_off)).collect();
    let start = start_of(text, &hits, width * rows);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut spans = Vec::new();
    let mut left = width;
    if start > 0 {
        spans.push(Span::raw("… "));
        left = left.saturating_sub(2);
    }
    let mut at = start;
    for word in text.get(start..).unwrap_or_default().split_inclusive(' ') {
        let wide = columns(word.trim_end());
        if wide > left && left < width {
            lines.push(Line::from(std::mem::take(&mut spans)));
            left = width;
        }
        if lines.len() >= rows {
            break;
        }
        if wide > left {
            spans.push(Span::raw(fit(word.trim_end(), left).into_owned()));
            left = 0;
        } else {
            let line = marked::line(text, &(at..at + word.len()), theme.text, &marks);
            let owned = |span: Span<'_>| Span::styled(span.content.into_owned(), span.style);
            spans.extend(line.spans.into_iter().map(owned));
            left = left.saturating_sub(columns(word));
        }
        at += word.len();
    }
    if lines.len() < rows && !spans.is_empty() {
        lines.push(Line::from(spans));
    } else if let Some(last) = lines.last_mut().filter(|_| at < text.len()) {
        last.spans.push(Span::raw("…"));
    }
    lines
}

/// Finds where to begin so that the first hit is seen, at a word.
fn start_of(text: &str, hits: &[Range<usize>], room: usize) -> usize {
    let Some(first) = hits.first() else { return 0 };
    let before = text.get(..first.end).unwrap_or_default();
    if columns(before) + 2 <= room {
        return 0;
    }
    let mut start = first.start;
    for (at, _) in before.match_indices(' ').rev() {
        let taken = columns(before.get(at + 1..).unwrap_or_default());
        if taken > room / 2 {
            break;
        }
        start = start.min(at + 1);
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, terms: &[&str], width: usize, rows: usize) -> Vec<String> {
        let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
        let lines = excerpt(text, &terms, width, rows, &Theme::plain());
        let written = |span: &Span<'_>| {
            if span.style.add_modifier.contains(Modifier::UNDERLINED) {
                format!("[{}]", span.content)
            } else {
                span.content.to_string()
            }
        };
        let line = |line: &Line<'_>| line.spans.iter().map(written).collect::<String>();
        lines.iter().map(line).collect()
    }

    #[test]
    fn the_words_are_set_off_and_seen() {
        assert_eq!(
            shown("Les jeux de données libres.", &["donn"], 40, 1),
            ["Les jeux de [données] libres."]
        );
        assert_eq!(
            shown("Les jeux de données libres", &["jeux de donn"], 12, 3),
            ["Les [jeux ][de ]", "[données] ", "libres"]
        );
        let long = "un deux trois quatre cinq six sept huit neuf dix onze douze";
        let lines = shown(long, &["onze"], 20, 1);
        assert!(
            lines[0].starts_with("… ") && lines[0].contains("[onze]"),
            "{lines:?}"
        );
        assert_eq!(shown("", &["a"], 10, 2), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn never_more_than_asked(text in "\\PC{0,80}", term in "[a-z]{0,3}", width in 1usize..40, rows in 1usize..4) {
            let lines = excerpt(&text, &[term], width, rows, &Theme::plain());
            prop_assert!(lines.len() <= rows);
        }
    }
}
