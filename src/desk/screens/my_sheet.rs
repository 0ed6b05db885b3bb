//! What the juror would hand in: what is missing, how the scores spread, the writing of the signed sheet, and the text to
//! fill in elsewhere.

use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::layout::frame as parts;
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::screens::review::shown_mark;
use crate::desk::screens::sheets::origin;
use crate::desk::widgets::frame::{both_ends, line_at};
use crate::desk::widgets::meter::{column, meter};
use crate::desk::widgets::text::{inert, padded, right, words};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::saying::Saying;
use crate::office::ask::MySheet;
use crate::office::{Act, Question};
use crate::speech::Speech;
use ratatui::Frame;
use ratatui::text::{Line, Span};
use std::fmt::Write as _;

/// Rows before the histogram and before what is missing.
const HEADINGS: usize = 8;

/// The screen.
#[derive(Debug, Default)]
pub struct MySheetScreen {
    sheet: Option<Box<MySheet>>,
    top: usize,
}

impl MySheetScreen {
    /// Asks for the sheet.
    pub fn open(shared: &mut Shared) -> Self {
        shared.ask(Waiting::MySheet, Question::MySheet);
        Self::default()
    }

    /// Takes it.
    pub fn take(&mut self, sheet: Box<MySheet>) {
        self.sheet = Some(sheet);
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let page = rows(shared);
        match action {
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top += 1,
            Action::PageUp => self.top = self.top.saturating_sub(page),
            Action::PageDown => self.top += page,
            Action::First => self.top = 0,
            Action::Last => self.top = usize::MAX,
            Action::WriteSheet => shared.over(Overlay::input(Purpose::WriteSheet, shared)),
            Action::WriteForm => shared.over(Overlay::input(Purpose::WriteForm, shared)),
            Action::Merge => shared.over(Overlay::input(Purpose::Merge, shared)),
            Action::Receipt => shared.over(Overlay::input(Purpose::Receipt, shared)),
            Action::KeepA => self.keep(0, shared),
            Action::KeepB => self.keep(1, shared),
            Action::ReadForm => shared.over(Overlay::input(Purpose::ReadForm, shared)),
            _ => {}
        }
    }

    /// Keeps the text in view.
    pub fn settle(&mut self, shared: &mut Shared) {
        let criteria = shared.grid().map_or(0, |grid| grid.criteria().count());
        let missing = self.sheet.as_ref().map_or(0, |sheet| sheet.missing.len());
        let forks = self.sheet.as_ref().map_or(0, |sheet| fork_rows(sheet));
        let all = HEADINGS + forks + criteria + missing;
        self.top = self.top.min(all.saturating_sub(rows(shared)));
    }

