//! T5 and T10: whatever the order, the grouping and the repetition in which sheets come, the store says the same; and what a
//! recused juror writes changes nothing of it.

use super::{Full, row};
use crate::hostile::chance::Chance;
use crate::support::shop::Shop;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use tnl_jury::context::Context;
use tnl_jury::domain::clock::Clock;
use tnl_jury::domain::ids::{CriterionCode, DeviceId, Digest, DossierId, JurorId};
use tnl_jury::domain::score::{Comment, Mark};
use tnl_jury::domain::sheet::{Content, Sheet, SheetDossier, Version};
use tnl_jury::exchange::sheet_json;
use tnl_jury::exchange::signature::{DeviceKey, Secret};
use tnl_jury::office::act::{ImportRequest, NewJuror};
use tnl_jury::office::{Act, NewCampaign, Office, OfficeError, Question, Report, new_campaign};
use tnl_jury::store::{Access, Enrolled, Store};

const JURORS: usize = 12;

/// A coordinator's store before any sheet, and what signs for its jurors.
struct Campaign {
    shop: Shop,
    jury: Vec<Enrolled>,
    dossiers: Vec<DossierId>,
    codes: Vec<CriterionCode>,
}

fn context() -> Context {
    Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), 5)
}

impl Campaign {
    fn new(dossiers: usize) -> Self {
        let shop = Shop::new();
        let new = NewCampaign {
            grid: "tnl-2016".to_owned(),
            edition: "Ordres".to_owned(),
            ..NewCampaign::default()
        };
        let mut office = new_campaign(&shop.path("base.sqlite"), &new, context()).unwrap();
        let mut table = "ID,Nom\n".to_owned();
        for n in 0..dossiers {
            let _ = writeln!(table, "{},Commune fictive {n}", 100 + n);
        }
        fs::write(shop.path("t.csv"), table).unwrap();
        fs::write(
            shop.path("m.toml"),
            "[dossier]\nnumber = \"ID\"\nname = \"Nom\"\n",
        )
        .unwrap();
        let import = ImportRequest {
            paths: vec![shop.path("t.csv")],
            mapping_file: Some(shop.path("m.toml")),
            ..ImportRequest::default()
        };
        office.perform(Act::Import(import)).unwrap();
        for n in 0..JURORS {
            let juror = NewJuror {
                name: format!("Juré {n:02}"),
                email: None,
                affiliation: None,
            };
            office.perform(Act::AddJuror(juror)).unwrap();
        }
        office.perform(Act::AssignAll).unwrap();
        let codes = office.grid().criteria().map(|c| c.code.clone()).collect();
        drop(office);
        let store = Store::open(&shop.path("base.sqlite"), Access::Read).unwrap();
        let names = store.dossier_names().unwrap();
        Self {
            jury: store.jury().unwrap(),
            dossiers: names.into_iter().map(|(id, ..)| id).collect(),
            codes,
            shop,
        }
    }

    /// Writes a sheet by chance: some cells, on a clock that now and then has seen the other device's.
    fn sheet(&self, chance: &mut Chance, juror: usize, device: usize, turn: u64, name: &str) -> PathBuf {
        let enrolled = &self.jury[juror];
        let office = Office::open(&self.shop.path("base.sqlite"), Access::Read, context()).unwrap();
        let ids = [0, 1].map(|d| DeviceId::new(format!("device{juror:02}{d}")));
        let (mut dossiers, mut recusals) = (BTreeMap::new(), BTreeMap::new());
        for dossier in &self.dossiers {
            let clock = |chance: &mut Chance| {
                let own = Clock::default().ticked(&ids[device], 2 * turn + chance.under(2) as u64);
                match chance.under(3) {
                    0 => own.ticked(&ids[1 - device], turn),
                    _ => own,
                }
            };
            let mut cells = BTreeMap::new();
            for code in &self.codes {
                if chance.under(8) == 0 {
                    continue;
                }
                let mark = match chance.under(9) {
                    0 => None,
                    1 => Some(Mark::Abstained),
                    2 => Some(Mark::NotApplicable),
                    n => i64::try_from(n)
                        .ok()
                        .and_then(|n| office.grid().scale().score(n - 3))
                        .map(Mark::Scored),
                };
                let comment = Comment(chance.pick(&["", "Vu", "Œuvre à revoir"]).to_string());
                let content = Content {
                    mark,
                    comment,
                    ..Content::default()
                };
                let clock = clock(chance);
                cells.insert(code.clone(), Version { content, clock });
            }
            if chance.under(15) == 0 {
                let content = (chance.under(3) > 0).then(|| "voisine".to_owned());
                let clock = clock(chance);
                recusals.insert(dossier.clone(), Version { content, clock });
            }
            dossiers.insert(dossier.clone(), SheetDossier { digest: None, cells });
        }
        let sheet = Sheet {
            campaign: office.campaign().id.clone(),
            grid: office.grid().digest().clone(),
            juror: enrolled.juror.id.clone(),
            device: ids[device].clone(),
            revision: turn,
            written_at: "2026-11-01T10:00:00Z".to_owned(),
            dossiers,
            recusals,
        };
        let (j, d) = (u8::try_from(juror).unwrap(), u8::try_from(device).unwrap());
        let secret = Secret::parse(&enrolled.secret).unwrap();
        let bytes = sheet_json::write(&sheet, &DeviceKey::new([j + 20 * d + 1; 32]), &secret).unwrap();
        let path = self.shop.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Merges groups of sheets into a copy of the base, and digests all that the store then says.
    fn merged(&self, work: &str, groups: &[Vec<PathBuf>]) -> (Digest, Digest) {
        let store = self.shop.path(work);
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(self.shop.path(&format!("{work}{ending}")));
        }
        fs::copy(self.shop.path("base.sqlite"), &store).unwrap();
        let mut office = Office::open(&store, Access::Write, context()).unwrap();
        office.be_without_copies();
        for group in groups {
            let paths = group.clone();
            let dry_run = false;
            match office.perform(Act::Merge { paths, dry_run }) {
                Ok(Report::Merged(merged)) => assert!(merged.refused.is_empty(), "{:?}", merged.refused),
                other => panic!("{other:?}"),
            }
        }
        let said = dump(&office);
        drop(office);
        (said, self.written(&store))
    }

