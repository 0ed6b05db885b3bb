//! What one would hand in, and handing it in.

use super::Outcome;
use super::session::Session;
use crate::domain::ids::CriterionCode;
use crate::domain::saying::Saying;
use crate::office::act::SheetWritten;
use crate::office::{Act, Answer, Question, Report, read_sheet};
use std::path::{Path, PathBuf};

/// How the files of sheets end; a folder of them is merged by it.
const ENDING: &str = ".sheet.json";

impl Session<'_> {
    /// Says what is scored and what is missing.
    pub(super) fn my_sheet(&mut self) -> Outcome {
        let Answer::MySheet(mine) = self.office.ask(Question::MySheet)? else {
            return Ok(());
        };
        let saying = Saying::new("plain-sheet")
            .number("n", mine.scored)
            .number("all", mine.expected)
            .number("left", mine.expected.saturating_sub(mine.scored));
        self.voice.say(&saying)?;
        for (_, number, name, codes) in &mine.missing {
            self.say_missing(number, Some(name), codes)?;
        }
        let id = if mine.missing.is_empty() {
            "plain-sheet-whole"
        } else {
            "plain-sheet-partial"
        };
        self.voice.say(&Saying::new(id))
    }

    fn say_missing(&mut self, number: &str, name: Option<&String>, codes: &[CriterionCode]) -> Outcome {
        let saying = if codes.len() == self.office.grid().criteria().count() {
            Saying::new("plain-missing-all")
        } else {
            let codes: Vec<&str> = codes.iter().map(CriterionCode::as_str).collect();
            Saying::new("plain-missing").text("codes", codes.join(", "))
        };
        let dossier = match name {
            Some(name) => format!("{number}, {name}"),
            None => number.to_owned(),
        };
        self.voice.say(&saying.text("dossier", dossier))
    }

    /// Writes the signed sheet where the juror says.
    pub(super) fn hand_in(&mut self, path: &str) -> Outcome {
        let example = self.sheet_name();
        let typed = if path.is_empty() {
            let prompt = Saying::new("plain-prompt-sheet").text("example", &example);
            self.ask_path(&prompt)?
        } else {
            Some(path.to_owned())
        };
        let Some(typed) = typed else {
            return Ok(());
        };
        let mut path = path_of(&typed);
        if path.is_dir() {
            path = path.join(example);
        }
        if path.exists() && read_sheet(&path).is_err() {
            return self
                .voice
                .say(&Saying::new("plain-path-taken").text("path", path.display()));
        }
        if let Report::SheetWritten(written) = self.office.perform(Act::WriteSheet { path })? {
            self.say_written(&written)?;
        }
        Ok(())
    }

    fn say_written(&mut self, written: &SheetWritten) -> Outcome {
        let path = std::path::absolute(&written.path).unwrap_or_else(|_| written.path.clone());
        self.voice
            .say(&Saying::new("plain-written").text("path", path.display()))?;
        let holds = Saying::new("plain-written-holds")
            .number("n", written.scored)
            .number("revision", written.revision)
            .text("fingerprint", &written.fingerprint);
        self.voice.say(&holds)?;
        for (number, codes) in &written.missing {
            self.say_missing(number, None, codes)?;
        }
        if !path.to_string_lossy().ends_with(ENDING) {
            self.voice.say(&Saying::new("plain-written-ending"))?;
        }
        self.voice.say(&Saying::new("plain-written-send"))
    }

    /// Returns the name under which a coordinator expects the sheet.
    fn sheet_name(&self) -> String {
        let juror = self.office.juror().map(|juror| juror.id.to_string());
        format!("{}{ENDING}", juror.unwrap_or_default())
    }

    /// Asks for a path; nothing where the answer is none, which is then said.
    pub(super) fn ask_path(&mut self, prompt: &Saying) -> Outcome<Option<String>> {
        let Some(line) = self.voice.ask(prompt)? else {
            return Ok(None);
        };
        let line = line.trim();
        if line.is_empty() || super::session::digits(line).is_some() || self.is_command(line) {
            self.voice.say(&Saying::new("plain-nothing-written"))?;
            return Ok(None);
        }
        Ok(Some(line.to_owned()))
    }
}

/// Returns the path that was typed, without the quotation marks that a file manager puts around it.
pub(super) fn path_of(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let bare = ['"', '\'']
        .iter()
        .find_map(|mark| typed.strip_prefix(*mark)?.strip_suffix(*mark));
    Path::new(bare.unwrap_or(typed)).to_owned()
}
