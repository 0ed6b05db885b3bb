//! What happened to a criterion, the newest first: when, on which device, from what to what, and what was taken back.

use super::report::Report;
use crate::desk::comfort::Zone;
use crate::desk::widgets::text::{fit, inert};
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::domain::score::Mark;
use crate::domain::sheet::{Content, Recusal};
use crate::office::undo::taken_back;
use crate::store::{Bearing, Event, Happening};
use jiff::Timestamp;

/// Columns of a text that is quoted.
const QUOTED: usize = 60;
/// Characters of a device's name that tell it from the others.
const DEVICE: usize = 6;

/// Writes the events, which come the oldest first.
pub fn report(code: &CriterionCode, events: &[Event], zone: &Zone) -> Report {
    let mut report = Report::new(Saying::new("desk-history").text("code", code.as_str()));
    if events.is_empty() {
        report.say(Saying::new("desk-history-empty"));
    }
    let undone = taken_back(events);
    for event in events.iter().rev() {
        report.say(heading(event, undone.contains(&event.seq), zone));
        for saying in changes(&event.happening) {
            report.say(saying);
        }
    }
    report
}

fn heading(event: &Event, is_undone: bool, zone: &Zone) -> Saying {
    let id = match (event.bearing, is_undone) {
        (Bearing::Undoes(_), _) => "desk-history-undo",
        (Bearing::Redoes(_), _) => "desk-history-redo",
        (_, true) => "desk-history-undone",
        (_, false) => "desk-history-done",
    };
    let at = event.at.parse::<Timestamp>();
    let (day, time) = at.map_or_else(
        |_| (event.at.clone(), String::new()),
        |at| {
            let at = at.to_zoned_datetime(zone.0.clone());
            (
                at.strftime("%Y-%m-%d").to_string(),
                at.strftime("%H:%M").to_string(),
            )
        },
    );
    let device: String = event.device.as_str().chars().take(DEVICE).collect();
    Saying::new(id)
        .text("day", day)
        .text("time", time)
        .text("device", device)
}

fn changes(happening: &Happening) -> Vec<Saying> {
    match happening {
        Happening::Cell { before, after, .. } => of_cell(before, after),
        Happening::Note { before, after, .. } => vec![quoted("desk-history-note", &before.0, &after.0)],
        Happening::Recusal { before, after } => vec![of_recusal(before, after)],
    }
}

fn of_cell(before: &Content, after: &Content) -> Vec<Saying> {
    let mut sayings = Vec::new();
    if before.mark != after.mark {
        let mark = Saying::new("desk-history-mark")
            .said("before", of_mark(before.mark))
            .said("after", of_mark(after.mark));
        sayings.push(mark);
    }
    if before.comment != after.comment {
        sayings.push(quoted(
            "desk-history-comment",
            &before.comment.0,
            &after.comment.0,
        ));
    }
    if before.feedback != after.feedback {
        sayings.push(quoted(
            "desk-history-feedback",
            &before.feedback.0,
            &after.feedback.0,
        ));
    }
    if before.citations != after.citations {
        let counts = Saying::new("desk-history-citations")
            .number("before", before.citations.len())
            .number("after", after.citations.len());
        sayings.push(counts);
    }
    sayings
}

fn of_recusal(before: &Recusal, after: &Recusal) -> Saying {
    match (before, after) {
        (_, Some(reason)) => Saying::new("desk-history-recused").text("reason", short(reason)),
        (_, None) => Saying::new("desk-history-came-back"),
    }
}

fn of_mark(mark: Option<Mark>) -> Saying {
    match mark {
        None => Saying::new("desk-history-nothing"),
        Some(Mark::Scored(score)) => Saying::new("desk-history-score").text("score", score),
        Some(Mark::Abstained) => Saying::new("desk-abstain"),
        Some(Mark::NotApplicable) => Saying::new("desk-na"),
    }
}

fn quoted(id: &'static str, before: &str, after: &str) -> Saying {
    let text = |text: &str| {
        if text.trim().is_empty() {
            Saying::new("desk-history-nothing")
        } else {
            Saying::new("desk-history-quoted").text("text", short(text))
        }
    };
    Saying::new(id)
        .said("before", text(before))
        .said("after", text(after))
}

fn short(text: &str) -> String {
    fit(&inert(text.trim()), QUOTED).into_owned()
}
