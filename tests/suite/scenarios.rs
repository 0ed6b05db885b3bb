//! Whole jobs in the real program, in a pseudo-terminal: a juror's dossier, a coordinator's merge, a committee's decision.

use crate::support::pty::Pty;
use crate::support::shop::Shop;
use serde_json::{Value, json};

/// Makes the demo, and returns the shop and the store of a role.
fn demo(role: &str) -> (Shop, String) {
    let shop = Shop::new();
    let made = shop.json("unused.sqlite", &["demo", "--as", role, "--dir", "demo"]);
    let store = made["store"].as_str().unwrap().to_owned();
    (shop, store)
}

fn row(rows: &Value, number: &str) -> Value {
    rows.as_array()
        .unwrap()
        .iter()
        .find(|row| row["number"] == number)
        .unwrap()
        .clone()
}

#[test]
fn a_juror_scores_a_dossier_in_at_most_24_keys_comments_and_hands_in() {
    let (shop, store) = demo("juror");
    let mut desk = Pty::start(&shop, 40, 120, &["--store", &store]);
    desk.shows("Haut-Sorvan");
    desk.press("/16004\r");
    desk.until("one row", |s| !s.contains("16001") && s.contains("16004"));
    desk.press("\r");
    desk.shows("0/12 notés");
    desk.keys = 0;
    desk.press("342132435425");
    desk.until("all scored and saved", |s| {
        s.contains("12/12 notés") && s.contains("enregistré")
    });
    assert!(desk.keys <= 24, "{} keys", desk.keys);
    desk.press("c");
    desk.press("Vérifié sur pièces : l’été, ça va. ");
    desk.shows("Vérifié sur pièces");
    desk.press("\u{1b}");
    desk.until("the editor closed", |s| {
        s.contains("12/12 notés") && s.contains("Vérifié sur pièces")
    });
    // While it is open, another process reads; writing names the holder.
    assert_eq!(row(&shop.json(&store, &["dossiers"]), "16004")["state"], "done");
    shop.on(&store, &["score", "16004", "1.1", "5"]).exits(4);
    desk.press("m");
    desk.shows("Répartition de mes notes");
    desk.press("w");
    desk.shows("Où écrire votre feuille signée");
    desk.press("\r");
    desk.shows("Feuille écrite");
    desk.press("\u{1b}");
    desk.until("the report closed", |s| !s.contains("Feuille écrite"));
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);

    let sheet = std::fs::read_dir(shop.path("demo"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.to_string_lossy().ends_with(".sheet.json"))
        .expect("the sheet lies beside the store");
    let text = std::fs::read_to_string(&sheet).unwrap();
    assert!(text.contains("Vérifié sur pièces : l’été, ça va."));
    let coordinator = shop.path("demo/coordinator.sqlite");
    let verified = shop.json(
        &coordinator.to_string_lossy(),
        &["sheet", "verify", &sheet.to_string_lossy()],
    );
    assert_eq!(
        (&verified["valid"], &verified["against"]),
        (&json!(true), &json!("campaign"))
    );
}

