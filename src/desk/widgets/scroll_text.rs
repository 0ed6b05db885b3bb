//! A text that is read by scrolling: broken into lines once for a width, not on every frame.

use super::text::wrapped;

/// A text broken into lines, and where one reads.
#[derive(Debug, Clone, Default)]
pub struct ScrollText {
    source: String,
    width: u16,
    lines: Vec<String>,
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

    /// Breaks the text for a width and keeps the place that is read; cheap where nothing changed.
    pub fn settle(&mut self, width: u16, rows: u16) {
        if self.width != width {
            let share = (self.top, self.lines.len().max(1));
            self.lines = wrapped(&self.source, width);
            self.top = share.0 * self.lines.len() / share.1;
            self.width = width;
        }
        self.top = self.top.min(self.most(rows));
    }

    /// Moves by rows.
    pub fn scroll(&mut self, by: isize, rows: u16) {
        self.top = self.top.saturating_add_signed(by).min(self.most(rows));
    }

    /// Goes to the first line.
    pub fn rewind(&mut self) {
        self.top = 0;
    }

    /// Returns the lines to show.
    pub fn shown(&self, rows: u16) -> impl Iterator<Item = &str> {
        let lines = self.lines.iter().skip(self.top);
        lines.take(usize::from(rows)).map(String::as_str)
    }

    /// Returns the last line seen and how many there are, where not all are.
    pub fn place(&self, rows: u16) -> Option<(usize, usize)> {
        let last = (self.top + usize::from(rows)).min(self.lines.len());
        (self.lines.len() > usize::from(rows)).then_some((last, self.lines.len()))
    }

    fn most(&self, rows: u16) -> usize {
        self.lines.len().saturating_sub(usize::from(rows.max(1)))
    }
}
