//! Runs the real binary in a folder of its own, with a cleared environment and a fixed clock.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// 2026-11-02T10:00:00Z.
pub(crate) const NOON: &str = "1793613600";

/// A folder in which commands are run.
pub(crate) struct Shop {
    folder: TempDir,
}

/// What a command said.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Shop {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tnl-jury"));
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("SOURCE_DATE_EPOCH", NOON)
            .env("LANG", "fr_FR.UTF-8")
            .env("TERM", "xterm-256color");
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command().args(args).output().expect("the binary runs");
        Ran {
            code: status.code().unwrap_or(-1),
            stdout: String::from_utf8(stdout).expect("UTF-8"),
            stderr: String::from_utf8(stderr).expect("UTF-8"),
        }
    }

    /// Runs a command on a store.
    pub(crate) fn on(&self, store: &str, args: &[&str]) -> Ran {
        self.run(&[&["--store", store], args].concat())
    }

    /// Runs a command on a store that must succeed, and returns its document.
    pub(crate) fn json(&self, store: &str, args: &[&str]) -> Value {
        let ran = self.on(store, &[&["--json"], args].concat());
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
        serde_json::from_str(&ran.stdout).unwrap_or_else(|e| panic!("{args:?}: {e}: {}", ran.stdout))
    }
}

impl Ran {
    /// Checks the code, and returns what was said.
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(
            self.code, code,
            "stdout: {}\nstderr: {}",
            self.stdout, self.stderr
        );
        self
    }

    /// Checks that a message holds each of the words.
    pub(crate) fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(
                self.stderr.contains(word) || self.stdout.contains(word),
                "{word:?} is not in: {}{}",
                self.stderr,
                self.stdout
            );
        }
        self
    }
}

/// Returns a file of the fixtures.
pub(crate) fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    path.to_string_lossy().into_owned()
}

/// Digests every file of a store, so that a test can see that nothing changed.
pub(crate) fn content_of(shop: &Shop, store: &str) -> Value {
    let mut parts = vec![
        shop.json(store, &["campaign", "show"]),
        shop.json(store, &["dossiers"]),
    ];
    parts.push(shop.json(store, &["log"]));
    if parts[0]["role"] == "coordinator" {
        parts.push(shop.json(store, &["juror", "list"]));
        parts.push(shop.json(store, &["status"]));
        parts.push(shop.json(store, &["results"]));
    }
    Value::Array(parts)
}
