//! The typed value of a champ, by the platform's type, and its text for reading.

use super::applicant;
use crate::domain::dossier::Value;
use crate::exchange::json::{Node, Shape};

/// A value, and its text where the platform's own would say less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    value: Value,
    text: Option<String>,
}

impl Typed {
    /// Makes a value that the platform's text shows well.
    pub(super) fn plain(value: Value) -> Self {
        Self { value, text: None }
    }

    /// Makes a value with its own text.
    pub(super) fn shown(value: Value, text: impl Into<String>) -> Self {
        Self {
            value,
            text: Some(text.into()),
        }
    }

    /// Returns the value and its text: its own, else the platform's, else the value's plainest form.
    pub(super) fn with_text(self, string: &str) -> (Value, String) {
        let text = match self.text {
            Some(text) => text,
            None if self.value == Value::Text || !string.trim().is_empty() => string.to_owned(),
            None => plainest(&self.value),
        };
        (self.value, text)
    }
}

fn plainest(value: &Value) -> String {
    match value {
        Value::Integer(text) | Value::Decimal(text) | Value::Date(text) | Value::Datetime(text) => {
            text.clone()
        }
        Value::Place { name, code } if code.is_empty() => name.clone(),
        Value::Place { name, code } => format!("{name} ({code})"),
        _ => String::new(),
    }
}

/// Tells whether a type of the platform is known here; of some, only the text is of use.
pub(super) fn is_known(kind: &str) -> bool {
    matches!(
        kind,
        "TextChamp"
            | "CheckboxChamp"
            | "YesNoChamp"
            | "IntegerNumberChamp"
            | "DecimalNumberChamp"
            | "DateChamp"
            | "DatetimeChamp"
            | "DropDownListChamp"
            | "MultipleDropDownListChamp"
            | "LinkedDropDownListChamp"
            | "PieceJustificativeChamp"
            | "RepetitionChamp"
            | "CommuneChamp"
            | "AddressChamp"
            | "EpciChamp"
            | "DepartementChamp"
            | "RegionChamp"
            | "PaysChamp"
            | "SiretChamp"
            | "DossierLinkChamp"
            | "CiviliteChamp"
            | "CarteChamp"
            | "RNAChamp"
            | "RNFChamp"
            | "TitreIdentiteChamp"
            | "EngagementJuridiqueChamp"
    )
}

/// Reads the value that a type gives; nothing where the candidate left it empty or the type has only text.
pub(super) fn read(champ: &Node<'_>, kind: &str, string: &str) -> Result<Option<Typed>, Shape> {
    match kind {
        "CheckboxChamp" => flag(champ, "checked", string, Typed::shown(Value::Blank, "")),
        "YesNoChamp" => flag(champ, "selected", string, Typed::shown(Value::Bool(false), "Non")),
        "IntegerNumberChamp" => number(champ, "integerNumber", string, is_integer, Value::Integer),
        "DecimalNumberChamp" => number(champ, "decimalNumber", string, is_decimal, Value::Decimal),
        "DateChamp" => moment(champ, "date", is_date, Value::Date),
        "DatetimeChamp" => moment(champ, "datetime", is_datetime, Value::Datetime),
        "DropDownListChamp" => choice(champ, "value"),
        "CiviliteChamp" => choice(champ, "civilite"),
        "MultipleDropDownListChamp" => choices(champ),
        "LinkedDropDownListChamp" => linked(champ),
        "CommuneChamp" => place(champ, "commune", "name", "code"),
        "EpciChamp" => place(champ, "epci", "name", "code"),
        "DepartementChamp" => place(champ, "departement", "name", "code"),
        "RegionChamp" => place(champ, "region", "name", "code"),
        "PaysChamp" => place(champ, "pays", "name", "code"),
        "AddressChamp" => match place(champ, "address", "label", "cityCode")? {
            Some(address) => Ok(Some(address)),
            None => place(champ, "commune", "name", "code"),
        },
        "SiretChamp" => body(champ),
        "DossierLinkChamp" => dossier(champ),
        _ => Ok(None),
    }
}

