use super::*;
use crate::domain::dossier::{Identity, Standing};
use crate::domain::evidence::Evidence;
use crate::domain::former::{Award, FormerAnswer};
use crate::domain::ids::Digest;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn former() -> Former {
    Former {
        edition: "2025".into(),
        award: Award::Level {
            code: "3".into(),
            name: None,
        },
        answers: vec![FormerAnswer {
            label: "Le RGI ?".into(),
            champ: Some("c1".into()),
            question: None,
            criterion: None,
            text: "Oui".into(),
        }],
    }
}

fn contents() -> Contents {
    let piece = |name: &str| Evidence {
        name: name.into(),
        sha256: Some(Digest::of(b"evidence")),
        media_type: "text/plain".into(),
        size: 8,
        criteria: vec!["1.1".into()],
        question: None,
        checksum: None,
    };
    let dossier = |number: &str| Dossier {
        id: format!("demarche-{number}").as_str().into(),
        number: number.into(),
        name: "Fontlibre".into(),
        kind: "commune".into(),
        standing: Standing::default(),
        submitted_at: None,
        late: false,
        identity: Identity::default(),
        answers: Vec::new(),
        evidence: vec![piece("../../etc/passwd"), piece("b.txt")],
    };
    Contents {
        campaign: Campaign {
            id: "c1".into(),
            edition: "2026".into(),
            grid: Digest::of(b"grid"),
            opens: None,
            closes: None,
        },
        issue: Some(Issue {
            seq: 7,
            at: "2026-11-02T10:00:00Z".into(),
        }),
        grid: "id = \"x\"".into(),
        juror: Addressee {
            id: "lefevre".into(),
            name: "Agnès Lefèvre".into(),
            affiliation: None,
            secret: "00".repeat(32),
        },
        dossiers: vec![dossier("1"), dossier("2/../é")],
        formers: [("demarche-1".into(), former())].into(),
    }
}

fn packed() -> Vec<u8> {
    write(Cursor::new(Vec::new()), "p", &contents(), |_| {
        Ok::<_, PackageError>(b"evidence".to_vec())
    })
    .unwrap()
    .into_inner()
}

fn opened(bytes: &[u8]) -> Result<Contents, PackageError> {
    Package::open(Cursor::new(bytes), "p")?.contents()
}

/// Packs the members again after a change, without regard to the manifest.
fn repacked(change: impl Fn(&str, Vec<u8>) -> Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(packed())).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for i in 0..zip.len() {
        let mut member = zip.by_index(i).unwrap();
        let name = member.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut member, &mut bytes).unwrap();
        for (name, bytes) in change(&name, bytes) {
            out.start_file(name, options).unwrap();
            out.write_all(&bytes).unwrap();
        }
    }
    out.finish().unwrap().into_inner()
}

fn fault(bytes: &[u8]) -> &'static str {
    opened(bytes).unwrap_err().saying().id
}

#[test]
fn a_package_comes_back_as_it_was_made_and_holds_each_piece_once() {
    let bytes = packed();
    assert_eq!(bytes, packed());
    assert_eq!(opened(&bytes).unwrap(), contents());
    let mut package = Package::open(Cursor::new(&bytes), "p").unwrap();
    assert_eq!(package.evidence(&Digest::of(b"evidence")).unwrap(), b"evidence");
    assert!(package.evidence(&Digest::of(b"other")).is_err());
    let names: Vec<String> = zip::ZipArchive::new(Cursor::new(bytes))
        .unwrap()
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(names.iter().filter(|name| name.starts_with(EVIDENCE)).count(), 1);
    assert!(names.iter().all(|name| !name.contains("..")), "{names:?}");
}