    fn written(&self, store: &Path) -> Digest {
        let store = Store::open(store, Access::Read).unwrap();
        let mut text = String::new();
        let scale = tnl_jury::domain::score::Scale { min: 0, max: 5 };
        store
            .each_written::<OfficeError>(scale, |row| {
                let _ = writeln!(text, "{row:?}");
                Ok(())
            })
            .unwrap();
        assert!(text.len() > self.dossiers.len());
        Digest::of(text.as_bytes())
    }
}

/// Digests what anyone is told: results, agenda, who handed in what, what contradicts.
fn dump(office: &Office) -> Digest {
    let questions = [
        Question::Results,
        Question::Agenda,
        Question::Status,
        Question::Forks,
    ];
    let answers = questions.map(|question| format!("{:?}", office.ask(question).unwrap()));
    Digest::of(answers.join("\n").as_bytes())
}

/// Deals sheets out in a random order, some twice, in random groups.
fn dealt(chance: &mut Chance, sheets: &[PathBuf]) -> Vec<Vec<PathBuf>> {
    let mut cards: Vec<PathBuf> = sheets.to_vec();
    for _ in 0..chance.under(sheets.len()) {
        cards.push(chance.pick(sheets).clone());
    }
    for place in (1..cards.len()).rev() {
        cards.swap(place, chance.under(place + 1));
    }
    let mut groups = vec![Vec::new()];
    for card in cards {
        if chance.under(6) == 0 {
            groups.push(Vec::new());
        }
        groups.last_mut().unwrap().push(card);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn orders(seed: u64, dossiers: usize, criteria: usize, count: usize) {
    let mut chance = Chance::of(seed);
    let mut campaign = Campaign::new(dossiers);
    campaign.codes.truncate(criteria);
    let mut sheets = Vec::new();
    for juror in 0..JURORS {
        for (device, turn) in [(0, 1), (0, 2), (1, 1)] {
            let name = format!("{juror}-{device}-{turn}.sheet.json");
            sheets.push(campaign.sheet(&mut chance, juror, device, turn, &name));
        }
    }
    let expected = campaign.merged("work.sqlite", &[sheets.clone()]);
    // Each order has a chance of its own, so that it comes back whoever tries it.
    let try_some = |first: usize, step: usize| {
        for order in (first..count).step_by(step) {
            let mut chance = Chance::of(seed ^ (order as u64).rotate_left(32));
            let groups = dealt(&mut chance, &sheets);
            let found = campaign.merged(&format!("work-{first}.sqlite"), &groups);
            assert_eq!(found, expected, "seed {seed}, order {order}: {groups:?}");
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for first in 0..threads {
            let try_some = &try_some;
            scope.spawn(move || try_some(first, threads));
        }
    });
    row("T5 merge orders", count, seed, "every dump the same");
}

#[test]
fn any_order_grouping_and_repetition_of_sheets_say_the_same() {
    orders(2_031, 4, 12, 6);
}

#[test]
#[ignore = "half an hour"]
fn ten_thousand_orders_of_sheets_say_the_same() {
    let full = Full::asked();
    orders(full.seed, 60, 3, full.of(10_000));
}

fn recused(seed: u64, dossiers: usize, count: usize) {
    let mut chance = Chance::of(seed);
    let campaign = Campaign::new(dossiers);
    let mut office = Office::open(&campaign.shop.path("base.sqlite"), Access::Write, context()).unwrap();
    let loud: JurorId = campaign.jury[0].juror.id.clone();
    for dossier in &campaign.dossiers {
        let (juror, dossier) = (loud.clone(), dossier.clone());
        let reason = "voisin".to_owned();
        office
            .perform(Act::DeclareConflict {
                juror,
                dossier,
                reason,
            })
            .unwrap();
    }
    drop(office);
    let others: Vec<PathBuf> = (1..JURORS)
        .map(|juror| campaign.sheet(&mut chance, juror, 0, 1, &format!("{juror}.sheet.json")))
        .collect();
    // The revision that was received is told of the recused juror too: the sheet differs in its scores alone.
    let mut expected = None;
    for rewrite in 0..count {
        let mut all = others.clone();
        all.push(campaign.sheet(&mut chance, 0, 0, 1, "recused.sheet.json"));
        let (said, _) = campaign.merged("work.sqlite", &[all]);
        let expected = expected.get_or_insert_with(|| said.clone());
        assert_eq!(said, *expected, "seed {seed}, rewrite {rewrite}");
    }
    row(
        "T10 rewrites of recused scores",
        count,
        seed,
        "every dump the same",
    );
}

#[test]
fn what_a_recused_juror_writes_changes_nothing() {
    recused(2_032, 3, 6);
}

#[test]
#[ignore = "minutes"]
fn a_thousand_rewrites_of_recused_scores_change_nothing() {
    let full = Full::asked();
    recused(full.seed, 60, full.of(1_000));
}
