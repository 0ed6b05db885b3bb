//! Which key does what, where. The shipped keymaps are embedded; a user's file is laid over them.

pub mod chord;
mod fault;
mod load;

pub use chord::{Chord, Key};
pub use fault::{KeymapError, KeymapFault};
pub use load::{chosen, load, of_user};

use super::action::{ACTIONS, Action, Context};

/// The keymaps that ship with the program, by name.
pub const SHIPPED: [(&str, &str); 3] = [
    ("default", include_str!("../../../keymaps/default.toml")),
    ("vim", include_str!("../../../keymaps/vim.toml")),
    ("one-hand", include_str!("../../../keymaps/one-hand.toml")),
];

/// The keys that no keymap can take, so that nobody is ever lost.
pub const FIXED: [(Chord, Action); 3] = [
    (Chord::of('?'), Action::Help),
    (Chord::plain(Key::Esc), Action::Back),
    (Chord::ctrl('c'), Action::Leave),
];

/// The actions that must keep a key, and where. Help has none in a text, where `?` is text: it is one `Esc` away.
const ESSENTIAL_PLACES: &[(Action, Context)] = &[
    (Action::Help, Context::List),
    (Action::Help, Context::Review),
    (Action::Help, Context::Committee),
    (Action::Leave, Context::Global),
    (Action::Undo, Context::List),
    (Action::Undo, Context::Review),
    (Action::Undo, Context::MySheet),
];

/// One key in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// Which key.
    pub chord: Chord,
    /// What it does.
    pub action: Action,
}

/// The keys in force.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Keymap {
    /// Returns what a key does in a place: fixed keys first, then the place's own, then those of everywhere.
    pub fn action(&self, context: Context, chord: Chord) -> Option<Action> {
        if context.is_text() && chord.text().is_some() {
            return None;
        }
        if let Some((_, action)) = FIXED.iter().find(|(fixed, _)| *fixed == chord) {
            return Some(*action);
        }
        let in_place = |place| {
            let mut here = self.bindings.iter();
            here.find(|b| b.context == place && b.chord == chord)
                .map(|b| b.action)
        };
        in_place(context).or_else(|| in_place(Context::Global).filter(|action| action.works(context, None)))
    }

    /// Returns the keys of an action in a place, the first being the one to show.
    pub fn chords(&self, context: Context, action: Action) -> Vec<Chord> {
        let fixed = FIXED
            .iter()
            .filter(|(_, of)| *of == action && *of != Action::Leave);
        let mut chords: Vec<Chord> = fixed.map(|(chord, _)| *chord).collect();
        for place in [context, Context::Global] {
            let here = self.bindings.iter();
            chords.extend(
                here.filter(|b| b.context == place && b.action == action)
                    .map(|b| b.chord),
            );
        }
        let fixed = FIXED.iter().filter(|(_, of)| *of == action);
        chords.extend(fixed.map(|(chord, _)| *chord));
        let mut kept = Vec::with_capacity(chords.len());
        for chord in chords {
            if self.action(context, chord) == Some(action) && !kept.contains(&chord) {
                kept.push(chord);
            }
        }
        kept
    }

    /// Returns the key to show for an action in a place.
    pub fn chord(&self, context: Context, action: Action) -> Option<Chord> {
        self.chords(context, action).into_iter().next()
    }

    /// Returns the bindings, in the order of the files.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }
}

/// A line of the `keys` command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where.
    pub context: &'static str,
    /// Which key, as a keymap writes it.
    pub key: String,
    /// The action's name; the catalogues describe it as `action-NAME`.
    pub action: &'static str,
}

/// Lists the keys in force, the fixed ones first.
pub fn table(keymap: &Keymap) -> Vec<Row> {
    let row = |context: Context, chord: &Chord, action: Action| Row {
        context: context.name(),
        key: chord.to_string(),
        action: action.name(),
    };
    let fixed = FIXED
        .iter()
        .map(|(chord, action)| row(Context::Global, chord, *action));
    let mut rows: Vec<Row> = fixed.collect();
    for context in Context::ALL {
        let bindings = keymap.bindings.iter().filter(|b| b.context == context);
        let mut here: Vec<&Binding> = bindings.collect();
        here.sort_by_key(|b| ACTIONS.iter().position(|spec| spec.action == b.action));
        rows.extend(here.into_iter().map(|b| row(context, &b.chord, b.action)));
    }
    rows
}
