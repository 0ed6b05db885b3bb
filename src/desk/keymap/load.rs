//! Reads keymaps and lays a user's one over the shipped one. What is refused is refused with its line.

use super::{Binding, Chord, ESSENTIAL_PLACES, FIXED, Keymap, SHIPPED};
use crate::desk::action::{Action, Context};
use crate::domain::saying::Saying;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A keymap that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {fault:?}")]
pub struct KeymapError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: KeymapFault,
}

/// What is wrong with a keymap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeymapFault {
    /// It is no TOML, or not of this shape.
    Unreadable(String),
    /// No shipped keymap has that name.
    UnknownBase(String),
    /// No place has that name.
    UnknownContext(String),
    /// No action has that name.
    UnknownAction(String),
    /// The action does not work in that place.
    Misplaced {
        /// The action.
        action: &'static str,
        /// The place.
        context: &'static str,
    },
    /// The key can't be read.
    UnreadableKey(String),
    /// The key means the same everywhere.
    FixedKey(String),
    /// The key writes text in that place.
    TextKey(String),
    /// Two actions on one key.
    Twice {
        /// The key.
        key: String,
        /// The place.
        context: &'static str,
        /// The first action.
        first: String,
        /// The second one.
        second: String,
    },
    /// An action that nobody may be without has no key left there.
    Essential {
        /// The action.
        action: &'static str,
        /// The place.
        context: &'static str,
    },
}

impl KeymapError {
    /// Says where and what.
    pub fn saying(&self) -> Saying {
        Saying::new("desk-keymap-at")
            .text("file", &self.file)
            .number("line", self.line)
            .said("fault", self.fault.saying())
    }
}

impl KeymapFault {
    fn saying(&self) -> Saying {
        match self {
            Self::Unreadable(why) => Saying::new("desk-keymap-unreadable").text("why", why),
            Self::UnknownBase(name) => Saying::new("desk-keymap-base").text("name", name),
            Self::UnknownContext(name) => Saying::new("desk-keymap-context").text("name", name),
            Self::UnknownAction(name) => Saying::new("desk-keymap-action").text("name", name),
            Self::Misplaced { action, context } => Saying::new("desk-keymap-misplaced")
                .text("action", action)
                .text("context", context),
            Self::UnreadableKey(key) => Saying::new("desk-keymap-key").text("key", key),
            Self::FixedKey(key) => Saying::new("desk-keymap-fixed").text("key", key),
            Self::TextKey(key) => Saying::new("desk-keymap-text").text("key", key),
            Self::Twice {
                key,
                context,
                first,
                second,
            } => Saying::new("desk-keymap-twice")
                .text("key", key)
                .text("context", context)
                .text("first", first)
                .text("second", second),
            Self::Essential { action, context } => Saying::new("desk-keymap-essential")
                .text("action", action)
                .text("context", context),
        }
    }
}

/// Loads the default keymap with a user's file, given by name and text, laid over it.
///
/// # Errors
/// The first line of the file that can't be taken, and why.
pub fn load(user: Option<(&str, &str)>) -> Result<Keymap, KeymapError> {
    let [(name, text), ..] = SHIPPED;
    let keymap = overlaid(Keymap::default(), &File::read(name, text)?)?;
    let Some((path, text)) = user else {
        return Ok(keymap);
    };
    let file = File::read(path, text)?;
    let keymap = match &file.base {
        None => keymap,
        Some((base, line)) => match SHIPPED.iter().find(|(name, _)| name == base) {
            Some((name, text)) => overlaid(keymap, &File::read(name, text)?)?,
            None => return Err(file.error(*line, KeymapFault::UnknownBase(base.clone()))),
        },
    };
    overlaid(keymap, &file)
}

/// Loads the default keymap with the user's own laid over it, where there is one.
///
/// # Errors
/// The first line of it that can't be taken, and why.
pub fn of_user(path: Option<&Path>) -> Result<Keymap, KeymapError> {
    let Some(path) = path else { return load(None) };
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => load(Some((&name, &text))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => load(None),
        Err(e) => Err(KeymapError {
            file: name,
            line: 1,
            fault: KeymapFault::Unreadable(e.to_string()),
        }),
    }
}

/// A keymap file, read but not laid over anything.
struct File {
    name: String,
    base: Option<(String, usize)>,
    lines: Vec<Line>,
}

struct Line {
    context: Context,
    chord: Chord,
    /// Nothing frees the key.
    action: Option<Action>,
    at: usize,
}

