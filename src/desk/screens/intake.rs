//! Dossiers on their way in: what the files hold, where each question of the form goes, what changes, what to look at.
//! Nothing is written before the coordinator says so.

mod place;
mod view;

use crate::desk::action::Action;
use crate::desk::effect::Waiting;
use crate::desk::layout;
use crate::desk::message::Gesture;
use crate::desk::model::Shared;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::domain::mapping::Mapping;
use crate::domain::saying::Saying;
use crate::office::Act;
use crate::office::act::{Asked, ImportRequest, Imported};
use ratatui::layout::Position;
use std::path::PathBuf;

/// What is seen of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Pane {
    /// The questions of the form.
    #[default]
    Questions,
    /// What changes in dossiers that are here.
    Changes,
    /// What is refused, and what to look at.
    Notes,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Intake {
    request: ImportRequest,
    /// What taking the files in would do; nothing until that is known.
    plan: Option<Imported>,
    /// Choices made here.
    choices: Mapping,
    pane: Pane,
    selected: usize,
}

impl Intake {
    /// Asks what taking the files in would do.
    pub fn open(path: PathBuf, shared: &mut Shared) -> Self {
        let mut intake = Self {
            request: ImportRequest {
                paths: vec![path],
                ..ImportRequest::default()
            },
            ..Self::default()
        };
        intake.ask(shared);
        intake
    }

    fn ask(&mut self, shared: &mut Shared) {
        let request = ImportRequest {
            dry_run: true,
            ..self.asked_for()
        };
        shared.act(Waiting::ImportPlan, Act::Import(request));
    }

    fn asked_for(&self) -> ImportRequest {
        ImportRequest {
            mapping: self.choices.clone(),
            ..self.request.clone()
        }
    }

    /// Takes what would be done.
    pub fn take(&mut self, plan: Imported) {
        self.plan = Some(plan);
    }

    /// Takes pages of which one is known to be missing.
    pub fn allow_incomplete(&mut self, shared: &mut Shared) {
        self.request.allow_incomplete = true;
        self.ask(shared);
    }

    /// Looks for the files that candidates attached.
    pub fn attach(&mut self, folder: PathBuf, shared: &mut Shared) {
        self.request.evidence = (!folder.as_os_str().is_empty()).then_some(folder);
        self.ask(shared);
    }

    /// Says what the question under the cursor becomes, and asks anew what the import would do.
    pub fn choose(&mut self, value: &str, shared: &mut Shared) {
        let Some(champ) = self.question().map(|asked| asked.champ.clone()) else {
            return;
        };
        match place::of_value(value) {
            Some(to) => {
                self.request.forgotten.remove(&champ);
                self.choices.insert(champ, to);
                self.step(1);
            }
            None => {
                self.choices.remove(&champ);
                self.request.forgotten.insert(champ);
            }
        }
        self.ask(shared);
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::SwitchPane => {
                self.pane = match self.pane {
                    Pane::Questions => Pane::Changes,
                    Pane::Changes => Pane::Notes,
                    Pane::Notes => Pane::Questions,
                };
                self.selected = 0;
            }
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-10),
            Action::PageDown => self.step(10),
            Action::First => self.selected = 0,
            Action::Last => self.step(isize::MAX),
            Action::Open => self.offer(shared),
            Action::NextUnplaced => self.next_unplaced(shared),
            Action::Attach => shared.over(Overlay::input(Purpose::Attach, shared)),
            Action::Import => self.import(shared),
            _ => {}
        }
    }

    /// Takes what the mouse did: a click takes the row under it.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &mut Shared) {
        match gesture {
            Gesture::Drag | Gesture::Drop => {}
            Gesture::WheelUp => self.step(-1),
            Gesture::WheelDown => self.step(1),
            Gesture::Click => {
                let list = view::list(shared);
                let rows = usize::from(list.height);
                let top = layout::windowed(0, self.selected, rows, self.rows());
                if list.contains(at) {
                    let row = top + usize::from(at.y - list.y);
                    if row == self.selected && self.pane == Pane::Questions {
                        return self.offer(shared);
                    }
                    self.selected = row;
                }
            }
        }
    }

    /// Keeps the cursor on what there is.
    pub fn settle(&mut self, _shared: &mut Shared) {
        self.selected = self.selected.min(self.rows().saturating_sub(1));
    }

    fn rows(&self) -> usize {
        let Some(plan) = &self.plan else { return 0 };
        match self.pane {
            Pane::Questions => plan.asked.len(),
            Pane::Changes => view::changes_of(plan).len(),
            Pane::Notes => plan.refused.len() + plan.warnings.len(),
        }
    }

    fn step(&mut self, by: isize) {
        let moved = self.selected.saturating_add_signed(by);
        self.selected = moved.min(self.rows().saturating_sub(1));
    }

    fn question(&self) -> Option<&Asked> {
        let plan = self.plan.as_ref().filter(|_| self.pane == Pane::Questions)?;
        plan.asked.get(self.selected)
    }

    fn offer(&self, shared: &mut Shared) {
        if let (Some(asked), Some(grid)) = (self.question(), shared.grid()) {
            let choose = place::offer(asked, &grid, shared.lang);
            shared.over(Overlay::Choose(Box::new(choose)));
        }
    }

    fn next_unplaced(&mut self, shared: &mut Shared) {
        let Some(plan) = &self.plan else { return };
        let unplaced = |(_, asked): &(usize, &Asked)| asked.to.is_none();
        let all = || plan.asked.iter().enumerate();
        let after = all().skip(self.selected + 1).find(unplaced);
        match after.or_else(|| all().find(unplaced)) {
            Some((at, _)) => {
                self.pane = Pane::Questions;
                self.selected = at;
            }
            None => shared.tell(Saying::new("desk-intake-all-placed")),
        }
    }

    fn import(&self, shared: &mut Shared) {
        match &self.plan {
            Some(plan) if plan.new + plan.updated + plan.unchanged > 0 => {
                shared.act(Waiting::Import, Act::Import(self.asked_for()));
            }
            _ => shared.warn(Saying::new("desk-intake-nothing")),
        }
    }
}
