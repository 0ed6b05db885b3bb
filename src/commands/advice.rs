//! What the committee may ask and nobody has to follow: an order within levels, and what would be.

use super::Run;
use super::args::WhatIfArgs;
use super::error::Failure;
use super::sitting::level_word;
use crate::domain::ids::LevelCode;
use crate::domain::saying::Saying;
use crate::office::{Answer, Moved, Question, RankedLevel, RankedRow, WhatIf};
use crate::store::Access;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn ranking(run: &Run) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let Answer::Ranking(ranking) = office.ask(Question::Ranking)? else {
        return Ok(());
    };
    let levels = ranking.levels;
    let list: Vec<Value> = levels.iter().flat_map(level_json).collect();
    let mut lines = vec![run.speech.word("ranking-advice")];
    for level in &levels {
        for row in &level.rows {
            let saying = Saying::new("ranking-line")
                .text("level", level_word(run, Some(code(level))))
                .number("rank", row.rank)
                .text("number", &row.number)
                .text("name", &row.name);
            let gauge = row.gauge.as_ref().map_or_else(
                || "–".to_owned(),
                |gauge| {
                    let sign = if gauge.is_plus() { "+" } else { "−" };
                    format!("{}{sign}", gauge.grade)
                },
            );
            lines.push(run.speech.say(&saying.text("gauge", gauge)));
        }
    }
    run.out.report(&Value::Array(list), lines);
    Ok(())
}

fn code(level: &RankedLevel) -> &str {
    level.level.as_ref().map_or("none", LevelCode::as_str)
}

fn level_json(level: &RankedLevel) -> impl Iterator<Item = Value> {
    let code = code(level);
    level.rows.iter().map(move |row| row_json(code, row))
}

fn row_json(code: &str, row: &RankedRow) -> Value {
    let gauge = row.gauge.as_ref().map(|gauge| {
        json!({"grade": gauge.grade, "above": gauge.above.to_string(), "below": gauge.below.to_string()})
    });
    json!({"level": code, "rank": row.rank, "id": row.id, "number": row.number, "name": row.name,
        "decided": row.is_decided, "gauge": gauge})
}

pub(super) fn what_if(run: &Run, args: &WhatIfArgs) -> Result<(), Failure> {
    let office = run.office(Access::Read)?;
    let without = args.without.iter().map(|name| office.find_juror(name));
    let without = without.collect::<Result<BTreeSet<_>, _>>()?;
    let weights = args.weight.iter().map(|pair| {
        let parts = pair.split_once('=');
        let read =
            parts.and_then(|(code, weight)| Some((code.trim().to_owned(), weight.trim().parse().ok()?)));
        read.ok_or_else(|| Failure::Refused(Saying::new("what-if-weight-malformed").text("found", pair)))
    });
    let weights = weights.collect::<Result<BTreeMap<_, _>, _>>()?;
    let Answer::WhatIf(rows) = office.ask(Question::WhatIf(WhatIf { without, weights }))? else {
        return Ok(());
    };
    let list: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({"id": row.id, "number": row.number, "name": row.name, "proposed": row.proposed,
                "then": row.then})
        })
        .collect();
    let moved: Vec<&Moved> = rows.iter().filter(|row| row.moves()).collect();
    let head = Saying::new("what-if-head").number("moved", moved.len());
    let mut lines = vec![run.speech.say(&head.number("all", rows.len()))];
    lines.extend(moved.iter().map(|row| {
        let saying = Saying::new("what-if-line")
            .text("number", &row.number)
            .text("name", &row.name)
            .text("proposed", level_word(run, row.proposed.as_deref()));
        run.speech
            .say(&saying.text("then", level_word(run, row.then.as_deref())))
    }));
    run.out.report(&Value::Array(list), lines);
    Ok(())
}
