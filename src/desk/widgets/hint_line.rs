//! The last line: the keys that work now, drawn from the keymap in force, the most useful first, and at the right end
//! whether what was typed is on the disk.

use super::frame::both_ends;
use super::text::columns;
use crate::desk::action::{ACTIONS, Action, Context, Spec};
use crate::desk::keymap::{Chord, Key};
use crate::desk::look::Look;
use crate::desk::model::{Saving, Shared};
use crate::desk::theme::Theme;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws the line.
pub fn draw(context: Context, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let is_read_only = shared.session.as_ref().is_some_and(|s| s.holder.is_some());
    let (state, style) = match shared.saving {
        _ if is_read_only => (format!(" ⊘ {} ", speech.word("desk-read-only")), theme.alert),
        Saving::Idle => (String::new(), theme.text),
        Saving::Pending => (format!(" … {} ", speech.word("desk-saving")), theme.busy),
        Saving::Saved => (format!(" ✓ {} ", speech.word("desk-saved")), theme.good),
    };
    let right = Line::styled(state, style);
    let room = usize::from(area.width).saturating_sub(right.width() + 1);
    let mut spans = Vec::new();
    let mut taken = 0;
    // How to get out and where to ask for help are never cut.
    let out = if matches!(context, Context::List | Context::Welcome) {
        Action::Leave
    } else {
        Action::Back
    };
    let last = [out, Action::Help].map(|action| hint(action, context, shared, speech));
    let widths = last
        .iter()
        .flatten()
        .map(|(key, word)| columns(key) + columns(word) + 3);
    let reserved: usize = widths.sum();
    let hints = ACTIONS.iter().map(|spec| spec.action);
    let hints = hints.filter(|action| is_hinted(*action, context) && action.works(context, shared.role()));
    for (key, word) in hints.filter_map(|action| hint(action, context, shared, speech)) {
        let width = columns(&key) + columns(&word) + 3;
        if taken + width + reserved > room {
            break;
        }
        taken += width;
        push(&mut spans, key, &word, theme);
    }
    for (key, word) in last.into_iter().flatten() {
        push(&mut spans, key, &word, theme);
    }
    both_ends(frame, area, &Line::from(spans), &right);
}

/// Adds a key and its word to a line.
pub fn push(spans: &mut Vec<Span<'static>>, key: String, word: &str, theme: &Theme) {
    spans.push(Span::raw(" "));
    spans.push(Span::styled(key, theme.key));
    spans.push(Span::raw(format!(" {word} ")));
}

/// Actions that everyone finds, or that stand beside their twin, take no room on the line.
fn is_hinted(action: Action, context: Context) -> bool {
    if context == Context::Passage {
        return matches!(
            action,
            Action::Accept | Action::Down | Action::Right | Action::PageDown | Action::SwitchPane
        );
    }
    if context == Context::WhatIf && matches!(action, Action::Toggle | Action::Right) {
        return true;
    }
    !matches!(
        action,
        Action::Score(1..)
            | Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::PreviousAxis
            | Action::PreviousPiece
            | Action::PreviousPage
            | Action::PreviousWords
            | Action::PreviousDossier
            | Action::PreviousOther
            | Action::KeepB
            | Action::Help
            | Action::Back
            | Action::Leave
            | Action::Toggle
            | Action::Complete
            | Action::Theme
            | Action::Mouse
    )
}

