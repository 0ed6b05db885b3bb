//! What each user sets for themselves, and the helps of the editor.

use super::drafts;
use crate::desk::effect::{Effect, Waiting};
use crate::desk::model::{Model, Shared};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::editor::Editor;
use crate::desk::overlays::snippets::{Chosen, Snippets};
use crate::desk::settings::Setting;
use crate::desk::theme::Choice;
use crate::domain::saying::Saying;

pub(super) fn next_theme(shared: &mut Shared) {
    let choice = shared.comfort.theme.next();
    shared.comfort.theme = choice;
    shared.remember(Setting::Theme(choice));
    shared.tell(Saying::new(match choice {
        Choice::Auto => "comfort-theme-auto",
        Choice::Dark => "comfort-theme-dark",
        Choice::Light => "comfort-theme-light",
        Choice::HighContrast => "comfort-theme-high-contrast",
        Choice::None => "comfort-theme-none",
    }));
}

pub(super) fn turn_mouse(shared: &mut Shared) {
    let on = !shared.comfort.mouse;
    shared.comfort.mouse = on;
    shared.effects.push(Effect::Mouse(on));
    shared.remember(Setting::Mouse(on));
    shared.tell(Saying::new(if on {
        "comfort-mouse-on"
    } else {
        "comfort-mouse-off"
    }));
}

/// What is written goes to the store first, then to the user's own editor.
pub(super) fn edit_outside(model: &mut Model) {
    drafts::flush(model);
    if let Some(text) = editor_of(model).map(|editor| editor.text()) {
        model
            .shared
            .want(Waiting::Edited, |ticket| Effect::EditOutside(ticket, text));
    }
}

/// The user's own editor gave a text back: it is at once on its way to the store.
pub(super) fn edited(model: &mut Model, text: &str) {
    if let Some(review) = drafts::review_of(model) {
        review.forget_picture();
    }
    let Model { shared, overlays, .. } = model;
    let editor = overlays.iter_mut().find_map(of_editor);
    if let Some(draft) = editor.and_then(|editor| editor.replace(text, shared)) {
        drafts::send(model, draft);
    }
    drafts::flush(model);
}

pub(super) fn open_snippets(model: &mut Model) {
    if let Some(own) = editor_of(model).map(|editor| editor.piece()) {
        model
            .overlays
            .push(Overlay::Snippets(Box::new(Snippets::new(own))));
    }
}

/// A sentence was chosen: it goes into the text, or becomes one to be used again.
pub(super) fn chosen(model: &mut Model, chosen: Chosen) {
    match chosen {
        Chosen::Insert(text) => {
            let Model { shared, overlays, .. } = model;
            let editor = overlays.iter_mut().find_map(of_editor);
            if let Some(draft) = editor.and_then(|editor| editor.paste(&text, shared)) {
                drafts::send(model, draft);
            }
        }
        Chosen::Keep(text) => {
            let shared = &mut model.shared;
            shared.comfort.snippets.push(text);
            let all = shared.comfort.snippets.clone();
            let ticket = shared.tickets.open(Waiting::Remembered);
            shared.effects.push(Effect::KeepSnippets(ticket, all));
            shared.tell(Saying::new("comfort-snippet-kept"));
        }
    }
}

fn editor_of(model: &mut Model) -> Option<&mut Editor> {
    model.overlays.iter_mut().find_map(of_editor)
}

fn of_editor(overlay: &mut Overlay) -> Option<&mut Editor> {
    match overlay {
        Overlay::Editor(editor) => Some(editor.as_mut()),
        _ => None,
    }
}
