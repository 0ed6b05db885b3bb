//! The publication folder, and a look at it before.

use super::Run;
use super::args::{ExportArgs, LangArg};
use super::error::Failure;
use super::progress::watched;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::act::ExportRequest;
use crate::office::{Act, Answer, Doubt, OfficeError, PRINTS, Preview, Question, Report, print_templates};
use crate::store::Access;
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn export(run: &Run, args: ExportArgs) -> Result<(), Failure> {
    if let Some(folder) = args.print_templates {
        return templates(run, &folder);
    }
    if args.dry_run {
        return preview(run);
    }
    let mut office = run.office(Access::Write)?;
    let draft = args.draft;
    let request = ExportRequest {
        out: args.out.unwrap_or_default(),
        draft,
        embargo: args.embargo,
        minutes_lang: match args.minutes_lang {
            Some(LangArg::En) => Lang::En,
            Some(LangArg::Fr) | None => Lang::Fr,
        },
        templates: args.templates,
        public_only: args.public_only,
        reference: args.reference,
        history: args.history,
    };
    let done = watched(run, &mut office, Act::Export(Box::new(request)))?;
    if let Report::Exported(exported) = done {
        let document = json!({"out": exported.out.display().to_string(), "files": exported.files,
            "labelled": exported.labelled, "draft": draft, "pdf": PRINTS, "doubtful": doubts(&exported.doubtful)});
        let saying = Saying::new("exported")
            .text("out", exported.out.display())
            .number("labelled", exported.labelled);
        let doubtful = exported.doubtful.iter().map(|doubt| doubtful_line(run, doubt));
        let names = exported.files.iter().map(|name| format!("  {name}"));
        let head = std::iter::once(run.speech.say(&saying));
        let unprinted = (!PRINTS).then(|| run.speech.word("publication-unprinted"));
        let lines: Vec<String> = head.chain(doubtful).chain(names).chain(unprinted).collect();
        run.out.report(&document, lines);
    }
    Ok(())
}

fn templates(run: &Run, folder: &Path) -> Result<(), Failure> {
    let written = print_templates(folder).map_err(OfficeError::from)?;
    let saying = Saying::new("templates-printed").text("folder", folder.display());
    let document = json!({"folder": folder.display().to_string(), "files": written});
    let line = run.speech.say(&saying.number("n", written.len()));
    run.out.report(&document, [line]);
    Ok(())
}

fn preview(run: &Run) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    if let Answer::Publication(preview) = office.ask(Question::Publication)? {
        let undecided: Vec<Value> = preview
            .undecided
            .iter()
            .map(|(number, name)| json!({"number": number, "name": name}))
            .collect();
        let document = json!({"blocked": preview.is_blocked(), "undecided": undecided, "forks": preview.forks,
            "doubtful": doubts(&preview.doubtful), "labelled": preview.rows.len(), "letters": preview.letters,
            "palmares": preview.rows});
        run.out.report(&document, preview_lines(run, &preview));
    }
    Ok(())
}

fn preview_lines(run: &Run, preview: &Preview) -> Vec<String> {
    let say = |saying: Saying| run.speech.say(&saying);
    let mut lines = vec![say(Saying::new("publication-counts")
        .number("labelled", preview.rows.len())
        .number("letters", preview.letters))];
    if preview.forks > 0 {
        lines.push(say(Saying::new("publication-forks").number("n", preview.forks)));
    }
    lines.extend(preview.undecided.iter().map(|(number, name)| {
        let saying = Saying::new("publication-undecided").text("number", Inert::line(number));
        say(saying.text("name", Inert::line(name)))
    }));
    lines.extend(preview.doubtful.iter().map(|doubt| doubtful_line(run, doubt)));
    lines.extend(preview.rows.iter().map(|row| {
        format!(
            "  {} · {} · {}",
            Inert::line(&row.niveau_libelle),
            Inert::line(&row.nom),
            Inert::line(&row.code_departement)
        )
    }));
    lines
}

fn doubts(doubtful: &[Doubt]) -> Vec<Value> {
    let doubts = doubtful.iter();
    doubts
        .map(|doubt| json!({"number": doubt.number, "column": doubt.column, "value": doubt.value}))
        .collect()
}

fn doubtful_line(run: &Run, doubt: &Doubt) -> String {
    run.speech.say(&doubt.saying())
}
