//! Who may do what: the one permission table.
//!
//! A store belongs to a coordinator (many jurors' sheets, the sitting) or to one juror (their own scores alone:
//! a juror's store is blind by construction).

use super::saying::Saying;
use serde::{Deserialize, Serialize};

/// Whose store it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The coordinator's, in which the committee sits as well.
    Coordinator,
    /// One juror's.
    Juror,
}

/// What someone wants to do to a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Import dossiers, enrol, declare conflicts, assign, pack.
    Prepare,
    /// Score, comment, recuse, undo, write one's sheet.
    Score,
    /// Take a package in.
    OpenPackage,
    /// Merge sheets, keep one side of a conflict: everyone's for the coordinator, a juror's own for the juror.
    Merge,
    /// See who handed in what.
    Gather,
    /// Open a sitting, decide, close it.
    Deliberate,
    /// See results, that is: other jurors' scores.
    SeeResults,
    /// Write the publication folder.
    Publish,
}

/// An act that the store's role does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{verb:?} is not for a {role:?}'s store")]
pub struct Forbidden {
    /// Whose store it is.
    pub role: Role,
    /// What was asked.
    pub verb: Verb,
}

impl Forbidden {
    /// Says what to do instead.
    pub fn saying(self) -> Saying {
        match self.role {
            Role::Juror => Saying::new("error-role-coordinator"),
            Role::Coordinator => Saying::new("error-role-juror"),
        }
    }
}

/// Tells whether the role allows the verb.
pub fn may(role: Role, verb: Verb) -> Result<(), Forbidden> {
    let allowed = match verb {
        Verb::Merge => true,
        Verb::Score | Verb::OpenPackage => role == Role::Juror,
        Verb::Prepare | Verb::Gather | Verb::Deliberate | Verb::SeeResults | Verb::Publish => {
            role == Role::Coordinator
        }
    };
    allowed.then_some(()).ok_or(Forbidden { role, verb })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_but_merging_belongs_to_exactly_one_role() {
        let verbs = [
            (Verb::Prepare, Role::Coordinator),
            (Verb::Score, Role::Juror),
            (Verb::OpenPackage, Role::Juror),
            (Verb::Gather, Role::Coordinator),
            (Verb::Deliberate, Role::Coordinator),
            (Verb::SeeResults, Role::Coordinator),
            (Verb::Publish, Role::Coordinator),
        ];
        for (verb, owner) in verbs {
            for role in [Role::Coordinator, Role::Juror] {
                assert_eq!(may(role, verb).is_ok(), role == owner, "{role:?} {verb:?}");
            }
        }
        assert!(
            [Role::Coordinator, Role::Juror]
                .into_iter()
                .all(|role| may(role, Verb::Merge).is_ok())
        );
    }
}
