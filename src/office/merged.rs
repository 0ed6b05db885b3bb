//! A merge told line by line: the same table for a dry run, for the commands and for the desk.

use super::act::{Merged, MergedSheet};
use crate::domain::saying::Saying;
use crate::ledger::verdict::{Refusal, Verdict};
use std::path::{Path, PathBuf};

impl Merged {
    /// Tells what became of each file: a line a file, then what is particular about it. Nothing is left out.
    pub fn lines(&self) -> Vec<Saying> {
        let taken = self.accepted.iter().chain(&self.unchanged);
        let mut lines: Vec<Saying> = taken.flat_map(of_sheet).collect();
        lines.extend(self.refused.iter().map(of_refused));
        lines.extend(self.skipped.iter().map(|file| of_skipped(file)));
        lines
    }

    /// Tells the same, what asks for something first: refused files, then what the sheets bring; what was known last.
    pub fn news(&self) -> Vec<Saying> {
        let mut lines: Vec<Saying> = self.refused.iter().map(of_refused).collect();
        lines.extend(self.accepted.iter().flat_map(of_sheet));
        lines.extend(self.unchanged.iter().flat_map(of_sheet));
        lines.extend(self.skipped.iter().map(|file| of_skipped(file)));
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

fn of_refused((file, why): &(PathBuf, Refusal)) -> Saying {
    let saying = Saying::new("merge-refused").text("file", file.display());
    saying.text("class", why.as_str()).said("why", why.saying())
}

fn of_skipped(file: &Path) -> Saying {
    Saying::new("merge-skipped").text("file", file.display())
}

fn of_sheet(sheet: &MergedSheet) -> Vec<Saying> {
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
        .text("file", sheet.file.display());
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
