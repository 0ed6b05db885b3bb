//! The screens: each holds what it shows, takes the actions of its keys and the answers it asked for, and draws itself.

pub mod committee;
pub mod compare;
pub mod dossiers;
pub mod everywhere;
pub mod intake;
pub mod jury;
mod masked;
pub mod my_sheet;
pub mod publication;
pub mod results;
pub mod review;
pub mod search;
pub mod sheets;
pub mod statistics;
pub mod welcome;
pub mod what_if;

use super::action::{Action, Context};
use super::look::Look;
use super::message::Gesture;
use super::model::Shared;
use ratatui::Frame;
use ratatui::layout::Position;

/// What is seen.
#[derive(Debug)]
pub enum Screen {
    /// Without a store.
    Welcome(Box<welcome::Welcome>),
    /// The list.
    Dossiers(Box<dossiers::Dossiers>),
    /// A dossier before its juror.
    Review(Box<review::Review>),
    /// What the juror gave.
    MySheet(Box<my_sheet::MySheetScreen>),
    /// What came in.
    Sheets(Box<sheets::Sheets>),
    /// Dossiers on their way in.
    Intake(Box<intake::Intake>),
    /// Who sits on the jury.
    Jury(Box<jury::Jury>),
    /// The sitting.
    Committee(Box<committee::Committee>),
    /// What levels would be.
    WhatIf(Box<what_if::WhatIfScreen>),
    /// The levels and who has them.
    Results(Box<results::Results>),
    /// How far the jury agrees.
    Statistics(Box<statistics::Statistics>),
    /// What would be published.
    Publication(Box<publication::Publication>),
    /// Words looked for.
    Search(Box<search::Search>),
    /// A criterion in two dossiers.
    Compare(Box<compare::Compare>),
    /// One's scores on a criterion.
    Everywhere(Box<everywhere::Everywhere>),
}

impl Screen {
    /// Returns the place whose keys work on it.
    pub fn context(&self) -> Context {
        match self {
            Self::Welcome(_) => Context::Welcome,
            Self::Dossiers(list) if list.is_typing() => Context::Input,
            Self::Dossiers(_) => Context::List,
            Self::Review(review) if review.is_choosing() => Context::Passage,
            Self::Review(_) => Context::Review,
            Self::MySheet(_) => Context::MySheet,
            Self::Sheets(_) => Context::Sheets,
            Self::Intake(_) => Context::Intake,
            Self::Jury(_) => Context::Jury,
            Self::Committee(_) => Context::Committee,
            Self::WhatIf(_) => Context::WhatIf,
            Self::Results(_) => Context::Results,
            Self::Statistics(_) => Context::Statistics,
            Self::Publication(_) => Context::Publication,
            Self::Search(_) => Context::Search,
            Self::Compare(_) => Context::Compare,
            Self::Everywhere(_) => Context::Everywhere,
        }
    }

    /// Returns where one was in a dossier when a screen was opened over it.
    pub fn from(&self) -> Option<review::Stand> {
        match self {
            Self::Search(screen) => screen.from.clone(),
            Self::Compare(screen) => screen.from.clone(),
            Self::Everywhere(screen) => screen.from.clone(),
            _ => None,
        }
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match self {
            Self::Welcome(screen) => screen.act(action, shared),
            Self::Dossiers(screen) => screen.act(action, shared),
            Self::Review(screen) => screen.act(action, shared),
            Self::MySheet(screen) => screen.act(action, shared),
            Self::Sheets(screen) => screen.act(action, shared),
            Self::Intake(screen) => screen.act(action, shared),
            Self::Jury(screen) => screen.act(action, shared),
            Self::Committee(screen) => screen.act(action, shared),
            Self::WhatIf(screen) => screen.act(action, shared),
            Self::Results(screen) => screen.act(action, shared),
            Self::Statistics(screen) => screen.act(action, shared),
            Self::Publication(screen) => screen.act(action, shared),
            Self::Search(screen) => screen.act(action, shared),
            Self::Compare(screen) => screen.act(action, shared),
            Self::Everywhere(screen) => screen.act(action, shared),
        }
    }

    /// Takes what the mouse did on a cell.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &mut Shared) {
        let turned = match gesture {
            Gesture::Click | Gesture::Drag | Gesture::Drop => None,
            Gesture::WheelUp => Some(Action::Up),
            Gesture::WheelDown => Some(Action::Down),
        };
        match self {
            Self::Dossiers(screen) => screen.mouse(at, gesture, shared),
            Self::Review(screen) => screen.mouse(at, gesture, shared),
            Self::Sheets(screen) => screen.mouse(at, gesture, shared),
            Self::Intake(screen) => screen.mouse(at, gesture, shared),
            Self::Jury(screen) => screen.mouse(at, gesture, shared),
            Self::Committee(screen) => screen.mouse(at, gesture, shared),
            Self::WhatIf(screen) => screen.mouse(at, gesture, shared),
            Self::Results(screen) => screen.mouse(at, gesture, shared),
            Self::Search(screen) if gesture == Gesture::Click => screen.click(at, shared),
            Self::Everywhere(screen) if gesture == Gesture::Click => screen.click(at, shared),
            Self::Welcome(_)
            | Self::MySheet(_)
            | Self::Statistics(_)
            | Self::Publication(_)
            | Self::Search(_)
            | Self::Compare(_)
            | Self::Everywhere(_) => {
                if let Some(action) = turned {
                    self.act(action, shared);
                }
            }
        }
    }

    /// Puts itself right after whatever happened: what is selected is seen, text is broken for the width.
    pub fn settle(&mut self, shared: &mut Shared) {
        match self {
            Self::Dossiers(screen) => screen.settle(shared),
            Self::Review(screen) => screen.settle(shared),
            Self::MySheet(screen) => screen.settle(shared),
            Self::Sheets(screen) => screen.settle(shared),
            Self::Intake(screen) => screen.settle(shared),
            Self::Jury(screen) => screen.settle(shared),
            Self::Committee(screen) => screen.settle(shared),
            Self::WhatIf(screen) => screen.settle(shared),
            Self::Results(screen) => screen.settle(shared),
            Self::Statistics(screen) => screen.settle(shared),
            Self::Publication(screen) => screen.settle(shared),
            Self::Search(screen) => screen.settle(shared),
            Self::Compare(screen) => screen.settle(shared),
            Self::Everywhere(screen) => screen.settle(shared),
            Self::Welcome(_) => {}
        }
    }

    /// Draws itself, all but the last line.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        match self {
            Self::Welcome(screen) => screen.view(look, frame),
            Self::Dossiers(screen) => screen.view(look, frame),
            Self::Review(screen) => screen.view(look, frame),
            Self::MySheet(screen) => screen.view(look, frame),
            Self::Sheets(screen) => screen.view(look, frame),
            Self::Intake(screen) => screen.view(look, frame),
            Self::Jury(screen) => screen.view(look, frame),
            Self::Committee(screen) => screen.view(look, frame),
            Self::WhatIf(screen) => screen.view(look, frame),
            Self::Results(screen) => screen.view(look, frame),
            Self::Statistics(screen) => screen.view(look, frame),
            Self::Publication(screen) => screen.view(look, frame),
            Self::Search(screen) => screen.view(look, frame),
            Self::Compare(screen) => screen.view(look, frame),
            Self::Everywhere(screen) => screen.view(look, frame),
        }
    }
}
