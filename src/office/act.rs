//! Acts and their reports: what changes a store, and what it changed.

use super::announced::Doubt;
use super::merged::Merged;
use super::recall::Recalled;
use super::receipt::{Receipt, WrittenReceipt};
use crate::domain::assignment::Wish;
use crate::domain::decision::Ruling;
use crate::domain::difference::Difference;
use crate::domain::dossier::Standing;
use crate::domain::evidence::Reading;
use crate::domain::ids::{CriterionCode, Digest, DossierId, JurorId};
use crate::domain::mapping::Mapping;
use crate::domain::motion::Motion;
use crate::domain::saying::Saying;
use crate::domain::score::{Comment, Feedback, Mark, Note};
use crate::domain::sheet::Citation;
use crate::domain::sitting::Sitting;
use crate::domain::words::Lang;
pub use crate::exchange::form::{Side, Stale, Wording};
pub use crate::exchange::intake::Asked;
pub use crate::exchange::receive::Origin;
use crate::exchange::seal::Lock;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What changes a store.
#[derive(Debug, Clone)]
pub enum Act {
    /// Take dossiers in.
    Import(ImportRequest),
    /// Say where a dossier stands.
    Stand {
        /// The dossier.
        dossier: DossierId,
        /// Where it stands.
        standing: Standing,
        /// Why; may be empty.
        reason: String,
    },
    /// Enrol a juror.
    AddJuror(NewJuror),
    /// Declare a conflict of interest in a juror's place.
    DeclareConflict {
        /// Who.
        juror: JurorId,
        /// On what.
        dossier: DossierId,
        /// Why; may be empty.
        reason: String,
    },
    /// Dismiss a suggested conflict of interest for good.
    DismissConflict {
        /// Who.
        juror: JurorId,
        /// On what.
        dossier: DossierId,
    },
    /// Take back a conflict of interest that was declared, or else its dismissal.
    TakeBackConflict {
        /// Who.
        juror: JurorId,
        /// On what.
        dossier: DossierId,
    },
    /// Change what is known of a juror.
    ChangeJuror {
        /// Who.
        juror: JurorId,
        /// What changes; the rest stays.
        change: JurorChange,
    },
    /// Give every juror every dossier, conflicts apart.
    AssignAll,
    /// Give each dossier some jurors, as evenly as conflicts allow; seats that were given stay.
    Assign(Wish),
    /// Make the jurors' packages.
    Pack {
        /// The folder.
        out: PathBuf,
        /// One juror alone.
        juror: Option<JurorId>,
    },
    /// Make the jurors' packages, encrypted.
    PackSealed {
        /// The folder.
        out: PathBuf,
        /// One juror alone.
        juror: Option<JurorId>,
        /// What opens them.
        lock: Lock,
    },
    /// Put last edition's level and answers beside this one's candidates, in place of what was recalled before.
    Recall {
        /// Last edition's store, or a table of levels.
        from: PathBuf,
        /// Say what would happen, and change nothing.
        dry_run: bool,
    },
    /// Change a cell of one's own.
    Score {
        /// The dossier.
        dossier: DossierId,
        /// The criterion.
        criterion: CriterionCode,
        /// What changes; the rest stays.
        change: CellChange,
    },
    /// Step back from a dossier, or with no reason at all (`None`) take that back.
    Recuse {
        /// The dossier.
        dossier: DossierId,
        /// Why; may be empty.
        reason: Option<String>,
    },
    /// Take back the last thing done.
    Undo,
    /// Bring back the last thing taken back.
    Redo,
    /// Say that one looked at an answer that had changed.
    Look {
        /// The dossier.
        dossier: DossierId,
        /// The form's identifier of the question.
        champ: String,
    },
    /// Want no recusal suggested on a dossier any more.
    Dismiss {
        /// The dossier.
        dossier: DossierId,
    },
    /// Keep what a piece of evidence was read to say, and make it findable in its dossier.
    KeepReading {
        /// The dossier.
        dossier: DossierId,
        /// The piece.
        digest: Digest,
        /// What it says.
        reading: Reading,
    },
    /// Write one's sheet as a text to fill in.
    WriteForm {
        /// The file.
        path: PathBuf,
        /// What it says to whoever fills it in.
        wording: Wording,
    },
    /// Read that text back.
    ReadForm {
        /// The file.
        path: PathBuf,
    },
    /// Write one's signed sheet.
    WriteSheet {
        /// The file.
        path: PathBuf,
    },
    /// Take jurors' sheets in.
    Merge {
        /// Files and folders.
        paths: Vec<PathBuf>,
        /// Say what would happen, and change nothing.
        dry_run: bool,
    },
    /// Write receipts for those whose sheets came in.
    WriteReceipts {
        /// The folder.
        out: PathBuf,
        /// One juror alone.
        juror: Option<JurorId>,
    },
    /// Take the coordinator's receipt in.
    KeepReceipt {
        /// The file.
        file: PathBuf,
    },
    /// Keep one side of a cell in conflict.
    Keep {
        /// The conflict's name, as [`super::ask::ForkView::id`] gives it.
        fork: String,
        /// 0 for `A`, 1 for `B`…
        side: usize,
    },
    /// Open the sitting.
    OpenSitting {
        /// The members present.
        present: Vec<JurorId>,
    },
    /// Say who is in the room from now on.
    Attend {
        /// The members present.
        present: BTreeSet<JurorId>,
    },
    /// Suspend the sitting, or go on with it.
    Pause {
        /// Whether it is suspended from now on.
        on: bool,
    },
    /// Put a dossier before the committee, with what is drafted on it. Nothing of it counts before it is decided.
    Lay {
        /// The dossier.
        dossier: DossierId,
        /// What is drafted.
        motion: Box<Motion>,
    },
    /// Order the agenda by hand; empty, leave it to the program again.
    Arrange {
        /// The dossiers, in order.
        order: Vec<DossierId>,
    },
    /// Close it.
    CloseSitting,
    /// Decide, postpone, reopen.
    Decide(Box<Decide>),
    /// Decide dossiers that nothing calls into question at the level that their grades propose, each by a decision of its own.
    Adopt {
        /// The dossiers.
        dossiers: Vec<DossierId>,
    },
    /// See others' scores before the sitting; goes into the journal.
    Unmask,
    /// Write the publication folder.
    Export(Box<ExportRequest>),
    /// Copy the store.
    BackUp {
        /// The new file.
        to: PathBuf,
    },
}

