//! All that the desk knows. Screens hold what they show; what several of them need is shared.

use super::action::{Action, Context};
use super::comfort::Comfort;
use super::effect::{Effect, Ticket, Tickets, Waiting};
use super::keymap::{Chord, Keymap};
use super::message::Session;
use super::now::Now;
use super::overlays::Overlay;
use super::screens::Screen;
use super::screens::compare::Side;
use super::screens::review::Goal;
use super::settings::Setting;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::ask::Overview;
use crate::office::{Act, Question};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The desk.
#[derive(Debug)]
pub struct Model {
    /// What several screens need.
    pub shared: Shared,
    /// The screens, the one that is seen last.
    pub screens: Vec<Screen>,
    /// The boxes over it, the one that has the keys last.
    pub overlays: Vec<Overlay>,
    /// What was typed while a place was on its way, to which it belongs, or while a text waited for the disk.
    pub held: VecDeque<Typed>,
}

/// What comes from the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A key.
    Key(Chord),
    /// A text put in as one.
    Paste(String),
}

/// What several screens need.
#[derive(Debug)]
pub struct Shared {
    /// Columns of the terminal.
    pub width: u16,
    /// Its rows.
    pub height: u16,
    /// The language.
    pub lang: Lang,
    /// The keys in force.
    pub keymap: Keymap,
    /// The store that is open.
    pub session: Option<Session>,
    /// Where a store is, or would be.
    pub store: PathBuf,
    /// Where the campaign stands.
    pub overview: Option<Overview>,
    /// What is said at the bottom until a key.
    pub notice: Option<Notice>,
    /// Whether what was typed is on the disk.
    pub saving: Saving,
    /// Whether a score moves on to the next criterion.
    pub auto_advance: bool,
    /// What its user set for themselves.
    pub comfort: Comfort,
    /// The folder in which sheets arrive, where one is watched.
    pub watched: Option<PathBuf>,
    /// What time it is.
    pub now: Now,
    /// Requests under way.
    pub tickets: Tickets,
    /// What is asked of the world, until `update` hands it over.
    pub effects: Vec<Effect>,
    /// Where to go, until `update` goes there.
    pub steps: Vec<Step>,
}

/// Whether what was typed is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was typed yet.
    Idle,
    /// On its way.
    Pending,
    /// The store said so.
    Saved,
}

/// Something said at the bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whether something went wrong.
    pub is_error: bool,
    /// What.
    pub saying: Saying,
}

/// A step to another screen or box.
#[derive(Debug)]
pub enum Step {
    /// Review a dossier, on a criterion or on its first unscored one.
    Review(DossierId, Option<CriterionCode>),
    /// Review a dossier at a place in it.
    Place(DossierId, Option<CriterionCode>, Goal),
    /// To the words that are looked for.
    Search,
    /// To a criterion in two dossiers.
    Compare(Box<Side>),
    /// To one's scores on a criterion.
    Everywhere(CriterionCode),
    /// To what the juror gave.
    MySheet,
    /// To the sheets.
    Sheets,
    /// To files of dossiers on their way in.
    Intake(PathBuf),
    /// To the jury.
    Jury,
    /// To the committee.
    Committee,
    /// To what levels would be, were something else.
    WhatIf,
    /// To the levels and who has them.
    Results,
    /// To how far the jury agrees.
    Statistics,
    /// To what would be published.
    Publication,
    /// Open a box.
    Over(Box<Overlay>),
    /// Close the uppermost box, or the screen.
    Back,
    /// Leave the program.
    Leave,
    /// The list and the counts are no longer what they were.
    Refresh,
}

impl Model {
    /// Makes a desk that shows nothing yet.
    pub fn new(width: u16, height: u16, lang: Lang, keymap: Keymap, store: PathBuf) -> Self {
        Self {
            shared: Shared {
                width,
                height,
                lang,
                keymap,
                session: None,
                store,
                overview: None,
                notice: None,
                saving: Saving::Idle,
                auto_advance: true,
                comfort: Comfort::default(),
                watched: None,
                now: Now::default(),
                tickets: Tickets::default(),
                effects: Vec::new(),
                steps: Vec::new(),
            },
            screens: Vec::new(),
            overlays: Vec::new(),
            held: VecDeque::new(),
        }
    }

