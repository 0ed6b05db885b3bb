//! Reads keymaps and lays a user's one over the shipped one. What is refused is refused with its line.

use super::fault::{KeymapError, KeymapFault};
use super::{Binding, Chord, ESSENTIAL_PLACES, FIXED, Keymap, SHIPPED};
use crate::desk::action::{Action, Context};
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Loads the default keymap with a user's file, given by name and text, laid over it.
///
/// # Errors
/// The first line of the file that can't be taken, and why.
pub fn load(user: Option<(&str, &str)>) -> Result<Keymap, KeymapError> {
    load_on(None, user)
}

/// Loads as [`load`] does, on a shipped keymap that goes before the one that the file names.
fn load_on(base: Option<(&str, &str)>, user: Option<(&str, &str)>) -> Result<Keymap, KeymapError> {
    let [(name, text), ..] = SHIPPED;
    let keymap = overlaid(Keymap::default(), &File::read(name, text)?)?;
    let file = user.map(|(path, text)| File::read(path, text)).transpose()?;
    let of_file = match file.as_ref().and_then(|file| Some((file, file.base.as_ref()?))) {
        None => None,
        Some((file, (base, line))) => {
            let shipped = SHIPPED.iter().find(|(name, _)| name == base);
            Some(*shipped.ok_or_else(|| file.error(*line, KeymapFault::UnknownBase(base.clone())))?)
        }
    };
    let keymap = match base.or(of_file) {
        Some((name, text)) => overlaid(keymap, &File::read(name, text)?)?,
        None => keymap,
    };
    match file {
        Some(file) => overlaid(keymap, &file),
        None => Ok(keymap),
    }
}

/// Loads the keymap that a name chooses: a shipped one with the user's own file laid over it, or another file. Without a
/// name it is the user's own file that chooses.
///
/// # Errors
/// That there is no such keymap, or the first line that can't be taken, and why.
pub fn chosen(name: Option<&str>, own: Option<&Path>) -> Result<Keymap, KeymapError> {
    let Some(name) = name else { return of_user(own) };
    let fails = |fault| KeymapError {
        file: name.to_owned(),
        line: 1,
        fault,
    };
    if let Some(shipped) = SHIPPED.into_iter().find(|(known, _)| *known == name) {
        return of_user_on(Some(shipped), own);
    }
    match std::fs::read_to_string(name) {
        Ok(text) => load(Some((name, &text))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            Err(fails(KeymapFault::UnknownBase(name.to_owned())))
        }
        Err(e) => Err(fails(KeymapFault::Unreadable(e.to_string()))),
    }
}

/// Loads the default keymap with the user's own laid over it, where there is one.
///
/// # Errors
/// The first line of it that can't be taken, and why.
pub fn of_user(path: Option<&Path>) -> Result<Keymap, KeymapError> {
    of_user_on(None, path)
}

fn of_user_on(base: Option<(&str, &str)>, path: Option<&Path>) -> Result<Keymap, KeymapError> {
    let Some(path) = path else {
        return load_on(base, None);
    };
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => load_on(base, Some((&name, &text))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => load_on(base, None),
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
mod tests;
