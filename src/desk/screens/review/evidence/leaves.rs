//! The pages of a piece that was read: one of them is open, words are found in all of them.

use crate::desk::widgets::scroll_text::ScrollText;
use crate::domain::evidence::Reading;
use crate::domain::prose::flowing;
use crate::domain::text::{Inert, found, passage};
use std::ops::Range;

/// The pages.
#[derive(Debug)]
pub(in super::super) struct Leaves {
    /// As their author wrote them; what is shown is made harmless first.
    pages: Vec<String>,
    /// Whether something was left out.
    pub(in super::super) is_cut: bool,
    at: usize,
    text: ScrollText,
    /// The words that are looked for.
    terms: Vec<String>,
    /// Whether somebody looks for them, rather than at a passage that was cited.
    is_sought: bool,
    /// Where they stand on the open page.
    marks: Vec<Range<usize>>,
    /// The one that was gone to.
    mark: Option<usize>,
    /// A place to bring into view once the width is known.
    aim: Option<Range<usize>>,
    rows: u16,
}

impl Leaves {
    /// Opens the first page.
    pub(super) fn new(reading: Reading) -> Self {
        let mut leaves = Self {
            pages: reading.pages,
            is_cut: reading.truncated,
            at: 0,
            text: ScrollText::default(),
            terms: Vec::new(),
            is_sought: false,
            marks: Vec::new(),
            mark: None,
            aim: None,
            rows: 0,
        };
        leaves.open(0);
        leaves
    }

    /// Returns the place of the open page, from 0, and how many there are.
    pub(in super::super) fn place(&self) -> (usize, usize) {
        (self.at, self.pages.len())
    }

    /// Returns the text of the open page.
    pub(in super::super) fn text(&self) -> &ScrollText {
        &self.text
    }

    /// Tells whether the open page has no words.
    pub(in super::super) fn is_blank(&self) -> bool {
        self.pages.get(self.at).is_none_or(|page| page.trim().is_empty())
    }

    /// Returns where the words stand on the open page, and which of these places was gone to.
    pub(in super::super) fn marks(&self) -> (&[Range<usize>], Option<usize>) {
        (&self.marks, self.mark)
    }

    /// Tells whether somebody looks for words.
    pub(super) fn is_marked(&self) -> bool {
        self.is_sought
    }

    /// Tells whether there are words to go to.
    pub(super) fn has_words(&self) -> bool {
        !self.terms.is_empty()
    }

    /// Looks for nothing any more.
    pub(super) fn unmark(&mut self) {
        self.is_sought = false;
        self.terms.clear();
        self.marks.clear();
        self.mark = None;
    }

    /// Opens a page; tells whether there is such a one.
    pub(super) fn open(&mut self, page: usize) -> bool {
        let Some(raw) = self.pages.get(page) else {
            return false;
        };
        let text = shown(raw);
        self.marks = found(&text, &self.terms);
        self.mark = None;
        self.text = ScrollText::new(text);
        self.at = page;
        true
    }

    /// Turns some pages on or back; tells whether it could.
    pub(super) fn turn(&mut self, by: isize) -> bool {
        let last = self.pages.len().saturating_sub(1);
        let page = self.at.saturating_add_signed(by).min(last);
        page != self.at && self.open(page)
    }

    /// Moves by rows, over the end of a page into the next one.
    pub(super) fn scroll(&mut self, by: isize) {
        if self.text.scroll(by, self.rows) {
            return;
        }
        if by > 0 {
            self.turn(1);
        } else if by < 0 && self.turn(-1) {
            self.aim = Some(self.text.source().len()..self.text.source().len());
        }
    }

    /// Goes to the beginning of the page, or of the piece where one is there.
    pub(super) fn rewind(&mut self) {
        if self.text.first_seen() == 0 {
            self.open(0);
        }
        self.text.rewind();
    }

    /// Goes to the end of the page, or of the piece where one is there.
    pub(super) fn unwind(&mut self) {
        if self.text.place(self.rows).is_none_or(|(last, all)| last == all) {
            self.open(self.pages.len().saturating_sub(1));
        }
        self.aim = Some(self.text.source().len()..self.text.source().len());
    }

    /// Breaks the text for a width.
    pub(super) fn settle(&mut self, width: u16, rows: u16) {
        self.rows = rows;
        self.text.settle(width, rows);
        if let Some(aim) = self.aim.take() {
            self.text.reveal(&aim, rows);
        }
    }

    /// Looks for words from what is seen on, in all pages once round; tells whether they stand anywhere.
    pub(super) fn find(&mut self, terms: Vec<String>) -> bool {
        self.terms = terms;
        self.is_sought = true;
        self.marks = found(self.text.source(), &self.terms);
        let seen = self.text.first_seen();
        let here = self.marks.iter().position(|mark| mark.start >= seen);
        if let Some(here) = here {
            self.go_to(here);
            return true;
        }
        self.next_page_with_words(1) && {
            self.go_to(0);
            true
        }
    }

