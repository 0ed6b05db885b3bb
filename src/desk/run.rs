//! The real terminal: in and out of it, the one queue of messages, and a frame after each batch of them.

use super::ascii;
use super::comfort::Comforts;
use super::effect::{Effect, Ticket, Waiting};
use super::listen::listen;
use super::lookout::Lookout;
use super::message::{Answered, Msg};
use super::model::Model;
use super::outside::{Gate, edited};
use super::reader::Reader;
use super::settings::Wishes;
use super::theme::{Ground, Seen, Theme};
use super::update::{Place, begin, update, welcome};
use super::view::view;
use super::worker::{Worker, session_of};
use crate::context::Context;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::{Office, Watch};
use crate::speech::Speech;
use anyhow::{Context as _, anyhow};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, enable_raw_mode};
use ratatui::layout::Rect;
use std::io::stdout;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::Arc;
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

/// How often one looks how far long work is.
const OFTEN: Duration = Duration::from_millis(120);
/// Most rest between a signal and the end, so that a terminal that hangs does not keep the program.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs the desk until one leaves it.
///
/// # Errors
/// A store, settings or a keymap that can't be opened, a terminal that can't be used, or a text that could not be saved.
pub fn run(start: Start, context: Context, lang: Lang, wishes: &Wishes) -> anyhow::Result<()> {
    let speech = Speech::new(lang);
    let comforts = Comforts::read(&context, wishes).map_err(|why| anyhow!(speech.say(&why)))?;
    let (office, store, place) = match start {
        Start::Welcome { store } => (None, store, Place::Dossiers),
        Start::Store(store, place) => {
            let office = Office::open_or_read(&store, context.clone())?;
            (Some(office), store, place)
        }
    };
    let mut terminal = ratatui::try_init().context("terminal")?;
    give_all_back_on_panic();
    take_terminal(comforts.comfort.mouse);
    let left = converse(&mut terminal, office, store, place, context, comforts, &speech);
    give_terminal_back();
    let unsaved = left?;
    match unsaved.first() {
        Some(why) => Err(anyhow!(speech.say(why))),
        None => Ok(()),
    }
}

/// Has pasted text come as a whole, and the mouse where it is wanted.
fn take_terminal(mouse: bool) {
    let _paste = execute!(stdout(), EnableBracketedPaste);
    if mouse {
        let _mouse = execute!(stdout(), EnableMouseCapture);
    }
}

/// ratatui's own hook gives the screen back, but neither the mouse nor pasted text.
fn give_all_back_on_panic() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let _mouse = execute!(stdout(), DisableMouseCapture);
        let _paste = execute!(stdout(), DisableBracketedPaste);
        hook(panic);
    }));
}

fn give_terminal_back() {
    let _mouse = execute!(stdout(), DisableMouseCapture);
    let _paste = execute!(stdout(), DisableBracketedPaste);
    ratatui::restore();
}

fn converse(
    terminal: &mut ratatui::DefaultTerminal,
    office: Option<Office>,
    store: PathBuf,
    place: Place,
    context: Context,
    comforts: Comforts,
    speech: &Speech,
) -> anyhow::Result<Vec<Saying>> {
    let (to_desk, messages) = mpsc::channel();
    let gate = Arc::new(Gate::default());
    // Before the size is read: a window that changes from here on is heard of.
    listen(&to_desk, &gate)?;
    let size = terminal.size()?;
    let Comforts {
        keymap,
        comfort,
        auto_advance,
    } = comforts;
    let mut model = Model::new(size.width, size.height, speech.lang(), keymap, store.clone());
    model.shared.comfort = comfort;
    model.shared.auto_advance = auto_advance;
    model.shared.now.stamp = context.stamp();
    match &office {
        Some(office) => begin(&mut model, session_of(office), place),
        None => welcome(&mut model),
    }
    let (to_worker, asked) = mpsc::channel();
    let watch = Watch::default();
    let answers = to_desk.clone();
    let reader = Reader::start(context.clone(), to_desk.clone());
    let mut desk = Desk {
        to_worker,
        watch: watch.clone(),
        working: None,
        reader,
        news: to_desk.clone(),
        lookout: None,
        wake_at: None,
        gate,
        to_edit: None,
        editor: context.editor.clone(),
        clock: context.clone(),
        is_ascii: context.is_ascii,
        #[cfg(debug_assertions)]
        falls_at: context.falls_at.clone(),
        seen: Seen {
            is_plain: context.plain_colours,
            ground: context.ground.as_deref().and_then(Ground::of_variable),
        },
    };
    let worker = Worker::new(office, store, context, watch);
    let worker = thread::spawn(move || worker.work(&asked, &answers));
    desk.hand_over(std::mem::take(&mut model.shared.effects));
    let turning = AssertUnwindSafe(|| desk.turn(terminal, &mut model, &messages, speech));
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
    /// Over the worker's work.
    watch: Watch,
    /// The request that may take its time.
    working: Option<Ticket>,
    reader: Reader,
    news: Sender<Msg>,
    /// Over a folder in which sheets arrive.
    lookout: Option<Lookout>,
    wake_at: Option<Instant>,
    gate: Arc<Gate>,
    /// A text for the user's own editor.
    to_edit: Option<(Ticket, String)>,
    editor: Option<String>,
    /// Whoever knows what time it is.
    clock: Context,
    is_ascii: bool,
    #[cfg(debug_assertions)]
    falls_at: Option<String>,
    seen: Seen,
}

