//! What is put to the committee on one dossier beside the level: the values it set, how hands were shown, who dissents,
//! mentions, and what the candidate is told. It is drafted while the dossier is discussed and goes into the decision.

use super::ids::{CriterionCode, JurorId};
use super::score::{Scale, Score};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What goes into a decision beside its level and its reason.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Motion {
    /// Consensus values that the committee set itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<CriterionCode, u8>,
    /// How hands were shown, where there was a vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
    /// Who wants it known that they do not agree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<Dissent>,
    /// Codes of the grid's mentions that the candidate is given.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub mentions: BTreeSet<String>,
    /// What the candidate is told; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub feedback: String,
}

impl Motion {
    /// Returns the values set that the scale has.
    pub fn values(&self, scale: Scale) -> BTreeMap<CriterionCode, Score> {
        let set = self.set.iter();
        set.filter_map(|(code, value)| Some((code.clone(), scale.score(i64::from(*value))?)))
            .collect()
    }
}

/// A show of hands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Vote {
    /// For the level.
    #[serde(rename = "for", default)]
    pub in_favour: Hands,
    /// Against it.
    #[serde(default)]
    pub against: Hands,
    /// Neither.
    #[serde(default)]
    pub abstain: Hands,
}

impl Vote {
    /// Returns a vote of which only the numbers were taken down.
    pub fn of_counts(in_favour: u32, against: u32, abstain: u32) -> Self {
        let hands = |count| Hands {
            count,
            named: BTreeSet::new(),
        };
        Self {
            in_favour: hands(in_favour),
            against: hands(against),
            abstain: hands(abstain),
        }
    }

    /// Returns the three groups.
    pub fn groups(&self) -> [&Hands; 3] {
        [&self.in_favour, &self.against, &self.abstain]
    }

    /// Tells whether it carries what was put to it: a tie is left to whoever presides.
    pub fn carries(&self) -> bool {
        self.in_favour.count >= self.against.count
    }

    /// Returns how many took part.
    pub fn cast(&self) -> u64 {
        self.groups().iter().map(|hands| u64::from(hands.count)).sum()
    }
}

/// Hands that were shown: how many, and whose where it was taken down.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hands {
    /// How many; never less than those named.
    pub count: u32,
    /// Whose; as many as asked to be named.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub named: BTreeSet<JurorId>,
}

impl Hands {
    /// Adds someone by name.
    pub fn name(&mut self, juror: JurorId) {
        if self.named.insert(juror) {
            self.count = self.count.saturating_add(1);
        }
    }
}

/// A member who wants it in the minutes that they do not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissent {
    /// Who.
    pub juror: JurorId,
    /// Why; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// Why a vote or a dissent cannot stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unheard {
    /// The member stepped back from this dossier.
    Recused(JurorId),
    /// The member is not in the room.
    Absent(JurorId),
    /// The member is heard twice: in two groups, or in two dissents.
    Twice(JurorId),
    /// More hands than members who may vote.
    TooMany {
        /// Hands shown.
        cast: u64,
        /// Members present and not recused.
        present: usize,
    },
}

impl Motion {
    /// Checks that only members present and not recused on the dossier were heard, each of them once.
    ///
    /// # Errors
    /// The first that cannot stand.
    pub fn check(&self, present: &BTreeSet<JurorId>, recused: &BTreeSet<JurorId>) -> Result<(), Unheard> {
        let mut voted = BTreeSet::new();
        let named = self.vote.iter().flat_map(Vote::groups);
        for juror in named.flat_map(|hands| &hands.named) {
            may_speak(juror, present, recused)?;
            if !voted.insert(juror) {
                return Err(Unheard::Twice(juror.clone()));
            }
        }
        let mut dissents = BTreeSet::new();
        for Dissent { juror, .. } in &self.dissent {
            may_speak(juror, present, recused)?;
            if !dissents.insert(juror) {
                return Err(Unheard::Twice(juror.clone()));
            }
        }
        let present = present.difference(recused).count();
        let cast = self.vote.as_ref().map_or(0, Vote::cast);
        if cast > u64::try_from(present).unwrap_or(u64::MAX) {
            return Err(Unheard::TooMany { cast, present });
        }
        Ok(())
    }
}

fn may_speak(
    juror: &JurorId,
    present: &BTreeSet<JurorId>,
    recused: &BTreeSet<JurorId>,
) -> Result<(), Unheard> {
    if recused.contains(juror) {
        return Err(Unheard::Recused(juror.clone()));
    }
    if !present.contains(juror) {
        return Err(Unheard::Absent(juror.clone()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> BTreeSet<JurorId> {
        names.iter().map(|n| JurorId::from(*n)).collect()
    }

    fn voted(groups: [&[&str]; 3]) -> Motion {
        let mut vote = Vote::default();
        let [a, b, c] = groups;
        for (hands, names) in [
            (&mut vote.in_favour, a),
            (&mut vote.against, b),
            (&mut vote.abstain, c),
        ] {
            for name in names {
                hands.name(JurorId::from(*name));
            }
        }
        Motion {
            vote: Some(vote),
            ..Motion::default()
        }
    }

    #[test]
    fn only_members_present_and_not_recused_vote_and_each_once() {
        let (present, recused) = (ids(&["a", "b", "c"]), ids(&["c"]));
        let check = |motion: &Motion| motion.check(&present, &recused);
        assert_eq!(check(&Motion::default()), Ok(()));
        assert_eq!(check(&voted([&["a"], &["b"], &[]])), Ok(()));
        assert_eq!(
            check(&voted([&["a"], &[], &["c"]])),
            Err(Unheard::Recused("c".into()))
        );
        assert_eq!(
            check(&voted([&["z"], &[], &[]])),
            Err(Unheard::Absent("z".into()))
        );
        assert_eq!(
            check(&voted([&["a"], &["a"], &[]])),
            Err(Unheard::Twice("a".into()))
        );
        let counted = |a, b, c| Motion {
            vote: Some(Vote::of_counts(a, b, c)),
            ..Motion::default()
        };
        assert_eq!(check(&counted(1, 1, 0)), Ok(()));
        assert_eq!(
            check(&counted(1, 1, 1)),
            Err(Unheard::TooMany { cast: 3, present: 2 })
        );
        let dissent = |juror: &str| Motion {
            dissent: vec![Dissent {
                juror: juror.into(),
                reason: String::new(),
            }],
            ..Motion::default()
        };
        assert_eq!(check(&dissent("a")), Ok(()));
        assert_eq!(check(&dissent("c")), Err(Unheard::Recused("c".into())));
    }

    #[test]
    fn a_motion_that_says_nothing_leaves_no_trace() {
        assert_eq!(serde_json::to_string(&Motion::default()).unwrap(), "{}");
        let motion = voted([&["a"], &[], &[]]);
        let json = serde_json::to_string(&motion).unwrap();
        assert_eq!(serde_json::from_str::<Motion>(&json).unwrap(), motion);
    }
}
