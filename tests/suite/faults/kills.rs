//! T1 and T2: the program is killed, or told to end, while somebody types; and while commands write. What the screen had
//! said to be saved is there.

use super::stage::{self, COORDINATOR, LATE, assert_sound, stage};
use super::{Full, row};
use crate::hostile::chance::Chance;
use crate::support::pty::Pty;
use crate::support::shop::Shop;
use std::fmt::Write as _;
use std::fs;
use std::process::Stdio;
use std::time::Duration;
use tnl_jury::office::{Answer, Office, Question};
use tnl_jury::store::Access;
use vt100::Screen;

/// The demo's dossiers on which its juror scored nothing yet.
const BLANK: [&str; 3] = ["16004", "16005", "16006"];
const CODES: [&str; 12] = [
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2",
];

/// The demo, whose juror's store is put back for every round.
struct Demo {
    shop: Shop,
    store: String,
    good: Vec<u8>,
}

impl Demo {
    fn new() -> Self {
        let shop = Shop::new();
        let made = shop.json("unused.sqlite", &["demo", "--as", "juror", "--dir", "demo"]);
        let store = made["store"].as_str().unwrap().to_owned();
        let good = fs::read(&store).unwrap();
        Self { shop, store, good }
    }

    fn put_back(&self) {
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{ending}", self.store));
        }
        fs::write(&self.store, &self.good).unwrap();
    }

    fn open(&self) -> Office {
        Office::open(self.store.as_ref(), Access::Write, stage::context()).unwrap()
    }

    /// Opens a dossier on which nothing is scored.
    fn review(&self, number: &str) -> Pty {
        let mut desk = Pty::start(&self.shop, 40, 120, &["--store", &self.store]);
        desk.shows(number);
        desk.press(&format!("/{number}\r\r"));
        desk.shows("0/12 notés");
        desk
    }
}

fn marks(office: &Office, number: &str) -> Vec<Option<String>> {
    let id = office.find_dossier(number).unwrap();
    let Answer::Dossier(Some(view)) = office.ask(Question::Dossier(id)).unwrap() else {
        panic!("{number} is gone");
    };
    let mark = |code: &&str| Some(view.cells.get(*code)?.mark?.to_string());
    CODES.iter().map(mark).collect()
}

/// What the screen promised: how many scores, each time that it began to say that all is saved. In a frame the count is
/// drawn before it.
#[derive(Default)]
struct Promise {
    says_saved: bool,
    scores: usize,
}

impl Promise {
    fn look(&mut self, screen: &Screen) {
        let (rows, cols) = screen.size();
        let line = |row: u16| screen.contents_between(row, 0, row, cols);
        let says_saved = line(rows - 1).contains("✓ enregistré");
        if says_saved && !self.says_saved {
            let first = line(0);
            let count = first
                .split_once("/12 notés")
                .and_then(|(before, _)| before.rsplit(' ').next());
            self.scores = count.and_then(|n| n.parse().ok()).unwrap_or(self.scores);
        }
        self.says_saved = says_saved;
    }
}

/// Types scores and has the program end at some moment; returns how many scores were promised.
fn round(demo: &Demo, chance: &mut Chance, signal: &str) -> usize {
    demo.put_back();
    let number = *chance.pick(&BLANK);
    let mut desk = demo.review(number);
    let mut promise = Promise::default();
    let typed: String = (0..=chance.under(12))
        .map(|_| char::from(b'0' + u8::try_from(chance.under(6)).unwrap()))
        .collect();
    for key in typed.chars() {
        desk.press(&key.to_string());
        if chance.under(3) == 0 {
            desk.watch(Duration::from_millis(chance.next() % 20), |screen| {
                promise.look(screen);
            });
        }
    }
    desk.watch(Duration::from_micros(chance.next() % 120_000), |screen| {
        promise.look(screen);
    });
    desk.signal(signal);
    let (code, left) = desk.last(|screen| promise.look(screen));
    if signal != "KILL" {
        assert_eq!(code, 0, "{signal}: {}", left.contents());
        assert_given_back(&left);
    }
    let office = demo.open();
    assert_sound(&office, &format!("{signal} after {typed}"));
    let marks = marks(&office, number);
    for (place, key) in typed.chars().take(promise.scores).enumerate() {
        assert_eq!(
            marks[place].as_deref(),
            Some(key.to_string().as_str()),
            "{typed}: {marks:?}"
        );
    }
    promise.scores
}

/// Tells whether the terminal is as a shell wants it.
pub(super) fn assert_given_back(left: &Screen) {
    assert!(
        !left.alternate_screen(),
        "the other screen is still up: {}",
        left.contents()
    );
    assert!(!left.bracketed_paste(), "pasted text still comes in brackets");
    assert!(!left.hide_cursor(), "the cursor is still hidden");
    assert_eq!(
        left.mouse_protocol_mode(),
        vt100::MouseProtocolMode::None,
        "the mouse is still taken"
    );
}

fn kill(seed: u64, count: usize) {
    let (demo, mut chance) = (Demo::new(), Chance::of(seed));
    let promised: usize = (0..count).map(|_| round(&demo, &mut chance, "KILL")).sum();
    row(
        "T1 SIGKILL while typing",
        count,
        seed,
        format!("{promised} scores promised, 0 lost"),
    );
}

