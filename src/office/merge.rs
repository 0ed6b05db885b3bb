//! Sheets come in: every file read and judged on one thread, joined with what is known on another, all in one
//! transaction. The coordinator takes everyone's, a juror their own from another device.

use super::arrivals::{Arrival, Came, Reader};
use super::gather::gather;
use super::merged::{Merged, MergedSheet, RefusedFile, name_of};
use super::open::Given;
use super::search::index_remark;
use super::{Office, OfficeError, juror_name};
use crate::domain::decision::Decision;
use crate::domain::ids::{Digest, DossierId, JurorId};
use crate::domain::role::{Role, Verb};
use crate::exchange::sheet_json::{Admitted, Roll};
use crate::exchange::signature::Secret;
use crate::exchange::watch::Stage;
use crate::ledger::ballot::Ballot;
use crate::ledger::merge::{Seat, Tally};
use crate::ledger::verdict::Verdict;
use crate::store::{Enrolled, SheetHead, Store, StoreError};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, sync_channel};

/// What a merge judges against, read once.
struct Known {
    jury: Vec<Enrolled>,
    heads: BTreeMap<Digest, SheetHead>,
    heard: BTreeSet<JurorId>,
    declared: BTreeSet<Seat>,
    /// The dossiers that are decided, with their numbers.
    decided: BTreeMap<DossierId, String>,
}

/// What is read again of a merge's entry in the journal.
#[derive(Deserialize)]
struct LastMerge {
    refused: Vec<RefusedFile>,
}

/// What a merge has done so far.
struct Progress {
    merged: Merged,
    fresh: usize,
    /// In a dry run, what would stand.
    would: BTreeMap<Seat, Ballot>,
}

impl Office {
    pub(super) fn merge(&mut self, paths: &[PathBuf], dry_run: bool) -> Result<Merged, OfficeError> {
        self.may(Verb::Merge)?;
        let gathered = gather(paths)?;
        let mut known = self.what_is_known()?;
        let had: BTreeSet<Digest> = known.heads.keys().cloned().collect();
        let mine = self.me.as_ref().map(|me| &me.addressee.id);
        let mut progress = Progress {
            merged: Merged {
                skipped: gathered.skipped,
                ..Merged::default()
            },
            fresh: 0,
            would: BTreeMap::new(),
        };
        let (files, all) = (&gathered.files, gathered.files.len() as u64);
        // One sheet waits at most: memory does not grow with their number.
        let (sender, arrivals) = sync_channel(0);
        let roll = OnceLock::new();
        std::thread::scope(|scope| {
            let reader = Reader::new(&roll, mine, had);
            scope.spawn(move || reader.read_all(files, &sender));
            // The first file is read meanwhile; a file that is known does not wait for the roll at all.
            let made = self.roll().inspect_err(|_| drop(roll.set(None)))?;
            drop(roll.set(Some(made)));
            let take_in =
                |store: &Store| self.take_sheets(store, arrivals, all, dry_run, &mut known, &mut progress);
            if dry_run {
                take_in(&self.store)
            } else {
                self.store.atomically(take_in)
            }
        })?;
        let mut merged = progress.merged;
        merged.conflicts = self.open_conflicts(&progress.would, &known.declared)?;
        Ok(merged)
    }

    fn what_is_known(&self) -> Result<Known, OfficeError> {
        let heads = self.store.sheet_heads()?;
        let names = self.store.dossier_names()?.into_iter();
        let decisions = self.store.decisions()?;
        let is_decided = |id: &DossierId| decisions.get(id).is_some_and(Decision::is_decided);
        Ok(Known {
            jury: self.store.jury()?,
            heard: heads.iter().map(|head| head.juror.clone()).collect(),
            heads: heads
                .into_iter()
                .map(|head| (head.digest.clone(), head))
                .collect(),
            declared: self.declared()?,
            decided: names
                .filter(|(id, ..)| is_decided(id))
                .map(|(id, number, _)| (id, number))
                .collect(),
        })
    }

