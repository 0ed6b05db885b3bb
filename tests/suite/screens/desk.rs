//! A desk on a demo of its own, with a worker that answers at once, or that a test answers for.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;
use tnl_jury::context::Context;
use tnl_jury::demo::{self, DemoRole};
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::{self, Chord};
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::model::Model;
use tnl_jury::desk::reader::Lens;
use tnl_jury::desk::theme::Theme;
use tnl_jury::desk::update::{Place, begin, update, welcome};
use tnl_jury::desk::view::view;
use tnl_jury::desk::worker::{Worker, session_of};
use tnl_jury::domain::words::Lang;
use tnl_jury::office::reading::Cancel;
use tnl_jury::office::{Answer, Office, Question, Watch};
use tnl_jury::speech::Speech;
use tnl_jury::store::{Access, Store};

/// The sizes at which every screen is looked at.
pub(super) const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// A desk under test.
pub(super) struct Desk {
    pub(super) model: Model,
    pub(super) worker: Worker,
    /// What reads evidence, at once.
    pub(super) lens: Lens,
    /// What was asked of the world and is no matter of the worker.
    pub(super) others: Vec<Effect>,
    speech: Speech,
    theme: Theme,
    folder: TempDir,
}

fn context() -> Context {
    Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 7)
}

/// One demo for all tests; each works on a copy.
fn template() -> &'static (TempDir, [PathBuf; 3]) {
    static MADE: OnceLock<(TempDir, [PathBuf; 3])> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let made = demo::build(folder.path(), false, &context()).unwrap();
        let stores =
            [DemoRole::Juror, DemoRole::Coordinator, DemoRole::Committee].map(|role| made.store(role));
        (folder, stores)
    })
}

impl Desk {
    /// A juror's desk, half way through.
    pub(super) fn juror(lang: Lang, size: (u16, u16)) -> Self {
        Self::on(0, Place::Dossiers, lang, size)
    }

    /// A juror's desk on a store in which something was written first.
    pub(super) fn juror_after(lang: Lang, size: (u16, u16), write: impl FnOnce(&Store)) -> Self {
        Self::prepared(0, Place::Dossiers, lang, size, write)
    }

    /// The coordinator's, before the sitting.
    pub(super) fn coordinator(place: Place, lang: Lang, size: (u16, u16)) -> Self {
        Self::on(1, place, lang, size)
    }

    /// The coordinator's on a store in which something was written first.
    pub(super) fn coordinator_after(lang: Lang, size: (u16, u16), write: impl FnOnce(&Store)) -> Self {
        Self::prepared(1, Place::Dossiers, lang, size, write)
    }

    /// The committee's, sitting.
    pub(super) fn committee(lang: Lang, size: (u16, u16)) -> Self {
        Self::on(2, Place::Committee, lang, size)
    }

    fn on(which: usize, place: Place, lang: Lang, size: (u16, u16)) -> Self {
        Self::prepared(which, place, lang, size, |_| {})
    }

    fn prepared(
        which: usize,
        place: Place,
        lang: Lang,
        size: (u16, u16),
        write: impl FnOnce(&Store),
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("session.sqlite");
        std::fs::copy(&template().1[which], &store).unwrap();
        write(&Store::open(&store, Access::Write).unwrap());
        let office = Office::open(&store, Access::Write, context()).unwrap();
        let mut desk = Self::empty(folder, Some(office), lang, size);
        let session = session_of(desk.worker.office().unwrap());
        begin(&mut desk.model, session, place);
        let effects = std::mem::take(&mut desk.model.shared.effects);
        desk.answer(effects);
        desk
    }

    /// The committee's desk again after it fell: nothing is said to the one before.
    pub(super) fn fallen(self) -> Self {
        let Self {
            folder,
            worker,
            model,
            ..
        } = self;
        drop(worker);
        let store = folder.path().join("session.sqlite");
        let office = Office::open(&store, Access::Write, context()).unwrap();
        let (lang, size) = (model.shared.lang, (model.shared.width, model.shared.height));
        let mut desk = Self::empty(folder, Some(office), lang, size);
        let session = session_of(desk.worker.office().unwrap());
        begin(&mut desk.model, session, Place::Committee);
        let effects = std::mem::take(&mut desk.model.shared.effects);
        desk.answer(effects);
        desk
    }

    /// Returns the last entry of a kind in the journal.
    pub(super) fn last_entry(&self, kind: &str) -> String {
        let office = self.worker.office().unwrap();
        let Answer::Journal(entries) = office.ask(Question::Journal).unwrap() else {
            panic!("no journal");
        };
        let entry = entries.into_iter().rfind(|entry| entry.kind == kind);
        entry.unwrap().payload
    }

