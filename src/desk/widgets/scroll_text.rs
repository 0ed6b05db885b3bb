//! A text that is read by scrolling: broken into lines once for a width, not on every frame, each line known by its bytes
//! of the text.

use super::text::wrapped_at;
use std::ops::Range;

/// A text broken into lines, and where one reads.
#[derive(Debug, Clone, Default)]
pub struct ScrollText {
    source: String,
    width: u16,
    lines: Vec<Range<usize>>,
    top: usize,
}

impl ScrollText {
    /// Takes harmless text; nothing is broken before a width is known.
    pub fn new(source: String) -> Self {
        Self {
            source,
            ..Self::default()
        }
    }

    /// Returns the text.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Breaks the text for a width and keeps the place that is read; cheap where nothing changed.
    pub fn settle(&mut self, width: u16, rows: u16) {
        if self.width != width {
            let first = self.lines.get(self.top).map_or(0, |line| line.start);
            self.lines = wrapped_at(&self.source, width);
            self.width = width;
            self.top = self.line_of(first);
        }
        self.top = self.top.min(self.most(rows));
    }

    /// Moves by rows; tells whether it could.
    pub fn scroll(&mut self, by: isize, rows: u16) -> bool {
        let before = self.top;
        self.top = self.top.saturating_add_signed(by).min(self.most(rows));
        self.top != before
    }

    /// Goes to the first line.
    pub fn rewind(&mut self) {
        self.top = 0;
    }

    /// Has a place of the text seen, with a line or two around it where there is room.
    pub fn reveal(&mut self, range: &Range<usize>, rows: u16) {
        let (first, last) = (
            self.line_of(range.start),
            self.line_of(range.end.saturating_sub(1)),
        );
        let (room, last) = (usize::from(rows.max(1)), last.max(first));
        if first >= self.top && last < self.top + room {
            return;
        }
        let spare = room.saturating_sub(last - first + 1) / 3;
        self.top = first.saturating_sub(spare).min(self.most(rows));
    }

    /// Returns the lines to show, as bytes of the text.
    pub fn shown(&self, rows: u16) -> impl Iterator<Item = &Range<usize>> {
        self.lines.iter().skip(self.top).take(usize::from(rows))
    }

    /// Returns where the first line that is seen begins.
    pub fn first_seen(&self) -> usize {
        self.lines.get(self.top).map_or(0, |line| line.start)
    }

    /// Returns the byte of the text on a row that is seen, some columns from the left; nothing below the last line.
    pub fn byte_at(&self, row: usize, column: usize) -> Option<usize> {
        let line = self.lines.get(self.top + row)?;
        let text = self.source.get(line.clone())?;
        let before = super::text::fitting(text, column);
        Some(line.start + before.len())
    }

    /// Returns the last line seen and how many there are, where not all are.
    pub fn place(&self, rows: u16) -> Option<(usize, usize)> {
        let last = (self.top + usize::from(rows)).min(self.lines.len());
        (self.lines.len() > usize::from(rows)).then_some((last, self.lines.len()))
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines
            .partition_point(|line| line.start <= byte)
            .saturating_sub(1)
    }

    fn most(&self, rows: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(rows.max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &ScrollText, rows: u16) -> Vec<&str> {
        text.shown(rows)
            .filter_map(|line| text.source().get(line.clone()))
            .collect()
    }

    #[test]
    fn a_new_width_keeps_the_place() {
        let mut text = ScrollText::new("un deux trois quatre\ncinq six".to_owned());
        text.settle(8, 2);
        assert_eq!(seen(&text, 9), ["un deux", "trois", "quatre", "cinq six"]);
        assert!(text.scroll(1, 2));
        text.settle(30, 1);
        assert_eq!(seen(&text, 1), ["un deux trois quatre"]);
        assert!(!text.scroll(-1, 1));
    }

    #[test]
    fn a_place_is_brought_into_view() {
        let mut text = ScrollText::new(
            (0..100)
                .map(|n| format!("ligne {n}"))
                .collect::<Vec<_>>()
                .join("\n"),
        );
        text.settle(20, 10);
        let at = text.source().find("ligne 50").unwrap_or(0);
        text.reveal(&(at..at + 8), 10);
        assert!(seen(&text, 10).contains(&"ligne 50"));
        let top = text.first_seen();
        text.reveal(&(at..at + 8), 10);
        assert_eq!(text.first_seen(), top);
        assert_eq!(text.byte_at(0, 6), Some(top + 6));
        assert_eq!(text.byte_at(0, 60), Some(top + 8));
    }
}
