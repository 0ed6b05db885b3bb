//! What levels would be, were a juror not there or a weight another: looked at, never written.

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::office::{Moved, Question, WhatIf};
use ratatui::Frame;

/// The screen.
#[derive(Debug, Default)]
pub struct WhatIfScreen {
    what: WhatIf,
    rows: Vec<Moved>,
}

impl WhatIfScreen {
    /// Asks with nothing otherwise.
    pub fn open(shared: &mut Shared) -> Self {
        let screen = Self::default();
        screen.ask(shared);
        screen
    }

    fn ask(&self, shared: &mut Shared) {
        shared.ask(Waiting::WhatIf, Question::WhatIf(self.what.clone()));
    }

    /// Takes what levels would be.
    pub fn take(&mut self, rows: Vec<Moved>) {
        self.rows = rows;
    }

    /// Takes an action.
    pub fn act(&mut self, _action: Action, _shared: &mut Shared) {}

    /// Keeps the cursor on what there is.
    pub fn settle(&mut self, _shared: &mut Shared) {}

    /// Draws the screen.
    pub fn view(&self, _look: &Look<'_>, _frame: &mut Frame<'_>) {}
}
