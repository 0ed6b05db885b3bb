use super::*;
use crate::domain::ids::{Digest, hex};
use crate::exchange::budget::Budget;
use crate::exchange::error::ExchangeError;
use sha2::{Digest as _, Sha512};
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

type Files = Vec<(String, Vec<u8>)>;

const DOSSIER_TEXT: &str = r#"{"id": "bag-7", "number": "7", "name": "Fontlibre", "kind": "commune", "unknown": [1.5],
    "answers": [{"champ": "c", "label": "Le RGI ?", "text": "Oui\u0000", "value": {"type": "bool", "is": true}}],
    "evidence": [{"name": "étude.pdf", "media_type": "application/pdf", "size": 5},
                 {"name": "perdue.pdf", "media_type": "application/pdf", "size": 5}]}"#;

/// The payload of a good bag.
fn payload() -> Files {
    let file = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
    vec![
        file("data/dossier.json", DOSSIER_TEXT.as_bytes()),
        file("data/evidence/étude.pdf", "étude".as_bytes()),
        file("data/evidence/100%.txt", b"other"),
    ]
}

fn manifest(files: &Files) -> String {
    let line =
        |(name, bytes): &(String, Vec<u8>)| format!("{}  {}\n", Digest::of(bytes).hex(), encoded(name));
    files.iter().map(line).collect::<Vec<_>>().concat()
}

/// A whole bag of a payload.
fn bag_of(payload: Files) -> Files {
    let text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    let mut files = vec![
        (DECLARATION.to_owned(), text.as_bytes().to_vec()),
        ("manifest-sha256.txt".to_owned(), manifest(&payload).into_bytes()),
    ];
    let tags = manifest(&files);
    files.push(("tagmanifest-sha256.txt".to_owned(), tags.into_bytes()));
    files.extend(payload);
    files
}

fn bag() -> Files {
    bag_of(payload())
}

fn laid(root: &Path, files: &Files) -> PathBuf {
    let root = root.join("bag");
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    root
}

fn zipped(root: &Path, top: &str, files: &Files) -> PathBuf {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    if !top.is_empty() {
        zip.add_directory(top, options).unwrap();
    }
    for (name, bytes) in files {
        zip.start_file(format!("{top}{name}"), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    let path = root.join("bag.zip");
    fs::write(&path, zip.finish().unwrap().into_inner()).unwrap();
    path
}

/// Reads the same files as a folder and as two archives: all must fare alike.
fn fault(files: &Files) -> &'static str {
    let root = tempfile::tempdir().unwrap();
    let paths = [laid(root.path(), files), zipped(root.path(), "", files)];
    let ids = paths.map(|path| read(&path, &Budget::default()).unwrap_err().saying().id);
    let other = zipped(root.path(), "sac 7/", files);
    let id = read(&other, &Budget::default()).unwrap_err().saying().id;
    assert_eq!(ids, [id, id]);
    id
}

fn with(change: impl FnOnce(&mut Files)) -> Files {
    let mut files = bag();
    change(&mut files);
    files
}

fn of<'f>(files: &'f mut Files, name: &str) -> &'f mut Vec<u8> {
    &mut files.iter_mut().find(|(other, _)| other == name).unwrap().1
}