/// Tells whether nothing that is seen comes of a message: what is read ahead, and that it was kept.
fn is_silent(model: &Model, msg: &Msg) -> bool {
    let Msg::Answer(ticket, Ok(_)) = msg else {
        return false;
    };
    let waiting = model.shared.tickets.waiting(*ticket);
    matches!(waiting, None | Some(Waiting::Ahead | Waiting::Kept { .. }))
}

impl Desk {
    fn turn(
        &mut self,
        terminal: &mut ratatui::DefaultTerminal,
        model: &mut Model,
        messages: &Receiver<Msg>,
        speech: &Speech,
    ) -> anyhow::Result<()> {
        let mut has_changed = true;
        loop {
            if has_changed {
                self.draw(terminal, model, speech)?;
            }
            has_changed = false;
            let Some(first) = self.next(messages) else {
                return Ok(());
            };
            let mut next = Some(first);
            while let Some(msg) = next {
                has_changed |= !is_silent(model, &msg);
                model.shared.now.stamp = self.clock.stamp();
                if self.hand_over(update(model, msg)) {
                    return Ok(());
                }
                next = match self.to_edit.take() {
                    Some((ticket, text)) => {
                        let outcome = self.edit(terminal, model.shared.comfort.mouse, &text)?;
                        Some(Msg::Answer(ticket, outcome.map(Answered::Edited)))
                    }
                    None => messages.try_recv().ok(),
                };
            }
        }
    }

    fn draw(
        &self,
        terminal: &mut ratatui::DefaultTerminal,
        model: &Model,
        speech: &Speech,
    ) -> anyhow::Result<()> {
        let theme = Theme::of(model.shared.comfort.theme, self.seen);
        terminal.draw(|frame| {
            view(model, &theme, speech, frame);
            if self.is_ascii {
                ascii::flatten(frame.buffer_mut());
            }
            #[cfg(debug_assertions)]
            self.fall_at(frame.buffer_mut());
        })?;
        Ok(())
    }

    /// Falls at the sight of a text, where a test asks for it.
    #[cfg(debug_assertions)]
    fn fall_at(&self, seen: &ratatui::buffer::Buffer) {
        let text: String = seen.content().iter().map(ratatui::buffer::Cell::symbol).collect();
        let falls = self
            .falls_at
            .as_ref()
            .is_some_and(|fatal| text.contains(fatal.as_str()));
        assert!(!falls, "asked to fall here");
    }

    /// Lends the terminal to the user's own editor, and takes it back whatever came of that.
    fn edit(
        &self,
        terminal: &mut ratatui::DefaultTerminal,
        mouse: bool,
        text: &str,
    ) -> anyhow::Result<Result<String, Saying>> {
        self.gate.lend(|| {
            give_terminal_back();
            let outcome = edited(self.editor.as_deref(), text);
            enable_raw_mode()?;
            execute!(stdout(), EnterAlternateScreen)?;
            take_terminal(mouse);
            // Redraws everything; to clear would ask the terminal where its cursor is, and wait for its answer.
            terminal.resize(
                terminal
                    .size()
                    .map(|size| Rect::new(0, 0, size.width, size.height))?,
            )?;
            Ok(outcome)
        })
    }

    /// Blocks until something happens, or until it is time to wake.
    fn next(&mut self, messages: &Receiver<Msg>) -> Option<Msg> {
        loop {
            let look_at = self.working.map(|_| Instant::now() + OFTEN);
            let next = [self.wake_at, look_at].into_iter().flatten().min();
            let heard = match next {
                None => messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(next) => messages.recv_timeout(next.saturating_duration_since(Instant::now())),
            };
            match heard {
                Ok(msg) => {
                    if matches!(&msg, Msg::Answer(ticket, _) if self.working == Some(*ticket)) {
                        self.working = None;
                    }
                    return Some(msg);
                }
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if self.wake_at.is_some_and(|at| at <= Instant::now()) {
                self.wake_at = None;
                return Some(Msg::Woke);
            }
            if let Some((ticket, progress)) = self.working.zip(self.watch.progress()) {
                return Some(Msg::Working(ticket, progress));
            }
        }
    }

    /// Sees to what is asked; tells whether it is time to leave.
    fn hand_over(&mut self, effects: Vec<Effect>) -> bool {
        let mut leaves = false;
        for effect in effects {
            let Some(effect) = self.reader.take(effect) else {
                continue;
            };
            match effect {
                Effect::Quit => {
                    self.watch.stop();
                    leaves = true;
                }
                Effect::StopWork => self.watch.stop(),
                Effect::Watch(folder) => {
                    self.lookout = folder.map(|folder| Lookout::over(folder, self.news.clone()));
                }
                Effect::Do(ticket, act) => {
                    if act.is_long() {
                        self.working = Some(ticket);
                    }
                    let _ = self.to_worker.send(Effect::Do(ticket, act));
                }
                Effect::WakeAfter(rest) => {
                    let at = Instant::now() + rest;
                    self.wake_at = Some(self.wake_at.map_or(at, |other| other.min(at)));
                }
                Effect::EditOutside(ticket, text) => self.to_edit = Some((ticket, text)),
                Effect::Mouse(true) => {
                    let _mouse = execute!(stdout(), EnableMouseCapture);
                }
                Effect::Mouse(false) => {
                    let _mouse = execute!(stdout(), DisableMouseCapture);
                }
                other => {
                    let _ = self.to_worker.send(other);
                }
            }
        }
        leaves
    }
}
