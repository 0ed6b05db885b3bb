//! A ballot as the store writes it: short, for there is one for each juror and dossier. Devices are named once, and a
//! version's clock counts them by their place.

use crate::domain::clock::Clock;
use crate::domain::ids::{CriterionCode, DeviceId};
use crate::domain::score::{Comment, Feedback, Mark, Scale};
use crate::domain::sheet::{Citation, Content, Recusal, Version};
use crate::ledger::ballot::Ballot;
use crate::ledger::versions::Versions;
use serde::{Deserialize, Serialize, Serializer};
use smallvec::SmallVec;
use std::collections::BTreeMap;

/// What is written, borrowed from the ballot: nothing is copied on the way.
#[derive(Serialize)]
struct Written<'b> {
    cells: Cells<'b>,
    #[serde(skip_serializing_if = "Recusals::is_empty")]
    recusal: Recusals<'b>,
    devices: &'b [&'b DeviceId],
}

struct Cells<'b>(&'b Ballot, &'b [&'b DeviceId]);

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let cells = self.0.cells.iter();
        output.collect_map(cells.map(|(code, versions)| (code, Sides(versions, self.1))))
    }
}

struct Sides<'b>(&'b Versions<Content>, &'b [&'b DeviceId]);

impl Serialize for Sides<'_> {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.collect_seq(self.0.all().iter().map(|version| WrittenCell {
            mark: version.content.mark.map(Spelt),
            comment: &version.content.comment,
            feedback: &version.content.feedback,
            citations: &version.content.citations,
            seen: Counts(&version.clock, self.1),
        }))
    }
}

#[derive(Serialize)]
struct WrittenCell<'b> {
    #[serde(rename = "m")]
    mark: Option<Spelt>,
    #[serde(rename = "c", skip_serializing_if = "Comment::is_blank")]
    comment: &'b Comment,
    #[serde(rename = "f", skip_serializing_if = "Feedback::is_blank")]
    feedback: &'b Feedback,
    #[serde(rename = "q", skip_serializing_if = "<[Citation]>::is_empty")]
    citations: &'b [Citation],
    #[serde(rename = "s")]
    seen: Counts<'b>,
}

struct Recusals<'b>(&'b Versions<Recusal>, &'b [&'b DeviceId]);

impl Recusals<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Recusals<'_> {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.collect_seq(self.0.all().iter().map(|version| WrittenRecusal {
            reason: version.content.as_deref(),
            seen: Counts(&version.clock, self.1),
        }))
    }
}

#[derive(Serialize)]
struct WrittenRecusal<'b> {
    reason: Option<&'b str>,
    seen: Counts<'b>,
}

/// A clock, its devices by their place among those named.
struct Counts<'b>(&'b Clock, &'b [&'b DeviceId]);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let place = |device: &DeviceId| self.1.iter().position(|known| *known == device).unwrap_or(0);
        output.collect_seq(self.0.counts().map(|(device, n)| (place(device), n)))
    }
}

/// A mark by its word.
struct Spelt(Mark);

impl Serialize for Spelt {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.serialize_str(&self.0.word())
    }
}

/// A clock: the place of each device among those named, and its count.
type Seen = SmallVec<[(usize, u64); 1]>;

#[derive(Deserialize)]
struct Wire {
    devices: Vec<DeviceId>,
    cells: BTreeMap<CriterionCode, Vec<WireCell>>,
    #[serde(default)]
    recusal: Vec<WireRecusal>,
}

#[derive(Deserialize)]
struct WireCell {
    #[serde(rename = "m")]
    mark: Option<String>,
    #[serde(rename = "c", default)]
    comment: Comment,
    #[serde(rename = "f", default)]
    feedback: Feedback,
    #[serde(rename = "q", default)]
    citations: Vec<Citation>,
    #[serde(rename = "s")]
    seen: Seen,
}

#[derive(Deserialize)]
struct WireRecusal {
    reason: Option<String>,
    seen: Seen,
}

/// Names every device that wrote, each once.
fn devices(ballot: &Ballot) -> Vec<&DeviceId> {
    let cells = ballot.cells.values().flat_map(Versions::all);
    let clocks = cells.map(|version| &version.clock);
    let recusals = ballot.recusal.all().iter().map(|version| &version.clock);
    let mut devices: Vec<&DeviceId> = Vec::new();
    for device in clocks.chain(recusals).flat_map(Clock::devices) {
        if !devices.contains(&device) {
            devices.push(device);
        }
    }
    devices
}

/// Returns the clock that places stand for; nothing where a device is not named.
fn clock(seen: &Seen, devices: &[DeviceId]) -> Option<Clock> {
    let mut clock = Clock::default();
    for (place, n) in seen {
        clock = clock.ticked(devices.get(*place)?, *n);
    }
    Some(clock)
}

/// Spells a ballot.
pub(super) fn write(ballot: &Ballot) -> String {
    let devices = devices(ballot);
    let written = Written {
        cells: Cells(ballot, &devices),
        recusal: Recusals(&ballot.recusal, &devices),
        devices: &devices,
    };
    serde_json::to_string(&written).unwrap_or_default()
}

/// Reads a ballot back; nothing where it is none, or a mark lies off the scale.
pub(super) fn read(json: &str, scale: Scale) -> Option<Ballot> {
    let wire: Wire = serde_json::from_str(json).ok()?;
    let devices = wire.devices;
    let mut ballot = Ballot::default();
    for (code, cells) in wire.cells {
        let versions: Option<Vec<_>> = cells
            .into_iter()
            .map(|cell| version(cell, &devices, scale))
            .collect();
        ballot.cells.insert(code, versions?.into_iter().collect());
    }
    let recusals: Option<Vec<_>> = wire
        .recusal
        .into_iter()
        .map(|recusal| {
            Some(Version {
                clock: clock(&recusal.seen, &devices)?,
                content: recusal.reason,
            })
        })
        .collect();
    ballot.recusal = recusals?.into_iter().collect();
    Some(ballot)
}

fn version(cell: WireCell, devices: &[DeviceId], scale: Scale) -> Option<Version<Content>> {
    let mark = match cell.mark {
        None => None,
        Some(word) => Some(Mark::parse(&word, scale)?),
    };
    Some(Version {
        clock: clock(&cell.seen, devices)?,
        content: Content {
            mark,
            comment: cell.comment,
            feedback: cell.feedback,
            citations: cell.citations,
        },
    })
}