impl Act {
    /// Tells whether it changes the store: all do but those that only write a file, and those done to see what they would do.
    pub fn changes(&self) -> bool {
        match self {
            Self::Import(request) => !request.dry_run,
            Self::Merge { dry_run, .. } | Self::Recall { dry_run, .. } => !dry_run,
            Self::WriteSheet { .. }
            | Self::WriteForm { .. }
            | Self::WriteReceipts { .. }
            | Self::BackUp { .. }
            | Self::Pack { .. }
            | Self::PackSealed { .. } => false,
            _ => true,
        }
    }

    /// Tells whether it may take long enough for one to want to see how far it is.
    pub fn is_long(&self) -> bool {
        matches!(
            self,
            Self::Import(_)
                | Self::Pack { .. }
                | Self::PackSealed { .. }
                | Self::Merge { .. }
                | Self::Export(_)
        )
    }
}

/// What to import and how.
#[derive(Debug, Clone, Default)]
pub struct ImportRequest {
    /// The files.
    pub paths: Vec<PathBuf>,
    /// Where they come from.
    pub origin: Origin,
    /// Which column is what; a dry run proposes it where the file is not there yet.
    pub mapping_file: Option<PathBuf>,
    /// The folder or archive of downloaded attachments.
    pub evidence: Option<PathBuf>,
    /// Take a set of pages of which one is known to be missing.
    pub allow_incomplete: bool,
    /// What a person says that questions of the form become, by their identifiers; remembered for the next import.
    pub mapping: Mapping,
    /// Questions of which what a person said before is to be forgotten.
    pub forgotten: BTreeSet<String>,
    /// Say what would happen, and change nothing.
    pub dry_run: bool,
}

