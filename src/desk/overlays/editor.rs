//! The editor of a comment, which saves itself, and of a decision's reason.

use crate::desk::action::Action;
use crate::desk::effect::{Draft, Field};
use crate::desk::keymap::Chord;
use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::theme::Theme;
use crate::desk::widgets::editor::TextField;
use crate::desk::widgets::frame::{over, text_at};
use crate::desk::widgets::text::columns;
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use crate::office::act::Decide;
use ratatui::Frame;
use ratatui::layout::Rect;
use std::time::Duration;

/// How long a text rests before it is saved: less than a second after the first key that changed it.
pub const REST: Duration = Duration::from_millis(700);
/// How many keys are typed at most before it is saved.
const STROKES: u32 = 10;
/// How many keys may be lost: so many are taken at most that are not on the disk yet.
const UNSAVED: u32 = 20;

/// What is written.
#[derive(Debug, Clone)]
pub enum Target {
    /// One of a criterion's texts; `text` is what the store holds.
    Text(Draft),
    /// Why a level is given.
    Reason(Box<Decide>),
    /// What a candidate is told; it is kept with the sitting at each key.
    Told(DossierId),
}

/// The editor.
#[derive(Debug)]
pub struct Editor {
    /// What is written.
    pub target: Target,
    field: TextField,
    /// Keys that were not sent to the store.
    strokes: u32,
    /// Keys on their way there.
    under_way: u32,
    waits: bool,
    counts: (usize, usize),
}

impl Editor {
    /// Opens one of a criterion's texts.
    pub fn of_text(draft: Draft) -> Self {
        Self::of(TextField::new(&draft.text), Target::Text(draft))
    }

    /// Opens a decision's reason.
    pub fn of_reason(decide: Decide) -> Self {
        Self::of(TextField::new(&decide.reason), Target::Reason(Box::new(decide)))
    }

    /// Opens what a candidate is told.
    pub fn of_told(dossier: DossierId, text: &str) -> Self {
        Self::of(TextField::new(text), Target::Told(dossier))
    }

    fn of(field: TextField, target: Target) -> Self {
        Self {
            counts: field.counts(),
            field,
            target,
            strokes: 0,
            under_way: 0,
            waits: false,
        }
    }

    /// Returns the text as it is written.
    pub fn text(&self) -> String {
        self.field.text()
    }

    /// Returns what is selected, else the paragraph around the cursor.
    pub fn piece(&self) -> String {
        self.field.piece()
    }

    /// Puts another text in the place of all of it; what is due to be saved comes back.
    pub fn replace(&mut self, text: &str, shared: &mut Shared) -> Option<Draft> {
        let changed = self.field.replace(text);
        changed.then(|| self.changed(shared)).flatten()
    }

    /// Takes a key; what is due to be saved comes back.
    pub fn key(&mut self, chord: Chord, shared: &mut Shared) -> Option<Draft> {
        let changed = self.field.key(chord);
        changed.then(|| self.changed(shared)).flatten()
    }

    /// Takes a text; what is due to be saved comes back.
    pub fn paste(&mut self, text: &str, shared: &mut Shared) -> Option<Draft> {
        let changed = self.field.paste(text);
        changed.then(|| self.changed(shared)).flatten()
    }

    /// Undoes or redoes; what is due to be saved comes back.
    pub fn turn(&mut self, action: Action, shared: &mut Shared) -> Option<Draft> {
        let changed = match action {
            Action::EditorUndo => self.field.undo(),
            Action::EditorRedo => self.field.redo(),
            _ => false,
        };
        changed.then(|| self.changed(shared)).flatten()
    }

    /// The rest is over; what is due to be saved comes back.
    pub fn woke(&mut self) -> Option<Draft> {
        self.waits = false;
        self.due()
    }

    /// Returns the text where the store does not hold it yet, and counts it as held.
    pub fn due(&mut self) -> Option<Draft> {
        let strokes = std::mem::take(&mut self.strokes);
        let text = self.field.text();
        match &mut self.target {
            Target::Text(draft) if draft.text != text => {
                draft.text = text;
                let due = draft.clone();
                draft.goes_on = true;
                self.under_way += strokes;
                Some(due)
            }
            Target::Text(_) | Target::Reason(_) | Target::Told(_) => None,
        }
    }

