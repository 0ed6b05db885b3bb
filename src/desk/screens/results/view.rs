//! Draws the results: each level with its dossiers, and their grades on either side of the middle one.

use super::aside::view_aside;
use super::{Entry, Results, Standing};
use crate::consensus::majority::Gauge;
use crate::desk::layout::{self, frame as parts};
use crate::desk::look::Look;
use crate::desk::screens::committee::is_masked;
use crate::desk::screens::masked::view_masked;
use crate::desk::widgets::frame::{both_ends, line_at};
use crate::desk::widgets::text::{columns, inert, padded, right, words};
use crate::domain::grid::Grid;
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::office::RankedRow;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::text::{Line, Span};

/// Columns of the rank, of a number and of the majority-grade.
const RANK: usize = 3;
const NUMBER: usize = 9;
const GRADE: usize = 3;

/// What of the gauge has room.
#[derive(Debug, Clone, Copy)]
struct Room {
    name: usize,
    bar: usize,
    is_long: bool,
}

impl Results {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = parts(shared.width, shared.height);
        let title = Line::styled(format!(" {}", speech.word("advice-results")), theme.strong);
        let (Some(ranking), Some(grid)) = (&self.ranking, shared.grid()) else {
            return both_ends(frame, areas.head, &title, &Line::default());
        };
        let masked = is_masked(shared);
        let rows = ranking.levels.iter().flat_map(|level| &level.rows);
        let decided = rows.clone().filter(|row| row.is_decided).count();
        let counts = Saying::new("desk-decided")
            .number("n", decided)
            .number("all", rows.count() + ranking.open.len());
        let counts = Line::styled(format!("{} ", speech.say(&counts)), theme.strong);
        both_ends(frame, areas.head, &title, &counts);
        let (list, aside) = layout::results(shared.width, shared.height);
        let entries = self.entries(&grid, masked);
        if masked {
            view_masked(look, frame, if entries.is_empty() { areas.body } else { aside });
        } else {
            view_aside(ranking, &grid, look, frame, aside);
        }
        let room = room(list.width, look);
        let shown = entries.iter().skip(self.top);
        for (row, entry) in (0..list.height).zip(shown) {
            let line = match entry {
                Entry::Level(standing, n) => heading(*standing, *n, look),
                Entry::Nobody => {
                    let nobody = format!("   {}", speech.word("advice-nobody"));
                    Line::styled(nobody, theme.dim)
                }
                Entry::Dossier(of, at) => {
                    let line = dossier_line(of, *at == self.selected, masked, room, &grid, look);
                    if *at == self.selected {
                        line.style(theme.cursor)
                    } else {
                        line
                    }
                }
                Entry::Blank => Line::default(),
            };
            line_at(frame, list, row, &line);
        }
    }
}

/// Shares out the columns of a line.
fn room(width: u16, look: &Look<'_>) -> Room {
    let width = usize::from(width);
    let is_long = width >= 140;
    let bar = match width {
        0..100 => 12,
        100..140 => 16,
        _ => 24,
    };
    let said = if is_long { LONG } else { SHORT };
    let fixed = 2 + RANK + 1 + NUMBER + 1 + 1 + status_columns(look.speech) + 1 + bar + 1 + GRADE + said;
    let name = width.saturating_sub(fixed);
    Room {
        // Gauges stand near the names where there is room for both.
        name: name.min(48),
        bar,
        is_long,
    }
}

/// Columns of the shares above and below the majority-grade.
const SHORT: usize = 16;
const LONG: usize = 38;

fn status_columns(speech: &Speech) -> usize {
    let words = ["advice-decided", "desk-proposed"].map(|id| columns(&speech.word(id)));
    words.into_iter().max().unwrap_or(0) + 2
}

