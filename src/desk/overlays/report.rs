//! Something to read, by scrolling; one may be asked to go on with it.

use super::moved;
use crate::desk::action::Action;
use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::theme::Theme;
use crate::desk::widgets::difference::set_off;
use crate::desk::widgets::frame::{cut, line_at, over, text_at};
use crate::desk::widgets::text::{columns, wrapped};
use crate::domain::assignment::Wish;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::path::PathBuf;

/// The width for which long texts are broken, so that all of them can be scrolled to.
const WIDTH: u16 = 74;

/// How an entry is told from the others, beside what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As any text.
    Plain,
    /// A heading.
    Strong,
    /// Less in view.
    Dim,
    /// To be looked at.
    Alert,
    /// As it should be.
    Good,
}

impl Tone {
    fn style(self, theme: &Theme) -> Style {
        match self {
            Self::Plain => theme.text,
            Self::Strong => theme.strong,
            Self::Dim => theme.dim,
            Self::Alert => theme.alert,
            Self::Good => theme.good,
        }
    }
}

#[derive(Debug)]
enum Entry {
    Said(Tone, Saying),
    /// Parts of a line, each with whether it differs from another text.
    Text(Tone, Vec<(bool, String)>),
}

/// What follows a report when one goes on.
#[derive(Debug, Clone)]
pub enum Then {
    /// Take the sheets in.
    Merge(Vec<PathBuf>),
    /// Share the dossiers out.
    Assign(Wish),
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
        self.say_as(Tone::Plain, saying);
    }

    /// Adds a message in a tone.
    pub fn say_as(&mut self, tone: Tone, saying: Saying) {
        self.entries.push(Entry::Said(tone, saying));
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.quote(Tone::Plain, "", text);
    }

    /// Adds a text in a tone, with something before each of its lines.
    pub fn quote(&mut self, tone: Tone, before: &str, text: &str) {
        let plain = |line: String| vec![(false, line)];
        let lines = broken(before, text).into_iter();
        self.entries
            .extend(lines.map(|line| Entry::Text(tone, plain(format!("{before}{line}")))));
    }

    /// Adds a text in which what differs stands between signs.
    pub fn marked(&mut self, tone: Tone, before: &str, text: &str, signs: (&str, &str)) {
        for mut line in set_off(&broken(before, text), signs) {
            line.insert(0, (false, before.to_owned()));
            self.entries.push(Entry::Text(tone, line));
        }
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
        let mut lines: Vec<Vec<Line<'_>>> = Vec::new();
        for entry in &self.entries {
            match entry {
                Entry::Said(tone, saying) => {
                    let said = wrapped(&speech.say(saying), width.saturating_sub(4)).into_iter();
                    let style = tone.style(theme);
                    lines.push(said.map(|line| Line::styled(format!(" {line}"), style)).collect());
                }
                Entry::Text(tone, parts) => lines.push(vec![line_of(*tone, parts, theme)]),
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
            line_at(frame, inside, row, &cut(line, usize::from(inside.width)));
        }
        let id = match (&self.then, fits) {
            (Some(_), _) => "desk-report-keys-apply",
            (None, true) => "desk-report-keys",
            (None, false) => "desk-report-keys-scroll",
        };
        text_at(frame, inside, rows, &format!(" {}", speech.word(id)), theme.key);
    }
}

/// Breaks a text for the room that is left beside what stands before each line.
fn broken(before: &str, text: &str) -> Vec<String> {
    let taken = u16::try_from(columns(before)).unwrap_or(WIDTH);
    let inert = Inert::block(text);
    wrapped(inert.as_str(), WIDTH.saturating_sub(taken))
}

fn line_of<'a>(tone: Tone, parts: &'a [(bool, String)], theme: &Theme) -> Line<'a> {
    let style = |differs| if differs { theme.alert } else { tone.style(theme) };
    let spans = parts
        .iter()
        .map(|(differs, part)| Span::styled(part.as_str(), style(*differs)));
    std::iter::once(Span::raw(" ")).chain(spans).collect()
}
