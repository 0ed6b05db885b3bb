//! Draws what levels would be: on the left what may be otherwise, on the right whose level would move.

use super::{Weighed, WhatIfScreen, weights};
use crate::desk::action::{Action, Context};
use crate::desk::layout::{self, frame as parts};
use crate::desk::look::Look;
use crate::desk::screens::committee::is_masked;
use crate::desk::screens::masked::view_masked;
use crate::desk::widgets::frame::{both_ends, line_at, pane, text_at};
use crate::desk::widgets::hint_line::key_name;
use crate::desk::widgets::text::{columns, inert, padded, right, words, wrapped};
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

impl WhatIfScreen {
    /// Draws the screen.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let areas = parts(shared.width, shared.height);
        let title = Line::styled(format!(" {}", speech.word("advice-what-if")), theme.strong);
        let masked = is_masked(shared);
        let head = if masked { String::new() } else { self.head(speech) };
        both_ends(
            frame,
            areas.head,
            &title,
            &Line::styled(format!("{head} "), theme.strong),
        );
        if masked {
            return view_masked(look, frame, areas.body);
        }
        let Some(grid) = shared.grid() else { return };
        let panes = layout::what_if(shared.width, shared.height);
        self.view_otherwise(&grid, look, frame, &panes);
        self.view_moved(&grid, look, frame, &panes);
    }

    /// Says how many levels would move.
    fn head(&self, speech: &Speech) -> String {
        let Some(rows) = &self.rows else {
            return String::new();
        };
        if self.is_refused {
            return speech.word("advice-what-if-refused");
        }
        if !self.is_otherwise() {
            return speech.word("advice-what-if-nothing");
        }
        let head = Saying::new("advice-what-if-head")
            .number("moved", self.moved().count())
            .number("all", rows.len());
        speech.say(&head)
    }

    fn view_otherwise(&self, grid: &Grid, look: &Look<'_>, frame: &mut Frame<'_>, panes: &layout::WhatIf) {
        let Look { theme, speech, .. } = *look;
        let title = speech.word("advice-otherwise");
        pane(frame, panes.otherwise, &title, !self.on_moved, theme);
        let width = usize::from(panes.list.width);
        let mut lines = vec![heading("advice-jury", look)];
        for (at, (id, name)) in self.members.iter().enumerate() {
            let is_out = self.what.without.contains(id);
            lines.push(self.marked(at, member_line(name, is_out, width, look), look));
        }
        lines.push(Line::default());
        lines.push(heading("advice-weights", look));
        for (at, of) in (self.members.len()..).zip(weights(grid)) {
            lines.push(self.marked(at, self.weight_line(&of, width, look), look));
        }
        for (row, line) in (0..panes.list.height).zip(lines.iter().skip(self.top)) {
            line_at(frame, panes.list, row, line);
        }
        let keys = if self.item < self.members.len() {
            keyed("advice-juror-keys", Action::Toggle, look)
        } else {
            keyed("advice-weight-keys", Action::Right, look)
        };
        text_at(frame, panes.foot, 0, &format!(" {keys}"), theme.key);
    }

    /// Puts the cursor on a line, where it stands there.
    fn marked(&self, at: usize, mut line: Line<'static>, look: &Look<'_>) -> Line<'static> {
        if at != self.item {
            return line;
        }
        if let Some(first) = line.spans.first_mut() {
            *first = Span::raw("▸ ");
        }
        if self.on_moved {
            line
        } else {
            line.style(look.theme.cursor)
        }
    }

    fn weight_line(&self, of: &Weighed<'_>, width: usize, look: &Look<'_>) -> Line<'static> {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let weight = self.weight(of);
        let was = if weight == of.weight {
            String::new()
        } else {
            let was = Saying::new("advice-weight-was").number("was", of.weight);
            format!(" {}", speech.say(&was))
        };
        let style = if was.is_empty() { theme.text } else { theme.alert };
        let indent = if of.is_axis { "" } else { "  " };
        let name = format!("{indent}{} {}", inert(of.code), words(of.name, shared.lang));
        let weight = right(&format!("{weight}{was}"), 6.max(columns(&was) + 5));
        let room = width.saturating_sub(3 + columns(&weight));
        let name_style = if of.is_axis { theme.strong } else { theme.text };
        Line::from(vec![
            Span::raw("  "),
            Span::styled(padded(&name, room), name_style),
            Span::styled(weight, style),
            Span::raw(" "),
        ])
    }

    /// Says what is otherwise.
    pub(super) fn otherwise(&self, grid: &Grid, speech: &Speech) -> String {
        let out = self
            .members
            .iter()
            .filter(|(id, _)| self.what.without.contains(id));
        let out: Vec<String> = out.map(|(_, name)| inert(name)).collect();
        let mut said = Vec::new();
        if !out.is_empty() {
            said.push(speech.say(&Saying::new("advice-without").text("names", out.join(", "))));
        }
        let changed = weights(grid).filter(|of| self.what.weights.contains_key(of.code));
        said.extend(changed.map(|of| {
            let saying = Saying::new("advice-weighed").text("code", of.code);
            speech.say(&saying.number("weight", self.weight(&of)).number("was", of.weight))
        }));
        said.join(" · ")
    }
}

fn heading(id: &str, look: &Look<'_>) -> Line<'static> {
    Line::styled(format!(" {}", look.speech.word(id)), look.theme.dim)
}

fn member_line(name: &str, is_out: bool, width: usize, look: &Look<'_>) -> Line<'static> {
    let Look { theme, speech, .. } = *look;
    let (sign, word, style) = if is_out {
        ("[ ]", speech.word("advice-left-out"), theme.alert)
    } else {
        ("[✓]", String::new(), theme.text)
    };
    let room = width.saturating_sub(8 + columns(&word));
    Line::from(vec![
        Span::raw("  "),
        Span::styled(format!("{sign} {}", padded(&inert(name), room)), style),
        Span::styled(format!(" {word} "), style),
    ])
}

/// Says how to begin.
pub(super) fn view_beginning(look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let begins = [
        ("advice-begin-juror", Action::Toggle),
        ("advice-begin-weight", Action::Right),
        ("advice-begin-reset", Action::Reset),
    ];
    let mut row = 0;
    for (id, action) in begins {
        for line in wrapped(&keyed(id, action, look), area.width.saturating_sub(2)) {
            text_at(frame, area, row, &format!(" {line}"), look.theme.text);
            row += 1;
        }
    }
}

/// Says something with the key of an action; of a twin both keys.
fn keyed(id: &'static str, action: Action, look: &Look<'_>) -> String {
    let key = |action| {
        let chord = look.shared.key_of(Context::WhatIf, action);
        chord.map_or_else(|| "—".to_owned(), |chord| key_name(chord, look.speech))
    };
    let keys = match action {
        Action::Right => format!("{} {}", key(Action::Left), key(Action::Right)),
        action => key(action),
    };
    look.speech.say(&Saying::new(id).text("key", keys))
}
