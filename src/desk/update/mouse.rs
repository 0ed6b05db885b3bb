//! The mouse: a click goes to what is under it, the wheel scrolls what is under it. Where things stand, `layout` says.

use super::is_held;
use crate::desk::action::Action;
use crate::desk::keymap::{Chord, Key};
use crate::desk::message::Gesture;
use crate::desk::model::Model;
use crate::desk::overlays::Overlay;
use ratatui::layout::Position;

pub(super) fn mouse(model: &mut Model, at: Position, gesture: Gesture) {
    if !model.shared.comfort.mouse || model.shared.is_too_small() || is_held(model) {
        return;
    }
    if gesture == Gesture::Click {
        model.shared.notice = None;
    }
    let Model {
        shared,
        screens,
        overlays,
        ..
    } = model;
    if let Some(overlay) = overlays.last_mut() {
        let (key, action) = match gesture {
            Gesture::Click | Gesture::Drag | Gesture::Drop => return,
            Gesture::WheelUp => (Key::Up, Action::Up),
            Gesture::WheelDown => (Key::Down, Action::Down),
        };
        match overlay {
            // Moving the cursor changes no text.
            Overlay::Editor(editor) => drop(editor.key(Chord::plain(key), shared)),
            Overlay::Snippets(snippets) => snippets.key(Chord::plain(key), &shared.comfort.snippets),
            other => other.act(action, 1),
        }
    } else if let Some(screen) = screens.last_mut() {
        screen.mouse(at, gesture, shared);
    }
}
