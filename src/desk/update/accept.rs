//! What follows from a box that was accepted.

use super::{comfort, forms, jury, keys};
use crate::desk::effect::{Beginning, Effect, Waiting};
use crate::desk::model::{Model, Saving, Shared, Step};
use crate::desk::overlays::Overlay;
use crate::desk::overlays::choose::{Choose, Purpose as Chosen};
use crate::desk::overlays::confirm::Purpose as Confirmed;
use crate::desk::overlays::input::Purpose;
use crate::desk::overlays::report::Then;
use crate::desk::screens::Screen;
use crate::desk::screens::review::off_scale;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::saying::Saying;
use crate::domain::score::{Mark, Score};
use crate::exchange::seal::Passphrase;
use crate::office::Act;
use crate::office::act::ExportRequest;
use std::path::PathBuf;

/// Takes the uppermost box, or what is typed in the list's filter, as it stands.
pub(super) fn accept(model: &mut Model) {
    let Some(overlay) = model.overlays.pop() else {
        return;
    };
    match overlay {
        Overlay::Help(_) => {}
        // It is not for a key to say that work is done.
        Overlay::Work(_) => model.overlays.push(overlay),
        Overlay::Confirm(confirm) => confirmed(model, confirm.purpose),
        Overlay::Input(input) => typed(model, input.purpose, input.line.text()),
        Overlay::Choose(choose) => chosen(model, &choose),
        Overlay::Report(report) => match report.then {
            Some(Then::Merge(paths)) => {
                let dry_run = false;
                model.shared.act(Waiting::Merge, Act::Merge { paths, dry_run });
            }
            Some(Then::Assign(wish)) => model.shared.act(Waiting::Assign, Act::Assign(wish)),
            None => {}
        },
        Overlay::Palette(palette) => {
            if let Some(action) = palette.chosen() {
                let context = model.context();
                keys::act(model, action, context);
            }
        }
        Overlay::Snippets(snippets) => {
            if let Some(chosen) = snippets.chosen(&model.shared.comfort.snippets) {
                comfort::chosen(model, chosen);
            }
        }
        Overlay::Editor(editor) => match editor.decision() {
            Some(decide) => {
                let waiting = Waiting::Decision(decide.dossier.clone());
                model.shared.act(waiting, Act::Decide(Box::new(decide)));
            }
            None => super::drafts::closed(model, *editor),
        },
    }
}

/// Asks which paths begin as typed.
pub(super) fn complete(model: &mut Model) {
    if let Some(Overlay::Input(input)) = model.overlays.last()
        && input.purpose.is_path()
    {
        let typed = input.line.text();
        model
            .shared
            .want(Waiting::Paths, |ticket| Effect::Complete(ticket, typed));
    }
}

fn confirmed(model: &mut Model, purpose: Confirmed) {
    let shared = &mut model.shared;
    match purpose {
        Confirmed::ComeBack(dossier) => {
            let reason = None;
            shared.act(Waiting::Recusal, Act::Recuse { dossier, reason });
        }
        Confirmed::Unmask => shared.act(Waiting::Unmask, Act::Unmask),
        Confirmed::CloseSitting => shared.act(Waiting::Sitting, Act::CloseSitting),
        Confirmed::AllowIncomplete => {
            if let Some(Screen::Intake(intake)) = model.screens.last_mut() {
                intake.allow_incomplete(&mut model.shared);
            }
        }
    }
}

