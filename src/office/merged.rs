//! A merge told line by line: the same table for a dry run, for the commands and for the desk.

use crate::domain::ids::DeviceId;
use crate::domain::saying::Saying;
use crate::ledger::verdict::{Refusal, Verdict};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// What a merge did.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    /// Sheets that brought something.
    pub accepted: Vec<MergedSheet>,
    /// Sheets that were known, or older.
    pub unchanged: Vec<MergedSheet>,
    /// Files refused, and why.
    pub refused: Vec<(PathBuf, Refusal)>,
    /// Files in a folder that are no sheets.
    pub skipped: Vec<PathBuf>,
    /// Cells in conflict in the store after it.
    pub conflicts: usize,
}

/// One sheet of a merge.
#[derive(Debug, Clone)]
pub struct MergedSheet {
    /// Whose, by name.
    pub juror: String,
    /// The file.
    pub file: PathBuf,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Its revision.
    pub revision: u64,
    /// What it was.
    pub verdict: Verdict,
    /// Dossiers on which it brought something.
    pub changed: usize,
    /// Criteria on which it contradicts what was known.
    pub forks: usize,
    /// Of its dossiers, those on which the juror is recused: what it says of them counts for nothing.
    pub recused: usize,
    /// Numbers of the dossiers on which it brought something after they were decided. The decision stands.
    pub late: Vec<String>,
}

/// A file that was refused, as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedFile {
    /// Its name.
    pub file: String,
    /// Why.
    pub why: Refusal,
}

impl Merged {
    /// Tells what became of each file: a line a file, then what is particular about it. Nothing is left out.
    pub fn lines(&self) -> Vec<Saying> {
        let whole = |path: &Path| path.display().to_string();
        let taken = self.accepted.iter().chain(&self.unchanged);
        let mut lines: Vec<Saying> = taken
            .flat_map(|sheet| of_sheet(sheet, whole(&sheet.file)))
            .collect();
        lines.extend(
            self.refused
                .iter()
                .map(|(file, why)| of_refused(whole(file), why)),
        );
        lines.extend(self.skipped.iter().map(|file| of_skipped(whole(file))));
        lines
    }

    /// Tells the same of the files by their names, what asks for something first: refused files, then what the sheets bring;
    /// what was known last.
    pub fn news(&self) -> Vec<Saying> {
        let refused = self.refused.iter().map(RefusedFile::of);
        let mut lines: Vec<Saying> = refused.map(|refused| refused.saying()).collect();
        let taken = self.accepted.iter().chain(&self.unchanged);
        lines.extend(taken.flat_map(|sheet| of_sheet(sheet, name_of(&sheet.file))));
        lines.extend(self.skipped.iter().map(|file| of_skipped(name_of(file))));
        lines
    }

    /// Tells whether there was no file at all.
    pub fn is_empty(&self) -> bool {
        self.accepted.is_empty()
            && self.unchanged.is_empty()
            && self.refused.is_empty()
            && self.skipped.is_empty()
    }

    /// Sums it up; `dry_run` where nothing was written.
    pub fn sum(&self, dry_run: bool) -> Saying {
        Saying::new(if dry_run { "merge-sum-dry" } else { "merge-sum" })
            .number("accepted", self.accepted.len())
            .number("unchanged", self.unchanged.len())
            .number("refused", self.refused.len())
            .number("conflicts", self.conflicts)
    }
}

impl RefusedFile {
    pub(super) fn of((file, why): &(PathBuf, Refusal)) -> Self {
        Self {
            file: name_of(file),
            why: why.clone(),
        }
    }

    /// Says why it was refused, and what to do.
    pub fn saying(&self) -> Saying {
        of_refused(self.file.clone(), &self.why)
    }
}

/// Returns a file's name without its folder.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn of_refused(file: String, why: &Refusal) -> Saying {
    let saying = Saying::new("merge-refused").text("file", file);
    saying.text("class", why.as_str()).said("why", why.saying())
}

fn of_skipped(file: String) -> Saying {
    Saying::new("merge-skipped").text("file", file)
}

fn of_sheet(sheet: &MergedSheet, file: String) -> Vec<Saying> {
    let id = match sheet.verdict {
        Verdict::New => "merge-new",
        Verdict::Newer => "merge-newer",
        Verdict::Conflicting => "merge-conflicting",
        Verdict::Identical => "merge-identical",
        Verdict::Older => "merge-older",
    };
    let line = Saying::new(id)
        .text("juror", &sheet.juror)
        .number("revision", sheet.revision)
        .number("dossiers", sheet.changed)
        .number("forks", sheet.forks)
        .text("file", file);
    let mut lines = vec![line];
    if sheet.recused > 0 {
        lines.push(Saying::new("merge-recused").number("n", sheet.recused));
    }
    if !sheet.late.is_empty() {
        let late = Saying::new("merge-late").number("n", sheet.late.len());
        lines.push(late.text("dossiers", sheet.late.join(", ")));
    }
    lines
}
