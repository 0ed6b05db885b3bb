//! The committee sits: who is there, in what order it goes, what it decides.

use super::Run;
use super::args::{AdoptArgs, AgendaVerb, DecideArgs, SessionVerb};
use super::error::Failure;
use crate::domain::decision::Ruling;
use crate::domain::ids::{CriterionCode, DossierId, JurorId, LevelCode};
use crate::domain::motion::{Dissent, Hands, Motion, Vote};
use crate::domain::saying::Saying;
use crate::domain::score::{Mark, Scale};
use crate::office::act::Decide;
use crate::office::ask::SessionView;
use crate::office::{Act, Answer, Office, Question, Report};
use crate::store::Access;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn session(run: &Run, verb: SessionVerb) -> Result<(), Failure> {
    if matches!(verb, SessionVerb::Show) {
        return show(run);
    }
    let mut office = run.office(Access::Write)?;
    let (document, saying) = match verb {
        SessionVerb::Show => return Ok(()),
        SessionVerb::Open { present } => {
            let present = found(&office, &present)?;
            let mut document = json!({"present": present});
            let Report::SittingOpened { number } = office.perform(Act::OpenSitting { present })? else {
                return Ok(());
            };
            if let Some(object) = document.as_object_mut() {
                object.insert("sitting".to_owned(), json!(number));
            }
            (document, Saying::new("sitting-opened").number("number", number))
        }
        SessionVerb::Arrive { names } => attend(&mut office, &names, true)?,
        SessionVerb::Leave { names } => attend(&mut office, &names, false)?,
        SessionVerb::Break => pause(&mut office, true)?,
        SessionVerb::Resume => pause(&mut office, false)?,
        SessionVerb::Close => {
            office.perform(Act::CloseSitting)?;
            (json!({"closed": true}), Saying::new("sitting-closed"))
        }
    };
    run.out.report(&document, [run.speech.say(&saying)]);
    Ok(())
}

fn found(office: &Office, names: &[String]) -> Result<Vec<JurorId>, Failure> {
    let found = names.iter().map(|name| office.find_juror(name));
    Ok(found.collect::<Result<Vec<_>, _>>()?)
}

/// Adds members to those in the room, or takes them away.
fn attend(office: &mut Office, names: &[String], come: bool) -> Result<(Value, Saying), Failure> {
    let who: BTreeSet<JurorId> = found(office, names)?.into_iter().collect();
    let Answer::Room(room) = office.ask(Question::Room)? else {
        return Err(Failure::from(no_sitting()));
    };
    let there = room.sitting.ok_or_else(no_sitting)?.present;
    let present: BTreeSet<JurorId> = if come {
        there.union(&who).cloned().collect()
    } else {
        there.difference(&who).cloned().collect()
    };
    let document = json!({"present": present});
    let Report::Attended { arrived, left } = office.perform(Act::Attend { present })? else {
        return Ok((document, Saying::new("sitting-attended")));
    };
    let saying = Saying::new("sitting-attended").number("arrived", arrived);
    Ok((document, saying.number("left", left)))
}

fn no_sitting() -> crate::office::OfficeError {
    crate::office::OfficeError::State(Saying::new("sitting-none"))
}

fn pause(office: &mut Office, on: bool) -> Result<(Value, Saying), Failure> {
    office.perform(Act::Pause { on })?;
    let id = if on { "sitting-paused" } else { "sitting-resumed" };
    Ok((json!({"break": on}), Saying::new(id)))
}

