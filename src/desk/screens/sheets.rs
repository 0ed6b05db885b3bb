//! The coordinator's view of the jury: who handed in what, what contradicts, and the merging of what came.

mod view;

pub(in crate::desk) use view::origin;

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::layout;
use crate::desk::message::Gesture;
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::overlays::report::{Report, Then};
use crate::domain::saying::Saying;
use crate::office::ask::{ForkView, Status};
use crate::office::{Act, Merged, Question, RefusedFile};
use ratatui::layout::{Position, Rect};
use std::path::PathBuf;

/// Where the keys go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    Jurors,
    Arrivals,
    Forks,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Sheets {
    status: Option<Status>,
    forks: Vec<ForkView>,
    pane: Pane,
    juror: usize,
    left: usize,
    arrival: usize,
    fork: usize,
    /// What the last merge, or the last look at a watched folder, found in each file.
    arrivals: Vec<Saying>,
}

impl Sheets {
    /// Asks for what came.
    pub fn open(shared: &mut Shared) -> Self {
        Self::ask(shared);
        Self::default()
    }

    /// Asks anew.
    pub fn ask(shared: &mut Shared) {
        shared.ask(Waiting::Status, Question::Status);
        shared.ask(Waiting::Forks, Question::Forks);
        shared.ask(Waiting::Refused, Question::Refused);
    }

    /// Takes who handed in what.
    pub fn take_status(&mut self, status: Status) {
        self.status = Some(status);
    }

    /// Takes the conflicts.
    pub fn take_forks(&mut self, forks: Vec<ForkView>) {
        self.forks = forks;
    }

    /// Takes what became, or would become, of each file: what asks for something first.
    pub fn take_arrivals(&mut self, merged: &Merged) {
        self.arrivals = merged.news();
    }

    /// Takes the files that were refused by the last merge: to be seen until a merge or a look tells more.
    pub fn take_refused(&mut self, files: &[RefusedFile]) {
        if self.arrivals.is_empty() {
            self.arrivals = files.iter().map(RefusedFile::saying).collect();
        }
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::SwitchPane => self.pane = self.next_pane(),
            Action::Open if self.pane == Pane::Arrivals => {
                shared.over(Overlay::Report(Box::new(self.told())));
            }
            Action::Open if !self.forks.is_empty() => self.pane = Pane::Forks,
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-8),
            Action::PageDown => self.step(8),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::Left => self.left = self.left.saturating_sub(1),
            Action::Right => self.left += 1,
            Action::KeepA => self.keep(0, shared),
            Action::KeepB => self.keep(1, shared),
            Action::Merge => shared.over(Overlay::input(Purpose::Merge, shared)),
            Action::Watch => shared.over(Overlay::input(Purpose::Watch, shared)),
            Action::Receipts => shared.over(Overlay::input(Purpose::Receipts, shared)),
            Action::Jury => shared.go(Step::Jury),
            Action::Committee => shared.go(Step::Committee),
            _ => {}
        }
    }

    /// Takes what the mouse did: a click takes the pane and the juror under it; the wheel moves in the pane under it.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &Shared) {
        let (jurors, ..) = self.areas(shared);
        let (was, under) = (self.pane, self.pane_at(at, shared));
        self.pane = under;
        match gesture {
            Gesture::Drag | Gesture::Drop => {}
            Gesture::WheelUp => self.step(-1),
            Gesture::WheelDown => self.step(1),
            Gesture::Click => {
                let (_, list) = layout::cut_top(layout::inner(jurors), 1);
                let (list, _) = layout::cut_bottom(list, 1);
                let all = self.status.as_ref().map_or(0, |s| s.jurors.len());
                let top = layout::windowed(0, self.juror, usize::from(list.height), all);
                if list.contains(at) {
                    self.juror = top + usize::from(at.y - list.y);
                }
                return;
            }
        }
        self.pane = was;
    }

    fn pane_at(&self, at: Position, shared: &Shared) -> Pane {
        let (_, arrivals, forks) = self.areas(shared);
        if arrivals.contains(at) {
            Pane::Arrivals
        } else if forks.contains(at) && !self.forks.is_empty() {
            Pane::Forks
        } else {
            Pane::Jurors
        }
    }

    /// Returns the next pane in which there is something to choose.
    fn next_pane(&self) -> Pane {
        match self.pane {
            Pane::Jurors if !self.arrivals.is_empty() => Pane::Arrivals,
            Pane::Jurors | Pane::Arrivals if !self.forks.is_empty() => Pane::Forks,
            _ => Pane::Jurors,
        }
    }

    /// Tells of each file whole, with what to do.
    fn told(&self) -> Report {
        let mut report = Report::new(Saying::new("desk-arrivals-last"));
        for line in self
            .arrivals
            .iter()
            .skip(self.arrival)
            .chain(self.arrivals.iter().take(self.arrival))
        {
            report.say(line.clone());
        }
        report
    }

    /// Keeps the cursors on what there is.
    pub fn settle(&mut self, shared: &mut Shared) {
        let jurors = self.status.as_ref().map_or(0, |s| s.jurors.len());
        let dossiers = self.status.as_ref().map_or(0, |s| s.dossiers.len());
        self.juror = self.juror.min(jurors.saturating_sub(1));
        self.fork = self.fork.min(self.forks.len().saturating_sub(1));
        let room = view::glyphs_room(shared.width);
        self.left = self.left.min(dossiers.saturating_sub(room));
        self.arrival = self.arrival.min(self.arrivals.len().saturating_sub(1));
        let is_empty = match self.pane {
            Pane::Jurors => false,
            Pane::Arrivals => self.arrivals.is_empty(),
            Pane::Forks => self.forks.is_empty(),
        };
        if is_empty {
            self.pane = Pane::Jurors;
        }
    }

    fn areas(&self, shared: &Shared) -> (Rect, Rect, Rect) {
        layout::sheets(shared.width, shared.height, self.arrivals.len(), self.forks.len())
    }

    fn step(&mut self, by: isize) {
        let cursor = match self.pane {
            Pane::Jurors => &mut self.juror,
            Pane::Arrivals => &mut self.arrival,
            Pane::Forks => &mut self.fork,
        };
        *cursor = cursor.saturating_add_signed(by);
    }

    fn keep(&mut self, side: usize, shared: &mut Shared) {
        match self.forks.get(self.fork) {
            Some(fork) if side < fork.sides.len() => {
                let fork = fork.id.clone();
                shared.act(Waiting::Keep, Act::Keep { fork, side });
            }
            Some(_) => {}
            None => shared.tell(Saying::new("desk-no-fork")),
        }
    }
}

/// Says what a merge would do, or did.
pub(in crate::desk) fn merge_report(merged: &Merged, plan: Option<Vec<PathBuf>>) -> Report {
    let id = if plan.is_some() {
        "desk-merge-plan"
    } else {
        "desk-merge-done"
    };
    let mut report = Report::new(Saying::new(id));
    for line in merged.lines() {
        report.say(line);
    }
    if merged.is_empty() {
        report.say(Saying::new("desk-merge-nothing"));
    }
    report.text("");
    report.say(merged.sum(plan.is_some()));
    if let Some(paths) = plan.filter(|_| !merged.accepted.is_empty() || !merged.unchanged.is_empty()) {
        report.then = Some(Then::Merge(paths));
    }
    report
}
