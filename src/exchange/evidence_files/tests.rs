use super::*;
use crate::domain::dossier::{Identity, Standing};
use crate::domain::ids::DossierId;
use crate::exchange::error::Bound;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest as _, Md5};
use std::fs;
use tempfile::TempDir;

fn evidence(name: &str, content: Option<&str>) -> Evidence {
    Evidence {
        name: name.into(),
        sha256: None,
        media_type: "application/pdf".into(),
        size: 7,
        criteria: Vec::new(),
        question: None,
        checksum: content.map(|content| STANDARD.encode(Md5::digest(content))),
    }
}

fn dossier(number: &str, evidence: Vec<Evidence>) -> Dossier {
    Dossier {
        id: DossierId::new(format!("demarche-{number}")),
        number: number.into(),
        name: "FONTLIBRE".into(),
        kind: "commune".into(),
        standing: Standing::Received,
        submitted_at: None,
        late: false,
        identity: Identity::default(),
        answers: Vec::new(),
        evidence,
    }
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    root
}

/// What a folder of downloads gave.
#[derive(Debug, Default)]
struct Found {
    matched: Vec<(usize, usize, Vec<u8>)>,
    missing: Vec<(String, String)>,
    unmatched: Vec<String>,
    altered: Vec<(String, String)>,
}

fn match_folder(dossiers: &mut [Dossier], root: &Path, budget: &Budget) -> Result<Found, ExchangeError> {
    let mut catalogue = Catalogue::of(root, budget, &Watch::default())?;
    let mut found = Found::default();
    for (d, dossier) in dossiers.iter_mut().enumerate() {
        let lack = catalogue.claim(dossier);
        let named = |name: String| (dossier.number.clone(), name);
        found.missing.extend(lack.missing.into_iter().map(named));
        found.altered.extend(lack.altered.into_iter().map(named));
        for (e, piece) in dossier.evidence.iter().enumerate() {
            if let Some(digest) = &piece.sha256 {
                let bytes = catalogue.bytes(digest)?.unwrap();
                found.matched.push((d, e, bytes));
            }
        }
    }
    found.unmatched = catalogue.unmatched();
    Ok(found)
}

fn pair(number: &str, name: &str) -> (String, String) {
    (number.into(), name.into())
}

#[test]
fn a_checksum_finds_a_file_whatever_its_name_and_folder() {
    let mut dossiers = [dossier(
        "26003",
        vec![evidence("../rapport<2023>.pdf", Some("rapport"))],
    )];
    let root = folder(&[("autre/fichier.bin", "rapport")]);
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    assert_eq!(found.matched, [(0, 0, b"rapport".to_vec())]);
    assert_eq!(
        (found.missing.len(), found.unmatched.len(), found.altered.len()),
        (0, 0, 0)
    );
    let piece = &dossiers[0].evidence[0];
    assert_eq!(piece.sha256, Some(Digest::of(b"rapport")));
    assert_eq!(piece.size, 7);
    assert_eq!(piece.name, "../rapport<2023>.pdf");
}

#[test]
fn one_file_serves_every_piece_of_its_checksum() {
    let twice = || evidence("a.pdf", Some("même"));
    let mut dossiers = [dossier("1", vec![twice(), twice()]), dossier("2", vec![twice()])];
    let root = folder(&[("x", "même"), ("y", "même")]);
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    let places: Vec<_> = found.matched.iter().map(|(d, e, _)| (*d, *e)).collect();
    assert_eq!(places, [(0, 0), (0, 1), (1, 0)]);
    assert!(found.unmatched.is_empty());
}

#[test]
fn without_a_checksum_a_file_is_found_by_name_in_its_dossier_s_folder_alone() {
    let mut dossiers = [
        dossier("26001", vec![evidence("délibération.pdf", None)]),
        dossier("26002", vec![evidence("délibération.pdf", None)]),
    ];
    // The name on disk is decomposed, as some file systems leave it.
    let root = folder(&[
        ("dossier-26001/pieces/de\u{301}libe\u{301}ration.pdf", "un"),
        ("délibération.pdf", "nulle part"),
    ]);
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    assert_eq!(found.matched, [(0, 0, b"un".to_vec())]);
    assert_eq!(found.missing, [pair("26002", "délibération.pdf")]);
    assert_eq!(found.unmatched, ["délibération.pdf"]);
}

