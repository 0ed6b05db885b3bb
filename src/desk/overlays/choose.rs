//! One thing out of several, or several out of many.

use super::moved;
use crate::desk::action::Action;
use crate::desk::layout::{centred, frame as parts, windowed};
use crate::desk::look::Look;
use crate::desk::widgets::frame::{over, text_at};
use crate::desk::widgets::text::{columns, padded};
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use crate::speech::Speech;
use ratatui::Frame;

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// The grid of a new campaign.
    Grid,
    /// The level of a dossier; what the grades propose.
    Level(DossierId, Option<String>),
    /// The members present.
    Present,
    /// Where a question of the form goes.
    Place,
    /// The members in the room from now on.
    Attend,
    /// The dossiers to adopt.
    Adopt,
    /// The mentions of a dossier.
    Mentions(DossierId),
    /// What of the jurors' feedback a candidate is told.
    Compose(DossierId),
    /// Who dissents from the decision on a dossier.
    Dissent(DossierId),
}

/// A line to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it stands for.
    pub value: String,
    /// What is read; nothing where `said` gives it.
    pub label: String,
    /// A word of the catalogue after the label.
    pub said: Option<&'static str>,
    /// Whether it is chosen, where several may be.
    pub is_on: bool,
}

/// The choice.
#[derive(Debug)]
pub struct Choose {
    /// What it is for.
    pub purpose: Purpose,
    /// What is asked.
    pub asks: Saying,
    /// The lines.
    pub items: Vec<Item>,
    /// The line under the cursor.
    pub selected: usize,
}

impl Choose {
    fn is_many(&self) -> bool {
        matches!(
            self.purpose,
            Purpose::Present | Purpose::Attend | Purpose::Adopt | Purpose::Mentions(_) | Purpose::Compose(_)
        )
    }

    /// Returns the value under the cursor.
    pub fn value(&self) -> Option<&str> {
        self.items.get(self.selected).map(|item| item.value.as_str())
    }

    pub(super) fn act(&mut self, action: Action, page: usize) {
        if action == Action::Toggle && self.is_many() {
            if let Some(item) = self.items.get_mut(self.selected) {
                item.is_on = !item.is_on;
            }
            self.selected = moved(self.selected, Action::Down, page, self.items.len());
            return;
        }
        self.selected = moved(self.selected, action, page, self.items.len());
    }

    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let body = parts(shared.width, shared.height).body;
        let labels: Vec<String> = self.items.iter().map(|item| self.label(item, speech)).collect();
        let asks = speech.say(&self.asks);
        let widest = labels
            .iter()
            .map(|l| columns(l))
            .max()
            .unwrap_or(0)
            .max(columns(&asks) + 2);
        let width = u16::try_from(widest + 6).unwrap_or(u16::MAX).clamp(50, 100);
        let height = u16::try_from(labels.len() + 4).unwrap_or(u16::MAX);
        let inside = over(frame, centred(body, width, height.min(body.height)), &asks, theme);
        let rows = usize::from(inside.height.saturating_sub(2));
        let top = windowed(0, self.selected, rows, labels.len());
        for (row, (at, label)) in (0_u16..).zip(labels.iter().enumerate().skip(top).take(rows)) {
            let is_current = at == self.selected;
            let text = format!("{} {label}", if is_current { "▸" } else { " " });
            let style = if is_current { theme.cursor } else { theme.text };
            text_at(
                frame,
                inside,
                row,
                &padded(&text, usize::from(inside.width)),
                style,
            );
        }
        let id = if self.is_many() {
            "desk-choose-many-keys"
        } else {
            "desk-choose-keys"
        };
        let last = inside.height.saturating_sub(1);
        text_at(frame, inside, last, &format!(" {}", speech.word(id)), theme.key);
    }

    fn label(&self, item: &Item, speech: &Speech) -> String {
        let mut text = String::new();
        if self.is_many() {
            text.push_str(if item.is_on { "[✓] " } else { "[ ] " });
        }
        text.push_str(&item.label);
        if let Some(id) = item.said {
            if !item.label.is_empty() {
                text.push_str(" · ");
            }
            text.push_str(&speech.word(id));
        }
        text
    }
}
