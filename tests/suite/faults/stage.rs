//! A small campaign with a row in every table, made once in memory and laid out for each test that wants to break it.

use crate::support::shop::{Shop, fixture};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tnl_jury::context::Context;
use tnl_jury::domain::decision::Ruling;
use tnl_jury::domain::evidence::Reading;
use tnl_jury::domain::ids::{DossierId, JurorId};
use tnl_jury::domain::mapping::MapTo;
use tnl_jury::domain::motion::Motion;
use tnl_jury::domain::score::{Comment, Feedback, Mark, Note};
use tnl_jury::office::act::{CellChange, Decide, ImportRequest, NewJuror};
use tnl_jury::office::reading::Piece;
use tnl_jury::office::{Act, NewCampaign, Office, new_campaign, open_package};
use tnl_jury::store::Access;

/// The coordinator's store: three dossiers and one set aside, four jurors of whom three handed in, a fork that was settled and
/// one that was not, a sitting, a decision.
pub(super) const COORDINATOR: &str = "k.sqlite";
/// A juror's store: scores, texts of the three kinds, a recusal taken back, a newer package opened.
pub(super) const JUROR: &str = "a.sqlite";
/// A sheet that was not merged yet.
pub(super) const LATE: &str = "late.sheet.json";
/// The package that the juror has not opened yet.
pub(super) const PACKAGE: &str = "newest/agnes-lefevre.jury.zip";
/// Dossiers that were not imported yet.
pub(super) const MORE: &str = "more.csv";

const NAMES: [&str; 4] = ["Agnès Lefèvre", "Ilona Kovács", "Yann Bréhat", "Zoé Sorel"];
const IDS: [&str; 4] = ["agnes-lefevre", "ilona-kovacs", "yann-brehat", "zoe-sorel"];
const CHARTER: &str = "Charte des formats ouverts : ODF partout, exceptions datées.\n";

type Files = Vec<(String, Vec<u8>)>;
static FILES: OnceLock<Files> = OnceLock::new();

/// Lays the campaign out in a folder of its own.
pub(super) fn stage() -> Shop {
    let shop = Shop::new();
    for (name, bytes) in FILES.get_or_init(made) {
        let path = shop.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    shop
}

/// Returns the bytes of one of the campaign's files.
pub(super) fn bytes(name: &str) -> &'static [u8] {
    let files = FILES.get_or_init(made);
    &files.iter().find(|(other, _)| other == name).unwrap().1
}

pub(super) fn context() -> Context {
    Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 7)
}

fn made() -> Files {
    let shop = Shop::new();
    let maker = Maker { root: shop.path("") };
    maker.make();
    let mut files = Vec::new();
    maker.gather(&maker.root, &mut files);
    files
}

struct Maker {
    root: PathBuf,
}

fn perform(office: &mut Office, act: Act) {
    office.perform(act).unwrap();
}

fn id(number: &str) -> DossierId {
    DossierId::new(format!("demarche-{number}"))
}

