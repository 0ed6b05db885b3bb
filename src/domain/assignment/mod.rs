//! Who reads what, so that each dossier has its readers, nobody reads what they are bound to, and all read as much.
//!
//! It is a flow of least convex cost from dossiers to jurors. Since jurors are few and dossiers many, it is solved on the
//! graph of the jurors: seats are first given one by one to whoever has the least, then moved along the shortest paths
//! that make the loads more even, until there is none left. Then no other plan has more even loads (N. Harvey, R. Ladner,
//! L. Lovász, T. Tamir, *Semi-matchings for bipartite graphs and load balancing*, 2006). Seats that were given before
//! stay where they are, since packages may be out, and count as load.
//!
//! The seed draws lots among equals, by names and not by places in a list: the same names with the same seed get the same
//! seats, in whatever order they come.

mod lots;
mod mix;
mod table;
#[cfg(test)]
mod tests;

use super::ids::{DossierId, JurorId};
use std::collections::{BTreeMap, BTreeSet};
use table::Table;

/// A juror and a dossier.
pub type Pair = (JurorId, DossierId);

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// How many jurors read each dossier.
    pub per_dossier: usize,
    /// How many dossiers a juror reads at most, where there is a bound.
    pub at_most: Option<usize>,
    /// Draws the lots.
    pub seed: u64,
}

/// What there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Situation {
    /// The jury.
    pub jurors: BTreeSet<JurorId>,
    /// The dossiers to read.
    pub dossiers: BTreeSet<DossierId>,
    /// Who may not read what.
    pub barred: BTreeSet<Pair>,
    /// Who reads what already; a pair that is barred counts for nothing.
    pub given: BTreeSet<Pair>,
}

/// Seats to add.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The new ones.
    pub added: BTreeSet<Pair>,
    /// How much each juror reads then, the new and the old.
    pub loads: BTreeMap<JurorId, usize>,
}

impl Plan {
    /// Returns the least and the greatest load.
    pub fn span(&self) -> (usize, usize) {
        let least = self.loads.values().min().copied().unwrap_or(0);
        (least, self.loads.values().max().copied().unwrap_or(0))
    }
}

/// Why there is no such plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Infeasible {
    /// These dossiers have too few jurors who may read them: how many may.
    TooFew(Vec<(DossierId, usize)>),
    /// These dossiers can be read by these jurors alone, who together have too few places.
    TooFull {
        /// The dossiers that compete.
        dossiers: Vec<DossierId>,
        /// The jurors for whose places they do.
        jurors: Vec<JurorId>,
        /// Seats that only they can take.
        needed: usize,
        /// Places that they have.
        places: usize,
    },
}

/// Plans the seats that are missing.
///
/// # Errors
/// Which dossiers can't have as many jurors as wanted.
pub fn plan(situation: &Situation, wish: Wish) -> Result<Plan, Infeasible> {
    let mut table = Table::new(situation, wish);
    let short = table.short(wish.per_dossier);
    if !short.is_empty() {
        return Err(Infeasible::TooFew(short));
    }
    table.fill(wish.per_dossier);
    table.even_out();
    if let Some(most) = wish.at_most
        && let Some(jam) = table.jam(most)
    {
        return Err(jam);
    }
    mix::join(&mut table);
    Ok(table.plan())
}
