//! The results as a table for a spreadsheet: for the coordinator alone, never published.

use super::write_sheet::beside_then_rename;
use super::{Office, OfficeError, juror_name};
use crate::consensus::{Consensus, Profile, Total};
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
        let decisions = self.store.decisions()?;
        let profiles = self.profiles(&decisions)?;
        let io = |e: std::io::Error| OfficeError::io(file, &e);
        let mut table = self.results_table(&profiles, &decisions)?;
        beside_then_rename(file, |out| std::io::copy(&mut table, out).map(drop).map_err(io))?;
        Ok(profiles.len())
    }

    /// Returns the results as a table.
    pub(super) fn results_table(
        &self,
        profiles: &BTreeMap<DossierId, Profile>,
        decisions: &BTreeMap<DossierId, Decision>,
    ) -> Result<SpooledTempFile, OfficeError> {
        let names = self.store.dossier_names()?;
        let head = ["number", "name"].into_iter().map(str::to_owned);
        let criteria = self.grid.criteria().map(|c| c.code.to_string());
        let axes = self.grid.axes().iter().map(|axis| format!("axis {}", axis.code));
        let tail = ["total", "proposed", "decided"].into_iter().map(str::to_owned);
        let head: Vec<String> = head.chain(criteria).chain(axes).chain(tail).collect();
        let written = Table::new(&head).and_then(|mut table| {
            let mut told = names.iter().filter_map(|(id, number, name)| {
                let decided = decisions.get(id).and_then(Decision::level_code);
                let cells = self.cells(profiles.get(id)?, decided.unwrap_or_default());
                Some([number.clone(), name.clone()].into_iter().chain(cells).collect())
            });
            told.try_for_each(|row| table.push(row))?;
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

    fn cells(&self, profile: &Profile, decided: &str) -> Vec<String> {
        let criteria = profile
            .criteria(&self.grid)
            .map(|(_, consensus)| match consensus {
                Consensus::Grade(score) => score.to_string(),
                Consensus::NotApplicable => "na".to_owned(),
                Consensus::NoResult => String::new(),
            });
        let axes = profile.axes(&self.grid).map(|(_, total)| match total {
            Total::Value(ratio) => ratio.to_string(),
            Total::NotApplicable => "na".to_owned(),
            Total::NoResult => String::new(),
        });
        let total = profile.total.as_ref().map(ToString::to_string);
        let proposed = profile.proposed.code().unwrap_or_default().to_owned();
        let tail = [total.unwrap_or_default(), proposed, decided.to_owned()];
        criteria.chain(axes).chain(tail).collect()
    }
}

/// A table that waits on the disk waits where the system keeps such files.
fn unspooled(why: &std::io::Error) -> OfficeError {
    OfficeError::io(&std::env::temp_dir(), why)
}