/// What to publish and how.
#[derive(Debug, Clone, Default)]
pub struct ExportRequest {
    /// The folder.
    pub out: PathBuf,
    /// Marked as a draft, and allowed before all is decided.
    pub draft: bool,
    /// Until when nothing of it may be told, `YYYY-MM-DD`.
    pub embargo: Option<String>,
    /// In which language the minutes are; the rest is French.
    pub minutes_lang: Lang,
    /// A folder with templates in the place of the program's own.
    pub templates: Option<PathBuf>,
    /// Whether nothing but what goes on the web site is wanted.
    pub public_only: bool,
    /// A list of territories that completes what dossiers do not say of their applicants.
    pub reference: Option<PathBuf>,
    /// A table of former editions, to be counted beside this one.
    pub history: Option<PathBuf>,
}

/// A juror to enrol.
#[derive(Debug, Clone, Default)]
pub struct NewJuror {
    /// The name; unique in the campaign.
    pub name: String,
    /// The address.
    pub email: Option<String>,
    /// The organisation.
    pub affiliation: Option<String>,
}

/// What changes of a juror; `None` leaves a part as it is, blank takes it out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JurorChange {
    /// The name; unique in the campaign, never blank.
    pub name: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// The organisation.
    pub affiliation: Option<String>,
}

/// What changes in a cell; `None` leaves a part as it is.
#[derive(Debug, Clone, Default)]
pub struct CellChange {
    /// The mark; `Some(None)` takes it back.
    pub mark: Option<Option<Mark>>,
    /// For the jury.
    pub comment: Option<Comment>,
    /// For the candidate.
    pub feedback: Option<Feedback>,
    /// For oneself.
    pub note: Option<Note>,
    /// Passages that support it.
    pub citations: Option<Vec<Citation>>,
    /// Whether it goes on with what was written just before, so that both are one step to take back.
    pub goes_on: bool,
}

/// A decision to take.
#[derive(Debug, Clone)]
pub struct Decide {
    /// The dossier.
    pub dossier: DossierId,
    /// What is fixed.
    pub ruling: Ruling,
    /// Why; required where the level is not the proposed one.
    pub reason: String,
    /// What goes with it.
    pub motion: Motion,
}

/// What an act did.
#[derive(Debug, Clone)]
pub enum Report {
    /// Dossiers taken in.
    Imported(Imported),
    /// Where a dossier stands was said, or it stood there already.
    Stood,
    /// A juror enrolled, with the identifier given.
    JurorAdded(JurorId),
    /// A conflict of interest declared.
    ConflictDeclared,
    /// A suggestion dismissed for good.
    ConflictDismissed,
    /// A conflict taken back.
    ConflictTakenBack {
        /// Whether it had been declared; else it had been dismissed.
        declared: bool,
    },
    /// What is known of a juror changed.
    JurorChanged(JurorId),
    /// Dossiers given.
    Assigned(Assigned),
    /// Packages made.
    Packed(Vec<PackedFile>),
    /// Last edition recalled.
    Recalled(Recalled),
    /// A cell changed, or it was so already.
    Scored {
        /// The dossier.
        dossier: DossierId,
        /// The criterion.
        criterion: CriterionCode,
    },
    /// Stepped back, or came back.
    Recused {
        /// The dossier.
        dossier: DossierId,
        /// Whether the juror is recused now.
        recused: bool,
    },
    /// Taken back or brought back: where the change was, or nothing where there was nothing left.
    Undone {
        /// The place.
        place: Option<(DossierId, Option<CriterionCode>)>,
    },
    /// A reading kept.
    ReadingKept,
    /// A change looked at.
    Looked {
        /// The dossier.
        dossier: DossierId,
    },
    /// No recusal will be suggested on it.
    Dismissed {
        /// The dossier.
        dossier: DossierId,
    },
    /// The text to fill in written.
    FormWritten(FormWritten),
    /// That text read back.
    FormRead(FormRead),
    /// Receipts were written.
    Receipts(Vec<WrittenReceipt>),
    /// A receipt was taken in.
    ReceiptKept(Box<Receipt>),
    /// The sheet written.
    SheetWritten(SheetWritten),
    /// Sheets taken in.
    Merged(Merged),
    /// One side kept.
    Kept,
    /// The sitting opened.
    SittingOpened {
        /// Its number.
        number: u32,
    },
    /// Who is in the room was said: how many came and how many left.
    Attended {
        /// Arrivals.
        arrived: usize,
        /// Departures.
        left: usize,
    },
    /// The sitting was suspended, or goes on.
    Paused {
        /// Whether it is suspended.
        on: bool,
    },
    /// A dossier is before the committee: how the sitting stands.
    Laid(Box<Sitting>),
    /// The agenda was ordered.
    Arranged,
    /// Undisputed dossiers were decided: how many.
    Adopted(usize),
    /// The sitting closed.
    SittingClosed,
    /// Decided, postponed or reopened.
    Decided {
        /// The dossier.
        dossier: DossierId,
        /// Names of those who left the room for it.
        recused: Vec<String>,
    },
    /// Others' scores may be seen.
    Unmasked,
    /// The folder written.
    Exported(Exported),
    /// The copy made.
    BackedUp,
}

