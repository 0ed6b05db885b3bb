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
mod tests {
    use super::*;

    /// The colours of a palette by their numbers.
    type Palette = [u32; 16];
    const XTERM: Palette = [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f,
        0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ];
    const VGA: Palette = [
        0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa, 0x55_5555,
        0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
    ];

    fn number(colour: Color) -> usize {
        const ORDER: [Color; 16] = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        ORDER
            .iter()
            .position(|known| *known == colour)
            .expect("one of the sixteen")
    }

    fn light_of(rgb: u32) -> f64 {
        let part = |shift: u32| {
            let value = f64::from((rgb >> shift) & 0xff) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    fn contrast(a: u32, b: u32) -> f64 {
        let (a, b) = (light_of(a) + 0.05, light_of(b) + 0.05);
        a.max(b) / a.min(b)
    }

    fn least(theme: Theme, ground: u32) -> f64 {
        let colours = theme.styles().into_iter().filter_map(|style| style.fg);
        let all = colours.flat_map(|c| [XTERM, VGA].map(|palette| contrast(palette[number(c)], ground)));
        all.fold(21.0, f64::min)
    }

    #[test]
    fn text_keeps_its_contrast_on_its_ground() {
        assert!(least(Theme::dark(), 0x00_0000) >= 4.5);
        assert!(least(Theme::light(), 0xff_ffff) >= 4.5);
        for ground in [0x00_0000, 0xff_ffff] {
            assert!(least(Theme::high_contrast(), ground) >= 4.5);
            // A frame, which is no text.
            assert!(least(Theme::neutral(), ground) >= 3.0);
        }
        assert!(Theme::plain().styles().iter().all(|style| style.fg.is_none()));
        for choice in Choice::ALL {
            let theme = Theme::of(choice, Seen::default());
            assert!(
                theme
                    .styles()
                    .iter()
                    .all(|s| s.bg.is_none() && !s.add_modifier.contains(Modifier::DIM))
            );
        }
    }

    #[test]
    fn auto_believes_the_terminal_and_a_wish_goes_first() {
        let seen = |is_plain, ground| Seen { is_plain, ground };
        let dark = Some(Ground::Dark);
        assert_eq!(Theme::of(Choice::Auto, seen(true, dark)), Theme::plain());
        assert_eq!(Theme::of(Choice::Auto, seen(false, dark)), Theme::dark());
        assert_eq!(Theme::of(Choice::Auto, seen(false, None)), Theme::neutral());
        assert_eq!(Theme::of(Choice::Light, seen(true, dark)), Theme::light());
        assert_eq!(Ground::of_variable("15;0"), dark);
        assert_eq!(Ground::of_variable("0;default;15"), Some(Ground::Light));
        assert_eq!(Ground::of_variable("default"), None);
        let mut round = Choice::Auto;
        for choice in Choice::ALL {
            assert_eq!(round, choice);
            assert_eq!(Choice::of_name(choice.name()), Some(choice));
            round = round.next();
        }
        assert_eq!(round, Choice::Auto);
    }
}
