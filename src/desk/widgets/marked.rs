//! A line of a longer text with some of it set off: by weight, underline or reversal as well as by colour.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// Cuts a line of a text where what is set off begins and ends; of two marks on one byte the later one counts.
pub fn line<'t>(
    text: &'t str,
    line: &Range<usize>,
    plain: Style,
    marks: &[(Range<usize>, Style)],
) -> Line<'t> {
    let mut edges = vec![line.start, line.end];
    for (mark, _) in marks {
        edges.extend(
            [mark.start, mark.end]
                .into_iter()
                .filter(|edge| line.contains(edge)),
        );
    }
    edges.sort_unstable();
    edges.dedup();
    let mut spans = Vec::with_capacity(edges.len());
    for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
        let mut covering = marks.iter().rev();
        let style = covering.find(|(mark, _)| mark.start <= *from && mark.end >= *to);
        let style = style.map_or(plain, |(_, style)| *style);
        if let Some(part) = text.get(*from..*to) {
            spans.push(Span::styled(part, style));
        }
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_order_and_their_style() {
        let (bold, reversed) = (Style::new().bold(), Style::new().reversed());
        let marks = [(2..8, bold), (5..20, reversed)];
        let line = line("0123456789", &(1..9), Style::new(), &marks);
        let parts: Vec<(&str, Style)> = line.spans.iter().map(|s| (s.content.as_ref(), s.style)).collect();
        assert_eq!(
            parts,
            [
                ("1", Style::new()),
                ("234", bold),
                ("567", reversed),
                ("8", reversed)
            ]
        );
    }
}