impl File {
    fn read(name: &str, text: &str) -> Result<Self, KeymapError> {
        let mut file = Self {
            name: name.to_owned(),
            base: None,
            lines: Vec::new(),
        };
        let tables = DeTable::parse(text).map_err(|e| {
            let line = line_of(text, e.span().map_or(0, |span| span.start));
            file.error(line, KeymapFault::Unreadable(e.message().to_owned()))
        })?;
        for (key, value) in tables.get_ref() {
            let line = line_of(text, key.span().start);
            let word: &str = key.get_ref();
            match (word, value.get_ref().as_str()) {
                ("base", Some(base)) => file.base = Some((base.to_owned(), line)),
                _ => match Context::of_name(word) {
                    Some(context) => file.read_context(text, context, value)?,
                    None => return Err(file.error(line, KeymapFault::UnknownContext(word.to_owned()))),
                },
            }
        }
        file.lines.sort_by_key(|line| line.at);
        file.refuse_twice()?;
        Ok(file)
    }

    fn read_context(
        &mut self,
        text: &str,
        context: Context,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), KeymapError> {
        let keys = value.get_ref().get("keys").unwrap_or(value);
        let Some(lines) = keys.get_ref().as_array() else {
            let line = line_of(text, keys.span().start);
            return Err(self.error(line, KeymapFault::Unreadable("keys = [ { on, run } ]".to_owned())));
        };
        for entry in lines {
            let line = line_of(text, entry.span().start);
            let word = |name| entry.get_ref().get(name).and_then(|v| v.get_ref().as_str());
            let (Some(on), Some(run)) = (word("on"), word("run")) else {
                return Err(self.error(line, KeymapFault::Unreadable("{ on, run }".to_owned())));
            };
            let (chord, action) = read_line(context, on, run).map_err(|fault| self.error(line, fault))?;
            self.lines.push(Line {
                context,
                chord,
                action,
                at: line,
            });
        }
        Ok(())
    }

    fn refuse_twice(&self) -> Result<(), KeymapError> {
        for (at, line) in self.lines.iter().enumerate() {
            let before = self.lines.iter().take(at);
            let same = |l: &&Line| l.context == line.context && l.chord == line.chord;
            if let Some(first) = before.into_iter().find(same) {
                let word = |action: Option<Action>| action.map_or("none", Action::name).to_owned();
                let fault = KeymapFault::Twice {
                    key: line.chord.to_string(),
                    context: line.context.name(),
                    first: word(first.action),
                    second: word(line.action),
                };
                return Err(self.error(line.at, fault));
            }
        }
        Ok(())
    }

    fn error(&self, line: usize, fault: KeymapFault) -> KeymapError {
        KeymapError {
            file: self.name.clone(),
            line,
            fault,
        }
    }
}

fn read_line(context: Context, on: &str, run: &str) -> Result<(Chord, Option<Action>), KeymapFault> {
    let chord = Chord::parse(on).ok_or_else(|| KeymapFault::UnreadableKey(on.to_owned()))?;
    let action = match run {
        "none" => None,
        name => Some(Action::of_name(name).ok_or_else(|| KeymapFault::UnknownAction(name.to_owned()))?),
    };
    if let Some(action) = action.filter(|action| !action.works(context, None)) {
        return Err(KeymapFault::Misplaced {
            action: action.name(),
            context: context.name(),
        });
    }
    if FIXED
        .iter()
        .any(|(fixed, of)| *fixed == chord && Some(*of) != action)
    {
        return Err(KeymapFault::FixedKey(on.to_owned()));
    }
    if context.is_text() && chord.text().is_some() {
        return Err(KeymapFault::TextKey(on.to_owned()));
    }
    Ok((chord, action))
}

/// Lays a file over a keymap: a line takes its key from whatever held it in that place.
fn overlaid(mut under: Keymap, file: &File) -> Result<Keymap, KeymapError> {
    let taken = |b: &Binding| {
        let mut lines = file.lines.iter();
        lines.any(|line| line.context == b.context && line.chord == b.chord)
    };
    let kept = under.bindings.drain(..).filter(|b| !taken(b));
    let rest: Vec<Binding> = kept.collect();
    let new = file.lines.iter().filter_map(|line| {
        let (context, chord) = (line.context, line.chord);
        line.action.map(|action| Binding {
            context,
            chord,
            action,
        })
    });
    let keymap = Keymap {
        bindings: new.chain(rest).collect(),
    };
    for (action, context) in ESSENTIAL_PLACES {
        if keymap.chord(*context, *action).is_none() {
            let mut lines = file.lines.iter();
            let guilty = lines.rfind(|line| line.context == *context || line.context == Context::Global);
            let fault = KeymapFault::Essential {
                action: action.name(),
                context: context.name(),
            };
            return Err(file.error(guilty.map_or(1, |line| line.at), fault));
        }
    }
    Ok(keymap)
}

fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().iter().take(at);
    1 + before.filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (usize, KeymapFault) {
        let error = load(Some(("keymap.toml", text))).unwrap_err();
        assert_eq!(error.file, "keymap.toml");
        (error.line, error.fault)
    }

    #[test]
    fn a_users_line_takes_the_key_from_the_default() {
        let text = "[review]\nkeys = [\n  { on = \"w\", run = \"next_unscored\" },\n  { on = \"c\", run = \"note\" },\n  { on = \"e\", run = \"none\" },\n]\n";
        let keymap = load(Some(("k", text))).unwrap();
        let of = |key| keymap.action(Context::Review, Chord::parse(key).unwrap());
        assert_eq!(of("w"), Some(Action::NextUnscored));
        assert_eq!(of("n"), Some(Action::NextUnscored));
        assert_eq!(of("c"), Some(Action::Note));
        assert_eq!(of("e"), None);
        assert_eq!(keymap.chord(Context::Review, Action::Comment), None);
        assert_eq!(
            keymap.chord(Context::Review, Action::NextUnscored),
            Some(Chord::of('w'))
        );
    }

    #[test]
    fn what_is_refused_names_its_line() {
        let table = [
            (
                "\n[review]\nkeys = [\n { on = \"z\", run = \"fly\" } ]",
                4,
                KeymapFault::UnknownAction("fly".into()),
            ),
            (
                "[review]\nkeys = [ { on = \"zz\", run = \"note\" } ]",
                2,
                KeymapFault::UnreadableKey("zz".into()),
            ),
            ("[reviews]\n", 1, KeymapFault::UnknownContext("reviews".into())),
            ("base = \"emacs\"\n", 1, KeymapFault::UnknownBase("emacs".into())),
            (
                "[review]\nkeys = [\n{ on = \"?\", run = \"note\" } ]",
                3,
                KeymapFault::FixedKey("?".into()),
            ),
            (
                "[editor]\nkeys = [\n\n{ on = \"s\", run = \"accept\" } ]",
                4,
                KeymapFault::TextKey("s".into()),
            ),
            (
                "[list]\nkeys = [\n{ on = \"w\", run = \"note\" } ]",
                3,
                KeymapFault::Misplaced {
                    action: "note",
                    context: "list",
                },
            ),
            (
                "[review]\nkeys = [\n{ on = \"w\", run = \"note\" },\n{ on = \"w\", run = \"comment\" } ]",
                4,
                KeymapFault::Twice {
                    key: "w".into(),
                    context: "review",
                    first: "note".into(),
                    second: "comment".into(),
                },
            ),
            (
                "[review]\nkeys = [\n{ on = \"u\", run = \"note\" } ]",
                3,
                KeymapFault::Essential {
                    action: "undo",
                    context: "review",
                },
            ),
        ];
        for (text, line, expected) in table {
            assert_eq!(fault(text), (line, expected), "{text}");
        }
        let (line, broken) = fault("[review]\nkeys = [ {");
        assert!(line >= 2 && matches!(broken, KeymapFault::Unreadable(_)));
    }

    #[test]
    fn both_shipped_keymaps_load() {
        let keymap = load(Some(("vim", "base = \"vim\""))).unwrap();
        assert_eq!(
            keymap.action(Context::Review, Chord::of('l')),
            Some(Action::NextAxis)
        );
        assert_eq!(load(None).unwrap(), load(Some(("none", ""))).unwrap());
        for context in Context::ALL {
            for (chord, action) in FIXED {
                let text = context.is_text() && chord.text().is_some();
                assert_eq!(keymap.action(context, chord), (!text).then_some(action));
            }
        }
    }

    #[test]
    fn a_key_moved_elsewhere_leaves_undo_reachable() {
        let text = "[review]\nkeys = [ { on = \"u\", run = \"note\" }, { on = \"Z\", run = \"undo\" } ]";
        let keymap = load(Some(("k", text))).unwrap();
        assert_eq!(keymap.chord(Context::Review, Action::Undo), Some(Chord::of('Z')));
    }
}
