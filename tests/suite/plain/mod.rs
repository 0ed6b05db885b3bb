//! The dialogue for screen readers, driven by what a juror would type.

mod former;
mod reading;
mod scoring;
mod shape;
mod texts;

use crate::support::shop::fixture;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tnl_jury::context::Context;
use tnl_jury::domain::ids::DossierId;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::act::{ImportRequest, NewJuror};
use tnl_jury::office::ask::DossierView;
use tnl_jury::office::{Act, Answer, NewCampaign, Office, Question, new_campaign, open_package};
use tnl_jury::plain::{self, PlainError};
use tnl_jury::store::Access;

fn context() -> Context {
    Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 7)
}

fn id(number: &str) -> DossierId {
    DossierId::new(format!("demarche-{number}"))
}

/// A juror at their store.
struct Juror {
    folder: TempDir,
}

impl Juror {
    /// With the example's three dossiers.
    fn new() -> Self {
        let text = std::fs::read_to_string(fixture("demarche_example.json")).unwrap();
        Self::with(&text, None)
    }

    /// With the demo's dossiers and evidence.
    fn with_evidence() -> Self {
        let text = std::fs::read_to_string(fixture("demo/demarche.json")).unwrap();
        Self::with(&text, Some(fixture("demo/evidence").into()))
    }

    fn with(export: &str, evidence: Option<PathBuf>) -> Self {
        let juror = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let new = NewCampaign {
            grid: "tnl-2016".into(),
            edition: "2026".into(),
            ..NewCampaign::default()
        };
        let mut office = new_campaign(&juror.at("k.sqlite"), &new, context()).unwrap();
        office
            .perform(Act::AddJuror(NewJuror {
                name: "Agnès Lefèvre".into(),
                ..NewJuror::default()
            }))
            .unwrap();
        juror.takes(office, export, evidence);
        juror
    }

    /// Has the coordinator import an export, and opens the package that follows.
    fn takes(&self, mut office: Office, export: &str, evidence: Option<PathBuf>) {
        std::fs::write(self.at("export.json"), export).unwrap();
        let request = ImportRequest {
            paths: vec![self.at("export.json")],
            evidence,
            ..ImportRequest::default()
        };
        let pack = Act::Pack {
            out: self.at("out"),
            juror: None,
        };
        for act in [Act::Import(request), Act::AssignAll, pack] {
            office.perform(act).unwrap();
        }
        let package = self.at("out/agnes-lefevre.jury.zip");
        open_package(&self.store(), &package, context()).unwrap();
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn store(&self) -> PathBuf {
        self.at("j.sqlite")
    }

    fn office(&self) -> Office {
        Office::open(&self.store(), Access::Write, context()).unwrap()
    }

    /// Types lines, and returns what was said; runovers are joined again.
    fn types(&self, lines: &[&str]) -> String {
        let raw = talk(self.office(), Lang::Fr, &lines.join("\n"));
        joined(&raw)
    }

    fn view(&self, number: &str) -> DossierView {
        match self.office().ask(Question::Dossier(id(number))).unwrap() {
            Answer::Dossier(Some(view)) => *view,
            other => panic!("{other:?}"),
        }
    }

    /// Returns the marks of a dossier, in the order of their criteria.
    fn marks(&self, number: &str) -> Vec<String> {
        let cells = self.view(number).cells.into_values();
        cells
            .filter_map(|cell| cell.mark.map(|mark| mark.to_string()))
            .collect()
    }

    fn comment(&self, number: &str, code: &str) -> String {
        let cell = self.view(number).cells.remove(code);
        cell.unwrap_or_default().comment.0
    }
}

/// Holds a dialogue that ends well, and returns what was said as it was said.
fn talk(office: Office, lang: Lang, input: &str) -> String {
    let (held, said) = hold(office, lang, input);
    held.unwrap_or_else(|error| panic!("{error}: {said}"));
    said
}

/// Holds a dialogue, and returns how it ended and what was said.
fn hold(office: Office, lang: Lang, input: &str) -> (Result<(), PlainError>, String) {
    let mut output = Vec::new();
    let held = plain::run(office, lang, &mut input.as_bytes(), &mut output);
    (held, String::from_utf8(output).unwrap())
}

/// Joins a message's lines, and makes its spaces ordinary ones.
fn joined(said: &str) -> String {
    said.replace("\n  ", " ").replace('\u{a0}', " ")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
