//! The sheet as a text file, and back.

use super::Run;
use super::args::FormVerb;
use super::error::Failure;
use super::juror::mark_json;
use crate::domain::saying::Saying;
use crate::office::act::{FormRead, Side, Stale, Wording};
use crate::office::{Act, Report};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Value, json};
use std::path::PathBuf;

pub(super) fn form(run: &Run, verb: FormVerb) -> Result<(), Failure> {
    match verb {
        FormVerb::Write { file } => write(run, file),
        FormVerb::Read { file } => read(run, file),
    }
}

fn write(run: &Run, path: PathBuf) -> Result<(), Failure> {
    let mut office = run.office(Access::Read)?;
    let scale = office.grid().scale();
    let wording = Wording::new(run.speech.lang(), scale, |saying| run.speech.say(saying));
    let Report::FormWritten(written) = office.perform(Act::WriteForm { path, wording })? else {
        return Ok(());
    };
    let file = written.path.display().to_string();
    let document = json!({"file": file, "dossiers": written.dossiers, "criteria": written.cells, "scored": written.scored});
    run.out.report(&document, [run.speech.say(&written.saying())]);
    Ok(())
}

fn read(run: &Run, path: PathBuf) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let Report::FormRead(read) = office.perform(Act::ReadForm { path })? else {
        return Ok(());
    };
    run.out.report(&read_json(&read), read_lines(&read, &run.speech));
    Ok(())
}

fn read_json(read: &FormRead) -> Value {
    let stale = |stale: &Stale| {
        json!({"line": stale.line, "dossier": stale.dossier, "number": stale.number, "criterion": stale.criterion,
            "file": side_json(&stale.file), "store": side_json(&stale.store), "edited": stale.is_edited})
    };
    json!({"file": read.path.display().to_string(), "changed": read.changed, "unchanged": read.unchanged,
        "recused": read.recused, "returned": read.returned, "stale": read.stale.iter().map(stale).collect::<Vec<_>>()})
}

fn side_json(side: &Side) -> Value {
    match side {
        Side::Cell(content) => json!({"value": content.mark.map(mark_json), "comment": content.comment,
            "feedback": content.feedback}),
        Side::Recusal(recusal) => json!({"recused": recusal.is_some(), "reason": recusal}),
    }
}

fn read_lines(read: &FormRead, speech: &Speech) -> Vec<String> {
    let mut lines = vec![speech.say(&read.saying())];
    if !read.stale.is_empty() {
        let head = Saying::new("form-stale-head").number("n", read.stale.len());
        lines.push(speech.say(&head));
    }
    let told = read.stale.iter().map(|stale| speech.say(&stale.saying()));
    lines.extend(told.map(|line| format!("! {line}")));
    lines
}
