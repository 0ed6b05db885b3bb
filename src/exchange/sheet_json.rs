//! `*.sheet.json`: a juror's sheet, canonical and signed (FORMATS.md, *Score sheet*). A file that differs from its own
//! canonical bytes is refused, which also refuses duplicate keys, odd numbers and a byte-order mark.

use super::canonical;
use super::signature::{self, DeviceKey, Secret};
use crate::domain::clock::Clock;
use crate::domain::grid::Grid;
use crate::domain::ids::{CampaignId, CriterionCode, DeviceId, Digest, DossierId, JurorId, hex, unhex};
use crate::domain::score::{Comment, Feedback, Mark};
use crate::domain::sheet::{Citation, Content, Sheet, SheetDossier, Version};
use crate::ledger::verdict::Refusal;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The ending of a sheet's file name.
pub const ENDING: &str = ".sheet.json";
/// A sheet larger than this is no sheet: 35,000 dossiers with long comments take less.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;

const FORMAT: &str = "tnl-jury/sheet";
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Wire {
    format: String,
    version: u32,
    campaign: CampaignId,
    grid: Digest,
    juror: JurorId,
    device: DeviceId,
    revision: u64,
    written_at: String,
    dossiers: Vec<WireDossier>,
    recusals: Vec<WireRecusal>,
    public_key: String,
    endorsement: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    signature: String,
}

#[derive(Serialize, Deserialize)]
struct WireDossier {
    id: DossierId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digest: Option<Digest>,
    scores: BTreeMap<CriterionCode, WireCell>,
}

#[derive(Serialize, Deserialize)]
struct WireCell {
    #[serde(deserialize_with = "required")]
    value: Value,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    comment: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    feedback: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    citations: Vec<Citation>,
    clock: Clock,
}

#[derive(Serialize, Deserialize)]
struct WireRecusal {
    dossier: DossierId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    undone: bool,
    clock: Clock,
}

/// A custom deserialiser makes an absent field an error, where `Value` alone would read it as null.
fn required<'de, D: Deserializer<'de>>(input: D) -> Result<Value, D::Error> {
    Value::deserialize(input)
}

/// Who is on the jury and what each was given: the coordinator's own declarations, against which a sheet is admitted.
#[derive(Debug)]
pub struct Roll<'a> {
    /// The campaign.
    pub campaign: &'a CampaignId,
    /// Its grid.
    pub grid: &'a Grid,
    /// Each juror's package secret.
    pub secrets: BTreeMap<JurorId, Secret>,
    /// Who was given which dossier.
    pub seats: BTreeSet<(JurorId, DossierId)>,
    /// All dossiers.
    pub dossiers: BTreeSet<DossierId>,
}

/// A sheet whose bytes are canonical and whose signature holds; whose it is and whether it fits remains to be seen.
#[derive(Debug)]
pub struct Signed {
    wire: Box<Wire>,
}

impl std::fmt::Debug for Wire {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "sheet of {} revision {}", self.juror, self.revision)
    }
}

/// Writes a sheet signed by a device.
///
/// # Errors
/// [`Refusal::Malformed`] where the sheet has no canonical form, which no sheet of this program lacks.
pub fn write(sheet: &Sheet, key: &DeviceKey, secret: &Secret) -> Result<Vec<u8>, Refusal> {
    let public = key.public();
    let mut wire = Wire {
        format: FORMAT.to_owned(),
        version: VERSION,
        campaign: sheet.campaign.clone(),
        grid: sheet.grid.clone(),
        juror: sheet.juror.clone(),
        device: sheet.device.clone(),
        revision: sheet.revision,
        written_at: sheet.written_at.clone(),
        dossiers: sheet.dossiers.iter().map(wire_dossier).collect(),
        recusals: sheet
            .recusals
            .iter()
            .map(|(dossier, version)| WireRecusal {
                dossier: dossier.clone(),
                reason: version.content.clone().unwrap_or_default(),
                undone: version.content.is_none(),
                clock: version.clock.clone(),
            })
            .collect(),
        public_key: hex(&public),
        endorsement: secret.endorse(&public),
        signature: String::new(),
    };
    let no_form = || malformed("", "no canonical form");
    let message = canonical::bytes(&wire).ok_or_else(no_form)?;
    wire.signature = key.sign(&message);
    canonical::bytes(&wire).ok_or_else(no_form)
}

