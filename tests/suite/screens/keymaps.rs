//! The shipped keymaps load, and every action has its words.

use tnl_jury::desk::action::{ACTIONS, Action, Context};
use tnl_jury::desk::keymap::{self, Keymap, KeymapError, SHIPPED};
use tnl_jury::desk::overlays::help::Help;
use tnl_jury::domain::words::Lang;
use tnl_jury::speech::Speech;

#[test]
fn every_action_has_words_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let speech = Speech::new(lang);
        let mut ids = vec!["action-score".to_owned(), "action-set".to_owned()];
        ids.extend(["desk-hint-score".to_owned(), "desk-hint-set".to_owned()]);
        for spec in ACTIONS {
            let name = spec.name.replace('_', "-");
            ids.push(format!("action-{name}"));
            if !name.starts_with("score-") {
                ids.push(format!("desk-hint-{name}"));
            }
        }
        ids.extend(Context::ALL.map(|context| format!("desk-help-{}", context.name().replace('_', "-"))));
        for id in ids {
            assert!(speech.has(&id), "{lang:?} {id}");
        }
    }
    let _ = Help::new(Context::Review);
}

fn shipped() -> impl Iterator<Item = (&'static str, Keymap)> {
    SHIPPED
        .into_iter()
        .map(|(name, _)| (name, keymap::chosen(Some(name), None).unwrap()))
}

#[test]
fn the_table_names_every_key_once() {
    for (name, keymap) in shipped() {
        let rows = keymap::table(&keymap);
        let mut places: Vec<_> = rows.iter().map(|row| (row.context, row.key.clone())).collect();
        places.sort();
        let all = places.len();
        places.dedup();
        assert_eq!(places.len(), all, "{name}");
    }
}

#[test]
fn every_action_has_a_key_wherever_it_works() {
    let mut lost = Vec::new();
    for (name, keymap) in shipped() {
        for context in Context::ALL {
            for spec in ACTIONS.iter().filter(|spec| spec.action.works(context, None)) {
                // `?` is text in a text, and `Esc` leads out of it.
                let is_elsewhere = context.is_text() && spec.action == Action::Help;
                // What holds everywhere is bound where it works, not in the table of everywhere.
                let is_general = context == Context::Global;
                if keymap.chord(context, spec.action).is_none() && !is_elsewhere && !is_general {
                    lost.push(format!("{name} {} {}", context.name(), spec.name));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn one_hand_does_a_dossier_on_either_half_of_the_keyboard() {
    let left = "1 2 3 4 5 z & é \" ' ( q w e r t a s d f g x c v b Tab Space Esc F1 F2 F3 F4 F5";
    let right =
        "6 7 8 9 0 y u i o p h j k l n m , : ? Enter Backspace Delete Up Down Left Right PageUp PageDown";
    let keymap = keymap::chosen(Some("one-hand"), None).unwrap();
    let upper = |keys: &str| {
        let letters = keys.split(' ').filter(|key| key.len() == 1);
        letters.map(str::to_uppercase).collect::<Vec<_>>()
    };
    let needed = [
        Action::Score(0),
        Action::Score(1),
        Action::Score(5),
        Action::Abstain,
        Action::NotApplicable,
        Action::Comment,
        Action::Feedback,
        Action::Note,
        Action::NextUnscored,
        Action::Up,
        Action::Down,
        Action::NextAxis,
        Action::PreviousAxis,
        Action::NextPiece,
        Action::OpenPiece,
        Action::SwitchPane,
        Action::PageDown,
        Action::PageUp,
        Action::Undo,
        Action::Redo,
        Action::MySheet,
    ];
    for (half, name) in [(left, "left"), (right, "right")] {
        let mut keys: Vec<String> = half.split(' ').map(str::to_owned).collect();
        keys.extend(upper(half));
        for action in needed {
            let chords = keymap.chords(Context::Review, action);
            let found = chords.iter().any(|chord| keys.contains(&chord.to_string()));
            assert!(found, "{name} hand: {}", action.name());
        }
    }
}

#[test]
fn a_fault_says_file_line_and_remedy() {
    let text = "[review]\nkeys = [\n  { on = \"z\", run = \"fly\" },\n]\n";
    let error: KeymapError = keymap::load(Some(("keymap.toml", text))).unwrap_err();
    let said = Speech::new(Lang::Fr).say(&error.saying()).replace('\u{a0}', " ");
    assert_eq!(
        said,
        "keymap.toml, ligne 3 : aucune action ne s’appelle « fly ». « keys » les donne toutes."
    );
}
