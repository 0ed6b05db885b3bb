//! Texts on their way to the store: after a rest, on leaving, on a signal; and back into an editor where it refused.

use crate::desk::effect::{Draft, Waiting};
use crate::desk::model::{Model, Saving};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::editor::{Editor, Target};
use crate::desk::screens::Screen;
use crate::desk::screens::review::{Review, change_of};
use crate::domain::saying::Saying;
use crate::office::Act;

pub(super) fn woke(model: &mut Model) {
    model.shared.now.ticks = false;
    let due = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Editor(editor) => editor.woke(),
        _ => None,
    });
    if let Some(draft) = due {
        send(model, draft);
    }
    if let Some(Screen::Search(search)) = model.screens.last_mut() {
        search.woke(&mut model.shared);
    }
}

/// Sends whatever is written and not on its way yet.
pub(super) fn flush(model: &mut Model) {
    let due = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Editor(editor) => editor.due(),
        _ => None,
    });
    if let Some(draft) = due {
        send(model, draft);
    }
}

/// Tells whether the text that is written waits for the disk: only so much of it may be lost.
pub(super) fn is_full(model: &Model) -> bool {
    matches!(model.overlays.last(), Some(Overlay::Editor(editor)) if editor.is_full())
}

/// Lets the editor go on once nothing of its text is under way.
pub(super) fn settle(model: &mut Model) {
    if model
        .shared
        .tickets
        .any(|waiting| matches!(waiting, Waiting::Text(_)))
    {
        return;
    }
    if let Some(Overlay::Editor(editor)) = model.overlays.last_mut() {
        editor.settled();
    }
}

/// Writes what waited for the disk into its text, waiting no more: one leaves, and nothing of it may be lost.
pub(super) fn write_all(model: &mut Model) {
    while is_full(model) {
        if let Some(Overlay::Editor(editor)) = model.overlays.last_mut() {
            editor.settled();
        }
        super::take_held(model);
    }
}

/// An editor was closed.
pub(super) fn closed(model: &mut Model, mut editor: Editor) {
    if let Some(draft) = editor.due() {
        send(model, draft);
    }
    if let (Target::Told(dossier), Some(Screen::Committee(committee))) =
        (&editor.target, model.screens.last_mut())
    {
        committee.take_told(dossier, &editor.text(), &mut model.shared);
    }
}

pub(super) fn send(model: &mut Model, draft: Draft) {
    if let Some(review) = review_of(model) {
        review.take_draft(&draft);
    }
    let act = Act::Score {
        dossier: draft.dossier.clone(),
        criterion: draft.criterion.clone(),
        change: change_of(&draft),
    };
    model.shared.saving = Saving::Pending;
    model.shared.act(Waiting::Text(draft), act);
}

/// The store did not take a text: it stays in its editor, or comes back in one.
pub(super) fn refused(model: &mut Model, draft: &Draft, why: Saying) {
    if let Some(review) = review_of(model).filter(|review| review.id == draft.dossier) {
        review.settled(&draft.criterion);
    }
    let open = model.overlays.iter_mut().any(|overlay| match overlay {
        Overlay::Editor(editor) => editor.failed(draft),
        _ => false,
    });
    if !open {
        model.overlays.push(Overlay::editor(draft.clone()));
    }
    model
        .shared
        .warn(Saying::new("desk-text-refused").said("why", why));
}

pub(super) fn review_of(model: &mut Model) -> Option<&mut Review> {
    model.screens.iter_mut().find_map(|screen| match screen {
        Screen::Review(review) => Some(review.as_mut()),
        _ => None,
    })
}
