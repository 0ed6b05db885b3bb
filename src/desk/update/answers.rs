//! What came of a request, handed to whoever asked. An answer whose ticket is gone does nothing.

use super::drafts::{self, review_of};
use super::offers::{choose_present, exported_report, written_report};
use super::{Place, begin, comfort, finding, forms, jury, list_of, reading};
use crate::desk::action::{Action, Context};
use crate::desk::effect::{Ticket, Waiting};
use crate::desk::message::Answered;
use crate::desk::model::{Model, Saving, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::confirm::Purpose as Confirmed;
use crate::desk::overlays::input::Purpose;
use crate::desk::overlays::report::Report as Listing;
use crate::desk::screens::Screen;
use crate::desk::screens::jury::{packed_report, plan_report};
use crate::desk::screens::sheets::{Sheets, merge_report};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::office::Merged;
use crate::office::act::Imported;
use crate::office::ask::DossierView;
use crate::office::receipt;
use crate::office::{Answer, Report};

pub(super) fn answer(model: &mut Model, ticket: Ticket, outcome: Result<Answered, Saying>) {
    let Some(waiting) = model.shared.tickets.close(ticket) else {
        return;
    };
    model
        .overlays
        .retain(|overlay| !matches!(overlay, Overlay::Work(work) if work.ticket == ticket));
    match outcome {
        Ok(Answered::Done(report)) => done(model, waiting, *report),
        Ok(Answered::Refused(why, faults)) => {
            failed(model, waiting, why.clone());
            forms::faults(model, why, faults);
        }
        Ok(Answered::Told(answer)) => told(model, waiting, *answer),
        Ok(Answered::Opened(session)) => {
            begin(model, *session, Place::Dossiers);
            model.shared.tell(Saying::new("desk-begun"));
        }
        Ok(Answered::Paths(paths)) => {
            if let Some(Overlay::Input(input)) = model.overlays.last_mut() {
                input.take_paths(paths);
            }
        }
        Ok(Answered::Edited(text)) => comfort::edited(model, &text),
        Ok(Answered::Read(read)) => reading::read(model, waiting, *read),
        Ok(Answered::Drawn(drawn)) => reading::drawn(model, &waiting, Ok(*drawn)),
        Ok(Answered::ReadAhead(read)) => {
            if read.is_none() {
                jury::all_is_read(model);
            }
            reading::ahead(&mut model.shared, read.map(|read| *read));
        }
        Ok(Answered::Remembered) => {}
        Ok(Answered::Shown) => model.shared.tell(Saying::new("desk-shown")),
        Err(why) => failed(model, waiting, why),
    }
}

fn failed(model: &mut Model, waiting: Waiting, why: Saying) {
    match waiting {
        Waiting::Mark {
            dossier,
            criterion,
            before,
        } => {
            model.shared.saving = Saving::Idle;
            let Model { shared, screens, .. } = model;
            let review = screens.iter_mut().find_map(|screen| match screen {
                Screen::Review(review) => Some(review),
                _ => None,
            });
            if let Some(review) = review.filter(|review| review.id == dossier) {
                review.revert(&criterion, before, shared);
            }
            finding::refused(screens, &dossier, &criterion, shared);
            shared.warn(Saying::new("desk-mark-refused").said("why", why));
        }
        Waiting::Text(draft) => {
            model.shared.saving = Saving::Idle;
            drafts::refused(model, &draft, why);
        }
        Waiting::Piece(_) | Waiting::Picture(_) | Waiting::Ahead => reading::refused(model, waiting, why),
        Waiting::SeatPlan | Waiting::Assign => jury::unseated(model, why),
        // What was read is read again next time.
        Waiting::Kept { .. } => {}
        Waiting::Citations { dossier, criterion } => {
            model.shared.saving = Saving::Idle;
            let Model { shared, screens, .. } = model;
            finding::refused(screens, &dossier, &criterion, shared);
            if let Some(Screen::Review(review)) = screens.last_mut()
                && review.id == dossier
            {
                review.settled(&criterion);
                review.ask(Some(criterion), shared);
            }
            shared.warn(why);
        }
        Waiting::Undo | Waiting::Recusal => {
            model.shared.saving = Saving::Idle;
            model.shared.warn(why);
        }
        Waiting::Dossier { .. } => {
            model.shared.warn(why);
            model.held.clear();
        }
        Waiting::ImportPlan if why.id == "exchange-incomplete" => {
            let asks = Saying::new("desk-intake-incomplete").said("why", why);
            let confirm = Overlay::confirm(Confirmed::AllowIncomplete, asks);
            model.shared.over(confirm);
        }
        Waiting::WhatIf => {
            if let Some(Screen::WhatIf(screen)) = model.screens.last_mut() {
                screen.refused();
            }
            model.shared.warn(why);
        }
        Waiting::Search(_) => {
            finding::search_failed(model);
            model.shared.warn(why);
        }
        Waiting::Package(package) => {
            // A sealed package asks for its passphrase, again where it was another.
            if ["seal-needs-passphrase", "seal-wrong-passphrase"].contains(&why.id) {
                let input = Overlay::input(Purpose::Passphrase(package), &model.shared);
                model.shared.over(input);
            }
            if why.id != "seal-needs-passphrase" {
                model.shared.warn(why);
            }
        }
        _ => model.shared.warn(why),
    }
}

/// The dossiers are in: back to the list, which shows them.
fn imported_in(model: &mut Model, imported: &Imported) {
    if let Some(Screen::Intake(_)) = model.screens.last() {
        model.shared.go(Step::Back);
    }
    model.shared.go(Step::Refresh);
    model.shared.tell(
        Saying::new("imported")
            .number("new", imported.new)
            .number("updated", imported.updated)
            .number("unchanged", imported.unchanged),
    );
}

/// A mark or a text is on the disk.
fn saved(model: &mut Model) {
    let waits = |waiting: &Waiting| {
        matches!(
            waiting,
            Waiting::Mark { .. } | Waiting::Text(_) | Waiting::Citations { .. }
        )
    };
    if !model.shared.tickets.any(waits) {
        model.shared.saving = Saving::Saved;
    }
}

fn done(model: &mut Model, waiting: Waiting, report: Report) {
    match (waiting, report) {
        (
            Waiting::Mark {
                dossier, criterion, ..
            },
            Report::Scored { .. },
        ) => {
            if let Some(review) = review_of(model).filter(|review| review.id == dossier) {
                review.settled(&criterion);
            }
            finding::settled(model, &dossier, &criterion);
            saved(model);
        }
        (Waiting::Text(draft), Report::Scored { .. }) => {
            if let Some(review) = review_of(model).filter(|review| review.id == draft.dossier) {
                review.settled(&draft.criterion);
            }
            saved(model);
        }
        (Waiting::Citations { dossier, criterion }, Report::Scored { .. }) => {
            if let Some(review) = review_of(model).filter(|review| review.id == dossier) {
                review.settled(&criterion);
            }
            saved(model);
        }
        (Waiting::Kept { goes_on: true }, _) => reading::read_ahead(&mut model.shared),
        (Waiting::Kept { goes_on: false }, _) => {}
        (Waiting::Undo, Report::Undone { place }) => undone(model, place),
        (Waiting::Recusal, Report::Recused { recused, .. }) => self::recused(model, recused),
        (Waiting::WrittenSheet, Report::SheetWritten(written)) => {
            let report = Overlay::Report(Box::new(written_report(&written)));
            model.shared.over(report);
        }
        (Waiting::WrittenForm, Report::FormWritten(written)) => forms::written(model, &written),
        (Waiting::ReadForm, Report::FormRead(read)) => forms::read(model, &read),
        (Waiting::ImportPlan, Report::Imported(plan)) => {
            if let Some(Screen::Intake(intake)) = model.screens.last_mut() {
                intake.take(plan);
            }
        }
        (Waiting::Import, Report::Imported(imported)) => imported_in(model, &imported),
        (Waiting::MergePlan(paths), Report::Merged(merged)) => {
            let report = merge_report(&merged, Some(paths));
            model.shared.over(Overlay::Report(Box::new(report)));
        }
        (Waiting::Arrivals, Report::Merged(merged)) => arrived(model, &merged),
        (_, Report::Receipts(written)) => {
            let lines = written.iter().map(receipt::written_saying).collect();
            listed(model, "desk-receipts-written", lines);
        }
        (_, Report::ReceiptKept(kept)) => {
            listed(model, "desk-receipt-kept", receipt::sayings(&kept));
            model.shared.go(Step::Refresh);
        }
        (Waiting::Merge, Report::Merged(merged)) => {
            if let Some(sheets) = sheets_of(model) {
                sheets.take_arrivals(&merged);
            }
            let report = merge_report(&merged, None);
            model.shared.over(Overlay::Report(Box::new(report)));
            model.shared.go(Step::Refresh);
        }
        (Waiting::Lay, Report::Laid(sitting)) => {
            if let Some(overview) = &mut model.shared.overview {
                overview.sitting = Some(*sitting);
            }
        }
        (Waiting::Export, Report::Exported(exported)) => {
            if let Some(Screen::Publication(screen)) = model.screens.last_mut() {
                screen.written(&exported.out);
            }
            let report = exported_report(&exported);
            model.shared.over(Overlay::Report(Box::new(report)));
        }
        (Waiting::Pack, Report::Packed(files)) => {
            let report = packed_report(&files);
            model.shared.over(Overlay::Report(Box::new(report)));
        }
        (Waiting::Look(dossier), Report::Looked { .. }) => {
            if let Some(review) = review_of(model).filter(|review| review.id == dossier) {
                review.looked();
            }
        }
        (_, report) => {
            if let Some(saying) = word_of(&report).or_else(|| jury::word_of(&report, &model.shared)) {
                model.shared.tell(saying);
            }
            model.shared.go(Step::Refresh);
        }
    }
}

fn sheets_of(model: &mut Model) -> Option<&mut Sheets> {
    model.screens.iter_mut().find_map(|screen| match screen {
        Screen::Sheets(sheets) => Some(sheets.as_mut()),
        _ => None,
    })
}

/// Shows what a watched folder holds, and says so wherever one is.
fn arrived(model: &mut Model, merged: &Merged) {
    if let Some(sheets) = sheets_of(model) {
        sheets.take_arrivals(merged);
    }
    let folder = model.shared.watched.clone().unwrap_or_default();
    if !merged.accepted.is_empty() {
        let saying = Saying::new("desk-arrived").number("n", merged.accepted.len());
        model.shared.tell(saying.text("folder", folder.display()));
    }
}

/// Lists what was done.
fn listed(model: &mut Model, title: &'static str, lines: Vec<Saying>) {
    let mut report = Listing::new(Saying::new(title));
    for line in lines {
        report.say(line);
    }
    model.shared.over(Overlay::Report(Box::new(report)));
}

/// One stepped back, or came back: a dossier that is closed to its juror is left.
fn recused(model: &mut Model, recused: bool) {
    model.shared.saving = Saving::Saved;
    let said = if recused {
        model.shared.keyed("desk-recused", Context::List, Action::Undo)
    } else {
        Saying::new("desk-came-back")
    };
    match model.screens.last_mut() {
        Some(Screen::Review(_)) if recused => model.shared.go(Step::Back),
        Some(Screen::Review(review)) => review.ask(None, &mut model.shared),
        _ => {}
    }
    model.shared.tell(said);
    model.shared.go(Step::Refresh);
}

fn word_of(report: &Report) -> Option<Saying> {
    match report {
        Report::Kept => Some(Saying::new("desk-kept")),
        Report::SittingOpened { number } => Some(Saying::new("desk-sitting-opened").number("n", *number)),
        Report::SittingClosed => Some(Saying::new("desk-sitting-closed-now")),
        Report::Decided { .. } => Some(Saying::new("desk-decision-taken")),
        Report::Attended { arrived, left } => {
            let said = Saying::new("sitting-attended").number("arrived", *arrived);
            Some(said.number("left", *left))
        }
        Report::Paused { on: true } => Some(Saying::new("sitting-paused")),
        Report::Paused { on: false } => Some(Saying::new("sitting-resumed")),
        Report::Arranged => Some(Saying::new("agenda-arranged")),
        Report::Adopted(n) => Some(Saying::new("adopted").number("n", *n)),
        Report::Unmasked => Some(Saying::new("desk-unmasked")),
        _ => None,
    }
}

fn undone(model: &mut Model, place: Option<(DossierId, Option<CriterionCode>)>) {
    model.shared.saving = Saving::Saved;
    match place {
        None => model.shared.tell(Saying::new("desk-nothing-to-undo")),
        Some((_, None)) => {
            model.shared.tell(Saying::new("desk-undone-recusal"));
            // A dossier from which one stepped back again is closed; one to which one came back is in the list.
            if let Some(Screen::Review(_)) = model.screens.last_mut() {
                model.shared.go(Step::Back);
            }
            model.shared.go(Step::Refresh);
        }
        Some((dossier, Some(code))) => {
            model
                .shared
                .tell(Saying::new("desk-undone").text("code", code.as_str()));
            if !finding::undone(model, &dossier, &code) {
                model.shared.go(Step::Review(dossier, Some(code)));
            }
        }
    }
}

fn told(model: &mut Model, waiting: Waiting, answer: Answer) {
    // Not before the first screen has what it shows.
    if matches!(answer, Answer::Page(_) | Answer::Status(_) | Answer::Agenda(_)) {
        reading::begin_ahead(&mut model.shared);
    }
    match (waiting, answer) {
        (_, Answer::Overview(overview)) => model.shared.overview = Some(overview),
        (Waiting::Page, Answer::Page(page)) => {
            if let Some(list) = list_of(model) {
                list.take_page(page);
            }
        }
        (Waiting::Dossier { id, at }, Answer::Dossier(found)) => dossier(model, &id, at.as_ref(), found),
        (Waiting::Neighbour, Answer::Page(page)) => {
            if let Some(Screen::Review(review)) = model.screens.last() {
                review.take_neighbours(&page, &mut model.shared);
            }
        }
        (Waiting::Next, Answer::NextUnscored(next)) => match next {
            None => {
                let said = model
                    .shared
                    .keyed("desk-all-scored", Context::Review, Action::MySheet);
                model.shared.tell(said);
            }
            Some((id, code)) => match model.screens.last_mut() {
                Some(Screen::Review(review)) if review.id == id => review.stand_on(&code, &model.shared),
                _ => model.shared.go(Step::Review(id, Some(code))),
            },
        },
        (
            waiting @ (Waiting::Search(_)
            | Waiting::Everywhere(_)
            | Waiting::Others(_)
            | Waiting::Beside(_)
            | Waiting::History(_)),
            answer,
        ) => finding::told(model, &waiting, &answer),
        (_, Answer::SeatPlan(plan)) => {
            let report = plan_report(&plan);
            model.shared.over(Overlay::Report(Box::new(report)));
        }
        (Waiting::Room, Answer::Room(room)) => choose_present(model, &room),
        (_, answer) => to_screens(model, answer),
    }
}

/// Answers that one screen alone asks for.
fn to_screens(model: &mut Model, answer: Answer) {
    let Model { shared, screens, .. } = model;
    let mut answer = Some(answer);
    for screen in screens {
        match (screen, answer.take()) {
            (Screen::MySheet(screen), Some(Answer::MySheet(sheet))) => screen.take(sheet),
            (Screen::Sheets(screen), Some(Answer::Status(status))) => screen.take_status(status),
            (Screen::Sheets(screen), Some(Answer::Forks(forks))) => screen.take_forks(forks),
            (Screen::Sheets(screen), Some(Answer::Refused(files))) => screen.take_refused(&files),
            (Screen::Jury(screen), Some(Answer::Jury(seen))) => screen.take(seen),
            (Screen::WhatIf(screen), Some(Answer::Room(room))) => screen.take_members(&room),
            (Screen::WhatIf(screen), Some(Answer::WhatIf(rows))) => screen.take(rows),
            (Screen::Results(screen), Some(Answer::Ranking(ranking))) => screen.take(ranking),
            (Screen::Statistics(screen), Some(Answer::Agreement(found))) => screen.take(found),
            (Screen::Publication(screen), Some(Answer::Publication(preview))) => screen.take(preview),
            (Screen::Committee(screen), Some(Answer::Agenda(agenda))) => screen.take_agenda(agenda, shared),
            (Screen::Committee(screen), Some(Answer::Deliberation(dossier))) => {
                if let Some(id) = dossier.as_ref().map(|d| d.dossier.id.clone()) {
                    screen.take_dossier(&id, dossier);
                }
            }
            (_, other) => answer = other,
        }
    }
}

fn dossier(model: &mut Model, id: &DossierId, at: Option<&CriterionCode>, found: Option<Box<DossierView>>) {
    let Model { shared, screens, .. } = model;
    let is_last = matches!(screens.last(), Some(Screen::Review(_)));
    let reviews = screens.iter_mut().filter_map(|screen| match screen {
        Screen::Review(review) => Some(review),
        _ => None,
    });
    let review = reviews.last().filter(|review| review.id == *id);
    match (found, review) {
        (Some(seen), Some(review)) => review.take_dossier(seen, at, shared),
        (Some(_), None) => {}
        (None, _) if !is_last => {}
        (None, _) => {
            shared.warn(Saying::new("desk-dossier-gone"));
            shared.go(Step::Back);
        }
    }
}
