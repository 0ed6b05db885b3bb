//! The juror works: package, scores, recusals, sheet.

use super::Run;
use super::args::{OpenArgs, RecuseArgs, ScoreArgs, SheetVerb};
use super::error::Failure;
use super::passphrase;
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::domain::score::{Comment, Feedback, Mark, Note};
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::act::CellChange;
use crate::office::{Act, Report, open_sealed, read_sheet, verify_sheet};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub(super) fn open(run: &Run, args: &OpenArgs) -> Result<(), Failure> {
    let key = passphrase::key(run, args)?;
    let (office, opened) = open_sealed(&run.store, &args.package, key.as_ref(), run.context.clone())?;
    let juror = office.juror().map(|juror| juror.name).unwrap_or_default();
    let document = json!({
        "campaign": office.campaign().id, "edition": office.campaign().edition, "juror": juror,
        "new": opened.new, "updated": opened.updated, "unchanged": opened.unchanged, "gone": opened.gone,
        "store": run.store.display().to_string(),
    });
    let saying = Saying::new("opened")
        .text("juror", &juror)
        .text("edition", &office.campaign().edition)
        .number("new", opened.new)
        .number("updated", opened.updated)
        .number("unchanged", opened.unchanged);
    let gone = (!opened.gone.is_empty())
        .then(|| Saying::new("opened-gone").text("numbers", opened.gone.join(", ")))
        .map(|saying| run.speech.say(&saying));
    let lines = std::iter::once(run.speech.say(&saying)).chain(gone);
    run.out.report(&document, lines);
    Ok(())
}

pub(super) fn dossiers(run: &Run) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let rows = office.rows()?;
    let list: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({"id": row.id, "number": row.number, "name": row.name, "kind": row.kind, "answers": row.answers,
                "scored": row.scored, "criteria": row.criteria, "state": row.state.as_str()})
        })
        .collect();
    let lines = rows.iter().map(|row| {
        let state = run.speech.word(&format!("state-{}", row.state.as_str()));
        format!(
            "{:>8}  {:<40}  {:>2}/{:<2}  {state}",
            Inert::line(&row.number),
            Inert::line(&row.name),
            row.scored,
            row.criteria
        )
    });
    let lines: Vec<String> = lines.collect();
    run.out.report(&Value::Array(list), lines);
    Ok(())
}

pub(super) fn score(run: &Run, args: ScoreArgs) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let dossier = office.find_dossier(&args.dossier)?;
    let criterion = CriterionCode::new(args.criterion);
    let scale = office.grid().scale();
    let Some(mark) = Mark::parse(&args.value, scale) else {
        let saying = Saying::new("score-off-scale")
            .text("found", &args.value)
            .number("least", scale.min)
            .number("most", scale.max);
        return Err(Failure::Refused(saying));
    };
    let change = CellChange {
        mark: Some(Some(mark)),
        comment: args.comment.map(Comment),
        feedback: args.feedback.map(Feedback),
        note: args.note.map(Note),
        citations: None,
        goes_on: false,
    };
    let document = json!({"dossier": dossier, "criterion": criterion, "value": mark_json(mark)});
    let saying = Saying::new("scored")
        .text("dossier", &dossier)
        .text("criterion", &criterion)
        .text("value", mark);
    office.perform(Act::Score {
        dossier,
        criterion,
        change,
    })?;
    run.out.report(&document, [run.speech.say(&saying)]);
    Ok(())
}

/// Writes a mark as JSON does: a number, or its word.
pub(super) fn mark_json(mark: Mark) -> Value {
    match mark.score() {
        Some(score) => json!(score.value()),
        None => json!(mark.to_string()),
    }
}

pub(super) fn recuse(run: &Run, args: &RecuseArgs) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let dossier = office.find_dossier(&args.dossier)?;
    let reason = (!args.undo).then(|| args.reason.clone().unwrap_or_default());
    let saying = Saying::new(if args.undo { "recusal-undone" } else { "recused" }).text("dossier", &dossier);
    if let Report::Recused { dossier, recused } = office.perform(Act::Recuse { dossier, reason })? {
        run.out.report(
            &json!({"dossier": dossier, "recused": recused}),
            [run.speech.say(&saying)],
        );
    }
    Ok(())
}

