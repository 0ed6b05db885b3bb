//! Files made to deceive, from a seed, and mutants of good ones: each is refused with its name and a remedy or does no
//! harm, never ends the program, and leaves no trace. The long forms are run by
//! `cargo test --test suite hostile -- --ignored --test-threads 1 --nocapture`.
#![allow(clippy::print_stdout, reason = "a test by chance says its seed")]

mod archive;
pub(crate) mod chance;
mod corpus;
mod disk;
mod lab;
mod large;
mod mutants;
mod tables;
mod tally;
mod workbook;

use lab::Lab;
use tally::Tally;

fn run(seed: u64, count: usize, tally: &mut Tally) {
    println!("seed {seed}, {count} files and those that are made once");
    let mut lab = Lab::new();
    let cases = corpus::corpus(&lab.good, seed, count);
    lab.run(&cases, tally);
}

#[test]
fn good_files_are_taken_by_their_own_reader() {
    let mut lab = Lab::new();
    let mut files = vec![
        ("p.jury.zip", lab.good.package.clone(), "open"),
        ("b.zip", lab.good.bag.clone(), "bag"),
        ("d.json", lab.good.demarche.clone().into_bytes(), "demarche"),
        ("s.json", lab.good.survey.clone().into_bytes(), "table"),
    ];
    files.extend(
        lab.good
            .tables
            .iter()
            .map(|(name, bytes)| (*name, bytes.clone(), "table")),
    );
    for (ending, book) in [("w.ods", workbook::Book::Ods), ("w.xlsx", workbook::Book::Xlsx)] {
        files.push((ending, book.of("", &book.plain()), "table"));
    }
    for (name, bytes, reader) in files {
        // Two sources may give one number to two dossiers.
        lab.renew();
        let path = lab.write(name, &bytes, 0);
        let given = lab.give(&path);
        let taken = |reader| given.iter().any(|given| given.reader == reader && given.taken);
        assert!(taken(reader), "{name}");
        assert!(reader == "open" || taken("auto"), "{name}");
    }
}

#[test]
fn a_number_that_another_source_gave_is_refused_by_name() {
    let mut lab = Lab::new();
    let (name, bytes) = lab.good.tables[1].clone();
    let path = lab.write(name, &bytes, 0);
    assert!(lab.give(&path)[2].taken, "the platform's table");
    let rows = workbook::Book::Ods.plain().replace("27101", "26101");
    let path = lab.write("other.ods", &workbook::Book::Ods.of("", &rows), 0);
    assert!(!lab.give(&path)[2].taken, "the number is another's");
}

#[test]
fn a_hundred_hostile_files_and_those_made_once_are_refused_without_a_trace() {
    let mut tally = Tally::default();
    run(2_026, 100, &mut tally);
    tally.print();
}

#[test]
#[ignore = "minutes"]
fn a_thousand_hostile_files_are_refused_without_a_trace() {
    let mut tally = Tally::default();
    for seed in 1..=4 {
        run(seed, 500, &mut tally);
    }
    tally.print();
}

#[test]
fn mutants_of_good_files_do_no_harm() {
    mutants::run(2_026, 150, &mut Tally::default());
}

#[test]
#[ignore = "an hour"]
#[allow(
    clippy::disallowed_methods,
    reason = "how many is said by whoever runs the full count"
)]
fn a_hundred_thousand_mutants_do_no_harm_within_two_seconds_and_256_mib_each() {
    let count = std::env::var("HOSTILE_MUTANTS")
        .ok()
        .and_then(|count| count.parse().ok());
    let mut tally = Tally::default();
    mutants::run(1, count.unwrap_or(100_000), &mut tally);
    tally.print();
    assert!(
        tally.slowest.0 <= std::time::Duration::from_secs(2),
        "{:?}",
        tally.slowest
    );
    assert!(tally.largest.0 <= 256 << 10, "{:?}", tally.largest);
}
