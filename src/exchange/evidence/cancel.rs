//! What stands between a reader and whoever waits for it: a flag to stop, a moment to be done by, and how far it is.

use super::Unreadable;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A flag that tells a reader to stop; its clones are the same flag.
#[derive(Debug, Clone, Default)]
pub struct Cancel {
    flag: Arc<AtomicBool>,
    until: Option<Instant>,
    allowed: Duration,
    done: Arc<AtomicUsize>,
    all: Arc<AtomicUsize>,
}

impl Cancel {
    /// Makes a flag that is down.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the same flag, which counts as up after a while from now.
    #[must_use]
    pub fn within(&self, allowed: Duration) -> Self {
        Self {
            until: Some(Instant::now() + allowed),
            allowed,
            ..self.clone()
        }
    }

    /// Raises the flag, for good.
    pub fn cancel(&self) {
        self.flag.store(true, Ordering::Relaxed);
    }

    /// Tells whether the flag is up.
    pub fn is_cancelled(&self) -> bool {
        self.flag.load(Ordering::Relaxed)
    }

    /// Returns how many steps are done and how many there are; none while that is unknown.
    pub fn progress(&self) -> (usize, usize) {
        (
            self.done.load(Ordering::Relaxed),
            self.all.load(Ordering::Relaxed),
        )
    }

    pub(super) fn step(&self, done: usize, all: usize) {
        self.all.store(all, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
    }

    pub(super) fn check(&self) -> Result<(), Unreadable> {
        if self.is_cancelled() {
            return Err(Unreadable::Cancelled);
        }
        match self.until {
            Some(until) if Instant::now() >= until => Err(Unreadable::Slow {
                seconds: self.allowed.as_secs(),
            }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_that_is_over_stops_like_the_flag() {
        let cancel = Cancel::new().within(Duration::ZERO);
        assert_eq!(cancel.check(), Err(Unreadable::Slow { seconds: 0 }));
        assert_eq!(Cancel::new().within(Duration::from_hours(1)).check(), Ok(()));
        cancel.cancel();
        assert_eq!(cancel.check(), Err(Unreadable::Cancelled));
        assert_eq!(Cancel::new().check(), Ok(()));
    }
}