/// Has the program told to end while a comment is typed: all that was on the screen is there.
fn mid_comment(demo: &Demo, chance: &mut Chance, signal: &str) {
    demo.put_back();
    let number = *chance.pick(&BLANK);
    let mut desk = demo.review(number);
    desk.press("c");
    desk.shows("Commentaire pour le jury");
    let mut typed = String::new();
    for n in 0..=chance.under(8) {
        let _ = write!(typed, "mot{n}.");
    }
    desk.press(&typed);
    let seen = typed[..typed.len() - chance.under(5)].to_owned();
    desk.shows(&seen);
    desk.signal(signal);
    let (code, left) = desk.last(|_| {});
    assert_eq!(code, 0, "{signal}: {}", left.contents());
    assert_given_back(&left);
    let office = demo.open();
    let id = office.find_dossier(number).unwrap();
    let Answer::Dossier(Some(view)) = office.ask(Question::Dossier(id)).unwrap() else {
        panic!("{number} is gone");
    };
    let kept = &view.cells["1.1"].comment.0;
    assert!(
        kept.starts_with(&seen),
        "{signal}: {seen:?} was seen, {kept:?} is kept"
    );
    assert_sound(&office, signal);
}

/// Has a command end at some moment: it was done, or it was not.
fn mid_command(chance: &mut Chance, signal: &str) {
    let shop = stage();
    let mut table = "Numéro;Nom\n".to_owned();
    for n in 0..400 {
        let _ = writeln!(table, "{};Commune {n}", 1_000 + n);
    }
    fs::write(shop.path("more.csv"), table).unwrap();
    let deeds: [&[&str]; 2] = [
        &["merge", LATE],
        &["import", "more.csv", "--mapping", "more.toml"],
    ];
    let args = *chance.pick(&deeds);
    let mut command = shop.command();
    command.args(["--store", COORDINATOR]).args(args);
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_micros(chance.next() % 90_000));
    let kill = format!("kill -{signal} {}", child.id());
    // It may have ended already.
    let _ = std::process::Command::new("sh")
        .arg("-c")
        .arg(kill)
        .stderr(Stdio::null())
        .status();
    let status = child.wait().unwrap();
    let office = stage::open(&shop.path(COORDINATOR), Access::Write).unwrap();
    assert_sound(&office, &format!("{args:?}"));
    let Answer::Journal(entries) = office.ask(Question::Journal).unwrap() else {
        panic!("no journal");
    };
    let sheets = entries.iter().filter(|entry| entry.kind == "sheet").count();
    let rows = office.rows().unwrap().len();
    assert!(
        [(4, 3), (5, 3), (4, 403)].contains(&(sheets, rows)),
        "{args:?}: {sheets} sheets, {rows} dossiers"
    );
    assert!(
        !status.success() || (sheets, rows) != (4, 3),
        "{args:?} was called done"
    );
}

fn end(seed: u64, count: usize) {
    let (demo, mut chance) = (Demo::new(), Chance::of(seed));
    let mut promised = 0;
    for n in 0..count {
        let signal = ["TERM", "HUP"][n % 2];
        match n % 4 {
            0 | 1 => promised += round(&demo, &mut chance, signal),
            2 => mid_comment(&demo, &mut chance, ["TERM", "HUP"][n / 4 % 2]),
            _ => mid_command(&mut chance, ["TERM", "HUP", "KILL"][n / 4 % 3]),
        }
    }
    row(
        "T2 SIGTERM and SIGHUP",
        count,
        seed,
        format!("{promised} scores promised, 0 lost, terminal given back"),
    );
}

#[test]
fn a_kill_loses_nothing_that_the_screen_called_saved() {
    kill(2_026, 4);
}

#[test]
#[ignore = "half an hour"]
fn a_thousand_kills_lose_nothing_that_the_screen_called_saved() {
    let full = Full::asked();
    kill(full.seed, full.of(1_000));
}

#[test]
fn a_signal_to_end_loses_nothing_and_gives_the_terminal_back() {
    end(2_026, 8);
}

#[test]
#[ignore = "minutes"]
fn five_hundred_signals_to_end_lose_nothing_and_give_the_terminal_back() {
    let full = Full::asked();
    end(full.seed, full.of(500));
}

/// The settings of the line are the shell's again.
#[test]
fn the_line_is_set_as_it_was() {
    let demo = Demo::new();
    let log = demo.shop.path("settings.txt");
    for signal in ["TERM", "HUP", "INT"] {
        demo.put_back();
        let script = format!(
            "stty -a > before.txt; \"$1\" --store \"$2\"; stty -a > after.txt; cmp before.txt after.txt && echo same > '{}'",
            log.display()
        );
        let mut desk = Pty::shell(
            &demo.shop,
            40,
            120,
            &script,
            &[env!("CARGO_BIN_EXE_tnl-jury"), &demo.store],
        );
        desk.shows("16004");
        desk.signal_child(signal);
        let (_, left) = desk.last(|_| {});
        assert_given_back(&left);
        assert_eq!(fs::read_to_string(&log).unwrap(), "same\n", "{signal}");
        fs::remove_file(&log).unwrap();
    }
}
