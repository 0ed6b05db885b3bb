//! Who reads what.

use super::act::{Assigned, Report};
use super::ask::SeatPlan;
use super::{Office, OfficeError};
use crate::domain::assignment::{self, Infeasible, Plan, Situation, Wish};
use crate::domain::dossier::Standing;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::role::Verb;
use crate::domain::saying::Saying;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Dossiers that a refusal names at most.
const MOST_NAMED: usize = 12;

impl Office {
    pub(super) fn assign_all(&mut self) -> Result<Report, OfficeError> {
        self.may(Verb::Prepare)?;
        let situation = self.situation()?;
        let everyone = |dossier: &DossierId| -> Vec<(JurorId, DossierId)> {
            let pair = |juror: &JurorId| (juror.clone(), dossier.clone());
            situation.jurors.iter().map(pair).collect()
        };
        let all: BTreeSet<_> = situation.dossiers.iter().flat_map(everyone).collect();
        let free: BTreeSet<_> = all.difference(&situation.barred).cloned().collect();
        let added = free.difference(&situation.given).cloned().collect();
        self.seat_all(&added, &json!({"all": true}))
    }

    /// Says what a balanced assignment would do, and changes nothing.
    pub(super) fn seat_plan(&self, wish: Wish) -> Result<SeatPlan, OfficeError> {
        let (plan, situation) = self.planned(wish)?;
        let (least, most) = plan.span();
        Ok(SeatPlan {
            wish,
            dossiers: situation.dossiers.len(),
            added: plan.added.len(),
            least,
            most,
            per_juror: self.named_loads(&plan.loads)?,
        })
    }

    /// Gives each dossier the jurors that it lacks, as evenly as conflicts of interest allow.
    pub(super) fn assign(&mut self, wish: Wish) -> Result<Report, OfficeError> {
        let (plan, _) = self.planned(wish)?;
        let how = json!({"per_dossier": wish.per_dossier, "seed": wish.seed, "at_most": wish.at_most});
        self.seat_all(&plan.added, &how)
    }

    fn planned(&self, wish: Wish) -> Result<(Plan, Situation), OfficeError> {
        self.may(Verb::Prepare)?;
        let situation = self.situation()?;
        if wish.per_dossier == 0 {
            return Err(OfficeError::Refused(Saying::new("assign-none-each")));
        }
        match assignment::plan(&situation, wish) {
            Ok(plan) => Ok((plan, situation)),
            Err(why) => Err(OfficeError::State(self.said(&why, wish, &situation)?)),
        }
    }

    /// Returns the jury, the dossiers in the running, and what stands between them.
    fn situation(&self) -> Result<Situation, OfficeError> {
        let jurors: BTreeSet<JurorId> = self.jury()?.into_iter().map(|juror| juror.id).collect();
        if jurors.is_empty() {
            return Err(OfficeError::State(Saying::new("assign-no-juror")));
        }
        let mut dossiers = BTreeSet::new();
        self.store.each_dossier::<OfficeError>(|stored| {
            if stored.dossier.standing == Standing::Received {
                dossiers.insert(stored.dossier.id);
            }
            Ok(())
        })?;
        if dossiers.is_empty() {
            return Err(OfficeError::State(Saying::new("assign-no-dossier")));
        }
        Ok(Situation {
            jurors,
            dossiers,
            barred: self.declared()?,
            given: self.store.seats()?,
        })
    }

    fn seat_all(
        &self,
        added: &BTreeSet<(JurorId, DossierId)>,
        how: &serde_json::Value,
    ) -> Result<Report, OfficeError> {
        let seats = self.store.atomically(|store| {
            for (juror, dossier) in added {
                store.seat(juror, dossier)?;
            }
            let seats = store.seats()?;
            let mut entry = how.clone();
            if let Some(entry) = entry.as_object_mut() {
                entry.insert("seats".to_owned(), json!(seats.len()));
                entry.insert("added".to_owned(), json!(added.len()));
            }
            self.record("assign", &entry)?;
            Ok::<_, OfficeError>(seats)
        })?;
        let declared = self.declared()?;
        let mut loads: BTreeMap<JurorId, usize> = BTreeMap::new();
        for (juror, _) in seats.difference(&declared) {
            *loads.entry(juror.clone()).or_default() += 1;
        }
        Ok(Report::Assigned(Assigned {
            seats: seats.len(),
            added: added.len(),
            per_juror: self.named_loads(&loads)?,
        }))
    }

    /// Returns every juror's name with a load, by name.
    fn named_loads(&self, loads: &BTreeMap<JurorId, usize>) -> Result<Vec<(String, usize)>, OfficeError> {
        let jury = self.jury()?.into_iter();
        let mut named: Vec<(String, usize)> = jury
            .map(|juror| (juror.name, loads.get(&juror.id).copied().unwrap_or(0)))
            .collect();
        named.sort();
        Ok(named)
    }

    fn said(&self, why: &Infeasible, wish: Wish, situation: &Situation) -> Result<Saying, OfficeError> {
        let names: BTreeMap<DossierId, String> = self
            .store
            .dossier_names()?
            .into_iter()
            .map(|(id, number, name)| (id, format!("{number} {name}")))
            .collect();
        let name = |id: &DossierId| names.get(id).cloned().unwrap_or_else(|| id.to_string());
        Ok(match why {
            Infeasible::TooFew(few) => {
                let few: Vec<String> = few
                    .iter()
                    .map(|(id, free)| format!("{} ({free})", name(id)))
                    .collect();
                Saying::new("assign-too-few")
                    .number("n", few.len())
                    .number("wanted", wish.per_dossier)
                    .number("jurors", situation.jurors.len())
                    .text("dossiers", shortened(&few))
            }
            Infeasible::TooFull {
                dossiers,
                jurors,
                needed,
                places,
            } => {
                let dossiers: Vec<String> = dossiers.iter().map(name).collect();
                let jury = self.store.jury()?;
                let jurors: Vec<String> = jurors.iter().map(|id| super::juror_name(&jury, id)).collect();
                Saying::new("assign-too-full")
                    .number("n", dossiers.len())
                    .number("needed", *needed)
                    .number("places", *places)
                    .number("most", wish.at_most.unwrap_or(0))
                    .text("jurors", shortened(&jurors))
                    .text("dossiers", shortened(&dossiers))
            }
        })
    }
}

fn shortened(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(MOST_NAMED).map(String::as_str).collect();
    let more = if names.len() > MOST_NAMED { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
