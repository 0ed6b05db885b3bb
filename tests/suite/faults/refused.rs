//! T4: the system refuses the N-th thing that a command asks of the disk, once or from then on, for each N. The command says
//! so, what it called done is done, what it called off never was, and the store goes on working.

use super::stage::{self, COORDINATOR, JUROR, LATE, MORE, PACKAGE, stage};
use super::trace::{can_trace, traced};
use super::{Full, row};
use crate::hostile::chance::Chance;
use crate::support::shop::Shop;
use std::fs;
use std::path::Path;
use tnl_jury::domain::ids::DossierId;
use tnl_jury::office::{Answer, Office, Question, open_package, verify_sheet};
use tnl_jury::store::Access;

/// A command, and what tells from outside whether it was done.
struct Deed {
    args: &'static [&'static str],
    /// The store that it works on, which must be sound afterwards; made by the command where the stage has none.
    store: &'static str,
    done: fn(&Shop) -> Done,
}

/// Whether a deed was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    Whole,
    Not,
    /// What must never be.
    Half,
}

fn done(whole: bool) -> Done {
    if whole { Done::Whole } else { Done::Not }
}

fn coordinator(shop: &Shop) -> Office {
    stage::open(&shop.path(COORDINATOR), Access::Read).unwrap()
}

/// Tells whether a store holds what it ought to.
fn is_sound(path: &Path) -> bool {
    let opened = stage::open(path, Access::Read).ok();
    opened.is_some_and(|office| office.check().is_ok_and(|checked| checked.findings.is_empty()))
}

fn file(path: &Path, is_whole: impl FnOnce(&Path) -> bool) -> Done {
    match path.exists() {
        false => Done::Not,
        true if is_whole(path) => Done::Whole,
        true => Done::Half,
    }
}

fn scored(shop: &Shop) -> Done {
    let office = stage::open(&shop.path(JUROR), Access::Read).unwrap();
    let Answer::Dossier(Some(view)) = office
        .ask(Question::Dossier(DossierId::from("demarche-26002")))
        .unwrap()
    else {
        return Done::Half;
    };
    let mark = view.cells.get("1.2").and_then(|content| content.mark);
    done(mark.is_some_and(|mark| mark.to_string() == "5"))
}

fn imported(shop: &Shop) -> Done {
    match coordinator(shop).rows().unwrap().len() {
        3 => Done::Not,
        5 => Done::Whole,
        _ => Done::Half,
    }
}

fn merged(shop: &Shop) -> Done {
    let Answer::Status(status) = coordinator(shop).ask(Question::Status).unwrap() else {
        return Done::Half;
    };
    let zoe = status
        .jurors
        .iter()
        .find(|juror| juror.juror.starts_with("Zoé"))
        .unwrap();
    match (zoe.revision, zoe.scored) {
        (None, 0) => Done::Not,
        (Some(_), 24) => Done::Whole,
        _ => Done::Half,
    }
}

fn decided(shop: &Shop) -> Done {
    let Answer::Results(rows) = coordinator(shop).ask(Question::Results).unwrap() else {
        return Done::Half;
    };
    done(rows.iter().filter(|row| row.decision.is_some()).count() == 2)
}

fn exported(shop: &Shop) -> Done {
    file(&shop.path("pub"), |folder| folder.join("SHA256SUMS").exists())
}

fn packed(shop: &Shop) -> Done {
    let made = fs::read_dir(shop.path("p"))
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path());
    let made: Vec<_> = made
        .filter(|path| path.extension().is_some_and(|ending| ending == "zip"))
        .collect();
    for package in &made {
        let beside = shop.path("unpacked.sqlite");
        let opened = open_package(&beside, package, stage::context());
        let whole = opened.is_ok();
        drop(opened);
        fs::remove_file(&beside).unwrap();
        if !whole {
            return Done::Half;
        }
    }
    // Each package is whole or not there: those that were made stay.
    done(made.len() == 4)
}

fn opened(shop: &Shop) -> Done {
    file(&shop.path("new.sqlite"), is_sound)
}

fn opened_again(shop: &Shop) -> Done {
    let office = stage::open(&shop.path(JUROR), Access::Read).unwrap();
    let Answer::Dossier(Some(view)) = office
        .ask(Question::Dossier(DossierId::from("demarche-26001")))
        .unwrap()
    else {
        return Done::Half;
    };
    let says = |text: &str| {
        view.dossier
            .answers
            .iter()
            .any(|answer| answer.text.contains(text))
    };
    done(says("Migration revue en 2026"))
}

fn copied(shop: &Shop) -> Done {
    file(&shop.path("b.sqlite"), is_sound)
}

fn written(shop: &Shop) -> Done {
    file(&shop.path("x.sheet.json"), |path| {
        verify_sheet(path, None).0.is_ok()
    })
}

fn begun(shop: &Shop) -> Done {
    file(&shop.path("fresh.sqlite"), is_sound)
}

const DEEDS: [Deed; 11] = [
    Deed {
        args: &["score", "26002", "1.2", "5"],
        store: JUROR,
        done: scored,
    },
    Deed {
        args: &["import", MORE, "--mapping", "more.toml"],
        store: COORDINATOR,
        done: imported,
    },
    Deed {
        args: &["merge", LATE],
        store: COORDINATOR,
        done: merged,
    },
    Deed {
        args: &["decide", "26003", "--level", "none", "--reason", "vu"],
        store: COORDINATOR,
        done: decided,
    },
    Deed {
        args: &["export", "--out", "pub", "--draft"],
        store: COORDINATOR,
        done: exported,
    },
    Deed {
        args: &["open", PACKAGE],
        store: "new.sqlite",
        done: opened,
    },
    Deed {
        args: &["open", PACKAGE],
        store: JUROR,
        done: opened_again,
    },
    Deed {
        args: &["pack", "--out", "p"],
        store: COORDINATOR,
        done: packed,
    },
    Deed {
        args: &["backup", "b.sqlite"],
        store: COORDINATOR,
        done: copied,
    },
    Deed {
        args: &["sheet", "write", "x.sheet.json"],
        store: JUROR,
        done: written,
    },
    Deed {
        args: &["campaign", "new", "--grid", "tnl-2016", "--edition", "x"],
        store: "fresh.sqlite",
        done: begun,
    },
];