#[test]
fn a_passage_cited_at_the_desk_travels_to_the_committee() {
    let (shop, store) = demo("juror");
    let mut desk = Pty::start(&shop, 40, 120, &["--store", &store]);
    desk.shows("16001");
    desk.press("\u{1b}[H\r");
    desk.shows("Valbrume (commune)");
    desk.press("\u{1b}[Hg");
    desk.shows("La présente charte fixe les règles");
    desk.press("C");
    desk.shows("Passage à citer");
    desk.press("jjj\r");
    desk.until("the citation is saved", |s| {
        s.contains("❝ 1 citation") && s.contains("enregistré")
    });
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);
    // After a restart one key leads back, from another page.
    let mut again = Pty::start(&shop, 40, 120, &["--store", &store]);
    again.shows("16001");
    again.press("\u{1b}[H\r");
    again.shows("Valbrume (commune)");
    again.press("g");
    again.shows("p. 1/2");
    again.press(";");
    again.shows("p. 2/2");
    again.press("y");
    again.shows("Citation 1/1 : charte-numerique.pdf, p. 1.");
    again.shows("La présente charte fixe les règles");
    again.press("\u{3}");
    assert_eq!(again.ends(), 0);

    let sheet = sheet_file(&shop, &store);
    assert!(
        std::fs::read_to_string(&sheet)
            .unwrap()
            .contains("La présente charte fixe les règles")
    );
    let committee = shop.path("demo/committee.sqlite").to_string_lossy().into_owned();
    shop.on(&committee, &["merge", &sheet]).exits(0);
    let mut sitting = Pty::start(&shop, 60, 200, &["--store", &committee]);
    sitting.shows("16001");
    sitting.press("C");
    sitting.shows("Ordre du jour");
    sitting.press(&"K".repeat(14));
    let agenda = sitting.shows("▸! 16007");
    let above = agenda
        .lines()
        .take_while(|line| !line.contains(" 16001 "))
        .count();
    let first = agenda.lines().position(|line| line.contains("▸! 16007")).unwrap();
    sitting.press(&"J".repeat(above - first));
    sitting.shows("16001 Valbrume (commune)");
    sitting.shows("❝ « La présente charte fixe les règles");
    sitting.press("y");
    sitting.shows("Citation 1/1 : charte-numerique.pdf, p. 1.");
    sitting.shows("Article 2. Formats");
    sitting.press("q");
    sitting.shows("Ordre du jour");
    sitting.press("\u{3}");
    assert_eq!(sitting.ends(), 0);
}

/// Has a store's sheet written, and returns its file.
fn sheet_file(shop: &Shop, store: &str) -> String {
    let file = shop.path("cited.sheet.json").to_string_lossy().into_owned();
    shop.on(store, &["sheet", "write", &file]).exits(0);
    file
}

#[test]
fn undo_goes_back_key_by_key_and_survives_a_restart() {
    let (shop, store) = demo("juror");
    let mut desk = Pty::start(&shop, 24, 80, &["--store", &store]);
    desk.shows("16004");
    desk.press("/16004\r\r");
    desk.shows("0/12 notés");
    desk.press("345");
    desk.until("three scored", |s| {
        s.contains("3/12 notés") && s.contains("enregistré")
    });
    desk.press("u");
    desk.shows("2/12 notés");
    desk.press("q");
    desk.shows("16004");
    desk.press("\u{1b}");
    desk.shows("16001");
    desk.press("q");
    assert_eq!(desk.ends(), 0);
    let mut desk = Pty::start(&shop, 24, 80, &["--store", &store]);
    desk.shows("16004");
    desk.press("/16004\r\r");
    desk.shows("2/12 notés");
    desk.press("u");
    desk.shows("1/12 notés");
    desk.press("U");
    desk.shows("2/12 notés");
    desk.kill();
    assert_eq!(row(&shop.json(&store, &["dossiers"]), "16004")["scored"], 2);
}

#[test]
fn what_the_screen_says_is_saved_is_there_after_a_kill() {
    let (shop, store) = demo("juror");
    for round in 1..=5u64 {
        let mut desk = Pty::start(&shop, 40, 120, &["--store", &store]);
        desk.shows("16005");
        desk.press("/16005\r\r");
        desk.shows(&format!("{}/12 notés", round - 1));
        desk.press("3");
        desk.until("saved", |s| {
            s.contains(&format!("{round}/12 notés")) && s.contains("✓ enregistré")
        });
        desk.kill();
        let rows = shop.json(&store, &["dossiers"]);
        assert_eq!(row(&rows, "16005")["scored"], round);
        assert_eq!(shop.json(&store, &["check"])["ok"], true);
    }
}

