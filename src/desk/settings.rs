//! What a user chose once and for all: `settings.toml` beside the keymap. Read strictly, with the line of what is wrong;
//! written one line at a time, so that comments and order stay.

use super::pictures::Way;
use super::theme::Choice;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use std::io::Write as _;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The styles.
    pub theme: Choice,
    /// A shipped keymap's name, or a file.
    pub keymap: Option<String>,
    /// The language, where it is not the locale's.
    pub lang: Option<Lang>,
    /// How pictures are shown, where it is not guessed.
    pub pictures: Option<Way>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether a score moves on to the next criterion.
    pub auto_advance: bool,
    /// Whether the first dossier still explains itself.
    pub hints: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Choice::Auto,
            keymap: None,
            lang: None,
            pictures: None,
            mouse: true,
            auto_advance: true,
            hints: true,
        }
    }
}

/// What a command line asks of the desk, over what the settings say.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// A shipped keymap's name, or a file.
    pub keymap: Option<String>,
    /// The styles.
    pub theme: Option<Choice>,
}

/// A setting that the desk changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The styles.
    Theme(Choice),
    /// Whether the mouse is listened to.
    Mouse(bool),
    /// Whether a score moves on.
    AutoAdvance(bool),
    /// Whether the first dossier still explains itself.
    Hints(bool),
}

/// A file of the user's that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {fault:?}")]
pub struct SettingsError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: SettingsFault,
}

/// What is wrong with such a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsFault {
    /// It is no TOML, or can't be read.
    Unreadable(String),
    /// No setting has that name.
    UnknownKey(String),
    /// The setting has no such value.
    Value {
        /// The setting.
        key: String,
        /// What it may be.
        expected: String,
    },
}

impl SettingsError {
    /// Says where, what and what to do.
    pub fn saying(&self) -> Saying {
        let fault = match &self.fault {
            SettingsFault::Unreadable(why) => Saying::new("comfort-file-unreadable").text("why", why),
            SettingsFault::UnknownKey(key) => Saying::new("comfort-setting-unknown").text("key", key),
            SettingsFault::Value { key, expected } => Saying::new("comfort-setting-value")
                .text("key", key)
                .text("expected", expected),
        };
        Saying::new("comfort-file-at")
            .text("file", &self.file)
            .number("line", self.line)
            .said("fault", fault)
    }
}

/// Reads a user's settings, where there are any.
///
/// # Errors
/// The first line that can't be taken, and why.
pub fn of_user(path: Option<&Path>) -> Result<Settings, SettingsError> {
    match text_of(path)? {
        Some((name, text)) => read(&name, &text),
        None => Ok(Settings::default()),
    }
}

/// Returns the name and the text of a file that may not be there.
pub(super) fn text_of(path: Option<&Path>) -> Result<Option<(String, String)>, SettingsError> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some((name, text))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(SettingsError {
            file: name,
            line: 1,
            fault: SettingsFault::Unreadable(e.to_string()),
        }),
    }
}

/// Reads settings.
///
/// # Errors
/// The first line that can't be taken, and why.
pub fn read(name: &str, text: &str) -> Result<Settings, SettingsError> {
    let error = |at: usize, fault| SettingsError {
        file: name.to_owned(),
        line: line_of(text, at),
        fault,
    };
    let tables = DeTable::parse(text).map_err(|e| {
        let at = e.span().map_or(0, |span| span.start);
        error(at, SettingsFault::Unreadable(e.message().to_owned()))
    })?;
    let mut lines: Vec<_> = tables.get_ref().iter().collect();
    lines.sort_by_key(|(key, _)| key.span().start);
    let mut settings = Settings::default();
    for (key, value) in lines {
        let word: &str = key.get_ref();
        settings
            .take(word, value.get_ref())
            .map_err(|fault| error(key.span().start, fault))?;
    }
    Ok(settings)
}

impl Settings {
    fn take(&mut self, key: &str, value: &DeValue<'_>) -> Result<(), SettingsFault> {
        let wrong = |expected: &str| SettingsFault::Value {
            key: key.to_owned(),
            expected: expected.to_owned(),
        };
        let switch = || value.as_bool().ok_or_else(|| wrong("true, false"));
        match key {
            "theme" => {
                let names = || wrong(&Choice::ALL.map(Choice::name).join(", "));
                self.theme = value.as_str().and_then(Choice::of_name).ok_or_else(names)?;
            }
            "keymap" => {
                let name = value.as_str().filter(|name| !name.is_empty());
                self.keymap = Some(
                    name.ok_or_else(|| wrong("default, vim, one-hand, FILE"))?
                        .to_owned(),
                );
            }
            "lang" => {
                self.lang = match value.as_str() {
                    Some("fr") => Some(Lang::Fr),
                    Some("en") => Some(Lang::En),
                    _ => return Err(wrong("fr, en")),
                };
            }
            "pictures" => {
                let names = || {
                    wrong(
                        &["auto"]
                            .into_iter()
                            .chain(Way::names())
                            .collect::<Vec<_>>()
                            .join(", "),
                    )
                };
                self.pictures = match value.as_str() {
                    Some("auto") => None,
                    name => Some(name.and_then(Way::of_name).ok_or_else(names)?),
                };
            }
            "mouse" => self.mouse = switch()?,
            "auto_advance" => self.auto_advance = switch()?,
            "hints" => self.hints = switch()?,
            _ => return Err(SettingsFault::UnknownKey(key.to_owned())),
        }
        Ok(())
    }
}

impl Setting {
    fn line(self) -> (&'static str, String) {
        match self {
            Self::Theme(choice) => ("theme", format!("\"{}\"", choice.name())),
            Self::Mouse(on) => ("mouse", on.to_string()),
            Self::AutoAdvance(on) => ("auto_advance", on.to_string()),
            Self::Hints(on) => ("hints", on.to_string()),
        }
    }
}

/// Writes a setting into the user's file, where there is a place for one.
///
/// # Errors
/// What the system refused.
pub fn remember(path: Option<&Path>, setting: Setting) -> Result<(), Saying> {
    let Some(path) = path else { return Ok(()) };
    let old = text_of(Some(path)).map_err(|e| e.saying())?;
    let old = old.map_or_else(String::new, |(_, text)| text);
    write_whole(path, &rewritten(&old, setting))
}

/// Puts a setting's line in the place of the old one, or at the end; all other lines stay.
fn rewritten(old: &str, setting: Setting) -> String {
    let (key, value) = setting.line();
    let is_it = |line: &&str| {
        let rest = line.trim_start().strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let mut lines: Vec<String> = old.lines().map(str::to_owned).collect();
    let line = format!("{key} = {value}");
    match old.lines().position(|line| is_it(&line)) {
        Some(at) => {
            if let Some(old) = lines.get_mut(at) {
                *old = line;
            }
        }
        None => lines.push(line),
    }
    lines.join("\n") + "\n"
}

/// Writes a file whole or not at all.
pub(super) fn write_whole(path: &Path, text: &str) -> Result<(), Saying> {
    let failed = |why: std::io::Error| {
        Saying::new("comfort-not-kept")
            .text("file", path.display())
            .text("why", why)
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|e| failed(e.error))?;
    Ok(())
}

pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + text
        .as_bytes()
        .iter()
        .take(at)
        .filter(|byte| **byte == b'\n')
        .count()
}

#[cfg(test)]
mod tests;
