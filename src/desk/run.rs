//! The real terminal: in and out of it, the one queue of messages, and a frame after each batch of them.

use super::effect::Effect;
use super::keymap::{self, Chord, Keymap};
use super::message::Msg;
use super::model::Model;
use super::theme::Theme;
use super::update::{Place, begin, update, welcome};
use super::view::view;
use super::worker::{Worker, session_of};
use crate::context::Context;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::Office;
use crate::speech::Speech;
use crate::store::Access;
use anyhow::{Context as _, anyhow};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyEventKind};
use crossterm::execute;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io::stdout;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// Where the desk starts.
#[derive(Debug, Clone)]
pub enum Start {
    /// Without a store: what one may begin with.
    Welcome {
        /// Where the store will be.
        store: PathBuf,
    },
    /// On a store; the place is for a coordinator's one.
    Store(PathBuf, Place),
}

/// Most rest between a signal and the end, so that a terminal that hangs does not keep the program.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs the desk until one leaves it.
///
/// # Errors
/// A store or a keymap that can't be opened, a terminal that can't be used, or a text that could not be saved.
pub fn run(start: Start, context: Context, lang: Lang) -> anyhow::Result<()> {
    let speech = Speech::new(lang);
    let keymap = keymap::of_user(context.keymap.as_deref()).map_err(|e| anyhow!(speech.say(&e.saying())))?;
    let theme = Theme::of(context.plain_colours);
    let (office, store, place) = match start {
        Start::Welcome { store } => (None, store, Place::Dossiers),
        Start::Store(store, place) => {
            let office = Office::open(&store, Access::Write, context.clone())?;
            (Some(office), store, place)
        }
    };
    let mut terminal = ratatui::try_init().context("terminal")?;
    let _paste = execute!(stdout(), EnableBracketedPaste);
    let left = converse(
        &mut terminal,
        office,
        store,
        place,
        context,
        keymap,
        lang,
        &theme,
        &speech,
    );
    let _paste = execute!(stdout(), DisableBracketedPaste);
    ratatui::restore();
    let unsaved = left?;
    match unsaved.first() {
        Some(why) => Err(anyhow!(speech.say(why))),
        None => Ok(()),
    }
}

#[allow(
    clippy::too_many_arguments,
    reason = "all that a conversation needs, handed over once"
)]
fn converse(
    terminal: &mut ratatui::DefaultTerminal,
    office: Option<Office>,
    store: PathBuf,
    place: Place,
    context: Context,
    keymap: Keymap,
    lang: Lang,
    theme: &Theme,
    speech: &Speech,
) -> anyhow::Result<Vec<Saying>> {
    let (to_desk, messages) = mpsc::channel();
    // Before the size is read: a window that changes from here on is heard of.
    listen(&to_desk)?;
    let size = terminal.size()?;
    let mut model = Model::new(size.width, size.height, lang, keymap, store.clone());
    match &office {
        Some(office) => begin(&mut model, session_of(office), place),
        None => welcome(&mut model),
    }
    let (to_worker, asked) = mpsc::channel();
    let answers = to_desk.clone();
    let worker = Worker::new(office, store, context);
    let worker = thread::spawn(move || worker.work(&asked, &answers));
    let mut desk = Desk {
        to_worker,
        wake_at: None,
    };
    desk.hand_over(std::mem::take(&mut model.shared.effects));
    let turning = AssertUnwindSafe(|| desk.turn(terminal, &mut model, &messages, theme, speech));
    let result = std::panic::catch_unwind(turning);
    if !matches!(result, Ok(Ok(()))) {
        // The terminal is gone, or we are at fault: what was written goes to the store all the same.
        desk.hand_over(update(&mut model, Msg::Signal));
    }
    // Without a listener the worker still does all that was asked, then ends.
    drop((desk, messages));
    let unsaved = finished(worker);
    match result {
        Ok(result) => result.map(|()| unsaved),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// Waits for the worker to have done all that was asked.
fn finished(worker: thread::JoinHandle<Vec<Saying>>) -> Vec<Saying> {
    let until = Instant::now() + PATIENCE;
    while !worker.is_finished() && Instant::now() < until {
        thread::sleep(Duration::from_millis(2));
    }
    if worker.is_finished() {
        return worker.join().unwrap_or_default();
    }
    vec![Saying::new("desk-worker-hangs")]
}

/// The loop's own state.
struct Desk {
    to_worker: Sender<Effect>,
    wake_at: Option<Instant>,
}

impl Desk {
    fn turn(
        &mut self,
        terminal: &mut ratatui::DefaultTerminal,
        model: &mut Model,
        messages: &Receiver<Msg>,
        theme: &Theme,
        speech: &Speech,
    ) -> anyhow::Result<()> {
        loop {
            terminal.draw(|frame| view(model, theme, speech, frame))?;
            let Some(first) = self.next(messages) else {
                return Ok(());
            };
            let mut next = Some(first);
            while let Some(msg) = next {
                if self.hand_over(update(model, msg)) {
                    return Ok(());
                }
                next = messages.try_recv().ok();
            }
        }
    }

    /// Blocks until something happens, or until it is time to wake.
    fn next(&mut self, messages: &Receiver<Msg>) -> Option<Msg> {
        let Some(wake_at) = self.wake_at else {
            return messages.recv().ok();
        };
        match messages.recv_timeout(wake_at.saturating_duration_since(Instant::now())) {
            Ok(msg) => Some(msg),
            Err(RecvTimeoutError::Timeout) => {
                self.wake_at = None;
                Some(Msg::Woke)
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Sees to what is asked; tells whether it is time to leave.
    fn hand_over(&mut self, effects: Vec<Effect>) -> bool {
        let mut leaves = false;
        for effect in effects {
            match effect {
                Effect::Quit => leaves = true,
                Effect::WakeAfter(rest) => {
                    let at = Instant::now() + rest;
                    self.wake_at = Some(self.wake_at.map_or(at, |other| other.min(at)));
                }
                other => {
                    let _ = self.to_worker.send(other);
                }
            }
        }
        leaves
    }
}

/// Feeds keys and signals into the queue, each from its own thread.
fn listen(to_desk: &Sender<Msg>) -> anyhow::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGWINCH])?;
    let desk = to_desk.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            let msg = match signal {
                SIGWINCH => match crossterm::terminal::size() {
                    Ok((width, height)) => Msg::Resize { width, height },
                    Err(_) => continue,
                },
                _ => Msg::Signal,
            };
            if desk.send(msg).is_err() {
                return;
            }
        }
    });
    let desk = to_desk.clone();
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            let msg = match event {
                Event::Key(key) if key.kind != KeyEventKind::Release => Msg::Key(Chord::from(key)),
                Event::Paste(text) => Msg::Paste(text),
                _ => continue,
            };
            if desk.send(msg).is_err() {
                return;
            }
        }
        // The terminal is gone.
        let _ = desk.send(Msg::Signal);
    });
    Ok(())
}
