//! Who is announced, who is written to, and what stands in the way: the same for the folder and for a look at it before.

use super::{Office, OfficeError, minutes};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::former::{Award, Former};
use crate::domain::identifiers;
use crate::domain::ids::{DossierId, LevelCode};
use crate::domain::motion::Motion;
use crate::domain::saying::Saying;
use crate::domain::territory::Atlas;
use crate::domain::text::Inert;
use crate::ledger::journal::Entry;
use crate::publish::{self, Edition, Labelled, Recipient, Row};
use std::collections::BTreeMap;

/// An identifier of a candidate that is published and can't be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The dossier's number.
    pub number: String,
    /// The applicant.
    pub name: String,
    /// The column of the palmarès.
    pub column: &'static str,
    /// What stands in it.
    pub value: String,
}

impl Doubt {
    /// Says it.
    pub fn saying(&self) -> Saying {
        Saying::new("publication-doubt")
            .text("number", Inert::line(&self.number))
            .text("name", Inert::line(&self.name))
            .text("column", self.column)
            .text("value", Inert::line(&self.value))
    }
}

/// Those who are published and written to, and what still waits.
#[derive(Debug, Default)]
pub(super) struct Announced {
    pub(super) labelled: Vec<Labelled>,
    pub(super) recipients: Vec<(DossierId, Recipient)>,
    /// Number and name.
    pub(super) undecided: Vec<(String, String)>,
    pub(super) doubtful: Vec<Doubt>,
    pub(super) forks: usize,
}

/// What would be published now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// The rows of the palmarès, in their order.
    pub rows: Vec<Row>,
    /// How many letters there would be.
    pub letters: usize,
    /// Number and name of dossiers that are not decided: the folder is refused for each.
    pub undecided: Vec<(String, String)>,
    /// Scores of one juror that contradict each other: the folder is refused for each.
    pub forks: usize,
    /// Identifiers that would be published and can't be right.
    pub doubtful: Vec<Doubt>,
}

impl Preview {
    /// Tells whether something stands in the way of a folder that is no draft.
    pub fn is_blocked(&self) -> bool {
        self.forks > 0 || !self.undecided.is_empty()
    }
}

impl Office {
    /// Tells what would be published now.
    pub(super) fn preview(&self) -> Result<Preview, OfficeError> {
        let (journal, decisions) = (self.store.journal()?, self.store.decisions()?);
        let announced = self.announced(&journal, &decisions, &Atlas::default())?;
        let edition = Edition {
            campaign: &self.campaign,
            grid: &self.grid,
            draft: false,
            embargo: None,
            dated: "",
        };
        Ok(Preview {
            rows: publish::rows(&edition, &announced.labelled),
            letters: announced.recipients.len(),
            undecided: announced.undecided,
            forks: announced.forks,
            doubtful: announced.doubtful,
        })
    }

    /// Gathers who is announced, each completed from a list of territories.
    pub(super) fn announced(
        &self,
        journal: &[Entry],
        decisions: &BTreeMap<DossierId, Decision>,
        atlas: &Atlas,
    ) -> Result<Announced, OfficeError> {
        let dates = decision_dates(journal)?;
        let mut announced = Announced {
            forks: self.forks()?.len(),
            ..Announced::default()
        };
        let mut knows_former = false;
        self.store.each_dossier::<OfficeError>(|stored| {
            let dossier = stored.dossier;
            if dossier.standing != Standing::Received {
                return Ok(());
            }
            let decision = decisions.get(&dossier.id);
            let Some((Ruling::Decided { level }, motion)) = decision.map(|d| (&d.ruling, &d.motion)) else {
                announced.undecided.push((dossier.number, dossier.name));
                return Ok(());
            };
            let former = self.store.former(&dossier.id)?;
            knows_former |= former.is_some();
            let decided = Decided {
                level: level.as_ref(),
                motion,
                on: dates.get(&dossier.id).cloned().unwrap_or_default(),
                former,
            };
            announced.take(dossier, decided, atlas);
            Ok(())
        })?;
        if !knows_former {
            announced.labelled.iter_mut().for_each(|one| one.is_first = None);
        }
        Ok(announced)
    }
}

/// A decision that stands.
struct Decided<'a> {
    level: Option<&'a LevelCode>,
    motion: &'a Motion,
    on: String,
    former: Option<Former>,
}

impl Announced {
    fn take(&mut self, dossier: Dossier, decided: Decided<'_>, atlas: &Atlas) {
        let place = atlas.complete(&dossier.kind, &dossier.name, &dossier.identity);
        let mentions: Vec<String> = decided.motion.mentions.iter().cloned().collect();
        let recipient = Recipient {
            number: dossier.number.clone(),
            name: dossier.name.clone(),
            kind: dossier.kind.clone(),
            department: place.identity.department.clone(),
            level: decided.level.cloned(),
            mentions: mentions.clone(),
            decided_on: decided.on.clone(),
            feedback: decided.motion.feedback.clone(),
        };
        self.recipients.push((dossier.id, recipient));
        let Some(level) = decided.level else { return };
        let doubts = identifiers::doubtful(&place.identity).into_iter();
        self.doubtful.extend(doubts.map(|(column, value)| Doubt {
            number: dossier.number.clone(),
            name: dossier.name.clone(),
            column,
            value: value.to_owned(),
        }));
        self.labelled.push(Labelled {
            level: level.clone(),
            mentions,
            decided_on: decided.on,
            name: dossier.name,
            kind: dossier.kind,
            place,
            is_first: Some(decided.former.is_none()),
            former_level: decided.former.and_then(level_of),
        });
    }
}

/// Returns the level given in a former edition; that none was is told to nobody.
fn level_of(former: Former) -> Option<String> {
    match former.award {
        Award::Level { code, .. } => Some(code.to_string()),
        Award::None | Award::Unknown => None,
    }
}

/// Returns the day on which each decision that stands was taken.
fn decision_dates(journal: &[Entry]) -> Result<BTreeMap<DossierId, String>, OfficeError> {
    let decisions = journal.iter().filter(|entry| entry.kind == "decision");
    let dated = decisions.map(|entry| {
        let decision: Decision = minutes::read(entry)?;
        let day = entry.at.split('T').next().unwrap_or_default();
        Ok((decision.dossier, day.to_owned()))
    });
    dated.collect()
}
