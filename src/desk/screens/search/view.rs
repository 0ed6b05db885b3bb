//! Draws the search: the words that are typed, and the passages that hold them.

use super::{MOST_HITS, Rows, Search, areas};
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::widgets::emphasis::excerpt;
use crate::desk::widgets::frame::{both_ends, line_at, text_at};
use crate::desk::widgets::text::{columns, fit, inert, padded, wrapped};
use crate::domain::saying::Saying;
use crate::office::ask::Hit;
use crate::speech::Speech;
use crate::store::PassageKind;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

impl Search {
    /// Draws it.
    pub fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let head = parts(shared.width, shared.height).head;
        let (line, rows, area) = areas(shared);
        let title = Line::styled(format!(" {}", speech.word("desk-search")), theme.strong);
        both_ends(
            frame,
            head,
            &title,
            &Line::styled(self.count(speech), theme.strong),
        );
        self.view_line(look, frame, line);
        if self.hits.is_empty() {
            return self.view_advice(look, frame, area);
        }
        let terms = self.terms();
        let hits = self.hits.iter().enumerate().skip(self.top).take(rows.shown);
        for (at, (place, hit)) in hits.enumerate() {
            let row = u16::try_from(at * (rows.excerpt + 1)).unwrap_or(u16::MAX);
            let is_selected = place == self.selected;
            self::view_hit(hit, &terms, is_selected, rows, row, look, frame, area);
        }
    }

    fn count(&self, speech: &Speech) -> String {
        if self.asked.is_some() || (self.waits && !self.is_fresh()) {
            return format!("… {} ", speech.word("desk-searching"));
        }
        let n = self.hits.len();
        match (&self.of, n) {
            (None, _) => String::new(),
            (Some(_), MOST_HITS) => {
                let saying = Saying::new("desk-search-most").number("n", n);
                format!("{} ", speech.say(&saying))
            }
            (Some(_), _) => {
                let place = if n == 0 { 0 } else { self.selected + 1 };
                let saying = Saying::new("desk-search-found").number("n", n);
                format!("{place}/{n} · {} ", speech.say(&saying))
            }
        }
    }

    fn view_line(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let (text, column) = self.line.window(usize::from(area.width.saturating_sub(5)));
        text_at(frame, area, 0, &format!(" > {text}"), look.theme.strong);
        let column = u16::try_from(column).unwrap_or(u16::MAX).saturating_add(3);
        if column < area.width && area.height > 0 {
            frame.set_cursor_position((area.x + column, area.y));
        }
    }

    /// Says what to try: before words are typed, and where they are nowhere.
    fn view_advice(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let nothing = self.is_fresh() && !self.line.text().trim().is_empty();
        let advice = if nothing {
            let of = self.of.as_deref().unwrap_or_default();
            speech.say(&Saying::new("desk-search-nothing").text("words", of))
        } else {
            speech.word("desk-search-how")
        };
        let lines = wrapped(&advice, area.width.saturating_sub(4));
        for (row, line) in (0..).zip(&lines) {
            let style = if nothing && row == 0 {
                theme.strong
            } else {
                theme.dim
            };
            text_at(frame, area, row, &format!("  {line}"), style);
        }
    }
}

#[allow(clippy::too_many_arguments, reason = "all of it is what a hit is drawn from")]
fn view_hit(
    hit: &Hit,
    terms: &[String],
    is_selected: bool,
    rows: Rows,
    row: u16,
    look: &Look<'_>,
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let Look { theme, speech, .. } = *look;
    let width = usize::from(area.width);
    let bar = if is_selected { "▸" } else { " " };
    let who = format!("{bar} {} {}", inert(&hit.number), inert(&hit.name));
    let who = fit(&who, width / 2).into_owned();
    let place = place_of(hit, speech);
    let place = padded(&format!(" · {place}"), width.saturating_sub(columns(&who)));
    let heading = Line::from(vec![Span::styled(who, theme.strong), Span::raw(place)]);
    let heading = if is_selected {
        heading.style(theme.cursor)
    } else {
        heading
    };
    line_at(frame, area, row, &heading);
    let sentence = inert(&hit.sentence);
    let room = width.saturating_sub(6);
    let lines = excerpt(&sentence, terms, room, rows.excerpt, theme);
    for (below, mut line) in (1_u16..).zip(lines) {
        line.spans.insert(0, Span::raw("    "));
        line_at(frame, area, row.saturating_add(below), &line);
    }
}

/// Says of which criterion the passage is and what it stands in.
fn place_of(hit: &Hit, speech: &Speech) -> String {
    let code = match &hit.criterion {
        Some(code) => inert(code.as_str()),
        None => speech.word("desk-others"),
    };
    let source = inert(&hit.source);
    let what = match (hit.kind, hit.page) {
        (PassageKind::Answer, _) => Saying::new("desk-search-answer").text("question", source),
        (PassageKind::Remark, _) => Saying::new("desk-search-remark"),
        (PassageKind::Evidence, Some(page)) => Saying::new("desk-search-page")
            .text("name", source)
            .number("page", page),
        (PassageKind::Evidence, None) => Saying::new("desk-search-piece").text("name", source),
    };
    format!("{code} · {}", speech.say(&what))
}
