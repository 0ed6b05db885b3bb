//! Is everything what it ought to be? The file, every row, the chain, and the state against what it follows from.

use super::keep::KeptEntry;
use super::score::apply;
use super::{Office, OfficeError};
use crate::domain::ids::{Digest, DossierId};
use crate::domain::saying::Saying;
use crate::exchange::sheet_json;
use crate::ledger::ballot::Ballot;
use crate::ledger::journal;
use crate::ledger::merge::{Plan, Seat};
use crate::store::StoreError;
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

    fn compare_ballots(&self, findings: &mut Vec<Saying>) -> Result<(), OfficeError> {
        let rebuilt = match &self.me {
            Some(_) => self.ballots_of_events()?,
            None => self.ballots_of_sheets()?,
        };
        let stands = self.known_ballots()?;
        let seats: BTreeSet<&Seat> = rebuilt.keys().chain(stands.keys()).collect();
        for seat in seats
            .into_iter()
            .filter(|seat| rebuilt.get(*seat) != stands.get(*seat))
        {
            findings.push(
                Saying::new("check-ballot")
                    .text("juror", &seat.0)
                    .text("dossier", &seat.1),
            );
        }
        Ok(())
    }

    fn ballots_of_events(&self) -> Result<BTreeMap<Seat, Ballot>, OfficeError> {
        let juror = &self.me()?.addressee.id;
        let mut ballots: BTreeMap<Seat, Ballot> = BTreeMap::new();
        for event in self.store.events(None, self.grid.scale())? {
            if !matches!(event.happening, crate::store::Happening::Note { .. }) {
                let ballot = ballots.entry((juror.clone(), event.dossier.clone())).or_default();
                apply(ballot, &event.happening, &event.device, event.seq);
            }
        }
        Ok(ballots)
    }

    fn ballots_of_sheets(&self) -> Result<BTreeMap<Seat, Ballot>, OfficeError> {
        let roll = self.roll()?;
        let mut plan = Plan::default();
        for row in self.store.sheets()? {
            plan.take(&sheet_json::read(&row.bytes)?.admit(&roll)?);
        }
        let mut ballots: BTreeMap<Seat, Ballot> = plan
            .changes()
            .map(|(seat, ballot)| (seat.clone(), ballot.clone()))
            .collect();
        for entry in self.store.journal()?.into_iter().filter(|e| e.kind == "keep") {
            let kept: Option<KeptEntry> = serde_json::from_str(&entry.payload).ok();
            if let Some(kept) = kept {
                let ballot = ballots
                    .entry((kept.juror.clone(), kept.dossier.clone()))
                    .or_default();
                let versions = ballot.cells.entry(kept.criterion.clone()).or_default();
                if let Some(version) = kept.cell.version(self.grid.scale()) {
                    versions.add(version);
                }
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
