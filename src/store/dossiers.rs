//! Dossiers and their evidence.

use super::Store;
use super::checksum;
use super::error::StoreError;
use crate::domain::dossier::{Dossier, Standing, Written};
use crate::domain::ids::{Digest, DossierId, JurorId};
use rusqlite::{OptionalExtension as _, Row, params};
use std::collections::BTreeSet;

/// A dossier with the digest of its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The dossier.
    pub dossier: Dossier,
    /// The digest of its serialised form.
    pub digest: Digest,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierRow {
    /// Its identifier.
    pub id: DossierId,
    /// The platform's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// What kind of body it is.
    pub kind: String,
    /// Where it stands.
    pub standing: Standing,
    /// How many questions hold an answer.
    pub answers: usize,
    /// The juror's marks on it; for the coordinator, complete ballots.
    pub scored: usize,
    /// Whether the juror stepped back from it.
    pub recused: bool,
    /// How many were to be given: for the coordinator, jurors expected.
    pub expected: usize,
    /// On a juror's side: answers that changed after something was scored, not looked at yet.
    pub changes: usize,
}

fn standing_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Received => "received",
        Standing::Irrecevable => "irrecevable",
        Standing::Withdrawn => "withdrawn",
    }
}

fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<usize> {
    let n: i64 = row.get(column)?;
    Ok(usize::try_from(n).unwrap_or(0))
}

const IN_ORDER: &str = "ORDER BY length(number), number";

