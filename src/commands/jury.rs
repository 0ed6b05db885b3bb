//! The jury: who sits on it, what they may not read, what they read.

use super::Run;
use super::args::{AssignArgs, JurorVerb};
use super::error::Failure;
use crate::domain::acquaintance::{Ground, Kind};
use crate::domain::assignment::Wish;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::act::{Assigned, JurorChange, NewJuror};
use crate::office::ask::{JurorLoad, JuryView, Suggestion};
use crate::office::{Act, Answer, Question, Report};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Value, json};

pub(super) fn juror(run: &Run, verb: JurorVerb) -> Result<(), Failure> {
    match verb {
        JurorVerb::Add {
            name,
            email,
            affiliation,
        } => {
            let new = NewJuror {
                name,
                email,
                affiliation,
            };
            add(run, new)
        }
        JurorVerb::List => list(run),
        JurorVerb::Suggest => suggest(run),
        JurorVerb::Edit {
            juror,
            name,
            email,
            affiliation,
        } => {
            let change = JurorChange {
                name,
                email,
                affiliation,
            };
            edit(run, &juror, change)
        }
        JurorVerb::Conflict {
            juror,
            dossier,
            reason,
            dismiss,
            undo,
        } => {
            let what = match (dismiss, undo) {
                (true, _) => What::Dismiss,
                (_, true) => What::TakeBack,
                _ => What::Declare(reason),
            };
            conflict(run, &juror, &dossier, what)
        }
    }
}

fn add(run: &Run, new: NewJuror) -> Result<(), Failure> {
    let name = new.name.clone();
    let mut office = run.office(Access::Write)?;
    if let Report::JurorAdded(id) = office.perform(Act::AddJuror(new))? {
        let saying = Saying::new("juror-added").text("name", &name).text("id", &id);
        run.out
            .report(&json!({"id": id, "name": name.trim()}), [run.speech.say(&saying)]);
    }
    Ok(())
}

fn seen(run: &Run) -> Result<JuryView, Failure> {
    let office = run.office(Access::Read)?;
    match office.ask(Question::Jury)? {
        Answer::Jury(view) => Ok(*view),
        _ => Ok(JuryView::default()),
    }
}

fn list(run: &Run) -> Result<(), Failure> {
    let view = seen(run)?;
    let line = |load: &JurorLoad| {
        let saying = Saying::new("jury-line")
            .text("id", &load.juror.id)
            .text("name", &load.juror.name)
            .text("affiliation", load.juror.affiliation.as_deref().unwrap_or("–"))
            .number("assigned", load.assigned)
            .number("conflicts", load.conflicts)
            .number("suggested", load.suggested);
        run.speech.say(&saying)
    };
    let document = |load: &JurorLoad| {
        let juror = &load.juror;
        json!({
            "id": juror.id, "name": juror.name, "email": juror.email, "affiliation": juror.affiliation,
            "assigned": load.assigned, "conflicts": load.conflicts, "suggested": load.suggested,
        })
    };
    let lines: Vec<String> = view.jurors.iter().map(line).collect();
    run.out
        .report(&Value::Array(view.jurors.iter().map(document).collect()), lines);
    Ok(())
}

fn suggest(run: &Run) -> Result<(), Failure> {
    let view = seen(run)?;
    let english = Speech::new(Lang::En);
    let ground = |ground: &Ground| json!({"kind": ground.kind.as_str(), "place": ground.place, "page": ground.page, "passage": ground.passage});
    let document = |s: &Suggestion| {
        let first = s.grounds.first();
        json!({
            "juror": s.juror_name, "juror_id": s.juror, "dossier": s.dossier, "number": s.number, "name": s.name,
            "why": first.map(|g| english.say(&g.saying())), "passage": first.map(|g| &g.passage),
            "grounds": s.grounds.iter().map(ground).collect::<Vec<_>>(),
        })
    };
    let list: Vec<Value> = view.suggestions.iter().map(document).collect();
    let mut lines: Vec<String> = view
        .suggestions
        .iter()
        .flat_map(|suggestion| suggestion_lines(suggestion, &run.speech))
        .collect();
    lines.push(
        run.speech
            .say(&Saying::new("suggest-sum").number("n", list.len())),
    );
    if view.unread > 0 {
        lines.push(
            run.speech
                .say(&Saying::new("suggest-unread").number("n", view.unread)),
        );
    }
    run.out.report(&Value::Array(list), lines);
    Ok(())
}

