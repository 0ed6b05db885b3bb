//! What the juror of this store did, appended and never changed: the source of their ballots and of undo.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::clock::Clock;
use crate::domain::ids::{CriterionCode, DeviceId, DossierId};
use crate::domain::score::{Note, Scale};
use crate::domain::sheet::{Content, Recusal, StoredCell};
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

/// What changed, from what to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// A cell's content.
    Cell {
        /// Which cell.
        criterion: CriterionCode,
        /// What stood there.
        before: Content,
        /// What stands now.
        after: Content,
    },
    /// A private note.
    Note {
        /// On which criterion.
        criterion: CriterionCode,
        /// What stood there.
        before: Note,
        /// What stands now.
        after: Note,
    },
    /// The recusal from the dossier.
    Recusal {
        /// What stood there.
        before: Recusal,
        /// What stands now.
        after: Recusal,
    },
}

/// One thing that the juror did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its place, from 1.
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// On which device.
    pub device: DeviceId,
    /// On which dossier.
    pub dossier: DossierId,
    /// What changed.
    pub happening: Happening,
    /// How it bears on those before.
    pub bearing: Bearing,
    /// What the version that it wrote had seen, itself included; empty where it wrote none.
    pub clock: Clock,
}

/// How an event bears on those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bearing {
    /// Not at all.
    #[default]
    Anew,
    /// It goes on with the text that the one before wrote.
    GoesOn,
    /// It was done in one with the one before, wherever that was.
    Together,
    /// It takes one back, by its place.
    Undoes(u64),
    /// It brings one back, by its place.
    Redoes(u64),
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Wire {
    Cell {
        before: Box<StoredCell>,
        after: Box<StoredCell>,
    },
    Note {
        before: String,
        after: String,
    },
    Recusal {
        before: Option<String>,
        after: Option<String>,
    },
}

#[derive(Serialize, Deserialize)]
struct Payload {
    #[serde(flatten)]
    what: Wire,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    redoes: Option<u64>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    goes_on: bool,
    #[serde(default)]
    clock: Clock,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    together: bool,
}

impl Payload {
    fn new(what: Wire, bearing: Bearing, clock: Clock) -> Self {
        let (undoes, redoes) = match bearing {
            Bearing::Undoes(seq) => (Some(seq), None),
            Bearing::Redoes(seq) => (None, Some(seq)),
            Bearing::Anew | Bearing::GoesOn | Bearing::Together => (None, None),
        };
        Self {
            what,
            undoes,
            redoes,
            goes_on: bearing == Bearing::GoesOn,
            clock,
            together: bearing == Bearing::Together,
        }
    }

    fn bearing(&self) -> Bearing {
        match (self.undoes, self.redoes) {
            (Some(seq), _) => Bearing::Undoes(seq),
            (None, Some(seq)) => Bearing::Redoes(seq),
            (None, None) if self.goes_on => Bearing::GoesOn,
            (None, None) if self.together => Bearing::Together,
            (None, None) => Bearing::Anew,
        }
    }
}

impl Happening {
    /// Returns the criterion, where it is about one.
    pub fn criterion(&self) -> Option<&CriterionCode> {
        match self {
            Self::Cell { criterion, .. } | Self::Note { criterion, .. } => Some(criterion),
            Self::Recusal { .. } => None,
        }
    }

    /// Returns the same change the other way.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Cell {
                criterion,
                before,
                after,
            } => Self::Cell {
                criterion,
                before: after,
                after: before,
            },
            Self::Note {
                criterion,
                before,
                after,
            } => Self::Note {
                criterion,
                before: after,
                after: before,
            },
            Self::Recusal { before, after } => Self::Recusal {
                before: after,
                after: before,
            },
        }
    }
}

