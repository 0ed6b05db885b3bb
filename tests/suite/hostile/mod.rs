//! Files made to deceive, from a seed, and mutants of good ones: each is refused with its name and a remedy or does no
//! harm, never ends the program, and leaves no trace. The long forms are run by
//! `cargo test --test suite hostile -- --ignored --test-threads 1 --nocapture`.
#![allow(clippy::print_stdout, reason = "a test by chance says its seed")]

mod archive;
mod chance;
mod corpus;
mod lab;
mod mutants;

use lab::Lab;

fn run(seed: u64, count: usize) {
    println!("seed {seed}, {count} files and those that are made once");
    let mut lab = Lab::new();
    let cases = corpus::corpus(&lab.good, seed, count);
    lab.run(&cases);
}

#[test]
fn good_files_are_taken_by_their_own_reader() {
    let mut lab = Lab::new();
    for (name, bytes, reader) in [
        ("p.jury.zip", lab.good.package.clone(), "open"),
        ("b.zip", lab.good.bag.clone(), "bag"),
        ("d.json", lab.good.demarche.clone().into_bytes(), "import"),
    ] {
        let path = lab.write(name, &bytes, 0);
        assert!(lab.give(&path).contains(&reader), "{name}");
    }
}

#[test]
fn a_hundred_hostile_files_and_those_made_once_are_refused_without_a_trace() {
    run(2_026, 100);
}

#[test]
#[ignore = "minutes"]
fn a_thousand_hostile_files_are_refused_without_a_trace() {
    for seed in 1..=4 {
        run(seed, 500);
    }
}

#[test]
fn mutants_of_good_files_do_no_harm() {
    mutants::run(2_026, 600);
}

#[test]
#[ignore = "an hour"]
fn a_hundred_thousand_mutants_do_no_harm_within_two_seconds_and_256_mib_each() {
    mutants::run_measured(1, 100_000);
}
