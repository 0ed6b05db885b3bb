//! The first dossier explains itself in three lines; each goes away when its key is used, all of them with `Esc`, with
//! another dossier or with the end of this one, and never come again.

use super::action::{Action, Context};
use super::layout::cut_bottom;
use super::look::Look;
use super::model::{Model, Shared};
use super::screens::Screen;
use super::settings::Setting;
use super::widgets::frame::{over, text_at};
use super::widgets::hint_line::{digits, key_name};
use crate::domain::ids::DossierId;
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;

/// What is still to be explained.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// The lines that have not gone away.
    left: Vec<Hint>,
    /// The dossier that explains itself.
    of: Option<DossierId>,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    Score,
    Write,
    Next,
}

impl Hints {
    /// Starts, where they are wanted.
    pub fn new(wanted: bool) -> Self {
        let left = if wanted {
            vec![Hint::Score, Hint::Write, Hint::Next]
        } else {
            Vec::new()
        };
        Self { left, of: None }
    }

    /// Tells whether some are seen now.
    pub fn are_seen(&self) -> bool {
        self.of.is_some() && !self.left.is_empty()
    }

    fn used(&mut self, action: Action) {
        self.left.retain(|hint| match hint {
            Hint::Score => !matches!(action, Action::Score(_) | Action::Abstain | Action::NotApplicable),
            Hint::Write => !matches!(action, Action::Comment | Action::NextPiece),
            Hint::Next => !matches!(action, Action::NextUnscored | Action::Help),
        });
    }

    fn end(&mut self) {
        self.left.clear();
    }
}

/// An action was used in the review: its line goes away.
pub fn used(shared: &mut Shared, action: Action) {
    if shared.comfort.hints.are_seen() {
        shared.comfort.hints.used(action);
        remember(shared);
    }
}

/// All lines go away.
pub fn dismiss(shared: &mut Shared) {
    shared.comfort.hints.end();
    remember(shared);
}

fn remember(shared: &mut Shared) {
    if !shared.comfort.hints.are_seen() {
        shared.remember(Setting::Hints(false));
    }
}

/// Stays with the first dossier; once it is left, there is nothing more to explain.
pub fn follow(model: &mut Model) {
    if model.shared.comfort.hints.left.is_empty() || model.shared.role() != Some(Role::Juror) {
        return;
    }
    let here = model.screens.iter().find_map(|screen| match screen {
        Screen::Review(review) => Some(review.id.clone()),
        _ => None,
    });
    let of = model.shared.comfort.hints.of.clone();
    match (of, here) {
        (None, Some(id)) => model.shared.comfort.hints.of = Some(id),
        (Some(of), here) if here.as_ref() != Some(&of) => dismiss(&mut model.shared),
        _ => {}
    }
}

/// Draws what is left, at the bottom of an area.
pub fn view(look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let hints = &look.shared.comfort.hints;
    if !hints.are_seen() {
        return;
    }
    let rows = u16::try_from(hints.left.len()).unwrap_or(u16::MAX);
    let (_, area) = cut_bottom(area, rows.saturating_add(2));
    let title = look.speech.word("comfort-hints");
    let inside = over(frame, area, &title, look.theme);
    for (row, hint) in (0..).zip(&hints.left) {
        let said = look.speech.say(&saying(*hint, look.shared, look.speech));
        text_at(frame, inside, row, &format!(" {said}"), look.theme.text);
    }
}

fn saying(hint: Hint, shared: &Shared, speech: &Speech) -> Saying {
    let key = |action| {
        let chord = shared.key_of(Context::Review, action);
        chord.map_or_else(|| "—".to_owned(), |chord| key_name(chord, speech))
    };
    match hint {
        Hint::Score => Saying::new("comfort-hint-score").text("keys", digits(shared)),
        Hint::Write => Saying::new("comfort-hint-write")
            .text("comment", key(Action::Comment))
            .text("piece", key(Action::NextPiece)),
        Hint::Next => Saying::new("comfort-hint-next")
            .text("next", key(Action::NextUnscored))
            .text("help", key(Action::Help)),
    }
}