#[test]
fn same_name_other_bytes_is_altered_and_not_taken() {
    let mut dossiers = [dossier("26001", vec![evidence("plan.odt", Some("promis"))])];
    let root = folder(&[("26001/plan.odt", "autre chose")]);
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    assert_eq!(found.altered, [pair("26001", "plan.odt")]);
    assert!(found.matched.is_empty() && found.missing.is_empty() && found.unmatched.is_empty());
    assert_eq!(dossiers[0].evidence[0].sha256, None);
    assert_eq!(dossiers[0].evidence[0].size, 7);
}

#[test]
fn a_piece_found_elsewhere_is_not_altered() {
    let mut dossiers = [dossier("26001", vec![evidence("plan.odt", Some("promis"))])];
    let root = folder(&[("26001/plan.odt", "autre chose"), ("z/plan.odt", "promis")]);
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    assert_eq!(found.matched.len(), 1);
    assert!(found.altered.is_empty() && found.missing.is_empty());
    assert_eq!(found.unmatched, ["26001/plan.odt"]);
}

#[test]
fn what_is_absent_is_missing_and_what_is_foreign_is_unmatched() {
    let mut dossiers = [dossier("26001", vec![evidence("plan.odt", Some("promis"))])];
    let root = folder(&[("LISEZMOI.txt", "bonjour"), ("26001/autre.odt", "x")]);
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    assert_eq!(found.missing, [pair("26001", "plan.odt")]);
    assert_eq!(found.unmatched, ["26001/autre.odt", "LISEZMOI.txt"]);
}

#[test]
fn a_folder_that_is_none_is_refused_or_fails() {
    // A file is taken for an archive, and is none.
    let root = folder(&[("fichier", "x")]);
    let refusal = match_folder(&mut [], &root.path().join("fichier"), &Budget::tiny()).unwrap_err();
    assert!(matches!(refusal, ExchangeError::Attachments { .. }));
    let failure = match_folder(&mut [], &root.path().join("absent"), &Budget::tiny()).unwrap_err();
    assert!(failure.is_io());
}

#[cfg(unix)]
#[test]
fn links_are_named_and_never_followed() {
    let outside = folder(&[("secret", "promis")]);
    let root = folder(&[("26001/vrai.txt", "x")]);
    let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, root.path().join(name)).unwrap();
    link(outside.path(), "26001/dossier");
    link(&outside.path().join("secret"), "26001/plan.odt");
    link(root.path(), "boucle");
    let mut dossiers = [dossier("26001", vec![evidence("plan.odt", Some("promis"))])];
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    assert!(found.matched.is_empty());
    assert_eq!(found.missing, [pair("26001", "plan.odt")]);
    assert_eq!(
        found.unmatched,
        ["26001/dossier", "26001/plan.odt", "26001/vrai.txt", "boucle"]
    );
    let refusal = match_folder(&mut dossiers, &root.path().join("boucle"), &Budget::tiny()).unwrap_err();
    assert!(matches!(refusal, ExchangeError::NotFolder { .. }));
}

#[test]
fn a_folder_stays_within_the_budget() {
    let bound_of = |files: &[(&str, &str)], budget: &Budget| {
        let root = folder(files);
        match match_folder(&mut [], root.path(), budget).unwrap_err() {
            ExchangeError::Beyond { bound, .. } => Some(bound),
            ExchangeError::TooLarge { .. } => None,
            other => panic!("{other:?}"),
        }
    };
    let tiny = Budget::tiny();
    let few = Budget {
        members: 2,
        ..tiny.clone()
    };
    assert_eq!(
        bound_of(&[("a", ""), ("b", ""), ("c", "")], &few),
        Some(Bound::Members)
    );
    let flat = Budget {
        depth: 1,
        ..tiny.clone()
    };
    assert_eq!(bound_of(&[("a/b/c", "")], &flat), Some(Bound::Depth));
    let small = Budget {
        unpacked_bytes: 3,
        ..tiny.clone()
    };
    assert_eq!(
        bound_of(&[("a", "xx"), ("b", "xx")], &small),
        Some(Bound::Unpacked)
    );
    let short = Budget {
        file_bytes: 1,
        ..tiny
    };
    assert_eq!(bound_of(&[("a", "xx")], &short), None);
}

