//! What each user sets for themselves, as the desk holds it while it runs.

use super::hints::Hints;
use super::theme::Choice;

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
}