#[test]
fn a_bag_is_read_as_a_folder_and_as_an_archive() {
    let root = tempfile::tempdir().unwrap();
    let folder = laid(root.path(), &bag());
    for (at, top) in ["", "sac/"].into_iter().enumerate() {
        let place = root.path().join(at.to_string());
        fs::create_dir(&place).unwrap();
        for path in [folder.clone(), zipped(&place, top, &bag())] {
            assert!(looks_like(&path));
            let mut bag = read(&path, &Budget::default()).unwrap();
            assert_eq!(bag.dossier().number, "7");
            assert_eq!(bag.dossier().answers[0].text, "Oui\u{2400}");
            assert_eq!(bag.warnings().len(), 1, "the null character");
            assert_eq!(bag.missing(), ["perdue.pdf"]);
            let names: Vec<(&str, bool)> = bag
                .pieces()
                .iter()
                .map(|p| (p.name.as_str(), p.is_named))
                .collect();
            assert_eq!(names, [("100%.txt", false), ("étude.pdf", true)]);
            let digest = bag.dossier().evidence[0].sha256.clone().unwrap();
            assert_eq!(bag.evidence(&digest).unwrap().unwrap(), "étude".as_bytes());
            let stray = bag.pieces()[0].sha256.clone();
            assert_eq!(bag.evidence(&stray).unwrap().unwrap(), b"other");
            assert_eq!(bag.evidence(&Digest::of(b"none")).unwrap(), None);
        }
    }
    assert!(!looks_like(root.path()));
    assert!(!looks_like(&root.path().join("none")));
}

#[test]
fn one_altered_byte_anywhere_is_refused_and_its_file_named() {
    for (name, bytes) in bag() {
        for at in [0, bytes.len() / 2, bytes.len() - 1] {
            let files = with(|files| of(files, &name)[at] ^= 0x20);
            let root = tempfile::tempdir().unwrap();
            let error = read(&laid(root.path(), &files), &Budget::default()).unwrap_err();
            assert!(!error.is_io(), "{name} {at}: {error}");
            if name.starts_with("data/") {
                assert_eq!(error.saying().id, "bag-altered");
                assert!(error.to_string().contains(&name), "{error}");
            }
        }
    }
}

#[test]
fn the_payload_is_complete_both_ways() {
    let missing = with(|files| files.retain(|(name, _)| name != "data/evidence/étude.pdf"));
    assert_eq!(fault(&missing), "bag-lacks");
    let more = with(|files| files.push(("data/extra.txt".to_owned(), b"x".to_vec())));
    assert_eq!(fault(&more), "bag-unlisted");
    let other = with(|files| files.push(("notes.txt".to_owned(), b"x".to_vec())));
    let root = tempfile::tempdir().unwrap();
    assert!(
        read(&laid(root.path(), &other), &Budget::default()).is_ok(),
        "a tag file"
    );
    let empty = bag_of(payload().into_iter().skip(1).collect());
    assert_eq!(fault(&empty), "bag-lacks");
}

#[test]
fn what_a_bag_must_say_of_itself_is_checked() {
    let text = |files: &mut Files, name: &str, text: &str| *of(files, name) = text.as_bytes().to_vec();
    let drop = |files: &mut Files, name: &str| files.retain(|(other, _)| other != name);
    let untagged = |change: &dyn Fn(&mut Files)| {
        with(|files| {
            drop(files, "tagmanifest-sha256.txt");
            change(files);
        })
    };
    let cases: [(Files, &str); 7] = [
        (untagged(&|files| drop(files, DECLARATION)), "bag-lacks"),
        (
            untagged(&|files| text(files, DECLARATION, "BagIt-Version: 2.0\n")),
            "bag-declaration",
        ),
        (
            untagged(&|files| {
                text(
                    files,
                    DECLARATION,
                    "BagIt-Version: 1.0\nTag-File-Character-Encoding: latin1\n",
                );
            }),
            "bag-declaration",
        ),
        (
            untagged(&|files| files.push(("fetch.txt".to_owned(), Vec::new()))),
            "bag-fetch",
        ),
        (
            untagged(&|files| {
                drop(files, "manifest-sha256.txt");
                files.push(("manifest-md5.txt".to_owned(), Vec::new()));
            }),
            "bag-weak",
        ),
        (
            untagged(&|files| of(files, "manifest-sha256.txt").extend(b"junk\n")),
            "bag-malformed",
        ),
        (
            with(|files| of(files, "manifest-sha256.txt").push(b'\n')),
            "bag-altered",
        ),
    ];
    for (files, expected) in cases {
        assert_eq!(fault(&files), expected);
    }
}

