//! Who hears what: the uppermost box, else the screen, else the desk. No I/O, no clock, no store here.

mod accept;
mod answers;
mod comfort;
mod drafts;
mod finding;
mod forms;
mod jury;
mod keys;
mod mouse;
mod offers;
mod reading;

use super::effect::{Effect, Ticket, Waiting};
use super::hints;
use super::message::{Msg, Session};
use super::model::{Model, Shared, Step, Typed};
use super::overlays::Overlay;
use super::overlays::work::Work;
use super::screens::Screen;
use super::screens::committee::Committee;
use super::screens::compare::Compare;
use super::screens::dossiers::Dossiers;
use super::screens::everywhere::Everywhere;
use super::screens::intake::Intake;
use super::screens::jury::Jury;
use super::screens::my_sheet::MySheetScreen;
use super::screens::publication::Publication;
use super::screens::results::Results;
use super::screens::review::{Goal, Review, Stand};
use super::screens::search::Search;
use super::screens::sheets::Sheets;
use super::screens::statistics::Statistics;
use super::screens::what_if::WhatIfScreen;
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::saying::Saying;
use crate::office::Act;
use crate::office::{Progress, Question};
use ratatui::layout::Position;

/// Which screen a coordinator's store opens on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The list.
    #[default]
    Dossiers,
    /// The sheets.
    Sheets,
    /// The committee.
    Committee,
}

/// Takes a message in and returns what is asked of the world.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(chord) => keys::key(model, chord),
        Msg::Paste(text) => keys::paste(model, &text),
        Msg::Resize { width, height } => {
            model.shared.width = width;
            model.shared.height = height;
        }
        Msg::Mouse { column, row, gesture } => mouse::mouse(model, Position::new(column, row), gesture),
        Msg::Progress { ticket, done, all } => reading::progress(model, ticket, (done, all)),
        Msg::Working(ticket, progress) => working(model, ticket, progress),
        Msg::Woke => drafts::woke(model),
        Msg::Answer(ticket, outcome) => answers::answer(model, ticket, outcome),
        Msg::Arrived(folder) => {
            if model.shared.watched.as_ref() == Some(&folder) {
                let (paths, dry_run) = (vec![folder], true);
                model.shared.act(Waiting::Arrivals, Act::Merge { paths, dry_run });
            }
        }
        Msg::Signal => leave(model),
    }
    settle(model);
    drafts::settle(model);
    take_held(model);
    std::mem::take(&mut model.shared.effects)
}

/// Takes what waited, as far as it need not wait any more.
fn take_held(model: &mut Model) {
    while !is_held(model)
        && let Some(typed) = model.held.pop_front()
    {
        match typed {
            Typed::Key(chord) => keys::key(model, chord),
            Typed::Paste(text) => keys::paste(model, &text),
        }
        settle(model);
    }
}

/// Shows a store that was opened.
pub fn begin(model: &mut Model, session: Session, place: Place) {
    model.shared.store.clone_from(&session.store);
    let held = session.holder.clone();
    model.shared.session = Some(session);
    model.shared.notice = None;
    if let Some(holder) = held {
        let saying = Saying::new("store-read-only").text("holder", holder);
        model.shared.warn(saying);
    }
    model.overlays.clear();
    model.screens = vec![Screen::Dossiers(Box::default())];
    model.shared.ask(Waiting::Overview, Question::Overview);
    match place {
        Place::Dossiers => {}
        Place::Sheets => model.shared.go(Step::Sheets),
        Place::Committee => model.shared.go(Step::Committee),
    }
    settle(model);
}

/// Shows what one may begin with.
pub fn welcome(model: &mut Model) {
    model.screens = vec![Screen::Welcome(Box::default())];
}

/// Tells whether keys typed now wait for a place that is on its way.
fn is_held(model: &Model) -> bool {
    let stale = match (model.overlays.last(), model.screens.last()) {
        (None, Some(Screen::Dossiers(list))) => !list.is_typing() && list.is_stale(&model.shared),
        _ => false,
    };
    stale || model.is_travelling() || drafts::is_full(model)
}