/// Writes an archive of these files.
fn archive(files: &[(&str, &str)]) -> (TempDir, PathBuf) {
    use std::io::Write as _;
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("pieces.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    (root, path)
}

#[test]
fn an_archive_serves_as_a_folder_does() {
    let mut dossiers = [dossier(
        "26001",
        vec![evidence("plan.odt", Some("promis")), evidence("note.txt", None)],
    )];
    let files = [
        ("export/dossier-26001/note.txt", "note"),
        ("../../plan.odt", "promis"),
        ("26001/autre.odt", "autre"),
    ];
    let (_root, path) = archive(&files);
    let found = match_folder(&mut dossiers, &path, &Budget::tiny()).unwrap();
    assert_eq!(
        found.matched,
        [(0, 0, b"promis".to_vec()), (0, 1, b"note".to_vec())]
    );
    assert_eq!(found.unmatched, ["26001/autre.odt"]);
    assert!(found.missing.is_empty() && found.altered.is_empty());
}

#[test]
fn a_bomb_among_the_attachments_is_refused() {
    let big = "0".repeat(10 << 20);
    let (_root, path) = archive(&[("26001/a.txt", big.as_str())]);
    let budget = Budget {
        ratio: 20,
        ..Budget::default()
    };
    let refusal = match_folder(&mut [], &path, &budget).unwrap_err();
    assert!(
        matches!(refusal, ExchangeError::Attachments { .. }),
        "{refusal:?}"
    );
    let (_root, none) = archive(&[]);
    fs::write(&none, "pas une archive").unwrap();
    assert!(match_folder(&mut [], &none, &budget).is_err());
}

/// Five gigabytes of zeroes in one archive: what is large is read through, never held. Takes a minute and the disk.
#[test]
#[ignore = "writes an archive of more than 4 GiB"]
fn an_archive_of_more_than_four_gigabytes_is_read() {
    use std::io::Write as _;
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("pieces.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let block = vec![7_u8; 1 << 20];
    for index in 0..11 {
        zip.start_file(format!("26001/{index}.bin"), options.large_file(true))
            .unwrap();
        zip.write_all(&[index]).unwrap();
        for _ in 0..400 {
            zip.write_all(&block).unwrap();
        }
    }
    zip.finish().unwrap();
    assert!(fs::metadata(&path).unwrap().len() > 4 << 30);
    let mut dossiers = [dossier("26001", vec![evidence("10.bin", None)])];
    let mut catalogue = Catalogue::of(&path, &Budget::default(), &Watch::default()).unwrap();
    assert_eq!(catalogue.claim(&mut dossiers[0]), Lack::default());
    assert_eq!(dossiers[0].evidence[0].size, 1 + (400 << 20));
    assert_eq!(catalogue.unmatched().len(), 10);
}

#[test]
fn a_name_that_no_file_system_takes_is_known_by_its_start() {
    let long = format!("{}.pdf", "délibération du conseil municipal ".repeat(12));
    assert!(long.len() > 255);
    let mut saved: String = long.chars().take(150).collect();
    saved.push_str(".pdf");
    let mut dossiers = [dossier("26001", vec![evidence(&long, None)])];
    let root = folder(&[(&format!("26001/{saved}"), "x"), ("26001/délibération.pdf", "y")]);
    let found = match_folder(&mut dossiers, root.path(), &Budget::tiny()).unwrap();
    assert_eq!(found.matched, [(0, 0, b"x".to_vec())]);
    assert_eq!(found.unmatched, ["26001/délibération.pdf"]);
}
