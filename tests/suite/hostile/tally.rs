//! What came of all that was given, by kind and reader, with what each cost.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

/// What came of one file with one reader.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given {
    pub(super) reader: &'static str,
    pub(super) taken: bool,
    pub(super) took: Duration,
    /// What the process held at most, less what it held before, in KiB.
    pub(super) grew: u64,
}

/// Measures a reader at work.
pub(super) fn measured(reader: &'static str, read: impl FnOnce() -> bool) -> Given {
    let _ = fs::write("/proc/self/clear_refs", "5");
    let (start, held) = (Instant::now(), peak_kib());
    let taken = read();
    Given {
        reader,
        taken,
        took: start.elapsed(),
        grew: peak_kib().saturating_sub(held),
    }
}

/// What this process held at most since it was last asked to count anew, in KiB; nothing where no system tells.
pub(super) fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or_default()
}

#[derive(Debug, Default)]
struct Count {
    given: usize,
    taken: usize,
    slowest: Duration,
    largest: u64,
}

/// All counts.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: BTreeMap<(String, &'static str), Count>,
    pub(super) slowest: (Duration, String),
    pub(super) largest: (u64, String),
}

impl Tally {
    pub(super) fn note(&mut self, kind: &str, name: &str, given: &Given) {
        let count = self.counts.entry((kind.to_owned(), given.reader)).or_default();
        count.given += 1;
        count.taken += usize::from(given.taken);
        count.slowest = count.slowest.max(given.took);
        count.largest = count.largest.max(given.grew);
        let named = || format!("{name} by {}", given.reader);
        if given.took > self.slowest.0 {
            self.slowest = (given.took, named());
        }
        if given.grew > self.largest.0 {
            self.largest = (given.grew, named());
        }
    }

    /// Prints one line a kind: each reader's taken of given, the slowest and the largest of all.
    pub(super) fn print(&self) {
        let kinds: std::collections::BTreeSet<&String> = self.counts.keys().map(|(kind, _)| kind).collect();
        let (mut given, mut taken) = (0, 0);
        for kind in kinds {
            let of = |(key, count): (&(String, &'static str), &'_ Count)| {
                (key.0 == *kind).then(|| format!("{} {}/{}", key.1, count.taken, count.given))
            };
            let readers: Vec<String> = self.counts.iter().filter_map(of).collect();
            let all = || {
                self.counts
                    .iter()
                    .filter(|(key, _)| key.0 == *kind)
                    .map(|(_, count)| count)
            };
            let slowest = all().map(|count| count.slowest).max().unwrap_or_default();
            let largest = all().map(|count| count.largest).max().unwrap_or_default();
            given += all().map(|count| count.given).sum::<usize>();
            taken += all().map(|count| count.taken).sum::<usize>();
            println!(
                "| {kind} | {} | {slowest:.0?} | {} MiB |",
                readers.join(", "),
                largest >> 10
            );
        }
        println!("{given} readings, {taken} taken, {} refused", given - taken);
        println!(
            "slowest {:?}, largest {:?} KiB, process {} KiB",
            self.slowest,
            self.largest,
            peak_kib()
        );
    }
}