    /// Keeps a side of the first contradiction; the next one takes its place.
    fn keep(&self, side: usize, shared: &mut Shared) {
        let first = self.sheet.as_ref().and_then(|sheet| sheet.forks.first());
        match first {
            Some(fork) if side < fork.sides.len() => {
                let fork = fork.id.clone();
                shared.act(Waiting::Keep, Act::Keep { fork, side });
            }
            Some(_) => {}
            None => shared.tell(Saying::new("desk-no-fork")),
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
        let title = Line::styled(format!(" {}", speech.word("desk-my-sheet")), theme.strong);
        let (Some(sheet), Some(grid)) = (&self.sheet, shared.grid()) else {
            return both_ends(frame, areas.head, &title, &Line::default());
        };
        let counts = Saying::new("desk-sheet-counts")
            .number("n", sheet.scored)
            .number("all", sheet.expected);
        let counts = Line::styled(format!("{} ", speech.say(&counts)), theme.strong);
        both_ends(frame, areas.head, &title, &counts);
        let lines = lines(sheet, &grid, look);
        for (row, line) in (0..areas.body.height).zip(lines.iter().skip(self.top)) {
            line_at(frame, areas.body, row, line);
        }
    }
}

fn rows(shared: &Shared) -> usize {
    usize::from(parts(shared.width, shared.height).body.height)
}

fn lines(sheet: &MySheet, grid: &Grid, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look {
        shared,
        theme,
        speech,
        ..
    } = *look;
    let bar = meter(sheet.scored, sheet.expected, 40);
    let fingerprint = Saying::new("desk-sheet-fingerprint").text("fingerprint", &sheet.fingerprint);
    let mut lines = vec![
        Line::raw(format!(" {bar}")),
        Line::raw(format!(" {}", speech.say(&fingerprint))),
        Line::raw(format!(" {}", speech.say(&received(sheet)))),
        Line::default(),
        Line::styled(format!(" {}", heading(grid, shared, speech)), theme.dim),
    ];
    lines.splice(3..3, fork_lines(sheet, look));
    lines.extend(grid.criteria().map(|c| histogram(c, sheet, grid, shared)));
    lines.push(Line::default());
    let said = if sheet.missing.is_empty() {
        shared.keyed("desk-sheet-whole", Context::MySheet, Action::WriteSheet)
    } else {
        Saying::new("desk-sheet-missing")
    };
    lines.push(Line::styled(format!(" {}", speech.say(&said)), theme.strong));
    for (_, number, name, codes) in &sheet.missing {
        let codes: Vec<_> = codes.iter().map(|code| inert(code.as_str())).collect();
        let codes = if codes.len() == grid.criteria().count() {
            speech.word("desk-sheet-all-missing")
        } else {
            codes.join(" ")
        };
        let room = if shared.width < 100 { 24 } else { 40 };
        lines.push(Line::from(vec![
            Span::raw(format!(
                " {} {} ",
                padded(&inert(number), 9),
                padded(&inert(name), room)
            )),
            Span::raw(codes),
        ]));
    }
    lines.push(Line::default());
    lines
}

/// Says what of this sheet the coordinator is known to have.
fn received(sheet: &MySheet) -> Saying {
    match &sheet.acknowledged {
        None => Saying::new("desk-sheet-no-receipt"),
        Some(known) => Saying::new("desk-sheet-received")
            .number("revision", known.revision)
            .text("at", &known.received_at)
            .number("since", sheet.revision.saturating_sub(known.revision)),
    }
}

fn fork_rows(sheet: &MySheet) -> usize {
    sheet.forks.first().map_or(0, |fork| fork.sides.len() + 3)
}

/// Shows the first contradiction between the juror's own devices, side under side.
fn fork_lines(sheet: &MySheet, look: &Look<'_>) -> Vec<Line<'static>> {
    let Look { theme, speech, .. } = *look;
    let Some(fork) = sheet.forks.first() else {
        return Vec::new();
    };
    let title = speech.say(&Saying::new("desk-forks").number("n", sheet.forks.len()));
    let place = format!(
        "{} {} · {}",
        inert(&fork.number),
        inert(&fork.name),
        inert(fork.criterion.as_str())
    );
    let mut lines = vec![
        Line::default(),
        Line::styled(format!(" ! {title}"), theme.alert),
        Line::raw(format!("   {place}")),
    ];
    for (letter, side) in ('A'..).zip(&fork.sides) {
        let mark = shown_mark(side.content.mark, speech);
        let comment = inert(side.content.comment.0.lines().next().unwrap_or_default());
        let origin = origin(side, speech);
        lines.push(Line::raw(format!("   {letter}  [{mark}]  {origin}  {comment}")));
    }
    lines
}

fn heading(grid: &Grid, shared: &Shared, speech: &Speech) -> String {
    let mut text = padded(&speech.word("desk-sheet-distribution"), label_room(shared));
    for score in grid.scale().scores() {
        text.push_str(&right(&score.to_string(), 5));
    }
    text.push_str(&right(&speech.word("desk-mark-abstained"), 6));
    text.push_str(&right(&speech.word("desk-mark-na"), 6));
    text
}

/// A row of the histogram: how often each value was given, as a number and as a height.
fn histogram(criterion: &Criterion, sheet: &MySheet, grid: &Grid, shared: &Shared) -> Line<'static> {
    let counts = sheet.distribution.get(&criterion.code);
    let count = |word: &str| counts.and_then(|c| c.get(word)).copied().unwrap_or(0);
    let most = counts.and_then(|c| c.values().max()).copied().unwrap_or(0).max(1);
    let cell = |word: &str| {
        let n = count(word);
        let number = if n == 0 { "·".to_owned() } else { n.to_string() };
        format!("{}{}", right(&number, 3), column(n, most))
    };
    let name = format!("{} {}", criterion.code, words(&criterion.short, shared.lang));
    let mut text = format!(" {}", padded(&name, label_room(shared)));
    for score in grid.scale().scores() {
        let _ = write!(text, " {}", cell(&score.to_string()));
    }
    let _ = write!(text, "  {}", cell("abstain"));
    let _ = write!(text, "  {}", cell("na"));
    Line::raw(text)
}

fn label_room(shared: &Shared) -> usize {
    if shared.width < 100 { 26 } else { 44 }
}
