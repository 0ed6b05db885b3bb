//! What one command did may be several events: a comment is saved line by line. Undo takes a command back whole, as far
//! as this dialogue knows; what an earlier one did is taken back event by event.

/// How many events each command wrote, the latest last.
#[derive(Debug, Default)]
pub(super) struct Steps {
    done: Vec<usize>,
    undone: Vec<usize>,
}

/// Back into the past, or forth again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Undo.
    Back,
    /// Redo.
    Forth,
}

impl Steps {
    /// Notes a command's events; one that wrote none changes nothing.
    pub(super) fn did(&mut self, events: usize) {
        if events > 0 {
            self.done.push(events);
            self.undone.clear();
        }
    }

    /// Returns how many events the next step is.
    pub(super) fn next(&self, way: Way) -> usize {
        let from = match way {
            Way::Back => &self.done,
            Way::Forth => &self.undone,
        };
        from.last().copied().unwrap_or(1)
    }

    /// Notes how many events a step took; none where nothing was left.
    pub(super) fn went(&mut self, way: Way, events: usize) {
        let (from, to) = match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Forth => (&mut self.undone, &mut self.done),
        };
        from.pop();
        if events > 0 {
            to.push(events);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Steps, Way};

    #[test]
    fn a_command_is_taken_back_and_brought_back_whole() {
        let mut steps = Steps::default();
        let go = |steps: &mut Steps, way, left: usize| {
            let events = steps.next(way);
            steps.went(way, events.min(left));
            events
        };
        steps.did(3);
        steps.did(0);
        steps.did(1);
        assert_eq!(go(&mut steps, Way::Back, 4), 1);
        assert_eq!(go(&mut steps, Way::Back, 3), 3);
        assert_eq!(
            go(&mut steps, Way::Back, 0),
            1,
            "nothing is left, and nothing is counted"
        );
        assert_eq!(go(&mut steps, Way::Forth, 4), 3);
        assert_eq!(go(&mut steps, Way::Forth, 1), 1);
        steps.did(2);
        assert_eq!(
            steps.next(Way::Forth),
            1,
            "something new empties what could be brought back"
        );
    }
}