fn wire_dossier((id, dossier): (&DossierId, &SheetDossier)) -> WireDossier {
    let cell = |version: &Version<Content>| WireCell {
        value: match version.content.mark {
            None => Value::Null,
            Some(Mark::Scored(score)) => score.value().into(),
            Some(mark @ (Mark::Abstained | Mark::NotApplicable)) => mark.to_string().into(),
        },
        comment: version.content.comment.0.clone(),
        feedback: version.content.feedback.0.clone(),
        citations: version.content.citations.clone(),
        clock: version.clock.clone(),
    };
    WireDossier {
        id: id.clone(),
        digest: dossier.digest.clone(),
        scores: dossier
            .cells
            .iter()
            .map(|(code, version)| (code.clone(), cell(version)))
            .collect(),
    }
}

fn malformed(at: impl Into<String>, found: impl Into<String>) -> Refusal {
    Refusal::Malformed {
        at: at.into(),
        found: found.into(),
    }
}

/// Reads a sheet's bytes: shape, canonical form, signature.
///
/// # Errors
/// The first of these that does not hold.
pub fn read(bytes: &[u8]) -> Result<Signed, Refusal> {
    let broken = |e: &serde_json::Error| malformed(format!("{}:{}", e.line(), e.column()), e.to_string());
    let mut whole: Value = serde_json::from_slice(bytes).map_err(|e| broken(&e))?;
    if whole.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(malformed("/format", "no score sheet"));
    }
    if whole.get("version").and_then(Value::as_u64) != Some(VERSION.into()) {
        let found = whole.get("version").map(Value::to_string).unwrap_or_default();
        return Err(Refusal::OtherVersion { found });
    }
    if canonical::bytes(&whole).as_deref() != Some(bytes) {
        return Err(malformed("1:1", "not in canonical form (RFC 8785)"));
    }
    let wire: Wire = serde_json::from_slice(bytes).map_err(|e| broken(&e))?;
    if let Some(object) = whole.as_object_mut() {
        object.remove("signature");
    }
    let message = canonical::bytes(&whole).unwrap_or_default();
    let key = unhex(&wire.public_key).unwrap_or_default();
    if !signature::verifies(&key, &message, &wire.signature) {
        return Err(Refusal::BadSignature);
    }
    Ok(Signed { wire: Box::new(wire) })
}

impl Signed {
    /// Returns the juror that the sheet names.
    pub fn juror(&self) -> &JurorId {
        &self.wire.juror
    }

    /// Returns the campaign that the sheet names.
    pub fn campaign(&self) -> &CampaignId {
        &self.wire.campaign
    }

    /// Returns the device that wrote it.
    pub fn device(&self) -> &DeviceId {
        &self.wire.device
    }

    /// Returns its revision.
    pub fn revision(&self) -> u64 {
        self.wire.revision
    }

    /// Returns when it says that it was written.
    pub fn written_at(&self) -> &str {
        &self.wire.written_at
    }

    /// Returns the first digits of its key's digest, to compare over the telephone.
    pub fn fingerprint(&self) -> String {
        fingerprint(&unhex(&self.wire.public_key).unwrap_or_default())
    }

    /// Counts the dossiers, the scored cells and the recusals that it holds.
    pub fn counts(&self) -> (usize, usize, usize) {
        let cells = self.wire.dossiers.iter().map(|d| d.scores.len()).sum();
        let recusals = self.wire.recusals.iter().filter(|r| !r.undone).count();
        (self.wire.dossiers.len(), cells, recusals)
    }

    /// Checks the sheet against the roll.
    ///
    /// # Errors
    /// Why this campaign refuses it.
    pub fn admit(self, roll: &Roll<'_>) -> Result<Sheet, Refusal> {
        let wire = *self.wire;
        if wire.campaign != *roll.campaign {
            return Err(Refusal::OtherCampaign {
                found: wire.campaign.to_string(),
                expected: roll.campaign.to_string(),
            });
        }
        let juror = wire.juror.to_string();
        let Some(secret) = roll.secrets.get(&wire.juror) else {
            return Err(Refusal::UnknownJuror { juror });
        };
        if !secret.endorses(&unhex(&wire.public_key).unwrap_or_default(), &wire.endorsement) {
            return Err(Refusal::KeyNotEndorsed { juror });
        }
        if wire.grid != *roll.grid.digest() {
            return Err(Refusal::OtherGrid {
                found: wire.grid.to_string(),
                expected: roll.grid.digest().to_string(),
            });
        }
        let mut dossiers = BTreeMap::new();
        for dossier in wire.dossiers {
            seated(&wire.juror, &dossier.id, roll)?;
            let (id, read) = admit_dossier(dossier, roll.grid)?;
            if dossiers.insert(id.clone(), read).is_some() {
                return Err(malformed("/dossiers", format!("{id} stands twice")));
            }
        }
        let mut recusals = BTreeMap::new();
        for recusal in wire.recusals {
            seated(&wire.juror, &recusal.dossier, roll)?;
            let content = (!recusal.undone).then_some(recusal.reason);
            let version = Version {
                content,
                clock: recusal.clock,
            };
            if recusals.insert(recusal.dossier.clone(), version).is_some() {
                return Err(malformed(
                    "/recusals",
                    format!("{} stands twice", recusal.dossier),
                ));
            }
        }
        Ok(Sheet {
            campaign: wire.campaign,
            grid: wire.grid,
            juror: wire.juror,
            device: wire.device,
            revision: wire.revision,
            written_at: wire.written_at,
            dossiers,
            recusals,
        })
    }
}

