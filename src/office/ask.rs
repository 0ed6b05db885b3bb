//! Questions and their answers: what is read from a store and changes nothing.

use super::agreement::JuryAgreement;
use super::announced::Preview;
use super::merged::RefusedFile;
use super::ranking::Ranking;
use super::receipt::Acknowledged;
use super::what_if::{Moved, WhatIf};
use super::{Office, OfficeError, Pace};
use crate::consensus::{AgendaItem, Alternatives, Outcome, Raise};
use crate::domain::acquaintance::Ground;
use crate::domain::assignment::Wish;
use crate::domain::decision::Decision;
use crate::domain::dossier::Dossier;
use crate::domain::former::Former;
use crate::domain::ids::{CriterionCode, Digest, DossierId, JurorId};
use crate::domain::juror::Juror;
use crate::domain::panel::Panel;
use crate::domain::score::{Cell, Note, Score};
use crate::domain::sheet::Content;
use crate::domain::sitting::{Quorum, Sitting};
use crate::ledger::journal::Entry;
use crate::store::{Event, PassageKind};
use std::collections::BTreeMap;

/// What one may ask.
#[derive(Debug, Clone)]
pub enum Question {
    /// Counts, sitting, whether others' scores are masked.
    Overview,
    /// A page of the list.
    Page {
        /// Fuzzy filter; empty for all.
        filter: String,
        /// The first row, from 0.
        from: usize,
        /// How many rows at most.
        most: usize,
    },
    /// One dossier with the juror's own marks and notes.
    Dossier(DossierId),
    /// The bytes of a piece of evidence.
    Evidence(Digest),
    /// The next criterion left to score after a place: in that dossier, then in the next ones of the list, round once.
    NextUnscored {
        /// Where one stands; nothing at the start of the list.
        after: Option<(DossierId, Option<CriterionCode>)>,
    },
    /// What the juror gave, all of it.
    MySheet,
    /// Who handed in what.
    Status,
    /// The jury with its workload, and the conflicts of interest that the dossiers suggest.
    Jury,
    /// What a balanced assignment would do.
    SeatPlan(Wish),
    /// The cells in conflict.
    Forks,
    /// The files that were refused when a sheet was taken in last.
    Refused,
    /// The dossiers as the committee should take them.
    Agenda,
    /// One dossier before the committee, with consensus values tried out.
    Deliberation {
        /// The dossier.
        dossier: DossierId,
        /// Values to try; not written anywhere.
        set: BTreeMap<CriterionCode, Score>,
    },
    /// Every dossier's result.
    Results,
    /// How far the jury can be relied on.
    Agreement,
    /// The dossiers of each level, the strongest first.
    Ranking,
    /// What would be published now.
    Publication,
    /// What levels would be, were something else; nothing is written.
    WhatIf(WhatIf),
    /// Who of the jury is in the room.
    Room,
    /// Where the sitting stands, and when it is likely to end.
    Session,
    /// Everything that happened to a criterion of a dossier.
    History {
        /// The dossier.
        dossier: DossierId,
        /// The criterion.
        criterion: CriterionCode,
    },
    /// What the juror gave on one criterion, over all dossiers.
    OnCriterion(CriterionCode),
    /// Passages that hold the words: answers, evidence, what the juror wrote.
    Search {
        /// Words, and phrases between quotation marks.
        words: String,
        /// How many hits at most.
        most: usize,
    },
    /// The journal.
    Journal,
}

