//! Good files to start from, and a place where hostile ones are given to every reader.

use super::archive::{Member, zip};
use super::corpus::Case;
use super::tally::{Given, Tally, measured};
use crate::support::shop::fixture;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tnl_jury::context::Context;
use tnl_jury::domain::ids::Digest;
use tnl_jury::domain::words::Lang;
use tnl_jury::exchange::receive::Origin;
use tnl_jury::office::act::{ImportRequest, NewJuror};
use tnl_jury::office::{Act, NewCampaign, Office, OfficeError, new_campaign, open_package};
use tnl_jury::speech::Speech;
use tnl_jury::store::Access;

/// Files that are what they say.
pub(super) struct Good {
    pub(super) demarche: String,
    /// A survey's answers.
    pub(super) survey: String,
    /// Tables of every other kind, under their names.
    pub(super) tables: Vec<(&'static str, Vec<u8>)>,
    pub(super) package: Vec<u8>,
    pub(super) bag: Vec<u8>,
    /// A coordinator's store.
    pub(super) store: Vec<u8>,
    /// The members of the workbooks among them.
    pub(super) books: Vec<(&'static str, Vec<Member>)>,
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

const TABLES: [&str; 4] = ["limesurvey.csv", "demarche.csv", "demarche.ods", "demarche.xlsx"];

/// The ways in, as an import names them.
const ORIGINS: [(&str, Origin); 4] = [
    ("auto", Origin::Auto),
    ("demarche", Origin::Demarche),
    ("table", Origin::Table),
    ("bag", Origin::Bag),
];
/// Files that may be taken before the store begins anew, so that it stays small.
const RENEWED: usize = 100;

/// The coordinator's store and the place of the files.
pub(super) struct Lab {
    root: TempDir,
    /// Nothing while the store is laid anew.
    office: Option<Office>,
    taken: usize,
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
        let of_bag = bag_of(&dossier.bytes);
        let good = Good {
            demarche: fs::read_to_string(fixture("demarche_example.json")).unwrap(),
            books: ["demarche.ods", "demarche.xlsx"]
                .map(|name| {
                    (
                        name,
                        members(&fs::read(fixture(&format!("intake/{name}"))).unwrap()),
                    )
                })
                .to_vec(),
            survey: fs::read_to_string(fixture("intake/limesurvey.json")).unwrap(),
            tables: TABLES
                .map(|name| (name, fs::read(fixture(&format!("intake/{name}"))).unwrap()))
                .to_vec(),
            bag: zip(&of_bag, b"", true),
            package: zip(&packed, b"", true),
            store: fs::read(at("store/k.sqlite")).unwrap(),
            members: of_bag,
            packed,
        };
        Self {
            office: Some(office),
            taken: 0,
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

    /// Gives a file to every reader; returns what came of it with each.
    pub(super) fn give(&mut self, path: &Path) -> Vec<Given> {
        let mut all = Vec::new();
        for (reader, origin) in ORIGINS {
            let request = ImportRequest {
                paths: vec![path.to_owned()],
                origin,
                ..ImportRequest::default()
            };
            all.push(measured(reader, || self.import(path, request)));
        }
        all.push(measured("open", || self.open(path)));
        all
    }

    /// Gives a mapping file to an import of a good table.
    pub(super) fn map(&mut self, path: &Path) -> Given {
        let request = ImportRequest {
            paths: vec![fixture("intake/demarche.csv").into()],
            mapping_file: Some(path.to_owned()),
            ..ImportRequest::default()
        };
        measured("mapping", || self.import(path, request))
    }

    /// Imports the platform's answers with a folder of evidence; tells whether that was done.
    pub(super) fn import_with(&mut self, evidence: &Path) -> bool {
        let request = ImportRequest {
            paths: vec![fixture("demarche_example.json").into()],
            evidence: Some(evidence.to_owned()),
            ..ImportRequest::default()
        };
        self.import(evidence, request)
    }

    /// Makes a folder for evidence.
    pub(super) fn evidence(&self) -> PathBuf {
        let folder = self.at("files/evidence");
        fs::create_dir(&folder).unwrap();
        folder
    }

    /// Tells whether the store holds such bytes anywhere.
    pub(super) fn holds(&self, bytes: &[u8]) -> bool {
        let mut stores = self.stores().into_iter();
        stores.any(|store| store.windows(bytes.len()).any(|window| window == bytes))
    }

    fn import(&mut self, path: &Path, request: ImportRequest) -> bool {
        let before = self.stores();
        let office = self.office.as_mut().unwrap();
        match office.perform(Act::Import(request)) {
            Ok(_) => {
                self.taken += 1;
                if self.taken.is_multiple_of(RENEWED) {
                    self.renew();
                }
                true
            }
            Err(error) => {
                self.is_refusal(path, &error);
                assert!(self.stores() == before, "{}: the store changed", path.display());
                false
            }
        }
    }

    /// Lays the store anew.
    pub(super) fn renew(&mut self) {
        self.office = None;
        let store = self.at("store/k.sqlite");
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(self.at(&format!("store/k.sqlite{ending}")));
        }
        fs::write(&store, &self.good.store).unwrap();
        self.office = Some(Office::open(&store, Access::Write, context()).unwrap());
    }

    fn open(&mut self, path: &Path) -> bool {
        let juror = self.at("juror.sqlite");
        match open_package(&juror, path, context()) {
            Ok(_) => {
                fs::remove_file(&juror).unwrap();
                for ending in ["-wal", "-shm", ".lock"] {
                    let _ = fs::remove_file(self.at(&format!("juror.sqlite{ending}")));
                }
                true
            }
            Err(error) => {
                self.is_refusal(path, &error);
                false
            }
        }
    }

    /// A refusal is of the file and not a failure of the system, names it, and says what to do.
    fn is_refusal(&self, path: &Path, error: &OfficeError) {
        let said = self.speech.say(&error.saying());
        let shown = path.display();
        let is_refusal = match error {
            OfficeError::Exchange(error) => !error.is_io(),
            OfficeError::Package(error) => !error.is_io(),
            OfficeError::Refused(_) | OfficeError::Mapping(_) | OfficeError::Grid(_) => true,
            _ => false,
        };
        assert!(is_refusal, "{shown}: {said}");
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        // A mapping that no table bears out is told by the table.
        let is_named = said.contains(&name) || said.contains("intake/demarche.csv");
        assert!(is_named, "{shown} is not named: {said}");
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
    pub(super) fn run(&mut self, cases: &[Case], tally: &mut Tally) {
        let before = self.listing();
        let mut wrong = Vec::new();
        for case in cases {
            let path = self.write(&case.name, &case.bytes, case.hole);
            let mut taken = Vec::new();
            for given in self.give(&path) {
                tally.note(case.kind, &case.name, &given);
                taken.extend(given.taken.then_some(given.reader));
            }
            if case.must_be_refused && !taken.is_empty() {
                wrong.push(format!("{} ({}) was taken by {taken:?}", case.name, case.kind));
            }
            fs::remove_file(path).unwrap();
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(self.listing(), before, "a file was made");
    }
}