/// What is refused, and with which words.
const REFUSALS: [(&str, &str); 7] = [
    ("pwrite64,write,ftruncate", "ENOSPC"),
    ("pwrite64,write,ftruncate", "EIO"),
    ("fsync,fdatasync", "EIO"),
    (
        "openat,mkdir,rename,renameat,renameat2,chmod,fchmod,fchmodat",
        "EACCES",
    ),
    (
        "openat,mkdir,rename,renameat,renameat2,chmod,fchmod,fchmodat",
        "EROFS",
    ),
    ("unlink,unlinkat,rmdir", "EACCES"),
    ("pread64,read,lseek", "EIO"),
];

fn arguments(deed: &Deed) -> Vec<&'static str> {
    [&["--store", deed.store][..], deed.args].concat()
}

/// Counts what a command asks, and how much of it before it first touches a file of the stage.
fn count(deed: &Deed, calls: &str) -> (usize, usize) {
    let shop = stage();
    let all = format!("trace={calls}");
    let traced = traced(&shop, &["-y", "-e", &all], &arguments(deed));
    assert_eq!(traced.code, 0, "{:?}: {}", deed.args, traced.said);
    let root = shop.path("").canonicalize().unwrap();
    let (root, lock) = (
        root.to_string_lossy().into_owned(),
        format!("{}.lock", deed.store),
    );
    let here = format!("AT_FDCWD<{}>", root.trim_end_matches('/'));
    let is_ours = |call: &String| {
        let call = call.replace(&here, "");
        call.contains(root.trim_end_matches('/')) || call.contains(&lock)
    };
    let first = traced
        .calls
        .iter()
        .position(is_ours)
        .unwrap_or(traced.calls.len());
    (first, traced.calls.len())
}

/// Has one call fail, or all from it on; panics where the command lies, falls or leaves something broken.
fn refuse(deed: &Deed, (calls, error): (&str, &str), nth: usize, forever: bool) {
    let shop = stage();
    let and_on = if forever { "+" } else { "" };
    let fault = format!("inject={calls}:error={error}:when={nth}{and_on}");
    let trace = format!("trace={calls}");
    let traced = traced(&shop, &["-e", &trace, "-e", &fault], &arguments(deed));
    let what = format!(
        "{:?} with {fault}: exit {}: {}",
        deed.args, traced.code, traced.said
    );
    assert!((0..=4).contains(&traced.code), "{what}");
    let store = shop.path(deed.store);
    let is_left = store.exists();
    // Where unlinking is refused, what was begun can't be taken away: it is said to be no store.
    if is_left && !(calls.contains("unlink") && !is_sound(&store) && traced.code != 0) {
        assert!(is_sound(&store), "unsound after {what}");
    }
    let done = if is_left { (deed.done)(&shop) } else { Done::Not };
    assert_ne!(done, Done::Half, "half done by {what}");
    if traced.code == 0 {
        assert_eq!(done, Done::Whole, "said to be done by {what}");
    }
    // Afterwards it can be done.
    if done == Done::Not {
        let again = shop.run(&arguments(deed));
        assert_eq!(
            again.code, 0,
            "not to be done again after {what}: {}",
            again.stderr
        );
        assert_eq!((deed.done)(&shop), Done::Whole, "not done again after {what}");
    }
}

#[test]
fn a_refusal_of_the_disk_is_said_and_leaves_a_sound_store() {
    if !can_trace("T4") {
        return;
    }
    let mut chance = Chance::of(2_026);
    for deed in &DEEDS {
        let refusal = *chance.pick(&REFUSALS);
        let (before, all) = count(deed, refusal.0);
        for forever in [false, true] {
            refuse(deed, refusal, before + 1 + chance.under(all - before), forever);
        }
    }
}

#[test]
#[ignore = "minutes"]
fn every_refusal_of_the_disk_is_said_and_leaves_a_sound_store() {
    if !can_trace("T4") {
        return;
    }
    let full = Full::asked();
    let mut chance = Chance::of(full.seed);
    let mut faults = Vec::new();
    for deed in &DEEDS {
        let mut runs = 0;
        for refusal in REFUSALS {
            let (before, all) = count(deed, refusal.0);
            for nth in before + 1..=all {
                for forever in [false, true] {
                    if chance.under(100) < full.percent {
                        let tried = std::panic::catch_unwind(|| refuse(deed, refusal, nth, forever));
                        faults.extend(tried.err().map(|why| why.downcast_ref::<String>().cloned()));
                        runs += 1;
                    }
                }
            }
        }
        row(
            &format!("T4 {} on {}", deed.args[0], deed.store),
            runs,
            full.seed,
            format!("{} faults so far", faults.len()),
        );
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// `tnl-jury --json results > file` on a full disk must not end as if the file were there.
#[test]
fn a_full_disk_behind_standard_output_is_said() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("T4 behind standard output left out: no /dev/full here");
        return;
    };
    let shop = stage();
    let mut command = shop.command();
    command
        .args(["--store", COORDINATOR, "--json", "results"])
        .stdout(full);
    let ran = command.output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("stdout"));
}
