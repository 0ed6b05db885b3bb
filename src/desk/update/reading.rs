//! What comes of the reader: shown where it was asked for, and kept in the store, so that a file is read once.

use super::drafts::review_of;
use crate::desk::effect::{Effect, Ticket, Waiting};
use crate::desk::model::{Model, Shared};
use crate::desk::pictures::Drawn;
use crate::domain::saying::Saying;
use crate::office::Act;
use crate::office::reading::{Piece, Read};

/// Has the pieces read that nobody read yet, one after the other, so that words are found in all of them.
pub(super) fn read_ahead(shared: &mut Shared) {
    let store = shared.store.clone();
    shared.want(Waiting::Ahead, |ticket| Effect::ReadAhead(ticket, store));
}

/// Begins to, unless it is under way.
pub(super) fn begin_ahead(shared: &mut Shared) {
    let is_under_way =
        |waiting: &Waiting| matches!(waiting, Waiting::Ahead | Waiting::Kept { goes_on: true });
    if !shared.tickets.any(is_under_way) {
        read_ahead(shared);
    }
}

pub(super) fn read(model: &mut Model, waiting: Waiting, read: Read) {
    let Waiting::Piece(piece) = waiting else { return };
    if read.is_new {
        keep(&mut model.shared, &piece, &read, false);
    }
    if let Some(review) = review_of(model) {
        review.take_piece(piece.digest, Ok(read.reading));
    }
}

pub(super) fn ahead(shared: &mut Shared, read: Option<(Piece, Read)>) {
    if let Some((piece, read)) = read {
        keep(shared, &piece, &read, true);
    }
}

pub(super) fn drawn(model: &mut Model, waiting: &Waiting, drawn: Result<Drawn, Saying>) {
    if let (Waiting::Picture(digest), Some(review)) = (waiting, review_of(model)) {
        review.take_picture(digest, drawn);
    }
}

/// A piece was not read: whoever looks at it hears why. Reading ahead goes on once it is not in the way.
pub(super) fn refused(model: &mut Model, waiting: Waiting, why: Saying) {
    match waiting {
        Waiting::Ahead if why.id == "evidence-cancelled" => read_ahead(&mut model.shared),
        Waiting::Piece(piece) => {
            if let Some(review) = review_of(model) {
                review.take_piece(piece.digest, Err(why));
            }
        }
        waiting => drawn(model, &waiting, Err(why)),
    }
}

pub(super) fn progress(model: &mut Model, ticket: Ticket, (done, all): (usize, usize)) {
    let digest = match model.shared.tickets.waiting(ticket) {
        Some(Waiting::Piece(piece)) => piece.digest.clone(),
        Some(Waiting::Picture(digest)) => digest.clone(),
        _ => return,
    };
    if let Some(review) = review_of(model) {
        review.take_progress(&digest, done, all);
    }
}

fn keep(shared: &mut Shared, piece: &Piece, read: &Read, goes_on: bool) {
    let act = Act::KeepReading {
        dossier: piece.dossier.clone(),
        digest: piece.digest.clone(),
        reading: read.reading.clone(),
    };
    shared.act(Waiting::Kept { goes_on }, act);
}