/// What is answered.
#[derive(Debug, Clone)]
pub enum Answer {
    /// To [`Question::Overview`].
    Overview(Overview),
    /// To [`Question::Page`].
    Page(Page),
    /// To [`Question::Dossier`]; nothing where there is none.
    Dossier(Option<Box<DossierView>>),
    /// To [`Question::Evidence`]; nothing where the bytes are not here.
    Evidence(Option<Vec<u8>>),
    /// To [`Question::NextUnscored`]; nothing where nothing is left.
    NextUnscored(Option<(DossierId, CriterionCode)>),
    /// To [`Question::MySheet`].
    MySheet(Box<MySheet>),
    /// To [`Question::Status`].
    Status(Status),
    /// To [`Question::Jury`].
    Jury(Box<JuryView>),
    /// To [`Question::SeatPlan`].
    SeatPlan(Box<SeatPlan>),
    /// To [`Question::Forks`].
    Forks(Vec<ForkView>),
    /// To [`Question::Refused`].
    Refused(Vec<RefusedFile>),
    /// To [`Question::Agenda`].
    Agenda(Vec<AgendaRow>),
    /// To [`Question::Deliberation`]; nothing where there is no such dossier.
    Deliberation(Option<Box<Deliberation>>),
    /// To [`Question::Results`].
    Results(Vec<ResultRow>),
    /// To [`Question::Agreement`].
    Agreement(Box<JuryAgreement>),
    /// To [`Question::Ranking`], the lowest level first.
    Ranking(Box<Ranking>),
    /// To [`Question::Publication`].
    Publication(Box<Preview>),
    /// To [`Question::WhatIf`]: every dossier.
    WhatIf(Vec<Moved>),
    /// To [`Question::Room`].
    Room(Room),
    /// To [`Question::Session`].
    Session(Box<SessionView>),
    /// To [`Question::History`], the oldest first.
    History(Vec<Event>),
    /// To [`Question::OnCriterion`], the highest score first.
    OnCriterion(Vec<CriterionRow>),
    /// To [`Question::Search`], the closest first.
    Search(Vec<Hit>),
    /// To [`Question::Journal`].
    Journal(Vec<Entry>),
}

/// Where the campaign stands.
#[derive(Debug, Clone)]
pub struct Overview {
    /// How many dossiers.
    pub dossiers: usize,
    /// Juror: dossiers complete or recused. Coordinator: dossiers decided.
    pub done: usize,
    /// How many jurors; on a juror's side, one.
    pub jurors: usize,
    /// The sitting that is open.
    pub sitting: Option<Sitting>,
    /// Whether others' scores are hidden: until a sitting was opened, or they were unmasked on purpose.
    pub masked: bool,
}

/// How a dossier stands in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DossierState {
    /// Nothing scored.
    Todo,
    /// Something scored.
    Partial,
    /// All scored.
    Done,
    /// The juror stepped back.
    Recused,
    /// Not admissible, or taken back by its candidate: nobody is to score it.
    Aside,
}

