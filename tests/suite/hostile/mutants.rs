//! Mutants: good files with bytes flipped, cut, doubled, spliced, and archives whose members were changed under an
//! honest manifest.

use super::archive::{Member, zip};
use super::chance::Chance;
use super::lab::{Good, Lab};
use super::tally::Tally;
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use tnl_jury::domain::ids::Digest;

/// Mutants that may end the program before the run stops.
const MOST_CRASHES: usize = 10;
/// A whole mapping file for one of the tables.
const MAPPING: &str = r#"[dossier]
number = "ID"
name = "Entreprise raison sociale"
email = { column = "Email", occurrence = 2 }

[[answers]]
column = "Commentaire"
occurrence = 2
skip = true

[[answers]]
column = "Site web de la collectivité"
question = "q-site"

[[answers]]
champ = "Q2hhbXAtMTAwNQ=="
label = "Votre stratégie"
criterion = "1.3"
"#;

/// Makes that many, and gives them to every reader; what ends the program is kept among the build's own files.
pub(super) fn run(seed: u64, count: usize, tally: &mut Tally) {
    println!("seed {seed}, {count} mutants");
    let mut lab = Lab::new();
    let mut chance = Chance::of(seed);
    let before = lab.listing();
    let mut crashes = Vec::new();
    for n in 0..count {
        let (kind, name, bytes) = mutant(&lab.good, &mut chance);
        let path = lab.write(&format!("m{n}.{name}"), &bytes, 0);
        let given = catch_unwind(AssertUnwindSafe(|| match kind {
            "mapping" => vec![lab.map(&path)],
            _ => lab.give(&path),
        }));
        match given {
            Ok(all) => {
                let note = |given| tally.note(kind, &format!("seed {seed}, mutant {n}, {kind}"), given);
                all.iter().for_each(note);
            }
            Err(_) => {
                let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("seed{seed}-m{n}.{name}"));
                fs::write(&kept, &bytes).unwrap();
                crashes.push(kept);
                lab = Lab::new();
            }
        }
        let _ = fs::remove_file(path);
        assert!(crashes.len() < MOST_CRASHES, "{crashes:?}");
        if n % 5_000 == 4_999 {
            println!("{} done", n + 1);
        }
    }
    assert!(crashes.is_empty(), "{crashes:?}");
    let names = |listing: BTreeMap<PathBuf, bool>| listing.len();
    assert_eq!(names(lab.listing()), names(before), "a file was made");
}

fn mutant(good: &Good, chance: &mut Chance) -> (&'static str, &'static str, Vec<u8>) {
    match chance.under(12) {
        0 => ("demarche", "json", changed(good.demarche.as_bytes(), chance)),
        1 => ("package", "zip", changed(&good.package, chance)),
        2 => ("bag", "zip", changed(&good.bag, chance)),
        which @ (3 | 4) => {
            let mut members = good.members_of(which - 3);
            let at = chance.under(members.len());
            members[at].bytes = changed(&members[at].bytes.clone(), chance);
            if chance.under(4) > 0 {
                make_honest(&mut members);
            }
            ("member", "zip", zip(&members, b"", true))
        }
        5 => ("survey", "json", changed(good.survey.as_bytes(), chance)),
        6 => ("mapping", "toml", changed(MAPPING.as_bytes(), chance)),
        which @ 7..=10 => {
            let (name, bytes) = &good.tables[which - 7];
            ("table", name, changed(bytes, chance))
        }
        _ => {
            let (name, members) = chance.pick(&good.books);
            let mut members = members.clone();
            let at = chance.under(members.len());
            members[at].bytes = changed(&members[at].bytes.clone(), chance);
            ("sheet", name, zip(&members, b"", true))
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
const SPLICES: [&[u8]; 22] = [
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
    b";",
    b",",
    b"\n",
    b"\0",
    b"&a;",
    b"<",
    b"]]>",
    b"18446744073709551615",
    b"-1",
    b"=",
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
