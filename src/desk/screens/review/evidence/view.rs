//! Draws the evidence: the piece that is read, and the list of all of them under it.

use super::leaves::Leaves;
use super::readings::Seen;
use crate::desk::action::{Action, Context};
use crate::desk::layout;
use crate::desk::look::Look;
use crate::desk::screens::review::{Pane, Review};
use crate::desk::widgets::frame::{line_at, pane, text_at};
use crate::desk::widgets::hint_line::{hint, push};
use crate::desk::widgets::marked;
use crate::desk::widgets::text::{columns, fit, inert, padded, wrapped};
use crate::domain::evidence::Evidence;
use crate::domain::saying::Saying;
use crate::office::ask::DossierView;
use crate::office::reading::Format;
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use std::fmt::Write as _;
use std::ops::Range;

impl Review {
    pub(in super::super) fn view_evidence(
        &self,
        seen: &DossierView,
        look: &Look<'_>,
        frame: &mut Frame<'_>,
        area: Rect,
    ) {
        let Look { theme, speech, .. } = *look;
        let (text, list) = layout::evidence(area, self.pieces.len());
        let title = self.evidence_title(seen, text.height, speech);
        pane(frame, area, &title, self.pane == Pane::Evidence, theme);
        self.view_list(seen, look, frame, list);
        let Some(piece) = self.pieces.current(&seen.dossier) else {
            let said = if self.pieces.len() == 0 {
                Saying::new("desk-no-pieces")
            } else {
                look.shared
                    .keyed("desk-no-pieces-here", Context::Review, Action::NextPiece)
            };
            return say(&said, look, frame, text);
        };
        let Some(open) = &self.pieces.open else {
            return view_unseen(piece, &[Saying::new("desk-piece-absent")], look, frame, text);
        };
        self.view_keys(look, frame, area);
        match self.pieces.readings.seen(&open.digest) {
            Seen::Words(leaves) => self.view_words(leaves, look, frame, text),
            // A box over letters is letters; over a picture of the terminal's own it would be drawn under it.
            Seen::Picture(drawn) if drawn.is_text() || !look.is_covered => {
                drawn.put(text, frame.buffer_mut());
            }
            Seen::Picture(_) => {}
            Seen::Coming(progress) => view_unseen(piece, &coming(progress), look, frame, text),
            Seen::Not(why) => {
                let offers = look
                    .shared
                    .keyed("evidence-outside", Context::Review, Action::OpenPiece);
                view_unseen(piece, &[why.clone(), offers], look, frame, text);
            }
        }
    }

    /// The keys of what is read, on the lower border: as many as fit.
    fn view_keys(&self, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let keys = [
            (
                self.pieces.leaves().is_some_and(|leaves| leaves.place().1 > 1),
                Action::NextPage,
            ),
            (self.pieces.leaves().is_some(), Action::Cite),
            (self.pieces.leaves().is_some(), Action::FindInPiece),
            (true, Action::Enlarge),
            (
                self.pieces
                    .open
                    .as_ref()
                    .is_some_and(|piece| piece.expected() == Format::Pdf),
                Action::Picture,
            ),
        ];
        let role = look.shared.role();
        let mut spans = Vec::new();
        let mut room = usize::from(area.width.saturating_sub(6));
        for (_, action) in keys
            .into_iter()
            .filter(|(holds, action)| *holds && action.works(Context::Review, role))
        {
            let Some((key, word)) = hint(action, Context::Review, look.shared, look.speech) else {
                continue;
            };
            let wide = columns(&key) + columns(&word) + 3;
            if wide > room {
                break;
            }
            room -= wide;
            push(&mut spans, key, &word, look.theme);
        }
        let line = Line::from(spans);
        let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
        if width > 0 && self.choosing.is_none() {
            let last = Rect {
                x: area.x + area.width.saturating_sub(width + 2),
                y: area.y + area.height.saturating_sub(1),
                width,
                height: 1,
            };
            line_at(frame, last, 0, &line);
        }
    }

    fn view_words(&self, leaves: &Leaves, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let text = leaves.text();
        let marks = self.marks(leaves, theme.strong, theme.cursor);
        for (row, line) in (0..).zip(text.shown(area.height)) {
            let line = marked::line(text.source(), line, theme.text, &marks);
            line_at(frame, area, row, &line);
        }
        let (page, pages) = leaves.place();
        let is_end = text.place(area.height).is_none_or(|(last, all)| last == all);
        if leaves.is_cut && is_end && page + 1 == pages {
            let note = look
                .shared
                .keyed("desk-piece-cut", Context::Review, Action::OpenPiece);
            let row = area.height.saturating_sub(1);
            text_at(frame, area, row, &speech.say(&note), theme.alert);
        }
    }

