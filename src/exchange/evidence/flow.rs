//! Text that flows in blocks, as ODT, Markdown and HTML have it: paragraphs, headings, lists, quotations and tables
//! become lines. A block opened and never closed is closed by the next one.

use super::cells::Cells;
use super::pages::Pages;

/// Deeper lists and quotations are shown at this depth.
const DEEPEST: usize = 12;

/// Blocks being written onto pages.
pub(super) struct Flow<'p> {
    pages: &'p mut Pages,
    text: String,
    lists: Vec<Option<u64>>,
    quotes: usize,
    mark: Option<String>,
    was_item: bool,
    cells: Cells,
    full: bool,
}

impl<'p> Flow<'p> {
    pub(super) fn new(pages: &'p mut Pages) -> Self {
        Self {
            pages,
            text: String::new(),
            lists: Vec::new(),
            quotes: 0,
            mark: None,
            was_item: false,
            cells: Cells::default(),
            full: false,
        }
    }

    /// Tells whether no more is wanted.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Adds text in which any run of white space is one space; hyphens for the end of a line are left out.
    pub(super) fn text(&mut self, text: &str) {
        for piece in text
            .replace('\u{ad}', "")
            .split_inclusive([' ', '\t', '\n', '\r'])
        {
            let word = piece.trim_end_matches([' ', '\t', '\n', '\r']);
            self.verbatim(word);
            if word.len() < piece.len() && !self.at_start() {
                self.verbatim(" ");
            }
        }
    }

    /// Adds text as it is.
    pub(super) fn verbatim(&mut self, text: &str) {
        let wanted = self.pages.bytes_left().saturating_sub(self.cells.spent());
        if self.text.len() + text.len() > wanted {
            self.fill();
            return;
        }
        self.text.push_str(text);
    }

    /// Breaks the line inside the block.
    pub(super) fn new_line(&mut self) {
        self.verbatim("\n");
    }

    /// Says where a link leads, unless its text has just said so or it leads nowhere outside.
    pub(super) fn target(&mut self, target: &str) {
        let target = target.trim();
        let said = target.strip_prefix("mailto:").unwrap_or(target);
        if !said.is_empty() && !said.starts_with('#') && !self.text.ends_with(said) {
            self.verbatim(&format!(" ({target})"));
        }
    }

    /// Ends the block as a paragraph.
    pub(super) fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        if !text.trim().is_empty() {
            self.block(text.trim_end(), "");
        }
    }

    /// Ends the block as a heading.
    pub(super) fn heading(&mut self, level: usize) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        if level == 1 && !self.cells.is_open() {
            self.pages.heading();
        }
        let mark = format!("{} ", "#".repeat(level.clamp(1, 6)));
        self.block(&text.trim().replace('\n', " "), &mark);
    }

    /// Ends the block and parts what follows by a line.
    pub(super) fn rule(&mut self) {
        self.paragraph();
        self.block("────────", "");
    }

    /// Ends the block and the page.
    pub(super) fn end_page(&mut self) {
        self.paragraph();
        self.pages.end_page();
    }

    /// Begins a list, numbered from somewhere or not.
    pub(super) fn open_list(&mut self, first: Option<u64>) {
        self.paragraph();
        self.lists.push(first);
    }

    /// Begins an item.
    pub(super) fn item(&mut self) {
        self.paragraph();
        self.mark = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => "• ".to_owned(),
        });
    }

    /// Ends a list.
    pub(super) fn close_list(&mut self) {
        self.paragraph();
        self.lists.pop();
        self.mark = None;
    }

    /// Begins a quotation.
    pub(super) fn open_quote(&mut self) {
        self.paragraph();
        self.quotes += 1;
    }

    /// Ends a quotation.
    pub(super) fn close_quote(&mut self) {
        self.paragraph();
        self.quotes = self.quotes.saturating_sub(1);
    }

    /// Begins a table; one inside another is lines of its cell.
    pub(super) fn open_table(&mut self) {
        self.paragraph();
        self.cells.open_table();
    }

    /// Begins a row.
    pub(super) fn open_row(&mut self) {
        self.close_row(false);
        self.cells.open_row();
    }

    /// Begins a cell.
    pub(super) fn open_cell(&mut self) {
        self.close_cell(1);
        self.cells.open_cell();
    }

    /// Ends a cell that is so many columns wide.
    pub(super) fn close_cell(&mut self, columns: usize) {
        self.paragraph();
        self.cells.close_cell(columns);
    }

    /// Ends a row.
    pub(super) fn close_row(&mut self, is_head: bool) {
        self.close_cell(1);
        self.cells.close_row(is_head);
    }

    /// Ends a table.
    pub(super) fn close_table(&mut self) {
        self.close_row(false);
        if let Some(table) = self.cells.close_table() {
            self.part(false);
            table.lines(|line| self.pages.line(line));
        }
    }

    /// Ends what is open.
    pub(super) fn finish(mut self) {
        while self.cells.is_open() {
            self.close_table();
        }
        self.paragraph();
    }

    fn at_start(&self) -> bool {
        self.text.is_empty() || self.text.ends_with([' ', '\n', '['])
    }

    fn block(&mut self, text: &str, mark: &str) {
        if self.cells.write(text) {
            return;
        }
        self.part(!self.lists.is_empty());
        let quote = "> ".repeat(self.quotes.min(DEEPEST));
        let indent = "  ".repeat(self.lists.len().saturating_sub(1).min(DEEPEST));
        let bullet = self.mark.take().unwrap_or_else(|| {
            let is_item = !self.lists.is_empty();
            if is_item { "  ".to_owned() } else { String::new() }
        });
        let mut first = format!("{quote}{indent}{bullet}{mark}");
        let others = format!("{quote}{indent}{}", " ".repeat(bullet.chars().count()));
        for line in text.lines() {
            if !self.pages.line(&format!("{first}{line}")) {
                self.full = true;
            }
            first.clone_from(&others);
        }
    }

    /// Items of a list stand together; other blocks are parted.
    fn part(&mut self, is_item: bool) {
        if !(is_item && self.was_item) {
            self.pages.gap();
        }
        self.was_item = is_item;
    }

    fn fill(&mut self) {
        self.full = true;
        self.pages.truncate();
    }
}

#[cfg(test)]
mod tests {
    use super::super::Limits;
    use super::*;

    fn written(write: impl FnOnce(&mut Flow<'_>)) -> Vec<String> {
        let mut pages = Pages::new(&Limits::default());
        let mut flow = Flow::new(&mut pages);
        write(&mut flow);
        flow.finish();
        pages.finish().0
    }

    #[test]
    fn blocks_become_lines() {
        let pages = written(|flow| {
            flow.text("  Un \n titre ");
            flow.heading(1);
            flow.open_list(Some(3));
            flow.item();
            flow.text("trois");
            flow.open_list(None);
            flow.item();
            flow.text("dessous");
            flow.new_line();
            flow.text("suite");
            flow.close_list();
            flow.item();
            flow.text("quatre");
            flow.close_list();
            flow.open_quote();
            flow.text("cité");
            flow.close_quote();
        });
        assert_eq!(
            pages,
            ["# Un titre\n\n3. trois\n  • dessous\n    suite\n4. quatre\n\n> cité"]
        );
    }

    #[test]
    fn cells_that_nobody_closed_are_closed() {
        let pages = written(|flow| {
            flow.open_table();
            for cells in [["a", "b"], ["c", "d"]] {
                flow.open_row();
                for cell in cells {
                    flow.open_cell();
                    flow.text(cell);
                }
            }
        });
        assert_eq!(pages, ["a │ b\nc │ d"]);
    }
}
