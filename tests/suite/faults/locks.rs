//! T14 and T16: a store is whole or not there, whenever the program that makes it is killed; a newer one is not touched; one
//! program writes at a time, and one that is killed frees the store.

use super::stage::{self, COORDINATOR, JUROR, PACKAGE, stage};
use super::{Full, row};
use crate::hostile::chance::Chance;
use crate::support::pty::Pty;
use crate::support::shop::Shop;
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tnl_jury::office::{Answer, Question};
use tnl_jury::store::Access;

/// What makes a store, and which.
const MAKERS: [(&[&str], &str); 4] = [
    (&["--store", "new.sqlite", "open", PACKAGE], "new.sqlite"),
    (
        &[
            "--store",
            "new.sqlite",
            "campaign",
            "new",
            "--grid",
            "tnl-2024",
            "--edition",
            "x",
        ],
        "new.sqlite",
    ),
    (&["--store", COORDINATOR, "backup", "new.sqlite"], "new.sqlite"),
    (&["--store", COORDINATOR, "restore", JUROR], COORDINATOR),
];

fn quiet(shop: &Shop, args: &[&str]) -> Child {
    let mut command = shop.command();
    command
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().unwrap()
}

fn assert_sound(store: &Path, what: &str) {
    let office = stage::open(store, Access::Write);
    let office = office.unwrap_or_else(|why| panic!("{what}: {} does not open: {why}", store.display()));
    stage::assert_sound(&office, what);
}

/// Kills a program that makes a store; what is there is whole, and making it again succeeds.
fn kill_a_maker(chance: &mut Chance) {
    let shop = stage();
    let (args, store) = *chance.pick(&MAKERS);
    let mut child = quiet(&shop, args);
    std::thread::sleep(Duration::from_micros(chance.next() % 90_000));
    child.kill().unwrap();
    let done = child.wait().unwrap().success();
    let path = shop.path(store);
    assert!(
        path.exists() || (!done && store != COORDINATOR),
        "{args:?} lost {store}"
    );
    if path.exists() {
        assert_sound(&path, &format!("{args:?} killed"));
    }
    assert_sound(&shop.path(JUROR), "what was read");
    if !path.exists() || store == COORDINATOR {
        shop.run(args).exits(0);
        assert_sound(&path, "made again");
    }
}

fn kills(seed: u64, count: usize) {
    let mut chance = Chance::of(seed);
    for _ in 0..count {
        kill_a_maker(&mut chance);
    }
    row(
        "T14 kills while a store is made",
        count,
        seed,
        "whole or not there, made again",
    );
}

/// How many things the juror did.
fn events(shop: &Shop) -> i64 {
    let conn = Connection::open(shop.path(JUROR)).unwrap();
    conn.query_row("SELECT count(*) FROM event", [], |row| row.get(0))
        .unwrap()
}

/// Has several programs write at once: each does it, or says who holds the store, and what is there is what was called done.
fn race(chance: &mut Chance, instances: usize) {
    let shop = stage();
    let before = events(&shop);
    let value = |n: usize| ["0", "1", "2", "4", "5"][n % 5];
    let codes = [
        "1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4", "4.1",
    ];
    let start = chance.under(5);
    let children: Vec<Child> = (0..instances)
        .map(|n| {
            quiet(
                &shop,
                &["--store", JUROR, "score", "26002", codes[n], value(start + n)],
            )
        })
        .collect();
    let ended: Vec<Option<i32>> = children
        .into_iter()
        .map(|mut child| child.wait().unwrap().code())
        .collect();
    assert!(ended.iter().all(|code| matches!(code, Some(0 | 4))), "{ended:?}");
    let written = ended.iter().filter(|code| **code == Some(0)).count();
    assert!(written >= 1, "{ended:?}");
    assert_sound(&shop.path(JUROR), "a race");
    assert_eq!(
        events(&shop) - before,
        i64::try_from(written).unwrap(),
        "{ended:?}"
    );
}

