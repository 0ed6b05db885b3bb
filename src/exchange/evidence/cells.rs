//! A table being written in a flow of blocks. Only the outermost has rows and columns; a table inside a cell is lines
//! of that cell.

use super::table::{CELL, Fit, Row, Table};

/// The table that is open, if one is.
#[derive(Debug, Default)]
pub(super) struct Cells {
    depth: usize,
    table: Option<Table>,
    row: Option<Row>,
    cell: Option<String>,
    column: usize,
    spent: usize,
}

impl Cells {
    /// Tells whether a table is open.
    pub(super) fn is_open(&self) -> bool {
        self.depth > 0
    }

    /// Tells how much text the table holds that is on no page yet.
    pub(super) fn spent(&self) -> usize {
        self.spent
    }

    pub(super) fn open_table(&mut self) {
        self.depth += 1;
        if self.depth == 1 {
            self.table = Some(Table::new(Fit::Line));
        }
    }

    pub(super) fn open_row(&mut self) {
        if self.depth == 1 {
            self.row = Some(Row::new());
            self.column = 0;
        }
    }

    /// Begins a cell, and the row that nobody began.
    pub(super) fn open_cell(&mut self) {
        if self.depth == 1 {
            if self.row.is_none() {
                self.open_row();
            }
            self.cell = Some(String::new());
        }
    }

    /// Adds a block to the cell; tells whether there is one.
    pub(super) fn write(&mut self, text: &str) -> bool {
        let Some(cell) = self.cell.as_mut() else {
            return false;
        };
        self.spent += text.len() + CELL;
        if !cell.is_empty() {
            cell.push('\n');
        }
        cell.push_str(text.trim());
        true
    }

    pub(super) fn close_cell(&mut self, columns: usize) {
        if self.depth != 1 {
            return;
        }
        if let (Some(cell), Some(row)) = (self.cell.take(), self.row.as_mut()) {
            if !cell.is_empty() {
                row.insert(self.column, cell);
            }
            self.column = self.column.saturating_add(columns.max(1));
        }
    }

    pub(super) fn close_row(&mut self, is_head: bool) {
        if self.depth != 1 {
            return;
        }
        if let (Some(row), Some(table)) = (self.row.take(), self.table.as_mut())
            && !row.is_empty()
        {
            table.push(row, is_head);
        }
    }

    /// Ends a table; returns it if it is the outermost.
    pub(super) fn close_table(&mut self) -> Option<Table> {
        self.depth = self.depth.saturating_sub(1);
        if self.depth > 0 {
            return None;
        }
        self.spent = 0;
        self.table.take()
    }
}
