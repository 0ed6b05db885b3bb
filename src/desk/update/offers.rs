//! Boxes that an answer opens: places to choose among, and reports to read.

use crate::desk::model::Model;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::choose::{Choose, Item, Purpose};
use crate::desk::overlays::report::Report as Reading;
use crate::desk::widgets::text::inert;
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::office::act::{Exported, SheetWritten};
use crate::office::ask::Room;

/// Offers the members: to open a sitting, all of them are in the room to begin with; in one that is open, those who are.
pub(super) fn choose_present(model: &mut Model, view: &Room) {
    let is_open = view.sitting.is_some();
    let items = view.members.iter().map(|(id, name, is_present)| Item {
        value: id.as_str().to_owned(),
        label: inert(name),
        said: None,
        is_on: !is_open || *is_present,
    });
    let (purpose, asks) = if is_open {
        (Purpose::Attend, "desk-ask-attend")
    } else {
        (Purpose::Present, "desk-ask-present")
    };
    model.shared.over(Overlay::Choose(Box::new(Choose {
        purpose,
        asks: Saying::new(asks),
        items: items.collect(),
        selected: 0,
    })));
}

/// Says where the sheet is, what is missing in it, and what to do with it.
pub(super) fn written_report(written: &SheetWritten) -> Reading {
    let mut report = Reading::new(Saying::new("desk-sheet-written"));
    report.text(&written.path.display().to_string());
    report.text("");
    report.say(Saying::new("desk-sheet-send"));
    report.say(Saying::new("desk-sheet-fingerprint").text("fingerprint", &written.fingerprint));
    report.say(
        Saying::new("desk-sheet-holds")
            .number("n", written.scored)
            .number("revision", written.revision),
    );
    if !written.missing.is_empty() {
        report.text("");
        report.say(Saying::new("desk-sheet-lacks").number("n", written.missing.len()));
        for (number, codes) in &written.missing {
            let codes: Vec<&str> = codes.iter().map(CriterionCode::as_str).collect();
            report.text(&format!("  {number} : {}", codes.join(" ")));
        }
    }
    report
}

pub(super) fn exported_report(exported: &Exported) -> Reading {
    let title = if exported.draft {
        "publication-draft-written"
    } else {
        "desk-exported"
    };
    let mut report = Reading::new(Saying::new(title).number("n", exported.labelled));
    report.text(&exported.out.display().to_string());
    for doubt in &exported.doubtful {
        report.say(doubt.saying());
    }
    report.text("");
    for file in &exported.files {
        report.text(&format!("  {file}"));
    }
    report
}
