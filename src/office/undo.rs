//! Undo and redo by appending: nothing is ever taken out of the events, so undo works after a restart too. What was
//! written on a text in one go is one step, however often it was saved meanwhile.

use super::act::Report;
use super::{Office, OfficeError};
use crate::store::{Bearing, Event, Happening};
use std::collections::BTreeSet;

impl Office {
    pub(super) fn undo(&mut self) -> Result<Report, OfficeError> {
        self.step(Direction::Back)
    }

    pub(super) fn redo(&mut self) -> Result<Report, OfficeError> {
        self.step(Direction::Forth)
    }

    fn step(&mut self, direction: Direction) -> Result<Report, OfficeError> {
        let me = self.me()?.clone();
        let place = self.store.atomically(|store| {
            let events = store.events(None, self.grid.scale())?;
            let Some(stretch) = next(&events, direction) else {
                return Ok(None);
            };
            let Some((last, whole)) = stretch.last().zip(whole(&stretch)) else {
                return Ok(None);
            };
            let happening = match direction {
                Direction::Back => whole.reversed(),
                Direction::Forth => whole,
            };
            let criterion = happening.criterion().cloned();
            let bearing = match direction {
                Direction::Back => Bearing::Undoes(last.seq),
                Direction::Forth => Bearing::Redoes(last.seq),
            };
            self.happen(store, &me, &last.dossier, happening, bearing)?;
            Ok::<_, OfficeError>(Some((last.dossier.clone(), criterion)))
        })?;
        Ok(Report::Undone { place })
    }
}

#[derive(Debug, Clone, Copy)]
enum Direction {
    Back,
    Forth,
}

/// Events that are one step.
type Stretch<'e> = Vec<&'e Event>;

/// Where events have led: the steps that stand, those that were taken back and may come again, and every event that does
/// not stand, for good or not.
#[derive(Default)]
struct Replay<'e> {
    done: Vec<Stretch<'e>>,
    undone: Vec<Stretch<'e>>,
    gone: BTreeSet<u64>,
}

impl<'e> Replay<'e> {
    /// Replays the events as moves between two stacks; anything done anew empties the second.
    fn of(events: &'e [Event]) -> Self {
        let mut replay = Self::default();
        let mut before = None;
        for event in events {
            match event.bearing {
                Bearing::Undoes(seq) => replay.undo(seq),
                Bearing::Redoes(seq) => replay.redo(seq),
                Bearing::Anew | Bearing::GoesOn => {
                    replay.undone.clear();
                    match replay.done.last_mut().filter(|_| goes_on(before, event)) {
                        Some(stretch) => stretch.push(event),
                        None => replay.done.push(vec![event]),
                    }
                }
            }
            before = Some(event);
        }
        replay
    }

    fn undo(&mut self, seq: u64) {
        let Some(stretch) = taken(&mut self.done, seq) else {
            return;
        };
        self.gone.extend(stretch.iter().map(|event| event.seq));
        self.undone.push(stretch);
    }

    fn redo(&mut self, seq: u64) {
        let Some(stretch) = taken(&mut self.undone, seq) else {
            return;
        };
        for event in &stretch {
            self.gone.remove(&event.seq);
        }
        self.done.push(stretch);
    }
}

/// Finds what undo or redo takes next.
fn next(events: &[Event], direction: Direction) -> Option<Stretch<'_>> {
    let mut replay = Replay::of(events);
    match direction {
        Direction::Back => replay.done.pop(),
        Direction::Forth => replay.undone.pop(),
    }
}

/// Returns the events that were taken back and stand no more.
pub fn taken_back(events: &[Event]) -> BTreeSet<u64> {
    Replay::of(events).gone
}

/// Tells whether an event goes on with the text that the one before it wrote.
fn goes_on(before: Option<&Event>, event: &Event) -> bool {
    let is_written = |before: &Event| matches!(before.bearing, Bearing::Anew | Bearing::GoesOn);
    let kind = |event: &Event| std::mem::discriminant(&event.happening);
    let place = |event: &Event| {
        let criterion = event.happening.criterion().cloned();
        (event.dossier.clone(), criterion, kind(event))
    };
    event.bearing == Bearing::GoesOn
        && before.is_some_and(|before| is_written(before) && place(before) == place(event))
}

/// Takes the stretch that holds an event off a stack.
fn taken<'e>(stack: &mut Vec<Stretch<'e>>, seq: u64) -> Option<Stretch<'e>> {
    let holds = |stretch: &Stretch<'_>| stretch.iter().any(|event| event.seq == seq);
    let place = stack.iter().rposition(holds)?;
    Some(stack.remove(place))
}

/// Returns what a stretch changed in all.
fn whole(stretch: &Stretch<'_>) -> Option<Happening> {
    let (first, last) = (stretch.first()?, stretch.last()?);
    Some(match (&first.happening, last.happening.clone()) {
        (Happening::Cell { before, .. }, Happening::Cell { criterion, after, .. }) => Happening::Cell {
            criterion,
            before: before.clone(),
            after,
        },
        (Happening::Note { before, .. }, Happening::Note { criterion, after, .. }) => Happening::Note {
            criterion,
            before: before.clone(),
            after,
        },
        (_, last) => last,
    })
}
