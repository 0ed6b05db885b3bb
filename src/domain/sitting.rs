//! The committee's sitting: who is there, and whether they are enough.

use super::ids::JurorId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A sitting that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// Its number in the campaign, from 1.
    pub number: u32,
    /// When it opened, RFC 3339.
    pub opened_at: String,
    /// The members present.
    pub present: BTreeSet<JurorId>,
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

    #[test]
    fn more_than_half_of_those_not_recused() {
        let sitting = Sitting {
            number: 1,
            opened_at: String::new(),
            present: ids(&["a", "b"]),
        };
        let jury = ids(&["a", "b", "c", "d"]);
        let met = |recused: &[&str], of_grid| quorum(&sitting, &jury, &ids(recused), of_grid).is_met();
        assert!(!met(&[], None), "2 of 4 is no majority");
        assert!(met(&["d"], None), "2 of 3 is one");
        assert!(!met(&["b"], None), "1 of 3 is none");
        assert!(met(&[], Some(2)));
        assert!(!met(&["a"], Some(2)));
    }
}
