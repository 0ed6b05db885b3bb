//! The store's health, and the program about itself.

use super::Run;
use super::args::{Cli, localised};
use super::error::Failure;
use super::output::print;
use crate::desk;
use crate::domain::ids::Digest;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::office::receipt::read_receipt;
use crate::office::{Answer, Office, Question, backup_to, last_good_copy, restore_from};
use crate::store::Access;
use clap::CommandFactory as _;
use clap_complete::Shell;
use serde_json::{Value, json};
use std::path::Path;

/// Refuses a journal in which what a receipt says of it does not stand.
fn compare_receipt(office: &Office, file: &Path) -> Result<(), Failure> {
    let receipt = read_receipt(file)?;
    let refused = |id| Failure::Refused(Saying::new(id).text("file", file.display()));
    if receipt.campaign != office.campaign().id {
        return Err(refused("receipt-not-yours"));
    }
    if office.is_in_journal(&receipt)? {
        return Ok(());
    }
    let saying = Saying::new("log-lacks-receipt").text("file", file.display());
    Err(Failure::Refused(
        saying
            .number("seq", receipt.journal.seq)
            .text("head", &receipt.journal.digest),
    ))
}

/// Verifies the chain, and whether a head that was given out stands in it: one who cut the tail off left a chain that holds.
fn verify(run: &Run, office: &Office, given: Option<&str>) -> Result<(), Failure> {
    let head = match office.verify_journal() {
        Ok(head) => head,
        Err(broken) => {
            let saying = Saying::new("check-journal").number("seq", broken.seq);
            let document = json!({"ok": false, "broken_at": broken.seq});
            run.out.report(&document, [run.speech.say(&saying)]);
            return Err(Failure::Told(1));
        }
    };
    let holds = Saying::new("log-holds").text("head", &head);
    let Some(given) = given else {
        run.out
            .report(&json!({"ok": true, "head": head}), [run.speech.say(&holds)]);
        return Ok(());
    };
    let wanted = Digest::parse(given)
        .ok_or_else(|| Failure::Refused(Saying::new("log-head-malformed").text("found", given)))?;
    let Answer::Journal(entries) = office.ask(Question::Journal)? else {
        return Ok(());
    };
    let place = entries
        .iter()
        .find(|entry| entry.digest == wanted)
        .map(|entry| entry.seq);
    let document = json!({"ok": place.is_some(), "head": head, "head_at": place});
    let Some(place) = place else {
        let lacks = Saying::new("log-lacks-head").text("head", &wanted);
        run.out.report(&document, [run.speech.say(&lacks)]);
        return Err(Failure::Told(1));
    };
    let stands = Saying::new("log-head-stands").number("seq", place);
    run.out
        .report(&document, [run.speech.say(&holds), run.speech.say(&stands)]);
    Ok(())
}

pub(super) fn log(
    run: &Run,
    verified: bool,
    head: Option<&str>,
    receipt: Option<&Path>,
) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    if let Some(file) = receipt {
        compare_receipt(&office, file)?;
    }
    if verified {
        return verify(run, &office, head);
    }
    let Answer::Journal(entries) = office.ask(Question::Journal)? else {
        return Ok(());
    };
    let list: Vec<Value> = entries
        .iter()
        .map(|e| {
            let payload: Value = serde_json::from_str(&e.payload).unwrap_or(Value::Null);
            json!({"seq": e.seq, "at": e.at, "kind": e.kind, "payload": payload, "prev": e.prev, "digest": e.digest})
        })
        .collect();
    let lines: Vec<String> = entries
        .iter()
        .map(|e| {
            format!(
                "{:>5}  {}  {:<14}  {}  {}",
                e.seq,
                e.at,
                e.kind,
                e.digest.short(),
                Inert::line(&e.payload)
            )
        })
        .collect();
    run.out.report(&Value::Array(list), lines);
    Ok(())
}

pub(super) fn check(run: &Run) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let checked = office.check()?;
    let english = crate::speech::Speech::new(crate::domain::words::Lang::En);
    let findings: Vec<String> = checked.findings.iter().map(|f| english.say(f)).collect();
    let sound = findings.is_empty();
    let mut lines: Vec<String> = checked
        .findings
        .iter()
        .map(|f| format!("✗ {}", run.speech.say(f)))
        .collect();
    let last = Saying::new(if sound { "check-sound" } else { "check-unsound" });
    lines.push(run.speech.say(&last.text("head", &checked.head)));
    let copy = (!sound)
        .then(|| last_good_copy(&run.store, &run.context))
        .flatten();
    if let Some(copy) = &copy {
        let saying = Saying::new("check-copy").text("file", copy.display());
        lines.push(run.speech.say(&saying));
    }
    let copy = copy.map(|copy| copy.display().to_string());
    run.out.report(
        &json!({"ok": sound, "findings": findings, "head": checked.head, "last_good_copy": copy}),
        lines,
    );
    if sound { Ok(()) } else { Err(Failure::Told(1)) }
}

pub(super) fn backup(run: &Run, file: &Path) -> Result<(), Failure> {
    backup_to(&run.store, file)?;
    let saying = Saying::new("backed-up").text("file", file.display());
    run.out.report(
        &json!({"file": file.display().to_string()}),
        [run.speech.say(&saying)],
    );
    Ok(())
}

pub(super) fn restore(run: &Run, file: &Path) -> Result<(), Failure> {
    let kept = restore_from(&run.store, file, &run.context)?;
    let document = json!({"store": run.store.display().to_string(),
        "previous": kept.as_ref().map(|path| path.display().to_string())});
    let saying = match &kept {
        Some(path) => Saying::new("restored-kept").text("kept", path.display()),
        None => Saying::new("restored"),
    };
    run.out.report(
        &document,
        [run.speech.say(&saying.text("store", run.store.display()))],
    );
    Ok(())
}

pub(super) fn keys(run: &Run) -> Result<(), Failure> {
    let settings =
        desk::settings::of_user(run.context.settings.as_deref()).map_err(|e| Failure::Refused(e.saying()))?;
    let name = run.wishes.keymap.as_deref().or(settings.keymap.as_deref());
    let keymap = desk::keymap::chosen(name, run.context.keymap.as_deref())
        .map_err(|e| Failure::Refused(e.saying()))?;
    let rows = desk::keymap::table(&keymap);
    let list: Vec<Value> = rows
        .iter()
        .map(|row| json!({"context": row.context, "key": row.key, "action": row.action}))
        .collect();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let words = run
                .speech
                .word(&format!("action-{}", row.action.replace('_', "-")));
            format!("{:<10}  {:<12}  {words}", row.context, row.key)
        })
        .collect();
    run.out.report(&Value::Array(list), lines);
    Ok(())
}

pub(super) fn completions(run: &Run, shell: Shell) {
    let mut text = Vec::new();
    clap_complete::generate(
        shell,
        &mut localised(Cli::command(), &run.speech),
        "tnl-jury",
        &mut text,
    );
    print(&String::from_utf8_lossy(&text));
}

pub(super) fn man(run: &Run) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_mangen::Man::new(localised(Cli::command(), &run.speech))
        .render(&mut text)
        .map_err(|e| Failure::Other(e.into()))?;
    print(&String::from_utf8_lossy(&text));
    Ok(())
}
