//! The coordinator gathers: sheets in, who is missing, what contradicts.

use super::Run;
use super::args::{ConflictsVerb, MergeArgs};
use super::error::Failure;
use super::juror::mark_json;
use super::progress::watched;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::ask::{DossierStatus, ForkView, JurorStatus, Side};
use crate::office::{Act, Answer, Question, Report};
use crate::office::{Merged, MergedSheet};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Value, json};

pub(super) fn merge(run: &Run, args: MergeArgs) -> Result<(), Failure> {
    let dry_run = args.dry_run;
    let access = if dry_run { Access::Read } else { Access::Write };
    let mut office = run.office(access)?;
    let act = Act::Merge {
        paths: args.paths,
        dry_run,
    };
    let Report::Merged(merged) = watched(run, &mut office, act)? else {
        return Ok(());
    };
    let lines = merged.lines().into_iter().chain([merged.sum(dry_run)]);
    run.out.report(
        &merged_json(&merged),
        lines.map(|line| run.speech.say(&line)).collect::<Vec<_>>(),
    );
    let none_taken = merged.accepted.is_empty() && merged.unchanged.is_empty();
    if none_taken && !merged.refused.is_empty() {
        return Err(Failure::Told(3));
    }
    Ok(())
}

fn merged_json(merged: &Merged) -> Value {
    let english = Speech::new(Lang::En);
    let sheets = |sheets: &[MergedSheet]| -> Vec<Value> {
        let sheet = |s: &MergedSheet| {
            json!({"juror": s.juror, "file": s.file.display().to_string(), "revision": s.revision,
                "device": s.device, "class": s.verdict.as_str(), "dossiers": s.changed, "forks": s.forks,
                "recused": s.recused, "late": s.late})
        };
        sheets.iter().map(sheet).collect()
    };
    let refused: Vec<Value> = merged
        .refused
        .iter()
        .map(|(file, why)| {
            json!({"file": file.display().to_string(), "why": english.say(&why.saying()), "class": why.as_str()})
        })
        .collect();
    let skipped: Vec<String> = merged
        .skipped
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    json!({
        "accepted": sheets(&merged.accepted), "unchanged": sheets(&merged.unchanged),
        "refused": refused, "skipped": skipped, "conflicts": merged.conflicts,
    })
}

pub(super) fn conflicts(run: &Run, verb: Option<ConflictsVerb>) -> Result<(), Failure> {
    match verb {
        None => {
            let office = run.office(Access::Read)?;
            let Answer::Forks(forks) = office.ask(Question::Forks)? else {
                return Ok(());
            };
            let list: Vec<Value> = forks.iter().map(fork_json).collect();
            let lines: Vec<String> = forks
                .iter()
                .flat_map(|fork| fork_lines(fork, &run.speech))
                .collect();
            run.out.report(&Value::Array(list), lines);
        }
        Some(ConflictsVerb::Keep { id, side }) => {
            let mut office = run.office(Access::Write)?;
            let place = "ABCDEFGHIJ".find(side.to_ascii_uppercase());
            let Some(side_number) = place else {
                return Err(Failure::Refused(
                    Saying::new("fork-side-unknown").text("fork", &id),
                ));
            };
            office.perform(Act::Keep {
                fork: id.clone(),
                side: side_number,
            })?;
            let saying = Saying::new("fork-kept").text("fork", &id).text("side", side);
            run.out.report(
                &json!({"id": id, "kept": side.to_string()}),
                [run.speech.say(&saying)],
            );
        }
    }
    Ok(())
}

fn letter(place: usize) -> String {
    "ABCDEFGHIJ".chars().nth(place).unwrap_or('?').to_string()
}

fn side_json(side: &Side) -> Value {
    let content = &side.content;
    json!({
        "value": content.mark.map(mark_json), "comment": content.comment, "feedback": content.feedback,
        "citations": content.citations, "devices": side.devices, "written_at": side.written,
    })
}

fn fork_json(fork: &ForkView) -> Value {
    let sides: serde_json::Map<String, Value> = fork
        .sides
        .iter()
        .enumerate()
        .map(|(i, side)| (letter(i), side_json(side)))
        .collect();
    json!({
        "id": fork.id, "juror": fork.juror, "dossier": fork.dossier, "number": fork.number,
        "criterion": fork.criterion, "sides": sides,
    })
}

fn fork_lines(fork: &ForkView, speech: &Speech) -> Vec<String> {
    let first = Saying::new("fork-line")
        .text("id", &fork.id)
        .text("juror", &fork.juror)
        .text("number", &fork.number)
        .text("name", &fork.name)
        .text("criterion", &fork.criterion);
    let side = |(i, side): (usize, &Side)| {
        let mark = side.content.mark;
        let mark = mark.map_or_else(|| "–".to_owned(), |mark| mark.to_string());
        let written = side.written.as_deref().unwrap_or("–");
        format!(
            "  {}  {mark}  {}  [{}, {}]",
            letter(i),
            Inert::line(&side.content.comment.0),
            Inert::line(&side.devices.join(", ")),
            Inert::line(written)
        )
    };
    let sides = fork.sides.iter().enumerate().map(side);
    std::iter::once(speech.say(&first)).chain(sides).collect()
}

pub(super) fn status(run: &Run) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let Answer::Status(status) = office.ask(Question::Status)? else {
        return Ok(());
    };
    let juror = |j: &JurorStatus| {
        json!({"juror": j.juror, "assigned": j.assigned, "scored": j.scored, "complete": j.complete,
            "recused": j.recused, "revision": j.revision, "conflicts": j.conflicts})
    };
    let dossier = |d: &DossierStatus| json!({"id": d.id, "number": d.number, "expected": d.expected, "complete": d.complete, "missing": d.missing});
    let document = json!({
        "jurors": status.jurors.iter().map(juror).collect::<Vec<_>>(),
        "dossiers": status.dossiers.iter().map(dossier).collect::<Vec<_>>(),
    });
    let jurors = status.jurors.iter().map(|j| {
        let id = if j.revision.is_some() {
            "status-juror"
        } else {
            "status-juror-silent"
        };
        let saying = Saying::new(id)
            .text("juror", &j.juror)
            .number("assigned", j.assigned)
            .number("complete", j.complete)
            .number("recused", j.recused)
            .number("revision", j.revision.unwrap_or(0))
            .number("conflicts", j.conflicts);
        run.speech.say(&saying)
    });
    let dossiers = status.dossiers.iter().map(|d| {
        let missing = d
            .missing
            .iter()
            .map(|name| Inert::line(name).to_string())
            .collect::<Vec<_>>()
            .join(", ");
        format!(
            "{:>8}  {:<40}  {}/{}  {missing}",
            Inert::line(&d.number),
            Inert::line(&d.name),
            d.complete,
            d.expected
        )
    });
    let lines: Vec<String> = jurors.chain(dossiers).collect();
    run.out.report(&document, lines);
    Ok(())
}
