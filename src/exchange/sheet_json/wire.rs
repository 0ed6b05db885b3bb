//! A sheet as its JSON spells it.

use crate::domain::clock::Clock;
use crate::domain::ids::{CampaignId, CriterionCode, DeviceId, Digest, DossierId, JurorId};
use crate::domain::score::Mark;
use crate::domain::sheet::{Citation, Content, Recusal, Sheet, SheetDossier, Version};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

pub(super) const FORMAT: &str = "tnl-jury/sheet";
pub(super) const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
pub(super) struct Wire {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) campaign: CampaignId,
    pub(super) grid: Digest,
    pub(super) juror: JurorId,
    pub(super) device: DeviceId,
    pub(super) revision: u64,
    pub(super) written_at: String,
    pub(super) dossiers: Vec<WireDossier>,
    pub(super) recusals: Vec<WireRecusal>,
    pub(super) public_key: String,
    pub(super) endorsement: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) signature: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireDossier {
    pub(super) id: DossierId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) digest: Option<Digest>,
    pub(super) scores: Members<CriterionCode, WireCell>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireCell {
    /// Never left out: taken back and not there are not the same.
    #[serde(deserialize_with = "required")]
    pub(super) value: Given,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) comment: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) feedback: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) citations: Vec<Citation>,
    pub(super) clock: Clock,
}

#[derive(Serialize, Deserialize)]
pub(super) struct WireRecusal {
    pub(super) dossier: DossierId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) reason: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) undone: bool,
    pub(super) clock: Clock,
}

/// What any sheet says of itself, of whatever version.
#[derive(Deserialize)]
pub(super) struct Head {
    #[serde(default)]
    pub(super) format: Value,
    #[serde(default)]
    pub(super) version: Value,
}

/// A cell's value as it is written; whether it lies on the scale remains to be seen. Small, for a sheet holds tens of
/// thousands.
pub(super) enum Given {
    /// Taken back.
    Blank,
    Number(i64),
    /// A word, or what no sheet should hold.
    Other(Box<Value>),
}

impl Given {
    fn of(mark: Option<Mark>) -> Self {
        match mark {
            None => Self::Blank,
            Some(Mark::Scored(score)) => Self::Number(score.value().into()),
            Some(mark @ (Mark::Abstained | Mark::NotApplicable)) => {
                Self::Other(Box::new(mark.to_string().into()))
            }
        }
    }

    /// Returns it as JSON has it.
    pub(super) fn value(self) -> Value {
        match self {
            Self::Blank => Value::Null,
            Self::Number(number) => number.into(),
            Self::Other(value) => *value,
        }
    }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Blank => output.serialize_unit(),
            Self::Number(number) => output.serialize_i64(*number),
            Self::Other(value) => value.serialize(output),
        }
    }
}

/// A custom deserialiser makes an absent field an error, where `Value` alone would read it as null.
fn required<'de, D: Deserializer<'de>>(input: D) -> Result<Given, D::Error> {
    Ok(match Value::deserialize(input)? {
        Value::Null => Given::Blank,
        Value::Number(number) if number.is_i64() => Given::Number(number.as_i64().unwrap_or_default()),
        other => Given::Other(Box::new(other)),
    })
}

/// An object's members in the order in which they stand.
pub(super) struct Members<K, V>(pub(super) Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Members<K, V> {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Members<K, V> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_map(EachMember(PhantomData))
    }
}

/// About as many members as an object has: a grid's criteria.
const MEMBERS: usize = 16;

struct EachMember<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for EachMember<K, V> {
    type Value = Members<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::with_capacity(MEMBERS);
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

impl Wire {
    /// Spells a sheet, not yet signed.
    pub(super) fn of(sheet: &Sheet, public_key: String, endorsement: String) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            campaign: sheet.campaign.clone(),
            grid: sheet.grid.clone(),
            juror: sheet.juror.clone(),
            device: sheet.device.clone(),
            revision: sheet.revision,
            written_at: sheet.written_at.clone(),
            dossiers: sheet.dossiers.iter().map(dossier).collect(),
            recusals: sheet.recusals.iter().map(recusal).collect(),
            public_key,
            endorsement,
            signature: String::new(),
        }
    }
}

fn recusal((dossier, version): (&DossierId, &Version<Recusal>)) -> WireRecusal {
    WireRecusal {
        dossier: dossier.clone(),
        reason: version.content.clone().unwrap_or_default(),
        undone: version.content.is_none(),
        clock: version.clock.clone(),
    }
}

fn dossier((id, dossier): (&DossierId, &SheetDossier)) -> WireDossier {
    let cells = dossier.cells.iter();
    WireDossier {
        id: id.clone(),
        digest: dossier.digest.clone(),
        scores: Members(
            cells
                .map(|(code, version)| (code.clone(), cell(version)))
                .collect(),
        ),
    }
}

fn cell(version: &Version<Content>) -> WireCell {
    WireCell {
        value: Given::of(version.content.mark),
        comment: version.content.comment.0.clone(),
        feedback: version.content.feedback.0.clone(),
        citations: version.content.citations.clone(),
        clock: version.clock.clone(),
    }
}
