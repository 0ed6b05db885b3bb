//! Boxes that an answer opens: places to choose among, and reports to read.

use crate::desk::model::Model;
use crate::desk::overlays::Overlay;
use crate::desk::overlays::choose::{Choose, Item, Purpose};
use crate::desk::overlays::report::Report as Reading;
use crate::desk::widgets::text::inert;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::office::act::{Exported, SheetWritten};
use crate::office::ask::{CriterionRow, Hit, Status};

/// Offers what one gave on a criterion, so that drift over weeks is seen.
pub(super) fn everywhere(model: &mut Model, code: &CriterionCode, rows: &[CriterionRow]) {
    let item = |row: &CriterionRow| {
        let mark = row
            .content
            .mark
            .map_or_else(|| "·".to_owned(), |mark| mark.to_string());
        let said = if row.content.comment.is_blank() {
            " "
        } else {
            "✎"
        };
        format!(
            "[{mark}] {said} {} {}  {}",
            row.number, row.name, row.content.comment.0
        )
    };
    let places = rows
        .iter()
        .map(|row| (row.id.clone(), Some(code.clone())))
        .collect();
    let asks = Saying::new("desk-everywhere").text("code", code.as_str());
    choose_place(model, asks, &rows.iter().map(item).collect::<Vec<_>>(), places);
}

/// Offers the passages that were found, each with the sentence in which it stands.
pub(super) fn found(model: &mut Model, words: &str, hits: &[Hit]) {
    let item = |hit: &Hit| {
        let code = hit.criterion.as_ref().map_or("—", CriterionCode::as_str);
        format!("{} {} · {code} · {}", hit.number, hit.name, hit.sentence)
    };
    let places = hits
        .iter()
        .map(|hit| (hit.dossier.clone(), hit.criterion.clone()))
        .collect();
    let asks = Saying::new("desk-found")
        .text("words", words)
        .number("n", hits.len());
    choose_place(model, asks, &hits.iter().map(item).collect::<Vec<_>>(), places);
}

pub(super) fn choose_place(
    model: &mut Model,
    asks: Saying,
    labels: &[String],
    places: Vec<(DossierId, Option<CriterionCode>)>,
) {
    if labels.is_empty() {
        return model.shared.tell(Saying::new("desk-nothing-found"));
    }
    let items = labels.iter().map(|label| Item {
        value: String::new(),
        label: inert(label),
        said: None,
        is_on: false,
    });
    model.shared.over(Overlay::Choose(Box::new(Choose {
        purpose: Purpose::Go(places),
        asks,
        items: items.collect(),
        selected: 0,
    })));
}

/// Offers the members for the sitting, all of them present to begin with.
pub(super) fn choose_present(model: &mut Model, status: &Status) {
    let items = status.jurors.iter().map(|juror| Item {
        value: juror.id.as_str().to_owned(),
        label: inert(&juror.juror),
        said: None,
        is_on: true,
    });
    model.shared.over(Overlay::Choose(Box::new(Choose {
        purpose: Purpose::Present,
        asks: Saying::new("desk-ask-present"),
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
    let mut report = Reading::new(Saying::new("desk-exported").number("n", exported.labelled));
    report.text(&exported.out.display().to_string());
    report.text("");
    for file in &exported.files {
        report.text(&format!("  {file}"));
    }
    report
}
