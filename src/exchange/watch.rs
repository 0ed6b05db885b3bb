//! What stands between long work and whoever waits for it: how far it has come, and whether it is still wanted. The work
//! writes, the waiting side looks when it likes: neither ever waits for the other.

use super::error::ExchangeError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

/// What long work is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Looking through the attachments; counted in files.
    Attachments,
    /// Reading dossiers; counted in bytes.
    Dossiers,
    /// Making packages; counted in jurors.
    Packages,
    /// Reading sheets; counted in files.
    Sheets,
    /// Writing letters; counted in candidates.
    Letters,
    /// Writing it all for good: it can't be stopped any more.
    Settling,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 6] = [
        Self::Attachments,
        Self::Dossiers,
        Self::Packages,
        Self::Sheets,
        Self::Letters,
        Self::Settling,
    ];

    /// Returns the catalogue's entry for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Attachments => "stage-attachments",
            Self::Dossiers => "stage-dossiers",
            Self::Packages => "stage-packages",
            Self::Sheets => "stage-sheets",
            Self::Letters => "stage-letters",
            Self::Settling => "stage-settling",
        }
    }
}

/// How far work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What it is at.
    pub stage: Stage,
    /// How much of that is done.
    pub done: u64,
    /// How much there is; 0 while that is unknown.
    pub all: u64,
}

/// A watch over work; its clones watch over the same.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Watched>);

#[derive(Debug, Default)]
struct Watched {
    stopped: AtomicBool,
    /// The stage's place among all, from 1; 0 before the first.
    stage: AtomicU8,
    done: AtomicU64,
    all: AtomicU64,
}

impl Watch {
    /// Watches over other work, of which nothing is known yet.
    pub fn renew(&self) {
        self.0.stopped.store(false, Ordering::Relaxed);
        self.0.stage.store(0, Ordering::Release);
    }

    /// Asks the work to stop.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    /// Tells whether the work is unwanted.
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::Relaxed)
    }

    /// Returns how far the work has come; nothing before its first step.
    pub fn progress(&self) -> Option<Progress> {
        let place = usize::from(self.0.stage.load(Ordering::Acquire));
        Some(Progress {
            stage: *Stage::ALL.get(place.checked_sub(1)?)?,
            done: self.0.done.load(Ordering::Relaxed),
            all: self.0.all.load(Ordering::Relaxed),
        })
    }

    /// Tells how far the work has come.
    pub fn tell(&self, stage: Stage, done: u64, all: u64) {
        self.0.done.store(done, Ordering::Relaxed);
        self.0.all.store(all, Ordering::Relaxed);
        let place = Stage::ALL.iter().position(|s| *s == stage).map_or(0, |at| at + 1);
        self.0
            .stage
            .store(u8::try_from(place).unwrap_or(0), Ordering::Release);
    }

    /// Tells how far the work has come, and stops it where it is unwanted.
    ///
    /// # Errors
    /// That it is.
    pub fn step(&self, stage: Stage, done: u64, all: u64) -> Result<(), ExchangeError> {
        self.tell(stage, done, all);
        if self.is_stopped() {
            return Err(ExchangeError::Stopped);
        }
        Ok(())
    }
}
