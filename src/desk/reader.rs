//! The thread that reads evidence, with an office of its own that reads alone: a file that takes its time holds neither a
//! key nor a score up. Whoever asks for the next piece gives the one before up.

use super::effect::{Effect, Ticket};
use super::message::{Answered, Msg};
use super::pictures::Way;
use crate::context::Context;
use crate::domain::ids::Digest;
use crate::domain::saying::Saying;
use crate::office::Office;
use crate::office::reading::{Cancel, Piece, Read, Unread};
use crate::store::Access;
use ratatui::layout::Size;
use std::collections::{BTreeSet, VecDeque};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// How long a file may be read.
const ALLOWED: Duration = Duration::from_secs(20);
/// How often a file that takes its time says how far it is.
const STEP: Duration = Duration::from_millis(150);
/// How many pieces are looked up at a time to be read ahead.
const BATCH: usize = 64;

/// What is to be drawn.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// The piece.
    pub piece: Piece,
    /// The page, from 0.
    pub page: usize,
    /// The cells to fill.
    pub cells: Size,
    /// By what way.
    pub way: Way,
}

#[derive(Debug)]
struct Job {
    effect: Effect,
    cancel: Cancel,
}

/// The desk's side of the reader.
#[derive(Debug)]
pub(super) struct Reader {
    jobs: Sender<Job>,
    /// What one waits for.
    now: Cancel,
    /// What is read ahead.
    ahead: Cancel,
}

impl Reader {
    /// Starts the thread; it ends with the reader.
    pub(super) fn start(context: Context, answers: Sender<Msg>) -> Self {
        let (jobs, asked) = mpsc::channel();
        thread::spawn(move || Lens::new(context, Some(answers)).work(&asked));
        Self {
            jobs,
            now: Cancel::new(),
            ahead: Cancel::new(),
        }
    }

    /// Takes what is for the reader, and gives the rest back.
    pub(super) fn take(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Read(..) | Effect::Draw(..) => {
                self.now.cancel();
                self.ahead.cancel();
                self.now = Cancel::new();
                self.send(effect, self.now.clone());
            }
            Effect::ReadAhead(..) => {
                self.ahead = Cancel::new();
                self.send(effect, self.ahead.clone());
            }
            Effect::StopReading => self.now.cancel(),
            other => return Some(other),
        }
        None
    }

    fn send(&self, effect: Effect, cancel: Cancel) {
        let _ = self.jobs.send(Job { effect, cancel });
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.now.cancel();
        self.ahead.cancel();
    }
}

/// What reads: the thread's side.
#[derive(Debug)]
pub struct Lens {
    context: Context,
    /// Where to say how far a file is that takes its time.
    desk: Option<Sender<Msg>>,
    office: Option<Office>,
    /// Pieces to read ahead.
    left: VecDeque<Piece>,
    /// Pieces whose bytes are damaged: whoever opens one hears of it.
    damaged: BTreeSet<Digest>,
}

impl Lens {
    /// Makes one that has read nothing yet.
    pub fn new(context: Context, desk: Option<Sender<Msg>>) -> Self {
        Self {
            context,
            desk,
            office: None,
            left: VecDeque::new(),
            damaged: BTreeSet::new(),
        }
    }

    fn work(mut self, asked: &Receiver<Job>) {
        for job in asked {
            let Some((ticket, outcome)) = self.answer(job.effect, &job.cancel.within(ALLOWED)) else {
                continue;
            };
            let desk = self.desk.as_ref();
            if desk.is_none_or(|desk| desk.send(Msg::Answer(ticket, outcome)).is_err()) {
                return;
            }
        }
    }

