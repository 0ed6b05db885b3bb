//! The juror's place: answers and evidence of a criterion side by side, its scale under them, one key a score.

mod answers;
mod changes;
mod criterion;
mod former;
mod goal;
mod marks;
mod mouse;
mod moves;
mod panes;
mod pieces;
mod view;

pub(in crate::desk) use answers::criterion_of;
pub use goal::{Goal, Stand};
pub(in crate::desk) use marks::{change_of, explained, mark_of, off_scale, score_of_key};
pub(in crate::desk) use panes::shown_mark;

use crate::desk::action::Action;
use crate::desk::effect::{Field, Waiting};
use crate::desk::layout::{self, inner};
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::confirm::Purpose as Confirmed;
use crate::desk::overlays::input::Purpose;
use crate::desk::screens::compare::Side;
use crate::desk::settings::Setting;
use crate::domain::grid::{Criterion, Grid};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::office::Question;
use crate::office::ask::{DossierState, DossierView, Page};
use answers::Laid;
use pieces::Pieces;
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

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        match action {
            Action::Up | Action::Down | Action::First | Action::Last => self.step(action, &grid),
            Action::PageUp => self.scroll(-1, shared),
            Action::PageDown => self.scroll(1, shared),
            Action::NextAxis => self.turn_axis(&grid, 1),
            Action::PreviousAxis => self.turn_axis(&grid, -1),
            Action::SwitchPane => self.switch_pane(),
            Action::NextPiece => self.turn_piece(1, shared, &grid),
            Action::PreviousPiece => self.turn_piece(-1, shared, &grid),
            Action::PinPiece => self.pieces.pin(),
            Action::OpenPiece => self.open_piece(shared),
            Action::NextDossier => self.neighbour(Towards::Next, shared),
            Action::PreviousDossier => self.neighbour(Towards::Previous, shared),
            Action::NextUnscored => self.next_unscored(&grid, shared),
            Action::AutoAdvance => {
                shared.auto_advance = !shared.auto_advance;
                let on = shared.auto_advance;
                shared.remember(Setting::AutoAdvance(on));
                shared.tell(Saying::new(if on {
                    "desk-advance-on"
                } else {
                    "desk-advance-off"
                }));
            }
            Action::Comment => self.write(Field::Comment, &grid, shared),
            Action::Feedback => self.write(Field::Feedback, &grid, shared),
            Action::Note => self.write(Field::Note, &grid, shared),
            Action::Guidance => self.explain(&grid, shared),
            Action::Recuse => self.recuse(shared),
            Action::Search => shared.go(Step::Search),
            Action::Everywhere => self.everywhere(&grid, shared),
            Action::Compare => self.compare(&grid, shared),
            Action::History => self.history(&grid, shared),
            Action::Former => self.former(&grid, shared),
            Action::Look => self.look(&grid, shared),
            Action::Dismiss => self.dismiss(shared),
            Action::MySheet => shared.go(Step::MySheet),
            Action::Score(_) | Action::Abstain | Action::NotApplicable | Action::ClearMark => {
                self.mark(action, &grid, shared);
            }
            _ => {}
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
        let (text, _) = layout::evidence(areas.evidence, self.pieces.len());
        self.pieces
            .settle_text(&seen.dossier, &seen.present, (text.width, text.height), shared);
        if areas.is_wide || self.pane != Pane::Evidence {
            self.laid.note_looked();
        }
    }

    /// Takes the bytes of a piece.
    pub fn take_piece(&mut self, digest: crate::domain::ids::Digest, bytes: Option<&[u8]>) {
        self.pieces.take(digest, bytes);
    }

    fn everywhere(&self, grid: &Grid, shared: &mut Shared) {
        match self.code(grid) {
            Some(code) => shared.go(Step::Everywhere(code.clone())),
            None => shared.warn(Saying::new("desk-no-criterion")),
        }
    }

    fn compare(&self, grid: &Grid, shared: &mut Shared) {
        match (&self.seen, self.code(grid)) {
            (Some(seen), Some(code)) => {
                let side = Side::of(grid, seen, code);
                shared.go(Step::Compare(Box::new(side)));
            }
            _ => shared.warn(Saying::new("desk-no-criterion")),
        }
    }

    fn history(&self, grid: &Grid, shared: &mut Shared) {
        let Some(code) = self.code(grid).cloned() else {
            return shared.warn(Saying::new("desk-no-criterion"));
        };
        let question = Question::History {
            dossier: self.id.clone(),
            criterion: code.clone(),
        };
        shared.ask(Waiting::History(code), question);
    }

    /// The store knows that one looked.
    pub fn looked(&mut self) {
        self.laid.forget();
    }

    fn recuse(&self, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        let overlay = if seen.recusal.is_some() {
            let asks = Saying::new("desk-come-back-asks").text("name", self.title());
            Overlay::confirm(Confirmed::ComeBack(self.id.clone()), asks)
        } else {
            Overlay::input(Purpose::Recuse(self.id.clone(), self.title()), shared)
        };
        shared.over(overlay);
    }

    fn open_piece(&self, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        match self.pieces.to_open(seen) {
            Ok((digest, ending)) => {
                let asked = Waiting::Outside(digest.clone(), ending);
                shared.ask(asked, Question::Evidence(digest));
            }
            Err(why) => shared.warn(why),
        }
    }

    /// Lays the panes out; a suggestion takes a row over them.
    pub(in crate::desk) fn areas(&self, shared: &Shared, grid: &Grid) -> layout::Review {
        let rows = criterion::rows(grid, shared.height);
        let areas = layout::review(shared.width, shared.height, rows);
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
