//! A line to type: a reason, a path, a value.

use crate::desk::keymap::Chord;
use crate::desk::layout::{centred, frame as parts};
use crate::desk::look::Look;
use crate::desk::model::Shared;
use crate::desk::widgets::frame::{over, text_at};
use crate::desk::widgets::line_edit::LineEdit;
use crate::desk::widgets::text::{inert, wrapped};
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::saying::Saying;
use crate::domain::text::folded;
use ratatui::Frame;
use std::path::{Path, PathBuf};

/// What the line is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Why one steps back from a dossier; its number and name.
    Recuse(DossierId, String),
    /// Where the sheet goes.
    WriteSheet,
    /// Where the text to fill in goes.
    WriteForm,
    /// Which one to read back.
    ReadForm,
    /// Which sheets to take in.
    Merge,
    /// Which folder to watch for sheets; none, not any more.
    Watch,
    /// Where the receipts go.
    Receipts,
    /// The coordinator's receipt.
    Receipt,
    /// Which files of dossiers to take in.
    Import,
    /// Where the files are that candidates attached.
    Attach,
    /// Where the publication folder goes.
    Export {
        /// Whether it is marked as a draft.
        draft: bool,
    },
    /// The name of a juror to enrol.
    JurorName,
    /// The organisation of a juror to enrol; the name.
    JurorAffiliation(String),
    /// The address of a juror to enrol; the name and the organisation.
    JurorEmail(String, String),
    /// How many jurors read each dossier.
    PerDossier,
    /// Where the packages go.
    Pack,
    /// Which package to open.
    Package,
    /// The passphrase of that package.
    Passphrase(PathBuf),
    /// The edition of a new campaign on a grid.
    Edition(String),
    /// A value of a scale of more than one digit.
    Value(DossierId, CriterionCode),
    /// A value that the committee sets.
    SetValue(CriterionCode),
    /// Words to look for in the piece that is read.
    FindInPiece,
    /// Hands shown on a dossier: for, against, abstentions.
    Vote(DossierId),
    /// Why a member dissents on a dossier: who, and the name.
    Dissent(DossierId, JurorId, String),
}

impl Purpose {
    /// Returns what is likely to be typed.
    pub fn likely(&self, shared: &Shared) -> String {
        let folder = shared.store.parent().unwrap_or(Path::new(""));
        match self {
            Self::WriteSheet => mine(folder, shared, ".sheet.json"),
            Self::WriteForm | Self::ReadForm => mine(folder, shared, ".md"),
            Self::Merge | Self::Watch => match &shared.watched {
                Some(folder) => folder.display().to_string(),
                None => folder.join("sheets").display().to_string(),
            },
            Self::Receipts => folder.join("recus").display().to_string(),
            Self::Export { draft: false } => folder.join("publication").display().to_string(),
            Self::Export { draft: true } => folder.join("brouillon").display().to_string(),
            Self::Pack => folder.join("paquets").display().to_string(),
            Self::PerDossier => "3".to_owned(),
            Self::Recuse(..)
            | Self::Package
            | Self::Receipt
            | Self::Import
            | Self::Attach
            | Self::JurorName
            | Self::JurorAffiliation(_)
            | Self::JurorEmail(..)
            | Self::Passphrase(_)
            | Self::Edition(_)
            | Self::Value(..)
            | Self::SetValue(_)
            | Self::Vote(_)
            | Self::Dissent(..)
            | Self::FindInPiece => String::new(),
        }
    }

    /// Tells whether a path is typed.
    pub fn is_path(&self) -> bool {
        matches!(
            self,
            Self::WriteSheet
                | Self::WriteForm
                | Self::ReadForm
                | Self::Merge
                | Self::Watch
                | Self::Receipts
                | Self::Receipt
                | Self::Export { .. }
                | Self::Package
                | Self::Import
                | Self::Attach
                | Self::Pack
        )
    }

    /// Tells whether what is typed is not to be seen.
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Passphrase(_))
    }

    fn asks(&self) -> Saying {
        match self {
            Self::Recuse(_, name) => Saying::new("desk-ask-recuse").text("name", name),
            Self::WriteSheet => Saying::new("desk-ask-sheet"),
            Self::WriteForm => Saying::new("desk-ask-form"),
            Self::ReadForm => Saying::new("desk-ask-filled-form"),
            Self::Merge => Saying::new("desk-ask-merge"),
            Self::Watch => Saying::new("desk-ask-watch"),
            Self::Receipts => Saying::new("desk-ask-receipts"),
            Self::Receipt => Saying::new("desk-ask-receipt"),
            Self::Import => Saying::new("desk-ask-import"),
            Self::Attach => Saying::new("desk-ask-attach"),
            Self::Export { draft: false } => Saying::new("desk-ask-export"),
            Self::Export { draft: true } => Saying::new("desk-ask-draft"),
            Self::Package => Saying::new("desk-ask-package"),
            Self::JurorName => Saying::new("desk-ask-juror-name"),
            Self::JurorAffiliation(name) => Saying::new("desk-ask-juror-affiliation").text("name", name),
            Self::JurorEmail(name, _) => Saying::new("desk-ask-juror-email").text("name", name),
            Self::PerDossier => Saying::new("desk-ask-per-dossier"),
            Self::Pack => Saying::new("desk-ask-pack"),
            Self::Passphrase(package) => Saying::new("desk-ask-passphrase").text("file", package.display()),
            Self::Edition(grid) => Saying::new("desk-ask-edition").text("grid", grid),
            Self::FindInPiece => Saying::new("evidence-ask-words"),
            Self::Vote(_) => Saying::new("desk-ask-vote"),
            Self::Dissent(_, _, name) => Saying::new("desk-ask-dissent-reason").text("name", name),
            Self::Value(_, code) | Self::SetValue(code) => {
                Saying::new("desk-ask-value").text("code", code.as_str())
            }
        }
    }
}

