//! The levels and who has them, the strongest first within each.

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::office::{Question, RankedLevel};
use ratatui::Frame;

/// The screen.
#[derive(Debug, Default)]
pub struct Results {
    levels: Vec<RankedLevel>,
}

impl Results {
    /// Asks for them.
    pub fn open(shared: &mut Shared) -> Self {
        shared.ask(Waiting::Ranking, Question::Ranking);
        Self::default()
    }

    /// Takes them.
    pub fn take(&mut self, levels: Vec<RankedLevel>) {
        self.levels = levels;
    }

    /// Takes an action.
    pub fn act(&mut self, _action: Action, _shared: &mut Shared) {}

    /// Keeps the cursor on what there is.
    pub fn settle(&mut self, _shared: &mut Shared) {}

    /// Draws the screen.
    pub fn view(&self, _look: &Look<'_>, _frame: &mut Frame<'_>) {}
}
