//! What a set of sheets changes: planned here without touching anything, applied by `office` in one transaction.

use super::ballot::Ballot;
use super::verdict::Verdict;
use crate::domain::ids::{DossierId, JurorId};
use crate::domain::sheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// Who, on what.
pub type Seat = (JurorId, DossierId);

/// What is known, and what the sheets planned so far would add to it.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    known: BTreeMap<Seat, Ballot>,
    heard: BTreeSet<JurorId>,
    changed: BTreeSet<Seat>,
}

impl Plan {
    /// Starts from what the store knows and from the jurors of whom it holds a sheet.
    pub fn new(known: BTreeMap<Seat, Ballot>, heard: BTreeSet<JurorId>) -> Self {
        Self {
            known,
            heard,
            changed: BTreeSet::new(),
        }
    }

    /// Joins one admitted sheet, and says what it was.
    pub fn take(&mut self, sheet: &Sheet) -> Verdict {
        let mut brought = false;
        let dossiers: BTreeSet<&DossierId> = sheet.dossiers.keys().chain(sheet.recusals.keys()).collect();
        for dossier in dossiers {
            let seat = (sheet.juror.clone(), dossier.clone());
            let theirs = Ballot::of_sheet(sheet.dossiers.get(dossier), sheet.recusals.get(dossier));
            let mine = self.known.get(&seat).cloned().unwrap_or_default();
            let joined = mine.clone().joined(&theirs);
            if joined != mine {
                brought = true;
                self.known.insert(seat.clone(), joined);
                self.changed.insert(seat);
            }
        }
        let first = self.heard.insert(sheet.juror.clone());
        match (first, brought) {
            (true, _) => Verdict::New,
            (false, true) => Verdict::Newer,
            (false, false) => Verdict::Unchanged,
        }
    }

    /// Returns the ballots that changed.
    pub fn changes(&self) -> impl Iterator<Item = (&Seat, &Ballot)> {
        self.changed
            .iter()
            .filter_map(|seat| self.known.get_key_value(seat))
    }

    /// Counts the cells in conflict after the merge, those of jurors in conflict of interest apart: they count nowhere.
    pub fn open_conflicts(&self, declared: &BTreeSet<Seat>) -> usize {
        let open = self.known.iter().filter(|(seat, _)| !declared.contains(*seat));
        open.map(|(_, ballot)| ballot.forks().count()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Clock;
    use crate::domain::ids::{DeviceId, Digest};
    use crate::domain::score::{Mark, Scale};
    use crate::domain::sheet::{Content, SheetDossier, Version};
    use proptest::prelude::*;

    fn sheet(juror: u8, device: u8, revision: u64, value: u8, recuses: bool) -> Sheet {
        let device = DeviceId::new(format!("dev{juror}{device}"));
        let clock = Clock::default().ticked(&device, revision);
        let mark = Scale { min: 0, max: 5 }.score(i64::from(value)).map(Mark::Scored);
        let content = Content {
            mark,
            ..Content::default()
        };
        let cells = [(
            "1.1".into(),
            Version {
                content,
                clock: clock.clone(),
            },
        )]
        .into();
        let recusal = Version {
            content: recuses.then(|| "knows them".to_owned()),
            clock,
        };
        Sheet {
            campaign: "c".into(),
            grid: Digest::of(b"grid"),
            juror: JurorId::new(format!("j{juror}")),
            device,
            revision,
            written_at: String::new(),
            dossiers: [("d".into(), SheetDossier { digest: None, cells })].into(),
            recusals: [("d".into(), recusal)].into(),
        }
    }

    fn merged(sheets: &[Sheet]) -> BTreeMap<Seat, Ballot> {
        let mut plan = Plan::default();
        for sheet in sheets {
            plan.take(sheet);
        }
        plan.known
    }

    proptest! {
        #[test]
        fn any_order_and_any_repetition_give_the_same_state(
            parts in prop::collection::vec((0u8..3, 0u8..2, 1u64..4, 0u8..6, any::<bool>()), 1..10),
            shuffled in any::<prop::sample::Index>(),
        ) {
            let mut sheets: Vec<Sheet> = parts.into_iter().map(|(j, d, r, v, x)| sheet(j, d, r, v, x)).collect();
            let once = merged(&sheets);
            let again: Vec<Sheet> = sheets.iter().rev().chain(&sheets).cloned().collect();
            prop_assert_eq!(&merged(&again), &once);
            let at = shuffled.index(sheets.len());
            sheets.rotate_left(at);
            prop_assert_eq!(&merged(&sheets), &once);
        }
    }

    #[test]
    fn a_sheet_is_new_then_unchanged_and_an_older_one_changes_nothing() {
        let mut plan = Plan::default();
        assert_eq!(plan.take(&sheet(1, 1, 2, 3, false)), Verdict::New);
        assert_eq!(plan.take(&sheet(1, 1, 2, 3, false)), Verdict::Unchanged);
        assert_eq!(plan.take(&sheet(1, 1, 1, 5, false)), Verdict::Unchanged);
        assert_eq!(plan.take(&sheet(1, 1, 3, 4, false)), Verdict::Newer);
        assert_eq!(plan.open_conflicts(&BTreeSet::new()), 0);
        assert_eq!(plan.take(&sheet(1, 2, 1, 1, false)), Verdict::Newer);
        assert_eq!(plan.open_conflicts(&BTreeSet::new()), 1);
    }

    #[test]
    fn a_recusal_wins_over_a_grade_and_is_no_fork() {
        let mut plan = Plan::default();
        plan.take(&sheet(1, 1, 1, 3, false));
        plan.take(&sheet(1, 2, 1, 5, true));
        assert_eq!(plan.open_conflicts(&BTreeSet::new()), 0);
        assert!(plan.known.values().all(Ballot::is_recused));
    }
}