#[test]
fn a_coordinator_sees_the_plan_of_a_merge_before_it_is_done() {
    let (shop, store) = demo("coordinator");
    let juror = shop.path("demo/juror.sqlite").to_string_lossy().into_owned();
    shop.json(&juror, &["sheet", "write", "late.sheet.json"]);
    let late = shop.path("late.sheet.json").to_string_lossy().into_owned();
    let mut desk = Pty::start(&shop, 40, 120, &["--store", &store]);
    desk.shows("Valbrume");
    desk.press("s");
    desk.shows("Yann Bréhat");
    desk.press("g");
    desk.shows("rien ne change avant votre accord");
    desk.press("\u{15}");
    desk.press(&late);
    desk.press("\r");
    desk.shows("Ce que la fusion ferait");
    let status = shop.json(&store, &["status"]);
    assert_eq!(status["jurors"][4]["revision"], Value::Null, "nothing yet");
    desk.press("\r");
    desk.shows("Fusion faite");
    desk.press("\u{1b}");
    desk.until("the report closed", |s| !s.contains("Fusion faite"));
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);
    let status = shop.json(&store, &["status"]);
    assert!(status["jurors"][4]["revision"].is_u64(), "{status}");
}

#[test]
fn the_committee_decides_in_at_most_six_keys_when_nothing_is_disputed() {
    let (shop, store) = demo("committee");
    let undecided = |shop: &Shop| {
        let rows = shop.json(&store, &["results"]);
        rows.as_array()
            .unwrap()
            .iter()
            .filter(|row| row["decided"].is_null())
            .count()
    };
    let before = undecided(&shop);
    let mut desk = Pty::start(&shop, 40, 120, &["demo", "--as", "committee", "--dir", "demo"]);
    desk.shows("Niveau proposé");
    desk.keys = 0;
    desk.press("d");
    desk.shows("Niveau de");
    desk.press("\r");
    desk.until("the reason or the decision", |s| !s.contains("Niveau de"));
    desk.press("\u{13}");
    desk.until("decided", |s| s.contains("décidés 4/14"));
    assert!(desk.keys <= 6, "{} keys", desk.keys);
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);
    assert_eq!(undecided(&shop), before - 1);
    assert_eq!(shop.json(&store, &["log", "--verify"])["ok"], true);
}

#[test]
fn an_empty_machine_is_welcomed_and_left_with_nothing_behind() {
    let shop = Shop::new();
    let mut desk = Pty::start(&shop, 24, 80, &["--lang", "en"]);
    desk.shows("package");
    desk.press("q");
    assert_eq!(desk.ends(), 0);
}

#[test]
fn a_window_that_is_too_small_says_so_and_goes_on() {
    let (shop, store) = demo("juror");
    let mut desk = Pty::start(&shop, 24, 80, &["--store", &store]);
    desk.shows("Valbrume");
    desk.resize(10, 30);
    desk.shows("80");
    desk.resize(30, 100);
    desk.shows("Valbrume");
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);
}

/// Returns the juror's sheet as it would be handed in.
fn sheet(shop: &Shop, store: &str) -> String {
    shop.json(store, &["sheet", "write", "now.sheet.json"]);
    let text = std::fs::read_to_string(shop.path("now.sheet.json")).unwrap();
    std::fs::remove_file(shop.path("now.sheet.json")).unwrap();
    text
}

#[test]
fn a_kill_while_one_writes_loses_at_most_twenty_keys() {
    let (shop, store) = demo("juror");
    let typed = "Une phrase que personne ne veut écrire deux fois, jamais.";
    let mut desk = Pty::start(&shop, 40, 120, &["--store", &store]);
    desk.shows("16006");
    desk.press("/16006\r\r");
    desk.shows("0/12 notés");
    desk.press("c");
    desk.shows("Commentaire pour le jury");
    desk.press(typed);
    desk.shows("jamais.");
    desk.kill();
    let kept = sheet(&shop, &store);
    let least: String = typed.chars().take(typed.chars().count() - 20).collect();
    assert!(kept.contains(&least), "{least:?} is lost");
    // After a second of rest nothing at all is lost, and opening shows it.
    let mut desk = Pty::start(&shop, 40, 120, &["--store", &store]);
    desk.shows("16006");
    desk.press("/16006\r\rc");
    desk.shows(&least);
    desk.press(" Fin du brouillon.");
    desk.shows("Fin du brouillon.");
    std::thread::sleep(std::time::Duration::from_secs(1));
    desk.kill();
    assert!(sheet(&shop, &store).contains("Fin du brouillon."));
    assert_eq!(shop.json(&store, &["check"])["ok"], true);
}

