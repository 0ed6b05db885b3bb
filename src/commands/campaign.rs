//! The coordinator prepares: campaign, dossiers, packages.

use super::Run;
use super::args::{CampaignVerb, PackArgs};
use super::error::Failure;
use super::passphrase;
use super::progress::watched;
use crate::domain::grid::Grid;
use crate::domain::saying::Saying;
use crate::domain::text::Inert;
use crate::domain::words::Lang;
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

pub(super) fn pack(run: &Run, args: PackArgs) -> Result<(), Failure> {
    let mut office = run.office(Access::Read)?;
    let lock = passphrase::lock(run, &args)?;
    let juror = args.juror.map(|name| office.find_juror(&name)).transpose()?;
    let out = args.out;
    let act = match lock {
        Some(lock) => Act::PackSealed { out, juror, lock },
        None => Act::Pack { out, juror },
    };
    if let Report::Packed(files) = watched(run, &mut office, act)? {
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
