//! Good files to start from, and a place where hostile ones are given to every reader.

use super::archive::{Member, zip};
use super::corpus::Case;
use crate::support::shop::fixture;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tnl_jury::context::Context;
use tnl_jury::domain::ids::Digest;
use tnl_jury::domain::words::Lang;
use tnl_jury::exchange::bag;
use tnl_jury::exchange::budget::Budget;
use tnl_jury::office::act::{ImportRequest, NewJuror};
use tnl_jury::office::{Act, NewCampaign, Office, OfficeError, new_campaign, open_package};
use tnl_jury::speech::Speech;

/// Files that are what they say.
pub(super) struct Good {
    pub(super) demarche: String,
    pub(super) package: Vec<u8>,
    pub(super) bag: Vec<u8>,
    /// A coordinator's store.
    pub(super) store: Vec<u8>,
    /// The bag's members.
    pub(super) members: Vec<Member>,
    packed: Vec<Member>,
}

impl Good {
    /// Returns the members of the bag or of the package.
    pub(super) fn members_of(&self, which: usize) -> Vec<Member> {
        [&self.members, &self.packed][which].clone()
    }
}

/// The coordinator's store and the place of the files.
pub(super) struct Lab {
    root: TempDir,
    office: Office,
    speech: Speech,
    pub(super) good: Good,
}

fn context() -> Context {
    Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 7)
}

fn members(archive: &[u8]) -> Vec<Member> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    (0..archive.len())
        .map(|n| {
            let mut member = archive.by_index(n).unwrap();
            let name = member.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            member.read_to_end(&mut bytes).unwrap();
            Member::of(&name, &bytes)
        })
        .collect()
}

fn bag_of(dossier: &[u8]) -> Vec<Member> {
    let payload = [
        ("data/dossier.json", dossier),
        ("data/evidence/é.txt", b"evidence".as_slice()),
    ];
    let manifest: String = payload
        .iter()
        .map(|(name, bytes)| format!("{}  {name}\n", Digest::of(bytes).hex()))
        .collect::<Vec<_>>()
        .concat();
    let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    let mut all = vec![
        Member::of("bagit.txt", declaration.as_bytes()),
        Member::of("manifest-sha256.txt", manifest.as_bytes()),
    ];
    all.extend(payload.map(|(name, bytes)| Member::of(name, bytes)));
    all
}

impl Lab {
    pub(super) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        fs::create_dir(at("store")).unwrap();
        fs::create_dir(at("files")).unwrap();
        let new = NewCampaign {
            grid: "tnl-2016".into(),
            edition: "2026".into(),
            ..NewCampaign::default()
        };
        let mut office = new_campaign(&at("store/k.sqlite"), &new, context()).unwrap();
        let paths = vec![fixture("demarche_example.json").into()];
        let request = ImportRequest {
            paths,
            ..ImportRequest::default()
        };
        office.perform(Act::Import(request)).unwrap();
        let juror = NewJuror {
            name: "Agnès Lefèvre".into(),
            ..NewJuror::default()
        };
        office.perform(Act::AddJuror(juror)).unwrap();
        office.perform(Act::AssignAll).unwrap();
        let (out, juror) = (at("packages"), None);
        office.perform(Act::Pack { out, juror }).unwrap();
        let package = fs::read(at("packages/agnes-lefevre.jury.zip")).unwrap();
        let packed = members(&package);
        let dossier = packed
            .iter()
            .find(|member| member.name.ends_with(b"/dossier.json"))
            .unwrap();
        let members = bag_of(&dossier.bytes);
        let good = Good {
            demarche: fs::read_to_string(fixture("demarche_example.json")).unwrap(),
            bag: zip(&members, b"", true),
            package: zip(&packed, b"", true),
            store: fs::read(at("store/k.sqlite")).unwrap(),
            members,
            packed,
        };
        Self {
            office,
            speech: Speech::new(Lang::Fr),
            good,
            root,
        }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub(super) fn write(&self, name: &str, bytes: &[u8], hole: u64) -> PathBuf {
        let path = self.at("files").join(name);
        let mut file = File::create(&path).unwrap();
        file.write_all(bytes).unwrap();
        if hole > 0 {
            file.set_len(hole).unwrap();
        }
        path
    }

    /// Gives a file to every reader; returns which of them took it.
    pub(super) fn give(&mut self, path: &Path) -> Vec<&'static str> {
        let mut taken = Vec::new();
        let before = self.stores();
        let request = ImportRequest {
            paths: vec![path.to_owned()],
            ..ImportRequest::default()
        };
        match self.office.perform(Act::Import(request)) {
            Ok(_) => taken.push("import"),
            Err(error) => {
                self.is_refusal(path, &error);
                assert!(self.stores() == before, "{}: the store changed", path.display());
            }
        }
        let juror = self.at("juror.sqlite");
        match open_package(&juror, path, context()) {
            Ok(_) => {
                taken.push("open");
                fs::remove_file(&juror).unwrap();
                for ending in ["-wal", "-shm", ".lock"] {
                    let _ = fs::remove_file(self.at(&format!("juror.sqlite{ending}")));
                }
            }
            Err(error) => self.is_refusal(path, &error),
        }
        match bag::read(path, &Budget::default()) {
            Ok(_) => taken.push("bag"),
            Err(error) => self.is_refusal(path, &error.into()),
        }
        taken
    }

    /// A refusal is of the file and not a failure of the system, names it, and says what to do.
    fn is_refusal(&self, path: &Path, error: &OfficeError) {
        let said = self.speech.say(&error.saying());
        let shown = path.display();
        let is_io = match error {
            OfficeError::Io { .. } => true,
            OfficeError::Exchange(error) => error.is_io(),
            OfficeError::Package(error) => error.is_io(),
            _ => false,
        };
        assert!(!is_io, "{shown}: {said}");
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(said.contains(&name), "{shown} is not named: {said}");
        let remedies = ["ez ", "ez-", "ez,", "ez.", "Rien n’a été écrit"];
        assert!(
            remedies.iter().any(|words| said.contains(words)),
            "{shown}: no remedy: {said}"
        );
        assert!(
            !said.contains("package-") && !said.contains("bag-"),
            "{shown}: no words: {said}"
        );
    }

    fn stores(&self) -> Vec<Vec<u8>> {
        ["k.sqlite", "k.sqlite-wal"]
            .map(|name| fs::read(self.at("store").join(name)).unwrap_or_default())
            .to_vec()
    }

    /// Lists every file that there is, the given ones apart.
    pub(super) fn listing(&self) -> BTreeMap<PathBuf, bool> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.root.path().to_owned()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let (entry, is_dir) = entry
                    .map(|e| (e.path(), e.file_type().unwrap().is_dir()))
                    .unwrap();
                if is_dir && !entry.ends_with("files") {
                    waiting.push(entry.clone());
                }
                found.insert(entry, is_dir);
            }
        }
        found
    }

    /// Gives all of a corpus.
    pub(super) fn run(&mut self, cases: &[Case]) {
        let before = self.listing();
        let mut wrong = Vec::new();
        for case in cases {
            let path = self.write(&case.name, &case.bytes, case.hole);
            let taken = self.give(&path);
            if case.must_be_refused && !taken.is_empty() {
                wrong.push(format!("{} ({}) was taken by {taken:?}", case.name, case.kind));
            }
            fs::remove_file(path).unwrap();
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(self.listing(), before, "a file was made");
    }
}
