//! What each juror wrote on each dossier, as it stands, kept up to date beside the events and sheets it follows from: what
//! of it counts, and all of it, each with its own sum.

use super::Store;
use super::checksum;
use super::error::StoreError;
use super::writing;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::panel::Marks;
use crate::domain::score::{Mark, Scale};
use crate::ledger::ballot::Ballot;
use rusqlite::{OptionalExtension as _, Row, Rows, params};
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

/// What of one juror's writings on one dossier counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    /// The marks that stand: none where the juror stepped back, none on a criterion in conflict.
    pub marks: Marks,
    /// Whether the juror stepped back.
    pub recused: bool,
    /// Criteria in conflict.
    pub forks: usize,
    /// Whether anything was written for the candidate.
    pub fed: bool,
}

impl Count {
    /// Counts a ballot.
    pub fn of(ballot: &Ballot) -> Self {
        Self {
            marks: ballot.marks(),
            recused: ballot.is_recused(),
            forks: ballot.forks().count(),
            fed: ballot.feeds(),
        }
    }
}

/// A line of `ballot`: on which dossier, whose, what counts.
pub type CountRow = (DossierId, JurorId, Count);

const COLUMNS: &str = "juror, dossier, marks, scored, recused, forks, fed, sum";

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Writes the marks that stand as `1.1=4` and so on, parted by line feeds, which no code holds (the grid's codes are
/// checked), and counts them.
fn spelt(ballot: &Ballot) -> (String, i64) {
    let mut text = String::with_capacity(ballot.cells.len() * 8);
    let mut scored = 0;
    for (code, mark) in ballot.standing() {
        text.extend([code.as_str(), "=", &mark.word(), "\n"]);
        scored += 1;
    }
    (text, scored)
}

fn read_marks(text: &str, scored: i64, scale: Scale) -> Option<Marks> {
    let mut marks = Marks::with_capacity(usize::try_from(scored).ok()?.min(text.len()));
    for line in text.split_terminator('\n') {
        let (code, mark) = line.rsplit_once('=')?;
        let (code, mark) = (CriterionCode::new(code), Mark::parse(mark, scale)?);
        // They were written in order.
        if let Some((code, mark)) = marks.try_append(code, mark) {
            marks.insert(code, mark);
        }
    }
    Some(marks)
}

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
        let (j, d) = (juror.as_str(), dossier.as_str());
        let json = writing::write(ballot);
        let json_sum = checksum::of("writing", &[j.into(), d.into(), (&json).into()]);
        let (marks, scored) = spelt(ballot);
        let (recused, forks) = (i64::from(ballot.is_recused()), number(ballot.forks().count()));
        let fed = i64::from(ballot.feeds());
        let fields = [
            j.into(),
            d.into(),
            (&marks).into(),
            scored.into(),
            recused.into(),
            forks.into(),
            fed.into(),
        ];
        let sum = checksum::of("ballot", &fields);
        self.conn
            .prepare_cached(
                "INSERT INTO ballot (juror, dossier, marks, scored, recused, forks, fed, sum, json, json_sum)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                 ON CONFLICT (juror, dossier) DO UPDATE SET marks = ?3, scored = ?4, recused = ?5, forks = ?6, fed = ?7,
                 sum = ?8, json = ?9, json_sum = ?10",
            )?
            .execute(params![
                j, d, marks, scored, recused, forks, fed, sum, json, json_sum
            ])?;
        Ok(())
    }

    /// Returns a ballot; an empty one where nothing was written.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn ballot(&self, juror: &JurorId, dossier: &DossierId, scale: Scale) -> Result<Ballot, StoreError> {
        let found = self
            .conn
            .prepare_cached(
                "SELECT juror, dossier, json, json_sum FROM ballot WHERE juror = ?1 AND dossier = ?2",
            )?
            .query_row([juror.as_str(), dossier.as_str()], |row| Ok(written(row, scale)))
            .optional()?
            .transpose()?;
        Ok(found.map(|row| row.ballot).unwrap_or_default())
    }

    /// Tells whether a ballot stands there to the letter, without reading what does: most of a sheet is often known.
    ///
    /// # Errors
    /// That the row is damaged.
    pub fn holds(&self, juror: &JurorId, dossier: &DossierId, ballot: &Ballot) -> Result<bool, StoreError> {
        let sql = "SELECT juror, dossier, json, json_sum FROM ballot WHERE juror = ?1 AND dossier = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([juror.as_str(), dossier.as_str()])?;
        match rows.next()? {
            Some(row) => Ok(checked(row)?.2 == writing::write(ballot)),
            None => Ok(false),
        }
    }

    /// Hands over every ballot of a juror, by dossier.
    ///
    /// # Errors
    /// The row that is damaged, and those of `look`.
    pub fn each_ballot_of<E: From<StoreError>>(
        &self,
        juror: &JurorId,
        scale: Scale,
        look: impl FnMut(BallotRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT juror, dossier, json, json_sum FROM ballot WHERE juror = ?1 ORDER BY dossier";
        self.each_writing(sql, juror.as_str(), scale, look)
    }

    /// Returns the ballots of these jurors on one dossier.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn ballots_on(
        &self,
        dossier: &DossierId,
        jurors: &[JurorId],
        scale: Scale,
    ) -> Result<Vec<BallotRow>, StoreError> {
        let sql = "SELECT juror, dossier, json, json_sum FROM ballot WHERE juror = ?1 AND dossier = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut ballots = Vec::new();
        for juror in jurors {
            let mut rows = statement.query([juror.as_str(), dossier.as_str()])?;
            if let Some(row) = rows.next()? {
                ballots.push(written(row, scale)?);
            }
        }
        Ok(ballots)
    }

    /// Hands over what counts of every ballot.
    ///
    /// # Errors
    /// The row that is damaged, and those of `look`.
    pub fn each_count<E: From<StoreError>>(
        &self,
        scale: Scale,
        mut look: impl FnMut(CountRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!("SELECT {COLUMNS} FROM ballot ORDER BY juror, dossier");
        let mut statement = self.conn.prepare_cached(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query([]).map_err(StoreError::from)?;
        while let Some(row) = next_count(&mut rows, scale)? {
            look(row)?;
        }
        Ok(())
    }

    /// Returns the ballots in which something is in conflict, by juror and dossier.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn forked_ballots(&self, scale: Scale) -> Result<Vec<BallotRow>, StoreError> {
        let sql = "SELECT juror, dossier, json, json_sum FROM ballot WHERE forks > 0 AND juror >= ?1 ORDER BY juror, dossier";
        let mut ballots = Vec::new();
        self.each_writing::<StoreError>(sql, "", scale, |row| {
            ballots.push(row);
            Ok(())
        })?;
        Ok(ballots)
    }

    /// Hands over every ballot.
    ///
    /// # Errors
    /// The row that is damaged, and those of `look`.
    pub fn each_written<E: From<StoreError>>(
        &self,
        scale: Scale,
        look: impl FnMut(BallotRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql =
            "SELECT juror, dossier, json, json_sum FROM ballot WHERE juror >= ?1 ORDER BY juror, dossier";
        self.each_writing(sql, "", scale, look)
    }

    fn each_writing<E: From<StoreError>>(
        &self,
        sql: &str,
        of: impl rusqlite::ToSql,
        scale: Scale,
        mut look: impl FnMut(BallotRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statement = self.conn.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement.query([of]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            look(written(row, scale)?)?;
        }
        Ok(())
    }

    /// Hands over what counts of these jurors' ballots on every dossier, by dossier. Rows lie by juror: each juror's are
    /// read in step with the others', so that no more than a dossier's are in memory at once.
    ///
    /// # Errors
    /// The row that is damaged, and those of `look`.
    pub fn each_dossiers_counts<E: From<StoreError>>(
        &self,
        jurors: &[JurorId],
        scale: Scale,
        mut look: impl FnMut(DossierId, BTreeMap<JurorId, Count>) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!("SELECT {COLUMNS} FROM ballot WHERE juror = ?1 ORDER BY dossier");
        let prepared: Result<Vec<_>, _> = jurors.iter().map(|_| self.conn.prepare(&sql)).collect();
        let mut statements = prepared.map_err(StoreError::from)?;
        let mut heads = Vec::with_capacity(jurors.len());
        for (statement, juror) in statements.iter_mut().zip(jurors) {
            let mut rows = statement.query([juror.as_str()]).map_err(StoreError::from)?;
            let head = next_count(&mut rows, scale)?;
            heads.push((rows, head));
        }
        loop {
            let dossiers = heads
                .iter()
                .filter_map(|(_, head)| head.as_ref().map(|(id, ..)| id));
            let Some(dossier) = dossiers.min().cloned() else {
                return Ok(());
            };
            let mut counts = BTreeMap::new();
            for (rows, head) in &mut heads {
                if head.as_ref().is_some_and(|(id, ..)| *id == dossier) {
                    let next = next_count(rows, scale)?;
                    if let Some((_, juror, count)) = std::mem::replace(head, next) {
                        counts.insert(juror, count);
                    }
                }
            }
            look(dossier, counts)?;
        }
    }

    /// Returns what counts of each juror's ballot on one dossier.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn counts_on(
        &self,
        dossier: &DossierId,
        jurors: &[JurorId],
        scale: Scale,
    ) -> Result<BTreeMap<JurorId, Count>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM ballot WHERE juror = ?1 AND dossier = ?2");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut counts = BTreeMap::new();
        for juror in jurors {
            let mut rows = statement.query([juror.as_str(), dossier.as_str()])?;
            if let Some((_, juror, count)) = next_count(&mut rows, scale)? {
                counts.insert(juror, count);
            }
        }
        Ok(counts)
    }

    /// Returns what counts of every ballot of a juror.
    ///
    /// # Errors
    /// The row that is damaged.
    pub fn counts_of(&self, juror: &JurorId, scale: Scale) -> Result<BTreeMap<DossierId, Count>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM ballot WHERE juror = ?1");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([juror.as_str()])?;
        let mut counts = BTreeMap::new();
        while let Some((dossier, _, count)) = next_count(&mut rows, scale)? {
            counts.insert(dossier, count);
        }
        Ok(counts)
    }

    /// Counts the cells in conflict, those apart on which the juror stepped back or was set aside by the coordinator.
    ///
    /// # Errors
    /// SQLite's.
    pub fn open_forks(&self) -> Result<usize, StoreError> {
        let n: i64 = self
            .conn
            .prepare_cached(
                "SELECT coalesce(sum(forks), 0) FROM ballot b WHERE forks > 0 AND NOT EXISTS
                 (SELECT 1 FROM conflict c WHERE c.juror = b.juror AND c.dossier = b.dossier)",
            )?
            .query_row([], |row| row.get(0))?;
        Ok(usize::try_from(n).unwrap_or(0))
    }
}

