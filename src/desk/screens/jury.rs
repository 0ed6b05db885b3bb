//! The coordinator's view of who sits on the jury: what each has to read, and the conflicts of interest that dossiers
//! suggest, to be declared or dismissed one by one.

mod view;

use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::layout;
use crate::desk::message::Gesture;
use crate::desk::model::{Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::overlays::report::{Report, Then};
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::saying::Saying;
use crate::office::act::PackedFile;
use crate::office::ask::{Bar, JurorLoad, JuryView, SeatPlan, Suggestion};
use crate::office::{Act, Question};
use ratatui::layout::Position;

/// The screen.
#[derive(Debug, Default)]
pub struct Jury {
    seen: Option<Box<JuryView>>,
    on_rows: bool,
    juror: usize,
    row: usize,
    /// What was dismissed last, so that one key takes it back.
    dismissed: Option<(JurorId, DossierId)>,
}

/// A line of the conflicts' pane.
#[derive(Debug, Clone, Copy)]
enum Row<'a> {
    Suggested(&'a Suggestion),
    Declared(&'a Bar),
}

impl Row<'_> {
    fn pair(&self) -> (JurorId, DossierId) {
        match self {
            Self::Suggested(row) => (row.juror.clone(), row.dossier.clone()),
            Self::Declared(row) => (row.juror.clone(), row.dossier.clone()),
        }
    }
}

impl Jury {
    /// Asks for the jury.
    pub fn open(shared: &mut Shared) -> Self {
        Self::ask(shared);
        Self::default()
    }

    /// Asks anew.
    pub fn ask(shared: &mut Shared) {
        shared.ask(Waiting::JuryView, Question::Jury);
    }

    /// Takes the jury.
    pub fn take(&mut self, seen: Box<JuryView>) {
        self.seen = Some(seen);
    }

    /// Takes an action.
    pub fn act(&mut self, action: Action, shared: &mut Shared) {
        match action {
            Action::SwitchPane => self.on_rows = !self.on_rows && self.row().is_some(),
            Action::Open => self.open_row(shared),
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-8),
            Action::PageDown => self.step(8),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::AcceptConflict => self.accept(shared),
            Action::DismissConflict => self.dismiss(shared),
            Action::TakeBackConflict => self.take_back(shared),
            Action::AddJuror => shared.over(Overlay::input(Purpose::JurorName, shared)),
            Action::Assign => shared.over(Overlay::input(Purpose::PerDossier, shared)),
            Action::Pack => shared.over(Overlay::input(Purpose::Pack, shared)),
            Action::Agreement => shared.go(Step::Statistics),
            Action::Sheets => shared.go(Step::Sheets),
            Action::Committee => shared.go(Step::Committee),
            _ => {}
        }
    }

    /// Takes what the mouse did: a click takes the juror or the conflict under it; the wheel moves in the pane under it.
    pub fn mouse(&mut self, at: Position, gesture: Gesture, shared: &Shared) {
        let panes = layout::jury(shared.width, shared.height, self.rows().len());
        let was = self.on_rows;
        self.on_rows = panes.conflicts.contains(at) && self.row().is_some();
        match gesture {
            Gesture::Drag | Gesture::Drop => {}
            Gesture::WheelUp => self.step(-1),
            Gesture::WheelDown => self.step(1),
            Gesture::Click => {
                let list = if self.on_rows { panes.rows } else { panes.list };
                if list.contains(at) {
                    let (cursor, all) = if self.on_rows {
                        (self.row, self.rows().len())
                    } else {
                        (self.juror, self.jurors().len())
                    };
                    let top = layout::windowed(0, cursor, usize::from(list.height), all);
                    let place = top + usize::from(at.y - list.y);
                    let by = place.cast_signed() - cursor.cast_signed();
                    self.step(by);
                }
                return;
            }
        }
        self.on_rows = was;
    }

    /// Keeps the cursors on what there is.
    pub fn settle(&mut self, _shared: &mut Shared) {
        self.juror = self.juror.min(self.jurors().len().saturating_sub(1));
        self.row = self.row.min(self.rows().len().saturating_sub(1));
        self.on_rows &= self.row().is_some();
    }

    fn jurors(&self) -> &[JurorLoad] {
        self.seen.as_ref().map_or(&[], |seen| &seen.jurors)
    }

    /// Returns the conflicts of the juror under the cursor: first those to look at.
    fn rows(&self) -> Vec<Row<'_>> {
        let (Some(seen), Some(load)) = (&self.seen, self.jurors().get(self.juror)) else {
            return Vec::new();
        };
        let id = &load.juror.id;
        let suggested = seen.suggestions.iter().filter(|row| row.juror == *id);
        let declared = seen.bars.iter().filter(|row| row.juror == *id);
        suggested
            .map(Row::Suggested)
            .chain(declared.map(Row::Declared))
            .collect()
    }

    fn row(&self) -> Option<Row<'_>> {
        self.rows().get(self.row).copied()
    }

    fn step(&mut self, by: isize) {
        let cursor = if self.on_rows {
            &mut self.row
        } else {
            self.row = 0;
            &mut self.juror
        };
        *cursor = cursor.saturating_add_signed(by);
    }

    /// On a juror one goes to their conflicts; on a conflict, to the dossier.
    fn open_row(&mut self, shared: &mut Shared) {
        match self.row() {
            Some(row) if self.on_rows => shared.go(Step::Review(row.pair().1, None)),
            row => self.on_rows = row.is_some(),
        }
    }

    fn accept(&mut self, shared: &mut Shared) {
        match self.row() {
            Some(Row::Suggested(row)) => {
                let reason = row.grounds.first().map(|ground| ground.passage.clone());
                let (juror, dossier) = (row.juror.clone(), row.dossier.clone());
                let reason = reason.unwrap_or_default();
                self.dismissed = None;
                shared.act(
                    Waiting::Conflict,
                    Act::DeclareConflict {
                        juror,
                        dossier,
                        reason,
                    },
                );
            }
            _ => shared.tell(Saying::new("desk-suggested-none-here")),
        }
    }

    fn dismiss(&mut self, shared: &mut Shared) {
        match self.row() {
            Some(Row::Suggested(row)) => {
                let (juror, dossier) = (row.juror.clone(), row.dossier.clone());
                self.dismissed = Some((juror.clone(), dossier.clone()));
                shared.act(Waiting::Conflict, Act::DismissConflict { juror, dossier });
            }
            _ => shared.tell(Saying::new("desk-suggested-none-here")),
        }
    }

    /// Takes back the declared conflict under the cursor of its pane, or else what was dismissed last.
    fn take_back(&mut self, shared: &mut Shared) {
        let declared = match self.row() {
            Some(row @ Row::Declared(_)) if self.on_rows || self.dismissed.is_none() => Some(row.pair()),
            _ => None,
        };
        match declared.or_else(|| self.dismissed.take()) {
            Some((juror, dossier)) => {
                shared.act(Waiting::Conflict, Act::TakeBackConflict { juror, dossier });
            }
            None => shared.tell(shared.keyed("desk-suggested-pick", Context::Jury, Action::SwitchPane)),
        }
    }
}

