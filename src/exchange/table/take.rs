//! Rows become dossiers: those that can be taken, those refused one by one, and what to know.

use super::groups::Group;
use super::names::Family;
use super::plan::{Plan, Role};
use super::sheet::{Head, Row, Sheet};
use super::subject::{Asked, Bodies};
use super::{Options, Refused, Tabled, Warning, value};
use crate::domain::dossier::{Dossier, Standing};
use crate::domain::ids::DossierId;
use crate::domain::saying::Saying;
use crate::domain::text::folded;
use crate::exchange::demarche::is_date;
use crate::exchange::error::ExchangeError;
use crate::exchange::mapping::Field;
use crate::exchange::propose::Satellite;
use std::collections::HashMap;

/// The longest number of a dossier that is believed one.
const LONGEST: usize = 64;

/// A sheet being taken.
pub(super) struct Taker<'a> {
    pub(super) file: &'a str,
    pub(super) sheet: &'a Sheet,
    pub(super) plan: &'a Plan,
    pub(super) bodies: &'a Bodies,
    pub(super) groups: Vec<Group>,
    pub(super) options: &'a Options,
    /// Which columns hold names of files.
    pub(super) files: Vec<bool>,
    /// Where the code of a place stands, by the heading of the place.
    pub(super) codes: HashMap<usize, usize>,
    seen: HashMap<String, (usize, String)>,
    intake: Tabled,
}

impl<'a> Taker<'a> {
    /// Prepares to take a sheet.
    pub(super) fn new(
        file: &'a str,
        sheet: &'a Sheet,
        plan: &'a Plan,
        bodies: &'a Bodies,
        groups: Vec<Group>,
        options: &'a Options,
    ) -> Self {
        let cells = |head: &Head| {
            let at = head.at;
            sheet.rows.iter().filter_map(move |row| row.cell(at))
        };
        let files = sheet
            .head
            .iter()
            .map(|head| value::are_files(cells(head), plan.family));
        let codes = sheet
            .head
            .iter()
            .zip(&plan.roles)
            .filter_map(|(head, role)| match role {
                Role::Beside(of, Satellite::Code) => Some((*of, head.at)),
                _ => None,
            });
        Self {
            file,
            sheet,
            plan,
            bodies,
            groups,
            options,
            files: files.collect(),
            codes: codes.collect(),
            seen: HashMap::new(),
            intake: Tabled::default(),
        }
    }

    /// Takes every row.
    ///
    /// # Errors
    /// One number with two contents, or no dossier to take.
    pub(super) fn all(mut self) -> Result<Tabled, ExchangeError> {
        self.tell_of_columns();
        let sheet = self.sheet;
        for row in &sheet.rows {
            self.row(row)?;
        }
        for group in &self.groups {
            for number in group.rows.keys() {
                // Rows of a dossier that was refused are refused with it.
                let what = Saying::new("exchange-warning-orphan").text("number", number);
                self.intake.warnings.push(Warning {
                    source: self.file.to_owned(),
                    at: group.champ.clone(),
                    what,
                });
            }
        }
        if self.intake.dossiers.is_empty() {
            return Err(ExchangeError::Nothing {
                file: self.file.to_owned(),
                refused: self.intake.refused,
            });
        }
        Ok(self.intake)
    }

    fn tell_of_columns(&mut self) {
        for column in &self.plan.absent {
            self.intake.warnings.push(Warning {
                source: self.file.to_owned(),
                at: String::new(),
                what: Saying::new("exchange-warning-no-column").text("heading", &column.heading),
            });
        }
        for (head, role) in self.sheet.head.iter().zip(&self.plan.roles) {
            if *role == Role::Unknown {
                self.intake.warnings.push(Warning {
                    source: self.file.to_owned(),
                    at: self.sheet.place_of_head(head).to_string(),
                    what: Saying::new("exchange-warning-unmapped")
                        .text("label", &head.column.heading)
                        .text("champ", head.champ()),
                });
            }
        }
    }

    fn warn(&mut self, row: &Row, what: Saying) {
        self.intake.warnings.push(Warning {
            source: self.file.to_owned(),
            at: self.sheet.place(row, None).to_string(),
            what,
        });
    }

    fn refuse(&mut self, row: &Row, why: Saying) {
        self.intake.refused.push(Refused {
            source: self.file.to_owned(),
            at: self.sheet.place(row, None).to_string(),
            why,
        });
    }