impl Maker {
    fn at(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    fn gather(&self, folder: &Path, files: &mut Files) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                self.gather(&path, files);
            } else if !path.to_string_lossy().ends_with(".lock") {
                let name = path
                    .strip_prefix(&self.root)
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                files.push((name, fs::read(&path).unwrap()));
            }
        }
    }

    fn make(&self) {
        let mut office = self.campaign();
        self.hand_in(&mut office);
        sit(&mut office);
        self.import(&mut office, "Migration revue en 2026");
        self.pack(&mut office, "newest");
        drop(office);
        fs::write(
            self.at(MORE),
            "Numéro;Nom\n700;Commune neuve\n701;Autre commune\n",
        )
        .unwrap();
        fs::write(
            self.at("more.toml"),
            "[dossier]\nnumber = \"Numéro\"\nname = \"Nom\"\n",
        )
        .unwrap();
    }

    fn campaign(&self) -> Office {
        let new = NewCampaign {
            grid: "tnl-2016".into(),
            edition: "2026".into(),
            opens: Some("2026-09-01".into()),
            closes: Some("2026-10-19".into()),
        };
        let mut office = new_campaign(&self.at(COORDINATOR), &new, context()).unwrap();
        self.import(&mut office, "Migration engagée en 2021");
        for name in NAMES {
            let new = NewJuror {
                name: name.into(),
                affiliation: Some("Ateliers du libre (fictifs)".into()),
                email: None,
            };
            perform(&mut office, Act::AddJuror(new));
        }
        perform(&mut office, Act::AssignAll);
        let [.., yann, zoe] = IDS.map(JurorId::from);
        let (dossier, reason) = (id("26003"), "voisine".to_owned());
        perform(
            &mut office,
            Act::DeclareConflict {
                juror: zoe,
                dossier: dossier.clone(),
                reason,
            },
        );
        perform(&mut office, Act::DismissConflict { juror: yann, dossier });
        let levels = "year,name,type,level\n2025,Fontlibre,commune,4\n";
        fs::write(self.at("levels.csv"), levels).unwrap();
        let from = self.at("levels.csv");
        perform(&mut office, Act::Recall { from, dry_run: false });
        read_all(&mut office);
        self.pack(&mut office, "packages");
        office
    }

    /// Imports the example, with a piece of evidence that is here and an answer that says so.
    fn import(&self, office: &mut Office, answer: &str) {
        let text = fs::read_to_string(fixture("demarche_example.json")).unwrap();
        let text = text
            .replace("Migration engagée en 2021", answer)
            .replace("HnPYv3mNjFatjL4nZNfnoQ==", "5TsJPWOJsGSSqBhag36kfw==")
            .replace("98304", &CHARTER.len().to_string());
        fs::write(self.at("example.json"), text).unwrap();
        let evidence = self.at("evidence");
        fs::create_dir_all(&evidence).unwrap();
        fs::write(evidence.join("schema-directeur.odt"), CHARTER).unwrap();
        let request = ImportRequest {
            paths: vec![self.at("example.json")],
            evidence: Some(evidence),
            mapping: BTreeMap::from([("Q2hhbXAtMTAwMg==".to_owned(), MapTo::Criterion("1.1".into()))]),
            ..ImportRequest::default()
        };
        perform(office, Act::Import(request));
    }

    fn pack(&self, office: &mut Office, folder: &str) {
        let (out, juror) = (self.at(folder), None);
        perform(office, Act::Pack { out, juror });
    }

    fn open(&self, store: &str, folder: &str, juror: usize) -> Office {
        let package = self.at(&format!("{folder}/{}.jury.zip", IDS[juror]));
        open_package(&self.at(store), &package, context()).unwrap().0
    }

    fn hand_in(&self, office: &mut Office) {
        let mut agnes = self.open(JUROR, "packages", 0);
        score(&mut agnes, 3, &["26001", "26002"]);
        write(&mut agnes);
        let (dossier, reason) = (id("26003"), Some("parente".to_owned()));
        perform(&mut agnes, Act::Recuse { dossier, reason });
        read_all(&mut agnes);
        self.sheet(&mut agnes, "sheets/agnes-a.sheet.json");
        perform(&mut agnes, Act::Undo);
        perform(&mut agnes, Act::Dismiss { dossier: id("26002") });
        drop(agnes);
        let mut other = self.open("other.sqlite", "packages", 0);
        score_cell(&mut other, "26001", "1.1", 5);
        score_cell(&mut other, "26002", "2.1", 0);
        self.sheet(&mut other, "sheets/agnes-b.sheet.json");
        drop(other);
        for (juror, value) in [(1, 4), (2, 2)] {
            let store = format!("{juror}.sqlite");
            let mut office = self.open(&store, "packages", juror);
            score(&mut office, value, &["26001", "26002", "26003"]);
            self.sheet(&mut office, &format!("sheets/{}.sheet.json", IDS[juror]));
        }
        let mut late = self.open("late.sqlite", "packages", 3);
        score(&mut late, 1, &["26001", "26002"]);
        self.sheet(&mut late, LATE);
        let paths = vec![self.at("sheets")];
        perform(
            office,
            Act::Merge {
                paths,
                dry_run: false,
            },
        );
        // The package of the juror's answers changed meanwhile.
        self.import(office, "Migration achevée en 2025");
        self.pack(office, "newer");
        drop(self.open(JUROR, "newer", 0));
        for store in ["other.sqlite", "late.sqlite", "1.sqlite", "2.sqlite"] {
            fs::remove_file(self.at(store)).unwrap();
        }
    }

    fn sheet(&self, office: &mut Office, name: &str) {
        fs::create_dir_all(self.at("sheets")).unwrap();
        perform(office, Act::WriteSheet { path: self.at(name) });
    }
}

