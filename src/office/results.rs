//! From ballots to outcomes: the panel of each dossier, and what `consensus` makes of it.

use super::ask::{AgendaRow, Deliberation, Remark, ResultRow};
use super::bench::Bench;
use super::{Office, OfficeError};
use crate::consensus::{self, AgendaInput, Outcome, Profile};
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
    recused: BTreeSet<JurorId>,
}

fn judge(grid: &Grid, decision: Option<&Decision>, bench: Bench) -> Judged {
    let (forks, feeds) = (bench.forks(), bench.feeds());
    let panel = bench.panel();
    Judged {
        outcome: consensus::deliberate(grid, &panel, &set_of(grid, decision)),
        forks,
        feeds,
        recused: panel.recused.into_iter().collect(),
    }
}

/// Reads the values that a decision set; one that the grid no longer has is left out.
pub(super) fn set_of(grid: &Grid, decision: Option<&Decision>) -> Set {
    decision.map_or_else(Set::new, |decision| decision.motion.values(grid.scale()))
}

/// A dossier's result, with what orders it on the agenda.
struct JudgedRow {
    row: ResultRow,
    feeds: bool,
    recused: BTreeSet<JurorId>,
}

impl JudgedRow {
    fn on_agenda(&self) -> AgendaInput<'_> {
        AgendaInput {
            dossier: &self.row.id,
            outcome: &self.row.outcome,
            lacks_feedback: !self.feeds,
            recused: &self.recused,
            is_forked: self.row.forks > 0,
        }
    }
}

impl Office {
    pub(super) fn results(&self) -> Result<Vec<ResultRow>, OfficeError> {
        Ok(self.judged()?.into_iter().map(|judged| judged.row).collect())
    }

    /// Returns the profile of each dossier: little of each, for there may be thousands.
    pub(super) fn profiles(
        &self,
        decisions: &BTreeMap<DossierId, Decision>,
    ) -> Result<BTreeMap<DossierId, Profile>, OfficeError> {
        self.may(Verb::SeeResults)?;
        let grid = &self.grid;
        let mut profiles = self.judge_all(decisions, |judged| judged.outcome.profile(grid))?;
        for (id, ..) in self.store.dossier_names()? {
            let decision = decisions.get(&id);
            let unseated = || judge(grid, decision, Bench::default()).outcome.profile(grid);
            profiles.entry(id).or_insert_with(unseated);
        }
        Ok(profiles)
    }

    /// Returns the result of each dossier.
    fn judged(&self) -> Result<Vec<JudgedRow>, OfficeError> {
        self.may(Verb::SeeResults)?;
        let mut decisions = self.store.decisions()?;
        let mut judged = self.judge_all(&decisions, |judged| judged)?;
        let rows = self.store.dossier_names()?.into_iter().map(|(id, number, name)| {
            let decision = decisions.remove(&id);
            let Judged {
                outcome,
                forks,
                feeds,
                recused,
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
            JudgedRow { row, feeds, recused }
        });
        Ok(rows.collect())
    }

    /// Judges every dossier before which somebody sits, and keeps a part of each: one thread reads, another judges what
    /// was read.
    fn judge_all<Part: Send>(
        &self,
        decisions: &BTreeMap<DossierId, Decision>,
        part: impl Fn(Judged) -> Part + Send,
    ) -> Result<BTreeMap<DossierId, Part>, OfficeError> {
        let grid = &self.grid;
        let (sender, benches) = sync_channel::<(DossierId, Bench)>(AHEAD);
        std::thread::scope(|scope| {
            let judging = scope.spawn(move || {
                let judged = benches.into_iter().map(|(id, bench)| {
                    let judged = judge(grid, decisions.get(&id), bench);
                    (id, part(judged))
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
        rows.retain(|judged| !aside.contains(&judged.row.id));
        let inputs: Vec<AgendaInput<'_>> = rows.iter().map(JudgedRow::on_agenda).collect();
        let items = consensus::agenda(&self.grid, &inputs);
        let jury = self.store.jury()?;
        let by_id: BTreeMap<&DossierId, &JudgedRow> =
            rows.iter().map(|judged| (&judged.row.id, judged)).collect();
        let agenda = items.into_iter().filter_map(|item| {
            let JudgedRow { row, recused, .. } = by_id.get(&item.dossier)?;
            Some(AgendaRow {
                id: row.id.clone(),
                number: row.number.clone(),
                name: row.name.clone(),
                proposed: row.outcome.proposed.code().map(str::to_owned),
                decision: row.decision.clone(),
                recused: recused.iter().map(|id| super::juror_name(&jury, id)).collect(),
                forks: row.forks,
                item,
            })
        });
        let mut agenda: Vec<AgendaRow> = agenda.collect();
        let by_hand = self.order_by_hand()?;
        if !by_hand.is_empty() {
            // What came in since stands at the end, in the program's order.
            let place = |row: &AgendaRow| by_hand.iter().position(|id| *id == row.id);
            agenda.sort_by_key(|row| place(row).unwrap_or(usize::MAX));
        }
        Ok(agenda)
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
        let Some(stored) = self.store.dossier(id)? else {
            return Ok(None);
        };
        let (outcome, panel, forks) = self.outcome(id, set)?;
        let jury = self.store.jury()?;
        let names = jury.into_iter().map(|e| (e.juror.id, e.juror.name)).collect();
        let remarks = self.remarks(id, &panel, &names)?;
        let raise = consensus::least_raise(&self.grid, &panel, set);
        let severity = self.lenience()?;
        let alternatives = consensus::alternatives(&self.grid, &panel, set, &severity);
        let quorum = self.quorum_on(&panel)?;
        Ok(Some(Deliberation {
            dossier: stored.dossier,
            panel,
            names,
            remarks,
            outcome,
            raise,
            alternatives,
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