/// Returns the key and the word of an action here, where it has a key.
pub fn hint(action: Action, context: Context, shared: &Shared, speech: &Speech) -> Option<(String, String)> {
    let key = match action {
        Action::Score(_) => digits(shared),
        Action::Open if context == Context::Sheets => return None,
        Action::Down => twins(Action::Up, Action::Down, context, shared, speech)?,
        Action::Right => twins(Action::Left, Action::Right, context, shared, speech)?,
        Action::NextPage => twins(Action::PreviousPage, Action::NextPage, context, shared, speech)?,
        Action::NextWords => twins(Action::NextWords, Action::PreviousWords, context, shared, speech)?,
        Action::KeepA => twins(Action::KeepA, Action::KeepB, context, shared, speech)?,
        Action::NextOther => twins(Action::PreviousOther, Action::NextOther, context, shared, speech)?,
        Action::NextAxis => twins(Action::PreviousAxis, Action::NextAxis, context, shared, speech)?,
        _ => key_name(shared.key_of(context, action)?, speech),
    };
    let spec = action.spec()?;
    let name = name_in(spec, context);
    let word = speech.word(&format!("desk-hint-{name}"));
    Some((key, word))
}

fn twins(
    first: Action,
    second: Action,
    context: Context,
    shared: &Shared,
    speech: &Speech,
) -> Option<String> {
    let first = shared.key_of(context, first)?;
    let second = shared.key_of(context, second)?;
    Some(format!(
        "{}/{}",
        key_name(first, speech),
        key_name(second, speech)
    ))
}

/// Writes the keys of the scale's values, `0-5`.
pub fn digits(shared: &Shared) -> String {
    let scale = shared.session.as_ref().map(|session| session.grid.scale());
    scale.map_or_else(String::new, |scale| match (scale.min, scale.max) {
        (1.., 10) => format!("{}-9 0", scale.min),
        (min, max) => format!("{min}-{max}"),
    })
}

/// Writes a key as it is shown: arrows as arrows, others as the keyboards of the language name them.
pub fn key_name(chord: Chord, speech: &Speech) -> String {
    if chord.ctrl || chord.alt || chord.shift {
        return chord.to_string();
    }
    let id = match chord.key {
        Key::Up => return "↑".to_owned(),
        Key::Down => return "↓".to_owned(),
        Key::Left => return "←".to_owned(),
        Key::Right => return "→".to_owned(),
        Key::Enter => return "⏎".to_owned(),
        Key::Esc => "desk-key-esc",
        Key::Delete => "desk-key-delete",
        Key::Backspace => "desk-key-backspace",
        Key::PageUp => "desk-key-page-up",
        Key::PageDown => "desk-key-page-down",
        Key::Home => "desk-key-home",
        Key::End => "desk-key-end",
        Key::Char(' ') => "desk-key-space",
        _ => return chord.to_string(),
    };
    speech.word(id)
}

/// Returns the name under which the catalogues know an action here: some say another thing at another place.
fn name_in(spec: &Spec, context: Context) -> String {
    let name = spec.name.replace('_', "-");
    match (spec.action, context) {
        (Action::Score(_), Context::Committee) => "set".to_owned(),
        (Action::Score(_), _) => "score".to_owned(),
        (Action::Open, Context::Committee) => "read".to_owned(),
        (Action::Open, Context::Intake) => "place".to_owned(),
        (Action::Toggle, Context::WhatIf) => "leave-out".to_owned(),
        (Action::Left, Context::WhatIf) => "weigh-less".to_owned(),
        (Action::Right, Context::WhatIf) => "weigh-more".to_owned(),
        (Action::Accept, Context::Passage) => "cite-this".to_owned(),
        (Action::Up, Context::Passage) => "sentence-before".to_owned(),
        (Action::Down, Context::Passage) => "sentence-after".to_owned(),
        (Action::Left, Context::Passage) => "word-less".to_owned(),
        (Action::Right, Context::Passage) => "word-more".to_owned(),
        (Action::PageUp, Context::Passage) => "sentence-less".to_owned(),
        (Action::PageDown, Context::Passage) => "sentence-more".to_owned(),
        (Action::SwitchPane, Context::Passage) => "other-end".to_owned(),
        _ => name,
    }
}

/// Says what an action does.
pub fn description(spec: &Spec, context: Context, speech: &Speech) -> String {
    let name = name_in(spec, context);
    speech.word(&format!("action-{name}"))
}
