//! How pictures come into the terminal: by its own protocol where its environment names one that it knows, else drawn in
//! halves of cells. Nothing is asked of the terminal itself: its answer would come among the keys, late or never.

use super::theme::Choice;
use crate::context::Terminal;
use crate::office::reading::Picture;
use image::{DynamicImage, Rgba, RgbaImage};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Color;
use ratatui::widgets::Widget as _;
use ratatui_image::Image;
use ratatui_image::protocol::Protocol;
use ratatui_image::protocol::halfblocks::Halfblocks;
use ratatui_image::protocol::iterm2::Iterm2;
use ratatui_image::protocol::kitty::Kitty;
use ratatui_image::protocol::sixel::Sixel;
use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

/// A way to show pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// Kitty's protocol, with placeholders in the text.
    Kitty,
    /// iTerm2's protocol.
    Iterm2,
    /// Sixels.
    Sixel,
    /// Halves of cells in any colour.
    #[default]
    Blocks,
    /// Halves of cells in 256 colours.
    Blocks256,
    /// Not at all.
    None,
}

impl Way {
    const NAMED: [(&'static str, Self); 5] = [
        ("kitty", Self::Kitty),
        ("iterm2", Self::Iterm2),
        ("sixel", Self::Sixel),
        ("blocks", Self::Blocks),
        ("none", Self::None),
    ];

    /// The names that a setting may have, `auto` apart.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMED.into_iter().map(|(name, _)| name)
    }

    /// Returns the way of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::NAMED
            .into_iter()
            .find(|(of, _)| *of == name)
            .map(|(_, way)| way)
    }

    /// Guesses from what the terminal says of itself.
    pub fn guessed(terminal: &Terminal, is_plain: bool) -> Self {
        let is = |words: &[&str]| words.iter().any(|word| terminal.term.contains(word));
        let program = terminal.program.as_str();
        if is_plain {
            Self::None
        } else if terminal.is_shared || is(&["tmux", "screen"]) {
            blocks(terminal)
        } else if terminal.is_kitty || is(&["kitty", "ghostty"]) || program == "ghostty" {
            Self::Kitty
        } else if matches!(program, "iTerm.app" | "iTerm2" | "WezTerm" | "mintty") {
            Self::Iterm2
        } else if terminal.is_konsole || is(&["foot", "mlterm", "contour", "yaft"]) {
            Self::Sixel
        } else {
            blocks(terminal)
        }
    }

    /// Returns the way under a choice of colours: pictures are colours.
    #[must_use]
    pub fn under(self, choice: Choice) -> Self {
        if choice == Choice::None { Self::None } else { self }
    }

    /// Returns the pixels of a cell to draw for, given those of the real one where they are known.
    fn cell(self, real: Option<(u16, u16)>) -> (u32, u32) {
        let (width, height) = match (self, real) {
            (Self::Kitty | Self::Iterm2 | Self::Sixel, Some(real)) => real,
            _ => (10, 20),
        };
        (u32::from(width.clamp(2, 64)), u32::from(height.clamp(4, 128)))
    }

    /// Returns the pixels that fill some cells.
    pub fn pixels(self, cells: Size, real: Option<(u16, u16)>) -> (u32, u32) {
        let (width, height) = self.cell(real);
        (u32::from(cells.width) * width, u32::from(cells.height) * height)
    }

    /// Makes a picture ready for the terminal; nothing where it can't be shown.
    pub fn ready(self, picture: Picture, real: Option<(u16, u16)>) -> Option<Drawn> {
        let (width, height) = self.cell(real);
        let image = RgbaImage::from_raw(picture.width, picture.height, picture.rgba)?;
        let columns = image.width().div_ceil(width).max(1);
        let rows = image.height().div_ceil(height).max(1);
        let size = Size::new(u16::try_from(columns).ok()?, u16::try_from(rows).ok()?);
        // Protocols stretch a picture over whole cells: the rest is paper.
        let mut paper = RgbaImage::from_pixel(columns * width, rows * height, Rgba([255; 4]));
        image::imageops::replace(&mut paper, &image, 0, 0);
        let image = DynamicImage::ImageRgba8(paper);
        let protocol = match self {
            Self::Kitty => Kitty::new(image, size, next_id(), false, false).map(Protocol::Kitty),
            Self::Iterm2 => Iterm2::new(image, size, false).map(Protocol::ITerm2),
            Self::Sixel => Sixel::new(image, size, false).map(Protocol::Sixel),
            Self::Blocks | Self::Blocks256 => Halfblocks::new(image, size).map(Protocol::Halfblocks),
            Self::None => return None,
        };
        let is_few = self == Self::Blocks256;
        protocol.ok().map(|protocol| Drawn { protocol, is_few })
    }
}

