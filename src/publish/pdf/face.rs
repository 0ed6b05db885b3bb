//! The letters: two faces of Liberation Sans, and one other for what they lack. What none of them can draw is drawn as the
//! sign for it: a PDF/A must not hold a letter without a shape (ISO 19005-2, §6.2.11.8).

use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::usvg::fontdb::Database;
use rustybuzz::UnicodeBuffer;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

const REGULAR: &[u8] = include_bytes!("font/LiberationSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("font/LiberationSans-Bold.ttf");
const REST: &[u8] = include_bytes!("../../exchange/evidence/svg/font/DejaVuSans.ttf");
/// Drawn for what no face can draw.
const UNKNOWN: char = '\u{fffd}';
/// Words that are kept as they were shaped; letters to candidates share most of theirs.
const KEPT: usize = 20_000;

/// One of the faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Regular,
    Bold,
    Rest,
}

/// Letters of one face, shaped. Lengths are in ems.
#[derive(Debug, Clone)]
pub(super) struct Shaped {
    pub(super) face: Which,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) width: f32,
}

struct Face {
    shaper: rustybuzz::Face<'static>,
    font: Font,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        Some(Self {
            shaper: rustybuzz::Face::from_slice(bytes, 0)?,
            font: Font::new(bytes.into(), 0)?,
        })
    }

    fn has(&self, c: char) -> bool {
        self.shaper.glyph_index(c).is_some()
    }
}

/// Words shaped, each regular or bold.
type Words = HashMap<(String, bool), Rc<[Shaped]>>;

/// The faces, and the words shaped so far.
pub(in crate::publish) struct Faces {
    regular: Face,
    bold: Face,
    rest: Face,
    /// What the letters in pictures are drawn with.
    pictures: Arc<Database>,
    words: RefCell<Words>,
}

impl std::fmt::Debug for Faces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Faces").finish_non_exhaustive()
    }
}

impl Faces {
    /// Reads the faces that the program brings; none where it was built with ruined ones.
    pub(in crate::publish) fn new() -> Option<Self> {
        let mut pictures = Database::new();
        pictures.load_font_data(REGULAR.to_vec());
        Some(Self {
            pictures: Arc::new(pictures),
            regular: Face::new(REGULAR)?,
            bold: Face::new(BOLD)?,
            rest: Face::new(REST)?,
            words: RefCell::default(),
        })
    }

    fn face(&self, which: Which) -> &Face {
        match which {
            Which::Regular => &self.regular,
            Which::Bold => &self.bold,
            Which::Rest => &self.rest,
        }
    }

    pub(super) fn pictures(&self) -> Arc<Database> {
        Arc::clone(&self.pictures)
    }

    pub(super) fn font(&self, which: Which) -> Font {
        self.face(which).font.clone()
    }

    /// Returns how far letters reach over and under their line, in ems.
    pub(super) fn reach(&self) -> (f32, f32) {
        let face = &self.regular.shaper;
        let em = f32::from(u16::try_from(face.units_per_em()).unwrap_or(1_000));
        (f32::from(face.ascender()) / em, -f32::from(face.descender()) / em)
    }

    /// Shapes a word, a part for each face that it needs.
    pub(super) fn shape(&self, word: &str, bold: bool) -> Rc<[Shaped]> {
        let key = (word.to_owned(), bold);
        if let Some(shaped) = self.words.borrow().get(&key) {
            return Rc::clone(shaped);
        }
        let shaped: Rc<[Shaped]> = self
            .parts(word, bold)
            .into_iter()
            .map(|(face, text)| self.run(face, text))
            .collect();
        let mut words = self.words.borrow_mut();
        if words.len() >= KEPT {
            words.clear();
        }
        words.insert(key, Rc::clone(&shaped));
        shaped
    }

    fn parts(&self, word: &str, bold: bool) -> Vec<(Which, String)> {
        let own = if bold { Which::Bold } else { Which::Regular };
        let mut parts: Vec<(Which, String)> = Vec::new();
        for c in word.chars() {
            let (face, c) = if self.face(own).has(c) {
                (own, c)
            } else if self.rest.has(c) {
                (Which::Rest, c)
            } else {
                (Which::Rest, UNKNOWN)
            };
            match parts.last_mut().filter(|(last, _)| *last == face) {
                Some((_, text)) => text.push(c),
                None => parts.push((face, c.to_string())),
            }
        }
        parts
    }

    fn run(&self, which: Which, text: String) -> Shaped {
        let face = &self.face(which).shaper;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let ends = ends(
            shaped.glyph_infos().iter().map(|info| info.cluster as usize),
            text.len(),
        );
        #[expect(clippy::cast_precision_loss, reason = "a font's lengths are below 2^24")]
        let em = |units: i32| units as f32 / face.units_per_em() as f32;
        let glyphs: Vec<KrillaGlyph> = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, at)| {
                let start = info.cluster as usize;
                let end = ends.get(&start).copied().unwrap_or(text.len());
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    em(at.x_advance),
                    em(at.x_offset),
                    em(at.y_offset),
                    em(at.y_advance),
                    start..end,
                    None,
                )
            })
            .collect();
        Shaped {
            face: which,
            width: glyphs.iter().map(|glyph| glyph.x_advance).sum(),
            text,
            glyphs,
        }
    }
}

/// Returns where the letters that start somewhere end.
fn ends(starts: impl Iterator<Item = usize>, all: usize) -> HashMap<usize, usize> {
    let mut starts: Vec<usize> = starts.collect();
    starts.sort_unstable();
    starts.dedup();
    let next = starts.iter().skip(1).copied().chain([all]);
    starts.iter().copied().zip(next).collect()
}
