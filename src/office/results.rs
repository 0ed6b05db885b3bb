//! From ballots to outcomes: the panel of each dossier, and what `consensus` makes of it.

use super::ask::{AgendaRow, Deliberation, Remark, ResultRow};
use super::bench::Bench;
use super::{Office, OfficeError};
use crate::consensus::{self, AgendaInput, Outcome};
use crate::domain::decision::Decision;
use crate::domain::grid::Grid;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::panel::Panel;
use crate::domain::role::Verb;
use crate::domain::score::Score;
use crate::domain::sitting::{Quorum, quorum};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;

/// Consensus values set by the committee.
type Set = BTreeMap<CriterionCode, Score>;

/// How many benches are read before they are judged.
const AHEAD: usize = 64;

/// What comes of one dossier.
struct Judged {
    outcome: Outcome,
    forks: usize,
    /// Whether anything was written for the candidate.
    feeds: bool,
}

fn judge(grid: &Grid, decision: Option<&Decision>, bench: Bench) -> Judged {
    let (forks, feeds) = (bench.forks(), bench.feeds());
    Judged {
        outcome: consensus::deliberate(grid, &bench.panel(), &set_of(grid, decision)),
        forks,
        feeds,
    }
}

/// Reads the values that a decision set; one that the grid no longer has is left out.
fn set_of(grid: &Grid, decision: Option<&Decision>) -> Set {
    let set = decision.into_iter().flat_map(|d| &d.set);
    set.filter_map(|(code, value)| Some((code.clone(), grid.scale().score((*value).into())?)))
        .collect()
}

impl Office {
    pub(super) fn results(&self) -> Result<Vec<ResultRow>, OfficeError> {
        Ok(self.judged()?.into_iter().map(|(row, _)| row).collect())
    }

    /// Returns the result of each dossier, and whether anything was written for the candidate.
    fn judged(&self) -> Result<Vec<(ResultRow, bool)>, OfficeError> {
        self.may(Verb::SeeResults)?;
        let mut decisions = self.store.decisions()?;
        let mut judged = self.judge_all(&decisions)?;
        let rows = self.store.dossier_names()?.into_iter().map(|(id, number, name)| {
            let decision = decisions.remove(&id);
            let Judged {
                outcome,
                forks,
                feeds,
            } = judged
                .remove(&id)
                .unwrap_or_else(|| judge(&self.grid, decision.as_ref(), Bench::default()));
            let row = ResultRow {
                id,
                number,
                name,
                outcome,
                decision,
                forks,
            };
            (row, feeds)
        });
        Ok(rows.collect())
    }

    /// Judges every dossier before which somebody sits: one thread reads, another judges what was read.
    fn judge_all(
        &self,
        decisions: &BTreeMap<DossierId, Decision>,
    ) -> Result<BTreeMap<DossierId, Judged>, OfficeError> {
        let grid = &self.grid;
        let (sender, benches) = sync_channel::<(DossierId, Bench)>(AHEAD);
        std::thread::scope(|scope| {
            let judging = scope.spawn(move || {
                let judged = benches.into_iter().map(|(id, bench)| {
                    let judged = judge(grid, decisions.get(&id), bench);
                    (id, judged)
                });
                judged.collect()
            });
            let read = self.each_bench(|id, bench| {
                // Whoever judges takes all, or panicked, which is seen below.
                let _ = sender.send((id, bench));
            });
            drop(sender);
            let judged = judging.join().unwrap_or_else(|panic| resume_unwind(panic));
            read.map(|()| judged)
        })
    }

    pub(super) fn agenda(&self) -> Result<Vec<AgendaRow>, OfficeError> {
        let mut rows = self.judged()?;
        let aside = self.store.set_aside()?;
        rows.retain(|(row, _)| !aside.contains(&row.id));
        let inputs: Vec<AgendaInput<'_>> = rows
            .iter()
            .map(|(row, feeds)| AgendaInput {
                dossier: &row.id,
                outcome: &row.outcome,
                lacks_feedback: !feeds,
            })
            .collect();
        let items = consensus::agenda(&self.grid, &inputs);
        let by_id: BTreeMap<&DossierId, &ResultRow> = rows.iter().map(|(row, _)| (&row.id, row)).collect();
        let agenda = items.into_iter().filter_map(|item| {
            let row = by_id.get(&item.dossier)?;
            Some(AgendaRow {
                id: row.id.clone(),
                number: row.number.clone(),
                name: row.name.clone(),
                proposed: row.outcome.proposed.code().map(str::to_owned),
                decision: row.decision.clone(),
                item,
            })
        });
        Ok(agenda.collect())
    }

    pub(super) fn outcome(
        &self,
        dossier: &DossierId,
        set: &Set,
    ) -> Result<(Outcome, Panel, usize), OfficeError> {
        let bench = self.bench(dossier)?;
        let forks = bench.forks();
        let panel = bench.panel();
        let outcome = consensus::deliberate(&self.grid, &panel, set);
        Ok((outcome, panel, forks))
    }

    pub(super) fn deliberation(
        &self,
        id: &DossierId,
        set: &Set,
    ) -> Result<Option<Deliberation>, OfficeError> {
        self.may(Verb::SeeResults)?;
        let Some(stored) = self.store.dossier(id)? else {
            return Ok(None);
        };
        let (outcome, panel, forks) = self.outcome(id, set)?;
        let jury = self.store.jury()?;
        let names = jury.into_iter().map(|e| (e.juror.id, e.juror.name)).collect();
        let remarks = self.remarks(id, &panel, &names)?;
        let raise = consensus::least_raise(&self.grid, &panel, set);
        let quorum = self.quorum_on(&panel)?;
        Ok(Some(Deliberation {
            dossier: stored.dossier,
            panel,
            names,
            remarks,
            outcome,
            raise,
            decision: self.store.decisions()?.remove(id),
            forks,
            quorum,
        }))
    }

    fn remarks(
        &self,
        id: &DossierId,
        panel: &Panel,
        names: &BTreeMap<JurorId, String>,
    ) -> Result<BTreeMap<CriterionCode, Vec<Remark>>, OfficeError> {
        let mut remarks: BTreeMap<CriterionCode, Vec<Remark>> = BTreeMap::new();
        let seated: Vec<JurorId> = panel.seats.keys().cloned().collect();
        for row in self.store.ballots_on(id, &seated, self.grid.scale())? {
            for (code, versions) in &row.ballot.cells {
                for content in versions.sides() {
                    remarks.entry(code.clone()).or_default().push(Remark {
                        juror: names
                            .get(&row.juror)
                            .cloned()
                            .unwrap_or_else(|| row.juror.to_string()),
                        cell: panel.cell(&row.juror, code),
                        content: content.clone(),
                    });
                }
            }
        }
        Ok(remarks)
    }

    /// Counts the sitting's quorum on a dossier; nothing where no sitting is open.
    pub(super) fn quorum_on(&self, panel: &Panel) -> Result<Option<Quorum>, OfficeError> {
        let Some(sitting) = self.sitting()? else {
            return Ok(None);
        };
        let jury: BTreeSet<JurorId> = self.store.jury()?.into_iter().map(|e| e.juror.id).collect();
        let recused = panel.recused.iter().cloned().collect();
        Ok(Some(quorum(
            &sitting,
            &jury,
            &recused,
            self.grid.sitting_quorum(),
        )))
    }
}
