//! T19: no command opens a socket.

use super::row;
use super::stage::{COORDINATOR, JUROR, LATE, MORE, PACKAGE, stage};
use super::trace::{can_trace, traced};

/// A session of commands that touches everything.
pub(super) const COMMANDS: &[&[&str]] = &[
    &["--store", COORDINATOR, "import", MORE, "--mapping", "more.toml"],
    &["--store", COORDINATOR, "merge", LATE],
    &["--store", COORDINATOR, "status"],
    &["--store", COORDINATOR, "results"],
    &["--store", COORDINATOR, "agenda"],
    &["--store", COORDINATOR, "pack", "--out", "p"],
    &["--store", COORDINATOR, "export", "--out", "pub", "--draft"],
    &["--store", COORDINATOR, "log", "--verify"],
    &["--store", COORDINATOR, "check"],
    &["--store", COORDINATOR, "backup", "b.sqlite"],
    &["--store", "new.sqlite", "open", PACKAGE],
    &["--store", JUROR, "score", "26002", "1.2", "5"],
    &["--store", JUROR, "sheet", "write", "x.sheet.json"],
    &["--store", JUROR, "dossiers"],
];

#[test]
fn no_command_opens_a_socket() {
    if !can_trace("T19") {
        return;
    }
    let shop = stage();
    for args in COMMANDS {
        let traced = traced(&shop, &["-e", "trace=network"], args);
        assert_eq!(traced.code, 0, "{args:?}: {}", traced.said);
        let asked: Vec<&String> = traced
            .calls
            .iter()
            .filter(|call| !call.starts_with("+++"))
            .collect();
        assert!(asked.is_empty(), "{args:?}: {asked:?}");
    }
    row(
        "T19 commands under strace",
        COMMANDS.len(),
        0,
        "0 calls of the network",
    );
}
