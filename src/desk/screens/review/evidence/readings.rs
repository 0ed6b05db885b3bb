//! What the pieces say and show: asked of the reader when one is come upon, kept for a while, given up on demand.

use super::leaves::Leaves;
use crate::desk::effect::{Effect, Waiting};
use crate::desk::model::Shared;
use crate::desk::pictures::{Drawn, Way};
use crate::desk::reader::Drawing;
use crate::domain::evidence::Reading;
use crate::domain::ids::Digest;
use crate::domain::saying::Saying;
use crate::domain::sheet::Citation;
use crate::office::reading::{Format, Piece};
use ratatui::layout::Size;
use std::collections::{BTreeMap, BTreeSet};

/// Most pieces kept read.
const KEPT: usize = 12;

/// What is known of a piece.
#[derive(Debug)]
enum Body {
    Leaves(Box<Leaves>),
    /// It is a picture.
    Picture,
    Refused(Saying),
}

/// What is to be seen of a piece.
#[derive(Debug)]
pub(in super::super) enum Seen<'a> {
    /// Being read: steps done and all, once it takes its time.
    Coming(Option<(usize, usize)>),
    /// Its words.
    Words(&'a Leaves),
    /// Its picture.
    Picture(&'a Drawn),
    /// Why it is not seen.
    Not(&'a Saying),
}

/// A picture for a place on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sight {
    digest: Digest,
    page: usize,
    cells: Size,
    way: Way,
}

/// What the pieces say and show.
#[derive(Debug, Default)]
pub(in super::super) struct Readings {
    bodies: BTreeMap<Digest, Body>,
    /// The piece that is looked at.
    at: Option<Digest>,
    /// The piece that is being read.
    asked: Option<Digest>,
    /// The picture that is being drawn, or that is there.
    sight: Option<Sight>,
    drawn: Option<Result<Drawn, Saying>>,
    /// How far the one or the other is.
    progress: Option<(usize, usize)>,
    /// Pieces whose pages one wants to see drawn.
    as_pictures: BTreeSet<Digest>,
    /// What is to be done to a piece as soon as it is read.
    wish: Option<(Digest, Wish)>,
}

/// Where to go in a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// To a page, with some words marked.
    Words {
        /// The page, from 0.
        page: usize,
        /// The words.
        terms: Vec<String>,
    },
    /// To a passage.
    Passage {
        /// The page on which it stood, from 0.
        page: usize,
        /// What it says.
        excerpt: String,
    },
}

impl Wish {
    /// Makes the one that leads to a citation.
    pub fn of(citation: &Citation) -> Self {
        Self::Passage {
            page: citation.place(),
            excerpt: citation.excerpt.clone(),
        }
    }
}

impl Readings {
    /// Asks for what a piece says and lays it out.
    pub(super) fn settle(&mut self, piece: &Piece, (width, rows): (u16, u16), shared: &mut Shared) {
        let digest = &piece.digest;
        if self.at.as_ref() != Some(digest) {
            self.at = Some(digest.clone());
            self.progress = None;
            self.try_again();
        }
        if !self.bodies.contains_key(digest) {
            if piece.expected() == Format::Image {
                self.put(digest.clone(), Body::Picture);
            } else {
                return self.ask(piece, shared);
            }
        }
        self.grant(digest, shared);
        if let Some(Body::Leaves(leaves)) = self.bodies.get_mut(digest) {
            leaves.settle(width, rows);
        }
    }

    /// Asks for the picture of a piece that is looked at, where that is what is to be seen of it.
    pub(super) fn settle_picture(&mut self, piece: &Piece, (width, rows): (u16, u16), shared: &mut Shared) {
        if let Some(page) = self.page_to_draw(&piece.digest) {
            self.look(piece, page, Size::new(width, rows), shared);
        }
    }

    /// Whoever comes to a piece may have it read again, where reading it was given up or a picture failed.
    fn try_again(&mut self) {
        self.bodies
            .retain(|_, body| !matches!(body, Body::Refused(why) if why.id == "evidence-cancelled"));
        if matches!(self.drawn, Some(Err(_))) {
            self.drawn = None;
            self.sight = None;
        }
    }

    fn ask(&mut self, piece: &Piece, shared: &mut Shared) {
        if self.asked.as_ref() == Some(&piece.digest) {
            return;
        }
        self.asked = Some(piece.digest.clone());
        self.progress = None;
        let store = shared.store.clone();
        let read = Box::new(piece.clone());
        shared.want(Waiting::Piece(read.clone()), |ticket| {
            Effect::Read(ticket, read, store)
        });
    }

    /// Asks for a picture that fits, where pictures can be shown.
    fn look(&mut self, piece: &Piece, page: usize, cells: Size, shared: &mut Shared) {
        let digest = piece.digest.clone();
        let way = shared.comfort.pictures.under(shared.comfort.theme);
        let sight = Sight {
            digest,
            page,
            cells,
            way,
        };
        if self.sight.as_ref() == Some(&sight) || cells.width == 0 || cells.height == 0 {
            return;
        }
        let digest = sight.digest.clone();
        self.sight = Some(sight);
        self.progress = None;
        if way == Way::None {
            self.drawn = Some(Err(Saying::new("evidence-no-pictures")));
            return;
        }
        self.drawn = None;
        let store = shared.store.clone();
        let piece = piece.clone();
        let drawing = Box::new(Drawing {
            piece,
            page,
            cells,
            way,
        });
        shared.want(Waiting::Picture(digest), |ticket| {
            Effect::Draw(ticket, drawing, store)
        });
    }