#[test]
fn the_own_editor_has_the_terminal_and_gives_it_back() {
    let (shop, store) = demo("juror");
    let script = shop.path("editor.sh");
    let lines = "echo l’éditeur écoute\nread key < /dev/tty\necho \"repris $key\" > \"$1\"\n";
    std::fs::write(&script, lines).unwrap();
    let editor = format!("sh {}", script.display());
    let mut desk = Pty::start_in(&shop, 40, 120, &[("EDITOR", &editor)], &["--store", &store]);
    desk.shows("16006");
    desk.press("/16006\r\rc");
    desk.shows("Commentaire pour le jury");
    desk.press("\u{5}");
    desk.shows("l’éditeur écoute");
    desk.press("mot\r");
    desk.until("the text came back", |s| {
        s.contains("repris mot") && s.contains("2 mots")
    });
    desk.press(" puis");
    desk.shows("repris mot puis");
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);
    assert!(sheet(&shop, &store).contains("repris mot puis"));
}

#[test]
fn settings_and_flags_choose_keys_colours_and_language() {
    let (shop, store) = demo("juror");
    let folder = shop.path(".config/tnl-jury");
    std::fs::create_dir_all(&folder).unwrap();
    let settings = folder.join("settings.toml");
    let chosen = "# à moi\nkeymap = \"one-hand\"\nlang = \"en\"\n";
    std::fs::write(&settings, chosen).unwrap();
    let mut desk = Pty::start(&shop, 40, 120, &["--store", &store]);
    desk.shows("16006");
    desk.press("d");
    desk.shows("To begin");
    desk.press("\u{1b}");
    desk.until("the hints closed", |s| !s.contains("To begin"));
    desk.press("T");
    desk.shows("Colours: for a dark ground");
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);
    let kept = std::fs::read_to_string(&settings).unwrap();
    assert_eq!(kept, format!("{chosen}hints = false\ntheme = \"dark\"\n"));
    let flags = ["--store", &store, "--lang", "fr", "--keymap", "default"];
    let mut again = Pty::start(&shop, 40, 120, &flags);
    again.shows("à faire");
    again.press("n");
    let screen = again.shows("Réponses");
    assert!(!screen.contains("Pour commencer"));
    again.press("\u{3}");
    assert_eq!(again.ends(), 0);
    let rows = shop.json("unused.sqlite", &["keys"]);
    let is_left = |row: &Value| row["context"] == "review" && row["key"] == "z" && row["action"] == "score_0";
    assert!(rows.as_array().unwrap().iter().any(is_left));
    std::fs::write(&settings, "mouse = true\ntheme = \"pink\"\n").unwrap();
    let refused = shop.run(&["--store", &store, "keys"]);
    refused.says(&["settings.toml", "ligne 2", "high-contrast"]);
}

#[test]
fn a_terminal_without_utf_8_or_colour_loses_no_meaning() {
    let (shop, store) = demo("juror");
    let poor = [
        ("LC_ALL", "C"),
        ("LANG", "C"),
        ("TERM", "dumb"),
        ("NO_COLOR", "1"),
    ];
    let mut desk = Pty::start_in(&shop, 24, 80, &poor, &["--store", &store]);
    let screen = desk.shows("termine");
    assert!(screen.is_ascii(), "{screen}");
    desk.press("/16006\r\r3");
    let screen = desk.until("scored", |s| {
        s.contains("1/12 notes") && s.contains("v enregistre")
    });
    assert!(screen.is_ascii(), "{screen}");
    desk.press("\u{3}");
    assert_eq!(desk.ends(), 0);
}
