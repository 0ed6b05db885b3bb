//! Random juries: a grid, jurors, dossiers, sheets by one device or two, conflicts of interest, sides kept, values set.

use crate::hostile::chance::Chance;
use crate::support::shop::Shop;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::fs;
use tnl_jury::context::Context;
use tnl_jury::domain::decision::Ruling;
use tnl_jury::domain::ids::{DossierId, JurorId, hex};
use tnl_jury::domain::motion::Motion;
use tnl_jury::exchange::canonical;
use tnl_jury::exchange::signature::{DeviceKey, Secret};
use tnl_jury::office::act::{Decide, ImportRequest, NewJuror};
use tnl_jury::office::{Act, Answer, NewCampaign, Office, Question, Report, new_campaign};

/// The grid's shape, as far as chance needs it to fill sheets.
struct Shape {
    codes: Vec<String>,
    most: usize,
    /// How rarely a juror leaves a gap or contradicts themself: without a careful jury nothing has a result.
    care: usize,
}

/// Writes a grid by chance: weights may be nothing, thresholds and floors never fall.
fn grid(chance: &mut Chance) -> (String, Shape) {
    let most = 2 + chance.under(6);
    let (quorum, axes, levels) = (1 + chance.under(4), 1 + chance.under(4), 1 + chance.under(5));
    let mut text = format!(
        "id = \"hasard\"\nname = \"Hasard\"\nofficial = false\nscale = {{ min = 0, max = {most} }}\nquorum = {quorum}\nsitting_quorum = 1\n"
    );
    let (mut threshold, mut floors) = (0, vec![0; axes]);
    for rank in 1..=levels {
        threshold += chance.under(60 / levels + 1);
        let _ = write!(
            text,
            "[[levels]]\ncode = \"n{rank}\"\nname = \"n{rank}\"\nrank = {rank}\nthreshold = \"{threshold}/60\"\nfloors = {{ "
        );
        let of_axis = |axis: usize| format!("\"{axis}\" = \"{}/60\"", floors[axis]);
        let list: Vec<String> = (0..axes).map(of_axis).collect();
        let _ = writeln!(text, "{} }}", list.join(", "));
        for floor in &mut floors {
            *floor += chance.under(60 / levels / 2 + 1);
        }
    }
    let mut codes = Vec::new();
    for axis in 0..axes {
        let weight = if axis == 0 { 1 } else { chance.under(4) };
        let _ = writeln!(
            text,
            "[[axes]]\ncode = \"{axis}\"\nname = \"{axis}\"\nweight = {weight}"
        );
        for criterion in 0..=chance.under(4) {
            let weight = if criterion == 0 { 1 } else { chance.under(4) };
            let words = vec!["\"v\""; most + 1].join(", ");
            let code = format!("{axis}.{criterion}");
            let _ = writeln!(
                text,
                "[[axes.criteria]]\ncode = \"{code}\"\nname = \"c\"\nweight = {weight}\ndescriptors = [{words}]"
            );
            codes.push(code);
        }
    }
    let care = *chance.pick(&[1, 20, 20]);
    (text, Shape { codes, most, care })
}

/// Draws what a juror says on a criterion: nothing, taken back, abstention, not applicable, or a grade of their own leaning.
fn mark(chance: &mut Chance, leaning: usize, aside: usize, shape: &Shape) -> Value {
    match chance.under(20 * shape.care + aside) {
        0 => Value::Null,
        1 | 2 => json!("abstain"),
        3 => json!("na"),
        n if n >= 20 * shape.care => json!("na"),
        _ => json!((leaning + chance.under(3)).saturating_sub(1).min(shape.most)),
    }
}

/// Draws one device's cells. A second device knew of the first one's cell, or not: then they fork unless both say the same.
fn cells(chance: &mut Chance, shape: &Shape, devices: usize) -> Vec<Map<String, Value>> {
    let mut sheets = vec![Map::new(); devices];
    let (leaning, aside) = (
        chance.under(shape.most + 1),
        *chance.pick(&[0, 0, 0, 25 * shape.care]),
    );
    for code in &shape.codes {
        if chance.under(25 * shape.care) == 0 {
            continue;
        }
        let first =
            json!({"value": mark(chance, leaning, aside, shape), "clock": {"A": 1 + chance.under(9)}});
        if let Some(second) = sheets.get_mut(1) {
            let mut cell = first.clone();
            match chance.under(4 * shape.care) {
                0 => {
                    cell["clock"]["B"] = json!(1 + chance.under(9));
                    cell["value"] = mark(chance, leaning, aside, shape);
                }
                1 => {
                    cell["clock"] = json!({"B": 1 + chance.under(9)});
                    cell["value"] = mark(chance, leaning, aside, shape);
                }
                2 => cell["comment"] = json!("autre"),
                _ => {}
            }
            second.insert(code.clone(), cell);
        }
        sheets[0].insert(code.clone(), first);
    }
    sheets
}

