//! The only door to the clock, to randomness and to the environment: everything else takes them as arguments, so that
//! everything can be replayed.
#![allow(
    clippy::disallowed_methods,
    reason = "this is the one file that may ask the system"
)]

use crate::domain::words::Lang;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::PathBuf;

/// What the outside gives: time, randomness, places, language.
#[derive(Debug, Clone)]
pub struct Context {
    fixed: Option<Timestamp>,
    seed: Option<u64>,
    drawn: std::cell::Cell<u64>,
    /// Where the store is when nobody says.
    pub store: PathBuf,
    /// Where a user's own keymap may be.
    pub keymap: Option<PathBuf>,
    /// Where a user's settings may be.
    pub settings: Option<PathBuf>,
    /// Where a user's reusable sentences may be.
    pub snippets: Option<PathBuf>,
    /// The language of the locale.
    pub lang: Lang,
    /// Whether colours are unwanted (`NO_COLOR`) or unknown to the terminal (`TERM=dumb`).
    pub plain_colours: bool,
    /// What the terminal says of its colours (`COLORFGBG`), where it does.
    pub ground: Option<String>,
    /// Whether the locale says that the terminal knows ASCII alone.
    pub is_ascii: bool,
    /// What the terminal says of itself.
    pub terminal: Terminal,
    /// The user's editor (`VISUAL`, else `EDITOR`), with its arguments.
    pub editor: Option<String>,
    /// How this process is called when it holds a store.
    pub holder: String,
    /// A text at whose sight the desk falls, so that tests see what a fault of ours leaves behind (`TNL_JURY_FALLS_AT`). No
    /// release has it.
    #[cfg(debug_assertions)]
    pub falls_at: Option<String>,
}

/// What a terminal says of itself in the environment; empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terminal {
    /// `TERM`.
    pub term: String,
    /// `TERM_PROGRAM`, or `LC_TERMINAL`, which survives a journey over ssh.
    pub program: String,
    /// `COLORTERM`.
    pub colours: String,
    /// Whether it is kitty (`KITTY_WINDOW_ID`).
    pub is_kitty: bool,
    /// Whether it is Konsole (`KONSOLE_VERSION`).
    pub is_konsole: bool,
    /// Whether a multiplexer stands between (`TMUX`, `STY`).
    pub is_shared: bool,
}

impl Terminal {
    fn from_environment() -> Self {
        let text = |name| variable(name).unwrap_or_default();
        let is_set = |name| variable(name).is_some();
        Self {
            term: text("TERM"),
            program: variable("TERM_PROGRAM").unwrap_or_else(|| text("LC_TERMINAL")),
            colours: text("COLORTERM"),
            is_kitty: is_set("KITTY_WINDOW_ID"),
            is_konsole: is_set("KONSOLE_VERSION"),
            is_shared: is_set("TMUX") || is_set("STY"),
        }
    }
}

impl Context {
    /// Reads the environment. `SOURCE_DATE_EPOCH` fixes every time that would be read from the clock.
    pub fn from_environment() -> Self {
        let fixed = variable("SOURCE_DATE_EPOCH")
            .and_then(|text| text.parse().ok())
            .and_then(|seconds| Timestamp::from_second(seconds).ok());
        let folders = directories::ProjectDirs::from("org", "territoire-numerique-libre", "tnl-jury");
        let store = folders
            .as_ref()
            .map_or_else(PathBuf::new, |f| f.data_dir().to_owned())
            .join("session.sqlite");
        let config = |name: &str| folders.as_ref().map(|f| f.config_dir().join(name));
        let machine = variable("HOSTNAME").or_else(|| std::fs::read_to_string("/etc/hostname").ok());
        let user = variable("USER").unwrap_or_default();
        let holder = format!(
            "{user}@{} (pid {})",
            machine.unwrap_or_default().trim(),
            std::process::id()
        );
        Self {
            fixed,
            seed: None,
            drawn: std::cell::Cell::new(0),
            store,
            keymap: config("keymap.toml"),
            settings: config("settings.toml"),
            snippets: config("snippets.toml"),
            lang: locale(),
            plain_colours: variable("NO_COLOR").is_some()
                || variable("TERM").is_some_and(|term| term == "dumb"),
            ground: variable("COLORFGBG"),
            is_ascii: is_ascii(
                ["LC_ALL", "LC_CTYPE", "LANG"]
                    .into_iter()
                    .find_map(variable)
                    .as_deref(),
            ),
            terminal: Terminal::from_environment(),
            editor: ["VISUAL", "EDITOR"].into_iter().find_map(variable),
            holder,
            #[cfg(debug_assertions)]
            falls_at: variable("TNL_JURY_FALLS_AT"),
        }
    }