fn suggestion_lines(suggestion: &Suggestion, speech: &Speech) -> Vec<String> {
    let head = format!(
        "{} · {} {}",
        Inert::line(&suggestion.juror_name),
        Inert::line(&suggestion.number),
        Inert::line(&suggestion.name)
    );
    let said = suggestion.grounds.iter().flat_map(|ground| {
        let why = format!("    {}", speech.say(&ground.saying()));
        let quoted = matches!(ground.kind, Kind::Answer | Kind::Evidence)
            .then(|| format!("      « {} »", Inert::line(&ground.passage)));
        std::iter::once(why).chain(quoted)
    });
    std::iter::once(head).chain(said).collect()
}

fn edit(run: &Run, juror: &str, change: JurorChange) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let id = office.find_juror(juror)?;
    office.perform(Act::ChangeJuror {
        juror: id.clone(),
        change,
    })?;
    let changed = office.jury()?.into_iter().find(|juror| juror.id == id);
    if let Some(juror) = changed {
        let saying = Saying::new("juror-changed")
            .text("name", &juror.name)
            .text("id", &id);
        let document =
            json!({"id": id, "name": juror.name, "email": juror.email, "affiliation": juror.affiliation});
        run.out.report(&document, [run.speech.say(&saying)]);
    }
    Ok(())
}

/// What is said of a juror and a dossier.
enum What {
    Declare(Option<String>),
    Dismiss,
    TakeBack,
}

fn conflict(run: &Run, juror: &str, dossier: &str, what: What) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let (juror, dossier): (JurorId, DossierId) = (office.find_juror(juror)?, office.find_dossier(dossier)?);
    let about = |id: &'static str| Saying::new(id).text("juror", &juror).text("dossier", &dossier);
    let (document, saying) = match &what {
        What::Declare(reason) => (
            json!({"juror": juror, "dossier": dossier, "reason": reason}),
            about("conflict-declared"),
        ),
        What::Dismiss => (
            json!({"juror": juror, "dossier": dossier, "dismissed": true}),
            about("conflict-dismissed"),
        ),
        What::TakeBack => (
            json!({"juror": juror, "dossier": dossier, "undone": true}),
            about("conflict-undone"),
        ),
    };
    let (juror, dossier) = (juror.clone(), dossier.clone());
    office.perform(match what {
        What::Declare(reason) => Act::DeclareConflict {
            juror,
            dossier,
            reason: reason.unwrap_or_default(),
        },
        What::Dismiss => Act::DismissConflict { juror, dossier },
        What::TakeBack => Act::TakeBackConflict { juror, dossier },
    })?;
    run.out.report(&document, [run.speech.say(&saying)]);
    Ok(())
}

pub(super) fn assign(run: &Run, args: &AssignArgs) -> Result<(), Failure> {
    let act = match args.per_dossier {
        None => Act::AssignAll,
        Some(per_dossier) => Act::Assign(Wish {
            per_dossier,
            at_most: args.at_most,
            seed: args.seed,
        }),
    };
    let mut office = run.office(Access::Write)?;
    if let Report::Assigned(assigned) = office.perform(act)? {
        run.out
            .report(&assigned_json(&assigned), assigned_lines(&assigned, &run.speech));
    }
    Ok(())
}

fn assigned_json(assigned: &Assigned) -> Value {
    let load = |(juror, seats): &(String, usize)| json!({"juror": juror, "seats": seats});
    json!({
        "assigned": assigned.seats, "seats": assigned.seats, "added": assigned.added,
        "per_juror": assigned.per_juror.iter().map(load).collect::<Vec<_>>(),
    })
}

fn assigned_lines(assigned: &Assigned, speech: &Speech) -> Vec<String> {
    let sum = Saying::new("assigned")
        .number("seats", assigned.seats)
        .number("added", assigned.added);
    let loads = assigned.per_juror.iter().map(|(juror, seats)| {
        let saying = Saying::new("assigned-load")
            .text("juror", juror)
            .number("n", *seats);
        speech.say(&saying)
    });
    std::iter::once(speech.say(&sum)).chain(loads).collect()
}
