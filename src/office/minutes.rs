//! The minutes, told from the journal alone: what it does not hold did not happen.

use super::{Office, OfficeError, juror_name};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::ids::{DossierId, JurorId, LevelCode};
use crate::domain::sitting::Sitting;
use crate::domain::words::Lang;
use crate::ledger::journal::Entry;
use crate::publish::{DecisionRecord, Minutes, Movement, SittingRecord};
use crate::store::{Enrolled, StoreError};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct Moved {
    juror: JurorId,
}

/// Who and what the identifiers in the journal stand for.
struct Names {
    jury: Vec<Enrolled>,
    /// Number and name.
    dossiers: BTreeMap<DossierId, (String, String)>,
    lang: Lang,
}

impl Office {
    /// Tells the minutes of every sitting up to a last entry, with the grid's names in a language.
    pub(super) fn minutes(
        &self,
        journal: &[Entry],
        last: Option<&Entry>,
        lang: Lang,
    ) -> Result<Minutes, OfficeError> {
        let names = self.names(lang)?;
        let mut sittings: Vec<SittingRecord> = Vec::new();
        for entry in journal {
            if entry.kind == "sitting-open" {
                sittings.push(opened(entry, &names)?);
            } else if let Some(sitting) = sittings.last_mut() {
                self.tell_entry(entry, sitting, &names)?;
            }
        }
        let head = last.map(|entry| entry.digest.to_string());
        Ok(Minutes {
            sittings,
            head: head.unwrap_or_default(),
        })
    }

    fn names(&self, lang: Lang) -> Result<Names, OfficeError> {
        let jury = self.store.jury()?;
        let listed = self.store.dossier_names()?.into_iter();
        Ok(Names {
            dossiers: listed.map(|(id, number, name)| (id, (number, name))).collect(),
            jury,
            lang,
        })
    }

    fn tell_entry(
        &self,
        entry: &Entry,
        sitting: &mut SittingRecord,
        names: &Names,
    ) -> Result<(), OfficeError> {
        match entry.kind.as_str() {
            "sitting-close" => sitting.closed_at.clone_from(&entry.at),
            "arrival" | "departure" => {
                let Moved { juror } = read(entry)?;
                sitting
                    .movements
                    .push(movement(entry, juror_name(&names.jury, &juror)));
            }
            "sitting-break" | "sitting-resume" => sitting.movements.push(movement(entry, String::new())),
            "decision" => sitting.decisions.push(self.decided(entry, names)?),
            _ => {}
        }
        Ok(())
    }

    fn decided(&self, entry: &Entry, names: &Names) -> Result<DecisionRecord, OfficeError> {
        let decision: Decision = read(entry)?;
        let (number, name) = names.dossiers.get(&decision.dossier).cloned().unwrap_or_default();
        let (kind, level) = match &decision.ruling {
            Ruling::Decided { level } => ("decided", level.as_ref().map(LevelCode::as_str)),
            Ruling::Postponed => ("postponed", None),
            Ruling::Reopened => ("reopened", None),
        };
        let level_name = |code: Option<&str>| {
            let level = code.and_then(|code| self.grid.level(&LevelCode::new(code)));
            level.map_or_else(String::new, |level| level.name.in_lang(names.lang).to_owned())
        };
        let motion = &decision.motion;
        let named = |id: &JurorId| juror_name(&names.jury, id);
        let mentions = self.grid.mentions().iter();
        let mentions = mentions.filter(|mention| motion.mentions.contains(&mention.code));
        Ok(DecisionRecord {
            at: entry.at.clone(),
            number,
            name,
            kind: kind.to_owned(),
            level: level_name(level),
            follows: decision.proposed.as_deref() == Some(level.unwrap_or("none")),
            proposed: decision.proposed.as_deref().map(|code| level_name(Some(code))),
            reason: decision.reason.lines().map(str::to_owned).collect(),
            set: motion
                .set
                .iter()
                .map(|(code, value)| format!("{code} = {value}"))
                .collect(),
            vote: motion
                .vote
                .as_ref()
                .map(|vote| vote.groups().map(|hands| hands.count)),
            named: motion
                .vote
                .iter()
                .flat_map(|vote| named_hands(vote, &named))
                .collect(),
            dissent: motion
                .dissent
                .iter()
                .map(|dissent| (named(&dissent.juror), dissent.reason.clone()))
                .collect(),
            mentions: mentions
                .map(|mention| mention.name.in_lang(names.lang).to_owned())
                .collect(),
            recused: decision.recused.iter().map(named).collect(),
            seconds: decision.seconds,
        })
    }
}

/// Names those who voted against or abstained, where it was taken down, as `−` and `○` tell.
fn named_hands(vote: &crate::domain::motion::Vote, named: &dyn Fn(&JurorId) -> String) -> Vec<String> {
    let against = vote.against.named.iter().map(|id| format!("− {}", named(id)));
    let abstained = vote.abstain.named.iter().map(|id| format!("○ {}", named(id)));
    against.chain(abstained).collect()
}

fn movement(entry: &Entry, who: String) -> Movement {
    Movement {
        at: entry.at.clone(),
        kind: entry.kind.clone(),
        who,
    }
}

/// Reads what an entry says; minutes that left one out would be false.
pub(super) fn read<T: DeserializeOwned>(entry: &Entry) -> Result<T, OfficeError> {
    let read = serde_json::from_str(&entry.payload);
    Ok(read.map_err(|_| StoreError::Damaged {
        table: "journal",
        row: entry.seq.to_string(),
    })?)
}

fn opened(entry: &Entry, names: &Names) -> Result<SittingRecord, OfficeError> {
    let sitting: Sitting = read(entry)?;
    let (present, absent): (Vec<&Enrolled>, Vec<&Enrolled>) = names
        .jury
        .iter()
        .partition(|enrolled| sitting.present.contains(&enrolled.juror.id));
    let name = |list: Vec<&Enrolled>| list.into_iter().map(|e| e.juror.name.clone()).collect();
    Ok(SittingRecord {
        number: sitting.number,
        opened_at: entry.at.clone(),
        present: name(present),
        absent: name(absent),
        ..SittingRecord::default()
    })
}
