//! Sheets on the desk: a watched folder, a juror's two devices, receipts, a desk that only reads.

use super::desk::Desk;
use tnl_jury::desk::effect::{Effect, Ticket};
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::update::Place;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::Act;
use tnl_jury::store::{Access, Lock, Store};

#[test]
fn what_arrives_in_a_watched_folder_is_shown_and_not_merged() {
    let mut desk = Desk::coordinator(Place::Sheets, Lang::Fr, (120, 40));
    let folder = desk.path("in");
    std::fs::create_dir(&folder).unwrap();
    desk.play("v Ctrl-U");
    desk.type_text(&folder.display().to_string());
    desk.play("Enter");
    assert_eq!(desk.model.shared.watched.as_ref(), Some(&folder));
    std::fs::write(folder.join("half.sheet.json"), "{\"campaign\":\"c").unwrap();
    desk.send(Msg::Arrived(folder.clone()));
    desk.shows("Arrivées");
    desk.shows("incomplète");
    // Of a folder that is watched no more, nothing is shown.
    desk.play("v Ctrl-U Enter");
    assert_eq!(desk.model.shared.watched, None);
    std::fs::write(folder.join("other.sheet.json"), "x").unwrap();
    desk.send(Msg::Arrived(folder));
    desk.hides("other.sheet.json");
}

#[test]
fn a_refused_file_comes_first_and_none_is_left_out() {
    let mut desk = Desk::coordinator(Place::Sheets, Lang::Fr, (80, 24));
    let folder = desk.path("in");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("half.sheet.json"), "{\"campaign\":\"c").unwrap();
    std::fs::write(folder.join("notes.txt"), "Bonjour").unwrap();
    desk.model.shared.watched = Some(folder.clone());
    desk.send(Msg::Arrived(folder));
    let screen = desk.screen();
    let (half, notes) = (
        screen.find("incomplète").unwrap(),
        screen.find("notes.txt").unwrap(),
    );
    assert!(half < notes, "{screen}");
}

#[test]
fn what_was_refused_is_still_told_after_a_restart() {
    let mut desk = Desk::coordinator(Place::Sheets, Lang::Fr, (80, 24));
    desk.hides("Dernière fusion");
    let good = handed_in();
    let sheet = desk.path("half.sheet.json");
    std::fs::write(&sheet, "{\"campaign\":\"c").unwrap();
    for _ in 0..2 {
        let (paths, dry_run) = (vec![sheet.clone(), good.path("first.sheet.json")], false);
        desk.worker
            .answer(Effect::Do(Ticket(900), Act::Merge { paths, dry_run }));
    }
    let store = desk.path("session.sqlite");
    drop(desk.worker);
    let merges = Store::open(&store, Access::Read).unwrap().journal().unwrap();
    let merges = merges
        .iter()
        .filter(|entry| entry.kind == "merge" && entry.payload.contains("half"));
    assert_eq!(merges.count(), 1, "a merge that brings nothing leaves no trace");
    let mut again = Desk::second(&store, Lang::Fr, (80, 24));
    again.play("s");
    again.shows("Dernière fusion");
    again.shows("half.sheet.json");
    again.play("Tab Enter");
    again.shows("demandez au juré");
}

/// A juror's desk that has written its sheet.
fn handed_in() -> Desk {
    let mut desk = Desk::juror(Lang::Fr, (120, 40));
    desk.play("m w Ctrl-U");
    let sheet = desk.path("first.sheet.json");
    desk.type_text(&sheet.display().to_string());
    desk.play("Enter Esc");
    desk
}

#[test]
fn a_juror_sees_that_a_sheet_of_theirs_is_known() {
    let mut desk = handed_in();
    let sheet = desk.path("first.sheet.json");
    desk.play("f Ctrl-U");
    desk.type_text(&sheet.display().to_string());
    desk.play("Enter");
    desk.shows("identique");
}

#[test]
fn a_second_desk_reads_and_says_who_writes() {
    let desk = Desk::juror(Lang::Fr, (80, 24));
    let store = desk.path("session.sqlite");
    drop(desk.worker);
    let before = Store::open(&store, Access::Read).unwrap().next_event().unwrap();
    let _held = Lock::take(&store, "Agnès, pid 12").unwrap();
    let mut second = Desk::second(&store, Lang::Fr, (80, 24));
    second.shows("lecture seule");
    second.shows("Agnès, pid 12");
    second.play("Enter 3");
    second.shows("Agnès, pid 12");
    let events = Store::open(&store, Access::Read).unwrap().next_event().unwrap();
    assert_eq!(events, before, "nothing was written");
}
