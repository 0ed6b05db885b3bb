//! Undo and redo by appending: nothing is ever taken out of the events, so undo works after a restart too. What was
//! written on a text in one go is one step, however often it was saved meanwhile; what one act did in several places is
//! one step too.

use super::act::Report;
use super::{Office, OfficeError};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::store::{Bearing, Event, Happening};
use std::collections::BTreeSet;
use std::mem::Discriminant;

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
            let mut place = None;
            for part in parts(stretch, direction) {
                let Some((last, whole)) = part.last().zip(whole(&part)) else {
                    continue;
                };
                let (happening, bearing) = match direction {
                    Direction::Back => (whole.reversed(), Bearing::Undoes(last.seq)),
                    Direction::Forth => (whole, Bearing::Redoes(last.seq)),
                };
                place = Some((last.dossier.clone(), happening.criterion().cloned()));
                self.happen(store, &me, &last.dossier, happening, bearing)?;
            }
            Ok::<_, OfficeError>(place)
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
                Bearing::Anew | Bearing::GoesOn | Bearing::Together => {
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

/// Splits a step into what it did in each place: in the order in which it was done, or the other way to take it back.
fn parts(stretch: Stretch<'_>, direction: Direction) -> Vec<Stretch<'_>> {
    let mut parts: Vec<Stretch<'_>> = Vec::new();
    for event in stretch {
        let is_there = |part: &Stretch<'_>| part.last().is_some_and(|last| place(last) == place(event));
        match parts.last_mut().filter(|part| is_there(part)) {
            Some(part) => part.push(event),
            None => parts.push(vec![event]),
        }
    }
    if matches!(direction, Direction::Back) {
        parts.reverse();
    }
    parts
}

type Place<'e> = (&'e DossierId, Option<&'e CriterionCode>, Discriminant<Happening>);

/// Returns what an event is about: the dossier, the criterion, and what kind of thing there.
fn place(event: &Event) -> Place<'_> {
    let kind = std::mem::discriminant(&event.happening);
    (&event.dossier, event.happening.criterion(), kind)
}

/// Tells whether an event is one step with the one before it: it goes on with its text, or was done in one with it.
fn goes_on(before: Option<&Event>, event: &Event) -> bool {
    let is_written = |before: &&Event| !matches!(before.bearing, Bearing::Undoes(_) | Bearing::Redoes(_));
    before
        .filter(is_written)
        .is_some_and(|before| match event.bearing {
            Bearing::GoesOn => place(before) == place(event),
            // Of events of one place alone, the one before may be of another act.
            Bearing::Together => before.seq + 1 == event.seq,
            Bearing::Anew | Bearing::Undoes(_) | Bearing::Redoes(_) => false,
        })
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
