//! Mutants: good files with bytes flipped, cut, doubled, spliced, and archives whose members were changed under an
//! honest manifest.

use super::archive::{Member, zip};
use super::chance::Chance;
use super::lab::{Good, Lab};
use std::fs;
use std::time::{Duration, Instant};
use tnl_jury::domain::ids::Digest;

/// Most that reading one file may add to what the process holds, in KiB.
const MOST_KIB: u64 = 256 << 10;

pub(super) fn run(seed: u64, count: usize) {
    println!("seed {seed}, {count} mutants");
    let mut lab = Lab::new();
    let mut chance = Chance::of(seed);
    let before = lab.listing();
    for n in 0..count {
        let (ending, bytes) = mutant(&lab.good, &mut chance);
        let path = lab.write(&format!("m{n}.{ending}"), &bytes, 0);
        lab.give(&path);
        fs::remove_file(path).unwrap();
    }
    assert_eq!(lab.listing(), before, "a file was made");
}

/// As [`run`], and measures each. The peak of memory is the process's own, reset before each file.
pub(super) fn run_measured(seed: u64, count: usize) {
    println!("seed {seed}, {count} mutants, measured");
    let mut lab = Lab::new();
    let mut chance = Chance::of(seed);
    let (mut slowest, mut largest) = (Duration::ZERO, 0);
    for n in 0..count {
        let (ending, bytes) = mutant(&lab.good, &mut chance);
        let path = lab.write(&format!("m{n}.{ending}"), &bytes, 0);
        let _ = fs::write("/proc/self/clear_refs", "5");
        let (start, held) = (Instant::now(), peak_kib());
        lab.give(&path);
        let (took, grew) = (start.elapsed(), peak_kib().saturating_sub(held));
        assert!(
            took <= Duration::from_secs(2),
            "seed {seed}, mutant {n}: {took:?}"
        );
        assert!(grew <= MOST_KIB, "seed {seed}, mutant {n}: {grew} KiB");
        (slowest, largest) = (slowest.max(took), largest.max(grew));
        fs::remove_file(path).unwrap();
    }
    println!("slowest {slowest:?}, largest {largest} KiB");
}

fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or_default()
}

fn mutant(good: &Good, chance: &mut Chance) -> (&'static str, Vec<u8>) {
    match chance.under(5) {
        0 => ("json", changed(good.demarche.as_bytes(), chance)),
        1 => ("zip", changed(&good.package, chance)),
        2 => ("zip", changed(&good.bag, chance)),
        which => {
            let mut members = good.members_of(which - 3);
            let at = chance.under(members.len());
            members[at].bytes = changed(&members[at].bytes.clone(), chance);
            if chance.under(4) > 0 {
                make_honest(&mut members);
            }
            ("zip", zip(&members, b"", true))
        }
    }
}

/// Writes the manifest anew: what is wrong is wrong in the member itself.
fn make_honest(members: &mut [Member]) {
    let lines: String = members
        .iter()
        .filter(|member| member.name.starts_with(b"data/"))
        .map(|member| {
            format!(
                "{}  {}\n",
                Digest::of(&member.bytes).hex(),
                String::from_utf8_lossy(&member.name)
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let manifest = members
        .iter_mut()
        .find(|member| member.name == b"manifest-sha256.txt");
    manifest.unwrap().bytes = lines.into_bytes();
}

/// What breaks a reader of text.
const SPLICES: [&[u8]; 12] = [
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b"null",
    b"1e999",
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"PK\x05\x06",
];

fn changed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=chance.under(4) {
        let at = chance.under(out.len());
        match chance.under(6) {
            0 | 1 if !out.is_empty() => out[at] ^= 1 << chance.under(8),
            2 => out.truncate(at),
            3 => {
                let end = (at + chance.under(200)).min(out.len());
                let part = out[at..end].to_vec();
                out.splice(at..at, part);
            }
            4 => {
                let end = (at + chance.under(200)).min(out.len());
                out.drain(at..end);
            }
            _ => {
                let splice = chance.pick(&SPLICES);
                out.splice(at..at, splice.iter().copied());
            }
        }
    }
    out
}
