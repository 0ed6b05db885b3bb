//! Is everything what it ought to be? The file, every row, the chain, and the state against what it follows from.

use super::keep::KeptEntry;
use super::score::write;
use super::{Office, OfficeError};
use crate::domain::ids::{Digest, DossierId, JurorId};
use crate::domain::saying::Saying;
use crate::exchange::sheet_json::{self, Roll};
use crate::ledger::ballot::Ballot;
use crate::ledger::journal;
use crate::store::{Count, Happening, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// What `check` found, and the head of the journal.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Everything that does not hold; empty where all is well.
    pub findings: Vec<Saying>,
    /// The digest of the journal's last entry.
    pub head: Digest,
}

impl Office {
    /// Checks the whole store and changes nothing.
    ///
    /// # Errors
    /// That the file can't be read at all.
    pub fn check(&self) -> Result<Checked, OfficeError> {
        let rows = self.store.findings(self.grid.scale())?;
        let mut findings: Vec<Saying> = rows
            .into_iter()
            .map(|f| Saying::new("check-row").text("table", f.table).text("row", f.row))
            .collect();
        let head = match self.verify_journal() {
            Ok(head) => head,
            Err(broken) => {
                findings.push(Saying::new("check-journal").number("seq", broken.seq));
                journal::root(self.campaign.id.as_str())
            }
        };
        if findings.is_empty() {
            self.compare_ballots(&mut findings)?;
            self.compare_decisions(&mut findings)?;
            self.compare_evidence(&mut findings)?;
        }
        Ok(Checked { findings, head })
    }

    /// Verifies the journal's chain, and returns its head.
    ///
    /// # Errors
    /// The first place that does not hold.
    pub fn verify_journal(&self) -> Result<Digest, journal::Broken> {
        match self.store.journal() {
            Ok(entries) => journal::verify(self.campaign.id.as_str(), &entries),
            // A row that is no entry at all breaks the chain at its own place.
            Err(StoreError::Damaged { row, .. }) => Err(journal::Broken {
                seq: row.parse().unwrap_or(0),
            }),
            Err(_) => Err(journal::Broken { seq: 0 }),
        }
    }

    /// Rebuilds each juror's ballots from what they follow from, one juror at a time.
    fn compare_ballots(&self, findings: &mut Vec<Saying>) -> Result<(), OfficeError> {
        let jurors: Vec<JurorId> = match &self.me {
            Some(me) => vec![me.addressee.id.clone()],
            None => self.store.jury()?.into_iter().map(|e| e.juror.id).collect(),
        };
        let roll = self.roll()?;
        for juror in jurors {
            let rebuilt = match self.rebuilt(&juror, &roll) {
                Ok(rebuilt) => rebuilt,
                Err(OfficeError::Store(StoreError::Damaged { table, row })) => {
                    findings.push(Saying::new("check-row").text("table", table).text("row", row));
                    continue;
                }
                Err(other) => return Err(other),
            };
            self.compare(&juror, rebuilt, findings)?;
        }
        Ok(())
    }

    fn compare(
        &self,
        juror: &JurorId,
        mut rebuilt: BTreeMap<DossierId, Ballot>,
        findings: &mut Vec<Saying>,
    ) -> Result<(), OfficeError> {
        let mut wrong: BTreeSet<DossierId> = BTreeSet::new();
        let mut counts = self.store.counts_of(juror, self.grid.scale())?;
        self.store
            .each_ballot_of::<OfficeError>(juror, self.grid.scale(), |row| {
                let is_right = rebuilt.remove(&row.dossier).as_ref() == Some(&row.ballot)
                    && counts.remove(&row.dossier).as_ref() == Some(&Count::of(&row.ballot));
                if !is_right {
                    wrong.insert(row.dossier);
                }
                Ok(())
            })?;
        wrong.extend(rebuilt.into_keys().chain(counts.into_keys()));
        for dossier in &wrong {
            let saying = Saying::new("check-ballot").text("juror", juror);
            findings.push(saying.text("dossier", dossier));
        }
        Ok(())
    }

    /// Joins all that a juror's ballots follow from: on their own side what they did, and sheets from their other devices;
    /// on the coordinator's, their sheets and what the coordinator kept of them.
    fn rebuilt(&self, juror: &JurorId, roll: &Roll<'_>) -> Result<BTreeMap<DossierId, Ballot>, OfficeError> {
        let mut ballots: BTreeMap<DossierId, Ballot> = BTreeMap::new();
        self.store.each_sheet::<OfficeError>(Some(juror), |row| {
            // An accepted sheet that is refused today was not accepted as it stands.
            let sheet = sheet_json::read(&row.bytes).and_then(|signed| signed.admit(roll));
            let sheet = sheet.map_err(|_| StoreError::Damaged {
                table: "sheet",
                row: row.head.digest.hex().to_owned(),
            })?;
            for (dossier, theirs) in sheet.parts {
                let mine = ballots.remove(&dossier).unwrap_or_default();
                ballots.insert(dossier, mine.joined(&theirs));
            }
            Ok(())
        })?;
        if self.me.is_some() {
            for event in self.store.events(None, self.grid.scale())? {
                if !matches!(event.happening, Happening::Note { .. }) {
                    write(ballots.entry(event.dossier.clone()).or_default(), &event);
                }
            }
            return Ok(ballots);
        }
        for entry in self.store.journal()?.into_iter().filter(|e| e.kind == "keep") {
            let kept: Option<KeptEntry> = serde_json::from_str(&entry.payload).ok();
            let Some(kept) = kept.filter(|kept| kept.juror == *juror) else {
                continue;
            };
            let ballot = ballots.entry(kept.dossier).or_default();
            if let Some(version) = kept.cell.version(self.grid.scale()) {
                ballot.cells.entry(kept.criterion).or_default().add(version);
            }
        }
        Ok(ballots)
    }

    fn compare_decisions(&self, findings: &mut Vec<Saying>) -> Result<(), OfficeError> {
        let mut told: BTreeMap<DossierId, crate::domain::decision::Decision> = BTreeMap::new();
        for entry in self.store.journal()?.into_iter().filter(|e| e.kind == "decision") {
            if let Ok(decision) = serde_json::from_str::<crate::domain::decision::Decision>(&entry.payload) {
                told.insert(decision.dossier.clone(), decision);
            }
        }
        let stand = self.store.decisions()?;
        let dossiers: BTreeSet<&DossierId> = told.keys().chain(stand.keys()).collect();
        for dossier in dossiers.into_iter().filter(|d| told.get(*d) != stand.get(*d)) {
            findings.push(Saying::new("check-decision").text("dossier", dossier));
        }
        Ok(())
    }

    fn compare_evidence(&self, findings: &mut Vec<Saying>) -> Result<(), OfficeError> {
        self.store.each_dossier::<OfficeError>(|stored| {
            for piece in &stored.dossier.evidence {
                let Some(digest) = &piece.sha256 else { continue };
                if !self.store.has_evidence(digest)? {
                    let saying = Saying::new("check-evidence");
                    findings.push(
                        saying
                            .text("number", &stored.dossier.number)
                            .text("name", &piece.name),
                    );
                }
            }
            Ok(())
        })
    }
}
