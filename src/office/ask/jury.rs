//! What the coordinator sees of the jury: who sits where, what came in, and what contradicts itself.

use crate::domain::acquaintance::Ground;
use crate::domain::assignment::Wish;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::juror::Juror;
use crate::domain::sheet::Content;
use std::collections::BTreeMap;

/// The jury as the coordinator sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JuryView {
    /// A line a juror, in the order of their identifiers.
    pub jurors: Vec<JurorLoad>,
    /// Conflicts of interest that the dossiers suggest, neither declared nor dismissed.
    pub suggestions: Vec<Suggestion>,
    /// Conflicts of interest that were declared.
    pub bars: Vec<Bar>,
    /// Pieces of evidence that nobody read yet: what they say of jurors is not known.
    pub unread: usize,
}

/// A juror and what they have to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JurorLoad {
    /// Who.
    pub juror: Juror,
    /// Dossiers given, conflicts of interest apart.
    pub assigned: usize,
    /// Conflicts of interest declared.
    pub conflicts: usize,
    /// Conflicts of interest suggested.
    pub suggested: usize,
}

/// A conflict of interest that a dossier suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Who.
    pub juror: JurorId,
    /// The juror's name.
    pub juror_name: String,
    /// On what.
    pub dossier: DossierId,
    /// The dossier's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// Why, the strongest first; never empty.
    pub grounds: Vec<Ground>,
}

/// A conflict of interest that was declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Who.
    pub juror: JurorId,
    /// On what.
    pub dossier: DossierId,
    /// The dossier's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// Why; may be empty.
    pub reason: String,
}

/// What a balanced assignment would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatPlan {
    /// What was wanted.
    pub wish: Wish,
    /// Dossiers in the running.
    pub dossiers: usize,
    /// Seats that would be new.
    pub added: usize,
    /// What whoever has the least would read.
    pub least: usize,
    /// What whoever has the most would read.
    pub most: usize,
    /// What each juror would read, by name.
    pub per_juror: Vec<(String, usize)>,
}

/// One juror's progress.
#[derive(Debug, Clone)]
pub struct JurorStatus {
    /// Who.
    pub id: JurorId,
    /// The name.
    pub juror: String,
    /// Dossiers given.
    pub assigned: usize,
    /// Criteria marked, over all of them.
    pub scored: usize,
    /// Dossiers wholly marked.
    pub complete: usize,
    /// Dossiers from which they stepped back.
    pub recused: usize,
    /// The latest revision that was accepted.
    pub revision: Option<u64>,
    /// Cells in conflict.
    pub conflicts: usize,
    /// Per dossier: marks given, or nothing where recused or not given.
    pub progress: BTreeMap<DossierId, Option<usize>>,
}

/// One dossier's progress.
#[derive(Debug, Clone)]
pub struct DossierStatus {
    /// Which.
    pub id: DossierId,
    /// The platform's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// Jurors expected: given and not recused.
    pub expected: usize,
    /// Jurors who marked all of it.
    pub complete: usize,
    /// Names of those who did not.
    pub missing: Vec<String>,
}

/// A cell that two devices wrote without knowing of each other.
#[derive(Debug, Clone)]
pub struct ForkView {
    /// Its short name.
    pub id: String,
    /// Whose cell.
    pub juror: String,
    /// Of which dossier.
    pub dossier: DossierId,
    /// The dossier's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// The criterion.
    pub criterion: CriterionCode,
    /// The sides, `A` first.
    pub sides: Vec<Side>,
}

/// One side of a conflict.
#[derive(Debug, Clone)]
pub struct Side {
    /// What it says.
    pub content: Content,
    /// The devices that wrote it.
    pub devices: Vec<String>,
    /// When the last sheet of these devices says that it was written, RFC 3339; nothing where it came in no sheet. No rule
    /// depends on it.
    pub written: Option<String>,
}
