//! How far the jury agrees, and how severe each juror is: advice to the jury about itself.

mod detail;
mod severity;
mod table;
mod view;

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::widgets::scrolled::scrolled;
use crate::office::{JuryAgreement, Question};

/// The screen.
#[derive(Debug, Default)]
pub struct Statistics {
    agreement: Option<Box<JuryAgreement>>,
    on_detail: bool,
    top: usize,
}

impl Statistics {
    /// Asks for it.
    pub fn open(shared: &mut Shared) -> Self {
        Self::ask(shared);
        Self::default()
    }

    /// Asks anew.
    pub fn ask(shared: &mut Shared) {
        shared.ask(Waiting::Agreement, Question::Agreement);
    }

    /// Takes it.
    pub fn take(&mut self, agreement: Box<JuryAgreement>) {
        self.agreement = Some(agreement);
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::SwitchPane => {
                self.on_detail = !self.on_detail;
                self.top = 0;
            }
            _ => self.top = scrolled(self.top, action, rows(shared)),
        }
    }

    /// Keeps the last line at the bottom at most.
    pub fn settle(&mut self, shared: &mut Shared) {
        let all = Look::plain(shared, |look| self.lines(look).len());
        self.top = self.top.min(all.saturating_sub(rows(shared)));
    }
}

fn rows(shared: &Shared) -> usize {
    usize::from(parts(shared.width, shared.height).body.height)
}
