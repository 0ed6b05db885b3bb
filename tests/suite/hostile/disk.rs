//! What is no plain file on a disk, archives of the larger kind, folders of evidence that deceive.

use super::lab::Lab;
use std::fs::{self, File};
use std::io::{Cursor, Write as _};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn pipes_links_and_devices_are_refused_by_every_reader() {
    let mut lab = Lab::new();
    let good = lab.write("good.json", &lab.good.demarche.clone().into_bytes(), 0);
    let folder = good.parent().unwrap().to_owned();
    pipe(&folder.join("pipe.json"));
    symlink(&good, folder.join("link.json")).unwrap();
    symlink(folder.join("nowhere"), folder.join("broken.csv")).unwrap();
    symlink(&folder, folder.join("folder.zip")).unwrap();
    for name in ["pipe.json", "link.json", "broken.csv", "folder.zip"] {
        let given = lab.give(&folder.join(name));
        assert!(given.iter().all(|given| !given.taken), "{name}");
    }
    let given = lab.give(Path::new("/dev/zero"));
    assert!(given.iter().all(|given| !given.taken));
}

/// Writes an archive whose members say their sizes in 64 bits.
fn larger(members: &[super::archive::Member]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for member in members {
        let name = String::from_utf8(member.name.clone()).unwrap();
        let options = SimpleFileOptions::default().large_file(true);
        writer.start_file(name, options).unwrap();
        writer.write_all(&member.bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_archive_of_64_bits_is_taken_whole_and_refused_where_it_lies() {
    let mut lab = Lab::new();
    let whole = larger(&lab.good.members_of(0));
    let path = lab.write("b64.zip", &whole, 0);
    assert!(
        lab.give(&path)
            .iter()
            .any(|given| given.reader == "bag" && given.taken)
    );
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xff;
        let path = lab.write("b64-lie.zip", &bytes, 0);
        lab.give(&path);
    }
}

#[test]
fn a_folder_of_evidence_made_to_deceive_does_no_harm() {
    let mut lab = Lab::new();
    let folder = lab.evidence();
    let inside = folder.join("dossier-26101");
    fs::create_dir_all(&inside).unwrap();
    pipe(&inside.join("pipe.pdf"));
    symlink("/etc/passwd", inside.join("charte.pdf")).unwrap();
    symlink(&folder, inside.join("around")).unwrap();
    File::create(inside.join("empty.pdf")).unwrap();
    fs::write(inside.join("a\u{1b}[31m\n.pdf"), b"x").unwrap();
    fs::write(inside.join(format!("{}.pdf", "é".repeat(120))), b"x").unwrap();
    assert!(lab.import_with(&folder), "links and pipes are passed over");
    assert!(!lab.holds(b"root:"), "what a link led to was taken");
    let deep = (0..70).fold(folder.clone(), |path, _| path.join("d"));
    fs::create_dir_all(deep).unwrap();
    assert!(!lab.import_with(&folder), "a folder too deep is refused");
    fs::remove_dir_all(folder.join("d")).unwrap();
    File::create(inside.join("sparse.pdf"))
        .unwrap()
        .set_len(1 << 40)
        .unwrap();
    assert!(!lab.import_with(&folder), "a file too large is refused");
    for name in ["/dev/zero", "/etc/passwd"] {
        assert!(!lab.import_with(Path::new(name)), "{name} is no folder");
    }
}
