//! How far the jury agrees, and how severe each juror is: advice to the jury about itself.

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::office::{JuryAgreement, Question};
use ratatui::Frame;

/// The screen.
#[derive(Debug, Default)]
pub struct Statistics {
    agreement: Option<Box<JuryAgreement>>,
}

impl Statistics {
    /// Asks for it.
    pub fn open(shared: &mut Shared) -> Self {
        shared.ask(Waiting::Agreement, Question::Agreement);
        Self::default()
    }

    /// Takes it.
    pub fn take(&mut self, agreement: Box<JuryAgreement>) {
        self.agreement = Some(agreement);
    }

    /// Takes an action.
    pub fn act(&mut self, _action: Action, _shared: &mut Shared) {}

    /// Keeps the cursor on what there is.
    pub fn settle(&mut self, _shared: &mut Shared) {}

    /// Draws the screen.
    pub fn view(&self, _look: &Look<'_>, _frame: &mut Frame<'_>) {}
}