    /// A desk on a store that another may hold.
    pub(super) fn second(store: &std::path::Path, lang: Lang, size: (u16, u16)) -> Self {
        let office = Office::open_or_read(store, context()).unwrap();
        let mut desk = Self::empty(tempfile::tempdir().unwrap(), Some(office), lang, size);
        let session = session_of(desk.worker.office().unwrap());
        begin(&mut desk.model, session, Place::Dossiers);
        let effects = std::mem::take(&mut desk.model.shared.effects);
        desk.answer(effects);
        desk
    }

    /// A desk without a store.
    pub(super) fn welcome(lang: Lang, size: (u16, u16)) -> Self {
        let mut desk = Self::empty(tempfile::tempdir().unwrap(), None, lang, size);
        desk.model.shared.store = PathBuf::from("/home/ilona/jury/session.sqlite");
        welcome(&mut desk.model);
        desk
    }

    fn empty(folder: TempDir, office: Option<Office>, lang: Lang, size: (u16, u16)) -> Self {
        let store = folder.path().join("session.sqlite");
        let keymap = keymap::load(None).unwrap();
        Self {
            model: Model::new(size.0, size.1, lang, keymap, store.clone()),
            worker: Worker::new(office, store, context(), Watch::default()),
            lens: Lens::new(context(), None),
            others: Vec::new(),
            speech: Speech::new(lang),
            theme: Theme::plain(),
            folder,
        }
    }

    /// Returns a path in the folder of the store.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Sends a message and has the worker answer until nothing is asked any more.
    pub(super) fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.answer(effects);
    }

    /// Sends a message and returns what is asked, unanswered.
    pub(super) fn ask(&mut self, msg: Msg) -> Vec<Effect> {
        update(&mut self.model, msg)
    }

    /// Has the worker answer.
    pub(super) fn answer(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if matches!(
                effect,
                Effect::Quit | Effect::WakeAfter(_) | Effect::OpenOutside(..) | Effect::OpenFolder(..)
            ) {
                self.others.push(effect);
            } else if let Some(answer) = self.outcome(effect) {
                self.send(answer);
            }
        }
    }

    /// Returns what comes of an effect.
    pub(super) fn outcome(&mut self, effect: Effect) -> Option<Msg> {
        // Nothing is read ahead: tests say what is read.
        if matches!(effect, Effect::ReadAhead(..)) {
            return None;
        }
        let read = self.lens.answer(effect.clone(), &Cancel::new());
        let (ticket, outcome) = read.or_else(|| self.worker.answer(effect))?;
        Some(Msg::Answer(ticket, outcome))
    }

    /// Plays keys, written as keymaps write them and parted by spaces.
    pub(super) fn play(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.send(Msg::Key(Chord::parse(key).unwrap_or_else(|| panic!("{key}"))));
        }
    }

    /// Types a text.
    pub(super) fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.send(Msg::Key(Chord::of(c)));
        }
    }

    /// Draws, and returns what is seen.
    pub(super) fn screen(&self) -> String {
        let shared = &self.model.shared;
        let mut terminal = Terminal::new(TestBackend::new(shared.width, shared.height)).unwrap();
        terminal
            .draw(|frame| view(&self.model, &self.theme, &self.speech, frame))
            .unwrap();
        if shared.width == 0 || shared.height == 0 {
            return String::new();
        }
        let text = terminal.backend().to_string();
        let lines = text.lines().map(|line| line.trim_matches('"').trim_end());
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Draws with a theme, cell by cell.
    pub(super) fn drawn(&self, theme: &Theme) -> Buffer {
        let shared = &self.model.shared;
        let mut terminal = Terminal::new(TestBackend::new(shared.width, shared.height)).unwrap();
        terminal
            .draw(|frame| view(&self.model, theme, &self.speech, frame))
            .unwrap();
        terminal.backend().buffer().clone()
    }

    /// Checks that something is seen.
    #[track_caller]
    pub(super) fn shows(&self, text: &str) {
        let screen = self.screen().replace('\u{a0}', " ");
        assert!(screen.contains(text), "no {text:?} in\n{screen}");
    }

    /// Checks that something is not seen.
    #[track_caller]
    pub(super) fn hides(&self, text: &str) {
        let screen = self.screen().replace('\u{a0}', " ");
        assert!(!screen.contains(text), "{text:?} in\n{screen}");
    }
}
