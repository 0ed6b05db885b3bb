//! What came of a request, handed to whoever asked. An answer whose ticket is gone does nothing.

use super::drafts::{self, review_of};
use super::{Place, begin, list_of};
use crate::desk::effect::{Effect, OutsideFile, Ticket, Waiting};
use crate::desk::message::Answered;
use crate::desk::model::{Model, Saving, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::choose::{Choose, Item, Purpose};
use crate::desk::overlays::report::Report as Reading;
use crate::desk::screens::Screen;
use crate::desk::screens::sheets::merge_report;
use crate::desk::widgets::text::inert;
use crate::domain::saying::Saying;
use crate::office::act::{Exported, SheetWritten};
use crate::office::ask::Status;
use crate::office::{Answer, Report};

pub(super) fn answer(model: &mut Model, ticket: Ticket, outcome: Result<Answered, Saying>) {
    let Some(waiting) = model.shared.tickets.close(ticket) else {
        return;
    };
    match outcome {
        Ok(Answered::Done(report)) => done(model, waiting, *report),
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
            shared.warn(Saying::new("desk-mark-refused").said("why", why));
        }
        Waiting::Text(draft) => {
            model.shared.saving = Saving::Idle;
            drafts::refused(model, &draft, why);
        }
        Waiting::Undo | Waiting::Recusal => {
            model.shared.saving = Saving::Idle;
            model.shared.warn(why);
        }
        Waiting::Dossier { .. } => {
            model.shared.warn(why);
            model.held.clear();
        }
        _ => model.shared.warn(why),
    }
}

/// A mark or a text is on the disk.
fn saved(model: &mut Model) {
    let waits = |waiting: &Waiting| matches!(waiting, Waiting::Mark { .. } | Waiting::Text(_));
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
            saved(model);
        }
        (Waiting::Text(draft), Report::Scored { .. }) => {
            if let Some(review) = review_of(model).filter(|review| review.id == draft.dossier) {
                review.settled(&draft.criterion);
            }
            saved(model);
        }
        (Waiting::Undo, Report::Undone { place }) => undone(model, place),
        (Waiting::Recusal, Report::Recused { recused, .. }) => {
            model.shared.saving = Saving::Saved;
            let id = if recused { "desk-recused" } else { "desk-came-back" };
            if recused && matches!(model.screens.last(), Some(Screen::Review(_))) {
                model.shared.go(Step::Back);
            } else if let Some(Screen::Review(review)) = model.screens.last_mut() {
                review.ask(None, &mut model.shared);
            }
            model.shared.tell(Saying::new(id));
            model.shared.go(Step::Refresh);
        }
        (Waiting::WrittenSheet, Report::SheetWritten(written)) => {
            let report = Overlay::Report(Box::new(written_report(&written)));
            model.shared.over(report);
        }
        (Waiting::MergePlan(paths), Report::Merged(merged)) => {
            let report = merge_report(&merged, Some(paths));
            model.shared.over(Overlay::Report(Box::new(report)));
        }
        (Waiting::Merge, Report::Merged(merged)) => {
            let report = merge_report(&merged, None);
            model.shared.over(Overlay::Report(Box::new(report)));
            model.shared.go(Step::Refresh);
        }
        (Waiting::Export, Report::Exported(exported)) => {
            let report = exported_report(&exported);
            model.shared.over(Overlay::Report(Box::new(report)));
        }
        (_, report) => {
            if let Some(saying) = word_of(&report) {
                model.shared.tell(saying);
            }
            model.shared.go(Step::Refresh);
        }
    }
}

fn word_of(report: &Report) -> Option<Saying> {
    match report {
        Report::Kept => Some(Saying::new("desk-kept")),
        Report::SittingOpened { number } => Some(Saying::new("desk-sitting-opened").number("n", *number)),
        Report::SittingClosed => Some(Saying::new("desk-sitting-closed-now")),
        Report::Decided { .. } => Some(Saying::new("desk-decision-taken")),
        Report::Unmasked => Some(Saying::new("desk-unmasked")),
        _ => None,
    }
}

fn undone(
    model: &mut Model,
    place: Option<(
        crate::domain::ids::DossierId,
        Option<crate::domain::ids::CriterionCode>,
    )>,
) {
    model.shared.saving = Saving::Saved;
    match place {
        None => model.shared.tell(Saying::new("desk-nothing-to-undo")),
        Some((_, None)) => {
            model.shared.tell(Saying::new("desk-undone-recusal"));
            model.shared.go(Step::Refresh);
            if let Some(Screen::Review(review)) = model.screens.last_mut() {
                review.ask(None, &mut model.shared);
            }
        }
        Some((dossier, Some(code))) => {
            model
                .shared
                .tell(Saying::new("desk-undone").text("code", code.as_str()));
            model.shared.go(Step::Review(dossier, Some(code)));
        }
    }
}

fn told(model: &mut Model, waiting: Waiting, answer: Answer) {
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
            None => model.shared.tell(Saying::new("desk-all-scored")),
            Some((id, code)) => match model.screens.last_mut() {
                Some(Screen::Review(review)) if review.id == id => review.stand_on(&code, &model.shared),
                _ => model.shared.go(Step::Review(id, Some(code))),
            },
        },
        (Waiting::Piece(digest), Answer::Evidence(bytes)) => {
            if let Some(review) = review_of(model) {
                review.take_piece(digest, bytes.as_deref());
            }
        }
        (Waiting::Outside(digest, ending), Answer::Evidence(bytes)) => match bytes {
            Some(bytes) => {
                let file = OutsideFile {
                    digest,
                    ending,
                    bytes,
                };
                let open = |ticket| Effect::OpenOutside(ticket, file);
                model.shared.want(Waiting::Shown, open);
            }
            None => model.shared.warn(Saying::new("desk-piece-gone")),
        },
        (Waiting::Jury, Answer::Status(status)) => choose_present(model, &status),
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

fn dossier(
    model: &mut Model,
    id: &crate::domain::ids::DossierId,
    at: Option<&crate::domain::ids::CriterionCode>,
    found: Option<Box<crate::office::ask::DossierView>>,
) {
    let Model { shared, screens, .. } = model;
    let Some(Screen::Review(review)) = screens.last_mut() else {
        return;
    };
    match found {
        Some(seen) if review.id == *id => review.take_dossier(seen, at, shared),
        Some(_) => {}
        None => {
            shared.warn(Saying::new("desk-dossier-gone"));
            shared.go(Step::Back);
        }
    }
}

/// Offers the members for the sitting, all of them present to begin with.
fn choose_present(model: &mut Model, status: &Status) {
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
fn written_report(written: &SheetWritten) -> Reading {
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
            let codes: Vec<&str> = codes
                .iter()
                .map(crate::domain::ids::CriterionCode::as_str)
                .collect();
            report.text(&format!("  {number} : {}", codes.join(" ")));
        }
    }
    report
}

fn exported_report(exported: &Exported) -> Reading {
    let mut report = Reading::new(Saying::new("desk-exported").number("n", exported.labelled));
    report.text(&exported.out.display().to_string());
    report.text("");
    for file in &exported.files {
        report.text(&format!("  {file}"));
    }
    report
}
