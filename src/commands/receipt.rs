//! Receipts: the coordinator writes them, a juror reads them.

use super::Run;
use super::args::ReceiptVerb;
use super::error::Failure;
use crate::office::receipt::{self, WrittenReceipt};
use crate::office::{Act, Report};
use crate::store::Access;
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn command(run: &Run, verb: &ReceiptVerb) -> Result<(), Failure> {
    match verb {
        ReceiptVerb::Write { out, juror } => write(run, out, juror.as_deref()),
        ReceiptVerb::Read { file } => read(run, file),
    }
}

fn write(run: &Run, out: &Path, juror: Option<&str>) -> Result<(), Failure> {
    let mut office = run.office(Access::Read)?;
    let juror = juror.map(|name| office.find_juror(name)).transpose()?;
    let out = out.to_owned();
    let Report::Receipts(written) = office.perform(Act::WriteReceipts { out, juror })? else {
        return Ok(());
    };
    let one = |w: &WrittenReceipt| json!({"juror": w.juror, "file": w.file.display().to_string(), "sheets": w.sheets});
    let document = json!({"receipts": written.iter().map(one).collect::<Vec<Value>>()});
    let lines = written
        .iter()
        .map(|w| run.speech.say(&receipt::written_saying(w)));
    run.out.report(&document, lines);
    Ok(())
}

fn read(run: &Run, file: &Path) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let file = file.to_owned();
    let Report::ReceiptKept(kept) = office.perform(Act::KeepReceipt { file })? else {
        return Ok(());
    };
    let document = json!({"campaign": kept.campaign, "juror": kept.juror, "sheets": kept.sheets,
        "journal": kept.journal, "at": kept.at});
    let lines = receipt::sayings(&kept).into_iter();
    run.out
        .report(&document, lines.map(|saying| run.speech.say(&saying)));
    Ok(())
}
