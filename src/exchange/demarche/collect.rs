//! Gathers what the files hold, and makes an intake of it once all are read.

use super::Options;
use super::applicant::{self, Applicant};
use super::champ::{Gather, Piece};
use super::mapping::{Fate, Fates, Form};
use super::pages::Pages;
use super::value::is_date;
use super::wire::Sink;
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::grid::Grid;
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use crate::exchange::budget::Budget;
use crate::exchange::error::{Bound, ExchangeError};
use crate::exchange::intake::{Intake, Refused, Source, Warning};
use crate::exchange::json::{Fault, Node, Reading, Shape};
use std::collections::HashMap;

/// A dossier with its files apart: these get their criteria when all questions are known.
#[derive(Debug, PartialEq, Eq)]
struct Taken {
    dossier: Dossier,
    pieces: Vec<Piece>,
}

/// What the files gave so far.
#[derive(Debug)]
pub(super) struct Collector<'a> {
    closes: Option<&'a str>,
    budget: &'a Budget,
    taken: Vec<(Taken, String)>,
    by_number: HashMap<String, usize>,
    refused: Vec<Refused>,
    warnings: Vec<Warning>,
    form: Form,
    pages: Pages,
}

impl<'a> Collector<'a> {
    /// Starts with nothing.
    pub(super) fn new(closes: Option<&'a str>, budget: &'a Budget) -> Self {
        Self {
            closes,
            budget,
            taken: Vec::new(),
            by_number: HashMap::new(),
            refused: Vec::new(),
            warnings: Vec::new(),
            form: Form::default(),
            pages: Pages::default(),
        }
    }

    /// Ends a file, in which these texts held U+0000.
    pub(super) fn end_of(&mut self, source: &str, nuls: &[String]) {
        self.warnings.extend(nuls.iter().map(|at| Warning {
            source: source.to_owned(),
            at: at.clone(),
            what: Saying::new("exchange-warning-nul"),
        }));
    }

    /// Makes the intake.
    ///
    /// # Errors
    /// A page that lacks, or nothing to take.
    pub(super) fn finish(
        mut self,
        sources: &[Source<'_>],
        grid: &Grid,
        options: &Options,
    ) -> Result<Intake, ExchangeError> {
        let names: Vec<_> = sources.iter().map(|source| source.name.as_str()).collect();
        let files = names.join(", ");
        let pages = self.pages.check(&files, options.allow_incomplete)?;
        self.warnings.extend(pages);
        if self.taken.is_empty() {
            let refused = self.refused;
            return Err(ExchangeError::Nothing { file: files, refused });
        }
        let fates = Fates::decide(&self.form, grid, &options.mapping, &mut self.warnings);
        Ok(Intake {
            dossiers: self
                .taken
                .into_iter()
                .map(|(taken, _)| taken.finish(&fates))
                .collect(),
            refused: self.refused,
            warnings: self.warnings,
        })
    }

    fn refuse(&mut self, reading: &Reading<'_>, why: Saying) {
        self.refused.push(Refused {
            source: reading.file().to_owned(),
            at: reading.pointer(),
            why,
        });
    }

    fn warn(&mut self, reading: &Reading<'_>, what: Saying) {
        self.warnings.push(Warning {
            source: reading.file().to_owned(),
            at: reading.pointer(),
            what,
        });
    }

    fn take(&mut self, reading: &Reading<'_>, node: &Node<'_>, number: &str) -> Result<Taken, Shape> {
        let submitted_at = node.words("dateDepot")?.map(str::to_owned);
        let late = self.is_late(reading, number, submitted_at.as_deref());
        let applicant = self.applicant(reading, node, number)?;
        let at = reading.pointer();
        let mut gather = Gather {
            form: &mut self.form,
            source: reading.file(),
            at: &at,
            pieces: Vec::new(),
            warnings: Vec::new(),
        };
        let answers = gather.answers(node)?;
        let Gather { pieces, warnings, .. } = gather;
        self.warnings.extend(warnings);
        let dossier = Dossier {
            id: DossierId::new(format!("demarche-{number}")),
            number: number.to_owned(),
            name: applicant.name,
            kind: applicant.kind.to_owned(),
            standing: Standing::Received,
            submitted_at,
            late,
            identity: applicant.identity,
            answers,
            evidence: Vec::new(),
        };
        Ok(Taken { dossier, pieces })
    }

    /// A dossier without any name is called by its number.
    fn applicant(
        &mut self,
        reading: &Reading<'_>,
        node: &Node<'_>,
        number: &str,
    ) -> Result<Applicant, Shape> {
        let applicant = match node.object("demandeur")? {
            Some(given) => applicant::read(given).map_err(|shape| shape.under("demandeur"))?,
            None => applicant::nobody(),
        };
        if applicant.name.is_empty() {
            self.warn(
                reading,
                Saying::new("exchange-warning-no-name").text("number", number),
            );
            return Ok(Applicant {
                name: number.to_owned(),
                ..applicant
            });
        }
        Ok(applicant)
    }

    /// The day is the one that the platform wrote, in its own offset.
    fn is_late(&mut self, reading: &Reading<'_>, number: &str, submitted_at: Option<&str>) -> bool {
        let Some(text) = submitted_at else {
            return false;
        };
        let Some(day) = text.get(..10).filter(|day| is_date(day)) else {
            let what = Saying::new("exchange-warning-date");
            self.warn(reading, what.text("number", number).text("date", text));
            return false;
        };
        self.closes.is_some_and(|closes| day > closes)
    }

    /// Keeps a dossier, unless the same stands there already.
    fn keep(&mut self, taken: Taken, reading: &Reading<'_>) -> Result<(), Fault> {
        let place = format!("{} {}", reading.file(), reading.pointer());
        let place = place.trim_end().to_owned();
        let number = &taken.dossier.number;
        let known = self
            .by_number
            .get(number)
            .and_then(|index| self.taken.get(*index));
        match known {
            Some((first, _)) if *first == taken => Ok(()),
            Some((_, first)) => Err(Fault::Whole(ExchangeError::Twice {
                number: number.clone(),
                places: vec![first.clone(), place],
            })),
            None => {
                self.by_number.insert(number.clone(), self.taken.len());
                self.taken.push((taken, place));
                Ok(())
            }
        }
    }
}

impl<'d> Sink<'d> for Collector<'_> {
    fn errors(&mut self, reading: &Reading<'d>, errors: &Node<'d>) -> Result<(), Fault> {
        let messages = match errors {
            Node::Null => return Ok(()),
            Node::List(list) => list.iter().map(message).collect::<Vec<_>>(),
            other => vec![message(other)],
        };
        if messages.is_empty() {
            return Ok(());
        }
        Err(Fault::Whole(ExchangeError::Platform {
            file: reading.file().to_owned(),
            message: messages.join(" · "),
        }))
    }

