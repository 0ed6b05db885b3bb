//! The thread that reads evidence, with an office of its own that reads alone: a file that takes its time holds neither a
//! key nor a score up. Whoever asks for the next piece gives the one before up.

use super::effect::{Effect, Ticket};
use super::message::{Answered, Msg};
use super::pictures::Way;
use crate::context::Context;
use crate::domain::saying::Saying;
use crate::office::Office;
use crate::office::reading::{Cancel, Piece, Read, Unread};
use crate::store::Access;
use ratatui::layout::Size;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
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

/// What is wanted of the reader.
#[derive(Debug)]
enum Wanted {
    Text(Piece),
    Picture(Box<Drawing>),
    Ahead,
}

#[derive(Debug)]
struct Job {
    ticket: Ticket,
    store: PathBuf,
    wanted: Wanted,
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
        thread::spawn(move || Reading::new(context, answers).work(&asked));
        Self {
            jobs,
            now: Cancel::new(),
            ahead: Cancel::new(),
        }
    }

    /// Takes what is for the reader, and gives the rest back.
    pub(super) fn take(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Read(ticket, piece, store) => self.ask(ticket, store, Wanted::Text(*piece)),
            Effect::Draw(ticket, drawing, store) => self.ask(ticket, store, Wanted::Picture(drawing)),
            Effect::ReadAhead(ticket, store) => {
                self.ahead = Cancel::after(ALLOWED);
                let cancel = self.ahead.clone();
                self.send(ticket, store, Wanted::Ahead, cancel);
            }
            Effect::StopReading => self.now.cancel(),
            other => return Some(other),
        }
        None
    }

    fn ask(&mut self, ticket: Ticket, store: PathBuf, wanted: Wanted) {
        self.now.cancel();
        self.ahead.cancel();
        self.now = Cancel::after(ALLOWED);
        let cancel = self.now.clone();
        self.send(ticket, store, wanted, cancel);
    }

    fn send(&self, ticket: Ticket, store: PathBuf, wanted: Wanted, cancel: Cancel) {
        let job = Job {
            ticket,
            store,
            wanted,
            cancel,
        };
        let _ = self.jobs.send(job);
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.now.cancel();
        self.ahead.cancel();
    }
}

/// The thread's side.
struct Reading {
    context: Context,
    answers: Sender<Msg>,
    office: Option<Office>,
    /// Pieces to read ahead.
    left: VecDeque<Piece>,
}

impl Reading {
    fn new(context: Context, answers: Sender<Msg>) -> Self {
        Self {
            context,
            answers,
            office: None,
            left: VecDeque::new(),
        }
    }

    fn work(mut self, asked: &Receiver<Job>) {
        for job in asked {
            let outcome = self.answer(&job);
            if self.answers.send(Msg::Answer(job.ticket, outcome)).is_err() {
                return;
            }
        }
    }

    fn answer(&mut self, job: &Job) -> Result<Answered, Saying> {
        self.reach(&job.store)?;
        match &job.wanted {
            Wanted::Text(piece) => {
                let read = self.watched(job, |office| office.read(piece, &job.cancel))?;
                Ok(Answered::Read(Box::new(read)))
            }
            Wanted::Picture(drawing) => {
                let real = cell_size();
                let pixels = drawing.way.pixels(drawing.cells, real);
                let drawn = self.watched(job, |office| {
                    office.draw(&drawing.piece, drawing.page, pixels, &job.cancel)
                })?;
                let ready = drawing.way.ready(drawn, real);
                ready
                    .map(|drawn| Answered::Drawn(Box::new(drawn)))
                    .ok_or_else(|| Saying::new("evidence-no-pictures"))
            }
            Wanted::Ahead => Ok(Answered::ReadAhead(self.ahead(&job.cancel)?.map(Box::new))),
        }
    }

    /// Reads a piece that nobody asked for yet. What can't be read is kept as blank, so that nobody tries again until it
    /// is asked for.
    fn ahead(&mut self, cancel: &Cancel) -> Result<Option<(Piece, Read)>, Saying> {
        let Some(office) = &self.office else {
            return Ok(None);
        };
        if self.left.is_empty() {
            self.left = office.unread(BATCH).map_err(|why| why.saying())?.into();
        }
        let Some(piece) = self.left.front() else {
            return Ok(None);
        };
        let read = match office.read(piece, cancel) {
            _ if cancel.is_cancelled() => return Err(Saying::new("evidence-cancelled")),
            Ok(read) => read,
            Err(Unread::Failed(why)) => return Err(why.saying()),
            Err(Unread::Absent | Unread::Refused(_)) => Read::blank(),
        };
        Ok(self.left.pop_front().map(|piece| (piece, read)))
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
    fn watched<T: Send>(
        &self,
        job: &Job,
        work: impl FnOnce(&Office) -> Result<T, Unread>,
    ) -> Result<T, Saying> {
        let Some(office) = &self.office else {
            return Err(Saying::new("desk-no-store"));
        };
        let (done, wait) = mpsc::channel::<()>();
        let (ticket, cancel, answers) = (job.ticket, job.cancel.clone(), self.answers.clone());
        thread::spawn(move || {
            while wait.recv_timeout(STEP) == Err(RecvTimeoutError::Timeout) {
                let (done, all) = cancel.progress();
                if answers.send(Msg::Progress { ticket, done, all }).is_err() {
                    return;
                }
            }
        });
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