/// Names a file of the juror's in a folder.
fn mine(folder: &Path, shared: &Shared, ending: &str) -> String {
    let juror = shared.session.as_ref().and_then(|s| s.juror.as_ref());
    let name = juror.map_or_else(String::new, |juror| plain(&juror.name));
    folder.join(format!("{name}{ending}")).display().to_string()
}

/// Makes a file's name of a person's.
fn plain(name: &str) -> String {
    let words = folded(name);
    let words = words.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// The line.
#[derive(Debug)]
pub struct Input {
    /// What it is for.
    pub purpose: Purpose,
    /// What was typed.
    pub line: LineEdit,
    /// Paths that begin so.
    found: Vec<String>,
}

impl Input {
    /// Starts with a text.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        Self {
            purpose,
            line: LineEdit::new(text),
            found: Vec::new(),
        }
    }

    /// Takes a key.
    pub fn key(&mut self, chord: Chord) {
        if self.line.key(chord) {
            self.found.clear();
        }
    }

    /// Takes the paths that begin as typed: the line grows by what they share.
    pub fn take_paths(&mut self, found: Vec<String>) {
        let typed = self.line.text();
        if let Some(shared) = shared_start(&found).filter(|start| start.len() > typed.len()) {
            self.line = LineEdit::new(shared);
        }
        self.found = if found.len() > 1 { found } else { Vec::new() };
    }

    pub(super) fn view(&self, look: &Look<'_>, frame: &mut Frame<'_>) {
        let Look {
            shared,
            theme,
            speech,
            ..
        } = *look;
        let body = parts(shared.width, shared.height).body;
        let width = 100.min(body.width.saturating_sub(2));
        let asks = wrapped(&speech.say(&self.purpose.asks()), width.saturating_sub(4));
        let found = self.found.len().min(6);
        let height = u16::try_from(asks.len() + found + 4).unwrap_or(u16::MAX);
        let inside = over(
            frame,
            centred(body, width, height),
            &speech.word("desk-input"),
            theme,
        );
        for (row, line) in (0..).zip(&asks) {
            text_at(frame, inside, row, &format!(" {line}"), theme.text);
        }
        let row = u16::try_from(asks.len()).unwrap_or(u16::MAX);
        let width = usize::from(inside.width.saturating_sub(4));
        let (text, column) = if self.purpose.is_secret() {
            self.line.masked().window(width)
        } else {
            self.line.window(width)
        };
        text_at(frame, inside, row, &format!(" > {text}"), theme.strong);
        let column = u16::try_from(column).unwrap_or(u16::MAX).saturating_add(3);
        if row < inside.height && column < inside.width {
            frame.set_cursor_position((inside.x + column, inside.y + row));
        }
        for (at, path) in (row + 1..).zip(self.found.iter().take(found)) {
            text_at(frame, inside, at, &format!("   {}", inert(path)), theme.dim);
        }
        let id = if self.purpose.is_path() {
            "desk-input-path-keys"
        } else {
            "desk-input-keys"
        };
        let last = inside.height.saturating_sub(1);
        text_at(frame, inside, last, &format!(" {}", speech.word(id)), theme.key);
    }
}

fn shared_start(paths: &[String]) -> Option<&str> {
    let (first, rest) = paths.split_first()?;
    let common = |other: &String| {
        let same = first.char_indices().zip(other.chars()).find(|((_, a), b)| a != b);
        same.map_or(first.len().min(other.len()), |((at, _), _)| at)
    };
    let end = rest.iter().map(common).min().unwrap_or(first.len());
    first.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_drawn_as_dots_and_kept_as_typed() {
        let mut input = Input::new(Purpose::Passphrase("p.age".into()), "");
        for c in "clé 1".chars() {
            input.key(Chord::of(c));
        }
        assert!(input.purpose.is_secret());
        assert_eq!(input.line.masked().text(), "•••••");
        assert_eq!(input.line.text(), "clé 1");
    }

    #[test]
    fn a_path_grows_by_what_all_share() {
        let mut input = Input::new(Purpose::Merge, "/a/fe");
        input.take_paths(vec!["/a/feuille-é".into(), "/a/feuille-è".into()]);
        assert_eq!(input.line.text(), "/a/feuille-");
        assert_eq!(input.found.len(), 2);
        input.take_paths(vec!["/a/feuille-é/".into()]);
        assert_eq!(input.line.text(), "/a/feuille-é/");
        assert_eq!(plain("Clotilde d’Haÿ"), "clotilde-d-hay");
    }
}
