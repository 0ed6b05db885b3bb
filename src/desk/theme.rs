//! How states look. Every state has a glyph or a word as well; colours are the terminal's own sixteen, and on each ground
//! only those of them are used that keep a contrast of 4.5 : 1 there in the palettes of xterm and VGA. Dimming is left
//! out: what a terminal makes of it is hard to read.

use ratatui::style::{Color, Modifier, Style};

/// Which styles are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Choice {
    /// What the terminal lets one guess.
    #[default]
    Auto,
    /// Colours on a dark ground.
    Dark,
    /// Colours on a light ground.
    Light,
    /// Bold and reversed, few colours, on either ground.
    HighContrast,
    /// No colour at all.
    None,
}

impl Choice {
    /// Every choice, in the order in which one goes through them.
    pub const ALL: [Self; 5] = [
        Self::Auto,
        Self::Dark,
        Self::Light,
        Self::HighContrast,
        Self::None,
    ];

    /// Returns its name, in settings and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::None => "none",
        }
    }

    /// Returns the choice of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.name() == name)
    }

    /// Returns the one after it, round.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|choice| *choice == self).unwrap_or(0);
        Self::ALL.into_iter().cycle().nth(place + 1).unwrap_or(Self::Auto)
    }
}

/// What a terminal writes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Dark.
    Dark,
    /// Light.
    Light,
}

impl Ground {
    /// Reads `COLORFGBG`, which some terminals set: the last number is the ground's colour.
    pub fn of_variable(text: &str) -> Option<Self> {
        let colour: u8 = text.rsplit(';').next()?.trim().parse().ok()?;
        match colour {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }
}

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    /// Whether colours are unwanted, or unknown to the terminal.
    pub is_plain: bool,
    /// Its ground, where it says so.
    pub ground: Option<Ground>,
}

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
    /// Chooses: what one asks for, else what the terminal lets one guess.
    pub fn of(choice: Choice, seen: Seen) -> Self {
        match (choice, seen) {
            (Choice::None, _) | (Choice::Auto, Seen { is_plain: true, .. }) => Self::plain(),
            (Choice::Dark, _) => Self::dark(),
            (Choice::Light, _) => Self::light(),
            (Choice::HighContrast, _) => Self::high_contrast(),
            (Choice::Auto, Seen { ground, .. }) => match ground {
                Some(Ground::Dark) => Self::dark(),
                Some(Ground::Light) => Self::light(),
                None => Self::neutral(),
            },
        }
    }

    /// For a dark ground.
    pub fn dark() -> Self {
        Self {
            dim: Style::new().fg(Color::Gray),
            focus: bold().fg(Color::LightCyan),
            key: bold().fg(Color::LightCyan),
            good: Style::new().fg(Color::LightGreen),
            busy: Style::new().fg(Color::LightMagenta),
            alert: bold().fg(Color::LightYellow),
            bad: bold().fg(Color::LightYellow).add_modifier(Modifier::REVERSED),
            ..Self::plain()
        }
    }

    /// For a light ground: its green, yellow and cyan are too pale to be read.
    pub fn light() -> Self {
        Self {
            focus: bold().fg(Color::Blue),
            key: bold().fg(Color::Blue),
            good: Style::new().fg(Color::Blue),
            busy: Style::new().fg(Color::Magenta),
            alert: bold().fg(Color::Red),
            bad: bold().fg(Color::Red).add_modifier(Modifier::REVERSED),
            ..Self::plain()
        }
    }

    /// For eyes that need it: the terminal's own two colours, bold, underlined and reversed.
    pub fn high_contrast() -> Self {
        let reversed = bold().add_modifier(Modifier::REVERSED);
        Self {
            text: bold(),
            dim: bold(),
            focus: bold().add_modifier(Modifier::UNDERLINED),
            cursor: reversed,
            key: bold().add_modifier(Modifier::UNDERLINED),
            good: bold(),
            busy: bold(),
            alert: reversed,
            ..Self::plain()
        }
    }

    /// For a ground that nobody knows: no colour reads on all of them, so that text has none; the frame that has the
    /// keys has one that is seen on dark and on light.
    pub fn neutral() -> Self {
        Self {
            focus: bold().fg(Color::Magenta),
            ..Self::plain()
        }
    }

    /// Without any colour.
    pub fn plain() -> Self {
        Self {
            text: Style::new(),
            dim: Style::new(),
            strong: bold(),
            focus: bold(),
            cursor: Style::new().add_modifier(Modifier::REVERSED),
            key: bold(),
            good: Style::new(),
            busy: Style::new(),
            alert: bold(),
            bad: bold().add_modifier(Modifier::REVERSED),
        }
    }

    /// Returns every style.
    pub fn styles(&self) -> [Style; 10] {
        [
            self.text,
            self.dim,
            self.strong,
            self.focus,
            self.cursor,
            self.key,
            self.good,
            self.busy,
            self.alert,
            self.bad,
        ]
    }
}

fn bold() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

#[cfg(test)]
mod tests;
