//! What the committee has before it: results and agenda.

use super::Run;
use super::error::Failure;
use super::sitting::{level_word, out};
use crate::consensus::{Consensus, CriterionOutcome, Outcome, Reason, Total};
use crate::domain::decision::Decision;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::office::ask::{AgendaRow, ResultRow};
use crate::office::{Answer, Question};
use crate::store::Access;
use serde_json::{Map, Value, json};
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
fn decided(decision: Option<&Decision>) -> Option<&str> {
    decision?.level_code()
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
        .text("proposed", level_word(run, row.outcome.proposed.code()))
        .text("decided", level_word(run, decided(row.decision.as_ref())))
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
                "decided": decided(row.decision.as_ref()), "recused": row.recused, "conflicts": row.forks})
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
        Reason::Split | Reason::NoProposal | Reason::Fragile | Reason::Forked | Reason::NoFeedback => {
            Value::Null
        }
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
    let mut why = if why.is_empty() {
        run.speech.word("agenda-undisputed")
    } else {
        why.join(" ; ")
    };
    if let Some(level) = decided(row.decision.as_ref()) {
        let decided = Saying::new("agenda-decided").text("level", level_word(run, Some(level)));
        why = run.speech.say(&decided);
    }
    if let Some(out) = out(run, &row.recused) {
        why = format!("{why} ; {out}");
    }
    format!(
        "{:>8}  {:<40}  {why}",
        Inert::line(&row.number),
        Inert::line(&row.name)
    )
}
