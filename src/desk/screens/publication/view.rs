//! Draws what would be published: first what stands in the way, then each level, the lowest first, with who has it.

use super::{Publication, rows};
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::screens::dossiers::kind as kind_name;
use crate::desk::widgets::frame::{both_ends, line_at};
use crate::desk::widgets::text::{inert, padded, words, wrapped};
use crate::domain::grid::Level;
use crate::domain::saying::Saying;
use crate::office::Preview;
use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Columns of a kind and of a department.
const KIND: usize = 12;
const DEPARTMENT: usize = 4;

impl Publication {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = parts(shared.width, shared.height);
        let title = Line::styled(format!(" {}", speech.word("publication-title")), theme.strong);
        let counts = self.preview.as_ref().map_or_else(String::new, |preview| {
            let counts = Saying::new("publication-counts").number("labelled", preview.rows.len());
            format!("{} ", speech.say(&counts.number("letters", preview.letters)))
        });
        both_ends(frame, areas.head, &title, &Line::styled(counts, theme.strong));
        let lines = self.lines(look);
        let shown = lines.iter().skip(self.top).take(rows(shared));
        for (row, line) in (0..areas.body.height).zip(shown) {
            line_at(frame, areas.body, row, line);
        }
    }

    /// Returns every line of the page.
    pub(super) fn lines(&self, look: &Look<'_>) -> Vec<Line<'static>> {
        let Some(preview) = &self.preview else {
            return Vec::new();
        };
        let theme = look.theme;
        let mut lines = obstacles(preview, look);
        if let Some(folder) = &self.folder {
            let written = Saying::new("publication-written").text("folder", folder.display());
            lines.extend(said(&written, theme.good, look));
        }
        lines.push(Line::default());
        let announced = look.speech.word("publication-announced");
        lines.push(Line::styled(format!(" {announced}"), theme.dim));
        if let Some(grid) = look.shared.grid() {
            for level in grid.levels() {
                lines.push(Line::default());
                lines.extend(of_level(level, preview, look));
            }
        }
        lines
    }
}

/// Says what stands in the way, and what is to be looked at.
fn obstacles(preview: &Preview, look: &Look<'_>) -> Vec<Line<'static>> {
    let theme = look.theme;
    let mut lines = if preview.is_blocked() {
        let blocked = Saying::new("publication-draft-only").number("n", preview.undecided.len());
        said(&blocked, theme.alert, look)
    } else {
        said(&Saying::new("publication-ready"), theme.good, look)
    };
    if preview.forks > 0 {
        let forks = Saying::new("publication-forks").number("n", preview.forks);
        lines.extend(said(&forks, theme.alert, look));
    }
    for (number, name) in &preview.undecided {
        let undecided = Saying::new("publication-undecided").text("number", inert(number));
        lines.extend(said(&undecided.text("name", inert(name)), theme.text, look));
    }
    for doubt in &preview.doubtful {
        lines.extend(said(&doubt.saying(), theme.busy, look));
    }
    lines
}

fn of_level(level: &Level, preview: &Preview, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let mut lines = vec![Line::styled(
        format!(" {}", words(&level.name, shared.lang)),
        theme.strong,
    )];
    let rows = preview.rows.iter();
    let mut of_level = rows
        .filter(|row| row.niveau_code == level.code.as_str())
        .peekable();
    if of_level.peek().is_none() {
        let nobody = speech.word("publication-empty");
        lines.push(Line::styled(format!("   {nobody}"), theme.dim));
    }
    let name = usize::from(shared.width)
        .saturating_sub(KIND + DEPARTMENT + 8)
        .min(48);
    lines.extend(of_level.map(|row| {
        Line::from(vec![
            Span::raw(format!("   {} ", padded(&inert(&row.nom), name))),
            Span::raw(format!("{} ", padded(&kind_name(&row.r#type, speech), KIND))),
            Span::raw(padded(&inert(&row.code_departement), DEPARTMENT)),
            Span::styled(format!(" {}", inert(&row.mentions).replace('|', ", ")), theme.dim),
        ])
    }));
    lines
}

fn said(saying: &Saying, style: Style, look: &Look<'_>) -> Vec<Line<'static>> {
    let text = look.speech.say(saying);
    let lines = wrapped(&text, look.shared.width.saturating_sub(2)).into_iter();
    lines
        .map(|line| Line::styled(format!(" {line}"), style))
        .collect()
}
