//! Answers that changed after the juror scored: marked until they were seen with the difference shown, or the juror says
//! so; and the suggestion of a recusal, until it is dismissed.

use super::answers::criterion_of;
use super::{Pane, Review};
use crate::desk::effect::Waiting;
use crate::desk::model::Shared;
use crate::domain::dossier::Answer;
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::office::Act;
use crate::office::ask::DossierView;

/// Returns the changes whose question is no longer there.
pub(super) fn gone(seen: &DossierView) -> impl Iterator<Item = (&String, &String)> {
    let still = |champ: &String| seen.dossier.answers.iter().any(|answer| answer.champ == *champ);
    seen.changes.iter().filter(move |(champ, _)| !still(champ))
}

/// Returns the changed answers of a criterion, or those of none, by the form's identifier.
pub(super) fn changed_on(grid: &Grid, seen: &DossierView, code: Option<&CriterionCode>) -> Vec<String> {
    if seen.changes.is_empty() {
        return Vec::new();
    }
    let bears =
        |answer: &&Answer| seen.changes.contains_key(&answer.champ) && criterion_of(grid, answer) == code;
    let here = seen.dossier.answers.iter().filter(bears);
    let mut champs: Vec<String> = here.map(|answer| answer.champ.clone()).collect();
    if code.is_none() {
        champs.extend(gone(seen).map(|(champ, _)| champ.clone()));
    }
    champs
}

impl Review {
    /// Shows the difference in the changed answers of the criterion; the second time, they count as looked at.
    pub(super) fn look(&mut self, grid: &Grid, shared: &mut Shared) {
        let Some(seen) = &self.seen else { return };
        let champs = changed_on(grid, seen, self.code(grid));
        let Some(first) = champs.first().cloned() else {
            return shared.tell(Saying::new("desk-nothing-changed"));
        };
        if self.laid.is_differing() {
            self.laid.differ(false);
            return self.say_looked(champs, shared);
        }
        self.pane = Pane::Answers;
        self.laid.differ(true);
        self.laid.find(first);
    }

    /// Tells the store which changes were looked at, once one moved on from them.
    pub(super) fn send_looks(&mut self, shared: &mut Shared) {
        if !self.laid.is_differing() {
            self.leave(shared);
        }
    }

    fn say_looked(&mut self, champs: Vec<String>, shared: &mut Shared) {
        let Some(seen) = &mut self.seen else { return };
        for champ in champs {
            if seen.changes.remove(&champ).is_some() {
                self.laid.forget();
                let dossier = self.id.clone();
                shared.act(Waiting::Look(dossier.clone()), Act::Look { dossier, champ });
            }
        }
    }

    /// Takes leave of the dossier: what was seen with the difference shown counts as looked at.
    pub fn leave(&mut self, shared: &mut Shared) {
        let looked: Vec<String> = self.laid.take_looked().into_iter().collect();
        self.say_looked(looked, shared);
    }

    /// Tells whether a recusal is suggested.
    pub(super) fn suggests(&self) -> bool {
        self.seen
            .as_ref()
            .is_some_and(|seen| seen.resembles && seen.recusal.is_none())
    }

    /// Has no recusal suggested any more.
    pub(super) fn dismiss(&mut self, shared: &mut Shared) {
        if !self.suggests() {
            return shared.tell(Saying::new("desk-nothing-suggested"));
        }
        if let Some(seen) = &mut self.seen {
            seen.resembles = false;
        }
        let dossier = self.id.clone();
        shared.act(Waiting::Dismissal, Act::Dismiss { dossier });
    }
}
