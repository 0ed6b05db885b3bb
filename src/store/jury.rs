//! Jurors, what each was given, and the conflicts of interest that the coordinator declared.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::juror::Juror;
use rusqlite::{Row, params};
use std::collections::BTreeSet;

/// A juror and the secret of their package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// Who.
    pub juror: Juror,
    /// 64 hexadecimal digits.
    pub secret: String,
}

/// A conflict of interest that the coordinator declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Who.
    pub juror: JurorId,
    /// On what.
    pub dossier: DossierId,
    /// Why; may be empty.
    pub reason: String,
}

impl Store {
    /// Adds a juror.
    ///
    /// # Errors
    /// SQLite's, where the id or name is taken.
    pub fn add_juror(&self, enrolled: &Enrolled) -> Result<(), StoreError> {
        let Enrolled { juror, secret } = enrolled;
        let json = serde_json::to_string(juror).unwrap_or_default();
        let id = juror.id.as_str();
        let sum = checksum::of(
            "juror",
            &[id.into(), (&juror.name).into(), (&json).into(), secret.into()],
        );
        self.conn
            .prepare_cached("INSERT INTO juror (id, name, json, secret, sum) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![id, juror.name, json, secret, sum])?;
        Ok(())
    }

    /// Changes what is known of a juror; who it is and their secret stay.
    ///
    /// # Errors
    /// SQLite's, where the name is taken.
    pub fn change_juror(&self, enrolled: &Enrolled) -> Result<(), StoreError> {
        let Enrolled { juror, secret } = enrolled;
        let json = serde_json::to_string(juror).unwrap_or_default();
        let id = juror.id.as_str();
        let sum = checksum::of(
            "juror",
            &[id.into(), (&juror.name).into(), (&json).into(), secret.into()],
        );
        self.conn
            .prepare_cached("UPDATE juror SET name = ?2, json = ?3, sum = ?4 WHERE id = ?1")?
            .execute(params![id, juror.name, json, sum])?;
        Ok(())
    }

    /// Returns the jurors, by name.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn jury(&self) -> Result<Vec<Enrolled>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT id, name, json, secret, sum FROM juror ORDER BY id")?;
        let mut rows = rows.query([])?;
        let mut jury = Vec::new();
        while let Some(row) = rows.next()? {
            jury.push(enrolled(row)?);
        }
        Ok(jury)
    }

    /// Gives a dossier to a juror; giving it twice changes nothing.
    ///
    /// # Errors
    /// SQLite's.
    pub fn seat(&self, juror: &JurorId, dossier: &DossierId) -> Result<(), StoreError> {
        let (j, d) = (juror.as_str(), dossier.as_str());
        let sum = checksum::of("seat", &[j.into(), d.into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO seat (juror, dossier, sum) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            )?
            .execute(params![j, d, sum])?;
        Ok(())
    }

    /// Returns who was given what.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn seats(&self) -> Result<BTreeSet<(JurorId, DossierId)>, StoreError> {
        let places = self.places(None)?.into_iter();
        Ok(places.map(|(dossier, juror)| (juror, dossier)).collect())
    }

    /// Returns which dossier was given to whom, by dossier and juror; of all dossiers, or of one.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn places(&self, on: Option<&DossierId>) -> Result<Vec<(DossierId, JurorId)>, StoreError> {
        let sql = match on {
            Some(_) => "SELECT dossier, juror, sum FROM seat WHERE dossier = ?1 ORDER BY juror",
            None => "SELECT dossier, juror, sum FROM seat ORDER BY dossier, juror",
        };
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = match on {
            Some(dossier) => statement.query([dossier.as_str()])?,
            None => statement.query([])?,
        };
        let mut places = Vec::new();
        while let Some(row) = rows.next()? {
            let text = |column| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
            let (dossier, juror) = (text(0)?, text(1)?);
            let sum = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
            checksum::check("seat", juror, &[juror.into(), dossier.into()], sum)?;
            places.push((DossierId::new(dossier), JurorId::new(juror)));
        }
        Ok(places)
    }

    /// Declares a conflict of interest, or changes its reason.
    ///
    /// # Errors
    /// SQLite's.
    pub fn add_conflict(&self, conflict: &Conflict, at: &str) -> Result<(), StoreError> {
        let (j, d, r) = (
            conflict.juror.as_str(),
            conflict.dossier.as_str(),
            &conflict.reason,
        );
        let sum = checksum::of("conflict", &[j.into(), d.into(), r.into(), at.into()]);
        self.conn
            .prepare_cached(
                "INSERT INTO conflict (juror, dossier, reason, at, sum) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (juror, dossier) DO UPDATE SET reason = ?3, at = ?4, sum = ?5",
            )?
            .execute(params![j, d, r, at, sum])?;
        Ok(())
    }

    /// Returns the conflicts of interest that the coordinator declared.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn declared_conflicts(&self) -> Result<Vec<Conflict>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT juror, dossier, reason, at, sum FROM conflict ORDER BY 1, 2")?;
        let mut rows = rows.query([])?;
        let mut conflicts = Vec::new();
        while let Some(row) = rows.next()? {
            let (juror, dossier, reason): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let (at, sum): (String, Vec<u8>) = (row.get(3)?, row.get(4)?);
            let fields = [(&juror).into(), (&dossier).into(), (&reason).into(), (&at).into()];
            checksum::check("conflict", &juror, &fields, &sum)?;
            conflicts.push(Conflict {
                juror: JurorId::new(juror),
                dossier: DossierId::new(dossier),
                reason,
            });
        }
        Ok(conflicts)
    }
}

fn enrolled(row: &Row<'_>) -> Result<Enrolled, StoreError> {
    let (id, name, json): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (secret, sum): (String, Vec<u8>) = (row.get(3)?, row.get(4)?);
    let fields = [(&id).into(), (&name).into(), (&json).into(), (&secret).into()];
    checksum::check("juror", &id, &fields, &sum)?;
    let juror = serde_json::from_str(&json).map_err(|_| StoreError::Damaged {
        table: "juror",
        row: id,
    })?;
    Ok(Enrolled { juror, secret })
}