    fn revision(&mut self, revision: &Node<'d>) -> Result<(), Shape> {
        self.form.learn(revision)
    }

    fn page(&mut self, info: &Node<'d>) -> Result<(), Shape> {
        self.pages.note(info)
    }

    fn demarche(&mut self, number: &Node<'d>) {
        self.pages.close(number);
    }

    fn dossier(&mut self, reading: &Reading<'d>, node: &Node<'d>) -> Result<(), Fault> {
        if self.taken.len() + self.refused.len() >= self.budget.dossiers {
            return Err(Fault::Beyond(Bound::Dossiers, self.budget.dossiers as u64));
        }
        let number = match node.digits("number").map_err(Fault::Shape)? {
            Some(number) if is_number(number) => number,
            given => {
                let why = Saying::new("exchange-refused-no-number");
                self.refuse(reading, why.text("found", given.unwrap_or_default()));
                return Ok(());
            }
        };
        let state = node.text("state").map_err(Fault::Shape)?;
        if state == Some("brouillon") {
            self.refuse(
                reading,
                Saying::new("exchange-refused-draft").text("number", number),
            );
            return Ok(());
        }
        if node.get("champs").is_none() {
            self.refuse(
                reading,
                Saying::new("exchange-refused-no-answers").text("number", number),
            );
            return Ok(());
        }
        let taken = self.take(reading, node, number).map_err(Fault::Shape)?;
        if self.form.len() > self.budget.members {
            return Err(Fault::Beyond(Bound::Members, self.budget.members as u64));
        }
        self.keep(taken, reading)
    }
}

impl Taken {
    fn finish(self, fates: &Fates) -> Dossier {
        let Self { mut dossier, pieces } = self;
        fates.apply(&mut dossier.answers, None);
        for Piece {
            champ,
            within,
            mut evidence,
        } in pieces
        {
            match fates.of(&champ, within.as_deref()) {
                Fate::Skipped => continue,
                Fate::Unknown => {}
                Fate::Bears(question, criterion) => {
                    evidence.question.clone_from(question);
                    evidence.criteria = criterion.iter().cloned().collect();
                }
            }
            dossier.evidence.push(evidence);
        }
        dossier
    }
}

/// The platform's numbers are whole and positive; longer than any, they are something else.
fn is_number(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn message(error: &Node<'_>) -> String {
    match (error, error.text("message")) {
        (Node::Text(text), _) => text.to_string(),
        (_, Ok(Some(text))) => text.to_owned(),
        _ => String::new(),
    }
}
