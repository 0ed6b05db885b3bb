//! The coordinator recalls last edition beside this one's candidates.

use super::Run;
use super::args::RecallArgs;
use super::error::Failure;
use crate::domain::former::Award;
use crate::domain::saying::Saying;
use crate::office::{Act, Recalled, Recollection, Report};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Value, json};

pub(super) fn recall(run: &Run, args: RecallArgs) -> Result<(), Failure> {
    let access = if args.dry_run { Access::Read } else { Access::Write };
    let mut office = run.office(access)?;
    let act = Act::Recall {
        from: args.past,
        dry_run: args.dry_run,
    };
    let Report::Recalled(recalled) = office.perform(act)? else {
        return Ok(());
    };
    run.out.report(
        &document(&recalled, args.dry_run),
        lines(&recalled, args.dry_run, &run.speech),
    );
    Ok(())
}

fn document(recalled: &Recalled, dry_run: bool) -> Value {
    let candidate = |one: &Recollection| {
        let level = match &one.former.award {
            Award::Level { code, .. } => json!(code),
            Award::None => json!("none"),
            Award::Unknown => Value::Null,
        };
        json!({"id": one.id, "number": one.number, "name": one.name, "edition": one.former.edition,
            "level": level, "answers": one.former.answers.len()})
    };
    let found: Vec<Value> = recalled.found.iter().map(candidate).collect();
    let without = recalled.without.iter();
    let without: Vec<Value> = without
        .map(|(number, name)| json!({"number": number, "name": name}))
        .collect();
    let ambiguous = recalled.ambiguous.iter();
    let ambiguous: Vec<Value> = ambiguous
        .map(|one| json!({"number": one.number, "name": one.name, "rows": one.rows}))
        .collect();
    json!({
        "matched": found.len(), "candidates": found, "without": without, "ambiguous": ambiguous,
        "skipped": recalled.skipped, "dry_run": dry_run,
    })
}

fn lines(recalled: &Recalled, dry_run: bool, speech: &Speech) -> Vec<String> {
    let mut sayings: Vec<Saying> = Vec::new();
    for one in &recalled.found {
        let saying = Saying::new("recall-found")
            .text("number", &one.number)
            .text("name", &one.name)
            .said("former", one.former.saying(speech.lang()))
            .number("answers", one.former.answers.len());
        sayings.push(saying);
    }
    for (number, name) in &recalled.without {
        let saying = Saying::new("recall-without").text("number", number);
        sayings.push(saying.text("name", name));
    }
    for one in &recalled.ambiguous {
        let saying = Saying::new("recall-ambiguous")
            .text("number", &one.number)
            .text("name", &one.name)
            .text("rows", one.rows.join("; "));
        sayings.push(saying);
    }
    if !recalled.skipped.is_empty() {
        let lines: Vec<String> = recalled.skipped.iter().map(usize::to_string).collect();
        sayings.push(Saying::new("recall-skipped").text("lines", lines.join(", ")));
    }
    let sum = Saying::new(if dry_run { "recalled-dry" } else { "recalled" })
        .number("found", recalled.found.len())
        .number("without", recalled.without.len())
        .number("ambiguous", recalled.ambiguous.len());
    sayings.push(sum);
    sayings.iter().map(|saying| speech.say(saying)).collect()
}
