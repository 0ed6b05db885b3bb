//! T13: a bit of a store flips on the disk. What is shown is what was written, or the store says that it is not.

use super::stage::{self, COORDINATOR, JUROR, bytes};
use super::{Full, row};
use crate::hostile::chance::Chance;
use crate::support::shop::Shop;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use tnl_jury::domain::role::Role;
use tnl_jury::office::{Act, Answer, Office, OfficeError, Question};
use tnl_jury::store::Access;

/// Says all that a store tells: what is official, and what is shown.
fn told(office: &mut Office, sheet: &Path) -> Result<String, OfficeError> {
    let mut all = format!(
        "{:?} {:?} {:?}\n",
        office.role(),
        office.campaign(),
        office.grid()
    );
    let rows = office.rows()?;
    let mut questions = vec![Question::Overview];
    for row in &rows {
        questions.push(Question::Dossier(row.id.clone()));
        if let Answer::Dossier(Some(view)) = office.ask(Question::Dossier(row.id.clone()))? {
            let digests = view
                .dossier
                .evidence
                .iter()
                .filter_map(|piece| piece.sha256.clone());
            questions.extend(digests.map(Question::Evidence));
        }
    }
    match office.role() {
        Role::Coordinator => {
            questions.extend([
                Question::Results,
                Question::Status,
                Question::Jury,
                Question::Forks,
                Question::Agenda,
                Question::Journal,
            ]);
            let set = BTreeMap::new;
            let deliberation = |id| Question::Deliberation {
                dossier: id,
                set: set(),
            };
            questions.extend(rows.iter().map(|row| deliberation(row.id.clone())));
        }
        Role::Juror => {
            questions.push(Question::MySheet);
            for row in &rows {
                for criterion in ["1.1", "1.3"] {
                    let (dossier, criterion) = (row.id.clone(), criterion.into());
                    questions.push(Question::History { dossier, criterion });
                }
            }
            let path = sheet.to_owned();
            office.perform(Act::WriteSheet { path })?;
            all.push_str(&fs::read_to_string(sheet).unwrap());
        }
    }
    let _ = writeln!(all, "{rows:?}");
    for question in questions {
        let _ = writeln!(all, "{:?}", office.ask(question)?);
    }
    Ok(all)
}

/// Says what is found by some words. It follows from the rest and can be made anew.
fn found(office: &Office) -> Result<String, OfficeError> {
    let mut all = String::new();
    for words in ["charte", "annexe", "migration", "pieces"] {
        let (words, most) = (words.to_owned(), 50);
        let _ = writeln!(all, "{:?}", office.ask(Question::Search { words, most })?);
    }
    Ok(all)
}

/// What became of a flipped bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    /// The store is not opened.
    Refused,
    /// `check` finds it.
    Found,
    /// Everything is told as before.
    Harmless,
    /// Reading says so, though `check` does not.
    FoundOnReading,
    /// Everything is told as before, and something else is found by words.
    OtherwiseFound,
    /// Something else is told, and nothing says so.
    Silent,
    /// The program fell.
    Panicked,
}

struct Bench {
    shop: Shop,
    good: &'static [u8],
    told: String,
    found: String,
}

impl Bench {
    fn of(store: &str) -> Self {
        let mut bench = Self {
            shop: Shop::new(),
            good: bytes(store),
            told: String::new(),
            found: String::new(),
        };
        bench.lay(bench.good);
        let mut office = stage::open(&bench.shop.path("s.sqlite"), Access::Read).unwrap();
        assert!(office.check().unwrap().findings.is_empty());
        bench.told = told(&mut office, &bench.shop.path("s.sheet.json")).unwrap();
        bench.found = found(&office).unwrap();
        bench
    }

    fn lay(&self, bytes: &[u8]) {
        for beside in ["s.sqlite-wal", "s.sqlite-shm"] {
            let _ = fs::remove_file(self.shop.path(beside));
        }
        fs::write(self.shop.path("s.sqlite"), bytes).unwrap();
    }

    fn flipped(&self, at: usize, bit: u8) -> Fate {
        let mut bytes = self.good.to_vec();
        bytes[at] ^= 1 << bit;
        self.lay(&bytes);
        catch_unwind(AssertUnwindSafe(|| self.fate())).unwrap_or(Fate::Panicked)
    }

    fn fate(&self) -> Fate {
        let Ok(mut office) = stage::open(&self.shop.path("s.sqlite"), Access::Read) else {
            return Fate::Refused;
        };
        let sound = office.check().is_ok_and(|checked| checked.findings.is_empty());
        if !sound {
            return Fate::Found;
        }
        match told(&mut office, &self.shop.path("s.sheet.json")) {
            Ok(told) if told == self.told => match found(&office) {
                Ok(found) if found == self.found => Fate::Harmless,
                Ok(_) => Fate::OtherwiseFound,
                Err(_) => Fate::FoundOnReading,
            },
            Ok(_) => Fate::Silent,
            Err(_) => Fate::FoundOnReading,
        }
    }
}

fn run(store: &str, seed: u64, count: usize) {
    let bench = Bench::of(store);
    let mut chance = Chance::of(seed);
    let mut fates: BTreeMap<Fate, usize> = BTreeMap::new();
    let mut silent = Vec::new();
    for _ in 0..count {
        let (at, bit) = (
            chance.under(bench.good.len()),
            u8::try_from(chance.under(8)).unwrap(),
        );
        let fate = bench.flipped(at, bit);
        *fates.entry(fate).or_default() += 1;
        if fate >= Fate::Silent {
            silent.push((at, bit, fate));
        }
    }
    row(
        &format!("T13 bits of {store} ({} bytes)", bench.good.len()),
        count,
        seed,
        format!("{fates:?}"),
    );
    assert!(silent.is_empty(), "{store}: {silent:?}");
}

#[test]
fn a_flipped_bit_of_a_store_is_harmless_or_said() {
    for store in [COORDINATOR, JUROR] {
        run(store, 2_026, 60);
    }
}

#[test]
#[ignore = "minutes"]
fn ten_thousand_flipped_bits_of_a_store_are_harmless_or_said() {
    let full = Full::asked();
    for store in [COORDINATOR, JUROR] {
        run(store, full.seed, full.of(10_000));
    }
}