    /// Goes to the next place of the words, or to the one before; tells whether there is any.
    pub(super) fn find_next(&mut self, forward: bool) -> bool {
        let next = match (self.mark, forward) {
            (Some(mark), true) => Some(mark + 1),
            (Some(mark), false) => mark.checked_sub(1),
            (None, true) => Some(0),
            (None, false) => self.marks.len().checked_sub(1),
        };
        if let Some(next) = next.filter(|next| *next < self.marks.len()) {
            self.go_to(next);
            return true;
        }
        if !self.next_page_with_words(if forward { 1 } else { -1 }) {
            return false;
        }
        let last = self.marks.len().saturating_sub(1);
        self.go_to(if forward { 0 } else { last });
        true
    }

    /// Brings a passage into view and marks it, on its page or else on another; tells whether it stands there.
    pub(super) fn show(&mut self, page: usize, excerpt: &str) -> bool {
        self.unmark();
        let others = (0..self.pages.len()).filter(|other| *other != page);
        let found = std::iter::once(page).chain(others).find_map(|page| {
            let raw = self.pages.get(page)?;
            Some((page, passage(&shown(raw), excerpt)?))
        });
        let Some((page, place)) = found else {
            return false;
        };
        self.open(page);
        self.marks = vec![place];
        self.go_to(0);
        true
    }

    /// Marks words on a page and brings the first of them into view.
    pub(super) fn show_words(&mut self, page: usize, terms: Vec<String>) {
        self.terms = terms;
        self.is_sought = false;
        self.open(page);
        if !self.marks.is_empty() {
            self.go_to(0);
        }
    }

    /// Brings a place of the open page into view.
    pub(super) fn aim(&mut self, range: Range<usize>) {
        self.aim = Some(range);
    }

    fn go_to(&mut self, mark: usize) {
        self.mark = Some(mark);
        self.aim = self.marks.get(mark).cloned();
    }

    /// Opens the next page on which the words stand, once round, this one last.
    fn next_page_with_words(&mut self, by: isize) -> bool {
        let all = self.pages.len();
        let steps = 1..=all;
        let mut pages = steps.map(|step| {
            let step = if by > 0 { step } else { all - step };
            (self.at + step) % all.max(1)
        });
        let has_words = |page: &usize| {
            let raw = self.pages.get(*page);
            raw.is_some_and(|raw| !found(&shown(raw), &self.terms).is_empty())
        };
        let Some(page) = pages.find(has_words) else {
            return false;
        };
        self.open(page)
    }
}

/// What is shown of a page.
fn shown(raw: &str) -> String {
    flowing(Inert::block(raw).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::terms;

    fn leaves(pages: &[&str]) -> Leaves {
        let pages = pages.iter().map(|page| (*page).to_owned()).collect();
        let mut leaves = Leaves::new(Reading {
            pages,
            truncated: false,
        });
        leaves.settle(40, 5);
        leaves
    }

    #[test]
    fn scrolling_goes_over_the_end_of_a_page() {
        let mut leaves = leaves(&["un\ndeux", "trois"]);
        leaves.scroll(1);
        assert_eq!(leaves.place(), (1, 2));
        leaves.scroll(1);
        assert_eq!(leaves.place(), (1, 2));
        leaves.scroll(-1);
        assert_eq!(leaves.place(), (0, 2));
    }

    #[test]
    fn words_are_found_round_all_pages() {
        let mut leaves = leaves(&["des formats ouverts", "rien", "Format\u{301}s OUVERTS, ouverts"]);
        assert!(leaves.find(terms("ouvert")));
        assert_eq!((leaves.place().0, leaves.mark), (0, Some(0)));
        let mut places = Vec::new();
        for _ in 0..4 {
            assert!(leaves.find_next(true));
            places.push((leaves.place().0, leaves.mark));
        }
        assert_eq!(places, [(2, Some(0)), (2, Some(1)), (0, Some(0)), (2, Some(0))]);
        assert!(leaves.find_next(false));
        assert_eq!((leaves.place().0, leaves.mark), (0, Some(0)));
        assert!(!leaves.find(terms("absent")));
    }

    #[test]
    fn a_passage_is_found_again_whatever_its_spaces() {
        let mut leaves = leaves(&["avant", "La commune s’engage\nà publier ses données.", "après"]);
        assert!(leaves.show(1, "commune s’engage à publier"));
        assert_eq!(leaves.place().0, 1);
        let (marks, at) = leaves.marks();
        let marked = at.and_then(|at| leaves.text().source().get(marks.get(at)?.clone()));
        assert_eq!(marked, Some("commune s’engage\nà publier"));
        // A page that moved, in a newer copy of the file.
        assert!(leaves.show(0, "publier ses données"));
        assert_eq!(leaves.place().0, 1);
        assert!(!leaves.show(0, "nulle part"));
    }
}
