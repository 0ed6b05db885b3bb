//! The juror's place: answers and evidence of a criterion side by side, its scale under them, one key a score.

mod acts;
mod answers;
mod border;
mod changes;
mod criterion;
mod evidence;
mod former;
mod goal;
mod marks;
mod mouse;
mod moves;
mod panes;
mod view;

pub(in crate::desk) use answers::criterion_of;
pub use evidence::Wish;
pub use goal::{Goal, Stand};
pub(in crate::desk) use marks::{change_of, explained, mark_of, off_scale, score_of_key};
pub(in crate::desk) use panes::shown_mark;

use crate::desk::effect::Waiting;
use crate::desk::layout::{self, inner};
use crate::desk::model::{Shared, Step};
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::office::Question;
use crate::office::ask::{DossierState, DossierView, Page};
use answers::Laid;
use evidence::{Choosing, Pieces};
use std::collections::BTreeMap;

/// How many neighbours in the list are looked at for one to open.
const NEIGHBOURS: usize = 24;

/// A dossier before its juror.
#[derive(Debug)]
pub struct Review {
    /// Which.
    pub id: DossierId,
    seen: Option<Box<DossierView>>,
    /// A criterion's place in the grid; one more for the answers that belong to none.
    cursor: usize,
    pane: Pane,
    pending: BTreeMap<CriterionCode, usize>,
    laid: Laid,
    pieces: Pieces,
    /// The passage that is being chosen.
    choosing: Option<Choosing>,
    /// Where the mouse was pressed on a page, in bytes of it.
    pressed: Option<usize>,
    /// The citation of the criterion that one is at, and the one to go to next.
    cited: Option<usize>,
    next_cited: usize,
    /// Whether the evidence has all the room.
    is_large: bool,
    /// First value of the scale in view, where not all fit and one scrolled.
    scale_top: Option<usize>,
    towards: Towards,
    /// Where to stand once the dossier is here.
    goal: Option<Goal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Answers,
    Evidence,
    Criterion,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Towards {
    Next,
    Previous,
}

impl Review {
    /// Asks for a dossier.
    pub fn open(id: DossierId, at: Option<CriterionCode>, shared: &mut Shared) -> Self {
        let review = Self {
            id,
            seen: None,
            cursor: 0,
            pane: Pane::Answers,
            pending: BTreeMap::new(),
            laid: Laid::default(),
            pieces: Pieces::default(),
            choosing: None,
            pressed: None,
            cited: None,
            next_cited: 0,
            is_large: false,
            scale_top: None,
            towards: Towards::Next,
            goal: None,
        };
        review.ask(at, shared);
        review
    }

    /// Asks for its dossier anew.
    pub fn ask(&self, at: Option<CriterionCode>, shared: &mut Shared) {
        let id = self.id.clone();
        shared.ask(Waiting::Dossier { id: id.clone(), at }, Question::Dossier(id));
    }

    /// Returns the dossier's place in the list, once it is known.
    pub fn place(&self) -> Option<usize> {
        self.seen.as_ref().map(|seen| seen.place)
    }

    /// Returns the dossier's number and name, once they are known.
    pub fn title(&self) -> String {
        let dossier = self.seen.as_ref().map(|seen| &seen.dossier);
        dossier.map_or_else(String::new, |d| format!("{} {}", d.number, d.name))
    }

    /// Takes the dossier and stands on a criterion, or on the first one without a mark.
    pub fn take_dossier(&mut self, seen: Box<DossierView>, at: Option<&CriterionCode>, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        let goal = self.goal.take();
        let stays = goal == Some(Goal::Stay) && self.seen.is_some();
        self.seen = Some(seen);
        if stays {
            return self.laid.forget();
        }
        let wanted = at.and_then(|code| grid.criteria().position(|c| c.code == *code));
        self.cursor = wanted
            .or_else(|| self.blank_from(&grid, 0))
            .unwrap_or(self.cursor)
            .min(grid.criteria().count());
        self.turned();
        self.laid.forget();
        self.reach(goal, &grid);
    }

    /// Goes to a criterion of this dossier.
    pub fn stand_on(&mut self, code: &CriterionCode, shared: &Shared) {
        let place = shared
            .grid()
            .and_then(|grid| grid.criteria().position(|c| c.code == *code));
        if let Some(place) = place {
            self.move_to(place);
        }
    }

    /// Takes the rows of the neighbours that were asked for and opens the nearest that may be read.
    pub fn take_neighbours(&self, page: &Page, shared: &mut Shared) {
        let open = |row: &&crate::office::ask::ListRow| {
            shared.role() != Some(crate::domain::role::Role::Juror) || row.state != DossierState::Recused
        };
        let found = match self.towards {
            Towards::Next => page.rows.iter().find(open),
            Towards::Previous => page.rows.iter().rfind(open),
        };
        match found {
            Some(row) => shared.go(Step::Review(row.id.clone(), None)),
            None => shared.tell(Saying::new("desk-no-neighbour")),
        }
    }

    /// Breaks texts for the panes and asks for the piece to read.
    pub fn settle(&mut self, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        self.send_looks(shared);
        let Some(seen) = &self.seen else { return };
        self.cursor = self.cursor.min(last_place(&grid, seen));
        let areas = self.areas(shared, &grid);
        let answers = inner(areas.answers);
        self.laid.settle(
            &grid,
            seen,
            self.cursor,
            shared.lang,
            (answers.width, answers.height),
        );
        let code = grid.criteria().nth(self.cursor).map(|c| &c.code);
        self.pieces.settle(&grid, &seen.dossier, code);
        if areas.is_wide || self.pane != Pane::Evidence {
            self.laid.note_looked();
        }
        self.settle_evidence(areas, shared);
    }

    /// Lays the panes out; a suggestion takes a row over them.
    pub(in crate::desk) fn areas(&self, shared: &Shared, grid: &Grid) -> layout::Review {
        let rows = criterion::rows(grid, shared.height);
        let areas = if self.is_large {
            layout::large_review(shared.width, shared.height)
        } else {
            layout::review(shared.width, shared.height, rows)
        };
        if !self.suggests() {
            return areas;
        }
        layout::Review {
            answers: layout::cut_top(areas.answers, 1).1,
            evidence: layout::cut_top(areas.evidence, 1).1,
            ..areas
        }
    }

    fn criterion<'g>(&self, grid: &'g Grid) -> Option<&'g Criterion> {
        grid.criteria().nth(self.cursor)
    }

    fn code<'g>(&self, grid: &'g Grid) -> Option<&'g CriterionCode> {
        self.criterion(grid).map(|c| &c.code)
    }
}

/// Returns the last place for the cursor: the last criterion, or the answers of none where there are any.
fn last_place(grid: &Grid, seen: &DossierView) -> usize {
    let criteria = grid.criteria().count();
    let others = seen
        .dossier
        .answers
        .iter()
        .any(|a| answers::criterion_of(grid, a).is_none());
    if others || changes::gone(seen).next().is_some() {
        criteria
    } else {
        criteria.saturating_sub(1)
    }
}