    fn take_sheets(
        &self,
        store: &Store,
        arrivals: Receiver<Arrival>,
        all: u64,
        dry_run: bool,
        known: &mut Known,
        progress: &mut Progress,
    ) -> Result<(), OfficeError> {
        for (done, Arrival { path, came }) in (0..).zip(arrivals) {
            self.watch.step(Stage::Sheets, done, all)?;
            match came {
                Err(refusal) => progress.merged.refused.push((path, refusal)),
                Ok(Came::Known(digest)) => {
                    if let Some(head) = known.heads.get(&digest) {
                        let line = known_line(head, path, &known.jury);
                        progress.merged.unchanged.push(line);
                    }
                }
                Ok(Came::Sheet {
                    digest,
                    packed,
                    sheet,
                }) => {
                    let head = self.head(digest, &sheet, &path);
                    if !dry_run {
                        store.keep_sheet(&head, &packed)?;
                        self.record("sheet", &entry(&head))?;
                    }
                    drop(packed);
                    let line = self.take(store, *sheet, path, dry_run, known, progress)?;
                    known.heads.insert(head.digest.clone(), head);
                    progress.fresh += 1;
                    if line.verdict.brings() {
                        progress.merged.accepted.push(line);
                    } else {
                        progress.merged.unchanged.push(line);
                    }
                }
            }
        }
        if !dry_run && progress.fresh > 0 {
            self.watch.tell(Stage::Settling, 0, 0);
            self.record("merge", &summary(progress))?;
        }
        Ok(())
    }

    /// Returns the files that were refused when a sheet was taken in last.
    pub(super) fn refused(&self) -> Result<Vec<RefusedFile>, OfficeError> {
        let Some(entry) = self.store.last_of("merge")? else {
            return Ok(Vec::new());
        };
        let last: LastMerge = serde_json::from_str(&entry.payload).map_err(|_| StoreError::Damaged {
            table: "journal",
            row: entry.seq.to_string(),
        })?;
        Ok(last.refused)
    }

    /// Joins a sheet with what is known, dossier by dossier.
    fn take(
        &self,
        store: &Store,
        sheet: Admitted,
        file: PathBuf,
        dry_run: bool,
        known: &mut Known,
        progress: &mut Progress,
    ) -> Result<MergedSheet, OfficeError> {
        let (juror, device, revision) = (sheet.juror.clone(), sheet.device.clone(), sheet.revision);
        let first = known.heard.insert(juror.clone());
        let mut tally = Tally::default();
        let (mut recused, mut late) = (0, Vec::new());
        // A juror's own store holds what they wrote before any sheet of theirs comes in.
        let is_blank = first && self.role == Role::Coordinator;
        for (dossier, theirs) in sheet.parts {
            let seat = (juror.clone(), dossier);
            let may_hold = !is_blank && !progress.would.contains_key(&seat);
            if may_hold && store.holds(&seat.0, &seat.1, &theirs)? {
                recused += usize::from(theirs.is_recused() || known.declared.contains(&seat));
                continue;
            }
            let mine = match progress.would.get(&seat) {
                Some(ballot) => ballot.clone(),
                None if is_blank => Ballot::default(),
                None => store.ballot(&seat.0, &seat.1, self.grid.scale())?,
            };
            let was_recused = mine.is_recused();
            let joined = tally.join(&mine, theirs);
            let is_recused = joined.as_ref().map_or(was_recused, Ballot::is_recused);
            recused += usize::from(is_recused || known.declared.contains(&seat));
            let Some(joined) = joined else { continue };
            late.extend(known.decided.get(&seat.1).cloned());
            if dry_run {
                progress.would.insert(seat, joined);
            } else {
                self.put(store, &seat, &joined)?;
            }
        }
        Ok(MergedSheet {
            juror: juror_name(&known.jury, &juror),
            file,
            device,
            revision,
            verdict: tally.verdict(first && self.role == Role::Coordinator),
            changed: tally.changed,
            forks: tally.forks,
            recused,
            late,
        })
    }

