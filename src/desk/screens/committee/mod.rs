//! The committee's place: the agenda, where the jurors disagree, and the decision with its reason.

mod citations;
mod decide;
mod matrix;
mod motion;
mod order;
mod verdict;
mod view;

use crate::consensus::{deliberate, least_raise};
use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::layout::{self, windowed};
use crate::desk::message::Gesture;
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::confirm::Purpose as Confirmed;
use crate::desk::overlays::input::Purpose;
use crate::desk::screens::review::{off_scale, score_of_key};
use crate::domain::decision::Ruling;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::motion::Motion;
use crate::domain::saying::Saying;
use crate::domain::score::Score;
use crate::office::ask::{AgendaRow, Deliberation};
use crate::office::{Act, Question};
use ratatui::layout::Position;

/// The screen.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the screen and none excludes another"
)]
pub struct Committee {
    agenda: Vec<AgendaRow>,
    selected: usize,
    top: usize,
    dossier: Option<Box<Deliberation>>,
    /// What is drafted on the dossier that is selected; the decision writes it down.
    motion: Motion,
    cursor: usize,
    on_matrix: bool,
    is_projecting: bool,
    comments_top: usize,
    /// Whether the mouse holds a line that was moved.
    is_dragging: bool,
    /// The citation of the criterion that was gone to.
    cited: Option<usize>,
    is_fresh: bool,
}

impl Committee {
    /// Asks for the agenda.
    pub fn open(shared: &mut Shared) -> Self {
        Self::ask(shared);
        Self {
            is_fresh: true,
            ..Self::default()
        }
    }

    /// Asks for the agenda anew.
    pub fn ask(shared: &mut Shared) {
        // The counts first: where the sitting stands says which dossier is before it.
        shared.ask(Waiting::Overview, Question::Overview);
        shared.ask(Waiting::Agenda, Question::Agenda);
    }

    /// Takes the agenda, stays on the dossier, and on the first visit stands on the first one not decided.
    pub fn take_agenda(&mut self, agenda: Vec<AgendaRow>, shared: &mut Shared) {
        let sitting = shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        let before = sitting.and_then(|sitting| sitting.before.as_ref());
        // A sitting goes on with the dossier that was before it.
        let before = before.map(|before| before.dossier.clone());
        let is_first = self.is_fresh;
        let here = self.id().cloned().or_else(|| before.filter(|_| is_first));
        self.agenda = agenda;
        let stays = here.and_then(|id| self.agenda.iter().position(|row| row.id == id));
        let first = || self.agenda.iter().position(|row| row.decision.is_none());
        self.selected = match stays {
            Some(place) => place,
            None if self.is_fresh => first().unwrap_or(0),
            None => 0,
        };
        self.is_fresh = false;
        if stays.is_some() && !is_first {
            self.deliberate(shared);
        } else {
            self.turned(shared);
        }
    }

    /// Takes the dossier where it is still the one selected.
    pub fn take_dossier(&mut self, id: &DossierId, dossier: Option<Box<Deliberation>>) {
        if self.id() == Some(id) {
            self.dossier = dossier;
        }
    }

    /// Sets a value on the criterion of that code, or none.
    pub fn set(&mut self, code: &CriterionCode, value: Option<Score>, shared: &mut Shared) {
        match value {
            Some(score) => {
                self.motion.set.insert(code.clone(), score.value());
            }
            None => {
                self.motion.set.remove(code);
            }
        }
        self.follow(shared);
        self.lay(shared);
        self.deliberate(shared);
    }

