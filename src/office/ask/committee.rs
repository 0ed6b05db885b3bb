//! What the committee sees: the room, the agenda, a dossier before it, and the results.

use crate::consensus::{AgendaItem, Alternatives, Outcome, Raise};
use crate::domain::decision::Decision;
use crate::domain::dossier::Dossier;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::panel::Panel;
use crate::domain::score::Cell;
use crate::domain::sheet::Content;
use crate::domain::sitting::{Quorum, Sitting};
use crate::office::Pace;
use std::collections::BTreeMap;

/// Who is in the room.
#[derive(Debug, Clone)]
pub struct Room {
    /// The sitting; nothing where none is open.
    pub sitting: Option<Sitting>,
    /// The jury, and who of them is in the room.
    pub members: Vec<(JurorId, String, bool)>,
}

/// Where the sitting stands.
#[derive(Debug, Clone)]
pub struct SessionView {
    /// Who is there.
    pub room: Room,
    /// How far it is.
    pub pace: Pace,
    /// When it is likely to end, RFC 3339; nothing where none is open.
    pub ends_at: Option<String>,
}

/// A line of the agenda.
#[derive(Debug, Clone)]
pub struct AgendaRow {
    /// The dossier.
    pub id: DossierId,
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// Why it stands here.
    pub item: AgendaItem,
    /// The level proposed: a code, `none`, or nothing.
    pub proposed: Option<String>,
    /// The decision that stands.
    pub decision: Option<Decision>,
    /// Names of those who leave the room for it.
    pub recused: Vec<String>,
    /// Cells in conflict on it.
    pub forks: usize,
}

impl AgendaRow {
    /// Tells whether it waits for its level and nothing calls into question the one that its grades propose.
    pub fn is_adoptable(&self) -> bool {
        self.decision.is_none() && self.item.is_undisputed() && self.forks == 0 && self.proposed.is_some()
    }
}

/// One dossier before the committee.
#[derive(Debug, Clone)]
pub struct Deliberation {
    /// The dossier.
    pub dossier: Dossier,
    /// The jurors who count, with their marks, and those who stepped back.
    pub panel: Panel,
    /// Names of the jurors.
    pub names: BTreeMap<JurorId, String>,
    /// What jurors said on each criterion: name, cell, comment, feedback.
    pub remarks: BTreeMap<CriterionCode, Vec<Remark>>,
    /// What follows from the marks and the values tried out.
    pub outcome: Outcome,
    /// What would make it the next level, where a few points do.
    pub raise: Option<Raise>,
    /// What other ways of counting would propose.
    pub alternatives: Alternatives,
    /// The decision that stands.
    pub decision: Option<Decision>,
    /// Cells in conflict on it; they block a decision.
    pub forks: usize,
    /// The sitting's quorum on it, where one is open.
    pub quorum: Option<Quorum>,
}

/// What a juror said on a criterion.
#[derive(Debug, Clone)]
pub struct Remark {
    /// The juror.
    pub juror: String,
    /// What they gave.
    pub cell: Cell,
    /// The whole of it.
    pub content: Content,
}

/// One dossier's result.
#[derive(Debug, Clone)]
pub struct ResultRow {
    /// The dossier.
    pub id: DossierId,
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What follows from the marks and the values that were set.
    pub outcome: Outcome,
    /// The decision that stands.
    pub decision: Option<Decision>,
    /// Cells in conflict.
    pub forks: usize,
}
