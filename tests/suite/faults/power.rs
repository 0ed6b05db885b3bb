//! T3: the power fails. What commands asked of the disk is recorded and played again up to some moment: what was flushed is
//! there, of what was not any part may be, in whole or in sectors. The store opens, is sound, and holds all that any
//! command had called done before that moment. Killing a program tests none of this.

use super::disk::{Asked, Disk, asked};
use super::stage::{self, COORDINATOR, JUROR, stage};
use super::trace::{can_trace, traced};
use super::{Full, row};
use crate::hostile::chance::Chance;
use crate::support::shop::Shop;
use std::fs;
use std::path::Path;
use tnl_jury::domain::ids::DossierId;
use tnl_jury::office::{Answer, Office, Question, open_package, verify_sheet};
use tnl_jury::store::Access;

/// A command, and how one sees in a folder that it was done.
type Step = (&'static [&'static str], fn(&Path) -> bool);

fn office(folder: &Path, store: &str) -> Office {
    let office = stage::open(&folder.join(store), Access::Write);
    let office = office.unwrap_or_else(|why| panic!("{store} does not open: {why}"));
    let found = office.check().unwrap().findings;
    assert!(found.is_empty(), "{store}: {found:?}");
    office
}

fn mark(folder: &Path, code: &str, value: &str) -> bool {
    let office = office(folder, JUROR);
    let question = Question::Dossier(DossierId::from("demarche-26002"));
    let Answer::Dossier(Some(view)) = office.ask(question).unwrap() else {
        return false;
    };
    view.cells[code]
        .mark
        .is_some_and(|mark| mark.to_string() == value)
}

fn entries(folder: &Path, kind: &str) -> usize {
    let Answer::Journal(entries) = office(folder, COORDINATOR).ask(Question::Journal).unwrap() else {
        return 0;
    };
    entries.iter().filter(|entry| entry.kind == kind).count()
}

const STEPS: [Step; 9] = [
    (&["--store", JUROR, "score", "26002", "1.2", "5"], |f| {
        mark(f, "1.2", "5")
    }),
    (&["--store", JUROR, "score", "26002", "1.3", "abstain"], |f| {
        mark(f, "1.3", "abstain")
    }),
    (&["--store", JUROR, "sheet", "write", "x.sheet.json"], |f| {
        verify_sheet(&f.join("x.sheet.json"), None).0.is_ok()
    }),
    (&["--store", COORDINATOR, "merge", stage::LATE], |f| {
        entries(f, "sheet") >= 5
    }),
    (
        &[
            "--store",
            COORDINATOR,
            "decide",
            "26003",
            "--level",
            "none",
            "--reason",
            "vu",
        ],
        |f| entries(f, "decision") == 2,
    ),
    (&["--store", "new.sqlite", "open", stage::PACKAGE], |f| {
        office(f, "new.sqlite").rows().unwrap().len() == 3
    }),
    (
        &["--store", COORDINATOR, "pack", "--out", "p", "--juror", "Zoé"],
        |f| {
            open_package(
                &f.join("unpacked.sqlite"),
                &f.join("p/zoe-sorel.jury.zip"),
                stage::context(),
            )
            .is_ok()
        },
    ),
    (&["--store", COORDINATOR, "backup", "b.sqlite"], |f| {
        entries_of_copy(f) == 2
    }),
    (
        &["--store", COORDINATOR, "export", "--out", "pub", "--draft"],
        |f| f.join("pub/SHA256SUMS").exists(),
    ),
];

fn entries_of_copy(folder: &Path) -> usize {
    fs::rename(folder.join("b.sqlite"), folder.join("copy.sqlite")).unwrap();
    let Answer::Journal(entries) = office(folder, "copy.sqlite").ask(Question::Journal).unwrap() else {
        return 0;
    };
    entries.iter().filter(|entry| entry.kind == "decision").count()
}

/// A session of commands: what stood in the folder before, all that was asked of the disk, and after how much of it each
/// command was done.
struct Recorded {
    shop: Shop,
    asked: Vec<Asked>,
    done_after: Vec<usize>,
}

fn recorded() -> Recorded {
    let shop = stage();
    let (mut all, mut done_after) = (Vec::new(), Vec::new());
    let calls = "trace=openat,close,read,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat";
    let options = ["-xx", "-s", "10000000", "-e", calls];
    for (args, _) in STEPS {
        let traced = traced(&shop, &options, args);
        assert_eq!(traced.code, 0, "{args:?}: {}", traced.said);
        all.extend(asked(&traced.calls, &shop.path("")));
        done_after.push(all.len());
    }
    Recorded {
        shop: stage(),
        asked: all,
        done_after,
    }
}

impl Recorded {
    /// The moments at which something was just flushed, and the end.
    fn moments(&self) -> Vec<usize> {
        let flushes = (1..=self.asked.len()).filter(|at| matches!(self.asked[at - 1], Asked::Flush(_)));
        flushes.chain([self.asked.len()]).collect()
    }

    /// Cuts the power at a moment; `chance` draws what of the unflushed is there, nothing of it where there is none.
    fn cut(&self, moment: usize, chance: Option<&mut Chance>) {
        let mut disk = Disk::of(&self.shop.path(""));
        for asked in &self.asked[..moment] {
            disk.take(asked);
        }
        let folder = Shop::new();
        disk.after_a_cut(chance, &folder.path(""));
        for (after, (args, was_done)) in self.done_after.iter().zip(STEPS) {
            if *after <= moment {
                assert!(
                    was_done(&folder.path("")),
                    "{args:?} was called done, and is lost at {moment}"
                );
            }
        }
        for store in [JUROR, COORDINATOR] {
            drop(office(&folder.path(""), store));
        }
        let made = folder.path("new.sqlite");
        assert!(
            !made.exists() || stage::open(&made, Access::Write).is_ok(),
            "half a store at {moment}"
        );
    }
}

#[test]
fn a_power_cut_loses_nothing_that_was_called_done() {
    if !can_trace("T3") {
        return;
    }
    let recorded = recorded();
    let moments = recorded.moments();
    let mut chance = Chance::of(2_026);
    for _ in 0..12 {
        let moment = *chance.pick(&moments);
        recorded.cut(moment, None);
        recorded.cut(1 + chance.under(recorded.asked.len()), Some(&mut chance));
    }
    recorded.cut(recorded.asked.len(), None);
}

#[test]
#[ignore = "minutes"]
fn two_thousand_power_cuts_lose_nothing_that_was_called_done() {
    if !can_trace("T3") {
        return;
    }
    let full = Full::asked();
    let recorded = recorded();
    let moments = recorded.moments();
    let mut lost = Vec::new();
    let mut tried = |moment, chance: Option<&mut Chance>| {
        let cut = std::panic::AssertUnwindSafe(|| recorded.cut(moment, chance));
        lost.extend(
            std::panic::catch_unwind(cut)
                .err()
                .map(|why| why.downcast_ref::<String>().cloned()),
        );
    };
    for moment in &moments {
        tried(*moment, None);
    }
    let mut chance = Chance::of(full.seed);
    for _ in 0..full.of(2_000) {
        let moment = 1 + chance.under(recorded.asked.len());
        tried(moment, Some(&mut chance));
    }
    let count = format!(
        "{} prefixes, {} subsets of {} calls",
        moments.len(),
        full.of(2_000),
        recorded.asked.len()
    );
    row(
        "T3 power cuts",
        count,
        full.seed,
        format!("{} lost or corrupt", lost.len()),
    );
    assert!(lost.is_empty(), "{lost:#?}");
}
