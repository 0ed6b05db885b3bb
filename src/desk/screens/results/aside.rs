//! What stands beside the results: how many have each level, what still forbids publication, how to read the gauge, and
//! that the order decides nothing.

use super::rows_of;
use crate::desk::layout::SIDE_BY_SIDE;
use crate::desk::look::Look;
use crate::desk::widgets::frame::{line_at, pane, text_at};
use crate::desk::widgets::meter::column;
use crate::desk::widgets::text::{columns, inert, padded, right, wrapped};
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::office::{RankedRow, Ranking};
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A level's short name, and how many have it.
type Count = (String, usize);

/// Draws it, as a column or, where there is no room for one, in a few lines.
pub(super) fn view_aside(ranking: &Ranking, grid: &Grid, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let counts = counts(ranking, grid, speech);
    let publication = publication(ranking, look);
    let advice = speech.word("ranking-advice");
    let legend = speech.word("advice-gauge");
    let signs = speech.word("advice-signs");
    if shared.width < SIDE_BY_SIDE {
        let width = area.width.saturating_sub(2);
        text_at(frame, area, 0, &spread(&counts), theme.strong);
        text_at(frame, area, 1, &format!(" {}", publication.0), publication.1);
        text_at(frame, area, 2, &format!(" {legend}"), theme.dim);
        text_at(frame, area, 3, &format!(" {signs}"), theme.dim);
        for (row, line) in (4..5).zip(wrapped(&advice, width)) {
            text_at(frame, area, row, &format!(" {line}"), theme.dim);
        }
        return;
    }
    let inside = pane(frame, area, &speech.word("advice-levels"), false, theme);
    let mut row = view_columns(&counts, look, frame, inside) + 1;
    let width = inside.width.saturating_sub(2);
    let legend = format!("{legend} · {signs}").replace(" · ", "\n");
    for (text, style) in [publication, (legend, theme.text), (advice, theme.dim)] {
        for line in wrapped(&text, width) {
            text_at(frame, inside, row, &format!(" {line}"), style);
            row += 1;
        }
        row += 1;
    }
}

/// Counts the dossiers of each level, the lowest first; those without any last.
fn counts(ranking: &Ranking, grid: &Grid, speech: &Speech) -> Vec<Count> {
    let without = ranking.levels.iter().find(|level| level.level.is_none());
    let without = without.map(|level| (speech.word("level-none"), level.rows.len()));
    let levels = grid.levels().iter().map(|level| {
        let name = Saying::new("desk-n").text("level", level.code.as_str());
        (inert(&speech.say(&name)), rows_of(ranking, level).len())
    });
    let open = (!ranking.open.is_empty()).then(|| ("?".to_owned(), ranking.open.len()));
    without.into_iter().chain(levels).chain(open).collect()
}

/// The levels on one line, each with its count and a height.
fn spread(counts: &[Count]) -> String {
    let most = most(counts);
    let of = counts
        .iter()
        .map(|(name, n)| format!("{name} {n}{}", column(*n, most)));
    format!(" {}", of.collect::<Vec<_>>().join("  "))
}

fn most(counts: &[Count]) -> usize {
    counts.iter().map(|(_, n)| *n).max().unwrap_or(0)
}

/// The levels as bars, a line each; returns the rows taken.
fn view_columns(counts: &[Count], look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) -> u16 {
    let name = counts.iter().map(|(name, _)| columns(name)).max().unwrap_or(0);
    let room = usize::from(area.width).saturating_sub(name + 8);
    let most = most(counts).max(1);
    for (row, (level, n)) in (0..).zip(counts) {
        // Whoever is there is seen.
        let cells = (n * room / most).max(usize::from(*n > 0)).min(room);
        let line = Line::from(vec![
            Span::styled(format!(" {} ", padded(level, name)), look.theme.strong),
            Span::raw(right(&n.to_string(), 3)),
            Span::styled(format!(" {}", "█".repeat(cells)), look.theme.dim),
        ]);
        line_at(frame, area, row, &line);
    }
    u16::try_from(counts.len()).unwrap_or(u16::MAX)
}

/// Says what still forbids publication, or that nothing does.
fn publication(ranking: &Ranking, look: &Look<'_>) -> (String, Style) {
    let rows = ranking.levels.iter().flat_map(|level| &level.rows);
    let is_undecided = |row: &&RankedRow| !row.is_decided;
    let undecided = rows.filter(is_undecided).count() + ranking.open.len();
    if undecided == 0 && ranking.forks == 0 {
        let ready = format!("✓ {}", look.speech.word("advice-publishable"));
        return (ready, look.theme.good);
    }
    let mut parts = Vec::new();
    for (id, n) in [("advice-undecided", undecided), ("advice-forks", ranking.forks)] {
        if n > 0 {
            parts.push(look.speech.say(&Saying::new(id).number("n", n)));
        }
    }
    let said = Saying::new("advice-unpublishable").text("why", parts.join(", "));
    (format!("! {}", look.speech.say(&said)), look.theme.alert)
}