fn sit(office: &mut Office) {
    let tnl_jury::office::Answer::Forks(forks) = office.ask(tnl_jury::office::Question::Forks).unwrap()
    else {
        panic!("no forks");
    };
    let fork = forks
        .iter()
        .find(|fork| fork.number == "26001")
        .unwrap()
        .id
        .clone();
    perform(office, Act::Keep { fork, side: 0 });
    let present = IDS.map(JurorId::from).to_vec();
    perform(office, Act::OpenSitting { present });
    let decide = Decide {
        dossier: id("26001"),
        ruling: Ruling::Decided {
            level: Some("3".into()),
        },
        reason: "Au vu des pièces".into(),
        motion: Motion {
            set: BTreeMap::from([("1.2".into(), 4)]),
            ..Motion::default()
        },
    };
    perform(office, Act::Decide(Box::new(decide)));
}

fn score(office: &mut Office, value: i64, numbers: &[&str]) {
    let codes: Vec<String> = office.grid().criteria().map(|c| c.code.to_string()).collect();
    for number in numbers {
        for code in &codes {
            score_cell(office, number, code, value);
        }
    }
}

fn score_cell(office: &mut Office, number: &str, code: &str, value: i64) {
    let mark = office.grid().scale().score(value).map(Mark::Scored);
    let change = CellChange {
        mark: Some(mark),
        ..CellChange::default()
    };
    let (dossier, criterion) = (id(number), code.into());
    perform(
        office,
        Act::Score {
            dossier,
            criterion,
            change,
        },
    );
}

fn write(office: &mut Office) {
    let change = CellChange {
        comment: Some(Comment("Vérifié sur pièces.".into())),
        feedback: Some(Feedback("Publier l’inventaire.".into())),
        note: Some(Note("revoir la charte".into())),
        ..CellChange::default()
    };
    let (dossier, criterion) = (id("26001"), "1.3".into());
    perform(
        office,
        Act::Score {
            dossier,
            criterion,
            change,
        },
    );
}

/// Keeps what the evidence says, as the desk does in the background.
fn read_all(office: &mut Office) {
    for Piece { dossier, digest, .. } in office.unread(10).unwrap() {
        let reading = Reading {
            pages: vec![CHARTER.to_owned(), "Annexe : parc logiciel.".to_owned()],
            truncated: false,
        };
        perform(
            office,
            Act::KeepReading {
                dossier,
                digest,
                reading,
            },
        );
    }
}

/// Checks that a store holds what it ought to.
pub(super) fn assert_sound(office: &Office, what: &str) {
    let found = office.check().unwrap().findings;
    assert!(found.is_empty(), "{what}: {found:?}");
}

/// Opens a store of the stage.
pub(super) fn open(path: &Path, access: Access) -> Result<Office, tnl_jury::office::OfficeError> {
    Office::open(path, access, context())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    /// A table without a row would never be seen to lose one.
    #[test]
    fn every_table_has_a_row_on_one_side_or_the_other() {
        let shop = stage();
        let count = |store: &str, table: &str| -> i64 {
            let conn = Connection::open(shop.path(store)).unwrap();
            conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
                .unwrap()
        };
        let conn = Connection::open(shop.path(COORDINATOR)).unwrap();
        let sql = "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let mut tables = conn.prepare(sql).unwrap();
        let tables: Vec<String> = tables
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(tables.len() > 15, "{tables:?}");
        for table in tables {
            let rows = count(COORDINATOR, &table) + count(JUROR, &table);
            assert!(rows > 0, "{table}");
        }
        for store in [COORDINATOR, JUROR] {
            assert_eq!(shop.json(store, &["check"])["ok"], true, "{store}");
        }
    }
}
