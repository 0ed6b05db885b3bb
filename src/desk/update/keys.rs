//! From a key to an action, and from an action to who takes it.

use super::{accept, back, comfort, drafts, is_held, leave};
use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::hints;
use crate::desk::keymap::{Chord, FIXED, Key};
use crate::desk::layout::frame as parts;
use crate::desk::model::{Model, Saving, Shared, Typed};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::editor::{Editor, Target};
use crate::desk::overlays::help::Help;
use crate::desk::overlays::palette::Palette;
use crate::desk::screens::Screen;
use crate::domain::saying::Saying;
use crate::office::Act;

/// Most keys that wait for a place on its way.
const MOST_HELD: usize = 512;

pub(super) fn key(model: &mut Model, chord: Chord) {
    let leaves = FIXED
        .iter()
        .any(|(fixed, action)| *fixed == chord && *action == Action::Leave);
    if leaves {
        return leave(model);
    }
    // Nobody scores blind: below the least size only texts take keys.
    if model.shared.is_too_small() && !model.context().is_text() {
        return;
    }
    if is_held(model) {
        return hold(model, Typed::Key(chord));
    }
    if let Some(typed) = after_esc(model, chord) {
        key(model, Chord::plain(Key::Esc));
        super::settle(model);
        return key(model, typed);
    }
    let notice = model.shared.notice.take();
    if notice.is_some_and(|notice| notice.is_error) && chord.key == Key::Esc {
        return;
    }
    let context = model.context();
    if chord.key == Key::Esc && context == Context::Review && model.shared.comfort.hints.are_seen() {
        return hints::dismiss(&mut model.shared);
    }
    match model.shared.keymap.action(context, chord) {
        Some(action) => act(model, action, context),
        None => text(model, chord),
    }
}

/// Reads `Alt` with a character that means nothing as `Esc` and that character: typed fast, or over a slow line, a
/// terminal sends the same for both.
fn after_esc(model: &Model, chord: Chord) -> Option<Chord> {
    let is_bound = model.shared.keymap.action(model.context(), chord).is_some();
    (chord.alt && !is_bound && matches!(chord.key, Key::Char(_))).then_some(Chord { alt: false, ..chord })
}

/// A key that names no action: text where there is one to write.
fn text(model: &mut Model, chord: Chord) {
    let Model {
        shared,
        screens,
        overlays,
        ..
    } = model;
    let due = match overlays.last_mut() {
        Some(Overlay::Editor(editor)) => {
            if matches!(editor.target, Target::Reason(_)) && chord == Chord::plain(Key::Enter) {
                return accept::accept(model);
            }
            let due = editor.key(chord, shared);
            told(editor, screens, shared);
            due
        }
        Some(Overlay::Input(input)) => {
            input.key(chord);
            None
        }
        Some(Overlay::Palette(palette)) => {
            palette.key(chord);
            None
        }
        Some(Overlay::Snippets(snippets)) => {
            snippets.key(chord, &shared.comfort.snippets);
            None
        }
        Some(
            Overlay::Help(_)
            | Overlay::Confirm(_)
            | Overlay::Choose(_)
            | Overlay::Report(_)
            | Overlay::Work(_),
        ) => None,
        None => {
            match screens.last_mut() {
                Some(Screen::Dossiers(list)) if list.is_typing() => list.type_key(chord),
                Some(Screen::Search(search)) => search.type_key(chord, shared),
                _ => {}
            }
            None
        }
    };
    if let Some(draft) = due {
        drafts::send(model, draft);
    }
}

/// Keeps what a candidate is told with the sitting, as it is written.
fn told(editor: &Editor, screens: &mut [Screen], shared: &mut Shared) {
    if let (Target::Told(dossier), Some(Screen::Committee(committee))) = (&editor.target, screens.last_mut())
    {
        committee.take_told(dossier, &editor.text(), shared);
    }
}

/// Keeps what is typed until it can be taken. Where it is meant for a text, nothing of it is lost.
fn hold(model: &mut Model, typed: Typed) {
    if model.held.len() < MOST_HELD || drafts::is_full(model) {
        model.held.push_back(typed);
    }
}

pub(super) fn paste(model: &mut Model, pasted: &str) {
    if is_held(model) {
        return hold(model, Typed::Paste(pasted.to_owned()));
    }
    let Model {
        shared,
        screens,
        overlays,
        ..
    } = model;
    let due = match (overlays.last_mut(), screens.last_mut()) {
        (Some(Overlay::Editor(editor)), _) => {
            let due = editor.paste(pasted, shared);
            told(editor, screens, shared);
            due
        }
        (Some(Overlay::Input(input)), _) => {
            input.line.insert(pasted);
            None
        }
        (Some(Overlay::Palette(palette)), _) => {
            palette.paste(pasted);
            None
        }
        (Some(Overlay::Snippets(snippets)), _) => {
            snippets.paste(pasted);
            None
        }
        (None, Some(Screen::Dossiers(list))) => {
            list.paste(pasted);
            None
        }
        (None, Some(Screen::Search(search))) => {
            search.paste(pasted, shared);
            None
        }
        _ => None,
    };
    if let Some(draft) = due {
        drafts::send(model, draft);
    }
}

/// Does an action, from wherever it was named.
pub(super) fn act(model: &mut Model, action: Action, context: Context) {
    let role = model.shared.role();
    if !action.works(context, role) {
        if action.works(context, None) {
            model.shared.warn(Saying::new("desk-not-your-role"));
        }
        return;
    }
    match action {
        Action::Leave => leave(model),
        Action::Help => model.overlays.push(Overlay::Help(Help::new(context))),
        Action::Palette => {
            let palette = Palette::new(context, &model.shared);
            model.overlays.push(Overlay::Palette(Box::new(palette)));
        }
        Action::Back => back(model),
        Action::Undo => turn(model, Act::Undo),
        Action::Redo => turn(model, Act::Redo),
        Action::Theme => comfort::next_theme(&mut model.shared),
        Action::Mouse => comfort::turn_mouse(&mut model.shared),
        Action::EditOutside => comfort::edit_outside(model),
        Action::Snippets => comfort::open_snippets(model),
        _ => route(model, action),
    }
    if context == Context::Review {
        hints::used(&mut model.shared, action);
    }
}

fn turn(model: &mut Model, act: Act) {
    model.shared.saving = Saving::Pending;
    model.shared.act(Waiting::Undo, act);
}

fn route(model: &mut Model, action: Action) {
    let page = usize::from(
        parts(model.shared.width, model.shared.height)
            .body
            .height
            .saturating_sub(4),
    )
    .max(1);
    match (model.overlays.last_mut(), model.screens.last_mut()) {
        (Some(_), _) if action == Action::Accept => accept::accept(model),
        (Some(Overlay::Input(_)), _) if action == Action::Complete => accept::complete(model),
        (Some(Overlay::Editor(editor)), _) => {
            let due = editor.turn(action, &mut model.shared);
            told(editor, &mut model.screens, &mut model.shared);
            if let Some(draft) = due {
                drafts::send(model, draft);
            }
        }
        (Some(overlay), _) => overlay.act(action, page),
        (None, Some(screen)) => screen.act(action, &mut model.shared),
        (None, None) => {}
    }
}