    /// Tells whether no more may be written before what is under way is on the disk.
    pub fn is_full(&self) -> bool {
        self.under_way > 0 && self.under_way + self.strokes >= UNSAVED
    }

    /// All that was sent was taken, or nothing of it will be: no key waits for it any more.
    pub fn settled(&mut self) {
        self.under_way = 0;
    }

    /// The store did not take the draft: it is due again.
    pub fn failed(&mut self, draft: &Draft) -> bool {
        match &mut self.target {
            Target::Text(mine) if is_same_place(mine, draft) => {
                // No text holds a NUL: the editor makes control characters visible.
                "\0".clone_into(&mut mine.text);
                mine.goes_on = draft.goes_on;
                true
            }
            Target::Text(_) | Target::Reason(_) | Target::Told(_) => false,
        }
    }

    /// Returns the decision with the reason as written.
    pub fn decision(&self) -> Option<Decide> {
        match &self.target {
            Target::Reason(decide) => {
                let mut decide = decide.as_ref().clone();
                decide.reason = self.field.text();
                Some(decide)
            }
            Target::Text(_) | Target::Told(_) => None,
        }
    }

    fn changed(&mut self, shared: &mut Shared) -> Option<Draft> {
        self.counts = self.field.counts();
        if !matches!(self.target, Target::Text(_)) {
            return None;
        }
        self.strokes += 1;
        if self.strokes >= STROKES {
            return self.due();
        }
        if !self.waits {
            self.waits = true;
            shared.wake_after(REST);
        }
        None
    }

    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let body = parts(shared.width, shared.height).body;
        let area = centred(
            body,
            96.min(body.width.saturating_sub(4)),
            (body.height * 2 / 3).max(10),
        );
        let (title, keys) = match &self.target {
            Target::Text(draft) => {
                let id = match draft.field {
                    Field::Comment => "desk-edit-comment",
                    Field::Feedback => "desk-edit-feedback",
                    Field::Note => "desk-edit-note",
                };
                (
                    Saying::new(id).text("code", draft.criterion.as_str()),
                    "desk-edit-keys",
                )
            }
            Target::Reason(decide) => {
                let level = match &decide.ruling {
                    crate::domain::decision::Ruling::Decided { level: Some(code) } => {
                        Saying::new("desk-ruling-level").text("level", code.as_str())
                    }
                    _ => Saying::new("desk-ruling-none"),
                };
                (
                    Saying::new("desk-edit-reason").said("level", level),
                    "desk-edit-reason-keys",
                )
            }
            Target::Told(_) => (Saying::new("desk-edit-told"), "desk-edit-keys"),
        };
        let inside = over(frame, area, &speech.say(&title), theme);
        let counts = Saying::new("comfort-counts")
            .number("characters", self.counts.0)
            .number("words", self.counts.1);
        view_counts(&speech.say(&counts), theme, frame, area);
        let last = inside.height.saturating_sub(1);
        let mut text = inside;
        text.height = last;
        text.x += 1.min(text.width);
        text.width = text.width.saturating_sub(2);
        self.field.draw(frame, text);
        text_at(frame, inside, last, &format!(" {}", speech.word(keys)), theme.key);
    }
}

/// Writes the counts on the lower border.
fn view_counts(said: &str, theme: &Theme, frame: &mut Frame<'_>, area: Rect) {
    let width = u16::try_from(columns(said) + 2).unwrap_or(u16::MAX);
    if area.height > 1 && width.saturating_add(4) < area.width {
        let border = Rect {
            x: area.right().saturating_sub(width + 2),
            y: area.bottom() - 1,
            width,
            height: 1,
        };
        text_at(frame, border, 0, &format!(" {said} "), theme.text);
    }
}

fn is_same_place(a: &Draft, b: &Draft) -> bool {
    a.dossier == b.dossier && a.criterion == b.criterion && a.field == b.field
}
