//! `strace`, which can tell what a program asks of the system and have any of it fail. Where it is not here, or may not
//! trace, what needs it is left out and says so.

use crate::support::shop::{NOON, Shop};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

/// Tells whether programs can be traced here; says so where not.
pub(super) fn can_trace(test: &str) -> bool {
    static CAN: OnceLock<bool> = OnceLock::new();
    let can = *CAN.get_or_init(|| {
        let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
        tried.is_ok_and(|ran| ran.status.success())
    });
    if !can {
        eprintln!("{test} left out: no strace here, or it may not trace");
    }
    can
}

/// What a traced command came to: its exit code (-1 where a signal ended it), and each line of the trace.
#[derive(Debug)]
pub(super) struct Traced {
    pub(super) code: i32,
    pub(super) said: String,
    pub(super) calls: Vec<String>,
}

/// Runs a command of the program under `strace` with some options of it.
pub(super) fn traced(shop: &Shop, options: &[&str], args: &[&str]) -> Traced {
    let file: PathBuf = shop.path("trace.txt");
    let ran = Command::new("strace")
        .args(["-f", "-qq", "-o"])
        .arg(&file)
        .args(options)
        .arg(env!("CARGO_BIN_EXE_tnl-jury"))
        .args(args)
        .current_dir(shop.path(""))
        .env_clear()
        .envs([
            ("HOME", shop.path("").to_string_lossy().as_ref()),
            ("LANG", "fr_FR.UTF-8"),
        ])
        .env("PATH", "/usr/bin:/bin")
        .env("SOURCE_DATE_EPOCH", NOON)
        .output()
        .unwrap();
    let text = fs::read_to_string(&file).unwrap_or_default();
    fs::remove_file(&file).unwrap();
    let said = [ran.stdout, ran.stderr].concat();
    Traced {
        code: ran.status.code().unwrap_or(-1),
        said: String::from_utf8_lossy(&said).into_owned(),
        calls: whole(&text),
    }
}

/// Joins the two halves of each call that another thread's call cut in two, and drops the process's number.
fn whole(text: &str) -> Vec<String> {
    let mut halves: Vec<(&str, String)> = Vec::new();
    let mut calls = Vec::new();
    for line in text.lines() {
        let (pid, call) = line.split_once(' ').unwrap_or_default();
        let call = call.trim_start();
        if let Some(first) = call.strip_suffix(" <unfinished ...>") {
            halves.push((pid, first.to_owned()));
        } else if let Some((_, rest)) = call.strip_prefix("<... ").and_then(|c| c.split_once(" resumed>")) {
            let at = halves.iter().position(|(other, _)| *other == pid);
            let first = at.map(|at| halves.remove(at).1).unwrap_or_default();
            calls.push(format!("{first}{rest}"));
        } else {
            calls.push(call.to_owned());
        }
    }
    calls
}