    /// Has what follows from a value stand in the very frame that shows it; the office answers for the rest.
    fn follow(&mut self, shared: &Shared) {
        if let (Some(dossier), Some(grid)) = (&mut self.dossier, shared.grid()) {
            let set = self.motion.values(grid.scale());
            dossier.outcome = deliberate(&grid, &dossier.panel, &set);
            dossier.raise = least_raise(&grid, &dossier.panel, &set);
        }
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        let Some(grid) = shared.grid() else { return };
        match action {
            Action::Up => self.step(-1, &grid, shared),
            Action::Down => self.step(1, &grid, shared),
            Action::First => self.step(isize::MIN, &grid, shared),
            Action::Last => self.step(isize::MAX, &grid, shared),
            Action::PageDown => self.comments_top += 3,
            Action::PageUp => self.comments_top = self.comments_top.saturating_sub(3),
            Action::NextDossier => self.select(self.selected + 1, shared),
            Action::PreviousDossier => self.select(self.selected.saturating_sub(1), shared),
            Action::SwitchPane => self.on_matrix = !self.on_matrix,
            Action::Open => {
                if let Some(id) = self.id().cloned() {
                    shared.go(Step::Review(id, self.code(&grid).cloned()));
                }
            }
            Action::Guidance => self.explain(&grid, shared),
            Action::NextCitation => self.next_citation(&grid, shared),
            Action::Score(digit) => self.set_key(digit, &grid, shared),
            Action::ClearMark => {
                if let Some(code) = self.code(&grid).cloned() {
                    self.set(&code, None, shared);
                }
            }
            Action::NextUndecided => self.next_undecided(shared),
            Action::Projection => self.is_projecting = !self.is_projecting,
            Action::Unmask if is_masked(shared) => {
                shared.over(Overlay::confirm(
                    Confirmed::Unmask,
                    Saying::new("desk-unmask-asks"),
                ));
            }
            Action::Unmask => shared.tell(Saying::new("desk-unmasked-already")),
            Action::Sheets => shared.go(Step::Sheets),
            Action::Jury => shared.go(Step::Jury),
            Action::Export => shared.go(Step::Publication),
            Action::WhatIf => shared.go(Step::WhatIf),
            Action::Results => shared.go(Step::Results),
            Action::Agreement => shared.go(Step::Statistics),
            Action::MoveEarlier => self.move_by(-1, shared),
            Action::MoveLater => self.move_by(1, shared),
            Action::Reset => shared.act(Waiting::Arrange, Act::Arrange { order: Vec::new() }),
            Action::Attendance
            | Action::Break
            | Action::Vote
            | Action::Dissent
            | Action::Mention
            | Action::Compose => self.hear(action, &grid, shared),
            Action::Sitting | Action::Decide | Action::Postpone | Action::Reopen | Action::Adopt => {
                self.decide(action, &grid, shared);
            }
            _ => {}
        }
    }

