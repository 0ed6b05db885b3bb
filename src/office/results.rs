//! From ballots to outcomes: the panel of each dossier, and what `consensus` makes of it.

use super::ask::{AgendaRow, Deliberation, Remark, ResultRow};
use super::status::Seats;
use super::{Office, OfficeError};
use crate::consensus::{self, AgendaInput, Outcome};
use crate::domain::decision::Decision;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::panel::Panel;
use crate::domain::role::Verb;
use crate::domain::score::Score;
use crate::domain::sitting::{Quorum, quorum};
use crate::ledger::ballot::Ballot;
use std::collections::{BTreeMap, BTreeSet};

/// Consensus values set by the committee.
type Set = BTreeMap<CriterionCode, Score>;

impl Office {
    /// Reads the values that a decision set; one that the grid no longer has is left out.
    pub(super) fn set_of(&self, decision: Option<&Decision>) -> Set {
        let set = decision.into_iter().flat_map(|d| &d.set);
        set.filter_map(|(code, value)| Some((code.clone(), self.grid.scale().score((*value).into())?)))
            .collect()
    }

    fn forks_on(dossier: &DossierId, seats: &Seats) -> usize {
        let here = seats
            .ballots
            .iter()
            .filter(|(seat, _)| seat.1 == *dossier && !seats.declared.contains(*seat));
        here.map(|(_, ballot)| ballot.forks().count()).sum()
    }

    pub(super) fn results(&self) -> Result<Vec<ResultRow>, OfficeError> {
        self.may(Verb::SeeResults)?;
        let seats = self.all_seats()?;
        let mut decisions = self.store.decisions()?;
        let rows = self.store.dossier_names()?.into_iter().map(|(id, number, name)| {
            let decision = decisions.remove(&id);
            ResultRow {
                outcome: consensus::deliberate(
                    &self.grid,
                    &panel(&id, &seats),
                    &self.set_of(decision.as_ref()),
                ),
                forks: Self::forks_on(&id, &seats),
                id,
                number,
                name,
                decision,
            }
        });
        Ok(rows.collect())
    }

    pub(super) fn agenda(&self) -> Result<Vec<AgendaRow>, OfficeError> {
        let mut rows = self.results()?;
        let aside = self.store.set_aside()?;
        rows.retain(|row| !aside.contains(&row.id));
        let fed: BTreeSet<DossierId> = self
            .known_ballots()?
            .into_iter()
            .filter(|(_, b)| feeds(b))
            .map(|((_, d), _)| d)
            .collect();
        let inputs: Vec<AgendaInput<'_>> = rows
            .iter()
            .map(|row| AgendaInput {
                dossier: &row.id,
                outcome: &row.outcome,
                lacks_feedback: !fed.contains(&row.id),
            })
            .collect();
        let items = consensus::agenda(&self.grid, &inputs);
        let by_id: BTreeMap<&DossierId, &ResultRow> = rows.iter().map(|row| (&row.id, row)).collect();
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
        let seats = self.all_seats()?;
        let panel = panel(dossier, &seats);
        let outcome = consensus::deliberate(&self.grid, &panel, set);
        Ok((outcome, panel, Self::forks_on(dossier, &seats)))
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
        let quorum = self.quorum_on(&panel)?;
        Ok(Some(Deliberation {
            dossier: stored.dossier,
            panel,
            names,
            remarks,
            outcome,
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
        for row in self.store.ballots(Some(id), self.grid.scale())? {
            if !panel.seats.contains_key(&row.juror) {
                continue;
            }
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

/// Tells whether a juror wrote something for the candidate.
fn feeds(ballot: &Ballot) -> bool {
    let mut contents = ballot.cells.values().flat_map(|versions| versions.sides());
    !ballot.is_recused() && contents.any(|content| !content.feedback.is_blank())
}

/// Returns the jurors who count on a dossier with their marks, and those who stepped back.
fn panel(dossier: &DossierId, seats: &Seats) -> Panel {
    let mut panel = Panel::default();
    for seat in seats
        .given
        .iter()
        .chain(&seats.declared)
        .filter(|(_, d)| d == dossier)
    {
        if seats.is_recused(seat) {
            if !panel.recused.contains(&seat.0) {
                panel.recused.push(seat.0.clone());
            }
        } else {
            let marks = seats.ballots.get(seat).map(Ballot::marks);
            panel.seats.insert(seat.0.clone(), marks.unwrap_or_default());
        }
    }
    panel.recused.sort();
    panel
}
