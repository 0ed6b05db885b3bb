//! Draws the desk: a pure function of the model. Mutates nothing, asks nothing.

use super::hints;
use super::layout::{self, cut_bottom};
use super::look::Look;
use super::model::{Model, Shared};
use super::screens::Screen;
use super::theme::Theme;
use super::widgets::frame::{over, text_at};
use super::widgets::hint_line;
use super::widgets::text::{columns, padded, wrapped};
use crate::domain::saying::Saying;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;

/// Draws all of it.
pub fn view(model: &Model, theme: &Theme, speech: &Speech, frame: &mut Frame<'_>) {
    let shared = &model.shared;
    let look = &Look {
        shared,
        theme,
        speech,
        is_covered: !model.overlays.is_empty(),
    };
    if shared.is_too_small() {
        return too_small(look, frame);
    }
    if let Some(screen) = model.screens.last() {
        screen.view(look, frame);
    }
    if let (Some(Screen::Review(review)), Some(grid)) = (model.screens.last(), shared.grid()) {
        let areas = review.areas(shared, &grid);
        hints::view(look, frame, areas.answers.union(areas.evidence));
    }
    let areas = layout::frame(shared.width, shared.height);
    hint_line::draw(model.context(), look, frame, areas.foot);
    for overlay in &model.overlays {
        overlay.view(look, frame);
    }
    notice(look, frame);
}

/// What is said at the bottom until a key.
fn notice(look: &Look<'_>, frame: &mut Frame<'_>) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let Some(notice) = &shared.notice else { return };
    let said = speech.say(&notice.saying);
    let foot = layout::frame(shared.width, shared.height).foot;
    if !notice.is_error && columns(&said) + 18 <= usize::from(foot.width) {
        let room = foot.width - 16;
        let text = padded(&format!(" ℹ {said}"), usize::from(room));
        return text_at(frame, Rect { width: room, ..foot }, 0, &text, theme.strong);
    }
    let body = layout::frame(shared.width, shared.height).body;
    let (title, style) = if notice.is_error {
        ("desk-error", theme.alert)
    } else {
        ("desk-notice", theme.text)
    };
    let lines = wrapped(&said, body.width.saturating_sub(4));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(8);
    let (_, area) = cut_bottom(body, rows.saturating_add(2));
    let inside = over(frame, area, &speech.word(title), theme);
    for (row, line) in (0..inside.height).zip(&lines) {
        text_at(frame, inside, row, &format!(" {line}"), style);
    }
}

fn too_small(look: &Look<'_>, frame: &mut Frame<'_>) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let area = frame.area();
    let saying = Saying::new("desk-too-small")
        .number("width", Shared::LEAST.0)
        .number("height", Shared::LEAST.1)
        .number("columns", shared.width)
        .number("rows", shared.height);
    for (row, line) in (0..area.height).zip(wrapped(&speech.say(&saying), area.width)) {
        text_at(frame, area, row, &line, theme.text);
    }
}
