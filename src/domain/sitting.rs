//! The committee's sitting: who is there, whether they are enough, which dossier is before them and for how long.

use super::ids::{DossierId, JurorId};
use super::moment;
use super::motion::Motion;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How long a dossier is talked about where nothing is known yet: sixty dossiers, of which ten need talk, in an afternoon.
const SECONDS_A_DOSSIER: u64 = 5 * 60;

/// A sitting that is open. All of it is kept at each step, so that it goes on after a fall exactly where it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Its number in the campaign, from 1.
    pub number: u32,
    /// When it opened, RFC 3339.
    pub opened_at: String,
    /// The members present.
    pub present: BTreeSet<JurorId>,
    /// Since when it is suspended, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_since: Option<String>,
    /// The dossier that is before the committee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
    /// Seconds that dossiers were before it earlier.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub spent: BTreeMap<DossierId, u64>,
    /// What is drafted on dossiers and not decided.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub motions: BTreeMap<DossierId, Motion>,
}

/// A dossier that is before the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Which.
    pub dossier: DossierId,
    /// Since when, RFC 3339; breaks begin it anew.
    pub since: String,
}

impl Sitting {
    /// Opens one.
    pub fn new(number: u32, opened_at: String, present: BTreeSet<JurorId>) -> Self {
        Self {
            number,
            opened_at,
            present,
            break_since: None,
            before: None,
            spent: BTreeMap::new(),
            motions: BTreeMap::new(),
        }
    }

    /// Puts a dossier before the committee, with what is drafted on it.
    pub fn lay(&mut self, dossier: &DossierId, motion: Motion, now: &str) {
        if self
            .before
            .as_ref()
            .is_none_or(|before| before.dossier != *dossier)
        {
            self.count(now);
            self.before = Some(Before {
                dossier: dossier.clone(),
                since: now.to_owned(),
            });
        }
        if motion == Motion::default() {
            self.motions.remove(dossier);
        } else {
            self.motions.insert(dossier.clone(), motion);
        }
    }

    /// Suspends it.
    pub fn pause(&mut self, now: &str) {
        self.count(now);
        self.break_since = Some(now.to_owned());
    }

    /// Goes on.
    pub fn resume(&mut self, now: &str) {
        self.break_since = None;
        if let Some(before) = &mut self.before {
            now.clone_into(&mut before.since);
        }
    }

    /// Returns how many seconds a dossier has been before the committee.
    pub fn seconds_on(&self, dossier: &DossierId, now: &str) -> u64 {
        let earlier = self.spent.get(dossier).copied().unwrap_or(0);
        let before = self.before.as_ref().filter(|before| before.dossier == *dossier);
        let running = before.filter(|_| self.break_since.is_none());
        earlier.saturating_add(running.map_or(0, |before| moment::seconds(&before.since, now)))
    }

    /// Adds the time that the dossier before the committee took so far to what it took earlier.
    fn count(&mut self, now: &str) {
        let Some(dossier) = self.before.as_ref().map(|before| before.dossier.clone()) else {
            return;
        };
        let seconds = self.seconds_on(&dossier, now);
        self.spent.insert(dossier, seconds);
        if let Some(before) = &mut self.before {
            now.clone_into(&mut before.since);
        }
    }
}

/// Estimates when a sitting ends: as many dossiers as are left to talk about, each as long as those took that are decided.
pub fn ends_at(now: &str, taken: &[u64], left: usize) -> Option<String> {
    let sum: u64 = taken.iter().fold(0, |sum, one| sum.saturating_add(*one));
    let each = sum
        .checked_div(u64::try_from(taken.len()).ok()?)
        .unwrap_or(SECONDS_A_DOSSIER);
    moment::after(now, each.saturating_mul(u64::try_from(left).ok()?))
}

/// How many may take part in a decision and how many it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    /// Present and not recused on the dossier.
    pub present: usize,
    /// What it takes.
    pub needed: usize,
}

impl Quorum {
    /// Tells whether they are enough.
    pub fn is_met(self) -> bool {
        self.present >= self.needed
    }
}

/// Counts a sitting's quorum on one dossier: the grid's number, else more than half of the jury not recused.
pub fn quorum(
    sitting: &Sitting,
    jury: &BTreeSet<JurorId>,
    recused: &BTreeSet<JurorId>,
    of_grid: Option<usize>,
) -> Quorum {
    let eligible = jury.difference(recused).count();
    let present = sitting.present.difference(recused).count();
    Quorum {
        present,
        needed: of_grid.unwrap_or(eligible / 2 + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> BTreeSet<JurorId> {
        names.iter().map(|n| JurorId::from(*n)).collect()
    }

    fn at(minute: u32) -> String {
        format!("2026-10-12T14:{minute:02}:00Z")
    }

    #[test]
    fn more_than_half_of_those_not_recused() {
        let sitting = Sitting::new(1, String::new(), ids(&["a", "b"]));
        let jury = ids(&["a", "b", "c", "d"]);
        let met = |recused: &[&str], of_grid| quorum(&sitting, &jury, &ids(recused), of_grid).is_met();
        assert!(!met(&[], None), "2 of 4 is no majority");
        assert!(met(&["d"], None), "2 of 3 is one");
        assert!(!met(&["b"], None), "1 of 3 is none");
        assert!(met(&[], Some(2)));
        assert!(!met(&["a"], Some(2)));
    }

    #[test]
    fn time_is_counted_by_dossier_and_not_during_a_break() {
        let mut sitting = Sitting::new(1, at(0), ids(&["a"]));
        let (one, two) = (DossierId::from("1"), DossierId::from("2"));
        sitting.lay(&one, Motion::default(), &at(0));
        assert_eq!(sitting.seconds_on(&one, &at(3)), 180);
        sitting.lay(&two, Motion::default(), &at(3));
        sitting.lay(&one, Motion::default(), &at(5));
        sitting.pause(&at(6));
        assert_eq!(sitting.seconds_on(&one, &at(20)), 240, "suspended");
        sitting.resume(&at(20));
        assert_eq!(sitting.seconds_on(&one, &at(21)), 300);
        assert_eq!(sitting.seconds_on(&two, &at(21)), 120);
    }

    #[test]
    fn what_is_drafted_stays_until_it_says_nothing() {
        let mut sitting = Sitting::new(1, at(0), ids(&["a"]));
        let one = DossierId::from("1");
        let motion = Motion {
            feedback: "Publier".to_owned(),
            ..Motion::default()
        };
        sitting.lay(&one, motion.clone(), &at(1));
        let json = serde_json::to_string(&sitting).unwrap();
        assert_eq!(serde_json::from_str::<Sitting>(&json).unwrap(), sitting);
        assert_eq!(sitting.motions.get(&one), Some(&motion));
        sitting.lay(&one, Motion::default(), &at(2));
        assert!(sitting.motions.is_empty());
    }

    #[test]
    fn the_end_follows_the_pace() {
        assert_eq!(
            ends_at(&at(0), &[], 2),
            Some(at(10)),
            "five minutes each to begin with"
        );
        assert_eq!(ends_at(&at(0), &[60, 180], 3), Some(at(6)));
        assert_eq!(ends_at(&at(0), &[60], 0), Some(at(0)));
    }
}