/// Shows how far work is, once it takes its time.
fn working(model: &mut Model, ticket: Ticket, progress: Progress) {
    if model.shared.tickets.waiting(ticket).is_none() {
        return;
    }
    let shown = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Work(work) if work.ticket == ticket => Some(work),
        _ => None,
    });
    match shown {
        Some(work) => work.progress = progress,
        None => model.overlays.push(Overlay::Work(Work {
            ticket,
            progress,
            is_stopping: false,
        })),
    }
}

/// Goes where handlers wanted to go and has the screen put itself right.
fn settle(model: &mut Model) {
    while !model.shared.steps.is_empty() {
        for step in std::mem::take(&mut model.shared.steps) {
            take_step(model, step);
        }
    }
    hints::follow(model);
    if let Some(screen) = model.screens.last_mut() {
        screen.settle(&mut model.shared);
    }
    for step in std::mem::take(&mut model.shared.steps) {
        take_step(model, step);
    }
}

fn take_step(model: &mut Model, step: Step) {
    match step {
        Step::Review(id, at) => review(model, id, at, None),
        Step::Place(id, at, goal) => review(model, id, at, Some(goal)),
        Step::Search => search(model),
        Step::Compare(side) => {
            let from = stand(model);
            open(model, |shared| {
                Screen::Compare(Box::new(Compare::open(side, from, shared)))
            });
        }
        Step::Everywhere(code) => {
            let from = stand(model);
            open(model, |shared| {
                Screen::Everywhere(Box::new(Everywhere::open(code, from, shared)))
            });
        }
        Step::MySheet => open(model, |shared| {
            Screen::MySheet(Box::new(MySheetScreen::open(shared)))
        }),
        Step::Sheets => open(model, |shared| Screen::Sheets(Box::new(Sheets::open(shared)))),
        Step::Intake(path) => open(model, |shared| {
            Screen::Intake(Box::new(Intake::open(path, shared)))
        }),
        Step::Jury => open(model, |shared| Screen::Jury(Box::new(Jury::open(shared)))),
        Step::Committee => open(model, |shared| {
            Screen::Committee(Box::new(Committee::open(shared)))
        }),
        Step::WhatIf => open(model, |shared| {
            Screen::WhatIf(Box::new(WhatIfScreen::open(shared)))
        }),
        Step::Results => open(model, |shared| Screen::Results(Box::new(Results::open(shared)))),
        Step::Statistics => open(model, |shared| {
            Screen::Statistics(Box::new(Statistics::open(shared)))
        }),
        Step::Publication => open(model, |shared| {
            Screen::Publication(Box::new(Publication::open(shared)))
        }),
        Step::Over(overlay) => model.overlays.push(*overlay),
        Step::Back => back(model),
        Step::Leave => leave(model),
        Step::Refresh => refresh(model),
    }
}

/// Opens a screen over the list; a screen of a kind stands once.
fn open(model: &mut Model, make: impl FnOnce(&mut Shared) -> Screen) {
    let screen = make(&mut model.shared);
    let kind = std::mem::discriminant(&screen);
    model
        .screens
        .retain(|other| std::mem::discriminant(other) != kind);
    model.screens.push(screen);
}

fn review(model: &mut Model, id: DossierId, at: Option<CriterionCode>, goal: Option<Goal>) {
    model.overlays.clear();
    if let Some(Screen::Review(review)) = model.screens.last_mut() {
        if review.id == id {
            review.aim(goal);
            return review.ask(at, &mut model.shared);
        }
        review.leave(&mut model.shared);
    }
    open(model, |shared| {
        let mut review = Review::open(id, at, shared);
        review.aim(goal);
        Screen::Review(Box::new(review))
    });
}

/// Opens the search; what was looked for before is still there.
fn search(model: &mut Model) {
    let from = stand(model);
    let before = model
        .screens
        .iter()
        .position(|screen| matches!(screen, Screen::Search(_)));
    let mut screen = before.map_or_else(
        || Screen::Search(Box::new(Search::open(None))),
        |place| model.screens.remove(place),
    );
    if let Screen::Search(search) = &mut screen {
        search.from = from;
    }
    model.screens.push(screen);
}