/// A desk holds the store: others, a second desk too, may read and are told who it is; when it is killed the store is free.
fn holder_killed() {
    let shop = stage();
    let mut desk = Pty::start(&shop, 30, 100, &["--store", JUROR]);
    desk.shows("26001");
    let refused = shop.on(JUROR, &["score", "26002", "1.1", "5"]).exits(4);
    refused.says(&["pid"]);
    shop.on(JUROR, &["recuse", "26002"]).exits(4);
    shop.on(JUROR, &["open", PACKAGE]).exits(4);
    assert_eq!(shop.json(JUROR, &["check"])["ok"], true);
    let mut second = Pty::start(&shop, 30, 100, &["--store", JUROR]);
    let screen = second.shows("lecture seule");
    assert!(screen.contains("pid"), "{screen}");
    second.press("q");
    assert_eq!(second.ends(), 0);
    desk.kill();
    shop.on(JUROR, &["score", "26002", "1.1", "5"]).exits(0);
    assert_sound(&shop.path(JUROR), "after a kill");
}

fn races(seed: u64, count: usize) {
    let mut chance = Chance::of(seed);
    for n in 0..count {
        race(&mut chance, [2, 10][n % 2]);
    }
    row(
        "T16 programs that write at once",
        count,
        seed,
        "one writer at a time, every write called done is there",
    );
}

#[test]
fn a_store_is_whole_or_not_there() {
    kills(2_026, 12);
}

#[test]
#[ignore = "minutes"]
fn two_hundred_kills_leave_a_store_whole_or_not_there() {
    let full = Full::asked();
    kills(full.seed, full.of(200));
}

#[test]
fn one_program_writes_at_a_time() {
    holder_killed();
    races(2_026, 4);
}

#[test]
#[ignore = "minutes"]
fn one_program_writes_at_a_time_a_hundred_times() {
    let full = Full::asked();
    for _ in 0..full.of(20) {
        holder_killed();
    }
    races(full.seed, full.of(100));
}

/// Every command that may touch a store leaves a newer one's bytes as they are.
#[test]
fn a_newer_store_is_not_touched() {
    let shop = stage();
    for store in [COORDINATOR, JUROR] {
        let conn = Connection::open(shop.path(store)).unwrap();
        let known: i64 = conn
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        conn.pragma_update(None, "user_version", known + 1).unwrap();
        drop(conn);
        let before = fs::read(shop.path(store)).unwrap();
        let commands: [&[&str]; 9] = [
            &["check"],
            &["dossiers"],
            &["score", "26001", "1.1", "1"],
            &["merge", "late.sheet.json"],
            &["open", PACKAGE],
            &["import", "more.csv"],
            &["backup", "b.sqlite"],
            &["log", "--verify"],
            &["export", "--out", "pub"],
        ];
        for command in commands {
            shop.on(store, command).exits(3).says(&[store]);
            assert_eq!(fs::read(shop.path(store)).unwrap(), before, "{command:?}");
        }
        for beside in ["-wal", "-shm", "-journal"] {
            assert!(!shop.path(&format!("{store}{beside}")).exists(), "{beside}");
        }
        assert!(!shop.path("b.sqlite").exists());
        shop.on(JUROR, &["restore", store]).exits(3);
    }
}

/// With the network taken away everything works as before.
#[test]
fn nothing_needs_a_network() {
    let alone = |args: &[&str]| Command::new("unshare").args(["-r", "-n"]).args(args).output();
    if !alone(&["true"]).is_ok_and(|ran| ran.status.success()) {
        eprintln!("T19 without a network left out: unshare -n is not here or not allowed");
        return;
    }
    let shop = stage();
    for args in super::sockets::COMMANDS {
        let mut whole = vec!["env", "-i", "LANG=fr_FR.UTF-8", env!("CARGO_BIN_EXE_tnl-jury")];
        whole.extend(*args);
        let mut command = Command::new("unshare");
        let ran = command
            .args(["-r", "-n"])
            .args(whole)
            .current_dir(shop.path(""))
            .output()
            .unwrap();
        assert!(
            ran.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }
    let Answer::Status(status) = stage::open(&shop.path(COORDINATOR), Access::Read)
        .unwrap()
        .ask(Question::Status)
        .unwrap()
    else {
        panic!("no status");
    };
    assert!(
        status.jurors.iter().all(|juror| juror.revision.is_some()),
        "all were merged"
    );
}