/// What an assignment did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assigned {
    /// Pairs of juror and dossier that there are now.
    pub seats: usize,
    /// Those that are new.
    pub added: usize,
    /// What each juror reads, conflicts of interest apart, by name.
    pub per_juror: Vec<(String, usize)>,
}

/// What an import did.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    /// New dossiers.
    pub new: usize,
    /// Dossiers whose content changed.
    pub updated: usize,
    /// Dossiers that were the same.
    pub unchanged: usize,
    /// Dossiers that a sound file held but that can't be taken.
    pub refused: Vec<RefusedPlace>,
    /// What was taken all the same, and ought to be looked at.
    pub warnings: Vec<RefusedPlace>,
    /// What changed in dossiers that were here, of the first of them.
    pub changes: Vec<Changed>,
    /// Numbers of dossiers that their candidates took back.
    pub withdrawn: Vec<String>,
    /// The questions of the form, and what becomes of them.
    pub asked: Vec<Asked>,
    /// Of a dry run: whether taking the files in as they are would be refused; a warning says why.
    pub would_be_refused: bool,
    /// Of a dry run: the mapping file that it proposes, as TOML.
    pub proposal: Option<String>,
}

/// What changed in a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// Part by part.
    pub differences: Vec<Difference>,
}

/// A place in a file and what is said about it.
#[derive(Debug, Clone)]
pub struct RefusedPlace {
    /// The file.
    pub source: String,
    /// The place in it.
    pub at: String,
    /// What is wrong there.
    pub why: Saying,
}

/// A package made.
#[derive(Debug, Clone)]
pub struct PackedFile {
    /// For whom.
    pub juror: String,
    /// The file.
    pub path: PathBuf,
    /// How many dossiers it gives to score: those set aside are not counted.
    pub dossiers: usize,
}

/// What was written to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormWritten {
    /// The file.
    pub path: PathBuf,
    /// The dossiers in it.
    pub dossiers: usize,
    /// The criteria to fill in.
    pub cells: usize,
    /// Those that hold a mark.
    pub scored: usize,
}

/// What reading it back did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormRead {
    /// The file.
    pub path: PathBuf,
    /// Cells that changed.
    pub changed: usize,
    /// Cells that the form leaves as they are.
    pub unchanged: usize,
    /// Dossiers from which the juror stepped back.
    pub recused: usize,
    /// Dossiers to which the juror came back.
    pub returned: usize,
    /// What changed in the store meanwhile, and is left as it is.
    pub stale: Vec<Stale>,
}

/// What was handed in.
#[derive(Debug, Clone)]
pub struct SheetWritten {
    /// The file.
    pub path: PathBuf,
    /// The revision.
    pub revision: u64,
    /// The cells that hold a mark.
    pub scored: usize,
    /// The cells that hold none, on dossiers from which the juror did not step back: dossier's number and criteria.
    pub missing: Vec<(String, Vec<CriterionCode>)>,
    /// The device key's fingerprint, to read over the telephone.
    pub fingerprint: String,
}

/// What an export wrote.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The folder.
    pub out: PathBuf,
    /// The files in it.
    pub files: Vec<String>,
    /// Whether it is marked as a draft.
    pub draft: bool,
    /// How many candidates it names.
    pub labelled: usize,
    /// Identifiers that it publishes and that can't be right.
    pub doubtful: Vec<Doubt>,
}