#[test]
fn an_altered_missing_strange_or_doubled_member_is_named() {
    let same = |name: &str, bytes: Vec<u8>| vec![(name.to_owned(), bytes)];
    let altered = repacked(|name, bytes| {
        if name == GRID {
            same(name, b"id = \"y\"".to_vec())
        } else {
            same(name, bytes)
        }
    });
    assert_eq!(fault(&altered), "package-altered");
    let missing = repacked(|name, bytes| {
        if name.starts_with(EVIDENCE) {
            Vec::new()
        } else {
            same(name, bytes)
        }
    });
    assert_eq!(fault(&missing), "package-lacks");
    for stranger in [
        "../evil",
        "/etc/passwd",
        "data/../x",
        "data/evidence/x",
        "data/dossiers/../dossier.json",
        "C:\\x",
    ] {
        let strange = repacked(|name, bytes| {
            let mut members = same(name, bytes);
            if name == GRID {
                members.push((stranger.to_owned(), b"x".to_vec()));
            }
            members
        });
        assert_eq!(fault(&strange), "package-member", "{stranger}");
    }
    let text = packed();
    assert_eq!(fault(&[text.clone(), text].concat()), "package-not-zip");
}

#[test]
fn evidence_may_hold_what_looks_like_the_end_of_an_archive() {
    let bytes = repacked(|name, bytes| vec![(name.to_owned(), bytes)]);
    assert!(opened(&bytes).is_ok());
    let held = [b"PK\x05\x06".as_slice(), &[0; 18]].concat();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file("a", stored).unwrap();
    std::io::Write::write_all(&mut zip, &held).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let budget = crate::exchange::budget::Budget::tiny();
    let zip = crate::exchange::bag::Zipped::open(Cursor::new(bytes), &budget).unwrap();
    assert_eq!(zip.names(), ["a"]);
}

#[test]
fn a_second_member_of_one_name_is_refused() {
    // Two members of the same length whose names are made equal in the bytes, as no honest writer does.
    let twin = repacked(|name, bytes| {
        let mut members = vec![(name.to_owned(), bytes)];
        if name == GRID {
            members.push(("data/gird.toml".to_owned(), b"id = \"z\"".to_vec()));
        }
        members
    });
    let mut bytes = twin;
    while let Some(at) = bytes.windows(9).position(|w| w == b"gird.toml") {
        bytes[at..at + 9].copy_from_slice(b"grid.toml");
    }
    assert_eq!(fault(&bytes), "package-member");
}

#[test]
fn a_last_edition_belongs_to_a_dossier_and_is_what_it_says() {
    let orphan = repacked(|name, bytes| {
        let name = name.replace("dossiers/1/former", "dossiers/3/former");
        vec![(name, bytes)]
    });
    assert_eq!(fault(&orphan), "package-member");
    let altered = repacked(|name, bytes| {
        let changed = String::from_utf8_lossy(&bytes).replace("2025", "2024");
        let bytes = if name.ends_with(FORMER) {
            changed.into_bytes()
        } else {
            bytes
        };
        vec![(name.to_owned(), bytes)]
    });
    assert_eq!(fault(&altered), "package-altered");
    let mut without = contents();
    without.formers.clear();
    let bytes = write(Cursor::new(Vec::new()), "p", &without, |_| {
        Ok::<_, PackageError>(b"evidence".to_vec())
    });
    assert_eq!(opened(&bytes.unwrap().into_inner()).unwrap(), without);
}

#[test]
fn a_package_of_before_had_no_number() {
    let mut old = contents();
    old.issue = None;
    let bytes = write(Cursor::new(Vec::new()), "p", &old, |_| {
        Ok::<_, PackageError>(b"evidence".to_vec())
    });
    assert_eq!(opened(&bytes.unwrap().into_inner()).unwrap(), old);
}

#[test]
fn no_zip_and_every_truncation_are_refused() {
    assert_eq!(fault(b"not a zip"), "package-not-zip");
    assert_eq!(fault(b"SQLite format 3\0"), "package-not-zip");
    let whole = packed();
    for end in 0..whole.len() {
        assert!(opened(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn a_bomb_stops_at_the_bound() {
    let bomb = repacked(|name, bytes| {
        let bytes = if name == GRID { vec![0; 40 << 20] } else { bytes };
        vec![(name.to_owned(), bytes)]
    });
    assert_eq!(fault(&bomb), "package-document");
}
