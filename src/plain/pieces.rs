//! Evidence: what is text is read here, page by page; anything else is written to a file that the juror names, and opened
//! with what they use otherwise.

use super::Outcome;
use super::criterion::{self, Spot};
use super::handing::path_of;
use super::pages::Pages;
use super::reading::{is_readable, read};
use super::session::{Session, digits};
use super::text::readable;
use super::voice::quoted;
use crate::domain::evidence::{Evidence, Reading};
use crate::domain::saying::Saying;
use crate::office::ask::DossierView;
use crate::office::{Answer, OfficeError, Question};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

/// Says what a piece is, by its number in the dossier.
pub(super) fn line(view: &DossierView, place: usize, piece: &Evidence) -> Saying {
    let ending = piece.ending();
    let is_ending =
        !ending.is_empty() && ending.len() <= 8 && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    let kind = if is_ending {
        ending.to_uppercase()
    } else {
        piece.media_type.clone()
    };
    let way = if !is_here(view, piece) {
        "plain-piece-missing"
    } else if is_readable(&view.dossier.id, piece) {
        "plain-piece-read"
    } else {
        "plain-piece-write"
    };
    Saying::new("plain-piece")
        .number("n", place + 1)
        .text("name", &piece.name)
        .text("kind", kind)
        .said("size", piece.said_size())
        .said("way", Saying::new(way))
}

fn is_here(view: &DossierView, piece: &Evidence) -> bool {
    piece
        .sha256
        .as_ref()
        .is_some_and(|digest| view.present.contains(digest))
}

impl Session<'_> {
    /// Lists the pieces, reads one, or writes one to a file.
    pub(super) fn piece(&mut self, spot: &Spot, rest: &str) -> Outcome {
        let view = self.view(&spot.dossier)?;
        if view.recusal.is_some() {
            return self.say_recused(&view);
        }
        if rest.is_empty() {
            return criterion::pieces(&mut self.voice, &view, |_| true);
        }
        let (number, path) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let path = path.trim();
        let place = digits(number).and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
        let piece = place.and_then(|place| Some((place, view.dossier.evidence.get(place)?)));
        let Some((place, piece)) = piece else {
            let saying = Saying::new("plain-piece-unknown").text("typed", number);
            return self.voice.say(&saying.number("all", view.dossier.evidence.len()));
        };
        let Some(bytes) = self.bytes_of(piece)? else {
            let saying = Saying::new("plain-piece-absent").text("name", &piece.name);
            return self.voice.say(&saying);
        };
        if !path.is_empty() {
            return self.write_piece(place, piece, &bytes, path);
        }
        if !is_readable(&spot.dossier, piece) {
            return self.offer_piece(place, piece, &bytes);
        }
        match read(&mut self.office, &spot.dossier, piece)? {
            Ok(reading) => self.read_piece(place, piece, &reading),
            Err(why) => {
                self.voice.say(&why)?;
                self.offer_piece(place, piece, &bytes)
            }
        }
    }

    fn bytes_of(&self, piece: &Evidence) -> Outcome<Option<Vec<u8>>> {
        let Some(digest) = piece.sha256.clone() else {
            return Ok(None);
        };
        match self.office.ask(Question::Evidence(digest))? {
            Answer::Evidence(bytes) => Ok(bytes),
            _ => Ok(None),
        }
    }

    fn read_piece(&mut self, place: usize, piece: &Evidence, reading: &Reading) -> Outcome {
        let saying = Saying::new("plain-piece-begins").number("n", place + 1);
        self.voice.say(&saying.text("name", &piece.name))?;
        if reading.truncated {
            self.voice
                .say(&Saying::new("plain-piece-cut").number("n", place + 1))?;
        }
        let items = self.laid(reading);
        if items.is_empty() {
            return self.voice.say(&Saying::new("plain-piece-empty"));
        }
        let end = Saying::new("plain-piece-ends").number("n", place + 1);
        self.pages = Pages::new(items, end).turn(&mut self.voice)?;
        Ok(())
    }

    /// Lays what a piece says out in lines; the document's own pages are named where it has several.
    fn laid(&self, reading: &Reading) -> Vec<String> {
        let mut items = Vec::new();
        for (number, page) in reading.pages.iter().enumerate() {
            if reading.pages.len() > 1 {
                let head = Saying::new("plain-piece-page").number("n", number + 1);
                items.extend(self.voice.lines(&head));
            }
            let text = readable(page);
            let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
            items.extend(lines.flat_map(quoted));
        }
        items
    }

    fn offer_piece(&mut self, place: usize, piece: &Evidence, bytes: &[u8]) -> Outcome {
        let prompt = Saying::new("plain-prompt-piece").text("name", &piece.name);
        let example = file_name(place, piece);
        match self.ask_path(&prompt.text("example", example))? {
            Some(path) => self.write_piece(place, piece, bytes, &path),
            None => Ok(()),
        }
    }

    fn write_piece(&mut self, place: usize, piece: &Evidence, bytes: &[u8], typed: &str) -> Outcome {
        let mut path = path_of(typed);
        if path.is_dir() {
            path = path.join(file_name(place, piece));
        }
        if path.exists() {
            return self
                .voice
                .say(&Saying::new("plain-path-taken").text("path", path.display()));
        }
        write_new(&path, bytes)?;
        let path = std::path::absolute(&path).unwrap_or(path);
        self.voice
            .say(&Saying::new("plain-piece-written").text("path", path.display()))
    }
}

/// Returns a name of ours for the file: the candidate's is a label, never a path.
fn file_name(place: usize, piece: &Evidence) -> String {
    let plain = |c: char| {
        if c.is_alphanumeric() || matches!(c, '-' | '.') {
            c
        } else {
            '_'
        }
    };
    let name: String = piece.name.chars().map(plain).collect();
    format!("{}-{}", place + 1, name.trim_start_matches(['.', '_']))
}

/// Writes a file that was not there; half of one does not stay.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), OfficeError> {
    let io = |e: std::io::Error| OfficeError::io(path, &e);
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(io)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
    written.map_err(io)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_makes_no_path() {
        let piece = |name: &str| Evidence {
            name: name.to_owned(),
            sha256: None,
            media_type: String::new(),
            size: 0,
            criteria: Vec::new(),
            question: None,
            checksum: None,
        };
        assert_eq!(
            file_name(0, &piece("../rapport<2023>.pdf")),
            "1-rapport_2023_.pdf"
        );
        assert_eq!(file_name(2, &piece("délibération 1.pdf")), "3-délibération_1.pdf");
        assert_eq!(file_name(0, &piece("a\u{1b}\u{202e}/..")), "1-a___..");
    }
}
