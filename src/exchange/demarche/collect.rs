//! Gathers what the files hold, hands each dossier on as it is read, and tells the rest once all are read.

use super::applicant::{self, Applicant};
use super::champ::{Gather, Piece};
use super::correspondence;
use super::mapping::{Fate, Form};
use super::pages::Pages;
use super::value::is_date;
use super::wire::Sink;
use super::{Ended, Options};
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::evidence::Evidence;
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use crate::exchange::budget::Budget;
use crate::exchange::error::{Bound, ExchangeError};
use crate::exchange::intake::{Intake, Refused, Source, Taken, Warning};
use crate::exchange::json::{Fault, Node, Reading, Shape};
use crate::exchange::watch::{Stage, Watch};
use std::collections::HashMap;

/// Takes a dossier; tells whether more are wanted.
pub(super) type Take<'a> = dyn FnMut(Taken) -> bool + 'a;

/// What was kept of a number: the digest of its dossier, and its place. There may be a great many.
type Seen = ([u8; 32], Box<str>);

/// What the files gave so far.
pub(super) struct Collector<'a> {
    options: &'a Options,
    budget: &'a Budget,
    watch: &'a Watch,
    take: &'a mut Take<'a>,
    seen: HashMap<Box<str>, Seen>,
    refused: Vec<Refused>,
    warnings: Vec<Warning>,
    withdrawn: Vec<String>,
    form: Form<'a>,
    pages: Pages,
    /// Bytes of the files before this one, and of all.
    before: u64,
    all: u64,
}

impl<'a> Collector<'a> {
    /// Starts with nothing.
    pub(super) fn new(
        form: Form<'a>,
        options: &'a Options,
        budget: &'a Budget,
        watch: &'a Watch,
        take: &'a mut Take<'a>,
    ) -> Self {
        Self {
            options,
            budget,
            watch,
            take,
            seen: HashMap::new(),
            refused: Vec::new(),
            warnings: Vec::new(),
            withdrawn: Vec::new(),
            form,
            pages: Pages::default(),
            before: 0,
            all: 0,
        }
    }

    /// Tells how many bytes there are to read.
    pub(super) fn expect(&mut self, all: u64) {
        self.all = all;
    }

    /// Ends a file of that size.
    pub(super) fn end_of(&mut self, size: u64) {
        self.before += size;
    }

    /// Tells what the files hold beside the dossiers.
    ///
    /// # Errors
    /// A page that lacks, or nothing to take.
    pub(super) fn finish(mut self, sources: &[Source<'_>]) -> Result<Ended, ExchangeError> {
        let names: Vec<_> = sources.iter().map(|source| source.name.as_str()).collect();
        let files = names.join(", ");
        let pages = self.pages.check(&files, self.options.allow_incomplete)?;
        self.warnings.extend(pages);
        if self.seen.is_empty() && self.withdrawn.is_empty() {
            let refused = self.refused;
            return Err(ExchangeError::Nothing { file: files, refused });
        }
        if let Some(labels) = self.form.stale() {
            return Ok(Ended::Again(labels));
        }
        let asked = self.form.asked(&mut self.warnings);
        Ok(Ended::Whole(Intake {
            refused: self.refused,
            warnings: self.warnings,
            asked,
            withdrawn: self.withdrawn,
        }))
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

    fn taken(&mut self, reading: &Reading<'_>, node: &Node<'_>, number: &str) -> Result<Taken, Shape> {
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
        let mut answers = gather.answers(node)?;
        let Gather { pieces, warnings, .. } = gather;
        self.warnings.extend(warnings);
        self.form.apply(&mut answers, None);
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
            evidence: self.evidence(pieces),
        };
        Ok(Taken {
            written: dossier.written(),
            dossier,
            correspondence: correspondence::read(node)?,
        })
    }

    /// Gives files what their question bears on; those of a question that is left out stay out.
    fn evidence(&self, pieces: Vec<Piece>) -> Vec<Evidence> {
        let kept = pieces.into_iter().filter_map(|piece| {
            let mut evidence = piece.evidence;
            match self.form.fate(&piece.champ, piece.within.as_deref()) {
                Fate::Skipped => return None,
                Fate::Unknown => {}
                Fate::Bears(question, criterion) => {
                    evidence.question.clone_from(question);
                    evidence.criteria = criterion.iter().cloned().collect();
                }
            }
            Some(evidence)
        });
        kept.collect()
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
        self.options.closes.as_deref().is_some_and(|closes| day > closes)
    }

    /// Hands a dossier on, unless the same was there already.
    fn keep(&mut self, taken: Taken, reading: &Reading<'_>) -> Result<(), Fault> {
        let place = format!("{} {}", reading.file(), reading.pointer());
        let place: Box<str> = place.trim_end().into();
        let digest = taken.written.digest.bytes();
        let number = &taken.dossier.number;
        match self.seen.get(number.as_str()) {
            Some((first, _)) if *first == digest => return Ok(()),
            Some((_, first)) => {
                return Err(Fault::Whole(ExchangeError::Twice {
                    number: number.clone(),
                    places: vec![first.to_string(), place.into()],
                }));
            }
            None => {}
        }
        self.seen.insert(number.as_str().into(), (digest, place));
        if (self.take)(taken) {
            return Ok(());
        }
        Err(Fault::Whole(ExchangeError::Stopped))
    }
}

impl Sink for Collector<'_> {
    fn errors(&mut self, reading: &Reading<'_>, errors: &Node<'_>) -> Result<(), Fault> {
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

    fn revision(&mut self, revision: &Node<'_>) -> Result<(), Shape> {
        self.form.learn(revision)
    }

    fn page(&mut self, info: &Node<'_>) -> Result<(), Shape> {
        self.pages.note(info)
    }

    fn demarche(&mut self, number: &str) {
        self.pages.close(number);
    }

    fn deleted(&mut self, dossier: &Node<'_>) -> Result<(), Shape> {
        if self.withdrawn.len() >= self.budget.dossiers {
            return Ok(());
        }
        let number = dossier.digits("number")?.filter(|number| is_number(number));
        self.withdrawn.extend(number.map(str::to_owned));
        Ok(())
    }

    fn nuls(&mut self, file: &str, places: Vec<String>) {
        self.warnings.extend(places.into_iter().map(|at| Warning {
            source: file.to_owned(),
            at,
            what: Saying::new("exchange-warning-nul"),
        }));
    }

    fn read_to(&mut self, offset: u64) -> Result<(), ExchangeError> {
        self.watch.step(Stage::Dossiers, self.before + offset, self.all)
    }

    fn dossier(&mut self, reading: &Reading<'_>, node: &Node<'_>) -> Result<(), Fault> {
        if self.seen.len() + self.refused.len() >= self.budget.dossiers {
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
        let taken = self.taken(reading, node, number).map_err(Fault::Shape)?;
        if self.form.len() > self.budget.members {
            return Err(Fault::Beyond(Bound::Members, self.budget.members as u64));
        }
        self.keep(taken, reading)
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
