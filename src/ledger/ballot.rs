//! One juror on one dossier: every cell's versions, and the recusal's.

use super::versions::Versions;
use crate::domain::ids::CriterionCode;
use crate::domain::panel::Marks;
use crate::domain::score::Mark;
use crate::domain::sheet::{Content, Recusal};
use litemap::LiteMap;

/// All that a juror wrote on a dossier, as far as this store knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ballot {
    /// The cells, by criterion: a dozen of them, so in one piece of memory, for there are a hundred thousand ballots.
    pub cells: LiteMap<CriterionCode, Versions<Content>>,
    /// The recusal and its taking back.
    pub recusal: Versions<Recusal>,
}

impl Ballot {
    /// Joins with what another store knows.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        for (criterion, versions) in &other.cells {
            let mine = self.cells.remove(criterion).unwrap_or_default();
            self.cells.insert(criterion.clone(), mine.joined(versions));
        }
        self.recusal = self.recusal.joined(&other.recusal);
        self
    }

    /// Tells whether another holds something that was written before what stands here, and was seen by it.
    pub fn has_passed(&self, other: &Self) -> bool {
        let mut cells = other.cells.iter();
        let older = |(criterion, theirs): (&CriterionCode, &Versions<Content>)| {
            self.cells
                .get(criterion)
                .is_some_and(|mine| mine.has_passed(theirs))
        };
        cells.any(older) || self.recusal.has_passed(&other.recusal)
    }

    /// Tells whether anything is said to the candidate, by a juror who did not step back.
    pub fn feeds(&self) -> bool {
        let mut contents = self.cells.values().flat_map(Versions::all);
        !self.is_recused() && contents.any(|version| !version.content.feedback.is_blank())
    }

    /// Tells whether the juror stepped back. A recusal wins over its taking back written without knowing of it.
    pub fn is_recused(&self) -> bool {
        self.recusal.all().iter().any(|v| v.content.is_some())
    }

    /// Returns the reasons given for stepping back.
    pub fn recusal_reasons(&self) -> Vec<&str> {
        self.recusal
            .sides()
            .into_iter()
            .filter_map(|recusal| recusal.as_deref())
            .collect()
    }

    /// Returns the marks that stand; a criterion in conflict, and one whose mark was taken back, have none.
    pub fn standing(&self) -> impl Iterator<Item = (&CriterionCode, Mark)> {
        self.cells
            .iter()
            .filter_map(|(criterion, versions)| Some((criterion, versions.settled()?.mark?)))
    }

    /// Returns the marks that stand, by criterion.
    pub fn marks(&self) -> Marks {
        self.standing()
            .map(|(criterion, mark)| (criterion.clone(), mark))
            .collect()
    }

    /// Returns the cells whose versions differ; none where the juror stepped back.
    pub fn forks(&self) -> impl Iterator<Item = (&CriterionCode, &Versions<Content>)> {
        let counts = !self.is_recused();
        self.cells
            .iter()
            .filter(move |(_, versions)| counts && versions.is_fork())
    }
}
