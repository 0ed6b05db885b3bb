//! Draws the intake.

use super::{Intake, Pane};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::widgets::frame::{both_ends, line_at, pane, text_at};
use crate::desk::widgets::text::{columns, fit, inert, padded, wrapped};
use crate::domain::difference::Difference;
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::mapping::MapTo;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::act::{Asked, Imported, RefusedPlace};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Rows at the bottom that say all of what is under the cursor.
const DETAIL: u16 = 5;

/// The longest text of which a row quotes all, in characters.
const QUOTED: usize = 40;

/// Where the rows are.
pub(super) fn list(shared: &Shared) -> Rect {
    let body = layout::frame(shared.width, shared.height).body;
    let (_, rest) = layout::cut_top(body, 1);
    let (rows, _) = layout::cut_bottom(rest, DETAIL);
    layout::inner(rows)
}

/// A line of what changes.
pub(super) enum Change<'p> {
    Dossier(&'p str, &'p str),
    Part(&'p Difference),
}

/// Returns what changes, line by line.
pub(super) fn changes_of(plan: &Imported) -> Vec<Change<'_>> {
    let mut lines = Vec::new();
    for changed in &plan.changes {
        lines.push(Change::Dossier(&changed.number, &changed.name));
        lines.extend(changed.differences.iter().map(Change::Part));
    }
    lines
}

impl Intake {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = layout::frame(shared.width, shared.height);
        let title = format!(" {} · {}", speech.word("desk-intake"), self.file());
        let counts = self.plan.as_ref().map_or_else(String::new, |plan| {
            let counts = Saying::new("desk-intake-counts")
                .number("new", plan.new)
                .number("updated", plan.updated)
                .number("unchanged", plan.unchanged)
                .number("refused", plan.refused.len());
            format!("{} ", speech.say(&counts))
        });
        both_ends(
            frame,
            areas.head,
            &Line::styled(title, theme.strong),
            &Line::styled(counts, theme.strong),
        );
        let (tabs, rest) = layout::cut_top(areas.body, 1);
        self.view_tabs(look, frame, tabs);
        let (rows, detail) = layout::cut_bottom(rest, DETAIL);
        let inside = pane(frame, rows, &speech.word(self.pane.word()), true, theme);
        let Some(plan) = &self.plan else {
            let waits = shared
                .tickets
                .any(|w| *w == crate::desk::effect::Waiting::ImportPlan);
            let id = if waits {
                "desk-intake-reading"
            } else {
                "desk-intake-failed"
            };
            return text_at(frame, inside, 0, &format!(" {}", speech.word(id)), theme.dim);
        };
        self.view_rows(plan, look, frame, inside);
        self.view_detail(plan, look, frame, detail);
    }

    fn file(&self) -> String {
        let names = self.request.paths.iter().filter_map(|path| path.file_name());
        let names: Vec<String> = names.map(|name| inert(&name.to_string_lossy())).collect();
        names.join(", ")
    }

    fn view_tabs(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let Some(plan) = &self.plan else { return };
        let placed = plan.asked.iter().filter(|asked| asked.to.is_some()).count();
        let tabs = [
            (Pane::Questions, format!("{placed}/{}", plan.asked.len())),
            (Pane::Changes, plan.changes.len().to_string()),
            (
                Pane::Notes,
                (plan.refused.len() + plan.warnings.len()).to_string(),
            ),
        ];
        let mut line = Line::default();
        for (pane, count) in tabs {
            let is_here = pane == self.pane;
            let mark = if is_here { "▸" } else { " " };
            let style = if is_here { theme.focus } else { theme.dim };
            let text = format!(" {mark} {} {count} ", speech.word(pane.word()));
            line.push_span(Span::styled(text, style));
        }
        line_at(frame, area, 0, &line);
    }

    fn view_rows(&self, plan: &Imported, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let width = usize::from(area.width);
        let all = self.rows();
        if all == 0 {
            return text_at(
                frame,
                area,
                0,
                &format!(" {}", speech.word(self.pane.empty())),
                theme.dim,
            );
        }
        let changes = changes_of(plan);
        let rows = usize::from(area.height);
        let top = layout::windowed(0, self.selected, rows, all);
        for (row, at) in (0_u16..).zip(top..all.min(top + rows)) {
            let line = match self.pane {
                Pane::Questions => plan.asked.get(at).map(|asked| question_line(asked, look, width)),
                Pane::Changes => changes.get(at).map(|change| change_line(change, look)),
                Pane::Notes => note(plan, at).map(|(refused, place)| {
                    let (mark, style) = if refused {
                        ("✗", theme.alert)
                    } else {
                        ("!", theme.text)
                    };
                    Line::styled(format!(" {mark} {}", speech.say(&place.why)), style)
                }),
            };
            let line = line.unwrap_or_default();
            let line = if at == self.selected {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, area, row, &crate::desk::widgets::frame::cut(&line, width));
        }
    }

    /// Says all of what is under the cursor, of which its row shows the start.
    fn view_detail(&self, plan: &Imported, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let said: Vec<String> = match self.pane {
            Pane::Questions => match self.question() {
                Some(asked) => vec![
                    inert(&asked.label),
                    format!("{} {}", speech.word("desk-intake-goes"), place_of(asked, look)),
                    speech.word(if asked.chosen {
                        "desk-intake-by-you"
                    } else if asked.to.is_some() {
                        "desk-intake-by-grid"
                    } else {
                        "desk-intake-by-none"
                    }),
                ],
                None => Vec::new(),
            },
            Pane::Changes => match changes_of(plan).get(self.selected) {
                Some(Change::Part(difference)) => vec![
                    format!("- {}", inert(&difference.before)),
                    format!("+ {}", inert(&difference.after)),
                ],
                Some(Change::Dossier(number, name)) => vec![format!("{number} {}", inert(name))],
                None => Vec::new(),
            },
            Pane::Notes => match note(plan, self.selected) {
                Some((_, place)) => vec![
                    format!("{} {}", inert(last_part(&place.source)), inert(&place.at)),
                    speech.say(&place.why),
                ],
                None => Vec::new(),
            },
        };
        let width = area.width.saturating_sub(2);
        let lines = said.iter().flat_map(|text| wrapped(text, width));
        for (row, line) in (0_u16..).zip(lines).take(usize::from(area.height)) {
            text_at(frame, area, row, &format!(" {line}"), theme.text);
        }
    }
}