fn typed(model: &mut Model, purpose: Purpose, text: String) {
    let shared = &mut model.shared;
    let path = || PathBuf::from(text.trim());
    let may_be_empty = matches!(purpose, Purpose::Attach | Purpose::Watch);
    if purpose.is_path() && !may_be_empty && text.trim().is_empty() {
        return shared.warn(Saying::new("desk-path-empty"));
    }
    match purpose {
        Purpose::Recuse(dossier, _) => {
            let reason = Some(text.trim().to_owned());
            shared.saving = Saving::Pending;
            shared.act(Waiting::Recusal, Act::Recuse { dossier, reason });
        }
        Purpose::WriteSheet => shared.act(Waiting::WrittenSheet, Act::WriteSheet { path: path() }),
        Purpose::WriteForm => forms::write(shared, path()),
        Purpose::ReadForm => shared.act(Waiting::ReadForm, Act::ReadForm { path: path() }),
        Purpose::Merge => {
            let paths = vec![path()];
            let act = Act::Merge {
                paths: paths.clone(),
                dry_run: true,
            };
            shared.act(Waiting::MergePlan(paths), act);
        }
        Purpose::Watch => {
            let folder = (!text.trim().is_empty()).then(path);
            let word = if folder.is_some() {
                "desk-watching"
            } else {
                "desk-watching-ends"
            };
            shared.tell(Saying::new(word).text("folder", text.trim()));
            shared.watched.clone_from(&folder);
            shared.effects.push(Effect::Watch(folder));
        }
        Purpose::Receipts => {
            let (out, juror) = (path(), None);
            shared.act(Waiting::Receipts, Act::WriteReceipts { out, juror });
        }
        Purpose::Receipt => shared.act(Waiting::Receipts, Act::KeepReceipt { file: path() }),
        Purpose::Import => shared.go(Step::Intake(path())),
        Purpose::Attach => {
            let folder = path();
            if let Some(Screen::Intake(intake)) = model.screens.last_mut() {
                intake.attach(folder, &mut model.shared);
            }
        }
        Purpose::Export { draft } => {
            let request = ExportRequest {
                out: path(),
                draft,
                ..ExportRequest::default()
            };
            shared.act(Waiting::Export, Act::Export(Box::new(request)));
        }
        Purpose::JurorName => jury::named(shared, &text),
        Purpose::JurorAffiliation(name) => jury::affiliated(shared, name, text),
        Purpose::JurorEmail(name, affiliation) => jury::enrol(shared, name, affiliation, text),
        Purpose::PerDossier => jury::share_out(shared, &text),
        Purpose::Pack => {
            let (out, juror) = (path(), None);
            shared.act(Waiting::Pack, Act::Pack { out, juror });
        }
        Purpose::Package => begin_with(shared, path(), None),
        Purpose::Passphrase(package) => begin_with(shared, package, Some(text)),
        Purpose::Edition(grid) => {
            let edition = text;
            shared.want(Waiting::Begin, |ticket| {
                Effect::Begin(ticket, Beginning::Campaign { grid, edition })
            });
        }
        Purpose::FindInPiece => {
            if let Some(Screen::Review(review)) = model.screens.last_mut() {
                review.find_words(&text, &mut model.shared);
            }
        }
        Purpose::Vote(dossier) => {
            if let Some(Screen::Committee(committee)) = model.screens.last_mut() {
                committee.take_vote(&dossier, &text, &mut model.shared);
            }
        }
        Purpose::Dissent(dossier, juror, _) => {
            if let Some(Screen::Committee(committee)) = model.screens.last_mut() {
                committee.take_dissent(&dossier, juror, &text, &mut model.shared);
            }
        }
        Purpose::Value(dossier, code) => give(model, &dossier, &code, &text),
        Purpose::SetValue(code) => set(model, &code, &text),
    }
}

fn begin_with(shared: &mut Shared, package: PathBuf, passphrase: Option<String>) {
    shared.tell(Saying::new("desk-beginning"));
    let beginning = Beginning::Package {
        package: package.clone(),
        passphrase: passphrase.and_then(Passphrase::new),
    };
    shared.want(Waiting::Package(package), |ticket| {
        Effect::Begin(ticket, beginning)
    });
}

fn give(model: &mut Model, dossier: &DossierId, code: &CriterionCode, text: &str) {
    let Some(score) = value(model, text) else { return };
    let Some(grid) = model.shared.grid() else { return };
    let mark = Some(Mark::Scored(score));
    match model.screens.last_mut() {
        Some(Screen::Review(review)) => review.give(code, mark, &grid, &mut model.shared),
        Some(Screen::Everywhere(screen)) => screen.give(dossier, mark, &mut model.shared),
        _ => {}
    }
}

fn set(model: &mut Model, code: &CriterionCode, text: &str) {
    if let Some(score) = value(model, text)
        && let Some(Screen::Committee(committee)) = model.screens.last_mut()
    {
        committee.set(code, Some(score), &mut model.shared);
    }
}

fn value(model: &mut Model, text: &str) -> Option<Score> {
    let scale = model.shared.grid()?.scale();
    let score = text.trim().parse().ok().and_then(|value| scale.score(value));
    if score.is_none() {
        model.shared.warn(off_scale(scale));
    }
    score
}

fn chosen(model: &mut Model, choose: &Choose) {
    let value = choose.value().unwrap_or_default().to_owned();
    match &choose.purpose {
        Chosen::Grid => {
            let input = Overlay::input(Purpose::Edition(value), &model.shared);
            model.shared.over(input);
        }
        Chosen::Level(dossier, proposed) => {
            if let Some(Screen::Committee(committee)) = model.screens.last()
                && let Some(editor) = committee.reason(dossier.clone(), &value, proposed.as_deref())
            {
                model.shared.go(Step::Over(Box::new(editor)));
            }
        }
        Chosen::Place => {
            if let Some(Screen::Intake(intake)) = model.screens.last_mut() {
                intake.choose(&value, &mut model.shared);
            }
        }
        Chosen::Adopt => {
            let on = choose.items.iter().filter(|item| item.is_on);
            let dossiers = on.map(|item| DossierId::new(item.value.clone())).collect();
            model.shared.act(Waiting::Adopt, Act::Adopt { dossiers });
        }
        Chosen::Attend => {
            let on = choose.items.iter().filter(|item| item.is_on);
            let present = on.map(|item| JurorId::new(item.value.clone())).collect();
            model.shared.act(Waiting::Sitting, Act::Attend { present });
        }
        Chosen::Mentions(dossier) | Chosen::Compose(dossier) | Chosen::Dissent(dossier) => {
            if let Some(Screen::Committee(committee)) = model.screens.last_mut() {
                committee.chosen(dossier, choose, &mut model.shared);
            }
        }
        Chosen::Present => {
            let on = choose.items.iter().filter(|item| item.is_on);
            let present = on.map(|item| JurorId::new(item.value.clone())).collect();
            model.shared.act(Waiting::Sitting, Act::OpenSitting { present });
        }
    }
}
