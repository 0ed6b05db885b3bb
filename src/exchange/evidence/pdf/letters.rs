//! The letters of a page with their places, as the interpreter shows them.

use super::walk::Visitor;
use hayro_svg::hayro_interpret::font::{Glyph, PositionedGlyph};
use hayro_svg::hayro_interpret::hayro_cmap::BfString;
use hayro_svg::hayro_interpret::kurbo::Affine;
use std::collections::HashMap;

/// Units of a font's own space in one em.
const EM: f64 = 1000.0;
/// How wide a letter is taken for when its font doesn't say, in ems.
const WIDTH: f64 = 0.5;
/// More letters than any page has.
const MOST: usize = 500_000;
/// Two drawings of a letter closer than this, in ems, are one.
const CLOSE: f64 = 0.12;

/// A letter, or a few written as one. `x` and `y` follow the direction of reading, whichever way the page is turned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    from: usize,
    to: usize,
    /// Quarters by which the line is turned.
    pub(super) turn: u8,
    /// Where it begins on its line.
    pub(super) x: f64,
    /// Where it ends.
    pub(super) end: f64,
    /// The base of its line.
    pub(super) y: f64,
    /// The size of its font.
    pub(super) size: f64,
}

impl Letter {
    fn is_at(&self, other: &Self) -> bool {
        let near = self.size * CLOSE;
        self.turn == other.turn && (self.x - other.x).abs() < near && (self.y - other.y).abs() < near
    }
}

/// All letters of a page, in the order in which they were drawn.
#[derive(Debug, Default)]
pub(super) struct Letters {
    text: String,
    pub(super) all: Vec<Letter>,
}

impl Letters {
    /// Returns what a letter says.
    pub(super) fn text(&self, letter: &Letter) -> &str {
        self.text.get(letter.from..letter.to).unwrap_or_default()
    }
}

/// Collects letters.
pub(super) struct Collector {
    letters: Letters,
    width: f64,
    height: f64,
    most: usize,
    /// Where each run begins, and with which letter.
    starts: HashMap<(i64, i64), usize>,
    /// Whether the next letter begins a run.
    begins: bool,
    /// The letter that the next one repeats, while a run is drawn again over itself.
    twin: Option<usize>,
}

impl Collector {
    pub(super) fn new(width: f64, height: f64, most: usize) -> Self {
        Self {
            letters: Letters::default(),
            width,
            height,
            most,
            starts: HashMap::new(),
            begins: true,
            twin: None,
        }
    }

    pub(super) fn letters(self) -> Letters {
        self.letters
    }

    fn add(&mut self, glyph: &PositionedGlyph<'_>, place: Affine) {
        let [along, down, c, d, x, y] = place.as_coeffs();
        let size = c.hypot(d) * EM;
        let on_page = (-size..=self.width + size).contains(&x) && (-size..=self.height + size).contains(&y);
        if !(on_page && size > 0.0 && size.is_finite()) || self.letters.all.len() >= MOST {
            return;
        }
        let text = said(glyph);
        if text.len() + self.letters.text.len() > self.most {
            return;
        }
        let turn = turned(along, down);
        let (x, y) = read_along(turn, x, y);
        let advance = advance(glyph).map_or(size * WIDTH, |units| units * along.hypot(down));
        let from = self.letters.text.len();
        let letter = Letter {
            from,
            to: from + text.len(),
            turn,
            x,
            end: x + advance,
            y,
            size,
        };
        if !self.repeats(&letter, &text) {
            self.letters.text.push_str(&text);
            self.letters.all.push(letter);
        }
    }

    /// Tells whether a letter is drawn over itself, as programs do to make it look bold.
    fn repeats(&mut self, letter: &Letter, text: &str) -> bool {
        if std::mem::take(&mut self.begins) {
            self.twin = self.run_at(letter);
        }
        let twin = self.twin.and_then(|at| self.letters.all.get(at));
        let is_same = twin.is_some_and(|twin| twin.is_at(letter) && self.letters.text(twin) == text);
        self.twin = self.twin.filter(|_| is_same).map(|at| at + 1);
        is_same
    }

    /// Finds the run that begins where this one does, or else remembers this one.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a place on a page, already bounded by it"
    )]
    fn run_at(&mut self, letter: &Letter) -> Option<usize> {
        let (x, y) = (letter.x.round() as i64, letter.y.round() as i64);
        let mut around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
        let found = around.find_map(|place| self.starts.get(&place).copied());
        if found.is_none() {
            self.starts.insert((x, y), self.letters.all.len());
        }
        found
    }
}

impl Visitor for Collector {
    fn run(&mut self) {
        self.begins = true;
    }

    fn letter(&mut self, letter: &PositionedGlyph<'_>, place: Affine) {
        self.add(letter, place);
    }

    fn is_thorough(&self) -> bool {
        false
    }
}

/// Tells what a letter says; one that its font doesn't explain is a mark that something is missing.
fn said(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(letter)) => spelled(letter),
        Some(BfString::String(letters)) => letters.chars().map(spelled).collect(),
        None => char::REPLACEMENT_CHARACTER.to_string(),
    }
}

/// Spells out ligatures, which nobody types when searching, and writes hyphens and bullets as people do.
fn spelled(letter: char) -> String {
    match letter {
        '\u{fb00}' => "ff".to_owned(),
        '\u{fb01}' => "fi".to_owned(),
        '\u{fb02}' => "fl".to_owned(),
        '\u{fb03}' => "ffi".to_owned(),
        '\u{fb04}' => "ffl".to_owned(),
        '\u{fb05}' | '\u{fb06}' => "st".to_owned(),
        '\u{ad}' => "-".to_owned(),
        '\u{f0a7}' | '\u{f0b7}' => "•".to_owned(),
        '\t' | '\n' | '\r' | '\0' => " ".to_owned(),
        other => other.to_string(),
    }
}

fn advance(glyph: &Glyph<'_>) -> Option<f64> {
    let units = match glyph {
        Glyph::Outline(glyph) => glyph.advance_width(),
        Glyph::Type3(glyph) => glyph.advance_width(),
    };
    units
        .map(f64::from)
        .filter(|units| units.is_finite() && *units >= 0.0)
}

/// Tells by how many quarters a line is turned, downwards on the page being one.
fn turned(along: f64, down: f64) -> u8 {
    match (along.abs() >= down.abs(), along >= 0.0, down >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

fn read_along(turn: u8, x: f64, y: f64) -> (f64, f64) {
    match turn {
        1 => (y, -x),
        2 => (-x, -y),
        3 => (-y, x),
        _ => (x, y),
    }
}
