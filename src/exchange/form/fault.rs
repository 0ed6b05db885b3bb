//! What is wrong with a form, each with its line and what to do.

use super::words::Key;
use crate::domain::saying::Saying;
use crate::domain::words::Lang;

/// Most faults that are told one by one.
pub(super) const MOST_TOLD: usize = 200;

/// A form that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.saying())]
pub struct FormError {
    /// The file.
    pub file: String,
    /// Its faults, in the order of their lines.
    pub faults: Vec<FormFault>,
    /// How many more there are.
    pub untold: usize,
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What it is.
    pub kind: FormFaultKind,
}

/// The kinds of faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormFaultKind {
    /// The file does not begin as a form.
    NoForm,
    /// It is of another version.
    Version(String),
    /// It is of another campaign.
    Campaign,
    /// It is another juror's.
    Juror(String),
    /// A dossier that is not here.
    Dossier(String),
    /// A criterion that the grid does not have.
    Criterion(String),
    /// A criterion before any dossier.
    NoDossier(String),
    /// A criterion of one dossier under another.
    Moved(String, String),
    /// A dossier or criterion that has its place already, on that line.
    Twice(String, usize),
    /// A part that was given already, on that line.
    Again(Key, usize),
    /// A part that has no place there.
    Elsewhere(Key),
    /// No score.
    Score {
        /// What stands there.
        found: String,
        /// The lowest score.
        least: u8,
        /// The highest.
        most: u8,
    },
    /// Neither yes nor no.
    Answer(String),
    /// A reason for a recusal that is not declared.
    Reason,
    /// A cell that changes in a dossier from which the form steps back.
    Recused(String),
    /// Text that belongs to no part.
    Stray(String),
    /// A remark that is not closed.
    Unclosed,
    /// A null character.
    Nul,
    /// A text longer than may be.
    Long(usize),
}

impl FormError {
    /// Says that the form can't be read; the faults follow one by one.
    pub fn saying(&self) -> Saying {
        Saying::new("form-faults")
            .text("file", &self.file)
            .number("count", self.faults.len() + self.untold)
    }

    /// Returns each fault as it is told, and how many more there are.
    pub fn details(&self) -> Vec<Saying> {
        let mut told: Vec<Saying> = self.faults.iter().map(FormFault::saying).collect();
        if self.untold > 0 {
            told.push(Saying::new("form-untold").number("n", self.untold));
        }
        told
    }
}

impl FormFault {
    /// Says the fault, its line and what to do.
    pub fn saying(&self) -> Saying {
        let key = |key: &Key| key.word(Lang::Fr);
        let saying = match &self.kind {
            FormFaultKind::NoForm => Saying::new("form-no-form"),
            FormFaultKind::Version(found) => Saying::new("form-version").text("found", found),
            FormFaultKind::Campaign => Saying::new("form-campaign"),
            FormFaultKind::Juror(found) => Saying::new("form-juror").text("found", found),
            FormFaultKind::Dossier(found) => Saying::new("form-dossier").text("found", found),
            FormFaultKind::Criterion(found) => Saying::new("form-criterion").text("found", found),
            FormFaultKind::NoDossier(found) => Saying::new("form-no-dossier").text("found", found),
            FormFaultKind::Moved(of, under) => {
                Saying::new("form-moved").text("found", of).text("dossier", under)
            }
            FormFaultKind::Twice(found, first) => Saying::new("form-twice")
                .text("found", found)
                .number("first", *first),
            FormFaultKind::Again(again, first) => Saying::new("form-again")
                .text("key", key(again))
                .number("first", *first),
            FormFaultKind::Elsewhere(at) if at.is_of_criterion() => {
                Saying::new("form-elsewhere-criterion").text("key", key(at))
            }
            FormFaultKind::Elsewhere(at) => Saying::new("form-elsewhere-dossier").text("key", key(at)),
            FormFaultKind::Score { found, least, most } => Saying::new("form-score")
                .text("found", found)
                .number("least", *least)
                .number("most", *most),
            FormFaultKind::Answer(found) => Saying::new("form-answer").text("found", found),
            FormFaultKind::Reason => Saying::new("form-reason"),
            FormFaultKind::Recused(number) => Saying::new("form-recused").text("dossier", number),
            FormFaultKind::Stray(found) => Saying::new("form-stray").text("found", found),
            FormFaultKind::Unclosed => Saying::new("form-unclosed"),
            FormFaultKind::Nul => Saying::new("form-nul"),
            FormFaultKind::Long(limit) => Saying::new("form-long").number("limit", *limit),
        };
        saying.number("line", self.line)
    }
}

/// Collects faults, and counts those beyond what one can read.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) told: Vec<FormFault>,
    pub(super) untold: usize,
}

impl Faults {
    pub(super) fn add(&mut self, line: usize, kind: FormFaultKind) {
        if self.told.len() < MOST_TOLD {
            self.told.push(FormFault { line, kind });
        } else {
            self.untold += 1;
        }
    }

    /// Returns the error, where anything is wrong.
    pub(super) fn check(mut self, file: &str) -> Result<(), FormError> {
        if self.told.is_empty() {
            return Ok(());
        }
        self.told.sort_by_key(|fault| fault.line);
        Err(FormError {
            file: file.to_owned(),
            faults: self.told,
            untold: self.untold,
        })
    }
}
