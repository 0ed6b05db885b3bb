//! The committee decides and publishes.

use super::Run;
use super::args::{DecideArgs, ExportArgs, SessionVerb};
use super::error::Failure;
use crate::consensus::{Consensus, CriterionOutcome, Outcome, Reason, Total};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::ids::{CriterionCode, LevelCode};
use crate::domain::saying::Saying;
use crate::domain::score::{Mark, Scale, Score};
use crate::domain::text::Inert;
use crate::office::act::Decide;
use crate::office::ask::{AgendaRow, ResultRow};
use crate::office::{Act, Answer, Question, Report};
use crate::store::Access;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn results(run: &Run, csv: Option<&Path>) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    if let Some(file) = csv {
        let dossiers = office.write_results(file)?;
        let saying = Saying::new("results-written").text("file", file.display());
        let line = run.speech.say(&saying.number("n", dossiers));
        let document = json!({"file": file.display().to_string(), "dossiers": dossiers});
        run.out.report(&document, [line]);
        return Ok(());
    }
    let Answer::Results(rows) = office.ask(Question::Results)? else {
        return Ok(());
    };
    let list: Vec<Value> = rows.iter().map(result_json).collect();
    let lines = rows.iter().map(|row| result_line(row, run));
    run.out.report(&Value::Array(list), lines);
    Ok(())
}

fn result_json(row: &ResultRow) -> Value {
    let mut object = outcome_json(&row.outcome);
    let head = [
        ("id", json!(row.id)),
        ("number", json!(row.number)),
        ("name", json!(row.name)),
    ];
    let tail = [
        ("decided", json!(decided(row.decision.as_ref()))),
        ("reason", json!(row.decision.as_ref().map(|d| d.reason.clone()))),
        ("conflicts", json!(row.forks)),
    ];
    let mut whole: Map<String, Value> = head.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
    whole.append(&mut object);
    whole.extend(tail.into_iter().map(|(k, v)| (k.to_owned(), v)));
    Value::Object(whole)
}

/// Returns the level decided: its code, `none`, or nothing.
fn decided(decision: Option<&Decision>) -> Option<String> {
    match &decision?.ruling {
        Ruling::Decided { level } => Some(level.as_ref().map_or("none", LevelCode::as_str).to_owned()),
        Ruling::Postponed | Ruling::Reopened => None,
    }
}

fn criterion_json(c: &CriterionOutcome) -> Value {
    let consensus = match c.consensus {
        Consensus::Grade(score) => json!(score.value()),
        Consensus::NotApplicable => json!("na"),
        Consensus::NoResult => Value::Null,
    };
    json!({"consensus": consensus, "set": c.set, "n": c.n, "disagreement": c.disagreement.as_str()})
}

fn outcome_json(outcome: &Outcome) -> Map<String, Value> {
    let weights = outcome.weights.as_ref();
    let weights = weights.map_or(
        Value::Null,
        |reach| json!({"low": reach.low.code(), "high": reach.high.code()}),
    );
    let criteria: Map<String, Value> = outcome
        .criteria
        .iter()
        .map(|(code, c)| (code.to_string(), criterion_json(c)))
        .collect();
    let axis = |total: &Total| match total {
        Total::Value(ratio) => json!(ratio.to_string()),
        Total::NotApplicable => json!("na"),
        Total::NoResult => Value::Null,
    };
    let axes: Map<String, Value> = outcome
        .axes
        .iter()
        .map(|(code, total)| (code.to_string(), axis(total)))
        .collect();
    let text = |ratio: &Option<crate::domain::ratio::Ratio>| ratio.as_ref().map(ToString::to_string);
    let fields = [
        ("criteria", Value::Object(criteria)),
        ("axes", Value::Object(axes)),
        ("total", json!(text(&outcome.total))),
        ("proposed", json!(outcome.proposed.code())),
        ("margin_up", json!(text(&outcome.margin_up))),
        ("margin_down", json!(text(&outcome.margin_down))),
        ("floors_short", json!(outcome.floors_short)),
        ("split", json!(outcome.split)),
        ("robustness", json!(outcome.robustness.as_str())),
        ("weights", weights),
    ];
    fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
}

fn result_line(row: &ResultRow, run: &Run) -> String {
    let total = row
        .outcome
        .total
        .as_ref()
        .map_or_else(|| "–".to_owned(), ToString::to_string);
    let saying = Saying::new("result-line")
        .text("number", &row.number)
        .text("name", &row.name)
        .text("total", total)
        .text("proposed", row.outcome.proposed.code().unwrap_or("–"))
        .text(
            "decided",
            decided(row.decision.as_ref()).unwrap_or_else(|| "–".to_owned()),
        )
        .text(
            "robustness",
            run.speech
                .word(&format!("robustness-{}", row.outcome.robustness.as_str())),
        );
    run.speech.say(&saying)
}

