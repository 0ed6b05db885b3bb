//! What a sheet changes, seat by seat. Knows nothing of where ballots are kept: `office` brings each and takes it back.

use super::ballot::Ballot;
use super::verdict::Verdict;
use crate::domain::ids::{DossierId, JurorId};

/// One juror and one dossier.
pub type Seat = (JurorId, DossierId);

/// What was seen of a sheet so far.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Dossiers on which it brought something.
    pub changed: usize,
    /// Criteria on which it contradicts what was known.
    pub forks: usize,
    older: bool,
}

impl Tally {
    /// Joins what a sheet says of a seat with what was known; nothing where it brings nothing.
    pub fn join(&mut self, mine: &Ballot, theirs: Ballot) -> Option<Ballot> {
        if *mine == Ballot::default() {
            let brings = theirs != *mine;
            self.changed += usize::from(brings);
            return brings.then_some(theirs);
        }
        self.older |= mine.has_passed(&theirs);
        let forks = mine.forks().count();
        let joined = mine.clone().joined(&theirs);
        if joined == *mine {
            return None;
        }
        self.changed += 1;
        self.forks += joined.forks().count().saturating_sub(forks);
        Some(joined)
    }

    /// Says what the sheet is; `first` where its juror had sent none.
    pub fn verdict(&self, first: bool) -> Verdict {
        match (self.changed > 0, self.older) {
            _ if first => Verdict::New,
            (true, _) if self.forks > 0 => Verdict::Conflicting,
            (true, _) => Verdict::Newer,
            (false, true) => Verdict::Older,
            (false, false) => Verdict::Identical,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::Clock;
    use crate::domain::ids::DeviceId;
    use crate::domain::score::{Mark, Scale};
    use crate::domain::sheet::{Content, Version};
    use crate::ledger::versions::Versions;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// What one sheet says of the one dossier of these tests.
    #[derive(Debug, Clone)]
    struct Said {
        juror: JurorId,
        ballot: Ballot,
    }

    fn sheet(juror: u8, device: u8, revision: u64, value: u8, recuses: bool) -> Said {
        let device = DeviceId::new(format!("dev{juror}{device}"));
        let clock = Clock::default().ticked(&device, revision);
        let mark = Scale { min: 0, max: 5 }.score(i64::from(value)).map(Mark::Scored);
        let content = Content {
            mark,
            ..Content::default()
        };
        let cell = Version {
            content,
            clock: clock.clone(),
        };
        let recusal = Version {
            content: recuses.then(|| "knows them".to_owned()),
            clock,
        };
        Said {
            juror: JurorId::new(format!("j{juror}")),
            ballot: Ballot {
                cells: std::iter::once(("1.1".into(), Versions::of(cell))).collect(),
                recusal: Versions::of(recusal),
            },
        }
    }

    #[derive(Default)]
    struct Known {
        ballots: BTreeMap<Seat, Ballot>,
        heard: std::collections::BTreeSet<JurorId>,
    }

    impl Known {
        fn take(&mut self, said: &Said) -> Verdict {
            let mut tally = Tally::default();
            let seat = (said.juror.clone(), "d".into());
            let mine = self.ballots.get(&seat).cloned().unwrap_or_default();
            if let Some(joined) = tally.join(&mine, said.ballot.clone()) {
                self.ballots.insert(seat, joined);
            }
            tally.verdict(self.heard.insert(said.juror.clone()))
        }

        fn conflicts(&self) -> usize {
            self.ballots.values().map(|ballot| ballot.forks().count()).sum()
        }
    }

    fn merged(sheets: &[Said]) -> BTreeMap<Seat, Ballot> {
        let mut known = Known::default();
        for sheet in sheets {
            known.take(sheet);
        }
        known.ballots
    }

    proptest! {
        #[test]
        fn any_order_and_any_repetition_give_the_same_state(
            parts in prop::collection::vec((0u8..3, 0u8..2, 1u64..4, 0u8..6, any::<bool>()), 1..10),
            shuffled in any::<prop::sample::Index>(),
        ) {
            let mut sheets: Vec<Said> = parts.into_iter().map(|(j, d, r, v, x)| sheet(j, d, r, v, x)).collect();
            let once = merged(&sheets);
            let again: Vec<Said> = sheets.iter().rev().chain(&sheets).cloned().collect();
            prop_assert_eq!(&merged(&again), &once);
            let at = shuffled.index(sheets.len());
            sheets.rotate_left(at);
            prop_assert_eq!(&merged(&sheets), &once);
        }
    }

    #[test]
    fn each_sheet_is_called_what_it_is() {
        let mut known = Known::default();
        assert_eq!(known.take(&sheet(1, 1, 2, 3, false)), Verdict::New);
        assert_eq!(known.take(&sheet(1, 1, 2, 3, false)), Verdict::Identical);
        assert_eq!(known.take(&sheet(1, 1, 1, 5, false)), Verdict::Older);
        assert_eq!(known.take(&sheet(1, 1, 3, 4, false)), Verdict::Newer);
        assert_eq!(known.conflicts(), 0);
        assert_eq!(known.take(&sheet(1, 2, 1, 1, false)), Verdict::Conflicting);
        assert_eq!(known.conflicts(), 1);
        assert_eq!(known.take(&sheet(1, 2, 1, 1, false)), Verdict::Identical);
        assert_eq!(known.take(&sheet(2, 1, 1, 1, false)), Verdict::New);
    }

    #[test]
    fn a_recusal_wins_over_a_grade_and_is_no_fork() {
        let mut known = Known::default();
        known.take(&sheet(1, 1, 1, 3, false));
        known.take(&sheet(1, 2, 1, 5, true));
        assert_eq!(known.conflicts(), 0);
        assert!(known.ballots.values().all(Ballot::is_recused));
    }
}