    /// Reads or draws one thing; nothing comes of what is not for the reader.
    pub fn answer(&mut self, effect: Effect, cancel: &Cancel) -> Option<(Ticket, Result<Answered, Saying>)> {
        match effect {
            Effect::Read(ticket, piece, store) => {
                let read = self.reach(&store);
                let read =
                    read.and_then(|()| self.watched(ticket, cancel, |office| office.read(&piece, cancel)));
                Some((ticket, read.map(|read| Answered::Read(Box::new(read)))))
            }
            Effect::Draw(ticket, drawing, store) => {
                let drawn = self.reach(&store);
                Some((ticket, drawn.and_then(|()| self.draw(ticket, &drawing, cancel))))
            }
            Effect::ReadAhead(ticket, store) => {
                let read = self.reach(&store);
                let read = read.and_then(|()| self.ahead(cancel));
                Some((ticket, read.map(|read| Answered::ReadAhead(read.map(Box::new)))))
            }
            _ => None,
        }
    }

    fn draw(&self, ticket: Ticket, drawing: &Drawing, cancel: &Cancel) -> Result<Answered, Saying> {
        let real = cell_size();
        let pixels = drawing.way.pixels(drawing.cells, real);
        let draw = |office: &Office| office.draw(&drawing.piece, drawing.page, pixels, cancel);
        let picture = self.watched(ticket, cancel, draw)?;
        let ready = drawing.way.ready(picture, real);
        ready
            .map(|drawn| Answered::Drawn(Box::new(drawn)))
            .ok_or_else(|| Saying::new("evidence-no-pictures"))
    }

    /// Reads a piece that nobody asked for yet. What can't be read is kept as blank, so that nobody tries again until it
    /// is asked for.
    fn ahead(&mut self, cancel: &Cancel) -> Result<Option<(Piece, Read)>, Saying> {
        let Some(office) = &self.office else {
            return Ok(None);
        };
        if self.left.is_empty() {
            let most = BATCH + self.damaged.len();
            self.left = office.unread(most).map_err(|why| why.saying())?.into();
            self.left.retain(|piece| !self.damaged.contains(&piece.digest));
        }
        while let Some(piece) = self.left.pop_front() {
            let read = match office.read(&piece, cancel) {
                _ if cancel.is_cancelled() => {
                    self.left.push_front(piece);
                    return Err(Saying::new("evidence-cancelled"));
                }
                Ok(read) => read,
                Err(Unread::Absent | Unread::Refused(_)) => Read::blank(),
                Err(Unread::Failed(_)) => {
                    self.damaged.insert(piece.digest);
                    continue;
                }
            };
            return Ok(Some((piece, read)));
        }
        Ok(None)
    }

    /// Opens the store that is asked for.
    fn reach(&mut self, store: &Path) -> Result<(), Saying> {
        if self.office.as_ref().is_some_and(|office| office.path() == store) {
            return Ok(());
        }
        self.left.clear();
        let office = Office::open(store, Access::Read, self.context.clone()).map_err(|why| why.saying())?;
        self.office = Some(office);
        Ok(())
    }

    /// Does some work while saying how far it is.
    fn watched<T>(
        &self,
        ticket: Ticket,
        cancel: &Cancel,
        work: impl FnOnce(&Office) -> Result<T, Unread>,
    ) -> Result<T, Saying> {
        let Some(office) = &self.office else {
            return Err(Saying::new("desk-no-store"));
        };
        let (done, wait) = mpsc::channel::<()>();
        if let Some(desk) = self.desk.clone() {
            let cancel = cancel.clone();
            thread::spawn(move || {
                while wait.recv_timeout(STEP) == Err(RecvTimeoutError::Timeout) {
                    let (done, all) = cancel.progress();
                    if desk.send(Msg::Progress { ticket, done, all }).is_err() {
                        return;
                    }
                }
            });
        }
        let outcome = work(office).map_err(|why| why.saying());
        drop(done);
        outcome
    }
}

/// Returns the pixels of a cell, where the terminal tells.
fn cell_size() -> Option<(u16, u16)> {
    let window = crossterm::terminal::window_size().ok()?;
    let width = window
        .width
        .checked_div(window.columns)
        .filter(|width| *width > 0)?;
    let height = window
        .height
        .checked_div(window.rows)
        .filter(|height| *height > 0)?;
    Some((width, height))
}
