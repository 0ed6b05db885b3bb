//! `agreement`: how far the jury can be relied on.

use super::{Failure, Run};
use crate::domain::ratio::Ratio;
use crate::domain::words::Lang;
use crate::office::{Answer, JuryAgreement, Question, agreement_of_file};
use crate::reliability::{Agreement, Severity, Why};
use crate::speech::Speech;
use crate::store::Access;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Decimals in JSON: more than two packages agree on.
const PLACES: usize = 12;

pub(super) fn agreement(run: &Run, ratings: Option<&Path>) -> Result<(), Failure> {
    let agreement = match ratings {
        Some(file) => agreement_of_file(file)?,
        None => match run.office(Access::Read)?.ask(Question::Agreement)? {
            Answer::Agreement(agreement) => *agreement,
            _ => return Ok(()),
        },
    };
    let document = if run.out.is_json() {
        document(&agreement)
    } else {
        Value::Null
    };
    let lines = agreement.told(run.speech.lang());
    run.out
        .report(&document, lines.iter().map(|line| run.speech.say(line)));
    Ok(())
}

fn number(ratio: &Ratio) -> Value {
    serde_json::from_str(&ratio.digits(PLACES)).unwrap_or(Value::Null)
}

fn document(agreement: &JuryAgreement) -> Value {
    let english = Speech::new(Lang::En);
    let (mut object, mut why) = coefficients(&agreement.overall, &english);
    match &agreement.severity {
        Ok(jurors) => {
            let rows = jurors.iter().filter(|juror| juror.n > 0);
            let rows: Vec<Value> = rows.map(|juror| severity(juror, agreement)).collect();
            object.insert("severity".to_owned(), rows.into());
            if let Some(Err(reason)) = jurors.first().map(|juror| &juror.se) {
                why.insert("severity_se".to_owned(), english.say(&reason.saying()).into());
            }
        }
        Err(reason) => {
            object.insert("severity".to_owned(), Value::Null);
            why.insert("severity".to_owned(), english.say(&reason.saying()).into());
        }
    }
    if !agreement.criteria.is_empty() {
        let each = agreement.criteria.iter().map(|(code, found)| {
            let (mut object, why) = coefficients(found, &english);
            object.insert("why".to_owned(), why.into());
            (code.to_string(), Value::Object(object))
        });
        object.insert("criteria".to_owned(), Value::Object(each.collect()));
    }
    object.insert("why".to_owned(), why.into());
    Value::Object(object)
}

fn severity(juror: &Severity, of: &JuryAgreement) -> Value {
    let who = of.jurors.get(juror.juror);
    json!({
        "juror": who.map_or_else(|| json!(juror.juror), |name| json!(name)),
        "b": number(&juror.b),
        "se": juror.se.as_ref().ok().map(number),
        "n": juror.n,
    })
}

/// Returns every coefficient by its key, and why some are null.
fn coefficients(found: &Agreement, english: &Speech) -> (Map<String, Value>, Map<String, Value>) {
    let (mut object, mut why) = (Map::new(), Map::new());
    let mut reason = |key: &str, reason: Why| {
        why.insert(key.to_owned(), english.say(&reason.saying()).into());
        Value::Null
    };
    for (key, known) in found.coefficients() {
        let value = match known {
            Ok(ratio) => number(ratio),
            Err(undefined) => reason(key, *undefined),
        };
        object.insert(key.to_owned(), value);
    }
    let jackknife = match &found.alpha_ordinal_jackknife {
        Ok(interval) => json!([number(&interval.low), number(&interval.high)]),
        Err(undefined) => reason("alpha_ordinal_jackknife", *undefined),
    };
    object.insert("alpha_ordinal_jackknife".to_owned(), jackknife);
    let counts = [
        ("connected_components", found.connected_components),
        ("n_complete_units", found.n_complete_units),
        ("n_pairable_units", found.n_pairable_units),
        ("n_ratings", found.n_ratings),
    ];
    object.extend(counts.map(|(key, count)| (key.to_owned(), count.into())));
    (object, why)
}
