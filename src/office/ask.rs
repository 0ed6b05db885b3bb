//! Questions and their answers: what is read from a store and changes nothing.

mod committee;
mod jury;

use super::agreement::JuryAgreement;
use super::announced::Preview;
use super::merged::RefusedFile;
use super::ranking::Ranking;
use super::receipt::Acknowledged;
use super::what_if::{Moved, WhatIf};
use super::{Office, OfficeError};
use crate::domain::assignment::Wish;
use crate::domain::decision::Decision;
use crate::domain::dossier::Dossier;
use crate::domain::former::Former;
use crate::domain::ids::{CriterionCode, Digest, DossierId};
use crate::domain::role::Verb;
use crate::domain::score::{Note, Score};
use crate::domain::sheet::Content;
use crate::domain::sitting::Sitting;
use crate::ledger::journal::Entry;
use crate::store::{Event, PassageKind};
use std::collections::BTreeMap;

pub use committee::{AgendaRow, Deliberation, Remark, ResultRow, Room, SessionView};
pub use jury::{Bar, DossierStatus, ForkView, JurorLoad, JurorStatus, JuryView, SeatPlan, Side, Suggestion};

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

impl Question {
    /// Returns what one must be allowed to, to be answered; nothing where anyone is.
    fn verb(&self) -> Option<Verb> {
        match self {
            Self::Overview
            | Self::Page { .. }
            | Self::Dossier(_)
            | Self::Evidence(_)
            | Self::Refused
            | Self::History { .. }
            | Self::Search { .. }
            | Self::Journal => None,
            Self::NextUnscored { .. } | Self::MySheet | Self::OnCriterion(_) => Some(Verb::Score),
            Self::Forks => Some(Verb::Merge),
            Self::Status => Some(Verb::Gather),
            Self::Jury | Self::SeatPlan(_) => Some(Verb::Prepare),
            Self::Room | Self::Session => Some(Verb::Deliberate),
            Self::Agenda
            | Self::Deliberation { .. }
            | Self::Results
            | Self::Agreement
            | Self::Ranking
            | Self::WhatIf(_) => Some(Verb::SeeResults),
            Self::Publication => Some(Verb::Publish),
        }
    }
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
        if let Some(verb) = question.verb() {
            self.may(verb)?;
        }
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
