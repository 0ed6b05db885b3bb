//! What each user sets for themselves, as the desk holds it while it runs.

use super::hints::Hints;
use super::keymap::{self, Keymap};
use super::pictures::Way;
use super::settings::{self, Wishes};
use super::snippets;
use super::theme::Choice;
use crate::context::Context;
use crate::domain::saying::Saying;
use jiff::tz::TimeZone;

/// The comforts.
#[derive(Debug, Clone, Default)]
pub struct Comfort {
    /// Which styles are wanted.
    pub theme: Choice,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// What the first dossier still explains.
    pub hints: Hints,
    /// Sentences to be used again.
    pub snippets: Vec<String>,
    /// Where its user's clock stands.
    pub zone: Zone,
    /// How pictures are shown, where colours are not turned off.
    pub pictures: Way,
}

/// Where a clock stands; at Greenwich unless someone says otherwise.
#[derive(Debug, Clone)]
pub struct Zone(pub TimeZone);

impl Default for Zone {
    fn default() -> Self {
        Self(TimeZone::UTC)
    }
}

/// What a user chose, read before the terminal is taken.
pub(super) struct Comforts {
    pub(super) keymap: Keymap,
    pub(super) comfort: Comfort,
    pub(super) auto_advance: bool,
}

impl Comforts {
    /// Reads it; a flag goes before the settings.
    pub(super) fn read(context: &Context, wishes: &Wishes) -> Result<Self, Saying> {
        let settings = settings::of_user(context.settings.as_deref()).map_err(|e| e.saying())?;
        let name = wishes.keymap.as_deref().or(settings.keymap.as_deref());
        let keymap = keymap::chosen(name, context.keymap.as_deref()).map_err(|e| e.saying())?;
        let snippets = snippets::of_user(context.snippets.as_deref()).map_err(|e| e.saying())?;
        Ok(Self {
            keymap,
            comfort: Comfort {
                theme: wishes.theme.unwrap_or(settings.theme),
                mouse: settings.mouse,
                hints: Hints::new(settings.hints),
                snippets,
                zone: Zone(context.zone()),
                pictures: settings.pictures.unwrap_or_else(|| {
                    Way::guessed(&context.terminal, context.plain_colours || context.is_ascii)
                }),
            },
            auto_advance: settings.auto_advance,
        })
    }
}
