//! What would be published, seen before it is.

use super::desk::Desk;
use super::shots::shoot;
use tnl_jury::desk::effect::Effect;
use tnl_jury::desk::keymap::Chord;
use tnl_jury::desk::message::Msg;
use tnl_jury::desk::screens::Screen;
use tnl_jury::domain::words::Lang;
use tnl_jury::office::{Doubt, Preview};
use tnl_jury::publish::Row;

fn before(lang: Lang, size: (u16, u16)) -> Desk {
    let mut desk = Desk::committee(lang, size);
    desk.play("R x");
    desk
}

#[test]
fn publication_that_waits() {
    shoot("publication_that_waits", before);
}

#[test]
fn publication_that_is_ready() {
    shoot("publication_that_is_ready", |lang, size| {
        let mut desk = before(lang, size);
        let row = |name: &str, level: &str, kind: &str| Row {
            nom: name.to_owned(),
            niveau_code: level.to_owned(),
            r#type: kind.to_owned(),
            code_departement: "99".to_owned(),
            mentions: "coup-de-coeur".to_owned(),
            ..Row::default()
        };
        let doubt = Doubt {
            number: "16002".to_owned(),
            name: "Orvelance Agglo".to_owned(),
            column: "siret",
            value: "20009900000012".to_owned(),
        };
        let preview = Preview {
            rows: vec![
                row("Valbrume", "2", "commune"),
                row("Orvelance Agglo", "5", "epci"),
            ],
            letters: 3,
            doubtful: vec![doubt],
            ..Preview::default()
        };
        if let Some(Screen::Publication(screen)) = desk.model.screens.last_mut() {
            screen.take(Box::new(preview));
        }
        desk
    });
}

#[test]
fn what_waits_is_refused_and_a_draft_is_written_and_opened() {
    let mut desk = before(Lang::Fr, (120, 40));
    desk.play("o");
    desk.shows("Aucun dossier n’a été écrit");
    desk.play("x Enter");
    desk.shows("restent à décider");
    desk.play("Esc");
    assert!(!desk.path("publication").exists());
    desk.play("d");
    desk.shows("Dossier du brouillon");
    desk.play("Enter");
    let folder = desk.path("brouillon");
    assert!(folder.join("palmares.html").is_file());
    desk.shows("Brouillon écrit");
    desk.shows("palmares.html");
    desk.play("Esc");
    desk.shows("Écrit dans");
    let asked = desk.ask(Msg::Key(Chord::parse("o").unwrap()));
    let opened = asked
        .iter()
        .any(|effect| matches!(effect, Effect::OpenFolder(_, path) if *path == folder));
    assert!(opened, "{asked:?}");
}