impl Store {
    /// Writes a dossier, new or changed.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_dossier(&self, dossier: &Dossier) -> Result<Digest, StoreError> {
        let written = dossier.written();
        self.put_written(dossier, &written)?;
        Ok(written.digest)
    }

    /// Writes a dossier of which the serialised form is at hand.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_written(&self, dossier: &Dossier, written: &Written) -> Result<(), StoreError> {
        let Written { json, digest } = written;
        let given = i64::try_from(dossier.given()).unwrap_or(i64::MAX);
        let standing = standing_name(dossier.standing);
        let (id, hex) = (dossier.id.as_str(), digest.hex());
        let sum = checksum::of(
            "dossier",
            &[
                id.into(),
                (&dossier.number).into(),
                (&dossier.name).into(),
                (&dossier.kind).into(),
                standing.into(),
                given.into(),
                hex.into(),
            ],
        );
        self.conn
            .prepare_cached(
                "INSERT INTO dossier (id, number, name, kind, standing, given, digest, json, sum)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (id) DO UPDATE SET number = ?2, name = ?3, kind = ?4, standing = ?5, given = ?6,
                     digest = ?7, json = ?8, sum = ?9",
            )?
            .execute(params![
                id,
                dossier.number,
                dossier.name,
                dossier.kind,
                standing,
                given,
                hex,
                json,
                sum
            ])?;
        self.note_pieces(dossier)
    }

    /// Returns a dossier.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn dossier(&self, id: &DossierId) -> Result<Option<Stored>, StoreError> {
        self.conn
            .prepare_cached(
                "SELECT id, number, name, kind, standing, given, digest, json, sum FROM dossier WHERE id = ?1",
            )?
            .query_row([id.as_str()], |row| Ok(read(row)))
            .optional()?
            .transpose()
    }

    /// Returns the identifier and name of the dossier that has a number, if one has.
    ///
    /// # Errors
    /// SQLite's.
    pub fn dossier_of_number(&self, number: &str) -> Result<Option<(DossierId, String)>, StoreError> {
        let mut found = self
            .conn
            .prepare_cached("SELECT id, name FROM dossier WHERE number = ?1")?;
        let holder = found.query_row([number], |row| {
            Ok((DossierId::new(row.get::<_, String>(0)?), row.get(1)?))
        });
        Ok(holder.optional()?)
    }

    /// Returns every dossier, in the order of their numbers, one at a time.
    ///
    /// # Errors
    /// The row that is damaged, or what `take` returns.
    pub fn each_dossier<E: From<StoreError>>(
        &self,
        mut take: impl FnMut(Stored) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!(
            "SELECT id, number, name, kind, standing, given, digest, json, sum FROM dossier {IN_ORDER}"
        );
        let mut rows = self.conn.prepare_cached(&sql).map_err(StoreError::from)?;
        let mut rows = rows.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            take(read(row)?)?;
        }
        Ok(())
    }

    /// Returns identifiers, numbers and names, in order.
    ///
    /// # Errors
    /// SQLite's.
    pub fn dossier_names(&self) -> Result<Vec<(DossierId, String, String)>, StoreError> {
        let sql = format!("SELECT id, number, name FROM dossier {IN_ORDER}");
        let mut rows = self.conn.prepare_cached(&sql)?;
        let names = rows.query_map([], |row| {
            Ok((DossierId::new(row.get::<_, String>(0)?), row.get(1)?, row.get(2)?))
        })?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// Returns the dossiers that are not in the running.
    ///
    /// # Errors
    /// SQLite's.
    pub fn set_aside(&self) -> Result<BTreeSet<DossierId>, StoreError> {
        let mut rows = self
            .conn
            .prepare_cached("SELECT id FROM dossier WHERE standing <> ?1")?;
        let ids = rows.query_map([standing_name(Standing::Received)], |row| {
            Ok(DossierId::new(row.get::<_, String>(0)?))
        })?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// Counts the dossiers.
    ///
    /// # Errors
    /// SQLite's.
    pub fn dossier_count(&self) -> Result<usize, StoreError> {
        let n: i64 = self
            .conn
            .query_row("SELECT count(*) FROM dossier", [], |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    }

    /// Returns a page of a juror's list, in the order of the numbers.
    ///
    /// # Errors
    /// SQLite's.
    pub fn juror_rows(
        &self,
        juror: &JurorId,
        criteria: usize,
        from: usize,
        most: usize,
    ) -> Result<Vec<DossierRow>, StoreError> {
        let sql = format!(
            "SELECT d.id, d.number, d.name, d.kind, d.standing, d.given,
                    coalesce(b.scored, 0), coalesce(b.recused, 0), ?2,
                    (SELECT count(*) FROM change c WHERE c.dossier = d.id)
             FROM dossier d LEFT JOIN ballot b ON b.dossier = d.id AND b.juror = ?1
             {IN_ORDER} LIMIT ?3 OFFSET ?4"
        );
        let criteria = i64::try_from(criteria).unwrap_or(i64::MAX);
        self.rows(&sql, params![juror.as_str(), criteria, limit(most), limit(from)])
    }

    /// Returns a page of the coordinator's list: complete ballots among those expected.
    ///
    /// # Errors
    /// SQLite's.
    pub fn coordinator_rows(
        &self,
        criteria: usize,
        from: usize,
        most: usize,
    ) -> Result<Vec<DossierRow>, StoreError> {
        let sql = format!(
            "SELECT d.id, d.number, d.name, d.kind, d.standing, d.given,
                    (SELECT count(*) FROM ballot b JOIN seat s ON s.juror = b.juror AND s.dossier = b.dossier
                      WHERE b.dossier = d.id AND b.recused = 0 AND b.scored >= ?1
                        AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.juror = b.juror AND c.dossier = b.dossier)),
                    0,
                    (SELECT count(*) FROM seat s
                      WHERE s.dossier = d.id
                        AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.juror = s.juror AND c.dossier = s.dossier)
                        AND NOT EXISTS (SELECT 1 FROM ballot b
                                        WHERE b.juror = s.juror AND b.dossier = s.dossier AND b.recused = 1)),
                    0
             FROM dossier d {IN_ORDER} LIMIT ?2 OFFSET ?3"
        );
        let criteria = i64::try_from(criteria).unwrap_or(i64::MAX);
        self.rows(&sql, params![criteria, limit(most), limit(from)])
    }

    fn rows(&self, sql: &str, parameters: &[&dyn rusqlite::ToSql]) -> Result<Vec<DossierRow>, StoreError> {
        let mut rows = self.conn.prepare_cached(sql)?;
        let rows = rows.query_map(parameters, |row| {
            let standing: String = row.get(4)?;
            Ok(DossierRow {
                id: DossierId::new(row.get::<_, String>(0)?),
                number: row.get(1)?,
                name: row.get(2)?,
                kind: row.get(3)?,
                standing: match standing.as_str() {
                    "irrecevable" => Standing::Irrecevable,
                    "withdrawn" => Standing::Withdrawn,
                    _ => Standing::Received,
                },
                answers: count(row, 5)?,
                scored: count(row, 6)?,
                recused: row.get::<_, i64>(7)? != 0,
                expected: count(row, 8)?,
                changes: count(row, 9)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps a piece of evidence under its digest.
    ///
    /// # Errors
    /// SQLite's.
    pub fn put_evidence(&self, digest: &Digest, bytes: &[u8]) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("INSERT INTO evidence (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
            .execute(params![digest.hex(), bytes])?;
        Ok(())
    }

    /// Tells whether a piece of evidence is here.
    ///
    /// # Errors
    /// SQLite's.
    pub fn has_evidence(&self, digest: &Digest) -> Result<bool, StoreError> {
        let found = self
            .conn
            .prepare_cached("SELECT 1 FROM evidence WHERE sha256 = ?1")?
            .exists([digest.hex()])?;
        Ok(found)
    }

    /// Returns a piece of evidence, checked against its digest.
    ///
    /// # Errors
    /// That its bytes are damaged.
    pub fn evidence(&self, digest: &Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let bytes: Option<Vec<u8>> = self
            .conn
            .prepare_cached("SELECT bytes FROM evidence WHERE sha256 = ?1")?
            .query_row([digest.hex()], |row| row.get(0))
            .optional()?;
        match bytes {
            Some(bytes) if Digest::of(&bytes) != *digest => Err(StoreError::Damaged {
                table: "evidence",
                row: digest.to_string(),
            }),
            found => Ok(found),
        }
    }
}

fn limit(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn read(row: &Row<'_>) -> Result<Stored, StoreError> {
    let (id, number, name): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (kind, standing, given): (String, String, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
    let (digest, json, sum): (String, String, Vec<u8>) = (row.get(6)?, row.get(7)?, row.get(8)?);
    let fields = [
        (&id).into(),
        (&number).into(),
        (&name).into(),
        (&kind).into(),
        (&standing).into(),
        given.into(),
        (&digest).into(),
    ];
    checksum::check("dossier", &id, &fields, &sum)?;
    // What the text says is summed through its digest, which is at hand where it is written.
    let digest = Digest::parse(&digest).filter(|digest| Digest::of(json.as_bytes()) == *digest);
    let parsed = serde_json::from_str(&json).ok().zip(digest);
    let (dossier, digest) = parsed.ok_or(StoreError::Damaged {
        table: "dossier",
        row: id,
    })?;
    Ok(Stored { dossier, digest })
}
