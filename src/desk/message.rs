//! All that can reach `update`.

use super::effect::Ticket;
use super::keymap::Chord;
use super::pictures::Drawn;
use crate::domain::campaign::Campaign;
use crate::domain::grid::Grid;
use crate::domain::juror::Juror;
use crate::domain::role::Role;
use crate::domain::saying::Saying;
use crate::office::reading::{Piece, Read};
use crate::office::{Answer, Progress, Report};
use std::path::PathBuf;
use std::sync::Arc;

/// A message to the desk.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key.
    Key(Chord),
    /// Text pasted as a whole.
    Paste(String),
    /// The mouse, on a cell.
    Mouse {
        /// The cell's column.
        column: u16,
        /// Its row.
        row: u16,
        /// What it did there.
        gesture: Gesture,
    },
    /// The terminal's new size.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The moment asked for with [`super::effect::Effect::WakeAfter`] has come.
    Woke,
    /// What came of a request.
    Answer(Ticket, Result<Answered, Saying>),
    /// How far a request is that takes its time.
    Progress {
        /// Which.
        ticket: Ticket,
        /// Steps done.
        done: usize,
        /// Steps in all; none while that is unknown.
        all: usize,
    },
    /// How far long work is.
    Working(Ticket, Progress),
    /// The system asks the program to leave.
    Signal,
    /// A folder that is watched holds something new.
    Arrived(PathBuf),
}

/// What a mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// Its first button was pressed.
    Click,
    /// It moved with the first button down.
    Drag,
    /// Its first button was let go.
    Drop,
    /// Its wheel was turned, up.
    WheelUp,
    /// Its wheel was turned, down.
    WheelDown,
}

/// What comes of a request that did not fail.
#[derive(Debug, Clone)]
pub enum Answered {
    /// An act was done.
    Done(Box<Report>),
    /// An act was refused for several faults: why in all, and each of them.
    Refused(Saying, Vec<Saying>),
    /// A question was answered.
    Told(Box<Answer>),
    /// A store was opened.
    Opened(Box<Session>),
    /// Paths that begin as asked.
    Paths(Vec<String>),
    /// A piece was read.
    Read(Box<Read>),
    /// A picture is ready.
    Drawn(Box<Drawn>),
    /// A piece was read ahead; nothing where all were read.
    ReadAhead(Option<Box<(Piece, Read)>>),
    /// A file was handed to the system's viewer.
    Shown,
    /// The user's own editor gave a text back.
    Edited(String),
    /// A setting, or sentences, were written down.
    Remembered,
}

/// What is known of a store that is open and does not change while it is.
#[derive(Debug, Clone)]
pub struct Session {
    /// Whose it is.
    pub role: Role,
    /// The campaign.
    pub campaign: Campaign,
    /// The grid.
    pub grid: Arc<Grid>,
    /// On a juror's side, who.
    pub juror: Option<Juror>,
    /// The file.
    pub store: PathBuf,
    /// Who else writes in it, where it is open to be read because of that.
    pub holder: Option<String>,
}
