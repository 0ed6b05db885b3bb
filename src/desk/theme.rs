//! How states look. Every state has a glyph or a word as well; colours are the terminal's own sixteen, so that light and
//! dark backgrounds both read, and without colour modifiers alone remain.

use ratatui::style::{Color, Modifier, Style};

/// The styles in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Plain text.
    pub text: Style,
    /// What is less in view: labels, borders.
    pub dim: Style,
    /// Names and headings.
    pub strong: Style,
    /// What has the keys.
    pub focus: Style,
    /// The line under the cursor.
    pub cursor: Style,
    /// Keys at the bottom.
    pub key: Style,
    /// Well.
    pub good: Style,
    /// Under way.
    pub busy: Style,
    /// To be looked at.
    pub alert: Style,
    /// Wrong.
    pub bad: Style,
}

impl Theme {
    /// The theme with colours.
    pub fn colours() -> Self {
        let plain = Self::plain();
        Self {
            focus: Style::new().fg(Color::Blue).add_modifier(Modifier::BOLD),
            good: Style::new().fg(Color::Green),
            busy: Style::new().fg(Color::Magenta),
            alert: Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
            bad: Style::new()
                .fg(Color::Red)
                .add_modifier(Modifier::BOLD | Modifier::REVERSED),
            ..plain
        }
    }

    /// The theme without any.
    pub fn plain() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self {
            text: Style::new(),
            dim: Style::new().add_modifier(Modifier::DIM),
            strong: bold,
            focus: bold,
            cursor: Style::new().add_modifier(Modifier::REVERSED),
            key: bold,
            good: Style::new(),
            busy: Style::new(),
            alert: bold,
            bad: Style::new().add_modifier(Modifier::BOLD | Modifier::REVERSED),
        }
    }

    /// Chooses by whether colours are unwanted.
    pub fn of(plain: bool) -> Self {
        if plain { Self::plain() } else { Self::colours() }
    }
}
