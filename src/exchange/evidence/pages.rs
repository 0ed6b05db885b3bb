//! The pages of a text while it is taken from a file: bounded in bytes and number, and cut where a reader expects it
//! when the format has no pages of its own.

use super::Limits;
use unicode_width::UnicodeWidthStr as _;

/// A heading of the first level begins a page once this many lines stand on it.
const BEFORE_HEADING: usize = 20;
/// A page ends at the next gap between blocks after this many lines, and anyway after [`FULL`].
const AT_GAP: usize = 54;
const FULL: usize = 72;
/// Columns of one line on a screen; a longer line counts as several.
pub(super) const COLUMNS: usize = 100;

/// Pages being filled.
pub(super) struct Pages {
    done: Vec<String>,
    page: String,
    lines: usize,
    bytes_left: usize,
    room: usize,
    flowing: bool,
    truncated: bool,
}

impl Pages {
    pub(super) fn new(limits: &Limits) -> Self {
        Self {
            done: Vec::new(),
            page: String::new(),
            lines: 0,
            bytes_left: limits.text,
            room: limits.pages,
            flowing: true,
            truncated: false,
        }
    }

    /// Leaves it to the reader to end pages.
    pub(super) fn as_they_are(&mut self) {
        self.flowing = false;
    }

    /// Adds a line; tells whether there is room for more.
    pub(super) fn line(&mut self, line: &str) -> bool {
        if self.flowing && self.lines >= FULL {
            self.end_page();
        }
        let line = line.trim_end();
        if !self.has_room(line.len() + 1) {
            return false;
        }
        self.page.push_str(line);
        self.page.push('\n');
        self.lines += line.width().div_ceil(COLUMNS).max(1);
        true
    }

    /// Parts two blocks by an empty line, or by the end of a page that is full enough.
    pub(super) fn gap(&mut self) {
        if self.flowing && self.lines >= AT_GAP {
            self.end_page();
        } else if !self.page.is_empty() && !self.page.ends_with("\n\n") {
            self.line("");
        }
    }

    /// Tells that a heading of the first level comes.
    pub(super) fn heading(&mut self) {
        if self.flowing && self.lines >= BEFORE_HEADING {
            self.end_page();
        }
    }

    /// Ends the page; one that is empty counts only where pages are those of the file.
    pub(super) fn end_page(&mut self) {
        if self.flowing && self.page.trim().is_empty() {
            return;
        }
        let page = std::mem::take(&mut self.page);
        self.lines = 0;
        if self.room == 0 {
            self.truncated = true;
            return;
        }
        self.room -= 1;
        self.done.push(page.trim_end().to_owned());
    }

    /// Tells that something is left out.
    pub(super) fn truncate(&mut self) {
        self.truncated = true;
    }

    /// Tells how many more bytes of text are wanted.
    pub(super) fn bytes_left(&self) -> usize {
        self.bytes_left
    }

    /// Returns the pages, and whether something was left out.
    pub(super) fn finish(mut self) -> (Vec<String>, bool) {
        if !self.page.trim().is_empty() {
            self.end_page();
        }
        (self.done, self.truncated)
    }

    fn has_room(&mut self, bytes: usize) -> bool {
        if self.room == 0 || bytes > self.bytes_left {
            self.truncated = true;
            self.bytes_left = 0;
            return false;
        }
        self.bytes_left -= bytes;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(text: usize, pages: usize) -> Limits {
        Limits {
            text,
            pages,
            ..Limits::default()
        }
    }

    #[test]
    fn a_long_text_is_cut_into_pages() {
        let mut pages = Pages::new(&Limits::default());
        for at in 0..200 {
            assert!(pages.line(&format!("ligne {at}")));
        }
        let (pages, truncated) = pages.finish();
        assert_eq!((pages.len(), truncated), (3, false));
        assert!(pages[1].starts_with("ligne 72\n"));
    }

    #[test]
    fn a_heading_begins_a_page_that_would_be_long() {
        let mut pages = Pages::new(&Limits::default());
        for at in 0..30 {
            if at % 10 == 0 {
                pages.heading();
            }
            pages.line("x");
        }
        assert_eq!(pages.finish().0.len(), 2);
    }

    #[test]
    fn limits_hold() {
        let mut pages = Pages::new(&limits(10, 9));
        assert!(pages.line("12345678"));
        assert!(!pages.line("9"));
        assert_eq!(pages.finish(), (vec!["12345678".to_owned()], true));
        let mut pages = Pages::new(&limits(1000, 1));
        pages.line("a");
        pages.end_page();
        assert!(!pages.line("b"));
        assert_eq!(pages.finish(), (vec!["a".to_owned()], true));
    }
}
