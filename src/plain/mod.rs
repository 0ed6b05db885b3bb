//! The juror's whole job as a dialogue, line by line, for screen readers and braille displays: nothing moves, nothing is
//! coloured or drawn, every line stands on its own, and the prompt is a line too, so that a pipe reads it as a person
//! does. Whatever is typed is on the disk before the next line is read; the end of the input ends the dialogue.

mod citing;
mod criterion;
mod dossier;
mod former;
mod handing;
mod lexicon;
mod list;
mod marks;
mod pages;
mod pieces;
mod reading;
mod session;
mod steps;
mod text;
mod voice;
mod writing;

use crate::domain::words::Lang;
use crate::office::{Office, OfficeError};
use std::io::{BufRead, Write};

/// Why a dialogue could not go on.
#[derive(Debug, thiserror::Error)]
pub enum PlainError {
    /// The store's.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The input ended on a text that could not be saved.
    #[error("{0}")]
    Unsaved(OfficeError),
    /// The input's or the output's.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// What a turn of the dialogue comes to.
type Outcome<T = ()> = Result<T, PlainError>;

/// Holds the dialogue on a store, until the juror leaves or the input ends.
///
/// # Errors
/// That the input or the output fails, or that what was typed last could not be saved before the input ended.
pub fn run(office: Office, lang: Lang, input: &mut dyn BufRead, output: &mut dyn Write) -> Outcome {
    let voice = voice::Voice::new(lang, input, output);
    session::Session::new(office, voice).hold()
}