fn heading(standing: Standing<'_>, n: usize, look: &Look<'_>) -> Line<'static> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let name = match standing {
        Standing::Level(level) => words(&level.name, shared.lang),
        Standing::NoLevel => speech.word("desk-level-none"),
        Standing::Open => speech.word("advice-open"),
    };
    Line::from(vec![
        Span::styled(format!(" {name}"), theme.strong),
        Span::styled(format!(" · {n}"), theme.dim),
    ])
}

fn dossier_line(
    row: &RankedRow,
    is_current: bool,
    masked: bool,
    room: Room,
    grid: &Grid,
    look: &Look<'_>,
) -> Line<'static> {
    let Look { theme, speech, .. } = *look;
    let rank = if row.rank == 0 || masked {
        String::new()
    } else {
        format!("{}.", row.rank)
    };
    let (status, style) = if row.is_decided {
        (format!("✓ {}", speech.word("advice-decided")), theme.good)
    } else if row.rank == 0 {
        (format!("? {}", speech.word("advice-open-short")), theme.busy)
    } else {
        (format!("  {}", speech.word("desk-proposed")), theme.text)
    };
    let mut spans = vec![
        Span::raw(if is_current { "▸ " } else { "  " }),
        Span::raw(format!(
            "{} {} {} ",
            right(&rank, RANK),
            padded(&inert(&row.number), NUMBER),
            padded(&inert(&row.name), room.name)
        )),
        Span::styled(padded(&status, status_columns(speech)), style),
    ];
    if let Some(gauge) = row.gauge.as_ref().filter(|_| !masked) {
        spans.push(Span::raw(format!(" {} ", gauge_bar(gauge, room.bar))));
        let sign = if gauge.is_plus() { '+' } else { '−' };
        let width = if grid.scale().max > 9 { GRADE } else { 2 };
        let grade = right(&format!("{}{sign}", gauge.grade), width);
        spans.push(Span::styled(padded(&grade, GRADE), theme.strong));
        spans.push(Span::styled(shares(gauge, room.is_long, speech), theme.dim));
    }
    Line::from(spans)
}

/// Says how many grades lie on either side of the majority-grade.
fn shares(gauge: &Gauge, is_long: bool, speech: &Speech) -> String {
    let (above, below) = (gauge.above.percent(), gauge.below.percent());
    if is_long {
        let said = Saying::new("advice-shares");
        let said = said.text("above", right(&above.to_string(), 3));
        let said = said.text("below", right(&below.to_string(), 3));
        return format!(" {}", speech.say(&said));
    }
    format!(
        " ░{}% ▓{}%",
        right(&below.to_string(), 3),
        right(&above.to_string(), 3)
    )
}

/// Draws the grades below, at and above the majority-grade; no part that exists is left out.
fn gauge_bar(gauge: &Gauge, cells: usize) -> String {
    let part = |share: &Ratio| {
        let parts = i64::try_from(cells)
            .ok()
            .and_then(|cells| share.rounded_in(cells));
        let part = parts.and_then(|part| usize::try_from(part).ok()).unwrap_or(0);
        part.max(usize::from(!share.is_zero()))
    };
    let (below, above) = (part(&gauge.below), part(&gauge.above));
    // The majority-grade is somebody's.
    let below = below.min(cells.saturating_sub(1));
    let above = above.min(cells.saturating_sub(below + 1));
    let at = cells.saturating_sub(below + above);
    "░".repeat(below) + &"█".repeat(at) + &"▓".repeat(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_that_exists_is_seen() {
        let bar = |grades: &[u8]| gauge_bar(&Gauge::of(grades).unwrap(), 10);
        assert_eq!(bar(&[3]), "██████████");
        assert_eq!(bar(&[1, 2, 3, 4, 5]), "░░░░██▓▓▓▓");
        let mut grades = vec![3; 99];
        grades.push(5);
        assert_eq!(bar(&grades), "█████████▓");
        assert_eq!(bar(&[1, 2]), "█████▓▓▓▓▓");
    }
}