impl Pane {
    fn word(self) -> &'static str {
        match self {
            Self::Questions => "desk-intake-questions",
            Self::Changes => "desk-intake-changes",
            Self::Notes => "desk-intake-notes",
        }
    }

    fn empty(self) -> &'static str {
        match self {
            Self::Questions => "desk-intake-no-question",
            Self::Changes => "desk-intake-no-change",
            Self::Notes => "desk-intake-no-note",
        }
    }
}

/// The file's own name is what one looks for; its folder is known.
fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The refused first, then what to look at.
fn note(plan: &Imported, at: usize) -> Option<(bool, &RefusedPlace)> {
    let refused = plan.refused.iter().map(|place| (true, place));
    let warnings = plan.warnings.iter().map(|place| (false, place));
    refused.chain(warnings).nth(at)
}

fn question_line(asked: &Asked, look: &Look<'_>, width: usize) -> Line<'static> {
    let theme = look.theme;
    let (mark, style) = match (&asked.to, asked.chosen) {
        (None, _) => ("?", theme.alert),
        (Some(MapTo::Skip), _) => ("✗", theme.dim),
        (Some(_), true) => ("✓", theme.good),
        (Some(_), false) => ("=", theme.text),
    };
    let place = place_of(asked, look);
    let half = width / 2;
    let label = inert(&asked.label);
    let left = padded(&format!(" {mark} {}", fit(&label, half.saturating_sub(4))), half);
    let room = width.saturating_sub(columns(&left) + 2);
    Line::from(vec![
        Span::styled(left, style),
        Span::styled(format!("→ {}", fit(&place, room)), style),
    ])
}

fn place_of(asked: &Asked, look: &Look<'_>) -> String {
    let (Some(grid), lang) = (look.shared.grid(), look.shared.lang) else {
        return String::new();
    };
    match &asked.to {
        None => look.speech.word("desk-intake-nowhere"),
        Some(MapTo::Skip) => look.speech.word("desk-intake-skip"),
        Some(MapTo::Criterion(code)) => criterion(&grid, code, lang),
        Some(MapTo::Question(id)) => {
            let text = grid.questions().iter().find(|question| question.id == *id);
            let text = text.map(|question| inert(question.text.in_lang(lang)));
            let code = grid.criterion_of(id).map(CriterionCode::as_str);
            format!("{} {}", code.unwrap_or("—"), text.unwrap_or_default())
        }
    }
}

fn criterion(grid: &Grid, code: &CriterionCode, lang: Lang) -> String {
    let name = grid
        .criterion(code)
        .map(|criterion| inert(criterion.name.in_lang(lang)));
    format!("{code} {}", name.unwrap_or_default())
}

fn change_line(change: &Change<'_>, look: &Look<'_>) -> Line<'static> {
    let Look { theme, speech, .. } = *look;
    match change {
        Change::Dossier(number, name) => Line::styled(format!(" {number} {}", inert(name)), theme.strong),
        Change::Part(difference) => {
            let said = speech.say(&difference.said(QUOTED));
            Line::styled(format!("   {}", inert(&said)), theme.text)
        }
    }
}
