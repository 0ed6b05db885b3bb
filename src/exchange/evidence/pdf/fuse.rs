//! An end to what would go on for ever: forms drawn in forms drawn in forms, a page of a thousand million strokes.

use crate::exchange::evidence::{Cancel, Trick, Unreadable, apart};

/// Far more than the busiest map.
const STEPS: u32 = 20_000_000;
/// How many steps pass between two looks at the flag.
const STRIDE: u32 = 256;

/// Counts the steps of one page.
pub(super) struct Fuse<'c> {
    cancel: &'c Cancel,
    left: u32,
}

impl<'c> Fuse<'c> {
    pub(super) fn new(cancel: &'c Cancel) -> Self {
        Self { cancel, left: STEPS }
    }

    /// Takes a step, or leaves the interpreter, which has no other way out.
    pub(super) fn step(&mut self) {
        let Some(left) = self.left.checked_sub(1) else {
            apart::leave(Unreadable::Hostile {
                trick: Trick::Endless,
            });
        };
        self.left = left;
        if left.is_multiple_of(STRIDE) && self.cancel.is_cancelled() {
            apart::leave(Unreadable::Cancelled);
        }
    }
}
