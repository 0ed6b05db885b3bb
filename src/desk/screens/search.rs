//! Words looked for in every answer, piece and remark: hits as one types, each with the sentence that holds them.

mod view;

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::keymap::Chord;
use crate::desk::layout::{cut_top, frame, windowed};
use crate::desk::model::{Shared, Step};
use crate::desk::screens::review::{Goal, Stand, Wish};
use crate::desk::widgets::line_edit::LineEdit;
use crate::domain::ids::Digest;
use crate::office::Question;
use crate::office::ask::Hit;
use crate::store::{PassageKind, terms};
use ratatui::layout::{Position, Rect};
use std::time::Duration;

/// Most passages that are shown; further words narrow them.
const MOST_HITS: usize = 200;
/// The rest after which what was typed is looked for.
const REST: Duration = Duration::from_millis(150);

/// The screen.
#[derive(Debug, Default)]
pub struct Search {
    line: LineEdit,
    hits: Vec<Hit>,
    /// The words that the hits hold.
    of: Option<String>,
    asked: Option<String>,
    selected: usize,
    top: usize,
    /// Whether a wake is on its way, and whether one typed since it was asked for.
    waits: bool,
    typed: bool,
    /// Where one was.
    pub from: Option<Stand>,
}

impl Search {
    /// Opens it over the place where one is.
    pub fn open(from: Option<Stand>) -> Self {
        Self {
            from,
            ..Self::default()
        }
    }

    /// Takes a key that is no action: the words change, and are looked for after a rest.
    pub fn type_key(&mut self, chord: Chord, shared: &mut Shared) {
        if self.line.key(chord) {
            self.rest(shared);
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, shared: &mut Shared) {
        self.line.insert(text);
        self.rest(shared);
    }

    fn rest(&mut self, shared: &mut Shared) {
        self.typed = self.waits;
        if !self.waits {
            self.waits = true;
            shared.wake_after(REST);
        }
    }

    /// A rest is over: asks, or rests again where one typed on meanwhile.
    pub fn woke(&mut self, shared: &mut Shared) {
        if !std::mem::take(&mut self.waits) {
            return;
        }
        if self.typed {
            self.rest(shared);
        } else if !self.is_fresh() {
            self.ask(shared);
        }
    }

    fn ask(&mut self, shared: &mut Shared) {
        let words = self.line.text();
        if self.asked.as_ref() == Some(&words) {
            return;
        }
        self.asked = Some(words.clone());
        let most = MOST_HITS;
        shared.ask(Waiting::Search(words.clone()), Question::Search { words, most });
    }

    /// Takes what was found for some words.
    pub fn take(&mut self, words: String, hits: Vec<Hit>) {
        self.asked = None;
        self.hits = hits;
        self.of = Some(words);
        self.selected = 0;
        self.top = 0;
    }

    /// The search failed: it may be asked again.
    pub fn failed(&mut self) {
        self.asked = None;
    }

    fn is_fresh(&self) -> bool {
        self.of.as_ref().is_some_and(|of| *of == self.line.text())
    }

    /// Returns the hit under the cursor.
    pub fn hit(&self) -> Option<&Hit> {
        self.hits.get(self.selected)
    }

    fn terms(&self) -> Vec<String> {
        self.of.as_deref().map(terms).unwrap_or_default()
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let page = areas(shared).1.shown.max(1);
        match action {
            Action::Up => self.selected = self.selected.saturating_sub(1),
            Action::Down => self.selected += 1,
            Action::PageUp => self.selected = self.selected.saturating_sub(page),
            Action::PageDown => self.selected += page,
            Action::Open if !self.is_fresh() => self.ask(shared),
            Action::Open => self.go(shared),
            _ => {}
        }
    }

    fn go(&self, shared: &mut Shared) {
        let Some(hit) = self.hit() else { return };
        shared.go(Step::Place(
            hit.dossier.clone(),
            hit.criterion.clone(),
            goal_of(hit, &self.line.text()),
        ));
    }

    /// Takes a click: it selects the hit under it, another one opens it.
    pub fn click(&mut self, at: Position, shared: &mut Shared) {
        let (_, rows, list) = areas(shared);
        if !list.contains(at) {
            return;
        }
        let place = self.top + usize::from(at.y - list.y) / (rows.excerpt + 1);
        if place == self.selected {
            self.act(Action::Open, shared);
        } else if place < self.hits.len() {
            self.selected = place;
        }
    }

    /// Keeps the hit that is selected in view.
    pub fn settle(&mut self, shared: &mut Shared) {
        self.selected = self.selected.min(self.hits.len().saturating_sub(1));
        let shown = areas(shared).1.shown;
        self.top = windowed(self.top, self.selected, shown, self.hits.len());
    }
}

/// Says where in a dossier a hit stands.
fn goal_of(hit: &Hit, words: &str) -> Goal {
    match hit.kind {
        PassageKind::Answer => Goal::Answer(hit.place.clone()),
        PassageKind::Remark => Goal::Criterion,
        PassageKind::Evidence => {
            let digest = hit.place.split('#').next().and_then(Digest::parse);
            let wish = hit.page.map(|page| Wish::Words {
                page: page.saturating_sub(1),
                terms: terms(words),
            });
            digest.map_or(Goal::Criterion, |digest| Goal::Piece(digest, wish))
        }
    }
}

/// How the hits are laid.
#[derive(Debug, Clone, Copy)]
struct Rows {
    /// Rows of the sentence.
    excerpt: usize,
    /// How many hits are seen.
    shown: usize,
}

/// Returns the line that is typed on, with a row under it, and where the hits stand.
fn areas(shared: &Shared) -> (Rect, Rows, Rect) {
    let body = frame(shared.width, shared.height).body;
    let (line, hits) = cut_top(body, 2);
    let excerpt = if shared.width < 120 { 2 } else { 1 };
    let shown = usize::from(hits.height) / (excerpt + 1);
    (line, Rows { excerpt, shown }, hits)
}
