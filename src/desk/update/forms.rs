//! The sheet as a text to fill in with one's own editor, and back.

use crate::desk::action::{Action, Context};
use crate::desk::effect::Waiting;
use crate::desk::model::{Model, Saving, Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::report::{Report, Tone};
use crate::desk::screens::Screen;
use crate::domain::saying::Saying;
use crate::office::Act;
use crate::office::act::{FormRead, FormWritten, Wording};
use crate::speech::Speech;
use std::path::PathBuf;

/// Has the text written, in the language of the desk.
pub(super) fn write(shared: &mut Shared, path: PathBuf) {
    let Some(grid) = shared.grid() else { return };
    let speech = Speech::new(shared.lang);
    let wording = Wording::new(shared.lang, grid.scale(), |saying| speech.say(saying));
    shared.act(Waiting::WrittenForm, Act::WriteForm { path, wording });
}

/// Says where it is.
pub(super) fn written(model: &mut Model, written: &FormWritten) {
    let mut report = Report::new(Saying::new("desk-form-written"));
    report.say(written.saying());
    model.shared.over(Overlay::Report(Box::new(report)));
}

/// Says what was taken, what was not, and how to take it back; every screen shows it.
pub(super) fn read(model: &mut Model, read: &FormRead) {
    let shared = &mut model.shared;
    let mut report = Report::new(Saying::new("desk-form-read"));
    report.say(read.saying());
    if read.changed + read.recused + read.returned > 0 {
        shared.saving = Saving::Saved;
        report.say(shared.keyed("desk-form-undo", Context::MySheet, Action::Undo));
    }
    if !read.stale.is_empty() {
        report.text("");
        report.say_as(
            Tone::Alert,
            Saying::new("form-stale-head").number("n", read.stale.len()),
        );
        for stale in &read.stale {
            report.say(stale.saying());
        }
    }
    shared.over(Overlay::Report(Box::new(report)));
    for screen in &mut model.screens {
        if let Screen::Review(review) = screen {
            review.ask(None, &mut model.shared);
        }
    }
    model.shared.go(Step::Refresh);
}

/// Lists what is wrong with a file.
pub(super) fn faults(model: &mut Model, why: Saying, faults: Vec<Saying>) {
    let mut report = Report::new(Saying::new("desk-faults"));
    report.say_as(Tone::Alert, why);
    for fault in faults {
        report.say(fault);
    }
    model.shared.over(Overlay::Report(Box::new(report)));
}