    /// Makes a context that always answers the same, for tests and for the demo's fixed parts.
    pub fn fixed(at: Timestamp, seed: u64) -> Self {
        Self {
            fixed: Some(at),
            seed: Some(seed),
            drawn: std::cell::Cell::new(0),
            store: PathBuf::new(),
            keymap: None,
            settings: None,
            snippets: None,
            lang: Lang::Fr,
            plain_colours: false,
            ground: None,
            is_ascii: false,
            terminal: Terminal::default(),
            editor: None,
            holder: "test".to_owned(),
            #[cfg(debug_assertions)]
            falls_at: None,
        }
    }

    /// Returns the passphrase that the environment gives for packages (`TNL_JURY_PASSPHRASE`), read when it is asked for
    /// so that it is kept nowhere; none where time and randomness are fixed by a caller.
    pub fn passphrase(&self) -> Option<String> {
        match self.seed {
            Some(_) => None,
            None => variable("TNL_JURY_PASSPHRASE"),
        }
    }

    /// Returns the present moment.
    pub fn now(&self) -> Timestamp {
        self.fixed.unwrap_or_else(Timestamp::now)
    }

    /// Returns where the user's clock stands; at Greenwich where time is fixed.
    pub fn zone(&self) -> TimeZone {
        if self.fixed.is_some() {
            TimeZone::UTC
        } else {
            TimeZone::system()
        }
    }

    /// Returns the present moment as RFC 3339 in whole seconds.
    pub fn stamp(&self) -> String {
        self.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Draws 32 random bytes; the same ones in turn where a seed was given.
    ///
    /// # Errors
    /// That the system has no randomness to give.
    pub fn random(&self) -> std::io::Result<[u8; 32]> {
        let turn = self.drawn.get();
        self.drawn.set(turn + 1);
        let mut bytes = [0; 32];
        match self.seed {
            Some(seed) => {
                let digest = crate::domain::ids::Digest::of(format!("{seed} {turn}").as_bytes());
                let drawn = crate::domain::ids::unhex(digest.hex()).unwrap_or_default();
                bytes.iter_mut().zip(drawn).for_each(|(to, from)| *to = from);
            }
            None => getrandom::fill(&mut bytes).map_err(|e| std::io::Error::other(e.to_string()))?,
        }
        Ok(bytes)
    }

    /// Draws a name of `digits` hexadecimal digits, 64 at most.
    ///
    /// # Errors
    /// That the system has no randomness to give.
    pub fn random_name(&self, digits: usize) -> std::io::Result<String> {
        let mut name = crate::domain::ids::hex(&self.random()?);
        name.truncate(digits);
        Ok(name)
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides; French where none names English.
fn locale() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    match set {
        Some(name) if name.starts_with("en") => Lang::En,
        _ => Lang::Fr,
    }
}

/// Tells whether a locale's name rules UTF-8 out. One that is not set tells nothing: terminals without it know UTF-8.
fn is_ascii(locale: Option<&str>) -> bool {
    locale.is_some_and(|name| {
        let name = name.to_ascii_lowercase();
        !name.contains("utf-8") && !name.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_that_names_another_encoding_is_ascii() {
        for name in ["C", "POSIX", "fr_FR.ISO-8859-1", "fr_FR@euro", "fr_FR"] {
            assert!(is_ascii(Some(name)), "{name}");
        }
        for name in [Some("fr_FR.UTF-8"), Some("C.utf8"), None] {
            assert!(!is_ascii(name));
        }
    }
}