impl Store {
    /// Appends an event; its `seq` must be [`Store::next_event`].
    ///
    /// # Errors
    /// SQLite's.
    pub fn append_event(&self, event: &Event) -> Result<(), StoreError> {
        let cell = |content: &Content| Box::new(StoredCell::new(content, &Clock::default()));
        let what = match &event.happening {
            Happening::Cell { before, after, .. } => Wire::Cell {
                before: cell(before),
                after: cell(after),
            },
            Happening::Note { before, after, .. } => Wire::Note {
                before: before.0.clone(),
                after: after.0.clone(),
            },
            Happening::Recusal { before, after } => Wire::Recusal {
                before: before.clone(),
                after: after.clone(),
            },
        };
        let payload = Payload::new(what, event.bearing, event.clock.clone());
        let json = serde_json::to_string(&payload).unwrap_or_default();
        let seq = i64::try_from(event.seq).unwrap_or(i64::MAX);
        let criterion = event.happening.criterion().map_or("", CriterionCode::as_str);
        let (device, dossier) = (event.device.as_str(), event.dossier.as_str());
        let fields = [
            seq.into(),
            (&event.at).into(),
            device.into(),
            dossier.into(),
            criterion.into(),
            (&json).into(),
        ];
        let sum = checksum::of("event", &fields);
        self.conn
            .prepare_cached("INSERT INTO event (seq, at, device, dossier, criterion, payload, sum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![seq, event.at, device, dossier, criterion, json, sum])?;
        Ok(())
    }

    /// Tells whether the juror did anything on a dossier.
    ///
    /// # Errors
    /// SQLite's.
    pub fn has_events(&self, dossier: &DossierId) -> Result<bool, StoreError> {
        let found = self
            .conn
            .prepare_cached("SELECT 1 FROM event WHERE dossier = ?1")?
            .exists([dossier.as_str()])?;
        Ok(found)
    }

    /// Returns the place of the next event.
    ///
    /// # Errors
    /// SQLite's.
    pub fn next_event(&self) -> Result<u64, StoreError> {
        let last: i64 = self
            .conn
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM event")?
            .query_row([], |row| row.get(0))?;
        Ok(u64::try_from(last).unwrap_or(0) + 1)
    }

    /// Returns events in order; all of them, or those on one dossier.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn events(&self, dossier: Option<&DossierId>, scale: Scale) -> Result<Vec<Event>, StoreError> {
        const COLUMNS: &str = "seq, at, device, dossier, criterion, payload, sum";
        let sql = match dossier {
            Some(_) => format!("SELECT {COLUMNS} FROM event WHERE dossier = ?1 ORDER BY seq"),
            None => format!("SELECT {COLUMNS} FROM event ORDER BY seq"),
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = match dossier {
            Some(dossier) => statement.query([dossier.as_str()])?,
            None => statement.query([])?,
        };
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(read(row, scale)?);
        }
        Ok(events)
    }
}

fn read(row: &Row<'_>, scale: Scale) -> Result<Event, StoreError> {
    let (seq, at, device): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (dossier, criterion, payload): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
    let sum: Vec<u8> = row.get(6)?;
    let fields = [
        seq.into(),
        (&at).into(),
        (&device).into(),
        (&dossier).into(),
        (&criterion).into(),
        (&payload).into(),
    ];
    checksum::check("event", &seq.to_string(), &fields, &sum)?;
    let damaged = || StoreError::Damaged {
        table: "event",
        row: seq.to_string(),
    };
    let payload: Payload = serde_json::from_str(&payload).map_err(|_| damaged())?;
    let content = |cell: StoredCell| cell.version(scale).map(|v| v.content).ok_or_else(damaged);
    let criterion = CriterionCode::new(criterion);
    let (bearing, clock) = (payload.bearing(), payload.clock.clone());
    let happening = match payload.what {
        Wire::Cell { before, after } => Happening::Cell {
            criterion,
            before: content(*before)?,
            after: content(*after)?,
        },
        Wire::Note { before, after } => Happening::Note {
            criterion,
            before: Note(before),
            after: Note(after),
        },
        Wire::Recusal { before, after } => Happening::Recusal { before, after },
    };
    Ok(Event {
        seq: u64::try_from(seq).unwrap_or(0),
        at,
        device: DeviceId::new(device),
        dossier: DossierId::new(dossier),
        happening,
        bearing,
        clock,
    })
}
