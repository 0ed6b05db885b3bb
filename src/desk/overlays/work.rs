//! How far long work is. It can be stopped: then nothing of it is written.

use crate::desk::effect::Ticket;
use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::widgets::frame::{over, text_at};
use crate::desk::widgets::meter::meter;
use crate::desk::widgets::text::wrapped;
use crate::domain::saying::Saying;
use crate::office::{Progress, Stage};
use ratatui::Frame;

/// The work.
#[derive(Debug)]
pub struct Work {
    /// The request that is under way.
    pub ticket: Ticket,
    /// How far it is.
    pub progress: Progress,
    /// Whether it was asked to stop.
    pub is_stopping: bool,
}

impl Work {
    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let body = parts(shared.width, shared.height).body;
        let Progress { stage, done, all } = self.progress;
        let inside = over(frame, centred(body, 60, 6), &speech.word(stage.word()), theme);
        let count = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let gauge = if let Some(percent) = done.min(all).saturating_mul(100).checked_div(all) {
            let cells = usize::from(inside.width.saturating_sub(10));
            format!(" {} {percent:>3} %", meter(count(done), count(all), cells))
        } else {
            format!(" {done}")
        };
        text_at(frame, inside, 1, &gauge, theme.strong);
        let said = match (self.is_stopping, stage) {
            (_, Stage::Settling) => "desk-work-settling",
            (true, _) => "desk-work-stopping",
            (false, _) => "desk-work-keys",
        };
        let said = wrapped(&speech.say(&Saying::new(said)), inside.width.saturating_sub(2));
        for (row, line) in (3..).zip(&said) {
            text_at(frame, inside, row, &format!(" {line}"), theme.key);
        }
    }
}
