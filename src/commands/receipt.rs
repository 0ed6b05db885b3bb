//! Receipts: the coordinator writes them, a juror reads them.

use super::Run;
use super::args::ReceiptVerb;
use super::error::Failure;
use crate::domain::saying::Saying;
use crate::office::receipt::{Receipt, WrittenReceipt};
use crate::store::Access;
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn receipt(run: &Run, verb: &ReceiptVerb) -> Result<(), Failure> {
    match verb {
        ReceiptVerb::Write { out, juror } => write(run, out, juror.as_deref()),
        ReceiptVerb::Read { file } => read(run, file),
    }
}

fn write(run: &Run, out: &Path, juror: Option<&str>) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let juror = juror.map(|name| office.find_juror(name)).transpose()?;
    let written = office.write_receipts(out, juror.as_ref())?;
    let one = |w: &WrittenReceipt| json!({"juror": w.juror, "file": w.file.display().to_string(), "sheets": w.sheets});
    let document = json!({"receipts": written.iter().map(one).collect::<Vec<Value>>()});
    let lines = written.iter().map(|w| {
        let saying = Saying::new("receipt-written").text("juror", &w.juror);
        let saying = saying.text("file", w.file.display()).number("n", w.sheets);
        run.speech.say(&saying)
    });
    run.out.report(&document, lines);
    Ok(())
}

fn read(run: &Run, file: &Path) -> Result<(), Failure> {
    let office = run.office(Access::Write)?;
    let receipt = office.keep_receipt(file)?;
    run.out.report(&receipt_json(&receipt), lines(&receipt, run));
    Ok(())
}

fn receipt_json(receipt: &Receipt) -> Value {
    json!({"campaign": receipt.campaign, "juror": receipt.juror, "sheets": receipt.sheets,
        "journal": receipt.journal, "at": receipt.at})
}

fn lines(receipt: &Receipt, run: &Run) -> Vec<String> {
    let sheets = receipt.sheets.iter().map(|sheet| {
        let saying = Saying::new("receipt-sheet").number("revision", sheet.revision);
        saying
            .text("device", &sheet.device)
            .text("at", &sheet.received_at)
    });
    let head = Saying::new("receipt-head").number("seq", receipt.journal.seq);
    let head = head.text("head", &receipt.journal.digest);
    sheets
        .chain([head])
        .map(|saying| run.speech.say(&saying))
        .collect()
}
