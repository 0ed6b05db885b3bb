//! What `update` asks of the world, as data. Every request has a ticket; an answer whose ticket is gone does nothing.

use super::reader::Drawing;
use super::settings::Setting;
use crate::domain::ids::{CriterionCode, Digest, DossierId};
use crate::domain::score::Mark;
use crate::exchange::seal::Passphrase;
use crate::office::reading::Piece;
use crate::office::{Act, Question};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

/// The number of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What is asked of the world.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Change the store.
    Do(Ticket, Act),
    /// Read from it.
    Ask(Ticket, Question),
    /// Open or found a store.
    Begin(Ticket, Beginning),
    /// Say which paths begin like this.
    Complete(Ticket, String),
    /// Read a piece of evidence of a store.
    Read(Ticket, Box<Piece>, PathBuf),
    /// Draw a page of one.
    Draw(Ticket, Box<Drawing>, PathBuf),
    /// Read the next piece that nobody read yet.
    ReadAhead(Ticket, PathBuf),
    /// Give up the long work that is under way: nothing of it is written.
    StopWork,
    /// Watch a folder in which sheets arrive, in place of the one before; none, not any more.
    Watch(Option<PathBuf>),
    /// Give up what is being read or drawn.
    StopReading,
    /// Show a folder in the system's own way.
    OpenFolder(Ticket, PathBuf),
    /// Hand a file to the system's viewer.
    OpenOutside(Ticket, OutsideFile),
    /// Hand a text to the user's own editor, with the terminal, and wait for it.
    EditOutside(Ticket, String),
    /// Write a setting down.
    Remember(Ticket, Setting),
    /// Write the sentences down that are to be used again.
    KeepSnippets(Ticket, Vec<String>),
    /// Listen to the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Send [`super::message::Msg::Woke`] after a while.
    WakeAfter(Duration),
    /// Leave, once all that was asked is done.
    Quit,
}

/// How a store comes to be.
#[derive(Debug, Clone)]
pub enum Beginning {
    /// From a juror's package.
    Package {
        /// The package.
        package: PathBuf,
        /// What opens it, where it is sealed.
        passphrase: Option<Passphrase>,
    },
    /// As a new campaign.
    Campaign {
        /// A built-in grid's name.
        grid: String,
        /// The edition.
        edition: String,
    },
    /// As the demo.
    Demo,
}

/// A piece of evidence to be shown by another program.
#[derive(Debug, Clone)]
pub struct OutsideFile {
    /// The digest of its bytes, which names the copy.
    pub digest: Digest,
    /// The ending, one of those that are opened and never run.
    pub ending: &'static str,
}

/// Which of a criterion's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// For the jury.
    Comment,
    /// For the candidate.
    Feedback,
    /// For oneself.
    Note,
}

/// A text on its way to the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The dossier.
    pub dossier: DossierId,
    /// The criterion.
    pub criterion: CriterionCode,
    /// Which text.
    pub field: Field,
    /// The text.
    pub text: String,
    /// Whether some of it went there before, from the same editor.
    pub goes_on: bool,
}

