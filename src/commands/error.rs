//! Failures to exit codes, once: 0 done · 1 I/O or internal · 2 usage · 3 input refused · 4 the state forbids it.

use super::output::tell;
use crate::domain::saying::Saying;
use crate::office::OfficeError;
use crate::plain::PlainError;
use crate::publish::PublishError;
use crate::speech::Speech;
use crate::store::StoreError;
use std::process::ExitCode;

/// Why a command ends without having done its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// An act or a question failed.
    Office(OfficeError),
    /// What was given is no such thing.
    Refused(Saying),
    /// Everything was told already; this is the code.
    Told(u8),
    /// The terminal, or something that nobody foresaw.
    Other(anyhow::Error),
}

impl From<OfficeError> for Failure {
    fn from(error: OfficeError) -> Self {
        Self::Office(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Office(error.into())
    }
}

impl From<PlainError> for Failure {
    fn from(error: PlainError) -> Self {
        match error {
            PlainError::Office(error) | PlainError::Unsaved(error) => Self::Office(error),
            PlainError::Io(error) => Self::Other(error.into()),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<OfficeError>() {
            Ok(office) => Self::Office(office),
            Err(other) => Self::Other(other),
        }
    }
}

impl Failure {
    /// Tells the failure to the user, and returns the exit code.
    pub(super) fn tell(&self, speech: &Speech) -> ExitCode {
        match self {
            Self::Office(error) => {
                tell(&speech.say(&error.saying()));
                for detail in error.details() {
                    tell(&format!("  • {}", speech.say(&detail)));
                }
            }
            Self::Refused(saying) => tell(&speech.say(saying)),
            Self::Told(_) => {}
            Self::Other(error) => {
                let saying = Saying::new("error-internal").text("why", format!("{error:#}"));
                tell(&speech.say(&saying));
            }
        }
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            Self::Office(error) => office_code(error),
            Self::Refused(_) => 3,
            Self::Told(code) => *code,
            Self::Other(_) => 1,
        }
    }
}

fn office_code(error: &OfficeError) -> u8 {
    match error {
        OfficeError::Io { .. } => 1,
        OfficeError::Refused(_) | OfficeError::Grid(_) | OfficeError::Form(_) | OfficeError::Mapping(_) => 3,
        OfficeError::State(_) | OfficeError::Forbidden(_) => 4,
        OfficeError::Exchange(e) => {
            if e.is_io() {
                1
            } else {
                3
            }
        }
        OfficeError::Package(e) => {
            if e.is_io() {
                1
            } else {
                3
            }
        }
        OfficeError::Publish(PublishError::Io { .. } | PublishError::Document { .. }) => 1,
        OfficeError::Publish(PublishError::Template { .. } | PublishError::Print { .. }) => 3,
        OfficeError::Publish(PublishError::NotOurs { .. } | PublishError::Stopped) => 4,
        OfficeError::Store(StoreError::Foreign { .. } | StoreError::Newer { .. }) => 3,
        OfficeError::Store(StoreError::Held { .. } | StoreError::Exists { .. }) => 4,
        OfficeError::Store(
            StoreError::Missing { .. }
            | StoreError::Damaged { .. }
            | StoreError::Io { .. }
            | StoreError::Sqlite(_),
        ) => 1,
    }
}
