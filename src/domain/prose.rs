//! Prose as it was laid out on a page, and as people read it: lines that one sentence runs through, and sentences.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation as _;

/// A line shorter than this, in characters, is a title, an address, a line of verse: it ends where its author ended it.
const SHORT: usize = 40;
/// A line that runs on fills at least this share of its paragraph's longest line, in hundredths.
const FULL: usize = 72;

/// The longest passage that is kept, in characters: a citation leads to its source and does not replace it.
pub const EXCERPT: usize = 600;

/// Joins the lines through which a sentence runs, as a page of a book has them: a line that nearly fills the width of its
/// paragraph goes on in the next one. Tables, lists and blank lines stay. The text keeps its length: a byte of the
/// outcome is the same byte of the source, but that some ends of lines are spaces.
pub fn flowing(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let lines: Vec<&str> = text.split('\n').collect();
    let widths: Vec<usize> = lines.iter().map(|line| line.chars().count()).collect();
    let mut longest = 0;
    for (at, line) in lines.iter().enumerate() {
        if at == 0 || is_blank(lines.get(at - 1)) {
            longest = paragraph(&lines, &widths, at);
        }
        out.push_str(line);
        let Some(next) = lines.get(at + 1) else { break };
        let width = widths.get(at).copied().unwrap_or(0);
        let is_full = width >= SHORT && width * 100 >= longest * FULL;
        let goes_on = is_full && goes_on(line, next);
        out.push(if goes_on { ' ' } else { '\n' });
    }
    out
}

/// Finds the longest line of the paragraph that begins at a line.
fn paragraph(lines: &[&str], widths: &[usize], from: usize) -> usize {
    let until = lines.iter().skip(from).take_while(|line| !is_blank(Some(line)));
    let rows = until.count();
    widths.iter().skip(from).take(rows).copied().max().unwrap_or(0)
}

fn is_blank(line: Option<&&str>) -> bool {
    line.is_none_or(|line| line.trim().is_empty())
}

fn goes_on(line: &str, next: &str) -> bool {
    let is_table = |line: &str| line.contains(['│', '\t', '|']);
    !is_table(line) && !is_table(next) && !line.trim_end().ends_with(':') && begins_in_line(next)
}

/// Tells whether a line may go on with the one before: it is not blank, not set in, and no item of a list.
fn begins_in_line(line: &str) -> bool {
    let mut letters = line.chars();
    match letters.next() {
        None | Some(' ' | '#' | '>' | '*' | '-' | '–' | '—' | '•' | '◦' | '▪' | '☐' | '☑') => {
            false
        }
        Some(first) if first.is_ascii_digit() => {
            let after = letters.find(|c| !c.is_ascii_digit());
            !matches!(after, Some('.' | ')' | '°'))
        }
        Some(first) => !(first.is_alphabetic() && letters.next() == Some(')')),
    }
}

/// Finds the sentences of a text that flows, in order, without the space around them; a line of a table is one.
pub fn sentences(flowing: &str) -> Vec<Range<usize>> {
    flowing
        .split_sentence_bound_indices()
        .filter_map(|(start, sentence)| {
            let inside = sentence.trim();
            let from = start + (sentence.len() - sentence.trim_start().len());
            (!inside.is_empty()).then(|| from..from + inside.len())
        })
        .collect()
}

/// Finds the words of a text, with the marks that cling to them: what space parts.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (start, c.is_whitespace()) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                words.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| from..text.len()));
    words
}

/// Returns what a passage says, on one line, cut at a word where it is too long to be kept.
pub fn excerpt(passage: &str) -> String {
    shortened(passage, EXCERPT)
}

/// Returns a text on one line, cut at a word where it has more than so many characters.
pub fn shortened(text: &str, most: usize) -> String {
    let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match said.char_indices().nth(most) {
        None => said,
        Some((cut, _)) => {
            let kept = said.get(..cut).unwrap_or_default();
            let whole = kept.rsplit_once(' ').map_or(kept, |(whole, _)| whole);
            whole.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_paragraph_flows_and_a_list_stays() {
        let page = "Charte du numérique responsable de la commune\n\
                    La commune s’engage à privilégier les formats ouverts dans tous ses\n\
                    échanges avec les usagers. Elle publie ses délibérations au format ODT\n\
                    depuis 2014.\n\
                    \n\
                    Elle s’engage aussi, pour tous les services qu’elle rend à ses habitants, à :\n\
                    - publier ses données ;\n\
                    - contribuer.\n\
                    1. Premier point de la liste numérotée, assez long pour remplir la ligne\n\
                    2. Second point";
        let lines: Vec<String> = flowing(page).lines().map(str::to_owned).collect();
        assert_eq!(
            lines,
            [
                "Charte du numérique responsable de la commune",
                "La commune s’engage à privilégier les formats ouverts dans tous ses échanges avec les usagers. \
                 Elle publie ses délibérations au format ODT depuis 2014.",
                "",
                "Elle s’engage aussi, pour tous les services qu’elle rend à ses habitants, à :",
                "- publier ses données ;",
                "- contribuer.",
                "1. Premier point de la liste numérotée, assez long pour remplir la ligne",
                "2. Second point",
            ]
        );
    }

    #[test]
    fn a_table_stays_as_it_is() {
        let table = "Logiciel                             │ Licence          │ Postes\n\
                     LibreOffice, suite bureautique       │ MPL 2.0          │ 120   ";
        assert_eq!(flowing(table), table);
    }

    #[test]
    fn sentences_without_the_space_between() {
        let text = "Article 4. Formats ouverts.  La règle vaut\npartout !\n\nFin";
        let found: Vec<&str> = sentences(text)
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        assert_eq!(
            found,
            [
                "Article 4.",
                "Formats ouverts.",
                "La règle vaut",
                "partout !",
                "Fin"
            ]
        );
        assert_eq!(words(" à l’eau\n ok"), [1..3, 4..11, 13..15]);
    }

    #[test]
    fn what_is_too_long_is_cut_at_a_word() {
        assert_eq!(excerpt("  La règle\n vaut "), "La règle vaut");
        let long = excerpt(&"mot ".repeat(400));
        assert!(long.chars().count() <= EXCERPT && long.ends_with("mot"));
    }

    proptest! {
        #[test]
        fn every_byte_keeps_its_place(text in "(\\PC|\n){0,200}") {
            let flowing = flowing(&text);
            prop_assert_eq!(flowing.len(), text.len());
            prop_assert!(flowing.bytes().zip(text.bytes()).all(|(a, b)| a == b || (a == b' ' && b == b'\n')));
            for range in sentences(&flowing).into_iter().chain(words(&flowing)) {
                prop_assert!(text.get(range).is_some_and(|part| !part.trim().is_empty()));
            }
        }
    }
}
