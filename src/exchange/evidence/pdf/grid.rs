//! Lines under each other as a table: its columns are where nothing crosses, once words that stand under the start of
//! another cell are taken for cells of their own.

use super::lines::{Line, Stretch};
use crate::exchange::evidence::pages::Pages;
use crate::exchange::evidence::table::{Fit, Row, Table};

/// Starts closer than this, in points, are under each other.
const UNDER: f64 = 1.0;

/// A part of a line: its text, and from where to where it stands.
struct Cell<'t> {
    text: &'t str,
    x: f64,
    end: f64,
}

/// Writes lines as a table.
pub(super) fn write(lines: &[Line], pages: &mut Pages) {
    let starts = starts(lines);
    let rows: Vec<Vec<Cell<'_>>> = lines
        .iter()
        .map(|line| line.parts.iter().flat_map(|part| cells(part, &starts)).collect())
        .collect();
    let columns = columns(&rows);
    let mut table = Table::new(Fit::Line);
    for row in rows {
        table.push(filed(&row, &columns), false);
    }
    table.lines(|line| pages.line(line));
}

/// Returns where cells begin that stand free, from left to right.
fn starts(lines: &[Line]) -> Vec<f64> {
    let mut starts: Vec<f64> = lines
        .iter()
        .flat_map(|line| line.parts.iter().skip(1))
        .map(|part| part.x)
        .collect();
    starts.sort_by(f64::total_cmp);
    starts
}

/// Cuts a stretch where a word stands under the start of a cell.
fn cells<'t>(part: &'t Stretch, starts: &[f64]) -> Vec<Cell<'t>> {
    let is_start = |x: f64| {
        let at = starts.partition_point(|start| *start < x - UNDER);
        starts.get(at).is_some_and(|start| *start <= x + UNDER)
    };
    let mut cells = Vec::new();
    let (mut x, mut from) = (part.x, 0);
    for (start, at) in part.words.iter().filter(|(start, _)| is_start(*start)) {
        let text = part.text.get(from..*at).unwrap_or_default().trim_end();
        // The cell ends somewhere before the next one: nothing crosses there.
        cells.push(Cell {
            text,
            x,
            end: start - UNDER,
        });
        (x, from) = (*start, *at);
    }
    let text = part.text.get(from..).unwrap_or_default();
    cells.push(Cell {
        text,
        x,
        end: part.end,
    });
    cells
}

/// Finds the columns: cells that overlap, looked at from above, are in one.
fn columns(rows: &[Vec<Cell<'_>>]) -> Vec<f64> {
    let mut spans: Vec<(f64, f64)> = rows.iter().flatten().map(|cell| (cell.x, cell.end)).collect();
    spans.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut ends: Vec<f64> = Vec::new();
    for (start, end) in spans {
        match ends.last_mut().filter(|last| start < **last) {
            Some(last) => *last = last.max(end),
            None => ends.push(end),
        }
    }
    ends
}

fn filed(row: &[Cell<'_>], columns: &[f64]) -> Row {
    let mut filed = Row::new();
    for cell in row {
        let at = columns.partition_point(|end| *end < cell.end);
        let text: &mut String = filed.entry(at).or_default();
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(cell.text);
    }
    filed
}