    /// Returns the page that is seen as a picture: of a picture, of a page without words, of one that one wants so.
    fn page_to_draw(&self, digest: &Digest) -> Option<usize> {
        match self.bodies.get(digest)? {
            Body::Picture => Some(0),
            Body::Leaves(leaves) if leaves.is_blank() || self.as_pictures.contains(digest) => {
                Some(leaves.place().0)
            }
            Body::Leaves(_) | Body::Refused(_) => None,
        }
    }

    /// Returns what is to be seen of a piece.
    pub(super) fn seen(&self, digest: &Digest) -> Seen<'_> {
        let is_drawn = self.page_to_draw(digest).is_some();
        let coming = Seen::Coming(self.progress);
        match self.bodies.get(digest) {
            None => coming,
            Some(Body::Refused(why)) => Seen::Not(why),
            Some(_) if is_drawn => {
                let is_it = self.sight.as_ref().is_some_and(|sight| sight.digest == *digest);
                match self.drawn.as_ref().filter(|_| is_it) {
                    None => coming,
                    Some(Ok(drawn)) => Seen::Picture(drawn),
                    Some(Err(why)) => Seen::Not(why),
                }
            }
            Some(Body::Leaves(leaves)) => Seen::Words(leaves),
            Some(Body::Picture) => coming,
        }
    }

    /// Returns the pages of a piece, where it was read and has some.
    pub(super) fn leaves(&self, digest: &Digest) -> Option<&Leaves> {
        match self.bodies.get(digest)? {
            Body::Leaves(leaves) => Some(leaves),
            Body::Picture | Body::Refused(_) => None,
        }
    }

    pub(super) fn leaves_mut(&mut self, digest: &Digest) -> Option<&mut Leaves> {
        match self.bodies.get_mut(digest)? {
            Body::Leaves(leaves) => Some(leaves),
            Body::Picture | Body::Refused(_) => None,
        }
    }

    /// Shows the pages of a piece as pictures, or as words again.
    pub(super) fn turn_face(&mut self, digest: &Digest) {
        if !self.as_pictures.remove(digest) {
            self.as_pictures.insert(digest.clone());
        }
    }

    /// Shows the words of a piece.
    pub(super) fn face_words(&mut self, digest: &Digest) {
        self.as_pictures.remove(digest);
    }

    /// Goes somewhere in a piece, as soon as it is read.
    pub(super) fn wish(&mut self, digest: Digest, wish: Wish) {
        self.face_words(&digest);
        self.wish = Some((digest, wish));
    }

    fn grant(&mut self, digest: &Digest, shared: &mut Shared) {
        let Some((_, wish)) = self.wish.take_if(|(of, _)| of == digest) else {
            return;
        };
        let Some(leaves) = self.leaves_mut(digest) else {
            return;
        };
        match wish {
            Wish::Words { page, terms } => leaves.show_words(page, terms),
            Wish::Passage { page, excerpt } if excerpt.is_empty() => {
                leaves.open(page);
            }
            Wish::Passage { page, excerpt } => {
                if !leaves.show(page, &excerpt) {
                    leaves.open(page);
                    shared.warn(Saying::new("evidence-passage-gone"));
                }
            }
        }
    }

    /// Takes a piece that was read, or why it was not.
    pub(super) fn take(&mut self, digest: Digest, read: Result<Reading, Saying>) {
        self.asked = self.asked.take().filter(|asked| *asked != digest);
        let is_here = self.at.as_ref() == Some(&digest);
        if is_here {
            self.progress = None;
        }
        if !is_here && is_given_up(&read) {
            return;
        }
        let body = match read {
            Ok(reading) if reading.pages.is_empty() => Body::Picture,
            Ok(reading) => Body::Leaves(Box::new(Leaves::new(reading))),
            Err(why) => Body::Refused(why),
        };
        self.put(digest, body);
    }

    /// Takes a picture, or why there is none.
    pub(super) fn take_picture(&mut self, digest: &Digest, drawn: Result<Drawn, Saying>) {
        let is_wanted = self.sight.as_ref().is_some_and(|sight| sight.digest == *digest);
        if !is_wanted || matches!(self.drawn, Some(Err(_))) {
            return;
        }
        let is_here = self.at.as_ref() == Some(digest);
        if !is_here && is_given_up(&drawn) {
            self.sight = None;
            return;
        }
        self.progress = None;
        self.drawn = Some(drawn);
    }

    /// Takes how far the piece is that one looks at.
    pub(super) fn take_progress(&mut self, digest: &Digest, done: usize, all: usize) {
        if self.at.as_ref() == Some(digest) {
            self.progress = Some((done, all));
        }
    }

    /// The terminal was lent: what it was shown by its own protocol may be gone.
    pub(super) fn forget_picture(&mut self) {
        self.sight = None;
        self.drawn = None;
    }

    /// Gives up what takes its time; tells whether something did.
    pub(super) fn give_up(&mut self, shared: &mut Shared) -> bool {
        let is_slow = self.progress.take().is_some();
        if is_slow {
            shared.effects.push(Effect::StopReading);
        }
        is_slow
    }

    fn put(&mut self, digest: Digest, body: Body) {
        if self.bodies.len() >= KEPT {
            self.bodies.clear();
        }
        self.bodies.insert(digest, body);
    }
}

/// Tells whether the reader was told to stop.
fn is_given_up<T>(outcome: &Result<T, Saying>) -> bool {
    outcome.as_ref().is_err_and(|why| why.id == "evidence-cancelled")
}
