//! Breaks a paragraph into lines, between words, and within one that is longer than a line.

use crate::publish::pdf::face::{Faces, Shaped, Which};
use crate::publish::pdf::look::{Colour, Look};
use crate::publish::pdf::source::{Paragraph, Run, Word};
use krilla::text::KrillaGlyph;
use std::rc::Rc;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation as _;

const SPACE: &str = " ";

/// Which page it is, and of how many.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbers {
    pub(super) page: usize,
    pub(super) count: usize,
}

/// Letters of one face, size and colour.
#[derive(Debug, Clone)]
pub(in crate::publish::pdf) struct Ink {
    pub(in crate::publish::pdf) x: f32,
    pub(in crate::publish::pdf) face: Which,
    pub(in crate::publish::pdf) size: f32,
    pub(in crate::publish::pdf) colour: Colour,
    pub(in crate::publish::pdf) text: String,
    pub(in crate::publish::pdf) glyphs: Vec<KrillaGlyph>,
}

impl Ink {
    /// Draws a word of one look.
    pub(super) fn of(word: &str, look: &Look, x: f32, faces: &Faces) -> Vec<Self> {
        let mut line = Line::default();
        line.push(&faces.shape(word, look.bold), look);
        let mut ink = line.ink;
        for ink in &mut ink {
            ink.x += x;
        }
        ink
    }
}

/// A line, from zero.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) ink: Vec<Ink>,
    /// Without the space at its end.
    pub(super) width: f32,
    /// The size of its largest letters.
    pub(super) size: f32,
    end: f32,
}

impl Line {
    fn push(&mut self, shaped: &[Shaped], look: &Look) {
        for part in shaped {
            let is_same = |ink: &&mut Ink| {
                ink.face == part.face && ink.colour == look.colour && ink.size.total_cmp(&look.size).is_eq()
            };
            if let Some(ink) = self.ink.last_mut().filter(is_same) {
                let before = ink.text.len();
                ink.text.push_str(&part.text);
                ink.glyphs.extend(part.glyphs.iter().cloned().map(|mut glyph| {
                    glyph.text_range = glyph.text_range.start + before..glyph.text_range.end + before;
                    glyph
                }));
            } else {
                self.ink.push(Ink {
                    x: self.end,
                    face: part.face,
                    size: look.size,
                    colour: look.colour,
                    text: part.text.clone(),
                    glyphs: part.glyphs.clone(),
                });
            }
            self.end += part.width * look.size;
        }
    }
}

/// What is not broken: letters up to a space.
#[derive(Debug, Clone, Default)]
struct Atom {
    bits: Vec<(Rc<[Shaped]>, Look)>,
    width: f32,
    /// The look of the space after it, and the space's width.
    space: Option<(Look, f32)>,
    ends_line: bool,
}

impl Fragment for Atom {
    fn width(&self) -> f64 {
        f64::from(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        self.space.map_or(0.0, |(_, width)| f64::from(width))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

impl Atom {
    fn push(&mut self, word: &str, look: &Look, faces: &Faces) {
        let shaped = faces.shape(word, look.bold);
        self.width += shaped.iter().map(|part| part.width).sum::<f32>() * look.size;
        self.bits.push((shaped, *look));
    }
}

/// Breaks a paragraph into lines of a width; an empty one is one empty line.
pub(super) fn lines(paragraph: &Paragraph, width: f32, faces: &Faces, numbers: Numbers) -> Vec<Line> {
    let atoms = atoms(&paragraph.runs, width, faces, numbers);
    let mut lines = Vec::new();
    for hard in atoms.split_inclusive(|atom| atom.ends_line) {
        for soft in wrap_first_fit(hard, &[f64::from(width)]) {
            lines.push(line(soft, &paragraph.look, faces));
        }
    }
    if lines.is_empty() {
        lines.push(line(&[], &paragraph.look, faces));
    }
    lines
}

fn line(atoms: &[Atom], look: &Look, faces: &Faces) -> Line {
    let mut line = Line::default();
    let sizes = atoms
        .iter()
        .flat_map(|atom| &atom.bits)
        .map(|(_, look)| look.size);
    line.size = sizes.reduce(f32::max).unwrap_or(look.size);
    for atom in atoms {
        for (shaped, look) in &atom.bits {
            line.push(shaped, look);
        }
        line.width = line.end;
        // The space stands at the end of a line too, for whoever copies or hears the words.
        if let Some((look, _)) = &atom.space {
            line.push(&faces.shape(SPACE, look.bold), look);
        }
    }
    line
}

fn atoms(runs: &[Run], width: f32, faces: &Faces, numbers: Numbers) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut atom = Atom::default();
    for run in runs {
        let text = match &run.word {
            Word::Text(text) => text.clone(),
            Word::PageNumber => numbers.page.to_string(),
            Word::PageCount => numbers.count.to_string(),
            Word::Break => {
                atom.ends_line = true;
                atoms.push(std::mem::take(&mut atom));
                continue;
            }
        };
        for (index, word) in text.split(SPACE).enumerate() {
            if index > 0 {
                let space = faces.shape(SPACE, run.look.bold);
                let wide = space.iter().map(|part| part.width).sum::<f32>() * run.look.size;
                atom.space = Some((run.look, wide));
                atoms.push(std::mem::take(&mut atom));
            }
            for piece in pieces(word, &run.look, width, faces) {
                if atom.width > 0.0 && piece.is_forced {
                    atoms.push(std::mem::take(&mut atom));
                }
                atom.push(&piece.text, &run.look, faces);
            }
        }
    }
    if !atom.bits.is_empty() {
        atoms.push(atom);
    }
    atoms
}

struct Piece {
    text: String,
    /// Whether it only stands apart because the word is longer than a line.
    is_forced: bool,
}

/// Cuts a word that is longer than a line.
fn pieces(word: &str, look: &Look, width: f32, faces: &Faces) -> Vec<Piece> {
    let wide = |text: &str| {
        faces
            .shape(text, look.bold)
            .iter()
            .map(|part| part.width)
            .sum::<f32>()
            * look.size
    };
    if word.is_empty() {
        return Vec::new();
    }
    if wide(word) <= width {
        return vec![Piece {
            text: word.to_owned(),
            is_forced: false,
        }];
    }
    let mut pieces = Vec::new();
    let (mut text, mut end) = (String::new(), 0.0);
    for grapheme in word.graphemes(true) {
        let more = wide(grapheme);
        if !text.is_empty() && end + more > width {
            pieces.push(Piece {
                text: std::mem::take(&mut text),
                is_forced: true,
            });
            end = 0.0;
        }
        text.push_str(grapheme);
        end += more;
    }
    pieces.push(Piece {
        text,
        is_forced: true,
    });
    pieces
}
