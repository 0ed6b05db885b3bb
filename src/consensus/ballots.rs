//! A panel's marks laid out for counting: by seat, and by criterion in the grid's order.

use super::median::{Column, Consensus, Middle, Quorum, own};
use crate::domain::grid::Grid;
use crate::domain::ids::CriterionCode;
use crate::domain::panel::{Marks, Panel};
use crate::domain::score::{Mark, Score};
use std::collections::BTreeMap;

/// One juror's marks, in the grid's order; nothing where the criterion is blank.
pub(super) type Seat = Vec<Option<Mark>>;

/// All marks on one dossier, with what the committee set.
#[derive(Debug)]
pub(super) struct Ballots {
    seats: Vec<Seat>,
    columns: Vec<Column>,
    set: Vec<Option<Score>>,
    least: usize,
}

impl Ballots {
    /// Lays the marks out; those on criteria that the grid does not have are left aside.
    pub(super) fn new(grid: &Grid, panel: &Panel, set: &BTreeMap<CriterionCode, Score>) -> Self {
        let of_juror = |marks: &Marks| -> Seat {
            // Most grids name their criteria in the order of their codes: one step each, where looking up takes four.
            let mut next = marks.iter().peekable();
            let mark = |code: &CriterionCode| match next.next_if(|(known, _)| *known == code) {
                Some((_, mark)) => Some(*mark),
                None => marks.get(code).copied(),
            };
            grid.criteria().map(|c| &c.code).map(mark).collect()
        };
        let seats: Vec<Seat> = panel.seats.values().map(of_juror).collect();
        let set: Vec<Option<Score>> = grid.criteria().map(|c| set.get(&c.code).copied()).collect();
        let mark = |seat: &Seat, at: usize| seat.get(at).copied().flatten();
        let columns = (0..set.len())
            .map(|at| Column::of(seats.iter().filter_map(|seat| mark(seat, at))))
            .collect();
        Self {
            seats,
            columns,
            set,
            least: grid.quorum(),
        }
    }

    /// Returns the marks by seat.
    pub(super) fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// Returns the marks by criterion, each with the value that the committee set.
    pub(super) fn columns(&self) -> impl Iterator<Item = (&Column, Option<Score>)> {
        self.columns.iter().zip(self.set.iter().copied())
    }

    /// Returns the consensus on each criterion.
    pub(super) fn consensus(&self) -> impl Iterator<Item = Consensus> {
        let quorum = self.quorum(self.seats.len());
        self.columns().map(move |(column, set)| {
            set.map_or_else(
                || column.tally().consensus(quorum, Middle::Lower),
                Consensus::Grade,
            )
        })
    }

    /// Returns the grades that the seats gave a criterion, each with the seat's place, by the criterion's.
    pub(super) fn grades_by_seat(&self, at: usize) -> impl Iterator<Item = (usize, Score)> {
        let seats = self.seats.iter().enumerate();
        seats.filter_map(move |(place, seat)| Some((place, (*seat.get(at)?)?.score()?)))
    }

    /// Returns the consensus on each criterion if that seat were not on the panel. What the committee set stays.
    pub(super) fn without(&self, seat: &Seat, middle: Middle) -> impl Iterator<Item = Consensus> {
        let quorum = self.quorum(self.seats.len().saturating_sub(1));
        self.columns().zip(seat).map(move |((column, set), mark)| {
            set.map_or_else(
                || column.without(*mark).consensus(quorum, middle),
                Consensus::Grade,
            )
        })
    }

    fn quorum(&self, seats: usize) -> Quorum {
        Quorum {
            least: self.least,
            seats,
        }
    }
}

/// Returns what a juror alone would give each criterion.
pub(super) fn alone(seat: &Seat) -> impl Iterator<Item = Consensus> {
    seat.iter().copied().map(own)
}

/// Tells whether a juror graded anything.
pub(super) fn has_graded(seat: &Seat) -> bool {
    seat.iter().flatten().any(|mark| mark.score().is_some())
}
