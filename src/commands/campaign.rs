//! The coordinator prepares: campaign, dossiers, jury, packages.

use super::Run;
use super::args::{AssignArgs, CampaignVerb, FromArg, ImportArgs, JurorVerb, PackArgs};
use super::error::Failure;
use super::passphrase;
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
use crate::office::act::{ImportRequest, Imported, NewJuror, RefusedPlace};
use crate::office::{Act, Answer, NewCampaign, Office, Question, Report, new_campaign};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Value, json};

pub(super) fn campaign(run: &Run, verb: CampaignVerb) -> Result<(), Failure> {
    match verb {
        CampaignVerb::New {
            grid,
            edition,
            opens,
            closes,
        } => {
            let new = NewCampaign {
                grid,
                edition,
                opens,
                closes,
            };
            let office = new_campaign(&run.store, &new, run.context.clone())?;
            let mut document = described(&office)?;
            set(&mut document, "store", json!(run.store.display().to_string()));
            let saying = Saying::new("campaign-made")
                .text("edition", &office.campaign().edition)
                .text("grid", office.grid().name().in_lang(run.speech.lang()))
                .text("store", run.store.display());
            run.out.report(&document, [run.speech.say(&saying)]);
        }
        CampaignVerb::Show => {
            let office = run.office(Access::Read)?;
            let document = described(&office)?;
            let lines = shown(&office, &document, &run.speech);
            run.out.report(&document, lines);
        }
    }
    Ok(())
}

