//! Files that want more than they are worth: each is read by a process of its own, whose peak of memory is its own.

use super::archive::{Member, zip};
use super::lab::Lab;
use super::tally::peak_kib;
use super::workbook::Book;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Most that a process may hold that reads one file, in KiB.
const MOST_KIB: u64 = 256 << 10;
/// Most that one reader may take; what is compiled for tests is not compiled to be fast.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 2 });
/// Names the file in the process that reads it.
const FILE: &str = "HOSTILE_FILE";

fn text(head: &str, body: &[u8], times: usize) -> Vec<u8> {
    [head.as_bytes(), &body.repeat(times)].concat()
}

/// Workbooks whose few bytes are many cells or one endless text.
fn workbooks() -> Vec<(&'static str, Vec<u8>)> {
    let (ods, xlsx) = (Book::Ods, Book::Xlsx);
    let megabyte = "x".repeat(1 << 20);
    let mut shared = xlsx.members(
        "",
        &format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(16_000)),
    );
    let texts = format!("<sst><si><t>{megabyte}</t></si></sst>");
    shared.push(Member {
        method: 8,
        ..Member::of("xl/sharedStrings.xml", texts.as_bytes())
    });
    let wide = ods.cell("table:number-columns-repeated=\"16000\"", &megabyte);
    let tiny = "<c><v>1</v></c>".repeat(10_000);
    let endless = "x".repeat(200 << 20);
    let spread = "<text:p>x</text:p>".repeat(4 << 20);
    vec![
        ("shared-text.xlsx", zip(&shared, b"", true)),
        (
            "repeated-text.ods",
            ods.of("", &format!("<table:table-row>{wide}</table:table-row>")),
        ),
        (
            "tiny-cells.xlsx",
            xlsx.of("", &format!("<row>{tiny}</row>").repeat(300)),
        ),
        ("endless-text.ods", ods.of("", &ods.row(&[&endless]))),
        ("endless-text.xlsx", xlsx.of("", &xlsx.row(&[&endless]))),
        (
            "endless-comment.xlsx",
            xlsx.of(&format!("<!--{endless}-->"), &xlsx.plain()),
        ),
        ("spread-text.ods", ods.of("", &ods.row(&[&spread]))),
        ("nested.ods", ods.of("", &"<a>".repeat(30 << 20))),
    ]
}

fn values() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("cell-100-mb.csv", text("ID;Nom\n1;", b"x", 100_000_000)),
        ("quoted-100-mb.csv", text("ID;Nom\n1;\"", b"x", 100_000_000)),
        ("parts-100-mb.csv", text("ID;Nom\n1", b";", 100_000_000)),
        ("lines-100-mb.csv", text("ID;Nom\n", b"\n", 100_000_000)),
        (
            "tiny-cells.csv",
            text(
                "",
                &text("", b"x;", 5_000)
                    .into_iter()
                    .chain(*b"x\n")
                    .collect::<Vec<u8>>(),
                6_000,
            ),
        ),
        (
            "survey-cells.json",
            text("{\"responses\":[", b"{\"a\":1,\"b\":2,\"c\":3},", 3 << 20),
        ),
        ("text-100-mb.json", text("{\"data\":\"", b"x", 100_000_000)),
        ("list-100-mb.json", text("{\"data\":[", b"[],", 33_000_000)),
    ]
}

#[test]
#[ignore = "a minute"]
fn large_files_are_refused_within_two_seconds_and_256_mib() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = Vec::new();
    for (name, bytes) in workbooks().into_iter().chain(values()) {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        wrong.extend(read_apart(&path));
    }
    for (name, size) in [
        ("sparse.json", 1_u64 << 30),
        ("sparse.csv", 120 << 20),
        ("sparse.zip", 1 << 42),
    ] {
        let path = folder.path().join(name);
        std::fs::File::create(&path).unwrap().set_len(size).unwrap();
        wrong.extend(read_apart(&path));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Has a file read by a process of its own; returns what was wrong.
fn read_apart(path: &Path) -> Vec<String> {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "hostile::large::one_file", "--nocapture"])
        .env(FILE, path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let lines: Vec<&str> = said.lines().filter(|line| line.contains("large:")).collect();
    println!("{}", lines.join("\n"));
    let mut wrong: Vec<String> = lines
        .iter()
        .filter(|line| line.contains("WRONG"))
        .map(|line| (*line).to_owned())
        .collect();
    if !output.status.success() {
        wrong.push(format!(
            "{}: {said}{}",
            path.display(),
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    wrong
}

#[test]
#[ignore = "run by the test above, with a file"]
#[allow(
    clippy::disallowed_methods,
    reason = "a child process of the test is told its file so"
)]
fn one_file() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let path = Path::new(&path);
    let mut lab = Lab::new();
    let name = path.file_name().unwrap().to_string_lossy();
    for given in lab.give(path) {
        let is_wrong = given.taken || given.took > LONGEST;
        println!(
            "large: {name} by {}: taken {}, {:.1?}, {} MiB{}",
            given.reader,
            given.taken,
            given.took,
            given.grew >> 10,
            if is_wrong || peak_kib() > MOST_KIB {
                " WRONG"
            } else {
                ""
            }
        );
    }
}
