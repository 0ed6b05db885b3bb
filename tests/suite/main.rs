//! All integration tests, in one binary: one link, and a test that none is forgotten.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod catalogues;
mod commands;
mod faults;
mod floors;
mod hostile;
mod office;
mod plain;
mod scenarios;
mod screens;
mod support;

/// A file that is not listed above would never run.
#[test]
fn no_test_file_is_forgotten() {
    let listed = include_str!("main.rs");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite");
    for entry in std::fs::read_dir(folder).expect("the folder of this file") {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let module = name.strip_suffix(".rs").unwrap_or(&name);
        if module != "main" && module != "snapshots" {
            assert!(listed.contains(&format!("mod {module};")), "{name} is not listed");
        }
    }
}
