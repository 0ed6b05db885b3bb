//! Dossiers: taken in, looked at whole, set aside.

use super::Run;
use super::args::{DossierVerb, FromArg, ImportArgs, StandingArg};
use super::error::Failure;
use super::progress::watched;
use crate::domain::difference::Part;
use crate::domain::dossier::Standing;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::act::{Changed, ImportRequest, Imported, Origin, RefusedPlace};
use crate::office::{Act, Report};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn import(run: &Run, args: ImportArgs) -> Result<(), Failure> {
    let origin = match args.from {
        FromArg::Auto => Origin::Auto,
        FromArg::Demarche => Origin::Demarche,
        FromArg::Table => Origin::Table,
        FromArg::Bag => Origin::Bag,
    };
    let request = ImportRequest {
        paths: args.paths,
        origin,
        mapping_file: args.mapping,
        evidence: args.evidence,
        allow_incomplete: args.allow_incomplete,
        mapping: BTreeMap::new(),
        forgotten: BTreeSet::new(),
        dry_run: args.dry_run,
    };
    let mut office = run.office(Access::Write)?;
    let Report::Imported(imported) = watched(run, &mut office, Act::Import(request))? else {
        return Ok(());
    };
    run.out.report(
        &imported_json(&imported),
        imported_lines(&imported, args.dry_run, &run.speech),
    );
    Ok(())
}

fn imported_json(imported: &Imported) -> Value {
    let english = Speech::new(Lang::En);
    let places = |places: &[RefusedPlace]| -> Vec<Value> {
        let place = |p: &RefusedPlace| json!({"source": p.source, "at": p.at, "why": english.say(&p.why)});
        places.iter().map(place).collect()
    };
    let unmapped = imported.asked.iter().filter(|asked| asked.to.is_none());
    let unmapped: Vec<Value> = unmapped
        .map(|asked| json!({"champ": asked.champ, "label": asked.label}))
        .collect();
    let changes: Vec<Value> = imported.changes.iter().map(changed_json).collect();
    let mut document = json!({
        "new": imported.new, "updated": imported.updated, "unchanged": imported.unchanged,
        "refused": places(&imported.refused), "warnings": places(&imported.warnings),
        "changes": changes, "withdrawn": imported.withdrawn, "unmapped": unmapped,
    });
    if let (Some(object), Some(proposal)) = (document.as_object_mut(), &imported.proposal) {
        object.insert("mapping".to_owned(), json!(proposal));
        object.insert("would_be_refused".to_owned(), json!(imported.would_be_refused));
    }
    document
}

fn changed_json(changed: &Changed) -> Value {
    let fields: Vec<Value> = changed
        .differences
        .iter()
        .map(|d| {
            let (part, name) = part_of(&d.part);
            json!({"part": part, "name": name, "before": d.before, "after": d.after})
        })
        .collect();
    json!({"number": changed.number, "name": changed.name, "fields": fields})
}

/// Returns a part's kind and which of that kind it is.
fn part_of(part: &Part) -> (&'static str, &str) {
    match part {
        Part::Name => ("name", ""),
        Part::Kind => ("kind", ""),
        Part::Submitted => ("submitted_at", ""),
        Part::Identity(name) => ("identity", name),
        Part::Answer(label) => ("answer", label),
        Part::Evidence(name) => ("evidence", name),
    }
}

fn imported_lines(imported: &Imported, dry_run: bool, speech: &Speech) -> Vec<String> {
    let id = match (imported.would_be_refused, dry_run) {
        (true, _) => "imported-dry-refused",
        (false, true) => "imported-dry",
        (false, false) => "imported",
    };
    let first = Saying::new(id)
        .number("new", imported.new)
        .number("updated", imported.updated)
        .number("unchanged", imported.unchanged);
    let mut lines = vec![speech.say(&first)];
    for changed in &imported.changes {
        lines.push(format!("~ {} {}", changed.number, Inert::line(&changed.name)));
        lines.extend(
            changed
                .differences
                .iter()
                .map(|d| format!("    {}", speech.say(&d.said(QUOTED)))),
        );
    }
    let untold = imported
        .updated
        .saturating_sub(imported.changes.len() + imported.withdrawn.len());
    if untold > 0 {
        lines.push(speech.say(&Saying::new("imported-more").number("n", untold)));
    }
    let withdrawn = imported.withdrawn.iter();
    lines.extend(withdrawn.map(|n| speech.say(&Saying::new("imported-withdrawn").text("number", n))));
    let place = |mark: &str, p: &RefusedPlace| {
        format!(
            "{mark} {} {} : {}",
            Inert::line(&p.source),
            Inert::line(&p.at),
            speech.say(&p.why)
        )
    };
    lines.extend(imported.refused.iter().map(|p| place("✗", p)));
    lines.extend(imported.warnings.iter().map(|p| place("!", p)));
    lines
}

/// The longest text of which a line of the report quotes all, in characters.
const QUOTED: usize = 60;

pub(super) fn dossier(run: &Run, verb: DossierVerb) -> Result<(), Failure> {
    match verb {
        DossierVerb::Show { dossier } => show(run, &dossier),
        DossierVerb::Standing {
            dossier,
            standing,
            reason,
        } => stand(run, &dossier, standing, reason.unwrap_or_default()),
    }
}

fn show(run: &Run, name: &str) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let (dossier, beside) = office.as_received(&office.find_dossier(name)?)?;
    let mut lines = vec![format!("{} {}", dossier.number, Inert::line(&dossier.name))];
    for answer in dossier.answers.iter().filter(|answer| answer.is_given()) {
        lines.push(format!("· {}", Inert::line(&answer.label)));
        lines.push(format!("  {}", Inert::block(&answer.text)));
    }
    for piece in &dossier.evidence {
        let missing = piece.sha256.is_none().then(|| run.speech.word("dossier-missing"));
        let missing = missing.map(|word| format!(" ({word})")).unwrap_or_default();
        lines.push(format!("@ {}{missing}", Inert::line(&piece.name)));
    }
    for message in &beside.messages {
        lines.push(format!(
            "> {} {}",
            Inert::line(&message.at),
            Inert::line(&message.from)
        ));
        lines.push(format!("  {}", Inert::block(&message.text)));
    }
    for opinion in &beside.opinions {
        lines.push(format!(
            "? {} {}",
            Inert::line(&opinion.at),
            Inert::line(&opinion.of)
        ));
        lines.push(format!("  {}", Inert::block(&opinion.question)));
        lines.push(format!("  {}", Inert::block(&opinion.reply)));
    }
    let mut document = serde_json::to_value(&dossier).unwrap_or_default();
    if let Some(object) = document.as_object_mut() {
        object.insert("correspondence".to_owned(), json!(beside));
    }
    run.out.report(&document, lines);
    Ok(())
}

fn stand(run: &Run, name: &str, standing: StandingArg, reason: String) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let dossier = office.find_dossier(name)?;
    let (standing, id) = match standing {
        StandingArg::Received => (Standing::Received, "stood-received"),
        StandingArg::Irrecevable => (Standing::Irrecevable, "stood-irrecevable"),
        StandingArg::Withdrawn => (Standing::Withdrawn, "stood-withdrawn"),
    };
    let document = json!({"dossier": dossier, "standing": standing});
    let saying = Saying::new(id).text("dossier", &dossier);
    office.perform(Act::Stand {
        dossier,
        standing,
        reason,
    })?;
    run.out.report(&document, [run.speech.say(&saying)]);
    Ok(())
}
