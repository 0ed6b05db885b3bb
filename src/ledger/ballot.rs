//! One juror on one dossier: every cell's versions, and the recusal's.

use super::versions::Versions;
use crate::domain::ids::CriterionCode;
use crate::domain::panel::Marks;
use crate::domain::sheet::{Content, Recusal, SheetDossier, Version};
use std::collections::BTreeMap;

/// All that a juror wrote on a dossier, as far as this store knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ballot {
    /// The cells, by criterion.
    pub cells: BTreeMap<CriterionCode, Versions<Content>>,
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

    /// Reads a sheet's part on this dossier.
    pub fn of_sheet(dossier: Option<&SheetDossier>, recusal: Option<&Version<Recusal>>) -> Self {
        let cells = dossier
            .iter()
            .flat_map(|d| &d.cells)
            .map(|(criterion, version)| (criterion.clone(), [version.clone()].into_iter().collect()))
            .collect();
        Self {
            cells,
            recusal: recusal.cloned().into_iter().collect(),
        }
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

    /// Returns the marks that count: a cell in conflict counts as nothing until one side is kept.
    pub fn marks(&self) -> Marks {
        self.cells
            .iter()
            .filter_map(|(criterion, versions)| {
                let mark = versions.settled()?.mark?;
                Some((criterion.clone(), mark))
            })
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