    /// Returns the place whose keys work now.
    pub fn context(&self) -> Context {
        match (self.overlays.last(), self.screens.last()) {
            (Some(overlay), _) => overlay.context(),
            (None, Some(screen)) => screen.context(),
            (None, None) => Context::Global,
        }
    }

    /// Tells whether a place is on its way, so that keys typed now are meant for it.
    pub fn is_travelling(&self) -> bool {
        self.shared.tickets.any(|waiting| {
            matches!(
                waiting,
                Waiting::Dossier { .. }
                    | Waiting::Next
                    | Waiting::Neighbour
                    | Waiting::Undo
                    | Waiting::Room
                    | Waiting::Members
                    | Waiting::Everywhere(_)
                    | Waiting::Others(_)
                    | Waiting::Beside(_)
            )
        })
    }
}

impl Shared {
    /// The least size at which the screens can be read.
    pub const LEAST: (u16, u16) = (80, 24);

    /// Tells whether the terminal is too small to show anything.
    pub fn is_too_small(&self) -> bool {
        self.width < Self::LEAST.0 || self.height < Self::LEAST.1
    }

    /// Returns whose store it is.
    pub fn role(&self) -> Option<Role> {
        self.session.as_ref().map(|session| session.role)
    }

    /// Returns the grid, where a store is open.
    pub fn grid(&self) -> Option<Arc<Grid>> {
        self.session.as_ref().map(|session| Arc::clone(&session.grid))
    }

    /// Asks; older questions of the kind are void.
    pub fn ask(&mut self, waiting: Waiting, question: Question) {
        let ticket = self.tickets.open_only(waiting);
        self.effects.push(Effect::Ask(ticket, question));
    }

    /// Acts.
    pub fn act(&mut self, waiting: Waiting, act: Act) {
        let ticket = self.tickets.open(waiting);
        self.effects.push(Effect::Do(ticket, act));
    }

    /// Asks the world for something else.
    pub fn want(&mut self, waiting: Waiting, effect: impl FnOnce(Ticket) -> Effect) {
        let ticket = self.tickets.open_only(waiting);
        self.effects.push(effect(ticket));
    }

    /// Has a setting written down, for the next time.
    pub fn remember(&mut self, setting: Setting) {
        let ticket = self.tickets.open(Waiting::Remembered);
        self.effects.push(Effect::Remember(ticket, setting));
    }

    /// Asks to be woken within a second, where time is told and no tick is on its way.
    pub fn tick(&mut self) {
        if !self.now.ticks && !self.now.stamp.is_empty() {
            self.now.ticks = true;
            self.wake_after(Duration::from_secs(1));
        }
    }

    /// Asks to be woken.
    pub fn wake_after(&mut self, rest: Duration) {
        self.effects.push(Effect::WakeAfter(rest));
    }

    /// Says something at the bottom.
    pub fn tell(&mut self, saying: Saying) {
        self.notice = Some(Notice {
            is_error: false,
            saying,
        });
    }

    /// Says what went wrong.
    pub fn warn(&mut self, saying: Saying) {
        self.notice = Some(Notice {
            is_error: true,
            saying,
        });
    }

    /// Goes somewhere.
    pub fn go(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// Opens a box.
    pub fn over(&mut self, overlay: Overlay) {
        self.go(Step::Over(Box::new(overlay)));
    }

    /// Makes a message that names the key of an action.
    pub fn keyed(&self, id: &'static str, context: Context, action: Action) -> Saying {
        let key = self.key_of(context, action);
        Saying::new(id).text("key", key.map_or_else(String::new, |chord| chord.to_string()))
    }

    /// Returns the key to show for an action here.
    pub fn key_of(&self, context: Context, action: Action) -> Option<Chord> {
        self.keymap.chord(context, action)
    }
}