/// What an answer is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// The campaign's counts.
    Overview,
    /// A page of the list.
    Page,
    /// A dossier to review, and where its cursor goes.
    Dossier {
        /// Which.
        id: DossierId,
        /// The criterion to stand on.
        at: Option<CriterionCode>,
    },
    /// The next thing to score.
    Next,
    /// A neighbour in the list.
    Neighbour,
    /// A mark; what stood there before comes back if it fails.
    Mark {
        /// The dossier.
        dossier: DossierId,
        /// The criterion.
        criterion: CriterionCode,
        /// The mark before.
        before: Option<Mark>,
    },
    /// A text; it comes back into an editor if it fails.
    Text(Draft),
    /// Passages that support a score.
    Citations {
        /// The dossier.
        dossier: DossierId,
        /// The criterion.
        criterion: CriterionCode,
    },
    /// A recusal or its end.
    Recusal,
    /// An undo or a redo.
    Undo,
    /// A piece to read here.
    Piece(Box<Piece>),
    /// A picture of a piece.
    Picture(Digest),
    /// A piece that is read ahead.
    Ahead,
    /// What was read, on the disk; whether the next piece is to be read ahead.
    Kept {
        /// Whether to go on.
        goes_on: bool,
    },
    /// What the juror gave.
    MySheet,
    /// The sheet on the disk.
    WrittenSheet,
    /// The text to fill in, on the disk.
    WrittenForm,
    /// What reading it back did.
    ReadForm,
    /// Who handed in what.
    Status,
    /// Who sits on the jury, and the conflicts that are suggested.
    JuryView,
    /// What an assignment would do.
    SeatPlan,
    /// What an assignment did.
    Assign,
    /// A juror enrolled.
    AddJuror,
    /// A conflict of interest declared, dismissed or taken back.
    Conflict,
    /// The packages.
    Pack,
    /// The conflicts.
    Forks,
    /// The files refused by the last merge.
    Refused,
    /// How far the jury agrees.
    Agreement,
    /// The dossiers of each level.
    Ranking,
    /// What would be published.
    Publication,
    /// What levels would be.
    WhatIf,
    /// Who may be in the room.
    Room,
    /// Whose marks may be left out.
    Members,
    /// What an import would do.
    ImportPlan,
    /// What an import did.
    Import,
    /// What a merge would do.
    MergePlan(Vec<PathBuf>),
    /// What a merge did.
    Merge,
    /// What a watched folder holds.
    Arrivals,
    /// Receipts, written or kept.
    Receipts,
    /// A side kept.
    Keep,
    /// The agenda.
    Agenda,
    /// A dossier before the committee.
    Deliberation(DossierId),
    /// The sitting opened or closed.
    Sitting,
    /// A dossier before the committee, kept.
    Lay,
    /// The agenda ordered by hand.
    Arrange,
    /// Undisputed dossiers decided.
    Adopt,
    /// A decision.
    Decision(DossierId),
    /// Others' scores shown.
    Unmask,
    /// The publication folder.
    Export,
    /// A store.
    Begin,
    /// A store from that package.
    Package(PathBuf),
    /// Paths for the line that is being typed.
    Paths,
    /// The system's viewer.
    Shown,
    /// What one gave on a criterion everywhere.
    Everywhere(CriterionCode),
    /// What one gave on a criterion everywhere, to compare with.
    Others(CriterionCode),
    /// The dossier to compare with.
    Beside(DossierId),
    /// What happened to a criterion.
    History(CriterionCode),
    /// Passages that hold some words.
    Search(String),
    /// That a suggestion is not wanted.
    Dismissal,
    /// A change looked at.
    Look(DossierId),
    /// The user's own editor.
    Edited,
    /// A setting, or sentences, on the disk.
    Remembered,
}

/// The requests that wait for an answer.
#[derive(Debug, Clone, Default)]
pub struct Tickets {
    last: u64,
    waiting: BTreeMap<Ticket, Waiting>,
}

impl Tickets {
    /// Opens a ticket.
    pub fn open(&mut self, waiting: Waiting) -> Ticket {
        self.last += 1;
        let ticket = Ticket(self.last);
        self.waiting.insert(ticket, waiting);
        ticket
    }

    /// Opens a ticket that makes older ones of its kind void: their answers would be stale.
    pub fn open_only(&mut self, waiting: Waiting) -> Ticket {
        let kind = std::mem::discriminant(&waiting);
        self.waiting.retain(|_, old| std::mem::discriminant(old) != kind);
        self.open(waiting)
    }

    /// Closes a ticket and tells what it was for; nothing where it is unknown.
    pub fn close(&mut self, ticket: Ticket) -> Option<Waiting> {
        self.waiting.remove(&ticket)
    }

    /// Returns what a ticket is for, while it waits.
    pub fn waiting(&self, ticket: Ticket) -> Option<&Waiting> {
        self.waiting.get(&ticket)
    }

    /// Tells whether some request satisfies.
    pub fn any(&self, test: impl Fn(&Waiting) -> bool) -> bool {
        self.waiting.values().any(test)
    }
}
