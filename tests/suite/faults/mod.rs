//! Disks that fill up, programs that are killed, bits that flip, journals that are rewritten: done on purpose, by chance
//! from a seed (RELIABILITY.md §4, T1–T20). Each has a short form that runs with all tests, and a full count that is run by
//! `cargo test --release --locked --test suite faults -- --ignored --test-threads 1 --nocapture`, which prints a row a
//! test. `FAULTS_PERCENT=10` before it runs a tenth of each count, `FAULTS_SEED=7` another chance.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test by chance says its seed and what it left out"
)]

mod chain;
mod disk;
mod flips;
mod juries;
mod jury;
mod kills;
mod locks;
mod orders;
mod panics;
mod power;
mod recused;
mod refused;
mod sheets;
mod sockets;
mod stage;
mod trace;

use std::fmt::Display;

/// How much of a full count is run, and from which seed.
struct Full {
    percent: usize,
    seed: u64,
}

impl Full {
    #[allow(
        clippy::disallowed_methods,
        reason = "how much is said by whoever runs the full count"
    )]
    fn asked() -> Self {
        let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
        Self {
            percent: number("FAULTS_PERCENT").unwrap_or(100),
            seed: number("FAULTS_SEED").and_then(|n| n.try_into().ok()).unwrap_or(1),
        }
    }

    fn of(&self, count: usize) -> usize {
        (count * self.percent).div_ceil(100)
    }
}

/// Prints a row of the table.
fn row(test: &str, count: impl Display, seed: u64, result: impl Display) {
    println!("| {test} | {count} | seed {seed} | {result} |");
}