    fn put(&self, store: &Store, (juror, dossier): &Seat, ballot: &Ballot) -> Result<(), OfficeError> {
        store.put_ballot(juror, dossier, ballot)?;
        if self.role == Role::Juror {
            for (criterion, versions) in &ballot.cells {
                if let Some(content) = versions.settled() {
                    index_remark(store, dossier, criterion, content)?;
                }
            }
        }
        Ok(())
    }

    fn head(&self, digest: Digest, sheet: &Admitted, path: &Path) -> SheetHead {
        SheetHead {
            digest,
            juror: sheet.juror.clone(),
            device: sheet.device.clone(),
            revision: sheet.revision,
            file: name_of(path),
            written_at: sheet.written_at.clone(),
            received_at: self.context.stamp(),
        }
    }

    /// Counts the cells in conflict once what a dry run foresees has happened.
    fn open_conflicts(
        &self,
        would: &BTreeMap<Seat, Ballot>,
        declared: &BTreeSet<Seat>,
    ) -> Result<usize, OfficeError> {
        let mut open = self.store.open_forks()?;
        for (seat, ballot) in would.iter().filter(|(seat, _)| !declared.contains(*seat)) {
            let stands = self.store.ballot(&seat.0, &seat.1, self.grid.scale())?;
            open = (open + ballot.forks().count()).saturating_sub(stands.forks().count());
        }
        Ok(open)
    }

    /// Returns the declarations against which sheets are admitted.
    pub(super) fn roll(&self) -> Result<Roll<'_>, OfficeError> {
        let dossiers: BTreeSet<DossierId> = self
            .store
            .dossier_names()?
            .into_iter()
            .map(|(id, ..)| id)
            .collect();
        let secret = |juror: JurorId, hex: &str| Some((juror, Secret::parse(hex)?));
        let (secrets, seats) = match &self.me {
            None => {
                let jury = self.store.jury()?.into_iter();
                let mut given: BTreeMap<JurorId, Vec<DossierId>> = BTreeMap::new();
                for (dossier, juror) in self.store.places(None)? {
                    given.entry(juror).or_default().push(dossier);
                }
                let seats = given
                    .into_iter()
                    .map(|(juror, of)| (juror, of.into_iter().collect()));
                (
                    jury.filter_map(|e| secret(e.juror.id, &e.secret)).collect(),
                    seats.collect(),
                )
            }
            Some(me) => {
                let id = me.addressee.id.clone();
                let given = Given::of(&self.store)?;
                let has = |dossier: &&DossierId| given.as_ref().is_none_or(|given| given.has(dossier));
                let seats = dossiers.iter().filter(has).cloned().collect();
                (
                    secret(id.clone(), &me.addressee.secret).into_iter().collect(),
                    [(id, seats)].into(),
                )
            }
        };
        Ok(Roll {
            campaign: &self.campaign.id,
            grid: &self.grid,
            secrets,
            seats,
            dossiers,
        })
    }

    /// Returns the pairs that the coordinator declared in conflict of interest.
    pub(super) fn declared(&self) -> Result<BTreeSet<(JurorId, DossierId)>, OfficeError> {
        let conflicts = self.store.declared_conflicts()?;
        Ok(conflicts.into_iter().map(|c| (c.juror, c.dossier)).collect())
    }
}

fn entry(head: &SheetHead) -> serde_json::Value {
    json!({"juror": head.juror, "device": head.device, "revision": head.revision, "sheet": head.digest,
        "file": head.file})
}

/// What the journal keeps of a merge beside its sheets: the files that were refused, and as what.
fn summary(progress: &Progress) -> serde_json::Value {
    let refused: Vec<_> = progress.merged.refused.iter().map(RefusedFile::of).collect();
    json!({"sheets": progress.fresh, "refused": refused, "skipped": progress.merged.skipped.len()})
}

fn known_line(head: &SheetHead, file: PathBuf, jury: &[Enrolled]) -> MergedSheet {
    MergedSheet {
        juror: juror_name(jury, &head.juror),
        file,
        device: head.device.clone(),
        revision: head.revision,
        verdict: Verdict::Identical,
        changed: 0,
        forks: 0,
        recused: 0,
        late: Vec::new(),
    }
}