#[test]
fn sha512_and_the_older_version_are_taken_too() {
    let root = tempfile::tempdir().unwrap();
    let lines = |files: &Files| -> String {
        files
            .iter()
            .map(|(name, bytes)| format!("{}  {}\n", hex(&Sha512::digest(bytes)).to_uppercase(), name))
            .collect::<Vec<_>>()
            .concat()
    };
    let files = with(|files| {
        files.retain(|(name, _)| !name.contains("manifest"));
        let text = "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n";
        *of(files, DECLARATION) = text.as_bytes().to_vec();
        files.push(("manifest-sha512.txt".to_owned(), lines(&payload()).into_bytes()));
    });
    let bag = read(&laid(root.path(), &files), &Budget::default()).unwrap();
    assert_eq!(bag.warnings().len(), 2);
    assert_eq!(bag.warnings()[0].what.id, "bag-warning-old");
}

#[test]
fn a_dossier_that_is_none_is_refused_with_its_place() {
    let of_text = |text: &str| {
        let mut files = payload();
        files[0].1 = text.as_bytes().to_vec();
        bag_of(files)
    };
    for (text, expected) in [
        ("{", "exchange-malformed"),
        (r#"{"id": "a", "id": "b"}"#, "exchange-duplicate-key"),
        (r#"{"id": "a"}"#, "bag-malformed"),
        (
            r#"{"id": "a", "number": " ", "name": "", "kind": "", "answers": []}"#,
            "bag-malformed",
        ),
        (
            r#"{"id": "a", "number": 7, "name": "", "kind": "", "answers": []}"#,
            "bag-malformed",
        ),
        (
            r#"{"id": "a", "number": "7", "name": "", "kind": "", "answers": [], "evidence": [{"name": "a", "sha256": "zz",
                "media_type": "", "size": 1}]}"#,
            "bag-malformed",
        ),
    ] {
        assert_eq!(fault(&of_text(text)), expected, "{text}");
    }
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert_eq!(fault(&of_text(&deep)), "exchange-too-deep");
}

#[test]
fn budgets_hold_while_reading() {
    let root = tempfile::tempdir().unwrap();
    let mut files = payload();
    files.push(("data/evidence/zeros".to_owned(), vec![0; 200 << 10]));
    let files = bag_of(files);
    for path in [laid(root.path(), &files), zipped(root.path(), "", &files)] {
        let error = read(&path, &Budget::tiny()).unwrap_err();
        assert_eq!(error.saying().id, "exchange-too-much-unpacked");
    }
    let mut files = payload();
    files.push(("data/evidence/zeros".to_owned(), vec![0; 20 << 20]));
    let path = zipped(root.path(), "", &bag_of(files));
    let error = read(&path, &Budget::default()).unwrap_err();
    assert_eq!(error.saying().id, "exchange-too-compressed");
    let few = Budget {
        members: 3,
        ..Budget::default()
    };
    let crowd = zipped(root.path(), "", &bag());
    assert_eq!(
        read(&crowd, &few).unwrap_err().saying().id,
        "exchange-too-many-members"
    );
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_refused_in_a_folder_and_by_an_archives_own_word() {
    let root = tempfile::tempdir().unwrap();
    let folder = laid(root.path(), &bag());
    let evidence = folder.join("data/evidence/étude.pdf");
    fs::remove_file(&evidence).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", &evidence).unwrap();
    let error = read(&folder, &Budget::default()).unwrap_err();
    assert_eq!(error.saying().id, "bag-kind");
    let link = root.path().join("link");
    std::os::unix::fs::symlink(&folder, &link).unwrap();
    assert_eq!(
        read(&link, &Budget::default()).unwrap_err().saying().id,
        "bag-not-zip"
    );
    let gone = read(&root.path().join("none"), &Budget::default()).unwrap_err();
    assert!(matches!(gone, ExchangeError::Io { .. }));
}