/// Any colour where the terminal says so, else 256; fewer make no picture.
fn blocks(terminal: &Terminal) -> Way {
    let says = |words: &[&str]| words.iter().any(|word| terminal.colours.contains(word));
    if says(&["truecolor", "24bit"]) || terminal.term.ends_with("-direct") {
        Way::Blocks
    } else if terminal.term.contains("256color") || !terminal.colours.is_empty() {
        Way::Blocks256
    } else {
        Way::None
    }
}

/// Kitty keeps pictures by number.
fn next_id() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) % 0x00ff_ffff + 1
}

/// A picture that is ready for the terminal.
#[derive(Clone)]
pub struct Drawn {
    protocol: Protocol,
    is_few: bool,
}

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drawn({:?})", self.protocol.size())
    }
}

impl Drawn {
    /// Tells whether it is made of letters, over which a box may be drawn.
    pub fn is_text(&self) -> bool {
        matches!(self.protocol, Protocol::Halfblocks(_))
    }

    /// Puts it into the middle of an area; nothing where it does not fit.
    pub fn put(&self, area: Rect, buffer: &mut Buffer) {
        let size = self.protocol.size();
        if size.width > area.width || size.height > area.height {
            return;
        }
        let within = Rect {
            x: area.x + (area.width - size.width) / 2,
            width: size.width,
            height: size.height,
            ..area
        };
        Image::new(&self.protocol).render(within, buffer);
        if self.is_few {
            for at in within.positions() {
                if let Some(cell) = buffer.cell_mut(at) {
                    cell.fg = few(cell.fg);
                    cell.bg = few(cell.bg);
                }
            }
        }
    }
}

/// The nearest of the 216 colours of xterm's cube, or of its 24 greys.
fn few(colour: Color) -> Color {
    let Color::Rgb(red, green, blue) = colour else {
        return colour;
    };
    let spread = red.max(green).max(blue) - red.min(green).min(blue);
    let step = |part: u8| match part {
        0..48 => 0,
        48..115 => 1,
        _ => (part - 35) / 40,
    };
    if spread < 12 && (8..=243).contains(&green) {
        return Color::Indexed(232 + (green - 8) / 10);
    }
    Color::Indexed(16 + 36 * step(red) + 6 * step(green) + step(blue))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terminal(term: &str, program: &str, colours: &str) -> Terminal {
        Terminal {
            term: term.to_owned(),
            program: program.to_owned(),
            colours: colours.to_owned(),
            ..Terminal::default()
        }
    }

    #[test]
    fn a_terminal_is_known_by_what_it_says() {
        let table = [
            ("xterm-kitty", "", "truecolor", Way::Kitty),
            ("xterm-ghostty", "ghostty", "truecolor", Way::Kitty),
            ("xterm-256color", "iTerm.app", "truecolor", Way::Iterm2),
            ("xterm-256color", "WezTerm", "truecolor", Way::Iterm2),
            ("foot", "", "truecolor", Way::Sixel),
            ("tmux-256color", "iTerm.app", "truecolor", Way::Blocks),
            ("xterm-256color", "", "truecolor", Way::Blocks),
            ("xterm-256color", "Apple_Terminal", "", Way::Blocks256),
            ("linux", "", "", Way::None),
        ];
        for (term, program, colours, way) in table {
            assert_eq!(
                Way::guessed(&terminal(term, program, colours), false),
                way,
                "{term} {program}"
            );
        }
        assert_eq!(Way::guessed(&terminal("xterm-kitty", "", ""), true), Way::None);
        assert_eq!(Way::Kitty.under(Choice::None), Way::None);
    }

    #[test]
    fn a_picture_keeps_its_shape_and_stays_in_its_area() {
        let picture = Picture {
            width: 100,
            height: 45,
            rgba: vec![0; 100 * 45 * 4],
        };
        for way in [Way::Kitty, Way::Iterm2, Way::Sixel, Way::Blocks, Way::Blocks256] {
            let drawn = way.ready(picture.clone(), Some((10, 20))).unwrap();
            assert_eq!(drawn.protocol.size(), Size::new(10, 3), "{way:?}");
            let area = Rect::new(0, 0, 30, 5);
            let mut buffer = Buffer::empty(area);
            drawn.put(area, &mut buffer);
            drawn.put(Rect::new(0, 0, 9, 5), &mut buffer);
            assert_eq!(buffer[(0, 0)].symbol(), " ");
        }
        assert!(Way::None.ready(picture, None).is_none());
    }

    #[test]
    fn few_colours_are_near_the_many() {
        assert_eq!(few(Color::Rgb(0, 0, 0)), Color::Indexed(16));
        assert_eq!(few(Color::Rgb(255, 255, 255)), Color::Indexed(231));
        assert_eq!(few(Color::Rgb(128, 128, 128)), Color::Indexed(244));
        assert_eq!(few(Color::Rgb(255, 0, 0)), Color::Indexed(196));
    }
}
