//! Reading for lists and places: names resolved, pages cut, the next criterion left to score found.

use super::ask::{DossierState, DossierView, ListRow, MySheet, Overview, Page};
use super::open::Given;
use super::score::{standing, standing_recusal};
use super::{Office, OfficeError, damaged};
use crate::domain::decision::Decision;
use crate::domain::dossier::Standing;
use crate::domain::ids::{CriterionCode, DossierId, JurorId};
use crate::domain::juror::resembles;
use crate::domain::role::{Role, Verb};
use crate::domain::saying::Saying;
use crate::domain::sitting::Sitting;
use crate::domain::text::folded;
use crate::exchange::sheet_json::fingerprint;
use crate::ledger::ballot::Ballot;
use crate::store::{DossierRow, Key};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::collections::BTreeMap;

impl Office {
    /// Finds a dossier by its identifier, its number, or an unambiguous start of its name.
    ///
    /// # Errors
    /// That none is so called, or several are.
    pub fn find_dossier(&self, name: &str) -> Result<DossierId, OfficeError> {
        let all = self.store.dossier_names()?;
        if let Some((id, ..)) = all
            .iter()
            .find(|(id, number, _)| id.as_str() == name || number == name)
        {
            return Ok(id.clone());
        }
        let wanted = folded(name);
        let starts = |n: &str| !wanted.is_empty() && folded(n).starts_with(&wanted);
        let hits: Vec<_> = all.iter().filter(|(_, _, n)| starts(n)).collect();
        let exact: Vec<_> = hits.iter().filter(|(_, _, n)| folded(n) == wanted).collect();
        match (hits.as_slice(), exact.as_slice()) {
            ([(id, ..)], _) | (_, [(id, ..)]) => Ok(id.clone()),
            ([], _) => Err(refused(Saying::new("dossier-unknown").text("name", name))),
            (several, _) => {
                let names: Vec<String> = several
                    .iter()
                    .take(5)
                    .map(|(_, n, name)| format!("{n} {name}"))
                    .collect();
                let saying = Saying::new("dossier-ambiguous")
                    .text("name", name)
                    .text("found", names.join(", "));
                Err(refused(saying))
            }
        }
    }

    /// Finds a juror by identifier, name, or an unambiguous start of the name or of one of its words.
    ///
    /// # Errors
    /// That none is so called, or several are; that a juror's store knows no jury.
    pub fn find_juror(&self, name: &str) -> Result<JurorId, OfficeError> {
        self.may(Verb::Prepare)?;
        let jury = self.jury()?;
        let wanted = folded(name);
        if let Some(juror) = jury
            .iter()
            .find(|j| j.id.as_str() == name || folded(&j.name) == wanted)
        {
            return Ok(juror.id.clone());
        }
        let starts = |whole: &str| {
            let whole = folded(whole);
            !wanted.is_empty()
                && (whole.starts_with(&wanted) || whole.split(' ').any(|word| word.starts_with(&wanted)))
        };
        let hits: Vec<_> = jury.iter().filter(|j| starts(&j.name)).collect();
        match hits.as_slice() {
            [juror] => Ok(juror.id.clone()),
            [] => {
                let known: Vec<&str> = jury.iter().map(|j| j.name.as_str()).collect();
                let saying = Saying::new("juror-unknown")
                    .text("name", name)
                    .text("known", known.join(", "));
                Err(refused(saying))
            }
            several => {
                let names: Vec<&str> = several.iter().map(|j| j.name.as_str()).collect();
                Err(refused(
                    Saying::new("juror-ambiguous")
                        .text("name", name)
                        .text("found", names.join(", ")),
                ))
            }
        }
    }

    /// Returns how many criteria the grid has.
    pub(super) fn criteria(&self) -> usize {
        self.grid.criteria().count()
    }

    pub(super) fn sitting(&self) -> Result<Option<Sitting>, OfficeError> {
        let json = self.store.get(Key::Sitting)?.filter(|json| !json.is_empty());
        let sitting = json.map(|json| serde_json::from_str(&json)).transpose();
        Ok(sitting.map_err(|_| damaged("sitting"))?)
    }

