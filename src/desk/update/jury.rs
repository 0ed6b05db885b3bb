//! What follows from the jury's boxes.

use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::model::{Model, Shared};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::input::Purpose;
use crate::desk::overlays::report::Report as Reading;
use crate::desk::screens::Screen;
use crate::desk::screens::jury::Jury;
use crate::domain::assignment::Wish;
use crate::domain::saying::Saying;
use crate::office::act::NewJuror;
use crate::office::{Act, Question, Report};

/// A juror is enrolled line by line: the name, then the organisation, then the address.
pub(super) fn named(shared: &mut Shared, name: &str) {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return shared.warn(Saying::new("juror-name-blank"));
    }
    let next = Overlay::input(Purpose::JurorAffiliation(name), shared);
    shared.over(next);
}

pub(super) fn affiliated(shared: &mut Shared, name: String, affiliation: String) {
    let next = Overlay::input(Purpose::JurorEmail(name, affiliation), shared);
    shared.over(next);
}

pub(super) fn enrol(shared: &mut Shared, name: String, affiliation: String, email: String) {
    let given = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let new = NewJuror {
        name,
        email: given(email),
        affiliation: given(affiliation),
    };
    shared.act(Waiting::AddJuror, Act::AddJuror(new));
}

pub(super) fn share_out(shared: &mut Shared, typed: &str) {
    match typed.trim().parse::<usize>() {
        Ok(per_dossier) if per_dossier > 0 => {
            let wish = Wish {
                per_dossier,
                at_most: None,
                seed: 0,
            };
            shared.ask(Waiting::SeatPlan, Question::SeatPlan(wish));
        }
        _ => shared.warn(Saying::new("desk-per-dossier-number")),
    }
}

/// What stands in the way of an assignment is too long for the last line.
pub(super) fn unseated(model: &mut Model, why: Saying) {
    let mut report = Reading::new(Saying::new("desk-seat-plan-failed"));
    report.say(why);
    model.shared.over(Overlay::Report(Box::new(report)));
}

/// Files may name jurors: what they suggest is known once all are read.
pub(super) fn all_is_read(model: &mut Model) {
    if let Some(Screen::Jury(_)) = model.screens.last() {
        Jury::ask(&mut model.shared);
    }
}

/// Says what an act on the jury did.
pub(super) fn word_of(report: &Report, shared: &Shared) -> Option<Saying> {
    let keyed = |id, action| shared.keyed(id, Context::Jury, action);
    Some(match report {
        Report::JurorAdded(_) => Saying::new("desk-juror-added"),
        Report::ConflictDeclared => Saying::new("desk-conflict-declared"),
        Report::ConflictDismissed => keyed("desk-conflict-dismissed", Action::TakeBackConflict),
        Report::ConflictTakenBack { declared: true } => Saying::new("desk-conflict-undone"),
        Report::ConflictTakenBack { declared: false } => Saying::new("desk-dismissal-undone"),
        Report::Assigned(assigned) => keyed("desk-assigned", Action::Pack).number("added", assigned.added),
        _ => return None,
    })
}