/// Returns where one is in a dossier.
fn stand(model: &Model) -> Option<Stand> {
    match model.screens.last() {
        Some(Screen::Review(review)) => Some(review.stand(&model.shared)),
        _ => None,
    }
}

/// Steps out: of the uppermost box, of the filter, of the screen. From the last screen there is no way but `leave`.
fn back(model: &mut Model) {
    if let Some(Overlay::Work(work)) = model.overlays.last_mut() {
        work.is_stopping = true;
        return model.shared.effects.push(Effect::StopWork);
    }
    if let Some(overlay) = model.overlays.pop() {
        if let Overlay::Editor(editor) = overlay {
            drafts::closed(model, *editor);
        }
        return;
    }
    if let Some(Screen::Dossiers(list)) = model.screens.last_mut() {
        list.back();
        return;
    }
    if let Some(Screen::Review(review)) = model.screens.last_mut()
        && review.step_back(&mut model.shared)
    {
        return;
    }
    if model.screens.len() > 1 {
        let mut left = model.screens.pop();
        if let Some(Screen::Review(review)) = &mut left {
            review.leave(&mut model.shared);
        }
        let place = match &left {
            Some(Screen::Review(review)) => review.place(),
            _ => None,
        };
        if let (Some(place), Some(Screen::Dossiers(list))) = (place, model.screens.last_mut())
            && !list.is_filtered()
        {
            list.select(place);
        }
        refresh(model);
        return_to(model, left.and_then(|screen| screen.from()));
    }
}

/// Shows the place over which the screen that was left had been opened, as the store has it now.
fn return_to(model: &mut Model, from: Option<Stand>) {
    match (model.screens.last_mut(), from) {
        (Some(Screen::Review(review)), Some((id, _))) if review.id == id => {
            review.aim(Some(Goal::Stay));
            review.ask(None, &mut model.shared);
        }
        (_, Some((id, at))) => {
            let goal = if at.is_some() {
                Goal::Criterion
            } else {
                Goal::Others
            };
            model.shared.go(Step::Place(id, at, goal));
        }
        (_, None) => {}
    }
}

/// Has everything that counts asked for anew.
fn refresh(model: &mut Model) {
    model.shared.ask(Waiting::Overview, Question::Overview);
    for screen in &mut model.screens {
        if let Screen::Dossiers(list) = screen {
            list.refresh();
        }
    }
    match model.screens.last() {
        Some(Screen::MySheet(_)) => model.shared.ask(Waiting::MySheet, Question::MySheet),
        Some(Screen::Sheets(_)) => Sheets::ask(&mut model.shared),
        Some(Screen::Jury(_)) => Jury::ask(&mut model.shared),
        Some(Screen::Committee(_)) => Committee::ask(&mut model.shared),
        Some(Screen::WhatIf(screen)) => screen.ask(&mut model.shared),
        Some(Screen::Results(_)) => Results::ask(&mut model.shared),
        Some(Screen::Statistics(_)) => Statistics::ask(&mut model.shared),
        Some(Screen::Publication(_)) => Publication::ask(&mut model.shared),
        Some(Screen::Compare(_)) => {
            if let Some(Screen::Compare(compare)) = model.screens.last_mut() {
                compare.refresh();
            }
        }
        Some(Screen::Everywhere(everywhere)) => everywhere.ask(&mut model.shared),
        _ => {}
    }
}

/// Leaves: what was written goes to the store first; the worker does all that was asked before it ends.
fn leave(model: &mut Model) {
    drafts::write_all(model);
    drafts::flush(model);
    model.held.clear();
    model.shared.effects.push(Effect::Quit);
}

fn list_of(model: &mut Model) -> Option<&mut Dossiers> {
    model.screens.iter_mut().find_map(|screen| match screen {
        Screen::Dossiers(list) => Some(list.as_mut()),
        _ => None,
    })
}
