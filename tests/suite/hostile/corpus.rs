//! Hostile files of all kinds, made from a seed. Each says whether it must be refused everywhere, or only must do no harm.

use super::archive::{Member, end, zip};
use super::chance::Chance;
use super::lab::Good;
use super::tables;

/// A file and what must become of it.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Zero bytes that follow, without being written.
    pub(super) hole: u64,
    pub(super) must_be_refused: bool,
}

pub(super) fn case(kind: &'static str, ending: &str, bytes: Vec<u8>, must_be_refused: bool) -> Case {
    Case {
        kind,
        name: format!("{kind}.{ending}"),
        bytes,
        hole: 0,
        must_be_refused,
    }
}

/// Makes that many files, each kind in turn.
pub(super) fn corpus(good: &Good, seed: u64, count: usize) -> Vec<Case> {
    let mut chance = Chance::of(seed);
    let makers: [fn(&Good, &mut Chance) -> Case; 7] = [
        json,
        archive,
        trick,
        tables::values,
        tables::cells,
        tables::package,
        survey,
    ];
    let mut cases: Vec<Case> = (0..count)
        .map(|n| makers[n % makers.len()](good, &mut chance))
        .collect();
    cases.extend(special(good));
    for (n, case) in cases.iter_mut().enumerate() {
        case.name = format!("{n:04}-{}", case.name);
    }
    cases
}

/// Each of these once.
fn special(good: &Good) -> Vec<Case> {
    let mut sparse = case("sparse", "json", b"{\"data\": ".to_vec(), true);
    sparse.hole = 1 << 30;
    let mut members = good.members.clone();
    members.push(Member {
        method: 8,
        ..Member::of("data/evidence/zeros", &vec![0; 64 << 20])
    });
    let deep = |open: &str, close: &str| {
        format!("{}1{}", open.repeat(1_000_000), close.repeat(1_000_000)).into_bytes()
    };
    let mut all = vec![
        sparse,
        case("bomb", "zip", zip(&members, b"", true), true),
        case("deep-list", "json", deep("[", "]"), true),
        case("deep-object", "json", deep("{\"a\":", "}"), true),
        case("database", "jury.zip", good.store.clone(), true),
        case("empty", "zip", Vec::new(), true),
        case("nothing", "zip", end(0, 0, 0), true),
    ];
    for (n, whole) in [&good.package, &good.bag].into_iter().enumerate() {
        for part in 0..50 {
            let cut = whole[..whole.len() * part / 50].to_vec();
            all.push(case("cut", &format!("{n}-{part}.zip"), cut, true));
        }
    }
    all
}

/// A survey's answers.
fn survey(good: &Good, chance: &mut Chance) -> Case {
    let mut case = document(&good.survey, chance);
    // Whatever number a survey holds is kept as it is written.
    case.must_be_refused &= case.kind != "not-a-number";
    case.name = format!("survey-{}", case.name);
    case
}

fn json(good: &Good, chance: &mut Chance) -> Case {
    document(&good.demarche, chance)
}

fn document(text: &str, chance: &mut Chance) -> Case {
    let middle = |what: &str, chance: &mut Chance| {
        let values: Vec<usize> = text.match_indices(": \"").map(|(at, _)| at + 2).collect();
        let at = *chance.pick(&values);
        let after = at + 1 + text[at + 1..].find('"').unwrap() + 1;
        format!("{}{what}{}", &text[..at], &text[after..]).into_bytes()
    };
    let bad = |kind, what: &str, chance: &mut Chance| case(kind, "json", middle(what, chance), true);
    match chance.under(10) {
        0 => {
            let what = *chance.pick(&["NaN", "Infinity", "-Infinity", "1e400", "01", "+1", ".5"]);
            bad("not-a-number", what, chance)
        }
        1 => {
            let what = *chance.pick(&["\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d \""]);
            bad("surrogate", what, chance)
        }
        2 => bad("twice", "\"a\", \"zz\": 1, \"zz\": 2", chance),
        3 => {
            let mut bytes = text.as_bytes().to_vec();
            let at = chance.under(bytes.len());
            bytes[at] = *chance.pick(&[0xff, 0xc0, 0xfe, 0x80, 0xf8]);
            case("not-utf8", "json", bytes, true)
        }
        4 => case("nul", "json", middle("\"a\\u0000b\"", chance), false),
        5 => {
            let units = text.encode_utf16();
            let bytes = units.flat_map(u16::to_le_bytes).collect();
            case("utf16", "json", bytes, true)
        }
        6 => {
            let mut at = 1 + chance.under(text.len() - 2);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            case(
                "cut",
                "json",
                text.as_bytes()[..at].to_vec(),
                text[at..].trim() != "",
            )
        }
        7 => {
            let controls = format!(
                "\"a{}b\"",
                char::from(u8::try_from(1 + chance.under(31)).unwrap())
            );
            case("control", "json", middle(&controls, chance), true)
        }
        8 => {
            let long = format!("\"{}\"", "x".repeat(17 << 20));
            case("long-text", "json", middle(&long, chance), true)
        }
        _ => {
            let values = [
                "{}",
                "[]",
                "7",
                "true",
                "null",
                "\"x\"",
                "[[[]]]",
                "\"\"",
                "{\"data\":{}}",
            ];
            let value = (*chance.pick(&values)).to_owned();
            case("other", "json", value.into_bytes(), true)
        }
    }
}