pub(super) fn sheet(run: &Run, verb: SheetVerb) -> Result<(), Failure> {
    match verb {
        SheetVerb::Write { file, to } => sheet_write(run, file, to),
        SheetVerb::Show { file } => sheet_show(run, &file),
        SheetVerb::Verify { file } => sheet_verify(run, &file),
    }
}

fn sheet_write(run: &Run, file: Option<PathBuf>, to: Option<PathBuf>) -> Result<(), Failure> {
    let mut office = run.office(Access::Read)?;
    let juror = office.juror().map(|juror| juror.name);
    let path = match to {
        Some(folder) => folder.join(office.sheet_name()?),
        None => file.unwrap_or_default(),
    };
    let Report::SheetWritten(written) = office.perform(Act::WriteSheet { path })? else {
        return Ok(());
    };
    let missing: Vec<Value> = written
        .missing
        .iter()
        .map(|(number, codes)| json!({"dossier": number, "criteria": codes}))
        .collect();
    let document = json!({
        "file": written.path.display().to_string(), "juror": juror, "revision": written.revision,
        "scored": written.scored, "missing": missing, "fingerprint": written.fingerprint,
    });
    let first = Saying::new("sheet-written")
        .text("file", written.path.display())
        .number("revision", written.revision)
        .number("scored", written.scored)
        .text("fingerprint", &written.fingerprint);
    let gaps = written.missing.iter().map(|(number, codes)| {
        let codes: Vec<&str> = codes.iter().map(CriterionCode::as_str).collect();
        run.speech.say(
            &Saying::new("sheet-gap")
                .text("dossier", number)
                .text("criteria", codes.join(", ")),
        )
    });
    let lines: Vec<String> = std::iter::once(run.speech.say(&first)).chain(gaps).collect();
    run.out.report(&document, lines);
    Ok(())
}

fn sheet_show(run: &Run, file: &Path) -> Result<(), Failure> {
    let sheet = read_sheet(file)?;
    let (dossiers, scores, recusals) = sheet.counts();
    let document = json!({
        "file": file.display().to_string(), "campaign": sheet.campaign(), "juror": sheet.juror(),
        "device": sheet.device(), "revision": sheet.revision(), "written_at": sheet.written_at(),
        "dossiers": dossiers, "scores": scores, "recusals": recusals, "fingerprint": sheet.fingerprint(),
    });
    let saying = Saying::new("sheet-shown")
        .text("juror", sheet.juror())
        .number("revision", sheet.revision())
        .text("at", sheet.written_at())
        .number("dossiers", dossiers)
        .number("scores", scores)
        .number("recusals", recusals)
        .text("fingerprint", sheet.fingerprint());
    run.out.report(&document, [run.speech.say(&saying)]);
    Ok(())
}

fn sheet_verify(run: &Run, file: &Path) -> Result<(), Failure> {
    let office = run.store.exists().then(|| run.office(Access::Read)).transpose()?;
    let (verdict, against) = verify_sheet(file, office.as_ref());
    let name = file.display().to_string();
    match verdict {
        Ok(()) => {
            let document = json!({"file": name, "valid": true, "against": against});
            let saying = Saying::new(if against == "campaign" {
                "sheet-valid"
            } else {
                "sheet-valid-alone"
            });
            run.out
                .report(&document, [run.speech.say(&saying.text("file", &name))]);
            Ok(())
        }
        Err(refusal) => {
            let why = Speech::new(Lang::En).say(&refusal.saying());
            let document = json!({"file": name, "valid": false, "against": against, "why": why});
            run.out
                .report(&document, [run.speech.say(&refusal.saying().text("file", &name))]);
            Err(Failure::Told(3))
        }
    }
}
