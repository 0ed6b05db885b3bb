//! `agreement`: how far the jury can be relied on.

use super::{Failure, Run};
use crate::domain::ratio::Ratio;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;
use crate::office::{Answer, JuryAgreement, Question, agreement_of_file};
use crate::reliability::{Agreement, FEW_RATINGS, FEW_UNITS, Known, Severity};
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
    run.out.report(&document, lines(&agreement, &run.speech));
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
    let mut reason = |key: &str, reason: crate::reliability::Why| {
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

fn lines(agreement: &JuryAgreement, speech: &Speech) -> Vec<String> {
    let mut lines = vec![speech.word("agreement-advice")];
    lines.push(line(
        &speech.word("agreement-overall"),
        &agreement.overall,
        speech,
    ));
    for (code, found) in &agreement.criteria {
        lines.push(line(code.as_str(), found, speech));
    }
    lines.push(speech.word("agreement-severity"));
    match &agreement.severity {
        Ok(jurors) => lines.extend(jurors.iter().filter(|juror| juror.n > 0).map(|juror| {
            let who = agreement.jurors.get(juror.juror);
            let who = who.cloned().unwrap_or_else(|| juror.juror.to_string());
            if juror.n < FEW_RATINGS {
                let few = Saying::new("agreement-juror-few").text("juror", who);
                return speech.say(&few.number("n", juror.n));
            }
            let said = Saying::new("agreement-juror")
                .text("juror", who)
                .text("b", signed(&juror.b, speech))
                .text("se", shown(&juror.se, speech));
            speech.say(&said.number("n", juror.n))
        })),
        Err(why) => lines.push(format!("  {}", speech.say(&why.saying()))),
    }
    lines
}

fn line(of: &str, found: &Agreement, speech: &Speech) -> String {
    if found.n_pairable_units < FEW_UNITS {
        let few = Saying::new("agreement-few").text("of", of);
        return speech.say(&few.number("n", found.n_pairable_units));
    }
    let percent = |known: &Known| match known {
        Ok(ratio) => ratio.percent().to_string(),
        Err(_) => "–".to_owned(),
    };
    let interval = match &found.alpha_ordinal_jackknife {
        Ok(interval) => format!(
            "{} – {}",
            signed(&interval.low, speech),
            signed(&interval.high, speech)
        ),
        Err(why) => speech.say(&why.saying()),
    };
    let said = Saying::new("agreement-line")
        .text("of", of)
        .text("identical", percent(&found.identical))
        .text("near", percent(&found.within_one))
        .text("alpha", shown(&found.alpha_ordinal, speech))
        .text("interval", interval)
        .number("n", found.n_pairable_units);
    speech.say(&said)
}

fn shown(known: &Known, speech: &Speech) -> String {
    match known {
        Ok(ratio) => signed(ratio, speech),
        Err(why) => speech.say(&why.saying()),
    }
}

fn signed(ratio: &Ratio, speech: &Speech) -> String {
    ratio.decimal(match speech.lang() {
        Lang::Fr => ',',
        Lang::En => '.',
    })
}