/// What a name must not be.
const NAMES: [&str; 16] = [
    "../evil",
    "/etc/passwd",
    "a/../../evil",
    "C:\\evil",
    "C:/evil",
    "\\\\server\\share\\evil",
    "..\\evil",
    "data/evidence/a:s",
    "data/./evil",
    "data//evil",
    "./evil",
    "data/evidence/..",
    "nul\0evil",
    "~/../evil",
    "data\\evil",
    "//server/evil",
];

/// A member that tries to get out, or is no file.
fn archive(good: &Good, chance: &mut Chance) -> Case {
    let mut members = good.members_of(chance.under(2));
    let at = chance.under(members.len());
    match chance.under(5) {
        0 | 1 => {
            let name = chance.pick(&NAMES);
            members.insert(at, Member::of(name, b"evil"));
            case("slip", "zip", zip(&members, b"", true), true)
        }
        2 => {
            members[at].mode = *chance.pick(&[0o120_777, 0o060_644, 0o020_644, 0o010_644, 0o140_644]);
            case("special-file", "zip", zip(&members, b"", true), true)
        }
        3 => {
            let long = format!("data/evidence/{}", "é".repeat(128 + chance.under(3_000)));
            members.push(Member::of(&long, b"x"));
            case("long-name", "zip", zip(&members, b"", true), true)
        }
        _ => {
            let mut members = members;
            let mut twin = members[at].clone();
            twin.bytes = b"other".to_vec();
            members.push(twin);
            case("duplicate", "zip", zip(&members, b"", true), true)
        }
    }
}

/// An archive whose records contradict each other.
fn trick(good: &Good, chance: &mut Chance) -> Case {
    let mut members = good.members_of(chance.under(2));
    let at = chance.under(members.len());
    let kind = chance.under(9);
    match kind {
        0 => members[at].local_name = Some(b"other".to_vec()),
        1 => {
            let mut twin = members[at].clone();
            twin.name = b"data/evidence/shared".to_vec();
            twin.shares = true;
            members.insert(at + 1, twin);
        }
        2 => members[at].flags |= 1,
        3 => members[at].crc_lie = 1,
        4 => members[at].method = *chance.pick(&[1, 9, 12, 14, 93, 95, 97, 98, 99, 65_535]),
        5 => members[at].size_lie = *chance.pick(&[1, 1_000, u32::MAX, 1 << 31]),
        _ => {}
    }
    let whole = zip(&members, b"", true);
    let bytes = match kind {
        6 => [whole.clone(), whole].concat(),
        7 => zip(&members, b"#!/bin/sh\nexit\n", chance.under(2) == 0),
        8 => {
            let mut bytes = whole;
            let start = bytes.len() - 22;
            let byte = start + chance.under(22);
            bytes[byte] ^= 1 << chance.under(8);
            bytes
        }
        _ => whole,
    };
    let kinds = [
        "two-names",
        "overlap",
        "encrypted",
        "crc",
        "method",
        "sizes",
        "two-ends",
        "before",
        "end-record",
    ];
    case(kinds[kind], "zip", bytes, true)
}