pub(super) fn agenda(run: &Run) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let Answer::Agenda(rows) = office.ask(Question::Agenda)? else {
        return Ok(());
    };
    let list: Vec<Value> = rows
        .iter()
        .map(|row| {
            let why: Vec<Value> = row.item.reasons.iter().map(reason_json).collect();
            json!({"id": row.id, "number": row.number, "name": row.name, "why": why, "proposed": row.proposed,
                "decided": decided(row.decision.as_ref())})
        })
        .collect();
    let lines = rows.iter().map(|row| agenda_line(row, run));
    let lines: Vec<String> = lines.collect();
    run.out.report(&Value::Array(list), lines);
    Ok(())
}

fn reason_json(reason: &Reason) -> Value {
    let at = match reason {
        Reason::Discuss(code) => json!(code),
        Reason::HeldByFloor(axis) => json!(axis),
        Reason::NearThreshold(distance) => json!(distance.to_string()),
        Reason::Split | Reason::NoProposal | Reason::Fragile | Reason::NoFeedback => Value::Null,
    };
    json!({"reason": reason.as_str(), "at": at})
}

fn agenda_line(row: &AgendaRow, run: &Run) -> String {
    let why: Vec<String> = row
        .item
        .reasons
        .iter()
        .map(|reason| run.speech.say(&reason.saying()))
        .collect();
    let why = if why.is_empty() {
        run.speech.word("agenda-undisputed")
    } else {
        why.join(" ; ")
    };
    format!(
        "{:>8}  {:<40}  {why}",
        Inert::line(&row.number),
        Inert::line(&row.name)
    )
}

pub(super) fn session(run: &Run, verb: SessionVerb) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    match verb {
        SessionVerb::Open { present } => {
            let present = present
                .iter()
                .map(|name| office.find_juror(name))
                .collect::<Result<Vec<_>, _>>()?;
            let document = json!({"present": present});
            if let Report::SittingOpened { number } = office.perform(Act::OpenSitting { present })? {
                let saying = Saying::new("sitting-opened").number("number", number);
                let mut document = document;
                if let Some(object) = document.as_object_mut() {
                    object.insert("sitting".to_owned(), json!(number));
                }
                run.out.report(&document, [run.speech.say(&saying)]);
            }
        }
        SessionVerb::Close => {
            office.perform(Act::CloseSitting)?;
            run.out
                .report(&json!({"closed": true}), [run.speech.word("sitting-closed")]);
        }
    }
    Ok(())
}

pub(super) fn decide(run: &Run, args: DecideArgs) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let dossier = office.find_dossier(&args.dossier)?;
    let ruling = match (args.postpone, args.reopen, args.level.as_deref()) {
        (true, ..) => Ruling::Postponed,
        (_, true, _) => Ruling::Reopened,
        (.., None | Some("none")) => Ruling::Decided { level: None },
        (.., Some(code)) => Ruling::Decided {
            level: Some(LevelCode::new(code)),
        },
    };
    let set = values(&args.set, office.grid().scale())?;
    let level = match &ruling {
        Ruling::Decided { level } => json!(level.as_ref().map_or("none", LevelCode::as_str)),
        Ruling::Postponed | Ruling::Reopened => Value::Null,
    };
    let id = match &ruling {
        Ruling::Decided { .. } => "decided",
        Ruling::Postponed => "decision-postponed",
        Ruling::Reopened => "decision-reopened",
    };
    let saying = Saying::new(id)
        .text("dossier", &dossier)
        .text("level", level.as_str().unwrap_or("–"));
    let reason = args.reason.unwrap_or_default();
    let document = json!({"dossier": dossier, "level": level, "reason": reason,
        "postponed": args.postpone, "reopened": args.reopen});
    office.perform(Act::Decide(Decide {
        dossier,
        ruling,
        reason,
        set,
    }))?;
    run.out.report(&document, [run.speech.say(&saying)]);
    Ok(())
}

/// Reads `3.1=4`.
fn values(pairs: &[String], scale: Scale) -> Result<BTreeMap<CriterionCode, Score>, Failure> {
    pairs
        .iter()
        .map(|pair| {
            let parts = pair.split_once('=');
            let read = parts.and_then(|(code, value)| {
                let score = Mark::parse(value, scale)?.score()?;
                Some((CriterionCode::new(code.trim()), score))
            });
            read.ok_or_else(|| {
                let saying = Saying::new("decide-set-malformed").text("found", pair);
                Failure::Refused(saying.number("least", scale.min).number("most", scale.max))
            })
        })
        .collect()
}

pub(super) fn export(run: &Run, args: ExportArgs) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    if let Report::Exported(exported) = office.perform(Act::Export {
        out: args.out,
        draft: args.draft,
    })? {
        let document = json!({"out": exported.out.display().to_string(), "files": exported.files,
            "labelled": exported.labelled, "draft": args.draft});
        let saying = Saying::new("exported")
            .text("out", exported.out.display())
            .number("labelled", exported.labelled);
        let names = exported.files.iter().map(|name| format!("  {name}"));
        let lines: Vec<String> = std::iter::once(run.speech.say(&saying)).chain(names).collect();
        run.out.report(&document, lines);
    }
    Ok(())
}
