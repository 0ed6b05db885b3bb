//! Draws the two sides.

use super::side::{Side, SideLine};
use super::{Compare, areas};
use crate::desk::action::{Action, Context};
use crate::desk::layout::{SIDE_BY_SIDE, frame as parts};
use crate::desk::look::Look;
use crate::desk::screens::review::shown_mark;
use crate::desk::widgets::frame::{both_ends, pane, text_at};
use crate::desk::widgets::text::{columns, fit, inert, words, wrapped};
use crate::domain::saying::Saying;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

impl Compare {
    /// Draws them.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look { shared, .. } = *look;
        self.view_head(look, frame);
        let (left, right) = areas(shared);
        let is_wide = shared.width >= SIDE_BY_SIDE;
        if is_wide || !self.shows_other {
            self.view_side(0, Some(&self.mine), look, frame, left);
        }
        if is_wide || self.shows_other {
            self.view_side(1, self.beside.as_deref(), look, frame, right);
        }
    }

    fn view_head(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let head = parts(shared.width, shared.height).head;
        let grid = shared.grid();
        let criterion = grid.as_ref().and_then(|grid| grid.criterion(&self.mine.code));
        let name = criterion.map_or_else(String::new, |c| words(&c.name, shared.lang));
        let title = format!(" {} · {} {name}", speech.word("desk-compare"), self.mine.code);
        let all = self.others.as_ref().map_or(0, Vec::len);
        let place = Saying::new("desk-compare-place")
            .number("n", if all == 0 { 0 } else { self.at + 1 })
            .number("all", all);
        let place = if self.others.is_some() {
            format!("{} ", speech.say(&place))
        } else {
            String::new()
        };
        both_ends(
            frame,
            head,
            &Line::styled(title, theme.strong),
            &Line::styled(place, theme.strong),
        );
    }

    fn view_side(
        &self,
        which: usize,
        side: Option<&Side>,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let Look { theme, speech, .. } = *look;
        let Some(side) = side else {
            return self.view_nobody(look, frame, area);
        };
        let mark = format!("[{}]", shown_mark(side.content.mark, speech));
        let room = usize::from(area.width).saturating_sub(columns(&mark) + 24);
        let whose = match (which, look.shared.width >= SIDE_BY_SIDE) {
            (0, false) => format!("1/2 {}", speech.word("desk-compare-this")),
            (_, false) => format!("2/2 {}", speech.word("desk-compare-other")),
            (0, true) => speech.word("desk-compare-this"),
            (_, true) => speech.word("desk-compare-other"),
        };
        let title = format!("{whose} · {} {mark}", fit(&inert(&side.title), room));
        let inside = pane(frame, area, &title, which == 1, theme);
        let lines = self.laid.get(which).map(Vec::as_slice).unwrap_or_default();
        for (row, line) in (0..inside.height).zip(lines.iter().skip(self.top)) {
            let (text, style) = match line {
                SideLine::Meaning(text) => (format!(" {text}"), theme.strong),
                SideLine::Written(id) => (format!(" {}", speech.word(id)), theme.strong),
                SideLine::Label(text) => (format!(" {text}"), theme.dim),
                SideLine::Text(text) => (format!("  {text}"), theme.text),
                SideLine::Unanswered => (format!("  {}", speech.word("desk-unanswered")), theme.dim),
                SideLine::Gap => continue,
            };
            text_at(frame, inside, row, &text, style);
        }
    }

    /// There is no other dossier, or it is on its way.
    fn view_nobody(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let inside = pane(frame, area, &speech.word("desk-compare-other"), true, theme);
        if self.others.as_ref().is_some_and(Vec::is_empty) {
            let none = shared.keyed("desk-compare-none", Context::Compare, Action::Back);
            for (row, line) in (0..).zip(wrapped(&speech.say(&none), inside.width.saturating_sub(2))) {
                text_at(frame, inside, row, &format!(" {line}"), theme.dim);
            }
        }
    }
}