/// One campaign in the making.
struct Jury {
    shop: Shop,
    office: Office,
    jurors: Vec<JurorId>,
    dossiers: Vec<DossierId>,
}

fn perform(office: &mut Office, act: Act) -> Report {
    office.perform(act).unwrap()
}

/// Makes a campaign with some jurors and dossiers, all or some of them given out.
fn jury(chance: &mut Chance, text: &str) -> Jury {
    let shop = Shop::new();
    fs::write(shop.path("grid.toml"), text).unwrap();
    let new = NewCampaign {
        grid: shop.path("grid.toml").to_string_lossy().into_owned(),
        edition: "2026".into(),
        ..NewCampaign::default()
    };
    let context = Context::fixed("2026-11-02T10:00:00Z".parse().unwrap(), chance.next());
    let mut office = new_campaign(&shop.path("k.sqlite"), &new, context).unwrap();
    let mut table = "Numéro;Nom\n".to_owned();
    for number in 0..=chance.under(4) {
        let _ = writeln!(table, "{};Commune {number}", 100 + number);
    }
    fs::write(shop.path("d.csv"), table).unwrap();
    fs::write(
        shop.path("m.toml"),
        "[dossier]\nnumber = \"Numéro\"\nname = \"Nom\"\n",
    )
    .unwrap();
    let request = ImportRequest {
        paths: vec![shop.path("d.csv")],
        mapping_file: Some(shop.path("m.toml")),
        ..ImportRequest::default()
    };
    perform(&mut office, Act::Import(request));
    let mut jurors = Vec::new();
    for n in 0..=chance.under(8) {
        let new = NewJuror {
            name: format!("Membre {n}"),
            ..NewJuror::default()
        };
        match perform(&mut office, Act::AddJuror(new)) {
            Report::JurorAdded(id) => jurors.push(id),
            other => panic!("{other:?}"),
        }
    }
    let dossiers: Vec<DossierId> = office.rows().unwrap().into_iter().map(|row| row.id).collect();
    perform(&mut office, Act::AssignAll);
    Jury {
        shop,
        office,
        jurors,
        dossiers,
    }
}

impl Jury {
    fn declare(&mut self, chance: &mut Chance) {
        let act = Act::DeclareConflict {
            juror: chance.pick(&self.jurors).clone(),
            dossier: chance.pick(&self.dossiers).clone(),
            reason: String::new(),
        };
        perform(&mut self.office, act);
    }

    /// Writes a juror's sheets, by one device or two; some hand in nothing, some leave dossiers out or step back.
    fn hand_in(&self, chance: &mut Chance, juror: usize, shape: &Shape) {
        let devices = match chance.under(7 * shape.care) {
            0 => 0,
            n if n % 6 == 1 => 2,
            _ => 1,
        };
        let mut parts = vec![Vec::new(); devices];
        let mut recusals = vec![Vec::new(); devices];
        for dossier in self.given(juror) {
            if devices == 0 || chance.under(12 * shape.care) == 0 {
                continue;
            }
            for (device, scores) in cells(chance, shape, devices).into_iter().enumerate() {
                parts[device].push(json!({"id": dossier, "scores": scores}));
            }
            if chance.under(8) == 0 {
                let undone = chance.under(3) == 0;
                let mut recusal = json!({"dossier": dossier, "clock": {"A": 1}});
                if undone {
                    recusal["undone"] = json!(true);
                }
                recusals[0].push(recusal);
                if let Some(second) = recusals.get_mut(1).filter(|_| chance.under(2) == 0) {
                    second.push(json!({"dossier": dossier, "reason": "x", "clock": {"B": 2}}));
                }
            }
        }
        for (device, (parts, recusals)) in parts.into_iter().zip(recusals).enumerate() {
            self.write(juror, device, &parts, &recusals);
        }
    }

    fn package(&self, juror: usize) -> zip::ZipArchive<fs::File> {
        let name = format!("packages/{}.jury.zip", self.jurors[juror]);
        zip::ZipArchive::new(fs::File::open(self.shop.path(&name)).unwrap()).unwrap()
    }

