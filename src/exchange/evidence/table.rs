//! Tables as aligned columns: cells parted by `│`, a rule under the head, long cells wrapped inside their column,
//! columns of numbers to the right. Rows are sparse, so that a repeated empty cell costs nothing.

use super::pages::COLUMNS;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// No column is squeezed below this.
const NARROWEST: usize = 12;
/// No column of a sheet is wider; a sheet itself may be as wide as it is.
const WIDEST: usize = 40;

/// What a cell costs on the page beside its text.
pub(super) const CELL: usize = " │ ".len();

/// How wide a table may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// It shrinks to the line, where it can.
    Line,
    /// It is read sideways.
    Sheet,
}

/// The cells of a row that say something, by column.
pub(super) type Row = BTreeMap<usize, String>;

/// Rows under the head, if there is one.
#[derive(Debug)]
pub(super) struct Table {
    fit: Fit,
    rows: Vec<Row>,
    heads: usize,
}

/// The bytes of text that are left for the cells of a table.
#[derive(Debug)]
pub(super) struct Purse {
    left: usize,
    is_empty: bool,
}

impl Purse {
    pub(super) fn new(left: usize) -> Self {
        Self {
            left,
            is_empty: false,
        }
    }

    /// Pays for a cell; tells whether there was enough.
    pub(super) fn pay(&mut self, text: &str) -> bool {
        let cost = text.len().saturating_add(CELL);
        self.is_empty |= cost > self.left;
        self.left = self.left.saturating_sub(cost);
        !self.is_empty
    }

    /// Tells whether a cell could not be paid.
    pub(super) fn is_empty(&self) -> bool {
        self.is_empty
    }
}

struct Column {
    at: usize,
    width: usize,
    numbers: bool,
}

impl Table {
    pub(super) fn new(fit: Fit) -> Self {
        Self {
            fit,
            rows: Vec::new(),
            heads: 0,
        }
    }

    /// Tells whether there is no row yet.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds a row; rows of the head come first.
    pub(super) fn push(&mut self, row: Row, is_head: bool) {
        if is_head && self.heads == self.rows.len() {
            self.heads += 1;
        }
        self.rows.push(row);
    }

    /// Hands out the lines, until no more is wanted.
    pub(super) fn lines(&self, mut want: impl FnMut(&str) -> bool) {
        let columns = self.columns();
        for (at, row) in self.rows.iter().enumerate() {
            if at > 0 && at == self.heads && !want(&rule(&columns)) {
                return;
            }
            if !lay(row, &columns, &mut want) {
                return;
            }
        }
    }

    fn columns(&self) -> Vec<Column> {
        let mut widths = BTreeMap::<usize, (usize, bool)>::new();
        for (at, row) in self.rows.iter().enumerate() {
            for (column, text) in row {
                let seen = widths.entry(*column).or_insert((1, true));
                seen.0 = text.lines().map(UnicodeWidthStr::width).fold(seen.0, usize::max);
                seen.1 &= at < self.heads || is_number(text);
            }
        }
        let most = self.widest(&widths.values().map(|(width, _)| *width).collect::<Vec<_>>());
        widths
            .into_iter()
            .map(|(at, (width, numbers))| Column {
                at,
                width: width.min(most),
                numbers,
            })
            .collect()
    }

    /// Finds the width at which columns must be cut for the table to fit.
    fn widest(&self, widths: &[usize]) -> usize {
        if self.fit == Fit::Sheet {
            return WIDEST;
        }
        let room = COLUMNS.saturating_sub(widths.len().saturating_sub(1) * 3);
        let fits = |most: &usize| widths.iter().map(|width| *width.min(most)).sum::<usize>() <= room;
        (NARROWEST..=COLUMNS).rev().find(fits).unwrap_or(NARROWEST)
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    ' ' | '\u{a0}' | '\u{202f}' | ',' | '.' | '-' | '−' | '+' | '%' | '€'
                )
        })
}

fn rule(columns: &[Column]) -> String {
    let bars: Vec<String> = columns.iter().map(|column| "─".repeat(column.width)).collect();
    bars.join("─┼─")
}

fn lay(row: &Row, columns: &[Column], want: &mut impl FnMut(&str) -> bool) -> bool {
    let last = row.last_key_value().map_or(0, |(at, _)| *at);
    let shown: Vec<&Column> = columns.iter().take_while(|column| column.at <= last).collect();
    let cells: Vec<Vec<String>> = shown
        .iter()
        .map(|column| {
            row.get(&column.at)
                .map_or_else(Vec::new, |text| wrapped(text, column.width))
        })
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    (0..height).all(|at| {
        let line: Vec<String> = cells
            .iter()
            .zip(&shown)
            .map(|(lines, column)| padded(lines.get(at).map_or("", String::as_str), column))
            .collect();
        want(&line.join(" │ "))
    })
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    text.lines()
        .flat_map(|line| {
            if line.width() <= width {
                vec![line.to_owned()]
            } else {
                let pieces = textwrap::wrap(line, &options);
                pieces
                    .into_iter()
                    .map(|piece| piece.trim_end().to_owned())
                    .collect()
            }
        })
        .collect()
}

fn padded(text: &str, column: &Column) -> String {
    let pad = " ".repeat(column.width.saturating_sub(text.width()));
    if column.numbers {
        format!("{pad}{text}")
    } else {
        format!("{text}{pad}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(table: &Table) -> Vec<String> {
        let mut lines = Vec::new();
        table.lines(|line| {
            lines.push(line.trim_end().to_owned());
            true
        });
        lines
    }

    fn row(cells: &[&str]) -> Row {
        cells.iter().map(|cell| (*cell).to_owned()).enumerate().collect()
    }

    #[test]
    fn columns_are_aligned_and_numbers_stand_right() {
        let mut table = Table::new(Fit::Line);
        table.push(row(&["Poste", "Nombre"]), true);
        table.push(row(&["Écoles", "12"]), false);
        table.push(row(&["Mairie", "3"]), false);
        let lines = [
            "Poste  │ Nombre",
            "───────┼───────",
            "Écoles │     12",
            "Mairie │      3",
        ];
        assert_eq!(shown(&table), lines);
    }

    #[test]
    fn long_cells_wrap_inside_their_column() {
        let mut table = Table::new(Fit::Line);
        table.push(row(&["un", &"mot ".repeat(60)]), false);
        let lines = shown(&table);
        assert!(lines.len() > 1 && lines.iter().all(|line| line.width() <= COLUMNS));
        assert!(lines[1].starts_with("   │ mot"));
    }

    #[test]
    fn a_lone_cell_far_away_costs_one_column() {
        let mut table = Table::new(Fit::Sheet);
        table.push(
            Row::from([(0, "a".to_owned()), (1_000_000, "b".to_owned())]),
            false,
        );
        assert_eq!(shown(&table), ["a │ b"]);
    }
}