impl DossierState {
    /// Returns the word of `dossiers --json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Partial => "partial",
            Self::Done => "done",
            Self::Recused => "recused",
            Self::Aside => "aside",
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone)]
pub struct ListRow {
    /// Its identifier.
    pub id: DossierId,
    /// The platform's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What kind of body it is.
    pub kind: String,
    /// How many questions hold an answer.
    pub answers: usize,
    /// Juror: criteria marked. Coordinator: complete ballots.
    pub scored: usize,
    /// Juror: criteria. Coordinator: ballots expected.
    pub criteria: usize,
    /// How it stands.
    pub state: DossierState,
    /// Juror: answers that changed after something was scored, not looked at yet.
    pub changes: usize,
    /// The coordinator's side: the decision that stands.
    pub decision: Option<Decision>,
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct Page {
    /// How many rows the filter leaves.
    pub total: usize,
    /// The first row's place.
    pub from: usize,
    /// The rows.
    pub rows: Vec<ListRow>,
}

/// A dossier as its juror sees it; on the coordinator's side without marks.
#[derive(Debug, Clone)]
pub struct DossierView {
    /// The dossier.
    pub dossier: Dossier,
    /// Its place in the list, from 0.
    pub place: usize,
    /// Whether the juror stepped back, and why.
    pub recusal: Option<String>,
    /// The juror's own cells.
    pub cells: BTreeMap<CriterionCode, Content>,
    /// The juror's private notes.
    pub notes: BTreeMap<CriterionCode, Note>,
    /// The pieces of evidence whose bytes are here.
    pub present: Vec<Digest>,
    /// Answers that changed after the juror scored, with what they said before.
    pub changes: BTreeMap<String, String>,
    /// Whether the juror's affiliation resembles the candidate and nothing was done on the dossier yet, nor the thought
    /// dismissed: a recusal is worth one.
    pub resembles: bool,
    /// The candidate's last edition, where it was recalled.
    pub former: Option<Former>,
}

/// What a juror would hand in.
#[derive(Debug, Clone)]
pub struct MySheet {
    /// How many events were written.
    pub revision: u64,
    /// Marks given.
    pub scored: usize,
    /// Marks to give, on dossiers from which the juror did not step back.
    pub expected: usize,
    /// How often each score was given on each criterion; abstentions and N.A. last.
    pub distribution: BTreeMap<CriterionCode, BTreeMap<String, usize>>,
    /// What is missing: dossier's number, name, criteria.
    pub missing: Vec<(DossierId, String, String, Vec<CriterionCode>)>,
    /// The device key's fingerprint.
    pub fingerprint: String,
    /// What the coordinator acknowledged of what this device wrote.
    pub acknowledged: Option<Acknowledged>,
    /// What contradicts between the juror's own devices.
    pub forks: Vec<ForkView>,
}

/// Who handed in what.
#[derive(Debug, Clone, Default)]
pub struct Status {
    /// A line a juror, by name.
    pub jurors: Vec<JurorStatus>,
    /// A line a dossier, by number.
    pub dossiers: Vec<DossierStatus>,
}

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

/// What the juror gave one dossier on a criterion.
#[derive(Debug, Clone)]
pub struct CriterionRow {
    /// The dossier.
    pub id: DossierId,
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What stands there.
    pub content: Content,
}

/// A passage that holds what was searched for.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The dossier.
    pub dossier: DossierId,
    /// Its number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What the passage is part of.
    pub kind: PassageKind,
    /// Where in it, as [`PassageKind`] says.
    pub place: String,
    /// The question, or the file's name; empty for what the juror wrote.
    pub source: String,
    /// The page of a file, from 1.
    pub page: Option<usize>,
    /// The criterion under which to show it, where there is one.
    pub criterion: Option<CriterionCode>,
    /// The sentence in which it was found.
    pub sentence: String,
}

impl Office {
    /// Answers a question.
    ///
    /// # Errors
    /// What may not be seen, or a damaged row.
    pub fn ask(&self, question: Question) -> Result<Answer, OfficeError> {
        Ok(match question {
            Question::Overview => Answer::Overview(self.overview()?),
            Question::Page { filter, from, most } => Answer::Page(self.page(&filter, from, most)?),
            Question::Dossier(id) => Answer::Dossier(self.dossier_view(&id)?.map(Box::new)),
            Question::Evidence(digest) => Answer::Evidence(self.store.evidence(&digest)?),
            Question::NextUnscored { after } => Answer::NextUnscored(self.next_unscored(after.as_ref())?),
            Question::MySheet => Answer::MySheet(Box::new(self.my_sheet()?)),
            Question::Status => Answer::Status(self.status()?),
            Question::Jury => Answer::Jury(Box::new(self.jury_view()?)),
            Question::SeatPlan(wish) => Answer::SeatPlan(Box::new(self.seat_plan(wish)?)),
            Question::Forks => Answer::Forks(self.forks()?),
            Question::Refused => Answer::Refused(self.refused()?),
            Question::Agenda => Answer::Agenda(self.agenda()?),
            Question::Deliberation { dossier, set } => {
                Answer::Deliberation(self.deliberation(&dossier, &set)?.map(Box::new))
            }
            Question::Results => Answer::Results(self.results()?),
            Question::Agreement => Answer::Agreement(Box::new(self.agreement()?)),
            Question::Ranking => Answer::Ranking(Box::new(self.ranking()?)),
            Question::Publication => Answer::Publication(Box::new(self.preview()?)),
            Question::WhatIf(what) => Answer::WhatIf(self.what_if(&what)?),
            Question::Room => Answer::Room(self.room()?),
            Question::Session => Answer::Session(Box::new(self.session()?)),
            Question::History { dossier, criterion } => Answer::History(self.history(&dossier, &criterion)?),
            Question::OnCriterion(criterion) => Answer::OnCriterion(self.on_criterion(&criterion)?),
            Question::Search { words, most } => Answer::Search(self.search(&words, most)?),
            Question::Journal => Answer::Journal(self.store.journal()?),
        })
    }
}