fn show(run: &Run) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let Answer::Session(view) = office.ask(Question::Session)? else {
        return Ok(());
    };
    let SessionView { room, pace, ends_at } = *view;
    let Some(sitting) = &room.sitting else {
        let document = json!({"sitting": null});
        run.out.report(&document, [run.speech.word("sitting-not-open")]);
        return Ok(());
    };
    let named = |present: bool| {
        let members = room.members.iter().filter(move |(.., there)| *there == present);
        members.map(|(_, name, _)| name.clone()).collect::<Vec<_>>()
    };
    let before = sitting.before.as_ref().map(|before| &before.dossier);
    let document = json!({"sitting": sitting.number, "opened_at": sitting.opened_at, "present": named(true),
        "absent": named(false), "break_since": sitting.break_since, "before": before, "decided": pace.decided,
        "to_discuss": pace.to_discuss, "undisputed": pace.undisputed, "ends_at": ends_at});
    let head = Saying::new("sitting-shown")
        .number("number", sitting.number)
        .text("opened", &sitting.opened_at)
        .text("present", named(true).join(", "))
        .number("decided", pace.decided)
        .number("discuss", pace.to_discuss)
        .number("undisputed", pace.undisputed)
        .text("end", ends_at.as_deref().unwrap_or("–"));
    let mut lines = vec![run.speech.say(&head)];
    if let Some(since) = &sitting.break_since {
        lines.push(
            run.speech
                .say(&Saying::new("sitting-shown-break").text("since", since)),
        );
    }
    run.out.report(&document, lines);
    Ok(())
}

pub(super) fn arrange(run: &Run, verb: AgendaVerb) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let order = match verb {
        AgendaVerb::Reset => Vec::new(),
        AgendaVerb::Move { dossier, before } => {
            let moved = office.find_dossier(&dossier)?;
            let before = before.map(|name| office.find_dossier(&name)).transpose()?;
            let Answer::Agenda(rows) = office.ask(Question::Agenda)? else {
                return Ok(());
            };
            let mut order: Vec<DossierId> = rows.into_iter().map(|row| row.id).collect();
            order.retain(|id| *id != moved);
            let place = before.and_then(|before| order.iter().position(|id| *id == before));
            order.insert(place.unwrap_or(0), moved);
            order
        }
    };
    let document = json!({"order": order});
    let id = if order.is_empty() {
        "agenda-reset"
    } else {
        "agenda-arranged"
    };
    office.perform(Act::Arrange { order })?;
    run.out.report(&document, [run.speech.word(id)]);
    Ok(())
}

pub(super) fn decide(run: &Run, args: DecideArgs) -> Result<(), Failure> {
    let mut office = run.office(Access::Write)?;
    let dossier = office.find_dossier(&args.dossier)?;
    let ruling = match (args.postpone, args.reopen, args.level.as_deref()) {
        (true, ..) => Ruling::Postponed,
        (_, true, _) => Ruling::Reopened,
        (.., None | Some("none")) => Ruling::Decided { level: None },
        (.., Some(code)) => Ruling::Decided {
            level: Some(LevelCode::new(code)),
        },
    };
    let level = match &ruling {
        Ruling::Decided { level } => json!(level.as_ref().map_or("none", LevelCode::as_str)),
        Ruling::Postponed | Ruling::Reopened => Value::Null,
    };
    let id = match &ruling {
        Ruling::Decided { .. } => "decided",
        Ruling::Postponed => "decision-postponed",
        Ruling::Reopened => "decision-reopened",
    };
    let motion = motion(&office, &args)?;
    let saying = Saying::new(id)
        .text("dossier", &dossier)
        .text("level", level_word(run, level.as_str()));
    let reason = args.reason.unwrap_or_default();
    let document = json!({"dossier": dossier, "level": level, "reason": reason,
        "postponed": args.postpone, "reopened": args.reopen, "motion": motion});
    let done = office.perform(Act::Decide(Box::new(Decide {
        dossier,
        ruling,
        reason,
        motion,
    })))?;
    let mut lines = vec![run.speech.say(&saying)];
    if let Report::Decided { recused, .. } = done {
        lines.extend(out(run, &recused));
    }
    run.out.report(&document, lines);
    Ok(())
}

/// Says who leaves the room.
pub(super) fn out(run: &Run, recused: &[String]) -> Option<String> {
    let names = Saying::new("agenda-recused").text("names", recused.join(", "));
    (!recused.is_empty()).then(|| run.speech.say(&names))
}

/// Returns a level's code, or the words for none.
pub(super) fn level_word(run: &Run, code: Option<&str>) -> String {
    match code {
        None => "–".to_owned(),
        Some("none") => run.speech.word("level-none"),
        Some(code) => code.to_owned(),
    }
}

