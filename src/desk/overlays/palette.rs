//! Every action that works here, found by typing part of its name in French or in English.

use super::moved;
use crate::desk::action::{ACTIONS, Action, Context, Spec};
use crate::desk::keymap::{Chord, Key};
use crate::desk::layout::{centred, frame as parts, windowed};
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::screens::review::score_of_key;
use crate::desk::widgets::frame::{line_at, over, text_at};
use crate::desk::widgets::hint_line::{description, key_name};
use crate::desk::widgets::line_edit::LineEdit;
use crate::desk::widgets::text::{padded, right};
use crate::domain::text::folded;
use crate::domain::words::Lang;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::text::{Line, Span};

/// Says what an action does; every value has its own line here.
fn name_of(spec: &Spec, context: Context, speech: &Speech) -> String {
    match spec.action {
        Action::Score(digit) => speech.word(&format!("action-score-{digit}")),
        _ => description(spec, context, speech),
    }
}

/// The palette of a place.
#[derive(Debug)]
pub struct Palette {
    context: Context,
    line: LineEdit,
    all: Vec<(Action, String)>,
    selected: usize,
}

impl Palette {
    /// Opens the palette of a place.
    pub fn new(context: Context, shared: &Shared) -> Self {
        let role = shared.role();
        let scale = shared.grid().map(|grid| grid.scale());
        let both = [Speech::new(Lang::Fr), Speech::new(Lang::En)];
        let hidden = |action| match action {
            Action::Palette | Action::Up | Action::Down => true,
            Action::Score(digit) => scale.is_none_or(|scale| score_of_key(scale, digit).is_none()),
            _ => false,
        };
        let works = ACTIONS
            .iter()
            .filter(|spec| spec.action.works(context, role) && !hidden(spec.action));
        let all = works.map(|spec| {
            let names = both.each_ref().map(|speech| name_of(spec, context, speech));
            (
                spec.action,
                folded(&format!("{} {} {}", names[0], names[1], spec.name)),
            )
        });
        Self {
            context,
            line: LineEdit::default(),
            all: all.collect(),
            selected: 0,
        }
    }

    /// Takes a key.
    pub fn key(&mut self, chord: Chord) {
        match chord.key {
            Key::Up => self.act(Action::Up),
            Key::Down => self.act(Action::Down),
            Key::PageUp => self.selected = moved(self.selected, Action::PageUp, 8, self.found().len()),
            Key::PageDown => self.selected = moved(self.selected, Action::PageDown, 8, self.found().len()),
            _ => {
                if self.line.key(chord) {
                    self.selected = 0;
                }
            }
        }
    }

    /// Takes a text.
    pub fn paste(&mut self, text: &str) {
        self.line.insert(text);
        self.selected = 0;
    }

    pub(super) fn act(&mut self, action: Action) {
        self.selected = moved(self.selected, action, 8, self.found().len());
    }

    /// Returns the action under the cursor.
    pub fn chosen(&self) -> Option<Action> {
        self.found().get(self.selected).copied()
    }

    fn found(&self) -> Vec<Action> {
        let typed = folded(&self.line.text());
        let hit = |text: &str| typed.split(' ').all(|word| text.contains(word));
        self.all
            .iter()
            .filter(|(_, text)| hit(text))
            .map(|(action, _)| *action)
            .collect()
    }

    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let body = parts(shared.width, shared.height).body;
        let found = self.found();
        let height = u16::try_from(self.all.len() + 3).unwrap_or(u16::MAX).min(20);
        let inside = over(
            frame,
            centred(body, 78, height),
            &speech.word("desk-palette"),
            theme,
        );
        let (text, column) = self.line.window(usize::from(inside.width.saturating_sub(4)));
        text_at(frame, inside, 0, &format!(" : {text}"), theme.strong);
        let column = u16::try_from(column).unwrap_or(0).saturating_add(3);
        if column < inside.width && inside.height > 0 {
            frame.set_cursor_position((inside.x + column, inside.y));
        }
        let rows = usize::from(inside.height.saturating_sub(1));
        let top = windowed(0, self.selected, rows, found.len());
        for (row, (at, action)) in (1..).zip(found.iter().enumerate().skip(top).take(rows)) {
            let Some(spec) = action.spec() else { continue };
            let key = shared
                .key_of(self.context, *action)
                .map_or_else(String::new, |chord| key_name(chord, speech));
            let room = usize::from(inside.width).saturating_sub(13);
            let line = Line::from(vec![
                Span::raw(format!(
                    " {} ",
                    padded(&name_of(spec, self.context, speech), room)
                )),
                Span::styled(right(&key, 10), theme.key),
            ]);
            let line = if at == self.selected {
                line.style(theme.cursor)
            } else {
                line
            };
            line_at(frame, inside, row, &line);
        }
    }
}
