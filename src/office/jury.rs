//! The jury as the coordinator sees it: what each reads, and the conflicts of interest that the dossiers suggest.

use super::ask::{Bar, JurorLoad, JuryView, Suggestion};
use super::{Office, OfficeError};
use crate::domain::acquaintance::{self, Ground, Kind, MOST_GROUNDS, Person};
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::juror::Juror;
use std::collections::{BTreeMap, BTreeSet};

/// Pieces not read yet that are counted at most.
const MOST_UNREAD: usize = 100_000;

/// What evidence says of jurors: a juror, a dossier, the piece's digest, its page from 0, the passage.
type Page = (JurorId, DossierId, String, usize, String);

impl Office {
    pub(super) fn jury_view(&self) -> Result<JuryView, OfficeError> {
        let jury = self.jury()?;
        let declared = self.declared()?;
        let seats = self.store.seats()?;
        let suggestions = self.suggestions(&jury)?;
        let of = |set: &BTreeSet<(JurorId, DossierId)>, juror: &Juror| -> usize {
            set.iter().filter(|(id, _)| *id == juror.id).count()
        };
        let sitting: BTreeSet<_> = seats.difference(&declared).cloned().collect();
        let load = |juror: Juror| JurorLoad {
            assigned: of(&sitting, &juror),
            conflicts: of(&declared, &juror),
            suggested: suggestions.iter().filter(|s| s.juror == juror.id).count(),
            juror,
        };
        Ok(JuryView {
            jurors: jury.into_iter().map(load).collect(),
            bars: self.bars()?,
            unread: self.store.unread(MOST_UNREAD)?.len(),
            suggestions,
        })
    }

    /// Returns the declared conflicts with the dossiers' numbers and names.
    fn bars(&self) -> Result<Vec<Bar>, OfficeError> {
        let names = self.store.dossier_names()?;
        let by_id: BTreeMap<DossierId, (String, String)> = names
            .into_iter()
            .map(|(id, number, name)| (id, (number, name)))
            .collect();
        let bar = |conflict: crate::store::Conflict| {
            let (number, name) = by_id.get(&conflict.dossier).cloned().unwrap_or_default();
            Bar {
                juror: conflict.juror,
                dossier: conflict.dossier,
                number,
                name,
                reason: conflict.reason,
            }
        };
        Ok(self.store.declared_conflicts()?.into_iter().map(bar).collect())
    }

    /// Finds the conflicts of interest that the dossiers in the running suggest; those that were declared or dismissed are
    /// settled. By juror, then in the order of the list.
    fn suggestions(&self, jury: &[Juror]) -> Result<Vec<Suggestion>, OfficeError> {
        let people: Vec<(&Juror, Person)> = jury.iter().map(|j| (j, Person::of(j))).collect();
        let mut settled = self.declared()?;
        settled.extend(self.store.dismissed_conflicts()?);
        let mut pages: BTreeMap<(JurorId, DossierId), Vec<Page>> = BTreeMap::new();
        for page in self.pages_naming(&people)? {
            pages
                .entry((page.0.clone(), page.1.clone()))
                .or_default()
                .push(page);
        }
        let mut found = Vec::new();
        self.store.each_dossier::<OfficeError>(|stored| {
            let dossier = stored.dossier;
            if dossier.standing != Standing::Received {
                return Ok(());
            }
            let said = acquaintance::said(&dossier);
            for (juror, person) in &people {
                let pair = (juror.id.clone(), dossier.id.clone());
                if settled.contains(&pair) {
                    continue;
                }
                let mut grounds =
                    acquaintance::grounds(person, juror.affiliation.as_deref(), &dossier, &said);
                let read = pages.get(&pair).into_iter().flatten();
                grounds.extend(read.filter_map(|page| of_page(&dossier, page)));
                grounds.sort_by_key(|ground| ground.kind);
                grounds.truncate(MOST_GROUNDS);
                if !grounds.is_empty() {
                    found.push(suggestion(juror, &dossier, grounds));
                }
            }
            Ok(())
        })?;
        found.sort_by(|a, b| a.juror.cmp(&b.juror));
        Ok(found)
    }

    fn pages_naming(&self, people: &[(&Juror, Person)]) -> Result<Vec<Page>, OfficeError> {
        let mut pages = Vec::new();
        for (juror, person) in people {
            for trace in person.traces() {
                let words = format!("\"{}\"", trace.replace('"', " "));
                self.store
                    .each_page_with::<OfficeError>(&words, |dossier, place, text| {
                        if let (Some(at), Some((digest, page))) =
                            (person.named_in(text), place.split_once('#'))
                        {
                            pages.push((
                                juror.id.clone(),
                                dossier.clone(),
                                digest.to_owned(),
                                page.parse().unwrap_or(0),
                                acquaintance::excerpt(text, &at),
                            ));
                        }
                        Ok(())
                    })?;
            }
        }
        pages.sort();
        pages.dedup();
        Ok(pages)
    }
}

fn of_page(dossier: &Dossier, (_, _, digest, page, passage): &Page) -> Option<Ground> {
    let is_it =
        |piece: &&crate::domain::evidence::Evidence| piece.sha256.as_ref().is_some_and(|d| d.hex() == digest);
    let piece = dossier.evidence.iter().find(is_it)?;
    Some(Ground {
        kind: Kind::Evidence,
        place: piece.name.clone(),
        page: Some(page.saturating_add(1)),
        passage: passage.clone(),
    })
}

fn suggestion(juror: &Juror, dossier: &Dossier, grounds: Vec<Ground>) -> Suggestion {
    Suggestion {
        juror: juror.id.clone(),
        juror_name: juror.name.clone(),
        dossier: dossier.id.clone(),
        number: dossier.number.clone(),
        name: dossier.name.clone(),
        grounds,
    }
}
