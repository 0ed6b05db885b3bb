//! Without a store: what one may begin with.

use crate::desk::action::Action;
use crate::desk::effect::{Beginning, Effect, Waiting};
use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::choose::{Choose, Item, Purpose as Chosen};
use crate::desk::overlays::input::Purpose;
use crate::desk::widgets::frame::{pane, text_at};
use crate::desk::widgets::text::{inert, padded, wrapped};
use crate::domain::saying::Saying;
use crate::exchange::grid_toml;
use ratatui::Frame;

/// What one may begin with: the word and what it is for.
const CHOICES: [(&str, &str); 3] = [
    ("desk-begin-package", "desk-begin-package-for"),
    ("desk-begin-campaign", "desk-begin-campaign-for"),
    ("desk-begin-demo", "desk-begin-demo-for"),
];

/// The screen.
#[derive(Debug, Default)]
pub struct Welcome {
    selected: usize,
}

impl Welcome {
    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let last = CHOICES.len() - 1;
        match action {
            Action::Up | Action::PageUp => self.selected = self.selected.saturating_sub(1),
            Action::Down | Action::PageDown => self.selected = (self.selected + 1).min(last),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Open => self.begin(shared),
            _ => {}
        }
    }

    fn begin(&self, shared: &mut Shared) {
        match self.selected {
            0 => shared.over(Overlay::input(Purpose::Package, shared)),
            1 => shared.over(choose_grid()),
            _ => {
                shared.tell(Saying::new("desk-beginning"));
                shared.want(Waiting::Begin, |ticket| Effect::Begin(ticket, Beginning::Demo));
            }
        }
    }

    /// Draws it.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = parts(shared.width, shared.height);
        text_at(frame, areas.head, 0, " tnl-jury", theme.strong);
        let area = centred(areas.body, 74, 16);
        let inside = pane(frame, area, &speech.word("desk-welcome"), true, theme);
        let where_to = Saying::new("desk-welcome-store").text("store", shared.store.display());
        let mut row = 0;
        for line in wrapped(&speech.say(&where_to), inside.width.saturating_sub(2))
            .iter()
            .take(3)
        {
            text_at(frame, inside, row, &format!(" {line}"), theme.dim);
            row += 1;
        }
        row += 1;
        for (at, (word, purpose)) in CHOICES.iter().enumerate() {
            let is_current = at == self.selected;
            let bar = if is_current { "▸" } else { " " };
            let text = padded(
                &format!(" {bar} {}", speech.word(word)),
                usize::from(inside.width),
            );
            let style = if is_current { theme.cursor } else { theme.strong };
            text_at(frame, inside, row, &text, style);
            text_at(
                frame,
                inside,
                row + 1,
                &format!("   {}", speech.word(purpose)),
                theme.text,
            );
            row += 3;
        }
    }
}

fn choose_grid() -> Overlay {
    let items = grid_toml::built_in_names().map(|name| Item {
        value: name.to_owned(),
        label: inert(name),
        said: None,
        is_on: false,
    });
    Overlay::Choose(Box::new(Choose {
        purpose: Chosen::Grid,
        asks: Saying::new("desk-ask-grid"),
        items: items.collect(),
        selected: 0,
    }))
}
