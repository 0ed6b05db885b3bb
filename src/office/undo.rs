//! Undo and redo by appending: nothing is ever taken out of the events, so undo works after a restart too.

use super::act::Report;
use super::{Office, OfficeError};
use crate::store::Event;

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
            let Some(event) = next(&events, direction) else {
                return Ok(None);
            };
            let happening = match direction {
                Direction::Back => event.happening.clone().reversed(),
                Direction::Forth => event.happening.clone(),
            };
            let criterion = happening.criterion().cloned();
            let (undoes, redoes) = match direction {
                Direction::Back => (Some(event.seq), None),
                Direction::Forth => (None, Some(event.seq)),
            };
            self.happen(store, &me, &event.dossier, happening, undoes, redoes)?;
            Ok::<_, OfficeError>(Some((event.dossier.clone(), criterion)))
        })?;
        Ok(Report::Undone { place })
    }
}

#[derive(Debug, Clone, Copy)]
enum Direction {
    Back,
    Forth,
}

/// Finds what undo or redo takes next: the events are replayed as moves between two stacks, and anything done anew
/// empties the second.
fn next(events: &[Event], direction: Direction) -> Option<&Event> {
    let (mut done, mut undone): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
    for event in events {
        match (event.undoes, event.redoes) {
            (Some(seq), _) => {
                done.retain(|d| *d != seq);
                undone.push(seq);
            }
            (None, Some(seq)) => {
                undone.retain(|u| *u != seq);
                done.push(seq);
            }
            (None, None) => {
                undone.clear();
                done.push(event.seq);
            }
        }
    }
    let seq = match direction {
        Direction::Back => done.pop(),
        Direction::Forth => undone.pop(),
    }?;
    events.iter().find(|event| event.seq == seq)
}