/// Returns a row's juror, dossier and writing, where they are what was written.
fn checked<'r>(row: &'r Row<'_>) -> Result<(&'r str, &'r str, &'r str), StoreError> {
    let text = |column| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
    let (juror, dossier, json) = (text(0)?, text(1)?, text(2)?);
    let sum = row.get_ref(3)?.as_blob().map_err(rusqlite::Error::from)?;
    if checksum::holds("writing", &[juror.into(), dossier.into(), json.into()], sum) {
        return Ok((juror, dossier, json));
    }
    let row = format!("{juror} {dossier}");
    Err(StoreError::Damaged { table: "ballot", row })
}

fn written(row: &Row<'_>, scale: Scale) -> Result<BallotRow, StoreError> {
    let (juror, dossier, json) = checked(row)?;
    let ballot = writing::read(json, scale).ok_or_else(|| StoreError::Damaged {
        table: "ballot",
        row: format!("{juror} {dossier}"),
    })?;
    Ok(BallotRow {
        juror: JurorId::new(juror),
        dossier: DossierId::new(dossier),
        ballot,
    })
}

fn next_count(rows: &mut Rows<'_>, scale: Scale) -> Result<Option<CountRow>, StoreError> {
    match rows.next()? {
        Some(row) => counted(row, scale).map(Some),
        None => Ok(None),
    }
}

/// Read a hundred thousand at a time: nothing is copied before it is kept.
fn counted(row: &Row<'_>, scale: Scale) -> Result<CountRow, StoreError> {
    let text = |column| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
    let (juror, dossier, marks) = (text(0)?, text(1)?, text(2)?);
    let (scored, recused): (i64, i64) = (row.get(3)?, row.get(4)?);
    let (forks, fed): (i64, i64) = (row.get(5)?, row.get(6)?);
    let fields = [
        juror.into(),
        dossier.into(),
        marks.into(),
        scored.into(),
        recused.into(),
        forks.into(),
        fed.into(),
    ];
    let sum = row.get_ref(7)?.as_blob().map_err(rusqlite::Error::from)?;
    let damaged = || StoreError::Damaged {
        table: "ballot",
        row: format!("{juror} {dossier}"),
    };
    if !checksum::holds("ballot", &fields, sum) {
        return Err(damaged());
    }
    let count = Count {
        marks: read_marks(marks, scored, scale).ok_or_else(damaged)?,
        recused: recused != 0,
        forks: usize::try_from(forks).unwrap_or(0),
        fed: fed != 0,
    };
    Ok((DossierId::new(dossier), JurorId::new(juror), count))
}