/// Returns a key's fingerprint: the first sixteen digits of its SHA-256, in fours.
pub fn fingerprint(public_key: &[u8]) -> String {
    let digest = Digest::of(public_key);
    let head: Vec<char> = digest.hex().chars().take(16).collect();
    head.chunks(4)
        .map(|four| four.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

fn seated(juror: &JurorId, dossier: &DossierId, roll: &Roll<'_>) -> Result<(), Refusal> {
    if !roll.dossiers.contains(dossier) {
        let dossier = dossier.to_string();
        return Err(Refusal::UnknownDossier { dossier });
    }
    if !roll.seats.contains(&(juror.clone(), dossier.clone())) {
        return Err(Refusal::NotAssigned {
            juror: juror.to_string(),
            dossier: dossier.to_string(),
        });
    }
    Ok(())
}

fn admit_dossier(wire: WireDossier, grid: &Grid) -> Result<(DossierId, SheetDossier), Refusal> {
    let mut cells = BTreeMap::new();
    for (criterion, cell) in wire.scores {
        if grid.criterion(&criterion).is_none() {
            return Err(Refusal::UnknownCriterion {
                dossier: wire.id.to_string(),
                criterion: criterion.to_string(),
            });
        }
        let mark = read_mark(&cell.value, grid).ok_or_else(|| Refusal::OffScale {
            dossier: wire.id.to_string(),
            criterion: criterion.to_string(),
            found: cell.value.to_string(),
        })?;
        let content = Content {
            mark,
            comment: Comment(cell.comment),
            feedback: Feedback(cell.feedback),
            citations: cell.citations,
        };
        cells.insert(
            criterion,
            Version {
                content,
                clock: cell.clock,
            },
        );
    }
    let digest = wire.digest;
    Ok((wire.id, SheetDossier { digest, cells }))
}

fn read_mark(value: &Value, grid: &Grid) -> Option<Option<Mark>> {
    match value {
        Value::Null => Some(None),
        Value::Number(number) => grid
            .scale()
            .score(number.as_i64()?)
            .map(|score| Some(Mark::Scored(score))),
        Value::String(word) if word == "abstain" => Some(Some(Mark::Abstained)),
        Value::String(word) if word == "na" => Some(Some(Mark::NotApplicable)),
        Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::grid_toml;

    fn grid() -> Grid {
        grid_toml::read(grid_toml::built_in("tnl-2016").unwrap(), "tnl-2016").unwrap()
    }

    fn sheet(grid: &Grid) -> Sheet {
        let clock = Clock::default().ticked(&"A".into(), 12);
        let content = |mark| Content {
            mark,
            comment: Comment("Présence régulière".into()),
            ..Content::default()
        };
        let version = |mark| Version {
            content: content(mark),
            clock: clock.clone(),
        };
        let three = grid.scale().score(3).map(Mark::Scored);
        let cells = BTreeMap::from([
            ("1.1".into(), version(three)),
            ("1.2".into(), version(Some(Mark::Abstained))),
            ("1.3".into(), version(Some(Mark::NotApplicable))),
            ("2.1".into(), version(None)),
        ]);
        Sheet {
            campaign: "c1".into(),
            grid: grid.digest().clone(),
            juror: "lefevre".into(),
            device: "A".into(),
            revision: 12,
            written_at: "2026-11-01T10:00:00Z".into(),
            dossiers: [("demarche-1".into(), SheetDossier { digest: None, cells })].into(),
            recusals: [(
                "demarche-2".into(),
                Version {
                    content: Some("voisine".into()),
                    clock,
                },
            )]
            .into(),
        }
    }

    fn roll<'a>(grid: &'a Grid, campaign: &'a CampaignId) -> Roll<'a> {
        let seat = |juror: &str, dossier: &str| (JurorId::from(juror), DossierId::from(dossier));
        Roll {
            campaign,
            grid,
            secrets: [("lefevre", 7), ("kovacs", 8)]
                .map(|(j, b)| (j.into(), Secret::new([b; 32])))
                .into(),
            seats: [seat("lefevre", "demarche-1"), seat("lefevre", "demarche-2")].into(),
            dossiers: ["demarche-1", "demarche-2", "demarche-3"]
                .map(DossierId::from)
                .into(),
        }
    }

    fn key() -> DeviceKey {
        DeviceKey::new([1; 32])
    }

    fn admitted(sheet: &Sheet, secret: u8) -> Result<Sheet, Refusal> {
        let (grid, campaign) = (grid(), CampaignId::from("c1"));
        let bytes = write(sheet, &key(), &Secret::new([secret; 32])).unwrap();
        read(&bytes)?.admit(&roll(&grid, &campaign))
    }

    #[test]
    fn a_sheet_comes_back_as_it_was_written() {
        let sheet = sheet(&grid());
        assert_eq!(admitted(&sheet, 7), Ok(sheet));
    }

    #[test]
    fn each_misfit_is_refused_with_its_own_reason() {
        let good = sheet(&grid());
        let with = |change: fn(&mut Sheet)| {
            let mut sheet = good.clone();
            change(&mut sheet);
            admitted(&sheet, 7).unwrap_err().saying().id
        };
        assert_eq!(
            admitted(&good, 9).unwrap_err().saying().id,
            "sheet-key-not-endorsed"
        );
        assert_eq!(with(|s| s.campaign = "c0".into()), "sheet-other-campaign");
        assert_eq!(with(|s| s.grid = Digest::of(b"other")), "sheet-other-grid");
        assert_eq!(with(|s| s.juror = "nobody".into()), "sheet-unknown-juror");
        assert_eq!(with(|s| s.juror = "kovacs".into()), "sheet-key-not-endorsed");
        let moved = |to: &'static str| {
            let mut sheet = good.clone();
            let part = sheet.dossiers.remove("demarche-1").unwrap();
            sheet.dossiers.insert(to.into(), part);
            admitted(&sheet, 7).unwrap_err().saying().id
        };
        assert_eq!(moved("demarche-9"), "sheet-unknown-dossier");
        assert_eq!(moved("demarche-3"), "sheet-not-assigned");
        let criterion = with(|s| {
            let part = s.dossiers.values_mut().next().unwrap();
            let cell = part.cells.remove("1.1").unwrap();
            part.cells.insert("9.9".into(), cell);
        });
        assert_eq!(criterion, "sheet-unknown-criterion");
    }

    #[test]
    fn values_off_the_scale_are_refused_even_when_signed() {
        let (grid, campaign) = (grid(), CampaignId::from("c1"));
        let good = write(&sheet(&grid), &key(), &Secret::new([7; 32])).unwrap();
        for bad in ["7", "-1", "3.5", "\"3\"", "\"maybe\"", "true", "[]"] {
            let mut value: Value = serde_json::from_slice(&good).unwrap();
            value["dossiers"][0]["scores"]["1.1"]["value"] = serde_json::from_str(bad).unwrap();
            value.as_object_mut().unwrap().remove("signature");
            let signature = key().sign(&canonical::bytes(&value).unwrap());
            value["signature"] = signature.into();
            let refusal = read(&canonical::bytes(&value).unwrap())
                .unwrap()
                .admit(&roll(&grid, &campaign))
                .unwrap_err();
            assert_eq!(refusal.saying().id, "sheet-off-scale", "{bad}");
        }
    }

    #[test]
    fn unknown_fields_are_signed_like_the_rest() {
        let good = write(&sheet(&grid()), &key(), &Secret::new([7; 32])).unwrap();
        let mut value: Value = serde_json::from_slice(&good).unwrap();
        value["future"] = "field".into();
        assert_eq!(
            read(&canonical::bytes(&value).unwrap()).unwrap_err(),
            Refusal::BadSignature
        );
        value.as_object_mut().unwrap().remove("signature");
        value["signature"] = key().sign(&canonical::bytes(&value).unwrap()).into();
        assert!(read(&canonical::bytes(&value).unwrap()).is_ok());
    }

    #[test]
    fn every_bit_flip_and_every_truncation_is_refused() {
        let good = write(&sheet(&grid()), &key(), &Secret::new([7; 32])).unwrap();
        for at in 0..good.len() {
            assert!(read(&good[..at]).is_err());
            for bit in 0..8 {
                let mut bad = good.clone();
                bad[at] ^= 1 << bit;
                assert!(read(&bad).is_err(), "byte {at} bit {bit}");
            }
        }
    }
}