fn set(document: &mut Value, key: &str, value: Value) {
    if let Some(object) = document.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn described(office: &Office) -> Result<Value, Failure> {
    let campaign = office.campaign();
    let Answer::Overview(overview) = office.ask(Question::Overview)? else {
        return Ok(Value::Null);
    };
    Ok(json!({
        "campaign": campaign.id,
        "edition": campaign.edition,
        "role": office.role(),
        "juror": office.juror().map(|juror| juror.name),
        "opens": campaign.opens,
        "closes": campaign.closes,
        "grid": grid_json(office.grid()),
        "dossiers": overview.dossiers,
        "done": overview.done,
        "jurors": overview.jurors,
        "sitting": overview.sitting.map(|sitting| sitting.number),
    }))
}

fn grid_json(grid: &Grid) -> Value {
    let axes: Vec<Value> = grid
        .axes()
        .iter()
        .map(|axis| {
            let criteria: Vec<Value> = axis
                .criteria
                .iter()
                .map(|c| json!({"code": c.code, "name": c.name.fr, "weight": c.weight}))
                .collect();
            json!({"code": axis.code, "name": axis.name.fr, "weight": axis.weight, "criteria": criteria})
        })
        .collect();
    let levels: Vec<Value> = grid
        .levels()
        .iter()
        .map(|level| {
            let floors: serde_json::Map<String, Value> = level
                .floors
                .iter()
                .map(|(axis, floor)| (axis.to_string(), json!(floor.to_string())))
                .collect();
            json!({"code": level.code, "name": level.name.fr, "rank": level.rank, "scheme": level.scheme,
                "threshold": level.threshold.to_string(), "floors": floors})
        })
        .collect();
    json!({
        "id": grid.id(), "name": grid.name().fr, "digest": grid.digest(), "official": grid.official(),
        "scale": grid.scale(), "quorum": grid.quorum(), "axes": axes, "levels": levels,
    })
}

fn shown(office: &Office, document: &Value, speech: &Speech) -> Vec<String> {
    let lang: Lang = speech.lang();
    let grid = office.grid();
    let number = |key: &str| document.get(key).and_then(Value::as_u64).unwrap_or(0);
    let mut lines = vec![
        speech.say(
            &Saying::new("campaign-shown")
                .text("edition", &office.campaign().edition)
                .text("grid", grid.name().in_lang(lang))
                .number("dossiers", number("dossiers"))
                .number("jurors", number("jurors")),
        ),
    ];
    if !grid.official() {
        lines.push(speech.word("campaign-unofficial"));
    }
    for axis in grid.axes() {
        lines.push(format!(
            "{} {} (×{})",
            axis.code,
            Inert::line(axis.name.in_lang(lang)),
            axis.weight
        ));
        let criteria = axis.criteria.iter().map(|c| {
            format!(
                "  {} {} (×{})",
                c.code,
                Inert::line(c.name.in_lang(lang)),
                c.weight
            )
        });
        lines.extend(criteria);
    }
    for level in grid.levels() {
        lines.push(format!(
            "{} ≥ {}  {}",
            level.code,
            level.threshold,
            Inert::line(level.name.in_lang(lang))
        ));
    }
    lines
}

pub(super) fn import(run: &Run, args: ImportArgs) -> Result<(), Failure> {
    let request = ImportRequest {
        paths: args.paths,
        evidence: args.evidence,
        allow_incomplete: args.allow_incomplete,
        dry_run: args.dry_run,
    };
    // There is one reader so far, and it refuses what it can't read: `auto` is `demarche`.
    let (FromArg::Auto | FromArg::Demarche) = args.from;
    let mut office = run.office(Access::Write)?;
    let Report::Imported(imported) = office.perform(Act::Import(request))? else {
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
    json!({
        "new": imported.new, "updated": imported.updated, "unchanged": imported.unchanged,
        "refused": places(&imported.refused), "warnings": places(&imported.warnings),
    })
}

fn imported_lines(imported: &Imported, dry_run: bool, speech: &Speech) -> Vec<String> {
    let first = Saying::new(if dry_run { "imported-dry" } else { "imported" })
        .number("new", imported.new)
        .number("updated", imported.updated)
        .number("unchanged", imported.unchanged);
    let place = |mark: &str, p: &RefusedPlace| {
        format!(
            "{mark} {} {} : {}",
            Inert::line(&p.source),
            Inert::line(&p.at),
            speech.say(&p.why)
        )
    };
    let refused = imported.refused.iter().map(|p| place("✗", p));
    let warnings = imported.warnings.iter().map(|p| place("!", p));
    std::iter::once(speech.say(&first))
        .chain(refused)
        .chain(warnings)
        .collect()
}

pub(super) fn juror(run: &Run, verb: JurorVerb) -> Result<(), Failure> {
    match verb {
        JurorVerb::Add {
            name,
            email,
            affiliation,
        } => {
            let mut office = run.office(Access::Write)?;
            let new = NewJuror {
                name: name.clone(),
                email,
                affiliation,
            };
            if let Report::JurorAdded(id) = office.perform(Act::AddJuror(new))? {
                let saying = Saying::new("juror-added").text("name", &name).text("id", &id);
                run.out
                    .report(&json!({"id": id, "name": name.trim()}), [run.speech.say(&saying)]);
            }
        }
        JurorVerb::List => {
            let office = run.office(Access::Read)?;
            let jury = office.jury()?;
            let lines = jury.iter().map(|j| {
                let affiliation = j.affiliation.as_deref().unwrap_or_default();
                format!("{}  {}  {}", j.id, Inert::line(&j.name), Inert::line(affiliation))
            });
            let lines: Vec<String> = lines.collect();
            let list: Vec<Value> = jury
                .iter()
                .map(|j| json!({"id": j.id, "name": j.name, "email": j.email, "affiliation": j.affiliation}))
                .collect();
            run.out.report(&Value::Array(list), lines);
        }
        JurorVerb::Conflict {
            juror,
            dossier,
            reason,
        } => {
            let mut office = run.office(Access::Write)?;
            let (juror, dossier) = (office.find_juror(&juror)?, office.find_dossier(&dossier)?);
            let document = json!({"juror": juror, "dossier": dossier, "reason": reason});
            let saying = Saying::new("conflict-declared")
                .text("juror", &juror)
                .text("dossier", &dossier);
            let reason = reason.unwrap_or_default();
            office.perform(Act::DeclareConflict {
                juror,
                dossier,
                reason,
            })?;
            run.out.report(&document, [run.speech.say(&saying)]);
        }
    }
    Ok(())
}

pub(super) fn assign(run: &Run, args: &AssignArgs) -> Result<(), Failure> {
    if args.all {
        let mut office = run.office(Access::Write)?;
        if let Report::Assigned { seats } = office.perform(Act::AssignAll)? {
            let saying = Saying::new("assigned").number("seats", seats);
            run.out
                .report(&json!({"assigned": seats}), [run.speech.say(&saying)]);
        }
    }
    Ok(())
}

pub(super) fn pack(run: &Run, args: PackArgs) -> Result<(), Failure> {
    let mut office = run.office(Access::Read)?;
    let lock = passphrase::lock(run, &args)?;
    let juror = args.juror.map(|name| office.find_juror(&name)).transpose()?;
    let out = args.out;
    let act = match lock {
        Some(lock) => Act::PackSealed { out, juror, lock },
        None => Act::Pack { out, juror },
    };
    if let Report::Packed(files) = office.perform(act)? {
        let list: Vec<Value> = files
            .iter()
            .map(|f| json!({"juror": f.juror, "file": f.path.display().to_string(), "dossiers": f.dossiers}))
            .collect();
        let lines = files.iter().map(|f| {
            let saying = Saying::new("packed")
                .text("juror", &f.juror)
                .text("file", f.path.display());
            run.speech.say(&saying.number("dossiers", f.dossiers))
        });
        let lines: Vec<String> = lines.collect();
        run.out.report(&json!({"packages": list}), lines);
    }
    Ok(())
}
