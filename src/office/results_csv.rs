//! The results as a table for a spreadsheet: for the coordinator alone, never published.

use super::ask::ResultRow;
use super::write_sheet::beside_then_rename;
use super::{Office, OfficeError, juror_name};
use crate::consensus::{Consensus, Total};
use crate::domain::decision::Decision;
use crate::domain::ids::DossierId;
use crate::publish::Table;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::SpooledTempFile;

impl Office {
    /// Writes the results to a CSV file, a row a dossier: consensus of each criterion, each axis and the total as exact
    /// fractions, the level proposed, the level decided. Returns the number of dossiers.
    ///
    /// # Errors
    /// That the store is a juror's, or that the file can't be written.
    pub fn write_results(&self, file: &Path) -> Result<usize, OfficeError> {
        let rows = self.results()?;
        let io = |e: std::io::Error| OfficeError::io(file, &e);
        let mut table = self.results_table(&rows)?;
        beside_then_rename(file, |out| std::io::copy(&mut table, out).map(drop).map_err(io))?;
        Ok(rows.len())
    }

    /// Returns the results as a table.
    pub(super) fn results_table(&self, rows: &[ResultRow]) -> Result<SpooledTempFile, OfficeError> {
        let head = ["number", "name"].into_iter().map(str::to_owned);
        let criteria = self.grid.criteria().map(|c| c.code.to_string());
        let axes = self.grid.axes().iter().map(|axis| format!("axis {}", axis.code));
        let tail = ["total", "proposed", "decided"].into_iter().map(str::to_owned);
        let head: Vec<String> = head.chain(criteria).chain(axes).chain(tail).collect();
        let written = Table::new(&head).and_then(|mut table| {
            rows.iter().try_for_each(|row| table.push(self.cells(row)))?;
            table.finish()
        });
        written.map_err(|why| unspooled(&why))
    }

    /// Returns every mark that counts, for the committee alone.
    pub(super) fn marks_table(&self) -> Result<SpooledTempFile, OfficeError> {
        let jury = self.store.jury()?;
        let listed = self.store.dossier_names()?.into_iter();
        let named: BTreeMap<DossierId, (String, String)> =
            listed.map(|(id, number, name)| (id, (number, name))).collect();
        let head = ["number", "name", "juror", "criterion", "mark"].map(str::to_owned);
        let mut table = Table::new(&head);
        self.each_bench(|id, bench| {
            let Some((number, name)) = named.get(&id) else {
                return;
            };
            let panel = bench.panel();
            let mut rows = panel.seats.iter().flat_map(|(juror, given)| {
                let juror = juror_name(&jury, juror);
                given.iter().map(move |(criterion, mark)| {
                    let parts = [number.clone(), name.clone(), juror.clone()].into_iter();
                    parts.chain([criterion.to_string(), mark.to_string()]).collect()
                })
            });
            if let Ok(into) = &mut table
                && let Err(why) = rows.try_for_each(|row| into.push(row))
            {
                table = Err(why);
            }
        })?;
        table.and_then(Table::finish).map_err(|why| unspooled(&why))
    }

    fn cells(&self, row: &ResultRow) -> Vec<String> {
        let outcome = &row.outcome;
        let criteria = self.grid.criteria().map(|criterion| {
            let consensus = outcome.criteria.get(&criterion.code).map(|c| c.consensus);
            match consensus {
                Some(Consensus::Grade(score)) => score.to_string(),
                Some(Consensus::NotApplicable) => "na".to_owned(),
                Some(Consensus::NoResult) | None => String::new(),
            }
        });
        let axes = self
            .grid
            .axes()
            .iter()
            .map(|axis| match outcome.axes.get(&axis.code) {
                Some(Total::Value(ratio)) => ratio.to_string(),
                Some(Total::NotApplicable) => "na".to_owned(),
                Some(Total::NoResult) | None => String::new(),
            });
        let decided = row.decision.as_ref().and_then(Decision::level_code);
        let total = outcome.total.as_ref().map(ToString::to_string);
        let proposed = outcome.proposed.code().unwrap_or_default().to_owned();
        [row.number.clone(), row.name.clone()]
            .into_iter()
            .chain(criteria)
            .chain(axes)
            .chain([
                total.unwrap_or_default(),
                proposed,
                decided.unwrap_or_default().to_owned(),
            ])
            .collect()
    }
}

/// A table that waits on the disk waits where the system keeps such files.
fn unspooled(why: &std::io::Error) -> OfficeError {
    OfficeError::io(&std::env::temp_dir(), why)
}
