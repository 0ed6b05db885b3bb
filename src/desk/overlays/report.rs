//! Something to read, by scrolling; one may be asked to go on with it.

use super::moved;
use crate::desk::action::Action;
use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::widgets::frame::{over, text_at};
use crate::desk::widgets::text::wrapped;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use ratatui::Frame;
use std::path::PathBuf;

/// The width for which long texts are broken, so that all of them can be scrolled to.
const WIDTH: u16 = 74;

#[derive(Debug)]
enum Entry {
    Said(Saying),
    Text(String),
}

/// What follows a report when one goes on.
#[derive(Debug, Clone)]
pub enum Then {
    /// Take the sheets in.
    Merge(Vec<PathBuf>),
}

/// Something to read.
#[derive(Debug)]
pub struct Report {
    title: Saying,
    entries: Vec<Entry>,
    top: usize,
    /// What `accept` goes on with.
    pub then: Option<Then>,
}

impl Report {
    /// Starts an empty one.
    pub fn new(title: Saying) -> Self {
        Self {
            title,
            entries: Vec::new(),
            top: 0,
            then: None,
        }
    }

    /// Adds a message.
    pub fn say(&mut self, saying: Saying) {
        self.entries.push(Entry::Said(saying));
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        let inert = Inert::block(text);
        let lines = wrapped(inert.as_str(), WIDTH);
        self.entries.extend(lines.into_iter().map(Entry::Text));
    }

    pub(super) fn act(&mut self, action: Action, page: usize) {
        self.top = moved(self.top, action, page, self.entries.len());
    }

    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let body = parts(shared.width, shared.height).body;
        let width = (WIDTH + 4).min(body.width);
        let mut lines = Vec::new();
        for entry in &self.entries {
            match entry {
                Entry::Said(saying) => lines.push(wrapped(&speech.say(saying), width.saturating_sub(4))),
                Entry::Text(text) => lines.push(vec![text.clone()]),
            }
        }
        let all: usize = lines.iter().map(Vec::len).sum();
        let height = u16::try_from(all + 3).unwrap_or(u16::MAX);
        let area = centred(body, width, height.min(body.height));
        let inside = over(frame, area, &speech.say(&self.title), theme);
        let rows = inside.height.saturating_sub(1);
        let fits = all <= usize::from(rows);
        let top = if fits { 0 } else { self.top };
        for (row, line) in (0..rows).zip(lines.iter().skip(top).flatten()) {
            text_at(frame, inside, row, &format!(" {line}"), theme.text);
        }
        let id = match (&self.then, fits) {
            (Some(_), _) => "desk-report-keys-apply",
            (None, true) => "desk-report-keys",
            (None, false) => "desk-report-keys-scroll",
        };
        text_at(frame, inside, rows, &format!(" {}", speech.word(id)), theme.key);
    }
}