    pub(super) fn overview(&self) -> Result<Overview, OfficeError> {
        let sitting = self.sitting()?;
        let (done, jurors, masked) = match &self.me {
            Some(_) => {
                let finished = |row: &&ListRow| {
                    matches!(
                        row.state,
                        DossierState::Done | DossierState::Recused | DossierState::Aside
                    )
                };
                (
                    self.list(0, usize::MAX)?.iter().filter(finished).count(),
                    1,
                    false,
                )
            }
            None => {
                let seen =
                    self.store.last_of("sitting-open")?.is_some() || self.store.last_of("unmask")?.is_some();
                (
                    self.store
                        .decisions()?
                        .values()
                        .filter(|d| d.is_decided())
                        .count(),
                    self.store.jury()?.len(),
                    !seen,
                )
            }
        };
        Ok(Overview {
            dossiers: self.store.dossier_count()?,
            done,
            jurors,
            sitting,
            masked,
        })
    }

    fn list(&self, from: usize, most: usize) -> Result<Vec<ListRow>, OfficeError> {
        let criteria = self.criteria();
        let rows = match &self.me {
            Some(me) => self.store.juror_rows(&me.addressee.id, criteria, from, most)?,
            None => self.store.coordinator_rows(criteria, from, most)?,
        };
        let mut decisions = match self.role {
            Role::Juror => BTreeMap::new(),
            Role::Coordinator => self.store.decisions()?,
        };
        Ok(rows
            .into_iter()
            .map(|row| list_row(row, &mut decisions))
            .collect())
    }

    /// Returns every row of the list.
    ///
    /// # Errors
    /// SQLite's.
    pub fn rows(&self) -> Result<Vec<ListRow>, OfficeError> {
        self.list(0, usize::MAX)
    }

    pub(super) fn page(&self, filter: &str, from: usize, most: usize) -> Result<Page, OfficeError> {
        if filter.trim().is_empty() {
            let total = self.store.dossier_count()?;
            let rows = self.list(from, most)?;
            return Ok(Page { total, from, rows });
        }
        let hits = matching(self.list(0, usize::MAX)?, filter);
        let total = hits.len();
        let rows = hits.into_iter().skip(from).take(most).collect();
        Ok(Page { total, from, rows })
    }

    pub(super) fn dossier_view(&self, id: &DossierId) -> Result<Option<DossierView>, OfficeError> {
        let Some(stored) = self.store.dossier(id)? else {
            return Ok(None);
        };
        let names = self.store.dossier_names()?;
        let place = names.iter().position(|(other, ..)| other == id).unwrap_or(0);
        let ballot = match &self.me {
            Some(me) => self.store.ballot(&me.addressee.id, id, self.grid.scale())?,
            None => Ballot::default(),
        };
        let mut present = Vec::new();
        for digest in stored.dossier.evidence.iter().filter_map(|e| e.sha256.as_ref()) {
            if self.store.has_evidence(digest)? {
                present.push(digest.clone());
            }
        }
        let affiliation = self
            .me
            .as_ref()
            .and_then(|me| me.addressee.affiliation.as_deref());
        let resembles = affiliation.is_some_and(|own| resembles(own, &stored.dossier.name))
            && !self.store.has_events(id)?
            && !self.store.is_dismissed(id)?;
        let cells = ballot
            .cells
            .keys()
            .map(|code| (code.clone(), standing(&ballot, code)))
            .collect();
        Ok(Some(DossierView {
            dossier: stored.dossier,
            place,
            recusal: standing_recusal(&ballot),
            cells,
            notes: self.store.notes(id)?,
            changes: self.store.changes(id)?,
            resembles,
            present,
            former: self.store.former(id)?,
        }))
    }