    fn row(&mut self, row: &Row) -> Result<(), ExchangeError> {
        let number = self.plan.fields.get(&Field::Number);
        let number = number.and_then(|at| row.words(*at)).unwrap_or_default();
        if !is_number(number) {
            let why = Saying::new("exchange-refused-no-number").text("found", number);
            self.refuse(row, why);
            return Ok(());
        }
        if self.is_draft(row) {
            self.refuse(row, Saying::new("exchange-refused-draft").text("number", number));
            for group in &mut self.groups {
                group.rows.remove(number);
            }
            return Ok(());
        }
        let place = format!("{} {}", self.file, self.sheet.place(row, None));
        if let Some((index, first)) = self.seen.get(number) {
            return self.again(row, number, *index, vec![first.clone(), place]);
        }
        let dossier = self.dossier(row, number);
        self.seen
            .insert(number.to_owned(), (self.intake.dossiers.len(), place));
        self.intake.dossiers.push(dossier);
        Ok(())
    }

    /// A number seen before: the same content is the same dossier. Its repeated groups went to the first.
    fn again(
        &mut self,
        row: &Row,
        number: &str,
        index: usize,
        places: Vec<String>,
    ) -> Result<(), ExchangeError> {
        let told = self.intake.warnings.len();
        let mut dossier = self.dossier(row, number);
        self.intake.warnings.truncate(told);
        let Some(first) = self.intake.dossiers.get(index) else {
            return Ok(());
        };
        let groups = self.groups.len();
        let kept = dossier.answers.len().saturating_sub(groups);
        dossier.answers.truncate(kept);
        dossier.answers.extend(first.answers.iter().skip(kept).cloned());
        if dossier == *first {
            return Ok(());
        }
        let number = number.to_owned();
        Err(ExchangeError::Twice { number, places })
    }

    /// A survey that was not sent has no date; the platform says so in words.
    fn is_draft(&self, row: &Row) -> bool {
        let field = |field| self.plan.fields.get(&field);
        if self.plan.family == Family::Survey {
            return field(Field::SubmittedAt).is_some_and(|at| row.words(*at).is_none());
        }
        let own = self.plan.administration.get("etat du dossier");
        let state = field(Field::State).or(own).and_then(|at| row.words(*at));
        state.is_some_and(|state| matches!(folded(state).as_str(), "brouillon" | "draft"))
    }

    fn dossier(&mut self, row: &Row, number: &str) -> Dossier {
        let asked = Asked {
            plan: self.plan,
            row,
            number,
            bodies: self.bodies,
        };
        let subject = asked.subject();
        let late = self.is_late(row, number, subject.submitted_at.as_deref());
        if let Some(state) = &subject.state
            && matches!(
                folded(state).as_str(),
                "classe sans suite" | "refuse" | "sans_suite"
            )
        {
            let what = Saying::new("exchange-warning-closed").text("number", number);
            self.warn(row, what.text("state", state));
        }
        if subject.name.is_none() {
            self.warn(
                row,
                Saying::new("exchange-warning-no-name").text("number", number),
            );
        }
        let mut evidence = Vec::new();
        let mut answers = self.answers(row, &mut evidence);
        answers.extend(self.groups.iter_mut().map(|group| group.take(number)));
        let source = match self.plan.family {
            Family::Platform => "demarche",
            Family::Survey => "survey",
            Family::Any => "table",
        };
        Dossier {
            id: DossierId::new(format!("{source}-{number}")),
            number: number.to_owned(),
            name: subject.name.unwrap_or_else(|| number.to_owned()),
            kind: subject.kind,
            standing: Standing::Received,
            submitted_at: subject.submitted_at,
            late,
            identity: subject.identity,
            answers,
            evidence,
        }
    }

    fn is_late(&mut self, row: &Row, number: &str, submitted_at: Option<&str>) -> bool {
        let Some(text) = submitted_at else {
            return false;
        };
        let Some(day) = text.get(..10).filter(|day| is_date(day)) else {
            let what = Saying::new("exchange-warning-date").text("number", number);
            self.warn(row, what.text("date", text));
            return false;
        };
        self.options.closes.as_deref().is_some_and(|closes| day > closes)
    }
}

/// A number becomes the name of a folder in packages: letters, digits and the signs that join them.
pub(in crate::exchange) fn is_number(text: &str) -> bool {
    let fits = !text.is_empty() && text.len() <= LONGEST && !text.starts_with('.');
    fits && text
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}
