//! The publication folder: one function computes the rows, every writer renders them and computes nothing.

mod csv;
mod error;
mod folder;
mod json;
mod letters;
mod map;
mod minutes;
mod odf;
mod open_data;
mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod press;
mod rows;
mod statistics;
mod text;

pub use csv::Table;
pub use error::PublishError;
pub use folder::{Step, write as folder};
pub use letters::{Candidate, Recipient};
pub use minutes::{DecisionRecord, Minutes, Movement, SittingRecord};
pub use press::PRINTS;
pub use rows::{Labelled, Row, rows};
pub use statistics::Past;
pub use text::{TEMPLATES, Templates, print_templates};

use crate::domain::campaign::Campaign;
use crate::domain::grid::Grid;
use crate::domain::words::Lang;
use serde::Serialize;
use tempfile::SpooledTempFile;

/// What every file of the folder says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Its grid.
    pub grid: &'a Grid,
    /// Whether it is a draft, and marked so.
    pub draft: bool,
    /// Until when nothing of it may be told, `YYYY-MM-DD`.
    pub embargo: Option<&'a str>,
    /// The moment of the last thing that it tells, RFC 3339: documents bear it as their own.
    pub dated: &'a str,
}

/// What the margins of a document say.
#[derive(Debug, Serialize)]
struct Marks<'a> {
    /// Which document it is, as `titres.txt` knows it.
    document: &'a str,
    draft: bool,
    embargo: Option<&'a str>,
    footer: String,
}

impl<'a> Edition<'a> {
    /// Returns the edition, marked where it is a draft.
    fn title(&self) -> String {
        if self.draft {
            format!("{} {}", self.campaign.edition, rows::DRAFT)
        } else {
            self.campaign.edition.clone()
        }
    }

    /// Returns what a document of the edition is called.
    fn called(&self, document: &str, templates: &Templates) -> Result<String, PublishError> {
        let titled = text::Titled {
            document,
            edition: &self.title(),
            name: "",
        };
        templates.render("titres.txt", titled)
    }

    fn marks(&self, document: &'a str, templates: &Templates) -> Result<Marks<'a>, PublishError> {
        Ok(Marks {
            document,
            draft: self.draft,
            embargo: self.embargo,
            footer: format!(
                "{} · {} · {}",
                self.called("pied", templates)?,
                self.grid.id(),
                self.grid.digest().short()
            ),
        })
    }
}

/// All that is published and written of an edition.
#[derive(Debug)]
pub struct Publication<'a> {
    /// The edition.
    pub edition: Edition<'a>,
    /// Those who are labelled.
    pub labelled: Vec<Labelled>,
    /// Names of the jury.
    pub jury: Vec<String>,
    /// What does not go on the web site, where it is wanted.
    pub papers: Option<Papers>,
}

/// What is sent or kept, beside what goes on the web site.
#[derive(Debug)]
pub struct Papers {
    /// Those to write to.
    pub candidates: Vec<Candidate>,
    /// What happened in the sittings.
    pub minutes: Minutes,
    /// In which language the minutes are.
    pub minutes_lang: Lang,
    /// Those of former editions, to be counted beside this one's.
    pub history: Vec<Past>,
    /// Every result and every mark, for the committee alone: tables by their names.
    pub internal: Vec<(String, SpooledTempFile)>,
}
