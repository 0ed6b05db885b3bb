//! What a form changes. A part is taken where the store still holds what it held when the form was written; where that
//! changed since, both values are shown and the store's stays.

use super::fault::{Faults, FormFaultKind as Kind};
use super::read::{FilledCell, FilledDossier};
use super::stale::{Side, Stale};
use super::{Held, line::as_read, mark_of_cell, mark_of_recusal};
use crate::domain::ids::{CriterionCode, DossierId};
use crate::domain::score::{Comment, Feedback};
use crate::domain::sheet::{Content, Recusal};

/// What reading a form does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// What changes.
    pub changes: Vec<Change>,
    /// What is left as it is, though the form says something else.
    pub stale: Vec<Stale>,
    /// Cells that the form leaves as they are.
    pub unchanged: usize,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Of a cell.
    Cell {
        /// The dossier.
        dossier: DossierId,
        /// The criterion.
        criterion: CriterionCode,
        /// What it becomes.
        after: Content,
    },
    /// Of the recusal.
    Recusal {
        /// The dossier.
        dossier: DossierId,
        /// What it becomes.
        after: Recusal,
    },
}

/// What becomes of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Same,
    Taken,
    Stale { is_edited: bool },
}

/// Compares by marks what the form bears, what it says and what the store holds.
fn fate(borne: Option<&String>, says: &str, holds: &str, is_blank: bool) -> Fate {
    if says == holds {
        return Fate::Same;
    }
    match borne {
        Some(borne) if borne == holds => Fate::Taken,
        // Without its mark, nothing tells what stood there: a place where nothing stands can't be overwritten.
        None if is_blank => Fate::Taken,
        None => Fate::Stale { is_edited: true },
        Some(borne) => Fate::Stale {
            is_edited: borne != says,
        },
    }
}

pub(super) fn weigh(filled: &[FilledDossier], held: &[Held], faults: &mut Faults) -> Plan {
    let mut plan = Plan::default();
    for dossier in filled {
        if let Some(known) = held.get(dossier.at) {
            weigh_dossier(dossier, known, &mut plan, faults);
        }
    }
    plan
}

fn weigh_dossier(dossier: &FilledDossier, known: &Held, plan: &mut Plan, faults: &mut Faults) {
    let steps_back = weigh_recusal(dossier, known, plan, faults);
    for cell in &dossier.cells {
        let before = known.cell(&cell.criterion);
        let after = filled(&before, cell);
        let (says, holds) = (mark_of_cell(&after), mark_of_cell(&before));
        let mut fate = fate(cell.mark.as_ref(), &says, &holds, before == Content::default());
        if fate == Fate::Taken && steps_back.is_recused {
            if steps_back.by_form {
                faults.add(cell.line, Kind::Recused(known.number.clone()));
                continue;
            }
            fate = Fate::Stale { is_edited: true };
        }
        match fate {
            Fate::Same => plan.unchanged += 1,
            Fate::Taken => plan.changes.push(Change::Cell {
                dossier: known.id.clone(),
                criterion: cell.criterion.clone(),
                after,
            }),
            Fate::Stale { is_edited } => plan.stale.push(Stale {
                line: first_difference(cell, &before),
                dossier: known.id.clone(),
                number: known.number.clone(),
                criterion: Some(cell.criterion.clone()),
                file: Side::Cell(after),
                store: Side::Cell(before),
                is_edited,
            }),
        }
    }
}

/// Whether the juror is recused once the form is read, and whether the form says so itself.
struct SteppedBack {
    is_recused: bool,
    by_form: bool,
}

fn weigh_recusal(dossier: &FilledDossier, known: &Held, plan: &mut Plan, faults: &mut Faults) -> SteppedBack {
    let reason = dossier.reason.as_ref().filter(|said| !said.value.is_empty());
    let says = dossier.recusal.as_ref().map(|said| said.value);
    if let Some(reason) = reason
        && says != Some(true)
    {
        faults.add(reason.line, Kind::Reason);
    }
    let before = &known.recusal;
    let standing = SteppedBack {
        is_recused: before.is_some(),
        by_form: before.is_some() && says == Some(true),
    };
    let Some(said) = &dossier.recusal else {
        return standing;
    };
    let after = said.value.then(|| {
        let kept = before.clone().unwrap_or_default();
        let given = dossier.reason.as_ref().map(|said| said.value.clone());
        given
            .filter(|given| as_read(given) != as_read(&kept))
            .unwrap_or(kept)
    });
    let (says, holds) = (mark_of_recusal(&after), mark_of_recusal(before));
    match fate(dossier.mark.as_ref(), &says, &holds, before.is_none()) {
        Fate::Same => standing,
        Fate::Taken => {
            let is_recused = after.is_some();
            let dossier = known.id.clone();
            plan.changes.push(Change::Recusal { dossier, after });
            SteppedBack {
                is_recused,
                by_form: is_recused,
            }
        }
        Fate::Stale { is_edited } => {
            plan.stale.push(Stale {
                line: said.line,
                dossier: known.id.clone(),
                number: known.number.clone(),
                criterion: None,
                file: Side::Recusal(after),
                store: Side::Recusal(before.clone()),
                is_edited,
            });
            standing
        }
    }
}

/// Lays what a form says over what stands; a text that reads the same stays as it stands.
fn filled(before: &Content, cell: &FilledCell) -> Content {
    let text = |said: Option<&str>, before: &str| match said {
        Some(said) if as_read(said) != as_read(before) => said.to_owned(),
        _ => before.to_owned(),
    };
    let comment = cell.comment.as_ref().map(|said| said.value.as_str());
    let feedback = cell.feedback.as_ref().map(|said| said.value.as_str());
    Content {
        mark: cell.note.as_ref().map_or(before.mark, |said| said.value),
        comment: Comment(text(comment, &before.comment.0)),
        feedback: Feedback(text(feedback, &before.feedback.0)),
        citations: before.citations.clone(),
    }
}

/// Returns the line of the first part that differs from what stands.
fn first_difference(cell: &FilledCell, before: &Content) -> usize {
    let note = cell.note.as_ref().filter(|said| said.value != before.mark);
    let comment = cell.comment.as_ref();
    let comment = comment.filter(|said| as_read(&said.value) != as_read(&before.comment.0));
    let feedback = cell.feedback.as_ref();
    let feedback = feedback.filter(|said| as_read(&said.value) != as_read(&before.feedback.0));
    let lines = [
        note.map(|said| said.line),
        comment.map(|said| said.line),
        feedback.map(|said| said.line),
    ];
    lines.into_iter().flatten().next().unwrap_or(cell.line)
}