    fn given(&self, juror: usize) -> Vec<String> {
        let mut package = self.package(juror);
        let names: Vec<String> = package
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        let dossiers = names.iter().filter(|name| name.ends_with("/dossier.json"));
        let mut ids: Vec<String> = dossiers
            .map(|name| {
                let whole: Value = serde_json::from_reader(package.by_name(name).unwrap()).unwrap();
                whole["id"].as_str().unwrap().to_owned()
            })
            .collect();
        ids.sort();
        ids
    }

    fn write(&self, juror: usize, device: usize, parts: &[Value], recusals: &[Value]) {
        let whole: Value =
            serde_json::from_reader(self.package(juror).by_name("data/juror.json").unwrap()).unwrap();
        let secret = Secret::parse(whole["secret"].as_str().unwrap()).unwrap();
        let seed = u8::try_from(juror * 2 + device).unwrap();
        let key = DeviceKey::new([seed; 32]);
        let (campaign, name) = (self.office.campaign(), ["A", "B"][device]);
        let public = hex(&key.public());
        let mut sheet = json!({
            "format": "tnl-jury/sheet", "version": 1, "campaign": campaign.id, "grid": campaign.grid,
            "juror": self.jurors[juror], "device": name, "revision": 9,
            "written_at": "2026-11-01T10:00:00Z", "dossiers": parts, "recusals": recusals,
            "public_key": public, "endorsement": secret.endorse(&key.public()),
        });
        sheet["signature"] = json!(key.sign(&canonical::bytes(&sheet).unwrap()));
        let name = format!("sheets/{}-{device}.sheet.json", self.jurors[juror]);
        fs::write(self.shop.path(&name), canonical::bytes(&sheet).unwrap()).unwrap();
    }

    fn merge(&mut self) {
        let act = Act::Merge {
            paths: vec![self.shop.path("sheets")],
            dry_run: false,
        };
        match perform(&mut self.office, act) {
            Report::Merged(merged) => assert!(merged.refused.is_empty(), "{:?}", merged.refused),
            other => panic!("{other:?}"),
        }
    }

    /// Keeps a side of some forks, and has the committee set values and decide where it may.
    fn deliberate(&mut self, chance: &mut Chance, shape: &Shape) {
        let Answer::Forks(forks) = self.office.ask(Question::Forks).unwrap() else {
            panic!("no forks");
        };
        for fork in forks {
            if chance.under(2) == 0 {
                let (fork, side) = (fork.id, chance.under(2));
                perform(&mut self.office, Act::Keep { fork, side });
            }
        }
        let present = self.jurors.clone();
        perform(&mut self.office, Act::OpenSitting { present });
        for dossier in self.dossiers.clone() {
            let mut set = std::collections::BTreeMap::new();
            while chance.under(3) == 0 {
                let value = self
                    .office
                    .grid()
                    .scale()
                    .score(i64::try_from(chance.under(shape.most + 1)).unwrap());
                set.insert(chance.pick(&shape.codes).as_str().into(), value.unwrap().value());
            }
            let ruling = if chance.under(2) == 0 {
                Ruling::Decided { level: None }
            } else {
                Ruling::Postponed
            };
            let reason = "Au hasard".to_owned();
            // A fork left open, or a jury recused as a whole, forbids it: then there is no decision to follow.
            let _ = self.office.perform(Act::Decide(Box::new(Decide {
                dossier,
                ruling,
                reason,
                motion: Motion {
                    set,
                    ..Motion::default()
                },
            })));
        }
    }
}

/// Makes a random jury in a folder as the verifier wants it.
pub(super) fn campaign(seed: u64) -> Shop {
    let mut chance = Chance::of(seed);
    let (text, shape) = grid(&mut chance);
    let mut jury = jury(&mut chance, &text);
    while chance.under(3) == 0 {
        jury.declare(&mut chance);
    }
    let (out, juror) = (jury.shop.path("packages"), None);
    perform(&mut jury.office, Act::Pack { out, juror });
    fs::create_dir(jury.shop.path("sheets")).unwrap();
    for juror in 0..jury.jurors.len() {
        jury.hand_in(&mut chance, juror, &shape);
    }
    if chance.under(3) == 0 {
        jury.declare(&mut chance);
    }
    jury.merge();
    jury.deliberate(&mut chance, &shape);
    let Jury { shop, office, .. } = jury;
    drop(office);
    for (file, command) in [("journal.json", "log"), ("results.json", "results")] {
        let said = shop.on("k.sqlite", &["--json", command]).exits(0);
        fs::write(shop.path(file), said.stdout).unwrap();
    }
    shop
}
