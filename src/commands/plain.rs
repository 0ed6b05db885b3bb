//! The dialogue for screen readers, on the process's own input and output.

use super::Run;
use super::error::Failure;
use crate::domain::words::Lang;
use crate::office::Office;
use crate::plain::{self, PlainError};
use crate::store::Access;
use std::io::ErrorKind;
use std::path::Path;

pub(super) fn run(run: &Run, store: &Path, lang: Lang) -> Result<(), Failure> {
    let office = Office::open(store, Access::Write, run.context.clone())?;
    let (input, output) = (std::io::stdin(), std::io::stdout());
    match plain::run(office, lang, &mut input.lock(), &mut output.lock()) {
        // A listener that closed early wants no more of it; all that was typed is saved.
        Err(PlainError::Io(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        held => Ok(held?),
    }
}