/// The platform's text is asked only where its typed key lacks.
fn flag(champ: &Node<'_>, key: &'static str, string: &str, no: Typed) -> Result<Option<Typed>, Shape> {
    let told = match string {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    };
    Ok(champ.flag(key)?.or(told).map(|yes| {
        if yes {
            Typed::shown(Value::Bool(true), "Oui")
        } else {
            no
        }
    }))
}

fn number(
    champ: &Node<'_>,
    key: &'static str,
    string: &str,
    is_one: fn(&str) -> bool,
    make: fn(String) -> Value,
) -> Result<Option<Typed>, Shape> {
    let digits = champ.digits(key)?.unwrap_or(string).trim();
    Ok(is_one(digits).then(|| Typed::plain(make(digits.to_owned()))))
}

fn moment(
    champ: &Node<'_>,
    key: &'static str,
    is_one: fn(&str) -> bool,
    make: fn(String) -> Value,
) -> Result<Option<Typed>, Shape> {
    let text = champ.words(key)?.filter(|text| is_one(text));
    Ok(text.map(|text| Typed::plain(make(text.to_owned()))))
}

fn choice(champ: &Node<'_>, key: &'static str) -> Result<Option<Typed>, Shape> {
    let chosen = champ.words(key)?;
    Ok(chosen.map(|chosen| Typed::shown(Value::Choice(chosen.to_owned()), chosen)))
}

/// The platform joins choices by commas, which choices may contain.
fn choices(champ: &Node<'_>) -> Result<Option<Typed>, Shape> {
    let chosen = champ.texts("values")?;
    let text = chosen.join("\u{a0}; ");
    Ok((!chosen.is_empty()).then(|| Typed::shown(Value::Choices(chosen), text)))
}

fn linked(champ: &Node<'_>) -> Result<Option<Typed>, Shape> {
    let first = champ.words("primaryValue")?;
    let second = champ.words("secondaryValue")?;
    let text = [first, second]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" / ");
    let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Ok((!text.is_empty()).then(|| Typed::shown(Value::Linked(owned(first), owned(second)), text)))
}

fn place(
    champ: &Node<'_>,
    key: &'static str,
    name: &'static str,
    code: &'static str,
) -> Result<Option<Typed>, Shape> {
    let Some(place) = champ.object(key)? else {
        return Ok(None);
    };
    let read = || -> Result<Option<Typed>, Shape> {
        let code = place.text(code)?.unwrap_or_default().to_owned();
        let named = place.words(name)?.map(str::to_owned);
        Ok(named.map(|name| Typed::plain(Value::Place { name, code })))
    };
    read().map_err(|shape| shape.under(key))
}

/// The platform's text is the SIRET alone: the name is added.
fn body(champ: &Node<'_>) -> Result<Option<Typed>, Shape> {
    let Some(body) = champ.object("etablissement")? else {
        return Ok(None);
    };
    let read = || -> Result<Option<Typed>, Shape> {
        let Some(code) = body.words("siret")?.map(str::to_owned) else {
            return Ok(None);
        };
        let name = applicant::legal_name(body)?.unwrap_or_else(|| code.clone());
        let text = if name == code {
            code.clone()
        } else {
            format!("{name} ({code})")
        };
        Ok(Some(Typed::shown(Value::Place { name, code }, text)))
    };
    read().map_err(|shape| shape.under("etablissement"))
}

fn dossier(champ: &Node<'_>) -> Result<Option<Typed>, Shape> {
    let Some(other) = champ.object("dossier")? else {
        return Ok(None);
    };
    let number = other.digits("number").map_err(|shape| shape.under("dossier"))?;
    Ok(number.map(|number| Typed::shown(Value::Dossier(number.to_owned()), number)))
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A decimal number as JSON writes one.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    is_integer(whole)
        && is_integer(fraction)
        && !fraction.starts_with('-')
        && is_integer(exponent.strip_prefix('+').unwrap_or(exponent))
}

/// Tells whether a text is a day of the calendar, `YYYY-MM-DD`.
pub(in crate::exchange) fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// Tells whether a text is a moment, RFC 3339.
pub(in crate::exchange) fn is_datetime(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok()
}