    /// What is set off: the words that were looked for, the one that was gone to, the passage that is chosen.
    fn marks(&self, leaves: &Leaves, found: Style, chosen: Style) -> Vec<(Range<usize>, Style)> {
        let found = found.add_modifier(Modifier::UNDERLINED);
        let (marks, at) = leaves.marks();
        let mut all: Vec<_> = marks.iter().map(|mark| (mark.clone(), found)).collect();
        let current = at.and_then(|at| marks.get(at)).map(|mark| (mark.clone(), chosen));
        all.extend(current.filter(|_| self.choosing.is_none()));
        all.extend(
            self.choosing
                .as_ref()
                .map(|choosing| (choosing.passage.range().clone(), chosen)),
        );
        all
    }

    fn evidence_title(&self, seen: &DossierView, rows: u16, speech: &Speech) -> String {
        let mut title = speech.word("desk-pieces");
        if self.choosing.is_some() {
            title = speech.word("evidence-choosing");
        }
        if let (Some(at), Some(piece)) = (self.pieces.place(), self.pieces.current(&seen.dossier)) {
            let place = format!(" · {}/{} {}", at + 1, self.pieces.len(), inert(&piece.name));
            title.push_str(&place);
        }
        let open = self.pieces.open.as_ref();
        let is_picture =
            open.is_some_and(|open| matches!(self.pieces.readings.seen(&open.digest), Seen::Picture(_)));
        if let Some(leaves) = self.pieces.leaves() {
            let (page, pages) = leaves.place();
            if pages > 1 {
                let page = Saying::new("evidence-page")
                    .number("n", page + 1)
                    .number("all", pages);
                let _ = write!(title, " · {}", speech.say(&page));
            }
            let words = Some((leaves.text(), rows)).filter(|_| !is_picture);
            if let Some((last, all)) = words.and_then(|(text, rows)| text.place(rows)) {
                let _ = write!(title, " · {last}/{all}");
            }
        }
        if self.pieces.is_pinned() {
            let _ = write!(title, " · {}", speech.word("desk-pinned"));
        }
        title
    }

    /// The list of pieces: those of the criterion stand first, the others are dimmed.
    fn view_list(&self, seen: &DossierView, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
        let Look { theme, speech, .. } = *look;
        let pieces = self.pieces.listed(&seen.dossier);
        let rows = usize::from(area.height);
        let place = self.pieces.place();
        let top = layout::windowed(0, place.unwrap_or(0), rows, pieces.len());
        for (row, (at, piece)) in (0_u16..).zip(pieces.iter().enumerate().skip(top).take(rows)) {
            let is_current = Some(at) == place;
            let missing = piece
                .sha256
                .as_ref()
                .is_none_or(|digest| !seen.present.contains(digest));
            let mut right = speech.say(&piece.said_size());
            if missing {
                right = format!("⚠ {}", speech.word("desk-missing"));
            }
            let codes: Vec<_> = piece.criteria.iter().map(|code| inert(code.as_str())).collect();
            if !codes.is_empty() {
                let _ = write!(right, "  ↳ {}", codes.join(", "));
            }
            let right = fit(&right, usize::from(area.width / 2)).into_owned();
            let room = usize::from(area.width).saturating_sub(columns(&right) + 4);
            let bar = if is_current { "▸" } else { " " };
            let text = format!("{bar} {} {right}", padded(&inert(&piece.name), room));
            let style = match (is_current, at < self.pieces.own()) {
                (true, _) => theme.strong,
                (false, true) => theme.text,
                (false, false) => theme.dim,
            };
            text_at(frame, area, row, &text, style);
        }
    }
}

fn coming(progress: Option<(usize, usize)>) -> Vec<Saying> {
    let how_far = match progress {
        Some((done, all)) if all > 0 => Some(
            Saying::new("evidence-progress")
                .number("done", done)
                .number("all", all),
        ),
        Some(_) => Some(Saying::new("evidence-slow-now")),
        None => None,
    };
    [Saying::new("desk-piece-coming")]
        .into_iter()
        .chain(how_far)
        .collect()
}

fn say(said: &Saying, look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    for (row, line) in (0..).zip(wrapped(&look.speech.say(said), area.width)) {
        text_at(frame, area, row, &line, look.theme.dim);
    }
}

/// What is said of a piece that is not seen here.
fn view_unseen(piece: &Evidence, said: &[Saying], look: &Look<'_>, frame: &mut Frame<'_>, area: Rect) {
    let Look { theme, speech, .. } = *look;
    let what = Saying::new("desk-piece-what")
        .text("type", &piece.media_type)
        .said("size", piece.said_size());
    let mut lines = wrapped(&inert(&piece.name), area.width);
    let names = lines.len();
    lines.push(speech.say(&what));
    for said in said {
        lines.push(String::new());
        lines.extend(wrapped(&speech.say(said), area.width));
    }
    for (row, (at, line)) in (0..).zip(lines.iter().enumerate()) {
        let style = if at < names { theme.strong } else { theme.text };
        text_at(frame, area, row, line, style);
    }
}