fn motion(office: &Office, args: &DecideArgs) -> Result<Motion, Failure> {
    let has_vote = [&args.in_favour, &args.against, &args.abstain]
        .iter()
        .any(|hands| !hands.is_empty());
    let vote = has_vote
        .then(|| {
            Ok::<_, Failure>(Vote {
                in_favour: hands(office, &args.in_favour)?,
                against: hands(office, &args.against)?,
                abstain: hands(office, &args.abstain)?,
            })
        })
        .transpose()?;
    let dissent = args.dissent.iter().map(|text| {
        let (name, reason) = text.split_once('=').unwrap_or((text, ""));
        Ok::<_, Failure>(Dissent {
            juror: office.find_juror(name.trim())?,
            reason: reason.trim().to_owned(),
        })
    });
    Ok(Motion {
        set: values(&args.set, office.grid().scale())?,
        vote,
        dissent: dissent.collect::<Result<Vec<_>, _>>()?,
        mentions: args.mention.iter().cloned().collect(),
        feedback: args.feedback.as_deref().unwrap_or_default().trim().to_owned(),
    })
}

/// Reads hands: a number, or names, or both.
fn hands(office: &Office, shown: &[String]) -> Result<Hands, Failure> {
    let mut hands = Hands::default();
    let mut counted = 0_u32;
    for text in shown {
        match text.trim().parse::<u32>() {
            Ok(count) => counted = counted.saturating_add(count),
            Err(_) => hands.name(office.find_juror(text)?),
        }
    }
    hands.count = hands.count.max(counted);
    Ok(hands)
}

/// Reads `3.1=4`.
fn values(pairs: &[String], scale: Scale) -> Result<BTreeMap<CriterionCode, u8>, Failure> {
    let mut values = BTreeMap::new();
    for pair in pairs {
        let parts = pair.split_once('=');
        let read = parts.and_then(|(code, value)| {
            let score = Mark::parse(value, scale)?.score()?;
            Some((CriterionCode::new(code.trim()), score.value()))
        });
        let Some((code, value)) = read else {
            let saying = Saying::new("decide-set-malformed").text("found", pair);
            let saying = saying.number("least", scale.min).number("most", scale.max);
            return Err(Failure::Refused(saying));
        };
        if values.insert(code.clone(), value).is_some() {
            return Err(Failure::Refused(
                Saying::new("decide-set-twice").text("code", code),
            ));
        }
    }
    Ok(values)
}

/// Adopts what nothing calls into question: what is named, or all of it.
pub(super) fn adopt(run: &Run, args: &AdoptArgs) -> Result<(), Failure> {
    let access = if args.dry_run { Access::Read } else { Access::Write };
    let mut office = run.office(access)?;
    let find = |names: &[String]| -> Result<Vec<DossierId>, Failure> {
        let found = names.iter().map(|name| office.find_dossier(name));
        Ok(found.collect::<Result<Vec<_>, _>>()?)
    };
    let (named, except) = (find(&args.dossiers)?, find(&args.except)?);
    let Answer::Agenda(rows) = office.ask(Question::Agenda)? else {
        return Ok(());
    };
    let open = rows
        .iter()
        .filter(|row| row.is_adoptable() && !except.contains(&row.id));
    let open: Vec<_> = open
        .filter(|row| named.is_empty() || named.contains(&row.id))
        .collect();
    let list: Vec<Value> = open
        .iter()
        .map(|row| json!({"id": row.id, "number": row.number, "name": row.name, "level": row.proposed}))
        .collect();
    let mut lines: Vec<String> = open
        .iter()
        .map(|row| {
            let saying = Saying::new("adopt-line")
                .text("number", &row.number)
                .text("name", &row.name);
            let level = level_word(run, row.proposed.as_deref());
            let line = run.speech.say(&saying.text("level", level));
            match out(run, &row.recused) {
                Some(out) => format!("{line} ; {out}"),
                None => line,
            }
        })
        .collect();
    let dossiers: Vec<DossierId> = if named.is_empty() {
        open.iter().map(|row| row.id.clone()).collect()
    } else {
        named
    };
    let n = dossiers.len();
    if !args.dry_run {
        office.perform(Act::Adopt { dossiers })?;
    }
    let id = if args.dry_run { "adopt-would" } else { "adopted" };
    lines.insert(0, run.speech.say(&Saying::new(id).number("n", n)));
    run.out
        .report(&json!({"adopted": list, "dry_run": args.dry_run}), lines);
    Ok(())
}