/// Says what an assignment would do; going on does it.
pub(in crate::desk) fn plan_report(plan: &SeatPlan) -> Report {
    let mut report = Report::new(Saying::new("desk-seat-plan"));
    report.say(
        Saying::new("desk-seat-plan-sum")
            .number("per", plan.wish.per_dossier)
            .number("dossiers", plan.dossiers)
            .number("added", plan.added),
    );
    report.say(
        Saying::new("desk-seat-plan-span")
            .number("least", plan.least)
            .number("most", plan.most),
    );
    report.text("");
    for (juror, seats) in &plan.per_juror {
        report.say(
            Saying::new("assigned-load")
                .text("juror", juror)
                .number("n", *seats),
        );
    }
    report.then = (plan.added > 0).then_some(Then::Assign(plan.wish));
    report
}

/// Says where the packages are.
pub(in crate::desk) fn packed_report(files: &[PackedFile]) -> Report {
    let mut report = Report::new(Saying::new("desk-packed"));
    for file in files {
        let name = file
            .path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        report.say(
            Saying::new("desk-packed-file")
                .text("juror", &file.juror)
                .number("n", file.dossiers)
                .text("file", name),
        );
    }
    let folder = files.first().and_then(|file| file.path.parent());
    if let Some(folder) = folder {
        report.text("");
        report.text(&folder.display().to_string());
    }
    report
}
