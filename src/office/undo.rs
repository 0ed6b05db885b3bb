//! Undo and redo by appending: nothing is ever taken out of the events, so undo works after a restart too. What was
//! written on a text in one go is one step, however often it was saved meanwhile.

use super::act::Report;
use super::{Office, OfficeError};
use crate::store::{Bearing, Event, Happening};

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

/// Finds what undo or redo takes next: the events are replayed as moves between two stacks, and anything done anew
/// empties the second.
fn next(events: &[Event], direction: Direction) -> Option<Stretch<'_>> {
    let (mut done, mut undone): (Vec<Stretch<'_>>, Vec<Stretch<'_>>) = (Vec::new(), Vec::new());
    let mut before = None;
    for event in events {
        match event.bearing {
            Bearing::Undoes(seq) => undone.extend(taken(&mut done, seq)),
            Bearing::Redoes(seq) => done.extend(taken(&mut undone, seq)),
            Bearing::Anew | Bearing::GoesOn => {
                undone.clear();
                match done.last_mut().filter(|_| goes_on(before, event)) {
                    Some(stretch) => stretch.push(event),
                    None => done.push(vec![event]),
                }
            }
        }
        before = Some(event);
    }
    match direction {
        Direction::Back => done.pop(),
        Direction::Forth => undone.pop(),
    }
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