    /// Takes what the mouse did: a click takes the dossier or the pane under it; the wheel moves in the pane under it.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &mut Shared) {
        let areas = layout::committee(shared.width, shared.height, self.is_projecting);
        let was = self.on_matrix;
        let action = match gesture {
            Gesture::Drag => return self.drag(at, areas.agenda),
            Gesture::Drop => return self.drop_row(shared),
            Gesture::WheelUp if areas.comments.contains(at) => Action::PageUp,
            Gesture::WheelDown if areas.comments.contains(at) => Action::PageDown,
            Gesture::WheelUp => Action::Up,
            Gesture::WheelDown => Action::Down,
            Gesture::Click => {
                self.on_matrix = areas.dossier.contains(at) || was && areas.comments.contains(at);
                if let Some(place) = self.place_at(at, areas.agenda) {
                    self.select(place, shared);
                }
                return;
            }
        };
        self.on_matrix = areas.dossier.contains(at);
        self.act(action, shared);
        self.on_matrix = was;
    }

    /// Keeps the dossier that is selected in view.
    pub fn settle(&mut self, shared: &mut Shared) {
        let areas = layout::committee(shared.width, shared.height, self.is_projecting);
        let rows = usize::from(areas.agenda.height.saturating_sub(2));
        self.top = windowed(self.top, self.selected, rows, self.agenda.len());
        let grid = shared.grid();
        let criteria = grid.as_ref().map_or(0, |grid| grid.criteria().count());
        self.cursor = self.cursor.min(criteria.saturating_sub(1));
        let code = grid.as_ref().and_then(|grid| self.code(grid).cloned());
        let remarks = code.and_then(|code| self.dossier.as_ref()?.remarks.get(&code).map(Vec::len));
        self.comments_top = self.comments_top.min(remarks.unwrap_or(0).saturating_sub(1));
        let sitting = shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        if sitting.is_some_and(|sitting| sitting.break_since.is_none()) {
            shared.tick();
        }
    }

    fn step(&mut self, by: isize, grid: &Grid, shared: &mut Shared) {
        if self.on_matrix || self.is_projecting {
            let last = grid.criteria().count().saturating_sub(1);
            self.cursor = self.cursor.saturating_add_signed(by).min(last);
            self.comments_top = 0;
            self.cited = None;
        } else {
            self.select(self.selected.saturating_add_signed(by), shared);
        }
    }

    /// Goes to the next dossier that waits for its level, round once.
    fn next_undecided(&mut self, shared: &mut Shared) {
        let waits = |row: &AgendaRow| {
            let ruling = row.decision.as_ref().map(|decision| &decision.ruling);
            matches!(ruling, None | Some(Ruling::Reopened))
        };
        let places = self.agenda.iter().enumerate();
        let after = places.clone().skip(self.selected + 1);
        let found = after
            .chain(places.take(self.selected))
            .find(|(_, row)| waits(row));
        match found.map(|(place, _)| place) {
            Some(place) => self.select(place, shared),
            None => shared.tell(Saying::new("desk-all-decided")),
        }
    }

    fn select(&mut self, place: usize, shared: &mut Shared) {
        let place = place.min(self.agenda.len().saturating_sub(1));
        if place != self.selected {
            self.selected = place;
            self.turned(shared);
        }
    }

    /// Another dossier is selected: what is drafted on it stands, or else what its decision said.
    fn turned(&mut self, shared: &mut Shared) {
        let sitting = shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        let drafted = sitting
            .zip(self.id())
            .and_then(|(sitting, id)| sitting.motions.get(id));
        let decided = self.row().and_then(|row| row.decision.as_ref());
        let motion = drafted.or_else(|| decided.map(|decision| &decision.motion));
        self.motion = motion.cloned().unwrap_or_default();
        self.lay(shared);
        self.dossier = self.dossier.take().filter(|d| Some(&d.dossier.id) == self.id());
        self.comments_top = 0;
        self.cited = None;
        self.deliberate(shared);
    }

    fn deliberate(&self, shared: &mut Shared) {
        if let Some(id) = self.id() {
            let scale = shared.grid().map(|grid| grid.scale());
            let set = scale.map(|scale| self.motion.values(scale)).unwrap_or_default();
            let dossier = id.clone();
            shared.ask(
                Waiting::Deliberation(dossier.clone()),
                Question::Deliberation { dossier, set },
            );
        }
    }

    /// Puts the dossier before the committee with what is drafted on it, so that a sitting goes on where it was.
    fn lay(&self, shared: &mut Shared) {
        let sitting = shared.overview.as_ref().and_then(|o| o.sitting.as_ref());
        let (Some(sitting), Some(id)) = (sitting, self.id()) else {
            return;
        };
        let stands = sitting
            .before
            .as_ref()
            .is_some_and(|before| before.dossier == *id);
        let drafted = sitting.motions.get(id).cloned().unwrap_or_default();
        let decided = self.row().and_then(|row| row.decision.as_ref());
        let is_decided = decided.is_some_and(|decision| decision.motion == self.motion);
        let motion = if is_decided {
            Motion::default()
        } else {
            self.motion.clone()
        };
        if sitting.break_since.is_some() || stands && drafted == motion {
            return;
        }
        let (dossier, motion) = (id.clone(), Box::new(motion));
        shared.act(Waiting::Lay, Act::Lay { dossier, motion });
    }

    fn set_key(&mut self, digit: u8, grid: &Grid, shared: &mut Shared) {
        let Some(code) = self.code(grid).cloned() else {
            return;
        };
        self.on_matrix = true;
        if is_masked(shared) {
            return shared.warn(masked_closed(shared));
        }
        let scale = grid.scale();
        if scale.max > 10 {
            return shared.over(Overlay::input_with(Purpose::SetValue(code), &digit.to_string()));
        }
        match score_of_key(scale, digit) {
            Some(score) => self.set(&code, Some(score), shared),
            None => shared.warn(off_scale(scale)),
        }
    }

    fn row(&self) -> Option<&AgendaRow> {
        self.agenda.get(self.selected)
    }

    fn id(&self) -> Option<&DossierId> {
        self.row().map(|row| &row.id)
    }

    fn code<'g>(&self, grid: &'g Grid) -> Option<&'g CriterionCode> {
        grid.criteria().nth(self.cursor).map(|c| &c.code)
    }
}

/// Says how masked scores come to be seen.
fn masked_closed(shared: &Shared) -> Saying {
    let unmask = shared.key_of(Context::Committee, Action::Unmask);
    shared
        .keyed("desk-masked-closed", Context::Committee, Action::Sitting)
        .text(
            "unmask",
            unmask.map_or_else(String::new, |chord| chord.to_string()),
        )
}

/// Tells whether others' scores are hidden; so they are until the counts are known.
pub(in crate::desk) fn is_masked(shared: &Shared) -> bool {
    shared.overview.as_ref().is_none_or(|overview| overview.masked)
}
