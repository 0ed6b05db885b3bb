//! From letters with places to lines of text: letters that follow each other are a stretch, stretches on one base are
//! a line, lines with several stretches under each other are a table.

use super::grid;
use super::letters::{Letter, Letters};
use crate::exchange::evidence::pages::Pages;
use crate::exchange::evidence::{Cancel, Unreadable};
use std::fmt::Write as _;

/// A wider gap parts words, in ems.
const WORD: f64 = 0.17;
/// A wider gap parts stretches.
const STRETCH: f64 = 1.2;
/// A letter that steps back further begins a new stretch.
const BACK: f64 = 0.6;
/// Bases closer than this are one line.
const BASE: f64 = 0.5;
/// A wider step from line to line parts paragraphs.
const PARAGRAPH: f64 = 1.7;

/// Letters that follow each other.
#[derive(Debug)]
pub(super) struct Stretch {
    pub(super) text: String,
    /// Where each word after the first begins: on the page, and in the text.
    pub(super) words: Vec<(f64, usize)>,
    turn: u8,
    pub(super) x: f64,
    pub(super) end: f64,
    y: f64,
    size: f64,
}

/// Stretches on one base.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) parts: Vec<Stretch>,
    turn: u8,
    y: f64,
    size: f64,
}

/// Writes the lines of a page.
pub(super) fn write(letters: &Letters, cancel: &Cancel, pages: &mut Pages) -> Result<(), Unreadable> {
    let mut lines = lines(stretches(letters, cancel)?);
    if is_scrambled(&lines) {
        lines = sorted(lines);
    }
    cancel.check()?;
    let mut rest = lines.as_slice();
    let mut before = None;
    while let Some(first) = rest.first() {
        if before.is_some_and(|line| is_apart(line, first)) {
            pages.gap();
        }
        let (block, after) = rest.split_at(table_length(rest).max(1));
        if block.len() > 1 {
            grid::write(block, pages);
        } else {
            pages.line(&joined(first));
        }
        before = block.last();
        rest = after;
    }
    Ok(())
}

fn stretches(letters: &Letters, cancel: &Cancel) -> Result<Vec<Stretch>, Unreadable> {
    let mut done: Vec<Stretch> = Vec::new();
    let mut spaced = false;
    for (at, letter) in letters.all.iter().enumerate() {
        if at.is_multiple_of(1024) {
            cancel.check()?;
        }
        let text = letters.text(letter);
        if text.trim_ascii().is_empty() {
            spaced = true;
            continue;
        }
        match done.last_mut().filter(|last| last.is_followed_by(letter)) {
            Some(last) => last.extend(letter, text, spaced),
            None => done.push(Stretch::new(letter, text)),
        }
        spaced = false;
    }
    Ok(done)
}

impl Stretch {
    fn new(letter: &Letter, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            words: Vec::new(),
            turn: letter.turn,
            x: letter.x,
            end: letter.end,
            y: letter.y,
            size: letter.size,
        }
    }

    fn is_followed_by(&self, letter: &Letter) -> bool {
        let size = self.size.max(letter.size);
        let gap = letter.x - self.end;
        self.turn == letter.turn
            && (letter.y - self.y).abs() < size * BASE
            && (-size * BACK..size * STRETCH).contains(&gap)
    }

    fn extend(&mut self, letter: &Letter, text: &str, spaced: bool) {
        let gap = letter.x - self.end;
        if (spaced || gap > self.size.min(letter.size) * WORD) && !self.text.ends_with(' ') {
            self.text.push(' ');
            self.words.push((letter.x, self.text.len()));
        }
        self.text.push_str(text);
        self.end = self.end.max(letter.end);
        if letter.size > self.size {
            (self.size, self.y) = (letter.size, letter.y);
        }
    }
}

/// Puts stretches that follow each other on one base into one line, in the order of drawing, which is nearly always
/// the order of reading, in columns too.
fn lines(stretches: Vec<Stretch>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for stretch in stretches {
        match lines.last_mut().filter(|line| line.holds(&stretch)) {
            Some(line) => line.parts.push(stretch),
            None => lines.push(Line {
                turn: stretch.turn,
                y: stretch.y,
                size: stretch.size,
                parts: vec![stretch],
            }),
        }
    }
    for line in &mut lines {
        line.parts.sort_by(|one, other| one.x.total_cmp(&other.x));
    }
    lines
}

impl Line {
    fn holds(&self, stretch: &Stretch) -> bool {
        self.turn == stretch.turn && (self.y - stretch.y).abs() < self.size.min(stretch.size) * BASE
    }

    fn start(&self) -> f64 {
        self.parts.first().map_or(0.0, |part| part.x)
    }

    fn end(&self) -> f64 {
        self.parts.last().map_or(0.0, |part| part.end)
    }
}

/// Tells whether lines were drawn in no order of reading: many stand above one drawn before, and not beside it.
fn is_scrambled(lines: &[Line]) -> bool {
    let is_back = |pair: &&[Line]| match pair {
        [one, other] => {
            let beside = one.end() < other.start() || other.end() < one.start();
            one.turn == other.turn && other.y < one.y - one.size && !beside
        }
        _ => false,
    };
    lines.windows(2).filter(is_back).count() * 4 > lines.len()
}

fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|one, other| one.turn.cmp(&other.turn).then(one.y.total_cmp(&other.y)));
    let parts = lines.into_iter().flat_map(|line| line.parts);
    self::lines(parts.collect())
}

/// Tells whether a line begins a new paragraph or column.
fn is_apart(before: &Line, line: &Line) -> bool {
    let step = line.y - before.y;
    before.turn != line.turn || step < 0.0 || step > before.size.max(line.size) * PARAGRAPH
}

/// Counts the lines from the first on that are rows of one table.
fn table_length(lines: &[Line]) -> usize {
    let is_first = |line: &&Line| line.parts.len() > 1 && !is_marked(line);
    let rows = lines.iter().zip(lines.iter().skip(1));
    match lines.first().filter(is_first) {
        None => 0,
        Some(_) => 1 + rows.take_while(|(above, line)| continues(above, line)).count(),
    }
}

/// Tells whether a line goes on with the table of the line above: it has cells, or it is what did not fit into one.
fn continues(above: &Line, line: &Line) -> bool {
    if above.turn != line.turn || !(0.0..above.size.max(line.size) * 3.0).contains(&(line.y - above.y)) {
        return false;
    }
    match line.parts.as_slice() {
        [alone] => above
            .parts
            .iter()
            .skip(1)
            .any(|part| (part.x - alone.x).abs() < 2.0),
        parts => parts.len() > 1 && !is_marked(line),
    }
}

/// Tells whether a line is an item of a list: a short mark, then one stretch.
fn is_marked(line: &Line) -> bool {
    matches!(line.parts.as_slice(), [mark, _] if mark.text.chars().count() <= 3 && !mark.text.ends_with(char::is_alphanumeric))
}

fn joined(line: &Line) -> String {
    let gap = if is_marked(line) { " " } else { "   " };
    let mut text = String::new();
    for (at, part) in line.parts.iter().enumerate() {
        let _ = write!(text, "{}{}", if at > 0 { gap } else { "" }, part.text);
    }
    text
}
