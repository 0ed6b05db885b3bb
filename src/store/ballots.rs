//! What each juror wrote on each dossier, as it stands: kept up to date beside the events and sheets it follows from.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::clock::Clock;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::score::{Note, Scale};
use crate::domain::sheet::{Content, StoredCell, Version};
use crate::ledger::ballot::Ballot;
use crate::ledger::versions::Versions;
use rusqlite::{OptionalExtension as _, Row, params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One juror on one dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotRow {
    /// Who.
    pub juror: JurorId,
    /// On what.
    pub dossier: DossierId,
    /// What.
    pub ballot: Ballot,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    cells: BTreeMap<CriterionCode, Vec<StoredCell>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recusal: Vec<WireRecusal>,
}

#[derive(Serialize, Deserialize)]
struct WireRecusal {
    reason: Option<String>,
    clock: Clock,
}

fn write(ballot: &Ballot) -> String {
    let wire = Wire {
        cells: ballot
            .cells
            .iter()
            .map(|(code, versions)| {
                let cells = versions
                    .all()
                    .iter()
                    .map(|v| StoredCell::new(&v.content, &v.clock));
                (code.clone(), cells.collect())
            })
            .collect(),
        recusal: ballot
            .recusal
            .all()
            .iter()
            .map(|v| WireRecusal {
                reason: v.content.clone(),
                clock: v.clock.clone(),
            })
            .collect(),
    };
    serde_json::to_string(&wire).unwrap_or_default()
}

fn read(json: &str, scale: Scale) -> Option<Ballot> {
    let wire: Wire = serde_json::from_str(json).ok()?;
    let mut ballot = Ballot::default();
    for (code, cells) in wire.cells {
        let versions: Option<Versions<Content>> = cells
            .into_iter()
            .map(|cell| cell.version(scale))
            .collect::<Option<Vec<_>>>()
            .map(|all| all.into_iter().collect());
        ballot.cells.insert(code, versions?);
    }
    ballot.recusal = wire
        .recusal
        .into_iter()
        .map(|r| Version {
            content: r.reason,
            clock: r.clock,
        })
        .collect();
    Some(ballot)
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

const COLUMNS: &str = "juror, dossier, json, scored, recused, forks, sum";

impl Store {
    /// Writes a ballot, new or changed.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_ballot(
        &self,
        juror: &JurorId,
        dossier: &DossierId,
        ballot: &Ballot,
    ) -> Result<(), StoreError> {
        let json = write(ballot);
        let scored = number(ballot.marks().len());
        let (recused, forks) = (i64::from(ballot.is_recused()), number(ballot.forks().count()));
        let (j, d) = (juror.as_str(), dossier.as_str());
        let fields = [
            j.into(),
            d.into(),
            (&json).into(),
            scored.into(),
            recused.into(),
            forks.into(),
        ];
        let sum = checksum::of("ballot", &fields);
        self.conn
            .prepare_cached(
                "INSERT INTO ballot (juror, dossier, json, scored, recused, forks, sum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT (juror, dossier) DO UPDATE SET json = ?3, scored = ?4, recused = ?5, forks = ?6, sum = ?7",
            )?
            .execute(params![j, d, json, scored, recused, forks, sum])?;
        Ok(())
    }

    /// Returns a ballot; an empty one where nothing was written.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn ballot(&self, juror: &JurorId, dossier: &DossierId, scale: Scale) -> Result<Ballot, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM ballot WHERE juror = ?1 AND dossier = ?2");
        let found = self
            .conn
            .prepare_cached(&sql)?
            .query_row([juror.as_str(), dossier.as_str()], |row| Ok(row_of(row, scale)))
            .optional()?
            .transpose()?;
        Ok(found.map(|row| row.ballot).unwrap_or_default())
    }

    /// Returns every ballot, or those on one dossier.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn ballots(&self, dossier: Option<&DossierId>, scale: Scale) -> Result<Vec<BallotRow>, StoreError> {
        let sql = match dossier {
            Some(_) => format!("SELECT {COLUMNS} FROM ballot WHERE dossier = ?1 ORDER BY dossier, juror"),
            None => format!("SELECT {COLUMNS} FROM ballot ORDER BY dossier, juror"),
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = match dossier {
            Some(dossier) => statement.query([dossier.as_str()])?,
            None => statement.query([])?,
        };
        let mut ballots = Vec::new();
        while let Some(row) = rows.next()? {
            ballots.push(row_of(row, scale)?);
        }
        Ok(ballots)
    }

    /// Keeps a private note on a dossier's criterion.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_note(
        &self,
        dossier: &DossierId,
        criterion: &CriterionCode,
        note: &Note,
    ) -> Result<(), StoreError> {
        let (d, c) = (dossier.as_str(), criterion.as_str());
        let sum = checksum::of("note", &[d.into(), c.into(), (&note.0).into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO note (dossier, criterion, text, sum) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (dossier, criterion) DO UPDATE SET text = ?3, sum = ?4",
            )?
            .execute(params![d, c, note.0, sum])?;
        Ok(())
    }

    /// Returns the private notes on a dossier.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn notes(&self, dossier: &DossierId) -> Result<BTreeMap<CriterionCode, Note>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT criterion, text, sum FROM note WHERE dossier = ?1")?;
        let mut rows = rows.query([dossier.as_str()])?;
        let mut notes = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (criterion, text, sum): (String, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let fields = [dossier.as_str().into(), (&criterion).into(), (&text).into()];
            checksum::check("note", dossier.as_str(), &fields, &sum)?;
            if !text.is_empty() {
                notes.insert(CriterionCode::new(criterion), Note(text));
            }
        }
        Ok(notes)
    }
}

fn row_of(row: &Row<'_>, scale: Scale) -> Result<BallotRow, StoreError> {
    let (juror, dossier, json): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (scored, recused, forks): (i64, i64, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
    let sum: Vec<u8> = row.get(6)?;
    let key = format!("{juror} {dossier}");
    let fields = [
        (&juror).into(),
        (&dossier).into(),
        (&json).into(),
        scored.into(),
        recused.into(),
        forks.into(),
    ];
    checksum::check("ballot", &key, &fields, &sum)?;
    let ballot = read(&json, scale).ok_or(StoreError::Damaged {
        table: "ballot",
        row: key,
    })?;
    Ok(BallotRow {
        juror: JurorId::new(juror),
        dossier: DossierId::new(dossier),
        ballot,
    })
}
