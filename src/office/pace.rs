//! How far a sitting is with its agenda, and when it is likely to end.

use super::ask::AgendaRow;
use crate::domain::decision::Decision;
use crate::domain::sitting::ends_at;

/// How far a sitting is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// Dossiers decided.
    pub decided: usize,
    /// Dossiers that must be talked about and are not decided.
    pub to_discuss: usize,
    /// Dossiers that nothing calls into question and that are not decided.
    pub undisputed: usize,
    /// How many seconds each of those took that this sitting decided.
    taken: Vec<u64>,
}

impl Pace {
    /// Counts an agenda, in the sitting of that number.
    pub fn of(agenda: &[AgendaRow], sitting: u32) -> Self {
        let decisions = || agenda.iter().filter_map(|row| row.decision.as_ref());
        let decided = decisions().filter(|decision| decision.is_decided()).count();
        let undisputed = agenda.iter().filter(|row| row.is_adoptable()).count();
        let is_timed = |decision: &&Decision| decision.sitting == sitting && decision.seconds > 0;
        Self {
            decided,
            undisputed,
            to_discuss: agenda.len() - decided - undisputed,
            taken: decisions()
                .filter(is_timed)
                .map(|decision| decision.seconds)
                .collect(),
        }
    }

    /// Returns when the sitting is likely to end at this pace, RFC 3339.
    pub fn ends_at(&self, now: &str) -> Option<String> {
        ends_at(now, &self.taken, self.to_discuss)
    }
}