    /// Looks after the place in its dossier, then in the dossiers that follow in the list, round once.
    pub(super) fn next_unscored(
        &self,
        after: Option<&(DossierId, Option<CriterionCode>)>,
    ) -> Result<Option<(DossierId, CriterionCode)>, OfficeError> {
        let me = self.me()?;
        let rows = self.list(0, usize::MAX)?;
        let here = after
            .as_ref()
            .and_then(|(id, _)| rows.iter().position(|row| row.id == *id));
        let (before, rest) = rows.split_at(here.unwrap_or(0).min(rows.len()));
        let first_codes: Vec<CriterionCode> = self.grid.criteria().map(|c| c.code.clone()).collect();
        let from = match after {
            Some((_, Some(code))) if here.is_some() => first_codes
                .iter()
                .position(|c| c == code)
                .map_or(0, |place| place + 1),
            _ => 0,
        };
        let left = |row: &ListRow, codes: &[CriterionCode]| -> Result<Option<CriterionCode>, OfficeError> {
            if !matches!(row.state, DossierState::Todo | DossierState::Partial) {
                return Ok(None);
            }
            let marks = self
                .store
                .ballot(&me.addressee.id, &row.id, self.grid.scale())?
                .marks();
            Ok(codes.iter().find(|code| !marks.contains_key(*code)).cloned())
        };
        let (head, tail) = first_codes.split_at(from.min(first_codes.len()));
        let round = rest
            .iter()
            .skip(1)
            .chain(before)
            .map(|row| (row, first_codes.as_slice()));
        let start = rest.first().map(|row| (row, tail));
        let end = rest.first().map(|row| (row, head));
        for (row, codes) in start.into_iter().chain(round).chain(end) {
            if let Some(code) = left(row, codes)? {
                return Ok(Some((row.id.clone(), code)));
            }
        }
        Ok(None)
    }

    pub(super) fn my_sheet(&self) -> Result<MySheet, OfficeError> {
        let me = self.me()?;
        let codes: Vec<&CriterionCode> = self.grid.criteria().map(|c| &c.code).collect();
        let mut distribution: BTreeMap<CriterionCode, BTreeMap<String, usize>> = BTreeMap::new();
        let mut missing = Vec::new();
        let (mut scored, mut expected) = (0, 0);
        let given = Given::of(&self.store)?;
        for row in self.list(0, usize::MAX)? {
            let is_given = given.as_ref().is_none_or(|given| given.has(&row.id));
            if matches!(row.state, DossierState::Recused | DossierState::Aside) || !is_given {
                continue;
            }
            let marks = self
                .store
                .ballot(&me.addressee.id, &row.id, self.grid.scale())?
                .marks();
            for (code, mark) in &marks {
                let counts = distribution.entry(code.clone()).or_default();
                *counts.entry(mark.to_string()).or_default() += 1;
            }
            scored += marks.len();
            expected += codes.len();
            let left: Vec<CriterionCode> = codes
                .iter()
                .filter(|c| !marks.contains_key(**c))
                .map(|c| (*c).clone())
                .collect();
            if !left.is_empty() {
                missing.push((row.id, row.number, row.name, left));
            }
        }
        Ok(MySheet {
            revision: self.store.next_event()?.saturating_sub(1),
            scored,
            expected,
            distribution,
            missing,
            fingerprint: fingerprint(&self.device_key()?.public()),
            acknowledged: self.acknowledged()?,
            forks: self.forks()?,
        })
    }
}

fn refused(saying: Saying) -> OfficeError {
    OfficeError::Refused(saying)
}

fn list_row(row: DossierRow, decisions: &mut BTreeMap<DossierId, Decision>) -> ListRow {
    let state = if row.recused {
        DossierState::Recused
    } else if row.standing != Standing::Received {
        DossierState::Aside
    } else if row.scored == 0 {
        DossierState::Todo
    } else if row.scored < row.expected {
        DossierState::Partial
    } else {
        DossierState::Done
    };
    ListRow {
        decision: decisions.remove(&row.id),
        id: row.id,
        number: row.number,
        name: row.name,
        kind: row.kind,
        answers: row.answers,
        scored: row.scored,
        criteria: row.expected,
        state,
        changes: row.changes,
    }
}

/// Keeps the rows that match, best first; numbers that begin with the filter before all others, rows of equal worth in
/// the order of the list.
fn matching(rows: Vec<ListRow>, filter: &str) -> Vec<ListRow> {
    let pattern = Pattern::parse(&folded(filter), CaseMatching::Ignore, Normalization::Never);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut hits: Vec<(bool, u32, ListRow)> = rows
        .into_iter()
        .filter_map(|row| {
            let line = format!("{} {}", row.number, folded(&row.name));
            let score = pattern.score(Utf32Str::new(&line, &mut buffer), &mut matcher)?;
            Some((!row.number.starts_with(filter.trim()), score, row))
        })
        .collect();
    hits.sort_by_key(|(elsewhere, score, _)| (*elsewhere, std::cmp::Reverse(*score)));
    hits.into_iter().map(|(_, _, row)| row).collect()
}
