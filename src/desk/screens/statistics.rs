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
use crate::desk::theme::Theme;
use crate::office::{JuryAgreement, Question};
use crate::speech::Speech;

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
        let page = rows(shared).saturating_sub(2).max(1);
        match action {
            Action::SwitchPane => {
                self.on_detail = !self.on_detail;
                self.top = 0;
            }
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = self.top.saturating_add(1),
            Action::PageUp => self.top = self.top.saturating_sub(page),
            Action::PageDown => self.top = self.top.saturating_add(page),
            Action::First => self.top = 0,
            Action::Last => self.top = usize::MAX,
            _ => {}
        }
    }

    /// Keeps the last line at the bottom at most.
    pub fn settle(&mut self, shared: &mut Shared) {
        // How many lines there are depends on the words, not on how they look.
        let look = Look {
            shared,
            theme: &Theme::plain(),
            speech: &Speech::new(shared.lang),
            is_covered: false,
        };
        let all = self.lines(&look).len();
        self.top = self.top.min(all.saturating_sub(rows(shared)));
    }
}

fn rows(shared: &Shared) -> usize {
    usize::from(parts(shared.width, shared.height).body.height)
}
